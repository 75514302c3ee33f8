"""JSON Schemas of what is no fact: measures, evidence, appreciations, accepted risks, claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model.vocabulary import CONCLUSIONS, STATUSES
from governance.schema import forms
from governance.schema.annex_words import WORDS
from governance.schema.annexes import ACCEPTED, EVIDENCE, JUDGEMENT, MEASURE
from governance.text import typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from governance.model.texts import Texts
    from governance.model.vocabulary import DerivedFact, Vocabulary
    from governance.schema.forms import Schema

_STATUS: Final[Schema] = {"enum": [*STATUSES, "unknown", None]}
_KINDS: Final[dict[str, Schema]] = {
    "text": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "ids": {"type": ["array", "null"], "items": {"type": "string"}},
    "date": {"anyOf": [forms.DATE, {"type": "null"}]},
    "status": _STATUS,
    "conclusion": {"enum": [*CONCLUSIONS, None]},
}
_STATED: Final[Schema] = {"not": {"type": "null"}}
_REQUIRED: Final = {
    "evidence": ("id", "title"),
    "judgements": ("conclusion", "by", "on", "reason"),
    "accepted_risks": ("rule", "reason", "requested_by", "accepted_by", "on", "until"),
}
_ONE_OF: Final = {"evidence": ("file", "url"), "judgements": ("rule", "about")}
"""Keys of which at least one is needed."""

_STATUSES: Final = {
    "fr": ("Rien n’est fait", "Prévu", "Fait en partie", "En place", "Vous ne savez pas", ""),
    "en": ("Nothing is done", "Planned", "Done in part", "In place", "You do not know", ""),
}


def described(name: str, language: str | None) -> Schema:
    """Return the description of a key, if a language is wanted."""
    if language is None:
        return {}
    return {"description": typeset(WORDS[name].in_(language), language)}


def sections(vocabulary: Vocabulary, texts: Texts | None) -> dict[str, Schema]:
    """Return the schemas of the sections by name."""
    language = None if texts is None else texts.language
    found = {"measures": _measures(vocabulary, texts)}
    for name, shape in (
        ("evidence", EVIDENCE),
        ("judgements", JUDGEMENT),
        ("accepted_risks", ACCEPTED),
    ):
        entry = _entry(name, shape, language)
        if name == "judgements":
            entry["properties"]["about"] |= _topics(vocabulary, texts)
        found[name] = {
            **described(name, language),
            "type": ["array", "null"],
            "items": entry,
        }
    found["claims"] = _claims(vocabulary, texts)
    return found


def definitions(vocabulary: Vocabulary, texts: Texts | None) -> dict[str, Schema]:
    """Return the definitions that the sections refer to."""
    language = None if texts is None else texts.language
    status: Schema = dict(_STATUS)
    if language is not None:
        status["enumDescriptions"] = list(_STATUSES[language])
    properties = {
        key: described(f"measure.{key}", language) | _KINDS[kind] for key, kind in MEASURE.items()
    }
    properties["status"] |= status
    entry: Schema = {
        "type": "object",
        "properties": properties,
        "required": ["status"],
        "additionalProperties": False,
    }
    found: dict[str, Schema] = {
        "measure": {
            "anyOf": [
                status | forms.told_when_wrong("status", language),
                entry,
                {"$ref": "#/$defs/unknown"},
            ]
        }
    }
    for fact in vocabulary.derived.values():
        if fact.choices:
            labels = {} if texts is None else texts.choices(fact.id)
            found[forms.choices_name(fact.id)] = forms.choices(fact, labels, language)
    return found


def _measures(vocabulary: Vocabulary, texts: Texts | None) -> Schema:
    themes: dict[str, dict[str, Schema]] = {}
    for fact, theme in vocabulary.measures.items():
        told: Schema = {}
        if texts is not None:
            told = {"title": texts.title(fact), "description": texts.question(fact)}
        themes.setdefault(theme, {})[fact.rpartition(".")[2]] = {
            **told,
            "$ref": "#/$defs/measure",
        }
    language = None if texts is None else texts.language
    return {
        **described("measures", language),
        "type": ["object", "null"],
        "properties": {
            theme: {
                **({} if texts is None else {"title": texts.data["themes"][theme]["title"]}),
                "type": ["object", "null"],
                "properties": measures,
                "additionalProperties": False,
            }
            for theme, measures in sorted(themes.items())
        },
        "additionalProperties": False,
    }


def _entry(name: str, shape: Mapping[str, str], language: str | None) -> Schema:
    required = _REQUIRED[name]
    properties: dict[str, Any] = {}
    for key, kind in shape.items():
        form = dict(_KINDS[kind])
        if key in required:
            form = _never_null(form)
        properties[key] = described(f"{name}.{key}", language) | form
    found: Schema = {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }
    if name in _ONE_OF:
        found["anyOf"] = [
            {"required": [key], "properties": {key: _STATED}} for key in _ONE_OF[name]
        ]
    return found


def _never_null(form: Schema) -> Schema:
    if "anyOf" in form:
        stated: Schema = form["anyOf"][0]
        return dict(stated)
    if "enum" in form:
        return {"enum": [one for one in form["enum"] if one is not None]}
    return {**form, "type": form["type"][0]}


def _topics(vocabulary: Vocabulary, texts: Texts | None) -> Schema:
    names: Sequence[str] = sorted(vocabulary.topics)
    found: Schema = {"enum": [*names, None]}
    if texts is not None:
        found["enumDescriptions"] = [*(texts.title(f"judgement.{one}") for one in names), ""]
        found["type"] = ["string", "null"]
    return found


def _claims(vocabulary: Vocabulary, texts: Texts | None) -> Schema:
    packs: dict[str, dict[str, Schema]] = {}
    for fact in vocabulary.derived.values():
        pack, _, name = fact.id.partition(".")
        told = {} if texts is None else {"title": texts.title(fact.id)}
        packs.setdefault(pack, {})[name] = {**told, **_claim(fact)}
    language = None if texts is None else texts.language
    return {
        **described("claims", language),
        "type": ["object", "null"],
        "properties": {
            pack: {"type": "object", "properties": claims, "additionalProperties": False}
            for pack, claims in packs.items()
        },
        "additionalProperties": False,
    }


def _claim(fact: DerivedFact) -> Schema:
    """Return the schema of a claim: as for a fact, without naming who could answer."""
    form = forms.value(fact)
    return {"allOf": [form, {"not": {"type": "object"}}]}
