"""From a file to what a person reads: both lines, both languages, no verdict, no code 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from governance.api import Session, assessed, report
from governance.cli.checking import exit_code
from governance.reporting.formats import render

if TYPE_CHECKING:
    from pathlib import Path

    from governance.model.report import Assessed

DECLARATION = """\
format: gardefou/declaration/v1
id: essai
title: Essai
version: '1'
use_case:
  summary: Le système reconnaît les visages à l’entrée.
  functions:
  - {id: "tri\\u202e", kind: filter_or_rank_applications, part_played: recommends}
people:
  evaluated_aspects: [nothing]
"""

SESSION = Session()


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "essai.gardefou.yaml"
    file.write_text(DECLARATION, encoding="utf-8")
    return str(file)


def read(path: str, language: str) -> Assessed:
    return assessed(SESSION, SESSION.read(path), "2026-11-24", language)


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "rien n’est évalué"), ("en", "nothing about them")]
)
def test_a_contradiction_shows_every_line(path: str, language: str, words: str) -> None:
    found = next(one for one in read(path, language).findings if one.code.startswith("COH-"))
    assert found.severity == "warning"
    assert words in found.message
    assert found.hint
    lines = {found.location.line, *(one.line for one in found.related)}
    assert lines == {8, 10}
    assert "\u202e" not in found.message


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "reconnaît les visages"), ("en", "The text says")]
)
def test_a_mention_is_a_question(path: str, language: str, words: str) -> None:
    found = next(one for one in read(path, language).findings if one.code.startswith("MOT-"))
    assert found.severity == "note"
    assert words in found.message
    assert "?" in found.hint
    assert found.location.line == 6
    assert [one.line for one in found.related] == [8]  # the activities, which do not say so


def test_neither_fails_a_check(path: str) -> None:
    one = read(path, "fr")
    assert {finding.severity for finding in one.findings} == {"warning", "note"}
    assert (
        exit_code(one._replace(assessment=one.assessment._replace(verdicts=())), "violated") == 0
    )


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_reports_name_the_other_line(path: str, form: str) -> None:
    one = read(path, "fr")
    text = render(form, report(SESSION, [one], "2026-11-24"), SESSION.texts("fr"), width=500)
    assert "COH-nothing-evaluated" in text
    assert {"text": ":10:", "markdown": "ligne 10", "json": '"line":10'}[form] in text


def test_house_packs_bring_their_own(tmp_path: Path, path: str) -> None:
    (tmp_path / "house" / "consistency").mkdir(parents=True)
    (tmp_path / "house" / "wordlists").mkdir()
    (tmp_path / "house" / "consistency" / "ours.yaml").write_text(
        """\
contradictions:
- id: MAISON-COH-1
  name: idea-and-nothing
  title: {fr: Ici un essai, en: A test here}
  when: {people.evaluated_aspects: {only: [nothing]}}
  why: {fr: Parce que., en: Because.}
  remedy: {fr: Voyez., en: See.}
  tests:
    given: {people.evaluated_aspects: [nothing]}
    cases:
    - {name: nothing, expect: found}
    - {name: something, with: {people.evaluated_aspects: [health]}, expect: silent}
""",
        encoding="utf-8",
    )
    (tmp_path / "house" / "wordlists" / "ours.yaml").write_text(
        """\
word_lists:
- id: MAISON-MOT-1
  name: entrance
  title: {fr: entrée, en: entrance}
  words: {fr: [entrée]}
  said_when: {use_case.settings: {includes: site_access}}
  rubrics: [use_case.settings]
  ask: {fr: 'Quelle entrée ?', en: 'Which entrance?'}
  finds: [À l’entrée du site.]
  passes: [Aucune entrée.]
""",
        encoding="utf-8",
    )
    session = Session([str(tmp_path / "house")])
    found = assessed(session, session.read(path), "2026-11-24", "en").findings
    assert {"MAISON-COH-1", "MAISON-MOT-1", "COH-nothing-evaluated", "MOT-faces"} == {
        one.code for one in found
    }
