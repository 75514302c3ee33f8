"""What the checks of the linter look at: rule packs, and where each thing is written."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from governance.loading.packs import PackSource, line_of, yaml_files
from governance.records import NamedTuple
from governance.source.document import Document, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from governance.loading.pack_files import (
        ContradictionEntry,
        RuleEntry,
        RuleFile,
        WordListEntry,
    )
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook
    from governance.text import LocalText


class Place(NamedTuple):
    """A line of a file."""

    path: str
    line: int


class Found(NamedTuple):
    """What a check says, and where."""

    place: Place
    message: LocalText


class Written(NamedTuple):
    """A rule as its author wrote it, with its file."""

    document: Document
    file: RuleFile
    entry: RuleEntry
    path: str
    pointer: str

    def at(self, inner: str = "") -> Place:
        """Return the place of the rule, or of something inside it."""
        return Place(self.path, line_of(self.document, self.pointer + inner))


class Remark(NamedTuple):
    """A contradiction, or a list of words, as its author wrote it."""

    document: Document
    entry: ContradictionEntry | WordListEntry
    path: str
    pointer: str

    def at(self, inner: str = "") -> Place:
        """Return the place of the entry, or of something inside it."""
        return Place(self.path, line_of(self.document, self.pointer + inner))


_KINDS: Final = {
    "instruments": "instruments",
    "parameters": "parameters",
    "facts": "facts",
    "derived": "derived",
    "judgements": "topics",
    "lists": "lists",
    "norms": "norms",
    "themes": "themes",
}


@dataclass(slots=True)
class Packs:
    """Rule packs as files and, where they can be used, as a rule book."""

    folders: tuple[str, ...]
    source: PackSource
    book: RuleBook | None
    lowered: list[Lowered]
    day: str
    problems: tuple[tuple[str, int, str], ...] = ()
    _places: dict[tuple[str, str], list[Place]] = field(default_factory=dict)

    def rules(self) -> Iterator[Written]:
        """Yield every rule as it is written."""
        for place, document, file in self.source.rules:
            for index, entry in enumerate(file.rules):
                yield Written(document, file, entry, place.path, f"/rules/{index}")

    def remarks(self) -> Iterator[Remark]:
        """Yield every contradiction and word list as it is written."""
        for place, document, file in self.source.contradictions:
            for index, entry in enumerate(file.contradictions):
                yield Remark(document, entry, place.path, f"/contradictions/{index}")
        for place, document, words in self.source.word_lists:
            for index, listed in enumerate(words.word_lists):
                yield Remark(document, listed, place.path, f"/word_lists/{index}")

    def named(self, place: Place) -> str:
        """Return a place as a message tells it: the file inside its folder, and the line."""
        for folder in self.folders:
            if place.path.startswith(folder + os.sep):
                inside = os.path.relpath(place.path, folder).replace(os.sep, "/")
                return f"{inside}:{place.line}"
        return f"{place.path}:{place.line}"

    def places(self) -> dict[tuple[str, str], list[Place]]:
        """Return where each fact, measure, parameter, norm… is declared, files read once."""
        if not self._places:
            for folder in self.folders:
                for path in yaml_files(folder):
                    self._read(path)
            self._places.setdefault(("", ""), [])
        return self._places

    def where(self, kind: str, name: str) -> Place:
        """Return where something is declared: facts, derived, measures, topics, parameters…."""
        found = self.places().get((kind, name))
        return found[0] if found else Place(self.folders[-1], 1)

    def _read(self, path: str) -> None:
        document = read_file(path)
        data = document.data
        if not isinstance(data, dict) or "rules" in data:
            return
        for key, kind in _KINDS.items():
            entries = data.get(key)
            for name, entry in entries.items() if isinstance(entries, dict) else ():
                self._keep(kind, str(name), document, path, f"/{key}/{name}")
                if key == "themes" and isinstance(entry, dict):
                    self._measures(str(name), entry, document, path)

    def _measures(self, theme: str, entry: dict[str, Any], document: Document, path: str) -> None:
        measures = entry.get("measures")
        for name in measures if isinstance(measures, dict) else ():
            pointer = f"/themes/{theme}/measures/{name}"
            self._keep("measures", f"measures.{theme}.{name}", document, path, pointer)

    def _keep(self, kind: str, name: str, document: Document, path: str, pointer: str) -> None:
        place = Place(path, line_of(document, pointer))
        self._places.setdefault((kind, name), []).append(place)


def articles(citations: Sequence[str], instrument: str) -> Iterator[str]:
    """Yield the locators that citations give in one text."""
    for citation in citations:
        name, _, locator = citation.partition(":")
        if name == instrument and locator:
            yield locator
