"""What a use case is under the text, in a few lines: the derived facts that decide the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model.values import TriSet
from governance.records import NamedTuple
from governance.reporting.words import value_words

if TYPE_CHECKING:
    from governance.model.verdicts import Qualification
    from governance.reporting.voice import Voice

ORDER: Final = (
    ("ai_act.is_ai_system", False),
    ("ai_act.in_scope", True),
    ("ai_act.roles", False),
    ("ai_act.prohibited", True),
    ("ai_act.prohibited_practices", False),
    ("ai_act.high_risk", True),
    ("ai_act.annex_iii_points", False),
    ("ai_act.high_risk_annex_i", False),
    ("ai_act.exempt_6_3", False),
    ("ai_act.exemption_grounds", False),
    ("ai_act.transparency_duties", True),
    ("ai_act.gpai", True),
    ("ai_act.gpai_systemic_risk", False),
    ("ai_act.fria_required", True),
    ("ai_act.registration", False),
    ("ai_act.conformity_route", False),
    ("gdpr.applies", True),
    ("gdpr.roles", False),
    ("gdpr.special_categories", False),
    ("gdpr.offence_data", False),
    ("gdpr.article_22_engaged", True),
    ("gdpr.dpia_required", True),
    ("gdpr.transfers_outside_eea", True),
    ("gdpr.data_anonymous", False),
    ("gdpr.model_anonymous", False),
)
"""Derived facts in the order of a reasoned opinion, and whether a plain no is worth a line."""


class Headline(NamedTuple):
    """One derived fact with its answer and the law behind it."""

    title: str
    value: str
    law: str
    qualification: Qualification
    telling: bool
    """A no that a reader would miss if it were left out."""

    @property
    def state(self) -> str:
        """Return yes, no or open."""
        if not self.qualification.known:
            return "open"
        return "yes" if holds(self.qualification.value) else "no"


def headlines(voice: Voice, found: dict[str, Qualification]) -> list[Headline]:
    """Return the headlines for the derived facts that are there, in order."""
    return [
        _headline(voice, found[fact], telling=telling) for fact, telling in ORDER if fact in found
    ]


def holds(value: Any) -> bool:
    """Say whether a derived fact holds: true, or a set with members."""
    if isinstance(value, TriSet):
        return bool(value.certain)
    return bool(value)


def answer(voice: Voice, one: Qualification) -> str:
    """Return the value of a qualification in words, with what is still possible."""
    certain = one.value if isinstance(one.value, frozenset) else frozenset()
    if one.possible and (certain or "?" not in one.possible):
        return value_words(voice, one.fact, TriSet(certain, frozenset(one.possible)))
    if not one.known:
        return voice.say("value.unsettled")
    return value_words(voice, one.fact, one.value)


def law_of(voice: Voice, one: Qualification) -> str:
    """Return the articles of the rules that decided, or of the fact when none did."""
    rules = {rule.id: rule for rule in voice.book.derivations.get(one.fact, ())}
    cites = [cite for name in one.rules if name in rules for cite in rules[name].cites]
    if not cites or not holds(one.value):
        spec = voice.book.vocabulary.derived.get(one.fact)
        cites = list(spec.cites) if spec else []
    return law_in_order(voice, cites)


def law_in_order(voice: Voice, cites: list[str]) -> str:
    """Return citations in words, texts in the order of the rule book."""
    order = {name: rank for rank, name in enumerate(voice.book.instruments)}
    return voice.law(sorted(cites, key=lambda cite: order.get(cite.partition(":")[0], 999)))


def _headline(voice: Voice, one: Qualification, *, telling: bool) -> Headline:
    return Headline(
        voice.texts.title(one.fact), answer(voice, one), law_of(voice, one), one, telling
    )
