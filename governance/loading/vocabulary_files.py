"""Vocabulary files to the vocabulary the engine uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.loading.lowering import Lowering
from governance.model.vocabulary import DerivedFact, Fact, Vocabulary

if TYPE_CHECKING:
    from governance.loading.packs import PackSource
    from governance.model.conditions import Condition

Problem = tuple[str, int, str]


def lower_vocabulary(source: PackSource) -> tuple[Vocabulary, list[Problem]]:
    """Return the vocabulary and the problems found in it."""
    problems: list[Problem] = []
    plain: dict[str, Fact] = {}
    kinds = {
        name: entry.type for section in source.sections for name, entry in section.facts.items()
    }
    for section in source.sections:
        for name, entry in section.facts.items():
            parent = name.rpartition(".")[0]
            plain[name] = Fact(
                id=name,
                type=entry.type,
                section=section.section,
                choices=tuple(entry.choices),
                unit=entry.unit,
                depth=entry.depth,
                once=entry.once,
                does_not_arise=entry.when_not_asked == "does_not_arise",
                shorthand=entry.shorthand,
                parent=parent if kinds.get(parent) == "list" else None,
                why=tuple(entry.why),
                position=len(plain),
            )
    derived = {
        name: DerivedFact(
            name,
            entry.type,
            tuple(entry.choices),
            entry.complete if entry.type == "set" else entry.otherwise is False,
            tuple(entry.cites),
            entry.applies_from,
        )
        for name, entry in source.derived.items()
    }
    measures = {
        f"measures.{theme}.{name}": theme
        for theme, entry in source.measures.items()
        for name in entry.measures
    }
    lists = {name: frozenset(members) for name, members in source.lists.items()}
    sections = tuple(section.section for section in source.sections)
    vocabulary = Vocabulary(plain, derived, measures, tuple(source.topics), lists, sections)
    asked = _ask_when(source, vocabulary, problems)
    facts = {name: fact._replace(ask_when=asked.get(name)) for name, fact in plain.items()}
    fields: dict[str, dict[str, Fact]] = {}
    for fact in facts.values():
        if fact.parent is not None:
            fields.setdefault(fact.parent, {})[fact.field] = fact
    return (
        Vocabulary(facts, derived, measures, vocabulary.topics, lists, sections, fields),
        problems,
    )


def _ask_when(
    source: PackSource, vocabulary: Vocabulary, problems: list[Problem]
) -> dict[str, Condition]:
    lowering = Lowering(vocabulary, frozenset(source.parameters))
    asked: dict[str, Condition] = {}
    for section in source.sections:
        for name, entry in section.facts.items():
            if entry.ask_when is None:
                continue
            fact = vocabulary.facts[name]
            asked[name] = lowering.condition(entry.ask_when, name, fact.parent or "")
    path = "rules/vocabulary"
    problems += [(path, 1, f"{pointer}: {what}") for pointer, what in lowering.problems]
    return asked
