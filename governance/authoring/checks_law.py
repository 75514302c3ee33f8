"""Checks of what rules cite and cover: citations, provisions, reviews."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from governance.authoring.packs_in_view import Found, Packs, Place
from governance.text import LocalText, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REVIEW_DAYS: Final = 180
"""A review is old after half a year: our own habit, not law."""

_PARTS: Final = r"(\.(\d+[a-z]?|[a-z]{1,4}|sub\d+))*"
_SHAPES: Final = {
    "regulation": re.compile(
        rf"recital-\d+|annex-[IVXL]+(\.\.?[A-E]|\.\.\d)?{_PARTS}|\d+[a-z]?{_PARTS}|\d+-\d+"
    ),
    "statute": re.compile(rf"[LRDA]?\d+(-\d+)*{_PARTS}"),
    "case": re.compile(r"[CT]-\d+-\d+(-[A-Z]+)?(\.\d+)?"),
}
_ANY: Final = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")
_LAST: Final = {"ai_act": (113, 180), "gdpr": (99, 173)}
"""Last article and last recital."""
_CITATION: Final = re.compile(r"[a-z][a-z0-9_]*(:\S+)?")


def citations(packs: Packs) -> Iterator[Found]:
    """Report citations of a text that is not listed, or of a place no text has."""
    for one in packs.rules():
        for citation, pointer in _cited(packs.source.instruments, one.entry.model_dump(), ""):
            problem = citation_problem(packs, citation)
            if problem is not None:
                yield Found(one.at(pointer), problem)
    for remark in packs.remarks():
        for citation, pointer in _cited(packs.source.instruments, remark.entry.model_dump(), ""):
            problem = citation_problem(packs, citation)
            if problem is not None:
                yield Found(remark.at(pointer), problem)
    for (kind, name), citation in _elsewhere(packs):
        problem = citation_problem(packs, citation)
        if problem is not None:
            yield Found(packs.where(kind, name), problem)


def _cited(instruments: Any, node: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Yield every citation of a rule with its place, those inside conditions too."""
    if isinstance(node, dict):
        for key, value in node.items():
            where = f"{pointer}/{key}"
            if key in {"cites", "because"} and value:
                for citation in [value] if isinstance(value, str) else value:
                    yield citation, where
            else:
                yield from _cited(instruments, value, where)
    elif isinstance(node, list | tuple):
        for index, value in enumerate(node):
            yield from _cited(instruments, value, f"{pointer}/{index}")


def _elsewhere(packs: Packs) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the citations outside rules; free text in `why` is allowed and passed over."""
    source = packs.source
    for section in source.sections:
        for name, fact in section.facts.items():
            for citation in fact.why:
                if _CITATION.fullmatch(citation):
                    yield ("facts", name), citation
    for name, topic in source.topics.items():
        for citation in topic.why:
            if _CITATION.fullmatch(citation):
                yield ("topics", name), citation
    for name, derived in source.derived.items():
        for citation in derived.cites:
            yield ("derived", name), citation
    for name, parameter in source.parameters.items():
        for value in parameter.values:
            for citation in value.cites:
                yield ("parameters", name), citation
    for name, norm in source.norms.items():
        yield ("norms", name), norm.cite


def citation_problem(packs: Packs, citation: str) -> LocalText | None:
    """Return what is wrong with a citation, or None."""
    name, colon, locator = citation.partition(":")
    entry = packs.source.instruments.get(name)
    if entry is None:
        near = nearest(name, packs.source.instruments)
        hint = (
            (f", vouliez-vous dire `{near}` ?", f", did you mean `{near}`?") if near else ("", "")
        )
        return LocalText(
            f"citation « {citation} » : `{name}` n’est pas dans instruments.yaml{hint[0]}",
            f"citation “{citation}”: `{name}` is not in instruments.yaml{hint[1]}",
        )
    if not colon:
        return None
    if not _SHAPES.get(entry.kind, _ANY).fullmatch(locator) and not (
        entry.celex is None and entry.kind == "regulation" and _ANY.fullmatch(locator)
    ):
        return LocalText(
            f"citation « {citation} » mal écrite : écrivez `{name}:14.4.d`, "
            f"`{name}:annex-III.4.a` ou `{name}:recital-26`",
            f"malformed citation “{citation}”: write `{name}:14.4.d`, "
            f"`{name}:annex-III.4.a` or `{name}:recital-26`",
        )
    return _beyond(name, locator, citation)


def _beyond(name: str, locator: str, citation: str) -> LocalText | None:
    if name not in _LAST:
        return None
    last = _LAST[name][1 if locator.startswith("recital-") else 0]
    digits = re.match(r"(?:recital-)?(\d+)", locator)
    if digits is None or 0 < int(digits[1]) <= last:
        return None
    return LocalText(
        f"citation « {citation} » : le texte s’arrête à {last}",
        f"citation “{citation}”: the text ends at {last}",
    )


def whole_text(packs: Packs) -> Iterator[Found]:
    """Report rules that cite a whole regulation or statute and no article."""
    for one in packs.rules():
        bare = [citation for citation in one.entry.cites if ":" not in citation]
        if len(bare) < len(one.entry.cites):
            continue
        entries = [packs.source.instruments.get(name) for name in bare]
        if any(entry and entry.kind in {"regulation", "statute"} for entry in entries):
            yield Found(
                one.at("/cites"),
                LocalText(
                    f"{one.entry.id} cite {', '.join(bare)} en entier : citez l’article",
                    f"{one.entry.id} cites all of {', '.join(bare)}: cite the article",
                ),
            )


def unknown_norms(packs: Packs) -> Iterator[Found]:
    """Report `covers` that name a provision missing from the catalogue."""
    for one in packs.rules():
        for index, name in enumerate(one.entry.covers):
            if name not in packs.source.norms:
                place = one.at(f"/covers/{index}")
                yield Found(place, _no_norm(one.entry.id, name, packs.source.norms))


def unknown_answers(packs: Packs) -> Iterator[Found]:
    """Report measures that answer a provision missing from the catalogue."""
    for theme, group in packs.source.measures.items():
        for name, measure in group.measures.items():
            full = f"measures.{theme}.{name}"
            for answer in measure.answers:
                if answer not in packs.source.norms:
                    place = packs.where("measures", full)
                    yield Found(place, _no_norm(full, answer, packs.source.norms))


def _no_norm(subject: str, name: str, known: Iterable[str]) -> LocalText:
    near = nearest(name, known)
    fr = f", vouliez-vous dire `{near}` ?" if near else ""
    en = f", did you mean `{near}`?" if near else ""
    return LocalText(
        f"{subject} : `{name}` n’est pas au catalogue (norms){fr}",
        f"{subject}: `{name}` is not in the catalogue (norms){en}",
    )


def stale_review(packs: Packs) -> Iterator[Found]:
    """Report files read again too long ago, or before the consolidated text they encode."""
    for place, _, file in packs.source.rules:
        where = Place(place.path, 1)
        entry = packs.source.instruments.get(file.instrument)
        on = file.reviewed.on
        if entry is not None and entry.consolidated is not None and on < entry.consolidated:
            yield Found(
                where,
                LocalText(
                    f"relu le {on}, avant la version consolidée du {entry.consolidated}",
                    f"reviewed on {on}, before the consolidated version of {entry.consolidated}",
                ),
            )
        elif _days(on, packs.day) > REVIEW_DAYS:
            yield Found(
                where,
                LocalText(
                    f"relu le {on}, plus de {REVIEW_DAYS} jours avant le {packs.day}",
                    f"reviewed on {on}, more than {REVIEW_DAYS} days before {packs.day}",
                ),
            )


def _days(since: str, until: str) -> int:
    try:
        return (date.fromisoformat(until) - date.fromisoformat(since)).days
    except ValueError:
        return REVIEW_DAYS + 1
