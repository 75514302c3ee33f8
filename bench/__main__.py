"""Measure cold start, bulk speed and memory, beside other linters: ``python -m bench``."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import sys
import tempfile
import time

from bench import rivals, workload
from bench.processes import in_turn, run
from governance import api
from governance.cli.quiet import outcomes, rules_of
from governance.reporting.record import write_json

DAY = "2026-11-24"
HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLES = os.path.join(os.path.dirname(HERE), "examples")


def main() -> None:
    """Print the tables in Markdown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--count", type=int, default=2000)
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="gardefou-bench-")
    try:
        one_json = os.path.join(folder, "one.gardefou.json")
        session = api.Session()
        workload.declarations(session.book.vocabulary, folder, 1)
        os.rename(os.path.join(folder, "uc-00000.gardefou.json"), one_json)
        print(f"Python {sys.version.split()[0]}, {len(session.book.rules)} rules.\n")
        cold(one_json, arguments.runs)
        bulk(session, folder, arguments.count)
        rivals.compare(one_json, folder, max(3, arguments.runs // 3))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def gardefou(*arguments: str) -> list[str]:
    """Return the command that a user types, in this environment."""
    return [os.path.join(os.path.dirname(sys.executable), "gardefou"), *arguments]


def cold(one_json: str, runs: int) -> None:
    """Time fresh processes against ``python -c pass``."""
    example = min(
        os.path.join(EXAMPLES, name) for name in os.listdir(EXAMPLES) if name.endswith(".yaml")
    )
    rows = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "gardefou --version": gardefou("--version"),
        "gardefou check one.json": gardefou("check", one_json, "--as-of", DAY, "--no-color"),
        "gardefou check example.yaml": gardefou("check", example, "--as-of", DAY, "--no-color"),
    }
    timings = in_turn(list(rows.values()), runs)
    floor = timings[0].median
    print("| cold start | median ms | least ms | peak MB | times `python -c pass` |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, timing in zip(rows, timings, strict=True):
        print(
            f"| {name} | {timing.median * 1000:.0f} | {timing.least * 1000:.0f} "
            f"| {timing.memory:.0f} | {timing.median / floor:.1f} |"
        )
    print()


def bulk(session: api.Session, folder: str, count: int) -> None:
    """Time many declarations on one core, and watch memory as their number grows."""
    workload.declarations(session.book.vocabulary, folder, count)
    paths = sorted(
        os.path.join(folder, name) for name in os.listdir(folder) if name.startswith("uc-")
    )
    rules = rules_of(session.book, DAY)
    start = time.perf_counter()
    for path in paths:
        outcomes(session, path, DAY, rules)
    verdicts_only = time.perf_counter() - start
    some = paths[: max(1, count // 10)]
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()) as out:
        write_json(session.book, DAY, api.check(session, some, DAY), out)
    traced = time.perf_counter() - start
    size = sum(os.path.getsize(path) for path in paths) / len(paths)
    print(f"| bulk, one core, declarations of {size / 1000:.1f} KB | declarations a second |")
    print("| --- | ---: |")
    print(f"| verdicts only | {len(paths) / verdicts_only:,.0f} |")
    print(f"| traces and positions in JSON | {len(some) / traced:,.0f} |")
    print()
    memory(folder, paths)


def memory(folder: str, paths: list[str]) -> None:
    """Show seconds and peak memory of a whole run as the number of declarations grows."""
    print("| whole process, `check --quiet` | seconds | peak MB |")
    print("| --- | ---: | ---: |")
    for part in (len(paths) // 4, len(paths) // 2, len(paths)):
        sub = os.path.join(folder, f"part-{part}")
        os.mkdir(sub)
        for path in paths[:part]:
            os.link(path, os.path.join(sub, os.path.basename(path)))
        seconds, peak = run(gardefou("check", sub, "--quiet", "--as-of", DAY))
        print(f"| {part} declarations | {seconds:.2f} | {peak:.0f} |")
    print()


if __name__ == "__main__":
    main()
