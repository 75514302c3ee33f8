"""Conditions as people write them, keyed by fact, to condition trees; every problem is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model import conditions as c
from governance.model.operators import ALL, DATES, NAMED_LISTS, NUMBERS, SCALAR, SETS, SIZES
from governance.model.vocabulary import STATUSES, DerivedFact, Fact, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODIFIERS: Final = frozenset({"cites", "unknown_if", "evidence"})
_REFERENCE: Final = frozenset({"fact", "parameter", "plus"})


class Lowering:
    """Turn the conditions of one file into trees, with their problems as (pointer, what)."""

    def __init__(self, vocabulary: Vocabulary, parameters: frozenset[str]) -> None:
        self.vocabulary = vocabulary
        self.parameters = parameters
        self.problems: list[tuple[str, str]] = []

    def condition(self, data: Any, pointer: str, items: str = "") -> c.Condition:
        """Return the tree of a condition; ``items`` is the list whose fields ``this.`` names."""
        if not isinstance(data, dict) or not data:
            return self._broken(pointer, "a condition is a mapping with at least one entry")
        parts = list(self._parts(data, pointer, items))
        return parts[0] if len(parts) == 1 else c.All(tuple(parts))

    def _parts(self, data: dict[str, Any], pointer: str, items: str) -> Iterator[c.Condition]:
        quantifier = next((key for key in ("every", "some", "count") if key in data), None)
        rest = data
        if quantifier is not None:
            yield self._quantified(quantifier, data, pointer, items)
            used = {quantifier, "where", "satisfies", "cites"}
            used |= NUMBERS | {"is"} if quantifier == "count" else set()
            rest = {key: value for key, value in data.items() if key not in used}
        for key, value in rest.items():
            yield self._entry(key, value, f"{pointer}/{key}", items)

    def _entry(self, key: str, value: Any, pointer: str, items: str) -> c.Condition:
        if key in {"all", "any"}:
            if not isinstance(value, list) or not value:
                return self._broken(pointer, f"`{key}` holds a list of conditions")
            parts = tuple(
                self.condition(part, f"{pointer}/{index}", items)
                for index, part in enumerate(value)
            )
            return c.All(parts) if key == "all" else c.Any_(parts)
        if key == "not":
            return c.Not(self.condition(value, pointer, items))
        if key == "judgement":
            return self._judgement(value, pointer)
        return self._tests(key, value, pointer, items)

    def _judgement(self, value: Any, pointer: str) -> c.Condition:
        if value not in self.vocabulary.topics:
            return self._broken(pointer, f"unknown topic of judgement {value!r}")
        return c.Judged(value)

    def _quantified(
        self, quantifier: str, data: dict[str, Any], pointer: str, items: str
    ) -> c.Condition:
        name = data[quantifier]
        full = f"{items}.{name[5:]}" if str(name).startswith("this.") else str(name)
        spec = self.vocabulary.facts.get(full)
        if spec is None or spec.type != "list":
            return self._broken(
                f"{pointer}/{quantifier}", f"{full!r} is no list of the vocabulary"
            )
        where = None
        if "where" in data:
            where = self.condition(data["where"], f"{pointer}/where", full)
        cites = self._words(data.get("cites", []))
        if quantifier == "count":
            operators = [key for key in data if key in NUMBERS or key == "is"]
            if len(operators) != 1:
                return self._broken(pointer, "`count` takes one of at_least, at_most, …")
            return c.Count(str(name), where, operators[0], data[operators[0]], cites)
        if "satisfies" not in data:
            return self._broken(pointer, f"`{quantifier}` needs `satisfies`")
        satisfies = self.condition(data["satisfies"], f"{pointer}/satisfies", full)
        kind = c.Every if quantifier == "every" else c.Some
        return kind(str(name), where, satisfies, cites)

    def _tests(self, fact: str, value: Any, pointer: str, items: str) -> c.Condition:
        full = f"{items}.{fact[5:]}" if fact.startswith("this.") else fact
        kind = self._type(full, fact, items)
        if kind is None:
            return self._broken(pointer, self._unknown_fact(full, fact))
        if not isinstance(value, dict):
            value = {"is": value}
        cites = self._words(value.get("cites", []))
        unknown_if = tuple(value.get("unknown_if", ()))
        evidence = value.get("evidence", False)
        tests: list[c.Condition] = []
        for operator, argument in value.items():
            if operator in _MODIFIERS:
                continue
            if operator not in ALL:
                self._problem(f"{pointer}/{operator}", f"unknown operator {operator!r}")
                continue
            self._fits(full, kind, operator, argument, f"{pointer}/{operator}")
            tests.append(c.Test(fact, operator, argument, unknown_if, evidence is True, cites))
        self._known_choices(full, unknown_if, f"{pointer}/unknown_if")
        if not tests:
            return self._broken(pointer, "no operator")
        return tests[0] if len(tests) == 1 else c.All(tuple(tests))

    def _type(self, full: str, fact: str, items: str) -> str | None:
        if fact == "this.id" and items:
            return "text"
        if full in self.vocabulary.measures:
            return "measure"
        spec: Fact | DerivedFact | None = self.vocabulary.facts.get(full)
        spec = spec or self.vocabulary.derived.get(full)
        if spec is None:
            return None
        if isinstance(spec, Fact) and spec.parent and not fact.startswith("this."):
            return "list" if spec.type == "list" else None
        return spec.type

    def _unknown_fact(self, full: str, fact: str) -> str:
        from difflib import get_close_matches

        spec = self.vocabulary.facts.get(full)
        if spec is not None and spec.parent and not fact.startswith("this."):
            return f"{full!r} is a field of the items of {spec.parent!r}: quantify, then `this.`"
        known = [*self.vocabulary.facts, *self.vocabulary.derived, *self.vocabulary.measures]
        near = get_close_matches(full, known, 1)
        return f"unknown fact {full!r}" + (f", did you mean {near[0]!r}?" if near else "")

    def _fits(self, full: str, kind: str, operator: str, argument: Any, pointer: str) -> None:
        """Check that the operator suits the type of the fact and the argument its choices."""
        allowed = {
            "boolean": {"is"},
            "choice": SCALAR,
            "measure": SCALAR,
            "text": SCALAR | {"stated"},
            "country": SCALAR | {"in", "not_in"},
            "set": SETS | SIZES,
            "countries": SETS | SIZES,
            "measures": SETS | SIZES,
            "list": SIZES,
            "integer": NUMBERS | {"is"},
            "number": NUMBERS | {"is"},
            "date": DATES,
            "datetime": DATES,
        }[kind] | {"stated"}
        if operator not in allowed:
            self._problem(pointer, f"`{operator}` does not suit {full!r}, which is a {kind}")
            return
        if isinstance(argument, dict):
            self._reference(argument, pointer)
        elif operator in NAMED_LISTS:
            if argument not in self.vocabulary.lists:
                self._problem(pointer, f"unknown list {argument!r}")
        elif operator in SCALAR | SETS:
            if kind == "boolean" and not isinstance(argument, bool):
                self._problem(pointer, f"{full!r} is true or false")
            if operator not in {"is", "includes"} and not isinstance(argument, list):
                self._problem(pointer, f"`{operator}` takes a list")
                return
            values = argument if isinstance(argument, list) else [argument]
            self._known_choices(full, tuple(values), pointer)

    def _reference(self, argument: dict[str, Any], pointer: str) -> None:
        if not set(argument) <= _REFERENCE or ("fact" in argument) == ("parameter" in argument):
            self._problem(pointer, "a reference is {fact: …} or {parameter: …}, with plus at most")
        elif "parameter" in argument and argument["parameter"] not in self.parameters:
            self._problem(pointer, f"unknown parameter {argument['parameter']!r}")
        elif "fact" in argument and not str(argument["fact"]).startswith("this."):
            fact = argument["fact"]
            if fact not in self.vocabulary.facts and fact not in self.vocabulary.derived:
                self._problem(pointer, f"unknown fact {fact!r}")
        for unit, amount in argument.get("plus", {}).items():
            if unit not in {"days", "months", "years"}:
                self._problem(pointer, f"{unit!r} is none of days, months, years")
            self.reference(amount, f"{pointer}/plus/{unit}")

    def reference(self, argument: Any, pointer: str) -> Any:
        """Check a day, a reference to a day, or nothing."""
        if isinstance(argument, dict):
            self._reference(argument, pointer)
        return argument

    def _known_choices(self, full: str, values: tuple[Any, ...], pointer: str) -> None:
        choices: tuple[str, ...] = ()
        if full in self.vocabulary.measures:
            choices = STATUSES
        elif full in self.vocabulary.facts:
            choices = self.vocabulary.facts[full].choices
        elif full in self.vocabulary.derived:
            choices = self.vocabulary.derived[full].choices
        for value in values:
            if choices and value not in choices:
                self._problem(pointer, f"{value!r} is no choice of {full!r}")

    @staticmethod
    def _words(cites: Any) -> tuple[str, ...]:
        return (cites,) if isinstance(cites, str) else tuple(cites)

    def _problem(self, pointer: str, what: str) -> None:
        self.problems.append((pointer, what))

    def _broken(self, pointer: str, what: str) -> c.Condition:
        self._problem(pointer, what)
        return c.All(())
