from __future__ import annotations

from typing import Any

from governance.engine import consistency
from governance.engine.consistency import Inconsistency
from governance.reporting.findings import inconsistency

CODES = [value for value in vars(consistency).values() if str(value).startswith("GF2")]


def test_every_inconsistency_has_a_message_and_a_remedy(make: Any, language: str) -> None:
    assert len(CODES) == len(set(CODES)) > 8
    for code in CODES:
        one = Inconsistency(
            code,
            "/claims",
            "ai_act.roles",
            frozenset({"provider"}),
            frozenset(),
            "{R}",
            "2026-11-24",
        )
        message, hint = inconsistency(one, make.texts(language))
        assert message.endswith(".")
        assert hint.endswith(".")
        assert message != inconsistency(one, make.texts("en" if language == "fr" else "fr"))[0]


def test_a_claim_is_told_with_labels(make: Any) -> None:
    one = Inconsistency(
        consistency.CLAIM_DIFFERS, "/claims", "ai_act.roles", frozenset({"provider"}), frozenset()
    )
    message, _ = inconsistency(one, make.texts("fr"))
    assert "Rôles au titre du règlement : Fournisseur" in message
    assert "néant" in message
