"""What is refused, what is numbered, what is chained when money is recorded."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError
from app.domain.loans import LoanTerms, Method
from app.domain.members import Member
from app.domain.money import MAX_AMOUNT
from app.domain.periods import Month
from app.services import checking, club, fund, loans, locks, members
from app.services.fund_statement import fund_statement
from app.services.sentences import sentence
from app.store.club_tables import EntryRow
from app.store.database import Database
from tests.helpers.clubs import add_loan, empty_club, filled_club, hold_meeting

DAY = date(2024, 5, 10)


def _add(database: Database, **entry: Any) -> int:
    with database.begin() as uow:
        return fund.record(uow, **({"on": DAY} | entry))


@pytest.fixture
def book() -> Database:
    """``filled_club`` with somebody who left and one who joined late."""
    database = filled_club()
    with database.begin() as uow:
        members.leave(uow, code="M003", on=date(2024, 4, 30))
        members.join(uow, member=Member("M010", "Bế Thị Mới", date(2024, 5, 5)))
        add_loan(uow, "L002", "M001", LoanTerms(DAY, 500_000, 70, Method.FLAT, 3))
    return database


REFUSED = [
    ({"kind": "gift", "amount": 1}, "entry.kind_unknown"),
    ({"kind": "donation", "amount": 0, "fund": "income"}, "amount.not_positive"),
    ({"kind": "donation", "amount": -5, "fund": "income"}, "amount.not_positive"),
    ({"kind": "donation", "amount": MAX_AMOUNT + 1, "fund": "income"}, "amount.too_large"),
    ({"kind": "donation", "amount": 1}, "entry.fund_missing"),
    ({"kind": "donation", "amount": 1, "fund": "health"}, "entry.fund_unknown"),
    ({"kind": "fund_transfer_in", "amount": 1, "fund": "income"}, "transfer.half"),
    ({"kind": "membership_fee", "amount": 1}, "entry.member_missing"),
    ({"kind": "membership_fee", "amount": 1, "member": "M999"}, "member.unknown"),
    (
        {"kind": "membership_fee", "amount": 1, "member": "M010", "on": date(2024, 5, 4)},
        "entry.before_joined",
    ),
    ({"kind": "saving_deposit", "amount": 1, "member": "M003"}, "entry.after_left"),
    ({"kind": "saving_withdrawal", "amount": 150_001, "member": "M003"}, "savings.below_zero"),
    ({"kind": "saving_withdrawal", "amount": 1, "member": "M005"}, "savings.below_zero"),
    ({"kind": "interest_payment", "amount": 1}, "loan.unknown"),
    ({"kind": "interest_payment", "amount": 1, "loan": "L009"}, "loan.unknown"),
    (
        {"kind": "interest_payment", "amount": 1, "loan": "L001", "member": "M001"},
        "entry.not_the_borrower",
    ),
    ({"kind": "principal_repayment", "amount": 3_000_001, "loan": "L001"}, "loan.below_zero"),
    ({"kind": "principal_repayment", "amount": 1, "loan": "L002"}, "entry.loan_not_given"),
    ({"kind": "interest_payment", "amount": 1, "loan": "L002"}, "entry.loan_not_given"),
    (
        {"kind": "interest_payment", "amount": 1, "loan": "L001", "on": date(2024, 1, 14)},
        "entry.loan_not_given",
    ),
    (
        {"kind": "loan_disbursement", "amount": 6_000_000, "loan": "L001"},
        "loan.given_another_day",
    ),
    (
        {
            "kind": "loan_disbursement",
            "amount": 6_000_000,
            "loan": "L001",
            "on": date(2024, 1, 15),
        },
        "loan.given_twice",
    ),
    ({"kind": "loan_disbursement", "amount": 1, "loan": "L002"}, "loan.given_another_amount"),
    ({"kind": "opening_loan", "amount": 500_001, "loan": "L002"}, "loan.given_another_amount"),
    (
        {"kind": "opening_loan", "amount": 1, "loan": "L002", "on": date(2024, 5, 1)},
        "loan.given_another_day",
    ),
    ({"kind": "write_off_recovery", "amount": 1, "loan": "L001"}, "recovery.above_written_off"),
    ({"kind": "expense", "amount": 10**9, "fund": "income"}, "cash.below_zero"),
    ({"kind": "bank_withdrawal", "amount": 1_500_001}, "bank.below_zero"),
    ({"kind": "bank_fee", "amount": 1_500_001, "fund": "income"}, "bank.below_zero"),
    ({"kind": "borrowed_out", "amount": 1}, "borrowed.below_zero"),
    ({"kind": "donation", "amount": 1, "fund": "income", "on": date(2023, 12, 31)}, "before_book"),
    ({"kind": "donation", "amount": 1, "fund": "income", "on": date(2999, 1, 1)}, "in_future"),
]


@pytest.mark.parametrize(("entry", "code"), REFUSED, ids=[code for _, code in REFUSED])
def test_what_breaks_a_rule_is_refused_and_leaves_nothing(
    book: Database, entry: dict[str, Any], code: str
) -> None:
    before = checking.check(book)
    with pytest.raises(AppError, match=code) as caught:
        _add(book, **entry)
    assert sentence(caught.value)
    assert checking.check(book) == before


def test_what_somebody_who_left_still_may(book: Database) -> None:
    _add(book, kind="saving_withdrawal", amount=150_000, member="M003")
    assert checking.check(book).ok


def test_a_backdated_entry_may_not_take_what_was_spent_later() -> None:
    database = empty_club()
    _add(database, kind="donation", amount=100, fund="income", on=date(2024, 2, 1))
    _add(database, kind="expense", amount=100, fund="income", on=date(2024, 2, 2))
    _add(database, kind="donation", amount=100, fund="income", on=date(2024, 2, 3))
    with pytest.raises(AppError, match="cash.below_zero"):
        _add(database, kind="expense", amount=1, fund="income", on=date(2024, 2, 1))
    _add(database, kind="expense", amount=100, fund="income", on=date(2024, 2, 3))


def test_vouchers_run_a_year_apart_without_gaps() -> None:
    database = empty_club()
    for year in (2024, 2025, 2024):
        for number in range(3):
            _add(database, kind="donation", amount=9, fund="income", on=date(year, 3, 1 + number))
            _add(database, kind="expense", amount=1, fund="income", on=date(year, 3, 1 + number))
            _add(database, kind="bank_interest", amount=1, fund="income", on=date(year, 3, 1))
    numbers: dict[tuple[str, int | None], list[int | None]] = {}
    with database.read() as uow:
        for row in uow.session.execute(select(EntryRow).order_by(EntryRow.id)).scalars():
            if row.voucher_no is None:
                assert row.kind == "bank_interest"
            numbers.setdefault((row.voucher_series, row.voucher_year), []).append(row.voucher_no)
    assert numbers.pop(("", None)) == [None] * 9
    assert numbers == {
        ("T", 2024): [1, 2, 3, 4, 5, 6],
        ("C", 2024): [1, 2, 3, 4, 5, 6],
        ("T", 2025): [1, 2, 3],
        ("C", 2025): [1, 2, 3],
    }
    assert checking.check(database).ok


def test_a_refused_entry_uses_up_no_number() -> None:
    database = empty_club()
    first = _add(database, kind="donation", amount=5, fund="income")
    with pytest.raises(AppError):
        _add(database, kind="expense", amount=6, fund="income")
    assert _add(database, kind="expense", amount=5, fund="income") == first + 1
    assert checking.check(database).ok


def test_f26_a_locked_month_is_corrected_in_the_open_one(book: Database) -> None:
    with book.begin() as uow:
        locks.lock(uow, month=Month(2024, 4), by="M001")
    with pytest.raises(AppError, match="month.locked"):
        _add(book, kind="donation", amount=1, fund="income", on=date(2024, 4, 30))
    with pytest.raises(AppError, match="month.locked"), book.begin() as uow:
        fund.reverse(uow, entry=5, on=date(2024, 4, 30), reason="nhầm")
    before = _statement(book, Month(2024, 4))
    with book.begin() as uow:
        fund.reverse(uow, entry=4, on=DAY, reason="Ghi nhầm người")
    assert _statement(book, Month(2024, 4)) == before
    may = _statement(book, Month(2024, 5))
    assert may.receipts["membership_fee"] == -5000
    assert [note.reason for note in may.corrections] == ["Ghi nhầm người"]
    with book.begin() as uow:
        locks.lock(uow, month=Month(2024, 2))
        assert locks.locked_until(uow) == Month(2024, 4)
        with pytest.raises(AppError, match="month.not_over"):
            locks.lock(uow, month=Month.of(clock.today()))


def _statement(database: Database, month: Month) -> Any:
    with database.read() as uow:
        return fund_statement(uow, first=month.first_day, last=month.last_day)


def test_a_reversal_takes_back_the_very_split_it_was_made_with(book: Database) -> None:
    with book.read() as uow:
        before = fund.balances(uow, on=DAY)
        interest = next(
            line.id
            for line in fund.entries(uow, first=date(2024, 1, 1), last=DAY)
            if line.kind == "interest_payment"
        )
    with book.begin() as uow:
        club.change_rule(uow, key="interest_split", value="care:100", from_on=date(2024, 1, 1))
        back = fund.reverse(uow, entry=interest, on=DAY, reason="nhầm")
    with book.read() as uow:
        after = fund.balances(uow, on=DAY)
    assert before.funds["operating"] - after.funds["operating"] == 24_000
    assert before.funds["income"] - after.funds["income"] == 36_001
    assert after.funds["care"] == before.funds["care"]
    with book.begin() as uow:
        fund.reverse(uow, entry=back, on=DAY, reason="đúng rồi")
        assert fund.balances(uow, on=DAY) == before
    assert checking.check(book).ok


@pytest.mark.parametrize(
    ("entry", "on", "reason", "code"),
    [
        (999, DAY, "x", "entry.unknown"),
        (5, DAY, "  ", "reversal.reason_missing"),
        (5, date(2024, 1, 1), "x", "reversal.before_entry"),
        (3, DAY, "x", "loan.below_zero"),
        (1, DAY, "x", "cash.below_zero"),
    ],
)
def test_a_reversal_that_cannot_be(
    book: Database, entry: int, on: date, reason: str, code: str
) -> None:
    with pytest.raises(AppError, match=code) as caught, book.begin() as uow:
        fund.reverse(uow, entry=entry, on=on, reason=reason)
    assert sentence(caught.value)


def test_an_entry_is_taken_back_once(book: Database) -> None:
    with book.begin() as uow:
        fund.reverse(uow, entry=5, on=DAY, reason="x")
    with pytest.raises(AppError, match="reversal.already"), book.begin() as uow:
        fund.reverse(uow, entry=5, on=DAY, reason="x")


@pytest.mark.parametrize("half", ["fund_transfer_out", "fund_transfer_in"])
def test_a_transfer_goes_back_as_a_pair(book: Database, half: str) -> None:
    with book.begin() as uow:
        lines = fund.entries(uow, first=date(2024, 1, 1), last=DAY)
        number = next(line.id for line in lines if line.kind == half)
        fund.reverse(uow, entry=number, on=DAY, reason="x")
        assert fund.balances(uow, on=DAY).funds["care"] == 0
        for same in ({"out_of": "income", "into": "income"}, {"out_of": "x", "into": "income"}):
            with pytest.raises(AppError) as caught:
                fund.transfer(uow, on=DAY, amount=1, **same)
            assert sentence(caught.value)
    assert checking.check(book).ok


MOVES: list[dict[str, Any]] = [
    {"kind": "saving_deposit", "amount": 7, "member": "M001", "on": date(2024, 5, 1)},
    {"kind": "principal_repayment", "amount": 40_000, "loan": "L001", "on": date(2024, 5, 15)},
    {"kind": "interest_payment", "amount": 333, "loan": "L001", "on": date(2024, 5, 16)},
    {"kind": "expense", "amount": 20, "fund": "operating", "on": date(2024, 5, 3)},
    {"kind": "principal_repayment", "amount": 10_000, "loan": "L001", "on": date(2024, 4, 2)},
]


def test_the_order_of_typing_changes_no_figure() -> None:
    seen = set()
    for order in list(permutations(MOVES))[::17]:
        database = filled_club()
        for move in order:
            _add(database, **move)
        with database.read() as uow:
            book = loans.loan_book(uow, on=date(2024, 6, 20))
            statement = fund_statement(uow, first=date(2024, 4, 1), last=date(2024, 5, 31))
            figures = (
                book.loans,
                tuple(sorted(book.ageing.items())),
                statement.cash,
                tuple(sorted(statement.receipts.items())),
                tuple(sorted(statement.payments.items())),
                tuple(sorted(statement.funds.items())),
                statement.loans,
                statement.savings,
            )
        seen.add(repr(figures))
    assert len(seen) == 1


def test_text_is_kept_as_typed_and_in_one_form() -> None:
    database = empty_club()
    decomposed = "Qu\u0079\u0303 \u0111o\u0302\u0300ng"
    _add(database, kind="donation", amount=1, fund="income", memo=f"  {decomposed} ")
    with database.read() as uow:
        (line,) = fund.entries(uow, first=DAY, last=DAY)
    assert line.memo == "Quỹ đồng"
    assert line.cash_after == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET amount = 1 WHERE id = 1",
        "DELETE FROM entry WHERE id = 1",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE id = 1",
        "UPDATE posting SET amount = 1",
        "DELETE FROM posting",
        "INSERT OR REPLACE INTO posting SELECT * FROM posting",
        "DELETE FROM meeting",
        "UPDATE month_lock SET month = '2000-01'",
    ],
)
def test_the_book_itself_refuses_a_change(book: Database, statement: str) -> None:
    with book.begin() as uow:
        locks.lock(uow, month=Month(2024, 1))
        hold_meeting(uow, date(2024, 4, 20))
    with pytest.raises(Exception, match="append-only"), book.begin() as uow:
        uow.connection.exec_driver_sql(statement)


def test_f26_a_reversal_is_taken_back_by_a_reversal_of_its_own(book: Database) -> None:
    """Each once; a loan with later payments goes back to what they left of it."""
    with book.begin() as uow:
        before, owed = fund.balances(uow, on=DAY), loans.loan_book(uow, on=DAY)
        lines = fund.entries(uow, first=date(2024, 1, 1), last=DAY)
        number = next(line.id for line in lines if line.kind == "principal_repayment")
        back = fund.reverse(uow, entry=number, on=DAY, reason="x")
        between = loans.loan_book(uow, on=DAY)
        assert between.outstanding == owed.outstanding + 1_000_000
        again = fund.reverse(uow, entry=back, on=DAY, reason="đúng rồi")
        assert fund.balances(uow, on=DAY) == before
        assert loans.loan_book(uow, on=DAY).outstanding == owed.outstanding
    for entry in (number, back):
        with pytest.raises(AppError, match="reversal.already"), book.begin() as uow:
            fund.reverse(uow, entry=entry, on=DAY, reason="x")
    with book.begin() as uow:
        fund.reverse(uow, entry=again, on=DAY, reason="x")
    assert checking.check(book).ok
