"""A user's hands: clicks, keys, and dialogs answered while they wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.workers import Working


class Hands:
    """Works one window with mouse and keyboard only."""

    events = 0

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot = qtbot
        self._monkeypatch = monkeypatch

    def click(self, widget: QWidget) -> None:
        self._qtbot.waitUntil(widget.isVisible)
        assert widget.isEnabled(), widget.accessibleName()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_row(self, table: QAbstractItemView, row: int) -> None:
        """Click the first cell of a row, scrolled to before: finding it is not counted."""
        index = table.model().index(row, 0)
        table.scrollTo(index)
        place = table.visualRect(index).center()
        left = Qt.MouseButton.LeftButton
        self._qtbot.mouseClick(table.viewport(), left, pos=place)

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        if modal := QApplication.activeModalWidget():
            QTest.keyClick(modal.focusWidget() or modal, key, modifier)
            return
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        focused = QApplication.focusWidget()
        assert focused is not None
        self._qtbot.waitUntil(focused.window().isActiveWindow)
        QTest.keyClick(focused, key, modifier)

    def type(self, widget: QWidget, text: str) -> None:
        """Plain letters, as they leave the keyboard before any method of input."""
        widget.setFocus()
        self._qtbot.keyClicks(widget, text)

    def cell(self, sheet: QAbstractItemView, row: int, column: int, text: str) -> None:
        """Type into a cell of the sheet and press Enter."""
        sheet.setFocus()
        sheet.setCurrentIndex(sheet.model().index(row, column))
        self._qtbot.keyClick(sheet.viewport(), text[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        self._qtbot.keyClicks(editor, text[1:])
        self._qtbot.keyClick(editor, Qt.Key.Key_Return)
        editing = QAbstractItemView.State.EditingState
        self._qtbot.waitUntil(lambda: sheet.state() is not editing)

    def during(self, dialog: Callable[[QDialog], None], act: Callable[[], None]) -> None:
        """Run ``act``, which opens a dialog that waits; ``dialog`` works it meanwhile."""
        seen: list[QDialog] = []
        below: list[QWidget] = []
        errors: list[BaseException] = []

        def look() -> None:
            modal = QApplication.activeModalWidget()
            waits = not isinstance(modal, QDialog) or isinstance(modal, Working)
            if waits or not modal.isVisible():
                QTimer.singleShot(10, look)
                return
            seen.append(modal)
            below.append(modal.parentWidget().window())
            try:
                dialog(modal)
            except BaseException as error:  # noqa: BLE001 - raised again below
                errors.append(error)
                modal.reject()

        QTimer.singleShot(0, look)
        act()
        if errors:
            raise errors[0]
        assert seen, "no dialog was opened"
        below[0].activateWindow()
        self._qtbot.waitUntil(below[0].isActiveWindow)

    def save_to(self, path: Path) -> None:
        """What the system's own file dialog answers from now on."""
        self._monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    def print_to(self, path: Path) -> None:
        """What comes out of the printer from now on; the system's own dialog takes one Enter."""

        def agreed(dialog: QPrintDialog) -> int:
            self.events += 1
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(path))
            return int(QDialog.DialogCode.Accepted)

        self._monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["office"])
        self._monkeypatch.setattr(QPrintDialog, "exec", agreed)


class CountingHands(Hands):
    """Counts clicks and keys; letters and digits are counted apart, as ``typed``."""

    typed = 0

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        self.events += 1
        super().press(key, ctrl=ctrl)

    def click(self, widget: QWidget) -> None:
        self.events += 1
        super().click(widget)

    def click_row(self, table: QAbstractItemView, row: int) -> None:
        self.events += 1
        super().click_row(table, row)

    def write(self, text: str) -> None:
        """Letters and digits, wherever the keyboard is."""
        self.typed += len(text)
        for letter in text:
            modal = QApplication.activeModalWidget()
            focused = modal.focusWidget() if modal else QApplication.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, letter)

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window do what it was told."""
        self._qtbot.waitUntil(until)

    def choose(self, choice: QComboBox, code: str) -> None:
        """Open a list and take the one meant; going down to it is finding, not counted."""
        self.click(choice)
        view = choice.view()
        self._qtbot.waitUntil(view.isVisible)
        role = Qt.ItemDataRole.UserRole
        for _ in range(choice.findData(code) - choice.currentIndex()):
            QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.currentIndex().data(role) == code
        self.events += 1
        QTest.keyClick(view, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: choice.currentData() == code)
