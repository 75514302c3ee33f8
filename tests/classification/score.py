"""Labelled cases against the rules: what is right, left open with a reason, or wrongly settled.

`python -m tests.classification.score` prints a table per scored field and the cases to look at.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml

from governance import api

if TYPE_CHECKING:
    from governance.model.verdicts import Qualification

HERE: Final = Path(__file__).resolve().parent
CASES: Final = HERE / "cases"

RIGHT: Final = "right"
OPEN: Final = "undetermined"
OPEN_WITH_REASON: Final = "undetermined, with a reason"
WRONG: Final = "wrongly settled"
COLUMNS: Final = (RIGHT, OPEN_WITH_REASON, OPEN, WRONG)

POINTS: Final = "ai_act.annex_iii_points"
PRACTICES: Final = "ai_act.prohibited_practices"
DUTIES: Final = "ai_act.transparency_duties"

Qualifications = Mapping[str, "Qualification"]


class Score(NamedTuple):
    """How the rules answer one expectation of one case."""

    case: str
    field: str
    expected: Any
    answer: str
    outcome: str
    reason: str
    missing: tuple[str, ...]


def labels() -> dict[str, Any]:
    """Read the labels."""
    found: dict[str, Any] = yaml.safe_load((HERE / "labels.yaml").read_text(encoding="utf-8"))
    return found


def read(session: api.Session, case: str) -> Any:
    """Read the declaration of a case."""
    return session.read(str(CASES / f"{case}.gardefou.yaml"))


def scores(session: api.Session) -> Iterator[Score]:
    """Score every expectation of every case."""
    told = labels()
    for label in told["cases"]:
        declaration = read(session, label["id"])
        found = api.assessed(session, declaration, str(told["as_of"]), "en", digests=False)
        reasons = label.get("left_open", {})
        for field, expected in label.get("expected", {}).items():
            fact, compare = FIELDS[field]
            known = found.assessment.qualifications
            outcome = compare(known, expected)
            reason = str(reasons.get(field, ""))
            if outcome == OPEN and reason:
                outcome = OPEN_WITH_REASON
            missing = tuple(dict.fromkeys(one.fact for one in known[fact].missing))
            answer = _answer(known[fact])
            yield Score(label["id"], field, expected, answer, outcome, reason, missing)


def _truth(fact: str) -> Callable[[Qualifications, Any], str]:
    def compare(known: Qualifications, expected: Any) -> str:
        one = known[fact]
        if expected == "unclear":  # the source itself hesitates: only a settled no is wrong
            return WRONG if one.known and one.value is False else RIGHT
        if not one.known:
            return OPEN
        return RIGHT if one.value is expected else WRONG

    return compare


def _members(known: Qualifications, fact: str, wanted: str) -> str:
    """Say whether a set has a member, or one of the members whose name starts so."""
    one = known[fact]
    if any(_named(member, wanted) for member in one.value or ()):
        return "certain"
    if any(_named(member, wanted) for member in one.possible):
        return "possible"
    return "absent"


def _named(member: str, wanted: str) -> bool:
    return member == wanted or member.startswith(f"{wanted}-")


def _has(fact: str) -> Callable[[Qualifications, Any], str]:
    def compare(known: Qualifications, expected: Any) -> str:
        wanted = expected if isinstance(expected, list) else [expected]
        return _worst(
            {"certain": RIGHT, "possible": OPEN, "absent": WRONG}[_members(known, fact, one)]
            for one in wanted
        )

    return compare


def _lacks(fact: str) -> Callable[[Qualifications, Any], str]:
    def compare(known: Qualifications, expected: Any) -> str:
        wanted = expected if isinstance(expected, list) else [expected]
        return _worst(
            {"certain": WRONG, "possible": OPEN, "absent": RIGHT}[_members(known, fact, one)]
            for one in wanted
        )

    return compare


def _derogation(known: Qualifications, expected: Any) -> str:
    """Compare the derogation of Article 6(3), and the condition that carries it."""
    exempt = known["ai_act.exempt_6_3"]
    if not exempt.known:
        return OPEN
    if expected == "not_available":
        return WRONG if exempt.value else RIGHT
    grounds = known["ai_act.exemption_grounds"].value or ()
    return RIGHT if exempt.value and set(expected) & set(grounds) else WRONG


def _worst(outcomes: Iterator[str]) -> str:
    return max(outcomes, key=(RIGHT, OPEN, WRONG).index)


FIELDS: Final[dict[str, tuple[str, Callable[[Qualifications, Any], str]]]] = {
    "is_ai_system": ("ai_act.is_ai_system", _truth("ai_act.is_ai_system")),
    "high_risk": ("ai_act.high_risk", _truth("ai_act.high_risk")),
    "annex_point": (POINTS, _has(POINTS)),
    "outside_points": (POINTS, _lacks(POINTS)),
    "derogation": ("ai_act.exempt_6_3", _derogation),
    "safety_component": ("ai_act.safety_component", _truth("ai_act.safety_component")),
    "prohibited": ("ai_act.prohibited", _truth("ai_act.prohibited")),
    "prohibited_point": (PRACTICES, _has(PRACTICES)),
    "not_prohibited_point": (PRACTICES, _lacks(PRACTICES)),
    "transparency": (DUTIES, _has(DUTIES)),
    "transparency_not": (DUTIES, _lacks(DUTIES)),
}


def _answer(one: Qualification) -> str:
    if isinstance(one.value, bool) or (one.known and not one.possible):
        shown = one.value
        return ", ".join(sorted(shown)) or "none" if isinstance(shown, frozenset) else str(shown)
    certain = ", ".join(sorted(one.value or ())) if isinstance(one.value, frozenset) else ""
    return f"{certain or 'unknown'}; possible: {', '.join(one.possible) or 'unknown'}"


def table(found: list[Score]) -> str:
    """Lay out how many expectations of each field come to what."""
    counts = Counter((one.field, one.outcome) for one in found)
    lines = [f"{'field':22}" + "".join(f"{column:>29}" for column in COLUMNS)]
    for field in (*FIELDS, "all"):
        row = [
            sum(number for (name, outcome), number in counts.items()
                if outcome == column and field in {name, "all"})
            for column in COLUMNS
        ]  # fmt: skip
        lines.append(f"{field:22}" + "".join(f"{number:29}" for number in row))
    return "\n".join(lines)


def shown(one: Score) -> str:
    """Lay out one expectation that is not met."""
    why = f" ({one.reason})" if one.reason else ""
    asks = f" asks {', '.join(one.missing)}" if one.missing else ""
    return f"  {one.case} {one.field}: expected {one.expected}, found {one.answer}{asks}{why}"


def report(found: list[Score]) -> str:
    """Lay out the table, then what is open and what is wrong."""
    parts = [table(found)]
    for outcome in (OPEN_WITH_REASON, OPEN, WRONG):
        chosen = [shown(one) for one in found if one.outcome == outcome]
        if chosen:
            parts.append("\n".join([f"{outcome}:", *chosen]))
    return "\n\n".join(parts)


def main() -> int:
    """Print the scores; one when an answer is wrong, or open without a reason."""
    found = list(scores(api.Session()))
    sys.stdout.write(report(found) + "\n")
    return 1 if any(one.outcome in {OPEN, WRONG} for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
