"""Paths named by a person to the declarations they stand for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from governance.source.diagnostics import Diagnostic, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIXES: Final = (".gardefou.yaml", ".gardefou.yml", ".gardefou.json", ".gardefou.md")
"""How declarations are named; a file of any name may be given on the command line."""

_SKIPPED: Final = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


def discover(paths: Iterable[str]) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Return files as named and the declarations of folders, sorted, each once, and what is wrong.

    Hidden folders are not entered unless named; links to folders are not followed, so that no
    loop is possible and nothing outside a folder is read because of it.
    """
    found: list[str] = []
    faults: list[Diagnostic] = []
    for path in paths:
        if path != "-" and os.path.isdir(path):
            found += sorted(_inside(path, faults))
        elif path == "-" or os.path.lexists(path):
            found.append(path)
        else:
            from governance.source.files import not_found

            faults.append(not_found(path))
    once: dict[str, str] = {}
    for path in found:
        once.setdefault(path if path == "-" else os.path.abspath(path), path)
    return list(once.values()), in_order(faults)


def _inside(folder: str, faults: list[Diagnostic]) -> list[str]:
    found: list[str] = []
    stack = [folder]
    while stack:
        current = stack.pop()
        try:
            with os.scandir(current) as entries:
                for entry in entries:
                    name = entry.name
                    if entry.is_dir(follow_symlinks=False):
                        if not name.startswith(".") and name not in _SKIPPED:
                            stack.append(entry.path)
                    elif name.endswith(SUFFIXES) and not name.startswith(".") and entry.is_file():
                        found.append(os.path.normpath(entry.path))
        except OSError as error:
            from governance.source.files import unreadable

            faults.append(unreadable(current, error))
    return found
