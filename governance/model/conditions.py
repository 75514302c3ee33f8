"""Conditions of rules as plain trees; each node knows how to become JSON and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class All(NamedTuple):
    """True when every part is."""

    parts: tuple[Condition, ...]


class Any_(NamedTuple):  # noqa: N801 - `Any` belongs to typing
    """True when some part is."""

    parts: tuple[Condition, ...]


class Not(NamedTuple):
    """True when the part is false."""

    part: Condition


class Test(NamedTuple):
    """One operator applied to one fact; ``this.`` facts are fields of the current item."""

    fact: str
    operator: str
    argument: Any
    unknown_if: tuple[str, ...] = ()
    evidence: bool = False
    cites: tuple[str, ...] = ()


class Every(NamedTuple):
    """True when every item that meets ``where`` satisfies the condition."""

    items: str
    where: Condition | None
    satisfies: Condition
    cites: tuple[str, ...] = ()


class Some(NamedTuple):
    """True when some item that meets ``where`` satisfies the condition."""

    items: str
    where: Condition | None
    satisfies: Condition
    cites: tuple[str, ...] = ()


class Count(NamedTuple):
    """Compare the number of items that meet ``where`` with a number."""

    items: str
    where: Condition | None
    operator: str
    argument: Any
    cites: tuple[str, ...] = ()


class Judged(NamedTuple):
    """True when a person has recorded that the topic is met."""

    topic: str
    cites: tuple[str, ...] = ()


Condition = All | Any_ | Not | Test | Every | Some | Count | Judged

_TAGS: dict[str, type[Any]] = {
    "all": All,
    "any": Any_,
    "not": Not,
    "test": Test,
    "every": Every,
    "some": Some,
    "count": Count,
    "judged": Judged,
}
_NAMES: dict[type[Any], str] = {kind: tag for tag, kind in _TAGS.items()}


def to_json(condition: Condition | None) -> Any:
    """Return the condition as nested lists."""
    if condition is None:
        return None
    tag = _NAMES[type(condition)]
    match condition:
        case All(parts) | Any_(parts):
            return [tag, *[to_json(part) for part in parts]]
        case Not(part):
            return [tag, to_json(part)]
        case Every(items, where, satisfies, cites) | Some(items, where, satisfies, cites):
            return [tag, items, to_json(where), to_json(satisfies), list(cites)]
        case Count(items, where, operator, argument, cites):
            return [tag, items, to_json(where), operator, argument, list(cites)]
        case Judged(topic, cites):
            return [tag, topic, list(cites)]
        case _:
            return [
                tag,
                condition.fact,
                condition.operator,
                condition.argument,
                list(condition.unknown_if),
                condition.evidence,
                list(condition.cites),
            ]


def from_json(data: Any) -> Condition:
    """Return the condition that ``to_json`` wrote."""
    tag = data[0]
    if tag == "test":
        return Test(data[1], data[2], data[3], tuple(data[4]), data[5], tuple(data[6]))
    if tag == "all":
        return All(tuple([from_json(part) for part in data[1:]]))
    if tag == "any":
        return Any_(tuple([from_json(part) for part in data[1:]]))
    if tag == "not":
        return Not(from_json(data[1]))
    if tag == "judged":
        return Judged(data[1], tuple(data[2]))
    where = None if data[2] is None else from_json(data[2])
    if tag == "count":
        return Count(data[1], where, data[3], data[4], tuple(data[5]))
    kind = Every if tag == "every" else Some
    return kind(data[1], where, from_json(data[3]), tuple(data[4]))


def children(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly inside this one."""
    match condition:
        case All(parts) | Any_(parts):
            return parts
        case Not(part):
            return (part,)
        case Every(_, where, satisfies, _) | Some(_, where, satisfies, _):
            return (satisfies,) if where is None else (where, satisfies)
        case Count(_, where, _, _, _):
            return () if where is None else (where,)
        case _:
            return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """Yield the condition and all conditions inside it, outermost first."""
    yield condition
    for child in children(condition):
        yield from walk(child)


def reference_facts(argument: Any) -> Iterator[str]:
    """Yield the facts that an operator's argument refers to."""
    if isinstance(argument, dict) and "fact" in argument:
        yield argument["fact"]
