"""The timeline of a use case: text, Markdown, JSON, iCalendar."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from governance.model.days import valid
from governance.model.verdicts import SATISFIED, VIOLATED
from governance.records import NamedTuple
from governance.reporting.screen import Screen
from governance.reporting.typography import plain, shortened
from governance.reporting.voice import voice as voice_of
from governance.reporting.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from governance.engine.timeline import Milestone
    from governance.model.report import Assessed, Report
    from governance.model.texts import Texts
    from governance.model.verdicts import Verdict
    from governance.reporting.voice import Voice

FORMS: Final = ("text", "markdown", "json", "ics")
_ORDER: Final = {VIOLATED: 0, "undetermined": 1, SATISFIED: 2}


class Own(NamedTuple):
    """A day that the declaration itself sets: a measure due, a review, an end of validity."""

    day: str
    kind: str
    what: str


def own_days(voice: Voice, assessed: Assessed) -> list[Own]:
    """Return the days after the reading on which something of the declaration is due."""
    facts, as_of = assessed.facts, assessed.assessment.as_of
    found: list[Own] = []
    for name, status in facts.values.items():
        if name.startswith("measures.") and status != "in_place":
            owner, due = assessed.owner_of(name)
            words = voice.texts.title(name) + (f" ({owner})" if owner else "")
            found.append(Own(due, "measure", words))
    found += [Own(one.until, "risk", one.rule) for one in facts.accepted]
    found += [
        Own(one.review_by or "", "judgement", voice.texts.title(f"judgement.{one.topic}"))
        for one in facts.judgements
    ]
    found += [Own(one.valid_until or "", "evidence", one.id) for one in facts.evidence.values()]
    return sorted({one for one in found if valid(one.day) and one.day > as_of})


def render_timeline(
    report: Report,
    texts: Texts,
    found: Sequence[Milestone],
    form: str,
    *,
    color: bool = False,
    width: int = 80,
) -> str:
    """Return the timeline of the report's first declaration in one of the forms."""
    voice = voice_of(report.book, texts)
    assessed = report.declarations[0]
    own = own_days(voice, assessed)
    match form:
        case "json":
            return _json(voice, report, assessed, found, own)
        case "ics":
            return _calendar(voice, assessed, found, own)
        case "markdown":
            return _markdown(voice, assessed, found, own)
        case _:
            return _text(voice, assessed, found, own, color=color, width=width)


def _rules(verdicts: Sequence[Verdict]) -> list[tuple[str, str]]:
    """Return rule and worst outcome, gaps first, each rule once."""
    worst: dict[str, str] = {}
    for one in verdicts:
        known = worst.get(one.rule)
        if known is None or _ORDER[one.outcome] < _ORDER[known]:
            worst[one.rule] = one.outcome
    return sorted(worst.items(), key=lambda pair: (_ORDER[pair[1]], pair[0]))


def _text(
    voice: Voice,
    assessed: Assessed,
    found: Sequence[Milestone],
    own: Sequence[Own],
    *,
    color: bool,
    width: int,
) -> str:
    screen = Screen(voice.language, width, color)
    screen.write(shortened(plain(assessed.title), 200) or voice.say("t.untitled"), style="title")
    read_on = voice.say("t.as_of", day=in_words(voice, assessed.assessment.as_of))
    screen.write(f"{plain(assessed.path)} · {read_on}", style="dim")
    for milestone in found:
        screen.heading(_heading(voice, assessed, milestone))
        for rule, outcome in _rules(milestone.starting):
            screen.write(_line(voice, rule, outcome), 4, first=_mark(outcome))
        for rule in milestone.ending:
            words = voice.say("timeline.ends", rule=rule, title=_title(voice, rule))
            screen.write(words, 4, first="– ")
    if own:
        screen.heading(voice.say("timeline.own"))
        for one in own:
            what = voice.say(f"timeline.{one.kind}", what=plain(one.what))
            screen.write(f"{in_words(voice, one.day)} · {what}", 2, hang=2)
    return screen.text()


def _heading(voice: Voice, assessed: Assessed, milestone: Milestone) -> str:
    count = len({one.rule for one in milestone.starting})
    if milestone.day == assessed.assessment.as_of:
        return voice.count("timeline.now", count)
    when = in_words(voice, milestone.day)
    return voice.count("timeline.from", count, day=when)


def _mark(outcome: str) -> str:
    return {VIOLATED: "✗ ", SATISFIED: "✓ "}.get(outcome, "? ")


def _title(voice: Voice, rule: str) -> str:
    return plain(voice.texts.rule(rule).get("title", rule))


def _line(voice: Voice, rule: str, outcome: str) -> str:
    return f"{_title(voice, rule)} · {rule} · {voice.say(f'outcome.{outcome}')}"


def _markdown(
    voice: Voice, assessed: Assessed, found: Sequence[Milestone], own: Sequence[Own]
) -> str:
    from governance.reporting.markdown import escape

    title = escape(shortened(plain(assessed.title), 200) or voice.say("t.untitled"))
    lines = [f"# {voice.say('timeline.title', title=title)}", ""]
    for milestone in found:
        lines += [f"## {_heading(voice, assessed, milestone)}", ""]
        if milestone.starting:
            head = [voice.say(f"timeline.column.{name}") for name in ("rule", "law", "outcome")]
            lines += [f"| {' | '.join(head)} |", "| --- | --- | --- |"]
        cites = {one.rule: one.cites for one in milestone.starting}
        for rule, outcome in _rules(milestone.starting):
            law = escape(voice.law(cites[rule]))
            words = escape(_title(voice, rule))
            lines.append(f"| {words} (`{rule}`) | {law} | {voice.say(f'outcome.{outcome}')} |")
        lines += [
            f"- {escape(voice.say('timeline.ends', rule=rule, title=_title(voice, rule)))}"
            for rule in milestone.ending
        ]
        lines.append("")
    if own:
        lines += [f"## {voice.say('timeline.own')}", ""]
        lines += [
            f"- {in_words(voice, one.day)} · "
            + escape(voice.say(f"timeline.{one.kind}", what=plain(one.what)))
            for one in own
        ]
    return "\n".join(lines).rstrip() + "\n"


def _json(
    voice: Voice,
    report: Report,
    assessed: Assessed,
    found: Sequence[Milestone],
    own: Sequence[Own],
) -> str:
    data: dict[str, Any] = {
        "format": "gardefou/timeline/v1",
        "as_of": assessed.assessment.as_of,
        "tool": {"name": "gardefou", "version": report.version},
        "path": assessed.path,
        "id": assessed.id,
        "milestones": [
            {
                "day": one.day,
                "starting": [
                    {
                        "rule": verdict.rule,
                        "item": verdict.item,
                        "outcome": verdict.outcome,
                        "severity": verdict.severity,
                        "cites": list(verdict.cites),
                    }
                    for verdict in one.starting
                ],
                "ending": list(one.ending),
            }
            for one in found
        ],
        "own": [{"day": one.day, "kind": one.kind, "what": one.what} for one in own],
    }
    del voice
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _calendar(
    voice: Voice, assessed: Assessed, found: Sequence[Milestone], own: Sequence[Own]
) -> str:
    """Return an iCalendar file (RFC 5545): one all-day event per day ahead, same bytes twice."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Garde-fou//gardefou//FR"]
    as_of = assessed.assessment.as_of
    name = "".join(char if char.isalnum() else "-" for char in assessed.id) or "declaration"
    for milestone in found:
        if milestone.day > as_of:
            body = "\n".join(_line(voice, *pair) for pair in _rules(milestone.starting))
            summary = f"{plain(assessed.title)} : {_heading(voice, assessed, milestone)}"
            lines += _event(f"{name}-law", milestone.day, as_of, summary, body)
    for one in own:
        what = voice.say(f"timeline.{one.kind}", what=plain(one.what))
        key = f"{name}-{one.kind}-{abs(hash_of(one.what)):x}"
        lines += _event(key, one.day, as_of, f"{plain(assessed.title)} : {what}", "")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def hash_of(text: str) -> int:
    """Return a number that is the same at every run for the same text."""
    from zlib import crc32

    return crc32(text.encode())


def _event(key: str, day: str, as_of: str, summary: str, body: str) -> Iterator[str]:
    from governance.model.days import plus

    yield "BEGIN:VEVENT"
    yield f"UID:{key}-{day}@gardefou"
    yield f"DTSTAMP:{as_of.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{plus(day, {'days': 1}).replace('-', '')}"
    yield f"SUMMARY:{_escaped(summary)}"
    if body:
        yield f"DESCRIPTION:{_escaped(body)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for char, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(char, safe)
    return text


def _folded(line: str) -> Iterator[str]:
    """Fold a line at 75 octets without cutting a character, as the format asks."""
    piece, size, first = "", 0, True
    for char in line:
        width = len(char.encode())
        if size + width > (75 if first else 74):
            yield piece if first else f" {piece}"
            piece, size, first = "", 0, False
        piece, size = piece + char, size + width
    yield piece if first else f" {piece}"
