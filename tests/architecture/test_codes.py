"""Every code that people can meet is in one table, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from governance.authoring.codes import PAGES, meanings, page

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"\b(?:GF|RP)\d{3}\b")
DECISIVE = "RP008"
"""Gate of `rules test --decisive`: named in help texts, reported by no check."""
TABLES = {"codes.py"}


def used() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "governance").rglob("*.py"):
        if path.name not in TABLES:
            found |= set(CODE.findall(path.read_text(encoding="utf-8")))
    return found - {DECISIVE}


def test_every_code_is_in_the_table_and_no_other() -> None:
    assert set(meanings()) == used()


def test_every_code_has_a_meaning_of_its_own() -> None:
    for language in ("fr", "en"):
        told = [one.in_(language) for one in meanings().values()]
        assert all(told)
        assert len(set(told)) == len(told)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_is_fresh(language: str, golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / PAGES.in_(language), page(language))
