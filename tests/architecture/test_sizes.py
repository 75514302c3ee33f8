"""Modules and functions stay short enough to be read in one go."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "governance"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES = 400
MEDIAN = 120
BODY = 60


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", MODULES, ids=lambda one: str(one.relative_to(PACKAGE)))
def test_size(path: Path) -> None:
    assert length(path) <= LINES
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.body[0].lineno < BODY, node.name


def test_most_modules_are_short() -> None:
    assert statistics.median(map(length, MODULES)) < MEDIAN


def test_no_catch_all_modules() -> None:
    names = {path.stem for path in MODULES}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "manager", "core"}
