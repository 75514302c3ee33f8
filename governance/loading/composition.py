"""Declarations compose: what is said once elsewhere is merged, with its origin."""

from __future__ import annotations

import os.path
from collections.abc import Callable
from typing import Any, Final

from governance.records import NamedTuple
from governance.schema.leaves import shown
from governance.source.document import Document
from governance.source.position import escape

DEPTH: Final = 8
"""How many files may extend one another in a row."""

_OWN: Final = frozenset({"format", "id", "title", "language", "version", "extends", "$schema"})
_ROOTS: Final = (".git", "gardefou.toml", "pyproject.toml")

Read = Callable[[str], Document]


class Origin(NamedTuple):
    """Where a merged value comes from: a document and a place in it."""

    document: Document
    pointer: str


class Contradiction(NamedTuple):
    """Two files that say different things of the same fact."""

    pointer: str
    first: Origin
    second: Origin


class Refused(NamedTuple):
    """A file that could not be used, and why."""

    pointer: str
    path: str
    why: str
    """missing, outside, circular, deep or unreadable."""
    document: Document
    """The file that names it."""


class Composition:
    """A declaration merged with the files it extends."""

    __slots__ = ("contradictions", "data", "document", "merged", "origins", "parts", "refused",
                 "unsettled")  # fmt: skip

    def __init__(self, document: Document) -> None:
        self.document = document
        self.data: Any = document.data
        self.parts: list[Document] = []
        self.origins: dict[str, Origin] = {}
        self.contradictions: list[Contradiction] = []
        self.refused: list[Refused] = []
        self.unsettled: set[str] = set()
        """Places on which files contradict each other: no further file fills them."""
        self.merged: set[str] = set()
        """Files already merged: a file that several others extend counts once."""

    def origin(self, pointer: str) -> Origin:
        """Return where the value at a pointer comes from."""
        place = pointer
        while place:
            found = self.origins.get(place)
            if found is not None:
                return Origin(found.document, found.pointer + pointer[len(place) :])
            place = place.rpartition("/")[0]
        return Origin(self.document, pointer)


def compose(document: Document, path: str, read: Read) -> Composition:
    """Merge a declaration with the files it extends, nearest first.

    A file's own words come before what it extends. Where two files contradict each other the
    value is taken out (so the fact stays unknown) and the contradiction is kept.
    """
    composition = Composition(document)
    if not isinstance(document.data, dict) or "extends" not in document.data:
        return composition
    root = root_of(path)
    composition.data = dict(document.data)
    _extend(composition, document, path, root, read, (os.path.realpath(path),))
    return composition


def root_of(path: str) -> str:
    """Return the folder a declaration may reach: its project, or the folder above its own."""
    folder = os.path.dirname(os.path.realpath(path))
    above = folder
    while True:
        if any(os.path.exists(os.path.join(above, name)) for name in _ROOTS):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return os.path.dirname(folder)
        above = parent


def inside(path: str, root: str) -> bool:
    """Say whether a path, links followed, lies in a folder."""
    try:
        real = os.path.realpath(path)
    except (OSError, ValueError):  # a name that no file can have
        return False
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def _extend(
    composition: Composition,
    document: Document,
    path: str,
    root: str,
    read: Read,
    chain: tuple[str, ...],
) -> None:
    extends = document.data.get("extends")
    single = isinstance(extends, str)
    names = [extends] if single else extends if isinstance(extends, list) else []
    for index, name in enumerate(names):
        pointer = "/extends" if single else f"/extends/{index}"
        if not isinstance(name, str):
            continue
        target = os.path.normpath(os.path.join(os.path.dirname(path), name))
        why = _refusal(target, root, chain)
        if why:
            composition.refused.append(Refused(pointer, shown(name), why, document))
            continue
        real = os.path.realpath(target)
        if real in composition.merged:
            continue
        composition.merged.add(real)
        part = read(target)
        composition.parts.append(part)
        if not isinstance(part.data, dict):
            composition.refused.append(Refused(pointer, shown(name), "unreadable", document))
            continue
        for key, value in part.data.items():
            if key not in _OWN:
                place = f"/{escape(key)}"
                _merge(composition, composition.data, key, value, place, Origin(part, place))
        _extend(composition, part, target, root, read, (*chain, real))


def _refusal(target: str, root: str, chain: tuple[str, ...]) -> str:
    if not inside(target, root):
        return "outside"
    if os.path.realpath(target) in chain:
        return "circular"
    if len(chain) > DEPTH:
        return "deep"
    return "" if os.path.isfile(target) else "missing"


def _merge(
    composition: Composition, into: Any, key: Any, value: Any, pointer: str, origin: Origin
) -> None:
    """Put a value into a mapping that may already have one."""
    if pointer in composition.unsettled:
        return
    if key not in into or into[key] is None or into[key] == "unknown":
        into[key] = value
        composition.origins[pointer] = origin
        return
    mine = into[key]
    if isinstance(mine, dict) and isinstance(value, dict):
        merged = dict(mine)
        into[key] = merged
        for inner, deeper in value.items():
            step = escape(inner)
            place = f"{pointer}/{step}"
            there = Origin(origin.document, f"{origin.pointer}/{step}")
            _merge(composition, merged, inner, deeper, place, there)
    elif _has_ids(mine) and _has_ids(value):
        _merge_items(composition, into, key, value, pointer, origin)
    elif mine != value and value is not None and value != "unknown":
        composition.contradictions.append(
            Contradiction(pointer, composition.origin(pointer), origin)
        )
        composition.unsettled.add(pointer)
        into[key] = None


def _has_ids(value: Any) -> bool:
    return (
        isinstance(value, list)
        and all(isinstance(_name(one), str) for one in value)
        and any(isinstance(one, dict) for one in value)
    )


def _name(entry: Any) -> Any:
    return entry.get("id") if isinstance(entry, dict) else entry


def _merge_items(
    composition: Composition, into: Any, key: Any, value: Any, pointer: str, origin: Origin
) -> None:
    items = list(into[key])
    into[key] = items
    places = {_name(entry): index for index, entry in enumerate(items)}
    for index, entry in enumerate(value):
        there = Origin(origin.document, f"{origin.pointer}/{index}")
        position = places.get(_name(entry))
        if position is None:
            composition.origins[f"{pointer}/{len(items)}"] = there
            items.append(entry)
        elif isinstance(entry, dict) and isinstance(items[position], dict):
            merged = dict(items[position])
            items[position] = merged
            for inner, deeper in entry.items():
                step = escape(inner)
                place = f"{pointer}/{position}/{step}"
                deep = Origin(there.document, f"{there.pointer}/{step}")
                _merge(composition, merged, inner, deeper, place, deep)
