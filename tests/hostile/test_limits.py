"""What is far too large is refused at once, whatever it holds, without filling the memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 50_000_000
MEMORY = 256 << 20
"""Address space of the process: the file alone would take a fifth of it several times over."""

DECLARATION = b"format: gardefou/declaration/v1\nid: x\ntitle: x\nlanguage: fr\n"


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))

    return subprocess.run(
        [sys.executable, "-m", "governance", "check", *arguments, "--as-of", "2026-11-24"],
        cwd=folder,
        env=os.environ | {"LC_ALL": "C.UTF-8", "LANG": "", "GARDEFOU_LANG": ""},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["big.gardefou.yaml", "big.gardefou.json", "big.gardefou.md"])
def test_a_large_declaration_is_refused(tmp_path: Path, name: str) -> None:
    piece = b'{"a": [1, 2, 3]},\n' if name.endswith("json") else b"a: {b: [1, 2, 3]}\n"
    (tmp_path / name).write_bytes(piece * (SIZE // len(piece)))
    result = check(tmp_path, name)
    assert "GF004" in result.stdout
    assert result.stderr == ""
    assert result.returncode == 2


def test_a_large_file_to_extend_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"a: b\n" * (SIZE // 5))
    (tmp_path / "x.gardefou.yaml").write_bytes(DECLARATION + b"extends: big.yaml\n")
    result = check(tmp_path, "x.gardefou.yaml")
    assert "GF004" in result.stdout
    assert "GF121" in result.stdout
    assert result.returncode == 2


def test_a_large_standard_input_is_refused() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "governance", "check", "-", "--as-of", "2026-11-24"],
        input=b"a: b\n" * (SIZE // 5),
        capture_output=True,
        check=False,
    )
    assert b"GF004" in result.stdout
    assert result.returncode == 2


def test_large_evidence_is_hashed_in_pieces(tmp_path: Path) -> None:
    with open(tmp_path / "preuve.bin", "wb") as file:
        file.truncate(SIZE)
    digest = "0" * 64
    entry = f"evidence:\n- {{id: e, title: Preuve, file: preuve.bin, sha256: '{digest}'}}\n"
    (tmp_path / "x.gardefou.yaml").write_bytes(DECLARATION + entry.encode())
    result = check(tmp_path, "x.gardefou.yaml")
    assert "GF123" in result.stdout
    assert result.returncode == 0


def test_many_files_that_extend_one_another_are_each_read_once(tmp_path: Path) -> None:
    """Eight levels that each name the next one a hundred times: 100 to the 8th, if followed."""
    for level in range(8):
        names = ", ".join([f"part-{level + 1}.yaml"] * 100)
        (tmp_path / f"part-{level}.yaml").write_text(f"extends: [{names}]\n", encoding="utf-8")
    (tmp_path / "part-8.yaml").write_text("format: gardefou/part/v1\n", encoding="utf-8")
    (tmp_path / "x.gardefou.yaml").write_bytes(DECLARATION + b"extends: part-0.yaml\n")
    result = check(tmp_path, "x.gardefou.yaml")
    assert "Traceback" not in result.stderr
    assert result.returncode in {0, 2}
