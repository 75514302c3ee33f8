from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.model.citations import cite, cite_all, link

FR = {
    "ai_act": {"short": "règlement IA", "title": "Règlement (UE) 2024/1689", "kind": "regulation",
               "eli": "http://data.europa.eu/eli/reg/2024/1689"},
    "gdpr": {"short": "RGPD", "title": "Règlement (UE) 2016/679", "kind": "regulation"},
    "lil": {"short": "loi 78-17", "title": "Loi n° 78-17", "kind": "statute"},
    "ct": {"short": "code du travail", "title": "Code du travail", "kind": "statute"},
    "cjeu": {"short": "CJUE", "title": "Cour de justice de l’Union européenne", "kind": "case"},
    "edpb_28_2024": {"short": "avis 28/2024 du CEPD", "title": "Avis 28/2024", "kind": "guidance"},
    "wp216": {"short": "WP216", "title": "Avis 05/2014 (WP216)", "kind": "guidance"},
    "cnil_ia": {"short": "fiches IA de la CNIL", "title": "CNIL, fiches IA", "kind": "guidance"},
    "gouvernance": {"short": "bonnes pratiques", "title": "Bonnes pratiques", "kind": "practice"},
}  # fmt: skip
EN = {
    **FR,
    "ai_act": {"short": "AI Act", "title": "Regulation (EU) 2024/1689", "kind": "regulation"},
    "gdpr": {"short": "GDPR", "title": "Regulation (EU) 2016/679", "kind": "regulation"},
    "lil": {"short": "Law 78-17", "title": "Law No 78-17", "kind": "statute"},
    "cjeu": {"short": "CJEU", "title": "Court of Justice", "kind": "case"},
    "edpb_28_2024": {"short": "EDPB Opinion 28/2024", "title": "Opinion", "kind": "guidance"},
    "cnil_ia": {"short": "CNIL AI sheets", "title": "CNIL AI sheets", "kind": "guidance"},
}


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("citation", "fr", "en"),
    [
        ("ai_act:14.4.d", "art. 14, § 4, point d), règlement IA", "Art. 14(4)(d) AI Act"),
        ("ai_act:annex-III.4.a", "annexe III, point 4 a), règlement IA",
         "Annex III, point 4(a), AI Act"),
        ("ai_act:annex-VIII.A.1", "annexe VIII, section A, point 1, règlement IA",
         "Annex VIII, Section A, point 1, AI Act"),
        ("ai_act:annex-XI..1.2.a", "annexe XI, section 1, point 2 a), règlement IA",
         "Annex XI, Section 1, point 2(a), AI Act"),
        ("ai_act:annex-XIII.a", "annexe XIII, point a), règlement IA",
         "Annex XIII, point (a), AI Act"),
        ("ai_act:recital-26", "considérant 26, règlement IA", "recital 26 AI Act"),
        ("ai_act:5.1.ba", "art. 5, § 1, point b bis), règlement IA", "Art. 5(1)(ba) AI Act"),
        ("ai_act:5.1.bb", "art. 5, § 1, point b ter), règlement IA", "Art. 5(1)(bb) AI Act"),
        ("ai_act:99.4.da", "art. 99, § 4, point d bis), règlement IA", "Art. 99(4)(da) AI Act"),
        ("ai_act:4a.1", "art. 4 bis, § 1, règlement IA", "Art. 4a(1) AI Act"),
        ("ai_act:6.1c", "art. 6, § 1 quater, règlement IA", "Art. 6(1c) AI Act"),
        ("ai_act:3.14b", "art. 3, point 14 ter), règlement IA", "Art. 3(14b) AI Act"),
        ("ai_act:5.1.h.iii", "art. 5, § 1, point h) iii), règlement IA",
         "Art. 5(1)(h)(iii) AI Act"),
        ("ai_act:113.c", "art. 113, point c), règlement IA", "Art. 113(c) AI Act"),
        ("ai_act:26.5.sub1", "art. 26, § 5, premier alinéa, règlement IA",
         "Art. 26(5), first subparagraph, AI Act"),
        ("ai_act:5.1.sub1.ba", "art. 5, § 1, premier alinéa, point b bis), règlement IA",
         "Art. 5(1), first subparagraph, point (ba), AI Act"),
        ("gdpr:22.3", "art. 22, § 3, RGPD", "Art. 22(3) GDPR"),
        ("gdpr:4.11", "art. 4, point 11), RGPD", "Art. 4(11) GDPR"),
        ("gdpr", "RGPD", "GDPR"),
        ("lil:47", "art. 47, loi 78-17", "Art. 47 Law 78-17"),
        ("ct:L2312-38", "art. L. 2312-38 du code du travail", "Art. L. 2312-38 code du travail"),
        ("cjeu:C-634-21", "CJUE, C-634/21", "CJEU, C-634/21"),
        ("cjeu:C-413-23-P", "CJUE, C-413/23 P", "CJEU, C-413/23 P"),
        ("edpb_28_2024:43", "avis 28/2024 du CEPD, § 43", "EDPB Opinion 28/2024, para. 43"),
        ("edpb_28_2024:3.2", "avis 28/2024 du CEPD, section 3.2",
         "EDPB Opinion 28/2024, section 3.2"),
        ("wp216", "WP216", "WP216"),
        ("cnil_ia:8-bis", "fiches IA de la CNIL, fiche 8 bis", "CNIL AI sheets, sheet 8 bis"),
        ("gouvernance:pilot", "bonnes pratiques", "bonnes pratiques"),
        ("Code du travail L. 1121-1", "Code du travail L. 1121-1", "Code du travail L. 1121-1"),
    ],
)  # fmt: skip
def test_one_citation(citation: str, fr: str, en: str) -> None:
    assert spaced(cite(citation, "fr", FR)) == fr
    assert spaced(cite(citation, "en", EN)) == en


@pytest.mark.parametrize(
    ("citation", "fr", "en"),
    [
        ("ai_act:14.4.d", "art. 14, § 4, point d), du règlement (UE) 2024/1689",
         "Article 14(4)(d) of Regulation (EU) 2024/1689"),
        ("ai_act:6", "art. 6 du règlement (UE) 2024/1689",
         "Article 6 of Regulation (EU) 2024/1689"),
        ("gdpr:recital-26", "considérant 26 du règlement (UE) 2016/679",
         "Recital 26 of Regulation (EU) 2016/679"),
        ("lil:47", "art. 47 de la loi n° 78-17 du 6 janvier 1978",
         "Article 47 of French Law No 78-17 of 6 January 1978"),
    ],
)  # fmt: skip
def test_full_citation(citation: str, fr: str, en: str) -> None:
    assert spaced(cite(citation, "fr", FR, full=True)) == fr
    assert spaced(cite(citation, "en", EN, full=True)) == en


@pytest.mark.parametrize(
    ("citations", "fr", "en"),
    [
        (["ai_act:14.4.d", "ai_act:14.4.a", "ai_act:14.4.b"],
         "art. 14, § 4, points a), b) et d), règlement IA", "Art. 14(4)(a), (b) and (d) AI Act"),
        (["ai_act:14.1", "ai_act:14.4.d"], "art. 14, § 1, et § 4, point d), règlement IA",
         "Art. 14(1) and 14(4)(d) AI Act"),
        (["ai_act:14.1", "ai_act:14.2"], "art. 14, § 1 et 2, règlement IA",
         "Art. 14(1) and 14(2) AI Act"),
        (["ai_act:5", "ai_act:6", "gdpr:22"], "art. 5 et 6, règlement IA ; art. 22, RGPD",
         "Art. 5 and 6 AI Act; Art. 22 GDPR"),
        (["ai_act:14.4", "ai_act:26.2"], "art. 14, § 4, et art. 26, § 2, règlement IA",
         "Art. 14(4) and Art. 26(2) AI Act"),
        (["ai_act:3.11", "ai_act:3.9"], "art. 3, points 9) et 11), règlement IA",
         "Art. 3(9) and (11) AI Act"),
        (["ai_act:annex-III.4.a", "ai_act:annex-III.4.b"],
         "annexe III, points 4 a) et 4 b), règlement IA",
         "Annex III, points 4(a) and 4(b), AI Act"),
        ([], "", ""),
    ],
)  # fmt: skip
def test_citations_of_a_text_are_told_together(citations: list[str], fr: str, en: str) -> None:
    assert spaced(cite_all(citations, "fr", FR)) == fr
    assert spaced(cite_all(citations, "en", EN)) == en


def test_french_spaces_do_not_break() -> None:
    assert cite("ai_act:14.4.d", "fr", FR) == (
        "art.\u00a014, §\u00a04, point\u00a0d), règlement IA"
    )


def test_link_goes_to_the_article() -> None:
    assert link("ai_act:14.4", FR) == "http://data.europa.eu/eli/reg/2024/1689#art_14"
    assert link("ai_act:annex-III", FR) == "http://data.europa.eu/eli/reg/2024/1689"
    assert link("gdpr:22", FR) is None


@given(st.sampled_from(["ai_act", "gdpr", "lil", "ct", "cjeu", "wp216", "x"]), st.text())
def test_any_citation_gives_words(name: str, locator: str) -> None:
    for language, texts in (("fr", FR), ("en", EN)):
        assert isinstance(cite(f"{name}:{locator}", language, texts, full=True), str)
