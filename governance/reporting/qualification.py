"""The reasoned opinion: what a use case is under the text, why, from when, or what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.values import NOT_ARISING
from governance.records import NamedTuple
from governance.reporting.headlines import answer, holds, law_of
from governance.reporting.screen import Screen
from governance.reporting.typography import plain, shortened
from governance.reporting.voice import voice as voice_of
from governance.reporting.wording import ask, key_of, reasons
from governance.reporting.words import day

if TYPE_CHECKING:
    from governance.model.report import Assessed, Report
    from governance.model.texts import Texts
    from governance.model.trace import Leaf
    from governance.model.verdicts import Missing, Qualification
    from governance.reporting.voice import Voice
    from governance.reporting.wording import Reason

GROUPS: Final = (
    (
        "scope",
        (
            "ai_act.is_ai_system",
            "ai_act.in_scope",
            "ai_act.limited_regime",
            "ai_act.legacy_system",
        ),
    ),
    ("roles", ("ai_act.roles",)),
    ("prohibited", ("ai_act.prohibited", "ai_act.prohibited_practices")),
    (
        "high_risk",
        (
            "ai_act.high_risk",
            "ai_act.annex_iii_points",
            "ai_act.high_risk_annex_iii",
            "ai_act.high_risk_annex_i",
            "ai_act.profiles_people",
            "ai_act.exempt_6_3",
            "ai_act.exemption_grounds",
            "ai_act.high_risk_applies_from",
        ),
    ),
    ("transparency", ("ai_act.transparency_duties",)),
    ("gpai", ("ai_act.gpai", "ai_act.gpai_systemic_risk")),
    (
        "high_risk_duties",
        ("ai_act.fria_required", "ai_act.registration", "ai_act.conformity_route"),
    ),
    ("gdpr_scope", ("gdpr.personal_data", "gdpr.applies", "gdpr.roles", "gdpr.french_law")),
    ("sensitive", ("gdpr.special_categories", "gdpr.offence_data", "gdpr.children_concerned")),
    (
        "article_22",
        ("gdpr.article_22_engaged", "gdpr.solely_automated", "gdpr.significant_effect"),
    ),
    ("dpia", ("gdpr.dpia_required", "gdpr.dpia_criteria", "gdpr.dpia_lists")),
    ("transfers", ("gdpr.transfers_outside_eea",)),
    ("anonymity", ("gdpr.data_anonymous", "gdpr.model_anonymous")),
)
"""Derived facts by question, in the order in which a lawyer would take them."""

_REASONS: Final = {"yes": 6, "no": 3, "open": 0}
"""How many reasons are told: a no rests on many small ones."""
_MISSING: Final = 4
_HEAD: Final = 2
"""Opinions of a group that are told even when the answer is no."""


class Opinion(NamedTuple):
    """The answer to one question of law, with its reasons or what is missing."""

    title: str
    answer: str
    state: str
    since: str
    law: str
    rules: tuple[str, ...]
    reasons: tuple[Reason, ...]
    more_reasons: int
    missing: tuple[Missing, ...]
    more_missing: int
    qualification: Qualification


def opinions(voice: Voice, assessed: Assessed) -> list[tuple[str, list[Opinion]]]:
    """Return the opinions by group, with the group's title; empty groups are left out."""
    found = assessed.assessment.qualifications
    groups = []
    for name, facts in GROUPS:
        told = [_opinion(voice, found[fact]) for fact in facts if fact in found]
        if told:
            groups.append((voice.say(f"group.{name}"), _worth_telling(told)))
    return groups


def _worth_telling(told: list[Opinion]) -> list[Opinion]:
    """Return what matters: once the first answer is no, only its ground and what still holds."""
    if told[0].state != "no":
        return told
    return [one for rank, one in enumerate(told) if rank < _HEAD or one.state == "yes"]


def _opinion(voice: Voice, one: Qualification) -> Opinion:
    state = "open" if not one.known else "yes" if holds(one.value) else "no"
    told = reasons(voice, sorted(one.because, key=_says_little))
    kept = _REASONS["yes" if state == "open" and holds(one.value) else state]
    since = ""
    if state != "no" and one.applies_from is not None:
        key = "q.from" if one.timing == "upcoming" else "q.since"
        key = f"{key}.open" if state == "open" else key
        since = voice.say(key, day=day(voice, one.applies_from))
    return Opinion(
        title=voice.texts.title(one.fact),
        answer=answer(voice, one),
        state=state,
        since=since,
        law=law_of(voice, one),
        rules=one.rules,
        reasons=told[:kept],
        more_reasons=max(0, len(told) - kept) if kept else 0,
        missing=one.missing[:_MISSING],
        more_missing=max(0, len(one.missing) - _MISSING),
        qualification=one,
    )


def _says_little(leaf: Leaf) -> bool:
    """Put what was answered before the questions that could not arise."""
    return leaf.value is NOT_ARISING


def render_classification(
    report: Report, texts: Texts, *, color: bool = False, width: int = 80
) -> str:
    """Return the reasoned opinion on each declaration as text."""
    voice = voice_of(report.book, texts)
    screen = Screen(voice.language, width, color)
    for assessed in report.declarations:
        screen.blank()
        title = shortened(plain(assessed.title), 200) or voice.say("t.untitled")
        screen.write(title, style="title")
        read_on = voice.say("t.as_of", day=day(voice, assessed.assessment.as_of))
        screen.write(f"{plain(assessed.path)} · {read_on}", style="dim")
        for group, told in opinions(voice, assessed):
            screen.heading(group)
            for one in told:
                _write(screen, voice, assessed, one)
    screen.blank()
    screen.write(voice.say("q.caution"), style="dim")
    return screen.text()


def write_opinion(screen: Screen, voice: Voice, assessed: Assessed, found: Qualification) -> None:
    """Write the opinion on one derived fact."""
    _write(screen, voice, assessed, _opinion(voice, found))


def _write(screen: Screen, voice: Voice, assessed: Assessed, one: Opinion) -> None:
    mark = {"yes": "✓ ", "no": "– ", "open": "? "}[one.state]
    shown = voice.say("read.titled", title=one.title, value=one.answer)
    since = f" ({one.since})" if one.since else ""
    screen.write(f"{shown}{since}", 2, first=mark, style="yellow" if one.state == "open" else "")
    rules = f" [{', '.join(one.rules)}]" if one.rules and one.state != "no" else ""
    if one.law and one.state != "no":
        screen.write(f"{one.law}{rules}", 4, style="dim")
    for reason in one.reasons:
        place = ""
        if reason.pointer:
            where = assessed.locate(reason.pointer)
            place = f" ({plain(where.path)}:{where.line})"
        screen.write(f"{shortened(reason.text, 300)}{place}", 4, first="- ")
    if one.more_reasons:
        screen.write(voice.count("q.more_reasons", one.more_reasons), 6, style="dim")
    for missing in one.missing:
        line = f"{ask(voice, missing)} [{key_of(missing)}]"
        screen.write(f"{voice.say('q.missing')} {line}", 4, first="? ")
    if one.more_missing:
        screen.write(voice.count("q.more_missing", one.more_missing), 6, style="dim")
