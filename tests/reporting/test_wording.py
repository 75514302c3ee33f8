from __future__ import annotations

from typing import Any

import pytest

from governance.model.facts import AcceptedRisk
from governance.model.trace import Branch, Leaf
from governance.model.values import FALSE, NOT_ARISING, TRUE, UNKNOWN, TriSet
from governance.model.verdicts import Missing, Verdict
from governance.reporting.demands import demand
from governance.reporting.tally import Tally, summary, tally
from governance.reporting.terminal import render_terminal
from governance.reporting.voice import Voice, voice
from governance.reporting.wording import ask, key_of, one_is_enough, read, reasons
from governance.reporting.words import day, quantity, value_words


@pytest.fixture
def fr(make: Any) -> Voice:
    return voice(make.book(), make.texts("fr"))


@pytest.fixture
def en(make: Any) -> Voice:
    return voice(make.book(), make.texts("en"))


def leaf(fact: str, operator: str, argument: Any, value: Any, truth: int, **more: Any) -> Leaf:
    pointer = "/" + fact.replace(".", "/")
    return Leaf(
        truth, fact, operator, argument, value, pointer, more.pop("item", None), (), **more
    )


@pytest.mark.parametrize(
    ("fact", "value", "french", "english"),
    [
        ("decisions.contest", True, "oui", "yes"),
        ("decisions.contest", None, "sans réponse", "not answered"),
        ("decisions.contest", NOT_ARISING, "la question ne se pose pas",
         "the question does not arise"),
        ("decisions.final_word", "system", "« Le système, sans personne »",
         "“The system, with nobody”"),
        ("system.logs_serve", frozenset({"user_follow_up", "maker_follow_up"}),
         "« Suivi par le fournisseur » ; « Suivi par le déployeur »",
         "“Follow-up by the provider”; “Follow-up by the deployer”"),
        ("system.logs_serve", frozenset(), "néant", "none"),
        ("ai_act.roles", TriSet(frozenset({"deployer"}), frozenset({"provider"})),
         "Déployeur ; peut-être aussi : Fournisseur", "Deployer; perhaps also: Provider"),
        ("suppliers.data_countries", frozenset({"FR", "US"}), "France ; États-Unis",
         "France; United States"),
        ("system.log_months", 6, "6 mois", "6 months"),
        ("system.log_months", 1.5, "1,5 mois", "1.5 months"),
        ("value.pilot_end", "2026-11-24", "24/11/2026", "24 November 2026"),
        ("value.objective", "", "rien", "nothing"),
        ("value.objective", "Aller\x1b[31m vite", "« Aller\ufffd[31m vite »",
         "“Aller\ufffd[31m vite”"),
        ("measures.human_oversight.stop_control", "planned", "prévu, pas encore en place",
         "planned, not yet in place"),
        ("judgement.no_significant_risk", "not_met", "non, condition non remplie",
         "no, condition not met"),
        ("data.purposes", ({"id": "tri"}, {"id": "vivier"}), "2 éléments (tri, vivier)",
         "2 items (tri, vivier)"),
    ],
)  # fmt: skip
def test_values(fr: Voice, en: Voice, fact: str, value: Any, french: str, english: str) -> None:
    assert value_words(fr, fact, value) == french
    assert value_words(en, fact, value) == english


@pytest.mark.parametrize(
    ("fact", "operator", "argument", "met", "negated"),
    [
        ("decisions.contest", "is", True, "oui", "non"),
        ("decisions.final_word", "is", "system", "« Le système, sans personne »",
         "une autre réponse que « Le système, sans personne »"),
        ("decisions.final_word", "in", ["system", "person_decides"],
         "« Le système, sans personne » ou « Une personne décide réellement »",
         ("une autre réponse que « Le système, sans personne » ou "
         "« Une personne décide réellement »")),
        ("system.logs_serve", "includes", "user_follow_up",
         "comprend « Suivi par le déployeur »", "sans « Suivi par le déployeur »"),
        ("system.logs_serve", "includes_any", ["user_follow_up"],
         "comprend « Suivi par le déployeur »", "sans « Suivi par le déployeur »"),
        ("system.logs_serve", "only", ["user_follow_up"], "seulement : Suivi par le déployeur",
         "pas seulement : Suivi par le déployeur"),
        ("system.logs_serve", "empty", False, "au moins un élément", "rien"),
        ("system.logs_serve", "size_at_least", 2, "au moins 2 éléments", "au plus 1 élément"),
        ("value.objective", "stated", True, "une réponse", "rien"),
        ("system.log_months", "at_least", 6, "au moins 6 mois", "moins de 6 mois"),
        ("system.log_months", "more_than", 6, "plus de 6 mois", "au plus 6 mois"),
        ("value.pilot_end", "not_after", "2026-04-10", "au plus tard : 10/04/2026",
         "après : 10/04/2026"),
        ("value.pilot_end", "before", "as_of", "avant : le jour de l’examen",
         "pas avant : le jour de l’examen"),
        ("value.pilot_end", "not_after", {"fact": "value.pilot_start", "plus": {"months": 3}},
         "au plus tard : « Début d’essai » plus 3 mois", "après : « Début d’essai » plus 3 mois"),
        ("suppliers.data_countries", "includes_any_outside", "eu_countries",
         "au moins un pays hors de cette liste : l’Union européenne",
         "aucun pays hors de cette liste : l’Union européenne"),
    ],
)  # fmt: skip
def test_demands(
    fr: Voice, fact: str, operator: str, argument: Any, met: str, negated: str
) -> None:
    assert demand(fr, fact, operator, argument) == met
    assert demand(fr, fact, operator, argument, wanted=False) == negated


def test_demands_have_words_in_english(en: Voice) -> None:
    assert demand(en, "system.log_months", "at_least", 6) == "at least 6 months"
    assert demand(en, "decisions.contest", "is", True, wanted=False) == "no"


def test_numbers_and_days_follow_the_language(fr: Voice, en: Voice) -> None:
    assert quantity(fr, 12500, "EUR") == "12\u202f500 €"
    assert quantity(en, 12500, "EUR") == "12,500 euros"
    assert quantity(fr, 97, "percent") == "97 %"
    assert quantity(en, 97, "percent") == "97%"
    assert quantity(en, 1e25, "floating point operations").endswith("floating-point operations")
    assert quantity(fr, 4, "no such unit") == "4"
    assert day(fr, "2026-11-24T14:30") == "24/11/2026 à 14:30"
    assert day(en, "not a day") == "not a day"


def test_what_was_read_names_the_item(fr: Voice) -> None:
    found = leaf("data.purposes.months", "at_most", 24, 36, FALSE, item="vivier")
    assert read(fr, found) == "vivier : Combien de temps gardez-vous les données ? 36 mois"
    (told,) = reasons(fr, [found], unmet=True, about="vivier")
    assert told.text == "Combien de temps gardez-vous les données ? 36 mois"
    assert told.expected == "attendu : au plus 24 mois"


def test_members_that_lack_are_told_together(fr: Voice) -> None:
    value = frozenset({"maker_follow_up"})
    found = [
        leaf("system.logs_serve", "includes", name, value, FALSE)
        for name in ("spot_risks_and_changes", "user_follow_up")
    ]
    (told,) = reasons(fr, found, unmet=True)
    assert told.expected == "il manque « Repérer les risques » et « Suivi par le déployeur »"


def test_a_test_under_a_negation_asks_for_the_contrary(fr: Voice) -> None:
    (told,) = reasons(fr, [leaf("people.emotions_read", "is", True, True, TRUE)], unmet=True)
    assert told.expected == "attendu : non"


def test_conclusions_and_missing_answers_have_no_line(fr: Voice) -> None:
    found = [
        leaf("ai_act.high_risk", "is", True, True, TRUE, derived=True),
        leaf("decisions.contest", "is", True, None, UNKNOWN, needs="facts"),
        leaf("decisions.final_word", "is", "system", NOT_ARISING, FALSE),
        leaf("people.emotions_read", "is", True, False, FALSE),
    ]
    assert [told.pointer for told in reasons(fr, found)] == ["", "", "", "/people/emotions_read"]


def test_an_answer_without_evidence_says_so(fr: Voice) -> None:
    fact = "measures.human_oversight.stop_control"
    (told,) = reasons(fr, [leaf(fact, "is", "in_place", "in_place", UNKNOWN, needs="evidence")])
    assert told.expected == "aucune preuve valable ne l’appuie"


@pytest.mark.parametrize(
    ("missing", "words", "line"),
    [
        (Missing("decisions.final_word", "/decisions/final_word", None, "facts"),
         "Qui a le dernier mot ?", "decisions.final_word"),
        (Missing("data.purposes.months", "/data/purposes/0/months", "tri", "facts"),
         "tri : Combien de temps gardez-vous les données ?", "data.purposes[tri].months"),
        (Missing("judgement.no_significant_risk", "/judgements", None, "judgement"),
         "Appréciation à consigner : Le système est-il sans risque important ?",
         "judgements[no_significant_risk]"),
        (Missing("decisions.final_word", "/decisions/final_word", None, "judgement"),
         ("Votre réponse à « Dernier mot » laisse le point à l’appréciation d’une personne : "
         "laquelle, et pourquoi ?"), "decisions.final_word"),
        (Missing("measures.human_oversight.stop_control", "/x", None, "evidence"),
         "Quelle preuve appuie « Bouton d’arrêt » ?", "measures.human_oversight.stop_control"),
    ],
)  # fmt: skip
def test_what_is_missing(fr: Voice, missing: Missing, words: str, line: str) -> None:
    assert ask(fr, missing) == words
    assert key_of(missing) == line


def verdict(outcome: str, **more: Any) -> Verdict:
    found: dict[str, Any] = {
        "rule": "R-1", "timing": "now", "severity": "error", "assurance": None, "cites": (),
        "because": (), "missing": (), "needs": (), "pointer": "",
    } | more  # fmt: skip
    return Verdict(outcome=outcome, **found)


def test_one_is_enough_only_between_alternatives() -> None:
    no = leaf("decisions.contest", "is", True, False, FALSE)
    either = Branch(FALSE, "any", (no, no))
    both = Branch(FALSE, "all", (no, no))
    assert one_is_enough(verdict("violated", requirement=either))
    assert one_is_enough(verdict("violated", requirement=Branch(FALSE, "all", (either,))))
    assert not one_is_enough(verdict("violated", requirement=both))
    assert not one_is_enough(verdict("violated", requirement=no))
    assert not one_is_enough(verdict("violated"))


def test_a_rule_counts_once_by_its_worst_item() -> None:
    risk = AcceptedRisk("R-4", 1, "2026-01-01", "2026-12-31", "a", "b", "c")
    found = [
        verdict("satisfied", item="a"),
        verdict("violated", item="b"),
        verdict("undetermined", rule="R-2"),
        verdict("satisfied", rule="R-2"),
        verdict("violated", rule="R-3", timing="upcoming"),
        verdict("violated", rule="R-4", accepted=risk),
        verdict("violated", rule="R-5", severity="warning"),
        verdict("not_applicable", rule="R-6"),
        verdict("satisfied", rule="R-7"),
    ]
    counts = tally(found)
    assert counts == Tally(1, 1, 2, 1, 1, 1, 1)
    assert counts.applicable == 6


@pytest.mark.parametrize(
    ("counts", "french", "english"),
    [
        (Tally(3, 2, 0, 0, 0, 4),
         "Aucun manquement relevé par 3 règles sur 5 applicables ; 2 restent sans réponse.",
         "No gap found by 3 rules out of 5 applicable; 2 remain unanswered."),
        (Tally(5, 0, 0, 0, 0, 0),
         "Aucun manquement relevé par 5 règles sur 5 applicables ; aucune ne reste sans réponse.",
         "No gap found by 5 rules out of 5 applicable; none remains unanswered."),
        (Tally(1, 1, 2, 1, 1, 0, 2),
         ("2 manquements à ce jour ; 1 exigence à venir non remplie ; 1 risque accepté ; "
         "aucun manquement relevé par 1 règle sur 6 applicables ; 1 reste sans réponse."),
         ("2 gaps as of today; 1 coming requirement not met; 1 accepted risk; "
         "no gap found by 1 rule out of 6 applicable; 1 remains unanswered.")),
        (Tally(1, 0, 2, 0, 0, 0, 1),
         ("2 manquements à ce jour (dont 1 à une exigence légale) ; "
         "aucun manquement relevé par 1 règle sur 3 applicables ; aucune ne reste sans réponse."),
         ("2 gaps as of today (of which 1 of a legal requirement); "
         "no gap found by 1 rule out of 3 applicable; none remains unanswered.")),
        (Tally(0, 4, 0, 0, 0, 0),
         "Rien ne peut encore être conclu : 4 règles attendent des réponses.",
         "Nothing can be concluded yet: 4 rules wait for answers."),
        (Tally(0, 0, 1, 0, 0, 0, 1), "1 manquement à ce jour.", "1 gap as of today."),
        (Tally(0, 0, 0, 0, 0, 9), "Aucune règle applicable.", "No rule applies."),
    ],
)  # fmt: skip
def test_summary(fr: Voice, en: Voice, counts: Tally, french: str, english: str) -> None:
    assert summary(fr, counts) == french
    assert summary(en, counts) == english


def test_colour_only_on_request(make: Any) -> None:
    report = make.report()
    plain = render_terminal(report, make.texts("fr"))
    coloured = render_terminal(report, make.texts("fr"), color=True)
    assert "\x1b" not in plain
    assert "\x1b[31m" in coloured
    import re

    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_lines_fit_the_width(make: Any) -> None:
    for width in (60, 80, 120):
        shown = render_terminal(make.report(), make.texts("fr"), width=width, verbose=True)
        assert max(len(line) for line in shown.splitlines()) <= width


def test_several_declarations_are_told_apart(make: Any) -> None:
    report = make.report(make.assessed(title="Premier"), make.assessed(title="Second"))
    shown = render_terminal(report, make.texts("fr"))
    assert shown.index("Premier") < shown.index("Second")
    assert shown.rstrip().endswith(
        "2 déclarations examinées\u202f; 4 manquements à ce jour, dans 2 d’entre elles."
    )
