"""How many rules found what, and the sentence that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.verdicts import NOT_APPLICABLE, SATISFIED, UNDETERMINED, VIOLATED
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from governance.model.verdicts import Verdict
    from governance.reporting.voice import Voice


class Tally(NamedTuple):
    """Numbers of rules; a rule asked of several items counts once, by its worst outcome."""

    clear: int
    open: int
    now: int
    later: int
    accepted: int
    not_applicable: int
    law: int = 0
    """Gaps as of today in what the law requires, not in recommendations."""

    @property
    def applicable(self) -> int:
        """Rules that apply, or may apply as long as a question is open."""
        return self.clear + self.open + self.now + self.later + self.accepted


_RANK: Final = ("now", "later", "accepted", "open", "clear", "not_applicable")


def kind_of(verdict: Verdict) -> str:
    """Return what a verdict counts as: a gap now or later, accepted, open, clear, or nothing."""
    if verdict.outcome == VIOLATED:
        if verdict.accepted is not None:
            return "accepted"
        return "now" if verdict.timing == "now" else "later"
    return {SATISFIED: "clear", UNDETERMINED: "open", NOT_APPLICABLE: "not_applicable"}[
        verdict.outcome
    ]


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Count rules by their worst verdict."""
    found = list(verdicts)
    worst: dict[str, int] = {}
    for verdict in found:
        rank = _RANK.index(kind_of(verdict))
        worst[verdict.rule] = min(worst.get(verdict.rule, rank), rank)
    counts = [0] * len(_RANK)
    for rank in worst.values():
        counts[rank] += 1
    by_kind = dict(zip(_RANK, counts, strict=True))
    law = {one.rule for one in found if one.severity == "error" and kind_of(one) == "now"}
    return Tally(
        by_kind["clear"], by_kind["open"], by_kind["now"], by_kind["later"],
        by_kind["accepted"], by_kind["not_applicable"], len(law),
    )  # fmt: skip


def _reach(voice: Voice, counts: Tally) -> list[str]:
    """Return how far the check could go."""
    if not counts.applicable:
        return [voice.say("summary.none")]
    if not counts.clear:
        return [voice.count("summary.nothing_settled", counts.open)] if counts.open else []
    clear = voice.count("summary.clear", counts.clear, total=counts.applicable)
    if not counts.open:
        return [clear, voice.say("summary.open.none")]
    return [clear, voice.count("summary.open", counts.open)]


def summary(voice: Voice, counts: Tally) -> str:
    """Return the sentence that sums up: gaps first, then how far the check could go."""
    parts = [
        voice.count(f"summary.{name}", number)
        for name, number in (
            ("now", counts.now),
            ("later", counts.later),
            ("accepted", counts.accepted),
        )
        if number
    ]
    if counts.now and counts.law < counts.now:
        key = "summary.law" if counts.law else "summary.no_law"
        parts[0] += voice.say(key, n=counts.law)
    parts += _reach(voice, counts)
    joined = (" ; " if voice.language == "fr" else "; ").join(parts)
    return f"{joined[:1].upper()}{joined[1:]}."
