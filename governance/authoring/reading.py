"""What conditions, rules and derivations read: facts by their full id, parameters, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.book import RuleBook
    from governance.model.rules import Derivation, Rule, Unless

Placed = tuple[c.Condition, str]
"""A condition and the list whose fields its ``this.`` names are."""


def full_name(fact: str, items: str) -> str:
    """Return the id in the vocabulary of a fact, or of a field of the current item."""
    return f"{items}.{fact[5:]}" if fact.startswith("this.") else fact


def inside(condition: c.Condition, items: str = "") -> Iterator[Placed]:
    """Yield the condition and all conditions inside it, with the list they speak of."""
    yield condition, items
    match condition:
        case c.Every(name, where, satisfies, _) | c.Some(name, where, satisfies, _):
            inner = full_name(name, items)
            if where is not None:
                yield from inside(where, inner)
            yield from inside(satisfies, inner)
        case c.Count(name, where, _, _, _):
            if where is not None:
                yield from inside(where, full_name(name, items))
        case _:
            for child in c.children(condition):
                yield from inside(child, items)


def facts_of(condition: c.Condition, items: str = "") -> Iterator[str]:
    """Yield the full ids of the facts that a condition reads."""
    for node, where in inside(condition, items):
        match node:
            case c.Test(fact, _, argument, _, _, _):
                yield full_name(fact, where)
                yield from references(argument, "fact", where)
            case c.Every(name, _, _, _) | c.Some(name, _, _, _) | c.Count(name, _, _, _, _):
                yield full_name(name, where)
                if isinstance(node, c.Count):
                    yield from references(node.argument, "fact", where)
            case _:
                continue


def parameters_of(condition: c.Condition) -> Iterator[str]:
    """Yield the parameters that a condition compares with."""
    for node, _ in inside(condition):
        if isinstance(node, c.Test | c.Count):
            yield from references(node.argument, "parameter", "")


def topics_of(condition: c.Condition) -> Iterator[str]:
    """Yield the topics of judgement that a condition leaves to a person."""
    for node, _ in inside(condition):
        if isinstance(node, c.Judged):
            yield node.topic


def references(argument: Any, kind: str, items: str) -> Iterator[str]:
    """Yield what an argument refers to, offsets included: ``fact`` or ``parameter``."""
    if not isinstance(argument, dict):
        return
    if kind in argument:
        yield full_name(str(argument[kind]), items)
    for amount in argument.get("plus", {}).values():
        yield from references(amount, kind, items)


def exceptions(unless: tuple[Unless, ...]) -> Iterator[c.Condition]:
    """Yield the conditions of exceptions and of their own exceptions."""
    for one in unless:
        yield one.when
        yield from exceptions(one.unless)


def scope_of(rule: Rule) -> Iterator[c.Condition]:
    """Yield the conditions that decide whether a rule applies."""
    if rule.applies_when is not None:
        yield rule.applies_when
    yield from exceptions(rule.unless)


def of_rule(rule: Rule) -> Iterator[str]:
    """Yield the facts that a rule reads."""
    items = rule.for_each or ""
    if items:
        yield items
    for condition in (*scope_of(rule), rule.requires):
        yield from facts_of(condition, items)
    for day in (rule.in_force_from, rule.due):
        yield from references(day, "fact", items)


def of_derivation(derivation: Derivation) -> Iterator[str]:
    """Yield the facts that a derivation reads."""
    for condition in (derivation.when, *exceptions(derivation.unless)):
        yield from facts_of(condition)
    yield from references(derivation.value, "fact", "")
    for source in derivation.collect:
        yield source
        yield source.rpartition(".")[0]


def conditions(book: RuleBook) -> Iterator[Placed]:
    """Yield every condition of a book: of rules, of derivations, of questions."""
    for rule in book.rules:
        for condition in (*scope_of(rule), rule.requires):
            yield condition, rule.for_each or ""
    for derivations in book.derivations.values():
        for derivation in derivations:
            for condition in (derivation.when, *exceptions(derivation.unless)):
                yield condition, ""
    for contradiction in book.contradictions:
        yield contradiction.when, ""
    for fact in book.vocabulary.facts.values():
        if fact.ask_when is not None:
            yield fact.ask_when, fact.parent or ""


def sources_of(book: RuleBook, fact: str) -> frozenset[str]:
    """Return what a fact depends on: derivations of a derived one, when a question arises."""
    found: set[str] = set()
    for derivation in book.derivations.get(fact, ()):
        found |= set(of_derivation(derivation))
    spec = book.vocabulary.facts.get(fact)
    if spec is not None and spec.does_not_arise and spec.ask_when is not None:
        found |= set(facts_of(spec.ask_when, spec.parent or ""))
    return frozenset(found)
