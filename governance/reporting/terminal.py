"""What a person sees first: what each use case is, what lacks now, what comes, what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.verdicts import NOT_APPLICABLE, SATISFIED, UNDETERMINED
from governance.reporting.gaps import gaps
from governance.reporting.headlines import headlines
from governance.reporting.screen import Screen
from governance.reporting.tally import summary, tally
from governance.reporting.typography import plain, shortened
from governance.reporting.voice import voice as voice_of
from governance.reporting.wording import ask, key_of, why
from governance.reporting.words import day

if TYPE_CHECKING:
    from governance.model.report import Assessed, Finding, Report
    from governance.model.texts import Texts
    from governance.reporting.gaps import Gap, Part
    from governance.reporting.voice import Voice
    from governance.reporting.wording import Reason

_QUESTIONS: Final = 3
_FINDINGS: Final = 12
_PLACES: Final = 8
_REASON: Final = 300


def render_terminal(
    report: Report, texts: Texts, *, color: bool = False, width: int = 80, verbose: bool = False
) -> str:
    """Return the report as text for a terminal."""
    voice = voice_of(report.book, texts)
    screen = Screen(voice.language, width, color)
    for assessed in report.declarations:
        _declaration(screen, voice, assessed, verbose=verbose)
    if len(report.declarations) > 1:
        screen.blank()
        number = len(report.declarations)
        told = voice.say("summary.all", n=number)
        counts = [tally(one.assessment.verdicts) for one in report.declarations]
        found = sum(one.now for one in counts)
        if found:
            touched = sum(1 for one in counts if one.now)
            told += voice.count("summary.all_gaps", found, touched=touched)
        screen.write(f"{told}.", style="bold")
    return screen.text()


def unread(assessed: Assessed) -> bool:
    """Say whether nothing could be read, so that there is nothing to conclude from."""
    return not assessed.facts.values and any(one.severity == "error" for one in assessed.findings)


def _declaration(screen: Screen, voice: Voice, assessed: Assessed, *, verbose: bool) -> None:
    if screen.lines:
        screen.blank()
        screen.lines.append("—" * min(screen.width, 40))
        screen.blank()
    title = shortened(plain(assessed.title), 200) or voice.say("t.untitled")
    screen.write(title, style="title")
    read_on = voice.say("t.as_of", day=day(voice, assessed.assessment.as_of))
    screen.write(f"{plain(assessed.path)} · {read_on}", style="dim")
    _findings(screen, voice, assessed)
    if unread(assessed):
        screen.blank()
        screen.write(voice.say("t.unread"), style="red")
        return
    _qualification(screen, voice, assessed)
    _gaps_now(screen, voice, assessed)
    _later(screen, voice, assessed, verbose=verbose)
    _questions(screen, voice, assessed)
    _accepted(screen, voice, assessed)
    if verbose:
        _everything(screen, voice, assessed)
    screen.blank()
    counts = tally(assessed.assessment.verdicts)
    style = "red" if counts.now else "yellow" if counts.open or counts.later else "green"
    screen.write(summary(voice, counts), style=style)


def _qualification(screen: Screen, voice: Voice, assessed: Assessed) -> None:
    found = headlines(voice, assessed.assessment.qualifications)
    if not found:
        return
    screen.heading(voice.say("t.qualification"))
    for one in found:
        if one.state == "yes":
            since = one.qualification.applies_from
            ahead = since is not None and one.qualification.timing == "upcoming"
            from_day = ", " + voice.say("t.from", day=day(voice, since or "")) if ahead else ""
            told = voice.say("read.titled", title=one.title, value=f"{one.value}{from_day}")
            screen.write(f"{told} — {one.law}" if one.law else told, 2, hang=4)
    no = [one.title for one in found if one.state == "no" and one.telling]
    still_open = [one.title for one in found if one.state == "open"]
    for key, titles in (("t.no", no), ("t.open_qualification", still_open)):
        if titles:
            told = voice.say("read.titled", title=voice.say(key), value=", ".join(titles))
            screen.write(told, 2, hang=4)


def _gaps_now(screen: Screen, voice: Voice, assessed: Assessed) -> None:
    found = gaps(voice, assessed, "now")
    if not found:
        screen.blank()
        screen.write(voice.say("t.no_gap"))
        return
    screen.heading(voice.count("t.gaps", len(found)))
    for gap in found:
        _gap(screen, voice, assessed, gap)


def _gap(screen: Screen, voice: Voice, assessed: Assessed, gap: Gap) -> None:
    screen.blank()
    grave = gap.rule.severity == "error"
    kind = voice.say(f"kind.{gap.rule.kind}")
    head = f"{kind} · {gap.rule.id} · {gap.rule.name}"
    mark, style = ("✗ ", "red") if grave else ("! ", "yellow")
    screen.write(head, 2, first=mark, style=style)
    screen.write(plain(gap.title), 4, style="bold")
    screen.write(gap.law, 4, style="dim")
    for part in gap.parts:
        _why(screen, voice, assessed, part)
    screen.write(
        voice.say("read.titled", title=voice.say("t.remedy"), value=plain(gap.remedy)), 4, hang=2
    )
    for owner, due in gap.owners:
        words = [voice.say("t.owner", owner=plain(owner))] if owner else []
        words += [voice.say("t.due", day=day(voice, due))] if due else []
        told = ", ".join(words)
        screen.write(f"{told[:1].upper()}{told[1:]}", 4)


def _why(screen: Screen, voice: Voice, assessed: Assessed, part: Part) -> None:
    title = voice.say("t.why_any" if part.one_is_enough else "t.why")
    item = f" · {plain(part.item)}" if part.item else ""
    screen.write(voice.say("read.titled", title=title + item, value="").rstrip(), 4)
    for reason in part.reasons:
        _reason(screen, assessed, reason)


def _reason(screen: Screen, assessed: Assessed, reason: Reason) -> None:
    told = shortened(reason.text, _REASON)
    screen.write(f"{told} — {reason.expected}" if reason.expected else told, 6, first="- ")
    if reason.pointer:
        place = assessed.locate(reason.pointer)
        screen.write(f"{plain(place.path)}:{place.line}:{place.column}", 8, style="dim")


def _later(screen: Screen, voice: Voice, assessed: Assessed, *, verbose: bool) -> None:
    found = gaps(voice, assessed, "later")
    if not found:
        return
    screen.heading(f"{voice.say('t.later')} ({len(found)})")
    screen.write(voice.say("t.later_intro"), 2)
    for gap in found:
        when = voice.say("t.no_date")
        if gap.day is not None:
            key = "t.from" if gap.timing == "upcoming" else "t.at_due"
            when = voice.say(key, day=day(voice, gap.day))
        if verbose:
            _gap(screen, voice, assessed, gap)
            screen.write(when, 4, style="bold")
        else:
            screen.write(f"{when} · {gap.rule.id} · {plain(gap.title)}", 2, first="• ")


def _questions(screen: Screen, voice: Voice, assessed: Assessed) -> None:
    found = assessed.assessment.questions
    if not found:
        return
    screen.heading(voice.count("t.questions", len(found)))
    if len(found) > _QUESTIONS:
        screen.write(voice.say("t.most_useful"), 2)
    for number, question in enumerate(found[:_QUESTIONS], 1):
        screen.write(ask(voice, question.missing), 2, first=f"{number}. ")
        key, who = key_of(question.missing), plain(question.missing.who)
        line = voice.say("t.line_who" if who else "t.line", key=key, who=who)
        screen.write(line, 5, style="dim")
    if len(found) > _QUESTIONS:
        screen.write(voice.say("t.more_questions", path=plain(assessed.path)), 2, style="dim")


def _accepted(screen: Screen, voice: Voice, assessed: Assessed) -> None:
    found = gaps(voice, assessed, "accepted")
    if not found:
        return
    screen.heading(voice.count("t.accepted", len(found)))
    for gap in found:
        screen.write(f"{gap.rule.id} · {plain(gap.title)}", 2, first="• ")
        for part in gap.parts:
            risk = part.verdict.accepted
            if risk is None:
                continue
            line = voice.say(
                "t.accepted_line",
                until=day(voice, risk.until),
                by=plain(risk.accepted_by),
                asked=plain(risk.requested_by),
            )
            item = f"{plain(part.item)} · " if part.item else ""
            screen.write(item + line, 4)
            screen.write(voice.say("t.accepted_reason", reason=plain(risk.reason)), 4)


def _findings(screen: Screen, voice: Voice, assessed: Assessed) -> None:
    found = assessed.findings
    if not found:
        return
    screen.heading(voice.count("t.findings", len(found)))
    for finding in found[:_FINDINGS]:
        place = finding.location
        level = voice.say(f"t.{finding.severity}")
        style = "red" if finding.severity == "error" else "yellow"
        where = f"{plain(place.path)}:{place.line}:{place.column}"
        screen.write(f"{where} · {level} {finding.code}", 2, style=style)
        screen.write(plain(finding.message), 4)
        _also(screen, voice, finding)
        if finding.hint:
            screen.write(voice.say("t.hint", hint=plain(finding.hint)), 4)
    left = len(found) - _FINDINGS
    if left > 0:
        screen.write(voice.count("t.findings_more", left), 2, style="dim")


def _also(screen: Screen, voice: Voice, finding: Finding) -> None:
    """Name the other places that a finding is about."""
    where = [f"{plain(one.path)}:{one.line}:{one.column}" for one in finding.related]
    if where:
        places = ", ".join([*where[:_PLACES], *(["…"] if len(where) > _PLACES else [])])
        screen.write(voice.say("finding.also", places=places), 4, style="dim")


def _everything(screen: Screen, voice: Voice, assessed: Assessed) -> None:
    """Show the rules without a gap too, each with its reason."""
    for outcome, mark in ((SATISFIED, "✓ "), (UNDETERMINED, "? "), (NOT_APPLICABLE, "– ")):
        chosen = [one for one in assessed.assessment.verdicts if one.outcome == outcome]
        if not chosen:
            continue
        screen.heading(f"{voice.say(f't.{outcome}')} ({len(chosen)})")
        for verdict in chosen:
            title = plain(voice.texts.rule(verdict.rule).get("title", verdict.rule))
            item = f" · {plain(verdict.item)}" if verdict.item else ""
            assured = ""
            if verdict.assurance is not None:
                assured = f" ({voice.say(f'assurance.{verdict.assurance}')})"
            screen.write(f"{verdict.rule}{item} · {title}{assured}", 2, first=mark)
            for reason in () if verdict.missing else why(voice, verdict):
                _reason(screen, assessed, reason)
            for missing in verdict.missing:
                screen.write(ask(voice, missing), 6, first="? ")
