"""The shipped packs pass their own linter, and what is generated from them is fresh."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from governance import resources
from governance.authoring.lint import lint
from governance.authoring.publish import changed, declaration_schemas, pages, schemas, stale

if TYPE_CHECKING:
    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook

ROOT = os.path.dirname(resources.rules())


def test_shipped_packs_are_clean() -> None:
    found = [
        f"{os.path.relpath(one.path, ROOT)}:{one.line}: {one.code} {one.message.en}"
        for one in lint([resources.rules()])
        if one.severity != "note"
    ]
    assert found == []


def test_reference_pages_are_fresh(
    book: RuleBook, source: PackSource, lowered: list[Lowered]
) -> None:
    """Run ``make docs`` when this fails."""
    assert stale(ROOT, pages((book, source, lowered))) == []


def test_schemas_are_fresh(book: RuleBook, source: PackSource, lowered: list[Lowered]) -> None:
    """Run ``make docs`` when this fails."""
    files = schemas() | declaration_schemas((book, source, lowered))
    assert changed(ROOT, files) == []
