"""What people and machines read, byte for byte.

After a wanted change: ``GARDEFOU_WRITE_GOLDEN=1 pytest tests/reporting/test_golden.py``, then
read the difference before committing it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from governance.reporting.explain import Case, explain_rule
from governance.reporting.formats import render
from governance.reporting.qualification import render_classification
from governance.reporting.questions import render_questions
from governance.reporting.why import render_why

GOLDEN = Path(__file__).parent / "golden"


def same(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("GARDEFOU_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text


def sample(make: Any, language: str) -> Any:
    return make.report(make.assessed(language, findings=(make.finding(language),)))


ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "yaml": "yaml"}


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_report(make: Any, language: str, name: str) -> None:
    report = sample(make, language)
    same(f"report.{language}.{ENDINGS[name]}", render(name, report, make.texts(language)))


def test_verbose_report(make: Any, language: str) -> None:
    shown = render("text", sample(make, language), make.texts(language), verbose=True)
    same(f"verbose.{language}.txt", shown)


def test_record(make: Any) -> None:
    shown = render("json", sample(make, "fr"), make.texts("fr"))
    same("report.json", json.dumps(json.loads(shown), ensure_ascii=False, indent=1) + "\n")


def test_classification(make: Any, language: str) -> None:
    shown = render_classification(make.report(make.assessed(language)), make.texts(language))
    same(f"classification.{language}.txt", shown)


def test_why(make: Any, language: str) -> None:
    report = make.report(make.assessed(language))
    names = ("GDPR-22-3", "GDPR-6-1", "AIA-5-1-f", "AIA-6-2", "GOV-legal-check", "none")
    shown = "\n".join(render_why(report, make.texts(language), name) for name in names)
    same(f"why.{language}.txt", shown)


def test_explain(make: Any, language: str) -> None:
    book, texts = make.book(), make.texts(language)
    chosen = [
        *(rule for rule in book.rules if rule.id in {"AIA-12-2", "GDPR-6-1", "GOV-pilot-length"}),
        *book.derivations["ai_act.high_risk"],
        *book.derivations["ai_act.annex_iii_points"],
    ]
    cases = [Case("all is stated", "satisfied")]
    shown = "\n".join(
        explain_rule(rule, book, texts, as_of="2026-11-24", cases=cases) for rule in chosen
    )
    same(f"explain.{language}.txt", shown)


@pytest.mark.parametrize("form", ["text", "markdown", "yaml"])
def test_questions(make: Any, language: str, form: str) -> None:
    facts = make.facts(
        **{
            "people.emotions_read": None,
            "decisions.final_word": None,
            "measures.human_oversight.stop_control": None,
            "data.purposes": ({"id": "vivier 2", "@": "/data/purposes/0"},),
        }
    )
    report = make.report(make.assessed(language, facts=facts))
    shown = render_questions(report, make.texts(language), form)
    same(f"questions.{language}.{ENDINGS[form]}", shown)
