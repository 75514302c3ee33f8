"""What the engine says of a rule, and what it found about a use case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.records import NamedTuple

if TYPE_CHECKING:
    from governance.model.facts import AcceptedRisk
    from governance.model.trace import Leaf, Trace

SATISFIED: Final = "satisfied"
VIOLATED: Final = "violated"
UNDETERMINED: Final = "undetermined"
NOT_APPLICABLE: Final = "not_applicable"
OUTCOMES: Final = (VIOLATED, UNDETERMINED, SATISFIED, NOT_APPLICABLE)
TIMINGS: Final = ("now", "due_later", "upcoming")
ASSURANCES: Final = ("stated", "evidenced", "verified")


class Missing(NamedTuple):
    """Something the engine would have to know: a fact, a judgement or evidence."""

    fact: str
    pointer: str
    item: str | None
    needs: str
    who: str = ""


class Verdict(NamedTuple):
    """The outcome of one rule, for the whole declaration or for one item of a list."""

    rule: str
    outcome: str
    timing: str
    severity: str
    assurance: str | None
    cites: tuple[str, ...]
    because: tuple[Leaf, ...]
    missing: tuple[Missing, ...]
    needs: tuple[str, ...]
    pointer: str
    item: str | None = None
    accepted: AcceptedRisk | None = None
    applies_from: str | None = None
    due: str | None = None
    scope: Trace | None = None
    requirement: Trace | None = None


class Qualification(NamedTuple):
    """A derived fact: what the use case is under the text, and from when that bites."""

    fact: str
    value: Any
    possible: tuple[str, ...]
    known: bool
    applies_from: str | None
    timing: str
    rules: tuple[str, ...]
    because: tuple[Leaf, ...]
    missing: tuple[Missing, ...]


class Question(NamedTuple):
    """A missing fact and how much its answer would settle."""

    missing: Missing
    weight: float
    verdicts: int
    rules: tuple[str, ...]


class Assessment(NamedTuple):
    """Everything found about one declaration on one day."""

    as_of: str
    verdicts: tuple[Verdict, ...]
    qualifications: dict[str, Qualification]
    questions: tuple[Question, ...]
