"""The sixteen examples give the findings that a person has read, in both languages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from governance import api
from governance.engine.timeline import milestones
from governance.reporting.formats import render
from governance.reporting.qualification import render_classification
from governance.reporting.timeline import render_timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.model.report import Report

DAY = "2026-11-24"
ROOT = Path(__file__).resolve().parent.parent.parent
EXPECTED = Path(__file__).resolve().parent / "expected"
NAMES = sorted(
    path.name.removesuffix(".gardefou.yaml")
    for path in (ROOT / "examples").glob("*.gardefou.yaml")
)


@pytest.fixture(scope="module")
def session() -> api.Session:
    return api.Session()


@pytest.fixture
def report(
    session: api.Session, name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> Report:
    monkeypatch.chdir(ROOT)
    path = os.path.join("examples", f"{name}.gardefou.yaml")
    return api.report(session, list(api.check(session, [path], DAY, language)), DAY)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_findings(
    session: api.Session,
    report: Report,
    name: str,
    language: str,
    golden: Callable[[Path, str], None],
) -> None:
    text = render("text", report, session.texts(language))
    golden(EXPECTED / f"{name}.check.{language}.txt", text)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_qualification(
    session: api.Session,
    report: Report,
    name: str,
    language: str,
    golden: Callable[[Path, str], None],
) -> None:
    text = render_classification(report, session.texts(language))
    golden(EXPECTED / f"{name}.classify.{language}.txt", text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["fr"])
def test_examples_have_no_fault_of_their_own(report: Report, name: str, language: str) -> None:
    del language
    faults = [one for one in report.declarations[0].findings if one.severity == "error"]
    assert faults == [], name


def test_there_are_sixteen() -> None:
    assert len(NAMES) == 16


@pytest.mark.parametrize("form", ["text", "markdown", "json", "ics"])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["15-tri-des-patients-aux-urgences"])
def test_timeline(
    session: api.Session,
    report: Report,
    name: str,
    language: str,
    form: str,
    golden: Callable[[Path, str], None],
) -> None:
    facts = report.declarations[0].facts
    found = milestones(session.book, facts, DAY)
    text = render_timeline(report, session.texts(language), found, form)
    golden(EXPECTED / f"{name}.timeline.{language}.{form}.txt", text)
    if form == "ics":
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_same_law_on_the_same_day(session: api.Session) -> None:
    """Each milestone binds something that the day before did not."""
    path = str(ROOT / "examples" / "15-tri-des-patients-aux-urgences.gardefou.yaml")
    found = milestones(session.book, session.read(path).facts, DAY)
    assert [one.day for one in found] == sorted({one.day for one in found})
    assert all(one.starting or one.ending for one in found)
