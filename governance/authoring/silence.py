"""Where a question left out can settle a rule: the direction in which each silence pushes.

A question that cannot arise makes its tests false (or, for “none of”, true). On the way to a
prohibition that must never turn the prohibition off; it may well leave an exception unused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.reading import full_name
from governance.engine.operators import when_not_arising
from governance.model import conditions as c
from governance.model.values import TRUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.book import RuleBook
    from governance.model.rules import Derivation, Rule, Unless

DOWN: Final = -1
UP: Final = 1

Push = tuple[str, int]
"""A derived fact, and whether less of it (DOWN) or more (UP) is looked for."""


def switched_off_by(book: RuleBook, rule: Rule) -> dict[str, list[Rule | Derivation]]:
    """Return the facts whose silence can take a prohibition away, each with what reads it."""
    items = rule.for_each or ""
    seen: set[Push] = set()
    pushes: list[tuple[str, Rule | Derivation]] = []
    if rule.applies_when is not None:
        pushes += _turned(book, rule, _silences(rule.applies_when, items), DOWN, seen)
    pushes += _turned(book, rule, _exceptions(rule.unless, items), UP, seen)
    pushes += _turned(book, rule, _silences(rule.requires, items), UP, seen)
    found: dict[str, list[Rule | Derivation]] = {}
    for fact, reader in pushes:
        found.setdefault(fact, []).append(reader)
    return found


def _turned(
    book: RuleBook,
    reader: Rule | Derivation,
    reads: Iterator[tuple[str, int, int]],
    wanted: int,
    seen: set[Push],
) -> Iterator[tuple[str, Rule | Derivation]]:
    """Yield the declared facts that push in the wanted direction, derived facts followed down.

    A read is (fact, what its silence does, what more of it does).
    """
    for fact, silence, more in reads:
        if fact not in book.vocabulary.derived:
            if silence == wanted:
                yield fact, reader
            continue
        for direction in (DOWN, UP) if more == 0 else (wanted * more,):
            if (fact, direction) in seen:
                continue
            seen.add((fact, direction))
            for one in book.derivations.get(fact, ()):
                yield from _turned(book, one, _derivation(one), direction, seen)


def _harmless(condition: c.Condition) -> bool:
    """Say whether an exception presupposes that nothing is prohibited: it can hide no breach."""
    parts = condition.parts if isinstance(condition, c.All) else (condition,)
    return any(
        isinstance(part, c.Test) and part.fact == "ai_act.prohibited" and part.argument is False
        for part in parts
    )


def _derivation(one: Derivation) -> Iterator[tuple[str, int, int]]:
    yield from _silences(one.when, "")
    unless = tuple(exception for exception in one.unless if not _harmless(exception.when))
    for fact, silence, more in _exceptions(unless, ""):
        yield fact, -silence, -more
    for source in one.collect:
        yield source, DOWN, UP


def _exceptions(unless: tuple[Unless, ...], items: str) -> Iterator[tuple[str, int, int]]:
    """Yield what exceptions read, as it pushes their holding."""
    for one in unless:
        yield from _silences(one.when, items)
        for fact, silence, more in _exceptions(one.unless, items):
            yield fact, -silence, -more


def _silences(
    condition: c.Condition, items: str, sign: int = UP
) -> Iterator[tuple[str, int, int]]:
    match condition:
        case c.Not(part):
            yield from _silences(part, items, -sign)
        case c.Test(fact, operator, argument, _, _, _):
            silent = UP if when_not_arising(operator, argument) == TRUE else DOWN
            yield full_name(fact, items), silent * sign, _more(operator, argument) * sign
        case c.Every(name, where, satisfies, _) | c.Some(name, where, satisfies, _):
            inner = full_name(name, items)
            every = isinstance(condition, c.Every)
            yield inner, (UP if every else DOWN) * sign, (DOWN if every else UP) * sign
            if where is not None:
                yield from _silences(where, inner, -sign if every else sign)
            yield from _silences(satisfies, inner, sign)
        case c.Count(name, where, operator, argument, _):
            inner = full_name(name, items)
            more = _more(operator, argument)
            yield inner, -more * sign if more else DOWN * sign, more * sign
            if where is not None:
                yield from _silences(where, inner, more * sign if more else sign)
        case _:
            for child in c.children(condition):
                yield from _silences(child, items, sign)


_RISING: Final = frozenset(
    {"includes", "includes_any", "includes_all", "includes_any_except", "includes_any_from",
     "includes_any_outside", "size_at_least", "at_least", "more_than", "after", "not_before"}
)  # fmt: skip
_FALLING: Final = frozenset({"size_at_most", "at_most", "less_than", "before", "not_after"})


def _more(operator: str, argument: object) -> int:
    """Say whether a test holds more easily with more of the fact; 0 when it depends."""
    if operator in _RISING:
        return UP
    if operator in _FALLING:
        return DOWN
    if operator == "is" and isinstance(argument, bool):
        return UP if argument else DOWN
    if operator in {"empty", "stated"}:
        return UP if bool(argument) == (operator == "stated") else DOWN
    return 0
