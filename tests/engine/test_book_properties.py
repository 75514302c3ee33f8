"""Properties of the shipped rule book on random declarations."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.authoring.samples import declaration
from governance.engine.assess import belongs_to_the_day, outcomes, verdicts
from governance.engine.consistency import NOT_ASKED, inconsistencies
from governance.engine.evaluate import (
    evaluate,
    everything,
    outcomes_only,
    reference_situation,
    situation_of,
)
from governance.engine.interpret import interpret, interpret_scope
from governance.engine.reasons import reasons
from governance.model.facts import Facts
from governance.model.rules import scope_of
from governance.model.trace import decisive
from governance.model.values import TriSet
from governance.schema.observe import observe

if TYPE_CHECKING:
    from governance.model.book import RuleBook

DAYS = ("2026-07-01", "2026-11-24", "2026-12-03", "2028-01-15", "2030-09-01")
SETTLED = {"satisfied", "violated", "not_applicable"}
SEEDS = st.integers(0, 10**9)
SLOW = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

SHIPPED: list[RuleBook] = []


@pytest.fixture(autouse=True)
def _shipped(book: RuleBook) -> None:
    """Keep the rule book out of the arguments, which a failing property would print."""
    SHIPPED[:] = [book]


def sample(book: RuleBook, seed: int, share: float) -> dict[str, Any]:
    return declaration(book.vocabulary, random.Random(seed), share=share)


def facts_of(book: RuleBook, data: dict[str, Any]) -> Facts:
    facts, problems = observe(data, book.vocabulary, {})
    assert problems == []
    return facts


def settled(book: RuleBook, facts: Facts, day: str) -> dict[tuple[str, str | None], str]:
    found = {(rule.id, item): out for rule, item, out in outcomes_only(book, facts, day)}
    return {key: outcome for key, outcome in found.items() if outcome in SETTLED}


@SLOW
@given(SEEDS, st.sampled_from([0.05, 0.3, 0.8]), st.sampled_from(DAYS))
def test_fast_path_and_reference_agree(seed: int, share: float, day: str) -> None:
    book = SHIPPED[0]
    facts = facts_of(book, sample(book, seed, share))
    fast, slow = situation_of(book, facts, day), reference_situation(book, facts, day)
    for rule in book.rules:
        if belongs_to_the_day(rule, day):
            quick = sorted(outcomes(fast, rule), key=str)
            plain = sorted(((v.item, v.outcome) for v in verdicts(slow, rule)), key=str)
            assert quick == plain, rule.id
    for name in book.vocabulary.derived:
        assert fast.value(name) == slow.value(name), name


@SLOW
@given(SEEDS, st.sampled_from([0.2, 0.5, 0.9]), st.sampled_from(DAYS), st.data())
def test_learning_facts_never_flips_a_settled_answer(
    seed: int, share: float, day: str, data: st.DataObject
) -> None:
    book = SHIPPED[0]
    full = consistent(book, facts_of(book, sample(book, seed, share)), day)
    kept = data.draw(st.sampled_from([0.2, 0.5, 0.9]))
    chooser = random.Random(seed + 1)
    part = Facts({name: value for name, value in full.values.items() if chooser.random() < kept})
    before, after = settled(book, part, day), settled(book, full, day)
    everywhere: dict[str, set[str]] = {}
    for rule, _, outcome in outcomes_only(book, full, day):
        everywhere.setdefault(rule.id, set()).add(outcome)
    for (rule, item), outcome in before.items():
        if item is None:
            assert everywhere[rule] == {outcome}, (rule, outcome, everywhere[rule])
        else:
            assert after[rule, item] == outcome, (rule, item)
    known, fuller = situation_of(book, part, day), situation_of(book, full, day)
    for name in book.vocabulary.derived:
        assert refines(known.value(name), fuller.value(name)), name


def refines(before: Any, after: Any) -> bool:
    if before is None:
        return True
    if isinstance(before, TriSet):
        if "?" in before.possible:
            return before.certain <= after.certain
        return before.certain <= after.certain and (
            after.certain | after.possible <= before.certain | before.possible
        )
    return bool(before == after)


def consistent(book: RuleBook, facts: Facts, day: str) -> Facts:
    """Drop answers to questions that other answers rule out: they contradict them."""
    while True:
        situation = situation_of(book, facts, day)
        stray = {odd.fact for odd in inconsistencies(situation, (), ()) if odd.code == NOT_ASKED}
        if not stray:
            return facts
        facts = Facts(
            {
                name: without(value, name, stray)
                for name, value in facts.values.items()
                if name not in stray
            }
        )


def without(value: Any, name: str, stray: set[str]) -> Any:
    if type(value) is not tuple:
        return value
    return tuple(
        {
            key: without(one, f"{name}.{key}", stray)
            for key, one in item.items()
            if f"{name}.{key}" not in stray
        }
        for item in value
    )


@SLOW
@given(SEEDS, st.sampled_from(DAYS))
def test_order_of_facts_does_not_matter(seed: int, day: str) -> None:
    book = SHIPPED[0]
    data = sample(book, seed, 0.5)
    backwards = {key: flipped(value) for key, value in reversed(data.items())}
    one, other = facts_of(book, data), facts_of(book, backwards)
    assert list(outcomes_only(book, one, day)) == list(outcomes_only(book, other, day))


def flipped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: flipped(inner) for key, inner in reversed(value.items())}
    return value


@SLOW
@given(SEEDS, st.sampled_from(DAYS))
def test_same_input_same_assessment(seed: int, day: str) -> None:
    book = SHIPPED[0]
    data = sample(book, seed, 0.4)
    one = evaluate(book, facts_of(book, data), day)
    two = evaluate(book, facts_of(book, data), day)
    assert repr(one.verdicts) == repr(two.verdicts)
    assert one.questions == two.questions


@pytest.mark.parametrize("day", DAYS)
def test_an_empty_declaration_settles_nothing(book: RuleBook, day: str) -> None:
    found = [rule.id for rule, _, out in outcomes_only(book, Facts({}), day) if out in SETTLED]
    assert found == []
    situation = situation_of(book, Facts({}), day)
    for name, spec in book.vocabulary.derived.items():
        value = situation.value(name)
        if spec.type in {"set", "countries"}:
            assert isinstance(value, TriSet), name
            assert value.possible, name
            assert not value.certain, name
        else:
            assert value is None, name


def test_an_empty_declaration_gets_useful_questions_first(book: RuleBook) -> None:
    questions = evaluate(book, Facts({}), "2026-11-24", everything).questions
    first = [question.missing.fact for question in questions[:10]]
    assert len(first) == 10
    facts = book.vocabulary.facts
    assert all(facts[name].depth == "essential" for name in first if name in facts)
    assert {"deployment.our_part", "use_case.functions", "system.techniques"} <= set(first)


@SLOW
@given(SEEDS, st.sampled_from([0.05, 0.3, 0.8]), st.sampled_from(DAYS))
def test_reasons_are_the_decisive_leaves_of_the_trace(seed: int, share: float, day: str) -> None:
    book = SHIPPED[0]
    situation = situation_of(book, facts_of(book, sample(book, seed, share)), day)
    for rule in book.rules:
        if rule.for_each is not None:
            continue
        scope = scope_of(rule.applies_when, rule.unless)
        trace = interpret_scope(situation, rule.applies_when, rule.unless, None, "")
        assert sorted(map(repr, reasons(situation, scope, None, ""))) == sorted(
            map(repr, decisive(trace))
        ), rule.id
        trace = interpret(situation, rule.requires, None, "")
        assert list(reasons(situation, rule.requires, None, "")) == list(decisive(trace)), rule.id
