"""The page of one word of the vocabulary: what is asked, why, and what can be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.reporting.clauses import clauses
from governance.reporting.screen import Screen
from governance.reporting.voice import voice as voice_of

if TYPE_CHECKING:
    from governance.model.book import RuleBook
    from governance.model.texts import Texts
    from governance.model.vocabulary import Fact
    from governance.reporting.voice import Voice


def explain_word(
    name: str, book: RuleBook, texts: Texts, *, color: bool = False, width: int = 80
) -> str:
    """Return what a fact, a derived fact, a measure or a topic of judgement means, as text."""
    voice = voice_of(book, texts)
    screen = Screen(voice.language, width, color)
    screen.write(texts.title(name), style="title")
    screen.write(f"{name} · {_kind(voice, name)}", style="dim")
    screen.blank()
    screen.write(texts.question(name))
    if texts.help(name):
        screen.write(texts.help(name), 2)
    spec = book.vocabulary.facts.get(name)
    if spec is not None:
        _fact(screen, voice, spec)
    elif texts.choices(name):
        _choices(screen, voice, texts.choices(name))
    if name.startswith("measures."):
        screen.heading(voice.say("word.statuses"))
        for status in ("absent", "planned", "partial", "in_place"):
            screen.write(f"{status} : {voice.say(f'status.{status}')}", 2)
    _readers(screen, voice, name)
    return screen.text()


def _kind(voice: Voice, name: str) -> str:
    vocabulary = voice.book.vocabulary
    if name in vocabulary.facts:
        return voice.say(f"word.type.{vocabulary.facts[name].type}")
    if name in vocabulary.derived:
        return voice.say("word.derived")
    return voice.say("word.measure" if name.startswith("measures.") else "word.topic")


def _fact(screen: Screen, voice: Voice, spec: Fact) -> None:
    if spec.unit:
        screen.write(voice.say("word.unit", unit=spec.unit), 2)
    if spec.why:
        screen.heading(voice.say("word.why"))
        screen.write(voice.law(list(spec.why)), 2)
    if spec.ask_when is not None:
        screen.heading(voice.say("word.asked_when"))
        for line in clauses(voice, spec.ask_when, items=spec.parent or ""):
            screen.write(line.text, 2 + 2 * line.depth, first="- ")
    _choices(screen, voice, voice.texts.choices(spec.id))


def _choices(screen: Screen, voice: Voice, labels: dict[str, str]) -> None:
    if not labels:
        return
    screen.heading(voice.say("word.choices"))
    for choice, label in labels.items():
        screen.write(f"{choice} : {label}", 2, hang=4)


def _readers(screen: Screen, voice: Voice, name: str) -> None:
    """Name the rules that read the word."""
    from governance.engine.readers import readers

    found = readers(voice.book, name)
    if found:
        screen.heading(voice.say("word.readers"))
        screen.write(", ".join(found), 2)
