"""One line per declaration, by the fast path: for large numbers of files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from governance.engine.assess import acceptance, timing
from governance.engine.evaluate import Selection, everything, outcomes_only, situation_of

if TYPE_CHECKING:
    from governance.api import Session
    from governance.loading.declarations import Declaration


def outcomes(
    session: Session, path: str, as_of: str, select: Selection = everything
) -> tuple[Declaration, Counter[str], int]:
    """Return a declaration, its outcomes counted, and how many violations are due now."""
    declaration = session.read(path)
    counted: Counter[str] = Counter()
    due = 0
    situation = None
    for rule, item, outcome in outcomes_only(session.book, declaration.facts, as_of, select):
        counted[outcome] += 1
        if outcome == "violated":
            situation = situation or situation_of(session.book, declaration.facts, as_of)
            accepted = acceptance(situation, rule, item) is not None
            due += timing(situation, rule)[0] == "now" and not accepted
    return declaration, counted, due


def line(path: str, counted: Counter[str], due: int, language: str) -> str:
    """Return the line of one declaration."""
    violated, open_ = counted["violated"], counted["undetermined"]
    if language == "en":
        return f"{path}: {due} gaps due now, {violated - due} coming, {open_} unanswered"
    return f"{path} : {due} manquements dus, {violated - due} à venir, {open_} sans réponse"
