"""One rule against one situation: scope, requirement, timing, assurance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.engine.closures import compiled
from governance.engine.derive import earliest_possible, in_force
from governance.engine.explain import missing_of
from governance.engine.interpret import interpret, interpret_scope
from governance.engine.reasons import reasons
from governance.engine.situation import Situation, Test, item_pointer, pointer_of
from governance.model.rules import scope_of
from governance.model.trace import Leaf, Trace
from governance.model.values import FALSE, TRUE, UNKNOWN, Item, Tri
from governance.model.verdicts import (
    NOT_APPLICABLE,
    SATISFIED,
    UNDETERMINED,
    VIOLATED,
    Verdict,
)
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.model.facts import AcceptedRisk
    from governance.model.rules import Rule

Subject = tuple[Item | None, str]
"""The item a verdict is about and its list; (None, "") for the whole declaration."""


_REQUIRED: Final = (VIOLATED, UNDETERMINED, SATISFIED)
"""Outcome of a requirement in scope, by its truth."""


def outcome_of(scope: Tri, requirement: Tri) -> str:
    """Return the outcome of a scope and a requirement."""
    if scope != TRUE:
        return UNDETERMINED if scope else NOT_APPLICABLE
    return _REQUIRED[requirement]


def subjects(situation: Situation, rule: Rule) -> tuple[list[Subject], bool]:
    """Return what the rule is asked of, and whether the list may hold more."""
    if rule.for_each is None:
        return [(None, "")], False
    members, complete, full = situation.items(rule.for_each, None, "")
    return [(member, full) for member in members], complete == UNKNOWN


def outcomes(situation: Situation, rule: Rule) -> list[tuple[str | None, str]]:
    """Return item id and outcome of a rule by the fast path, without explanations."""
    if rule.for_each is None:
        return [(None, _outcome(situation, rule, None, ""))]
    found, more = subjects(situation, rule)
    told: list[tuple[str | None, str]] = [
        (str(item["id"]), _outcome(situation, rule, item, items))
        for item, items in found
        if item is not None
    ]
    if more:
        told.append((None, _open_scope(situation, rule)))
    return told or [(None, NOT_APPLICABLE)]


def _outcome(situation: Situation, rule: Rule, item: Item | None, items: str) -> str:
    scope = _scope_truth(situation, rule, item, items)
    if scope != TRUE:
        return UNDETERMINED if scope else NOT_APPLICABLE
    return _REQUIRED[_tests(situation, rule).requires(situation, item, items)]


def _open_scope(situation: Situation, rule: Rule) -> str:
    """Items not told may exist: undetermined, unless the rule is out of scope for any item."""
    scope = _scope_truth(situation, rule, None, "")
    return NOT_APPLICABLE if scope == FALSE else UNDETERMINED


def _scope_truth(situation: Situation, rule: Rule, item: Item | None, items: str) -> Tri:
    """Return whether the rule applies; rules that share a scope share the answer."""
    tests = _tests(situation, rule)
    if item is not None:
        return tests.scope(situation, item, items)
    memo = situation.memo
    if tests.scope not in memo:
        memo[tests.scope] = tests.scope(situation, None, "")
    found: Tri = memo[tests.scope]
    return found


class _Tests(NamedTuple):
    """A rule as functions, with the rule itself so that it is kept."""

    rule: Rule
    scope: Test
    requires: Test


_TESTS: dict[int, _Tests] = {}


def _tests(situation: Situation, rule: Rule) -> _Tests:
    """Return the functions of a rule; those of the fast path are made once for all."""
    known: dict[int, _Tests] = _TESTS if situation.compiled is compiled else situation.memo
    found = known.get(id(rule))
    if found is None:
        scope = situation.compiled(scope_of(rule.applies_when, rule.unless))
        found = known[id(rule)] = _Tests(rule, scope, situation.compiled(rule.requires))
    return found


def _scope_reasons(
    situation: Situation, rule: Rule, item: Item | None, items: str
) -> tuple[Leaf, ...]:
    """Return what decides whether the rule applies; shared like the answer."""
    key = ("scope", id(rule.applies_when), id(rule.unless))
    if item is None and key in situation.memo:
        found: tuple[Leaf, ...] = situation.memo[key]
        return found
    scope = scope_of(rule.applies_when, rule.unless)
    made = unique(reasons(situation, scope, item, items))
    if item is None:
        situation.memo[key] = made
    return made


def timing(situation: Situation, rule: Rule) -> tuple[str, str | None, str | None]:
    """Return now, due_later or upcoming, with the day of application and the deadline."""
    applies_from = day_of(situation, rule.in_force_from)
    due = day_of(situation, rule.due)
    if applies_from is not None and situation.as_of < applies_from:
        return "upcoming", applies_from, due
    if due is not None and situation.as_of < due:
        return "due_later", applies_from, due
    return "now", applies_from, due


def day_of(situation: Situation, reference: object) -> str | None:
    """Return the day a reference gives; of an undecided derived date, the earliest it may be."""
    if not isinstance(reference, dict):
        return None if reference is None else str(reference)[:10]
    key = ("day", reference.get("fact"), reference.get("parameter"), str(reference.get("plus")))
    if key not in situation.memo:
        situation.memo[key] = _day_of(situation, reference)
    known: str | None = situation.memo[key]
    return known


def _day_of(situation: Situation, reference: dict[str, Any]) -> str | None:
    found = situation.argument(reference, None, "")
    if found is None:
        fact = reference.get("fact")
        if fact in situation.book.vocabulary.derived:
            found = earliest_possible(situation, str(fact))
    return None if found is None else str(found)[:10]


def verdicts(
    situation: Situation, rule: Rule, *, traces: bool = False, brief: bool = False
) -> Iterator[Verdict]:
    """Yield the verdicts of a rule with their reasons: one, or one per item.

    ``traces`` adds the whole trees, for ``why``; a violation always carries its requirement's.
    ``brief`` leaves out the reasons of what calls for nothing.
    """
    found, more = subjects(situation, rule)
    for item, items in found:
        yield _verdict(situation, rule, item, items, traces=traces, brief=brief)
    if rule.for_each is not None and (more or not found):
        yield _of_the_list(situation, rule, more)


def _verdict(
    situation: Situation, rule: Rule, item: Item | None, items: str, *, traces: bool, brief: bool
) -> Verdict:
    applies = _scope_truth(situation, rule, item, items)
    scope_reasons: tuple[Leaf, ...] = ()
    if not brief or applies == UNKNOWN:
        scope_reasons = _scope_reasons(situation, rule, item, items)
    because = scope_reasons
    scope: Trace | None = None
    requirement: Trace | None = None
    met = UNKNOWN
    if applies == TRUE:
        met = _tests(situation, rule).requires(situation, item, items)
        if traces or met == FALSE:
            requirement = interpret(situation, rule.requires, item, items)
        because = ()
        if not brief or met != TRUE:
            because = unique(reasons(situation, rule.requires, item, items))
    if traces:
        scope = interpret_scope(situation, rule.applies_when, rule.unless, item, items)
    outcome = outcome_of(applies, met)
    missing = missing_of(situation, because) if outcome == UNDETERMINED else ()
    when, applies_from, due = timing(situation, rule)
    name = None if item is None else str(item.get("id"))
    return Verdict(
        rule=rule.id,
        outcome=outcome,
        timing=when,
        severity=rule.severity,
        assurance=_assurance(situation, because) if outcome == SATISFIED else None,
        cites=rule.cites,
        because=because,
        missing=missing,
        needs=tuple(sorted({one.needs for one in missing})),
        pointer=item_pointer(item) if item is not None else _location((*because, *scope_reasons)),
        item=name,
        accepted=acceptance(situation, rule, name) if outcome == VIOLATED else None,
        applies_from=applies_from,
        due=due,
        scope=scope,
        requirement=requirement,
    )


def _of_the_list(situation: Situation, rule: Rule, more: bool) -> Verdict:
    """Speak of a list that is empty, or of items that the declaration does not tell."""
    name = str(rule.for_each)
    outcome = _open_scope(situation, rule) if more else NOT_APPLICABLE
    truth = UNKNOWN if more else FALSE
    leaf = Leaf(
        truth, name, "list", None, None, pointer_of(name), None, (), "facts" if more else None
    )
    because: tuple[Leaf, ...] = (leaf,)
    if more and outcome == NOT_APPLICABLE:
        because = _scope_reasons(situation, rule, None, "")
    missing = missing_of(situation, because) if outcome == UNDETERMINED else ()
    when, applies_from, due = timing(situation, rule)
    needs = tuple(sorted({one.needs for one in missing}))
    return Verdict(
        rule.id,
        outcome,
        when,
        rule.severity,
        None,
        rule.cites,
        because,
        missing,
        needs,
        pointer_of(name),
        None,
        None,
        applies_from,
        due,
        leaf,
        None,
    )


def unique(found: Iterable[Leaf]) -> tuple[Leaf, ...]:
    """Drop leaves that say the same thing of the same place."""
    seen: dict[tuple[object, ...], Leaf] = {}
    for leaf in found:
        seen.setdefault((leaf.fact, leaf.pointer, leaf.operator, repr(leaf.argument)), leaf)
    return tuple(seen.values())


def _location(found: tuple[Leaf, ...]) -> str:
    """Return the place of the first declared answer among the reasons, then of the scope."""
    for leaf in found:
        if leaf.value is not None and not leaf.derived:
            return leaf.pointer
    return found[0].pointer if found else ""


def _assurance(situation: Situation, because: tuple[Leaf, ...]) -> str:
    """Say what supports a satisfied requirement: words, evidence, or verified files."""
    grades = [
        situation.supported(leaf.fact) or "stated"
        for leaf in because
        if leaf.truth == TRUE and leaf.fact.startswith("measures.")
    ]
    if not grades or "stated" in grades:
        return "stated"
    return "verified" if all(grade == "verified" for grade in grades) else "evidenced"


def acceptance(situation: Situation, rule: Rule, item: str | None) -> AcceptedRisk | None:
    """Return the acceptance that covers the gap on the day, if any; never for a prohibition."""
    for risk in situation.facts.accepted:
        if accepts(risk, rule, item) and risk.on <= situation.as_of <= risk.until:
            return risk
    return None


def accepts(risk: AcceptedRisk, rule: Rule, item: str | None) -> bool:
    """Say whether an acceptance is valid for the rule as it stands."""
    return (
        risk.rule == rule.id
        and rule.kind != "prohibition"
        and risk.revision in {None, rule.revision}
        and risk.item in {None, item}
        and risk.requested_by.casefold() != risk.accepted_by.casefold()
    )


def belongs_to_the_day(rule: Rule, as_of: str) -> bool:
    """Say whether the wording that a rule encodes belongs to the law of the day."""
    return in_force(rule.text_from, rule.text_until, as_of)
