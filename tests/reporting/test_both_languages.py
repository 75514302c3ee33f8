"""French and English say the same: the same rules, lines, dates and numbers, in the same order."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt

from governance.reporting.formats import render


def test_the_same_rules_and_lines_in_both_languages(make: Any) -> None:
    found = {}
    for language in ("fr", "en"):
        report = make.report(make.assessed(language, findings=(make.finding(language),)))
        shown = render("text", report, make.texts(language), verbose=True)
        found[language] = (
            re.findall(r"\b(?:AIA|GDPR|GOV)-[\w-]+", shown),
            re.findall(r"gardefou\.yaml:\d+:\d+", shown),
        )
    assert found["fr"] == found["en"]


def test_the_same_audit_structure_in_both_languages(make: Any) -> None:
    shapes = {}
    for language in ("fr", "en"):
        report = make.report(make.assessed(language))
        markdown = render("markdown", report, make.texts(language))
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
        shapes[language] = [(token.type, token.tag) for token in tokens]
    assert shapes["fr"] == shapes["en"]


def test_the_record_does_not_depend_on_the_language(make: Any) -> None:
    report = make.report(make.assessed("fr"))
    assert render("json", report, make.texts("fr")) == render("json", report, make.texts("en"))


def test_same_input_same_bytes(make: Any, language: str) -> None:
    for name in ("text", "markdown", "html", "json"):
        first = render(name, make.report(make.assessed(language)), make.texts(language))
        assert first == render(name, make.report(make.assessed(language)), make.texts(language))
