"""One declaration on one day: reading facts, deriving the others on demand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from governance.model.days import plus
from governance.model.values import (
    FALSE,
    NOT_ARISING,
    POINTER,
    TRUE,
    UNKNOWN,
    Item,
    Tri,
    Value,
)

if TYPE_CHECKING:
    from governance.model.book import RuleBook
    from governance.model.conditions import Condition
    from governance.model.facts import Facts, Judgement

Test = Callable[["Situation", Item | None, str], Tri]
"""A compiled condition: situation, current item and the list it belongs to."""

ITEM_OF = "this."


class Situation:
    """A declaration being evaluated; remembers what it has derived and explained."""

    __slots__ = ("as_of", "book", "compiled", "derive", "facts", "gathered", "known", "memo")

    def __init__(
        self,
        book: RuleBook,
        facts: Facts,
        as_of: str,
        compiled: Callable[[Condition], Test],
        derive: Callable[[Situation, str], Value],
    ) -> None:
        self.book = book
        self.facts = facts
        self.as_of = as_of
        self.compiled = compiled
        self.derive = derive
        self.known: dict[str, Value] = dict(facts.values)
        """Facts declared, derived, found not to arise, or looked for in vain (None)."""
        self.gathered: dict[str, tuple[tuple[Item, ...], Tri]] = {}
        """Items of lists inside items, over all items."""
        self.memo: dict[Any, Any] = {}
        """What has been worked out once and is asked again."""

    def value(self, fact: str) -> Value:
        """Return the value of a fact: declared, derived, NOT_ARISING, or None when unknown."""
        known = self.known
        if fact in known:
            return known[fact]
        found = known[fact] = self._find_out(fact)
        return found

    def _find_out(self, fact: str) -> Value:
        if fact in self.book.vocabulary.derived:
            given = self.facts.given.get(fact)
            return self.derive(self, fact) if given is None else given
        spec = self.book.vocabulary.facts.get(fact)
        if spec is None or not spec.does_not_arise or pointer_of(fact) in self.facts.unknown:
            return None
        return NOT_ARISING if self._asked(spec.ask_when, None, "") == FALSE else None

    def field_value(self, item: Item, items: str, name: str) -> Value:
        """Return the value of a field of an item of a list."""
        found = item.get(name)
        if found is not None:
            return found
        spec = self.book.vocabulary.facts.get(f"{items}.{name}")
        if (
            spec is None
            or not spec.does_not_arise
            or f"{item.get(POINTER)}/{name}" in self.facts.unknown
        ):
            return None
        return NOT_ARISING if self._asked(spec.ask_when, item, items) == FALSE else None

    def _asked(self, ask_when: Condition | None, item: Item | None, items: str) -> Tri:
        return TRUE if ask_when is None else self.compiled(ask_when)(self, item, items)

    def read(self, fact: str, item: Item | None, items: str) -> Value:
        """Return the value of a fact or of a field of the current item (``this.``)."""
        if fact.startswith(ITEM_OF):
            return None if item is None else self.field_value(item, items, fact[5:])
        return self.value(fact)

    def items(self, name: str, item: Item | None, items: str) -> tuple[tuple[Item, ...], Tri, str]:
        """Return the items of a list, TRUE when it is complete, and the list's full id.

        A list inside items (``agents.actions``) is the union over the items; it is complete
        only if every item states it. A list that cannot arise is a complete, empty one.
        """
        if name.startswith(ITEM_OF):
            full = f"{items}.{name[5:]}"
            return *self._known(self.read(name, item, items)), full
        if name not in self.gathered:
            self.gathered[name] = self._gather(name)
        return *self.gathered[name], name

    def _gather(self, name: str) -> tuple[tuple[Item, ...], Tri]:
        found = self.value(name)
        if found is not None:
            return self._known(found)
        spec = self.book.vocabulary.facts.get(name)
        if spec is None or spec.parent is None:
            return (), UNKNOWN
        parents, complete, _ = self.items(spec.parent, None, "")
        gathered: list[Item] = []
        for parent in parents:
            inner, known = self._known(self.field_value(parent, spec.parent, spec.field))
            gathered += inner
            complete = min(complete, known)
        return tuple(gathered), complete

    @staticmethod
    def _known(found: Value) -> tuple[tuple[Item, ...], Tri]:
        if found is None:
            return (), UNKNOWN
        if found is NOT_ARISING:
            return (), TRUE
        return found, TRUE

    def argument(self, argument: Any, item: Item | None, items: str) -> Value:
        """Resolve an operator's argument: a literal, a fact, a parameter or the day of reading."""
        if argument == "as_of":
            return self.as_of
        if not isinstance(argument, dict):
            return argument
        if "fact" in argument:
            found = self.read(argument["fact"], item, items)
        else:
            found = self.book.parameter(argument["parameter"], self.as_of)
        if found is NOT_ARISING or found is None:
            return None
        if "plus" in argument:
            offset = {
                unit: self.argument(amount, item, items)
                for unit, amount in argument["plus"].items()
            }
            return None if None in offset.values() else plus(found, offset)
        return found

    def judgement(self, topic: str, item: Item | None) -> Judgement | None:
        """Return the judgement that holds for the topic on the day, the item's own first."""
        name = None if item is None else item.get("id")
        best: Judgement | None = None
        for judged in self.facts.judgements:
            if judged.topic != topic or judged.on > self.as_of:
                continue
            if judged.review_by is not None and judged.review_by < self.as_of:
                continue
            if judged.item is not None and judged.item != name:
                continue
            rank = (judged.item is not None, judged.on)
            if best is None or rank >= (best.item is not None, best.on):
                best = judged
        return best

    def supported(self, measure: str) -> str | None:
        """Return how well usable evidence supports a measure: evidenced, verified, or None."""
        states = []
        for name in self.facts.supports.get(measure, ()):
            found = self.facts.evidence.get(name)
            if found is None or (found.valid_until or "9999") < self.as_of:
                continue
            if found.state in {"usable", "verified"}:
                states.append(found.state)
        if not states:
            return None
        return "verified" if all(state == "verified" for state in states) else "evidenced"


def pointer_of(fact: str) -> str:
    """Return where a declaration says a fact: its id is its path."""
    return "/" + fact.replace(".", "/")


def item_pointer(item: Item) -> str:
    """Return the JSON Pointer of an item."""
    return str(item.get(POINTER, ""))
