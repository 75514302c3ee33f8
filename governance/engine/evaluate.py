"""Evaluate one declaration on one day: a pure function of rule book, facts and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from governance.engine.assess import belongs_to_the_day, day_of, outcomes, unique, verdicts
from governance.engine.closures import compiled
from governance.engine.derive import derive, fires, in_text
from governance.engine.explain import missing_of, open_causes
from governance.engine.interpret import interpret
from governance.engine.questions import ranked
from governance.engine.reasons import of_derivation
from governance.engine.situation import Situation, Test
from governance.model.rules import Rule
from governance.model.values import TRUE, Item, Tri, TriSet
from governance.model.verdicts import Assessment, Qualification, Verdict

if TYPE_CHECKING:
    from governance.model.book import RuleBook
    from governance.model.conditions import Condition
    from governance.model.facts import Facts
    from governance.model.rules import Derivation
    from governance.model.trace import Leaf

Selection = Callable[[Rule], bool]


def everything(rule: Rule) -> bool:
    """Select all rules in force in the pack: neither drafts nor retired ones."""
    return rule.status == "stable"


def situation_of(book: RuleBook, facts: Facts, as_of: str) -> Situation:
    """Return the situation to evaluate, on the fast path."""
    return Situation(book, facts, as_of, compiled, derive)


def reference_situation(book: RuleBook, facts: Facts, as_of: str) -> Situation:
    """Return the situation evaluated by the reference interpreter alone."""

    def slow(condition: Condition) -> Test:
        def test(situation: Situation, item: Item | None, items: str) -> Tri:
            return interpret(situation, condition, item, items).truth

        return test

    return Situation(book, facts, as_of, slow, derive)


def outcomes_only(
    book: RuleBook, facts: Facts, as_of: str, select: Selection = everything
) -> Iterator[tuple[Rule, str | None, str]]:
    """Yield rule, item and outcome: the fast path for large numbers of declarations."""
    situation = situation_of(book, facts, as_of)
    for rule in book.rules:
        if select(rule) and belongs_to_the_day(rule, as_of):
            for item, outcome in outcomes(situation, rule):
                yield rule, item, outcome


def evaluate(
    book: RuleBook,
    facts: Facts,
    as_of: str,
    select: Selection = everything,
    *,
    traces: bool = False,
) -> Assessment:
    """Return verdicts with their reasons, qualifications and ranked questions."""
    return evaluate_situation(situation_of(book, facts, as_of), select, traces=traces)


def evaluate_situation(
    situation: Situation,
    select: Selection = everything,
    *,
    traces: bool = False,
    brief: bool = False,
) -> Assessment:
    """Return the same for a situation, which remembers what it worked out.

    ``brief`` gives reasons only for gaps and open questions: what a short report speaks of.
    """
    book, as_of = situation.book, situation.as_of
    found: list[Verdict] = []
    for rule in book.rules:
        if select(rule) and belongs_to_the_day(rule, as_of):
            found += verdicts(situation, rule, traces=traces, brief=brief)
    derived = book.vocabulary.derived
    qualified = {name: qualify(situation, name, brief=brief) for name in derived}
    questions = ranked(book.vocabulary, found, list(qualified.values()))
    return Assessment(as_of, tuple(found), qualified, questions)


def qualify(situation: Situation, fact: str, *, brief: bool = False) -> Qualification:
    """Return a derived fact with its reasons, or what is missing to settle it."""
    spec = situation.book.vocabulary.derived[fact]
    value = situation.value(fact)
    possible: tuple[str, ...] = ()
    known = value is not None
    if isinstance(value, TriSet):
        possible = tuple(sorted(value.possible))
        known = not possible
        value = frozenset(value.certain)
    deciding = _deciding(situation, fact, value)
    because: tuple[Leaf, ...] = ()
    if not brief:
        because = unique(leaf for rule in deciding for leaf in of_derivation(situation, rule))
    missing = missing_of(situation, open_causes(situation, fact)) if not known else ()
    applies_from = day_of(situation, spec.applies_from)
    upcoming = applies_from is not None and situation.as_of < applies_from
    return Qualification(
        fact,
        value,
        possible,
        known,
        applies_from,
        "upcoming" if upcoming else "now",
        tuple(rule.id for rule in deciding),
        because,
        missing,
    )


def _deciding(situation: Situation, fact: str, value: object) -> list[Derivation]:
    """Return the derivations that decided: those that hold, or all that do not for a no."""
    negative = value is False or (isinstance(value, frozenset) and not value)
    return [
        rule for rule in in_text(situation, fact) if (fires(situation, rule) == TRUE) != negative
    ]
