"""Data against a published JSON Schema, by the reference implementation: an independent check."""

from __future__ import annotations

import json
import os.path
from typing import TYPE_CHECKING, Any

from governance import resources
from governance.records import NamedTuple
from governance.source.position import pointer

if TYPE_CHECKING:
    from collections.abc import Mapping


class Fault(NamedTuple):
    """A value that a schema refuses: where, by which keyword, in the library's words."""

    pointer: str
    keyword: str
    message: str


def faults(data: Any, schema: Mapping[str, Any]) -> list[Fault]:
    """Return everything that a schema refuses, each at its most precise place."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    found = set()
    for error in Draft202012Validator(schema).iter_errors(data):
        precise = best_match([error]) or error
        place = pointer(*precise.absolute_path)
        found.add(Fault(place, str(precise.validator), precise.message))
    return sorted(found)


def published(name: str) -> dict[str, Any]:
    """Return a published schema by name, such as declaration.v1 or report.v1."""
    path = os.path.join(resources.schemas(), f"{name}.schema.json")
    with open(path, encoding="utf-8") as file:
        schema: dict[str, Any] = json.load(file)
    return schema
