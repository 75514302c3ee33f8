"""A fact, measure or judgement in full: question, answers, why it is asked, who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.reading import (
    exceptions,
    of_derivation,
    of_rule,
    scope_of,
    topics_of,
)
from governance.records import NamedTuple
from governance.reporting.clauses import Clause, clauses
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.book import RuleBook
    from governance.model.vocabulary import DerivedFact, Fact
    from governance.reporting.voice import Voice


class FactPage(NamedTuple):
    """What there is to know of one entry of the vocabulary."""

    id: str
    title: str
    question: str
    help: str
    type: str
    choices: tuple[tuple[str, str], ...]
    asked_when: tuple[Clause, ...]
    remarks: tuple[str, ...]
    why: str
    set_by: tuple[str, ...]
    read_by: tuple[str, ...]


TYPES: Final = {
    "boolean": LocalText("oui ou non", "yes or no"),
    "choice": LocalText("un choix", "one choice"),
    "set": LocalText("plusieurs choix possibles", "several choices possible"),
    "text": LocalText("texte libre", "free text"),
    "integer": LocalText("nombre entier", "whole number"),
    "number": LocalText("nombre", "number"),
    "date": LocalText("date", "date"),
    "datetime": LocalText("date et heure", "date and time"),
    "country": LocalText("pays, en deux lettres", "country, in two letters"),
    "countries": LocalText("pays, en deux lettres chacun", "countries, in two letters each"),
    "list": LocalText("liste d’éléments", "list of items"),
    "measures": LocalText("liste de mesures", "list of measures"),
    "measure": LocalText("mesure", "measure"),
    "judgement": LocalText("appréciation d’une personne", "judgement of a person"),
}
STATUS: Final = ("absent", "planned", "partial", "in_place")

_ONCE: Final = LocalText(
    "Demandé une fois pour l’organisation.", "Asked once for the organisation."
)
_DETAIL: Final = LocalText("Question de détail.", "Question of detail.")
_NOT_ARISING: Final = LocalText(
    "Sans objet quand la question n’est pas posée : vaut alors « non ».",
    "Cannot arise when the question is not asked: then counts as “no”.",
)
_DERIVED: Final = LocalText(
    "Établi par les règles, jamais déclaré ; peut figurer sous `claims`.",
    "Set by rules, never declared; may stand under `claims`.",
)
_FALSE: Final = LocalText(
    "Faux lorsqu’aucune de ces règles ne peut tenir.", "False when none of these rules can hold."
)


class Readers(NamedTuple):
    """Which rules read or set each fact, measure and topic."""

    read: dict[str, tuple[str, ...]]
    set_by: dict[str, tuple[str, ...]]


def readers(book: RuleBook) -> Readers:
    """Return, for each name, the rules that read it and those that set it."""
    read: dict[str, dict[str, None]] = {}
    setters: dict[str, dict[str, None]] = {}
    for rule in book.rules:
        topics = [t for one in (*scope_of(rule), rule.requires) for t in topics_of(one)]
        for name in (*of_rule(rule), *(f"judgement.{topic}" for topic in topics)):
            read.setdefault(name, {})[rule.id] = None
    for fact, derivations in book.derivations.items():
        for one in derivations:
            setters.setdefault(fact, {})[one.id] = None
            topics = [t for part in (one.when, *exceptions(one.unless)) for t in topics_of(part)]
            for name in (*of_derivation(one), *(f"judgement.{topic}" for topic in topics)):
                read.setdefault(name, {})[one.id] = None
    return Readers(
        {name: tuple(rules) for name, rules in read.items()},
        {name: tuple(rules) for name, rules in setters.items()},
    )


def fact_page(voice: Voice, name: str, known: Readers) -> FactPage | None:
    """Return the page of a fact, measure (`measures.…`) or topic (`judgement.…`), if any."""
    vocabulary = voice.book.vocabulary
    if name in vocabulary.facts:
        return _of_fact(voice, vocabulary.facts[name], known)
    if name in vocabulary.derived:
        return _of_derived(voice, vocabulary.derived[name], known)
    if name in vocabulary.measures:
        choices = tuple((one, voice.say(f"status.{one}")) for one in STATUS)
        return _plain(voice, name, "measure", choices, known)
    topic = name.removeprefix("judgement.")
    if topic in vocabulary.topics:
        choices = tuple((one, voice.say(f"conclusion.{one}")) for one in ("met", "not_met"))
        return _plain(voice, f"judgement.{topic}", "judgement", choices, known)
    return None


def _of_fact(voice: Voice, spec: Fact, known: Readers) -> FactPage:
    texts, language = voice.texts, voice.language
    remarks = [
        text.in_(language)
        for text, wanted in (
            (_ONCE, spec.once is not None),
            (_DETAIL, spec.depth == "detail"),
            (_NOT_ARISING, spec.does_not_arise),
        )
        if wanted
    ]
    asked: tuple[Clause, ...] = ()
    if spec.ask_when is not None:
        asked = tuple(clauses(voice, spec.ask_when, spec.parent or ""))
    free = [one for one in spec.why if not _cited(voice, one)]
    cited = voice.law([one for one in spec.why if _cited(voice, one)])
    return FactPage(
        spec.id,
        texts.title(spec.id),
        texts.question(spec.id),
        texts.help(spec.id),
        _type(voice, spec),
        tuple((choice, texts.choice(spec.id, choice)) for choice in spec.choices),
        asked,
        tuple(remarks),
        "; ".join(part for part in (cited, *free) if part),
        (),
        known.read.get(spec.id, ()),
    )


def _cited(voice: Voice, why: str) -> bool:
    return why.partition(":")[0] in voice.texts.data["instruments"]


def _type(voice: Voice, spec: Fact) -> str:
    words = TYPES[spec.type].in_(voice.language)
    if spec.unit is None:
        return words
    unit = voice.messages.get(f"unit.{spec.unit}.many", spec.unit).replace("{n}", "").strip()
    return f"{words} ({unit})"


def _of_derived(voice: Voice, spec: DerivedFact, known: Readers) -> FactPage:
    texts = voice.texts
    remarks = [_DERIVED.in_(voice.language)]
    if spec.type == "boolean" and spec.closed:
        remarks.append(_FALSE.in_(voice.language))
    return FactPage(
        spec.id,
        texts.title(spec.id),
        texts.question(spec.id),
        "",
        TYPES[spec.type].in_(voice.language),
        tuple((choice, texts.choice(spec.id, choice)) for choice in spec.choices),
        (),
        tuple(remarks),
        voice.law(spec.cites),
        known.set_by.get(spec.id, ()),
        known.read.get(spec.id, ()),
    )


def _plain(
    voice: Voice, name: str, kind: str, choices: tuple[tuple[str, str], ...], known: Readers
) -> FactPage:
    texts = voice.texts
    entry = texts.data["measures" if kind == "measure" else "topics"]
    words = entry.get(name.removeprefix("judgement."), {})
    return FactPage(
        name,
        texts.title(name),
        texts.question(name),
        str(words.get("help", "")),
        TYPES[kind].in_(voice.language),
        choices,
        (),
        (),
        "",
        (),
        known.read.get(name, ()),
    )


LABELS: Final = {
    "asked_when": LocalText("Demandé quand", "Asked when"),
    "why": LocalText("Pourquoi", "Why"),
    "set_by": LocalText("Établi par", "Set by"),
    "read_by": LocalText("Lu par", "Read by"),
}


def plain_lines(voice: Voice, page: FactPage) -> Iterator[str]:
    """Yield the page as lines for a terminal."""
    language = voice.language
    yield f"{page.title} · {page.id}"
    if page.question != page.title:
        yield page.question
    if page.help:
        yield page.help
    yield f"({page.type})"
    wide = max((len(choice) for choice, _ in page.choices), default=0)
    for choice, label in page.choices:
        yield f"  {choice:<{wide}}  {label}"
    yield from page.remarks
    colon = " :" if language == "fr" else ":"
    if page.asked_when:
        yield f"{LABELS['asked_when'].in_(language)}{colon}"
        for clause in page.asked_when:
            yield f"{'  ' * (clause.depth + 1)}- {clause.text}"
    for label, value in (
        ("why", page.why),
        ("set_by", ", ".join(page.set_by)),
        ("read_by", ", ".join(page.read_by)),
    ):
        if value:
            yield f"{LABELS[label].in_(language)}{colon} {value}"
