"""Which provisions of the texts a rule covers, which are left out and why, which remain.

A provision is covered when a rule in force lists it under ``covers``: no draft, no retired
rule, no wording of another day. What nobody has dealt with is counted, not hidden.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from governance.engine.derive import in_force
from governance.model.citations import cite
from governance.records import NamedTuple
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.loading.pack_files import NormEntry
    from governance.loading.packs import PackSource
    from governance.model.texts import Texts

COVERED: Final = "covered"
LEFT_OUT: Final = "left_out"
REMAINING: Final = "remaining"
STATES: Final = (COVERED, LEFT_OUT, REMAINING)


class Standing(NamedTuple):
    """A provision and what has been done about it."""

    id: str
    norm: NormEntry
    rules: tuple[str, ...]

    @property
    def state(self) -> str:
        """Return covered, left_out or remaining; a rule counts before a reason."""
        if self.rules:
            return COVERED
        return LEFT_OUT if self.norm.left_out is not None else REMAINING


class Article(NamedTuple):
    """The provisions of one article, annex or sheet."""

    name: str
    standings: tuple[Standing, ...]


class Coverage(NamedTuple):
    """The provisions of one text, article by article."""

    instrument: str
    binding: bool
    articles: tuple[Article, ...]

    def count(self, state: str) -> int:
        """Return how many provisions stand so."""
        return sum(one.state == state for article in self.articles for one in article.standings)


def coverage(source: PackSource, as_of: str) -> list[Coverage]:
    """Return the coverage of each text, law first, on the law of the day."""
    covering: dict[str, list[str]] = {}
    for _, _, file in source.rules:
        for entry in file.rules:
            if entry.status == "stable" and in_force(entry.text_from, entry.text_until, as_of):
                for covered in entry.covers:
                    covering.setdefault(covered, []).append(entry.id)
    grouped: dict[tuple[bool, str], dict[str, list[Standing]]] = {}
    for name, norm in source.norms.items():
        instrument, _, locator = norm.cite.partition(":")
        standing = Standing(name, norm, tuple(covering.get(name, ())))
        articles = grouped.setdefault((not norm.binding, instrument), {})
        articles.setdefault(_head(locator), []).append(standing)
    return [
        Coverage(instrument, not guidance, tuple(_articles(articles)))
        for (guidance, instrument), articles in sorted(grouped.items(), key=_law_first(source))
    ]


def _law_first(source: PackSource) -> Any:
    order = {name: rank for rank, name in enumerate(source.instruments)}
    return lambda one: (one[0][0], order.get(one[0][1], len(order)))


def _head(locator: str) -> str:
    return locator.partition(".")[0]


def _articles(found: dict[str, list[Standing]]) -> Iterator[Article]:
    for name in sorted(found, key=article_rank):
        yield Article(name, tuple(found[name]))


_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}


def article_rank(article: str) -> tuple[int, int, str]:
    """Put articles first by number, then annexes, then recitals, then the rest."""
    number = re.match(r"\d+", article)
    if number is not None:
        return 0, int(number[0]), article
    if article.startswith("annex-"):
        values = [_ROMAN.get(letter, 0) for letter in article.removeprefix("annex-")]
        following = [*values[1:], 0]
        pairs = zip(values, following, strict=True)
        return 1, sum(-one if one < after else one for one, after in pairs), article
    if article.startswith("recital-"):
        return 2, int(article.removeprefix("recital-")), article
    return 3, 0, article


def totals(found: Iterable[Coverage]) -> dict[str, int]:
    """Return how many provisions there are in all, and in each state."""
    several = list(found)
    by_state = {state: sum(one.count(state) for one in several) for state in STATES}
    return {"provisions": sum(by_state.values()), **by_state}


def record(found: list[Coverage], as_of: str) -> dict[str, Any]:
    """Return the coverage as data, for other tools."""
    return {
        "format": "gardefou/coverage/v1",
        "as_of": as_of,
        "law": totals(one for one in found if one.binding),
        "guidance": totals(one for one in found if not one.binding),
        "instruments": [
            {
                "id": one.instrument,
                "binding": one.binding,
                "totals": totals([one]),
                "articles": [
                    {"article": article.name, "provisions": [_row(s) for s in article.standings]}
                    for article in one.articles
                ],
            }
            for one in found
        ],
    }


def _row(standing: Standing) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": standing.id,
        "cite": standing.norm.cite,
        "to": standing.norm.to,
        "state": standing.state,
        "rules": list(standing.rules),
    }
    reason = standing.norm.left_out
    if reason is not None:
        row["reason"] = {"fr": reason.fr, "en": reason.en}
    return row


_HEADS: Final = (
    LocalText("Article", "Article"),
    LocalText("Dispositions", "Provisions"),
    LocalText("Couvertes", "Covered"),
    LocalText("Écartées", "Left out"),
    LocalText("À faire", "Remaining"),
    LocalText("Règles", "Rules"),
)


def article_name(instrument: str, article: str, texts: Texts) -> str:
    """Return art. 26, annexe III, or the name of the whole text."""
    if not article:
        return LocalText("texte entier", "whole text").in_(texts.language)
    known = texts.data["instruments"]
    words = cite(f"{instrument}:{article}", texts.language, known)
    short = str(texts.instrument(instrument).get("short", instrument))
    return words.removesuffix(short).removeprefix(short).strip(" ,\u00a0") or words


def row(instrument: str, article: Article, texts: Texts) -> tuple[str, ...]:
    """Return one line of the table: name, counts, rules."""
    counts = [sum(one.state == state for one in article.standings) for state in STATES]
    rules = dict.fromkeys(rule for one in article.standings for rule in one.rules)
    name = article_name(instrument, article.name, texts)
    return (name, str(len(article.standings)), *map(str, counts), ", ".join(rules))


def heads(language: str) -> tuple[str, ...]:
    """Return the titles of the columns."""
    return tuple(one.in_(language) for one in _HEADS)


def sentence(counts: dict[str, int], language: str, *, binding: bool) -> str:
    """Return the totals in one sentence, what remains included."""
    whole, covered = counts["provisions"], counts[COVERED]
    out, left = counts[LEFT_OUT], counts[REMAINING]
    kind = ("de droit", "of law") if binding else ("de recommandation", "of guidance")
    return LocalText(
        f"{whole} dispositions {kind[0]} : {covered} couvertes par une règle, "
        f"{out} écartées avec une raison, {left} à faire.",
        f"{whole} provisions {kind[1]}: {covered} covered by a rule, "
        f"{out} left out with a reason, {left} remaining.",
    ).in_(language)
