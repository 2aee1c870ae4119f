"""The practice book on a disk, and the way a screen or a presenter reaches it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.base import clock
from app.services import books, practice
from app.ui import theme
from app.ui.context import Context

TODAY = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def today() -> Iterator[date]:
    """The day of the practice club's next meeting."""
    with clock.fixed(TODAY):
        yield TODAY


@pytest.fixture(scope="session")
def practice_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice club, made once."""
    path = tmp_path_factory.mktemp("practice") / "clb.soclb"
    practice.make(path, today=TODAY)
    return path


@pytest.fixture
def book(practice_book: Path, tmp_path: Path) -> Path:
    """A practice book of this test's own."""
    path = tmp_path / "clb-xom-6.soclb"
    shutil.copyfile(practice_book, path)
    return path


@pytest.fixture
def context(book: Path) -> Iterator[Context]:
    """The book, open to be written."""
    opened = books.open_for_writing(book)
    yield Context(opened.database.begin, opened.database.read, path=book)
    opened.close()


@pytest.fixture
def read_context(book: Path) -> Iterator[Context]:
    """The book, open to be read only."""
    database = books.open_for_reading(book)
    yield Context(database.begin, database.read, path=book, read_only=True)
    database.close()


@pytest.fixture
def dressed(qtbot: QtBot, qapp) -> QtBot:  # type: ignore[no-untyped-def]
    """A bot in the program's own look and letters."""
    theme.apply(qapp, points=14)
    return qtbot
