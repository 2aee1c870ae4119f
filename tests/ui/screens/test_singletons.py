"""A long day at the window costs references of None; there are enough of them."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui import singletons


def test_none_outlives_many_calls_into_qt(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(20_000):
        widget.update()
    singletons.hold()
    assert sys.getrefcount(None) > 1_000_000
