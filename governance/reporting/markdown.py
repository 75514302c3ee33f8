"""Plain text as Markdown that shows exactly that text: nothing a declaration says can format."""

from __future__ import annotations

import re
from typing import Final

from governance.reporting.typography import plain

_ALWAYS: Final = re.compile(r"([\\`*\[\]<>|~&$])")
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_AT_START: Final = re.compile(r"^([#+=>-]|\d+(?=[.)](?:\s|$)))")
_ADDRESS: Final = re.compile(r"(?i)(?<=[a-z])(://)|(?<![a-z0-9])(www)\.")
_CODE: Final = re.compile(r"`([^`|]+)`")
_CODE_SAFE: Final = re.compile(r"^[^`|\\]+$")


def escape(text: object) -> str:
    """Return text that Markdown prints as it is, on one line, tables included."""
    shown = _ALWAYS.sub(r"\\\1", plain(text))
    shown = _UNDERSCORE.sub(r"\\_", shown)
    shown = _ADDRESS.sub(_unlinked, shown)
    return _AT_START.sub(_started, shown)


def code(text: object) -> str:
    """Return text as code; what cannot stand in code is escaped instead."""
    shown = plain(text)
    return f"`{shown}`" if _CODE_SAFE.match(shown) else escape(shown)


def prose(text: object) -> str:
    """Return a text of the rules, where only `code` between backticks is Markdown."""
    parts = _CODE.split(plain(text))
    parts[::2] = [_inside(part) for part in parts[::2]]
    parts[1::2] = [code(part) for part in parts[1::2]]
    return _AT_START.sub(_started, "".join(parts))


def _inside(text: str) -> str:
    shown = _UNDERSCORE.sub(r"\\_", _ALWAYS.sub(r"\\\1", text))
    return _ADDRESS.sub(_unlinked, shown)


def _unlinked(found: re.Match[str]) -> str:
    return "\\://" if found[1] else f"{found[2]}\\."


def _started(found: re.Match[str]) -> str:
    mark = found[1]
    return f"{mark}\\" if mark.isdecimal() else f"\\{mark}"
