"""No text of any screen or dialog is cut: as large as it gets, and as Windows scales it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.cut_text import cut

ROOT = Path(__file__).parents[2]
LONGEST_WALK = 240
"""Seconds; a walk that waits for an answer nobody gives ends here."""


@pytest.mark.parametrize(
    ("kinds", "scale"),
    [
        (("vi-14", "en-14", "vi-22", "en-22"), "1"),
        (("vi-14", "en-14"), "1.25"),
    ],
)
def test_no_text_of_any_screen_is_cut(kinds: tuple[str, ...], scale: str) -> None:
    walked = subprocess.run(
        [sys.executable, "-m", "tests.helpers.cut_text", *kinds],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        timeout=LONGEST_WALK,
        check=False,
    )
    assert walked.stdout.strip() == ""
    assert walked.returncode == 0, walked.stderr


@pytest.mark.usefixtures("dressed")
def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = QPushButton("Bắt đầu buổi sinh hoạt tháng 11")
    made.setFixedWidth(90)
    layout = QVBoxLayout(page)
    layout.addWidget(made)
    page.show()
    assert ["Bắt đầu" in line for line in cut(page)] == [True]
    made.setFixedWidth(made.sizeHint().width())
    page.adjustSize()
    assert cut(page) == []
