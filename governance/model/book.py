"""A rule book: everything the engine needs, compiled from packs, without texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.records import NamedTuple

if TYPE_CHECKING:
    from governance.model.rules import Contradiction, Derivation, Rule
    from governance.model.vocabulary import Vocabulary


class DatedValue(NamedTuple):
    """A value of a parameter and the day from which the law gives it."""

    since: str
    value: str | int | float | None
    cites: tuple[str, ...] = ()


class Instrument(NamedTuple):
    """A text that rules cite."""

    id: str
    level: str
    """law, case_law or guidance."""
    kind: str
    status: str


class Pack(NamedTuple):
    """A folder of rules with its version and the digest of its content."""

    id: str
    version: str
    digest: str
    law_as_of: str


class RuleBook(NamedTuple):
    """Vocabulary, parameters, instruments, derivations and rules of the packs in use."""

    vocabulary: Vocabulary
    parameters: dict[str, tuple[DatedValue, ...]]
    instruments: dict[str, Instrument]
    derivations: dict[str, tuple[Derivation, ...]]
    rules: tuple[Rule, ...]
    packs: tuple[Pack, ...]
    digest: str
    contradictions: tuple[Contradiction, ...] = ()

    def parameter(self, name: str, as_of: str) -> str | int | float | None:
        """Return the value that the law of the day gives, or None before the first."""
        found: str | int | float | None = None
        for dated in self.parameters[name]:
            if dated.since <= as_of:
                found = dated.value
        return found
