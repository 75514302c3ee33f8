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
    from governance.model.values import Item


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
        test = situation.compiled
        truths = [test(part)(situation, item, items) for part in parts]
        wanted = min(truths) if kind is c.All else max(truths)
        kept = [part for part, truth in zip(parts, truths, strict=True) if truth == wanted]
        if wanted == UNKNOWN and kind is c.All and len(kept) > 1:
            _facts_first(situation, kept, item, items, found)
        else:
            for part in kept:
                _gather(situation, part, item, items, found)
    elif kind is c.Test or kind is c.Judged:
        found.append(interpret(situation, condition, item, items))  # type: ignore[arg-type]
    else:
        found += decisive(interpret(situation, condition, item, items))


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
