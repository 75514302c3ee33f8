"""Cases of contradictions, their removal gate, and the sentences of word lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.cases import Run, given_facts, runs
from governance.authoring.decisive import Change, Survivor, changes
from governance.authoring.selection import concerns
from governance.authoring.selftest import Failure
from governance.engine.evaluate import situation_of
from governance.engine.mentions import Reader
from governance.model.values import TRUE
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from governance.loading.consistency_files import Listed, Stated
    from governance.loading.packs import PackSource
    from governance.model.book import RuleBook
    from governance.model.conditions import Condition
    from governance.model.mentions import Lexicon

FOUND: Final = "found"
SILENT: Final = "silent"


class Outcome(NamedTuple):
    """What the cases of contradictions and the sentences of word lists gave."""

    contradictions: int
    lists: int
    cases: int
    broken: tuple[Failure, ...]


def tried(book: RuleBook, source: PackSource, paths: Sequence[str]) -> Outcome:
    """Run what the files at the paths hold; everything without paths."""
    stated = within(source.stated, paths)
    listed = [one for one in source.word_lists if concerns(one[0].path, paths)]
    lists = [entry for _, _, content in listed for entry in content.word_lists]
    cases = sum(len(one.entry.tests.cases) for one in stated)
    cases += sum(len(one.finds) + len(one.passes) for one in lists)
    broken = (*failures(book, stated), *unread(listed, source.lexicon))
    return Outcome(len(stated), len(lists), cases, broken)


def within(stated: Iterable[Stated], paths: Sequence[str]) -> list[Stated]:
    """Return the contradictions whose file is one of the paths or lies in one."""
    return [one for one in stated if concerns(one.path, paths)]


def failures(book: RuleBook, stated: Iterable[Stated]) -> Iterator[Failure]:
    """Yield every case of a contradiction that does not come out as written."""
    for one in stated:
        for run in runs(one.entry.tests, book):
            what = check(book, one.contradiction.when, run)
            if what:
                yield Failure(one.entry.id, one.path, one.line, run.name, what)


def check(book: RuleBook, when: Condition, run: Run) -> str | None:
    """Return why a case fails, or None."""
    facts, problems = given_facts(book, run.facts)
    if problems:
        return "; ".join(problems)
    situation = situation_of(book, facts, run.as_of)
    holds = situation.compiled(when)(situation, None, "") == TRUE
    actual = FOUND if holds else SILENT
    return None if run.case.expect == actual else f"expected {run.case.expect}, found {actual}"


def survivors(book: RuleBook, stated: Iterable[Stated]) -> Iterator[Survivor]:
    """Yield the changes of a contradiction that none of its cases notices."""
    for one in stated:
        situations = list(runs(one.entry.tests, book))
        for change, when in mutants(one):
            if when is None or any(check(book, when, run) for run in situations):
                continue
            yield Survivor(one.entry.id, one.path, one.line, change)


def mutants(one: Stated) -> Iterator[Change]:
    """Yield every single change of the condition: a part removed or negated."""
    yield from changes(one.contradiction.when, "when")


def count(one: Stated) -> int:
    """Return the number of changes the gate tries."""
    return sum(when is not None for _, when in mutants(one))


def unread(contents: Iterable[Listed], lexicon: Lexicon) -> Iterator[Failure]:
    """Yield the sentences of word lists that are not read as their author says."""
    reader = Reader(lexicon)
    for place, document, content in contents:
        for index, entry in enumerate(content.word_lists):
            span = document.span(f"/word_lists/{index}")
            line = 1 if span is None else span.start.line
            for wanted, sentences in ((True, entry.finds), (False, entry.passes)):
                for sentence in sentences:
                    if (entry.id in reader.named(sentence)) != wanted:
                        what = f"expected {FOUND if wanted else SILENT}"
                        yield Failure(entry.id, place.path, line, sentence, what)
