"""Words that name sensitive uses, ready to be looked for in free text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.records import NamedTuple

if TYPE_CHECKING:
    from governance.model.conditions import Condition

Phrase = tuple[str, ...]
"""Words in a row, folded; one that ends with ``*`` stands for all words that begin so."""


class WordList(NamedTuple):
    """Words for one sensitive use, and how the structured facts would say it."""

    id: str
    phrases: tuple[Phrase, ...]
    passing: tuple[Phrase, ...]
    """Phrases that hold one of the words and mean something else."""
    said_when: Condition
    """TRUE when the structured facts say it: then there is nothing to ask."""
    rubrics: tuple[str, ...]
    """Facts that would say it, the first to look at first."""


class Lexicon(NamedTuple):
    """All word lists, which facts they are read against, and the words that deny or part."""

    facts: tuple[str, ...] = ()
    """Text facts, and text fields of listed items, that describe the use."""
    denials: tuple[Phrase, ...] = ()
    """Words that say no: what they stand near is not asserted."""
    leading: tuple[Phrase, ...] = ()
    """Words that say no only of what follows them."""
    turns: tuple[Phrase, ...] = ()
    """Words that turn the sentence: a denial before them says nothing of what follows."""
    lists: tuple[WordList, ...] = ()
