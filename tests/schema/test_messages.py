"""Faults of shape in plain words, in both languages, with the nearest valid spelling."""

from typing import Any

import pytest

from governance.model.book import RuleBook
from governance.schema import problems as p
from governance.schema.messages import message
from governance.schema.observe import observe
from governance.schema.problems import Problem

START = {"format": "gardefou/declaration/v1", "id": "x", "title": "x"}

CASES: list[tuple[dict[str, Any], str, str, str]] = [
    (
        {"use_case": {"stage": "in use"}}, "/use_case/stage",
        "« in use » n’est pas un choix de `use_case.stage`.", "Vouliez-vous dire `in_use` ?",
    ),
    (
        {"use_cas": {}}, "/use_cas", "« use_cas » est inconnu.", "Vouliez-vous dire `use_case` ?",
    ),
    (
        {"measures": {"human_oversigth": {}}}, "/measures/human_oversigth",
        "« human_oversigth » est inconnu dans `measures`.",
        "Vouliez-vous dire `human_oversight` ?",
    ),
    (
        {"deployment": {"used_since": "24/11/2026"}}, "/deployment/used_since",
        "« 24/11/2026 » ne convient pas : il faut une date du calendrier écrite 2026-11-24.",
        "Écrivez `2026-11-24`.",
    ),
    (
        {"organisation": {"countries": ["France"]}}, "/organisation/countries/0",
        "« France » ne convient pas : il faut un code de pays en deux majuscules, FR.",
        "Si vous ne savez pas, écrivez `unknown`.",
    ),
    ({"id": None}, "", "Il manque `id`.", "Ajoutez `id` :"),
    (
        {"format": "gardefou/v2"}, "/format", "« gardefou/v2 » n’est pas un format connu.",
        "Commencez le fichier par `format: gardefou/declaration/v1`.",
    ),
    (
        {"judgements": [{"about": "no_significant_riks", "conclusion": "met", "by": "A",
                         "on": "2026-11-24", "reason": "Vu."}]},
        "/judgements/0/about", "Aucune appréciation ne s’appelle « no_significant_riks ».",
        "Vouliez-vous dire `no_significant_risk` ?",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "place", "words", "hint"), CASES, ids=lambda one: str(one)[:30]
)
def test_a_fault_says_what_is_wrong_and_what_would_do(
    stated: dict[str, Any], place: str, words: str, hint: str, book: RuleBook
) -> None:
    (found,) = observe({**START, **stated}, book.vocabulary, {})[1]
    assert found.pointer == place
    what, advice = message(found)
    assert what.fr.startswith(words)
    assert advice is not None
    assert advice.fr.startswith(hint)
    assert what.en
    assert advice.en


@pytest.mark.parametrize("code", [code for name, code in vars(p).items() if name.isupper()])
def test_every_code_has_words_in_both_languages(code: str) -> None:
    what, hint = message(Problem(code, "/a", "b", "text", ("c",), "d"))
    assert what.fr.endswith((".", "?"))
    assert what.en.endswith((".", "?"))
    assert hint is None or (hint.fr and hint.en)
