"""Communes that merge and clubs that move: old reports stay, new sums count each club once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import (
    area_overview,
    areas,
    consolidation,
    particulars,
    supervision,
)
from app.services.club_months import Units
from app.store.database import Database
from tests.helpers import unions
from tests.helpers.bundles import SampleClub

OLD, NEW = Month(2025, 6), Month(2025, 8)
PROVINCE = "tỉnh Thái Nguyên"
SON_CAM = f"{PROVINCE}/thành phố Thái Nguyên/xã Sơn Cẩm"
QUAN_TRIEU = f"{PROVINCE}/phường Quan Triều"
PHU_LUONG = f"{PROVINCE}/huyện Phú Lương"


@pytest.fixture(params=["memory", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    with clock.fixed(date(2025, 9, 5)), unions.on_each(request) as made:
        yield made


def club(number: int, commune: str, district: str) -> SampleClub:
    return SampleClub(
        number, f"CLB xóm {number}", commune, district, PROVINCE, started=Month(2025, 1)
    )


def son_cam(number: int = 1) -> SampleClub:
    return club(number, "xã Sơn Cẩm", "thành phố Thái Nguyên")


def moved(one: SampleClub) -> SampleClub:
    """The same club after it wrote its new commune into its book."""
    return replace(one, commune="phường Quan Triều", district="", steps=one.steps)


def figures(database: Database, month: Month, **asked: object) -> dict[str, object]:
    with database.read() as uow:
        return consolidation.figures(
            consolidation.union_report(uow, month=month, **asked)  # type: ignore[arg-type]
        )


def of_the_month(told: dict[str, object]) -> dict[str, object]:
    """A report without what is of today by its meaning: the newest figures, how far each came."""
    rows = [{**row, "last_month": ""} for row in told["rows"]]  # type: ignore[attr-defined]
    return {**told, "last_known": {}, "rows": rows}


def test_f34_a_club_that_moves_leaves_old_reports_unchanged_and_counts_once(
    database: Database,
) -> None:
    one, stays = son_cam(), son_cam(2)
    unions.take(database, one.export(OLD), stays.export(NEW))
    before = of_the_month(figures(database, OLD))
    told = unions.take(database, moved(one).export(NEW))
    assert [outcome.value for outcome, _ in told] == ["replaced"]
    assert of_the_month(figures(database, OLD)) == before
    now = figures(database, NEW)
    assert {row["area"] for row in now["rows"]} == {SON_CAM, QUAN_TRIEU}  # type: ignore[attr-defined]
    assert (now["clubs"], now["reporting"]) == (2, 2)
    assert now["members"] == sum(area["members"] for area in now["by_area"].values())  # type: ignore[attr-defined]
    assert now["last_known"]["members"] == now["members"]  # type: ignore[index]


def test_f34_the_order_in_which_bundles_of_a_move_come_never_matters(database: Database) -> None:
    one = son_cam()
    first, then = one.export(OLD), moved(one).export(NEW)
    unions.take(database, then, first)
    assert list(figures(database, OLD)["by_area"]) == [SON_CAM]  # type: ignore[call-overload]
    assert list(figures(database, NEW)["by_area"]) == [QUAN_TRIEU]  # type: ignore[call-overload]


def test_f34_merged_communes_are_summed_once_by_todays_units(database: Database) -> None:
    one, other = son_cam(), club(2, "phường Tân Long", "thành phố Thái Nguyên")
    third = club(3, "xã Tân Long", "huyện Đồng Hỷ")
    unions.take(database, one.export(OLD), other.export(OLD), third.export(OLD))
    told, today = figures(database, OLD), figures(database, OLD, units=Units.TODAY)
    assert len(told["by_area"]) == 3  # type: ignore[arg-type]
    assert set(today["by_area"]) == {QUAN_TRIEU, f"{PROVINCE}/xã Quang Sơn"}  # type: ignore[call-overload]
    assert today["by_area"][QUAN_TRIEU]["members"] == 72  # type: ignore[index]
    assert today["members"] == told["members"]
    inside = figures(database, OLD, units=Units.TODAY, area=QUAN_TRIEU)
    assert (inside["clubs"], inside["members"]) == (2, 72)


def test_f34_old_districts_stay_as_groups_of_the_months_they_were_told_for(
    database: Database,
) -> None:
    """The article's Phú Lương is a district; today's is a commune of it."""
    one = club(1, "xã Động Đạt", "huyện Phú Lương")
    unions.take(database, one.export(OLD))
    unions.take(database, replace(one, commune="xã Phú Lương", district="").export(NEW))
    assert figures(database, OLD, area=PHU_LUONG)["clubs"] == 1
    with pytest.raises(AppError, match=r"union\.no_such_area"):
        figures(database, NEW, area=PHU_LUONG)
    assert figures(database, NEW, area=f"{PROVINCE}/xã Phú Lương")["clubs"] == 1
    with database.read() as uow:
        lay = particulars.record(uow, club="CLB xóm 1").lay
        year = supervision.meeting_year(uow, last=OLD, area=PHU_LUONG)
    assert [(one.area, str(one.first)) for one in lay] == [
        (f"{PHU_LUONG}/xã Động Đạt", "2025-01"),
        (f"{PROVINCE}/xã Phú Lương", "2025-07"),
    ]
    assert [line.club for line in year] == ["CLB xóm 1"]


def test_an_officer_sees_what_each_area_is_today(database: Database) -> None:
    unions.take(
        database,
        son_cam().export(OLD),
        club(2, "xã Thượng Đình", "huyện Phú Bình").export(OLD),
        club(3, "xã Đâu Đâu", "").export(OLD),
        club(4, "phường Quan Triều", "").export(NEW),
    )
    with database.read() as uow:
        lines = {line.area: line for line in area_overview.overview(uow)}
        then = {line.area: line for line in area_overview.overview(uow, on=date(2024, 1, 1))}
    divided = lines[f"{PROVINCE}/huyện Phú Bình/xã Thượng Đình"]
    assert lines[SON_CAM].units == (QUAN_TRIEU,)
    assert not lines[SON_CAM].in_force
    assert then[SON_CAM].in_force
    assert divided.units == (f"{PROVINCE}/xã Điềm Thụy", f"{PROVINCE}/xã Phú Bình")
    assert not lines[f"{PROVINCE}/xã Đâu Đâu"].known
    assert lines[QUAN_TRIEU].in_force


def test_a_divided_commune_stays_as_told_until_the_officer_places_the_club(
    database: Database,
) -> None:
    unions.take(database, club(2, "xã Thượng Đình", "huyện Phú Bình").export(NEW))
    divided, place = f"{PROVINCE}/huyện Phú Bình/xã Thượng Đình", f"{PROVINCE}/xã Điềm Thụy"
    assert list(figures(database, NEW, units=Units.TODAY)["by_area"]) == [divided]  # type: ignore[call-overload]
    with database.begin() as uow:
        particulars.write(
            uow, club="CLB xóm 2", field="area", value=place, from_on=areas.REFORM,
            note="Xóm 2 thuộc phần nhập vào Điềm Thụy",
        )  # fmt: skip
    assert list(figures(database, NEW, units=Units.TODAY)["by_area"]) == [place]  # type: ignore[call-overload]
    assert list(figures(database, OLD)["by_area"]) == [divided]  # type: ignore[call-overload]


def test_a_later_merger_is_the_officers_to_write_down(database: Database) -> None:
    unions.take(database, moved(son_cam()).export(NEW))
    later = f"{PROVINCE}/phường Tích Lương"
    with database.begin() as uow:
        made = areas.change(
            uow, old="Thái Nguyên/phường Quan Triều", new=later, from_on=date(2025, 9, 1),
            decision="Nghị quyết 99",
        )  # fmt: skip
    assert (made.old, made.new) == (QUAN_TRIEU, later)
    assert list(figures(database, NEW)["by_area"]) == [QUAN_TRIEU]  # type: ignore[call-overload]
    assert list(figures(database, NEW, units=Units.TODAY)["by_area"]) == [later]  # type: ignore[call-overload]
    with database.read() as uow:
        (line,) = area_overview.overview(uow)
        (before,) = area_overview.overview(uow, on=date(2025, 8, 31))
    assert (line.units, before.units) == ((later,), (QUAN_TRIEU,))


@pytest.mark.parametrize(
    ("old", "new", "decision", "code"),
    [
        ("Quan Triều", QUAN_TRIEU, "NQ 1", "union.area_path"),
        (SON_CAM, "a/b/c/d", "NQ 1", "union.area_path"),
        (SON_CAM, f"{PROVINCE}/xã Mới", " ", "union.area_decision"),
        (QUAN_TRIEU, QUAN_TRIEU, "NQ 1", "union.area_circle"),
    ],
)
def test_a_change_that_cannot_be_is_refused(old: str, new: str, decision: str, code: str) -> None:
    with unions.in_memory() as made, made.begin() as uow:
        with pytest.raises(AppError, match=code.replace(".", r"\.")):
            areas.change(uow, old=old, new=new, from_on=date(2027, 1, 1), decision=decision)
        areas.change(
            uow, old=QUAN_TRIEU, new=f"{PROVINCE}/xã Mới", from_on=date(2027, 1, 1), decision="x"
        )
        with pytest.raises(AppError, match=r"union\.area_circle"):
            areas.change(
                uow, old=f"{PROVINCE}/xã Mới", new=QUAN_TRIEU, from_on=date(2026, 1, 1),
                decision="x",
            )  # fmt: skip


def test_coverage_counts_merged_communes_once() -> None:
    with clock.fixed(date(2025, 9, 5)), unions.in_memory() as made:
        unions.take(
            made,
            son_cam().export(NEW),
            club(2, "phường Tân Long", "thành phố Thái Nguyên").export(NEW),
        )
        with made.begin() as uow:
            from app.services import union_settings

            union_settings.change(
                uow, key="coverage_level", value="commune", from_on=date(2025, 1, 1)
            )
            assert len(supervision.coverage(uow, month=OLD).covered) == 2
            assert supervision.coverage(uow, month=NEW).covered == (QUAN_TRIEU,)


def test_coverage_counts_a_province_once_however_it_is_written() -> None:
    """One club's book says "Thái Nguyên", the next "tỉnh Thái Nguyên": nine districts, not 18."""
    bare = replace(club(3, "xã Tức Tranh", "huyện Phú Lương"), province="Thái Nguyên")
    with clock.fixed(date(2025, 9, 5)), unions.in_memory() as made:
        unions.take(
            made,
            son_cam().export(OLD),
            club(2, "xã Cổ Lũng", "huyện Phú Lương").export(OLD),
            bare.export(OLD),
        )
        with made.read() as uow:
            found = supervision.coverage(uow, month=OLD)
    assert (len(found.covered), found.units, len(found.missing)) == (2, 9, 7)
