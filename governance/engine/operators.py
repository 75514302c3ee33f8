"""The closed set of operators: a known value against an argument, in three values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from governance.model.values import FALSE, TRUE, UNKNOWN, Tri, TriSet

Operator = Callable[[Any, Any], Tri]


def _of(found: bool) -> Tri:
    return TRUE if found else FALSE


def _bounds(value: Any) -> tuple[frozenset[str], frozenset[str]]:
    if type(value) is TriSet:
        return value.certain, value.possible
    if type(value) is tuple:  # a list of items: only its length is ever asked
        return frozenset(str(position) for position in range(len(value))), frozenset()
    return (value if isinstance(value, frozenset) else frozenset(value)), frozenset()


def _graded(certain: object, possible: object) -> Tri:
    if certain:
        return TRUE
    return UNKNOWN if possible else FALSE


def is_(value: Any, argument: Any) -> Tri:
    """Say whether both are equal; a number is never a boolean."""
    return _of(value == argument and isinstance(value, bool) == isinstance(argument, bool))


def in_(value: Any, argument: Any) -> Tri:
    """Say whether the value is one of the list."""
    return _of(value in argument)


def not_in(value: Any, argument: Any) -> Tri:
    """Say whether the value is none of the list."""
    return _of(value not in argument)


def includes(value: Any, argument: Any) -> Tri:
    """Say whether the set has the member."""
    certain, possible = _bounds(value)
    return _graded(argument in certain, argument in possible)


def includes_any(value: Any, argument: Any) -> Tri:
    """Say whether the set has at least one of the members."""
    certain, possible = _bounds(value)
    return _graded(not certain.isdisjoint(argument), not possible.isdisjoint(argument))


def includes_all(value: Any, argument: Any) -> Tri:
    """Say whether the set has all of the members."""
    certain, possible = _bounds(value)
    wanted = frozenset(argument)
    return _graded(wanted <= certain, wanted <= certain | possible)


def includes_any_except(value: Any, argument: Any) -> Tri:
    """Say whether the set has a member other than those."""
    certain, possible = _bounds(value)
    return _graded(certain - frozenset(argument), possible - frozenset(argument))


def only(value: Any, argument: Any) -> Tri:
    """Say whether the set has members, and none but those."""
    certain, possible = _bounds(value)
    allowed = frozenset(argument)
    if certain - allowed:
        return FALSE
    if possible - allowed:
        return UNKNOWN
    return _graded(certain, possible)


def empty(value: Any, argument: Any) -> Tri:
    """Say whether the set or list has no member (or has some, when the argument is false)."""
    certain, possible = _bounds(value)
    truth = FALSE if certain else UNKNOWN if possible else TRUE
    return truth if argument else 2 - truth


def size_at_least(value: Any, argument: Any) -> Tri:
    """Say whether the set or list has at least so many members."""
    certain, possible = _bounds(value)
    return _graded(len(certain) >= argument, len(certain) + len(possible) >= argument)


def size_at_most(value: Any, argument: Any) -> Tri:
    """Say whether the set or list has at most so many members."""
    return 2 - size_at_least(value, argument + 1)


def stated(value: Any, argument: Any) -> Tri:
    """Something is said: a text that says "none" is an answer, and the answer is nothing."""
    return _of((value != "") == argument)


def at_least(value: Any, argument: Any) -> Tri:
    """Say whether the number is not below the bound."""
    return _of(value >= argument)


def at_most(value: Any, argument: Any) -> Tri:
    """Say whether the number is not above the bound."""
    return _of(value <= argument)


def more_than(value: Any, argument: Any) -> Tri:
    """Say whether the number is above the bound."""
    return _of(value > argument)


def less_than(value: Any, argument: Any) -> Tri:
    """Say whether the number is below the bound."""
    return _of(value < argument)


def _day(value: Any) -> str:
    return str(value)[:10]


def before(value: Any, argument: Any) -> Tri:
    """Say whether the day comes before."""
    return _of(_day(value) < _day(argument))


def after(value: Any, argument: Any) -> Tri:
    """Say whether the day comes after."""
    return _of(_day(value) > _day(argument))


def not_before(value: Any, argument: Any) -> Tri:
    """Say whether the day comes after or is the same."""
    return _of(_day(value) >= _day(argument))


def not_after(value: Any, argument: Any) -> Tri:
    """Say whether the day comes before or is the same."""
    return _of(_day(value) <= _day(argument))


OPERATORS: Final[dict[str, Operator]] = {
    "is": is_,
    "in": in_,
    "not_in": not_in,
    "includes": includes,
    "includes_any": includes_any,
    "includes_all": includes_all,
    "includes_any_except": includes_any_except,
    "only": only,
    "includes_any_from": includes_any,
    "includes_any_outside": includes_any_except,
    "empty": empty,
    "size_at_least": size_at_least,
    "size_at_most": size_at_most,
    "stated": stated,
    "at_least": at_least,
    "at_most": at_most,
    "more_than": more_than,
    "less_than": less_than,
    "before": before,
    "after": after,
    "not_before": not_before,
    "not_after": not_after,
}


def when_not_arising(operator: str, argument: Any) -> Tri:
    """Answer for a question that cannot arise: no test holds, except those that say "nothing"."""
    if operator in {"not_in", "size_at_most"}:
        return TRUE
    if operator == "empty":
        return _of(bool(argument))
    if operator == "stated":
        return _of(not argument)
    return FALSE
