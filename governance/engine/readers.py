"""Which rules read a fact, a measure or a judgement, directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.model.conditions import Condition, Count, Every, Judged, Some, Test, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.book import RuleBook
    from governance.model.rules import Unless


def readers(book: RuleBook, name: str) -> list[str]:
    """Return the ids of the rules and derivations whose conditions name the word."""
    found = [
        rule.id
        for rule in book.rules
        if name in words_of(rule.for_each or "", rule.applies_when, rule.unless, rule.requires)
    ]
    found += [
        one.id
        for derivations in book.derivations.values()
        for one in derivations
        if name in words_of("", one.when, one.unless, None) or name in one.collect
    ]
    return sorted(dict.fromkeys(found))


def words_of(
    items: str, when: Condition | None, unless: tuple[Unless, ...], requires: Condition | None
) -> set[str]:
    """Return the facts, measures and judgements that some conditions name, in full."""
    roots = [one for one in (when, requires) if one is not None]
    roots += list(_exceptions(unless))
    words = {items} if items else set()
    for root in roots:
        words |= set(_words(root, items))
    return words


def _exceptions(unless: tuple[Unless, ...]) -> Iterator[Condition]:
    for one in unless:
        yield one.when
        yield from _exceptions(one.unless)


def _words(condition: Condition, items: str) -> Iterator[str]:
    if isinstance(condition, Test):
        yield _full(condition.fact, items)
        if isinstance(condition.argument, dict) and "fact" in condition.argument:
            yield _full(condition.argument["fact"], items)
    elif isinstance(condition, Judged):
        yield f"judgement.{condition.topic}"
    elif isinstance(condition, Every | Some | Count):
        full = _full(condition.items, items)
        yield full
        for inner in (condition.where, getattr(condition, "satisfies", None)):
            if inner is not None:
                yield from _words(inner, full)
    else:
        for inner in children(condition):
            yield from _words(inner, items)


def _full(fact: str, items: str) -> str:
    return f"{items}.{fact[5:]}" if fact.startswith("this.") else fact
