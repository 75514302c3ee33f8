"""Inline cases of rules: from differences on a given situation to facts and expectations."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from governance.model.facts import Evidence, Facts, Judgement
from governance.model.values import TriSet
from governance.schema.observe import observe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.loading.pack_files import CaseEntry, TestsEntry
    from governance.model.book import RuleBook

DAY: Final = "2026-11-24"
"""The day of cases that do not name one: cases never depend on the clock."""


@dataclass(frozen=True, slots=True)
class Run:
    """One situation to evaluate and what is expected of it."""

    name: str
    as_of: str
    facts: dict[str, Any]
    case: CaseEntry
    index: int


def runs(tests: TestsEntry, book: RuleBook) -> Iterator[Run]:
    """Yield the situations of all cases: ``for_each`` and ``drop_one`` give several."""
    for index, case in enumerate(tests.cases):
        day = case.as_of or tests.as_of or DAY
        base = _changed(tests.given, case, book)
        variants: list[tuple[str, dict[str, Any]]] = [(case.name, base)]
        for fact, values in case.for_each.items():
            variants = [
                (f"{name} [{fact}={value}]", _with(facts, fact, value, book))
                for name, facts in variants
                for value in values
            ]
        if case.drop_one is not None:
            variants = [
                (f"{name} [without {dropped}]", shorter)
                for name, facts in variants
                for dropped, shorter in _one_less(facts, case.drop_one)
            ]
        for name, facts in variants:
            yield Run(name, day, facts, case, index)


def _changed(given: dict[str, Any], case: CaseEntry, book: RuleBook) -> dict[str, Any]:
    facts = copy.deepcopy(given)
    for fact in case.without:
        facts = _without(facts, fact, book)
    for fact, value in case.with_.items():
        facts = _with(facts, fact, value, book)
    return facts


def _list_of(facts: dict[str, Any], fact: str, book: RuleBook) -> str | None:
    """Return the given list whose items carry the field, if the fact is such a field."""
    spec = book.vocabulary.facts.get(fact)
    return spec.parent if spec is not None and spec.parent in facts else None


def _with(facts: dict[str, Any], fact: str, value: Any, book: RuleBook) -> dict[str, Any]:
    changed = copy.deepcopy(facts)
    items = _list_of(facts, fact, book)
    if items is None or fact in facts:
        changed[fact] = copy.deepcopy(value)
        return changed
    for item in changed[items]:
        item[fact.rpartition(".")[2]] = copy.deepcopy(value)
    return changed


def _without(facts: dict[str, Any], fact: str, book: RuleBook) -> dict[str, Any]:
    changed = copy.deepcopy(facts)
    items = _list_of(facts, fact, book)
    if items is not None and fact not in facts:
        for item in changed[items]:
            item.pop(fact.rpartition(".")[2], None)
    changed.pop(fact, None)
    return changed


def _one_less(facts: dict[str, Any], fact: str) -> Iterator[tuple[str, dict[str, Any]]]:
    members = facts.get(fact, [])
    for position, member in enumerate(members):
        changed = copy.deepcopy(facts)
        changed[fact] = [*members[:position], *members[position + 1 :]]
        yield str(member), changed


def given_facts(book: RuleBook, flat: dict[str, Any]) -> tuple[Facts, list[str]]:
    """Return the facts of a situation written flat, and what is wrong with it."""
    nested: dict[str, Any] = {"format": "gardefou/declaration/v1", "id": "case", "title": "case"}
    derived: dict[str, Any] = {}
    judged: list[Judgement] = []
    supports: dict[str, tuple[str, ...]] = {}
    evidence: dict[str, Evidence] = {}
    problems: list[str] = []
    for fact, value in flat.items():
        if fact in book.vocabulary.derived:
            if value is not None and value != "unknown":
                derived[fact] = _derived(value)
            else:
                derived[fact] = TriSet(frozenset(), frozenset({"?"}))
        elif fact.startswith("judgement."):
            topic = fact.removeprefix("judgement.")
            if topic not in book.vocabulary.topics:
                problems.append(f"unknown topic {topic!r}")
            judged.append(Judgement(topic, str(value), "1900-01-01"))
        elif fact.startswith("evidence."):
            measure = fact.removeprefix("evidence.")
            supports[measure] = (measure,)
            evidence[measure] = Evidence(measure, str(value))
        elif fact in book.vocabulary.facts or fact in book.vocabulary.measures:
            _nest(nested, fact, value)
        else:
            problems.append(f"unknown fact {fact!r}")
    seen, faults = observe(nested, book.vocabulary, {})
    problems += [f"{fault.pointer}: {fault.code} {fault.found}" for fault in faults]
    facts = Facts(
        seen.values,
        seen.unknown,
        supports,
        evidence,
        tuple(judged),
        (),
        {},
        dict(derived.items()),
    )
    return facts, problems


def _derived(value: Any) -> Any:
    if isinstance(value, list):
        return TriSet(frozenset(value), frozenset())
    if isinstance(value, dict):
        return TriSet(frozenset(value.get("certain", ())), frozenset(value.get("possible", ())))
    return value


def _nest(nested: dict[str, Any], fact: str, value: Any) -> None:
    *path, last = fact.split(".")
    node = nested
    for step in path:
        deeper = node.setdefault(step, {})
        if not isinstance(deeper, dict):
            return
        node = deeper
    node[last] = value
