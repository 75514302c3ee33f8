"""Conditions as a table in which each one is written once, however many rules share it.

Rules of one article ask the same things again and again. What is written once is read once, made
into one object and compiled once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from governance.model.conditions import All, Any_, Count, Every, Judged, Not, Some, Test, to_json
from governance.model.rules import Unless

if TYPE_CHECKING:
    from governance.model.conditions import Condition

Exceptions = tuple[Unless, ...]


class Writer:
    """Gives each condition, and each group of exceptions, its row in a table."""

    def __init__(self) -> None:
        self.conditions: list[Any] = []
        self.exceptions: list[Any] = []
        self._known: dict[str, int] = {}

    def condition(self, one: Condition | None) -> int | None:
        """Return the row of a condition, written now if need be."""
        return None if one is None else self._row(self._encoded(one), self.conditions)

    def unless(self, group: Exceptions) -> int:
        """Return the row of a group of exceptions."""
        rows = [
            [one.name, self.condition(one.when), list(one.cites), self.unless(one.unless)]
            for one in group
        ]
        return self._row(["unless", *rows], self.exceptions)

    def _row(self, encoded: list[Any], table: list[Any]) -> int:
        key = json.dumps(encoded, ensure_ascii=False)
        if key not in self._known:
            self._known[key] = len(table)
            table.append(encoded)
        return self._known[key]

    def _encoded(self, one: Condition) -> list[Any]:
        match one:
            case All(parts):
                return ["all", *[self.condition(part) for part in parts]]
            case Any_(parts):
                return ["any", *[self.condition(part) for part in parts]]
            case Not(part):
                return ["not", self.condition(part)]
            case Every(items, where, satisfies, cites) | Some(items, where, satisfies, cites):
                tag = "every" if isinstance(one, Every) else "some"
                rows = [self.condition(where), self.condition(satisfies)]
                return [tag, items, *rows, list(cites)]
            case Count(items, where, operator, argument, cites):
                return ["count", items, self.condition(where), operator, argument, list(cites)]
            case _:
                encoded: list[Any] = to_json(one)
                return encoded


def conditions(rows: list[Any]) -> list[Condition]:
    """Return the conditions of a table; each row refers to earlier ones."""
    made: list[Condition] = []
    for row in rows:
        made.append(_condition(row, made))
    return made


def exceptions(rows: list[Any], made: list[Condition]) -> list[Exceptions]:
    """Return the groups of exceptions of a table."""
    groups: list[Exceptions] = []
    for row in rows:
        groups.append(
            tuple([Unless(r[0], made[r[1]], tuple(r[2]), groups[r[3]]) for r in row[1:]])
        )
    return groups


def _condition(row: list[Any], made: list[Condition]) -> Condition:
    tag = row[0]
    if tag == "test":
        return Test(row[1], row[2], row[3], tuple(row[4]), row[5], tuple(row[6]))
    if tag == "all":
        return All(tuple([made[index] for index in row[1:]]))
    if tag == "any":
        return Any_(tuple([made[index] for index in row[1:]]))
    if tag == "not":
        return Not(made[row[1]])
    if tag == "judged":
        return Judged(row[1], tuple(row[2]))
    where = None if row[2] is None else made[row[2]]
    if tag == "count":
        return Count(row[1], where, row[3], row[4], tuple(row[5]))
    kind = Every if tag == "every" else Some
    return kind(row[1], where, made[row[3]], tuple(row[4]))
