"""Removing or negating any condition of a shipped rule breaks one of its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.authoring.decisive import survivors

if TYPE_CHECKING:
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook


def test_every_condition_is_decisive(book: RuleBook, shipped_rule: Lowered) -> None:
    assert [left.change for left in survivors(book, [shipped_rule])] == []
