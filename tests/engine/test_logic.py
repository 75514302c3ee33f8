"""The laws of three-valued logic hold for conditions as the engine evaluates them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from governance.engine.closures import compiled
from governance.engine.evaluate import situation_of
from governance.engine.interpret import interpret
from governance.model import conditions as c
from governance.model.book import RuleBook
from governance.model.facts import Facts
from governance.model.values import FALSE, TRUE, UNKNOWN
from governance.model.vocabulary import Fact, Vocabulary

NAMES = ("p", "q", "r", "s")
VOCABULARY = Vocabulary(
    {name: Fact(name, "boolean", "test") for name in NAMES}, {}, {}, (), {}, ("test",)
)
BOOK = RuleBook(VOCABULARY, {}, {}, {}, (), (), "")
TRUTHS = {None: UNKNOWN, True: TRUE, False: FALSE}

leaf = st.builds(
    lambda name, wanted: c.Test(name, "is", wanted), st.sampled_from(NAMES), st.booleans()
)
condition = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds(c.Not, inner),
        st.builds(c.All, st.lists(inner, min_size=1, max_size=4).map(tuple)),
        st.builds(c.Any_, st.lists(inner, min_size=1, max_size=4).map(tuple)),
    ),
    max_leaves=12,
)
values = st.fixed_dictionaries({name: st.sampled_from([None, True, False]) for name in NAMES})


def truth(tree: c.Condition, facts: dict[str, bool | None]) -> int:
    stated = {name: value for name, value in facts.items() if value is not None}
    situation = situation_of(BOOK, Facts(stated), "2026-11-24")
    fast = compiled(tree)(situation, None, "")
    assert interpret(situation, tree, None, "").truth == fast
    return fast


@given(condition, values)
def test_double_negation(tree: c.Condition, facts: dict[str, bool | None]) -> None:
    assert truth(c.Not(c.Not(tree)), facts) == truth(tree, facts)


@given(condition, condition, values)
def test_de_morgan(one: c.Condition, two: c.Condition, facts: dict[str, bool | None]) -> None:
    left = c.Not(c.All((one, two)))
    right = c.Any_((c.Not(one), c.Not(two)))
    assert truth(left, facts) == truth(right, facts)


@given(condition, condition, condition, values)
def test_distribution(
    a: c.Condition, b: c.Condition, d: c.Condition, facts: dict[str, bool | None]
) -> None:
    left = c.All((a, c.Any_((b, d))))
    right = c.Any_((c.All((a, b)), c.All((a, d))))
    assert truth(left, facts) == truth(right, facts)


@given(st.lists(condition, min_size=1, max_size=4), values, st.randoms())
def test_order_does_not_matter(
    parts: list[c.Condition], facts: dict[str, bool | None], random: object
) -> None:
    shuffled = list(parts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert truth(c.All(tuple(parts)), facts) == truth(c.All(tuple(shuffled)), facts)
    assert truth(c.Any_(tuple(parts)), facts) == truth(c.Any_(tuple(shuffled)), facts)


@given(condition, values, st.sampled_from(NAMES), st.booleans())
def test_learning_a_fact_never_flips_a_settled_truth(
    tree: c.Condition, facts: dict[str, bool | None], name: str, learned: bool
) -> None:
    before = truth(tree, {**facts, name: None})
    after = truth(tree, {**facts, name: learned})
    assert before in (UNKNOWN, after)


@given(condition)
def test_json_and_back(tree: c.Condition) -> None:
    assert c.from_json(c.to_json(tree)) == tree
