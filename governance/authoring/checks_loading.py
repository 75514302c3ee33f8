"""What loading already refuses, under the names of the linter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from governance.authoring.loading_words import told
from governance.authoring.packs_in_view import Found, Packs, Place
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNKNOWN: Final = re.compile(r"unknown (?!operator)|is no choice of|is no list of|is a field of")
_UNSUITED: Final = re.compile(
    r"does not suit|takes a list|is true or false|unknown operator|takes one of|a reference is"
    r"|is none of"
)
_GRAVE: Final = re.compile(r"graver than the source allows")
_MISSING: Final = re.compile(r"\.(fr|en): (Field required|String should have at least)")


def _matching(packs: Packs, *patterns: re.Pattern[str]) -> Iterator[tuple[Place, str]]:
    for path, line, what in packs.problems:
        if any(pattern.search(what) for pattern in patterns):
            yield Place(path, line), what


def _as_they_are(packs: Packs, *patterns: re.Pattern[str]) -> Iterator[Found]:
    for place, what in _matching(packs, *patterns):
        yield Found(place, told(place.path, what))


def unusable(packs: Packs) -> Iterator[Found]:
    """Report files that cannot be read, or whose shape is wrong."""
    named = set(_matching(packs, _UNKNOWN, _UNSUITED, _GRAVE, _MISSING))
    for path, line, what in packs.problems:
        if (Place(path, line), what) not in named:
            yield Found(Place(path, line), told(path, what))


def unknown_names(packs: Packs) -> Iterator[Found]:
    """Report names that the vocabulary, the parameters or the lists do not have."""
    yield from _as_they_are(packs, _UNKNOWN)


def unsuited(packs: Packs) -> Iterator[Found]:
    """Report operators and arguments that do not suit the type of the fact."""
    yield from _as_they_are(packs, _UNSUITED)


def too_grave(packs: Packs) -> Iterator[Found]:
    """Report guidance with the severity of law, and drafts graver than a note."""
    yield from _as_they_are(packs, _GRAVE)


def missing_texts(packs: Packs) -> Iterator[Found]:
    """Report texts that one language lacks."""
    for place, what in _matching(packs, _MISSING):
        where, _, _ = what.partition(": ")
        language = where[-2:]
        yield Found(
            place,
            LocalText(
                f"`{where}` manque : écrivez le texte en "
                f"{'français' if language == 'fr' else 'anglais'} aussi",
                f"`{where}` is missing: write the text in "
                f"{'French' if language == 'fr' else 'English'} too",
            ),
        )
