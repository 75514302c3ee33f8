"""The JSON Schema of conditions, written by hand: they are recursive and keyed by fact."""

from __future__ import annotations

from typing import Any, Final

from governance.model.operators import DATES, NUMBERS

_KEYWORDS: Final = (
    "all", "any", "not", "judgement", "every", "some", "count", "where", "satisfies", "cites",
    "is", *sorted(NUMBERS),
)  # fmt: skip

DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
CITATION: Final = r"^[a-z][a-z0-9_]*(:\S+)?$"
_FACT: Final = rf"^(?!(?:{'|'.join(_KEYWORDS)})$)[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$"
_LIST: Final = r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$"

_CONDITION: Final = {"$ref": "#/$defs/Condition"}
_REFERENCE: Final = {"$ref": "#/$defs/Reference"}
_SCALAR: Final = {"type": ["boolean", "string", "number"]}
_WORDS: Final = {"type": "array", "items": {"type": "string"}, "minItems": 1}
_CITES: Final = {"$ref": "#/$defs/Citations"}


def _said(fr: str, en: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": f"{fr}\n{en}", **schema}


def definitions() -> dict[str, Any]:
    """Return the definitions that conditions need, by name."""
    return {
        "Citations": {
            "description": "Une citation ou plusieurs : ai_act:14.4.d\nOne citation or several",
            "oneOf": [
                {"type": "string", "pattern": CITATION},
                {"type": "array", "items": {"type": "string", "pattern": CITATION}},
            ],
        },
        "Reference": _reference(),
        "Condition": _condition(),
        "Test": _test(),
    }


def _reference() -> dict[str, Any]:
    amount = {"oneOf": [{"type": "integer"}, {"$ref": "#/$defs/Reference"}]}
    return {
        "description": "La valeur d’un fait ou d’un paramètre, plus une durée au besoin.\n"
        "The value of a fact or of a parameter, plus a duration if needed.",
        "type": "object",
        "properties": {
            "fact": {"type": "string"},
            "parameter": {"type": "string"},
            "plus": {
                "type": "object",
                "properties": {"days": amount, "months": amount, "years": amount},
                "additionalProperties": False,
                "minProperties": 1,
            },
        },
        "additionalProperties": False,
        "oneOf": [{"required": ["fact"]}, {"required": ["parameter"]}],
    }


def _condition() -> dict[str, Any]:
    several = {"type": "array", "items": _CONDITION, "minItems": 1}
    bounds = {name: {"oneOf": [{"type": "number"}, _REFERENCE]} for name in sorted(NUMBERS)}
    named = {"type": "string", "pattern": _LIST}
    return {
        "description": "Des lignes `fait: valeur`, toutes vraies ; ou all, any, not, every…\n"
        "Lines `fact: value`, all true; or all, any, not, every…",
        "type": "object",
        "minProperties": 1,
        "properties": {
            "all": _said("Toutes ces conditions.", "All of these conditions.", several),
            "any": _said("Une au moins.", "At least one.", several),
            "not": _said("L’inverse.", "The opposite.", _CONDITION),
            "judgement": _said(
                "Une personne a jugé que oui.",
                "A person has judged that it is so.",
                {"type": "string"},
            ),
            "every": _said("Chaque élément de la liste…", "Every item of the list…", named),
            "some": _said("Un élément au moins…", "At least one item…", named),
            "count": _said("Nombre d’éléments…", "Number of items…", named),
            "where": _said("…parmi ceux qui…", "…among those which…", _CONDITION),
            "satisfies": _said("…remplit ceci.", "…satisfies this.", _CONDITION),
            "is": {"type": "number"},
            **bounds,
            "cites": _CITES,
        },
        "patternProperties": {_FACT: {"$ref": "#/$defs/Test"}},
        "additionalProperties": False,
        "dependentSchemas": {
            "every": {"required": ["satisfies"], "not": {"required": ["some"]}},
            "some": {"required": ["satisfies"], "not": {"required": ["count"]}},
            "count": {
                "oneOf": [{"required": [name]} for name in ("is", *sorted(NUMBERS))],
                "not": {"required": ["every"]},
            },
            "satisfies": {"anyOf": [{"required": ["every"]}, {"required": ["some"]}]},
            "where": {"anyOf": [{"required": [name]} for name in ("every", "some", "count")]},
            **{name: {"required": ["count"]} for name in ("is", *sorted(NUMBERS))},
        },
    }


def _test() -> dict[str, Any]:
    """Return the right-hand side of a fact: a value, or operators."""
    operators = _operators()
    return {
        "description": "Une valeur, ou des opérateurs, tous vrais.\n"
        "A value, or operators, all true.",
        "oneOf": [
            _SCALAR,
            {
                "type": "object",
                "properties": operators | _modifiers(),
                "additionalProperties": False,
                "anyOf": [{"required": [name]} for name in operators],
            },
        ],
    }


def _operators() -> dict[str, Any]:
    """Return what each operator takes."""
    day = {"oneOf": [{"type": "string", "pattern": DAY}, {"const": "as_of"}, _REFERENCE]}
    number = {"oneOf": [{"type": "number"}, _REFERENCE]}
    values = {"type": "array", "items": _SCALAR, "minItems": 1}
    return {
        "is": _said("Égal à.", "Equal to.", {"oneOf": [_SCALAR, _REFERENCE]}),
        "in": _said("Une de ces valeurs.", "One of these values.", values),
        "not_in": _said("Aucune de ces valeurs.", "None of these values.", values),
        "includes": _said("Comprend.", "Includes.", {"type": "string"}),
        "includes_any": _said("Comprend l’un de.", "Includes any of.", _WORDS),
        "includes_all": _said("Comprend tous.", "Includes all of.", _WORDS),
        "includes_any_except": _said("Comprend autre chose que.", "Has others than.", _WORDS),
        "only": _said("Rien d’autre que.", "Nothing but.", _WORDS),
        "includes_any_from": _said(
            "Comprend un membre de la liste.", "Has a member of the list.", {"type": "string"}
        ),
        "includes_any_outside": _said(
            "Comprend un membre hors de la liste.",
            "Has a member outside the list.",
            {"type": "string"},
        ),
        "empty": _said("Vide, ou non.", "Empty, or not.", {"type": "boolean"}),
        "stated": _said(
            "Dit, et autre chose que « rien ».",
            "Said, and something else than “none”.",
            {"type": "boolean"},
        ),
        "size_at_least": _said("Éléments au moins.", "At least so many.", {"type": "integer"}),
        "size_at_most": _said("Éléments au plus.", "At most so many.", {"type": "integer"}),
        "at_least": _said("Au moins.", "At least.", number),
        "at_most": _said("Au plus.", "At most.", number),
        "more_than": _said("Plus de.", "More than.", number),
        "less_than": _said("Moins de.", "Less than.", number),
        **{name: _said(*_DAYS[name], day) for name in sorted(DATES)},
    }


def _modifiers() -> dict[str, Any]:
    """Return what may stand beside operators."""
    return {
        "cites": _CITES,
        "unknown_if": _said(
            "Valeurs qui laissent le point à une personne.",
            "Values that leave the point to a person.",
            _WORDS,
        ),
        "evidence": _said(
            "true : sans preuve, le point reste ouvert.",
            "true: without evidence the point stays open.",
            {"type": "boolean"},
        ),
    }


_DAYS: Final = {
    "before": ("Avant.", "Before."),
    "after": ("Après.", "After."),
    "not_before": ("Ce jour ou après.", "On that day or later."),
    "not_after": ("Ce jour ou avant.", "On that day or earlier."),
}
