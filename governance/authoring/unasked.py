"""What must be the case when a question is not asked, and whether its answer could still matter.

A question on the way to a prohibition may be left unasked only where the condition for asking it
already settles what reads it: then its silence decides nothing.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Final

from governance.engine.assess import outcomes
from governance.engine.derive import fires
from governance.engine.evaluate import situation_of
from governance.model import conditions as c
from governance.model.facts import Facts
from governance.model.rules import Derivation
from governance.model.values import POINTER, UNKNOWN, TriSet
from governance.model.verdicts import UNDETERMINED
from governance.model.vocabulary import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.engine.situation import Situation
    from governance.model.book import RuleBook
    from governance.model.rules import Rule
    from governance.model.vocabulary import DerivedFact, Fact

Way = dict[str, Any]
"""Facts with the values they have in one way of a condition being true or false."""

_MANY: Final = 256
_LATE: Final = "2099-01-01"


def matters(book: RuleBook, fact: Fact, reader: Rule | Derivation, prohibition: Rule) -> bool:
    """Say whether, though not asked, the fact could change its reader and the prohibition."""
    if fact.ask_when is None:
        return False
    asked = dict(book.vocabulary.facts)
    asked[fact.id] = fact._replace(does_not_arise=False)
    open_book = book._replace(vocabulary=book.vocabulary._replace(facts=asked))
    for way in ways(book, fact.ask_when, wanted=False):
        situation = _situation(open_book, way, fact.parent)
        if _open(situation, reader) and _open(situation, prohibition):
            return True
    return False


def _open(situation: Situation, reader: Rule | Derivation) -> bool:
    if isinstance(reader, Derivation):
        return fires(situation, reader) == UNKNOWN
    return any(outcome == UNDETERMINED for _, outcome in outcomes(situation, reader))


def _situation(book: RuleBook, way: Way, parent: str | None) -> Situation:
    values: dict[str, Any] = {}
    given: dict[str, Any] = {}
    item: dict[str, Any] = {"id": "item", POINTER: "/item"}
    for name, value in way.items():
        if name.startswith("this."):
            item[name[5:]] = value
        elif name in book.vocabulary.derived:
            given[name] = value
        else:
            values[name] = value
    if parent is not None:
        values.setdefault(parent, (item,))
    return situation_of(book, Facts(values, given=given), _LATE)


def ways(book: RuleBook, condition: c.Condition, *, wanted: bool) -> list[Way]:
    """Return ways in which a condition is true, or false; an empty way says nothing."""
    match condition:
        case c.Not(part):
            return ways(book, part, wanted=not wanted)
        case c.All(parts) | c.Any_(parts):
            several = [ways(book, part, wanted=wanted) for part in parts]
            if isinstance(condition, c.All) == wanted:
                return _together(several)
            return [way for one in several for way in one][:_MANY]
        case c.Test(fact, operator, argument, _, _, _):
            found = list(_values(book, fact, operator, argument, wanted=wanted))
            return [{fact: value} for value in found] or [{}]
        case c.Some(items, _, _, _) if not wanted:
            return [{}] if items.startswith("this.") else [{items: ()}, {}]
        case _:
            return [{}]


def _together(several: list[list[Way]]) -> list[Way]:
    """Return the ways that agree on every fact; sets are cut down to what all allow."""
    found: list[Way] = []
    for chosen in product(*several):
        whole: Way = {}
        for way in chosen:
            for name, value in way.items():
                whole[name] = _both(whole[name], value) if name in whole else value
        if None not in whole.values():
            found.append(whole)
        if len(found) >= _MANY:
            return [{}]
    return found


def _both(one: Any, other: Any) -> Any:
    if isinstance(one, TriSet) and isinstance(other, TriSet):
        allowed = (one.certain | one.possible) & (other.certain | other.possible)
        certain = one.certain | other.certain
        return TriSet(certain, allowed - certain) if certain <= allowed else None
    return one if one == other else None


def _spec(book: RuleBook, fact: str) -> Fact | DerivedFact | None:
    vocabulary = book.vocabulary
    if fact.startswith("this."):
        name = fact[5:]
        return next((s for s in vocabulary.facts.values() if s.parent and s.field == name), None)
    return vocabulary.facts.get(fact) or vocabulary.derived.get(fact)


def _values(
    book: RuleBook, fact: str, operator: str, argument: Any, *, wanted: bool
) -> Iterator[Any]:
    """Yield the values of a fact for which a test comes out as wanted; none when it is unclear."""
    spec = _spec(book, fact)
    if fact in book.vocabulary.measures:
        choices: tuple[str, ...] = STATUSES
    else:
        choices = () if spec is None else spec.choices
    if operator in {"is", "in", "not_in"}:
        listed = argument if isinstance(argument, list) else [argument]
        possible: tuple[Any, ...] = (True, False) if isinstance(listed[0], bool) else choices
        for value in possible:
            if (value in listed) == (wanted == (operator != "not_in")):
                yield value
        return
    if not choices:
        return
    everything = frozenset(choices)
    members = (
        frozenset([argument] if isinstance(argument, str) else argument or ())
        if not isinstance(argument, bool | int)
        else frozenset()
    )
    if operator in {"includes", "includes_any"}:
        if wanted:
            yield from (TriSet(frozenset({one}), everything - {one}) for one in members)
        else:
            yield TriSet(frozenset(), everything - members)
    elif operator == "includes_any_except":
        if wanted:
            yield from (
                TriSet(frozenset({one}), everything - {one}) for one in everything - members
            )
        else:
            yield TriSet(frozenset(), everything & members)
    elif operator == "empty":
        if bool(argument) == wanted:
            yield frozenset()
        else:
            yield from (TriSet(frozenset({one}), everything - {one}) for one in everything)
