"""What does not hold together: contradictions, claims, stray answers, stale acceptances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.engine.assess import accepts
from governance.engine.interpret import interpret
from governance.engine.situation import pointer_of
from governance.model.trace import Leaf, decisive
from governance.model.values import FALSE, NOT_ARISING, POINTER, TRUE, TriSet
from governance.model.verdicts import VIOLATED, Verdict
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.engine.situation import Situation
    from governance.model.conditions import Condition
    from governance.model.rules import Contradiction, Rule
    from governance.model.values import Item

CLAIM_DIFFERS: Final = "GF201"
CLAIM_UNSETTLED: Final = "GF202"
NOT_ASKED: Final = "GF203"
RISK_EXPIRED: Final = "GF204"
RISK_USELESS: Final = "GF205"
RISK_REFUSED: Final = "GF206"
RISK_REVISION: Final = "GF207"
JUDGEMENT_EXPIRED: Final = "GF208"
EVIDENCE_EXPIRED: Final = "GF209"


class Inconsistency(NamedTuple):
    """One thing that does not hold, where it is said, and the words of its message."""

    code: str
    pointer: str
    fact: str = ""
    declared: Any = None
    derived: Any = None
    rule: str = ""
    day: str = ""
    read: tuple[Leaf, ...] = ()
    """What was read, each at its own place, when several facts do not hold together."""

    @property
    def related(self) -> tuple[str, ...]:
        """The other places where what does not hold is said."""
        places = dict.fromkeys(leaf.pointer for leaf in self.read)
        return tuple(place for place in places if place != self.pointer)


def inconsistencies(
    situation: Situation, rules: Iterable[Rule], verdicts: Iterable[Verdict]
) -> Iterator[Inconsistency]:
    """Yield everything that does not hold together."""
    found = [*contradictions(situation)]
    yield from found
    told = {leaf.pointer for one in found for leaf in one.read}
    yield from _claims(situation)
    yield from (one for one in _not_asked(situation) if one.pointer not in told)
    yield from _risks(situation, {rule.id: rule for rule in rules}, list(verdicts))
    yield from _stale(situation)


def contradictions(situation: Situation) -> Iterator[Inconsistency]:
    """Yield stated facts that cannot all be right, with every place that says one of them."""
    for one in situation.book.contradictions:
        if situation.compiled(one.when)(situation, None, "") != TRUE:
            continue
        read = _shown(situation, one)
        pointer = read[0].pointer if read else ""
        yield Inconsistency(one.id, pointer, rule=one.id, read=read)


def _shown(situation: Situation, one: Contradiction) -> tuple[Leaf, ...]:
    """Return what to show: the facts that the rule names, or all that made it true."""
    found = _told(situation, one.when, None, "")
    if not one.shows:
        return found
    by_fact: dict[str, list[Leaf]] = {}
    for leaf in found:
        by_fact.setdefault(leaf.fact, []).append(leaf)
    read: list[Leaf] = []
    for fact in one.shows:
        value = situation.facts.values.get(fact)
        if fact in by_fact:
            read += by_fact[fact]
        elif value is not None:
            read.append(Leaf(TRUE, fact, "stated", True, value, pointer_of(fact), None, ()))
    return tuple(read)


def _told(
    situation: Situation, condition: Condition, item: Item | None, items: str
) -> tuple[Leaf, ...]:
    """Return the declared answers that made a condition what it is, one for each place."""
    read: dict[str, Leaf] = {}
    for leaf in decisive(interpret(situation, condition, item, items)):
        if not leaf.derived and leaf.value is not None and leaf.value is not NOT_ARISING:
            read.setdefault(leaf.pointer, leaf)
    return tuple(read.values())


def _claims(situation: Situation) -> Iterator[Inconsistency]:
    for fact, claimed in situation.facts.claims.items():
        derived = situation.value(fact)
        pointer = f"/claims/{fact.replace('.', '/')}"
        if derived is None:
            yield Inconsistency(CLAIM_UNSETTLED, pointer, fact, claimed)
        elif isinstance(derived, TriSet):
            declared = frozenset(claimed)
            if derived.certain - declared or declared - derived.certain - derived.possible:
                yield Inconsistency(CLAIM_DIFFERS, pointer, fact, claimed, derived.certain)
            elif derived.possible:
                yield Inconsistency(CLAIM_UNSETTLED, pointer, fact, claimed)
        elif derived != claimed:
            yield Inconsistency(CLAIM_DIFFERS, pointer, fact, claimed, derived)


def _not_asked(situation: Situation) -> Iterator[Inconsistency]:
    """Yield stated facts that contradict what decides that their question cannot arise."""
    facts = situation.book.vocabulary.facts
    for fact, value in situation.facts.values.items():
        spec = facts.get(fact)
        if spec is None:
            continue
        if spec.does_not_arise and _never_asked(situation, fact) and not _says_nothing(value):
            read = _told(situation, spec.ask_when, None, "") if spec.ask_when else ()
            yield Inconsistency(NOT_ASKED, pointer_of(fact), fact, value, read=read)
        if spec.type == "list":
            yield from _fields_not_asked(situation, fact, value)


def _fields_not_asked(situation: Situation, items: str, value: Any) -> Iterator[Inconsistency]:
    fields = situation.book.vocabulary.fields.get(items, {})
    for item in value:
        for name, spec in fields.items():
            if name not in item:
                continue
            if spec.type == "list":
                yield from _fields_not_asked(situation, spec.id, item[name])
            if not spec.does_not_arise or spec.ask_when is None:
                continue
            asked = situation.compiled(spec.ask_when)(situation, item, items)
            if asked == FALSE and not _says_nothing(item[name]):
                pointer = f"{item.get(POINTER)}/{name}"
                read = _told(situation, spec.ask_when, item, items)
                yield Inconsistency(NOT_ASKED, pointer, spec.id, item[name], read=read)


def _never_asked(situation: Situation, fact: str) -> bool:
    spec = situation.book.vocabulary.facts[fact]
    if spec.ask_when is None:
        return False
    return situation.compiled(spec.ask_when)(situation, None, "") == FALSE


def _says_nothing(value: Any) -> bool:
    """Say whether an answer ("none", "no") agrees with a question that cannot arise."""
    if not value:
        return True
    nothing = {"none", "nothing", "nobody", "not_coded", "none_of_these"}
    if isinstance(value, str):
        return value in nothing
    return isinstance(value, frozenset) and value <= nothing


def _risks(
    situation: Situation, rules: dict[str, Rule], verdicts: list[Verdict]
) -> Iterator[Inconsistency]:
    for risk in situation.facts.accepted:
        pointer = f"/accepted_risks/{risk.position}"
        rule = rules.get(risk.rule)
        found = [v for v in verdicts if v.rule == risk.rule and risk.item in {None, v.item}]
        if rule is not None and rule.kind == "prohibition":
            yield Inconsistency(RISK_REFUSED, pointer, rule=risk.rule)
        elif risk.until < situation.as_of:
            yield Inconsistency(RISK_EXPIRED, pointer, rule=risk.rule, day=risk.until)
        elif rule is not None and risk.revision not in {None, rule.revision}:
            yield Inconsistency(RISK_REVISION, pointer, rule=risk.rule)
        elif rule is None or not any(
            v.outcome == VIOLATED and accepts(risk, rule, v.item) for v in found
        ):
            yield Inconsistency(RISK_USELESS, pointer, rule=risk.rule)


def _stale(situation: Situation) -> Iterator[Inconsistency]:
    seen: set[int] = set()
    for judged in situation.facts.judgements:
        past = judged.review_by is not None and judged.review_by < situation.as_of
        if past and judged.position not in seen:
            seen.add(judged.position)
            day = judged.review_by or ""
            yield Inconsistency(JUDGEMENT_EXPIRED, f"/judgements/{judged.position}", day=day)
    for evidence in situation.facts.evidence.values():
        until = evidence.valid_until
        if until is not None and until < situation.as_of:
            yield Inconsistency(
                EVIDENCE_EXPIRED, f"/evidence/{evidence.position}", evidence.id, day=until
            )
