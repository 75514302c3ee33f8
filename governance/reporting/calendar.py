"""What binds and from when: requirements that apply, by the day on which they start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.model.verdicts import NOT_APPLICABLE
from governance.records import NamedTuple
from governance.reporting.headlines import law_in_order
from governance.reporting.tally import Tally, tally
from governance.reporting.words import day

if TYPE_CHECKING:
    from governance.model.report import Assessed
    from governance.model.verdicts import Verdict
    from governance.reporting.voice import Voice


class Start(NamedTuple):
    """A day and the requirements that start on it."""

    when: str
    law: str
    counts: Tally
    ahead: bool


def starts(voice: Voice, assessed: Assessed) -> list[Start]:
    """Return what is in force first, then each coming day."""
    as_of = assessed.assessment.as_of
    groups: dict[str, list[Verdict]] = {}
    for verdict in assessed.assessment.verdicts:
        if verdict.outcome == NOT_APPLICABLE:
            continue
        since = verdict.applies_from or ""
        groups.setdefault(since if since > as_of else "", []).append(verdict)
    return [
        Start(
            day(voice, since) if since else voice.say("calendar.now"),
            _articles(voice, found),
            tally(found),
            bool(since),
        )
        for since, found in sorted(groups.items())
    ]


def _articles(voice: Voice, found: list[Verdict]) -> str:
    """Return the articles behind verdicts, without paragraphs."""
    cites = sorted({_article(cite) for one in found for cite in one.cites}, key=_rank)
    return law_in_order(voice, cites)


def _article(cite: str) -> str:
    name, _, locator = cite.partition(":")
    return f"{name}:{locator.split('.')[0]}" if locator else name


def _rank(cite: str) -> tuple[str, int, str]:
    name, _, locator = cite.partition(":")
    digits = "".join(one for one in locator if one.isdigit())
    return name, int(digits or 0) if locator[:1].isdigit() else 9999, locator
