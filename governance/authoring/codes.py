"""The page of codes: what each finding on a declaration, or on a rule file, is about."""

from __future__ import annotations

from typing import Final

from governance.authoring.lint import CHECKS
from governance.reporting.codes import MEANINGS
from governance.text import LocalText, typeset

PAGES: Final = LocalText("docs/fr/codes.md", "docs/en/codes.md")
_TITLE: Final = LocalText("Codes", "Codes")
_INTRO: Final = LocalText(
    "Chaque remarque porte un code. `GF0…` : la lecture du fichier ; `GF1…` : sa forme et ce "
    "qu’il reprend ; `GF2…` : ce qui ne tient pas ensemble ; `RP…` : les fichiers de règles. "
    "`gardefou explain GF103` en rappelle le sens.",
    "Each finding has a code. `GF0…`: reading the file; `GF1…`: its shape and what it extends; "
    "`GF2…`: what does not hold together; `RP…`: files of rules. `gardefou explain GF103` says "
    "what one means.",
)
_MADE: Final = "<!-- Generated: pytest tests/architecture --update-golden. -->"


def meanings() -> dict[str, LocalText]:
    """Return every code with what it means, those of rule files included."""
    return MEANINGS | {code: one.title for code, one in CHECKS.items()}


def meaning(code: str, language: str) -> str | None:
    """Return what one code means, in a line, or nothing when there is no such code."""
    found = meanings().get(code.upper())
    if found is None:
        return None
    colon = "\u00a0: " if language == "fr" else ": "
    return f"{code.upper()}{colon}{found.in_(language)}"


def page(language: str) -> str:
    """Return the page in one language."""
    heads = ("Code", "Ce qui est signalé") if language == "fr" else ("Code", "What is reported")
    rows = [
        f"| {code} | {_capital(text.in_(language))} |" for code, text in sorted(meanings().items())
    ]
    lines = [
        _MADE,
        "",
        f"# {_TITLE.in_(language)}",
        "",
        typeset(_INTRO.in_(language), language),
        "",
    ]
    return "\n".join([*lines, f"| {heads[0]} | {heads[1]} |", "| --- | --- |", *rows]) + "\n"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
