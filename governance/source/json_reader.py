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
    if "\\ud" in text or "\\uD" in text:
        return False
    if len(text) > limits.scalar:
        return False
    return text.count("[") + text.count("{") <= limits.depth or _flat(data, limits)


def _flat(data: Any, limits: Limits) -> bool:
    level = [data]
    for _ in range(limits.depth):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) in _CONTAINERS
        ]
        if not level:
            return True
    return False
