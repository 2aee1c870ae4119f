"""Sums over clubs: who reports, who is missing, what they have together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.periods import Month
from app.services import consolidation, receipts, register, supervision_report
from app.store import registers
from app.store.database import Database
from tests.helpers.bundles import SampleClub

FEB, APRIL, MAY = Month(2018, 2), Month(2018, 4), Month(2018, 5)
SON_CAM, PHU_DO = "tỉnh Thái Nguyên/xã Sơn Cẩm", "tỉnh Thái Nguyên/xã Phú Đô"

CLUBS = (
    (SampleClub(1, "CLB xóm 1"), MAY),
    (SampleClub(2, "CLB xóm 2"), APRIL),
    (SampleClub(3, "CLB xóm 3", commune="xã Phú Đô"), FEB),
    (SampleClub(4, "CLB xóm 4", commune="xã Phú Đô", started=MAY), MAY),
)


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    made = registers.in_memory()
    with made.begin() as uow:
        register.found(uow, name="Hội LHPN tỉnh")
        for club, last in CLUBS:
            packed = reading.read(club.export(last))
            assert isinstance(packed, Packed)
            register.take(uow, packed=packed, file_name="")
    yield made
    made.close()


def report(database: Database, month: Month | None, area: str | None = None) -> dict[str, object]:
    with database.read() as uow:
        made = consolidation.union_report(uow, month=month, area=area)
    return consolidation.figures(made)


def test_clubs_that_reach_the_month_are_summed_and_the_others_named(database: Database) -> None:
    found = report(database, APRIL)
    assert (found["clubs"], found["reporting"], found["missing"]) == (3, 2, ["CLB xóm 3"])
    assert (found["members"], found["meetings_due"]) == (2 * 34, 8)
    assert found["par30_bp"] == 200
    assert list(found["by_area"]) == [SON_CAM]  # type: ignore[call-overload]


def test_the_newest_figures_of_all_clubs_are_summed_apart(database: Database) -> None:
    known = report(database, APRIL)["last_known"]
    assert isinstance(known, dict)
    assert known["members"] == 35 + 34 + 32 + 31


def test_a_row_tells_how_far_a_club_came(database: Database) -> None:
    rows = report(database, APRIL)["rows"]
    assert isinstance(rows, list)
    told = {row["club"]: (row["reporting"], row["last_month"], row["members"]) for row in rows}
    assert told == {
        "CLB xóm 1": (True, "2018-05", 34),
        "CLB xóm 2": (True, "2018-04", 34),
        "CLB xóm 3": (False, "2018-02", None),
    }


def test_a_club_is_not_missed_before_it_began(database: Database) -> None:
    assert report(database, FEB)["clubs"] == 3
    assert report(database, MAY)["clubs"] == 4


@pytest.mark.parametrize(
    ("area", "clubs"),
    [
        ("tỉnh Thái Nguyên", 4),
        (SON_CAM, 2),
        (PHU_DO + "/", 2),
        ("", 4),
        (None, 4),
    ],
)
def test_an_area_is_a_path_or_its_beginning(
    database: Database, area: str | None, clubs: int
) -> None:
    assert report(database, MAY, area)["clubs"] == clubs


def test_half_a_name_is_no_area(database: Database) -> None:
    with pytest.raises(AppError, match=r"union\.no_such_area") as refused:
        report(database, MAY, "tỉnh Thái")
    assert SON_CAM in str(refused.value.params["known"])


def test_without_a_month_the_newest_told_counts(database: Database) -> None:
    assert report(database, None)["month"] == "2018-05"


def test_an_empty_register_reports_nothing() -> None:
    database = registers.in_memory()
    with database.begin() as uow:
        register.found(uow)
    found = report(database, None)
    assert (found["clubs"], found["members"], found["par30_bp"]) == (0, 0, None)
    assert found["month"] == str(Month.of(clock.today()))
    database.close()


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".txt", ".json"])
def test_the_page_is_written_in_every_format(
    database: Database, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"bao-cao{ending}"
    with database.read() as uow:
        consolidation.write(uow, out=out, month=APRIL)
        with pytest.raises(AppError, match=r"file\.exists"):
            consolidation.write(uow, out=out, month=APRIL)
    assert out.stat().st_size > 500
    if ending == ".json":
        assert json.loads(out.read_text(encoding="utf-8")) == report(database, APRIL)


def test_contradictions_are_named_on_the_page() -> None:
    database = registers.in_memory()
    club = SampleClub()
    fork = club.fork("another", since=APRIL)
    with database.begin() as uow:
        register.found(uow, name="Hội LHPN xã Sơn Cẩm")
        for data in (club.export(APRIL), fork.export(APRIL)):
            packed = reading.read(data)
            assert isinstance(packed, Packed)
            register.take(uow, packed=packed, file_name="")
    with database.read() as uow:
        page = consolidation.content(uow, month=FEB, ending=".txt").decode()
    assert club.name in page
    assert "mâu thuẫn" in page
    database.close()


def test_a_month_to_come_is_refused_on_every_paper_and_upward(
    database: Database, tmp_path: Path
) -> None:
    far = Month(2040, 1)
    with database.begin() as uow:
        for ask in (
            lambda: consolidation.content(uow, month=far, ending=".json"),
            lambda: supervision_report.content(uow, month=far, ending=".json"),
            lambda: receipts.export_union(uow, month=far, out=tmp_path / "up.clbz"),
        ):
            with pytest.raises(AppError, match=r"paper\.in_future"):
                ask()
    assert not (tmp_path / "up.clbz").exists()
