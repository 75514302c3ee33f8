"""Where each value and key of a YAML text is written, by JSON Pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from governance.source.position import escape, parent
from governance.source.yaml_events import events, restored

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.source.limits import Limits

Range = tuple[int, int]


class _TooDeepError(Exception):
    """Deeper than any document that is read."""


class Table:
    """The places of one text, worked out by parsing it once more.

    What follows a syntax error is missing. Of two equal keys the first counts, and both are kept
    in ``twice``.
    """

    __slots__ = ("_aliases", "_anchors", "_limits", "_next", "_text", "keys", "twice", "values")

    def __init__(self, text: str, limits: Limits, *, pure: bool = False) -> None:
        self._text = text
        self._limits = limits
        self._aliases: dict[str, str] = {}
        self._anchors: dict[str, str] = {}
        self.values: dict[str, Range] = {}
        self.keys: dict[str, Range] = {}
        self._next: Callable[[], Any]
        self.twice: list[tuple[str, Range, Range]] = []
        try:
            self._next = events(text, pure=pure).get_event
            while type(event := self._next()) is not StreamEndEvent:
                if isinstance(event, NodeEvent):
                    self._node(event, "", 0)
                    break
        except (YAMLError, _TooDeepError, ValueError, OverflowError):
            return

    def find(self, place: str, key: bool) -> Range | None:
        """Return the range of a value or of its key; through an alias, that of its target."""
        table = self.keys if key else self.values
        for _ in range(self._limits.depth):
            if place in table:
                return table[place]
            above = place
            while above and above not in self._aliases:
                above = parent(above)
            if above not in self._aliases:
                return None
            place = self._aliases[above] + place[len(above) :]
        return None

    def around(self, index: int) -> str:
        """Return the pointer of the smallest value whose key or text holds a character."""
        best, size = "", len(self._text) + 1
        for table in (self.values, self.keys):
            for place, (start, end) in table.items():
                if start <= index < max(end, start + 1) and end - start < size:
                    best, size = place, end - start
        return best

    def _node(self, event: Any, place: str | None, depth: int) -> int:
        """Note a value and what it holds; return its end."""
        start = _start(event)
        end = _end(event)
        if place is not None:
            self.values.setdefault(place, (start, end))
            if type(event) is AliasEvent:
                if event.anchor in self._anchors:
                    self._aliases[place] = self._anchors[event.anchor]
            elif event.anchor is not None:
                self._anchors[event.anchor] = place
        if type(event) is AliasEvent:
            return end
        if type(event) is ScalarEvent:
            if event.style and event.style in "|>":
                end = start + len(self._text[start:end].rstrip())
        else:
            if depth > self._limits.depth:
                raise _TooDeepError
            inner = self._mapping if type(event) is MappingStartEvent else self._sequence
            last, closed = inner(place, depth + 1)
            end = closed if event.flow_style else max(last, end)
        if place is not None and self.values[place][0] == start:
            self.values[place] = (start, end)
        return end

    def _mapping(self, place: str | None, depth: int) -> tuple[int, int]:
        last = 0
        seen: dict[str, Range] = {}
        while type(event := self._next()) is not MappingEndEvent:
            inner: str | None = None
            if type(event) is ScalarEvent:
                key = restored(event.value)
                here = (_start(event), _end(event))
                if place is not None:
                    inner = f"{place}/{escape(key)}"
                    if key in seen:
                        self.twice.append((inner, seen[key], here))
                        inner = None
                    else:
                        seen[key] = self.keys[inner] = here
                    if event.anchor is not None and inner is not None:
                        self._anchors[event.anchor] = inner
            else:
                self._node(event, None, depth)
            last = self._node(self._next(), inner, depth)
        return last, _end(event)

    def _sequence(self, place: str | None, depth: int) -> tuple[int, int]:
        last = index = 0
        while type(event := self._next()) is not SequenceEndEvent:
            inner = None if place is None else f"{place}/{index}"
            last = self._node(event, inner, depth)
            index += 1
        return last, _end(event)


def _start(event: Any) -> int:
    start: int = event.start_mark.index
    return start


def _end(event: Any) -> int:
    end: int = event.end_mark.index
    return end
