"""Lists, pages of facts and rules, reference pages: what an author or a lawyer reads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from governance.api import Session
from governance.authoring.catalogue import Filter, applies, listed, shown
from governance.authoring.fact_page import fact_page, plain_lines, readers
from governance.authoring.publish import pages
from governance.authoring.show import expected, page, rule_page
from governance.loading.packs import load
from governance.reporting.voice import voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook
    from governance.reporting.voice import Voice

    Small = tuple[RuleBook, PackSource, list[Lowered]]
    Speak = Callable[[str], Voice]

DAY = "2026-11-24"
PACKS = Path(__file__).parent.parent / "rules" / "packs"


def test_list_in_order_of_files(speak: Speak) -> None:
    lines = list(shown(speak("en"), listed(speak("en"), Filter(), DAY)))
    assert lines == [
        "act/art-05.yaml",
        "  ACT-5    Prohibition     A contact is named",
        "",
        "house/contact.yaml",
        "  HOUSE-1  Recommendation  A contact is named",
    ]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (Filter(packs=("act",)), ["ACT-5"]),
        (Filter(packs=("act",), derivations=True), ["ACT-5", "ACT-6"]),
        (Filter(addressees=("organisation",)), ["HOUSE-1"]),
        (Filter(themes=("governance",)), ["ACT-5", "HOUSE-1"]),
        (Filter(themes=("agents",)), []),
        (Filter(only_open=True), []),
    ],
)
def test_filters(speak: Speak, chosen: Filter, ids: list[str]) -> None:
    assert [one.id for one in listed(speak("fr"), chosen, DAY)] == ids


@pytest.mark.parametrize(
    ("since", "day", "words"),
    [
        (None, DAY, ""),
        ({"parameter": "act.applies_from"}, DAY, ""),
        ({"parameter": "act.applies_from"}, "2026-01-15", "from 1 February 2026"),
        ("2027-12-02", DAY, "from 2 December 2027"),
        ({"fact": "base.live"}, DAY, "as the case may be"),
    ],
)
def test_when_a_rule_applies(speak: Speak, since: object, day: str, words: str) -> None:
    assert applies(speak("en"), since, day) == words


def test_open_points_of_shipped_rules_are_listed() -> None:
    session = Session()
    speaking = voice(session.book, session.texts("fr"))
    found = listed(speaking, Filter(only_open=True), DAY)
    lines = list(shown(speaking, found, points=True))
    points = [line for line in lines if line.lstrip().startswith("? ")]
    assert len(points) == sum(len(one.open_points) for one in found)


def test_fact_in_words(small: Small, speak: Speak) -> None:
    found = fact_page(speak("en"), "use_case.stage", readers(small[0]))
    assert found is not None
    assert list(plain_lines(speak("en"), found)) == [
        "Stage · use_case.stage",
        "How far has the project got?",
        "(one choice)",
        "  idea    Idea",
        "  in_use  In use",
        "Read by: ACT-3",
    ]


def test_fact_asked_under_a_condition(small: Small, speak: Speak) -> None:
    found = fact_page(speak("fr"), "extra.harm", readers(small[0]))
    assert found is not None
    assert "  - Avancement : « En service »" in list(plain_lines(speak("fr"), found))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("base.live", "yes or no"),
        ("measures.governance.owner", "measure"),
        ("acceptable", "judgement of a person"),
        ("judgement.acceptable", "judgement of a person"),
    ],
)
def test_other_entries(small: Small, speak: Speak, name: str, kind: str) -> None:
    found = fact_page(speak("en"), name, readers(small[0]))
    assert found is not None
    assert found.type == kind


def test_conclusion_says_who_sets_and_who_reads_it(small: Small, speak: Speak) -> None:
    found = fact_page(speak("en"), "base.forbidden", readers(small[0]))
    assert found is not None
    assert (found.set_by, found.read_by) == (("ACT-6",), ("ACT-5",))


def test_unknown_name(small: Small, speak: Speak) -> None:
    assert fact_page(speak("en"), "use_case.colour", readers(small[0])) is None


def test_rule_page_has_its_cases(small: Small, speak: Speak) -> None:
    book, _, lowered = small
    one = next(one for one in lowered if one.entry.id == "HOUSE-1")
    page = rule_page(one, book, speak("en").texts, DAY)
    assert "A contact is named" in page
    assert "nobody → violated" in page


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("satisfied", "satisfied"),
        ({"a.b": True}, "a.b: true"),
        ({"a.b": {"includes": "x"}}, "a.b: includes: x"),
        ({"a.b": ["x", "y"]}, "a.b: x, y"),
        ({"a.b": []}, "a.b: []"),
        ({"a.b": "2026-01-01"}, "a.b: 2026-01-01"),
    ],
)
def test_expectations(value: object, words: str) -> None:
    assert expected(value) == words


def test_generated_pages_say_so(small: Small) -> None:
    for path, text in pages(small).items():
        assert text.startswith("<!-- Page g"), path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path


def test_links_of_generated_pages_lead_somewhere(small: Small) -> None:
    found = pages(small)
    written = {"ecrire-une-regle.md", "relire-une-regle.md", "writing-a-rule.md",
               "reviewing-a-rule.md"}  # fmt: skip
    for path, text in found.items():
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if target.rpartition("/")[2] in written or target.endswith(".yaml"):
                continue
            parts = path.split("/")[:-1]
            for step in target.split("/"):
                if step == "..":
                    parts.pop()
                else:
                    parts.append(step)
            assert "/".join(parts) in found, (path, target)


def test_rule_page_in_markdown(small: Small) -> None:
    page = pages(small)["docs/fr/regles/house/contact.md"].replace("\u00a0", " ")
    page = page.replace("\u202f", " ")
    assert '<a id="house-1"></a>' in page
    assert "## L’équipe désigne un contact" in page
    assert 'Écrivez son nom : `contact: "Zoé"` suffit.' in page
    assert "- Contact : une réponse" in page
    assert "| nobody | Manquement |" in page


def test_pages_of_the_same_rules_in_both_languages(small: Small) -> None:
    found = pages(small)
    french = {path.removeprefix("docs/fr/regles/") for path in found if "/regles/" in path}
    english = {path.removeprefix("docs/en/rules/") for path in found if "/en/rules/" in path}
    assert french - {"couverture.md", "controles.md"} == english - {"coverage.md", "checks.md"}


CLASH = """\
contradictions:
- id: COH-idea-with-seats
  name: idea-with-seats
  title: {fr: Une idée avec des postes, en: An idea with seats}
  when: {use_case.stage: idea, use_case.seats: {at_least: 1}}
  why: {fr: Une idée ne se déploie pas., en: An idea is not deployed.}
  remedy: {fr: Corrigez l’un des deux., en: Correct one of them.}
  tests:
    given: {use_case.stage: idea, use_case.seats: 1}
    cases:
    - {name: both, expect: found}
    - {name: in use, with: {use_case.stage: in_use}, expect: silent}
"""
WORDS = """\
word_lists:
- id: MOT-phone
  name: phone
  title: {fr: Téléphone, en: Telephone}
  words: {fr: [téléphone*], en: [phone*]}
  said_when: {use_case.channels: {includes: phone}}
  rubrics: [use_case.channels]
  ask: {fr: 'Passe-t-il par le téléphone ?', en: Does it go through the phone?}
  finds: [Il répond au téléphone]
  passes: [Il répond par écrit]
"""


def test_contradictions_and_words(tmp_path: Path) -> None:
    for name, text in (("consistency/clash.yaml", CLASH), ("wordlists/words.yaml", WORDS)):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    found = load([str(PACKS / "base"), str(tmp_path)])
    shown_page = pages(found)["docs/en/rules/consistency.md"]
    assert "### An idea with seats" in shown_page
    assert "- in use: nothing" in shown_page
    assert "`téléphone*`, `phone*`" in shown_page
    assert "- Channels: includes “Phone”" in shown_page
    told = page(found, "idea-with-seats", "fr", DAY)
    assert told is not None
    assert told.startswith("Une idée avec des postes\nCOH-idea-with-seats · idea-with-seats\n")
    assert "both → found" in told
