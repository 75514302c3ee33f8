"""Citations in the words of the official texts: ``ai_act:14.4.d`` is art. 14, § 4, point d)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from governance.records import NamedTuple

Instruments = Mapping[str, Mapping[str, Any]]
"""Instrument id to its texts in one language: title, short, kind, eli, url."""

_NBSP: Final = "\u00a0"
_POINTS_FIRST: Final = {("ai_act", "3"), ("ai_act", "108"), ("gdpr", "4")}
"""Articles made of numbered points without paragraphs."""
_REPEATED: Final = ("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies")
_ORDINALS: Final = {
    "fr": ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième"),
    "en": ("first", "second", "third", "fourth", "fifth", "sixth"),
}
_FULL: Final = {
    "ai_act": ("du règlement (UE) 2024/1689", "of Regulation (EU) 2024/1689"),
    "gdpr": ("du règlement (UE) 2016/679", "of Regulation (EU) 2016/679"),
    "omnibus_2026_1744": ("du règlement (UE) 2026/1744", "of Regulation (EU) 2026/1744"),
    "lil": ("de la loi n° 78-17 du 6 janvier 1978", "of French Law No 78-17 of 6 January 1978"),
    "ct": ("du code du travail", "of the French Labour Code"),
    "cp": ("du code pénal", "of the French Criminal Code"),
    "csp": ("du code de la santé publique", "of the French Public Health Code"),
    "crpa": (
        "du code des relations entre le public et l’administration",
        "of the French Code of relations between the public and the administration",
    ),
}
_CODES: Final = {
    "ct": "du code du travail",
    "cp": "du code pénal",
    "csp": "du code de la santé publique",
    "crpa": "du CRPA",
}
"""How a French code is named after its articles, in short."""


class _Place(NamedTuple):
    """A citation taken apart: its text, the unit (article, annex…) and what lies below."""

    instrument: str
    unit: str
    paragraph: str
    point: str


def cite(citation: str, language: str, instruments: Instruments, *, full: bool = False) -> str:
    """Return one citation in words; ``full`` names the text as the Official Journal does."""
    return cite_all((citation,), language, instruments, full=full)


def cite_all(
    citations: Iterable[str], language: str, instruments: Instruments, *, full: bool = False
) -> str:
    """Return several citations in words, those of one article and of one text together."""
    texts: dict[str, dict[str, list[_Place]]] = {}
    for citation in dict.fromkeys(citations):
        place = _place(citation, language, instruments, full=full)
        texts.setdefault(place.instrument, {}).setdefault(place.unit, []).append(place)
    return "; ".join(
        _text(name, units, language, instruments, full=full) for name, units in texts.items()
    ).replace("; ", f"{_NBSP}; " if language == "fr" else "; ")


def link(citation: str, instruments: Instruments) -> str | None:
    """Return where the cited text can be read (ELI where there is one), if known."""
    name, _, locator = citation.partition(":")
    entry = instruments.get(name, {})
    address = entry.get("eli") or entry.get("url")
    if not address:
        return None
    article = locator.split(".")[0]
    anchored = "eli" in entry and article[:1].isdigit() and article.isdigit()
    return f"{address}#art_{article}" if anchored else str(address)


def _text(
    name: str,
    units: dict[str, list[_Place]],
    language: str,
    instruments: Instruments,
    *,
    full: bool,
) -> str:
    shown = [one for one in (_unit(*unit, language) for unit in units.items()) if one]
    article = _article("", language, full=full)
    if all(one.startswith(article) and not set(one) & set(",( ") for one in shown):
        shown[1:] = [one.removeprefix(article) for one in shown[1:]]
    comma = language == "fr" and any("," in one for one in shown)
    joined = _joined(shown, language, comma=comma)
    return _with_text(name, joined, language, instruments, full=full)


def _with_text(
    name: str, joined: str, language: str, instruments: Instruments, *, full: bool
) -> str:
    """Add the name of the text to its articles, on the side where the language puts it."""
    entry = instruments.get(name, {})
    fr = language == "fr"
    short = str(entry.get("short") or name)
    title = str(entry.get("title") or short) if full else short
    if not joined:
        return _FULL[name][0 if fr else 1].split(" ", 1)[1] if full and name in _FULL else title
    if name in _FULL and (full or (fr and name in _CODES)):
        words = _FULL[name][0 if fr else 1] if full else _CODES.get(name, "")
        return f"{joined}{',' if fr and ',' in joined else ''} {words}"
    if name in _FULL or entry.get("kind") in {"regulation", "statute"}:
        comma = fr or re.search(rf"points?{_NBSP}|subparagraph", joined)
        return f"{joined}{',' if comma else ''} {title}"
    return f"{title}, {joined}" if name else joined


def _unit(unit: str, places: list[_Place], language: str) -> str:
    """Return one article with its paragraphs and points grouped, in the order of the text."""
    by_paragraph: dict[str, list[str]] = {}
    for one in sorted(places, key=lambda place: (_rank(place.paragraph), _rank(place.point))):
        by_paragraph.setdefault(one.paragraph, []).append(one.point)
    if language == "en":
        return _english(unit, by_paragraph)
    if len(by_paragraph) > 1 and all(points == [""] for points in by_paragraph.values()):
        numbers = [name.removeprefix(f", §{_NBSP}") for name in by_paragraph if name]
        if len(numbers) == len(by_paragraph) and not any("," in one for one in numbers):
            return f"{unit}, §{_NBSP}{_joined(numbers, 'fr')}"
    tails = [
        (paragraph + _points([point for point in points if point])).removeprefix(", ")
        for paragraph, points in by_paragraph.items()
    ]
    tail = _joined([one for one in tails if one], "fr", comma=any("," in one for one in tails))
    return f"{unit}, {tail}" if tail else unit


def _rank(words: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts 9) before 11), and the whole before its parts."""
    found = re.findall(r"\d+|[^\W\d]+", words)
    return tuple((int(one), "") if one.isdecimal() else (0, one) for one in found)


def _english(unit: str, by_paragraph: dict[str, list[str]]) -> str:
    """Return Art. 14(1) and 14(4)(a) and (b), or Annex III, points 4(a) and 4(b)."""
    number = unit.partition(_NBSP)[2]
    parts: list[str] = []
    for paragraph, points in by_paragraph.items():
        kept = [point for point in points if point]
        head = unit if not parts else number
        if unit.startswith("Annex") and kept:
            several = "s" if len(kept) > 1 else ""
            parts.append(
                f"{unit if not parts else ''}, point{several}{_NBSP}{_joined(kept, 'en')}"
            )
        else:
            parts.append(head + paragraph + _joined(kept, "en"))
    return _joined(parts, "en")


def _points(points: list[str]) -> str:
    if not points:
        return ""
    if len(points) == 1:
        return f", point{_NBSP}{points[0]}"
    return f", points{_NBSP}{_joined(points, 'fr')}"


def _joined(parts: list[str], language: str, *, comma: bool = False) -> str:
    if len(parts) < 2:
        return "".join(parts)
    word = "et" if language == "fr" else "and"
    before = "," if comma else ""
    return f"{', '.join(parts[:-1])}{before} {word} {parts[-1]}"


def _place(citation: str, language: str, instruments: Instruments, *, full: bool) -> _Place:
    name, colon, locator = citation.partition(":")
    known = name in instruments or name in _FULL
    if not known or (colon and not locator):
        return _Place("", citation, "", "")
    if not colon:
        return _Place(name, "", "", "")
    kind = str(instruments.get(name, {}).get("kind") or "regulation")
    if kind == "case":
        return _Place(name, _case(locator), "", "")
    if kind == "regulation" and name in _FULL:
        return _regulation(name, locator, language, full=full)
    if kind == "practice":
        return _Place(name, "", "", "")
    if name in _FULL or kind == "statute":
        return _Place(name, _article(_statute(locator), language, full=full), "", "")
    return _Place(name, _guidance(name, locator, language), "", "")


def _regulation(name: str, locator: str, language: str, *, full: bool) -> _Place:
    fr = language == "fr"
    if locator.startswith("recital-"):
        number = locator.removeprefix("recital-")
        word = "considérant" if fr else "Recital" if full else "recital"
        return _Place(name, f"{word}{_NBSP}{number}", "", "")
    if locator.startswith("annex-"):
        return _annex(name, locator.removeprefix("annex-"), language)
    article, *rest = locator.split(".")
    unit = _article(_numbered(article) if fr else article, language, full=full)
    paragraph = ""
    if rest and rest[0][:1].isdigit() and (name, article) not in _POINTS_FIRST:
        number = rest.pop(0)
        paragraph = f", §{_NBSP}{_numbered(number)}" if fr else f"({number})"
    if rest and rest[0].startswith("sub"):
        paragraph += f", {_subparagraph(rest.pop(0), language)}"
        if not fr and rest:
            return _Place(name, unit, paragraph, f", point{_NBSP}" + _brackets(rest))
    if not fr:
        return _Place(name, unit, paragraph, _brackets(rest))
    return _Place(name, unit, paragraph, " ".join(f"{_lettered(part)})" for part in rest))


def _brackets(parts: list[str]) -> str:
    return "".join(f"({part})" for part in parts)


def _article(number: str, language: str, *, full: bool) -> str:
    if language == "fr":
        return f"art.{_NBSP}{number}"
    return f"{'Article' if full else 'Art.'}{_NBSP}{number}"


def _subparagraph(part: str, language: str) -> str:
    rank = int(part.removeprefix("sub") or 1) - 1
    ordinal = (
        _ORDINALS[language][rank] if rank < 6 else f"{rank + 1}{'e' if language == 'fr' else 'th'}"
    )
    return f"{ordinal} {'alinéa' if language == 'fr' else 'subparagraph'}"


def _annex(name: str, locator: str, language: str) -> _Place:
    number, *parts = locator.split(".")
    fr = language == "fr"
    unit = f"{'annexe' if fr else 'Annex'}{_NBSP}{number}"
    if parts and parts[0] == "":
        parts = parts[1:]
        section: str | None = parts.pop(0) if parts else None
    else:
        section = parts.pop(0) if parts and parts[0].isupper() and parts[0].isalpha() else None
    if section:
        unit += f", {'section' if fr else 'Section'}{_NBSP}{section}"
    digits = [part for part in parts if part.isdigit()]
    letters = [part for part in parts if not part.isdigit()]
    head = ".".join(digits)
    if fr:
        tail = " ".join(f"{_lettered(part)})" for part in letters)
        point = f"{head}{_NBSP if head and tail else ''}{tail}"
        return _Place(name, unit, "", point)
    return _Place(name, unit, "", head + _brackets(letters))


def _numbered(number: str) -> str:
    """Return a number as the French text writes it: 4a is 4 bis, 5b is 5 ter."""
    found = re.fullmatch(r"(\d+)([a-z])", number)
    if found is None:
        return number
    rank = ord(found[2]) - ord("a") + 1
    return f"{found[1]}{_NBSP}{_REPEATED[rank]}" if rank < len(_REPEATED) else number


def _lettered(point: str) -> str:
    """Return a point as the French text writes it: ba is b bis, bb is b ter, 14a is 14 bis."""
    if point[:1].isdigit():
        return _numbered(point)
    found = re.fullmatch(r"([a-z])([a-h])", point)
    if found is None or set(point) <= set("ivx"):
        return point
    rank = ord(found[2]) - ord("a") + 1
    return f"{found[1]}{_NBSP}{_REPEATED[rank]}" if rank < len(_REPEATED) else point


def _statute(locator: str) -> str:
    """Return an article of a statute: L2312-38 is L. 2312-38."""
    head, *rest = locator.split(".")
    number = re.sub(r"^([LRD])(?=\d)", rf"\1.{_NBSP}", head)
    return ", ".join([number, *rest])


def _case(locator: str) -> str:
    """Return a case number: C-634-21 is C-634/21."""
    return re.sub(r"^([CT]-\d+)-(\d+)(?:-([A-Z]+))?$", _slashed, locator)


def _slashed(found: re.Match[str]) -> str:
    return f"{found[1]}/{found[2]}" + (f"{_NBSP}{found[3]}" if found[3] else "")


def _guidance(name: str, locator: str, language: str) -> str:
    fr = language == "fr"
    if name.startswith("cnil"):
        return f"{'fiche' if fr else 'sheet'}{_NBSP}{locator.replace('-', _NBSP)}"
    if re.fullmatch(r"\d+(-\d+)?", locator):
        return f"§{_NBSP}{locator}" if fr else f"para.{_NBSP}{locator}"
    if re.fullmatch(r"[\d.]+", locator):
        return f"section{_NBSP}{locator}"
    return f"{'«' + _NBSP if fr else '“'}{locator.replace('-', ' ')}{_NBSP + '»' if fr else '”'}"
