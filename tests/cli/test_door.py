"""Plain command lines are read without click exactly as click reads them."""

from __future__ import annotations

from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.cli.check import check
from governance.cli.checking import Request
from governance.cli.door import plain_check

PLAIN = [
    [],
    ["a.yaml"],
    ["a.yaml", "b", "-"],
    ["-q", "a"],
    ["--quiet", "--verbose", "--no-color", "-v"],
    ["--as-of", "2026-11-24", "a"],
    ["--as-of=2026-11-24", "a"],
    ["--as-of", "2026-11-24", "--as-of", "2027-01-01"],
    ["--lang", "en"],
    ["--lang=fr", "a"],
    ["--fail-on", "never", "a"],
    ["--fail-on=undetermined"],
    ["--format", "json", "--format=html", "a"],
    ["-o", "x.md", "--output", "y.html", "--output=z.json", "a"],
    ["-o", "-", "--format", "json", "a"],
    ["--select", "AIA-5,GDPR", "--ignore", "AIA-5-1-f", "--select=theme", "a"],
    ["a", "--select", "-x"],
    ["a", "--select", "--as-of"],
]
FOR_CLICK = [
    ["--help"],
    ["-h"],
    ["--nope"],
    ["--as-of"],
    ["--as-of", "demain"],
    ["--as-of="],
    ["--lang", "de"],
    ["--fail-on", "x"],
    ["--format", "pdf"],
    ["--format"],
    ["--rules", "here"],
    ["--", "-a"],
    ["-ofile"],
    ["-o=file"],
    ["-vq"],
    ["--verbose=1"],
    ["--select="],
    ["--select", ""],
]
WORDS = sorted({word for line in (*PLAIN, *FOR_CLICK) for word in line} - {"--help", "-h"})


def by_click(words: list[str]) -> Request | None:
    """Return what click makes of a command line, nothing when it refuses it."""
    try:
        context = check.make_context("check", list(words))
    except (click.ClickException, click.exceptions.Exit):
        return None
    found: dict[str, Any] = context.params
    return Request(**found)


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_plain_lines_are_read_at_the_door(words: list[str]) -> None:
    found = plain_check(["check", *words])
    assert found is not None
    assert found == by_click(words)


@pytest.mark.parametrize("words", FOR_CLICK, ids=" ".join)
def test_other_lines_are_left_to_click(words: list[str]) -> None:
    assert plain_check(["check", *words]) is None


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_the_door_never_reads_a_line_in_another_way(words: list[str]) -> None:
    found = plain_check(["check", *words])
    if found is not None:
        assert found == by_click(words)


@pytest.mark.parametrize("words", [[], ["classify"], ["--version"], ["chek", "a"]])
def test_other_commands_are_left_to_click(words: list[str]) -> None:
    assert plain_check(words) is None
