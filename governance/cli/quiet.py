"""One line per declaration, by the fast path: for large numbers of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine import assess
from governance.engine.evaluate import Selection, everything, situation_of
from governance.model.verdicts import UNDETERMINED, VIOLATED
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.api import Session
    from governance.model.book import RuleBook
    from governance.model.rules import Rule


class Counts(NamedTuple):
    """How a declaration came out: gaps due now, gaps in all, what is left open."""

    readable: bool
    due: int
    violated: int
    open: int
    open_now: bool
    """Something that binds now is left open."""

    def code(self, fail_on: str) -> int:
        """Return the exit code, as for a whole report."""
        if not self.readable:
            return 2
        found = self.due or (fail_on == "undetermined" and self.open_now)
        return 1 if found and fail_on != "never" else 0


def rules_of(book: RuleBook, as_of: str, select: Selection = everything) -> list[Rule]:
    """Return the rules to ask about, chosen once for all declarations."""
    return [rule for rule in book.rules if select(rule) and assess.belongs_to_the_day(rule, as_of)]


def outcomes(session: Session, path: str, as_of: str, rules: Sequence[Rule]) -> Counts:
    """Return how a declaration came out, without explanations."""
    declaration = session.read(path)
    situation = situation_of(session.book, declaration.facts, as_of)
    due = violated = still_open = 0
    open_now = False
    for rule in rules:
        for item, outcome in assess.outcomes(situation, rule):
            if outcome == VIOLATED:
                violated += 1
                now = assess.timing(situation, rule)[0] == "now"
                due += now and assess.acceptance(situation, rule, item) is None
            elif outcome == UNDETERMINED:
                still_open += 1
                open_now = open_now or assess.timing(situation, rule)[0] == "now"
    return Counts(not declaration.faulty, due, violated, still_open, open_now)


def line(path: str, found: Counts, language: str) -> str:
    """Return the line of one declaration."""
    from governance.reporting.typography import plain

    shown, later = plain(path), found.violated - found.due
    if language == "en":
        told = f"{shown}: gaps {found.due}, coming {later}, unanswered {found.open}"
        return told if found.readable else f"{told}; the file itself needs mending"
    told = f"{shown}\u00a0: manquements {found.due}, à venir {later}, sans réponse {found.open}"
    return told if found.readable else f"{told}\u00a0; la fiche elle-même est à corriger"
