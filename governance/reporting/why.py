"""How one rule came out on one declaration: the whole reasoning as an indented tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.trace import Leaf
from governance.model.values import NOT_ARISING, TRUE, UNKNOWN
from governance.reporting.demands import demand
from governance.reporting.qualification import write_opinion
from governance.reporting.screen import Screen
from governance.reporting.typography import plain, shortened
from governance.reporting.voice import voice as voice_of
from governance.reporting.wording import ask, key_of, read
from governance.reporting.words import day

if TYPE_CHECKING:
    from governance.model.report import Assessed, Report
    from governance.model.texts import Texts
    from governance.model.trace import Branch, Trace
    from governance.model.verdicts import Verdict
    from governance.reporting.voice import Voice

_MARKS: Final = {0: "✗", 1: "?", 2: "✓"}


def render_why(
    report: Report, texts: Texts, rule: str, *, color: bool = False, width: int = 80
) -> str:
    """Return the reasoning of a rule, a derivation or a derived fact on each declaration."""
    voice = voice_of(report.book, texts)
    screen = Screen(voice.language, width, color)
    for assessed in report.declarations:
        screen.blank()
        derived = rule in report.book.vocabulary.derived
        told = texts.title(rule) if derived else texts.rule(rule).get("title", rule)
        title = plain(told)
        screen.write(f"{rule} · {title}", style="title")
        read_on = voice.say("t.as_of", day=day(voice, assessed.assessment.as_of))
        screen.write(f"{plain(assessed.path)} · {read_on}", style="dim")
        found = [one for one in assessed.assessment.verdicts if one.rule == rule]
        for verdict in found:
            _verdict(screen, voice, assessed, verdict)
        if not found:
            _derivation(screen, voice, assessed, rule)
    return screen.text()


def _verdict(screen: Screen, voice: Voice, assessed: Assessed, verdict: Verdict) -> None:
    item = f" · {plain(verdict.item)}" if verdict.item else ""
    outcome = voice.say(f"outcome.{verdict.outcome}")
    timing = voice.say(f"timing.{verdict.timing}")
    screen.heading(f"{outcome} ({timing}){item}")
    screen.write(voice.law(verdict.cites), 2, style="dim")
    for title, trace in (
        ("why.scope", verdict.scope),
        ("why.requirement", verdict.requirement),
    ):
        if trace is not None and not (not isinstance(trace, Leaf) and not trace.parts):
            screen.heading(voice.say(title))
            tree(screen, voice, assessed, trace, 1)
    if verdict.missing:
        screen.heading(voice.say("why.missing"))
        for missing in verdict.missing:
            screen.write(f"{ask(voice, missing)} [{key_of(missing)}]", 2, first="? ")


def tree(
    screen: Screen,
    voice: Voice,
    assessed: Assessed,
    trace: Trace,
    depth: int,
    *,
    flip: bool = False,
) -> None:
    """Write a trace; each line has a mark and the word for it."""
    truth = 2 - trace.truth if flip else trace.truth
    if isinstance(trace, Leaf):
        text = _leaf(voice, assessed, trace, flip=flip)
        _line(screen, voice, truth, text, depth)
        return
    if trace.kind == "not" and not trace.label:
        for part in trace.parts:
            tree(screen, voice, assessed, part, depth, flip=not flip)
        return
    if trace.kind == "not":
        _exception(screen, voice, assessed, trace, depth)
        return
    if len(trace.parts) == 1 and trace.kind != "count":
        tree(screen, voice, assessed, trace.parts[0], depth, flip=flip)
        return
    _line(screen, voice, truth, voice.say(_title(trace, flip=flip)), depth)
    for part in trace.parts:
        tree(screen, voice, assessed, part, depth + 1, flip=flip)


def _title(trace: Branch, *, flip: bool) -> str:
    if trace.kind == "count":
        return "clause.counted"
    if trace.label == "every":
        return "why.some_not" if flip else "why.every"
    if trace.label == "some":
        return "why.every_not" if flip else "why.some"
    return "clause.all" if (trace.kind == "all") != flip else "clause.any"


def _exception(
    screen: Screen, voice: Voice, assessed: Assessed, trace: Branch, depth: int
) -> None:
    """Write whether an exception stands, does not stand, or may stand."""
    held = 2 - trace.truth
    key = {TRUE: "why.exception.yes", UNKNOWN: "why.exception.open"}.get(held, "why.exception.no")
    text = voice.say(key, name=trace.label.replace("-", " "))
    _line(screen, voice, trace.truth, text, depth)
    for part in trace.parts:
        tree(screen, voice, assessed, part, depth + 1)


def _leaf(voice: Voice, assessed: Assessed, leaf: Leaf, *, flip: bool) -> str:
    text = shortened(read(voice, leaf), 300)
    if leaf.operator != "list":
        asked = demand(voice, leaf.fact, leaf.operator, leaf.argument, wanted=not flip)
        text += f" — {voice.say('why.asked', value=asked)}"
    told = leaf.value is not None and leaf.value is not NOT_ARISING and not leaf.derived
    if told and leaf.pointer:
        place = assessed.locate(leaf.pointer)
        text += f" ({plain(place.path)}:{place.line})"
    return text


def _line(screen: Screen, voice: Voice, truth: int, text: str, depth: int) -> None:
    word = voice.say({2: "mark.yes", 0: "mark.no"}.get(truth, "mark.open"))
    style = {2: "green", 0: "red"}.get(truth, "yellow")
    screen.write(text, 2 * depth, first=f"{_MARKS[truth]} {word} · ", hang=4, style=style)


def _derivation(screen: Screen, voice: Voice, assessed: Assessed, rule: str) -> None:
    """Tell the fact that a derivation helps to establish: it has no verdict of its own."""
    for fact, derivations in voice.book.derivations.items():
        if fact == rule or any(one.id == rule for one in derivations):
            found = assessed.assessment.qualifications.get(fact)
            if found is not None:
                screen.blank()
                write_opinion(screen, voice, assessed, found)
            return
    screen.blank()
    screen.write(voice.say("why.none"))
