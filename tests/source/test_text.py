"""Typography, dates and nearest spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.text import LocalText, day_in, nearest, typeset


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("Pourquoi ? Voici : un ; deux !", "Pourquoi\u202f? Voici\u00a0: un\u202f; deux\u202f!"),
        ("le « déployeur » dit", "le «\u00a0déployeur\u00a0» dit"),
        ("le «déployeur» dit", "le «\u00a0déployeur\u00a0» dit"),
        ("« Qui ? »", "«\u00a0Qui\u202f?\u00a0»"),
        ("art. 14, § 4, point d)", "art.\u00a014, §\u00a04, point d)"),
        ("5 % de 10 000 € au n° 3", "5\u202f% de 10\u202f000\u202f€ au n°\u00a03"),
        ("écrivez `a : b ; c` ici : oui", "écrivez `a : b ; c` ici\u00a0: oui"),
        ("https://exemple.fr/?a=1 à 12:30", "https://exemple.fr/?a=1 à 12:30"),
        ("le 22 11 2026", "le 22 11 2026"),
        ("fin :", "fin\u00a0:"),
        ("a ?b", "a ?b"),
        ("", ""),
        ("rien", "rien"),
    ],
)  # fmt: skip
def test_french_spaces(plain: str, set_: str) -> None:
    assert typeset(plain, "fr") == set_
    assert typeset(set_, "fr") == set_
    assert typeset(plain, "en") == plain


@given(st.text(" :;!?«»`aé1%€\u00a0\u202f().\n"))
def test_typesetting_twice_is_typesetting_once(text: str) -> None:
    once = typeset(text, "fr")
    assert typeset(once, "fr") == once
    assert "".join(once.split()) == "".join(text.split())


def test_a_local_text_speaks_both_languages() -> None:
    text = LocalText("Oui !", "Yes!")
    assert text.in_("fr") == "Oui\u202f!"
    assert text.in_("en") == "Yes!"


@pytest.mark.parametrize(
    ("day", "fr", "en"),
    [
        ("2026-11-22", "22/11/2026", "22 November 2026"),
        ("2026-02-05", "05/02/2026", "5 February 2026"),
        ("2026-11-22T14:30", "22/11/2026", "22 November 2026"),
        ("2026-13-01", "2026-13-01", "2026-13-01"),
        ("2026-00-01", "2026-00-01", "2026-00-01"),
        ("demain", "demain", "demain"),
        ("2026-1-1", "2026-1-1", "2026-1-1"),
        ("", "", ""),
    ],
)
def test_days_as_people_write_them(day: str, fr: str, en: str) -> None:
    assert day_in(day, "fr") == fr
    assert day_in(day, "en") == en


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("human_oversigth", "human_oversight"),
        ("Human Oversight", "human_oversight"),
        ("human-oversight", "human_oversight"),
        ("loging", "logging"),
        ("données", "donnees"),
        ("zzz", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_the_nearest_spelling(word: str, found: str | None) -> None:
    assert nearest(word, ["logging", "human_oversight", "donnees"]) == found
