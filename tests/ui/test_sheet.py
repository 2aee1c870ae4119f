"""The meeting's sheet under a real keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.base.text import search_key
from app.domain.periods import Month
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.sheet_model import NOTE, PRESENCE
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


def _type(panel: SheetPanel, qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type into the current cell as a person does, and leave it by a key."""
    qtbot.keyClick(panel.sheet.viewport(), text[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, key)
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


def test_keys_as_in_a_spreadsheet(panel: SheetPanel, qtbot: QtBot) -> None:
    sheet, rows = panel.sheet, panel.presenter.meeting.rows
    sheet.setCurrentIndex(panel.model.index(0, 2))
    for key, text, cell in (
        (Qt.Key.Key_Down, "10k", (1, 2)),
        (Qt.Key.Key_Up, "20k", (0, 2)),
        (Qt.Key.Key_Tab, "30k", (0, 3)),
    ):
        _type(panel, qtbot, text, key)
        assert (sheet.currentIndex().row(), sheet.currentIndex().column()) == cell
        assert sheet.state() is not QAbstractItemView.State.EditingState
    rows = panel.presenter.meeting.rows
    assert rows[0].paid == {"saving_deposit": 30_000}
    assert rows[1].paid == {"saving_deposit": 20_000}
    control = Qt.KeyboardModifier.ControlModifier
    for key, held, cell in (
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, (0, 6)),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, (0, 0)),
        (Qt.Key.Key_End, control, (len(rows) - 1, 6)),
        (Qt.Key.Key_Home, control, (0, 0)),
    ):
        qtbot.keyClick(sheet, key, held)
        assert (sheet.currentIndex().row(), sheet.currentIndex().column()) == cell
    sheet.setCurrentIndex(panel.model.index(0, 2))
    qtbot.keyClick(sheet, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "30.000"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert panel.presenter.meeting.rows[0].paid == {"saving_deposit": 30_000}


@pytest.mark.parametrize("typed", ["1250000", "1.250.000", "1,25tr", "1250k"])
def test_what_is_typed_is_shown_as_understood(panel: SheetPanel, qtbot: QtBot, typed: str) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(0, 2))
    qtbot.keyClick(panel.sheet.viewport(), typed[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, typed[1:])
    said = [made.text() for made in panel.sums.findChildren(QLabel)]
    assert "= 1.250.000. Một triệu hai trăm năm mươi nghìn đồng." in said
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.model.index(0, 2).data() == "1.250.000")


def test_a_block_from_excel_is_one_step(panel: SheetPanel, qtbot: QtBot) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(1, 1))
    _paste(panel, qtbot, "5000\t20.000\r\n\t1,5tr\r\n")
    rows = panel.presenter.meeting.rows
    assert rows[1].paid == {"membership_fee": 5_000, "saving_deposit": 20_000}
    assert rows[2].paid == {"saving_deposit": 1_500_000}
    assert panel.presenter.undo()
    assert panel.presenter.totals().money == 0


@pytest.mark.parametrize(
    "text",
    ["5000\n12,34,5", "5000\nchữ", f"5000\n{10**16}", "1\t2\t3\t4\t5", "1\n" * 60, "5000\n-1"],
)
def test_a_block_with_one_wrong_cell_stores_nothing(
    panel: SheetPanel, qtbot: QtBot, text: str
) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(0, 1))
    _paste(panel, qtbot, text)
    assert panel.presenter.totals().money == 0
    assert not panel.findChildren(Notice)[0].isHidden()


@pytest.mark.parametrize("typed", ["9999999999999999", "12e3", "5 0 0", "😀5000", "1\u00a0"])
def test_amounts_out_of_range_are_refused_or_read(
    panel: SheetPanel, qtbot: QtBot, typed: str
) -> None:
    panel.model.setData(panel.model.index(0, 2), typed)
    stored = panel.presenter.meeting.rows[0].paid.get("saving_deposit", 0)
    assert stored == (1 if typed == "1\u00a0" else 0)


def test_enter_held_down_stores_once_and_runs_to_the_end(panel: SheetPanel, qtbot: QtBot) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(0, 2))
    _type(panel, qtbot, "20k")
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True, 1
    )
    for _ in range(60):
        QApplication.sendEvent(panel.sheet, held)
    assert panel.presenter.totals().money == 20_000
    assert panel.sheet.currentIndex().row() == panel.model.rowCount() - 1


def test_a_sum_divides_over_the_line(panel: SheetPanel, qtbot: QtBot) -> None:
    place = next(i for i, r in enumerate(panel.presenter.meeting.rows) if len(r.due) > 1)
    row = panel.presenter.meeting.rows[place]
    asked = sum(row.due.values())
    panel.sheet.setCurrentIndex(panel.model.index(place, 5))
    _type(panel, qtbot, str(asked + 30_000))
    after = panel.presenter.meeting.rows[place]
    assert after.paid == row.due | {"saving_deposit": 30_000}
    assert panel.presenter.undo()
    assert panel.presenter.meeting.rows[place].paid == {}


def _paste(panel: SheetPanel, qtbot: QtBot, text: str) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(panel.sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_note_is_typed_beside_a_name(panel: SheetPanel, qtbot: QtBot) -> None:
    panel.show_money(False)
    sheet, model = panel.sheet, panel.model
    sheet.setCurrentIndex(model.index(0, PRESENCE))
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.currentIndex().column() == NOTE, "the columns of money are hidden in step one"
    for place, text in enumerate(("om", "50000 con trai nop thay")):
        _type(panel, qtbot, text)
        assert panel.presenter.meeting.rows[place].note == text
        assert (sheet.currentIndex().row(), sheet.currentIndex().column()) == (place + 1, NOTE)
    assert panel.presenter.totals().marks == {}
    panel.show_money(True)
    assert model.index(1, NOTE).data() == "50000 con trai nop thay"
    qtbot.keyClicks(panel.search, "con trai")
    assert sheet.currentIndex().row() == 1
    sheet.setCurrentIndex(model.index(0, NOTE))
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    row = panel.presenter.meeting.rows[0]
    assert (row.note, row.presence) == ("", "present")


@pytest.mark.parametrize("editing", [False, True])
def test_a_note_pasted_with_line_breaks_stands_in_one_line(
    panel: SheetPanel, qtbot: QtBot, editing: bool
) -> None:
    panel.sheet.setCurrentIndex(panel.model.index(3, NOTE))
    QApplication.clipboard().setText(" ốm nặng\r\ncon dâu\tnộp thay\n")
    target = panel.sheet
    if editing:
        qtbot.keyClick(panel.sheet, Qt.Key.Key_F2)
        target = QApplication.focusWidget()
    qtbot.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    if editing:
        qtbot.keyClick(target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.presenter.meeting.rows[3].note != "")
    assert panel.presenter.meeting.rows[3].note == "ốm nặng con dâu nộp thay"
    assert panel.presenter.undo()
    assert panel.presenter.meeting.rows[3].note == ""


def test_a_long_note_does_not_push_the_sheet_away(panel: SheetPanel) -> None:
    panel.model.setData(panel.model.index(0, NOTE), "rất dài " * 25)
    assert panel.sheet.columnWidth(NOTE) <= panel.width() // 2
    assert panel.model.index(0, NOTE).data(Qt.ItemDataRole.ToolTipRole).startswith("rất dài rất")
