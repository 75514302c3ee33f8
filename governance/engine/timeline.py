"""What starts or stops binding one use case, day by day, from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine.evaluate import Selection, evaluate, everything
from governance.model.days import plus, valid
from governance.model.verdicts import NOT_APPLICABLE, Verdict
from governance.records import NamedTuple

if TYPE_CHECKING:
    from governance.model.book import RuleBook
    from governance.model.facts import Facts


class Milestone(NamedTuple):
    """A day, the requirements that bind from it on, and the rules that no longer do."""

    day: str
    starting: tuple[Verdict, ...]
    ending: tuple[str, ...]


def milestones(
    book: RuleBook, facts: Facts, as_of: str, select: Selection = everything
) -> list[Milestone]:
    """Return what binds on the day itself, then each later day on which something changes.

    Each day is evaluated with its own law: a wording that starts or ends, a date of
    application, a deadline of a rule. Requirements out of scope are left out.
    """
    days = [as_of, *later_days(book, facts, as_of, select)]
    found: list[Milestone] = []
    before: dict[tuple[str, str | None], Verdict] = {}
    for day in days:
        binding = {
            (verdict.rule, verdict.item): verdict
            for verdict in evaluate(book, facts, day, select).verdicts
            if verdict.outcome != NOT_APPLICABLE and verdict.timing == "now"
        }
        starting = tuple(one for key, one in binding.items() if key not in before)
        ending = tuple(sorted({rule for rule, item in before if (rule, item) not in binding}))
        if starting or ending:
            found.append(Milestone(day, starting, ending))
        before = binding
    return found


def later_days(
    book: RuleBook, facts: Facts, as_of: str, select: Selection = everything
) -> list[str]:
    """Return the days after ``as_of`` on which the law, or a deadline, may change something."""
    days: set[str] = set()
    for values in book.parameters.values():
        for dated in values:
            days.add(dated.since)
            if isinstance(dated.value, str):
                days.add(dated.value)
    for rule in book.rules:
        days |= {
            rule.text_from or "",
            plus(rule.text_until, {"days": 1}) if rule.text_until else "",
        }
    for derivations in book.derivations.values():
        for one in derivations:
            days |= {
                one.text_from or "",
                plus(one.text_until, {"days": 1}) if one.text_until else "",
            }
    for verdict in evaluate(book, facts, as_of, select).verdicts:
        days |= {verdict.applies_from or "", verdict.due or ""}
    return sorted(day for day in days if valid(day) and day > as_of)
