"""The practice book open in the real window, on one day, with hands that count."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base import clock
from app.services import practice
from app.ui.program import Program
from tests.stories.hands import CountingHands

TODAY = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.fixed(TODAY):
        yield


@pytest.fixture(scope="session")
def practice_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "practice.soclb"
    with clock.fixed(TODAY):
        practice.make(path, today=TODAY)
    return path


@pytest.fixture
def book(practice_book: Path, tmp_path: Path) -> Path:
    """A copy of the practice book for this story alone."""
    return Path(shutil.copy(practice_book, tmp_path / "club.soclb"))


@pytest.fixture
def hands(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CountingHands:
    return CountingHands(qtbot, monkeypatch)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, book: Path) -> Program:
    """The book open on its home screen."""
    window = Program(qapp)
    qtbot.addWidget(window)
    window.show()
    window.open(book)
    window.activateWindow()
    return window
