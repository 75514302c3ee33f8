"""The excerpt in the README is what the tool prints, cut where the page says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from governance import api
from governance.reporting.formats import render

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = "examples/01-tri-de-cv.gardefou.yaml"
DAY = "2026-11-24"
GAPS = 2


def excerpt(language: str) -> str:
    session = api.Session()
    report = api.report(session, list(api.check(session, [EXAMPLE], DAY, language)), DAY)
    lines = render("text", report, session.texts(language)).splitlines()
    marks = [index for index, line in enumerate(lines) if line.startswith("  ✗ ")]
    heading = marks[0] - 2
    kept = [*lines[:2], "", "…", "", *lines[heading : marks[GAPS]], "…", ""]
    last = max(index for index, line in enumerate(lines) if not line)
    return "\n".join([*kept, *lines[last + 1 :]])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_excerpt(
    language: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    block = re.compile(
        rf"(<!-- extrait:{language} -->\n)(.*?)(<!-- /extrait:{language} -->)", re.DOTALL
    )
    command = f"$ gardefou check {EXAMPLE}" + (" --lang en" if language == "en" else "")
    shown = f"```text\n{command}\n{excerpt(language)}\n```\n"
    if request.config.getoption("--update-golden"):
        text = block.sub(lambda found: found[1] + shown + found[3], text)
        page.write_text(text, encoding="utf-8", newline="\n")
    found = block.search(text)
    assert found is not None
    assert found[2] == shown
