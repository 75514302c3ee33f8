"""What the interface says exists in both languages, with the same blanks to fill."""

from __future__ import annotations

import ast
import json
import string
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "governance"
FR, EN = (
    json.loads((PACKAGE / "messages" / f"{language}.json").read_text(encoding="utf-8"))
    for language in ("fr", "en")
)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_same_messages() -> None:
    assert FR.keys() == EN.keys()


@pytest.mark.parametrize("key", sorted(FR))
def test_same_blanks(key: str) -> None:
    assert blanks(FR[key]) == blanks(EN[key]) or key == "date"


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").glob("*.py")), ids=lambda one: one.name)
def test_the_command_line_says_everything_twice(path: Path) -> None:
    """``say`` takes two different texts, the French one with French apostrophes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
            fr, en = (words(one) for one in node.args)
            same = not any(sign.isalpha() for sign in fr) or fr in {"DATE", "CODE", "ID"}
            assert fr != en or same, fr
            assert "'" not in fr, fr
            assert "«" not in en, en


def words(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) for one in node.values if isinstance(one, ast.Constant))
    return ""
