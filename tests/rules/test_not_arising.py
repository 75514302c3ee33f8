"""Questions whose silence settles something: each reviewed, none on the way to a prohibition."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from governance import resources
from governance.loading.packs import load
from governance.model.conditions import Count, Every, Some, Test, reference_facts, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.book import RuleBook
    from governance.model.conditions import Condition
    from governance.model.rules import Derivation, Unless

DOCS = os.path.join(os.path.dirname(resources.rules()), "docs")
PAGES = ("fr/vocabulaire-questions-sans-objet.md", "en/questions-that-cannot-arise.md")
PROHIBITED = "ai_act.prohibited_practices"
POINTS = "ai_act.annex_iii_points"
PART_PLAYED = "use_case.functions.part_played"


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return load([resources.rules()])[0]


def silent(book: RuleBook) -> set[str]:
    return {name for name, fact in book.vocabulary.facts.items() if fact.does_not_arise}


def reviewed(page: str) -> list[str]:
    with open(os.path.join(DOCS, page), encoding="utf-8") as file:
        return re.findall(r"^\| `([a-z_.]+)` \|", file.read(), re.MULTILINE)


def exceptions(unless: tuple[Unless, ...]) -> Iterator[Condition]:
    for one in unless:
        yield one.when
        yield from exceptions(one.unless)


def named(book: RuleBook, name: str, lists: set[str]) -> set[str]:
    """Return the ids behind a name; ``this.`` names a field of any list that is gone through."""
    if not name.startswith("this."):
        return {name}
    fields = {f"{one}.{name[5:]}" for one in lists}
    while lists:  # lists inside items, such as the actions of agents
        lists = {one for one in fields if one in book.vocabulary.fields}
        fields |= {f"{one}.{name[5:]}" for one in lists} - fields
        lists = lists - {name.rpartition(".")[0] for name in fields}
    return fields & book.vocabulary.facts.keys()


def reads(book: RuleBook, condition: Condition, parent: str | None = None) -> set[str]:
    """Return every fact that a condition names, fields and arguments included."""
    nodes = list(walk(condition))
    lists = {one.items for one in nodes if isinstance(one, Every | Some | Count)}
    around = {one for one in {*lists, parent} if one and not one.startswith("this.")}
    found = {full for one in lists for full in named(book, one, around)}
    around |= found
    for node in nodes:
        if isinstance(node, Test):
            found |= named(book, node.fact, around)
        if isinstance(node, Test | Count):
            for fact in reference_facts(node.argument):
                found |= named(book, fact, around)
    return found


def read_by(book: RuleBook, derivation: Derivation) -> set[str]:
    conditions = (derivation.when, *exceptions(derivation.unless))
    return {fact for one in conditions for fact in reads(book, one)} | {*derivation.collect}


def behind(book: RuleBook, derived: str) -> set[str]:
    """Return all that a derived fact rests on: derivations, lists, conditions for asking."""
    seen: set[str] = set()
    left = {derived}
    while left:
        name = left.pop()
        seen.add(name)
        found: set[str] = set()
        for derivation in book.derivations.get(name, ()):
            found |= read_by(book, derivation)
        fact = book.vocabulary.facts.get(name)
        if fact is not None:
            if fact.parent is not None:
                found.add(fact.parent)
            if fact.ask_when is not None:
                found |= reads(book, fact.ask_when, fact.parent)
        left |= found - seen
    return seen


def test_each_question_that_cannot_arise_was_reviewed(rules: RuleBook) -> None:
    found = reviewed(PAGES[0])
    assert len(found) == len(set(found))
    assert set(found) == silent(rules)


def test_both_pages_list_the_same_facts() -> None:
    assert reviewed(PAGES[0]) == reviewed(PAGES[1])


@pytest.mark.parametrize("page", PAGES)
def test_the_first_line_says_when_it_was_reviewed(page: str) -> None:
    with open(os.path.join(DOCS, page), encoding="utf-8") as file:
        assert "2026-11-24" in file.readline()


def test_no_prohibited_practice_rests_on_silence(rules: RuleBook) -> None:
    way = behind(rules, PROHIBITED)
    assert {"use_case.functions.kind", "content.influence.means", "people.results_about"} <= way
    assert way & silent(rules) == set()


def test_the_way_is_followed_to_its_end(rules: RuleBook) -> None:
    """Guard the walk: high risk does rest on questions that cannot arise."""
    way = behind(rules, "ai_act.high_risk")
    assert {"system.networks", "system.product.kinds", PART_PLAYED} <= way
    assert {"agents.actions.what", "agents"} <= behind(rules, "agentic.risky_actions")


def test_the_part_played_is_asked_for_every_use_of_annex_iii(rules: RuleBook) -> None:
    """A kind that leads to a point of Annex III can have its derogation."""
    asked = rules.vocabulary.facts[PART_PLAYED].ask_when
    assert asked is not None
    kinds = {kind for one in walk(asked) if isinstance(one, Test) for kind in one.argument}
    leads: set[str] = set()
    for derivation in rules.derivations[POINTS]:
        for node in walk(derivation.when):
            if isinstance(node, Test) and node.fact == "this.kind":
                listed = node.argument
                leads |= {listed} if isinstance(listed, str) else set(listed)
    assert "filter_or_rank_applications" in leads
    assert leads <= kinds
