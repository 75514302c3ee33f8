"""What a condition asks of a fact, in words that follow the name of the fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.reporting.words import (
    day,
    either,
    label,
    labels,
    members,
    quantity,
    quoted,
    type_of,
    unit_of,
    value_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from governance.reporting.voice import Voice

_FLIPPED: Final = {
    "at_least": "less_than",
    "less_than": "at_least",
    "at_most": "more_than",
    "more_than": "at_most",
    "before": "not_before",
    "not_before": "before",
    "after": "not_after",
    "not_after": "after",
    "in": "not_in",
    "not_in": "in",
}
_NUMBERS: Final = frozenset({"at_least", "at_most", "more_than", "less_than"})
_DATES: Final = frozenset({"before", "after", "not_before", "not_after"})


def demand(voice: Voice, fact: str, operator: str, argument: Any, *, wanted: bool = True) -> str:
    """Return what an operator asks, or with ``wanted`` false what its negation asks."""
    if not wanted and operator in _FLIPPED:
        return demand(voice, fact, _FLIPPED[operator], argument)
    if operator in _NUMBERS:
        return voice.say(f"ask.{operator}", value=bound(voice, fact, argument))
    if operator in _DATES:
        return voice.say(f"ask.{operator}", value=bound(voice, fact, argument))
    if operator in {"size_at_least", "size_at_most"}:
        return _size(voice, operator, int(argument), wanted=wanted)
    if operator in {"empty", "stated"}:
        return voice.say(f"ask.{operator}.{'yes' if bool(argument) == wanted else 'no'}")
    if operator in {"is", "judged"}:
        return _equality(voice, fact, argument, wanted=wanted)
    if operator in {"in", "not_in"}:
        return _among(voice, fact, argument, wanted=operator == "in")
    if operator == "list":
        return voice.say("ask.list")
    return _set(voice, fact, operator, argument, wanted=wanted)


def bound(voice: Voice, fact: str, argument: Any) -> str:
    """Return the other side of a comparison: a literal, another fact or a value of the law."""
    if argument == "as_of":
        return voice.say("ask.as_of")
    if isinstance(argument, dict):
        return _reference(voice, argument)
    if isinstance(argument, str):
        return day(voice, argument)
    return quantity(voice, argument, unit_of(voice, fact))


def _reference(voice: Voice, argument: dict[str, Any]) -> str:
    if "parameter" in argument:
        named = parameter_title(voice, argument["parameter"])
    else:
        named = quoted(voice, voice.texts.title(str(argument.get("fact", ""))))
    offset = argument.get("plus")
    if not offset:
        return named
    return voice.say("ask.plus", base=named, offset=offset_words(voice, offset))


def parameter_title(voice: Voice, name: str) -> str:
    """Return what a parameter is called."""
    entry = voice.texts.data.get("parameters", {}).get(name, {})
    return quoted(voice, str(entry.get("title") or name))


def offset_words(voice: Voice, offset: dict[str, Any]) -> str:
    """Return 3 mois, 2 ans et 10 jours."""
    parts = [
        parameter_title(voice, amount["parameter"])
        if isinstance(amount, dict)
        else quantity(voice, amount, unit)
        for unit, amount in offset.items()
    ]
    return either(voice, parts, "word.and")


def _size(voice: Voice, operator: str, number: int, *, wanted: bool) -> str:
    if not wanted:
        number += -1 if operator == "size_at_least" else 1
        operator = "size_at_most" if operator == "size_at_least" else "size_at_least"
    return voice.count(f"ask.{operator}", number)


def _equality(voice: Voice, fact: str, argument: Any, *, wanted: bool) -> str:
    if isinstance(argument, bool):
        return value_words(voice, fact, argument == wanted)
    if isinstance(argument, dict):
        shown = _reference(voice, argument)
    else:
        shown = value_words(voice, fact, argument)
    return shown if wanted else voice.say("ask.other_than", value=shown)


def _among(voice: Voice, fact: str, argument: Iterable[Any], *, wanted: bool) -> str:
    shown = [value_words(voice, fact, one) for one in argument]
    if wanted:
        return either(voice, shown)
    return voice.say("ask.not_in", values=either(voice, shown))


def _set(voice: Voice, fact: str, operator: str, argument: Any, *, wanted: bool) -> str:
    side = "yes" if wanted else "no"
    if operator == "includes":
        shown = quoted(voice, label(voice, fact, str(argument)))
        return voice.say(f"ask.includes.{side}", value=shown)
    if operator in {"includes_any_from", "includes_any_outside"}:
        return voice.say(f"ask.{operator}.{side}", value=named_list(voice, str(argument)))
    many = [argument] if isinstance(argument, str) else list(argument)
    if len(many) == 1 and operator in {"includes_any", "includes_all"}:
        return _set(voice, fact, "includes", many[0], wanted=wanted)
    return voice.say(f"ask.{operator}.{side}", values=members(voice, fact, many))


def named_list(voice: Voice, name: str) -> str:
    """Return what a named list holds."""
    return voice.messages.get(f"list.{name}", name)


def lacking(voice: Voice, fact: str, operator: str, argument: Any, value: Any) -> list[str]:
    """Return the labels of the members that a set lacks, when that says it better."""
    if operator == "includes":
        return [label(voice, fact, str(argument))]
    if operator == "includes_all":
        there = value if isinstance(value, frozenset) else getattr(value, "certain", frozenset())
        return labels(voice, fact, [one for one in argument if one not in there])
    return []


def is_measure(voice: Voice, fact: str) -> bool:
    """Say whether a fact is a measure, whose value is a status."""
    return fact.startswith("measures.") or type_of(voice, fact) == "measures"
