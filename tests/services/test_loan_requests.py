"""Who waits for a loan: asked, ordered, approved into a meeting, given when it closes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import closing, club, loan_requests, loans, meetings, members
from app.store.database import Database, UnitOfWork
from tests.helpers.clubs import filled_club

ASKED, DAY, MAY = date(2024, 5, 2), date(2024, 5, 16), Month(2024, 5)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2024, 6, 1)):
        yield


@pytest.fixture
def book() -> Database:
    book = filled_club()
    with book.begin() as uow:
        for member in ("M001", "M003", "M004"):
            loan_requests.ask(
                uow, member=member, on=ASKED, principal=500_000, purpose="Nuôi gà", guarantor="M005"
            )
    return book


def order(uow: UnitOfWork) -> list[str]:
    return [line.member for line in loan_requests.waiting(uow)]


def test_they_wait_in_the_clubs_own_order(book: Database) -> None:
    with book.begin() as uow:
        assert order(uow) == ["M001", "M003", "M004"]
        loan_requests.move(uow, request=3, to=1)
        assert order(uow) == ["M004", "M001", "M003"]
        loan_requests.move(uow, request=3, to=9)
        assert order(uow) == ["M001", "M003", "M004"]
        loan_requests.move(uow, request=1, to=2)
        assert order(uow) == ["M003", "M001", "M004"]


def test_approved_in_a_meeting_paid_out_when_it_closes(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=MAY, on=DAY)
        meetings.all_present(uow, draft_id=number)
        loan_requests.approve(uow, request=2, draft_id=number)
        assert order(uow) == ["M001", "M004"]
        assert loans.open_codes(uow, on=DAY) == ["L001"]
        (planned,) = meetings.draft(uow, draft_id=number).loans
        assert (planned.member, planned.principal, planned.rate_bp, planned.guarantor) == (
            "M003",
            500_000,
            100,
            "M005",
        )
        assert (planned.term_months, planned.purpose) == (12, "Nuôi gà")
        closing.close_meeting(uow, draft_id=number, typed_by="M002", confirmed_by=("M001", "M003"))
        assert loans.open_codes(uow, on=DAY) == ["L001", "L002"]
        assert order(uow) == ["M001", "M004"]


def test_it_waits_again_when_the_meeting_does_not_give_it(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=MAY, on=DAY)
        loan = loan_requests.approve(uow, request=1, draft_id=number, principal=300_000)
        meetings.remove_loan(uow, loan_id=loan)
        assert order(uow) == ["M001", "M003", "M004"]
        loan_requests.approve(uow, request=1, draft_id=number)
        meetings.cancel_meeting(uow, draft_id=number)
        assert order(uow) == ["M001", "M003", "M004"]


def test_no_and_no_more(book: Database) -> None:
    with book.begin() as uow:
        loan_requests.decline(uow, request=1, reason="Quỹ chưa đủ")
        loan_requests.withdraw(uow, request=2, reason="Đã vay nơi khác")
        assert order(uow) == ["M004"]
    with pytest.raises(AppError, match=r"request\.not_waiting"), book.begin() as uow:
        loan_requests.decline(uow, request=1, reason="Quỹ chưa đủ")
    with pytest.raises(AppError, match=r"request\.not_waiting"), book.begin() as uow:
        loan_requests.move(uow, request=99, to=1)
    with pytest.raises(AppError, match=r"request\.reason_missing"), book.begin() as uow:
        loan_requests.withdraw(uow, request=3, reason=" ")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"member": "M099"}, "request.not_a_member"),
        ({"on": date(2023, 12, 31)}, "request.not_a_member"),
        ({"principal": 0}, "loan.principal_not_positive"),
    ],
)
def test_refusals(book: Database, change: dict[str, object], code: str) -> None:
    asked = {"member": "M001", "on": ASKED, "principal": 10} | change
    with pytest.raises(AppError) as caught, book.begin() as uow:
        loan_requests.ask(uow, **asked)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_each_is_held_against_the_rules_of_the_meeting(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=MAY, on=DAY)
        club.change_rule(uow, key="max_loan", value="400000", from_on=DAY)
        found = loan_requests.judged(uow, draft_id=number)
        assert [request.member for request, _ in found] == order(uow)
        for _, doubts in found:
            assert "lending.above_max" in [doubt.code for doubt in doubts]


def test_who_left_meanwhile_is_named(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=MAY, on=DAY)
        members.leave(uow, code="M004", on=date(2024, 5, 10))
        (doubt,) = dict(enumerate(loan_requests.judged(uow, draft_id=number)))[2][1]
        assert doubt.code == "request.not_a_member"
        members.leave(uow, code="M005", on=date(2024, 5, 10))
        (doubt,) = loan_requests.judged(uow, draft_id=number)[0][1]
        assert (doubt.code, doubt.field) == ("member.unknown", "guarantor")


def test_a_meeting_may_approve_another_purpose_and_guarantor(book: Database) -> None:
    with book.begin() as uow:
        number = meetings.open_meeting(uow, month=MAY, on=DAY)
        loan_requests.approve(uow, request=1, draft_id=number, purpose="Nuôi vịt", guarantor="M002")
        loan_requests.approve(uow, request=2, draft_id=number, guarantor="")
        one, two = meetings.draft(uow, draft_id=number).loans
        assert (one.purpose, one.guarantor) == ("Nuôi vịt", "M002")
        assert (two.purpose, two.guarantor) == ("Nuôi gà", None)
