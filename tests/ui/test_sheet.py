"""The meeting's sheet under a real keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from app.base.text import search_key
from app.domain.periods import Month
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.sheet_panel import SheetPanel
from app.ui.widgets.basics import Notice
from tests.ui.conftest import TODAY, Desk

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def panel(dressed: QApplication, qtbot: QtBot, desk: Desk) -> SheetPanel:
    presenter = MeetingPresenter(desk)
    presenter.open(Month.of(TODAY), TODAY)
    panel = SheetPanel(presenter)
    qtbot.addWidget(panel)
    panel.resize(1100, 600)
    panel.show_money(True)
    panel.reload()
    panel.show()
    panel.begin()
    return panel


def test_the_model_keeps_the_contract(panel: SheetPanel) -> None:
    tester = QAbstractItemModelTester(panel.model, FAIL)
    panel.presenter.all_present()
    panel.model.fill()
    panel.presenter.accept_all()
    panel.model.fill()
    del tester


def test_digits_type_enter_stores_and_goes_down(panel: SheetPanel, qtbot: QtBot) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(0, 2))
    _type(panel, qtbot, "20k")
    assert panel.presenter.meeting.rows[0].paid == {"saving_deposit": 20_000}
    assert panel.sheet.currentIndex().row() == 1
    assert panel.sheet.currentIndex().column() == 2
    assert panel.model.index(0, 2).data() == "20.000"


def test_nonsense_keeps_the_cell_and_says_why(panel: SheetPanel, qtbot: QtBot) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(0, 2))
    _type(panel, qtbot, "5000.5")
    assert panel.presenter.meeting.rows[0].paid == {}
    assert panel.sheet.currentIndex().row() == 0


def test_space_marks_and_delete_empties(panel: SheetPanel, qtbot: QtBot) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(0, 2))
    qtbot.keyClick(panel.sheet, Qt.Key.Key_Space)
    assert panel.presenter.meeting.rows[0].presence == "present"
    _type(panel, qtbot, "20k")
    panel.sheet.setCurrentIndex(panel.model.index(0, 2))
    qtbot.keyClick(panel.sheet, Qt.Key.Key_Delete)
    assert panel.presenter.meeting.rows[0].paid == {}


def test_f8_and_f9(panel: SheetPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.sheet, Qt.Key.Key_F8)
    qtbot.keyClick(panel.sheet, Qt.Key.Key_F9)
    assert panel.presenter.totals().paid["membership_fee"] > 0


def test_search_goes_to_the_row(panel: SheetPanel, qtbot: QtBot) -> None:
    last = panel.model.rowCount() - 1
    name = panel.presenter.meeting.rows[last].member.full_name
    qtbot.keyClicks(panel.search, search_key(name))
    assert panel.sheet.currentIndex().row() == panel.presenter.find(name)


def _type(panel: SheetPanel, qtbot: QtBot, text: str) -> None:
    """Type into the current cell as a person does, and press Enter."""
    qtbot.keyClick(panel.sheet.viewport(), text[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    editing = QAbstractItemView.State.EditingState
    qtbot.waitUntil(lambda: panel.sheet.state() is not editing)


def test_a_slip_is_asked_about_once(panel: SheetPanel, qtbot: QtBot) -> None:
    notice = panel.findChildren(Notice)[1]
    index = panel.model.index(0, 1)
    panel.sheet.setCurrentIndex(index)
    _type(panel, qtbot, "5000")
    assert notice.isHidden()
    panel.sheet.setCurrentIndex(index)
    _type(panel, qtbot, "50000")
    assert panel.presenter.meeting.rows[0].paid == {"membership_fee": 50_000}
    assert "50.000 khác xa mọi khi (phải thu 5.000, mọi khi 5.000)" in notice.text()
    panel.sheet.setCurrentIndex(panel.model.index(1, 1))
    _type(panel, qtbot, "5000")
    assert notice.isVisible(), "it stays until its own cell is changed"
    panel.sheet.setCurrentIndex(index)
    _type(panel, qtbot, "500000")
    assert notice.isHidden(), "a cell is asked about only once"
