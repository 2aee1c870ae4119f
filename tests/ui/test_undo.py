"""Every change of an open meeting is taken back and made again, from whatever step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.draft_changes import differences
from app.domain.drafts import DraftMeeting
from app.domain.periods import Month
from app.ui.context import Context
from app.ui.screens.meeting import history
from app.ui.screens.meeting.outlays import LoanForm, OutlaysPresenter
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.view import MeetingScreen
from tests.ui.conftest import TODAY, Desk


@pytest.fixture
def meeting(desk: Desk) -> MeetingPresenter:
    presenter = MeetingPresenter(desk)
    presenter.open(Month.of(TODAY), TODAY)
    return presenter


@pytest.fixture
def screen(context: Context, qtbot: QtBot) -> MeetingScreen:
    screen = MeetingScreen(context)
    qtbot.addWidget(screen)
    screen.presenter.open(Month.of(TODAY), TODAY)
    screen.resize(1100, 700)
    screen.reload()
    screen.show()
    screen.begin()
    return screen


def test_everything_goes_back_and_forth(desk: Desk, meeting: MeetingPresenter) -> None:
    looks = [_told(meeting)]
    free = next(row for row in meeting.meeting.rows if not row.outstanding)
    borrower = next(row for row in meeting.meeting.rows if row.outstanding > 200_000)
    outlays = OutlaysPresenter(desk, meeting, None)
    for act in (
        lambda: meeting.note(free, "ốm"),
        lambda: meeting.mark(free, "excused"),
        lambda: meeting.note(meeting.meeting.rows[0], "đến muộn"),
        meeting.all_present,
        meeting.accept_all,
        lambda: meeting.pay(borrower, "principal_repayment", "150k"),
        lambda: meeting.pay(borrower, "principal_repayment", ""),
        lambda: meeting.count(500_000, 3),
        lambda: meeting.write("count_note", "trả lại nhầm"),
        lambda: meeting.count(500_000, None),
        lambda: meeting.write("content", "Một\nhai"),
        lambda: meeting.write("activities", ("health",)),
        lambda: meeting.write("on", TODAY.replace(day=16)),
        lambda: outlays.add("expense", 50_000, "operating", "", "chè"),
        lambda: outlays.add("expense", 50_000, "operating", "", "chè"),
        lambda: outlays.take_back(meeting.meeting.lines[0]),
        lambda: outlays.lend(LoanForm(free.member.code, 10**6, 70, "interest_only", 12, 0, "gà")),
        lambda: outlays.take_back_loan(meeting.meeting.loans[0]),
    ):
        act()
        looks.append(_told(meeting))
        assert looks[-1] != looks[-2]
    for look in reversed(looks[:-1]):
        assert meeting.undo()
        assert _told(meeting) == look
    assert not meeting.undo()
    for look in looks[1:]:
        assert meeting.redo()
        assert _told(meeting) == look
    assert not meeting.redo()


def test_what_is_newly_done_can_not_be_made_again(meeting: MeetingPresenter) -> None:
    meeting.all_present()
    meeting.undo()
    meeting.mark(meeting.meeting.rows[0], "absent")
    assert not meeting.redo()


def test_the_same_again_is_no_change(meeting: MeetingPresenter) -> None:
    meeting.all_present()
    meeting.all_present()
    assert meeting.undo()
    assert not meeting.undo()
    assert differences(meeting.meeting, meeting.meeting) == ()


def test_what_was_taken_back_is_said(meeting: MeetingPresenter) -> None:
    row = meeting.meeting.rows[1]
    meeting.pay(row, "saving_deposit", "20k")
    changes = meeting.undo()
    said = history.words(changes, meeting.meeting)
    assert row.member.full_name in said
    assert said.endswith("20.000 → 0")
    meeting.all_present()
    assert history.words(meeting.undo(), meeting.meeting) == "39 thay đổi"
    meeting.mark(row, "absent")
    assert "→ chưa ghi" in history.words(meeting.undo(), meeting.meeting)
    meeting.note(row, "ốm")
    said = history.words(meeting.undo(), meeting.meeting)
    assert said == f"{row.member.full_name}: “ốm” → –"


def test_keys_take_back_from_any_step(screen: MeetingScreen, qtbot: QtBot) -> None:
    presenter = screen.presenter
    qtbot.keyClick(screen.sheet.sheet, Qt.Key.Key_F8)
    assert presenter.totals().present == 39
    screen.next.click()
    presenter.pay(presenter.meeting.rows[4], "saving_deposit", "20k")
    screen.sheet.stored.emit()
    for _ in range(3):
        screen.next.click()
    assert screen.step == 5
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen.count.fields[500_000], Qt.Key.Key_Z, control)
    assert screen.step == 2
    assert presenter.meeting.rows[4].paid == {}
    assert screen.sheet.sheet.currentIndex().row() == 4
    qtbot.keyClick(screen.sheet.sheet, Qt.Key.Key_Z, control)
    assert presenter.totals().present == 0
    assert not screen.back.undo.isEnabled()
    assert screen.back.redo.isEnabled()
    qtbot.mouseClick(screen.back.redo, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.sheet.sheet, Qt.Key.Key_Y, control)
    assert presenter.totals().present == 39
    assert presenter.meeting.rows[4].paid == {"saving_deposit": 20_000}


def _told(meeting: MeetingPresenter) -> DraftMeeting:
    """The meeting without the numbers of its rows, in an order of its own."""
    now = meeting.meeting
    bare = {
        name: tuple(sorted((replace(row, id=0) for row in getattr(now, name)), key=repr))
        for name in ("collected", "lines", "loans")
    }
    return replace(now, step=1, **bare)
