"""The program's own colours: seen 7:1 in every state, and the same on a dark system."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets.basics import Notice, Tile, button, label
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from tests.helpers.focus_marks import contrast


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    theme.apply(qapp, points=14)


def _off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def _placeholder() -> QWidget:
    made = QLineEdit()
    made.setPlaceholderText("Biên bản buổi sinh hoạt")
    return made


def _selected() -> QWidget:
    made = QLineEdit("Nguyễn Văn Bình")
    made.selectAll()
    made.setFocus()
    return made


def _table() -> TableView:
    model = TableModel([Column("Họ và tên", str, tone=lambda _row: "late")])
    model.fill(("Hà Thị Hoà", "Đỗ Văn An"))
    made = TableView(model, name="Tên", stretch=0)
    made.selectRow(0)
    return made


def _list() -> QWidget:
    made = QListWidget()
    made.addItems(["Hà Thị Hoà", "Đỗ Văn An"])
    made.setCurrentRow(0)
    return made


def _menu() -> QMenu:
    made = QMenu()
    made.addAction("Chép")
    made.addAction("Dán").setEnabled(False)
    return made


def _choice() -> QWidget:
    made = QComboBox()
    made.addItems(["Tiền mặt", "Ngân hàng"])
    return made


def _step() -> QWidget:
    made = QToolButton()
    made.setText("1. Điểm danh")
    made.setProperty("role", "step")
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "placeholder": _placeholder,
    "selected": _selected,
    "field that is off": lambda: _off(QLineEdit("17/11/2026")),
    "choice": _choice,
    "choice that is off": lambda: _off(_choice()),
    "prose": lambda: QPlainTextEdit("Chè, nước"),
    "button": lambda: button("Ghi lại"),
    "button that is off": lambda: _off(button("Ghi lại")),
    "next step": lambda: button("Chốt", role="next"),
    "next step that is off": lambda: _off(button("Chốt", role="next")),
    "plain button": lambda: button("Thôi", role="plain"),
    "plain button that is off": lambda: _off(button("Thôi", role="plain")),
    "tick": lambda: QCheckBox("Cả người đã rời"),
    "tick that is off": lambda: _off(QCheckBox("Cả người đã rời")),
    "step": _step,
    "soft words": lambda: label("Chưa điểm danh ai.", "soft"),
    "small words": lambda: label("Ví dụ: mưa bão", "small"),
    "complaint": lambda: label("Hãy ghi ngày", "error"),
    "watch": lambda: Notice("Chưa chốt", "watch"),
    "late": lambda: Notice("Chưa sao lưu", "late"),
    "tile": lambda: Tile("Quá hạn", "750.000", "1 khoản", "late"),
    "table": _table,
    "list": _list,
}


def _shown(qtbot: QtBot, made: QWidget) -> QImage:
    """As it stands on a page of its own."""
    page = QWidget()
    page.setObjectName("page")
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(made)
    page.resize(320, 140)
    page.setPalette(QApplication.palette())
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page.grab(made.geometry()).toImage()


@pytest.mark.parametrize("practice", [False, True], ids=["club", "practice"])
@pytest.mark.parametrize("state", STATES)
def test_words_stand_out_in_every_state(
    qapp: QApplication, qtbot: QtBot, state: str, practice: bool
) -> None:
    theme.apply(qapp, points=14, practice=practice)
    seen = _shown(qtbot, STATES[state]())
    inks = Counter(
        seen.pixel(x, y) for y in range(6, seen.height() - 6) for x in range(6, seen.width() - 6)
    )
    ground = QColor(inks.most_common(1)[0][0])
    assert max(contrast(QColor(ink), ground) for ink in inks) >= 7


def test_a_dark_system_changes_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    pictures = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        qapp.styleHints().setColorScheme(scheme)
        dark = QPalette(QColor("#101010"))
        qapp.setPalette(dark if scheme is Qt.ColorScheme.Dark else QPalette(QColor("#EFEFEF")))
        theme.apply(qapp, points=14)
        pictures.append([_shown(qtbot, make()) for make in STATES.values()])
        pictures[-1].append(_menu_picture(qtbot))
    differing = [
        name
        for name, light, dark_one in zip([*STATES, "menu"], *pictures, strict=True)
        if light != dark_one
    ]
    assert differing == []


def _menu_picture(qtbot: QtBot) -> QImage:
    made = _menu()
    qtbot.addWidget(made)
    made.ensurePolished()
    made.resize(made.sizeHint())
    return made.grab().toImage()


def test_every_group_of_the_palette_is_ours(qapp: QApplication) -> None:
    """Also of a window that is not in front, and of what is off."""
    qapp.setPalette(QPalette(QColor("#101010")))
    theme.apply(qapp, points=14)
    pairs = (
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
    )
    groups = (
        QPalette.ColorGroup.Active,
        QPalette.ColorGroup.Inactive,
        QPalette.ColorGroup.Disabled,
    )
    palette = qapp.palette()
    faint = [
        (group.name, ink.name)
        for group in groups
        for ink, ground in pairs
        if contrast(palette.color(group, ink), palette.color(group, ground)) < 7
    ]
    assert faint == []
