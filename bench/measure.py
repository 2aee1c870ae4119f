"""Two ways of doing the same work, one after the other within a round; medians over rounds.

Only ratios are quoted: absolute seconds belong to the machine and the hour.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
Work = Callable[[], object]


@dataclass(frozen=True)
class Line:
    """One comparison: ours and the limit in one unit, and the ratio that is to be reached."""

    what: str
    limit_is: str
    ours: float
    limit: float
    reach: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.limit

    @property
    def reached(self) -> bool:
        return self.ratio <= self.reach


def compare(
    what: str,
    ours: Work,
    limit_is: str,
    limit: Work,
    reach: float,
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> Line:
    """Time both, in turn, after one round that does not count.

    ``clock`` may be ``time.process_time``: a machine busy with other work, or a slow disk, then
    says less.
    """
    ours(), limit()
    times = [(timed(ours, clock), timed(limit, clock)) for _ in range(rounds)]
    first, second = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    return Line(what, limit_is, first, second, reach)


def timed(work: Work, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds that a piece of work takes, by the clock or the processor."""
    gc.collect()
    begin = clock()
    work()
    return clock() - begin


def process(*words: str | Path, program: str = "") -> str:
    """Run Python to its end and return what it printed; a failure ends the benchmark."""
    command = [sys.executable, *(["-c", program] if program else []), *map(str, words)]
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, env=env
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def table(lines: list[Line]) -> str:
    """The lines as a table in Markdown."""
    head = ["work", "limit", "ours", "limit's", "ratio", "reach", ""]
    body = [
        [
            line.what,
            line.limit_is,
            f"{line.ours:,.1f} {line.unit}",
            f"{line.limit:,.1f} {line.unit}",
            f"{line.ratio:.2f}",
            f"≤ {line.reach}",
            "" if line.reached else "missed",
        ]
        for line in lines
    ]
    widths = [max(len(row[place]) for row in [head, *body]) for place in range(len(head))]
    rows = [head, ["-" * width for width in widths], *body]
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |"
        for row in rows
    )
