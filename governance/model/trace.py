"""Why a condition came out as it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.model.values import UNKNOWN, Tri
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Leaf(NamedTuple):
    """One test as evaluated: what was read, where, and what was expected."""

    truth: Tri
    fact: str
    operator: str
    argument: Any
    value: Any
    pointer: str
    item: str | None
    cites: tuple[str, ...]
    needs: str | None = None
    """For an unknown leaf: facts, evidence or judgement."""
    derived: bool = False


class Branch(NamedTuple):
    """A combination of traces: all, any, not, every, some, count, unless."""

    truth: Tri
    kind: str
    parts: tuple[Trace, ...]
    label: str = ""


Trace = Leaf | Branch


def decisive(trace: Trace) -> Iterator[Leaf]:
    """Yield the leaves that made the trace what it is.

    A false conjunction is explained by its false parts, a true one by all; the mirror
    holds for disjunctions; an unknown combination by its unknown parts.
    """
    if isinstance(trace, Leaf):
        yield trace
        return
    wanted = trace.truth
    if trace.kind == "not":
        for part in trace.parts:
            yield from decisive(part)
        return
    if trace.kind in {"count", "unless"}:
        relevant = [part for part in trace.parts if wanted != UNKNOWN or part.truth == UNKNOWN]
        for part in relevant:
            yield from decisive(part)
        return
    parts = [part for part in trace.parts if part.truth == wanted]
    if wanted == UNKNOWN and trace.kind == "all":
        parts = _facts_first(parts)
    for part in parts:
        yield from decisive(part)


def _facts_first(parts: list[Trace]) -> list[Trace]:
    """Leave appreciations and evidence for later while facts of the same conjunction are open."""
    facts = [part for part in parts if not isinstance(part, Leaf) or part.needs == "facts"]
    return facts or parts


def leaves(trace: Trace) -> Iterator[Leaf]:
    """Yield every leaf, in the order of the rule."""
    if isinstance(trace, Leaf):
        yield trace
        return
    for part in trace.parts:
        yield from leaves(part)
