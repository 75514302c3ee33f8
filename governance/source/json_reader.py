"""JSON to plain data with the standard library; equal keys and odd numbers are refused."""

from __future__ import annotations

import json
from math import isinf
from typing import TYPE_CHECKING, Any, Final

from governance.source.limits import LIMITS, Limits
from governance.source.reading import Reading

if TYPE_CHECKING:
    from governance.source.position import Find, Lines

_CONTAINERS: Final = (dict, list)


class _Odd(Exception):  # noqa: N818 - a sign to look closer, not an error
    """Something that the fast path does not accept."""


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _Odd
    return result


def _whole(digits: str) -> int:
    if len(digits) > LIMITS.digits:
        raise _Odd
    return int(digits)


def _real(digits: str) -> float:
    value = float(digits)
    if isinf(value) or len(digits) > LIMITS.digits:
        raise _Odd
    return value


def _constant(_name: str) -> None:
    raise _Odd


_decode = json.JSONDecoder(
    object_pairs_hook=_mapping, parse_int=_whole, parse_float=_real, parse_constant=_constant
).decode


def read_json(text: str, name: str, lines: Lines, limits: Limits = LIMITS) -> Reading:
    """Return the data of a JSON text and everything wrong with it; nothing is raised."""

    def places() -> Find:
        from governance.source.json_places import Places

        return Places(text).find

    try:
        data = _decode(text)
    except (_Odd, ValueError, RecursionError):
        pass
    else:
        if _ordinary(text, data, limits):
            return Reading(data, (), places)
    from governance.source.json_faults import explained

    data, diagnostics = explained(text, name, lines, limits)
    return Reading(data, diagnostics, places)


def _ordinary(text: str, data: Any, limits: Limits) -> bool:
    """Say whether a text is within the limits and has no halves of characters."""
    if "\\" in text and ("\\ud" in text or "\\uD" in text):
        return False
    if len(text) > limits.scalar and not _modest(data, limits):
        return False
    return _flat(data, limits)


def _flat(data: Any, limits: Limits) -> bool:
    """Say whether containers hold one another within the limit."""
    level = [data] if type(data) in _CONTAINERS else []
    for _ in range(limits.depth):
        deeper = []
        for outer in level:
            for inner in outer.values() if type(outer) is dict else outer:
                kind = type(inner)
                if kind is dict or kind is list:
                    deeper.append(inner)
        if not deeper:
            return True
        level = deeper
    return False


def _modest(data: Any, limits: Limits) -> bool:
    """Say whether values are few enough and texts short enough."""
    count, stack = 0, [data]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            if len(value) > limits.scalar:
                return False
        elif isinstance(value, dict):
            count += 2 * len(value)
            stack += value.keys()
            stack += value.values()
        elif isinstance(value, list):
            count += len(value)
            stack += value
        if count > limits.nodes:
            return False
    return True
