"""The language of the interface: --lang, then the environment, then French."""

from __future__ import annotations

import os
import sys

_TYPED: list[str] = sys.argv[1:]


def listen(words: list[str]) -> None:
    """Take the language from these words of the command line."""
    _TYPED[:] = words


def typed_language() -> str | None:
    """Return the language that --lang asks for, before or after the command."""
    for index, word in enumerate(_TYPED):
        value = word.removeprefix("--lang=")
        if word == "--lang":
            value = _TYPED[index + 1] if index + 1 < len(_TYPED) else ""
        if word.startswith("--lang") and value in {"fr", "en"}:
            return value
    return None


def interface_language() -> str:
    """Return fr or en for help texts and messages that belong to no declaration."""
    return typed_language() or environment_language() or "fr"


def environment_language() -> str | None:
    """Return the language that the environment asks for, if it is one of ours."""
    for name in ("GARDEFOU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value[:2] in {"fr", "en"}:
            return value[:2]
    return None


def say(fr: str, en: str) -> str:
    """Return the text in the language of the interface, with its typography."""
    from governance.text import typeset

    return en if interface_language() == "en" else typeset(fr, "fr")
