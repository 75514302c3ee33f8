"""Files are written whole or not at all, and nothing else changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Self

import pytest

from governance.cli import output
from governance.cli.checking import Request, run
from governance.errors import CommandError

if TYPE_CHECKING:
    from pathlib import Path

DECLARATION = "format: gardefou/declaration/v1\nid: x\ntitle: x\n"


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_file_is_replaced_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("before", encoding="utf-8")
    output.write_whole(str(path), "après\n")
    assert path.read_bytes() == "après\n".encode()
    assert names(tmp_path) == ["x.md"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "x.md"
    path.write_text("before", encoding="utf-8")

    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises((CommandError, KeyboardInterrupt)):
        output.write_whole(str(path), "after")
    assert path.read_text(encoding="utf-8") == "before"
    assert names(tmp_path) == ["x.md"]


def test_half_a_file_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        """A disk that fills up after the first characters."""

        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, text: str) -> None:
            self.file.write(text[:3])
            raise OSError(28, "No space left on device")

    def full(*args: Any, **more: Any) -> Full:
        return Full(open(*args, **more))

    monkeypatch.setattr(output, "open", full, raising=False)
    with pytest.raises(CommandError, match="No space left"):
        output.write_whole(str(tmp_path / "x.md"), "some text")
    assert names(tmp_path) == []


def test_nothing_is_written_when_a_format_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from governance.reporting import formats

    (tmp_path / "x.gardefou.yaml").write_text(DECLARATION, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def fail(*_: Any, **__: Any) -> str:
        raise RuntimeError

    monkeypatch.setitem(formats.FORMATS, "html", fail)
    with pytest.raises(RuntimeError):
        run(Request(paths=("x.gardefou.yaml",), outputs=("a.md", "b.html"), as_of="2026-11-24"))
    assert names(tmp_path) == ["x.gardefou.yaml"]


def test_a_declaration_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x.gardefou.json"
    path.write_text("{}", encoding="utf-8")
    link = tmp_path / "link.json"
    link.symlink_to(path)
    for target in (path, link):
        with pytest.raises(CommandError):
            run(Request(paths=(str(path),), outputs=(str(target),), as_of="2026-11-24"))
    assert path.read_text(encoding="utf-8") == "{}"


def test_checking_changes_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.gardefou.yaml"
    path.write_text(DECLARATION, encoding="utf-8")
    before = path.stat().st_mtime_ns
    assert run(Request(paths=(str(tmp_path),), as_of="2026-11-24")) == 0
    assert capsys.readouterr().out
    assert path.stat().st_mtime_ns == before
    assert names(tmp_path) == ["x.gardefou.yaml"]
