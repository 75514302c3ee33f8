"""What can be wrong with the shape of a declaration, one code each."""

from __future__ import annotations

from typing import Final

from governance.records import NamedTuple

UNKNOWN_KEY: Final = "GF101"
WRONG_TYPE: Final = "GF102"
NO_CHOICE: Final = "GF103"
NO_ID: Final = "GF104"
SAME_ID: Final = "GF105"
BAD_DATE: Final = "GF106"
BAD_COUNTRY: Final = "GF107"
BAD_FORMAT: Final = "GF108"
BAD_NUMBER: Final = "GF109"
MISSING_KEY: Final = "GF110"
NO_REFERENCE: Final = "GF111"
SAME_PERSON: Final = "GF112"
TOO_LONG: Final = "GF113"


class Problem(NamedTuple):
    """One fault of shape: where, what was found, what would do."""

    code: str
    pointer: str
    found: str = ""
    expected: str = ""
    """Name of the expected type or form; messages give it words."""
    choices: tuple[str, ...] = ()
    fact: str = ""
    on_key: bool = False
    """The fault is the key, not the value."""
