"""One line per declaration, by the fast path: for large numbers of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine import assess
from governance.engine.evaluate import Selection, everything, situation_of
from governance.records import NamedTuple

if TYPE_CHECKING:
    from governance.api import Session


class Counts(NamedTuple):
    """How a declaration came out: violated and undetermined, now and in all."""

    readable: bool
    due: int
    violated: int
    open_now: int
    open: int

    def code(self, fail_on: str) -> int:
        """Return the exit code, as for a whole report."""
        if not self.readable:
            return 2
        found = self.due or (fail_on == "undetermined" and self.open_now)
        return 1 if found and fail_on != "never" else 0


def outcomes(session: Session, path: str, as_of: str, select: Selection = everything) -> Counts:
    """Return how a declaration came out, without explanations."""
    declaration = session.read(path)
    situation = situation_of(session.book, declaration.facts, as_of)
    due = violated = open_now = still_open = 0
    for rule in session.book.rules:
        if not select(rule) or not assess.belongs_to_the_day(rule, as_of):
            continue
        for item, outcome in assess.outcomes(situation, rule):
            if outcome == "violated":
                violated += 1
                now = assess.timing(situation, rule)[0] == "now"
                due += now and assess.acceptance(situation, rule, item) is None
            elif outcome == "undetermined":
                still_open += 1
                open_now += assess.timing(situation, rule)[0] == "now"
    return Counts(not declaration.faulty, due, violated, open_now, still_open)


def line(path: str, found: Counts, language: str) -> str:
    """Return the line of one declaration."""
    from governance.reporting.typography import plain

    shown, later = plain(path), found.violated - found.due
    if language == "en":
        told = f"{shown}: gaps {found.due}, coming {later}, unanswered {found.open}"
        return told if found.readable else f"{told}; the file itself needs mending"
    told = f"{shown}\u00a0: manquements {found.due}, à venir {later}, sans réponse {found.open}"
    return told if found.readable else f"{told}\u00a0; la fiche elle-même est à corriger"
