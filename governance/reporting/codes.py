"""Every code that a finding can carry, with what it means: one table for people and for tests."""

from __future__ import annotations

from typing import Final

from governance.source.diagnostics import CODES as READING
from governance.text import LocalText

MEANINGS: Final[dict[str, LocalText]] = READING | {
    "GF101": LocalText("nom de ligne inconnu", "unknown name of a line"),
    "GF102": LocalText("valeur d’un autre type", "value of another type"),
    "GF103": LocalText("choix qui n’existe pas", "choice that does not exist"),
    "GF104": LocalText("élément de liste sans identifiant", "list item without an id"),
    "GF105": LocalText("identifiant donné deux fois", "id given twice"),
    "GF106": LocalText("date impossible ou mal écrite", "impossible or badly written date"),
    "GF107": LocalText("code de pays mal écrit", "badly written country code"),
    "GF108": LocalText("ligne `format` absente ou inconnue", "missing or unknown `format` line"),
    "GF109": LocalText("nombre impossible", "impossible number"),
    "GF110": LocalText("ligne manquante", "missing line"),
    "GF111": LocalText("renvoi à rien de connu", "reference to nothing known"),
    "GF112": LocalText(
        "risque demandé et accepté par la même personne",
        "risk requested and accepted by the same person",
    ),
    "GF113": LocalText("risque accepté pour plus d’un an", "risk accepted for more than a year"),
    "GF121": LocalText(
        "fichier de `extends` absent, illisible, circulaire ou hors du projet",
        "file of `extends` missing, unreadable, circular or outside the project",
    ),
    "GF122": LocalText(
        "deux fichiers se contredisent : le fait reste inconnu",
        "two files contradict each other: the fact stays unknown",
    ),
    "GF123": LocalText(
        "preuve absente, vide, hors du dossier, ou d’une autre empreinte",
        "evidence missing, empty, outside the folder, or with another digest",
    ),
    "GF201": LocalText(
        "affirmation que les faits contredisent", "claim that the facts contradict"
    ),
    "GF202": LocalText(
        "affirmation que les faits ne permettent pas encore",
        "claim that the facts do not settle yet",
    ),
    "GF203": LocalText(
        "réponse à une question que d’autres réponses excluent",
        "answer to a question that other answers rule out",
    ),
    "GF204": LocalText("acceptation de risque expirée", "expired acceptance of a risk"),
    "GF205": LocalText(
        "acceptation de risque qui ne couvre aucun écart",
        "acceptance of a risk that covers no gap",
    ),
    "GF206": LocalText(
        "acceptation de risque sur une interdiction", "acceptance of a risk on a prohibition"
    ),
    "GF207": LocalText(
        "règle changée depuis l’acceptation du risque",
        "rule changed since the risk was accepted",
    ),
    "GF208": LocalText("appréciation à revoir", "appreciation to review"),
    "GF209": LocalText("preuve périmée", "evidence out of date"),
}
"""GF0: reading a file; GF1: its shape and sources; GF2: what does not hold together."""
