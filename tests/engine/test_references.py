"""A value compared with another fact, or with a day moved by a parameter."""

from __future__ import annotations

import pytest

from governance.engine.closures import compiled
from governance.engine.evaluate import situation_of
from governance.engine.interpret import interpret
from governance.model import conditions as c
from governance.model.book import DatedValue, RuleBook
from governance.model.facts import Facts
from governance.model.trace import Leaf
from governance.model.values import FALSE, TRUE, UNKNOWN
from governance.model.vocabulary import Fact, Vocabulary

VOCABULARY = Vocabulary(
    {name: Fact(name, "date", "test") for name in ("start", "end")}, {}, {}, (), {}, ("test",)
)
MONTHS = {"trial.months": (DatedValue("2020-01-01", 3, ()), DatedValue("2027-01-01", 6, ()))}
BOOK = RuleBook(VOCABULARY, MONTHS, {}, {}, (), (), "")
WITHIN = c.Test(
    "end", "not_after", {"fact": "start", "plus": {"months": {"parameter": "trial.months"}}}
)


@pytest.mark.parametrize(
    ("end", "as_of", "expected"),
    [
        ("2026-04-02", "2026-11-24", TRUE),
        ("2026-04-03", "2026-11-24", FALSE),
        ("2026-04-03", "2027-01-01", TRUE),
    ],
)
def test_offset_follows_the_parameter_of_the_day(end: str, as_of: str, expected: int) -> None:
    situation = situation_of(BOOK, Facts({"start": "2026-01-02", "end": end}), as_of)
    assert compiled(WITHIN)(situation, None, "") == expected
    assert interpret(situation, WITHIN, None, "").truth == expected


def test_offset_without_a_value_on_the_day_is_unknown() -> None:
    facts = Facts({"start": "2019-01-02", "end": "2019-02-02"})
    assert compiled(WITHIN)(situation_of(BOOK, facts, "2019-06-01"), None, "") == UNKNOWN


@pytest.mark.parametrize(
    ("stated", "asked"),
    [({"end": "2026-04-02"}, "start"), ({"start": "2026-01-02"}, "end"), ({}, "end")],
)
def test_the_missing_side_of_a_comparison_is_asked_for(stated: dict[str, str], asked: str) -> None:
    trace = interpret(situation_of(BOOK, Facts(stated), "2026-11-24"), WITHIN, None, "")
    assert isinstance(trace, Leaf)
    assert (trace.truth, trace.fact, trace.value, trace.needs) == (UNKNOWN, asked, None, "facts")
