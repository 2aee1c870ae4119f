"""The open meeting behind its steps: stored at once, summed up, closed by two."""

from __future__ import annotations

from datetime import date

import pytest

from app.base.errors import AppError, InvalidError
from app.domain.periods import Month
from app.services import meetings, months
from app.ui.screens.meeting.outlays import LoanForm, OutlaysPresenter
from app.ui.screens.meeting.presenter import MeetingPresenter
from tests.ui.conftest import TODAY, Desk

MONTH = Month.of(TODAY)


@pytest.fixture
def meeting(desk: Desk) -> MeetingPresenter:
    presenter = MeetingPresenter(desk)
    presenter.open(MONTH, TODAY)
    return presenter


def test_this_month_waits(desk: Desk) -> None:
    presenter = MeetingPresenter(desk)
    assert not presenter.choose(None)
    assert presenter.waiting()[-1] == MONTH
    assert presenter.usual_day(MONTH) == TODAY
    assert presenter.usual_day(Month(2026, 8)) == date(2026, 8, 31)


def test_a_killed_program_finds_its_meeting_again(desk: Desk, meeting: MeetingPresenter) -> None:
    row = meeting.meeting.rows[0]
    meeting.pay(row, "saving_deposit", "50k")
    again = MeetingPresenter(desk)
    assert again.choose(None)
    assert again.meeting.rows[0].paid == {"saving_deposit": 50_000}


def test_space_goes_through_the_marks(meeting: MeetingPresenter) -> None:
    marks = []
    for _ in range(5):
        meeting.cycle(meeting.meeting.rows[0])
        marks.append(meeting.meeting.rows[0].presence)
    assert marks == ["present", "excused", "absent", "represented", "present"]


def test_attendance_is_said_in_words(meeting: MeetingPresenter) -> None:
    assert meeting.attendance_words() == ("Chưa điểm danh ai. Bấm F8 để ghi tất cả có mặt.", "")
    meeting.cycle(meeting.meeting.rows[0])
    words, tone = meeting.attendance_words()
    assert "Có mặt 1 trên 39" in words
    assert "Chưa điểm danh: 38." in words
    assert tone == "watch"
    meeting.all_present()
    assert meeting.attendance_words()[1] == "good"


def test_all_pay_what_is_due_but_those_away(meeting: MeetingPresenter) -> None:
    meeting.mark(meeting.meeting.rows[0], "absent")
    meeting.all_present()
    meeting.accept_all()
    first, *others = meeting.meeting.rows
    assert first.paid == {}
    assert all(row.paid == row.due for row in others)
    assert f"{meeting.totals().money:,}".replace(",", ".") in meeting.money_words()


def test_undo_and_redo_cells(meeting: MeetingPresenter) -> None:
    row = meeting.meeting.rows[1]
    meeting.pay(row, "saving_deposit", "20.000")
    meeting.cycle(meeting.meeting.rows[1])
    assert meeting.undo()
    assert meeting.meeting.rows[1].presence == ""
    assert meeting.undo()
    assert meeting.meeting.rows[1].paid == {}
    assert not meeting.undo()
    assert meeting.redo()
    assert meeting.meeting.rows[1].paid == {"saving_deposit": 20_000}


def test_nonsense_is_refused_and_nothing_stored(meeting: MeetingPresenter) -> None:
    row = meeting.meeting.rows[0]
    with pytest.raises(AppError, match=r"amount\.unreadable"):
        meeting.pay(row, "saving_deposit", "5000.5")
    assert meeting.meeting.rows[0].paid == {}


def test_more_than_is_owed_is_refused(meeting: MeetingPresenter) -> None:
    free = next(row for row in meeting.meeting.rows if not row.outstanding)
    with pytest.raises(AppError):
        meeting.pay(free, "principal_repayment", "100.000")


def test_found_without_accents(meeting: MeetingPresenter) -> None:
    place = meeting.find("hoang thi an")
    assert place is not None
    assert meeting.meeting.rows[place].member.full_name == "Hoàng Thị An"
    assert meeting.find("nobody like this") is None
    assert meeting.find("") is None


def test_the_count_is_held_against_the_book(meeting: MeetingPresenter) -> None:
    assert meeting.count_words()[1] == ""
    meeting.count(1_000, 1)
    assert meeting.count_words()[1] == "watch"
    left = meeting.meeting.cash_expected
    meeting.count(1_000, left // 1_000)
    assert meeting.count_words()[1] == ("good" if left % 1_000 == 0 else "watch")


def test_a_loan_and_an_expense_and_back(desk: Desk, meeting: MeetingPresenter) -> None:
    outlays = OutlaysPresenter(desk, meeting, None)
    free = next(row for row in meeting.meeting.rows if not row.outstanding)
    form = LoanForm(free.member.code, 1_000_000, 70, "interest_only", 12, 0, "gà")
    assert outlays.plan(form).interest == 84_000
    outlays.lend(form)
    outlays.add("expense", 50_000, "operating", "", "chè")
    assert [loan.principal for loan in meeting.meeting.loans] == [1_000_000]
    outlays.take_back_loan(meeting.meeting.loans[0])
    outlays.take_back(meeting.meeting.lines[0])
    assert (meeting.meeting.loans, meeting.meeting.lines) == ((), ())


def test_what_is_missing_is_named_by_field(desk: Desk, meeting: MeetingPresenter) -> None:
    outlays = OutlaysPresenter(desk, meeting, None)
    with pytest.raises(InvalidError) as caught:
        outlays.add("saving_withdrawal", None, "", "", "")
    assert caught.value.problems[0].field == "amount"
    with pytest.raises(InvalidError) as caught:
        outlays.lend(LoanForm("", 1_000_000, 70, "interest_only", 12, 0, ""))
    assert caught.value.problems[0].field == "member"


def test_closed_by_two_of_the_board(desk: Desk, meeting: MeetingPresenter) -> None:
    meeting.all_present()
    meeting.accept_all()
    assert meeting.problems() == ()
    board = {member.role: member.code for member in meeting.board()}
    with pytest.raises(InvalidError):
        meeting.close(board["secretary"], (board["chair"], board["chair"]))
    assert meeting.close(board["secretary"], (board["chair"], board["treasurer"])) == MONTH
    assert meeting.draft is None
    assert dict(desk.ask(months.year, year=2026))[MONTH] == "held"


def test_thrown_away(desk: Desk, meeting: MeetingPresenter) -> None:
    meeting.cancel()
    assert desk.ask(meetings.open_drafts) == ()
    with pytest.raises(AppError, match=r"meeting\.not_open"):
        _ = meeting.meeting
