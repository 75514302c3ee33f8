"""T1 to T23: cases on which known checkers of the AI Act disagree or go wrong.

Each test is named after its case; its declarations are in the folder of the same number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Check = Callable[[str, str], Any]

TODAY = "2026-11-24"
LATER = "2028-09-15"
"""A day on which all high-risk duties apply."""


def test_t01_a_deployer_whose_tool_is_exempt_owes_no_impact_assessment(check: Check) -> None:
    found = check("T01-derogation-granted/deployer", LATER)
    assert found.says("ai_act.annex_iii_points") == ["III-4-a"]
    assert found.says("ai_act.exempt_6_3") is True
    assert found.says("ai_act.high_risk") is False
    assert found.says("ai_act.fria_required") is False
    assert found.outcome("AIA-27-1") == "not_applicable"
    assert found.outcome("AIA-26-2") == "not_applicable"
    # the written assessment is the provider's
    assert found.says("ai_act.roles") == ["deployer"]
    assert found.outcome("AIA-6-4") == "not_applicable"


def test_t02_an_unlisted_area_does_not_clear_the_other(check: Check) -> None:
    found = check("T02-each-area-alone/network-and-rooms", LATER)
    assert found.says("ai_act.annex_iii_points") == ["III-2"]
    assert found.says("ai_act.high_risk") is True


def test_t03_a_derogation_for_one_use_does_not_free_the_other(check: Check) -> None:
    found = check("T03-derogation-per-use/network-and-recruitment", LATER)
    assert found.says("ai_act.annex_iii_points") == ["III-2", "III-4-a"]
    assert found.certain("ai_act.exemption_grounds") == ["a"]
    assert found.says("ai_act.exempt_6_3") is False
    assert found.says("ai_act.high_risk") is True


@pytest.mark.parametrize(("name", "high"), [("self-certified", False), ("third-party", True)])
def test_t04_a_product_is_high_risk_only_if_a_third_party_checks_it(
    check: Check, name: str, high: bool
) -> None:
    found = check(f"T04-product-self-certified/{name}", LATER)
    assert found.says("ai_act.safety_component") is True
    assert found.says("ai_act.high_risk_annex_i") is high
    assert found.says("ai_act.high_risk") is high


def test_t05_a_check_without_a_product_is_a_remark_and_no_verdict(check: Check) -> None:
    found = check("T05-no-product-yet-checked/deployer", LATER)
    assert found.remarks() == ["COH-no-product-yet-checked"]
    (remark,) = found.found.findings
    assert remark.severity == "warning"
    assert [one.line for one in remark.related] == [remark.location.line + 1]  # both answers
    assert found.says("ai_act.high_risk_annex_i") is False
    assert found.says("ai_act.high_risk") is False


def test_t06_section_b_leaves_the_prohibitions_and_transparency(check: Check) -> None:
    found = check("T06-annex-i-section-b/car", LATER)
    assert found.says("ai_act.high_risk_annex_i") is True
    assert found.says("ai_act.limited_regime") is True
    for rule in ("AIA-12-1", "AIA-14-1", "AIA-13-2", "AIA-43"):
        assert found.outcome(rule) == "not_applicable"
    assert found.says("ai_act.prohibited") is False
    assert found.outcome("AIA-5-1-a") == "satisfied"
    assert "50-1" in found.certain("ai_act.transparency_duties")
    assert found.outcome("AIA-50-1") == "violated"


def test_t07_all_four_grounds_at_once_are_implausible(check: Check) -> None:
    found = check("T07-all-four-conditions/four-conditions", LATER)
    assert found.says("ai_act.exemption_grounds") == ["a", "b", "c", "d"]
    assert found.remarks() == ["COH-every-derogation"]
    assert len(found.found.findings[0].related) == 3


def test_t08_an_asserted_derogation_says_today_and_what_would_change_it(check: Check) -> None:
    bare = check("T08-derogation-asserted/not-documented", LATER)
    assert bare.says("ai_act.exempt_6_3") is True
    assert bare.says("ai_act.high_risk") is False
    assert bare.outcome("AIA-6-4") == "violated"
    assert "AIA-6-4" in bare.text()
    assert bare.says("ai_act.registration") == ["not_high_risk_entry"]
    early = check("T08-derogation-asserted/not-documented", TODAY)
    assert early.outcome("AIA-6-4") == "violated upcoming"
    written = check("T08-derogation-asserted/documented", LATER)
    assert written.outcome("AIA-6-4") == "satisfied"
    # one aspect evaluated, and the derogation is gone whatever is written
    profiling = check("T08-derogation-asserted/profiling", LATER)
    assert profiling.says("ai_act.exempt_6_3") is False
    assert profiling.says("ai_act.high_risk") is True


@pytest.mark.parametrize("name", ["not-told", "unknown"])
def test_t09_an_unknown_activity_is_never_a_no(check: Check, name: str) -> None:
    found = check(f"T09-annex-iii-unsure/{name}", LATER)
    assert "use_case.functions" in found.asks("ai_act.high_risk")
    assert "use_case.functions" in found.asks("ai_act.annex_iii_points")
    assert found.outcome("AIA-26-2") == "undetermined"


def test_t10_without_a_country_the_scope_is_open(check: Check) -> None:
    found = check("T10-territory-missing/nowhere", LATER)
    asked = found.asks("ai_act.in_scope")
    assert {"organisation.countries", "deployment.countries"} <= set(asked)
    assert found.outcome("AIA-26-2") == "undetermined"


def test_t11_a_low_risk_provider_has_nothing_to_exclude(check: Check) -> None:
    found = check("T11-low-risk-provider/provider", LATER)
    assert "provider" in found.says("ai_act.roles")
    assert found.says("ai_act.annex_iii_points") == []
    assert found.outcome("AIA-6-4") == "not_applicable"
    assert found.says("ai_act.registration") == []


def test_t12_the_deployer_of_a_deep_fake_discloses_it(check: Check) -> None:
    found = check("T12-deployer-deep-fake/not-disclosed", TODAY)
    assert found.says("ai_act.roles") == ["deployer"]
    assert "50-4-deepfake" in found.certain("ai_act.transparency_duties")
    assert found.outcome("AIA-50-4-deepfake") == "violated"
    assert found.outcome("AIA-50-2") == "not_applicable"  # the marking is the provider's
    disclosed = check("T12-deployer-deep-fake/disclosed", TODAY)
    assert disclosed.outcome("AIA-50-4-deepfake") == "satisfied"


def test_t13_a_prohibition_comes_first_and_hides_nothing_else(check: Check) -> None:
    found = check("T13-prohibited-and-more/emotions-at-work", TODAY)
    assert found.outcome("AIA-5-1-f") == "violated"
    assert found.says("ai_act.high_risk") is True
    assert found.says("gdpr.applies") is True
    gdpr = [one for one in found.found.assessment.verdicts if one.rule.startswith("GDPR-")]
    assert any(one.outcome == "violated" for one in gdpr)
    text = found.text()
    gaps = text[text.index("Gaps") :]
    assert 0 < gaps.index("AIA-5-1-f") < gaps.index("GDPR-")


def test_t14_the_prohibition_binds_a_representative_too(check: Check) -> None:
    found = check("T14-representative-of-prohibited/representative", TODAY)
    assert "authorised_representative" in found.certain("ai_act.roles")
    assert found.says("ai_act.prohibited") is True
    assert found.outcome("AIA-5-1-f") == "violated"


def test_t15_two_roles_owe_the_duties_of_both(check: Check) -> None:
    both, deployer, provider = (
        check(f"T15-both-roles/{name}", LATER) for name in ("both", "deployer", "provider")
    )
    assert {"deployer", "provider"} <= set(both.says("ai_act.roles"))
    assert both.applicable("AIA-26-2")
    assert both.applicable("AIA-14-1")
    assert deployer.applicable("AIA-26-2")
    assert not deployer.applicable("AIA-14-1")
    assert provider.applicable("AIA-14-1")
    assert not provider.applicable("AIA-26-2")
    assert both.addressees() >= deployer.addressees() | provider.addressees()


def test_t16_the_day_decides_on_a_nudifying_tool(check: Check) -> None:
    before = check("T16-nudify/provider", "2026-11-22")
    assert before.outcome("AIA-5-1-ba") == "violated upcoming"
    assert before.since("ai_act.prohibited") == ("2026-12-02", "upcoming")
    after = check("T16-nudify/provider", "2026-12-03")
    assert after.outcome("AIA-5-1-ba") == "violated"
    assert after.since("ai_act.prohibited") == ("2026-12-02", "now")
    # before the amendment the practice was not in the law at all
    earlier = check("T16-nudify/provider", "2026-07-26")
    assert earlier.says("ai_act.prohibited_practices") == []


def test_t17_article_5_applies_since_2_february_2025(check: Check) -> None:
    eve = check("T13-prohibited-and-more/emotions-at-work", "2025-02-01")
    assert eve.outcome("AIA-5-1-f") == "violated upcoming"
    assert eve.since("ai_act.prohibited") == ("2025-02-02", "upcoming")
    day = check("T13-prohibited-and-more/emotions-at-work", "2025-02-02")
    assert day.outcome("AIA-5-1-f") == "violated"


def test_t18_a_private_bank_that_scores_credit_owes_the_assessment(check: Check) -> None:
    found = check("T18-private-credit-scoring/bank", LATER)
    assert found.says("ai_act.annex_iii_points") == ["III-5-b"]
    assert found.says("ai_act.fria_required") is True
    assert found.outcome("AIA-27-1") == "violated"


@pytest.mark.parametrize(("name", "required"), [("private", False), ("public-service", True)])
def test_t19_a_recruiter_owes_it_only_as_a_public_service(
    check: Check, name: str, required: bool
) -> None:
    found = check(f"T19-private-recruiter/{name}", LATER)
    assert found.says("ai_act.high_risk") is True
    assert found.says("ai_act.fria_required") is required
    assert found.applicable("AIA-27-1") is required


def test_t20_open_source_frees_nothing_that_matters(check: Check) -> None:
    high = check("T20-open-source/high-risk", LATER)
    assert high.says("ai_act.in_scope") is True
    assert high.says("ai_act.high_risk") is True
    assert high.applicable("AIA-14-1")
    chatbot = check("T20-open-source/chatbot", LATER)
    assert chatbot.says("ai_act.in_scope") is True
    assert chatbot.outcome("AIA-50-1") == "violated"
    prohibited = check("T20-open-source/prohibited", LATER)
    assert prohibited.says("ai_act.in_scope") is True
    assert prohibited.outcome("AIA-5-1-f") == "violated"
    assert check("T20-open-source/low-risk", LATER).says("ai_act.in_scope") is False


def test_t21_an_unchanged_earlier_system_is_left_alone(check: Check) -> None:
    unchanged = check("T21-already-on-the-market/unchanged", LATER)
    assert unchanged.says("ai_act.high_risk") is True
    assert unchanged.says("ai_act.legacy_system") is True
    assert unchanged.outcome("AIA-26-2") == "not_applicable"
    for name in ("redesigned", "recent"):
        found = check(f"T21-already-on-the-market/{name}", LATER)
        assert found.says("ai_act.legacy_system") is False
        assert found.applicable("AIA-26-2")


@pytest.mark.parametrize("aim", ["medical", "safety"])
def test_t22_emotions_at_work_for_health_or_safety_stay_high_risk(check: Check, aim: str) -> None:
    found = check(f"T22-emotions-for-safety/{aim}", LATER)
    assert found.says("ai_act.prohibited") is False
    assert found.says("ai_act.annex_iii_points") == ["III-1-c"]
    assert found.says("ai_act.high_risk") is True


def test_t22_the_aim_is_asked_for(check: Check) -> None:
    assert check("T22-emotions-for-safety/not-said", LATER).asks("ai_act.prohibited") == [
        "system.emotions.aim"
    ]
    assert check("T22-emotions-for-safety/wellbeing", LATER).says("ai_act.prohibited") is True


def test_t23_the_order_of_answers_changes_nothing(check: Check) -> None:
    first, second = (
        check(f"T23-order-of-answers/{name}", LATER) for name in ("education-first", "work-first")
    )
    assert first.says("ai_act.high_risk") is True
    assert first.says("ai_act.annex_iii_points") == ["III-3-b"]
    told = [
        {one.rule: (one.outcome, one.timing) for one in found.found.assessment.verdicts}
        for found in (first, second)
    ]
    assert told[0] == told[1]
