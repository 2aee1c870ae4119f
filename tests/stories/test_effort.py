"""How many keys and clicks work takes, against what was promised for each kind of it.

Only events are delivered and counted; free text, names, digits and reasons are left out, and no
notes are counted.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.base import clock
from app.domain.periods import Month
from app.services import checking, fund, loans, minutes
from app.ui import papers
from app.ui.program import Program
from app.ui.screens.fund.dialogs import TakeBackDialog
from app.ui.screens.fund.view import FundScreen
from app.ui.screens.meeting.dialogs import LoanDialog
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.widgets.question import Question
from tests.stories.hands import CountingHands

ENTER = Qt.Key.Key_Return

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_meeting_where_all_pay_as_due(program: Program, hands: CountingHands) -> None:
    window = program
    enter = Qt.Key.Key_Return
    hands.press(enter)  # start this month's meeting
    hands.press(enter)  # on the usual day
    hands.press(Qt.Key.Key_F8)
    hands.press(enter, ctrl=True)
    hands.press(Qt.Key.Key_F9)
    for _ in range(4):
        hands.press(enter, ctrl=True)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        hands.press(enter)

    hands.during(agree, lambda: hands.press(enter))
    meeting = window.shell.screen_named("meeting") if window.shell else None
    assert isinstance(meeting, MeetingScreen)
    assert meeting.presenter.closed == Month(2026, 11)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, papers.PaperDialog)
        dialog.reject()

    hands.during(look, lambda: hands.press(enter))
    made = window.context.ask(minutes.minutes, month=Month(2026, 11))
    assert made.attendance.present == 39
    assert sum(line.amount for line in made.receipts) > 0
    assert hands.events <= 25
    window.close()


def _at_the_sheet(program: Program, hands: CountingHands, *, money: bool) -> MeetingScreen:
    """This month's meeting, everybody marked as present, and the count begun anew."""
    hands.press(ENTER)
    hands.press(ENTER)
    hands.press(Qt.Key.Key_F8)
    if money:
        hands.press(ENTER, ctrl=True)
        hands.press(Qt.Key.Key_F9)
    screen = program.shell.screen_named("meeting") if program.shell else None
    assert isinstance(screen, MeetingScreen)
    hands.events = 0
    return screen


def _find(hands: CountingHands, name: str) -> None:
    """Finding the row: not counted, by the promise."""
    hands.press(Qt.Key.Key_F, ctrl=True)
    hands.write(name)
    hands.press(ENTER)
    hands.events = hands.typed = 0


def test_somebody_is_away(program: Program, hands: CountingHands) -> None:
    screen = _at_the_sheet(program, hands, money=False)
    _find(hands, "hoang thi an")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Space)
    row = _row(screen, "Hoàng Thị An")
    assert row.presence == "absent"
    assert hands.events <= 5


@pytest.mark.parametrize(
    ("column", "digits", "kind", "amount"),
    [(1, "0", "membership_fee", 0), (2, "50k", "saving_deposit", 50_000)],
)
def test_somebody_pays_other_than_due(
    program: Program, hands: CountingHands, column: int, digits: str, kind: str, amount: int
) -> None:
    screen = _at_the_sheet(program, hands, money=True)
    _find(hands, "hoang thi an")
    for _ in range(column - screen.sheet.sheet.currentIndex().column()):
        hands.press(Qt.Key.Key_Right)
    hands.write(digits)
    hands.press(ENTER)
    hands.wait(lambda: _row(screen, "Hoàng Thị An").paid.get(kind, 0) == amount)
    assert hands.events <= 5


def test_a_new_loan_with_schedule_and_approval(program: Program, hands: CountingHands) -> None:
    screen = _at_the_sheet(program, hands, money=True)
    free = next(row for row in screen.presenter.meeting.rows if not row.outstanding).member
    hands.press(ENTER, ctrl=True)

    def lend(dialog: QDialog) -> None:
        assert isinstance(dialog, LoanDialog)
        hands.choose(dialog.member, free.code)
        hands.press(Qt.Key.Key_Tab)
        hands.write("3tr")
        hands.press(Qt.Key.Key_Tab)
        hands.write("nuoi ga")
        assert dialog.plan.isVisible(), "the schedule is in sight before anybody decides"
        hands.press(ENTER)

    hands.during(lend, lambda: hands.click(screen.outlays.lend))
    (loan,) = screen.presenter.meeting.loans
    assert (loan.member, loan.principal, loan.purpose) == (free.code, 3_000_000, "nuoi ga")
    for _ in range(3):
        hands.press(ENTER, ctrl=True)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        hands.press(ENTER)

    hands.during(agree, lambda: hands.press(ENTER))
    assert hands.events <= 15
    (given,) = [
        line
        for line in program.context.ask(loans.loan_book, on=clock.today()).loans
        if line.member == free.code
    ]
    assert given.outstanding == 3_000_000


def test_an_amount_of_spring_is_put_right(program: Program, hands: CountingHands) -> None:
    """The month is closed long ago: a reversal with a reason, and the right amount beside it."""
    april = Month(2026, 4)
    before = program.context.ask(minutes.minutes, month=april)
    shell = program.shell
    assert shell is not None
    hands.click(shell.menu_button("fund"))
    screen = shell.screen_named("fund")
    assert isinstance(screen, FundScreen)
    shown = screen.list.table().rows()
    wanted = next(x for x in shown if Month.of(x.on) == april and x.kind == "saving_deposit")
    hands.click_row(screen.list, shown.index(wanted))

    def mend(dialog: QDialog) -> None:
        assert isinstance(dialog, TakeBackDialog)
        hands.write("ghi nham")
        hands.press(Qt.Key.Key_Tab)
        hands.write("35k")
        hands.press(ENTER)

    hands.during(mend, lambda: hands.click(screen.mend))
    assert hands.events <= 12
    lines = program.context.ask(fund.entries, first=april.first_day, last=clock.today())
    (back,) = [line for line in lines if line.reverses == wanted.id]
    assert (back.reason, back.amount) == ("ghi nham", -wanted.amount)
    right = [x for x in lines if x.amount == 35_000 and x.member == wanted.member]
    assert [x.kind for x in right] == ["saving_deposit"]
    assert wanted.id in [line.id for line in lines], "what was wrong stays to be seen"
    assert program.context.ask(minutes.minutes, month=april) == before
    assert program.context.ask(checking.verified)


def _row(screen: MeetingScreen, name: str):  # type: ignore[no-untyped-def]
    return next(r for r in screen.presenter.meeting.rows if r.member.full_name == name)
