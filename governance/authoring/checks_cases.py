"""Checks of conditions and of their cases: outcomes tried, numbers, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.authoring.packs_in_view import Found, Packs, Place, Remark, Written
from governance.loading.pack_files import ContradictionEntry
from governance.model.days import valid
from governance.model.operators import DATES, NUMBERS
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from governance.loading.pack_files import DerivedEntry, RuleEntry

_BOUNDS: Final = NUMBERS | {"size_at_least", "size_at_most"}
_PLAIN: Final = 2
"""One and two are words of the text (“at least two persons”); beyond, the law may move it."""


def untried(packs: Packs) -> Iterator[Found]:
    """Report outcomes that a rule can have and none of its cases expects."""
    for one in packs.rules():
        entry = one.entry
        if entry.kind == "derivation":
            spec = None if entry.derive is None else packs.source.derived.get(entry.derive.fact)
            if entry.derive is None or spec is None:
                continue
            wanted, tried = _of_derivation(entry, spec)
        else:
            wanted, tried = _of_rule(entry)
        yield from _missing(one.at("/tests"), entry.id, wanted, tried)
    for place, stated in _contradictions(packs):
        tried = {str(case.expect) for case in stated.tests.cases}
        yield from _missing(place("/tests"), stated.id, ["found", "silent"], tried)


def _missing(place: Place, name: str, wanted: list[str], tried: set[str]) -> Iterator[Found]:
    names = ", ".join(outcome for outcome in wanted if outcome not in tried)
    if names:
        yield Found(
            place,
            LocalText(f"{name} : aucun cas n’attend {names}", f"{name}: no case expects {names}"),
        )


def _contradictions(
    packs: Packs,
) -> Iterator[tuple[Callable[[str], Place], ContradictionEntry]]:
    """Yield each contradiction with where its parts are written."""
    for one in packs.remarks():
        if isinstance(one.entry, ContradictionEntry):
            yield one.at, one.entry


def _of_rule(entry: RuleEntry) -> tuple[list[str], set[str]]:
    wanted = ["satisfied", "violated", "undetermined"]
    if entry.applies_when is not None or entry.unless or entry.for_each is not None:
        wanted.append("not_applicable")
    tried: set[str] = set()
    for case in entry.tests.cases:
        expected = case.expect
        tried |= set(expected.values()) if isinstance(expected, dict) else {str(expected)}
    return wanted, tried


def _of_derivation(entry: RuleEntry, spec: DerivedEntry) -> tuple[list[str], set[str]]:
    assert entry.derive is not None
    fact, member = entry.derive.fact, entry.derive.includes
    expected = [
        case.expect[fact]
        for case in entry.tests.cases
        if isinstance(case.expect, dict) and fact in case.expect
    ]
    tried = {word for one in expected for word in _tried(one, member)}
    if entry.derive.collect:
        return ["includes", "possible"], tried
    if member is not None:
        closed = spec.complete
        return ["includes", *(["excludes"] if closed else []), "possible"], tried
    if spec.type == "date":
        return ["a date", "unknown"], tried
    return ["true", *(["false"] if spec.otherwise is False else []), "unknown"], tried


def _tried(expected: Any, member: str | None) -> Iterator[str]:
    """Yield the outcomes that one expectation stands for."""
    match expected:
        case bool():
            yield str(expected).lower()
        case "unknown":
            yield "unknown"
            yield "possible"
        case str():
            yield "a date"
        case list():
            yield "includes" if member in expected or (member is None and expected) else "excludes"
        case dict():
            yield from (str(way) for way in expected)
        case _:
            return


def same_name(packs: Packs) -> Iterator[Found]:
    """Report cases that share a name: a failure could not be told from another."""
    rules = ((one.at, one.entry.id, one.entry.tests) for one in packs.rules())
    stated = ((place, entry.id, entry.tests) for place, entry in _contradictions(packs))
    for place, name, tests in (*rules, *stated):
        seen: set[str] = set()
        for index, case in enumerate(tests.cases):
            if case.name in seen:
                yield Found(
                    place(f"/tests/cases/{index}"),
                    LocalText(
                        f"{name} : deux cas s’appellent « {case.name} »",
                        f"{name}: two cases are called “{case.name}”",
                    ),
                )
            seen.add(case.name)


def numbers(packs: Packs) -> Iterator[Found]:
    """Report figures and days written in conditions: a parameter has a source and a day."""
    for one in packs.rules():
        for key in ("when", "applies_when", "requires", "due"):
            yield from _literals(one, getattr(one.entry, key), f"/{key}")
        for index, exception in enumerate(one.entry.unless):
            yield from _literals(one, exception.model_dump(), f"/unless/{index}")
    for remark in packs.remarks():
        if isinstance(remark.entry, ContradictionEntry):
            yield from _literals(remark, remark.entry.when, "/when")


def _literals(one: Written | Remark, node: Any, pointer: str) -> Iterator[Found]:
    if isinstance(node, str) and pointer == "/due" and valid(node):
        yield _literal(one, pointer, node)
    if isinstance(node, list | tuple):
        for index, value in enumerate(node):
            yield from _literals(one, value, f"{pointer}/{index}")
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        where = f"{pointer}/{key}"
        if key == "plus" and isinstance(value, dict):
            for amount in value.values():
                if isinstance(amount, int) and amount > _PLAIN:
                    yield _literal(one, where, amount)
        elif _figure(key, value):
            yield _literal(one, where, value)
        else:
            yield from _literals(one, value, where)


def _figure(key: str, value: object) -> bool:
    """Say whether the entry compares with a figure or a day that the law may move."""
    if key in _BOUNDS:
        return isinstance(value, int | float) and value > _PLAIN
    return key in DATES and isinstance(value, str) and valid(value)


def _literal(one: Written | Remark, pointer: str, value: object) -> Found:
    return Found(
        one.at(pointer),
        LocalText(
            f"{one.entry.id} : {value} est écrit dans la règle, faites-en un paramètre",
            f"{one.entry.id}: {value} is written in the rule, make it a parameter",
        ),
    )
