"""Questions whose silence settles something: each reviewed, none on the way to a prohibition."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from governance import resources
from governance.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.book import RuleBook
    from governance.model.rules import Derivation, Unless

DOCS = os.path.join(os.path.dirname(resources.rules()), "docs")
PAGES = ("fr/vocabulaire-questions-sans-objet.md", "en/questions-that-cannot-arise.md")
PROHIBITED = "ai_act.prohibited_practices"
POINTS = "ai_act.annex_iii_points"
PART_PLAYED = "use_case.functions.part_played"


def silent(book: RuleBook) -> set[str]:
    return {name for name, fact in book.vocabulary.facts.items() if fact.does_not_arise}


def reviewed(page: str) -> list[str]:
    with open(os.path.join(DOCS, page), encoding="utf-8") as file:
        return re.findall(r"^\| `([a-z_.]+)` \|", file.read(), re.MULTILINE)


def full(fact: str, items: str) -> str:
    return f"{items}.{fact[5:]}" if fact.startswith("this.") else fact


def reads(condition: c.Condition, items: str = "") -> Iterator[str]:
    """Yield every fact that a condition names, with the fields of the lists it goes through."""
    if isinstance(condition, c.Every | c.Some | c.Count):
        items = full(condition.items, items)
        yield items
    if isinstance(condition, c.Test):
        yield full(condition.fact, items)
    if isinstance(condition, c.Test | c.Count):
        for fact in c.reference_facts(condition.argument):
            yield full(fact, items)
    for child in c.children(condition):
        yield from reads(child, items)


def exceptions(unless: tuple[Unless, ...]) -> Iterator[c.Condition]:
    for one in unless:
        yield one.when
        yield from exceptions(one.unless)


def read_by(derivation: Derivation) -> Iterator[str]:
    yield from derivation.collect
    for condition in (derivation.when, *exceptions(derivation.unless)):
        yield from reads(condition)


def behind(book: RuleBook, derived: str) -> set[str]:
    """Return all that a derived fact rests on: derivations, lists, conditions for asking."""
    seen: set[str] = set()
    left = [derived]
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        for derivation in book.derivations.get(name, ()):
            left += read_by(derivation)
        fact = book.vocabulary.facts.get(name)
        if fact is not None and fact.parent is not None:
            left.append(fact.parent)
        if fact is not None and fact.ask_when is not None:
            left += reads(fact.ask_when, fact.parent or "")
    return seen


def test_each_question_that_cannot_arise_was_reviewed(book: RuleBook) -> None:
    found = reviewed(PAGES[0])
    assert len(found) == len(set(found))
    assert set(found) == silent(book)


def test_both_pages_list_the_same_facts() -> None:
    assert reviewed(PAGES[0]) == reviewed(PAGES[1])


@pytest.mark.parametrize("page", PAGES)
def test_the_first_line_says_when_it_was_reviewed(page: str) -> None:
    with open(os.path.join(DOCS, page), encoding="utf-8") as file:
        assert "2026-11-24" in file.readline()


def test_no_prohibited_practice_rests_on_silence(book: RuleBook) -> None:
    way = behind(book, PROHIBITED)
    assert {"use_case.functions.kind", "content.influence.means", "people.results_about"} <= way
    assert way & silent(book) == set()


def test_the_way_is_followed_to_its_end(book: RuleBook) -> None:
    """Guard the walk: high risk does rest on questions that cannot arise."""
    way = behind(book, "ai_act.high_risk")
    assert {"system.networks", "system.product.kinds", PART_PLAYED} <= way
    assert {"agents.actions.what", "agents"} <= behind(book, "agentic.risky_actions")


def test_the_part_played_is_asked_for_every_use_of_annex_iii(book: RuleBook) -> None:
    """A kind that leads to a point of Annex III can have its derogation."""
    asked = book.vocabulary.facts[PART_PLAYED].ask_when
    assert asked is not None
    kinds = {kind for one in c.walk(asked) if isinstance(one, c.Test) for kind in one.argument}
    leads: set[str] = set()
    for derivation in book.derivations[POINTS]:
        for node in c.walk(derivation.when):
            if isinstance(node, c.Test) and node.fact == "this.kind":
                listed = node.argument
                leads |= {listed} if isinstance(listed, str) else set(listed)
    assert "filter_or_rank_applications" in leads
    assert leads <= kinds
