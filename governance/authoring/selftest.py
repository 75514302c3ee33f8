"""Run the cases written in the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.authoring.cases import Run, given_facts, runs
from governance.engine.assess import verdicts
from governance.engine.evaluate import situation_of
from governance.engine.explain import missing_of, open_causes
from governance.model.values import TriSet
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.engine.situation import Situation
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook
    from governance.model.rules import Derivation, Rule
    from governance.model.verdicts import Verdict


class Failure(NamedTuple):
    """A case that did not come out as written."""

    rule: str
    path: str
    line: int
    name: str
    what: str


def failures(book: RuleBook, lowered: Iterable[Lowered]) -> Iterator[Failure]:
    """Yield every failing case of the rules."""
    for one in lowered:
        for run, what in failing(book, one):
            yield Failure(one.entry.id, one.path, one.line, run.name, what)


def failing(book: RuleBook, one: Lowered) -> Iterator[tuple[Run, str]]:
    """Yield the runs of a rule that fail, and why."""
    for run in runs(one.entry.tests, book):
        what = check(book, one.rule, one.derivation, run)
        if what:
            yield run, what


def check(
    book: RuleBook, rule: Rule | None, derivation: Derivation | None, run: Run
) -> str | None:
    """Return why a run fails, or None."""
    facts, problems = given_facts(book, run.facts)
    if problems:
        return "; ".join(problems)
    if derivation is not None and derivation.fact in facts.given:
        facts = facts._replace(
            given={k: v for k, v in facts.given.items() if k != derivation.fact}
        )
    situation = situation_of(book, facts, run.as_of)
    _forget_unknown(situation)
    if rule is not None:
        return _check_rule(situation, rule, run)
    if derivation is not None:
        return _check_derivation(situation, derivation, run)
    return "the rule could not be read"


def _forget_unknown(situation: Situation) -> None:
    """Keep a boolean or a day given as unknown unknown, whatever its derivations say."""
    for fact, value in situation.facts.given.items():
        spec = situation.book.vocabulary.derived[fact]
        if spec.type in {"boolean", "date"} and isinstance(value, TriSet):
            situation.known[fact] = None


def _check_rule(situation: Situation, rule: Rule, run: Run) -> str | None:
    found = list(verdicts(situation, rule))
    expect = run.case.expect
    if isinstance(expect, dict):
        actual = {verdict.item: verdict.outcome for verdict in found if verdict.item}
        if actual != expect:
            return f"expected {expect}, found {actual}"
    elif [verdict.outcome for verdict in found] != [expect]:
        outcomes = ", ".join(f"{v.item or 'whole'}: {v.outcome}" for v in found)
        return f"expected {expect}, found {outcomes}" + _why(found)
    return _check_explanation(found, run)


def _why(found: list[Verdict]) -> str:
    facts = sorted({leaf.fact for verdict in found for leaf in verdict.because})
    return f" because of {', '.join(facts)}" if facts else ""


def _check_explanation(found: list[Verdict], run: Run) -> str | None:
    case = run.case
    cited = {cite for verdict in found for leaf in verdict.because for cite in leaf.cites}
    cited |= {cite for verdict in found for cite in verdict.cites}
    missing = {one.fact for verdict in found for one in verdict.missing}
    needs = {need for verdict in found for need in verdict.needs}
    if not set(case.because) <= cited:
        return f"expected because {case.because}, found {sorted(cited)}"
    if not set(case.missing) <= missing:
        return f"expected missing {case.missing}, found {sorted(missing)}"
    if not set(case.needs) <= needs:
        return f"expected needs {case.needs}, found {sorted(needs)}"
    if case.timing is not None and any(verdict.timing != case.timing for verdict in found):
        return f"expected {case.timing}, found {found[0].timing}"
    return None


def _check_derivation(situation: Situation, derivation: Derivation, run: Run) -> str | None:
    expect = run.case.expect
    if not isinstance(expect, dict):
        return "a derivation expects {fact: value}"
    for fact, wanted in expect.items():
        if fact not in situation.book.vocabulary.derived:
            return f"unknown derived fact {fact!r}"
        actual = situation.value(fact)
        if not matches(actual, wanted):
            return f"expected {fact}: {wanted}, found {shown(actual)}"
    if run.case.missing:
        causes = open_causes(situation, derivation.fact)
        missing = {one.fact for one in missing_of(situation, causes)}
        if not set(run.case.missing) <= missing:
            return f"expected missing {run.case.missing}, found {sorted(missing)}"
    return None


def matches(actual: Any, wanted: Any) -> bool:
    """Say whether a derived value is what a case expects."""
    if wanted == "unknown":
        return actual is None or (isinstance(actual, TriSet) and bool(actual.possible))
    if isinstance(wanted, dict) and isinstance(actual, TriSet):
        ways = {"includes": actual.certain, "possible": actual.possible}
        for way, members in wanted.items():
            names = {members} if isinstance(members, str) else set(members)
            if way == "excludes":
                if names & (actual.certain | actual.possible):
                    return False
            elif way not in ways or not names <= ways[way]:
                return False
        return True
    if isinstance(wanted, list):
        return bool(actual == TriSet(frozenset(wanted), frozenset()))
    return type(actual) is type(wanted) and bool(actual == wanted)


def shown(actual: Any) -> str:
    """Return a derived value for a message."""
    if isinstance(actual, TriSet):
        possible = f", possibly {sorted(actual.possible)}" if actual.possible else ""
        return f"{sorted(actual.certain)}{possible}"
    return "unknown" if actual is None else repr(actual)
