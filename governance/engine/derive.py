"""Derived facts: booleans, sets and days that rules establish from other facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.model.rules import scope_of
from governance.model.values import FALSE, TRUE, UNKNOWN, Tri, TriSet, Value

if TYPE_CHECKING:
    from governance.engine.situation import Situation
    from governance.model.rules import Derivation
    from governance.model.vocabulary import DerivedFact


def derive(situation: Situation, fact: str) -> Value:
    """Return the value of a derived fact, None when it stays unknown."""
    spec = situation.book.vocabulary.derived[fact]
    rules = in_text(situation, fact)
    if any(rule.collect for rule in rules):
        return _collected(situation, rules)
    if spec.type in {"set", "countries"}:
        return _set(situation, spec, rules)
    if spec.type == "date":
        return _earliest(situation, rules)
    truth = max(
        (fires(situation, rule) for rule in rules), default=UNKNOWN if not rules else FALSE
    )
    if truth == TRUE:
        return True
    return False if truth == FALSE and spec.closed and rules else None


_KEPT = 32
"""Rule books and days whose wordings are remembered."""
_IN_TEXT: dict[tuple[int, str], tuple[object, dict[str, list[Derivation]]]] = {}


def in_text(situation: Situation, fact: str) -> list[Derivation]:
    """Return the derivations of a fact that belong to the law of the day."""
    derivations, day = situation.book.derivations, situation.as_of
    known = _IN_TEXT.get((id(derivations), day))
    if known is None:
        chosen = {
            name: [rule for rule in rules if in_force(rule.text_from, rule.text_until, day)]
            for name, rules in derivations.items()
        }
        if len(_IN_TEXT) >= _KEPT:
            _IN_TEXT.clear()
        known = _IN_TEXT[id(derivations), day] = (derivations, chosen)
    return known[1].get(fact, [])


def in_force(since: str | None, until: str | None, day: str) -> bool:
    """Say whether a wording belongs to the law of the day (both ends included)."""
    return (since is None or since <= day) and (until is None or day <= until)


def fires(situation: Situation, rule: Derivation) -> Tri:
    """Return the truth of: when, and no exception that stands."""
    scope = rule.when if not rule.unless else scope_of(rule.when, rule.unless)
    return situation.compiled(scope)(situation, None, "")


def _set(situation: Situation, spec: DerivedFact, rules: list[Derivation]) -> TriSet:
    truths: dict[str, Tri] = {}
    for rule in rules:
        if rule.member is not None:
            truths[rule.member] = max(truths.get(rule.member, FALSE), fires(situation, rule))
    if not spec.closed or not rules:
        for choice in spec.choices or ("?",):
            truths[choice] = max(truths.get(choice, UNKNOWN), UNKNOWN)
    return TriSet(
        frozenset(member for member, truth in truths.items() if truth == TRUE),
        frozenset(member for member, truth in truths.items() if truth == UNKNOWN),
    )


def _collected(situation: Situation, rules: list[Derivation]) -> TriSet:
    """Gather the values of some fields; an untold field leaves the set open (``?``)."""
    certain: set[str] = set()
    open_ended = False
    for rule in rules:
        inside = situation.book.vocabulary.lists.get(rule.outside or "", frozenset())
        for source in rule.collect:
            items, _, name = source.rpartition(".")
            members, complete, full = situation.items(items, None, "")
            open_ended = open_ended or complete == UNKNOWN
            for member in members:
                found = situation.field_value(member, full, name)
                if found is None:
                    open_ended = True
                elif isinstance(found, str):
                    certain.add(found)
                elif isinstance(found, frozenset):
                    certain |= found
        certain -= inside
    return TriSet(frozenset(certain), frozenset({"?"}) if open_ended else frozenset())


def _earliest(situation: Situation, rules: list[Derivation]) -> Value:
    """Return the earliest day among the derivations that hold, unknown while one is undecided."""
    days, undecided = dated(situation, rules)
    if undecided or not days:
        return None
    return min(days)


def dated(situation: Situation, rules: list[Derivation]) -> tuple[list[str], list[str]]:
    """Return the certain days and the undecided ones."""
    certain: list[str] = []
    undecided: list[str] = []
    for rule in rules:
        truth = fires(situation, rule)
        if truth == FALSE:
            continue
        day = situation.argument(rule.value, None, "")
        if day is not None:
            (certain if truth == TRUE else undecided).append(day)
    return certain, undecided


def earliest_possible(situation: Situation, fact: str) -> str | None:
    """Return the earliest day that a derived date may have, certain or not."""
    given = situation.facts.given.get(fact)
    if given is not None:
        return str(given)
    certain, undecided = dated(situation, in_text(situation, fact))
    return min([*certain, *undecided], default=None)
