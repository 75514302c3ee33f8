"""What one declaration states, ready for the engine."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

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


_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Facts(NamedTuple):
    """Declared facts by id, and what supports them."""

    values: Mapping[str, Value]
    unknown: Mapping[str, str] = _NOTHING
    """JSON Pointers of what is declared unknown, with who could answer ("" if not said)."""
    supports: Mapping[str, tuple[str, ...]] = _NOTHING
    """Measure id to the ids of its evidence."""
    evidence: Mapping[str, Evidence] = _NOTHING
    judgements: tuple[Judgement, ...] = ()
    accepted: tuple[AcceptedRisk, ...] = ()
    claims: Mapping[str, Value] = _NOTHING
    given: Mapping[str, Value] = _NOTHING
    """Derived facts fixed by a test, in place of their derivations."""
