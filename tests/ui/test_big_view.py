"""What the meeting sees on the wall follows what the secretary does at the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.periods import Month
from app.ui.screens.meeting.big_view import BigView
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.sheet_panel import SheetPanel
from tests.ui.conftest import TODAY, Desk


@pytest.fixture
def panel(dressed: QApplication, qtbot: QtBot, desk: Desk) -> SheetPanel:
    presenter = MeetingPresenter(desk)
    presenter.open(Month.of(TODAY), TODAY)
    panel = SheetPanel(presenter)
    qtbot.addWidget(panel)
    panel.show_money(True)
    panel.reload()
    panel.show()
    panel.begin()
    return panel


def test_it_follows_the_sheet(panel: SheetPanel, qtbot: QtBot) -> None:
    rows = panel.presenter.meeting.rows
    qtbot.keyClick(panel.sheet, Qt.Key.Key_F11)
    view = panel.findChild(BigView)
    assert view is not None
    assert view.isVisible()
    assert rows[0].member.full_name in view.name.text()
    assert view.next.text().endswith(rows[1].member.full_name)
    panel.presenter.pay(rows[0], "saving_deposit", "1,25tr")
    panel.reload()
    assert view.total.text() == "1.250.000"
    assert view.words.text() == "Một triệu hai trăm năm mươi nghìn đồng."
    qtbot.keyClick(panel.sheet, Qt.Key.Key_Return)
    assert rows[1].member.full_name in view.name.text()
    panel.sheet.setCurrentIndex(panel.model.index(len(rows) - 1, 1))
    assert view.next.text() == "Đây là người cuối cùng."
    qtbot.keyClick(panel.sheet, Qt.Key.Key_F11)
    assert not view.isVisible()
    qtbot.keyClick(panel.sheet, Qt.Key.Key_F11)
    assert view.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
