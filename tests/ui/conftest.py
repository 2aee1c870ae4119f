"""The practice book, open in a window that nobody sees; and the same book without any Qt."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.base import clock
from app.domain.periods import Month
from app.services import books, practice
from app.store.database import Database
from app.ui import theme
from app.ui.context import Context

TODAY = date(2026, 11, 17)
MONTH_SENT = Month(2026, 10)


class Desk:
    """What a presenter asks, straight from a book: the services of the window without a window."""

    read_only = False

    def __init__(self, database: Database) -> None:
        self.database = database

    def ask(self, question: Any, **values: Any) -> Any:
        with self.database.read() as uow:
            return question(uow, **values)

    def do(self, action: Any, *, initiator: object = None, **values: Any) -> Any:
        with self.database.begin() as uow:
            return action(uow, **values)

    def do_beside(self, beside: Any, action: Any, **values: Any) -> Any:
        return beside(lambda: self.do(action, **values))


def pytest_itemcollected(item: pytest.Item) -> None:
    """What Qt says of having no screen is no fault of ours."""
    if Path(__file__).parent in item.path.parents:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.fixed(TODAY):
        yield


@pytest.fixture(autouse=True, scope="module")
def what_was_there_stays() -> None:
    """The search at the end of each test looks at its own module's things only: in a long run it
    took a second a test to look through all that the tests before had loaded.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """What a test closed is gone before the next begins, and before Python ends."""
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture(scope="session")
def practice_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "practice.soclb"
    with clock.fixed(TODAY):
        practice.make(path, today=TODAY)
    return path


@pytest.fixture
def book(practice_book: Path, tmp_path: Path) -> Path:
    """A copy of the practice book for this test alone."""
    return Path(shutil.copy(practice_book, tmp_path / "club.soclb"))


@pytest.fixture
def database(book: Path) -> Iterator[Database]:
    with books.writing(book) as database:
        yield database


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    theme.apply(qapp, points=14)
    return qapp


@pytest.fixture
def context(dressed: QApplication, database: Database, book: Path) -> Context:
    return Context(database.begin, database.read, path=book)
