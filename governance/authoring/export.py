"""Rules as JSON Schemas over fully stated facts: an independent reading, to check the engine.

Nothing here looks at how the engine decides. A rule that compares two facts has no equivalent
in JSON Schema and is not exported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model import conditions as c
from governance.model.days import plus
from governance.model.rules import Rule
from governance.model.values import POINTER, TriSet
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from governance.model.book import RuleBook
    from governance.model.rules import Derivation, Unless

Schema = dict[str, Any]

THIS: Final = "this"
"""Property of the document that holds the item a rule is asked of."""


class NotExportableError(Exception):
    """A condition that JSON Schema cannot say."""


class Exported(NamedTuple):
    """A rule as two schemas: when it applies, what it requires (None for a derivation)."""

    scope: Schema
    requires: Schema | None


def exported(book: RuleBook, rule: Rule | Derivation, as_of: str) -> Exported:
    """Return the schemas of a rule; raises NotExportableError."""
    export = _Export(book, as_of)
    unless = export.exceptions(rule.unless)
    if isinstance(rule, Rule):
        applies = rule.applies_when
        parts = [] if applies is None else [export.condition(applies)]
        return Exported({"allOf": [*parts, *unless]}, export.condition(rule.requires))
    if rule.collect:
        raise NotExportableError("collect")
    return Exported({"allOf": [export.condition(rule.when), *unless]}, None)


class _Export:
    """The conditions of one rule on one day, as schemas."""

    def __init__(self, book: RuleBook, as_of: str) -> None:
        self.book = book
        self.as_of = as_of

    def exceptions(self, unless: tuple[Unless, ...]) -> list[Schema]:
        """Return schemas that hold when no exception stands."""
        return [
            {"not": {"allOf": [self.condition(one.when), *self.exceptions(one.unless)]}}
            for one in unless
        ]

    def condition(self, condition: c.Condition, *, inside: bool = False) -> Schema:
        """Return the schema of a condition; ``inside`` an item, ``this.`` fields are its own."""
        match condition:
            case c.All(parts):
                return {"allOf": [self.condition(part, inside=inside) for part in parts] or [{}]}
            case c.Any_(parts):
                return {
                    "anyOf": [self.condition(part, inside=inside) for part in parts] or [False]
                }
            case c.Not(part):
                return {"not": self.condition(part, inside=inside)}
            case c.Test():
                return self._place(condition.fact, self._test(condition), inside=inside)
            case c.Judged(topic, _):
                return self._place(f"judgement.{topic}", {"const": "met"}, inside=inside)
            case c.Count():
                return self._place(condition.items, self._count(condition), inside=inside)
            case c.Every(items, where, satisfies, _):
                wanted = self.condition(satisfies, inside=True)
                if where is not None:
                    outside = {"not": self.condition(where, inside=True)}
                    wanted = {"anyOf": [outside, wanted]}
                return self._place(items, {"items": wanted}, inside=inside)
            case c.Some(items, where, satisfies, _):
                several = [one for one in (where, satisfies) if one is not None]
                wanted = {"allOf": [self.condition(one, inside=True) for one in several]}
                return self._place(items, {"contains": wanted}, inside=inside)

    @staticmethod
    def _place(fact: str, schema: Schema, *, inside: bool) -> Schema:
        """Say where in the document the value is."""
        own = fact.startswith("this.")
        name = fact.removeprefix("this.")
        found: Schema = {"required": [name], "properties": {name: schema}}
        return {"required": [THIS], "properties": {THIS: found}} if own and not inside else found

    def _count(self, count: c.Count) -> Schema:
        wanted: Schema = {}
        if count.where is not None:
            wanted = self.condition(count.where, inside=True)
        number = self._argument(count.argument)
        if not isinstance(number, int):
            raise NotExportableError("count against a fraction")
        least, most = {
            "at_least": (number, None),
            "more_than": (number + 1, None),
            "at_most": (0, number),
            "less_than": (0, number - 1),
            "is": (number, number),
        }[count.operator]
        if most is not None and most < 0:
            return {"not": {}}
        bounds: Schema = {"contains": wanted, "minContains": least}
        return bounds if most is None else {**bounds, "maxContains": most}

    def _argument(self, argument: Any) -> Any:
        """Return a literal; a parameter has the value that the law of the day gives."""
        if argument == "as_of":
            return self.as_of
        if not isinstance(argument, dict):
            return argument
        if "fact" in argument:
            raise NotExportableError(f"comparison with {argument['fact']}")
        found = self.book.parameter(argument["parameter"], self.as_of)
        if found is None:
            raise NotExportableError(f"{argument['parameter']} has no value on {self.as_of}")
        if "plus" in argument:
            return plus(
                str(found), {unit: self._argument(n) for unit, n in argument["plus"].items()}
            )
        return found

    def _test(self, test: c.Test) -> Schema:
        argument = self._argument(test.argument)
        if test.operator in _DATES:
            return {_DATES[test.operator]: day_number(str(argument))}
        if test.operator in _NUMBERS:
            return {_NUMBERS[test.operator]: argument}
        if test.operator in {"includes_any_from", "includes_any_outside"}:
            argument = sorted(self.book.vocabulary.lists[argument])
        found: Schema = _MEMBERS[test.operator](argument)
        return found


_NUMBERS: Final = {
    "at_least": "minimum",
    "at_most": "maximum",
    "more_than": "exclusiveMinimum",
    "less_than": "exclusiveMaximum",
}
_DATES: Final = {
    "not_before": "minimum",
    "not_after": "maximum",
    "after": "exclusiveMinimum",
    "before": "exclusiveMaximum",
}
_MEMBERS: Final[Mapping[str, Any]] = {
    "is": lambda one: {"const": one},
    "in": lambda several: {"enum": several},
    "not_in": lambda several: {"not": {"enum": several}},
    "includes": lambda one: {"contains": {"const": one}},
    "includes_any": lambda several: {"contains": {"enum": several}},
    "includes_all": lambda several: {"allOf": [{"contains": {"const": one}} for one in several]},
    "includes_any_except": lambda several: {"contains": {"not": {"enum": several}}},
    "includes_any_from": lambda several: {"contains": {"enum": several}},
    "includes_any_outside": lambda several: {"contains": {"not": {"enum": several}}},
    "only": lambda several: {"minItems": 1, "items": {"enum": several}},
    "empty": lambda wanted: {"maxItems": 0} if wanted else {"minItems": 1},
    "size_at_least": lambda number: {"minItems": number},
    "size_at_most": lambda number: {"maxItems": number},
    "stated": lambda wanted: {"not": {"const": ""}} if wanted else {"const": ""},
}


def day_number(day: str) -> int:
    """Return a day as a number that grows with it: JSON Schema has no order of dates."""
    return int(day[:10].replace("-", ""))


def document(book: RuleBook, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return fully stated facts as the document that the schemas read.

    Items carry a copy of the facts around them, and lists inside items also stand, all
    together, under their full name: JSON Schema looks neither up nor across.
    """
    around = {
        name: _encoded(book, name, value)
        for name, value in values.items()
        if not isinstance(value, tuple)
    }
    found = dict(around)
    for name, value in values.items():
        if isinstance(value, tuple):
            found[name] = _items(book, name, value, around)
    for spec in book.vocabulary.facts.values():
        if spec.type == "list" and spec.parent in found:
            found[spec.id] = [
                inner for item in found[str(spec.parent)] for inner in item.get(spec.field, ())
            ]
    return found


def _items(
    book: RuleBook, name: str, items: tuple[Any, ...], around: dict[str, Any]
) -> list[dict[str, Any]]:
    return [
        {
            **around,
            **{
                field: _items(book, f"{name}.{field}", inner, around)
                if isinstance(inner, tuple)
                else _encoded(book, f"{name}.{field}", inner)
                for field, inner in item.items()
                if field != POINTER
            },
        }
        for item in items
    ]


def _encoded(book: RuleBook, name: str, value: Any) -> Any:
    if isinstance(value, TriSet):
        return sorted(value.certain)
    if isinstance(value, frozenset):
        return sorted(value)
    spec = book.vocabulary.facts.get(name) or book.vocabulary.derived.get(name)
    dated = spec is not None and spec.type in {"date", "datetime"}
    return day_number(value) if dated else value
