"""What each key of a declaration outside its facts means: the hovers of an editor."""

from __future__ import annotations

from typing import Final

from governance.text import LocalText

WORDS: Final[dict[str, LocalText]] = {
    "": LocalText(
        "Déclaration d’un cas d’usage de l’IA. Une réponse que vous n’avez pas : laissez vide, ou "
        "écrivez `unknown`. Rien n’est supposé à votre place.",
        "Declaration of an AI use case. An answer you do not have: leave it empty, or write "
        "`unknown`. Nothing is assumed for you.",
    ),
    "format": LocalText(
        "Première ligne : `gardefou/declaration/v1` pour un cas d’usage, `gardefou/part/v1` pour "
        "un fichier que d’autres reprennent.",
        "First line: `gardefou/declaration/v1` for a use case, `gardefou/part/v1` for a file "
        "that others extend.",
    ),
    "id": LocalText("Identifiant court, stable.", "Short, stable id."),
    "title": LocalText("Titre du cas d’usage.", "Title of the use case."),
    "language": LocalText("Langue des rapports : fr ou en.", "Language of reports: fr or en."),
    "version": LocalText("Version de cette déclaration.", "Version of this declaration."),
    "extends": LocalText(
        "Fichiers repris : ce que l’organisation ou un fournisseur dit une fois.",
        "Files to extend: what the organisation or a supplier says once.",
    ),
    "$schema": LocalText("Schéma utilisé par l’éditeur.", "Schema used by the editor."),
    "measures": LocalText(
        "Ce qui a été fait pour répondre aux exigences, par thème.",
        "What has been done to meet requirements, by theme.",
    ),
    "measure.status": LocalText(
        "absent, planned (prévu), partial (en partie), in_place (en place).",
        "absent, planned, partial or in_place.",
    ),
    "measure.evidence": LocalText(
        "Identifiants des preuves, de la rubrique `evidence`.",
        "Ids of the evidence, from the `evidence` section.",
    ),
    "measure.owner": LocalText("Qui en répond.", "Who answers for it."),
    "measure.since": LocalText("En place depuis ce jour.", "In place since this day."),
    "measure.due": LocalText("Prévu pour ce jour.", "Due on this day."),
    "measure.review_by": LocalText("À revoir avant ce jour.", "To be reviewed by this day."),
    "measure.note": LocalText("Précision.", "Note."),
    "evidence": LocalText(
        "Les documents qui prouvent ce qui est dit.", "The documents that prove what is said."
    ),
    "evidence.id": LocalText("Identifiant court, cité ailleurs.", "Short id, named elsewhere."),
    "evidence.title": LocalText("Titre du document.", "Title of the document."),
    "evidence.file": LocalText(
        "Chemin du fichier, dans le dossier de la déclaration.",
        "Path of the file, inside the folder of the declaration.",
    ),
    "evidence.url": LocalText("Adresse du document.", "Address of the document."),
    "evidence.sha256": LocalText(
        "Empreinte SHA-256 du fichier : elle permet de vérifier qu’il n’a pas changé.",
        "SHA-256 digest of the file: it lets anyone check that it has not changed.",
    ),
    "evidence.owner": LocalText("Qui tient le document à jour.", "Who keeps it up to date."),
    "evidence.issued_on": LocalText("Date du document.", "Day of the document."),
    "evidence.valid_until": LocalText("Valable jusqu’à ce jour.", "Valid until this day."),
    "evidence.note": LocalText("Précision.", "Note."),
    "judgements": LocalText(
        "Ce que la loi laisse apprécier à une personne, avec sa conclusion et sa raison.",
        "What the law leaves to a person’s appreciation, with the conclusion and the reason.",
    ),
    "judgements.rule": LocalText("Règle qui l’attend, par exemple AIA-26-2.", "Rule it is for."),
    "judgements.about": LocalText("Sujet de l’appréciation.", "Topic of the appreciation."),
    "judgements.item": LocalText("Élément de liste concerné.", "Item of a list it concerns."),
    "judgements.conclusion": LocalText("met (rempli) ou not_met (non rempli).", "met or not_met."),
    "judgements.by": LocalText("Personne qui apprécie.", "Person who judges."),
    "judgements.role": LocalText("Sa fonction.", "Their role."),
    "judgements.on": LocalText("Date de l’appréciation.", "Day of the appreciation."),
    "judgements.reason": LocalText("Pourquoi, en quelques phrases.", "Why, in a few sentences."),
    "judgements.review_by": LocalText("À revoir avant ce jour.", "To be reviewed by this day."),
    "accepted_risks": LocalText(
        "Écarts que l’organisation accepte pour un an au plus ; jamais une interdiction.",
        "Gaps that the organisation accepts for a year at most; never a prohibition.",
    ),
    "accepted_risks.rule": LocalText("Règle concernée.", "Rule concerned."),
    "accepted_risks.revision": LocalText(
        "Révision de la règle lue ; si la règle change, l’acceptation tombe.",
        "Revision of the rule as read; if the rule changes, the acceptance lapses.",
    ),
    "accepted_risks.item": LocalText("Élément de liste concerné.", "Item of a list it concerns."),
    "accepted_risks.reason": LocalText("Pourquoi l’écart est accepté.", "Why it is accepted."),
    "accepted_risks.requested_by": LocalText("Qui le demande.", "Who asks for it."),
    "accepted_risks.accepted_by": LocalText(
        "Qui l’accepte : une autre personne.", "Who accepts it: another person."
    ),
    "accepted_risks.on": LocalText("Date de l’acceptation.", "Day of the acceptance."),
    "accepted_risks.until": LocalText("Fin, un an au plus.", "End, a year at most."),
    "accepted_risks.compensating_measures": LocalText(
        "Mesures prises en attendant.", "Measures taken meanwhile."
    ),
    "claims": LocalText(
        "Les conclusions que l’organisation a déjà tirées ; elles sont comparées à ce que les "
        "faits donnent.",
        "The conclusions that the organisation already holds; they are compared with what the "
        "facts give.",
    ),
    "item.id": LocalText("Identifiant court, unique dans la liste.", "Short id, one per list."),
    "item.note": LocalText("Précision, sans effet.", "Note, without effect."),
}
