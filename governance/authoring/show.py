"""The page of a rule with its cases, or of a fact, for an author at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.authoring.fact_page import fact_page, plain_lines, readers
from governance.loading.pack_texts import texts
from governance.model.texts import Texts
from governance.reporting.clauses import clauses
from governance.reporting.explain import Case, explain_rule
from governance.reporting.voice import voice
from governance.text import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from governance.loading.consistency_files import Stated
    from governance.loading.pack_files import TestsEntry
    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook
    from governance.reporting.voice import Voice


Packs = tuple["RuleBook", "PackSource", "Sequence[Lowered]"]


def page(packs: Packs, name: str, language: str, as_of: str) -> str | None:
    """Return the page of what has the name, None when nothing has."""
    book, source, lowered = packs
    words = Texts(language, texts(source, lowered, language))
    for one in lowered:
        if name in {one.entry.id, one.entry.name}:
            return rule_page(one, book, words, as_of)
    speaking = voice(book, words)
    for stated in source.stated:
        if name in {stated.entry.id, stated.entry.name}:
            return contradiction_page(stated, speaking)
    found = fact_page(speaking, name, readers(book))
    if found is None:
        return None
    lines = (typeset(line, language) for line in plain_lines(speaking, found))
    return "\n".join(lines) + "\n"


def rule_page(one: Lowered, book: RuleBook, words: Texts, as_of: str) -> str:
    """Return the page of a rule, with its cases as its author wrote them."""
    rule = one.rule or one.derivation
    assert rule is not None
    return explain_rule(rule, book, words, as_of=as_of, cases=tuple(cases(one.entry.tests)))


def contradiction_page(one: Stated, speaking: Voice) -> str:
    """Return the page of a contradiction: when it is pointed out, why, what to correct."""
    entry, language = one.entry, speaking.language
    lines = [
        f"{getattr(entry.title, language)}",
        f"{entry.id} · {entry.name}",
        "",
        getattr(entry.why, language),
        "",
        *(
            f"{'  ' * part.depth}- {part.text}"
            for part in clauses(speaking, one.contradiction.when)
        ),
        "",
        getattr(entry.remedy, language),
        "",
        *(f"- {case.name} → {case.expect}" for case in entry.tests.cases),
    ]
    return "\n".join(typeset(line, language) for line in lines) + "\n"


def cases(tests: TestsEntry) -> Iterator[Case]:
    """Yield the cases of a rule with what they expect."""
    for case in tests.cases:
        yield Case(case.name, expected(case.expect))


def expected(value: Any) -> str:
    """Return an expectation on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{name}: {expected(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(expected(one) for one in value) or "[]"
    return str(value).lower() if isinstance(value, bool) else str(value)
