"""Every case written in a shipped rule, one test each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.authoring.selftest import check

if TYPE_CHECKING:
    from governance.authoring.cases import Run
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook


def test_case(book: RuleBook, shipped_run: tuple[Lowered, Run]) -> None:
    one, run = shipped_run
    wrong = check(book, one.rule, one.derivation, run)
    assert wrong is None, f"{one.entry.id}: {run.name} ({one.path}:{one.line}): {wrong}"
