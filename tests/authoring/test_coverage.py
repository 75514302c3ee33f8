"""Coverage counts what rules in force list, what is left out, and honestly what remains."""

from __future__ import annotations

from typing import Any

import pytest

from governance.authoring.coverage import coverage, record, totals
from governance.authoring.coverage_text import markdown, text
from governance.loading import pack_files as files
from governance.loading.packs import PackSource
from governance.loading.rule_files import Place
from governance.model.texts import Texts

SAID = {"fr": "Dit ceci.", "en": "Says this."}
INSTRUMENTS: dict[str, dict[str, Any]] = {
    "ai_act": {"title": "AI Act", "short": "AI Act", "kind": "regulation"},
    "wp216": {"title": "WP216", "short": "WP216", "kind": "guidance"},
}
TEXTS = Texts("en", {"instruments": INSTRUMENTS})


def norm(cite: str, **more: Any) -> files.NormEntry:
    return files.NormEntry.model_validate({"cite": cite, "title": SAID, **more})


def rule(name: str, covers: list[str], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name.lower(),
        "kind": "obligation",
        "title": SAID,
        "cites": ["ai_act:1"],
        "covers": covers,
        "why": SAID,
        "requires": {"a.b": True},
        "remedy": SAID,
        "tests": {"given": {}, "cases": [{"name": "a", "expect": "satisfied"}]},
        **more,
    }


def source(norms: dict[str, files.NormEntry], *rules: dict[str, Any]) -> PackSource:
    found = PackSource()
    found.norms = norms
    found.instruments = dict.fromkeys(INSTRUMENTS)  # type: ignore[arg-type]
    data = {"instrument": "ai_act", "reviewed": {"on": "2026-11-24", "by": "t"}, "rules": rules}
    if rules:
        file = files.RuleFile.model_validate({**data, "rules": list(rules)})
        found.rules = [(Place("p", "p/a.yaml", "p/a.yaml"), None, file)]  # type: ignore[list-item]
    return found


NORMS = {
    "one": norm("ai_act:26.1"),
    "two": norm("ai_act:26.2"),
    "annex": norm("ai_act:annex-IX.1", left_out=SAID),
    "early": norm("ai_act:4"),
    "advice": norm("wp216", binding=False),
}


@pytest.mark.parametrize(
    ("more", "covered"),
    [
        ({}, 1),
        ({"status": "draft"}, 0),
        ({"status": "retired"}, 0),
        ({"text_from": "2026-07-27"}, 1),
        ({"text_from": "2027-01-01"}, 0),
        ({"text_until": "2026-07-26"}, 0),
    ],
)
def test_only_rules_in_force_cover(more: dict[str, Any], covered: int) -> None:
    found = coverage(source(NORMS, rule("A-1", ["one"], **more)), "2026-11-24")
    assert totals(one for one in found if one.binding) == {
        "provisions": 4,
        "covered": covered,
        "left_out": 1,
        "remaining": 3 - covered,
    }


def test_guidance_stands_apart() -> None:
    found = coverage(source(NORMS), "2026-11-24")
    assert [(one.instrument, one.binding) for one in found] == [("ai_act", True), ("wp216", False)]


def test_articles_come_in_order_of_the_text() -> None:
    names = ["ai_act:annex-IX", "ai_act:annex-III", "ai_act:26", "ai_act:4a", "ai_act:4"]
    found = coverage(source({name: norm(name) for name in names}), "2026-11-24")
    assert [one.name for one in found[0].articles] == ["4", "4a", "26", "annex-III", "annex-IX"]


def test_a_rule_counts_before_a_reason() -> None:
    found = coverage(source(NORMS, rule("A-1", ["annex"])), "2026-11-24")
    states = {one.id: one.state for article in found[0].articles for one in article.standings}
    assert states["annex"] == "covered"


def test_text() -> None:
    found = coverage(source(NORMS, rule("A-1", ["one", "two"])), "2026-11-24")
    assert (
        text(found, TEXTS, "2026-11-24", remaining=True)
        == """\
Law read as of 24 November 2026.

LAW

AI Act
  Article   Provisions  Covered  Left out  Remaining  Rules
  Art.\u00a04             1        0         0          1
  Art.\u00a026            2        2         0          0  A-1
  Annex\u00a0IX           1        0         1          0
  - `early` Says this.

4 provisions of law: 2 covered by a rule, 1 left out with a reason, 1 remaining.

GUIDANCE

WP216
  Article     Provisions  Covered  Left out  Remaining  Rules
  whole text           1        0         0          1
  - `advice` Says this.

1 provisions of guidance: 0 covered by a rule, 0 left out with a reason, 1 remaining.

Covered means that a rule in force is about the provision; its open points remain to be judged.
"""
    )


def test_markdown_gives_reasons_and_what_remains() -> None:
    shown = markdown(coverage(source(NORMS), "2026-11-24"), TEXTS, "2026-11-24")
    assert "**Left out**\n\n- Says this. Annex\u00a0IX (`annex`)" in shown
    assert "**Remaining**\n\n- `early` Says this.\n- `one` Says this." in shown


def test_record() -> None:
    found = record(coverage(source(NORMS, rule("A-1", ["one"])), "2026-11-24"), "2026-11-24")
    assert found["format"] == "gardefou/coverage/v1"
    assert found["law"]["remaining"] == 2
    assert found["guidance"]["provisions"] == 1
    provisions = found["instruments"][0]["articles"][1]["provisions"]
    assert provisions[0] == {
        "id": "one", "cite": "ai_act:26.1", "to": [], "state": "covered", "rules": ["A-1"],
    }  # fmt: skip


def test_shipped_norms_are_all_counted(source: PackSource) -> None:
    found = coverage(source, "2026-11-24")
    assert totals(found)["provisions"] == len(source.norms)
