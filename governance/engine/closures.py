"""The fast path: each condition becomes one function; it gives truth values and nothing else.

``interpret`` is the reference and explains; a property test proves that both agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine.operators import OPERATORS, Operator, when_not_arising
from governance.engine.situation import ITEM_OF
from governance.model import conditions as c
from governance.model.operators import NAMED_LISTS
from governance.model.values import FALSE, NOT_ARISING, TRUE, UNKNOWN, Item, Tri

if TYPE_CHECKING:
    from governance.engine.situation import Situation, Test

_COMPILED: dict[int, tuple[c.Condition, Test]] = {}


def compiled(condition: c.Condition) -> Test:
    """Return the function of a condition, made once per condition object."""
    found = _COMPILED.get(id(condition))
    if found is None:
        found = (condition, _compile(condition))
        _COMPILED[id(condition)] = found
    return found[1]


def _compile(condition: c.Condition) -> Test:
    kind = type(condition)
    if kind is c.Test:
        return _test(condition)  # type: ignore[arg-type]
    match condition:
        case c.All(parts):
            return _least([compiled(part) for part in sorted(parts, key=_cost)])
        case c.Any_(parts):
            return _greatest([compiled(part) for part in sorted(parts, key=_cost)])
        case c.Not(part):
            inner = compiled(part)
            return lambda situation, item, items: 2 - inner(situation, item, items)
        case c.Every() | c.Some():
            return _quantified(condition)
        case c.Count():
            return _count(condition)
        case c.Judged(topic, _):
            return lambda situation, item, _: _judged(situation, topic, item)
        case _:
            return _test(condition)


def _cost(condition: c.Condition) -> int:
    """Rank parts so that those asked at once come first: one of them may decide."""
    if isinstance(condition, c.Test):
        return 0
    return 2 if isinstance(condition, c.Every | c.Some | c.Count) else 1


def _least(parts: list[Test]) -> Test:
    def conjunction(situation: Situation, item: Item | None, items: str) -> Tri:
        truth = TRUE
        for part in parts:
            found = part(situation, item, items)
            if found == FALSE:
                return FALSE
            if found < truth:
                truth = found
        return truth

    return conjunction


def _greatest(parts: list[Test]) -> Test:
    def disjunction(situation: Situation, item: Item | None, items: str) -> Tri:
        truth = FALSE
        for part in parts:
            found = part(situation, item, items)
            if found == TRUE:
                return TRUE
            if found > truth:
                truth = found
        return truth

    return disjunction


def _test(test: c.Test) -> Test:
    if (
        test.evidence
        or test.unknown_if
        or isinstance(test.argument, dict)
        or (test.argument == "as_of" or test.operator in NAMED_LISTS)
    ):
        return lambda situation, item, items: evaluate_test(situation, test, item, items)
    argument = test.argument
    absent = when_not_arising(test.operator, argument)
    if test.operator in {"includes_any", "includes_all", "includes_any_except", "in", "not_in"}:
        argument = frozenset(argument)
    if test.fact.startswith(ITEM_OF):
        return _field_test(test.fact[len(ITEM_OF) :], OPERATORS[test.operator], argument, absent)
    if test.operator == "is":
        return _equality(test.fact, argument, absent)
    return _fact_test(test.fact, OPERATORS[test.operator], argument, absent)


def _field_test(name: str, operator: Operator, argument: object, absent: Tri) -> Test:
    def check(situation: Situation, item: Item | None, items: str) -> Tri:
        value = None
        if item is not None:
            value = item.get(name)
            if value is None:
                value = situation.field_value(item, items, name)
        if value is None:
            return UNKNOWN
        return absent if value is NOT_ARISING else operator(value, argument)

    return check


def _fact_test(fact: str, operator: Operator, argument: object, absent: Tri) -> Test:
    def check(situation: Situation, _: Item | None, __: str) -> Tri:
        known = situation.known
        value = known[fact] if fact in known else situation.value(fact)
        if value is None:
            return UNKNOWN
        return absent if value is NOT_ARISING else operator(value, argument)

    return check


def _equality(fact: str, argument: object, absent: Tri) -> Test:
    """Return the test most often asked: whether the fact has this value."""
    boolean = isinstance(argument, bool)

    def check(situation: Situation, _: Item | None, __: str) -> Tri:
        known = situation.known
        value = known[fact] if fact in known else situation.value(fact)
        if value is None:
            return UNKNOWN
        if value is NOT_ARISING:
            return absent
        return TRUE if value == argument and isinstance(value, bool) == boolean else FALSE

    return check


def evaluate_test(situation: Situation, test: c.Test, item: Item | None, items: str) -> Tri:
    """Return the truth of one test, with every modifier."""
    value = situation.read(test.fact, item, items)
    if value is None:
        return UNKNOWN
    if value is NOT_ARISING:
        return when_not_arising(test.operator, test.argument)
    argument = situation.argument(test.argument, item, items)
    if argument is None:
        return UNKNOWN
    if test.operator in NAMED_LISTS:
        argument = situation.book.vocabulary.lists[argument]
    truth = OPERATORS[test.operator](value, argument)
    if test.unknown_if and truth == FALSE and _left_open(value, test.unknown_if):
        return UNKNOWN
    if test.evidence and truth == TRUE and situation.supported(test.fact) is None:
        return UNKNOWN
    return truth


def _left_open(value: object, answers: tuple[str, ...]) -> bool:
    if isinstance(value, str):
        return value in answers
    return OPERATORS["includes_any"](value, answers) != FALSE


def _quantified(condition: c.Every | c.Some) -> Test:
    where = None if condition.where is None else compiled(condition.where)
    satisfies = compiled(condition.satisfies)
    name = condition.items
    every = isinstance(condition, c.Every)

    def quantified(situation: Situation, item: Item | None, items: str) -> Tri:
        members, complete, full = situation.items(name, item, items)
        truth = complete if every else 2 - complete
        for member in members:
            found = satisfies(situation, member, full)
            if where is not None:
                kept = where(situation, member, full)
                found = max(2 - kept, found) if every else min(kept, found)
            truth = min(truth, found) if every else max(truth, found)
        return truth

    return quantified


def _count(condition: c.Count) -> Test:
    where = None if condition.where is None else compiled(condition.where)
    name, operator, argument = condition.items, condition.operator, condition.argument

    def count(situation: Situation, item: Item | None, items: str) -> Tri:
        members, complete, full = situation.items(name, item, items)
        kept = [TRUE if where is None else where(situation, member, full) for member in members]
        bound = situation.argument(argument, item, items)
        return counted(kept, complete, operator, bound)

    return count


def counted(kept: list[Tri], complete: Tri, operator: str, bound: float | None) -> Tri:
    """Compare a number of items, some of them undecided, with a bound."""
    if bound is None:
        return UNKNOWN
    least = kept.count(TRUE)
    most = len(kept) - kept.count(FALSE) if complete == TRUE else float("inf")
    low, high = OPERATORS[operator](least, bound), OPERATORS[operator](most, bound)
    return low if low == high else UNKNOWN


def _judged(situation: Situation, topic: str, item: Item | None) -> Tri:
    judged = situation.judgement(topic, item)
    if judged is None:
        return UNKNOWN
    return TRUE if judged.conclusion == "met" else FALSE
