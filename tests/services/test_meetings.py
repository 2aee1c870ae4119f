"""The open meeting: stored field by field, changed freely, in no report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.loans import BadTermsError
from app.domain.periods import Month
from app.services import club, fund, meetings
from app.services.figures import figures
from app.services.fund_statement import fund_statement
from app.services.locks import MonthLockedError, lock
from app.store.books import open_book
from app.store.database import Database
from tests.helpers.clubs import book_file, empty_club, filled_club

MAY = Month(2024, 5)
DAY = date(2024, 5, 16)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2024, 6, 20)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def opened(book: Database) -> int:
    with book.begin() as uow:
        return meetings.open_meeting(uow, month=MAY, on=DAY, typed_by="M002")


def test_opening_offers_the_board_and_asks_what_is_due(book: Database) -> None:
    draft_id = opened(book)
    with book.read() as uow:
        draft = meetings.draft(uow, draft_id=draft_id)
    assert (draft.text.chair, draft.text.secretary) == ("M001", "M002")
    rows = {row.member.code: row for row in draft.rows}
    assert rows["M001"].due == {"membership_fee": 10_000}
    assert rows["M002"].due == {"membership_fee": 10_000, "principal_repayment": 1_000_000}
    assert rows["M002"].outstanding == 3_000_000
    assert rows["M005"].due == {"membership_fee": 25_000}
    assert all(row.presence == "" and not row.paid for row in draft.rows)


def test_opening_twice_comes_back_to_the_same_draft(book: Database) -> None:
    assert opened(book) == opened(book)


@pytest.mark.parametrize(
    ("month", "on", "code"),
    [
        (MAY, date(2024, 7, 1), "meeting.day_outside_month"),
        (MAY, date(2024, 4, 30), "meeting.day_outside_month"),
        (Month(2024, 6), date(2024, 6, 21), "meeting.in_future"),
        (Month(2023, 12), date(2023, 12, 16), "meeting.before_book"),
    ],
)
def test_a_day_no_meeting_can_have(book: Database, month: Month, on: date, code: str) -> None:
    with pytest.raises(AppError, match=code), book.begin() as uow:
        meetings.open_meeting(uow, month=month, on=on)
    with book.read() as uow:
        assert meetings.open_drafts(uow) == ()


def test_a_meeting_may_be_held_early_in_the_next_month(book: Database) -> None:
    with book.begin() as uow:
        draft_id = meetings.open_meeting(uow, month=MAY, on=date(2024, 6, 2))
        assert meetings.draft(uow, draft_id=draft_id).month == MAY


def test_a_locked_month_opens_no_meeting(book: Database) -> None:
    with book.begin() as uow:
        lock(uow, month=MAY)
    with pytest.raises(MonthLockedError):
        opened(book)


def test_everything_typed_is_there_after_the_program_was_killed(tmp_path: Path) -> None:
    path = book_file(tmp_path / "so.soclb")
    book = open_book(path)
    draft_id = opened(book)
    with book.begin() as uow:
        meetings.set_text(uow, draft_id=draft_id, name="content", value="Bàn việc\nnuôi gà")
        meetings.set_text(uow, draft_id=draft_id, name="activities", value=("1", "4"))
        meetings.set_text(uow, draft_id=draft_id, name="chair", value="M003")
        meetings.set_text(uow, draft_id=draft_id, name="step", value=4)
        meetings.set_presence(uow, draft_id=draft_id, member="M001", status="present")
        meetings.set_paid(uow, draft_id=draft_id, member="M001", kind="membership_fee", amount=5000)
        meetings.set_notes(uow, draft_id=draft_id, face=500_000, count=3)
    book.close()
    with open_book(path).read() as uow:
        draft = meetings.draft(uow, draft_id=draft_id)
    assert draft.text.content == "Bàn việc\nnuôi gà"
    assert draft.text.activities == ("1", "4")
    assert (draft.text.chair, draft.step, draft.notes) == ("M003", 4, {500_000: 3})
    row = next(row for row in draft.rows if row.member.code == "M001")
    assert (row.presence, row.paid) == ("present", {"membership_fee": 5000})


def test_a_draft_is_in_no_report(book: Database) -> None:
    with book.read() as uow:
        before = figures(fund_statement(uow, first=MAY.first_day, last=MAY.last_day))
    draft_id = opened(book)
    with book.begin() as uow:
        meetings.all_present(uow, draft_id=draft_id)
        meetings.accept_all(uow, draft_id=draft_id)
        meetings.add_line(uow, draft_id=draft_id, kind="donation", amount=100_000, fund="operating")
    with book.read() as uow:
        assert figures(fund_statement(uow, first=MAY.first_day, last=MAY.last_day)) == before


def test_accept_all_takes_what_is_due_from_those_who_came(book: Database) -> None:
    draft_id = opened(book)
    with book.begin() as uow:
        meetings.set_presence(uow, draft_id=draft_id, member="M003", status="absent")
        meetings.all_present(uow, draft_id=draft_id)
        meetings.set_paid(uow, draft_id=draft_id, member="M001", kind="membership_fee", amount=5000)
        meetings.accept_all(uow, draft_id=draft_id)
        draft = meetings.draft(uow, draft_id=draft_id)
    rows = {row.member.code: row for row in draft.rows}
    assert rows["M003"].paid == {}
    assert rows["M001"].paid == {"membership_fee": 5000}  # what was typed stays
    assert rows["M002"].paid == rows["M002"].due
    assert draft.cash_expected == draft.cash_before + sum(row.total for row in draft.rows)


def test_nothing_typed_makes_no_line(book: Database) -> None:
    draft_id = opened(book)
    with book.begin() as uow:
        for amount in (5000, 0):
            meetings.set_paid(
                uow, draft_id=draft_id, member="M001", kind="saving_deposit", amount=amount
            )
        assert meetings.draft(uow, draft_id=draft_id).collected == ()


def test_more_principal_than_is_owed_is_refused(book: Database) -> None:
    draft_id = opened(book)
    with pytest.raises(AppError, match=r"loan\.more_than_owed"), book.begin() as uow:
        meetings.set_paid(
            uow, draft_id=draft_id, member="M002", kind="principal_repayment", amount=3_000_001
        )
    with pytest.raises(AppError, match=r"loan\.none_open"), book.begin() as uow:
        meetings.set_paid(uow, draft_id=draft_id, member="M001", kind="interest_payment", amount=1)


def test_a_new_loan_lowers_the_box_and_bad_terms_are_refused(book: Database) -> None:
    draft_id = opened(book)
    terms = {"rate_bp": 100, "method": "flat", "term_months": 6}
    with book.begin() as uow:
        before = meetings.draft(uow, draft_id=draft_id).cash_expected
        number = meetings.add_loan(
            uow, draft_id=draft_id, member="M004", principal=2_000_000, **terms
        )
        assert meetings.draft(uow, draft_id=draft_id).cash_expected == before - 2_000_000
        meetings.remove_loan(uow, loan_id=number)
        assert meetings.draft(uow, draft_id=draft_id).cash_expected == before
    with pytest.raises(BadTermsError), book.begin() as uow:
        meetings.add_loan(uow, draft_id=draft_id, member="M004", principal=0, **terms)


@pytest.mark.parametrize(("face", "count"), [(3, 1), (500_000, -1), (500_000, 10**7)])
def test_notes_that_do_not_exist(book: Database, face: int, count: int) -> None:
    draft_id = opened(book)
    with pytest.raises(AppError, match=r"notes\.unreadable"), book.begin() as uow:
        meetings.set_notes(uow, draft_id=draft_id, face=face, count=count)


def test_cancelling_leaves_nothing_behind(book: Database) -> None:
    draft_id = opened(book)
    with book.begin() as uow:
        meetings.all_present(uow, draft_id=draft_id)
        meetings.accept_all(uow, draft_id=draft_id)
        meetings.cancel_meeting(uow, draft_id=draft_id)
        assert meetings.open_drafts(uow) == ()
    with pytest.raises(AppError, match=r"meeting\.not_open"), book.read() as uow:
        meetings.draft(uow, draft_id=draft_id)


def test_fees_are_asked_from_joining_on_and_by_the_rule_of_each_month() -> None:
    book = empty_club(fee_monthly="2000")
    with book.begin() as uow:
        club.change_rule(uow, key="fee_monthly", value="5000", from_on=date(2024, 4, 1))
        fund.record(uow, on=date(2024, 1, 20), kind="membership_fee", amount=10_000, member="M001")
        draft_id = meetings.open_meeting(uow, month=MAY, on=DAY)
        rows = {row.member.code: row for row in meetings.draft(uow, draft_id=draft_id).rows}
    assert rows["M002"].due == {"membership_fee": 3 * 2000 + 2 * 5000}
    assert rows["M001"].due == {"membership_fee": 6_000}
