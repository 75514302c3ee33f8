"""Neutral characters and bounded lengths for what declarations say."""

from __future__ import annotations

from typing import Final

_SPACES: Final = "[ \t\n\r\x0b\x0c\x85\u2028\u2029]+"
_UNSAFE: Final = (
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def plain(text: object) -> str:
    """Return one line without control, direction or invisible characters.

    A declaration may hold terminal escapes or characters that reorder a line; each
    becomes a visible replacement character, so that nothing is hidden.
    """
    shown = str(text)
    if shown.replace("\u00a0", "").replace("\u202f", "").isprintable() and "  " not in shown:
        return shown.strip()  # the patterns would change nothing
    from re import sub

    return sub(_UNSAFE, "\ufffd", sub(_SPACES, " ", shown)).strip()


def shortened(text: str, limit: int) -> str:
    """Return the text cut at a word, with an ellipsis, when it is longer than the limit."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1].rsplit(" ", 1)[0] or text[: limit - 1]
    return f"{kept.rstrip(' ,;:.')}…"
