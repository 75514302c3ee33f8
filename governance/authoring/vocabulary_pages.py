"""The vocabulary as Markdown pages: one per section, then measures, judgements, conclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.fact_page import LABELS, FactPage, Readers, fact_page
from governance.authoring.reference import GENERATED, anchor, bullets, finished
from governance.reporting.markdown import code, escape, prose
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from governance.reporting.voice import Voice

_SOURCE: Final = "rules/vocabulary"
_CHOICE: Final = LocalText("Réponse", "Answer")
_MEANING: Final = LocalText("Ce qu’elle veut dire", "What it means")
MEASURES: Final = LocalText("Mesures", "Measures")
MEASURES_INTRO: Final = LocalText(
    "Ce qui a été fait, sous `measures`, par thème. Une mesure vaut `absent`, `planned`, "
    "`partial` ou `in_place`.",
    "What has been done, under `measures`, by theme. A measure is `absent`, `planned`, "
    "`partial` or `in_place`.",
)
JUDGEMENTS: Final = LocalText("Appréciations", "Judgements")
JUDGEMENTS_INTRO: Final = LocalText(
    "Ce que la loi laisse à l’appréciation d’une personne, consigné sous `judgements` "
    "(`met` ou `not_met`), avec ses raisons.",
    "What the law leaves to a person’s judgement, recorded under `judgements` "
    "(`met` or `not_met`), with reasons.",
)
CONCLUSIONS: Final = LocalText("Conclusions ({pack})", "Conclusions ({pack})")
CONCLUSIONS_INTRO: Final = LocalText(
    "Ce que les règles établissent. Personne ne le déclare ; votre propre conclusion, s’il y en a "
    "une, se met sous `claims` et sera comparée.",
    "What the rules establish. Nobody declares it; your own conclusion, if any, goes under "
    "`claims` and is compared.",
)


def section_page(voice: Voice, section: str, known: Readers, link: Callable[[str], str]) -> str:
    """Return the page of a section of the declaration."""
    words = voice.texts.data["sections"][section]
    names = [name for name, fact in voice.book.vocabulary.facts.items() if fact.section == section]
    return _page(voice, str(words["title"]), str(words["intro"]), names, known, link)


def measures_page(voice: Voice, known: Readers, link: Callable[[str], str]) -> str:
    """Return the page of the measures, theme by theme."""
    out = list(_opening(voice, MEASURES.in_(voice.language), MEASURES_INTRO.in_(voice.language)))
    themes: dict[str, list[str]] = {}
    for name, theme in voice.book.vocabulary.measures.items():
        themes.setdefault(theme, []).append(name)
    for theme, names in themes.items():
        title = voice.texts.data["themes"].get(theme, {}).get("title", theme)
        out += ["", f"## {escape(title)} ({code(theme)})"]
        for name in names:
            page = fact_page(voice, name, known)
            if page is not None:
                out += ["", *_entry(voice, page, link, choices=False, level=3)]
    return finished(out, voice.language)


def judgements_page(voice: Voice, known: Readers, link: Callable[[str], str]) -> str:
    """Return the page of the topics of judgement."""
    names = [f"judgement.{topic}" for topic in voice.book.vocabulary.topics]
    title, intro = JUDGEMENTS.in_(voice.language), JUDGEMENTS_INTRO.in_(voice.language)
    return _page(voice, title, intro, names, known, link, choices=False)


def conclusions_page(voice: Voice, pack: str, known: Readers, link: Callable[[str], str]) -> str:
    """Return the page of the derived facts of a pack."""
    names = [name for name in voice.book.vocabulary.derived if name.startswith(f"{pack}.")]
    title = conclusions_title(voice, pack)
    return _page(voice, title, CONCLUSIONS_INTRO.in_(voice.language), names, known, link)


def conclusions_title(voice: Voice, pack: str) -> str:
    """Return the title of the page of the derived facts of a pack."""
    named = str(voice.texts.data["packs"].get(pack, {}).get("title", pack))
    return CONCLUSIONS.in_(voice.language).format(pack=named)


def _opening(voice: Voice, title: str, intro: str) -> Iterator[str]:
    yield GENERATED.in_(voice.language).format(source=_SOURCE)
    yield ""
    yield f"# {escape(title)}"
    yield ""
    yield prose(intro)


def _page(
    voice: Voice,
    title: str,
    intro: str,
    names: Iterable[str],
    known: Readers,
    link: Callable[[str], str],
    *,
    choices: bool = True,
) -> str:
    out = list(_opening(voice, title, intro))
    for name in names:
        page = fact_page(voice, name, known)
        if page is not None:
            out += ["", *_entry(voice, page, link, choices=choices)]
    return finished(out, voice.language)


def _entry(
    voice: Voice, page: FactPage, link: Callable[[str], str], *, choices: bool, level: int = 2
) -> Iterator[str]:
    language = voice.language
    colon = " :" if language == "fr" else ":"
    yield f"{'#' * level} {escape(page.title)}"
    yield ""
    yield f"{code(page.id)} · {escape(page.type)}"
    for text in (page.question if page.question != page.title else "", page.help):
        if text:
            yield ""
            yield prose(text)
    if choices and page.choices:
        yield ""
        yield f"| {_CHOICE.in_(language)} | {_MEANING.in_(language)} |"
        yield "| --- | --- |"
        yield from (f"| {code(choice)} | {escape(label)} |" for choice, label in page.choices)
    if page.remarks:
        yield ""
        yield " ".join(prose(remark) for remark in page.remarks)
    if page.asked_when:
        yield ""
        yield f"{LABELS['asked_when'].in_(language)}{colon}"
        yield ""
        yield from bullets(page.asked_when)
    for key, value in (
        ("why", escape(page.why)),
        ("set_by", ", ".join(link(rule) for rule in page.set_by)),
        ("read_by", ", ".join(link(rule) for rule in page.read_by)),
    ):
        if value:
            yield ""
            yield f"{LABELS[key].in_(language)}{colon} {value}"


def linked(pages: dict[str, str], prefix: str) -> Callable[[str], str]:
    """Return how a rule is written: its id, linked to its page when there is one."""

    def link(rule: str) -> str:
        page = pages.get(rule)
        return code(rule) if page is None else f"[{rule}]({prefix}{page}#{anchor(rule)})"

    return link
