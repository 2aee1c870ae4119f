"""A register of an older release opens with all it knew; a copy of how it was stays beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import inspect

from app.base.errors import StoreUnavailableError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.periods import Month
from app.services import consolidation, register
from app.store import registers
from app.store.database import Database
from app.store.supervision_tables import UnionBase
from tests.helpers.bundles import SampleClub

FROZEN = Path(__file__).with_name("data") / "register_1.soclbu"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return Path(shutil.copy(FROZEN, tmp_path / "hoi.soclbu"))


def test_a_register_of_schema_1_is_brought_up_to_date(older: Path) -> None:
    with register.opened(older) as database:
        with database.read() as uow:
            report = consolidation.union_report(uow)
        found = inspect(database.engine)
        for name, table in UnionBase.metadata.tables.items():
            assert [one["name"] for one in found.get_columns(name)] == list(table.columns.keys())
    assert (report.clubs, report.month, report.figures.members) == (2, Month(2018, 4), 68)
    (copy,) = older.parent.glob("hoi-before-upgrade*.soclbu")
    with Database(copy, read_only=True).engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM month_figures").scalar() == 8


def test_it_takes_the_next_bundle_in(older: Path) -> None:
    club = SampleClub()
    for month in (3, 4):
        club.export(Month(2018, month))
    packed = reading.read(club.export(Month(2018, 5)))
    assert isinstance(packed, Packed)
    with register.opened(older) as database, database.begin() as uow:
        outcome, why = register.take(uow, packed=packed, file_name="goi.clbz")
        assert (outcome.value, why) == ("replaced", None)


def test_read_only_it_is_left_alone_and_refused(older: Path) -> None:
    with pytest.raises(StoreUnavailableError, match=r"book\.older"):
        registers.open_register(older, read_only=True)
    assert older.read_bytes() == FROZEN.read_bytes()
