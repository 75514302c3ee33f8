"""Contradictions: what fires, what is shown, what stays untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from governance.authoring.cases import given_facts, runs
from governance.authoring.coherence import failures, survivors, unread
from governance.engine.consistency import NOT_ASKED, contradictions, inconsistencies
from governance.engine.evaluate import evaluate, situation_of
from governance.model.facts import Facts

if TYPE_CHECKING:
    from governance.engine.situation import Situation
    from governance.loading.packs import PackSource
    from governance.model.book import RuleBook

DAY = "2026-11-24"


def situation(book: RuleBook, facts: dict[str, Any]) -> Situation:
    found, problems = given_facts(book, facts)
    assert problems == []
    return situation_of(book, found, DAY)


def found(book: RuleBook, facts: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return what does not hold, with every place that says it."""
    everything = inconsistencies(situation(book, facts), (), ())
    return {one.code: (one.pointer, *one.related) for one in everything}


def test_every_case_comes_out_as_written(book: RuleBook, source: PackSource) -> None:
    assert list(failures(book, source.stated)) == []


def test_every_condition_is_decisive(book: RuleBook, source: PackSource) -> None:
    assert list(survivors(book, source.stated)) == []


def test_every_sentence_is_read_as_written(source: PackSource) -> None:
    assert list(unread(source.word_lists, source.lexicon)) == []


def test_nothing_is_stated_and_nothing_is_found(book: RuleBook) -> None:
    assert list(contradictions(situation_of(book, Facts({}), DAY))) == []


def test_one_answer_alone_never_contradicts_itself(book: RuleBook, source: PackSource) -> None:
    """A contradiction takes two places, unless one item or one set holds both."""
    for one in source.stated:
        if one.entry.id in {"COH-only-yet-more", "COH-every-derogation"}:
            continue
        for run in runs(one.entry.tests, book):
            for fact, value in run.facts.items():
                if fact in {"agents", "risks.incidents", "system.metrics"}:
                    continue
                alone = situation_of(book, given_facts(book, {fact: value})[0], run.as_of)
                codes = [odd.code for odd in contradictions(alone)]
                assert set(codes) <= {"COH-done-in-the-future"}, (fact, value, codes)


def test_each_contradiction_shows_places_that_say_something(
    book: RuleBook, source: PackSource
) -> None:
    for one in source.stated:
        for run in runs(one.entry.tests, book):
            if run.case.expect != "found":
                continue
            facts, _ = given_facts(book, run.facts)
            odds = [
                odd
                for odd in contradictions(situation_of(book, facts, run.as_of))
                if odd.code == one.entry.id
            ]
            assert len(odds) == 1
            assert odds[0].pointer.startswith("/")
            assert all(leaf.value is not None and not leaf.derived for leaf in odds[0].read)
            assert odds[0].pointer not in odds[0].related


def test_verdicts_do_not_depend_on_contradictions(book: RuleBook) -> None:
    facts, _ = given_facts(
        book,
        {
            "use_case.functions": [
                {"id": "tri", "kind": "filter_or_rank_applications", "part_played": "decides"}
            ],
            "people.results_about": ["individuals"],
            "people.groups": ["candidates"],
            "people.evaluated_aspects": ["nothing"],
            "data.personal": "absent",
            "decisions.final_word": "person_decides",
            "organisation.countries": ["FR"],
            "deployment.countries": ["FR"],
            "deployment.our_part": ["uses_it"],
        },
    )
    assert len(list(contradictions(situation_of(book, facts, DAY)))) == 3
    silent = book._replace(contradictions=())
    assert evaluate(book, facts, DAY) == evaluate(silent, facts, DAY)


def test_items_are_shown_one_by_one(book: RuleBook) -> None:
    places = found(
        book,
        {
            "people.evaluated_aspects": ["nothing"],
            "use_case.functions": [
                {"id": "factures", "kind": "extract_data"},
                {"id": "tri", "kind": "filter_or_rank_applications", "part_played": "recommends"},
                {"id": "notes", "kind": "grade_learning", "part_played": "decides"},
            ],
        },
    )["COH-nothing-evaluated"]
    assert set(places) == {
        "/use_case/functions/1/part_played",
        "/use_case/functions/1/kind",
        "/use_case/functions/2/part_played",
        "/use_case/functions/2/kind",
        "/people/evaluated_aspects",
    }


def test_shows_names_the_places_to_show(book: RuleBook) -> None:
    places = found(
        book,
        {
            "data.personal": "present",
            "use_case.functions": ["recognise_people"],
            "data.categories": ["identity", "contact"],
        },
    )["COH-body-yet-no-images"]
    assert places == ("/use_case/functions/0/kind", "/data/categories")


@pytest.mark.parametrize(
    ("facts", "place", "because"),
    [
        (
            {
                "people.groups": ["customers"],
                "people.children": "none",
                "people.online_service_for_children": True,
            },
            "/people/online_service_for_children",
            "/people/children",
        ),
        (
            {"organisation.dpo": "none", "organisation.dpo_contact": "dpo@exemple.fr"},
            "/organisation/dpo_contact",
            "/organisation/dpo",
        ),
    ],
)
def test_a_stray_answer_is_shown_with_what_excludes_it(
    book: RuleBook, facts: dict[str, Any], place: str, because: str
) -> None:
    assert found(book, facts)[NOT_ASKED] == (place, because)


def test_a_stray_answer_is_told_once(book: RuleBook) -> None:
    """The contradiction says more than the plain remark: the remark is left out."""
    places = found(
        book,
        {
            "use_case.settings": ["physical_product"],
            "system.product.kinds": ["none_of_these"],
            "system.product.outside_check": "yes_for_health_or_safety",
        },
    )
    assert places == {
        "COH-no-product-yet-checked": ("/system/product/kinds", "/system/product/outside_check")
    }
