"""Values of facts in words: labels, dates, numbers with units, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.model.values import NOT_ARISING, TriSet
from governance.reporting.typography import plain, shortened
from governance.text import day_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from governance.reporting.voice import Voice

_LONGEST = 240
"""Characters of a free text that are quoted; the line says where the rest is."""
_POSSIBLE = 4
"""Undecided members that are named; the questions name the rest."""


def value_words(voice: Voice, fact: str, value: Any) -> str:
    """Return a value as a person would say it, given the fact it belongs to."""
    if value is None:
        return voice.say("value.unknown")
    if value is NOT_ARISING:
        return voice.say("value.not_arising")
    if isinstance(value, bool):
        return voice.say("value.yes" if value else "value.no")
    if isinstance(value, TriSet):
        return _partly_known(voice, fact, value)
    if isinstance(value, frozenset | set | list):
        return _set(voice, fact, value)
    if isinstance(value, tuple):
        return _items(voice, value)
    if isinstance(value, int | float):
        return quantity(voice, value, unit_of(voice, fact))
    return _text(voice, fact, str(value))


def members(voice: Voice, fact: str, values: Iterable[str]) -> str:
    """Return the labels of the members of a set, in the order of the vocabulary."""
    return _separated(voice, labels(voice, fact, values))


def labels(voice: Voice, fact: str, values: Iterable[str]) -> list[str]:
    """Return the label of each member, in the order of the vocabulary."""
    spec = voice.book.vocabulary.facts.get(fact) or voice.book.vocabulary.derived.get(fact)
    order = {choice: rank for rank, choice in enumerate(spec.choices if spec else ())}
    ranked = sorted((str(one) for one in values), key=lambda one: (order.get(one, 999), one))
    return [label(voice, fact, one) for one in ranked]


def label(voice: Voice, fact: str, value: str) -> str:
    """Return the label of one member or choice."""
    if value == "?":
        return voice.say("value.more")
    kind = type_of(voice, fact)
    if kind in {"country", "countries"}:
        return voice.messages.get(f"country.{value}", plain(value))
    if kind == "measures":
        return voice.texts.title(f"measures.{value}")
    return plain(voice.texts.choice(fact, value))


def type_of(voice: Voice, fact: str) -> str:
    """Return the type of a declared or derived fact, empty when the fact is neither."""
    vocabulary = voice.book.vocabulary
    found = vocabulary.facts.get(fact) or vocabulary.derived.get(fact)
    return found.type if found else ""


def unit_of(voice: Voice, fact: str) -> str:
    """Return the unit of a number, empty when it has none."""
    found = voice.book.vocabulary.facts.get(fact)
    return (found.unit or "") if found else ""


def quantity(voice: Voice, value: float, unit: str = "") -> str:
    """Return a number as the language writes it, with its unit."""
    shown = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    if voice.language == "fr":
        shown = shown.replace(",", "\u202f").replace(".", ",")
    if not unit:
        return shown
    name = f"unit.{unit}"
    if f"{name}.one" not in voice.messages:
        return shown
    singular = abs(value) < 2 if voice.language == "fr" else value == 1
    return voice.say(f"{name}.{'one' if singular else 'many'}", n=shown)


def day(voice: Voice, iso: str) -> str:
    """Return a day as the language writes it: 24/11/2026, 24 November 2026."""
    date, _, time = plain(iso).partition("T")
    shown = day_in(date, voice.language)
    return voice.say("date.time", day=shown, time=time[:5]) if time else shown


def quoted(voice: Voice, text: str) -> str:
    """Return a text between the quotation marks of the language."""
    return voice.say("quoted", text=text)


def either(voice: Voice, parts: list[str], word: str = "word.or") -> str:
    """Return a, b ou c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {voice.say(word)} {parts[-1]}"


def _text(voice: Voice, fact: str, value: str) -> str:
    if fact.startswith("measures."):
        return voice.messages.get(f"status.{value}", plain(value))
    if fact.startswith("judgement."):
        return voice.messages.get(f"conclusion.{value}", plain(value))
    kind = type_of(voice, fact)
    if kind in {"date", "datetime"}:
        return day(voice, value)
    if kind == "country":
        return label(voice, fact, value)
    if not value:
        return voice.say("value.nothing")
    if kind == "choice":
        return quoted(voice, label(voice, fact, value))
    return quoted(voice, shortened(plain(value), _LONGEST))


def _set(voice: Voice, fact: str, value: Iterable[str]) -> str:
    """Answers of a declaration are quoted, conclusions are not."""
    shown = labels(voice, fact, value)
    if type_of(voice, fact) == "set" and fact in voice.book.vocabulary.facts:
        shown = [quoted(voice, one) for one in shown]
    return _separated(voice, shown) or voice.say("value.none")


def _separated(voice: Voice, parts: list[str]) -> str:
    return (" ; " if voice.language == "fr" else "; ").join(parts)


def _partly_known(voice: Voice, fact: str, value: TriSet) -> str:
    certain, possible = members(voice, fact, value.certain), _some(voice, fact, value.possible)
    if not possible:
        return certain or voice.say("value.none")
    if not certain:
        return voice.say("value.possible_only", possible=possible)
    return voice.say("value.possible", certain=certain, possible=possible)


def _some(voice: Voice, fact: str, values: frozenset[str]) -> str:
    """Return a few labels and how many are left."""
    shown = labels(voice, fact, values)
    left = len(shown) - _POSSIBLE
    if left > 1:
        shown = [*shown[:_POSSIBLE], voice.count("value.left", left)]
    return _separated(voice, shown)


def _items(voice: Voice, value: tuple[Any, ...]) -> str:
    if not value:
        return voice.say("value.no_item")
    names = [
        plain(item.get("id", "")) if isinstance(item, dict) else plain(item) for item in value
    ]
    return voice.count("value.items", len(value), names=shortened(", ".join(names), _LONGEST))
