"""Whole processes timed from outside: wall seconds and peak memory, medians, pairs in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Timing(NamedTuple):
    """Median wall seconds, least, and peak memory in megabytes."""

    median: float
    least: float
    memory: float


def run(command: Sequence[str]) -> tuple[float, float]:
    """Run a command once; return wall seconds and peak memory in megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = 0
    return seconds, usage.ru_maxrss / 1024


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
