"""Conditions of rules in words, for people who do not write rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.model import conditions as c
from governance.records import NamedTuple
from governance.reporting.demands import demand
from governance.reporting.words import either, quoted, value_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.rules import Unless
    from governance.reporting.voice import Voice


class Clause(NamedTuple):
    """One line of a condition and how deep it stands."""

    depth: int
    text: str


def clauses(
    voice: Voice, condition: c.Condition, items: str = "", depth: int = 0, *, wanted: bool = True
) -> Iterator[Clause]:
    """Yield a condition line by line; with ``wanted`` false, its negation."""
    match condition:
        case c.All(parts) | c.Any_(parts):
            yield from _combined(voice, condition, parts, items, depth, wanted=wanted)
        case c.Not(part):
            yield from clauses(voice, part, items, depth, wanted=not wanted)
        case c.Every() | c.Some():
            yield from _quantified(voice, condition, items, depth, wanted=wanted)
        case c.Count():
            yield from _counted(voice, condition, items, depth, wanted=wanted)
        case c.Judged(topic, cites):
            fact = f"judgement.{topic}"
            value = value_words(voice, fact, "met" if wanted else "not_met")
            words = voice.say("read.judgement", title=voice.texts.title(fact), value=value)
            yield Clause(depth, words + _law(voice, cites))
        case _:
            yield Clause(depth, _test(voice, condition, items, wanted=wanted))


def exceptions(
    voice: Voice, unless: tuple[Unless, ...], items: str, depth: int
) -> Iterator[Clause]:
    """Yield named exceptions with their conditions and their own exceptions."""
    for one in unless:
        title = voice.say("clause.exception", name=one.name.replace("-", " "))
        yield Clause(depth, title + _law(voice, one.cites))
        yield from clauses(voice, one.when, items, depth + 1)
        if one.unless:
            yield Clause(depth + 1, voice.say("clause.unless"))
            yield from exceptions(voice, one.unless, items, depth + 2)


def _combined(
    voice: Voice,
    condition: c.Condition,
    parts: tuple[c.Condition, ...],
    items: str,
    depth: int,
    *,
    wanted: bool,
) -> Iterator[Clause]:
    if len(parts) == 1:
        yield from clauses(voice, parts[0], items, depth, wanted=wanted)
        return
    if not parts:
        yield Clause(depth, voice.say("clause.always" if wanted else "clause.never"))
        return
    together = isinstance(condition, c.All) == wanted
    yield Clause(depth, voice.say("clause.all" if together else "clause.any"))
    for part in parts:
        yield from clauses(voice, part, items, depth + 1, wanted=wanted)


def _quantified(
    voice: Voice, condition: c.Every | c.Some, items: str, depth: int, *, wanted: bool
) -> Iterator[Clause]:
    full = full_name(condition.items, items)
    every = isinstance(condition, c.Every) == wanted
    name = quoted(voice, voice.texts.title(full))
    yield Clause(depth, voice.say("clause.every" if every else "clause.some", items=name))
    if condition.where is not None:
        yield Clause(depth + 1, voice.say("clause.where"))
        yield from clauses(voice, condition.where, full, depth + 2)
        yield Clause(depth + 1, voice.say("clause.then"))
        depth += 1
    yield from clauses(voice, condition.satisfies, full, depth + 1, wanted=wanted)


def _counted(
    voice: Voice, condition: c.Count, items: str, depth: int, *, wanted: bool
) -> Iterator[Clause]:
    full = full_name(condition.items, items)
    asked = demand(voice, "", condition.operator, condition.argument, wanted=wanted)
    name = quoted(voice, voice.texts.title(full))
    yield Clause(depth, voice.say("clause.count", items=name, value=asked))
    if condition.where is not None:
        yield Clause(depth + 1, voice.say("clause.where"))
        yield from clauses(voice, condition.where, full, depth + 2)


def _test(voice: Voice, test: c.Test, items: str, *, wanted: bool) -> str:
    fact = full_name(test.fact, items)
    asked = demand(voice, fact, test.operator, test.argument, wanted=wanted)
    words = voice.say("read.titled", title=voice.texts.title(fact), value=asked)
    if test.evidence:
        words += voice.say("clause.evidence")
    if test.unknown_if:
        answers = [quoted(voice, voice.texts.choice(fact, one)) for one in test.unknown_if]
        words += voice.say("clause.unknown_if", values=either(voice, answers))
    return words + _law(voice, test.cites)


def _law(voice: Voice, cites: tuple[str, ...]) -> str:
    return f" ({voice.law(cites)})" if cites else ""


def full_name(fact: str, items: str) -> str:
    """Return the id of a fact, fields of the current item included."""
    return f"{items}.{fact[5:]}" if fact.startswith("this.") else fact
