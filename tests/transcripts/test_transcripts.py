"""Sessions at the command line: each ``*.txt`` says what is typed and everything that comes back.

A line that starts with ``$`` is typed: ``gardefou …``, ``cat FILE``, ``ls``, with ``NAME=value``
before and ``< FILE`` after. What follows is standard output, then standard error after ``2>``, and
``→`` tells the exit code when it is not 0. Each transcript starts in a copy of ``fixtures/``.
Refresh with ``pytest tests/transcripts --update-golden``, then read the difference.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
PLACES = (str(HERE.parents[1]), "…")


def typed(text: str) -> list[str]:
    return [line[2:] for line in text.splitlines() if line.startswith("$ ")]


def comments(text: str) -> list[str]:
    """Return the lines before the first command: what the session shows."""
    return text.partition("$ ")[0].splitlines()


def run(line: str, folder: Path) -> str:
    words = shlex.split(line)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "GARDEFOU_CACHE": os.environ["GARDEFOU_CACHE"],
    }
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        environment[name] = value
    source = b""
    if "<" in words:
        source = (folder / words.pop()).read_bytes()
        words.pop()
    if words[0] == "cat":
        return (folder / words[1]).read_text(encoding="utf-8")
    if words[0] == "ls":
        return "\n".join(sorted(one.name for one in folder.iterdir()))
    assert words[0] == "gardefou"
    result = subprocess.run(
        [sys.executable, "-m", "governance", *words[1:]],
        cwd=folder,
        env=environment,
        input=source,
        capture_output=True,
        check=False,
    )
    out, err = result.stdout.decode(), result.stderr.decode()
    lines = [*out.splitlines(), *(f"2> {one}".rstrip() for one in err.splitlines())]
    if result.returncode:
        lines.append(f"→ {result.returncode}")
    return "\n".join(lines).replace(*PLACES)


def session(text: str, folder: Path) -> str:
    shutil.copytree(HERE / "fixtures", folder, dirs_exist_ok=True)
    lines = comments(text)
    for line in typed(text):
        shown = run(line, folder)
        lines += [f"$ {line}", *shown.splitlines(), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


@pytest.mark.parametrize("name", sorted(one.name for one in HERE.glob("*.txt")))
def test_transcript(name: str, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    text = (HERE / name).read_text(encoding="utf-8")
    golden(HERE / name, session(text, tmp_path))


def test_every_command_has_a_transcript() -> None:
    from governance.cli.commands import COMMANDS

    lines = "\n".join(line for one in HERE.glob("*.txt") for line in typed(one.read_text()))
    assert [name for name in COMMANDS if f"gardefou {name} " not in lines] == []
