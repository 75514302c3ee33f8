"""Which rules to report, from --select and --ignore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.engine.evaluate import Selection, everything

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.model.rules import Rule


def selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """Return the rules to report; several codes may stand in one value, with commas."""
    kept = [code for value in select for code in value.split(",") if code]
    left = [code for value in ignore for code in value.split(",") if code]
    if not kept and not left:
        return everything

    def chosen(rule: Rule) -> bool:
        if not everything(rule) or any(matches(rule, code) for code in left):
            return False
        return not kept or any(matches(rule, code) for code in kept)

    return chosen


def matches(rule: Rule, code: str) -> bool:
    """Say whether a code names the rule: id or its start, name, theme, pack, level, addressee."""
    wanted = code.casefold()
    ids = rule.id.casefold()
    if ids == wanted or ids.startswith(f"{wanted}-"):
        return True
    return wanted in {rule.name, rule.theme, rule.pack, rule.level, rule.instrument} or (
        wanted in rule.addressee
    )
