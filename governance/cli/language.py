"""The language of the interface: --lang, then the environment, then French."""

from __future__ import annotations

import os
import sys


def interface_language() -> str:
    """Return fr or en for help texts and messages that belong to no declaration."""
    arguments = sys.argv[1:]
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return "en" if arguments[index + 1] == "en" else "fr"
        if argument.startswith("--lang="):
            return "en" if argument == "--lang=en" else "fr"
    return environment_language() or "fr"


def environment_language() -> str | None:
    """Return the language that the environment asks for, if it is one of ours."""
    for name in ("GARDEFOU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value[:2] in {"fr", "en"}:
            return value[:2]
    return None


def say(fr: str, en: str) -> str:
    """Return the text in the language of the interface."""
    return en if interface_language() == "en" else fr
