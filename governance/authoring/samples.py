"""Random declarations that fit the vocabulary: for properties, fuzzing and benchmarks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from random import Random

    from governance.model.vocabulary import Fact, Vocabulary

_COUNTRIES: Final = ("FR", "DE", "NO", "US", "IN")
_TEXTS: Final = (
    "Une phrase courte qui dit ce qui est fait et pour qui.",
    "The operations team, each morning.",
    "aucun",
)


def declaration(
    vocabulary: Vocabulary, random: Random, *, name: str = "uc-1", share: float = 0.5
) -> dict[str, Any]:
    """Return a declaration that states about this share of the facts and measures."""
    data: dict[str, Any] = {
        "format": "gardefou/declaration/v1",
        "id": name,
        "title": f"Cas d’usage {name}",
        "language": random.choice(["fr", "en"]),
    }
    for fact in vocabulary.facts.values():
        if fact.parent is None and random.random() < share:
            _put(data, fact.id, value(vocabulary, fact, random, share))
    for measure in vocabulary.measures:
        if random.random() < share / 2:
            _put(data, measure, random.choice(["in_place", "planned", "absent", "partial"]))
    return data


def sized(vocabulary: Vocabulary, random: Random, *, name: str, size: int) -> dict[str, Any]:
    """Return a declaration of about so many bytes of JSON."""
    data = declaration(vocabulary, random, name=name, share=0.9)
    facts = [fact.id for fact in vocabulary.facts.values() if fact.parent is None]
    measures = list(vocabulary.measures)
    droppable = facts + measures
    random.shuffle(droppable)
    while droppable and len(json.dumps(data)) > size:
        for _ in range(5):
            if droppable:
                _drop(data, droppable.pop())
    return data


def value(vocabulary: Vocabulary, fact: Fact, random: Random, share: float) -> Any:
    """Return a value that suits a fact."""
    match fact.type:
        case "boolean":
            return random.random() < 0.5
        case "choice":
            return random.choice(fact.choices)
        case "set":
            members = random.sample(fact.choices, min(len(fact.choices), random.randint(0, 3)))
            return [*members, "unknown"] if random.random() < 0.05 else members
        case "country":
            return random.choice(_COUNTRIES)
        case "countries":
            return random.sample(_COUNTRIES, random.randint(0, 2))
        case "integer":
            return random.choice([0, 1, 12, 300, 20_000])
        case "number":
            return random.choice([0, 0.5, 3, 6, 36, 90])
        case "date":
            return f"20{random.randint(24, 29)}-{random.randint(1, 12):02d}-15"
        case "datetime":
            return "2026-10-01T10:30"
        case "measures":
            return random.sample(sorted(vocabulary.measures), 2)
        case "list":
            return _items(vocabulary, fact, random, share)
        case _:
            return random.choice(_TEXTS)


def _items(vocabulary: Vocabulary, fact: Fact, random: Random, share: float) -> list[Any]:
    fields = vocabulary.fields.get(fact.id, {})
    return [
        {"id": f"n{index}"}
        | {
            name: value(vocabulary, field, random, share)
            for name, field in fields.items()
            if random.random() < max(share, 0.6)
        }
        for index in range(random.randint(0, 2))
    ]


def _put(data: dict[str, Any], name: str, stated: Any) -> None:
    *path, last = name.split(".")
    node = data
    for step in path:
        node = node.setdefault(step, {})
        if not isinstance(node, dict):
            return
    node[last] = stated


def _drop(data: dict[str, Any], name: str) -> None:
    *path, last = name.split(".")
    node: Any = data
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    if isinstance(node, dict):
        node.pop(last, None)
