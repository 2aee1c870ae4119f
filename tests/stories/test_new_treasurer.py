"""The treasurer hands over: the box and the books change hands on paper, and the new one signs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.services import members, printing
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.program import Program
from app.ui.screens.members.board_dialogs import BoardDialog, ElectDialog
from app.ui.screens.members.view import MembersScreen
from tests.stories.conftest import TODAY
from tests.stories.hands import CountingHands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_new_treasurer_takes_over(program: Program, hands: CountingHands) -> None:
    before = program.context.ask(members.board, on=TODAY)["treasurer"]
    looked_at: list[str] = []

    def look_at_the_paper() -> None:
        shown = QApplication.activeModalWidget()
        if not isinstance(shown, papers.PaperDialog) or not shown.isVisible():
            QTimer.singleShot(20, look_at_the_paper)
            return
        looked_at.append(shown.windowTitle())
        shown.reject()

    def elect(dialog: QDialog) -> None:
        assert isinstance(dialog, ElectDialog)
        hands.choose(dialog.role, "treasurer")
        new = next(code for code in _codes(dialog) if code not in _board(program))
        hands.choose(dialog.member, new)
        hands.type(dialog.decision, "Bien ban thang 11")
        QTimer.singleShot(0, look_at_the_paper)
        hands.click(dialog.verb)

    def open_the_board(dialog: QDialog) -> None:
        assert isinstance(dialog, BoardDialog)
        hands.during(elect, lambda: hands.click(dialog.elect))
        hands.press(Qt.Key.Key_Escape)

    shell = program.shell
    assert shell is not None
    hands.click(shell.menu_button("members"))
    screen = shell.screen_named("members")
    assert isinstance(screen, MembersScreen)
    hands.during(open_the_board, lambda: hands.click(screen.board))
    after = program.context.ask(members.board, on=TODAY)["treasurer"]
    assert after.code != before.code
    assert len(looked_at) == 1
    paper = program.context.ask(
        printing.content,
        request=PaperRequest("hand-over", last=TODAY - timedelta(days=1)),
        ending=".txt",
    ).decode()
    assert before.full_name in paper
    minutes = program.context.ask(
        printing.content, request=PaperRequest("hand-over", last=TODAY), ending=".txt"
    ).decode()
    assert after.full_name in minutes
    program.close()


def _codes(dialog: ElectDialog) -> list[str]:
    codes = (dialog.member.itemData(at) for at in range(dialog.member.count()))
    return [code for code in codes if code]


def _board(program: Program) -> set[str]:
    return {person.code for person in program.context.ask(members.board, on=TODAY).values()}
