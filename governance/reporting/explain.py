"""The page of one rule: law, reason, conditions in words, exceptions, remedy, cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.model.citations import link
from governance.model.rules import Rule
from governance.records import NamedTuple
from governance.reporting.clauses import clauses, exceptions
from governance.reporting.demands import bound
from governance.reporting.screen import Screen
from governance.reporting.typography import plain
from governance.reporting.voice import voice as voice_of
from governance.reporting.words import day, either, label, quoted, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from governance.model.book import RuleBook
    from governance.model.rules import Derivation
    from governance.model.texts import Texts
    from governance.reporting.clauses import Clause
    from governance.reporting.voice import Voice


class Case(NamedTuple):
    """A case that the rule carries: what varies and what comes out."""

    name: str
    expect: str


def explain_rule(
    rule: Rule | Derivation,
    book: RuleBook,
    texts: Texts,
    *,
    as_of: str,
    cases: Sequence[Case] = (),
    color: bool = False,
    width: int = 80,
) -> str:
    """Return everything a person needs to know of a rule, as text."""
    voice = voice_of(book, texts)
    screen = Screen(voice.language, width, color)
    words = texts.rule(rule.id)
    screen.write(plain(words.get("title", rule.id)), style="title")
    screen.write(" · ".join(_identity(voice, rule, words)), style="dim")
    _law(screen, voice, rule)
    _part(screen, voice, "explain.why", words.get("why"))
    if isinstance(rule, Rule):
        _rule(screen, voice, rule, as_of)
    else:
        _derivation(screen, voice, rule)
    _part(screen, voice, "t.remedy", words.get("remedy"))
    for point in words.get("open_points", ()):
        _part(screen, voice, f"open_point.{point.get('kind')}", point.get("text"))
    if cases:
        screen.heading(voice.say("explain.cases"))
        for case in cases:
            screen.write(f"{plain(case.name)} → {plain(case.expect)}", 2, first="- ", hang=2)
    screen.blank()
    pack, (path, line) = rule.pack, rule.source
    screen.write(voice.say("explain.source", pack=pack, path=path, line=line), style="dim")
    return screen.text()


def _identity(voice: Voice, rule: Rule | Derivation, words: dict[str, Any]) -> list[str]:
    parts = [rule.id]
    if isinstance(rule, Rule):
        parts += [rule.name, voice.say(f"kind.{rule.kind}")]
        if (rule.kind, rule.severity) != ("guidance", "warning"):
            parts.append(voice.say(f"severity.{rule.severity}"))
        parts.append(voice.say("explain.revision", n=rule.revision))
    else:
        parts += [plain(words["name"])] if words.get("name") else []
        parts.append(voice.say("kind.derivation"))
    if rule.status != "stable":
        parts.append(voice.messages.get(f"status_of.{rule.status}", rule.status))
    return parts


def _law(screen: Screen, voice: Voice, rule: Rule | Derivation) -> None:
    screen.heading(voice.say("explain.law"))
    instruments = voice.texts.data.get("instruments", {})
    for cite in rule.cites:
        screen.write(voice.law([cite], full=True), 2, first="- ")
        address = link(cite, instruments)
        if address:
            screen.write(address, 4, style="dim")
    addressees = rule.addressee if isinstance(rule, Rule) else ()
    if addressees:
        shown = [voice.messages.get(f"addressee.{one}", one) for one in addressees]
        value = either(voice, shown, "word.and")
        told = voice.say("read.titled", title=voice.say("explain.addressee"), value=value)
        screen.write(told, 2)


def _rule(screen: Screen, voice: Voice, rule: Rule, as_of: str) -> None:
    items = rule.for_each or ""
    if rule.for_each is not None:
        name = quoted(voice, voice.texts.title(rule.for_each))
        _part(screen, voice, "explain.for_each", voice.say("clause.every", items=name))
    if rule.applies_when is not None:
        _conditions(screen, voice, "explain.applies", clauses(voice, rule.applies_when, items))
    if rule.unless:
        _conditions(screen, voice, "explain.unless", exceptions(voice, rule.unless, items, 0))
    _conditions(screen, voice, "explain.requires", clauses(voice, rule.requires, items))
    _dates(screen, voice, rule, as_of)


def _dates(screen: Screen, voice: Voice, rule: Rule, as_of: str) -> None:
    for title, reference in (("explain.from", rule.in_force_from), ("explain.due", rule.due)):
        if reference is not None:
            _part(screen, voice, title, reference_words(voice, reference, as_of))
    if rule.text_from is not None:
        _part(screen, voice, "explain.text_from", day(voice, rule.text_from))
    if rule.text_until is not None:
        _part(screen, voice, "explain.text_until", day(voice, rule.text_until))


def reference_words(voice: Voice, reference: Any, as_of: str) -> str:
    """Return a day, or the parameter or fact that gives it, with its value on the day."""
    if isinstance(reference, dict) and "parameter" in reference:
        found = voice.book.parameter(reference["parameter"], as_of)
        shown = day(voice, str(found)) if found is not None else voice.say("value.unsettled")
        return f"{shown} ({bound(voice, '', reference)})"
    return bound(voice, "", reference)


def _derivation(screen: Screen, voice: Voice, rule: Derivation) -> None:
    title = voice.texts.title(rule.fact)
    if rule.member is not None:
        value = quoted(voice, label(voice, rule.fact, rule.member))
    elif isinstance(rule.value, dict):
        value = bound(voice, rule.fact, rule.value)
    else:
        value = value_words(voice, rule.fact, rule.value)
    if rule.collect:
        gathered = [quoted(voice, voice.texts.title(one)) for one in rule.collect]
        value = voice.say("explain.collect", facts=either(voice, gathered, "word.and"))
    told = voice.say("read.titled", title=title, value=value)
    _part(screen, voice, "explain.concludes", told)
    if not rule.collect:
        _conditions(screen, voice, "explain.when", clauses(voice, rule.when))
    if rule.unless:
        _conditions(screen, voice, "explain.unless", exceptions(voice, rule.unless, "", 0))


def _conditions(screen: Screen, voice: Voice, title: str, found: Iterable[Clause]) -> None:
    screen.heading(voice.say(title))
    for clause in found:
        screen.write(clause.text, 2 + 2 * clause.depth, first="- ")


def _part(screen: Screen, voice: Voice, title: str, text: Any) -> None:
    if text:
        screen.heading(voice.say(title))
        screen.write(plain(text), 2)
