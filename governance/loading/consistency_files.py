"""Files of contradictions and of word lists to what the engine uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine.phrases import phrase
from governance.model.conditions import Test, walk
from governance.model.mentions import Lexicon, Phrase, WordList
from governance.model.rules import Contradiction
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.loading import pack_files as files
    from governance.loading.lowering import Lowering
    from governance.loading.rule_files import Place
    from governance.source.document import Document

Contradictory = tuple["Place", "Document", "files.ContradictionsFile"]
Listed = tuple["Place", "Document", "files.WordListsFile"]


class Stated(NamedTuple):
    """A contradiction as its author wrote it beside what the engine uses."""

    path: str
    pointer: str
    line: int
    entry: files.ContradictionEntry
    contradiction: Contradiction


def lower_contradictions(source: Contradictory, lowering: Lowering) -> Iterator[Stated]:
    """Yield the contradictions of a file; problems go to ``lowering.problems``."""
    place, document, content = source
    for index, entry in enumerate(content.contradictions):
        pointer = f"/contradictions/{index}"
        span = document.span(pointer)
        line = 1 if span is None else span.start.line
        made = Contradiction(
            id=entry.id,
            name=entry.name,
            when=lowering.condition(entry.when, f"{pointer}/when"),
            shows=tuple(entry.shows),
            cites=tuple(entry.cites),
            pack=place.pack,
            source=(place.name, line),
        )
        _known(entry.shows, f"{pointer}/shows", lowering)
        if not entry.shows and _reads_conclusions(made, lowering):
            what = "a contradiction that reads a conclusion says with `shows` which lines to show"
            lowering.problems.append((f"{pointer}/when", what))
        yield Stated(place.path, pointer, line, entry, made)


def _reads_conclusions(one: Contradiction, lowering: Lowering) -> bool:
    return any(
        isinstance(node, Test) and node.fact in lowering.vocabulary.derived
        for node in walk(one.when)
    )


def lower_word_lists(source: Listed, found: Lexicon, lowering: Lowering) -> Lexicon:
    """Return a lexicon with the words of one more file; problems go to ``lowering.problems``."""
    content = source[2]
    reading = content.reading
    if reading is not None:
        _known(reading.facts, "/reading/facts", lowering)
        found = Lexicon(
            (*found.facts, *reading.facts),
            (*found.denials, *_phrases(reading.denials)),
            (*found.leading, *_phrases(reading.leading)),
            (*found.turns, *_phrases(reading.turns)),
            found.lists,
        )
    made = tuple(
        _word_list(entry, f"/word_lists/{index}", lowering)
        for index, entry in enumerate(content.word_lists)
    )
    return found._replace(lists=(*found.lists, *made))


def _word_list(entry: files.WordListEntry, pointer: str, lowering: Lowering) -> WordList:
    _known(entry.rubrics, f"{pointer}/rubrics", lowering)
    for written in (*entry.words.fr, *entry.words.en):
        if not phrase(written):
            lowering.problems.append((f"{pointer}/words", f"no word in {written!r}"))
    return WordList(
        entry.id,
        _phrases(entry.words),
        _phrases(entry.passing),
        lowering.condition(entry.said_when, f"{pointer}/said_when"),
        tuple(entry.rubrics),
    )


def _phrases(words: files.Words) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrase(one) for one in (*words.fr, *words.en)))


def _known(facts: list[str], pointer: str, lowering: Lowering) -> None:
    vocabulary = lowering.vocabulary
    for fact in facts:
        if fact not in vocabulary.facts and fact not in vocabulary.measures:
            lowering.problems.append((pointer, f"unknown fact {fact!r}"))
