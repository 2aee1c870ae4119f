"""The practice book open in a second window, where it can only be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services import books
from app.ui.context import Context


@pytest.fixture
def read_context(dressed: QApplication, book: Path) -> Iterator[Context]:
    """The book as it is seen while somebody else writes it."""
    database = books.open_for_reading(book)
    yield Context(database.begin, database.read, path=book, read_only=True)
    database.close()
