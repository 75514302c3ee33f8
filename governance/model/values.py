"""Values of facts and conditions: three truths, sets known in part, questions not arising."""

from __future__ import annotations

from typing import Any, Final

from governance.records import NamedTuple

Tri = int
"""FALSE, UNKNOWN or TRUE; conjunction is min, disjunction max, negation 2 - x (Kleene)."""

FALSE: Final = 0
UNKNOWN: Final = 1
TRUE: Final = 2

TRI_NAMES: Final = ("false", "unknown", "true")


class TriSet(NamedTuple):
    """A set of which some members are certain and others undecided."""

    certain: frozenset[str]
    possible: frozenset[str]


class _NotArising:
    """The answer to a question that cannot arise: every test on it is false."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NOT_ARISING"


NOT_ARISING: Final = _NotArising()

Item = dict[str, Any]
"""One element of a declared list: field to value, with its ``id`` and its pointer."""

POINTER: Final = "@"
"""Key under which an item keeps its JSON Pointer in the declaration."""

Value = Any
"""bool, str, number, frozenset, TriSet, tuple of items, NOT_ARISING, None when unknown."""
