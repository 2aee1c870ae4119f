"""hledger reads the journal without complaint and comes to the same balances."""

from __future__ import annotations

import os
from collections import defaultdict
from datetime import date
from pathlib import Path
from random import Random, SystemRandom

import pytest

from app.base.errors import AppError
from app.domain.fund import FUND_ACCOUNTS, Account, Fund
from app.domain.members import Member
from app.services import books, fund, journal, loans, members, paper_book
from app.store.database import Database
from tests.helpers.clubs import filled_club
from tests.helpers.tools import run_tool
from tests.reckoning.books import RandomClub
from tests.reckoning.books import write as write_sheets

END = date(2100, 1, 1)
HEAVY = os.environ.get("SOCLB_HEAVY") == "1"
SEEDS = [*range(40 if HEAVY else 2), SystemRandom().randrange(10**9)]


def _hledger(text: str) -> dict[str, int]:
    """Each account's balance as hledger reckons it."""
    run_tool("hledger", "-f", "-", "check", text_in=text)
    told = run_tool(
        "hledger", "-f", "-", "balance", "--flat", "--no-total", "-O", "csv", text_in=text
    )
    found = {}
    for line in told.splitlines()[1:]:
        account, amount = line.strip('"').split('","')
        found[account] = int(amount.split()[0])
    return found


def _ours(database: Database) -> dict[str, int]:
    with database.read() as uow:
        sums = fund.balances(uow, on=END)
        found = {"assets:cash": sums.cash, "assets:bank": sums.bank}
        found["liabilities:borrowed"] = -sums.borrowed
        for name, account in FUND_ACCOUNTS.items():
            found[journal.ACCOUNTS[account]] = -sums.funds[Fund(name).value]
        for line in loans.loan_book(uow, on=END).loans:
            found[f"assets:loans:{line.loan}"] = line.outstanding
        saved: defaultdict[str, int] = defaultdict(int)
        for entry in fund.entries(uow, first=date(1900, 1, 1), last=END):
            sign = {"saving_withdrawal": 1, "handover_savings": 1, "saving_deposit": -1}
            sign |= {"saving_interest": -1, "opening_savings": -1}
            saved[f"liabilities:savings:{entry.member}"] += sign.get(entry.kind, 0) * entry.amount
        return {name: amount for name, amount in (found | saved).items() if amount}


def test_hledger_agrees_on_a_small_book() -> None:
    database = filled_club()
    with database.read() as uow:
        text = journal.write(uow)
        assert journal.write(uow) == text
    assert _hledger(text) == _ours(database)


@pytest.mark.parametrize("name", ["small", "xom6"])
def test_hledger_agrees_on_a_whole_book(tmp_path: Path, data: Path, name: str) -> None:
    path = tmp_path / "a.soclb"
    paper_book.import_book(path, source=data / "books" / name)
    with books.reading(path) as database:
        with database.read() as uow:
            text = journal.write(uow)
        assert _hledger(text) == _ours(database)


@pytest.mark.parametrize("seed", SEEDS)
def test_hledger_agrees_on_a_random_book(tmp_path: Path, seed: int) -> None:
    """Years of every kind of entry, of which some are taken back and some of those again."""
    print(f"seed {seed}")
    club = RandomClub(seed)
    path = tmp_path / "a.soclb"
    paper_book.import_book(path, source=write_sheets(tmp_path / "sheets", club.typed()))
    with books.writing(path) as database:
        taken_back = _take_some_back(database, club.random)
        with database.read() as uow:
            text = journal.write(uow)
        assert taken_back > 5
        assert _hledger(text) == _ours(database)


def test_the_random_books_hold_every_rare_kind() -> None:
    kinds = {row["kind"] for seed in range(6) for row in RandomClub(seed).sheets["entries"]}
    assert {"fund_transfer_in", "fund_transfer_out", "handover_cash", "loan_write_off"} <= kinds


def _take_some_back(database: Database, random: Random) -> int:
    """Reverse one entry in ten, the reversals among them; how many could be."""
    done = 0
    for _ in range(2):
        with database.read() as uow:
            lines = fund.entries(uow, first=date(1900, 1, 1), last=END)
        for line in random.sample(lines, len(lines) // 10 + 5):
            try:
                with database.begin() as uow:
                    fund.reverse(uow, entry=line.id, on=line.on, reason="Ghi nhầm")
                done += 1
            except AppError:
                continue
    return done


def test_names_and_memos_can_break_nothing() -> None:
    database = filled_club()
    with database.begin() as uow:
        odd = Member('X:1 ; "a"', "Lê |Ch; assets:cash  5 VND", date(2024, 1, 1))
        members.join(uow, member=odd)
        fund.record(
            uow, on=date(2024, 5, 1), kind="saving_deposit", amount=7, member=odd.code, memo="(*) !"
        )
        for memo in (
            "a\n  assets:cash  9 VND",
            "; x",
            "  ",
            "= 5",
            "@ 3 USD",
            "é\u2028đ",
            "date: x",
            "[2024-13-01]",
        ):
            fund.record(
                uow, on=date(2024, 5, 2), kind="donation", amount=1, fund="income", memo=memo
            )
    with database.read() as uow:
        found = _hledger(journal.write(uow))
        assert found["assets:cash"] == fund.balances(uow, on=END).cash
    assert found["liabilities:savings:X_1____a_"] == -7
    assert Account.TRANSFER in journal.ACCOUNTS
