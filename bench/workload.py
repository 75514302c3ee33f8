"""Declarations to measure on: the shipped example, made larger, and many variations of it."""

from __future__ import annotations

import json
import os
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from governance.model.vocabulary import Vocabulary

SIZE = 5000
"""Bytes of a declaration, about."""


def declarations(vocabulary: Vocabulary, folder: str, count: int) -> None:
    """Write so many different declarations of about 5 KB as JSON; the same for the same count."""
    random_source = random.Random(20261124)
    for number in range(count):
        data = declaration(vocabulary, random_source, number)
        path = os.path.join(folder, f"uc-{number:05d}.gardefou.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)


def declaration(vocabulary: Vocabulary, source: random.Random, number: int) -> dict[str, Any]:
    """Return a declaration that states facts at random until it weighs about 5 KB."""
    data: dict[str, Any] = {
        "format": "gardefou/declaration/v1",
        "id": f"uc-{number:05d}",
        "title": f"Cas d'usage {number}",
        "language": "fr",
    }
    facts = [fact for fact in vocabulary.facts.values() if fact.parent is None]
    source.shuffle(facts)
    for fact in facts:
        _put(data, fact.id, _value(vocabulary, fact.id, source))
    for name in vocabulary.measures:
        if source.random() < 0.1:
            _put(data, name, source.choice(["in_place", "planned", "absent", "partial"]))
    for fact in facts:
        if len(json.dumps(data)) < SIZE:
            break
        _drop(data, fact.id)
    return data


def _value(vocabulary: Vocabulary, name: str, source: random.Random) -> Any:
    fact = vocabulary.facts[name]
    match fact.type:
        case "boolean":
            return source.random() < 0.5
        case "choice":
            return source.choice(fact.choices)
        case "set":
            return source.sample(fact.choices, min(len(fact.choices), source.randint(1, 3)))
        case "country":
            return source.choice(["FR", "DE", "US", "NO"])
        case "countries":
            return source.sample(["FR", "DE", "US", "NO"], 2)
        case "integer" | "number":
            return source.randint(0, 20000)
        case "date":
            return f"20{source.randint(24, 28)}-{source.randint(1, 12):02d}-15"
        case "datetime":
            return "2026-10-01T10:30"
        case "list":
            fields = vocabulary.fields.get(name, {})
            return [
                {"id": f"n{index}"}
                | {key: _value(vocabulary, one.id, source) for key, one in fields.items()}
                for index in range(source.randint(1, 2))
            ]
        case "measures":
            return source.sample(list(vocabulary.measures), 2)
        case _:
            return "Une phrase courte qui dit ce qui est fait et pour qui."


def _put(data: dict[str, Any], name: str, value: Any) -> None:
    *path, last = name.split(".")
    node = data
    for step in path:
        node = node.setdefault(step, {})
        if not isinstance(node, dict):
            return
    node[last] = value


def _drop(data: dict[str, Any], name: str) -> None:
    *path, last = name.split(".")
    node: Any = data
    for step in path:
        node = node.get(step, {}) if isinstance(node, dict) else {}
    if isinstance(node, dict):
        node.pop(last, None)
