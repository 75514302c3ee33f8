"""Checks of what people read: both languages, length, endings, typography, promises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from governance.authoring import checks_loading
from governance.authoring.packs_in_view import Found, Packs, Place
from governance.loading.pack_files import ContradictionEntry
from governance.records import NamedTuple
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.loading.pack_files import Text


class Said(NamedTuple):
    """A text, what it is, whose it is and where."""

    role: str
    owner: str
    text: Text
    place: Place

    def both(self) -> Iterator[tuple[str, str]]:
        """Yield language and words."""
        yield "fr", self.text.fr
        yield "en", self.text.en


LONGEST: Final = {
    "rule.title": 90,
    "rule.why": 450,
    "rule.remedy": 430,
    "rule.open_point": 380,
    "title": 45,
    "question": 190,
    "help": 240,
    "choice": 180,
    "norm": 460,
}
"""Characters that a table, a hover or a report can take without tiring the reader."""

_ENDS: Final = {
    "rule.why": (".", "…"),
    "rule.remedy": (".", "…", "?"),
    "rule.open_point": (".", "…"),
    "question": ("?", "."),
    "help": (".", "?", "…"),
}
_MAY_AGREE: Final = frozenset({"title", "choice", "norm"})
"""Short names that both languages may share: DPO, Description, Agents."""

_CODE: Final = re.compile(r"`[^`]*`")
_APOSTROPHE: Final = re.compile(r"\w'\w")
_QUOTES: Final = re.compile(r"[\"“”]")
_UNSPACED: Final = re.compile(r"«\S|\S»|\w[;!?](?=\s|$)|\w:(?=\s|$)")
_VERDICT: Final = {
    "fr": re.compile(
        r"\b(non[ -]?conformes?|(?:est|sont|sera|seront|soit|soient|être|reste|restent|rend|"
        r"déclarée?s?|jugée?s?)\s+conformes?)\b(?! (?:à|au|aux) )",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(non-?\s?compliant|compliant)\b(?! with )", re.IGNORECASE),
}


def said(packs: Packs) -> Iterator[Said]:
    """Yield every text of the packs that people read."""
    yield from _of_rules(packs)
    yield from _of_remarks(packs)
    source = packs.source
    for section in source.sections:
        for name, fact in section.facts.items():
            place = packs.where("facts", name)
            yield Said("title", name, fact.title, place)
            yield Said("question", name, fact.question, place)
            if fact.help is not None:
                yield Said("help", name, fact.help, place)
            for key, choice in fact.choices.items():
                yield Said("choice", f"{name} {key}", choice, place)
    for name, derived in source.derived.items():
        place = packs.where("derived", name)
        yield Said("title", name, derived.title, place)
        if derived.question is not None:
            yield Said("question", name, derived.question, place)
        for key, choice in derived.choices.items():
            yield Said("choice", f"{name} {key}", choice, place)
    for theme, group in source.measures.items():
        for name, measure in group.measures.items():
            full = f"measures.{theme}.{name}"
            place = packs.where("measures", full)
            yield Said("title", full, measure.title, place)
            yield Said("question", full, measure.question, place)
    for name, topic in source.topics.items():
        place = packs.where("topics", name)
        yield Said("title", name, topic.title, place)
        yield Said("question", name, topic.question, place)
    for name, norm in source.norms.items():
        yield Said("norm", name, norm.title, packs.where("norms", name))


def _of_rules(packs: Packs) -> Iterator[Said]:
    for one in packs.rules():
        entry = one.entry
        yield Said("rule.title", entry.id, entry.title, one.at("/title"))
        yield Said("rule.why", entry.id, entry.why, one.at("/why"))
        if entry.remedy is not None:
            yield Said("rule.remedy", entry.id, entry.remedy, one.at("/remedy"))
        for index, point in enumerate(entry.open_points):
            place = one.at(f"/open_points/{index}")
            yield Said("rule.open_point", entry.id, point.text, place)


def _of_remarks(packs: Packs) -> Iterator[Said]:
    for one in packs.remarks():
        entry = one.entry
        yield Said("rule.title", entry.id, entry.title, one.at("/title"))
        if isinstance(entry, ContradictionEntry):
            yield Said("rule.why", entry.id, entry.why, one.at("/why"))
            yield Said("rule.remedy", entry.id, entry.remedy, one.at("/remedy"))
        else:
            yield Said("rule.remedy", entry.id, entry.ask, one.at("/ask"))


def one_language(packs: Packs) -> Iterator[Found]:
    """Report texts missing in a language, or left in the other one."""
    yield from checks_loading.missing_texts(packs)
    for one in said(packs):
        if one.text.fr == one.text.en and (one.role not in _MAY_AGREE or len(one.text.fr) > 40):
            yield Found(
                one.place,
                LocalText(
                    f"{one.owner} : même texte en français et en anglais",
                    f"{one.owner}: same text in French and in English",
                ),
            )


def titles(packs: Packs) -> Iterator[Found]:
    """Report titles that end with a full stop or say the id again."""
    for one in said(packs):
        if not one.role.endswith("title"):
            continue
        for language, words in one.both():
            if words.endswith("."):
                yield Found(
                    one.place,
                    LocalText(
                        f"{one.owner} : le titre ({language}) finit par un point",
                        f"{one.owner}: the title ({language}) ends with a full stop",
                    ),
                )
            if one.owner in words and (one.role == "rule.title" or "." in one.owner):
                yield Found(
                    one.place,
                    LocalText(
                        f"{one.owner} : le titre ({language}) répète l’identifiant",
                        f"{one.owner}: the title ({language}) repeats the id",
                    ),
                )


def shape(packs: Packs) -> Iterator[Found]:
    """Report texts too long for where they are shown, and sentences without an end."""
    for one in said(packs):
        longest = LONGEST[one.role]
        ends = _ENDS.get(one.role)
        for language, words in one.both():
            if len(words) > longest:
                yield Found(
                    one.place,
                    LocalText(
                        f"{one.owner} : {_ROLES[one.role][0]} ({language}) de {len(words)} "
                        f"caractères, {longest} au plus",
                        f"{one.owner}: {_ROLES[one.role][1]} ({language}) of {len(words)} "
                        f"characters, {longest} at most",
                    ),
                )
            if ends is not None and not words.rstrip("»” \u00a0\u202f)").endswith(ends):
                yield Found(
                    one.place,
                    LocalText(
                        f"{one.owner} : {_ROLES[one.role][0]} ({language}) sans point final",
                        f"{one.owner}: {_ROLES[one.role][1]} ({language}) without a final stop",
                    ),
                )


_ROLES: Final = {
    "rule.title": ("titre", "title"),
    "rule.why": ("explication", "explanation"),
    "rule.remedy": ("remède", "remedy"),
    "rule.open_point": ("point ouvert", "open point"),
    "title": ("titre", "title"),
    "question": ("question", "question"),
    "help": ("aide", "help"),
    "choice": ("choix", "choice"),
    "norm": ("disposition", "provision"),
}


def typography(packs: Packs) -> Iterator[Found]:
    """Report typewriter apostrophes and quotes in French; code between backticks is free."""
    for one in said(packs):
        words = _CODE.sub("", one.text.fr)
        for wrong, fr, en in (
            (_APOSTROPHE, "écrivez l’apostrophe ’ et non '", "write the apostrophe ’, not '"),
            (_QUOTES, "écrivez les guillemets « »", "write French quotes « »"),
            (
                _UNSPACED,
                "il manque une espace près de « » : ; ! ?",
                "space missing at « » : ; ! ?",
            ),
        ):
            found = wrong.search(words)
            if found is not None:
                near = words[max(0, found.start() - 12) : found.end() + 12].strip()
                yield Found(
                    one.place,
                    LocalText(f"{one.owner} : {fr} (…{near}…)", f"{one.owner}: {en} (…{near}…)"),
                )


def verdict_words(packs: Packs) -> Iterator[Found]:
    """Report texts of ours that call something compliant: no check can promise that."""
    for one in said(packs):
        if one.role == "norm":
            continue
        for language, words in one.both():
            found = _VERDICT[language].search(words)
            if found is not None:
                yield Found(
                    one.place,
                    LocalText(
                        f"{one.owner} : « {found[0]} » promet ce qu’aucun contrôle ne garantit",
                        f"{one.owner}: “{found[0]}” promises what no check can warrant",
                    ),
                )
