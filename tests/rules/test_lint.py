"""Each check of the linter: a small pack it finds fault with, one it leaves alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from governance.authoring.lint import CHECKS, Finding, lint
from governance.authoring.selection import concerns
from governance.authoring.selftest import failures
from governance.loading.packs import load

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent / "packs"
BASE = str(HERE / "base")


def findings(folder: Path) -> list[Finding]:
    return lint([BASE, str(folder)], [str(folder)])


def shown(found: list[Finding], folder: Path) -> str:
    lines = []
    for one in found:
        place = f"{os.path.relpath(one.path, folder).replace(os.sep, '/')}:{one.line}"
        for language in ("fr", "en"):
            words = one.message.in_(language).replace(str(folder) + os.sep, "")
            lines.append(f"{place}: {one.code} {words.replace(BASE + os.sep, '')}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("code", CHECKS)
def test_bad_pack(code: str, golden: Callable[[Path, str], None]) -> None:
    folder = HERE / "bad" / code
    found = [one for one in findings(folder) if one.code == code or one.severity != "note"]
    assert {one.code for one in found} == {code}
    golden(folder / "expected.txt", shown(found, folder))


@pytest.mark.parametrize("code", CHECKS)
def test_good_pack(code: str) -> None:
    folder = HERE / "good" / code
    assert [one for one in findings(folder) if one.code == code or one.severity != "note"] == []


@pytest.mark.parametrize("code", CHECKS)
def test_cases_of_good_pack(code: str) -> None:
    """The good packs are examples that people copy: their own cases hold."""
    folder = str(HERE / "good" / code)
    book, _, lowered = load([BASE, folder])
    chosen = [one for one in lowered if concerns(one.path, [folder])]
    assert list(failures(book, chosen)) == []


def test_every_code_has_both_packs() -> None:
    for kind in ("bad", "good"):
        assert sorted(one.name for one in (HERE / kind).iterdir()) == sorted(CHECKS)


def test_base_is_clean() -> None:
    assert [one for one in lint([BASE]) if one.severity != "note"] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("house/contact.yaml", "instrument: house\nrules: [\n"),
        ("house/contact.yaml", "- a list\n"),
        ("vocabulary/extra.yaml", "section: extra\nfacts: {a.b: {type: colour}}\n"),
        ("vocabulary/extra.yaml", "facts: []\n"),
        ("instruments.yaml", "instruments: {other: 1}\n"),
        ("parameters/more.yaml", "parameters:\n"),
        ("norms/more.yaml", "norms: {a: {}}\n"),
    ],
)
def test_broken_file_is_told_and_the_rest_still_checked(
    path: str, text: str, tmp_path: Path
) -> None:
    full = tmp_path / path
    full.parent.mkdir(parents=True, exist_ok=True)
    full.write_text(text, encoding="utf-8")
    found = lint([BASE, str(HERE / "bad" / "RP015"), str(tmp_path)])
    told = [one for one in found if one.path == str(full)]
    assert told
    assert {one.code for one in told} <= {"RP000", "RP003", "RP005"}
    assert "RP015" in {one.code for one in found}


def test_reviews_are_judged_on_the_day_asked(tmp_path: Path) -> None:
    folder = str(HERE / "good" / "RP010")
    codes = {one.code for one in lint([BASE, folder], [folder], "2027-11-24")}
    assert codes == {"RP010"}
