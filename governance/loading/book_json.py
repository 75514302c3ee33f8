"""A rule book as JSON and back: what start-up reads instead of YAML."""

from __future__ import annotations

import json
from typing import Any

from governance.model.book import DatedValue, Instrument, Pack, RuleBook
from governance.model.conditions import All, Condition, from_json, to_json
from governance.model.rules import Contradiction, Derivation, Rule, Unless
from governance.model.vocabulary import DerivedFact, Fact, Vocabulary

VERSION = 3


def dump(book: RuleBook) -> dict[str, Any]:
    """Return the rule book as plain data."""
    vocabulary = book.vocabulary
    scopes: dict[str, int] = {}
    for rule in book.rules:
        scopes.setdefault(_scope(rule), len(scopes))
    return {
        "version": VERSION,
        "digest": book.digest,
        "packs": [list(pack) for pack in book.packs],
        "sections": list(vocabulary.sections),
        "facts": [
            [
                f.id,
                f.type,
                f.section,
                list(f.choices),
                f.unit,
                f.depth,
                f.once,
                to_json(f.ask_when),
                f.does_not_arise,
                f.shorthand,
                f.parent,
                list(f.why),
            ]
            for f in vocabulary.facts.values()
        ],
        "derived": [
            [d.id, d.type, list(d.choices), d.closed, list(d.cites), d.applies_from]
            for d in vocabulary.derived.values()
        ],
        "measures": vocabulary.measures,
        "topics": list(vocabulary.topics),
        "lists": {name: sorted(members) for name, members in vocabulary.lists.items()},
        "parameters": {
            name: [[v.since, v.value, list(v.cites)] for v in values]
            for name, values in book.parameters.items()
        },
        "instruments": [list(one) for one in book.instruments.values()],
        "derivations": [_derivation(one) for found in book.derivations.values() for one in found],
        "scopes": list(scopes),
        "rules": [_rule(rule, scopes) for rule in book.rules],
        "contradictions": [
            [c.id, c.name, to_json(c.when), list(c.shows), list(c.cites), c.pack, list(c.source)]
            for c in book.contradictions
        ],
    }


def load(data: dict[str, Any]) -> RuleBook:
    """Return the rule book that ``dump`` wrote."""
    facts: dict[str, Fact] = {}
    fields: dict[str, dict[str, Fact]] = {}
    for position, row in enumerate(data["facts"]):
        ask_when = None if row[7] is None else from_json(row[7])
        fact = Fact(
            row[0],
            row[1],
            row[2],
            tuple(row[3]),
            row[4],
            row[5],
            row[6],
            ask_when,
            row[8],
            row[9],
            row[10],
            tuple(row[11]),
            position,
        )
        facts[fact.id] = fact
        if fact.parent is not None:
            fields.setdefault(fact.parent, {})[fact.field] = fact
    derived = {
        row[0]: DerivedFact(row[0], row[1], tuple(row[2]), row[3], tuple(row[4]), row[5])
        for row in data["derived"]
    }
    derivations: dict[str, tuple[Derivation, ...]] = {}
    for row in data["derivations"]:
        one = _load_derivation(row)
        derivations[one.fact] = (*derivations.get(one.fact, ()), one)
    scopes = [_load_scope(text) for text in data["scopes"]]
    return RuleBook(
        Vocabulary(
            facts,
            derived,
            data["measures"],
            tuple(data["topics"]),
            {name: frozenset(members) for name, members in data["lists"].items()},
            tuple(data["sections"]),
            fields,
        ),
        {
            name: tuple([DatedValue(v[0], v[1], tuple(v[2])) for v in values])
            for name, values in data["parameters"].items()
        },
        {row[0]: Instrument(*row) for row in data["instruments"]},
        derivations,
        tuple([_load_rule(row, scopes) for row in data["rules"]]),
        tuple([Pack(*row) for row in data["packs"]]),
        data["digest"],
        tuple([_load_contradiction(row) for row in data["contradictions"]]),
    )


def _unless(unless: tuple[Unless, ...]) -> list[Any]:
    return [[u.name, to_json(u.when), list(u.cites), _unless(u.unless)] for u in unless]


def _load_unless(rows: list[Any]) -> tuple[Unless, ...]:
    return tuple([Unless(r[0], from_json(r[1]), tuple(r[2]), _load_unless(r[3])) for r in rows])


def _derivation(one: Derivation) -> list[Any]:
    return [
        one.id,
        one.fact,
        one.member,
        one.value,
        to_json(one.when),
        _unless(one.unless),
        list(one.cites),
        one.text_from,
        one.text_until,
        list(one.collect),
        one.outside,
        one.pack,
        list(one.source),
        one.status,
    ]


def _load_derivation(row: list[Any]) -> Derivation:
    return Derivation(
        row[0],
        row[1],
        row[2],
        row[3],
        All(()) if row[4] is None else from_json(row[4]),
        _load_unless(row[5]),
        tuple(row[6]),
        row[7],
        row[8],
        tuple(row[9]),
        row[10],
        row[11],
        (row[12][0], row[12][1]),
        row[13],
    )


def _scope(rule: Rule) -> str:
    """Return the scope of a rule as text: rules with the same text share one object."""
    return json.dumps([to_json(rule.applies_when), _unless(rule.unless)], ensure_ascii=False)


def _rule(rule: Rule, scopes: dict[str, int]) -> list[Any]:
    return [
        rule.id,
        rule.name,
        rule.kind,
        rule.instrument,
        rule.level,
        rule.severity,
        to_json(rule.requires),
        scopes[_scope(rule)],
        None,
        rule.for_each,
        rule.in_force_from,
        rule.due,
        rule.text_from,
        rule.text_until,
        list(rule.cites),
        list(rule.covers),
        list(rule.addressee),
        rule.theme,
        rule.revision,
        rule.status,
        list(rule.dossier),
        rule.pack,
        list(rule.source),
    ]


Scope = tuple[Condition | None, tuple[Unless, ...]]


def _load_scope(text: str) -> Scope:
    applies_when, unless = json.loads(text)
    return None if applies_when is None else from_json(applies_when), _load_unless(unless)


def _load_rule(row: list[Any], scopes: list[Scope]) -> Rule:
    applies_when, unless = scopes[row[7]]
    return Rule(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        row[5],
        from_json(row[6]),
        applies_when,
        unless,
        row[9],
        row[10],
        row[11],
        row[12],
        row[13],
        tuple(row[14]),
        tuple(row[15]),
        tuple(row[16]),
        row[17],
        row[18],
        row[19],
        tuple(row[20]),
        row[21],
        (row[22][0], row[22][1]),
    )


def _load_contradiction(row: list[Any]) -> Contradiction:
    when, source = from_json(row[2]), (row[6][0], row[6][1])
    return Contradiction(row[0], row[1], when, tuple(row[3]), tuple(row[4]), row[5], source)
