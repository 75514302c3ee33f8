"""JSON Schemas of the rule formats, from the models that read them.

They are a little stricter than the models, so that an editor says early what is wrong.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from governance.authoring.condition_schema import CITATION, DAY, definitions
from governance.authoring.schema_words import described
from governance.loading import pack_files as files

if TYPE_CHECKING:
    from pydantic import BaseModel

FORMATS: Final[dict[str, tuple[type[BaseModel], ...]]] = {
    "rules": (files.RuleFile,),
    "vocabulary": (
        files.SectionFile,
        files.MeasuresFile,
        files.JudgementsFile,
        files.DerivedFile,
        files.ListsFile,
    ),
    "parameters": (files.ParametersFile,),
    "instruments": (files.InstrumentsFile,),
    "norms": (files.NormsFile,),
    "pack": (files.PackManifest,),
    "consistency": (files.ContradictionsFile,),
    "wordlists": (files.WordListsFile,),
}
"""Format name to the files it is for."""

_CONDITIONS: Final = frozenset({"when", "applies_when", "requires", "ask_when", "said_when"})
_DAYS: Final = frozenset(
    {
        "from",
        "law_as_of",
        "in_force_from",
        "consolidated",
        "text_from",
        "text_until",
        "as_of",
        "on",
    }
)
_OUTCOMES: Final = ("satisfied", "violated", "undetermined", "not_applicable")


def schema(name: str) -> dict[str, Any]:
    """Return the schema of a format."""
    models = FORMATS[name]
    defs: dict[str, Any] = {}
    for model in models:
        found = model.model_json_schema(by_alias=True)
        defs |= found.pop("$defs", {})
        defs[model.__name__] = found
    for title, definition in defs.items():
        _describe(title, definition)
    if "RuleEntry" in defs:
        _by_kind(defs["RuleEntry"])
        defs["CaseEntry"]["properties"]["expect"] |= _expectation()
        defs["DeriveEntry"]["properties"]["is"] |= _day_or_value()
    if "ContradictionEntry" in defs:
        defs["CaseEntry"]["properties"]["expect"] |= {"enum": ["found", "silent"]}
    if any(_CONDITIONS & set(one.get("properties", ())) for one in defs.values()):
        defs |= definitions()
    several = [{"$ref": f"#/$defs/{model.__name__}"} for model in models]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:gardefou:schema:{name}:v1",
        "title": f"Garde-fou {name}, version 1",
        **(several[0] if len(several) == 1 else {"oneOf": several}),
        "$defs": dict(sorted(defs.items())),
    }


def schema_text(name: str) -> str:
    """Return the schema as the file that is committed."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def _describe(title: str, definition: dict[str, Any]) -> None:
    """Say what each key is, and drop what the loader adds for itself: titles, defaults, null."""
    definition.pop("title", None)
    definition["description"] = described(title)
    properties: dict[str, Any] = definition.get("properties", {})
    for key, value in properties.items():
        told = {"description": described(f"{title}.{key}")}
        properties[key] = told | _plain(title, key, value)


def _plain(title: str, key: str, value: dict[str, Any]) -> dict[str, Any]:
    if key in _CONDITIONS:
        return {"$ref": "#/$defs/Condition"}
    if title == "RuleEntry" and key in {"in_force_from", "due"}:
        return _day_or_value(fact=True)
    cleaned = {
        name: inner
        for name, inner in value.items()
        if name not in {"title", "default", "description"}
    }
    choices = [one for one in cleaned.pop("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        cleaned |= {name: inner for name, inner in choices[0].items() if name != "title"}
    elif choices:
        cleaned["anyOf"] = choices
    if key in _DAYS and cleaned.get("type") == "string":
        cleaned["pattern"] = DAY
    if key in {"cites", "because"}:
        cleaned["items"] = {"type": "string", "pattern": CITATION}
    return cleaned


def _day_or_value(*, fact: bool = False) -> dict[str, Any]:
    plain = {"type": "string", "pattern": DAY}
    others: list[dict[str, Any]] = [] if fact else [{"type": "boolean"}]
    return {"oneOf": [*others, plain, {"$ref": "#/$defs/Reference"}]}


def _expectation() -> dict[str, Any]:
    return {"oneOf": [{"enum": list(_OUTCOMES)}, {"type": "object"}]}


def _by_kind(entry: dict[str, Any]) -> None:
    """Say which keys go with which kind of rule."""
    requirement = ("applies_when", "requires", "severity", "remedy", "in_force_from", "due")
    derivation = {"properties": {"kind": {"const": "derivation"}}}
    entry["allOf"] = [
        {
            "if": derivation,
            "then": {
                "required": ["derive"],
                "properties": dict.fromkeys((*requirement, "for_each"), False),
                "anyOf": [
                    {"required": ["when"]},
                    {"properties": {"derive": {"required": ["collect"]}}},
                ],
            },
            "else": {
                "required": ["requires", "remedy"],
                "properties": dict.fromkeys(("derive", "when"), False),
            },
        },
        {
            "if": {"properties": {"kind": {"const": "guidance"}}},
            "then": {"properties": {"severity": {"enum": ["warning", "note"]}}},
        },
        {
            "if": {"properties": {"status": {"const": "retired"}}, "required": ["status"]},
            "then": {"required": ["replaced_by"]},
        },
    ]
