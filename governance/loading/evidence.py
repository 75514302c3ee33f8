"""The files of evidence: present, inside the folder, with the digest that was written."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any

from governance.loading.composition import Origin, inside
from governance.records import NamedTuple
from governance.schema.leaves import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from governance.model.facts import Evidence

_LARGEST = 1 << 30
_EMPTY = 4
_PIECE = 1 << 18


class EvidenceFault(NamedTuple):
    """A piece of evidence that cannot count, and why."""

    pointer: str
    id: str
    state: str
    file: str


def examined(
    entries: Any, evidence: Mapping[str, Evidence], origin: Callable[[str], Origin]
) -> tuple[dict[str, Evidence], list[EvidenceFault]]:
    """Return the evidence with the state of its files, and the faults found."""
    found = dict(evidence)
    faults: list[EvidenceFault] = []
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        name = entry.get("id") if isinstance(entry, dict) else None
        known = found.get(name) if isinstance(name, str) else None
        file = entry.get("file") if known is not None else None
        if known is None or not (isinstance(file, str) or isinstance(entry.get("url"), str)):
            continue
        if known.state == "placeholder":
            place = f"/evidence/{index}"
            faults.append(_fault(place, known.id, known.state, str(file or "")))
        if known.state == "placeholder" or not isinstance(file, str):
            continue
        source = origin(f"/evidence/{index}/file").document.name
        state = state_of(file, entry.get("sha256"), os.path.dirname(source))
        found[known.id] = known._replace(state=state)
        if state not in {"usable", "verified"}:
            faults.append(_fault(f"/evidence/{index}/file", known.id, state, file))
    return found, faults


def _fault(pointer: str, name: str, state: str, file: str) -> EvidenceFault:
    return EvidenceFault(pointer, shown(name), state, shown(file))


def state_of(file: str, digest: object, folder: str) -> str:
    """Return usable, verified, placeholder, missing, mismatch or outside."""
    path = os.path.join(folder, file)
    if os.path.isabs(file) or "\0" in file or not inside(path, os.path.realpath(folder or ".")):
        return "outside"
    try:
        if not os.path.isfile(path):
            return "missing"
        size = os.path.getsize(path)
        if size < _EMPTY:
            return "placeholder"
        if not isinstance(digest, str) or size > _LARGEST:
            return "usable"
        return "verified" if sha256(path) == digest.strip().lower() else "mismatch"
    except OSError:  # gone meanwhile, or not ours to read
        return "missing"


def sha256(path: str) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    with open(path, "rb") as file:
        piece = file.read(_PIECE)
        digest = _digest(large=len(piece) == _PIECE)
        while piece:
            digest.update(piece)
            piece = file.read(_PIECE)
    found: str = digest.hexdigest()
    return found


def _digest(*, large: bool) -> Any:
    """Return a SHA-256: OpenSSL's, quick to run, or Python's own, quick to load."""
    if not large:
        for name in ("_sha2", "_sha256"):  # since Python 3.12, and before
            try:
                return __import__(name).sha256()
            except ImportError:
                continue
    from hashlib import sha256 as new

    return new()
