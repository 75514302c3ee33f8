"""The JSON Schema of declarations, from the vocabulary: bare, in French and in English.

The schema accepts what ``observe`` accepts, except what a schema cannot say: two items with one
id, references between sections, the length of an acceptance, placeholders.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from governance.model.citations import cite_all
from governance.schema import annex_schemas, forms
from governance.schema.annex_words import WORDS
from governance.schema.observe import DECLARATION, HEADER, PART, tree_of
from governance.text import LANGUAGES, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from governance.model.texts import Texts
    from governance.model.vocabulary import Fact, Vocabulary
    from governance.schema.forms import Schema

NAME: Final = "declaration.v1"


def schemas(vocabulary: Vocabulary, texts: Mapping[str, Texts]) -> dict[str, str]:
    """Return the files to publish by name: the bare schema, and one for each language."""
    found = {f"{NAME}.schema.json": _text(schema(vocabulary))}
    for language in LANGUAGES:
        found[f"{NAME}.{language}.schema.json"] = _text(schema(vocabulary, texts[language]))
    return found


def schema(vocabulary: Vocabulary, texts: Texts | None = None) -> Schema:
    """Return the schema of declarations, with what people read in the language of the texts."""
    return _Writer(vocabulary, texts).schema()


def _text(found: Schema) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


class _Writer:
    """Schemas of facts and sections, with their texts if any."""

    def __init__(self, vocabulary: Vocabulary, texts: Texts | None) -> None:
        self.vocabulary = vocabulary
        self.texts = texts
        self.language = None if texts is None else texts.language
        self.definitions = forms.definitions(self.language)

    def schema(self) -> Schema:
        """Return the whole schema."""
        tree = tree_of(self.vocabulary)
        properties = {name: self.word(name) | form for name, form in _header().items()}
        properties |= {name: self.node(name, node) for name, node in tree.items()}
        properties |= annex_schemas.sections(self.vocabulary, self.texts)
        self.definitions |= annex_schemas.definitions(self.vocabulary, self.texts)
        variant = "" if self.language is None else f":{self.language}"
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:gardefou:schema:declaration:v1{variant}",
            "title": "Garde-fou, version 1",
            **self.word(""),
            "type": "object",
            "properties": properties,
            "required": ["format"],
            "additionalProperties": False,
            "if": {"properties": {"format": {"const": DECLARATION}}},
            "then": {
                "required": ["id", "title"],
                "properties": {"id": {"type": "string"}, "title": {"type": "string"}},
            },
            "$defs": dict(sorted(self.definitions.items())),
        }

    def word(self, name: str) -> Schema:
        """Return the description of a key that is no fact."""
        return annex_schemas.described(name, self.language)

    def node(self, name: str, node: Fact | dict[str, Any]) -> Schema:
        """Return the schema of a fact, or of a section and what it holds."""
        if not isinstance(node, dict):
            return self.fact(node)
        return {
            **self.section(name),
            "type": ["object", "null"],
            "properties": {key: self.node(f"{name}.{key}", inner) for key, inner in node.items()},
            "additionalProperties": False,
        }

    def section(self, name: str) -> Schema:
        """Return the title and introduction of a section, if it has any."""
        if self.texts is None:
            return {}
        told = self.texts.data["sections"].get(name, {})
        found = {"title": told.get("title"), "description": told.get("intro")}
        return {key: text for key, text in found.items() if text}

    def fact(self, fact: Fact) -> Schema:
        """Return the schema of a fact, whatever its type."""
        if fact.type == "list":
            name = f"items.{fact.id}"
            self.definitions[name] = self.items(fact)
            listed = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
            wrong = forms.told_when_wrong("list", self.language)
            return {
                **self.told(fact),
                "anyOf": [listed | wrong, {"$ref": "#/$defs/unknown"}],
            }
        if fact.choices:
            labels = {} if self.texts is None else self.texts.choices(fact.id)
            name = forms.choices_name(fact.id)
            self.definitions[name] = forms.choices(fact, labels, self.language)
        return {**self.told(fact), **forms.value(fact, fact.unit)}

    def items(self, fact: Fact) -> Schema:
        """Return the schema of one item of a list."""
        fields = self.vocabulary.fields.get(fact.id, {})
        properties: dict[str, Schema] = {"id": self.word("item.id")}
        properties |= {name: self.fact(field) for name, field in fields.items()}
        properties.setdefault("note", self.word("item.note"))
        item: Schema = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        named: Schema = {"required": ["id"], "properties": {"id": forms.NAME}}
        if fact.shorthand is None:
            return {**item, "allOf": [named]}
        by_kind: Schema = {
            "required": [fact.shorthand],
            "properties": {"id": {"type": "null"}, fact.shorthand: forms.NAME},
        }
        kind = {"$ref": f"#/$defs/{forms.choices_name(fields[fact.shorthand].id)}"}
        return {"anyOf": [{**item, "anyOf": [named, by_kind]}, kind]}

    def told(self, fact: Fact) -> Schema:
        """Return what an editor shows of a fact: title, question, help, sources, example."""
        texts = self.texts
        if texts is None:
            return {}
        language = texts.language
        question, help_ = texts.question(fact.id), texts.help(fact.id)
        plain = " ".join(part for part in (question, help_) if part)
        rich = [f"**{question}**", help_]
        if fact.why:
            sources = cite_all(fact.why, language, texts.data["instruments"])
            why = f"Pourquoi : {sources}." if language == "fr" else f"Why: {sources}."
            rich.append(f"*{why}*")
        found: Schema = {
            "title": texts.title(fact.id),
            "description": typeset(plain, language),
            "markdownDescription": typeset("\n\n".join(one for one in rich if one), language),
        }
        example = texts.data["facts"].get(fact.id, {}).get("example")
        return found if example is None else found | {"examples": [example]}


def _header() -> dict[str, Schema]:
    text: Schema = {"type": ["string", "null"]}
    found: dict[str, Schema] = {
        "format": {"enum": [DECLARATION, PART]},
        "id": text,
        "title": text,
        "language": {"enum": [*LANGUAGES, None]},
        "version": {"type": ["string", "number", "null"]},
        "extends": {
            "anyOf": [
                {"type": ["string", "null"]},
                {"type": "array", "items": {"type": "string"}},
            ]
        },
        "$schema": {},
    }
    assert tuple(found) == HEADER
    return found


assert all(name in WORDS for name in HEADER)
