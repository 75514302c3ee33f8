"""Places in a text: lines, columns, JSON Pointers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from governance.records import NamedTuple

Find = Callable[[str, bool], tuple[int, int] | None]
"""Pointer, and whether its key is wanted, to the first character and the one after the last."""


class Position(NamedTuple):
    """A line and a column, in characters, both from 1."""

    line: int
    column: int


class Span(NamedTuple):
    """Where something starts, and where the text after it starts."""

    start: Position
    end: Position


def pointer(*parts: str | int) -> str:
    """Return the JSON Pointer (RFC 6901) of a path of keys and indexes."""
    return "".join(f"/{escape(str(part))}" for part in parts)


def escape(key: str) -> str:
    """Return a key as one part of a JSON Pointer."""
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key


def split(place: str) -> list[str]:
    """Return the keys and indexes of a JSON Pointer."""
    return [part.replace("~1", "/").replace("~0", "~") for part in place.split("/")[1:]]


def parent(place: str) -> str:
    """Return the pointer of what holds the value at a pointer."""
    return place.rpartition("/")[0]


class Lines:
    """The lines of a text, found when a position is first asked for.

    ``first`` is the number of the first line and ``indents`` the columns removed from each line,
    for a text taken out of a larger one. Lines end as editors say: LF, CR LF or CR.
    """

    __slots__ = ("_starts", "first", "indents", "text")

    def __init__(self, text: str, first: int = 1, indents: Sequence[int] = ()) -> None:
        self.text = text
        self.first = first
        self.indents = indents
        self._starts: list[int] = []

    def position(self, index: int) -> Position:
        """Return the line and column of a character."""
        starts = self._starts or self._split()
        index = max(0, min(index, len(self.text)))
        row = bisect_right(starts, index) - 1
        indent = self.indents[row] if row < len(self.indents) else 0
        return Position(row + self.first, index - starts[row] + 1 + indent)

    def span(self, start: int, end: int) -> Span:
        """Return the span from one character to before another."""
        return Span(self.position(start), self.position(max(start, end)))

    def line(self, index: int) -> tuple[int, str]:
        """Return the index of the first character of a line and its text."""
        starts = self._starts or self._split()
        row = bisect_right(starts, max(0, min(index, len(self.text)))) - 1
        end = starts[row + 1] if row + 1 < len(starts) else len(self.text)
        return starts[row], self.text[starts[row] : end].rstrip("\r\n")

    def _split(self) -> list[int]:
        starts = self._starts
        starts.append(0)
        text, place = self.text, 0
        if "\r" not in text:
            while place := text.find("\n", place) + 1:
                starts.append(place)
            return starts
        for index, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
                starts.append(index + 1)
        return starts


class Spans:
    """JSON Pointer to span, worked out when first asked for."""

    __slots__ = ("_build", "_find", "_lines")

    def __init__(self, lines: Lines, build: Callable[[], Find]) -> None:
        self._lines = lines
        self._build = build
        self._find: Find | None = None

    def __call__(self, place: str, *, key: bool = False) -> Span | None:
        """Return where a value, or its key, is written; nothing when there is no such value."""
        if self._find is None:
            self._find = self._build()
        found = self._find(place, key)
        return None if found is None else self._lines.span(*found)


def nothing() -> Find:
    """Return what finds no place, for a text that could not be read."""
    return lambda _place, _key: None


NOWHERE = Spans(Lines(""), nothing)
"""The spans of a document that could not be read."""
