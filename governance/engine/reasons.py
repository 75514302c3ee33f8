"""The decisive leaves of a condition, without the trace around them.

The same leaves as ``decisive(interpret(…))``, as a property test proves; parts that do not
decide are only asked for their truth, by the fast path, and never explained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine.interpret import interpret
from governance.model import conditions as c
from governance.model.rules import scope_of
from governance.model.trace import Leaf, decisive
from governance.model.values import UNKNOWN

if TYPE_CHECKING:
    from governance.engine.situation import Situation
    from governance.model.rules import Derivation
    from governance.model.values import Item, Tri


def reasons(
    situation: Situation, condition: c.Condition, item: Item | None, items: str
) -> list[Leaf]:
    """Return the leaves that made a condition true, false or unknown."""
    found: list[Leaf] = []
    _gather(situation, condition, item, items, found)
    return found


def of_derivation(situation: Situation, rule: Derivation) -> list[Leaf]:
    """Return the reasons of a derivation, worked out once."""
    key = ("derivation", id(rule))
    if key not in situation.memo:
        scope = scope_of(rule.when, rule.unless)
        situation.memo[key] = reasons(situation, scope, None, "")
    known: list[Leaf] = situation.memo[key]
    return known


def _gather(
    situation: Situation, condition: c.Condition, item: Item | None, items: str, found: list[Leaf]
) -> None:
    kind = type(condition)
    if kind is c.Not:
        _gather(situation, condition.part, item, items, found)  # type: ignore[union-attr]
    elif kind is c.All or kind is c.Any_:
        parts: tuple[c.Condition, ...] = condition.parts  # type: ignore[union-attr]
        if not parts:
            return
        truths = [_truth(situation, part, item, items) for part in parts]
        wanted = min(truths) if kind is c.All else max(truths)
        kept = [part for part, truth in zip(parts, truths, strict=True) if truth == wanted]
        if wanted == UNKNOWN and kind is c.All and len(kept) > 1:
            _facts_first(situation, kept, item, items, found)
        else:
            for part in kept:
                _gather(situation, part, item, items, found)
    elif kind is c.Test or kind is c.Judged:
        found.append(_leaf(situation, condition, item, items))
    else:
        found += decisive(interpret(situation, condition, item, items))


def _leaf(situation: Situation, condition: c.Condition, item: Item | None, items: str) -> Leaf:
    """Return one test as evaluated; of the whole declaration, the same for all that ask it."""
    key = ("leaf", id(condition))
    known: Leaf | None = situation.memo.get(key) if item is None else None
    if known is not None:
        return known
    leaf = interpret(situation, condition, item, items)
    assert isinstance(leaf, Leaf)
    if item is None:
        situation.memo[key] = leaf
    return leaf


def _truth(situation: Situation, condition: c.Condition, item: Item | None, items: str) -> Tri:
    """Return the truth of a part; that of a whole branch is asked again on the way down."""
    if item is not None or type(condition) is c.Test:
        return situation.compiled(condition)(situation, item, items)
    key = ("truth", id(condition))
    found: Tri | None = situation.memo.get(key)
    if found is None:
        found = situation.memo[key] = situation.compiled(condition)(situation, None, items)
    return found


def _facts_first(
    situation: Situation,
    parts: list[c.Condition],
    item: Item | None,
    items: str,
    found: list[Leaf],
) -> None:
    """Gather the open parts of a conjunction; appreciations wait while facts are open."""
    gathered: list[tuple[bool, list[Leaf]]] = []
    for part in parts:
        leaves = reasons(situation, part, item, items)
        single = isinstance(part, c.Test | c.Judged)
        gathered.append((not single or leaves[0].needs == "facts", leaves))
    facts = [leaves for first, leaves in gathered if first]
    for leaves in facts or [leaves for _, leaves in gathered]:
        found += leaves
