"""A few hundred hostile declarations at every run; ``python -m tests.hostile.fuzz`` does more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile.fuzz import run

if TYPE_CHECKING:
    from pathlib import Path


def test_hostile_declarations(tmp_path: Path) -> None:
    seen: set[str] = set()
    failures = []
    for case, result in run(20261124, range(400), tmp_path / "ground"):
        seen.add(result.state)
        if result.failures:
            failures.append((case.number, case.mutation, result.failures))
    assert failures == []
    assert seen == {"clean", "odd", "faulty", "unreadable"}
