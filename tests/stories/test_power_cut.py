"""The power fails while money is collected: every field that was left is there again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import checking
from app.ui.program import Program
from app.ui.screens.home.view import HomeScreen
from app.ui.screens.meeting.view import MeetingScreen
from tests.helpers.tools import ROOT
from tests.stories import cut_off
from tests.stories.hands import CountingHands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_everything_typed_is_there(
    qtbot: QtBot, qapp: QApplication, hands: CountingHands, book: Path
) -> None:
    _cut_off(book)
    window = Program(qapp)
    qtbot.addWidget(window)
    window.show()
    window.open(book)
    window.activateWindow()
    assert window.shell is not None
    assert not window.context.read_only, "the lock of the dead program is free"
    assert window.context.ask(checking.verified)
    home = window.shell.screen_named("home")
    assert isinstance(home, HomeScreen)
    assert "tiếp" in home.next.text()
    hands.press(Qt.Key.Key_Return)
    screen = window.shell.screen_named("meeting")
    assert isinstance(screen, MeetingScreen)
    assert screen.step == 2, "where she was"
    meeting = screen.presenter.meeting
    savings = [row.paid.get("saving_deposit", 0) for row in meeting.rows[: len(cut_off.PAID)]]
    assert savings == [12_345, 23_000, 0, 1_250_000, 50_000]
    assert sum(row.total for row in meeting.rows) == sum(savings), "only the cell never left"
    assert screen.presenter.totals().present == 39
    assert meeting.text.content == cut_off.CONTENT
    assert meeting.notes == {500_000: 7, 200_000: 3}
    window.close()


def _cut_off(book: Path) -> None:
    """Run the program apart, wait until it has typed, and end it without a warning."""
    command = [sys.executable, "-m", "tests.stories.cut_off", str(book)]
    quiet = {**os.environ, "QT_LOGGING_RULES": "*=false"}
    with subprocess.Popen(command, cwd=ROOT, env=quiet, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        said = run.stdout.readline()
        run.kill()
    assert said == "typed\n"
    assert run.returncode < 0 or sys.platform == "win32"
