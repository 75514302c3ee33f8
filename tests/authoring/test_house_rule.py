"""The worked example of the guide: its files, as printed, make a pack that passes everything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from governance import resources
from governance.authoring.decisive import count, survivors
from governance.authoring.lint import lint
from governance.authoring.selection import within
from governance.authoring.selftest import failures
from governance.loading.packs import load

if TYPE_CHECKING:
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook

DOCS = Path(__file__).parent.parent.parent / "docs"
GUIDES = {"fr": DOCS / "fr" / "ecrire-une-regle.md", "en": DOCS / "en" / "writing-a-rule.md"}
FILE = re.compile(
    r"^<!-- (?:fichier|file) -->\n```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
EXCEPTION_CASE = re.compile(r"^ *- \{name: the group follows it.*\n", re.MULTILINE)


def files(language: str) -> dict[str, str]:
    return dict(FILE.findall(GUIDES[language].read_text(encoding="utf-8")))


def pack(folder: Path, language: str, *, without: re.Pattern[str] | None = None) -> str:
    for name, text in files(language).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if without is None else without.sub("", text), encoding="utf-8")
    return str(folder / ("regles-maison" if language == "fr" else "house-rules"))


def chosen(folder: str) -> tuple[RuleBook, list[Lowered]]:
    book, _, lowered = load([resources.rules(), folder], lambda path: path.startswith(folder))
    return book, within(lowered, [folder])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_passes(language: str, tmp_path: Path) -> None:
    folder = pack(tmp_path, language)
    book, rules = chosen(folder)
    assert [len(one.entry.tests.cases) for one in rules] == [10]
    assert list(failures(book, rules)) == []
    assert list(survivors(book, rules)) == []
    assert lint([resources.rules(), folder], [folder]) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_gate_says_what_the_guide_says(language: str, tmp_path: Path) -> None:
    """Without the case about the group, the exception could go unnoticed."""
    folder = pack(tmp_path, language, without=EXCEPTION_CASE)
    book, rules = chosen(folder)
    left = list(survivors(book, rules))
    guide = GUIDES[language].read_text(encoding="utf-8")
    assert [f"{one.line}: {one.rule}: {one.change}" for one in left] == [
        f"4: {rules[0].entry.id}: unless.followed-by-the-group removed"
    ]
    assert f"{left[0].rule}: {left[0].change}" in guide
    assert f"\n{sum(count(one) for one in rules)} chang" in guide


def test_both_guides_show_the_same_rule() -> None:
    french, english = files("fr"), files("en")
    changed = {
        name.replace("regles-maison", "house-rules").replace("maison", "house"): text.replace(
            "maison", "house"
        ).replace("MAISON", "HOUSE")
        for name, text in french.items()
    }
    assert changed == english
