"""Names of the operators of conditions, by the type of fact they suit."""

from __future__ import annotations

from typing import Final

SCALAR: Final = frozenset({"is", "in", "not_in"})
SETS: Final = frozenset(
    {
        "includes",
        "includes_any",
        "includes_all",
        "includes_any_except",
        "only",
        "includes_any_from",
        "includes_any_outside",
    }
)
SIZES: Final = frozenset({"empty", "size_at_least", "size_at_most"})
NUMBERS: Final = frozenset({"at_least", "at_most", "more_than", "less_than"})
DATES: Final = frozenset({"before", "after", "not_before", "not_after"})
NAMED_LISTS: Final = frozenset({"includes_any_from", "includes_any_outside"})
ALL: Final = SCALAR | SETS | SIZES | NUMBERS | DATES | {"stated"}
