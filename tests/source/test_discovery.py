"""Folders to declarations."""

import os
from pathlib import Path

import pytest

from governance.source.discovery import discover


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: b")


def found(*paths: Path | str) -> list[str]:
    return discover([str(path) for path in paths])[0]


def test_a_folder_gives_its_declarations_sorted(tmp_path: Path) -> None:
    make(
        tmp_path, "b.gardefou.yaml", "a.gardefou.json", "sub/c.gardefou.yml", "sub/d.gardefou.md",
        "other.yaml", "gardefou.yaml", ".hidden.gardefou.yaml", ".git/e.gardefou.yaml",
        "node_modules/f.gardefou.yaml", "g.gardefou.yaml.bak",
    )  # fmt: skip
    names = ["a.gardefou.json", "b.gardefou.yaml", "sub/c.gardefou.yml", "sub/d.gardefou.md"]
    assert found(tmp_path) == [str(tmp_path / name) for name in names]


def test_a_file_named_is_taken_whatever_its_name_and_once(tmp_path: Path) -> None:
    make(tmp_path, "any.txt", "a.gardefou.yaml")
    names = [tmp_path / "any.txt", tmp_path / "a.gardefou.yaml"]
    assert found(*names, tmp_path, tmp_path / "." / "any.txt") == [str(one) for one in names]


def test_paths_are_shown_as_they_were_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "x/a.gardefou.yaml", ".b/c.gardefou.yaml")
    monkeypatch.chdir(tmp_path)
    assert found(".") == [os.path.join("x", "a.gardefou.yaml")]
    assert found("x", "-", "-") == [os.path.join("x", "a.gardefou.yaml"), "-"]
    assert found(".b") == [os.path.join(".b", "c.gardefou.yaml")]


def test_links_make_no_loop_and_lead_nowhere_else(tmp_path: Path) -> None:
    make(tmp_path, "in/a.gardefou.yaml", "out/b.gardefou.yaml")
    inside = tmp_path / "in"
    (inside / "loop").symlink_to(inside)
    (inside / "away").symlink_to(tmp_path / "out")
    (inside / "broken.gardefou.yaml").symlink_to(inside / "nowhere")
    assert found(inside) == [str(inside / "a.gardefou.yaml")]
    assert found(inside / "away") == [str(inside / "away" / "b.gardefou.yaml")]


def test_special_files_are_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gardefou.yaml")
    assert found(tmp_path) == []


def test_what_is_not_there_is_said_all_at_once(tmp_path: Path) -> None:
    make(tmp_path, "a.gardefou.yaml")
    files, faults = discover([str(tmp_path / "no"), str(tmp_path), str(tmp_path / "nor")])
    assert files == [str(tmp_path / "a.gardefou.yaml")]
    assert [(one.code, one.path) for one in faults] == [
        ("GF001", str(tmp_path / "no")),
        ("GF001", str(tmp_path / "nor")),
    ]


def test_a_folder_that_cannot_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a/b.gardefou.yaml", "c.gardefou.yaml")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("a"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, faults = discover([str(tmp_path)])
    assert files == [str(tmp_path / "c.gardefou.yaml")]
    assert [(one.code, one.path) for one in faults] == [("GF002", str(tmp_path / "a"))]
