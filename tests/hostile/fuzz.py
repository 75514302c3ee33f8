"""Hostile declarations by the thousand: ``python -m tests.hostile.fuzz --count 20000 --seed 1``.

The same seed gives the same files. ``--only N`` examines one case again and says what it holds.
"""

from __future__ import annotations

import argparse
import copy
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from governance.source.document import read_file
from tests.hostile import raw, structure
from tests.hostile.ground import Ground, Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.hostile.examine import Result

SHOWN = 20


class Case(NamedTuple):
    """One file."""

    number: int
    mutation: str
    name: str
    data: bytes


def cases(seed: int, numbers: range, ground: Ground) -> Iterator[Case]:
    """Yield the files of a seed; each depends on its number only."""
    seeds = sorted(ground.project.glob("*.gardefou.yaml"))
    examples = [(path.read_bytes(), read_file(str(path)).data) for path in seeds]
    for number in numbers:
        random = Random(f"{seed}:{number}")
        text, data = random.choice(examples)
        yield case(random, number, text, copy.deepcopy(data), ground)


def case(random: Random, number: int, text: bytes, data: Any, ground: Ground) -> Case:
    """Return one file."""
    as_json = random.random() < 0.4
    if random.random() < 0.6:
        name = random.choice(list(structure.MUTATIONS))
        changed = structure.MUTATIONS[name](random, data, ground)
        write = structure.as_json if as_json else structure.as_yaml
        return Case(
            number, name, f"x.gardefou.{'json' if as_json else 'yaml'}", write(random, changed)
        )
    source = structure.as_json(random, data) if as_json else text
    kind = random.randrange(12)
    if kind == 0:
        return Case(number, "yaml_tricks", "x.gardefou.yaml", raw.yaml_tricks(random, source))
    if kind == 1:
        return Case(number, "json_tricks", "x.gardefou.json", raw.json_tricks(random, source))
    if kind == 2:
        return Case(
            number, "markdown_tricks", "x.gardefou.md", raw.markdown_tricks(random, source)
        )
    name = random.choice(list(raw.MUTATIONS))
    found = raw.MUTATIONS[name](random, source)
    if random.random() < 0.2:
        other = random.choice(list(raw.MUTATIONS))
        found = raw.MUTATIONS[other](random, found or b"x")
    ending = random.choice(("json" if as_json else "yaml",) * 4 + ("md", "yaml", "json"))
    return Case(number, name, f"x.gardefou.{ending}", found)


def run(seed: int, numbers: range, root: Path) -> Iterator[tuple[Case, Result]]:
    """Yield each case with what came of it."""
    ground = Ground(root)
    os.environ["GARDEFOU_CACHE"] = os.environ.get("GARDEFOU_CACHE") or str(ground.root / "cache")
    from tests.hostile.examine import Examiner

    examiner = Examiner(Watch(ground), str(ground.project / "01-tri-de-cv.gardefou.yaml"))
    for one in cases(seed, numbers, ground):
        path = ground.project / one.name
        path.write_bytes(one.data)
        yield one, examiner.examine(str(path), one.number)


def main() -> None:
    """Run the cases and print the table; exit 1 when one of them fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    arguments = parser.parse_args()
    numbers = range(arguments.count)
    if arguments.only is not None:
        numbers = range(arguments.only, arguments.only + 1)
    states: dict[str, Counter[str]] = {}
    slowest: dict[str, float] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="gardefou-fuzz-") as folder:
        for one, result in run(arguments.seed, numbers, Path(folder) / "ground"):
            states.setdefault(one.mutation, Counter())[result.state] += 1
            slowest[one.mutation] = max(slowest.get(one.mutation, 0.0), result.seconds)
            if arguments.only is not None:
                sys.stdout.write(f"{one.name} {result}\n{one.data[:3000]!r}\n")
            if result.failures:
                states[one.mutation]["failed"] += 1
                failed.append(
                    f"case {one.number} ({one.mutation}):\n  " + "\n  ".join(result.failures)
                )
                if len(failed) <= SHOWN:
                    print(failed[-1], flush=True)  # noqa: T201
    table(states, slowest)
    sys.exit(1 if failed else 0)


def table(states: dict[str, Counter[str]], slowest: dict[str, float]) -> None:
    """Print how many cases of each kind were read, refused, or failed."""
    columns = ("clean", "odd", "faulty", "unreadable", "failed")
    rows = [("mutation", "cases", *columns, "slowest ms")]
    total: Counter[str] = Counter()
    for name in sorted(states):
        found = states[name]
        total += found
        rows.append(_row(name, found, columns, slowest[name]))
    rows.append(_row("all", total, columns, max(slowest.values())))
    for row in rows:
        print(f"{row[0]:16}" + "".join(f"{cell:>12}" for cell in row[1:]))  # noqa: T201


def _row(name: str, found: Counter[str], columns: tuple[str, ...], slow: float) -> tuple[str, ...]:
    number = sum(found[column] for column in (*columns[:-1], "traceback"))
    return (name, str(number), *(str(found[column]) for column in columns), f"{slow * 1000:.0f}")


if __name__ == "__main__":
    main()
