"""YAML 1.2 core schema to plain data, over the events of PyYAML's parser.

PyYAML's own loaders read ``NO`` as false, ``2026-08-02`` as a date object and ``12:30`` as 750,
keep the last of two equal keys and construct what tags ask for. Here only the events are theirs.
"""

from __future__ import annotations

import re
from math import isinf
from typing import TYPE_CHECKING, Any, Final

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from governance.source.limits import LIMITS, Limits
from governance.source.reading import Reading
from governance.source.yaml_events import Events, events, prepared, restored, visible

if TYPE_CHECKING:
    from governance.source.position import Find, Lines

_WORDS: Final[dict[str, Any]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_STARTS: Final = frozenset("0123456789+-.~nNtTfF")
"""First characters of the plain scalars that may not be texts."""
_LETTERS: Final = frozenset("~nNtTfF")
_NUMBER: Final = re.compile(
    r"(?P<int>[-+]?[0-9]+)|(?P<oct>0o[0-7]+)|(?P<hex>0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<none>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_MARK: Final = re.compile(r"(?:^|[\s\[\]{},:?-])[!&]")
"""What a tag or an anchor looks like; a text may look like one too."""


class Found(Exception):  # noqa: N818 - not an error of ours: a limit of the document is passed
    """A fault after which nothing more is read."""


class Builder:
    """Plain data from events, with every fault met on the way."""

    __slots__ = ("_anchors", "_clashes", "_limits", "_marked", "_next", "_open", "count",
                 "faults", "repeated")  # fmt: skip

    def __init__(self, parser: Events, limits: Limits, *, marked: bool) -> None:
        self._next = parser.get_event
        self._limits = limits
        self._marked = marked  # the text has characters that can make tags or anchors
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._open: set[str] = set()
        self._clashes: list[tuple[dict[str, Any], str, Any]] = []
        self.count = self.repeated = 0
        self.faults: list[tuple[str, int, int, str]] = []
        """Kind, first character, end, detail."""

    def document(self) -> Any:
        """Read one document; a second one is a fault."""
        data: Any = None
        started = False
        while True:
            event = self._next()
            if isinstance(event, NodeEvent):
                data = self._marked_value(event, 0)
            elif type(event) is StreamEndEvent:
                break
            elif type(event) is DocumentStartEvent:
                if started:
                    self._fault("documents", event)
                    break
                started = True
        for mapping, key, earlier in reversed(self._clashes):
            if mapping[key] != earlier:  # two different values: neither is what the file says
                mapping[key] = None
        return data

    @property
    def faulty(self) -> bool:
        """Something is wrong."""
        return bool(self.faults or self._clashes)

    def _fault(self, kind: str, event: Any, detail: str = "") -> None:
        self.faults.append((kind, event.start_mark.index, event.end_mark.index, detail))
        if len(self.faults) > self._limits.reported:
            raise Found(kind)

    def _stop(self, kind: str, event: Any) -> Found:
        self._fault(kind, event)
        return Found(kind)

    def _value(self, event: Any, depth: int) -> Any:
        if self._marked or type(event) is AliasEvent:
            return self._marked_value(event, depth)
        return self._container(event, depth)

    def _container(self, event: Any, depth: int) -> dict[str, Any] | list[Any]:
        if depth >= self._limits.depth:
            raise self._stop("depth", event)
        value: dict[str, Any] | list[Any]
        if type(event) is MappingStartEvent:
            value = self._mapping(depth + 1)
            self.count += 2 * len(value)
        else:
            value = self._sequence(depth + 1)
            self.count += len(value)
        if self.count > self._limits.nodes:
            raise self._stop("nodes", event)
        return value

    def _marked_value(self, event: Any, depth: int) -> Any:
        """Read a value that may have a tag or an anchor, or be an alias."""
        if type(event) is AliasEvent:
            return self._alias(event, depth)
        before, anchor = self.count, event.anchor
        if event.tag is not None:
            self._fault("tag", event, event.tag)
        value: Any
        if type(event) is ScalarEvent:
            value = event.value if event.style else self._plain(event)
            if event.tag is not None:
                value = None
        else:
            if anchor is not None:
                self._open.add(anchor)
            value = self._container(event, depth)
        if anchor is not None:
            self._open.discard(anchor)
            self._anchors[anchor] = (value, self.count - before + 1)
        return value

    def _mapping(self, depth: int) -> dict[str, Any]:
        result: dict[Any, Any] = {}
        next_event, marked, starts, scalar = self._next, self._marked, _STARTS, ScalarEvent
        for _ in range(self._limits.nodes):
            event = next_event()
            key: str | None
            if type(event) is scalar:
                key = event.value
                if (
                    key in result
                    or not key
                    or key[0] in starts
                    or key == "<<"
                    or not key.isascii()
                    or (marked and (event.tag or event.anchor))
                ):
                    key = self._key(event, result)
            elif type(event) is MappingEndEvent:
                break
            else:
                key = None
                self._odd_key(event, depth)
            event = next_event()
            if type(event) is scalar and not marked:
                value = event.value
                if (not value or value[0] in starts) and not event.style:
                    value = self._plain(event)
                result[key] = value
            else:
                result[key] = self._value(event, depth)
        result.pop(None, None)  # what stood under a refused key
        return result

    def _sequence(self, depth: int) -> list[Any]:
        result: list[Any] = []
        next_event, marked, starts, scalar = self._next, self._marked, _STARTS, ScalarEvent
        for _ in range(self._limits.nodes + 1):
            event = next_event()
            if type(event) is scalar and not marked:
                value = event.value
                if (not value or value[0] in starts) and not event.style:
                    value = self._plain(event)
                result.append(value)
            elif type(event) is SequenceEndEvent:
                break
            else:
                result.append(self._value(event, depth))
        return result

    def _plain(self, event: Any) -> Any:
        """Resolve a plain scalar by the core schema of YAML 1.2."""
        text = event.value
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in _LETTERS:
            return text
        found = _NUMBER.fullmatch(text)
        if found is None:
            return text
        if len(text) <= self._limits.digits:
            match found.lastgroup:
                case "int":
                    return int(text)
                case "oct":
                    return int(text, 8)
                case "hex":
                    return int(text, 16)
                case "float" if not isinf(value := float(text)):
                    return value
        self._fault("number", event)
        return None

    def _key(self, event: Any, result: dict[Any, Any]) -> str | None:
        key: str = event.value
        if event.tag is not None:
            self._fault("tag", event, event.tag)
        elif not event.style:
            if key == "<<":
                self._fault("merge", event)
                return None
            faults = len(self.faults)
            if not isinstance(self._plain(event), str):
                del self.faults[faults:]
                self._fault("key", event, key)
        if event.anchor is not None:
            self._anchors[event.anchor] = (key, 1)
        if not key.isascii() and (clean := visible(key)) != key:
            self._fault("invisible", event, key)
            key = clean
        if key in result:
            self._clashes.append((result, key, result[key]))
        return key

    def _odd_key(self, event: Any, depth: int) -> None:
        """Refuse a list, a mapping or an alias as a key."""
        self._fault("key", event)
        self._value(event, depth)

    def _alias(self, event: Any, depth: int) -> Any:
        name = event.anchor
        if name in self._open or name not in self._anchors:
            self._fault("loop" if name in self._open else "alias", event, name)
            return None
        value, size = self._anchors[name]
        self.repeated += size
        if self.repeated > self._limits.repeated:
            raise self._stop("aliases", event)
        self.count += size
        if self.count > self._limits.nodes:
            raise self._stop("nodes", event)
        return self._copy(value, depth, event)

    def _copy(self, value: Any, depth: int, event: Any) -> Any:
        if not isinstance(value, dict | list):
            return value
        if depth >= self._limits.depth:
            raise self._stop("depth", event)
        if isinstance(value, list):
            return [self._copy(inner, depth + 1, event) for inner in value]
        return {key: self._copy(inner, depth + 1, event) for key, inner in value.items()}


def read_yaml(
    text: str, name: str, lines: Lines, limits: Limits = LIMITS, *, pure: bool = False
) -> Reading:
    """Return the data of a YAML text and everything wrong with it; nothing is raised."""
    clean = prepared(text)
    marked = ("!" in text or "&" in text) and _MARK.search(text) is not None
    data: Any = None
    error: Exception | None = None
    builder: Builder | None = None
    try:
        builder = Builder(events(clean, pure=pure), limits, marked=marked)
        data = builder.document()
    except Found:
        data = None
    except (YAMLError, ValueError, OverflowError) as raised:
        # PyYAML's own parser raises ValueError for some malformed escapes and directives.
        error = raised
    if clean is not text:
        data = restored(data)

    def places() -> Find:
        from governance.source.yaml_places import Table

        return Table(clean, limits, pure=pure).find

    if error is None and builder is not None and not builder.faulty and len(text) <= limits.scalar:
        return Reading(data, (), places)
    from governance.source.yaml_faults import explained

    faults = builder.faults if builder is not None else []
    diagnostics = explained(clean, name, lines, limits, data, faults, error, pure=pure)
    return Reading(data, diagnostics, places)
