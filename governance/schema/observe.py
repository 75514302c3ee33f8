"""Plain data to facts: what a declaration states, with every fault of shape at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model.facts import AcceptedRisk, Evidence, Facts, Judgement
from governance.model.values import POINTER, Item
from governance.model.vocabulary import Fact, Vocabulary
from governance.schema.annexes import (
    accepted_risks,
    claims,
    evidence,
    header,
    judgements,
    measures,
)
from governance.schema.leaves import CHECKS, shown
from governance.schema.problems import NO_ID, SAME_ID, UNKNOWN_KEY, WRONG_TYPE, Problem
from governance.source.position import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

DECLARATION: Final = "gardefou/declaration/v1"
PART: Final = "gardefou/part/v1"
HEADER: Final = ("format", "id", "title", "language", "version", "extends", "$schema")
ANNEXES: Final = ("measures", "evidence", "judgements", "accepted_risks", "claims")

Tree = dict[str, Any]
_TREES: dict[int, tuple[Vocabulary, Tree]] = {}


class Observation:
    """What was read so far."""

    __slots__ = ("accepted", "claims", "evidence", "judgements", "problems", "supports", "unknown",
                 "values", "vocabulary")  # fmt: skip

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.values: dict[str, Any] = {}
        self.unknown: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.supports: dict[str, tuple[str, ...]] = {}
        self.evidence: dict[str, Evidence] = {}
        self.judgements: list[Judgement] = []
        self.accepted: list[AcceptedRisk] = []
        self.claims: dict[str, Any] = {}


def observe(
    data: Any,
    vocabulary: Vocabulary,
    topics: Mapping[str, tuple[str, ...]],
    *,
    part: bool = False,
) -> tuple[Facts, list[Problem]]:
    """Return the facts of a declaration and what is wrong with its shape.

    ``topics`` gives the topics of judgement of each rule. Values that are wrong are left out,
    so they stay unknown. ``part`` is for files that others extend.
    """
    seen = Observation(vocabulary)
    if not isinstance(data, dict):
        seen.problems.append(Problem(WRONG_TYPE, "", shown(data), "declaration"))
        return Facts({}), seen.problems
    header(data, seen, part=part)
    tree = tree_of(vocabulary)
    for key, value in data.items():
        if key in tree:
            _branch(tree[key], value, key, f"/{key}", seen)
        elif key not in HEADER and key not in ANNEXES:
            keys = (*HEADER, *tree, *ANNEXES)
            seen.problems.append(
                Problem(UNKNOWN_KEY, f"/{escape(key)}", shown(key), "key", keys, on_key=True)
            )
    measures(data.get("measures"), seen)
    evidence(data.get("evidence"), seen)
    judgements(data.get("judgements"), seen, topics)
    accepted_risks(data.get("accepted_risks"), seen)
    claims(data.get("claims"), seen)
    return (
        Facts(
            seen.values,
            seen.unknown,
            seen.supports,
            seen.evidence,
            tuple(seen.judgements),
            tuple(seen.accepted),
            seen.claims,
        ),
        seen.problems,
    )


def tree_of(vocabulary: Vocabulary) -> Tree:
    """Return the vocabulary as nested mappings: key to fact or to a deeper mapping."""
    known = _TREES.get(id(vocabulary))
    if known is not None:
        return known[1]
    tree: Tree = {}
    for fact in vocabulary.facts.values():
        if fact.parent is None:
            *path, last = fact.id.split(".")
            node = tree
            for step in path:
                node = node.setdefault(step, {})
            node[last] = fact
    _TREES[id(vocabulary)] = (vocabulary, tree)
    return tree


def _branch(node: Any, value: Any, name: str, pointer: str, seen: Observation) -> None:
    if isinstance(node, Fact):
        found = _value(node, value, pointer, seen)
        if found is not None:
            seen.values[node.id] = found
        return
    if value is None:
        return
    if not isinstance(value, dict):
        seen.problems.append(Problem(WRONG_TYPE, pointer, shown(value), "section", fact=name))
        return
    for key, inner in value.items():
        deeper = node.get(key)
        if deeper is None:
            seen.problems.append(
                Problem(
                    UNKNOWN_KEY,
                    f"{pointer}/{escape(key)}",
                    shown(key),
                    "key",
                    tuple(node),
                    name,
                    on_key=True,
                )
            )
        else:
            _branch(deeper, inner, f"{name}.{key}", f"{pointer}/{key}", seen)


def _value(fact: Fact, value: Any, pointer: str, seen: Observation) -> Any:
    if declared_unknown(value, pointer, seen.unknown):
        return None
    if fact.type == "list":
        return _list(fact, value, pointer, seen)
    return CHECKS[fact.type](value, fact, pointer, seen.problems)


def declared_unknown(value: Any, pointer: str, unknown: dict[str, str]) -> bool:
    """Say whether a value is written as unknown, and keep who could answer."""
    if value is None:
        return True
    if value == "unknown":
        unknown[pointer] = ""
        return True
    if isinstance(value, dict) and value.keys() == {"unknown"}:
        who = value["unknown"]
        unknown[pointer] = who if isinstance(who, str) else ""
        return True
    return False


def _list(fact: Fact, value: Any, pointer: str, seen: Observation) -> tuple[Item, ...] | None:
    if not isinstance(value, list):
        seen.problems.append(Problem(WRONG_TYPE, pointer, shown(value), "list", fact=fact.id))
        return None
    fields = seen.vocabulary.fields.get(fact.id, {})
    items: list[Item] = []
    names: set[str] = set()
    for index, entry in enumerate(value):
        where = f"{pointer}/{index}"
        item = _item(fact, fields, entry, where, seen)
        if item["id"] in names:
            seen.problems.append(Problem(SAME_ID, where, item["id"], "id", fact=fact.id))
        names.add(item["id"])
        items.append(item)
    return tuple(items)


def _item(
    fact: Fact, fields: Mapping[str, Fact], entry: Any, pointer: str, seen: Observation
) -> Item:
    """Return an item; one that cannot be read still counts, with nothing known of it."""
    nameless = f"#{pointer.rpartition('/')[2]}"
    if fact.shorthand is not None and isinstance(entry, str):
        kind = fields[fact.shorthand]
        found = CHECKS[kind.type](entry, kind, pointer, seen.problems)
        if found is None:
            return {"id": nameless, POINTER: pointer}
        return {"id": found, kind.field: found, POINTER: pointer}
    if not isinstance(entry, dict):
        seen.problems.append(Problem(WRONG_TYPE, pointer, shown(entry), "item", fact=fact.id))
        return {"id": nameless, POINTER: pointer}
    name = entry.get("id")
    if name is None and fact.shorthand is not None:
        name = entry.get(fact.shorthand)
    if not isinstance(name, str) or not name.strip():
        seen.problems.append(Problem(NO_ID, pointer, shown(name), "id", fact=fact.id))
        name = nameless
    item: Item = {"id": name, POINTER: pointer}
    for key, value in entry.items():
        spec = fields.get(key)
        if spec is not None:
            found = _value(spec, value, f"{pointer}/{key}", seen)
            if found is not None:
                item[key] = found
        elif key not in {"id", "note"}:
            seen.problems.append(
                Problem(
                    UNKNOWN_KEY,
                    f"{pointer}/{escape(key)}",
                    shown(key),
                    "key",
                    ("id", *fields, "note"),
                    fact.id,
                    on_key=True,
                )
            )
    return item
