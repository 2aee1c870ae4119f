"""Random paper books through the command line, every figure against a second reckoning.

``SOCLB_HEAVY=1`` tries thirty books instead of three; ``SOCLB_SEED`` plays one again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.test_expected import differences
from tests.reckoning.books import RandomClub, write
from tests.reckoning.reports import Reckoning

FIXED = range(2, 30) if os.environ.get("SOCLB_HEAVY") == "1" else (2,)
SEEDS = [int(os.environ.get("SOCLB_SEED", "1")), *FIXED, SystemRandom().randrange(10**9)]


def _months(club: RandomClub) -> list[str]:
    """The first, the last and eight others."""
    first, last = str(club.start)[:7], str(club.end)[:7]
    rows = sorted({row["on"][:7] for row in club.sheets["entries"]})
    return sorted({first, last, *club.random.sample(rows, min(8, len(rows)))})


def _asked(club: RandomClub, told: Reckoning) -> Iterator[tuple[list[str], Any]]:
    """The options of each report, and what it must tell."""
    months = _months(club)
    for month in [*months, "2031-02"]:
        yield ["loan-book", "--month", month], told.loan_book(month)
        yield ["indicators", "--month", month], told.indicators(month)
        yield ["fund-statement", "--month", month], told.fund_statement(month, month)
    for first, last in _ranges(club, months):
        span = ["--from", first, "--to", last]
        yield ["fund-statement", *span], told.fund_statement(first, last)
        yield ["attendance", *span], told.attendance(first, last)
        for row in club.sheets["members"]:
            statement = told.member_statement(row["code"], first, last)
            yield ["member-statement", "--member", row["code"], *span], statement
    for code in told.loans:
        yield ["loan-schedule", "--loan", code], told.loan_schedule(code)


def _ranges(club: RandomClub, months: list[str]) -> list[tuple[str, str]]:
    pairs = [sorted(club.random.choices(months, k=2)) for _ in range(3)]
    return [(months[0], months[-1]), (months[0], "2031-02"), *((one, two) for one, two in pairs)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_of_a_random_book(run: Run, tmp_path: Path, seed: int) -> None:
    print(f"seed {seed}")
    club = RandomClub(seed)
    book = tmp_path / "b.soclb"
    said = run("book", "import", book, write(tmp_path / "sheets", club.typed()))
    assert said.code == 0, said.err
    wrong = []
    for words, wanted in _asked(club, Reckoning(club.sheets)):
        said = run("report", book, *words, "--out", "-", "--format", "json")
        assert said.code == 0, said.err
        wrong += [f"{' '.join(words)}{line}" for line in differences(wanted, said.figures)]
    assert wrong == []
    assert run("book", "check", book).code == 0
