"""Choose rules by the files or folders they are in."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from governance.loading.rule_files import Lowered


def concerns(path: str, paths: Sequence[str]) -> bool:
    """Say whether a file is one of the paths or lies in one; all without paths."""
    real = os.path.realpath(path)
    wanted = [os.path.realpath(one) for one in paths]
    return not paths or any(os.path.commonpath([real, one]) == one for one in wanted)


def within(lowered: Iterable[Lowered], paths: Sequence[str]) -> list[Lowered]:
    """Return the rules whose file is one of the paths or lies in one; all without paths."""
    return [one for one in lowered if concerns(one.path, paths)]
