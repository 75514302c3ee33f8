"""What to ask next: missing facts, in the order in which answers would settle most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.model.verdicts import Missing, Qualification, Question, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.model.vocabulary import Vocabulary

_SEVERITY: Final = {"error": 3.0, "warning": 2.0, "note": 1.0}
_TIMING: Final = {"now": 1.0, "due_later": 0.9, "upcoming": 0.8}
_QUALIFICATION: Final = 4.0
_DETAIL: Final = 0.5
"""A detail weighs half as much as an essential question."""


def ranked(
    vocabulary: Vocabulary, verdicts: Sequence[Verdict], qualified: Sequence[Qualification]
) -> tuple[Question, ...]:
    """Return the questions, weightiest first, then in the order of the story.

    A verdict or qualification that lacks n things gives each of them 1/n of its weight: what
    settles it alone comes before what settles it with nine others.
    """
    weights: dict[tuple[str, str | None], float] = {}
    missing: dict[tuple[str, str | None], Missing] = {}
    rules: dict[tuple[str, str | None], list[str]] = {}
    for verdict in verdicts:
        weight = _SEVERITY[verdict.severity] * _TIMING[verdict.timing]
        for one in verdict.missing:
            _add(one, weight / len(verdict.missing), weights, missing)
            rules.setdefault((one.fact, one.item), []).append(verdict.rule)
    for qualification in qualified:
        for one in qualification.missing:
            _add(one, _QUALIFICATION / len(qualification.missing), weights, missing)
    questions = [
        Question(
            missing[key],
            round(weight * _depth(vocabulary, key[0]), 3),
            len(rules.get(key, ())),
            tuple(sorted(set(rules.get(key, ())))),
        )
        for key, weight in weights.items()
    ]
    return tuple(sorted(questions, key=lambda q: (-q.weight, _rank(vocabulary, q.missing))))


def _add(
    one: Missing,
    weight: float,
    weights: dict[tuple[str, str | None], float],
    missing: dict[tuple[str, str | None], Missing],
) -> None:
    key = (one.fact, one.item)
    weights[key] = weights.get(key, 0.0) + weight
    missing.setdefault(key, one)


def _depth(vocabulary: Vocabulary, fact: str) -> float:
    spec = vocabulary.facts.get(fact)
    return _DETAIL if spec is not None and spec.depth == "detail" else 1.0


def _rank(vocabulary: Vocabulary, one: Missing) -> tuple[int, str, str]:
    spec = vocabulary.facts.get(one.fact)
    return (spec.position if spec is not None else 10_000, one.fact, one.item or "")
