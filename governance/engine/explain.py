"""From an unknown leaf to what a person could answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.engine.derive import fires, in_text
from governance.engine.reasons import of_derivation, reasons
from governance.engine.situation import Situation, pointer_of
from governance.model.trace import Leaf
from governance.model.values import UNKNOWN, Item
from governance.model.verdicts import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable


def missing_of(situation: Situation, found: Iterable[Leaf]) -> tuple[Missing, ...]:
    """Return what the unknown leaves need, derived facts followed down to declared ones."""
    gathered: dict[tuple[str, str | None], Missing] = {}
    for leaf in found:
        for missing in _needs(situation, leaf):
            gathered.setdefault((missing.fact, missing.item), missing)
    return tuple(gathered.values())


_OPEN: Final[tuple[Missing, ...]] = ()
"""What a leaf already being followed adds: nothing, its own needs are being gathered."""


def _needs(situation: Situation, leaf: Leaf) -> tuple[Missing, ...]:
    """Return what one leaf needs; worked out once per leaf, unless facts ask for one another."""
    if leaf.truth != UNKNOWN:
        return ()
    key = ("needs", leaf.fact, leaf.item, leaf.needs, leaf.value is None, _wanted(leaf))
    known = situation.memo.get(key)
    if known is not None:
        found: tuple[Missing, ...] = known
        return found
    situation.memo[key] = _OPEN
    circles = situation.memo.get("circles", 0)
    found = _worked_out(situation, leaf)
    if situation.memo.get("circles", 0) == circles:
        situation.memo[key] = found
    else:
        del situation.memo[key]
    return found


def _worked_out(situation: Situation, leaf: Leaf) -> tuple[Missing, ...]:
    if leaf.derived and leaf.needs == "facts":
        return missing_of(situation, open_causes(situation, leaf.fact, leaf))
    leaf = _outermost(situation, leaf)
    needs = leaf.needs or "facts"
    if needs == "facts" and leaf.value is None:
        first = _asked_first(situation, leaf)
        if first:
            return first
    pointer = leaf.pointer or pointer_of(leaf.fact)
    return (
        Missing(leaf.fact, pointer, leaf.item, needs, situation.facts.unknown.get(pointer, "")),
    )


def _outermost(situation: Situation, leaf: Leaf) -> Leaf:
    """Stand for a list inside items by the list of items itself, while nobody tells that one."""
    spec = situation.book.vocabulary.facts.get(leaf.fact)
    if spec is None or spec.parent is None or leaf.item is not None:
        return leaf
    if situation.value(spec.parent) is not None:
        return leaf
    outer = leaf._replace(fact=spec.parent, operator="list", pointer=pointer_of(spec.parent))
    return _outermost(situation, outer)


def _asked_first(situation: Situation, leaf: Leaf) -> tuple[Missing, ...]:
    """Return what decides whether a question arises, to be asked before the question itself."""
    spec = situation.book.vocabulary.facts.get(leaf.fact)
    if spec is None or spec.ask_when is None or leaf.pointer in situation.facts.unknown:
        return ()
    item = _item(situation, spec.parent, leaf.item) if spec.parent else None
    asking = ("asking", leaf.fact, leaf.item)
    if asking in situation.memo:
        # two questions that wait for each other: this one is asked
        situation.memo["circles"] = situation.memo.get("circles", 0) + 1
        return ()
    items = spec.parent or ""
    if situation.compiled(spec.ask_when)(situation, item, items) != UNKNOWN:
        return ()
    situation.memo[asking] = True
    found = missing_of(situation, reasons(situation, spec.ask_when, item, items))
    del situation.memo[asking]
    return found


def _item(situation: Situation, items: str, name: str | None) -> Item | None:
    members, _, _ = situation.items(items, None, "")
    return next((member for member in members if member.get("id") == name), None)


def open_causes(situation: Situation, fact: str, leaf: Leaf | None = None) -> list[Leaf]:
    """Return the undecided leaves behind a derived fact that is not settled."""
    wanted = _wanted(leaf)
    key = ("causes", fact, wanted)
    if key in situation.memo:
        known: list[Leaf] = situation.memo[key]
        return known
    causes: list[Leaf] = []
    situation.memo[key] = causes
    for rule in in_text(situation, fact):
        if wanted is not None and rule.member is not None and rule.member not in wanted:
            continue
        if rule.collect:
            causes += _collected(situation, rule.collect)
            continue
        if fires(situation, rule) == UNKNOWN:
            causes += of_derivation(situation, rule)
    return causes


def _wanted(leaf: Leaf | None) -> frozenset[str] | None:
    """Return the members a test on a derived set is about, None for all."""
    if leaf is None:
        return None
    if leaf.operator == "includes":
        return frozenset({leaf.argument})
    if leaf.operator in {"includes_any", "includes_all"}:
        return frozenset(leaf.argument)
    return None


def _collected(situation: Situation, sources: tuple[str, ...]) -> list[Leaf]:
    causes: list[Leaf] = []
    for source in sources:
        items, _, name = source.rpartition(".")
        members, complete, full = situation.items(items, None, "")
        if complete == UNKNOWN:
            pointer = pointer_of(items)
            causes.append(Leaf(UNKNOWN, items, "list", None, None, pointer, None, (), "facts"))
        for member in members:
            if situation.field_value(member, full, name) is None:
                pointer = f"{member.get('@', '')}/{name}"
                causes.append(
                    Leaf(
                        UNKNOWN,
                        f"{full}.{name}",
                        "stated",
                        True,
                        None,
                        pointer,
                        member.get("id"),
                        (),
                        "facts",
                    )
                )
    return causes
