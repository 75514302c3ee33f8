"""Unmet requirements as a reader needs them: law, reasons, remedy, owner, gravest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.rules import SEVERITIES
from governance.model.verdicts import VIOLATED
from governance.records import NamedTuple
from governance.reporting.tally import kind_of
from governance.reporting.wording import measures_of, one_is_enough, why

if TYPE_CHECKING:
    from collections.abc import Iterable

    from governance.model.report import Assessed
    from governance.model.rules import Rule
    from governance.model.verdicts import Verdict
    from governance.reporting.voice import Voice
    from governance.reporting.wording import Reason


class Part(NamedTuple):
    """The reasons for one item, or for the whole declaration."""

    item: str | None
    reasons: tuple[Reason, ...]
    one_is_enough: bool
    verdict: Verdict


class Gap(NamedTuple):
    """A rule that is not met, with all the items for which it is not."""

    rule: Rule
    title: str
    law: str
    why: str
    remedy: str
    parts: tuple[Part, ...]
    owners: tuple[tuple[str, str], ...]
    """Owner and due date of the measures behind the gap."""
    applies_from: str | None
    due: str | None

    @property
    def timing(self) -> str:
        """Return now, due_later or upcoming."""
        return self.parts[0].verdict.timing

    @property
    def day(self) -> str | None:
        """Return the day from which the gap counts, when it lies ahead."""
        return self.applies_from if self.timing == "upcoming" else self.due


_KINDS: Final = {"prohibition": 0, "obligation": 1, "guidance": 2}


def gaps(voice: Voice, assessed: Assessed, kind: str) -> list[Gap]:
    """Return the gaps that count as ``now``, ``later`` or ``accepted``, gravest first."""
    rules = {rule.id: (rank, rule) for rank, rule in enumerate(voice.book.rules)}
    groups: dict[str, list[Verdict]] = {}
    for verdict in assessed.assessment.verdicts:
        if verdict.outcome == VIOLATED and kind_of(verdict) == kind and verdict.rule in rules:
            groups.setdefault(verdict.rule, []).append(verdict)
    ordered = sorted(
        groups.items(),
        key=lambda pair: (
            (_day(pair[1]),) if kind == "later" else ("",),
            gravity(rules[pair[0]][1]),
            rules[pair[0]][0],
        ),
    )
    return [_gap(voice, assessed, rules[name][1], found) for name, found in ordered]


def gravity(rule: Rule) -> tuple[int, int]:
    """Return a key that sorts prohibitions first, then by severity."""
    return (
        0 if rule.kind == "prohibition" else 1,
        -SEVERITIES.index(rule.severity) * 10 + _KINDS.get(rule.kind, 3),
    )


def _day(found: Iterable[Verdict]) -> str:
    days = [(one.applies_from if one.timing == "upcoming" else one.due) or "9999" for one in found]
    return min(days, default="9999")


def _gap(voice: Voice, assessed: Assessed, rule: Rule, found: list[Verdict]) -> Gap:
    words = voice.texts.rule(rule.id)
    owners = dict.fromkeys(
        assessed.owner_of(measure) for verdict in found for measure in measures_of(verdict.because)
    )
    return Gap(
        rule=rule,
        title=str(words.get("title", rule.id)),
        law=voice.law(rule.cites),
        why=str(words.get("why", "")),
        remedy=str(words.get("remedy", "")),
        parts=tuple(Part(v.item, why(voice, v), one_is_enough(v), v) for v in found),
        owners=tuple(owner for owner in owners if any(owner)),
        applies_from=found[0].applies_from,
        due=found[0].due,
    )
