"""Where each value and key of a valid JSON text is written, one container at a time."""

from __future__ import annotations

import json
from json.decoder import WHITESPACE, scanstring  # type: ignore[attr-defined]

from governance.records import NamedTuple
from governance.source.position import split

_scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
_blank = WHITESPACE.match


class _Member(NamedTuple):
    """The ranges of a key (of the value itself in a list) and of a value."""

    key: tuple[int, int]
    value: tuple[int, int]


class Places:
    """The members of each container, worked out on the way to what is asked.

    Siblings are skipped by the scanner of the standard library, which is written in C.
    """

    __slots__ = ("_members", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: dict[int, dict[str, _Member]] = {}

    def find(self, place: str, key: bool) -> tuple[int, int] | None:
        """Return the range of a value or of its key; nothing where the text is no JSON."""
        try:
            return self._find(place, key)
        except (ValueError, IndexError, StopIteration, RecursionError):
            return None

    def _find(self, place: str, key: bool) -> tuple[int, int] | None:
        start = _blank(self._text, 0).end()
        found = _Member((start, start), (start, start))
        steps = split(place)
        for step in steps:
            member = self._of(found.value[0]).get(step)
            if member is None:
                return None
            found = member
        if not steps:
            if key:
                return None
            return start, _scan(self._text, start)[1]
        return found.key if key else found.value

    def _of(self, start: int) -> dict[str, _Member]:
        members = self._members.get(start)
        if members is None:
            opening = self._text[start : start + 1]
            if opening == "{":
                members = self._mapping(start + 1)
            elif opening == "[":
                members = self._sequence(start + 1)
            else:
                members = {}
            self._members[start] = members
        return members

    def _mapping(self, index: int) -> dict[str, _Member]:
        text, members = self._text, dict[str, _Member]()
        index = _blank(text, index).end()
        while text[index] != "}":
            name, end = scanstring(text, index + 1, True)
            start = _blank(text, _blank(text, end).end() + 1).end()
            after = _scan(text, start)[1]
            members.setdefault(name, _Member((index, end), (start, after)))
            index = _blank(text, after).end()
            if text[index] == ",":
                index = _blank(text, index + 1).end()
        return members

    def _sequence(self, index: int) -> dict[str, _Member]:
        text, members = self._text, dict[str, _Member]()
        index = _blank(text, index).end()
        while text[index] != "]":
            after = _scan(text, index)[1]
            members[str(len(members))] = _Member((index, after), (index, after))
            index = _blank(text, after).end()
            if text[index] == ",":
                index = _blank(text, index + 1).end()
        return members
