"""What loading refuses is said in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from governance.authoring.loading_words import both, told
from governance.loading import lowering, rule_files
from governance.source.document import read_file


@pytest.mark.parametrize(
    ("what", "fr"),
    [
        ("unknown fact 'a.b'", "fait inconnu « a.b »"),
        (
            "unknown fact 'a.b', did you mean 'a.c'?",
            "fait inconnu « a.b », vouliez-vous dire « a.c » ?",
        ),
        ("rules.0.id: Field required", "rules.0.id : clé obligatoire absente"),
        (
            "rules.0.requires.x: Extra inputs are not permitted",
            "rules.0.requires.x : clé inconnue",
        ),
        ("A-1: `remedy` is missing", "A-1 : il manque `remedy`"),
        (
            "a reference is {fact: …} or {parameter: …}, with plus at most",
            "une référence s’écrit {fact: …} ou {parameter: …}, avec `plus` au besoin",
        ),
        ("something else", "something else"),
    ],
)
def test_french(what: str, fr: str) -> None:
    assert both(what).fr == fr


def refusals() -> list[str]:
    """Return the sentences that the modules of loading can say, with names put in."""
    found: set[str] = set()
    for module in (lowering, rule_files):
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "what":
                found.add(said(node.value))
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in {"_problem", "_broken"}:
                found.add(said(node.args[1]))
            if node.func.attr == "append" and isinstance(node.args[0], ast.Tuple):
                found.add(said(node.args[0].elts[1]))
    return sorted(found - {""})


def said(node: ast.expr) -> str:
    """Return a message with an example of each name that is put into it."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            name = ast.unparse(part.value)
            parts.append("'name'" if part.conversion == ord("r") else EXAMPLES.get(name, "word"))
        else:
            parts.append(said(part))
    return "".join(parts)


EXAMPLES = {"entry.id": "A-1"}


@pytest.mark.parametrize("what", refusals())
def test_every_refusal_has_its_french(what: str) -> None:
    said = both(what)
    assert said.fr != said.en, what


def test_faults_of_reading_have_their_french(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    what = read_file(str(path)).diagnostics[0].message.en
    assert told(str(path), what).fr.startswith("« a »")
