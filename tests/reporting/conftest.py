"""A small rule book, a declaration and its report, built by hand."""

# ruff: noqa: E501 - tables of texts read better on one line

from __future__ import annotations

from typing import Any

import pytest

from governance.engine.evaluate import evaluate
from governance.model.book import DatedValue, Instrument, Pack, RuleBook
from governance.model.conditions import All, Any_, Every, Judged, Not, Test
from governance.model.facts import AcceptedRisk, Facts
from governance.model.report import Assessed, Finding, Location, Report
from governance.model.rules import Derivation, Rule, Unless
from governance.model.texts import Texts
from governance.model.values import POINTER
from governance.model.vocabulary import DerivedFact, Fact, Vocabulary

AS_OF = "2026-11-24"

JOB = ("job", "studies", "nothing")
WORDS = ("system", "person_signs_off", "person_decides")
LOGS = ("spot_risks_and_changes", "maker_follow_up", "user_follow_up")


def _facts() -> dict[str, Fact]:
    rows = (
        Fact("use_case.stage", "choice", "use_case", ("idea", "in_use")),
        Fact("decisions.consequences", "set", "decisions", JOB),
        Fact("decisions.final_word", "choice", "decisions", WORDS),
        Fact("decisions.contest", "boolean", "decisions"),
        Fact("people.emotions_read", "boolean", "people"),
        Fact("system.logs_serve", "set", "system", LOGS),
        Fact("system.log_months", "number", "system", unit="months"),
        Fact("value.pilot_start", "date", "value"),
        Fact("value.pilot_end", "date", "value"),
        Fact("value.objective", "text", "value"),
        Fact("data.purposes", "list", "data"),
        Fact("data.purposes.legal_basis", "choice", "data", ("consent", "contract"), parent="data.purposes"),
        Fact("data.purposes.months", "number", "data", unit="months", parent="data.purposes"),
        Fact("suppliers.data_countries", "countries", "suppliers"),
    )  # fmt: skip
    return {row.id: row for row in rows}


def _derived() -> dict[str, DerivedFact]:
    rows = (
        DerivedFact("ai_act.in_scope", "boolean", closed=True, cites=("ai_act:2",)),
        DerivedFact("ai_act.roles", "set", ("provider", "deployer"), True, ("ai_act:3.4",)),
        DerivedFact("ai_act.prohibited", "boolean", closed=True, cites=("ai_act:5",)),
        DerivedFact(
            "ai_act.high_risk", "boolean", closed=True, cites=("ai_act:6",),
            applies_from={"parameter": "ai_act.applies_from.high_risk_annex_iii"},
        ),
        DerivedFact("ai_act.annex_iii_points", "set", ("III-4-a", "III-4-b"), True, ("ai_act:annex-III",)),
        DerivedFact("gdpr.applies", "boolean", closed=True, cites=("gdpr:2",)),
        DerivedFact("gdpr.article_22_engaged", "boolean", closed=True, cites=("gdpr:22.1",)),
        DerivedFact("gdpr.dpia_required", "boolean", closed=True, cites=("gdpr:35",)),
    )  # fmt: skip
    return {row.id: row for row in rows}


def _derivations() -> dict[str, tuple[Derivation, ...]]:
    used = Test("use_case.stage", "is", "in_use")
    job = Test("decisions.consequences", "includes", "job")
    alone = Test("decisions.final_word", "is", "system")
    many = Test("system.log_months", "at_least", 24)
    rows = (
        Derivation("AIA-2", "ai_act.in_scope", None, True, used, cites=("ai_act:2.1.b",)),
        Derivation("AIA-3-4", "ai_act.roles", "deployer", None, used, cites=("ai_act:3.4",)),
        Derivation("AIA-5", "ai_act.prohibited", None, True, Test("people.emotions_read", "is", True), cites=("ai_act:5.1.f",)),
        Derivation("AIA-III-4-a", "ai_act.annex_iii_points", "III-4-a", None, job, cites=("ai_act:annex-III.4.a",)),
        Derivation(
            "AIA-6-2", "ai_act.high_risk", None, True,
            Test("ai_act.annex_iii_points", "includes", "III-4-a"),
            (Unless("no-significant-risk", Judged("no_significant_risk"), ("ai_act:6.3",)),),
            ("ai_act:6.2",),
        ),
        Derivation("GDPR-2-1", "gdpr.applies", None, True, used, cites=("gdpr:2.1",)),
        Derivation("GDPR-22-1", "gdpr.article_22_engaged", None, True, All((job, alone)), cites=("gdpr:22.1",)),
        Derivation("GDPR-35-3", "gdpr.dpia_required", None, True, All((job, many)), cites=("gdpr:35.3.a",)),
    )  # fmt: skip
    found: dict[str, tuple[Derivation, ...]] = {}
    for row in rows:
        found[row.fact] = (*found.get(row.fact, ()), row)
    return found


def _rules() -> tuple[Rule, ...]:
    scope = Test("ai_act.in_scope", "is", True)
    article_22 = Test("gdpr.article_22_engaged", "is", True)
    later = {"parameter": "ai_act.applies_from.high_risk_annex_iii"}
    three = All(tuple(
        Test("system.logs_serve", "includes", name, cites=(f"ai_act:12.2.{point}",))
        for name, point in zip(LOGS, "abc", strict=True)
    ))  # fmt: skip
    place = {"pack": "ai_act", "source": ("ai_act/art-12.yaml", 5)}
    return (
        Rule("AIA-5-1-f", "no-emotions-at-work", "prohibition", "ai_act", "law", "error",
             Not(Test("people.emotions_read", "is", True)), scope, cites=("ai_act:5.1.f",), **place),
        Rule("AIA-12-2", "logs-serve-their-three-aims", "obligation", "ai_act", "law", "error",
             three, scope, in_force_from=later, cites=("ai_act:12.2",), revision=2, **place),
        Rule("AIA-14-4-e", "stop-control", "obligation", "ai_act", "law", "error",
             Test("measures.human_oversight.stop_control", "is", "in_place"), scope,
             in_force_from=later, cites=("ai_act:14.4.e",), **place),
        Rule("AIA-26-6", "logs-kept-six-months", "obligation", "ai_act", "law", "error",
             Test("system.log_months", "at_least", 6), scope, cites=("ai_act:26.6",), **place),
        Rule("GDPR-22-3", "decision-can-be-contested", "obligation", "gdpr", "law", "error",
             Any_((Test("decisions.contest", "is", True),
                   Test("decisions.final_word", "in", ["person_decides"]))),
             article_22, cites=("gdpr:22.3",), **place),
        Rule("GDPR-6-1", "purpose-has-a-legal-basis", "obligation", "gdpr", "law", "error",
             All((Test("this.legal_basis", "stated", True), Test("this.months", "at_most", 24))),
             None, for_each="data.purposes", cites=("gdpr:6.1", "gdpr:5.1.e"), **place),
        Rule("GDPR-44", "data-stays-in-the-eea", "obligation", "gdpr", "law", "error",
             Test("suppliers.data_countries", "only", ["FR", "DE"]), None, cites=("gdpr:44",), **place),
        Rule("GOV-pilot-length", "trial-under-three-months", "guidance", "gouvernance",
             "guidance", "warning",
             Test("value.pilot_end", "not_after",
                  {"fact": "value.pilot_start", "plus": {"months": 3}}),
             cites=("gouvernance:pilot",), **place),
        Rule("GOV-objective", "objective-written", "guidance", "gouvernance", "guidance", "warning",
             Test("value.objective", "stated", True), cites=("gouvernance:objective",), **place),
        Rule("GOV-legal-check", "purposes-kept-short", "guidance", "gouvernance", "guidance", "note",
             Every("data.purposes", None, Test("this.months", "at_most", 60)),
             cites=("gouvernance:value",), **place),
    )  # fmt: skip


def small_book() -> RuleBook:
    facts = _facts()
    return RuleBook(
        Vocabulary(
            facts,
            _derived(),
            {"measures.human_oversight.stop_control": "human_oversight"},
            ("no_significant_risk",),
            {"eu_countries": frozenset({"FR", "DE"})},
            ("use_case", "decisions", "people", "system", "value", "data", "suppliers"),
            {
                "data.purposes": {
                    fact.field: fact for fact in facts.values() if fact.parent == "data.purposes"
                }
            },
        ),
        {
            "ai_act.applies_from.high_risk_annex_iii": (
                DatedValue("2024-08-01", "2026-08-02"),
                DatedValue("2026-07-27", "2027-12-02"),
            )
        },
        {
            "ai_act": Instrument("ai_act", "law", "regulation", "stable"),
            "gdpr": Instrument("gdpr", "law", "regulation", "stable"),
            "gouvernance": Instrument("gouvernance", "guidance", "practice", "stable"),
        },
        _derivations(),
        _rules(),
        (Pack("ai_act", "1.2.0", "sha256:" + "ab" * 32, AS_OF),),
        "0" * 64,
    )


_TEXTS: dict[str, dict[str, tuple[Any, Any]]] = {
    "facts": {
        "use_case.stage": (
            ("Avancement", "Où en est le cas d’usage ?", {"idea": "Une idée", "in_use": "En service"}),
            ("Stage", "Where does the use case stand?", {"idea": "An idea", "in_use": "In use"}),
        ),
        "decisions.consequences": (
            ("Conséquences pour la personne", "Que peut-il arriver à une personne à cause du résultat ?",
             {"job": "Obtenir ou perdre un emploi", "studies": "Être admise", "nothing": "Rien pour elle"}),
            ("Consequences for the person", "What can happen to a person because of the result?",
             {"job": "Getting or losing a job", "studies": "Being admitted", "nothing": "Nothing for them"}),
        ),
        "decisions.final_word": (
            ("Dernier mot", "Qui a le dernier mot ?",
             {"system": "Le système, sans personne", "person_signs_off": "Une personne valide",
              "person_decides": "Une personne décide réellement"}),
            ("Last word", "Who has the last word?",
             {"system": "The system, with nobody", "person_signs_off": "A person signs off",
              "person_decides": "A person really decides"}),
        ),
        "decisions.contest": (
            ("Contestation", "La personne peut-elle contester la décision ?", {}),
            ("Contesting", "Can the person contest the decision?", {}),
        ),
        "people.emotions_read": (
            ("Émotions", "Le système lit-il les émotions de salariés ?", {}),
            ("Emotions", "Does the system read the emotions of employees?", {}),
        ),
        "system.logs_serve": (
            ("Usage des journaux", "À quoi servent les journaux ?",
             {"spot_risks_and_changes": "Repérer les risques", "maker_follow_up": "Suivi par le fournisseur",
              "user_follow_up": "Suivi par le déployeur"}),
            ("Use of logs", "What are the logs for?",
             {"spot_risks_and_changes": "Spotting risks", "maker_follow_up": "Follow-up by the provider",
              "user_follow_up": "Follow-up by the deployer"}),
        ),
        "system.log_months": (
            ("Conservation des journaux", "Combien de temps les journaux sont-ils gardés ?", {}),
            ("Keeping of logs", "How long are the logs kept?", {}),
        ),
        "value.pilot_start": (("Début d’essai", "Quand l’essai commence-t-il ?", {}), ("Trial start", "When does the trial start?", {})),
        "value.pilot_end": (("Fin d’essai", "Quand l’essai finit-il ?", {}), ("Trial end", "When does the trial end?", {})),
        "value.objective": (("Objectif", "Quel est l’objectif ?", {}), ("Objective", "What is the objective?", {})),
        "data.purposes": (("Finalités", "Quelles sont les finalités ?", {}), ("Purposes", "What are the purposes?", {})),
        "data.purposes.legal_basis": (
            ("Base légale", "Sur quelle base légale ?", {"consent": "Consentement", "contract": "Contrat"}),
            ("Legal basis", "On what legal basis?", {"consent": "Consent", "contract": "Contract"}),
        ),
        "data.purposes.months": (
            ("Durée de conservation", "Combien de temps gardez-vous les données ?", {}),
            ("Retention", "How long do you keep the data?", {}),
        ),
        "suppliers.data_countries": (
            ("Pays des données", "Dans quels pays les données vont-elles ?", {}),
            ("Countries of the data", "To which countries do the data go?", {}),
        ),
    },
    "derived": {
        "ai_act.in_scope": (("Règlement sur l’IA applicable", "", {}), ("AI Act applies", "", {})),
        "ai_act.roles": (
            ("Rôles au titre du règlement", "", {"provider": "Fournisseur", "deployer": "Déployeur"}),
            ("Roles under the Act", "", {"provider": "Provider", "deployer": "Deployer"}),
        ),
        "ai_act.prohibited": (("Pratique interdite", "", {}), ("Prohibited practice", "", {})),
        "ai_act.high_risk": (("Haut risque", "", {}), ("High-risk", "", {})),
        "ai_act.annex_iii_points": (
            ("Points de l’annexe III", "", {"III-4-a": "Recrutement ou sélection", "III-4-b": "Gestion des travailleurs"}),
            ("Annex III points", "", {"III-4-a": "Recruitment or selection", "III-4-b": "Managing workers"}),
        ),
        "gdpr.applies": (("RGPD applicable", "", {}), ("GDPR applies", "", {})),
        "gdpr.article_22_engaged": (("Article 22 en jeu", "", {}), ("Article 22 engaged", "", {})),
        "gdpr.dpia_required": (("AIPD requise", "", {}), ("DPIA required", "", {})),
    },
    "measures": {
        "measures.human_oversight.stop_control": (
            ("Bouton d’arrêt", "Une personne peut-elle arrêter le système ?", {}),
            ("Stop control", "Can a person stop the system?", {}),
        ),
    },
    "topics": {
        "no_significant_risk": (
            ("Pas de risque important", "Le système est-il sans risque important ?", {}),
            ("No significant risk", "Is the system free of significant risk?", {}),
        ),
    },
}  # fmt: skip

_RULE_TEXTS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "AIA-5-1-f": (
        ("Le système ne lit pas les émotions au travail", "L’inférence des émotions au travail est interdite.",
         "Retirez cette fonction, puis écrivez `people.emotions_read: false`."),
        ("The system does not read emotions at work", "Inferring emotions at work is prohibited.",
         "Remove this function, then write `people.emotions_read: false`."),
    ),
    "AIA-12-2": (
        ("Les journaux servent les trois fins prévues", "Les trois fins sont dues.",
         "Complétez les journaux, puis écrivez `system.logs_serve`."),
        ("The logs serve the three aims laid down", "All three aims are due.",
         "Complete the logs, then write `system.logs_serve`."),
    ),
    "AIA-14-4-e": (
        ("Une personne peut arrêter le système", "Le contrôle humain comprend un bouton d’arrêt.",
         "Installez un arrêt, puis écrivez `stop_control: in_place` sous `measures.human_oversight`."),
        ("A person can stop the system", "Human oversight includes a stop button.",
         "Install a stop, then write `stop_control: in_place` under `measures.human_oversight`."),
    ),
    "AIA-26-6": (
        ("Les journaux sont gardés six mois au moins", "Le déployeur garde les journaux.",
         "Allongez la durée, puis écrivez `system.log_months`."),
        ("Logs are kept for at least six months", "The deployer keeps the logs.",
         "Extend the period, then write `system.log_months`."),
    ),
    "GDPR-22-3": (
        ("La personne peut contester la décision", "Le responsable du traitement garantit l’intervention humaine.",
         "Ouvrez une voie de contestation, puis écrivez `decisions.contest: true`."),
        ("The person can contest the decision", "The controller ensures human intervention.",
         "Open a way to contest, then write `decisions.contest: true`."),
    ),
    "GDPR-6-1": (
        ("Chaque finalité a une base légale et une durée", "Le traitement n’est licite que s’il a une base légale.",
         "Écrivez `legal_basis` et `months` sous chaque finalité."),
        ("Each purpose has a legal basis and a period", "Processing is lawful only on a legal basis.",
         "Write `legal_basis` and `months` under each purpose."),
    ),
    "GDPR-44": (
        ("Les données restent dans l’EEE", "Tout transfert obéit au chapitre V.", "Vérifiez les pays."),
        ("The data stay in the EEA", "Any transfer follows Chapter V.", "Check the countries."),
    ),
    "GOV-pilot-length": (
        ("L’essai tient en trois mois", "Un essai plus long devient une mise en service.",
         "Ramenez la fin de l’essai à trois mois, à la ligne `pilot_end`."),
        ("The trial fits in three months", "A longer trial becomes a roll-out.",
         "Bring the end of the trial to three months, at the line `pilot_end`."),
    ),
    "GOV-objective": (
        ("L’objectif est écrit", "Sans objectif, pas de mesure.", "Écrivez `value.objective`."),
        ("The objective is written", "No objective, no measure.", "Write `value.objective`."),
    ),
    "GOV-legal-check": (
        ("Les finalités durent moins de cinq ans", "Une durée longue se justifie.", "Réduisez la durée."),
        ("Purposes last less than five years", "A long period needs a reason.", "Shorten the period."),
    ),
    "AIA-2": (("Champ d’application", "", ""), ("Scope", "", "")),
    "AIA-6-2": (("Haut risque par l’annexe III", "", ""), ("High risk through Annex III", "", "")),
}  # fmt: skip

_INSTRUMENTS = {
    "ai_act": (
        ("règlement IA", "Règlement (UE) 2024/1689 sur l’intelligence artificielle"),
        ("AI Act", "Regulation (EU) 2024/1689 on artificial intelligence"),
    ),
    "gdpr": (
        ("RGPD", "Règlement (UE) 2016/679"),
        ("GDPR", "Regulation (EU) 2016/679"),
    ),
    "gouvernance": (
        ("bonnes pratiques Garde-fou", "Garde-fou, bonnes pratiques"),
        ("Garde-fou good practice", "Garde-fou, good practice"),
    ),
}


def small_texts(language: str) -> Texts:
    side = 0 if language == "fr" else 1
    data: dict[str, dict[str, dict[str, Any]]] = {
        kind: {
            name: dict(zip(("title", "question", "choices"), both[side], strict=True))
            for name, both in entries.items()
        }
        for kind, entries in _TEXTS.items()
    }
    data["rules"] = {
        name: dict(zip(("title", "why", "remedy"), both[side], strict=True))
        for name, both in _RULE_TEXTS.items()
    }
    data["rules"]["AIA-12-2"]["open_points"] = [
        {
            "kind": "open_norm",
            "cites": ["ai_act:12.2"],
            "text": ("Le texte ne dit pas quels événements sont « pertinents ».",
                     "The text does not say which events are “relevant”.")[side],
        }
    ]  # fmt: skip
    data["instruments"] = {
        name: {"short": both[side][0], "title": both[side][1],
               "kind": "practice" if name == "gouvernance" else "regulation",
               "eli": f"http://data.europa.eu/eli/{name}"}
        for name, both in _INSTRUMENTS.items()
    }  # fmt: skip
    data["packs"] = {"ai_act": {"title": ("Règlement sur l’IA", "AI Act")[side]}}
    data["parameters"] = {}
    data["themes"] = {}
    data["sections"] = {
        name: {"title": name.capitalize(), "intro": ""}
        for name in ("use_case", "decisions", "people", "system", "value", "data", "suppliers")
    }
    return Texts(language, data)


def small_facts(**changes: Any) -> Facts:
    values: dict[str, Any] = {
        "use_case.stage": "in_use",
        "decisions.consequences": frozenset({"job"}),
        "decisions.final_word": "system",
        "decisions.contest": False,
        "people.emotions_read": False,
        "system.logs_serve": frozenset({"maker_follow_up"}),
        "measures.human_oversight.stop_control": "planned",
        "value.pilot_start": "2026-01-10",
        "value.pilot_end": "2026-06-30",
        "value.objective": "Répondre plus vite",
        "data.purposes": (
            {"id": "tri", "legal_basis": "contract", "months": 12, POINTER: "/data/purposes/0"},
            {"id": "vivier", "legal_basis": "", "months": 36, POINTER: "/data/purposes/1"},
        ),
    }
    values |= changes
    return Facts(
        {name: value for name, value in values.items() if value is not None},
        unknown={"/suppliers/data_countries": "achats"},
        accepted=(
            AcceptedRisk(
                "GOV-pilot-length", 1, "2026-07-01", "2027-06-30", "Anne Roux", "Paul Petit",
                "Le fournisseur change en juin.",
            ),
        ),
    )  # fmt: skip


def assessed(
    language: str = "fr",
    *,
    facts: Facts | None = None,
    title: str = "Tri de candidatures",
    path: str = "fiches/tri.gardefou.yaml",
    findings: tuple[Finding, ...] = (),
    as_of: str = AS_OF,
) -> Assessed:
    found = small_facts() if facts is None else facts
    lines = {name: rank for rank, name in enumerate(sorted(found.values), 10)}

    def locate(pointer: str) -> Location:
        fact = pointer.strip("/").replace("/", ".")
        return Location(path, lines.get(fact, 40 + len(pointer)), 3)

    def owner_of(measure: str) -> tuple[str, str]:
        return ("Anne Roux", "2027-03-01") if measure.endswith("stop_control") else ("", "")

    return Assessed(
        path, "tri-cv", title, language, "sha256:" + "cd" * 32, found,
        evaluate(small_book(), found, as_of, traces=True), findings, locate, owner_of,
    )  # fmt: skip


def a_finding(language: str = "fr", message: str = "") -> Finding:
    words = {
        "fr": ("« stag » est inconnu.", "Vouliez-vous dire `stage` ?"),
        "en": ("“stag” is unknown.", "Did you mean `stage`?"),
    }[language]
    place = Location("fiches/tri.gardefou.yaml", 7, 3)
    return Finding("GF101", "error", message or words[0], words[1], place, "/use_case/stag")


def small_report(*declarations: Assessed) -> Report:
    book = small_book()
    return Report(AS_OF, "0.1.0", book.packs, declarations or (assessed(),), book)


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make() -> Any:
    """The builders of this file, for tests that need their own report."""

    class Make:
        assessed = staticmethod(assessed)
        facts = staticmethod(small_facts)
        finding = staticmethod(a_finding)
        report = staticmethod(small_report)
        texts = staticmethod(small_texts)
        book = staticmethod(small_book)

    return Make
