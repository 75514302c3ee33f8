"""Named checks of rule packs: what the reader of a file would mark in red, found by machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring import (
    checks_cases,
    checks_facts,
    checks_ids,
    checks_law,
    checks_loading,
    checks_texts,
)
from governance.authoring.packs_in_view import Found, Packs
from governance.authoring.selection import concerns
from governance.errors import RulePackError
from governance.loading.packs import PackSource, build, everywhere, read_packs
from governance.records import NamedTuple
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook


class Check(NamedTuple):
    """A named check: how grave what it finds is, and the function that finds."""

    severity: str
    title: LocalText
    find: Callable[[Packs], Iterator[Found]]


class Finding(NamedTuple):
    """Something to mend in a rule pack, with the name of the check that says so."""

    path: str
    line: int
    code: str
    severity: str
    message: LocalText


def _check(severity: str, fr: str, en: str, find: Callable[[Packs], Iterator[Found]]) -> Check:
    return Check(severity, LocalText(fr, en), find)


CHECKS: Final[dict[str, Check]] = {
    "RP000": _check(
        "error", "Fichier illisible ou mal formé", "Unreadable or malformed file",
        checks_loading.unusable,
    ),
    "RP001": _check(
        "error", "Identifiant ou nom en double", "Duplicate id or name", checks_ids.duplicates
    ),
    "RP002": _check(
        "error", "Identifiant étranger au texte ou à l’article",
        "Id does not match the text or the article", checks_ids.mismatched,
    ),
    "RP003": _check(
        "error", "Fait, choix, paramètre, liste ou appréciation inconnus",
        "Unknown fact, choice, parameter, list or judgement", checks_loading.unknown_names,
    ),
    "RP004": _check(
        "error", "Opérateur qui ne va pas au fait", "Operator that does not suit the fact",
        checks_loading.unsuited,
    ),
    "RP005": _check(
        "error", "Texte absent ou identique dans les deux langues",
        "Text missing or identical in both languages", checks_texts.one_language,
    ),
    "RP006": _check(
        "error", "Règlement ou loi cités en entier", "Whole regulation or statute cited",
        checks_law.whole_text,
    ),
    "RP007": _check(
        "error", "Issue jamais essayée par un cas", "Outcome that no case tries",
        checks_cases.untried,
    ),
    "RP009": _check(
        "error", "Gravité que la source ne permet pas", "Severity that the source does not allow",
        checks_loading.too_grave,
    ),
    "RP010": _check(
        "warning", "Relecture trop ancienne", "Review too old", checks_law.stale_review
    ),
    "RP011": _check("warning", "Ordre des clés", "Order of keys", checks_ids.key_order),
    "RP012": _check(
        "error", "Conclusion qu’aucune règle n’établit", "Derived fact that no rule sets",
        checks_facts.never_derived,
    ),
    "RP013": _check("error", "Définition circulaire", "Circular definition", checks_facts.cycles),
    "RP014": _check(
        "error", "Règle retirée sans remplaçante", "Retired rule without successor",
        checks_ids.without_successor,
    ),
    "RP015": _check(
        "error", "Titre avec un point final ou qui répète l’identifiant",
        "Title with a full stop or repeating the id", checks_texts.titles,
    ),
    "RP016": _check(
        "error", "Citation inconnue ou mal écrite", "Unknown or malformed citation",
        checks_law.citations,
    ),
    "RP017": _check(
        "error", "`covers` nomme une disposition inconnue", "`covers` names an unknown provision",
        checks_law.unknown_norms,
    ),
    "RP018": _check(
        "error", "Mesure qui répond à une disposition inconnue",
        "Measure answering an unknown provision", checks_law.unknown_answers,
    ),
    "RP019": _check(
        "warning", "Texte trop long ou mal terminé", "Text too long or badly ended",
        checks_texts.shape,
    ),
    "RP020": _check(
        "error", "Typographie française", "French typography", checks_texts.typography
    ),
    "RP021": _check(
        "error", "Mot qui promet la conformité", "Word that promises compliance",
        checks_texts.verdict_words,
    ),
    "RP022": _check(
        "note", "Fait, mesure, appréciation ou paramètre que rien ne lit",
        "Fact, measure, judgement or parameter that nothing reads", checks_facts.unread,
    ),
    "RP023": _check(
        "error", "Choix nommé oui, non, on ou off", "Choice named yes, no, on or off",
        checks_facts.yes_or_no,
    ),
    "RP024": _check(
        "note", "Question qui dépend d’une question posée après elle",
        "Question that depends on a later one", checks_facts.asked_too_early,
    ),
    "RP025": _check(
        "error", "Question sans objet sur le chemin d’une interdiction",
        "Question that may not arise on the way to a prohibition",
        checks_facts.silence_before_prohibition,
    ),
    "RP026": _check(
        "warning", "Nombre ou date écrits dans la règle", "Number or day written in the rule",
        checks_cases.numbers,
    ),
    "RP027": _check(
        "warning", "Règle sans thème ou sans destinataire", "Rule without theme or addressee",
        checks_ids.unsorted,
    ),
    "RP028": _check(
        "error", "Deux cas du même nom", "Two cases of the same name", checks_cases.same_name
    ),
}  # fmt: skip
"""RP008 is ``gardefou rules test --decisive``: it takes longer and says more."""


def lint(
    folders: Sequence[str], paths: Sequence[str] = (), as_of: str | None = None
) -> list[Finding]:
    """Return what is to mend in the packs, in the order of the files.

    ``as_of`` is the day on which reviews are judged old; without it, that of the newest text.
    """
    packs = view(folders, as_of)
    found: list[Finding] = []
    for code, check in CHECKS.items():
        for place, message in check.find(packs):
            if concerns(place.path, paths):
                found.append(Finding(*place, code, check.severity, message))
    return sorted(set(found))


def view(folders: Sequence[str], as_of: str | None = None) -> Packs:
    """Return packs as the checks look at them; what cannot be used is left out of the book."""
    source = read_packs(folders)
    book: RuleBook | None = None
    lowered: list[Lowered] = []
    problems: tuple[tuple[str, int, str], ...] = ()
    try:
        book, lowered = build(source, everywhere)
    except RulePackError as error:
        problems = error.problems
        try:
            book, lowered = build(source, lambda _: False)
        except RulePackError:
            book = None
    return Packs(tuple(folders), source, book, lowered, as_of or newest(source), problems)


def newest(source: PackSource) -> str:
    """Return the day of the newest text among those that can be cited."""
    days = [
        day
        for entry in source.instruments.values()
        for day in (entry.consolidated, entry.in_force_from)
        if day is not None
    ]
    return max(days, default="1970-01-01")
