"""The loan book of a book: who owes what, how late, and what ends a loan."""

from __future__ import annotations

from datetime import date

import pytest

from app.base.errors import AppError
from app.domain.loans import LoanTerms, Method
from app.services import fund, loans, members
from app.services.sentences import sentence
from app.store.database import Database
from tests.helpers.clubs import add_loan, empty_club, filled_club


@pytest.fixture
def book() -> Database:
    """Three loans: one paid by plan, one nobody pays, one paid out."""
    database = filled_club()
    with database.begin() as uow:
        for code, member, day in (("L002", "M003", 1), ("L003", "M001", 2)):
            terms = LoanTerms(date(2024, 2, day), 900_000, 100, Method.INTEREST_ONLY, 2)
            add_loan(uow, code, member, terms)
            fund.record(uow, on=terms.on, kind="loan_disbursement", amount=900_000, loan=code)
        fund.record(
            uow, on=date(2024, 3, 2), kind="principal_repayment", amount=900_000, loan="L003"
        )
    return database


def test_the_loan_book_holds_open_loans_by_code(book: Database) -> None:
    with book.read() as uow:
        found = loans.loan_book(uow, on=date(2024, 5, 11))
    assert [line.loan for line in found.loans] == ["L001", "L002"]
    assert found.open == 2
    assert found.outstanding == 3_900_000 == sum(found.ageing.values())
    first, second = found.loans
    assert (first.member, first.outstanding, first.overdue_principal) == ("M002", 3_000_000, 0)
    assert (second.name, second.outstanding) == ("Lê Thị Bưởi", 900_000)
    assert second.days_overdue == (date(2024, 5, 11) - date(2024, 4, 1)).days
    assert second.interest_behind == 3 * 9_000
    assert found.ageing == {
        "current": 3_000_000,
        "1-30": 0,
        "31-60": 900_000,
        "61-90": 0,
        "91-180": 0,
        "over_180": 0,
    }
    assert (found.par30.amount, found.par30.ratio_bp) == (900_000, 2308)


def test_the_loan_book_of_an_earlier_day(book: Database) -> None:
    with book.read() as uow:
        assert [line.loan for line in loans.loan_book(uow, on=date(2024, 2, 2)).loans] == [
            "L001",
            "L002",
            "L003",
        ]
        empty = loans.loan_book(uow, on=date(2024, 1, 1))
    assert (empty.loans, empty.outstanding, empty.par30.ratio_bp) == ((), 0, None)


def test_what_ends_a_loan(book: Database) -> None:
    with book.read() as uow:
        assert loans.pay_off(uow, loan="L002", on=date(2024, 4, 1)) == 900_000 + 18_000
        assert loans.pay_off(uow, loan="L002", on=date(2024, 4, 2)) == 900_000 + 27_000
        assert loans.pay_off(uow, loan="L003", on=date(2024, 5, 1)) == 9_000
        plan = loans.schedule_of(uow, loan="L002")
        assert [row.principal for row in plan.rows] == [0, 900_000]
        for ask in (
            lambda: loans.pay_off(uow, loan="L009", on=date(2024, 4, 1)),
            lambda: loans.schedule_of(uow, loan="L009"),
        ):
            with pytest.raises(AppError, match="loan.unknown") as caught:
                ask()
            assert sentence(caught.value)


def test_a_loan_taken_over_is_open_from_its_own_balance() -> None:
    database = empty_club()
    with database.begin() as uow:
        terms = LoanTerms(date(2023, 8, 15), 1_200_000, 100, Method.EQUAL_PRINCIPAL, 12)
        add_loan(uow, "L001", "M004", terms)
        fund.record(uow, on=date(2024, 1, 1), kind="opening_loan", amount=800_000, loan="L001")
    with database.read() as uow:
        (line,) = loans.loan_book(uow, on=date(2024, 1, 31)).loans
        assert (line.outstanding, line.overdue_principal) == (800_000, 100_000)
        assert line.interest_behind == 8_000
        assert fund.balances(uow, on=date(2024, 1, 1)).funds["income"] == 800_000


def test_the_member_of_a_loan_may_have_left(book: Database) -> None:
    with book.begin() as uow:
        members.leave(uow, code="M003", on=date(2024, 4, 30))
        fund.record(
            uow, on=date(2024, 5, 1), kind="principal_repayment", amount=100_000, loan="L002"
        )
    with book.read() as uow:
        line = loans.loan_book(uow, on=date(2024, 5, 1)).loans[1]
        assert (line.name, line.outstanding) == ("Lê Thị Bưởi", 800_000)


def test_reversing_a_payment_replays_the_later_ones(book: Database) -> None:
    """FIN-19: the reversed payment is gone, the later ones cover the older rows."""
    with book.begin() as uow:
        lines = fund.entries(uow, first=date(2024, 1, 1), last=date(2024, 12, 31))
        first = next(line for line in lines if line.kind == "principal_repayment")
        fund.reverse(uow, entry=first.id, on=date(2024, 4, 30), reason="nhầm người")
    with book.read() as uow:
        before = loans.loan_book(uow, on=date(2024, 4, 29)).loans[0]
        after = loans.loan_book(uow, on=date(2024, 4, 30)).loans[0]
    assert before.outstanding == 3_000_000
    assert after.outstanding == 4_000_000
    assert after.overdue_principal == 1_000_000
    assert after.days_overdue == (date(2024, 4, 30) - date(2024, 4, 15)).days
