"""What Qt itself says in its buttons, menus and dialogs is said in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextBrowser,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui import language
from tests.helpers.foreign_words import texts

_OF_NO_LANGUAGE = re.compile(r"(?i)a4|dpi|pdf|cups|[\W\d_]*|.*[/\\.].*|mm|pt|in|computer|files?")
"""Units, names of files and folders; short words that stand for one of those."""


def _file(mode: QFileDialog.AcceptMode) -> Callable[[], QWidget]:
    def made() -> QWidget:
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        return dialog

    return made


def _message() -> QWidget:
    buttons = QDialogButtonBox.StandardButton
    wanted = [b for b in buttons if b.name not in ("NoButton", "FirstButton", "LastButton")]
    box = QDialogButtonBox()
    for one in wanted:
        box.addButton(one)
    return box


def _print() -> QWidget:
    return QPrintDialog(QPrinter())


PARTS: dict[str, Callable[[], QWidget]] = {
    "open": _file(QFileDialog.AcceptMode.AcceptOpen),
    "save": _file(QFileDialog.AcceptMode.AcceptSave),
    "buttons": _message,
    "question": QMessageBox,
    "print": _print,
    "menu of a field": QLineEdit,
    "menu of prose": QPlainTextEdit,
    "menu of the help": QTextBrowser,
}


def _said(part: QWidget) -> set[str]:
    return {text for text in _all(part) if not _OF_NO_LANGUAGE.fullmatch(text.strip())}


def _all(part: QWidget) -> Iterator[str]:
    """All texts of a dialog but the files of this computer; the menu of a field."""
    if isinstance(part, QLineEdit | QPlainTextEdit | QTextBrowser):
        menu = part.createStandardContextMenu()
        yield from (action.text().split("\t")[0] for action in menu.actions())
    for inner in (part, *part.findChildren(QWidget)):
        files = isinstance(inner, QComboBox) and inner.objectName() == "lookInCombo"
        if isinstance(inner, QTreeView) or files:
            continue
        yield from texts(inner)
        yield from (action.text() for action in inner.actions())


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("name", PARTS)
def test_qt_speaks_vietnamese(qtbot: QtBot, name: str) -> None:
    said = {}
    for code in ("en", "vi"):
        language.use(code)
        part = PARTS[name]()
        qtbot.addWidget(part)
        said[code] = _said(part)
    language.use("vi")
    if name != "question":
        assert said["en"], "nothing was looked at"
    assert said["en"] & said["vi"] == set()
