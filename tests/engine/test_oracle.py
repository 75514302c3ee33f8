"""An independent oracle: for fully stated facts, jsonschema and the engine agree on every rule.

The rules are exported to JSON Schema by code that shares nothing with the engine, and run by a
library that knows nothing of rules. About what is unknown JSON Schema has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from governance.authoring.cases import given_facts, runs
from governance.authoring.export import THIS, NotExportableError, document, exported
from governance.authoring.reading import (
    exceptions,
    facts_of,
    full_name,
    inside,
    scope_of,
    topics_of,
)
from governance.engine.assess import outcomes
from governance.engine.derive import fires
from governance.engine.evaluate import situation_of
from governance.model import conditions as c
from governance.model.facts import Evidence, Facts, Judgement
from governance.model.rules import Derivation, Rule
from governance.model.values import FALSE, POINTER, TRUE, TriSet
from governance.model.verdicts import NOT_APPLICABLE, SATISFIED, VIOLATED
from governance.model.vocabulary import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook
    from governance.model.vocabulary import DerivedFact, Fact

DAY = "2028-09-01"
"""After every day of application that the shipped parameters give."""

COUNTRIES = ("FR", "DE", "US", "CH", "NO")


def roots(rule: Rule | Derivation) -> list[c.Condition]:
    if isinstance(rule, Rule):
        return [*scope_of(rule), rule.requires]
    return [rule.when, *exceptions(rule.unless)]


class Situations:
    """Fully stated situations around the values that a rule compares with."""

    def __init__(self, book: RuleBook, rule: Rule | Derivation, start: Facts) -> None:
        self.book = book
        self.start = {**start.values, **start.given}
        self.start |= {f"judgement.{one.topic}": one.conclusion for one in start.judgements}
        self.items = rule.for_each or "" if isinstance(rule, Rule) else ""
        self.literals: dict[str, list[Any]] = {}
        self.left_open: dict[str, set[str]] = {}
        self.facts: set[str] = {self.items} - {""}
        self.topics: set[str] = set()
        for root in roots(rule):
            self.facts |= set(facts_of(root, self.items))
            self.topics |= set(topics_of(root))
            for node, items in inside(root, self.items):
                if isinstance(node, c.Test):
                    self._note(node, full_name(node.fact, items))

    def _note(self, test: c.Test, fact: str) -> None:
        self.left_open.setdefault(fact, set()).update(test.unknown_if)
        argument = test.argument
        if isinstance(argument, dict) and "parameter" in argument:
            argument = self.book.parameter(argument["parameter"], DAY)
        values = argument if isinstance(argument, list) else [argument]
        self.literals.setdefault(fact, []).extend(values)

    def strategy(self) -> st.SearchStrategy[dict[str, Any]]:
        whole = {}
        for top in sorted(self._tops()):
            whole[top] = self._near_start(top, self._value(top))
        for topic in sorted(self.topics):
            name = f"judgement.{topic}"
            whole[name] = self._near_start(name, st.sampled_from(["met", "not_met"]))
        return st.fixed_dictionaries(whole)

    def _near_start(self, fact: str, value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        """Keep most facts as in the situation that the rule gives, so that it applies at times."""
        found = self.start.get(fact)
        if isinstance(found, TriSet):
            found = None if found.possible else found.certain
        if isinstance(found, tuple) and found:
            completed = st.tuples(*[self._completed(fact, item) for item in found])
            return st.one_of(completed, completed, value)
        if found is None or found in self.left_open.get(fact, ()):
            return value
        return st.one_of(st.just(found), st.just(found), st.just(found), value)

    def stated(self, found: Facts) -> dict[str, Any] | None:
        """Return a situation as values, None when a fact that the rule reads is left unsaid."""
        values = {**found.values}
        for name, value in found.given.items():
            if isinstance(value, TriSet) and value.possible:
                return None
            values[name] = value.certain if isinstance(value, TriSet) else value
        values |= {f"judgement.{one.topic}": one.conclusion for one in found.judgements}
        wanted = {name: values.get(name) for name in self._tops()}
        wanted |= {f"judgement.{one}": values.get(f"judgement.{one}") for one in self.topics}
        for name, value in wanted.items():
            if value is None or not self._told(name, value):
                return None
        return wanted

    def _told(self, name: str, value: Any) -> bool:
        if isinstance(value, TriSet):
            return False
        if isinstance(value, tuple):
            return all(
                item.get(field) is not None and self._told(f"{name}.{field}", item[field])
                for item in value
                for field in self._fields(name)
            )
        return isinstance(value, frozenset) or value not in self.left_open.get(name, ())

    def _tops(self) -> set[str]:
        found = set()
        for fact in self.facts:
            spec = self.book.vocabulary.facts.get(fact)
            found.add(fact if spec is None or spec.parent is None else self._top(spec))
        return found

    def _completed(self, fact: str, item: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
        """State the fields that the rule reads and that the given item leaves unsaid."""
        fields = {}
        for name, value in self._fields(fact).items():
            given_value = item.get(name)
            left_open = self.left_open.get(f"{fact}.{name}", ())
            if given_value is None or isinstance(given_value, tuple) or given_value in left_open:
                fields[name] = value
            else:
                fields[name] = st.one_of(st.just(given_value), st.just(given_value), value)
        own = {"id": item.get("id", "i0"), POINTER: f"/{fact}/{item.get('id')}"}
        return st.fixed_dictionaries(fields).map(lambda drawn: {**drawn, **own})

    def _top(self, spec: Fact) -> str:
        parent = self.book.vocabulary.facts[str(spec.parent)]
        return parent.id if parent.parent is None else self._top(parent)

    def _value(self, fact: str) -> st.SearchStrategy[Any]:
        vocabulary = self.book.vocabulary
        if fact in vocabulary.measures:
            return self._one_of(fact, STATUSES)
        spec: Fact | DerivedFact = vocabulary.facts.get(fact) or vocabulary.derived[fact]
        if spec.type == "list":
            return self._list(fact)
        return self._plain(fact, spec)

    def _one_of(self, fact: str, choices: tuple[str, ...]) -> st.SearchStrategy[str]:
        possible = [one for one in choices if one not in self.left_open.get(fact, ())]
        return st.sampled_from(possible)

    def _plain(self, fact: str, spec: Fact | DerivedFact) -> st.SearchStrategy[Any]:
        known = [one for one in self.literals.get(fact, ()) if not isinstance(one, dict | bool)]
        match spec.type:
            case "boolean":
                return st.booleans()
            case "choice":
                return self._one_of(fact, spec.choices)
            case "set" | "countries" | "measures":
                named = [str(one) for one in known if isinstance(one, str)]
                members = spec.choices or (*COUNTRIES, "governance.ai_register")
                likely = [one for one in named if one in members]
                return st.sets(st.sampled_from([*likely, *members]), max_size=6).map(frozenset)
            case "integer" | "number":
                near = [
                    int(one) + step
                    for one in known
                    if not isinstance(one, str)
                    for step in (-1, 0, 1)
                ]
                return st.sampled_from([one for one in near if one >= 0] + [0, 1, 40])
            case "date" | "datetime":
                near = [str(one) for one in known if isinstance(one, str) and one != "as_of"]
                return st.sampled_from([*near, "2020-02-29", DAY, "2028-08-31", "2031-01-01"])
            case "country":
                return st.sampled_from(COUNTRIES)
            case _:
                return st.sampled_from([*known, "", "words"])

    def _fields(self, fact: str) -> dict[str, st.SearchStrategy[Any]]:
        return {
            name: self._value(spec.id)
            for name, spec in self.book.vocabulary.fields.get(fact, {}).items()
            if spec.id in self.facts or any(one.startswith(f"{spec.id}.") for one in self.facts)
        }

    def _list(self, fact: str) -> st.SearchStrategy[Any]:
        fields = self._fields(fact)
        items = st.lists(st.fixed_dictionaries(fields), max_size=3)
        return items.map(
            lambda found: tuple(
                {**item, "id": f"i{rank}", POINTER: f"/{fact}/{rank}"}
                for rank, item in enumerate(found)
            )
        )


def facts(book: RuleBook, values: dict[str, Any]) -> Facts:
    """Return the same situation as the engine reads it, every measure with its evidence."""
    declared, given_, judged, supports, evidence = {}, {}, [], {}, {}
    for name, value in values.items():
        if name.startswith("judgement."):
            judged.append(Judgement(name.removeprefix("judgement."), value, "1900-01-01"))
        elif name in book.vocabulary.derived:
            given_[name] = TriSet(value, frozenset()) if isinstance(value, frozenset) else value
        else:
            declared[name] = value
            if name in book.vocabulary.measures:
                supports[name] = (name,)
                evidence[name] = Evidence(name, "usable")
    return Facts(declared, {}, supports, evidence, tuple(judged), (), {}, given_)


def by_schema(
    scope: Draft202012Validator, requires: Draft202012Validator, seen: dict[str, Any]
) -> str:
    if not scope.is_valid(seen):
        return NOT_APPLICABLE
    return SATISFIED if requires.is_valid(seen) else VIOLATED


def expected(
    book: RuleBook, rule: Rule, values: dict[str, Any], schemas: list[Draft202012Validator]
) -> Iterator[str]:
    whole = document(book, values)
    if rule.for_each is None:
        yield by_schema(schemas[0], schemas[1], whole)
        return
    for item in whole[rule.for_each]:
        yield by_schema(schemas[0], schemas[1], {**whole, THIS: item})
    if not whole[rule.for_each]:
        yield NOT_APPLICABLE


Agree = Callable[[dict[str, Any]], str]
"""Compare engine and schema on one situation; return the outcomes, for the record."""


def comparison(book: RuleBook, rule: Rule | Derivation) -> Agree:
    found = exported(book, rule, DAY)
    scope = Draft202012Validator(found.scope)
    if isinstance(rule, Derivation):

        def derivation(values: dict[str, Any]) -> str:
            wanted = scope.is_valid(document(book, values))
            situation = situation_of(book, facts(book, values), DAY)
            assert fires(situation, rule) == (TRUE if wanted else FALSE)
            return str(wanted)

        return derivation
    assert found.requires is not None
    schemas = [scope, Draft202012Validator(found.requires)]

    def requirement(values: dict[str, Any]) -> str:
        wanted = list(expected(book, rule, values, schemas))
        situation = situation_of(book, facts(book, values), DAY)
        assert [outcome for _, outcome in outcomes(situation, rule)] == wanted
        return " ".join(sorted(set(wanted)))

    return requirement


SEEN: dict[str, set[str]] = {}


def test_engine_agrees_with_jsonschema(book: RuleBook, shipped_rule: Lowered) -> None:
    rule = shipped_rule.rule or shipped_rule.derivation
    assert rule is not None
    try:
        agree = comparison(book, rule)
    except NotExportableError as error:
        pytest.skip(f"no equivalent in JSON Schema: {error}")
    tests = shipped_rule.entry.tests
    around = Situations(book, rule, given_facts(book, tests.given)[0])
    # a rule that leaves an answer to a person may have no other way to hold
    seen = SEEN.setdefault(rule.id, set()) if not any(around.left_open.values()) else set()
    for run in runs(tests, book):
        values = around.stated(given_facts(book, run.facts)[0])
        if values is not None:
            seen.add(agree(values))

    @settings(
        max_examples=20,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(around.strategy())
    def nearby(values: dict[str, Any]) -> None:
        seen.add(agree(values))

    nearby()


def test_most_rules_are_exported(book: RuleBook, lowered: list[Lowered]) -> None:
    """The oracle speaks of nearly all rules; those it cannot say compare facts with facts."""
    left: list[str] = []
    for one in lowered:
        rule = one.rule or one.derivation
        assert rule is not None
        try:
            exported(book, rule, DAY)
        except NotExportableError:
            left.append(one.entry.id)
    assert len(left) < len(lowered) / 20, left


def test_both_outcomes_are_compared() -> None:
    """Agreement on rules that never apply would show nothing."""
    if len(SEEN) < 2:
        pytest.skip("the comparison itself did not run")
    one_sided = [rule for rule, seen in SEEN.items() if len(seen) < 2]
    assert one_sided == []
