"""A report: declarations, what was found about each, with what packs, on what day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.model.book import Pack, RuleBook
    from governance.model.facts import Facts
    from governance.model.verdicts import Assessment


class Location(NamedTuple):
    """A place in a file, lines and columns from 1."""

    path: str
    line: int
    column: int


class Finding(NamedTuple):
    """Something wrong with a declaration itself: its shape, its evidence, its consistency."""

    code: str
    severity: str
    message: str
    hint: str
    location: Location
    pointer: str
    related: tuple[Location, ...] = ()


class Assessed(NamedTuple):
    """A declaration and everything found about it."""

    path: str
    id: str
    title: str
    language: str
    digest: str
    facts: Facts
    assessment: Assessment
    findings: tuple[Finding, ...]
    locate: Callable[[str], Location]
    """JSON Pointer to the place that says it, or to the nearest place around it."""
    owner_of: Callable[[str], tuple[str, str]]
    """Measure id to its owner and due date, empty when not said."""


class Report(NamedTuple):
    """The result of one run."""

    as_of: str
    version: str
    packs: tuple[Pack, ...]
    declarations: tuple[Assessed, ...]
    book: RuleBook
