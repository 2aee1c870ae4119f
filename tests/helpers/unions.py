"""Registers filled with bundles, for tests of the union's side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.base.errors import AppError
from app.bundle import reading
from app.bundle.format import Packed
from app.services import register
from app.services.register import Outcome
from app.store import registers
from app.store.database import Database

NAME = "Hội LHPN tỉnh Thái Nguyên"


@contextmanager
def in_memory(*, practice: bool = False) -> Iterator[Database]:
    """An empty register in memory."""
    made = registers.in_memory()
    with made.begin() as uow:
        register.found(uow, name=NAME, practice=practice)
    yield made
    made.close()


@contextmanager
def on_each(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty register where ``request.param`` says: ``memory`` or ``postgresql``."""
    if request.param == "memory":
        with in_memory() as made:
            yield made
        return
    address = request.getfixturevalue("server").new_database()
    register.create(address, name=NAME)
    with register.opened(address) as made:
        yield made


def take(database: Database, *bundles: bytes) -> list[tuple[Outcome, AppError | None]]:
    """Take bundles in, each in a transaction of its own."""
    told = []
    for data in bundles:
        packed = reading.read(data)
        assert isinstance(packed, Packed)
        with database.begin() as uow:
            told.append(register.take(uow, packed=packed, file_name="goi.clbz"))
    return told
