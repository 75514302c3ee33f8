"""The rules of a book as a list: filtered, in the order of the files, with what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.engine.derive import in_force
from governance.records import NamedTuple
from governance.text import LocalText, day_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.model.book import RuleBook
    from governance.model.rules import Derivation, Rule
    from governance.reporting.voice import Voice


class Filter(NamedTuple):
    """Which rules to list; empty means all."""

    themes: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    only_open: bool = False
    derivations: bool = False


class Line(NamedTuple):
    """A rule in a list."""

    id: str
    kind: str
    applies: str
    title: str
    path: str
    line: int
    status: str
    open_points: tuple[dict[str, Any], ...]


_LATER = LocalText("à partir du {day}", "from {day}")
_DEPENDS = LocalText("selon le cas", "as the case may be")


def listed(voice: Voice, chosen: Filter, as_of: str) -> list[Line]:
    """Return the rules that the filter keeps, in the law of the day, by file and line."""
    found = [_of_rule(voice, rule, as_of) for rule in _rules(voice.book, chosen, as_of)]
    if chosen.derivations and not chosen.themes and not chosen.addressees:
        found += [
            _line(voice, one, "derivation", "") for one in _derivations(voice.book, chosen, as_of)
        ]
    if chosen.only_open:
        found = [one for one in found if one.open_points]
    return sorted(found, key=lambda one: (one.path, one.line))


def _rules(book: RuleBook, chosen: Filter, as_of: str) -> Iterator[Rule]:
    for rule in book.rules:
        if (
            (not chosen.themes or rule.theme in chosen.themes)
            and (not chosen.packs or rule.pack in chosen.packs)
            and (not chosen.addressees or set(rule.addressee) & set(chosen.addressees))
            and in_force(rule.text_from, rule.text_until, as_of)
        ):
            yield rule


def _derivations(book: RuleBook, chosen: Filter, as_of: str) -> Iterator[Derivation]:
    for several in book.derivations.values():
        for one in several:
            if (not chosen.packs or one.pack in chosen.packs) and in_force(
                one.text_from, one.text_until, as_of
            ):
                yield one


def _of_rule(voice: Voice, rule: Rule, as_of: str) -> Line:
    return _line(voice, rule, rule.kind, applies(voice, rule.in_force_from, as_of))


def _line(voice: Voice, rule: Rule | Derivation, kind: str, applies_from: str) -> Line:
    words = voice.texts.rule(rule.id)
    return Line(
        rule.id,
        voice.say(f"kind.{kind}"),
        applies_from,
        str(words.get("title", rule.id)),
        *rule.source,
        rule.status,
        tuple(words.get("open_points", ())),
    )


def applies(voice: Voice, since: Any, as_of: str) -> str:
    """Return from when a rule applies, when that is still to come or depends on the case."""
    day = since
    if isinstance(since, dict):
        if "parameter" not in since:
            return _DEPENDS.in_(voice.language)
        day = voice.book.parameter(since["parameter"], as_of)
    if day is None or str(day) <= as_of:
        return ""
    return _LATER.in_(voice.language).format(day=day_in(str(day), voice.language))


def shown(voice: Voice, found: Iterable[Line], *, points: bool = False) -> Iterator[str]:
    """Yield the lines of the list, under the name of each file."""
    rows = list(found)
    if not rows:
        return
    wide = max(len(one.id) for one in rows)
    kinds = max(len(one.kind) for one in rows)
    path = ""
    for one in rows:
        if one.path != path:
            if path:
                yield ""
            path = one.path
            yield path
        status = (
            voice.messages.get(f"status_of.{one.status}", "") if one.status != "stable" else ""
        )
        after = "; ".join(part for part in (one.applies, status) if part)
        yield f"  {one.id:<{wide}}  {one.kind:<{kinds}}  {one.title}" + (
            f" ({after})" if after else ""
        )
        for point in one.open_points if points else ():
            kind = voice.messages.get(f"open_point.{point['kind']}", point["kind"])
            law = f" ({voice.law(point['cites'])})" if point.get("cites") else ""
            yield f"  {'':<{wide}}  ? {kind}{law} : {point['text']}"
