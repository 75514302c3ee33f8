"""The coverage of the texts as a page: for the terminal, or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.coverage import (
    LEFT_OUT,
    REMAINING,
    Coverage,
    Standing,
    article_name,
    heads,
    row,
    sentence,
    totals,
)
from governance.text import LocalText, day_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.model.texts import Texts

_TITLE: Final = LocalText("Couverture des textes", "Coverage of the texts")
_DAY: Final = LocalText("Droit lu au {day}.", "Law read as of {day}.")
_WARNING: Final = LocalText(
    "Couverte veut dire qu’une règle en vigueur porte sur la disposition ; "
    "ses points ouverts restent à apprécier.",
    "Covered means that a rule in force is about the provision; "
    "its open points remain to be judged.",
)
_REMAINING: Final = LocalText("À faire", "Remaining")
_LEFT_OUT: Final = LocalText("Écartées", "Left out")
_GUIDANCE: Final = LocalText("Recommandations", "Guidance")
_LAW: Final = LocalText("Droit", "Law")


def _split(found: list[Coverage]) -> Iterator[tuple[LocalText, bool, list[Coverage]]]:
    """Yield law and guidance apart: a recommendation left aside is no gap in the law."""
    for title, binding in ((_LAW, True), (_GUIDANCE, False)):
        chosen = [one for one in found if one.binding == binding]
        if chosen:
            yield title, binding, chosen


def text(found: list[Coverage], texts: Texts, as_of: str, *, remaining: bool = False) -> str:
    """Return the coverage for the terminal, the texts one after the other."""
    language = texts.language
    out = [_DAY.in_(language).format(day=day_in(as_of, language))]
    for title, binding, chosen in _split(found):
        out += ["", title.in_(language).upper()]
        for one in chosen:
            out += ["", str(texts.instrument(one.instrument)["short"])]
            out += _table(
                [heads(language), *(row(one.instrument, a, texts) for a in one.articles)]
            )
            if remaining:
                out += [f"  - {line}" for line in _lines(one, REMAINING, texts)]
        out += ["", sentence(totals(chosen), language, binding=binding)]
    out += ["", _WARNING.in_(language)]
    return "\n".join(out) + "\n"


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(line[column]) for line in rows) for column in range(5)]
    for name, *counts, listed in rows:
        rules = _few(listed)
        numbers = "  ".join(
            count.rjust(width) for count, width in zip(counts, widths[1:], strict=True)
        )
        yield f"  {name.ljust(widths[0])}  {numbers}  {rules}".rstrip()


def _few(listed: str) -> str:
    """Return the first rules and how many there are, so that a line stays a line."""
    rules = listed.split(", ")
    return listed if len(rules) <= 4 else f"{', '.join(rules[:3])}… ({len(rules)})"


def markdown(found: list[Coverage], texts: Texts, as_of: str) -> str:
    """Return the coverage as Markdown, with what is left out, why, and what remains."""
    from governance.reporting.markdown import escape, prose

    language = texts.language
    out = [f"# {_TITLE.in_(language)}", ""]
    out += [_DAY.in_(language).format(day=day_in(as_of, language)), "", _WARNING.in_(language)]
    for title, binding, chosen in _split(found):
        out += ["", f"## {title.in_(language)}", ""]
        out += [sentence(totals(chosen), language, binding=binding)]
        for one in chosen:
            out += ["", f"### {escape(texts.instrument(one.instrument)['short'])}", ""]
            out += [
                f"| {' | '.join(heads(language))} |",
                "| --- | ---: | ---: | ---: | ---: | --- |",
            ]
            out += [
                f"| {' | '.join(escape(cell) for cell in row(one.instrument, article, texts))} |"
                for article in one.articles
            ]
            for heading, state in ((_LEFT_OUT, LEFT_OUT), (_REMAINING, REMAINING)):
                listed = [f"- {prose(line)}" for line in _lines(one, state, texts)]
                if listed:
                    out += ["", f"**{heading.in_(language)}**", "", *listed]
    return "\n".join(out) + "\n"


def _lines(one: Coverage, state: str, texts: Texts) -> Iterator[str]:
    """Yield the provisions in a state; those left out for one reason stand together."""
    reasons: dict[str, list[Standing]] = {}
    for article in one.articles:
        for standing in article.standings:
            if standing.state != state:
                continue
            reason = standing.norm.left_out
            if reason is None:
                title = getattr(standing.norm.title, texts.language)
                yield f"`{standing.id}` {title}"
            else:
                reasons.setdefault(getattr(reason, texts.language), []).append(standing)
    for words, standings in reasons.items():
        yield f"{words} {_places(one.instrument, standings, texts)}"


def _places(instrument: str, standings: Iterable[Standing], texts: Texts) -> str:
    by_article: dict[str, list[str]] = {}
    for standing in standings:
        locator = standing.norm.cite.partition(":")[2]
        by_article.setdefault(locator.partition(".")[0], []).append(standing.id)
    return "; ".join(
        f"{article_name(instrument, article, texts)} (`{'`, `'.join(ids)}`)"
        for article, ids in by_article.items()
    )
