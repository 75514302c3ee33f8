"""JSON Schemas of single values: one definition for each type of fact.

They accept exactly what ``leaves.py`` accepts; a test gives both the same values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.schema.leaves import MONTHS, WORDS
from governance.schema.messages import form
from governance.text import LANGUAGES, typeset

if TYPE_CHECKING:
    from governance.model.vocabulary import DerivedFact, Fact
    from governance.text import LocalText

Schema = dict[str, Any]

_END: Final = r"$(?!\n)"
"""The end of the text: in Python ``$`` also stands before a last line break."""

_LEAP: Final = (
    r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29"
)
_DAY: Final = (
    r"(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|" + _LEAP + ")"
)
_CLOCK: Final = r"(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?Z?)?"

DATE: Final[Schema] = {"type": "string", "pattern": f"^{_DAY}{_END}"}
"""A day of the calendar, leap years included."""
DATE_TIME: Final[Schema] = {"type": "string", "pattern": f"^{_DAY}{_CLOCK}{_END}"}
COUNTRY: Final[Schema] = {"type": "string", "pattern": f"^[A-Z]{{2}}{_END}"}
MEASURE: Final[Schema] = {"type": "string", "pattern": r"\."}
NAME: Final[Schema] = {"type": "string", "pattern": r"\S"}


def _any_case(words: Any) -> str:
    return "|".join(
        "".join(f"[{one}{one.upper()}]" if one.isalpha() else one for one in word)
        for word in words
    )


YES_NO: Final[Schema] = {"type": "string", "pattern": f"^(?:{_any_case(WORDS)}){_END}"}
DURATION: Final[Schema] = {
    "type": "string",
    "pattern": rf"^\s*[0-9]{{1,6}} \s*(?:{_any_case(MONTHS)})\s*$",
}

_UNKNOWN: Final = {"$ref": "#/$defs/unknown"}


def _several(one: Schema) -> list[Schema]:
    """Return the forms of a set: a list, where the rest may be unknown, or a single member."""
    return [{"type": "array", "items": {"anyOf": [one, {"const": "unknown"}]}}, one]


_TYPES: Final[dict[str, list[Schema]]] = {
    "boolean": [{"type": "boolean"}, YES_NO],
    "text": [{"type": "string"}],
    "integer": [{"type": "integer", "minimum": 0}],
    "number": [{"type": "number", "minimum": 0}],
    "duration": [{"type": "number", "minimum": 0}, DURATION],
    "date": [DATE],
    "datetime": [DATE_TIME],
    "country": [COUNTRY],
    "countries": _several(COUNTRY),
    "measures": _several(MEASURE),
}

_WHO: Final = {
    "fr": "Ce que vous ne savez pas encore ; dites qui pourrait répondre.",
    "en": "What you do not know yet; say who could answer.",
}


def definitions(language: str | None) -> dict[str, Schema]:
    """Return the definitions of types that have no choices, and of what is not known."""
    unknown: Schema = {
        "anyOf": [
            {"enum": ["unknown", None]},
            {
                "type": "object",
                "properties": {"unknown": {}},
                "required": ["unknown"],
                "additionalProperties": False,
            },
        ]
    }
    if language is not None:
        unknown["description"] = typeset(_WHO[language], language)
    found = {"unknown": unknown}
    for name, forms in _TYPES.items():
        told = [one | told_when_wrong(name, language) for one in forms]
        found[name] = {"anyOf": [*told, _UNKNOWN]}
    return found


def told_when_wrong(expected: str, language: str | None) -> Schema:
    """Return what editors say of a value that does not fit, in place of their own words."""
    if language is None:
        return {}
    words: LocalText = form("set" if expected in {"countries", "measures"} else expected)
    start = "Il faut " if language == "fr" else "This takes "
    said = typeset(f"{start}{words.in_(language)}.", language)
    return {"errorMessage": said, "patternErrorMessage": said}


def choices_name(fact: str) -> str:
    """Return the name of the definition that holds the choices of a fact."""
    return f"choices.{fact}"


def choices(fact: Fact | DerivedFact, labels: dict[str, str], language: str | None) -> Schema:
    """Return the definition of the choices of a fact, with what each one means."""
    found: Schema = {"enum": list(fact.choices)}
    if language is not None:
        found["enumDescriptions"] = [labels.get(one, one) for one in fact.choices]
        found |= told_when_wrong("choice", language)
    return found


def value(fact: Fact | DerivedFact, unit: str | None = None) -> Schema:
    """Return the schema of the value of a fact that is no list of items."""
    reference = {"$ref": f"#/$defs/{choices_name(fact.id)}"}
    if fact.type == "choice":
        return {"anyOf": [reference, _UNKNOWN]}
    if fact.type == "set":
        return {"anyOf": [*_several(reference), _UNKNOWN]}
    name = "duration" if fact.type == "number" and unit == "months" else fact.type
    return {"$ref": f"#/$defs/{name}"}


assert {"fr", "en"} == set(LANGUAGES) == set(_WHO)
