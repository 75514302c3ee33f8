"""Words of free text: whole words, folded, near no denial, and never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from governance.authoring.cases import given_facts
from governance.engine.evaluate import situation_of
from governance.engine.mentions import Reader
from governance.engine.phrases import LONGEST, fold, phrase, words
from governance.model import conditions as c
from governance.model.mentions import Lexicon, WordList

if TYPE_CHECKING:
    from governance.engine.mentions import Mention
    from governance.loading.packs import PackSource
    from governance.model.book import RuleBook

DAY = "2026-11-24"


def lexicon(*written: str, passing: tuple[str, ...] = ()) -> Lexicon:
    return Lexicon(
        ("use_case.summary", "use_case.functions.details"),
        (phrase("pas"), phrase("aucun*"), phrase("never")),
        (phrase("sans"), phrase("without")),
        (phrase("mais"), phrase("but")),
        (
            WordList(
                "MOT-x",
                tuple(phrase(one) for one in written),
                tuple(phrase(one) for one in passing),
                c.Test("use_case.stage", "is", "in_use"),
                ("use_case.stage",),
            ),
        ),
    )


def named(text: str, *written: str, passing: tuple[str, ...] = ()) -> bool:
    return Reader(lexicon(*written, passing=passing)).named(text) == ["MOT-x"]


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Éléphant", "elephant"),
        ("CŒUR", "coeur"),
        ("Straße", "strasse"),
        ("İ", "i"),
        ("ﬁn", "fin"),
    ],
)
def test_case_and_accents_do_not_count(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Il lit les émotions.", "emotion*"),
        ("Il lit l’émotion.", "émotion"),
        ("EMOTIONS", "émotion*"),
        ("reconnaissance faciale", "reconnaissance faciale"),
        ("reconnaissance   faciale", "reconnaissance faciale"),
        ("une demande d’asile", "demande* d’asile"),
        ("tone-of-voice", "tone of voice"),
        ("e\u0301motion", "émotion"),
    ],
)
def test_found(text: str, written: str) -> None:
    assert named(text, written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("l’interface et la surface", "face*"),  # whole words
        ("le CV", "C"),
        ("la reconnaissance. Faciale ou non", "reconnaissance faciale"),  # one clause
        ("une reconnaissance très faciale", "reconnaissance faciale"),  # in a row
        ("démotion", "émotion"),
        ("", "émotion"),
    ],
)
def test_not_found(text: str, written: str) -> None:
    assert not named(text, written)


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Il ne reconnaît pas les visages.", False),
        ("Il ne reconnaît ni ne garde aucun des visages.", False),
        ("Les visages ne sont pas lus.", False),
        ("Il fonctionne sans lire les visages.", False),
        ("Les visages sont lus sans accord.", True),  # a leading word denies what follows
        ("Il ne lit pas le badge, mais les visages.", True),  # the sentence turns
        ("Il ne garde pas les badges. Il lit les visages.", True),  # another clause
        ("Il ne lit pas les badges ; il lit les visages.", True),
        ("Visages never kept", False),
    ],
)
def test_denials(text: str, asserted: bool) -> None:
    assert named(text, "visages") is asserted


def test_a_denial_far_away_does_not_count() -> None:
    far = "Le badge ne marche pas bien le soir quand il fait froid et donc on lit les visages"
    assert named(far, "visages")
    assert not named("Le badge ne marche pas quand on lit les visages", "visages")


def test_a_phrase_of_its_own_is_no_denial_of_another() -> None:
    assert named("Il lit les visages sans intervention humaine", "sans intervention humaine")


def test_a_passing_phrase_hides_its_word_only() -> None:
    passing = ("visages floutés",)
    assert not named("Les visages floutés sont gardés", "visage*", passing=passing)
    assert named("Les visages floutés et les visages nets", "visage*", passing=passing)


def test_long_texts_are_read_to_a_limit() -> None:
    assert not named("x " * LONGEST + "visages", "visages")
    assert len(words("mot " * 100_000)) <= LONGEST


def test_clauses() -> None:
    assert [word.clause for word in words("un deux, trois. Quatre (cinq)")] == [0, 0, 0, 1, 2]


def mentions(book: RuleBook, source: PackSource, facts: dict[str, Any]) -> list[Mention]:
    found, problems = given_facts(book, facts)
    assert problems == []
    return list(Reader(source.lexicon).mentions(situation_of(book, found, DAY)))


def test_a_text_that_the_facts_do_not_tell_raises_a_question(
    book: RuleBook, source: PackSource
) -> None:
    (one,) = mentions(
        book,
        source,
        {
            "use_case.summary": "L’assistant compare des CV.",
            "use_case.functions": [{"id": "resume", "kind": "search_and_summarise"}],
        },
    )
    assert (one.list, one.pointer) == ("MOT-recruitment", "/use_case/summary")
    assert "CV" in one.quoted
    assert one.related == ("/use_case/functions",)


@pytest.mark.parametrize(
    "facts",
    [
        {"use_case.functions": [{"id": "tri", "kind": "evaluate_candidates"}]},
        {"use_case.summary": "Les CV ne sont jamais déposés dans l’outil."},
    ],
)
def test_a_text_that_the_facts_tell_raises_none(
    book: RuleBook, source: PackSource, facts: dict[str, Any]
) -> None:
    assert mentions(book, source, {"use_case.summary": "Il compare des CV.", **facts}) == []


def test_unknown_facts_do_not_tell(book: RuleBook, source: PackSource) -> None:
    assert mentions(book, source, {"use_case.summary": "Il compare des CV."})
    assert mentions(
        book, source, {"use_case.summary": "Il compare des CV.", "use_case.functions": "unknown"}
    )


def test_descriptions_of_items_are_read(book: RuleBook, source: PackSource) -> None:
    facts = {
        "use_case.functions": [
            {"id": "a", "kind": "answer_questions"},
            {"id": "b", "kind": "create_content", "details": "Il clone la voix du directeur."},
        ]
    }
    assert [one.pointer for one in mentions(book, source, facts)] == [
        "/use_case/functions/1/details"
    ]


def test_each_use_is_asked_about_once(book: RuleBook, source: PackSource) -> None:
    text = "Il lit les émotions, puis les émotions ; il note la colère."
    assert len(mentions(book, source, {"use_case.summary": text})) == 1


def test_risks_and_problems_are_not_read(book: RuleBook, source: PackSource) -> None:
    """They tell what could happen or what is done today, not what the system does."""
    facts = {
        "value.problem": "Deux personnes lisent des CV.",
        "risks.list": [{"id": "r", "what": "La police se sert des émotions."}],
    }
    assert mentions(book, source, facts) == []
