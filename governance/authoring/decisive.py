"""The removal gate: every condition of a rule must matter to one of its cases.

Each condition is removed, then negated, one at a time; if all cases still come out as written,
nothing would notice its loss, and the rule is not tested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.authoring.cases import Run, runs
from governance.authoring.selftest import check
from governance.model import conditions as c
from governance.model.rules import Derivation, Rule, Unless
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook


class Survivor(NamedTuple):
    """A change of a rule that none of its cases noticed."""

    rule: str
    path: str
    line: int
    change: str


Change = tuple[str, c.Condition | None]
Mutant = tuple[str, Rule | None, Derivation | None]


def survivors(book: RuleBook, lowered: Iterable[Lowered]) -> Iterator[Survivor]:
    """Yield the changes that no case of their rule notices."""
    for one in lowered:
        situations = list(runs(one.entry.tests, book))
        for change, rule, derivation in mutants(one):
            if not noticed(book, one, rule, derivation, situations):
                yield Survivor(one.entry.id, one.path, one.line, change)


def noticed(
    book: RuleBook,
    one: Lowered,
    rule: Rule | None,
    derivation: Derivation | None,
    situations: list[Run],
) -> bool:
    """Say whether some case fails once the rule is changed."""
    if derivation is not None and one.derivation is not None:
        others = tuple(
            derivation if other is one.derivation else other
            for other in book.derivations[derivation.fact]
        )
        book = book._replace(derivations={**book.derivations, derivation.fact: others})
    return any(check(book, rule, derivation, run) is not None for run in situations)


def count(one: Lowered) -> int:
    """Return the number of changes the gate tries on a rule."""
    return sum(1 for _ in mutants(one))


def mutants(one: Lowered) -> Iterator[Mutant]:
    """Yield every single change of a rule: one condition, or exception, removed or negated."""
    if one.rule is not None:
        yield from _of_rule(one.rule)
    if one.derivation is not None:
        yield from _of_derivation(one.derivation)


def _of_rule(rule: Rule) -> Iterator[Mutant]:
    if rule.applies_when is not None:
        yield "applies_when removed", rule._replace(applies_when=None), None
        for name, changed in changes(rule.applies_when, "applies_when"):
            yield name, rule._replace(applies_when=changed), None
    for name, requires in changes(rule.requires, "requires"):
        if requires is not None:
            yield name, rule._replace(requires=requires), None
    for name, unless in _unless_changes(rule.unless, "unless"):
        yield name, rule._replace(unless=unless), None


def _of_derivation(derivation: Derivation) -> Iterator[Mutant]:
    for name, when in changes(derivation.when, "when"):
        if when is not None:
            yield name, None, derivation._replace(when=when)
    for name, unless in _unless_changes(derivation.unless, "unless"):
        yield name, None, derivation._replace(unless=unless)


def _unless_changes(
    unless: tuple[Unless, ...], where: str
) -> Iterator[tuple[str, tuple[Unless, ...]]]:
    for index, exception in enumerate(unless):
        place = f"{where}.{exception.name}"

        def put(new: Unless, index: int = index) -> tuple[Unless, ...]:
            return (*unless[:index], new, *unless[index + 1 :])

        yield f"{place} removed", (*unless[:index], *unless[index + 1 :])
        for name, changed in changes(exception.when, place):
            if changed is not None:
                yield name, put(exception._replace(when=changed))
        for name, inner in _unless_changes(exception.unless, place):
            yield name, put(exception._replace(unless=inner))


def changes(condition: c.Condition, where: str) -> Iterator[Change]:
    """Yield the condition with one of its nodes negated or removed, at any depth."""
    if isinstance(condition, c.All) and not condition.parts:
        return
    yield f"{where} negated", c.Not(condition)
    match condition:
        case c.All(parts) | c.Any_(parts):
            yield from _of_parts(type(condition), parts, where)
        case c.Not(part):
            for name, changed in changes(part, f"{where}.not"):
                if changed is not None and not name.endswith(".not negated"):
                    yield name, c.Not(changed)
        case c.Every() | c.Some():
            yield from _of_quantifier(condition, where)
        case c.Count() if condition.where is not None:
            yield f"{where}.where removed", condition._replace(where=None)
            for name, changed in changes(condition.where, f"{where}.where"):
                yield name, condition._replace(where=changed)
        case c.Test():
            if condition.unknown_if:
                yield (
                    f"{where}.{condition.fact}.unknown_if removed",
                    condition._replace(unknown_if=()),
                )
            if condition.evidence:
                yield (
                    f"{where}.{condition.fact}.evidence removed",
                    condition._replace(evidence=False),
                )
        case _:
            return


def _of_parts(
    kind: Callable[[tuple[c.Condition, ...]], c.Condition],
    parts: tuple[c.Condition, ...],
    where: str,
) -> Iterator[Change]:
    for index, part in enumerate(parts):
        place = f"{where}.{_label(part, index)}"
        if len(parts) > 1:
            yield f"{place} removed", kind((*parts[:index], *parts[index + 1 :]))
        for name, changed in changes(part, place):
            if changed is not None:
                yield name, kind((*parts[:index], changed, *parts[index + 1 :]))


def _of_quantifier(condition: c.Every | c.Some, where: str) -> Iterator[Change]:
    if condition.where is not None:
        yield f"{where}.where removed", condition._replace(where=None)
        for name, changed in changes(condition.where, f"{where}.where"):
            if changed is not None:
                yield name, condition._replace(where=changed)
    for name, changed in changes(condition.satisfies, f"{where}.satisfies"):
        if changed is not None:
            yield name, condition._replace(satisfies=changed)


def _label(part: c.Condition, index: int) -> str:
    match part:
        case c.Test():
            return f"{index}[{part.fact} {part.operator}]"
        case c.Every() | c.Some() | c.Count():
            return f"{index}[{part.items}]"
        case c.Judged():
            return f"{index}[judgement {part.topic}]"
        case _:
            return str(index)
