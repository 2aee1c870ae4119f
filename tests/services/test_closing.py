"""Closing a meeting: all of it or nothing, two confirm, money in before money out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError, InvalidError
from app.domain.periods import Month
from app.services import checking, closing, fund, meetings, months, people
from app.services.balance_checks import BelowZeroError
from app.services.minutes import NoMinutesError, minutes
from app.store.club_tables import EntryRow
from app.store.database import Database
from tests.helpers.clubs import filled_club

MAY = Month(2024, 5)
DAY = date(2024, 5, 16)
BOARD = ("M001", "M003")


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2024, 6, 20)):
        yield


@pytest.fixture
def book() -> Database:
    return filled_club()


def ready(book: Database) -> int:
    """A May meeting with everybody present and paid, a loan, an expense and a counted box."""
    with book.begin() as uow:
        draft_id = meetings.open_meeting(uow, month=MAY, on=DAY, typed_by="M002")
        meetings.all_present(uow, draft_id=draft_id)
        meetings.accept_all(uow, draft_id=draft_id)
        meetings.add_line(
            uow,
            draft_id=draft_id,
            kind="expense",
            amount=50_000,
            fund="operating",
            memo="Chè nước",
        )
        meetings.add_loan(
            uow,
            draft_id=draft_id,
            member="M004",
            principal=2_000_000,
            rate_bp=100,
            method="interest_only",
            term_months=12,
            purpose="Nuôi gà",
        )
    return draft_id


def close(book: Database, draft_id: int, confirmed_by: tuple[str, str] = BOARD) -> None:
    with book.begin() as uow:
        closing.close_meeting(uow, draft_id=draft_id, typed_by="M002", confirmed_by=confirmed_by)


def test_a_closed_meeting_is_in_the_reports(book: Database) -> None:
    draft_id = ready(book)
    with book.read() as uow:
        expected = meetings.draft(uow, draft_id=draft_id).cash_expected
    close(book, draft_id)
    with book.read() as uow:
        assert fund.balances(uow, on=DAY).cash == expected
        assert meetings.open_drafts(uow) == ()
        assert dict(months.year(uow, year=2024))[MAY] == "held"
        paper = minutes(uow, month=MAY)
        lines = fund.entries(uow, first=DAY, last=DAY)
        assert people.attendance(uow, first=DAY, last=DAY).held == 1
    assert paper.attendance.present == 5
    assert [loan.name for loan in paper.loans] == ["H'Mông Ê-đê"]
    assert paper.cash_closing == expected
    assert paper.confirmed_by == ("Nguyễn Thị Hoà", "Lê Thị Bưởi")
    kinds = [line.kind for line in lines]
    assert kinds[-2:] == ["loan_disbursement", "expense"]  # money in before money out
    receipts = {line.voucher for line in lines if line.voucher.startswith("T")}
    assert len(receipts) == 1  # one phiếu thu for the whole sheet


def test_a_note_goes_into_the_minutes_and_says_who_paid(book: Database) -> None:
    draft_id = ready(book)
    with book.begin() as uow:
        for member, status, note in (
            ("M002", "represented", " con trai\nnộp thay "),
            ("M003", "excused", "ốm"),
            ("M004", "present", "hỏi kỹ thuật nuôi gà"),
        ):
            meetings.set_presence(uow, draft_id=draft_id, member=member, status=status)
            meetings.set_member_note(uow, draft_id=draft_id, member=member, note=note)
        for amount, memo in ((20_000, "tiền gà"), (30_000, "")):
            meetings.add_line(
                uow,
                draft_id=draft_id,
                kind="donation",
                amount=amount,
                fund="income",
                member="M002",
                memo=memo,
            )
    close(book, draft_id)
    assert checking.check(book).ok
    with book.read() as uow:
        paper = minutes(uow, month=MAY)
        lines = fund.entries(uow, first=DAY, last=DAY)
        passbook = people.member_statement(uow, member="M002", first=DAY, last=DAY)
    assert {line.memo for line in passbook.lines} == {"con trai nộp thay", "tiền gà"}
    assert paper.away == (("Trần Văn An", "represented"), ("Lê Thị Bưởi", "excused"))
    assert paper.away_notes == {"Trần Văn An": "con trai nộp thay", "Lê Thị Bưởi": "ốm"}
    said = {(line.kind, line.amount): line.memo for line in lines if line.member == "M002"}
    assert said.pop(("donation", 20_000)) == "tiền gà"
    assert set(said.values()) == {"con trai nộp thay"}
    assert ("donation", 30_000) in said
    assert ("principal_repayment", 1_000_000) in said
    given = next(line for line in lines if line.kind == "loan_disbursement")
    assert given.memo == "Nuôi gà", "her loan has words of its own"
    assert {line.memo for line in lines if line.member == "M001"} == {""}


def test_closing_a_second_time_is_refused(book: Database) -> None:
    draft_id = ready(book)
    close(book, draft_id)
    with pytest.raises(AppError, match=r"meeting\.not_open"):
        close(book, draft_id)
    with book.read() as uow:
        assert len(people.attendance(uow).meetings) == 1


@pytest.mark.parametrize(
    ("confirmed_by", "code"),
    [
        (("M001", "M001"), "closing.two_confirm"),
        (("M001", "M004"), "closing.not_on_board"),
        (("M001", "M999"), "closing.not_on_board"),
    ],
)
def test_two_board_members_confirm(
    book: Database, confirmed_by: tuple[str, str], code: str
) -> None:
    draft_id = ready(book)
    with pytest.raises(InvalidError) as refused:
        close(book, draft_id, confirmed_by)
    assert [problem.code for problem in refused.value.problems] == [code]
    with book.read() as uow:
        assert meetings.draft(uow, draft_id=draft_id).lines  # still open, nothing lost


def test_an_empty_meeting_is_refused_with_all_that_is_missing(book: Database) -> None:
    with book.begin() as uow:
        draft_id = meetings.open_meeting(uow, month=MAY, on=DAY)
        meetings.set_text(uow, draft_id=draft_id, name="secretary", value="")
    with pytest.raises(InvalidError) as refused:
        close(book, draft_id)
    codes = [problem.code for problem in refused.value.problems]
    assert codes == ["closing.nobody_marked", "closing.secretary_missing"]


def test_whoever_is_not_marked_is_named(book: Database) -> None:
    draft_id = ready(book)
    with book.begin() as uow:
        meetings.set_presence(uow, draft_id=draft_id, member="M002", status="")
        found = closing.problems(uow, draft_id=draft_id)
    assert [(problem.code, problem.params["name"]) for problem in found] == [
        ("closing.not_marked", "Trần Văn An")
    ]


@pytest.mark.parametrize(("change", "kind"), [(-3, "cash_short"), (0, None), (2, "cash_over")])
def test_the_difference_of_the_count_is_posted(
    book: Database, change: int, kind: str | None
) -> None:
    draft_id = ready(book)
    with book.begin() as uow:
        expected = meetings.draft(uow, draft_id=draft_id).cash_expected
        top_up = 1000 - expected % 1000 if expected % 1000 else 0
        meetings.add_line(
            uow, draft_id=draft_id, kind="donation", amount=top_up or 1000, fund="operating"
        )
        expected = meetings.draft(uow, draft_id=draft_id).cash_expected
        meetings.set_notes(uow, draft_id=draft_id, face=1000, count=expected // 1000 + change)
    if change:
        with pytest.raises(InvalidError) as caught:
            close(book, draft_id)
        assert [(p.code, p.params) for p in caught.value.problems] == [
            ("closing.count_unexplained", {"amount": abs(change) * 1000})
        ]
        with book.begin() as uow:
            meetings.set_text(uow, draft_id=draft_id, name="count_note", value="Trả lại nhầm")
    close(book, draft_id)
    with book.read() as uow:
        kinds = uow.session.execute(
            select(EntryRow.kind, EntryRow.amount, EntryRow.memo).order_by(EntryRow.id)
        )
        last = kinds.all()[-1]
        assert fund.balances(uow, on=DAY).cash == expected + change * 1000
        count = minutes(uow, month=MAY).cash_count
    assert count is not None
    assert count.difference == change * 1000
    if kind:
        assert tuple(last) == (kind, abs(change) * 1000, "Trả lại nhầm")
    else:
        assert last.kind not in ("cash_over", "cash_short")


def test_a_refused_entry_leaves_the_meeting_wholly_open(book: Database) -> None:
    draft_id = ready(book)
    with book.begin() as uow:
        meetings.add_line(
            uow, draft_id=draft_id, kind="saving_withdrawal", amount=900_000, member="M003"
        )
        count = len(uow.session.execute(select(EntryRow.id)).all())
    with pytest.raises(BelowZeroError, match=r"savings\.below_zero"):
        close(book, draft_id)
    with book.read() as uow:
        assert len(uow.session.execute(select(EntryRow.id)).all()) == count
        assert meetings.open_drafts(uow)
        with pytest.raises(NoMinutesError):
            minutes(uow, month=MAY)


def test_a_month_without_a_meeting_is_written_down(book: Database) -> None:
    with book.begin() as uow:
        closing.record_not_held(uow, month=MAY, reason=" Bão số 3 ")
    with book.read() as uow:
        paper = minutes(uow, month=MAY)
        assert (paper.status, paper.reason, paper.on) == ("not_held", "Bão số 3", None)
        assert months.reasons(uow, year=MAY.year) == {MAY: "Bão số 3"}
        assert people.attendance(uow, first=DAY, last=DAY).not_held == 1


@pytest.mark.parametrize(
    ("month", "reason", "code"),
    [
        (MAY, "  ", "meeting.reason_missing"),
        (Month(2023, 12), "Mưa", "meeting.month_outside_book"),
        (Month(2024, 7), "Mưa", "meeting.month_outside_book"),
    ],
)
def test_not_held_needs_a_reason_and_a_month_of_the_book(
    book: Database, month: Month, reason: str, code: str
) -> None:
    with pytest.raises(AppError, match=code), book.begin() as uow:
        closing.record_not_held(uow, month=month, reason=reason)


def test_f26_a_correction_shows_in_the_next_minutes(book: Database) -> None:
    with book.begin() as uow:
        wrong = fund.entries(uow, first=date(2024, 2, 1), last=date(2024, 2, 28))[0]
        fund.reverse(uow, entry=wrong.id, on=date(2024, 5, 10), reason="Ghi nhầm người")
    close(book, ready(book))
    with book.read() as uow:
        notes = minutes(uow, month=MAY).corrections
    assert [(note.kind, note.amount, note.reason) for note in notes][-1] == (
        "membership_fee",
        -5000,
        "Ghi nhầm người",
    )
