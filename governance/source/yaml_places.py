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

from governance.source.position import escape, split
from governance.source.yaml_events import Events, events, restored, stood_in, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.source.limits import Limits

Range = tuple[int, int]


class _Inner:
    """A mapping, a list or an alias: the events where it starts and ends, and what it holds."""

    __slots__ = ("again", "end", "members", "start", "target")

    def __init__(self, start: Any) -> None:
        self.start = start
        self.end = start
        self.members: dict[str, tuple[Any, Any]] = {}
        self.again: list[tuple[str, Any]] = []
        """Keys that were there already."""
        self.target: Any = None
        """What an alias stands for."""


class _TooDeepError(Exception):
    """Deeper than any document that is read."""


class Table:
    """The events of one text as a tree, from parsing it once more; ranges are found on demand.

    What follows a syntax error is missing. Of two equal keys the first counts.
    """

    __slots__ = ("_anchors", "_limits", "_next", "_odd", "_root", "_text")

    def __init__(self, text: str, limits: Limits, *, pure: bool = False) -> None:
        self._text = text
        self._limits = limits
        self._anchors: dict[str, Any] = {}
        self._root: Any = None
        self._odd = stood_in(text)
        try:
            parser: Events = events(text, pure=pure)
            self._next = parser.get_event
            while type(event := self._next()) is not StreamEndEvent:
                if isinstance(event, NodeEvent):
                    self._root = self._node(event)
                    if type(self._root) is _Inner:
                        self._fill(self._root, 1)
                    break
        except (YAMLError, _TooDeepError, ValueError, OverflowError):
            return

    def find(self, place: str, key: bool) -> Range | None:
        """Return the range of a value or of its key; through an alias, in its target."""
        node, name = self._root, None
        if node is None:
            return None
        for step in split(place):
            if type(node) is _Inner and node.target is not None:
                node = node.target
            if type(node) is not _Inner or step not in node.members:
                return None
            name, node = node.members[step]
        if key:
            return None if name is None else (_start(name), _end(name))
        return self._range(node)

    def twice(self) -> Iterator[tuple[str, Range, Range]]:
        """Yield each key that was there already: its pointer, and both its ranges."""
        for place, node, _ in self._walk():
            for key, event in node.again if type(node) is _Inner else ():
                first = node.members[key][0]
                again = (_start(event), _end(event))
                yield f"{place}/{escape(key)}", (_start(first), _end(first)), again

    def around(self, index: int) -> str:
        """Return the pointer of the smallest value whose key or text holds a character."""
        best, size = "", len(self._text) + 1
        for place, node, name in self._walk():
            ranges = [self._range(node)]
            if name is not None:
                ranges.append((_start(name), _end(name)))
            for start, end in ranges:
                if start <= index < max(end, start + 1) and end - start < size:
                    best, size = place, end - start
        return best

    def _walk(self) -> Iterator[tuple[str, Any, Any]]:
        stack: list[tuple[str, Any, Any]] = [] if self._root is None else [("", self._root, None)]
        while stack:
            place, node, name = stack.pop()
            yield place, node, name
            if type(node) is _Inner:
                stack += [
                    (f"{place}/{escape(key)}", inner, event)
                    for key, (event, inner) in node.members.items()
                ]

    def _range(self, node: Any) -> Range:
        """Return the range of a value, without the blanks that parsers count in its end."""
        inner = type(node) is _Inner
        start, end = _start(node.start if inner else node), _end(node.end if inner else node)
        if inner and type(node.start) is not AliasEvent and not node.start.flow_style:
            last = next(reversed(node.members.values()), None)
            end = start if last is None else max(self._range(last[1])[1], start)
        elif not inner and node.style and node.style in "|>":
            end = start + len(self._text[start:end].rstrip())
        return start, end

    def _node(self, event: Any) -> Any:
        """Return what stands for a value that an event starts; containers are still empty."""
        if type(event) is ScalarEvent:
            if event.anchor is not None:
                self._anchors[event.anchor] = event
            return event
        return _Inner(event)

    def _fill(self, node: _Inner, depth: int) -> None:
        """Read what a container holds, or find what an alias stands for."""
        if type(node.start) is AliasEvent:
            node.target = self._anchors.get(str(node.start.anchor))
            return
        if depth > self._limits.depth:
            raise _TooDeepError
        if type(node.start) is MappingStartEvent:
            self._mapping(node, depth)
        else:
            self._sequence(node, depth)
        if node.start.anchor is not None:
            self._anchors[node.start.anchor] = node

    def _mapping(self, node: _Inner, depth: int) -> None:
        members = node.members
        while True:
            event = self._next()
            key = None
            if type(event) is ScalarEvent:
                key = event.value
                if not key.isascii():
                    key = restored(visible(key)) if self._odd else visible(key)
                if event.anchor is not None:
                    self._anchors[event.anchor] = event
            elif type(event) is MappingEndEvent:
                node.end = event
                return
            else:
                self._fill(_Inner(event), depth + 1)
            value = self._node(self._next())
            if key is not None:
                if key in members:
                    node.again.append((key, event))
                else:
                    members[key] = (event, value)
            if type(value) is _Inner:
                self._fill(value, depth + 1)

    def _sequence(self, node: _Inner, depth: int) -> None:
        members = node.members
        while True:
            event = self._next()
            if type(event) is SequenceEndEvent:
                node.end = event
                return
            value = self._node(event)
            members[str(len(members))] = (None, value)
            if type(value) is _Inner:
                self._fill(value, depth + 1)


def _start(event: Any) -> int:
    start: int = event.start_mark.index
    return start


def _end(event: Any) -> int:
    end: int = event.end_mark.index
    return end
