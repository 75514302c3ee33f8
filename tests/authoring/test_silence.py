"""Which silences could turn a prohibition off, and which its own conditions explain."""

from __future__ import annotations

from typing import Any

import pytest

from governance.authoring.lint import CHECKS
from governance.authoring.silence import switched_off_by
from governance.authoring.unasked import matters, ways
from governance.loading.lowering import Lowering
from governance.model import conditions as c
from governance.model.book import RuleBook
from governance.model.rules import Derivation, Rule, Unless
from governance.model.values import TriSet
from governance.model.vocabulary import DerivedFact, Fact, Vocabulary

FACTS = {
    "use.harm": Fact("use.harm", "boolean", "use"),
    "use.kind": Fact("use.kind", "choice", "use", ("a", "b", "c")),
    "use.where": Fact("use.where", "set", "use", ("x", "y", "z")),
    "use.items": Fact("use.items", "list", "use"),
    "use.items.bad": Fact("use.items.bad", "boolean", "use", parent="use.items"),
}
DERIVED = {
    "law.banned": DerivedFact("law.banned", "boolean", closed=True),
    "law.points": DerivedFact("law.points", "set", ("p", "q"), closed=True),
}
VOCABULARY = Vocabulary(
    FACTS,
    DERIVED,
    {"measures.t.m": "t"},
    (),
    {},
    ("use",),
    {"use.items": {"bad": FACTS["use.items.bad"]}},
)


def condition(data: dict[str, Any]) -> c.Condition:
    lowering = Lowering(VOCABULARY, frozenset())
    found = lowering.condition(data, "")
    assert lowering.problems == []
    return found


def rule(requires: dict[str, Any], applies: dict[str, Any] | None = None, **more: Any) -> Rule:
    return Rule(
        "P-1", "p", "prohibition", "act", "law", "error", condition(requires),
        applies_when=None if applies is None else condition(applies), **more,
    )  # fmt: skip


def book(*derivations: Derivation) -> RuleBook:
    by_fact: dict[str, tuple[Derivation, ...]] = {}
    for one in derivations:
        by_fact[one.fact] = (*by_fact.get(one.fact, ()), one)
    return RuleBook(VOCABULARY, {}, {}, by_fact, (), (), "")


@pytest.mark.parametrize(
    ("made", "facts"),
    [
        # silence takes the rule out of scope
        (rule({"use.kind": "a"}, {"use.harm": True}), {"use.harm"}),
        (rule({"use.kind": "a"}, {"not": {"use.harm": True}}), set()),
        (rule({"use.kind": "a"}, {"use.kind": {"not_in": ["b"]}}), set()),
        (rule({"use.kind": "a"}, {"use.where": {"includes_any": ["x"]}}), {"use.where"}),
        (rule({"use.kind": "a"}, {"use.where": {"empty": True}}), set()),
        (rule({"use.kind": "a"}, {"some": "use.items", "satisfies": {"this.bad": True}}),
         {"use.items", "use.items.bad"}),
        # silence meets what is required
        (rule({"use.harm": False}), set()),
        (rule({"not": {"use.harm": True}}), {"use.harm"}),
        (rule({"every": "use.items", "satisfies": {"this.bad": False}}), {"use.items"}),
        # silence keeps an exception from standing: the prohibition stays
        (rule({"use.kind": "a"}, unless=(Unless("e", c.Test("use.harm", "is", True)),)), set()),
        (rule({"use.kind": "a"}, unless=(Unless("e", c.Not(c.Test("use.harm", "is", True))),)),
         {"use.harm"}),
    ],
)  # fmt: skip
def test_direction(made: Rule, facts: set[str]) -> None:
    assert set(switched_off_by(book(), made)) == facts


def derivation(
    fact: str, when: dict[str, Any], member: str | None = None, **more: Any
) -> Derivation:
    return Derivation("D-1", fact, member, True, condition(when), **more)


@pytest.mark.parametrize(
    ("requires", "derived", "facts"),
    [
        ({"law.banned": False}, derivation("law.banned", {"use.harm": True}), {"use.harm"}),
        ({"law.banned": False}, derivation("law.banned", {"not": {"use.harm": True}}), set()),
        ({"not": {"law.points": {"includes": "p"}}},
         derivation("law.points", {"use.harm": True}, "p"), {"use.harm"}),
        ({"law.points": {"empty": True}},
         derivation("law.points", {"use.harm": True}, "p"), {"use.harm"}),
        ({"law.banned": False},
         derivation("law.banned", {"use.kind": "a"},
                    unless=(Unless("e", c.Test("use.harm", "is", True)),)), {"use.kind"}),
    ],
)  # fmt: skip
def test_through_what_is_derived(
    requires: dict[str, Any], derived: Derivation, facts: set[str]
) -> None:
    assert set(switched_off_by(book(derived), rule(requires))) == facts


@pytest.mark.parametrize(
    ("asked", "wanted", "found"),
    [
        ({"use.kind": "a"}, False, [{"use.kind": "b"}, {"use.kind": "c"}]),
        ({"use.kind": {"in": ["a", "b"]}}, False, [{"use.kind": "c"}]),
        ({"use.kind": {"not_in": ["a"]}}, False, [{"use.kind": "a"}]),
        ({"use.harm": True}, False, [{"use.harm": False}]),
        ({"measures.t.m": {"not_in": ["absent", "planned", "partial"]}}, True,
         [{"measures.t.m": "in_place"}]),
        ({"use.where": {"includes": "x"}}, False,
         [{"use.where": TriSet(frozenset(), frozenset({"y", "z"}))}]),
        ({"use.where": {"includes_any_except": ["z"]}}, False,
         [{"use.where": TriSet(frozenset(), frozenset({"z"}))}]),
        ({"use.where": {"empty": False}}, False, [{"use.where": frozenset()}]),
        ({"any": [{"use.harm": True}, {"use.kind": {"in": ["a", "b"]}}]}, False,
         [{"use.harm": False, "use.kind": "c"}]),
        ({"use.harm": True, "use.kind": {"in": ["a", "b"]}}, False,
         [{"use.harm": False}, {"use.kind": "c"}]),
        ({"any": [{"use.kind": "a"}, {"use.kind": "b"}]}, False, [{"use.kind": "c"}]),
        ({"some": "use.items", "satisfies": {"this.bad": True}}, False, [{"use.items": ()}, {}]),
        ({"count": "use.items", "at_least": 1}, False, [{}]),
    ],
)  # fmt: skip
def test_ways(asked: dict[str, Any], wanted: bool, found: list[dict[str, Any]]) -> None:
    assert ways(book(), condition(asked), wanted=wanted) == found


def unasked(when: dict[str, Any]) -> Fact:
    return FACTS["use.harm"]._replace(ask_when=condition(when), does_not_arise=True)


def test_silence_explained_by_the_rule_itself() -> None:
    """The question is not asked where the rule does not apply anyway."""
    fact = unasked({"use.kind": "a"})
    prohibition = rule({"not": {"use.harm": True}}, {"use.kind": "a"})
    assert not matters(book(), fact, prohibition, prohibition)


def test_silence_that_decides() -> None:
    """Nothing in the rule says why another kind would make the question idle."""
    fact = unasked({"use.kind": "a"})
    prohibition = rule({"not": {"use.harm": True}})
    assert matters(book(), fact, prohibition, prohibition)


def test_silence_explained_by_what_reads_the_fact() -> None:
    fact = unasked({"use.kind": "a"})
    derived = derivation("law.banned", {"use.kind": "a", "use.harm": True})
    prohibition = rule({"law.banned": False})
    assert not matters(book(derived), fact, derived, prohibition)


def test_check_is_an_error() -> None:
    assert CHECKS["RP025"].severity == "error"


def test_exception_that_presupposes_nothing_prohibited() -> None:
    """An exception for what is not prohibited cannot hide a prohibition."""
    derived = DerivedFact("ai_act.prohibited", "boolean", closed=True)
    known = VOCABULARY._replace(derived={**DERIVED, "ai_act.prohibited": derived})
    both = c.All((c.Test("ai_act.prohibited", "is", False), c.Not(c.Test("use.harm", "is", True))))
    alone = c.Not(c.Test("use.harm", "is", True))
    prohibition = rule({"use.kind": "a"}, {"law.banned": True})
    for when, facts in ((both, {"use.kind"}), (alone, {"use.kind", "use.harm"})):
        made = derivation("law.banned", {"use.kind": "a"}, unless=(Unless("e", when),))
        found = switched_off_by(book(made)._replace(vocabulary=known), prohibition)
        assert set(found) == facts
