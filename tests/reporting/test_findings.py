from __future__ import annotations

from typing import Any

from governance.engine import consistency
from governance.engine.consistency import Inconsistency
from governance.reporting.findings import inconsistency
from governance.reporting.voice import Voice, voice

CODES = [value for value in vars(consistency).values() if str(value).startswith("GF2")]


def spoken(make: Any, language: str) -> Voice:
    return voice(make.book(), make.texts(language))


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
        message, hint = inconsistency(one, spoken(make, language))
        assert message.endswith(".")
        assert hint.endswith(".")
        assert message != inconsistency(one, spoken(make, "en" if language == "fr" else "fr"))[0]


def test_a_claim_is_told_with_labels(make: Any) -> None:
    one = Inconsistency(
        consistency.CLAIM_DIFFERS, "/claims", "ai_act.roles", frozenset({"provider"}), frozenset()
    )
    message, _ = inconsistency(one, spoken(make, "fr"))
    assert "Rôles au titre du règlement : Fournisseur" in message
    assert "néant" in message
