"""Whole processes timed from outside: wall seconds and peak memory, medians, pairs in turn."""

from __future__ import annotations

import statistics
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Timing(NamedTuple):
    """Median wall seconds, least, and peak memory in megabytes."""

    median: float
    least: float
    memory: float


LAUNCHER = """
import os, sys, time
start = time.perf_counter()
null = os.open(os.devnull, os.O_WRONLY)
actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
usage = os.wait4(child, 0)[2]
print(time.perf_counter() - start, usage.ru_maxrss / 1024)
"""
"""A small process that starts the command: the system counts a parent's memory as its child's."""


def run(command: Sequence[str]) -> tuple[float, float]:
    """Run a command once; return wall seconds and peak memory in megabytes."""
    launched = subprocess.run(
        [sys.executable, "-I", "-S", "-c", LAUNCHER, *command],
        capture_output=True,
        check=True,
        text=True,
    )
    seconds, memory = launched.stdout.split()
    return float(seconds), float(memory)


def in_turn(commands: Sequence[Sequence[str]], runs: int) -> list[Timing]:
    """Time several commands in turn, A B C A B C, so that a drifting machine is fair to all."""
    taken: list[list[tuple[float, float]]] = [[] for _ in commands]
    for command in commands:
        run(command)
    for _ in range(runs):
        for command, samples in zip(commands, taken, strict=True):
            samples.append(run(command))
    return [
        Timing(
            statistics.median(seconds for seconds, _ in samples),
            min(seconds for seconds, _ in samples),
            max(memory for _, memory in samples),
        )
        for samples in taken
    ]
