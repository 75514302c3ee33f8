"""Words of a text, and phrases found among them: whole words, accents folded, no patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.model.mentions import Phrase

LONGEST: Final = 20_000
"""Characters of one text that are read: the rest of a longer one is left."""

_WORD: Final = re.compile(r"[\w\u0300-\u036f]+")
_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_ENDS: Final = frozenset(".;:!?\n()«»“”")
"""Signs that end a clause: what is said before them is not about what follows."""


class Word(NamedTuple):
    """A word of a text: folded, where it stands, and the clause it belongs to."""

    folded: str
    start: int
    end: int
    clause: int


class Match(NamedTuple):
    """Words that make a phrase: from the first to before the last, counted in words."""

    first: int
    after: int
    key: int

    def places(self) -> range:
        """Return the places of its words."""
        return range(self.first, self.after)


def fold(word: str) -> str:
    """Return a word without case or accents."""
    folded = word.casefold()
    if not folded.isascii():
        from unicodedata import combining, normalize

        folded = folded.translate(_LETTERS)
        folded = "".join(one for one in normalize("NFKD", folded) if not combining(one))
    return folded


def words(text: str) -> list[Word]:
    """Return the words of a text with the clause that each belongs to."""
    found: list[Word] = []
    clause = last = 0
    for match in _WORD.finditer(text[:LONGEST]):
        start = match.start()
        if found and not _ENDS.isdisjoint(text[last:start]):
            clause += 1
        last = match.end()
        found.append(Word(fold(match[0]), start, last, clause))
    return found


def phrase(written: str) -> Phrase:
    """Return a phrase as its author wrote it, ready to be looked for."""
    found: list[str] = []
    for word in written.replace("’", " ").replace("'", " ").replace("-", " ").split():
        stem = word.rstrip("*")
        parts = [fold(part) for part in _WORD.findall(stem)]
        if parts and stem != word:
            parts[-1] += "*"
        found += parts
    return tuple(found)


class Phrases:
    """Phrases by their first word, to be looked for all at once."""

    __slots__ = ("exact", "lengths", "stems")

    def __init__(self, phrases: Iterable[tuple[Phrase, int]]) -> None:
        self.exact: dict[str, list[tuple[Phrase, int]]] = {}
        self.stems: dict[str, list[tuple[Phrase, int]]] = {}
        for one, key in phrases:
            table = self.stems if one[0].endswith("*") else self.exact
            table.setdefault(one[0].rstrip("*"), []).append((one, key))
        self.lengths = sorted({len(stem) for stem in self.stems})

    def find(self, among: list[Word]) -> Iterator[Match]:
        """Yield every phrase found, in the order of the text."""
        for position, word in enumerate(among):
            folded = word.folded
            for one, key in self.exact.get(folded, ()):
                if _follows(one, among, position):
                    yield Match(position, position + len(one), key)
            for length in self.lengths:
                if length > len(folded):
                    break
                for one, key in self.stems.get(folded[:length], ()):
                    if _follows(one, among, position):
                        yield Match(position, position + len(one), key)


def _follows(one: Phrase, among: list[Word], position: int) -> bool:
    """Say whether the words of a phrase after the first stand in a row, in one clause."""
    if position + len(one) > len(among):
        return False
    for offset in range(1, len(one)):
        word, wanted = among[position + offset], one[offset]
        if word.clause != among[position].clause:
            return False
        if wanted.endswith("*"):
            if not word.folded.startswith(wanted[:-1]):
                return False
        elif word.folded != wanted:
            return False
    return True
