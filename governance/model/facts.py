"""What one declaration states, ready for the engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from governance.model.values import Value


class Judgement(NamedTuple):
    """An appreciation that a person recorded."""

    topic: str
    conclusion: str
    on: str
    review_by: str | None = None
    item: str | None = None
    position: int = 0


class Evidence(NamedTuple):
    """What is known of a piece of evidence once its file has been looked at."""

    id: str
    state: str
    """usable, verified (digest right), placeholder, missing, mismatch or outside."""
    valid_until: str | None = None
    position: int = 0


class AcceptedRisk(NamedTuple):
    """A gap that the organisation accepts for a time."""

    rule: str
    revision: int | None
    on: str
    until: str
    requested_by: str
    accepted_by: str
    reason: str
    item: str | None = None
    measures: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Declared facts by id, and what supports them."""

    values: dict[str, Value]
    unknown: dict[str, str] = field(default_factory=dict)
    """JSON Pointers of what is declared unknown, with who could answer ("" if not said)."""
    supports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Measure id to the ids of its evidence."""
    evidence: dict[str, Evidence] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    accepted: tuple[AcceptedRisk, ...] = ()
    claims: dict[str, Value] = field(default_factory=dict)
    given: dict[str, Value] = field(default_factory=dict)
    """Derived facts fixed by a test, in place of their derivations."""
