"""The folders that fuzzing may read, what lies outside them, and a watch on every file opened."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parents[2]
SECRET = "SECRET-OUTSIDE-4af1"

_PARTS = {
    "cycle-a.yaml": "format: gardefou/part/v1\nextends: cycle-b.yaml\nsystem: {name: A}\n",
    "cycle-b.yaml": "format: gardefou/part/v1\nextends: [cycle-a.yaml]\nsystem: {name: B}\n",
    "self.yaml": "format: gardefou/part/v1\nextends: self.yaml\n",
    "broken.yaml": "format: gardefou/part/v1\norganisation: {name: [\n",
    "list.yaml": "- just\n- a list\n",
    "empty.yaml": "",
    "binary.yaml": "\x00\x01\x02PK\x03\x04",
    "markup.yaml": (
        "format: gardefou/part/v1\norganisation:\n  name: '<script>alert(1)</script>'\n"
        "people: {groups: [<b>]}\n"
    ),
}
_EVIDENCE = {"ok.txt": "Compte rendu.\n", "empty.txt": "", "binary.bin": "\x00\xff\x00\xff"}


class Ground:
    """A project folder full of odd files, beside a folder that must never be read."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.project = self.root / "project"
        self.outside = self.root / "outside"
        shutil.copytree(REPOSITORY / "examples", self.project)
        (self.project / "gardefou.toml").write_text("", encoding="utf-8")
        self._write(self.project, _PARTS)
        self._write(self.project / "preuves", _EVIDENCE)
        self._deep()
        self._write(
            self.outside, {"secret.txt": SECRET, "part.yaml": f"system: {{name: {SECRET}}}"}
        )
        (self.project / "preuves" / "link.txt").symlink_to(self.outside / "secret.txt")
        (self.project / "linked").symlink_to(self.outside)
        (self.project / "link-part.yaml").symlink_to(self.outside / "part.yaml")
        (self.project / "loop").symlink_to(self.project / "loop")
        os.mkfifo(self.project / "preuves" / "pipe")

    def _write(self, folder: Path, files: dict[str, str]) -> None:
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")

    def _deep(self) -> None:
        for level in range(12):
            text = f"format: gardefou/part/v1\nextends: deep-{level + 1}.yaml\n"
            (self.project / f"deep-{level}.yaml").write_text(text, encoding="utf-8")

    @property
    def paths(self) -> list[str]:
        """Return paths that a declaration may name, good and bad."""
        inside = [*_PARTS, *(f"preuves/{name}" for name in _EVIDENCE), "deep-0.yaml"]
        return [
            *inside,
            "organisations/maison-orvelle.yaml",
            "../outside/secret.txt",
            "../outside/part.yaml",
            "preuves/../../outside/part.yaml",
            str(self.outside / "secret.txt"),
            str(self.outside / "part.yaml"),
            "/etc/passwd",
            "preuves/link.txt",
            "linked/secret.txt",
            "linked/part.yaml",
            "link-part.yaml",
            "loop",
            "preuves/pipe",
            "preuves",
            ".",
            "..",
            "/",
            "",
            "~/.ssh/id_rsa",
            "file:///etc/passwd",
            "https://evil.example/x.yaml",
            "preuves/ok.txt\0.png",
            "C:\\Windows\\win.ini",
            "\\\\server\\share\\x",
            "preuves/" + "a" * 5000,
            "../" * 200 + "etc/passwd",
            "preuves/\ud800.txt",
            "preuves/\u202etxt.exe",
            "-",
            "/dev/zero",
            "/dev/stdin",
            "/proc/self/environ",
        ]


class Watch:
    """Every file opened, process started or connection made while it is on."""

    _forbidden = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system",
                  "os.exec", "os.posix_spawn", "os.remove", "os.rename", "os.mkdir", "os.rmdir",
                  "shutil.rmtree", "os.chmod", "os.link", "os.symlink", "os.truncate")  # fmt: skip

    def __init__(self, ground: Ground) -> None:
        self._project = str(ground.project)
        installed = {str(REPOSITORY), sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}
        cache = os.environ.get("GARDEFOU_CACHE", "")
        self._own = tuple(os.path.realpath(one) for one in (*installed, cache) if one)
        self._on = False
        self.seen: list[str] = []
        sys.addaudithook(self._heard)

    @contextmanager
    def on(self) -> Iterator[None]:
        """Listen for the time of a block."""
        self.seen.clear()
        self._on = True
        try:
            yield
        finally:
            self._on = False

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._on:
            return
        if event == "open":
            self._opened(*arguments)
        elif event in self._forbidden:
            self.seen.append(f"{event} {arguments!r}"[:200])

    def _opened(self, path: Any, mode: Any, flags: int) -> None:
        if isinstance(path, int):
            return
        self._on = False
        try:
            real = os.path.realpath(os.fsdecode(path))
        finally:
            self._on = True
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        inside = real == self._project or real.startswith(self._project + os.sep)
        if writes or not (inside or real.startswith(self._own)):
            self.seen.append(f"open {path!r} {mode or ''}"[:200])
