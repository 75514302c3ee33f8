"""The audit in Markdown: what a data protection officer forwards to a director."""

from __future__ import annotations

import os.path
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from governance.model.citations import link
from governance.reporting.annex import open_points, rows
from governance.reporting.calendar import starts
from governance.reporting.gaps import gaps
from governance.reporting.headlines import headlines
from governance.reporting.markdown import code, escape, prose
from governance.reporting.portrait import portrait
from governance.reporting.qualification import opinions
from governance.reporting.tally import summary, tally
from governance.reporting.typography import plain, shortened
from governance.reporting.voice import voice as voice_of
from governance.reporting.wording import ask, key_of, reasons
from governance.reporting.words import day, labels
from governance.text import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.model.report import Assessed, Report
    from governance.model.texts import Texts
    from governance.model.verdicts import Question
    from governance.reporting.gaps import Gap
    from governance.reporting.voice import Voice

_TEMPLATES: Final = os.path.join(os.path.dirname(os.path.dirname(__file__)), "templates")
_NOT_IN_ADDRESS: Final = frozenset(" ()<>\"'|`\\")
_CHOICES: Final = 12
"""Longer lists of choices are left to the declaration's own help."""


def render_audit(report: Report, texts: Texts) -> str:
    """Return the audit of each declaration, one after the other, in Markdown."""
    return "\n".join(audits(report, texts))


def audits(report: Report, texts: Texts) -> list[str]:
    """Return one Markdown document per declaration."""
    voice = voice_of(report.book, texts)
    template = _environment(voice.language).get_template("audit.md.j2")
    return [tidy(template.render(context(voice, report, one))) for one in report.declarations]


def context(voice: Voice, report: Report, assessed: Assessed) -> dict[str, Any]:
    """Return what the templates need about one declaration."""
    assessment = assessed.assessment
    counts = tally(assessment.verdicts)

    def place(pointer: str) -> str:
        found = assessed.locate(pointer)
        return voice.say("place", path=plain(found.path), line=found.line)

    return {
        "say": voice.say,
        "count": voice.count,
        "date": lambda iso: day(voice, iso),
        "law": voice.law,
        "linked": lambda cites: linked(voice, cites),
        "place": place,
        "title": shortened(plain(assessed.title), 200) or voice.say("t.untitled"),
        "assessed": assessed,
        "report": report,
        "counts": counts,
        "summary": summary(voice, counts),
        "portrait": portrait(voice, assessed),
        "headlines": headlines(voice, assessment.qualifications),
        "reasons": lambda one: reasons(voice, one.because),
        "opinions": opinions(voice, assessed),
        "starts": starts(voice, assessed),
        "now": gaps(voice, assessed, "now"),
        "later": gaps(voice, assessed, "later"),
        "accepted": gaps(voice, assessed, "accepted"),
        "when": lambda gap: when(voice, gap),
        "questions": [
            question_row(voice, rank, one) for rank, one in enumerate(assessment.questions, 1)
        ],
        "open_points": open_points(voice, assessed),
        "rows": rows(voice, assessed),
        "key_of": key_of,
        "ask": lambda missing: ask(voice, missing),
    }


def linked(voice: Voice, cites: Sequence[str]) -> Markup:
    """Return citations in words, as a link when one address holds them all."""
    instruments = voice.texts.data.get("instruments", {})
    shown = escape(typeset(voice.law(list(cites)), voice.language))
    addresses = {link(cite, instruments) for cite in cites}
    address = addresses.pop() if len(addresses) == 1 else None
    if not address or not _addressable(address):
        return _done(shown)
    return _done(f"[{shown}]({address})")


def _addressable(address: str) -> bool:
    return address.startswith(("https://", "http://")) and not set(address) & _NOT_IN_ADDRESS


def when(voice: Voice, gap: Gap) -> str:
    """Return from when a coming gap counts, or by when it is due."""
    if gap.day is None:
        return voice.say("t.no_date")
    return voice.say("t.from" if gap.timing == "upcoming" else "t.at_due", day=day(voice, gap.day))


def question_row(voice: Voice, rank: int, question: Question) -> dict[str, Any]:
    """Return a question with its choices, who could answer and what it would settle."""
    missing = question.missing
    fact = voice.book.vocabulary.facts.get(missing.fact)
    choices: list[str] = []
    if missing.needs == "facts" and fact is not None and 0 < len(fact.choices) <= _CHOICES:
        choices = labels(voice, missing.fact, fact.choices)
    return {
        "rank": rank,
        "text": ask(voice, missing),
        "choices": choices,
        "key": key_of(missing),
        "needs": missing.needs,
        "who": plain(missing.who) or who_could(voice, missing.fact),
        "settles": len(question.rules) or voice.say("questions.qualification"),
        "why": voice.law([one for one in fact.why if ":" in one]) if fact is not None else "",
    }


def who_could(voice: Voice, fact: str) -> str:
    """Return who usually knows, by section of the vocabulary."""
    return voice.messages.get(f"who.{fact.partition('.')[0]}", "")


def tidy(markdown: str) -> str:
    """Return Markdown without runs of empty lines, ending with one line break."""
    lines: list[str] = []
    for line in markdown.split("\n"):
        bare = line.rstrip(" ")
        if bare or (lines and lines[-1]):
            lines.append(bare)
    return "\n".join(lines).strip("\n") + "\n"


def _done(markdown: str) -> Markup:
    """Mark what is Markdown already, so that it is not escaped again."""
    return Markup(markdown)  # noqa: S704 - callers have escaped it


@cache
def _environment(language: str) -> Environment:
    def shown(value: Any) -> Markup:
        if isinstance(value, Markup):
            return value
        return _done(escape(typeset(str(value), language)))

    folders = [os.path.join(_TEMPLATES, name) for name in (language, "shared")]
    environment = Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["code"] = lambda text: _done(code(text))
    environment.filters["prose"] = lambda text: _done(prose(typeset(text, language)))
    return environment
