"""Texts in two languages: French typography, dates, nearest spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")

_LONGEST_WORD = 80
_CLOSE = 0.72

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class LocalText(NamedTuple):
    """The same text in French and in English."""

    fr: str
    en: str

    def in_(self, language: str) -> str:
        """Return the text in one language, with its typography."""
        return self.en if language == "en" else typeset(self.fr, "fr")


_DIGITS: Final = "0123456789"
_FRENCH: Final = (
    (";!?", r"[ \u00a0\u202f]([;!?])(?![\w=&/])", "\u202f\\1"),
    (":", r"[ \u00a0\u202f]:(?=$|[\s»)])", "\u00a0:"),
    ("«", r"«[ \u00a0\u202f]?(?=\S)", "«\u00a0"),
    ("»", r"(?<=[^\s«\u00a0])[ \u00a0\u202f]?»", "\u00a0»"),
    ("%€", r"(?<=\d)[ \u00a0](?=[%€])", "\u202f"),
    (_DIGITS, r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))", "\u202f"),
    (_DIGITS, r"\b([Aa]rt\.|[Nn]°|[Pp]\.) (?=\d)", "\\1\u00a0"),
    ("§", r"(§+) (?=\d)", "\\1\u00a0"),
)
"""Signs without which a pattern finds nothing, the pattern, and what it becomes."""


def typeset(text: str, language: str) -> str:
    """Return a plain text with the spaces that its language wants; twice is the same as once.

    French puts a non-breaking space before ``: ; ! ? »`` and after ``«``. What stands between
    backquotes is code, and is left alone.
    """
    if language != "fr" or not any(sign in text for sign in " «»"):
        return text
    pieces = text.split("`")
    pieces[::2] = [_french(piece) for piece in pieces[::2]]
    return "`".join(pieces)


def _french(text: str) -> str:
    for signs, wanted, put in _FRENCH:
        for sign in signs:
            if sign in text:
                from re import sub

                text = sub(wanted, put, text)
                break
    return text


def day_in(day: str, language: str) -> str:
    """Return an ISO day as people write it: 22/11/2026 in French, 22 November 2026 in English."""
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (len(year) == 4 and len(month) == 2 and month.isdigit() and 1 <= int(month) <= 12):
        return day
    if len(number) < 2 or not number[:2].isdigit():
        return day
    if language == "en":
        return f"{int(number[:2])} {_MONTHS[int(month) - 1]} {year}"
    return f"{number[:2]}/{month}/{year}"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that a misspelt word most likely stands for, or nothing.

    Case, accents, spaces and hyphens are not held against the writer.
    """
    if not word or len(word) > _LONGEST_WORD:
        return None
    plain: dict[str, str] = {}
    for one in candidates:
        plain.setdefault(_plain(one), one)
    wanted = _plain(word)
    if wanted in plain:
        return plain[wanted]
    from difflib import get_close_matches

    found = get_close_matches(wanted, plain, n=1, cutoff=_CLOSE)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    folded = word.strip().casefold()
    if not folded.isascii():
        from unicodedata import combining, normalize

        folded = "".join(one for one in normalize("NFKD", folded) if not combining(one))
    return folded.strip().replace(" ", "_").replace("-", "_")
