"""The reference: a plain walk of the condition that keeps why it came out as it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine.closures import counted
from governance.engine.operators import OPERATORS, when_not_arising
from governance.engine.situation import ITEM_OF, Situation, item_pointer, pointer_of
from governance.model import conditions as c
from governance.model.operators import NAMED_LISTS
from governance.model.trace import Branch, Leaf, Trace
from governance.model.values import FALSE, NOT_ARISING, TRUE, UNKNOWN, Item, Tri

if TYPE_CHECKING:
    from governance.model.rules import Unless


def interpret(
    situation: Situation, condition: c.Condition, item: Item | None, items: str
) -> Trace:
    """Return the trace of a condition."""
    match condition:
        case c.All(parts):
            traces = tuple(interpret(situation, part, item, items) for part in parts)
            return Branch(min((t.truth for t in traces), default=TRUE), "all", traces)
        case c.Any_(parts):
            traces = tuple(interpret(situation, part, item, items) for part in parts)
            return Branch(max((t.truth for t in traces), default=FALSE), "any", traces)
        case c.Not(part):
            inner = interpret(situation, part, item, items)
            return Branch(2 - inner.truth, "not", (inner,))
        case c.Test():
            return _test(situation, condition, item, items)
        case c.Every():
            return _every(situation, condition, item, items)
        case c.Some():
            return _some(situation, condition, item, items)
        case c.Count():
            return _count(situation, condition, item, items)
        case c.Judged():
            return _judged(situation, condition, item)


def _test(situation: Situation, test: c.Test, item: Item | None, items: str) -> Leaf:
    value = situation.read(test.fact, item, items)
    truth, needs = _truth(situation, test, value, item, items)
    argument = test.argument
    if isinstance(argument, dict) or argument == "as_of":
        argument = situation.argument(argument, item, items)
        if truth == UNKNOWN and value is not None and argument is None and "fact" in test.argument:
            # What is missing is not the fact that is compared but the one it is compared with.
            compared = c.Test(test.argument["fact"], "stated", True, cites=test.cites)
            return _leaf(situation, compared, True, UNKNOWN, None, "facts", item, items)
    return _leaf(situation, test, argument, truth, value, needs, item, items)


def _leaf(
    situation: Situation,
    test: c.Test,
    argument: object,
    truth: Tri,
    value: object,
    needs: str | None,
    item: Item | None,
    items: str,
) -> Leaf:
    fact, pointer, name = test.fact, "", None
    if fact.startswith(ITEM_OF):
        fact = f"{items}.{fact[5:]}"
        if item is not None:
            pointer, name = f"{item_pointer(item)}/{test.fact[5:]}", item.get("id")
    else:
        pointer = pointer_of(fact)
    derived = fact in situation.book.vocabulary.derived
    return Leaf(
        truth, fact, test.operator, argument, value, pointer, name, test.cites, needs, derived
    )


def _truth(
    situation: Situation, test: c.Test, value: object, item: Item | None, items: str
) -> tuple[Tri, str | None]:
    """Return the truth of a test and, when unknown, what would settle it."""
    if value is None:
        return UNKNOWN, "facts"
    if value is NOT_ARISING:
        return when_not_arising(test.operator, test.argument), None
    argument = situation.argument(test.argument, item, items)
    if argument is None:
        return UNKNOWN, "facts"
    if test.operator in NAMED_LISTS:
        argument = situation.book.vocabulary.lists[argument]
    truth = OPERATORS[test.operator](value, argument)
    if truth == FALSE and test.unknown_if:
        single = frozenset({value}) if isinstance(value, str) else value
        if OPERATORS["includes_any"](single, test.unknown_if) != FALSE:
            return UNKNOWN, "judgement"
    if truth == TRUE and test.evidence and situation.supported(test.fact) is None:
        return UNKNOWN, "evidence"
    return truth, "facts" if truth == UNKNOWN else None


def _open_list(name: str, items: str, item: Item | None) -> Leaf:
    """Stand for the items that the declaration does not tell."""
    fact, pointer, owner = name, pointer_of(name), None
    if name.startswith(ITEM_OF):
        fact = f"{items}.{name[5:]}"
        if item is not None:
            pointer, owner = f"{item_pointer(item)}/{name[5:]}", item.get("id")
    return Leaf(UNKNOWN, fact, "list", None, None, pointer, owner, (), "facts")


def _every(situation: Situation, condition: c.Every, item: Item | None, items: str) -> Branch:
    members, complete, full = situation.items(condition.items, item, items)
    parts: list[Trace] = []
    for member in members:
        inner = interpret(situation, condition.satisfies, member, full)
        if condition.where is not None:
            kept = interpret(situation, condition.where, member, full)
            outside = Branch(2 - kept.truth, "not", (kept,))
            inner = Branch(max(outside.truth, inner.truth), "any", (outside, inner))
        parts.append(inner)
    if complete == UNKNOWN:
        parts.append(_open_list(condition.items, items, item))
    return Branch(min((p.truth for p in parts), default=TRUE), "all", tuple(parts), "every")


def _some(situation: Situation, condition: c.Some, item: Item | None, items: str) -> Branch:
    members, complete, full = situation.items(condition.items, item, items)
    parts: list[Trace] = []
    for member in members:
        inner = interpret(situation, condition.satisfies, member, full)
        if condition.where is not None:
            kept = interpret(situation, condition.where, member, full)
            inner = Branch(min(kept.truth, inner.truth), "all", (kept, inner))
        parts.append(inner)
    if complete == UNKNOWN:
        parts.append(_open_list(condition.items, items, item))
    if not parts:
        parts.append(_no_item(condition.items))
    return Branch(max((p.truth for p in parts), default=FALSE), "any", tuple(parts), "some")


def _no_item(name: str) -> Leaf:
    return Leaf(FALSE, name, "list", None, (), pointer_of(name), None, ())


def _count(situation: Situation, condition: c.Count, item: Item | None, items: str) -> Branch:
    members, complete, full = situation.items(condition.items, item, items)
    parts: list[Trace] = []
    kept: list[Tri] = []
    for member in members:
        if condition.where is None:
            kept.append(TRUE)
            continue
        inner = interpret(situation, condition.where, member, full)
        parts.append(inner)
        kept.append(inner.truth)
    if complete == UNKNOWN:
        parts.append(_open_list(condition.items, items, item))
    if not parts:
        parts.append(Leaf(TRUE, full, "list", None, members, pointer_of(full), None, ()))
    bound = situation.argument(condition.argument, item, items)
    return Branch(counted(kept, complete, condition.operator, bound), "count", tuple(parts))


def _judged(situation: Situation, condition: c.Judged, item: Item | None) -> Leaf:
    judged = situation.judgement(condition.topic, item)
    fact = f"judgement.{condition.topic}"
    name = None if item is None else item.get("id")
    if judged is None:
        return Leaf(
            UNKNOWN, fact, "judged", "met", None, "/judgements", name, condition.cites, "judgement"
        )
    truth = TRUE if judged.conclusion == "met" else FALSE
    pointer = f"/judgements/{judged.position}"
    return Leaf(truth, fact, "judged", "met", judged.conclusion, pointer, name, condition.cites)


def interpret_scope(
    situation: Situation,
    applies_when: c.Condition | None,
    unless: tuple[Unless, ...],
    item: Item | None,
    items: str,
) -> Trace:
    """Return the trace of: applies, and no exception that stands."""
    parts: list[Trace] = []
    if applies_when is not None:
        parts.append(interpret(situation, applies_when, item, items))
    parts += [_exception(situation, exception, item, items) for exception in unless]
    return Branch(min((part.truth for part in parts), default=TRUE), "all", tuple(parts), "scope")


def _exception(situation: Situation, exception: Unless, item: Item | None, items: str) -> Branch:
    when = interpret(situation, exception.when, item, items)
    parts: list[Trace] = [when]
    parts += [_exception(situation, inner, item, items) for inner in exception.unless]
    holds = Branch(min(part.truth for part in parts), "all", tuple(parts))
    return Branch(2 - holds.truth, "not", (holds,), exception.name)
