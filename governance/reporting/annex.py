"""The annex of an audit: every rule with its outcome, and what the rules leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.verdicts import NOT_APPLICABLE, OUTCOMES, UNDETERMINED
from governance.records import NamedTuple
from governance.reporting.tally import kind_of
from governance.reporting.wording import read
from governance.reporting.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from governance.model.report import Assessed
    from governance.model.verdicts import Verdict
    from governance.reporting.voice import Voice


class Row(NamedTuple):
    """One rule in the table of all rules; items with the same outcome share a row."""

    rule: str
    revision: int
    title: str
    law: str
    outcome: str
    detail: str
    items: tuple[str, ...]


class Open(NamedTuple):
    """A point that a rule in play does not settle."""

    rules: tuple[str, ...]
    text: str
    law: str


_KINDS: Final = {
    "contested_reading": 0,
    "open_norm": 1,
    "not_modelled": 2,
    "text_awaited": 3,
    "draft_source": 4,
}


def rows(voice: Voice, assessed: Assessed) -> list[Row]:
    """Return every rule and outcome, rules that apply first, in the order of the packs."""
    rules = {rule.id: rule for rule in voice.book.rules}
    groups: dict[tuple[str, str, str], list[Verdict]] = {}
    for verdict in assessed.assessment.verdicts:
        key = (verdict.rule, verdict.outcome, _detail(voice, verdict))
        groups.setdefault(key, []).append(verdict)
    ordered = sorted(groups, key=lambda key: OUTCOMES.index(key[1]))
    return [
        Row(
            rule=name,
            revision=rules[name].revision if name in rules else 1,
            title=str(voice.texts.rule(name).get("title", name)),
            law=voice.law(groups[name, outcome, detail][0].cites),
            outcome=voice.say(f"outcome.{outcome}"),
            detail=detail,
            items=tuple(one.item for one in groups[name, outcome, detail] if one.item),
        )
        for name, outcome, detail in ordered
    ]


def _detail(voice: Voice, verdict: Verdict) -> str:
    """Return what the outcome alone does not say: from when, how well supported, why not."""
    parts: list[str] = []
    if verdict.outcome == NOT_APPLICABLE:
        return read(voice, verdict.because[0]) if verdict.because else ""
    if kind_of(verdict) == "accepted":
        parts.append(voice.say("detail.accepted"))
    if verdict.timing == "upcoming" and verdict.applies_from:
        parts.append(voice.say("t.from", day=day(voice, verdict.applies_from)))
    elif verdict.timing == "due_later" and verdict.due:
        parts.append(voice.say("t.at_due", day=day(voice, verdict.due)))
    if verdict.assurance is not None:
        parts.append(voice.say(f"assurance.{verdict.assurance}"))
    if verdict.needs:
        needs = ", ".join(voice.say(f"needs.{one}") for one in verdict.needs)
        parts.append(voice.say("detail.needs", needs=needs))
    elif verdict.outcome == UNDETERMINED and verdict.because:
        title = voice.texts.title(verdict.because[0].fact)
        parts.append(voice.say("detail.depends", title=title))
    return ", ".join(parts)


def open_points(voice: Voice, assessed: Assessed) -> list[tuple[str, list[Open]]]:
    """Return the open points of the rules in play by kind, those said alike told once."""
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for name in _in_play(assessed):
        for point in voice.texts.rule(name).get("open_points", ()):
            key = (str(point.get("kind", "")), str(point.get("text", "")))
            rules, cites = found.setdefault(key, ([], []))
            if name not in rules:
                rules.append(name)
            cites += [cite for cite in point.get("cites", ()) if cite not in cites]
    groups: dict[str, list[Open]] = {}
    for (kind, text), (rules, cites) in sorted(found.items(), key=lambda one: _KINDS[one[0][0]]):
        groups.setdefault(kind, []).append(Open(tuple(rules), text, voice.law(cites)))
    return [(voice.say(f"open_points.{kind}"), points) for kind, points in groups.items()]


def _in_play(assessed: Assessed) -> Iterable[str]:
    """Yield the rules that apply or may apply, then those that decided a qualification."""
    names = [one.rule for one in assessed.assessment.verdicts if one.outcome != NOT_APPLICABLE]
    for one in assessed.assessment.qualifications.values():
        if one.value:
            names += one.rules
    return dict.fromkeys(names)
