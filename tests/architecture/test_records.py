"""Our named tuples behave as those of the standard library."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from governance import records


class Ours(records.NamedTuple):
    """Doc."""

    a: int
    b: str = "x"
    """Of b."""
    c: tuple[int, ...] = ()

    @property
    def double(self) -> int:
        return 2 * self.a

    def said(self) -> str:
        return f"{self.a} {self.b}"


class Theirs(typing.NamedTuple):
    """Doc."""

    a: int
    b: str = "x"
    c: tuple[int, ...] = ()

    @property
    def double(self) -> int:
        return 2 * self.a

    def said(self) -> str:
        return f"{self.a} {self.b}"


GOOD: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, "y"), {}),
    ((1, "y", (2,)), {}),
    ((), {"a": 1}),
    ((1,), {"c": (3,)}),
    ((), {"c": (3,), "b": "z", "a": 0}),
]
BAD: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {}),
    ((1, "y", (), 4), {}),
    ((1,), {"a": 2}),
    ((1,), {"d": 2}),
    ((), {"b": "z"}),
]


@pytest.mark.parametrize(("values", "named"), GOOD)
def test_same_values(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Ours(*values, **named), Theirs(*values, **named)
    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert (ours.a, ours.b, ours.c, ours.double, ours.said()) == (
        theirs.a, theirs.b, theirs.c, theirs.double, theirs.said(),
    )  # fmt: skip
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(b="w") == theirs._replace(b="w")
    assert type(ours._replace(b="w")) is Ours
    assert copy.deepcopy(ours) == pickle.loads(pickle.dumps(ours)) == ours
    match ours:
        case Ours(a, b, c):
            assert (a, b, c) == theirs


@pytest.mark.parametrize(("values", "named"), BAD)
def test_same_refusals(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_same_class() -> None:
    assert Ours._fields == Theirs._fields
    assert Ours._field_defaults == Theirs._field_defaults
    assert Ours.__doc__ == Theirs.__doc__
    assert Ours.__match_args__ == Theirs.__match_args__
    assert issubclass(Ours, tuple)
    assert Ours._make([1, "b", ()]) == Ours(1, "b", ())
    with pytest.raises(AttributeError):
        Ours(1).a = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Ours(1).other = 2  # type: ignore[attr-defined]
    with pytest.raises((TypeError, ValueError)):
        Ours(1)._replace(z=1)
