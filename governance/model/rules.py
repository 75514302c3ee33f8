"""Rules as the engine uses them: logic and metadata, no texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model.conditions import All, Not
from governance.records import NamedTuple

if TYPE_CHECKING:
    from governance.model.conditions import Condition

KINDS: Final = ("derivation", "prohibition", "obligation", "guidance")
SEVERITIES: Final = ("note", "warning", "error")


class Unless(NamedTuple):
    """A named exception, which may have counter-exceptions of its own."""

    name: str
    when: Condition
    cites: tuple[str, ...] = ()
    unless: tuple[Unless, ...] = ()


class Derivation(NamedTuple):
    """A rule that sets a derived fact, or one member of it."""

    id: str
    fact: str
    member: str | None
    value: Any
    """True for booleans, a date or a reference for dates, None for sets."""
    when: Condition
    unless: tuple[Unless, ...] = ()
    cites: tuple[str, ...] = ()
    text_from: str | None = None
    text_until: str | None = None
    collect: tuple[str, ...] = ()
    outside: str | None = None
    pack: str = ""
    source: tuple[str, int] = ("", 0)
    status: str = "stable"


class Rule(NamedTuple):
    """A requirement: when it applies, what it asks, from when, how grave a gap is."""

    id: str
    name: str
    kind: str
    instrument: str
    level: str
    severity: str
    requires: Condition
    applies_when: Condition | None = None
    unless: tuple[Unless, ...] = ()
    for_each: str | None = None
    in_force_from: Any = None
    due: Any = None
    text_from: str | None = None
    text_until: str | None = None
    cites: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    theme: str = ""
    revision: int = 1
    status: str = "stable"
    dossier: tuple[str, ...] = ()
    pack: str = ""
    source: tuple[str, int] = ("", 0)
    """File inside the rules folder and line of the rule."""


class Contradiction(NamedTuple):
    """Stated facts that cannot all be right: a remark on the declaration, never a verdict."""

    id: str
    name: str
    when: Condition
    shows: tuple[str, ...] = ()
    """Facts whose lines are shown; empty for all that made the condition true."""
    cites: tuple[str, ...] = ()
    pack: str = ""
    source: tuple[str, int] = ("", 0)


_SCOPES: dict[tuple[int, int], tuple[object, object, Condition]] = {}


def scope_of(applies_when: Condition | None, unless: tuple[Unless, ...]) -> Condition:
    """Return "applies, and no exception that stands" as one condition, made once."""
    key = (id(applies_when), id(unless))
    known = _SCOPES.get(key)
    if known is None:
        parts = () if applies_when is None else (applies_when,)
        made: Condition = All((*parts, *(Not(_stands(one)) for one in unless)))
        if applies_when is not None and not unless:
            made = applies_when
        known = _SCOPES[key] = (applies_when, unless, made)
    return known[2]


def _stands(one: Unless) -> Condition:
    """Return the condition under which an exception holds."""
    return All((one.when, *(Not(_stands(inner)) for inner in one.unless)))
