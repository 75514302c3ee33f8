"""The commands shown in the documentation run, and print what the pages say they print."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[str]:
    found = ["README.md"]
    for base, _, names in os.walk(os.path.join(ROOT, "docs")):
        for name in names:
            path = os.path.join(base, name)
            if name.endswith(".md"):
                with open(path, encoding="utf-8") as file:
                    if "```console" in file.read():
                        found.append(os.path.relpath(path, ROOT))
    return sorted(found)


def sessions(page: str) -> list[tuple[str, list[str]]]:
    with open(os.path.join(ROOT, page), encoding="utf-8") as file:
        text = file.read()
    commands: list[tuple[str, list[str]]] = []
    for block in FENCE.findall(text):
        for line in block.splitlines():
            if line.startswith("$ "):
                commands.append((line[2:], []))
            elif commands:
                commands[-1][1].append(line)
    return commands


def plain(text: str) -> str:
    """Drop what distinguishes French spaces, which pages do not type."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


def matches(expected: list[str], actual: list[str]) -> bool:
    """A line of `…` stands for any lines; `…` inside a line for any words."""
    if not expected:
        return True
    if expected[0] == "…":
        return any(matches(expected[1:], actual[index:]) for index in range(len(actual) + 1))
    if not actual:
        return all(not line for line in expected)
    pattern = ".*".join(re.escape(part) for part in expected[0].split("…"))
    return bool(re.fullmatch(pattern, actual[0])) and matches(expected[1:], actual[1:])


@pytest.mark.parametrize("page", pages())
def test_commands_of_the_page(page: str, tmp_path: Path) -> None:
    shutil.copytree(os.path.join(ROOT, "examples"), tmp_path / "examples")
    language = "en" if page.startswith(os.path.join("docs", "en")) else "fr"
    environment = os.environ | {
        "LANG": "C", "LC_ALL": "", "GARDEFOU_LANG": language, "NO_COLOR": "1",
    }  # fmt: skip
    for command, expected in sessions(page):
        words = shlex.split(command)
        if words[0] != "gardefou":
            continue
        result = subprocess.run(
            [sys.executable, "-m", "governance", *words[1:]],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert result.returncode in (0, 1), (command, result.stderr)
        assert result.stderr == "", command
        shown = plain(result.stdout).rstrip("\n").splitlines()
        while expected and not expected[-1]:
            expected.pop()
        assert not expected or matches([plain(line) for line in expected], shown), (
            command,
            shown[-5:],
        )
