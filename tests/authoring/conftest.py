"""A small pack to write about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from governance.loading.pack_texts import texts
from governance.loading.packs import load
from governance.model.texts import Texts
from governance.reporting.voice import Voice, voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook

PACKS = Path(__file__).parent.parent / "rules" / "packs"

Small = tuple["RuleBook", "PackSource", "list[Lowered]"]


@pytest.fixture(scope="session")
def small() -> Small:
    """Return the packs of the linter’s tests: one obligation, one prohibition, one guidance."""
    folders = [PACKS / "base", PACKS / "good" / "RP025", PACKS / "good" / "RP020"]
    return load([str(folder) for folder in folders])


@pytest.fixture(scope="session")
def speak(small: Small) -> Callable[[str], Voice]:
    """Return the voice of the small packs in a language."""
    book, source, lowered = small
    return lambda language: voice(book, Texts(language, texts(source, lowered, language)))
