"""One value of a declaration against the type of its fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model.days import valid
from governance.model.values import TriSet
from governance.schema.problems import (
    BAD_COUNTRY,
    BAD_DATE,
    BAD_NUMBER,
    NO_CHOICE,
    WRONG_TYPE,
    Problem,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.model.vocabulary import Fact

Problems = list[Problem]

YES: Final = {"oui": True, "yes": True, "vrai": True, "true": True}
NO: Final = {"non": False, "no": False, "faux": False, "false": False}
WORDS: Final = YES | NO
"""Words accepted for true and false beside the booleans of YAML and JSON."""

NOTHING: Final = frozenset(
    ["none", "nobody", "nothing", "aucun", "aucune", "personne", "rien", "néant", "neant"]
)
"""Texts that answer "there is none"."""

PLACEHOLDERS: Final = frozenset(
    {
        "todo",
        "tbd",
        "tbc",
        "fixme",
        "xxx",
        "...",
        "…",
        "?",
        "??",
        "???",
        "n/a",
        "na",
        "nc",
        "à compléter",
        "a compléter",
        "à completer",
        "a completer",
        "à définir",
        "a definir",
        "à préciser",
        "a preciser",
        "à remplir",
        "to be completed",
        "to be defined",
        "to complete",
        "lorem ipsum",
        "unknown",
        "inconnu",
        "ne sais pas",
        "je ne sais pas",
    }
)
"""Texts that answer nothing: the fact stays unknown."""

MONTHS: Final = {
    "jour": 1 / 30,
    "jours": 1 / 30,
    "day": 1 / 30,
    "days": 1 / 30,
    "semaine": 7 / 30,
    "semaines": 7 / 30,
    "week": 7 / 30,
    "weeks": 7 / 30,
    "mois": 1,
    "month": 1,
    "months": 1,
    "an": 12,
    "ans": 12,
    "année": 12,
    "années": 12,
    "year": 12,
    "years": 12,
}


def placeholder(text: str) -> bool:
    """Say whether a text only holds the place of an answer."""
    word = text.strip().casefold().strip("[]<>()_ ").rstrip(".! ") or text.strip()
    return not text.strip() or word in PLACEHOLDERS or word.startswith("lorem ipsum")


def _boolean(value: Any, fact: Fact, pointer: str, problems: Problems) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.casefold() in WORDS:
        return WORDS[value.casefold()]
    problems.append(Problem(WRONG_TYPE, pointer, shown(value), "boolean", fact=fact.id))
    return None


def _choice(value: Any, fact: Fact, pointer: str, problems: Problems) -> str | None:
    if isinstance(value, str) and value in fact.choices:
        return value
    problems.append(Problem(NO_CHOICE, pointer, shown(value), "choice", fact.choices, fact.id))
    return None


def _text(value: Any, fact: Fact, pointer: str, problems: Problems) -> str | None:
    if not isinstance(value, str):
        problems.append(Problem(WRONG_TYPE, pointer, shown(value), "text", fact=fact.id))
        return None
    if placeholder(value):
        return None
    return "" if value.strip().casefold().rstrip(".") in NOTHING else value


def _members(
    value: Any,
    fact: Fact,
    pointer: str,
    problems: Problems,
    accept: Callable[[str], bool],
    code: str,
) -> frozenset[str] | TriSet | None:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        problems.append(Problem(WRONG_TYPE, pointer, shown(value), "set", fact=fact.id))
        return None
    members: set[str] = set()
    open_ended = False
    for index, member in enumerate(value):
        if member == "unknown":
            open_ended = True
        elif isinstance(member, str) and accept(member):
            members.add(member)
        else:
            open_ended = True  # it stands for something, nobody can tell what
            where = f"{pointer}/{index}"
            expected = "country" if code == BAD_COUNTRY else "set"
            problems.append(Problem(code, where, shown(member), expected, fact.choices, fact.id))
    if open_ended:
        return TriSet(frozenset(members), frozenset(fact.choices or ("?",)) - members)
    return frozenset(members)


def _set(value: Any, fact: Fact, pointer: str, problems: Problems) -> Any:
    return _members(value, fact, pointer, problems, fact.choices.__contains__, NO_CHOICE)


def country(text: str) -> bool:
    """Say whether a text has the form of a two-letter country code."""
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


def _countries(value: Any, fact: Fact, pointer: str, problems: Problems) -> Any:
    return _members(value, fact, pointer, problems, country, BAD_COUNTRY)


def _country(value: Any, fact: Fact, pointer: str, problems: Problems) -> str | None:
    if isinstance(value, str) and country(value):
        return value
    problems.append(Problem(BAD_COUNTRY, pointer, shown(value), "country", fact=fact.id))
    return None


def _measures(value: Any, fact: Fact, pointer: str, problems: Problems) -> Any:
    return _members(value, fact, pointer, problems, lambda name: "." in name, NO_CHOICE)


def _integer(value: Any, fact: Fact, pointer: str, problems: Problems) -> int | None:
    if whole(value) and value >= 0:
        return int(value)
    problems.append(Problem(BAD_NUMBER, pointer, shown(value), "integer", fact=fact.id))
    return None


def whole(value: Any) -> bool:
    """Say whether a value is a whole number, written 12 or 12.0, as JSON Schema has it."""
    return type(value) is int or (isinstance(value, float) and value.is_integer())


def _number(value: Any, fact: Fact, pointer: str, problems: Problems) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return value
    if fact.unit == "months" and isinstance(value, str):
        months = duration(value)
        if months is not None:
            return months
    expected = "duration" if fact.unit == "months" else "number"
    problems.append(Problem(BAD_NUMBER, pointer, shown(value), expected, fact=fact.id))
    return None


def duration(text: str) -> float | None:
    """Return the months of "2 ans", "6 mois", "90 days"; None when it is no duration."""
    amount, _, unit = text.strip().partition(" ")
    factor = MONTHS.get(unit.strip().casefold())
    if factor is None or not (amount.isascii() and amount.isdigit()) or len(amount) > 6:
        return None
    months = int(amount) * factor
    return int(months) if months == int(months) else round(months, 3)


def _date(value: Any, fact: Fact, pointer: str, problems: Problems) -> str | None:
    if isinstance(value, str) and valid(value):
        return value
    problems.append(Problem(BAD_DATE, pointer, shown(value), "date", fact=fact.id))
    return None


def _datetime(value: Any, fact: Fact, pointer: str, problems: Problems) -> str | None:
    if isinstance(value, str) and valid(value[:10]) and clock(value[10:]):
        return value
    problems.append(Problem(BAD_DATE, pointer, shown(value), "datetime", fact=fact.id))
    return None


def clock(text: str) -> bool:
    """Say whether a text is empty or the time of day that follows a date (T14:30, 14:30:00Z)."""
    if not text:
        return True
    time = text[1:].removesuffix("Z")
    parts = time.split(":")
    if text[0] not in "T " or len(parts) not in {2, 3}:
        return False
    if not all(len(part) == 2 and part.isascii() and part.isdigit() for part in parts):
        return False
    return int(parts[0]) < 24 and all(int(part) < 60 for part in parts[1:])


CHECKS: Final[dict[str, Callable[[Any, Fact, str, Problems], Any]]] = {
    "boolean": _boolean,
    "choice": _choice,
    "text": _text,
    "set": _set,
    "country": _country,
    "countries": _countries,
    "measures": _measures,
    "integer": _integer,
    "number": _number,
    "date": _date,
    "datetime": _datetime,
}


def shown(value: Any) -> str:
    """Return a value as a message may quote it: short, on one line, without control characters."""
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif value is None:
        text = "null"
    elif isinstance(value, dict):
        text = "{…}"
    elif isinstance(value, list):
        text = "[…]"
    else:
        text = str(value)
    text = "".join(char if char.isprintable() else "�" for char in text)
    return text if len(text) <= 60 else text[:59] + "…"
