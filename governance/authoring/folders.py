"""Folders of rule packs around the paths that an author names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from governance import resources

if TYPE_CHECKING:
    from collections.abc import Sequence


def folders_of(paths: Sequence[str], folders: Sequence[str] = ()) -> list[str]:
    """Return the shipped folder, those named, and the house folders around other paths.

    ``gardefou rules test my-rules`` finds the pack without being told where its folder begins.
    """
    found = [resources.rules(), *folders]
    for path in paths:
        if not any(_holds(folder, path) for folder in found):
            found.append(root_of(path))
    return found


def _holds(folder: str, path: str) -> bool:
    real, inside = os.path.realpath(folder), os.path.realpath(path)
    return inside == real or inside.startswith(real + os.sep)


def root_of(path: str) -> str:
    """Return the folder of packs that a path is in: the one with packs directly inside."""
    place = path if os.path.isdir(path) else os.path.dirname(path) or "."
    climbing = os.path.abspath(place)
    for _ in range(4):
        if _is_root(climbing):
            return climbing
        climbing = os.path.dirname(climbing)
    return place


def _is_root(folder: str) -> bool:
    if os.path.isfile(os.path.join(folder, "pack.yaml")):
        return False
    if os.path.isfile(os.path.join(folder, "instruments.yaml")):
        return True
    try:
        names = os.listdir(folder)
    except OSError:
        return False
    return any(os.path.isfile(os.path.join(folder, name, "pack.yaml")) for name in names)


def shown(path: str) -> str:
    """Return a path as a reader would type it: relative when that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return relative if len(relative) < len(path) else path
