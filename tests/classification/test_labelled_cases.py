"""No labelled case is answered wrongly, and none is left open without a reason."""

from __future__ import annotations

import pytest

from governance import api
from tests.classification import score


@pytest.fixture(scope="module")
def session() -> api.Session:
    return api.Session()


@pytest.fixture(scope="module")
def scores(session: api.Session) -> list[score.Score]:
    return list(score.scores(session))


def test_no_answer_is_wrongly_settled(scores: list[score.Score]) -> None:
    wrong = [score.shown(one) for one in scores if one.outcome == score.WRONG]
    assert not wrong, "\n".join(wrong)


def test_each_open_answer_has_a_reason(scores: list[score.Score]) -> None:
    unexplained = [score.shown(one) for one in scores if one.outcome == score.OPEN]
    assert not unexplained, "\n".join(unexplained)


def test_each_reason_is_for_an_open_answer(scores: list[score.Score]) -> None:
    idle = [
        score.shown(one) for one in scores if one.reason and one.outcome != score.OPEN_WITH_REASON
    ]
    assert not idle, "\n".join(idle)


def test_each_case_has_a_declaration_without_faults(session: api.Session) -> None:
    names = {path.name.removesuffix(".gardefou.yaml") for path in score.CASES.iterdir()}
    assert names == {label["id"] for label in score.labels()["cases"]}
    faulty = {name: score.read(session, name).problems for name in sorted(names)}
    assert not {name: found for name, found in faulty.items() if found}
