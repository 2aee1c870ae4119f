"""How many keys a new loan takes at a meeting, with its schedule and its approval."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.services import loan_requests, members
from app.ui.program import Program
from app.ui.screens.meeting.dialogs import LoanDialog
from app.ui.screens.meeting.view import MeetingScreen
from tests.stories.conftest import TODAY
from tests.stories.hands import CountingHands

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
MOST = 15

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _step_three(program: Program, hands: CountingHands) -> MeetingScreen:
    hands.press(ENTER)
    hands.press(ENTER)
    hands.press(Qt.Key.Key_F8)
    for _ in range(2):
        hands.press(ENTER, ctrl=True)
    screen = program.shell.screen_named("meeting") if program.shell else None
    assert isinstance(screen, MeetingScreen)
    assert screen.step == 3
    hands.events = 0
    return screen


def test_a_request_that_waits_is_approved(program: Program, hands: CountingHands) -> None:
    waiting = program.context.ask(loan_requests.waiting)
    for request in waiting:
        program.context.do(loan_requests.withdraw, request=request.id, reason="đã có việc")
    code = program.context.ask(members.members, on=TODAY)[11].code
    program.context.do(loan_requests.ask, member=code, on=TODAY, principal=1_000_000)
    screen = _step_three(program, hands)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, LoanDialog)
        assert dialog.plan.table().rowCount() == 12
        hands.press(ENTER)

    hands.during(agree, lambda: hands.press(ENTER))
    assert [loan.member for loan in screen.presenter.meeting.loans] == [code]
    assert program.context.ask(loan_requests.waiting) == ()
    assert hands.events <= MOST
    program.close()


def test_a_loan_that_nobody_waited_for(program: Program, hands: CountingHands) -> None:
    for request in program.context.ask(loan_requests.waiting):
        program.context.do(loan_requests.withdraw, request=request.id, reason="đã có việc")
    code = program.context.ask(members.members, on=TODAY)[11].code
    screen = _step_three(program, hands)

    def give(dialog: QDialog) -> None:
        assert isinstance(dialog, LoanDialog)
        for _ in range(dialog.member.findData(code)):  # finding a name is not counted
            QTest.keyClick(dialog.member, Qt.Key.Key_Down)
        hands.press(TAB)
        hands.write("1tr")
        hands.press(TAB)
        hands.write("Nuoi ga")
        hands.press(ENTER)

    hands.during(give, lambda: hands.press(ENTER))
    (loan,) = screen.presenter.meeting.loans
    assert (loan.member, loan.principal, loan.purpose) == (code, 1_000_000, "Nuoi ga")
    assert hands.events <= MOST
    program.close()
