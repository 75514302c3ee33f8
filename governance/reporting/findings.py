"""What does not hold together in a declaration, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.engine import consistency as found
from governance.reporting.typography import plain, shortened
from governance.reporting.words import either, quoted, value_words
from governance.text import day_in

if TYPE_CHECKING:
    from governance.engine.consistency import Inconsistency
    from governance.engine.mentions import Mention
    from governance.loading.composition import Contradiction, Refused
    from governance.loading.evidence import EvidenceFault
    from governance.model.texts import Texts
    from governance.model.trace import Leaf
    from governance.reporting.voice import Voice

Words = tuple[str, str]
"""A message and what to do."""


_SHOWN: Final = 6
"""Answers that a message quotes; all their lines are given."""


def _contradicted(one: Inconsistency, voice: Voice) -> Words:
    """Return what a contradiction of the packs says, with the answers that were read."""
    words = voice.texts.data["contradictions"][one.rule]
    answers = [_answer(voice, leaf) for leaf in one.read[:_SHOWN]]
    more = "; …" if voice.language == "en" else " ; …"
    separator = "; " if voice.language == "en" else " ; "
    said = separator.join(answers) + (more if len(one.read) > _SHOWN else "")
    read = voice.say("finding.read", answers=said)
    return f"{words['title']}. {words['why']} {read}", str(words["remedy"])


def _answer(voice: Voice, leaf: Leaf) -> str:
    title, value = voice.texts.title(leaf.fact), value_words(voice, leaf.fact, leaf.value)
    said = voice.say("read.titled", title=title, value=value)
    if leaf.item is None:
        return said
    return voice.say("read.item", item=plain(leaf.item), text=said)


def mention(one: Mention, voice: Voice) -> Words:
    """Return that a text names a sensitive use which the structured facts do not tell."""
    words = voice.texts.data["word_lists"][one.list]
    rubrics = [quoted(voice, voice.texts.title(name)) for name in one.rubrics]
    message = voice.say(
        "finding.mention",
        quoted=quoted(voice, shortened(plain(one.quoted), 80)),
        title=words["title"],
        rubrics=either(voice, rubrics),
    )
    return message, str(words["ask"])


def inconsistency(one: Inconsistency, voice: Voice) -> Words:
    """Return the message of an inconsistency and what to do about it."""
    texts = voice.texts
    fr = texts.language == "fr"
    if one.code == one.rule:
        return _contradicted(one, voice)
    title = texts.title(one.fact) if one.fact else ""
    match one.code:
        case found.CLAIM_DIFFERS:
            declared = _value(one.declared, texts, one.fact)
            derived = _value(one.derived, texts, one.fact)
            return (
                f"Vous affirmez « {title} : {declared} », "
                f"les faits déclarés donnent « {derived} »."
                if fr
                else f"You claim “{title}: {declared}”; the stated facts give “{derived}”.",
                "Corrigez les faits ou l’affirmation."
                if fr
                else "Correct the facts or the claim.",
            )
        case found.CLAIM_UNSETTLED:
            declared = _value(one.declared, texts, one.fact)
            return (
                f"Vous affirmez « {title} : {declared} », "
                "les faits déclarés ne permettent pas encore de le dire."
                if fr
                else f"You claim “{title}: {declared}”; the stated facts do not settle it yet.",
                "Répondez aux questions ouvertes sur ce point."
                if fr
                else "Answer the open questions on this point.",
            )
        case found.NOT_ASKED:
            return (
                f"« {title} » est rempli, alors que d’autres réponses excluent la question."
                if fr
                else f"“{title}” is filled in, although other answers rule the question out.",
                "Vérifiez cette réponse et celles dont elle dépend ; l’une des deux est fausse."
                if fr
                else "Check this answer and those it depends on; one of them is wrong.",
            )
        case _:
            return _dated(one, fr, texts.language)


_DATED: Final[dict[str, tuple[str, str, str, str]]] = {
    found.RISK_EXPIRED: (
        "L’acceptation du risque {rule} a expiré le {day} : l’écart compte de nouveau.",
        "Corrigez l’écart, ou faites approuver une nouvelle acceptation.",
        "The acceptance of risk {rule} expired on {day}: the gap counts again.",
        "Close the gap, or have a new acceptance approved.",
    ),
    found.RISK_REFUSED: (
        "{rule} est une interdiction : son risque ne peut pas être accepté.",
        "Retirez cette acceptation.",
        "{rule} is a prohibition: its risk cannot be accepted.",
        "Remove this acceptance.",
    ),
    found.RISK_REVISION: (
        "La règle {rule} a changé depuis cette acceptation.",
        "Relisez la règle, puis faites approuver de nouveau.",
        "Rule {rule} has changed since this acceptance.",
        "Read the rule again, then have it approved anew.",
    ),
    found.RISK_USELESS: (
        "L’acceptation du risque {rule} ne couvre aucun écart.",
        "Retirez-la, ou corrigez le nom de la règle.",
        "The acceptance of risk {rule} covers no gap.",
        "Remove it, or correct the name of the rule.",
    ),
    found.JUDGEMENT_EXPIRED: (
        "Cette appréciation devait être revue avant le {day} : elle ne compte plus.",
        "Revoyez-la et notez la nouvelle date.",
        "This appreciation was to be reviewed by {day}: it no longer counts.",
        "Review it and write the new date.",
    ),
    found.EVIDENCE_EXPIRED: (
        "Cette preuve n’est plus valable depuis le {day}.",
        "Remplacez-la par une preuve à jour.",
        "This evidence is no longer valid since {day}.",
        "Replace it with current evidence.",
    ),
}
"""What went stale or covers nothing: message and remedy in French, then in English."""


def _dated(one: Inconsistency, fr: bool, language: str) -> Words:
    day = day_in(one.day, language) if one.day else ""
    message, hint = _DATED[one.code][:2] if fr else _DATED[one.code][2:]
    return message.format(rule=one.rule, day=day), hint


def evidence_fault(one: EvidenceFault, language: str) -> Words:
    """Return why a piece of evidence does not count."""
    fr = language == "fr"
    match one.state:
        case "missing":
            what = (
                f"Le fichier de preuve « {one.file} » est introuvable."
                if fr
                else f"The evidence file “{one.file}” cannot be found."
            )
        case "outside":
            what = (
                f"Le chemin « {one.file} » sort du dossier de la déclaration : il n’est pas lu."
                if fr
                else f"The path “{one.file}” leaves the folder of the declaration: it is not read."
            )
        case "mismatch":
            what = (
                f"L’empreinte SHA-256 de « {one.file} » n’est pas celle qui est écrite."
                if fr
                else f"The SHA-256 of “{one.file}” is not the one written."
            )
        case _:
            what = (
                f"La preuve « {one.id} » est vide ou provisoire."
                if fr
                else f"The evidence “{one.id}” is empty or a placeholder."
            )
    hint = (
        "Déposez le document dans le dossier de la déclaration et vérifiez son empreinte."
        if fr
        else "Put the document in the folder of the declaration and check its digest."
    )
    return what, hint


def refused(one: Refused, language: str) -> Words:
    """Return why a file to extend was not used."""
    fr = language == "fr"
    reasons = {
        "missing": ("est introuvable", "cannot be found"),
        "outside": ("sort du dossier du projet", "leaves the folder of the project"),
        "circular": ("se reprend lui-même", "extends itself"),
        "deep": ("est repris à trop de niveaux", "is extended too deep"),
        "unreadable": ("n’est pas lisible", "cannot be read"),
    }
    why = reasons[one.why][0 if fr else 1]
    return (
        f"Le fichier à reprendre « {one.path} » {why}."
        if fr
        else f"The file to extend “{one.path}” {why}.",
        "Corrigez le chemin dans `extends`." if fr else "Correct the path in `extends`.",
    )


def contradiction(one: Contradiction, where: str, texts: Texts) -> Words:
    """Return that two files disagree, the second named by ``where``."""
    title = texts.title(one.pointer.strip("/").replace("/", "."))
    if texts.language == "fr":
        return (
            f"« {title} » : deux fichiers disent des choses différentes (voir aussi {where}).",
            "Gardez une seule valeur ; d’ici là, le fait reste inconnu.",
        )
    return (
        f"“{title}”: two files say different things (see also {where}).",
        "Keep one value; until then the fact stays unknown.",
    )


def _value(value: Any, texts: Texts, fact: str) -> str:
    fr = texts.language == "fr"
    if isinstance(value, bool):
        return ("oui" if value else "non") if fr else ("yes" if value else "no")
    if isinstance(value, frozenset):
        labels = [texts.choice(fact, one) for one in sorted(value)]
        return ", ".join(labels) or ("néant" if fr else "none")
    return texts.choice(fact, str(value))
