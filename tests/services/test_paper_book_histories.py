"""Random club histories, given out as a paper book and brought in again (F25)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings

from app.domain.fund import FUND_ACCOUNTS
from app.domain.fund_statement import FundStatement
from app.services import checking, fund, loans
from app.services.figures import figures
from app.services.fund_statement import fund_statement
from app.services.paper_book import export_book, import_book
from app.store.books import open_book
from app.store.database import Database
from tests.services.test_random_histories import HEAVY, START, Histories

LAST_DAYS = (date(2024, 2, 29), date(2024, 5, 31), date(2025, 12, 31))


def _told(book: Database) -> list[object]:
    """Statement, balances and loan book on several days."""
    found: list[object] = []
    with book.read() as uow:
        for last in LAST_DAYS:
            statement = fund_statement(uow, first=START, last=last)
            found += [_without_check_code(statement), fund.balances(uow, on=last)]
            found.append(figures(loans.loan_book(uow, on=last)))
        found += [
            (line.on, line.kind, line.amount, line.fund, line.member, line.loan, line.cash_after)
            for line in fund.entries(uow, first=START, last=LAST_DAYS[-1])
        ]
    return found


def _without_check_code(statement: FundStatement) -> dict[str, object]:
    told = figures(statement)
    return {key: value for key, value in told.items() if key != "check_code"}


class RoundTrips(Histories):
    def teardown(self) -> None:
        with TemporaryDirectory() as folder:
            path, sheets = Path(folder) / "again.soclb", Path(folder) / "sheets"
            with self.book.read() as uow:
                export_book(uow, folder=sheets)
            summary = import_book(path, source=sheets)
            again = open_book(path)
            assert checking.check(again).ok
            assert _told(again) == _told(self.book)
            with again.read() as uow:
                assert fund.balances(uow, on=LAST_DAYS[-1]) == summary.balances
            again.close()
        assert set(summary.balances.funds) == {fund.value for fund in FUND_ACCOUNTS}


RoundTrips.TestCase.settings = settings(
    max_examples=300 if HEAVY else 12,
    stateful_step_count=100 if HEAVY else 30,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
TestRoundTrips = RoundTrips.TestCase
