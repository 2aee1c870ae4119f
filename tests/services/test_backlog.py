"""Missed months: which they are, how one is skipped, and how a sum divides over a member's line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.domain.periods import Month
from app.services import backlog, closing, meetings, months
from app.services.dues import TooMuchError
from app.services.meeting_sheet import DraftRefusedError
from app.store.database import Database
from tests.helpers.clubs import filled_club

JULY = Month(2024, 7)


@pytest.fixture(autouse=True)
def in_september() -> Iterator[None]:
    with clock.fixed(date(2024, 9, 3)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def test_months_without_a_meeting_are_missed_until_closed_or_skipped(book: Database) -> None:
    with book.begin() as uow:
        before = backlog.missed(uow)
        assert before[-2:] == (JULY, Month(2024, 8))
        meetings.open_meeting(uow, month=JULY, on=JULY.last_day)
        assert backlog.missed(uow) == before, "an open one is still to be closed"
        with pytest.raises(DraftRefusedError, match=r"meeting\.reason_missing"):
            backlog.skip(uow, month=JULY, reason=" ")
    with book.begin() as uow:
        backlog.skip(uow, month=JULY, reason="Mưa bão")
        assert JULY not in backlog.missed(uow)
        assert dict(months.year(uow, year=2024))[JULY] == "not_held"
        assert meetings.open_drafts(uow) == ()


@pytest.mark.parametrize("share", ["fee", "asked", "more"])
def test_a_sum_pays_the_fee_then_the_loan_then_is_saved(book: Database, share: str) -> None:
    with book.begin() as uow:
        draft = meetings.open_meeting(uow, month=JULY, on=JULY.last_day)
        row = next(r for r in meetings.draft(uow, draft_id=draft).rows if r.outstanding)
        asked, fee = sum(row.due.values()), row.due["membership_fee"]
        amount = {"fee": fee, "asked": asked, "more": asked + 70_000}[share]
        paid = {"draft_id": draft, "member": row.member.code}
        backlog.pay_total(uow, amount=amount, **paid)
        (after,) = (r for r in meetings.draft(uow, draft_id=draft).rows if r.member == row.member)
        assert after.total == amount
        wanted = {"membership_fee": fee} if share == "fee" else dict(row.due)
        assert after.paid == wanted | ({"saving_deposit": 70_000} if share == "more" else {})
        backlog.pay_total(uow, amount=0, **paid)
        assert meetings.draft(uow, draft_id=draft).collected == ()


def test_a_sum_of_who_has_no_loan_is_saved(book: Database) -> None:
    with book.begin() as uow:
        draft = meetings.open_meeting(uow, month=JULY, on=JULY.last_day)
        row = next(r for r in meetings.draft(uow, draft_id=draft).rows if not r.outstanding)
        fee = row.due["membership_fee"]
        backlog.pay_total(uow, draft_id=draft, member=row.member.code, amount=fee + 1)
        with pytest.raises(TooMuchError):
            meetings.set_paid(
                uow, draft_id=draft, member=row.member.code, kind="interest_payment", amount=1
            )
        assert closing.problems(uow, draft_id=draft)
        (after,) = (r for r in meetings.draft(uow, draft_id=draft).rows if r.member == row.member)
    assert after.paid == {"membership_fee": fee, "saving_deposit": 1}
