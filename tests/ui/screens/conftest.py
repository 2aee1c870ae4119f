"""The practice book where it can only be read, and a union's register of twelve clubs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.base import clock
from app.services import books, register
from app.ui.context import Context
from tests.helpers import union_area
from tests.ui.conftest import TODAY


@pytest.fixture
def read_context(dressed: QApplication, book: Path) -> Iterator[Context]:
    """The book as it is seen while somebody else writes it."""
    database = books.open_for_reading(book)
    yield Context(database.begin, database.read, path=book, read_only=True)
    database.close()


@pytest.fixture(scope="session")
def area_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of ``union_area``; the bundles it was made from lie in ``goi`` beside it."""
    folder = tmp_path_factory.mktemp("area")
    with clock.fixed(TODAY):
        union_area.make(folder / "hoi.soclu", folder / "goi")
    return folder / "hoi.soclu"


@pytest.fixture
def union_context(dressed: QApplication, area_register: Path, tmp_path: Path) -> Iterator[Context]:
    """A copy of the register for this test alone, as the officer's window opens it."""
    path = Path(shutil.copy(area_register, tmp_path / "hoi.soclu"))
    with register.opened(path) as database:
        yield Context(database.begin, database.read, path=path, source=database)


@pytest.fixture
def read_union(dressed: QApplication, area_register: Path) -> Iterator[Context]:
    """The register where nothing may be written."""
    with register.opened(area_register, read_only=True) as database:
        yield Context(
            database.begin, database.read, path=area_register, read_only=True, source=database
        )
