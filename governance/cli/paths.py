"""Arguments to declarations: files, folders, standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def declarations(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the declarations named or found in folders, and what could not be found."""
    from governance.cli.language import interface_language
    from governance.source.discovery import discover

    found, diagnostics = discover(list(paths) or ["."])
    language = interface_language()
    return found, [one.message.in_("en" if language == "en" else "fr") for one in diagnostics]
