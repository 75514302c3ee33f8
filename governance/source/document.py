"""Bytes to a document: its data, what is wrong with it, and where each value is written."""

from __future__ import annotations

import os
import os.path
import sys
from typing import TYPE_CHECKING, Any, Final

from governance.records import NamedTuple
from governance.source.diagnostics import Diagnostic, in_order
from governance.source.limits import LIMITS, Limits
from governance.source.position import NOWHERE, Lines, Span, Spans

if TYPE_CHECKING:
    from governance.source.reading import Reading

STANDARD_INPUT: Final = "-"
_READ: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_CHUNK: Final = 1 << 18
_HEAD: Final = 4096
_FORMATS: Final = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".md": "markdown", ".markdown": "markdown",
}  # fmt: skip


class Document(NamedTuple):
    """A file as plain data: dict, list, str, int, float, bool, None; its faults; its positions."""

    name: str
    data: Any
    format: str
    diagnostics: tuple[Diagnostic, ...]
    spans: Spans = NOWHERE

    def span(self, place: str, *, key: bool = False) -> Span | None:
        """Return where a value, or its key, is written, by JSON Pointer."""
        return self.spans(place, key=key)


def read_file(path: str, limits: Limits = LIMITS) -> Document:
    """Read a file, or standard input for ``-``; nothing is raised."""
    try:
        data = _bytes_of(path, limits.bytes + 1)
    except (OSError, ValueError) as error:
        from governance.source.files import unreadable

        return Document(path, None, format_of(path) or "yaml", (unreadable(path, error),))
    return read_bytes(data, path, limits=limits)


def _bytes_of(path: str, most: int) -> bytes:
    """Return the content of a file, or its start when it is longer than ``most``."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    # Seven times faster than open() on a small file; many declarations are read in a row.
    file = os.open(path, _READ)
    try:
        pieces, size = [], 0
        while size < most and (piece := os.read(file, min(_CHUNK, most - size))):
            pieces.append(piece)
            size += len(piece)
    finally:
        os.close(file)
    return b"".join(pieces)


def read_bytes(
    data: bytes,
    name: str,
    form: str | None = None,
    limits: Limits = LIMITS,
) -> Document:
    """Read the bytes of a file; the format follows the name, or the first characters."""
    diagnostics: tuple[Diagnostic, ...] = ()
    try:
        if len(data) > limits.bytes or b"\0" in data:
            raise ValueError  # noqa: TRY301 - one way out for whatever is not a text
        text = data.decode()
    except ValueError:
        from governance.source.files import decoded

        found, diagnostics = decoded(data, name, limits)
        if found is None:
            return Document(name, None, form or format_of(name) or "yaml", diagnostics)
        text = found
    return _document(text, name, form, limits, diagnostics)


def read_text(
    text: str,
    name: str,
    form: str | None = None,
    limits: Limits = LIMITS,
) -> Document:
    """Read a text already decoded."""
    from governance.source.files import sound

    text, diagnostics = sound(text, name, limits)
    return _document(text, name, form, limits, diagnostics)


def format_of(name: str) -> str | None:
    """Return yaml, json or markdown by the end of a name; nothing when it does not say."""
    return _FORMATS.get(os.path.splitext(name)[1].lower())


def _document(
    text: str,
    name: str,
    form: str | None,
    limits: Limits,
    diagnostics: tuple[Diagnostic, ...],
) -> Document:
    if text[:1] == "\ufeff":
        text = text[1:]
    form = form or format_of(name) or _guess(text)
    lines = Lines(text)
    reading = _read(form, text, name, lines, limits)
    found = diagnostics + reading.diagnostics
    silent = not reading.diagnostics or not text.strip()
    if reading.data is None and silent and not diagnostics:
        from governance.source.files import empty

        found = (empty(name, reading.lines or lines),)
    if len(found) > 1:
        found = in_order(found)
    return Document(name, reading.data, form, found, Spans(reading.lines or lines, reading.places))


def _read(form: str, text: str, name: str, lines: Lines, limits: Limits) -> Reading:
    if form == "json":
        from governance.source.json_reader import read_json

        return read_json(text, name, lines, limits)
    if form == "markdown":
        from governance.source.markdown_reader import read_markdown

        return read_markdown(text, name, lines, limits)
    from governance.source.yaml_reader import read_yaml

    return read_yaml(text, name, lines, limits)


def _guess(text: str) -> str:
    """Return the format of a text whose name does not say: a stream, a file without an ending."""
    start = text[:_HEAD].lstrip()
    if start[:1] in {"{", "["} and start[1:].lstrip()[:1] in {"", '"', "{", "[", "}", "]"}:
        return "json"
    return "markdown" if "\n```" in text or text.startswith("```") else "yaml"
