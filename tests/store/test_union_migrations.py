"""A register of an older release opens with all it knew; a copy of how it was stays beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import inspect, select

from app.base.errors import StoreUnavailableError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.periods import Month
from app.services import areas, consolidation, register, union_settings, visits
from app.store import registers
from app.store.database import Database
from app.store.supervision_tables import ClubParticularRow, CourseRow, UnionBase
from tests.helpers.bundles import SampleClub

FROZEN = sorted(Path(__file__).with_name("data").glob("register_*.soclbu"))


@pytest.fixture(params=FROZEN, ids=lambda path: path.stem)
def frozen(request: pytest.FixtureRequest) -> Path:
    """A register as each released schema left it."""
    return Path(request.param)


@pytest.fixture
def older(frozen: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(frozen, tmp_path / "hoi.soclbu"))


def test_every_released_schema_has_its_register() -> None:
    assert [path.stem for path in FROZEN] == [f"register_{n}" for n in range(1, registers.SCHEMA)]


def test_an_older_register_is_brought_up_to_date(older: Path, frozen: Path) -> None:
    with register.opened(older) as database:
        with database.read() as uow:
            report = consolidation.union_report(uow)
        found = inspect(database.engine)
        for name, table in UnionBase.metadata.tables.items():
            assert [one["name"] for one in found.get_columns(name)] == list(table.columns.keys())
            assert {one["name"] for one in found.get_indexes(name)} == {
                i.name for i in table.indexes
            }
    assert (report.clubs, report.month, report.figures.members) == (2, Month(2018, 4), 68)
    (copy,) = older.parent.glob("hoi-before-upgrade*.soclbu")
    with Database(copy, read_only=True).engine.connect() as connection:
        version = int(frozen.stem.removeprefix("register_"))
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == version
        assert connection.exec_driver_sql("SELECT count(*) FROM month_figures").scalar() == 8


def test_what_the_officer_wrote_is_still_there(tmp_path: Path) -> None:
    newest = Path(shutil.copy(FROZEN[-1], tmp_path / "hoi.soclbu"))
    with register.opened(newest) as database, database.read() as uow:
        assert union_settings.number(uow, "report_days") == 5
        (visit,) = visits.visits(uow)
        course = uow.session.get_one(CourseRow, "c1")
        assert (len(visit.points), visit.findings[0].who, course.last_on) == (5, "Thư ký", None)
        (chair,) = uow.session.scalars(select(ClubParticularRow.value))
        (change,) = areas.changes_of(uow)
        assert (chair, change.decision) == ("Hà Thị Bích Ngọc", "NQ 1")


def test_it_takes_the_next_bundle_in(older: Path) -> None:
    club = SampleClub()
    for month in (3, 4):
        club.export(Month(2018, month))
    packed = reading.read(club.export(Month(2018, 5)))
    assert isinstance(packed, Packed)
    with register.opened(older) as database, database.begin() as uow:
        outcome, why = register.take(uow, packed=packed, file_name="goi.clbz")
        assert (outcome.value, why) == ("replaced", None)


def test_read_only_it_is_left_alone_and_refused(older: Path, frozen: Path) -> None:
    with pytest.raises(StoreUnavailableError, match=r"book\.older"):
        registers.open_register(older, read_only=True)
    assert older.read_bytes() == frozen.read_bytes()
