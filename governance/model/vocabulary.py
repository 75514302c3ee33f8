"""What a declaration can say: facts, measures, topics of judgement, facts that rules derive."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from governance.model.conditions import Condition

TYPES: Final = (
    "boolean",
    "choice",
    "set",
    "text",
    "integer",
    "number",
    "date",
    "datetime",
    "country",
    "countries",
    "list",
    "measures",
)
STATUSES: Final = ("absent", "planned", "partial", "in_place")
CONCLUSIONS: Final = ("met", "not_met")
SETS: Final = frozenset({"set", "countries", "measures"})


class Fact(NamedTuple):
    """One thing a declaration can state, without its texts."""

    id: str
    type: str
    section: str
    choices: tuple[str, ...] = ()
    unit: str | None = None
    depth: str = "essential"
    once: str | None = None
    ask_when: Condition | None = None
    does_not_arise: bool = False
    shorthand: str | None = None
    parent: str | None = None
    """The list whose items carry this field, if any."""
    why: tuple[str, ...] = ()
    position: int = 0
    """Rank in the vocabulary: the order in which a person would tell the story."""

    @property
    def field(self) -> str:
        """The name of the field inside its item, or the last part of the id."""
        return self.id.rpartition(".")[2]


class DerivedFact(NamedTuple):
    """A fact that rules establish and nobody declares."""

    id: str
    type: str
    choices: tuple[str, ...] = ()
    closed: bool = False
    """Booleans: false once no derivation can hold. Sets: members without a derivation are out."""
    cites: tuple[str, ...] = ()
    applies_from: Any = None
    """Day, parameter or derived day from which the qualification bites."""


class Vocabulary(NamedTuple):
    """All facts by id, with measures, topics of judgement and named lists."""

    facts: dict[str, Fact]
    derived: dict[str, DerivedFact]
    measures: dict[str, str]
    """Measure id to theme."""
    topics: tuple[str, ...]
    lists: dict[str, frozenset[str]]
    sections: tuple[str, ...]
    fields: Mapping[str, dict[str, Fact]] = MappingProxyType({})
    """Id of a list to its fields by name."""
