"""How much a file may ask of us. A declaration is a few kilobytes; these are far above."""

from __future__ import annotations

from typing import Final

from governance.records import NamedTuple


class Limits(NamedTuple):
    """Upper bounds on one document."""

    bytes: int = 5_000_000
    depth: int = 40
    nodes: int = 200_000
    """Values and keys, counting what aliases repeat."""
    repeated: int = 20_000
    """Values that aliases may repeat."""
    scalar: int = 200_000
    """Characters of one text."""
    digits: int = 300
    """Characters of one number: a float can still hold it."""
    reported: int = 50
    """Faults reported for one document."""


LIMITS: Final = Limits()
