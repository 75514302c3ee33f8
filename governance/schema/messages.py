"""Faults of shape in plain French and English: what is wrong, what would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.days import valid
from governance.schema import problems as p
from governance.schema.leaves import shown as short
from governance.text import LocalText, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.schema.problems import Problem

_KINDS: Final[dict[str, tuple[str, str]]] = {
    "boolean": ("oui ou non (`true` ou `false`)", "yes or no (`true` or `false`)"),
    "choice": ("un des choix", "one of the choices"),
    "set": ("une liste de choix, par exemple `[a, b]`", "a list of choices, such as `[a, b]`"),
    "text": ("un texte (entre guillemets au besoin)", "a text (in quotes if needed)"),
    "integer": ("un nombre entier, positif ou nul", "a whole number, zero or more"),
    "number": ("un nombre, positif ou nul", "a number, zero or more"),
    "duration": (
        "un nombre de mois, ou une durée comme « 2 ans »",
        "a number of months, or a duration such as “2 years”",
    ),
    "date": ("une date du calendrier écrite 2026-11-24", "a calendar date written 2026-11-24"),
    "datetime": (
        "une date, avec l’heure au besoin : 2026-11-24T14:30",
        "a date, with the time if needed: 2026-11-24T14:30",
    ),
    "country": ("un code de pays en deux majuscules, FR", "a country code in two capitals, FR"),
    "list": ("une liste d’éléments, un par ligne avec `- id: …`", "a list of items, `- id: …`"),
    "item": ("un élément avec un `id` et ses champs", "an item with an `id` and its fields"),
    "section": ("une rubrique : des lignes `nom: valeur`", "a section: lines `name: value`"),
    "mapping": ("des lignes `nom: valeur`", "lines `name: value`"),
    "ids": ("une liste d’identifiants", "a list of ids"),
    "path": ("le chemin d’un fichier", "the path of a file"),
    "declaration": ("une déclaration (des lignes `nom: valeur`)", "a declaration (`name: value`)"),
    "status": ("absent, planned, partial ou in_place", "absent, planned, partial or in_place"),
    "id": ("un identifiant court", "a short id"),
    "conclusion": ("met ou not_met", "met or not_met"),
}


def form(expected: str) -> LocalText:
    """Return the words for an expected type or form; its name where there are none."""
    return LocalText(*_KINDS.get(expected, (expected, expected)))


_FIXED: Final[dict[str, tuple[LocalText, LocalText]]] = {
    p.NO_ID: (
        LocalText("Cet élément n’a pas d’identifiant.", "This item has no id."),
        LocalText("Ajoutez `id: nom-court`.", "Add `id: short-name`."),
    ),
    p.SAME_PERSON: (
        LocalText(
            "La personne qui accepte le risque est celle qui le demande.",
            "The person who accepts the risk is the one who asks for it.",
        ),
        LocalText("Faites approuver par une autre personne.", "Have another person approve."),
    ),
    p.TOO_LONG: (
        LocalText(
            "Un risque est accepté pour un an au plus.", "A risk is accepted for a year at most."
        ),
        LocalText("Rapprochez la date `until`.", "Bring the `until` date closer."),
    ),
}
"""Faults whose words do not depend on what was found."""


def message(problem: Problem) -> tuple[LocalText, LocalText | None]:
    """Return what is wrong and, where it helps, what to do."""
    found, kind = problem.found, form(problem.expected)
    if problem.code in _FIXED:
        return _FIXED[problem.code]
    match problem.code:
        case p.UNKNOWN_KEY:
            return _unknown_key(problem)
        case p.NO_CHOICE:
            return (
                LocalText(
                    f"« {found} » n’est pas un choix de {_of(problem.fact)}.",
                    f"“{found}” is not a choice of {_of(problem.fact)}.",
                ),
                _choices(found, problem.choices),
            )
        case p.SAME_ID:
            return (
                LocalText(
                    f"L’identifiant « {found} » sert deux fois dans la même liste.",
                    f"The id “{found}” is used twice in the same list.",
                ),
                LocalText("Donnez un nom différent à chacun.", "Give each its own name."),
            )
        case p.BAD_FORMAT:
            return _bad_format(problem)
        case p.MISSING_KEY:
            return (
                LocalText(f"Il manque `{found}`.", f"`{found}` is missing."),
                LocalText(f"Ajoutez `{found}` : {kind.fr}.", f"Add `{found}`: {kind.en}."),
            )
        case p.NO_REFERENCE:
            return _no_reference(problem)
        case _:
            return _does_not_fit(found, kind)


def _does_not_fit(found: str, kind: LocalText) -> tuple[LocalText, LocalText]:
    hint = LocalText(
        "Si vous ne savez pas, écrivez `unknown`.", "If you do not know, write `unknown`."
    )
    day = _day(found) if kind in {form("date"), form("datetime")} else None
    if day is not None:
        hint = LocalText(f"Écrivez `{day}`.", f"Write `{day}`.")
    return (
        LocalText(
            f"« {found} » ne convient pas : il faut {kind.fr}.",
            f"“{found}” does not fit: this takes {kind.en}.",
        ),
        hint,
    )


def _day(found: str) -> str | None:
    """Return the day meant by 24/11/2026 or 24.11.2026, day first."""
    number, month, year = (*found.replace(".", "/").split("/"), "", "")[:3]
    day = f"{year}-{month.zfill(2)}-{number.zfill(2)}"
    return day if valid(day) else None


def _of(fact: str) -> str:
    return f"`{fact}`" if fact else "cette rubrique"


def _unknown_key(problem: Problem) -> tuple[LocalText, LocalText | None]:
    where = f" dans `{problem.fact}`" if problem.fact else ""
    inside = f" in `{problem.fact}`" if problem.fact else ""
    return (
        LocalText(
            f"« {problem.found} » est inconnu{where}.",
            f"“{problem.found}” is unknown{inside}.",
        ),
        _choices(problem.found, problem.choices),
    )


def _choices(found: str, choices: Sequence[str]) -> LocalText | None:
    near = nearest(found, choices)
    if near is not None:
        return LocalText(f"Vouliez-vous dire `{near}` ?", f"Did you mean `{near}`?")
    if not choices:
        return None
    shown = ", ".join(f"`{short(one)}`" for one in choices[:12])
    more = ", …" if len(choices) > 12 else ""
    return LocalText(f"Choix possibles : {shown}{more}.", f"Possible: {shown}{more}.")


def _bad_format(problem: Problem) -> tuple[LocalText, LocalText]:
    wanted = problem.choices[0]
    hint = LocalText(
        f"Commencez le fichier par `format: {wanted}`.", f"Start the file with `format: {wanted}`."
    )
    if not problem.found:
        return (
            LocalText("La ligne `format` manque.", "The `format` line is missing."),
            hint,
        )
    return (
        LocalText(
            f"« {problem.found} » n’est pas un format connu.",
            f"“{problem.found}” is not a known format.",
        ),
        hint,
    )


def _no_reference(problem: Problem) -> tuple[LocalText, LocalText | None]:
    kinds = {
        "evidence": ("Aucune preuve ne porte l’identifiant", "No evidence has the id"),
        "topic": ("Aucune appréciation ne s’appelle", "No appreciation is called"),
        "judged_rule": (
            "Aucune appréciation n’est attendue pour la règle",
            "No appreciation is expected for the rule",
        ),
    }
    fr, en = kinds.get(problem.expected, ("Rien ne s’appelle", "Nothing is called"))
    return (
        LocalText(f"{fr} « {problem.found} ».", f"{en} “{problem.found}”."),
        _choices(problem.found, problem.choices),
    )
