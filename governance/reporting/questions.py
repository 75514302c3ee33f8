"""What is still to be answered: a list to read, a page to send, lines to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.reporting.markdown import code, escape, prose
from governance.reporting.pasting import skeleton
from governance.reporting.screen import Screen
from governance.reporting.typography import plain, shortened
from governance.reporting.voice import voice as voice_of
from governance.reporting.wording import ask, key_of
from governance.reporting.words import day, labels
from governance.text import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.model.report import Assessed, Report
    from governance.model.texts import Texts
    from governance.model.verdicts import Question
    from governance.reporting.voice import Voice

FORMS: Final = ("text", "markdown", "yaml")
_CHOICES: Final = 20


def render_questions(
    report: Report,
    texts: Texts,
    form: str = "text",
    *,
    limit: int | None = None,
    color: bool = False,
    width: int = 80,
) -> str:
    """Return the open questions of each declaration: text, Markdown, or YAML to paste."""
    voice = voice_of(report.book, texts)
    parts = []
    for assessed in report.declarations:
        found = assessed.assessment.questions[:limit]
        if form == "yaml":
            parts.append(skeleton(voice, assessed, found))
        elif form == "markdown":
            parts.append(_markdown(voice, assessed, found))
        else:
            parts.append(_text(voice, assessed, found, color=color, width=width))
    return "\n".join(parts)


def choices_of(voice: Voice, question: Question) -> list[tuple[str, str]]:
    """Return the possible answers as (what to write, what it means)."""
    missing = question.missing
    if missing.needs == "evidence":
        return []
    if missing.fact.startswith("measures."):
        names = ("absent", "planned", "partial", "in_place")
        return [(name, voice.say(f"status.{name}")) for name in names]
    if missing.fact.startswith("judgement."):
        return [(name, voice.say(f"conclusion.{name}")) for name in ("met", "not_met")]
    spec = voice.book.vocabulary.facts.get(missing.fact)
    if spec is None or missing.needs == "judgement":
        return []
    if spec.type == "boolean":
        return [("true", voice.say("value.yes")), ("false", voice.say("value.no"))]
    if not spec.choices or len(spec.choices) > _CHOICES:
        return []
    return list(zip(spec.choices, labels(voice, missing.fact, spec.choices), strict=True))


def who(voice: Voice, question: Question) -> str:
    """Return who was named to answer, or who usually knows."""
    named = plain(question.missing.who)
    return named or voice.messages.get(f"who.{question.missing.fact.partition('.')[0]}", "")


def asked_because(voice: Voice, question: Question) -> str:
    """Return the law behind the question, in words."""
    spec = voice.book.vocabulary.facts.get(question.missing.fact)
    if spec is None:
        return ""
    return voice.law([cite for cite in spec.why if ":" in cite])


def _text(
    voice: Voice, assessed: Assessed, found: Sequence[Question], *, color: bool, width: int
) -> str:
    screen = Screen(voice.language, width, color)
    title = shortened(plain(assessed.title), 200) or voice.say("t.untitled")
    screen.write(title, style="title")
    read_on = voice.say("t.as_of", day=day(voice, assessed.assessment.as_of))
    screen.write(f"{plain(assessed.path)} · {read_on}", style="dim")
    if not found:
        screen.blank()
        screen.write(voice.say("questions.none"), style="green")
        return screen.text()
    screen.heading(voice.count("t.questions", len(assessed.assessment.questions)))
    screen.write(voice.say("questions.order"))
    for rank, question in enumerate(found, 1):
        screen.blank()
        screen.write(ask(voice, question.missing), first=f"{rank}. ", style="bold")
        details = voice.texts.help(question.missing.fact)
        if details:
            screen.write(plain(details), 3)
        for name, meaning in choices_of(voice, question):
            screen.write(f"{name} : {meaning}", 5, hang=2)
        for line in _notes(voice, question):
            screen.write(line, 3, style="dim")
    return screen.text()


def _notes(voice: Voice, question: Question) -> list[str]:
    lines = [voice.say("t.line", key=key_of(question.missing))]
    answerer = who(voice, question)
    if answerer:
        lines.append(voice.say("questions.who", who=answerer))
    because = asked_because(voice, question)
    if because:
        lines.append(voice.say("questions.because", law=because))
    if question.rules:
        lines.append(voice.count("questions.settles", len(question.rules)))
    return lines


def _markdown(voice: Voice, assessed: Assessed, found: Sequence[Question]) -> str:
    title = shortened(plain(assessed.title), 200) or voice.say("t.untitled")
    lines = [
        f"# {escape(voice.say('questions.title', title=title))}",
        "",
        f"{code(assessed.path)} · "
        + escape(voice.say("t.as_of", day=day(voice, assessed.assessment.as_of))),
        "",
        escape(voice.say("questions.order" if found else "questions.none")),
        "",
    ]
    for rank, question in enumerate(found, 1):
        lines += [f"## {rank}. {escape(ask(voice, question.missing))}", ""]
        details = voice.texts.help(question.missing.fact)
        if details:
            lines += [prose(details), ""]
        for name, meaning in choices_of(voice, question):
            lines.append(f"- [ ] {escape(meaning)} ({code(name)})")
        if lines[-1]:
            lines.append("")
        if not choices_of(voice, question):
            lines += [escape(voice.say("questions.answer")), ""]
        lines += [" · ".join(escape(note) for note in _notes(voice, question)), ""]
    return "\n".join(typeset(line, voice.language) for line in lines).rstrip("\n") + "\n"
