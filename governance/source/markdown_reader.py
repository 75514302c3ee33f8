"""Declarations inside Markdown documents: front matter, or the first fenced block that is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.source.limits import LIMITS, Limits

if TYPE_CHECKING:
    from governance.source.position import Lines
    from governance.source.reading import Reading


def read_markdown(text: str, name: str, lines: Lines, limits: Limits = LIMITS) -> Reading:
    """Return the declaration that a Markdown document holds; nothing is raised."""
    raise NotImplementedError
