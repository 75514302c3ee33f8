"""Errors that carry everything wrong at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class GovernanceError(Exception):
    """Base of the errors a user can cause and mend."""


class CommandError(GovernanceError):
    """A command that cannot be carried out as it was given, in words for its user."""


class RulePackError(GovernanceError):
    """Rule packs that cannot be used, with every problem as (file, line, what)."""

    def __init__(self, problems: Sequence[tuple[str, int, str]]) -> None:
        super().__init__("\n".join(f"{file}:{line}: {what}" for file, line, what in problems))
        self.problems = tuple(problems)


class ResourceNotFoundError(GovernanceError):
    """The rules or schemas are neither in the installed package nor beside a checkout."""
