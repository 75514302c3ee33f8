"""A rule book as JSON and back: what start-up reads instead of YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.loading.shared_conditions import Exceptions, Writer, conditions, exceptions
from governance.model.book import DatedValue, Instrument, Pack, RuleBook
from governance.model.conditions import All
from governance.model.rules import Contradiction, Derivation, Rule
from governance.model.vocabulary import DerivedFact, Fact, Vocabulary

if TYPE_CHECKING:
    from governance.model.conditions import Condition

VERSION = 4


def dump(book: RuleBook) -> dict[str, Any]:
    """Return the rule book as plain data."""
    vocabulary = book.vocabulary
    write = Writer()
    data: dict[str, Any] = {
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
                write.condition(f.ask_when),
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
        "derivations": [
            _derivation(one, write) for found in book.derivations.values() for one in found
        ],
        "rules": [_rule(rule, write) for rule in book.rules],
        "contradictions": [_contradiction(one, write) for one in book.contradictions],
    }
    return data | {"conditions": write.conditions, "exceptions": write.exceptions}


def load(data: dict[str, Any]) -> RuleBook:
    """Return the rule book that ``dump`` wrote."""
    facts: dict[str, Fact] = {}
    fields: dict[str, dict[str, Fact]] = {}
    known = conditions(data["conditions"])
    unless = exceptions(data["exceptions"], known)
    for position, row in enumerate(data["facts"]):
        ask_when = None if row[7] is None else known[row[7]]
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
        one = _load_derivation(row, known, unless)
        derivations[one.fact] = (*derivations.get(one.fact, ()), one)
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
        tuple([_load_rule(row, known, unless) for row in data["rules"]]),
        tuple([Pack(*row) for row in data["packs"]]),
        data["digest"],
        tuple([_load_contradiction(row, known) for row in data["contradictions"]]),
    )


def _derivation(one: Derivation, write: Writer) -> list[Any]:
    return [
        one.id,
        one.fact,
        one.member,
        one.value,
        write.condition(one.when),
        write.unless(one.unless),
        list(one.cites),
        one.text_from,
        one.text_until,
        list(one.collect),
        one.outside,
        one.pack,
        list(one.source),
        one.status,
    ]


def _load_derivation(
    row: list[Any], known: list[Condition], unless: list[Exceptions]
) -> Derivation:
    return Derivation(
        row[0],
        row[1],
        row[2],
        row[3],
        All(()) if row[4] is None else known[row[4]],
        unless[row[5]],
        tuple(row[6]),
        row[7],
        row[8],
        tuple(row[9]),
        row[10],
        row[11],
        (row[12][0], row[12][1]),
        row[13],
    )


def _rule(rule: Rule, write: Writer) -> list[Any]:
    return [
        rule.id,
        rule.name,
        rule.kind,
        rule.instrument,
        rule.level,
        rule.severity,
        write.condition(rule.requires),
        write.condition(rule.applies_when),
        write.unless(rule.unless),
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


def _load_rule(row: list[Any], known: list[Condition], unless: list[Exceptions]) -> Rule:
    return Rule(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        row[5],
        known[row[6]],
        None if row[7] is None else known[row[7]],
        unless[row[8]],
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


def _contradiction(one: Contradiction, write: Writer) -> list[Any]:
    shows, cites = list(one.shows), list(one.cites)
    return [one.id, one.name, write.condition(one.when), shows, cites, one.pack, list(one.source)]


def _load_contradiction(row: list[Any], known: list[Condition]) -> Contradiction:
    when, source = known[row[2]], (row[6][0], row[6][1])
    return Contradiction(row[0], row[1], when, tuple(row[3]), tuple(row[4]), row[5], source)
