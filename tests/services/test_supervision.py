"""What a supervisor sees of a register: who reports, meets and grows, and what is odd."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.periods import Month
from app.domain.supervision import Box, Reported
from app.services import register, supervision, supervision_report, union_settings
from app.store import registers
from app.store.database import Database
from tests.helpers.bundles import SampleClub

JAN, APRIL, MAY = Month(2018, 1), Month(2018, 4), Month(2018, 5)
SON_CAM = "tỉnh Thái Nguyên/xã Sơn Cẩm"
CLUBS = (
    (SampleClub(1, "CLB xóm 1"), MAY),
    (SampleClub(2, "CLB xóm 2"), APRIL),
    (SampleClub(3, "CLB xóm 3", commune="xã Phú Đô"), JAN),
)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2018, 6, 5)):
        yield


@pytest.fixture
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


def test_silent_clubs_come_first_and_a_club_may_take_its_time(database: Database) -> None:
    with database.read() as uow:
        lines = supervision.reporting(uow, month=MAY)
    assert [(line.club, line.state, line.since) for line in lines] == [
        ("CLB xóm 3", Reported.SILENT, Month(2018, 2)),
        ("CLB xóm 2", Reported.WAITING, MAY),
        ("CLB xóm 1", Reported.YES, None),
    ]


def test_after_the_days_of_grace_a_club_is_late(database: Database) -> None:
    with clock.fixed(date(2018, 6, 11)), database.read() as uow:
        states = {line.club: line.state for line in supervision.reporting(uow, month=MAY)}
    assert states["CLB xóm 2"] is Reported.LATE


def test_the_limits_are_the_unions_from_a_day_on(database: Database) -> None:
    with database.begin() as uow:
        union_settings.change(uow, key="silent_months", value="5", from_on=date(2018, 5, 1))
    with database.read() as uow:
        now = {line.club: line.state for line in supervision.reporting(uow, month=MAY)}
        before = {line.club: line.state for line in supervision.reporting(uow, month=APRIL)}
    assert now["CLB xóm 3"] is Reported.LATE
    assert before["CLB xóm 3"] is Reported.SILENT


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("colour", "red", "union.setting_unknown"),
        ("report_days", "ten", "union.setting_value"),
        ("report_days", "-1", "union.setting_value"),
        ("coverage_level", "hamlet", "union.setting_value"),
        ("coverage_target_bp", "10001", "union.setting_value"),
        ("criterion.women", "3;2;1", "union.setting_value"),
        ("criterion.women", "1;2", "union.setting_value"),
    ],
)
def test_what_no_setting_can_be_is_refused(
    database: Database, key: str, value: str, code: str
) -> None:
    with pytest.raises(AppError, match=code.replace(".", r"\.")), database.begin() as uow:
        union_settings.change(uow, key=key, value=value, from_on=date(2018, 5, 1))


def test_a_year_of_boxes_ends_with_the_month_asked_for(database: Database) -> None:
    with database.read() as uow:
        years = {line.club: line for line in supervision.meeting_year(uow, last=MAY)}
    third = years["CLB xóm 3"]
    assert third.boxes[0] is Box.HELD
    assert set(third.boxes[1:5]) == {Box.NOT_TOLD}
    assert set(third.boxes[5:]) == {Box.TO_COME}
    assert (years["CLB xóm 1"].held, years["CLB xóm 1"].due) == (5, 5)


def test_growth_is_of_the_clubs_that_told_of_both_months(database: Database) -> None:
    older = SampleClub(5, "CLB xóm 5", started=Month(2017, 1))
    with database.begin() as uow:
        packed = reading.read(older.export(MAY))
        assert isinstance(packed, Packed)
        register.take(uow, packed=packed, file_name="")
    with database.read() as uow:
        found = supervision.growth(uow, month=MAY)
    members = next(row for row in found.rows if row.name == "members")
    assert (found.clubs, found.clubs_before, found.clubs_now) == (1, 1, 2)
    assert (members.before, members.now, members.change_bp) == (35, 47, 3429)


def test_criteria_show_points_and_their_evidence(database: Database) -> None:
    with database.read() as uow:
        clubs = supervision.criteria(uow, month=MAY)
    first = next(club for club in clubs if club.club == "CLB xóm 1")
    points = {one.code: one for one in first.points}
    assert (points["meetings"].points, points["meetings"].part) == (0, 5)
    assert (points["attendance"].points, points["attendance"].value) == (3, 8333)
    assert (points["women"].points, points["women"].value) == (2, 5714)
    assert points["on_time"].points is None
    assert first.possible == 27


def test_coverage_counts_units_against_the_target(database: Database) -> None:
    with database.begin() as uow:
        for key, value in (("coverage_level", "commune"), ("coverage_units", "5")):
            union_settings.change(uow, key=key, value=value, from_on=date(2018, 1, 1))
    with database.read() as uow:
        found = supervision.coverage(uow, month=MAY)
    assert found.covered == ("tỉnh Thái Nguyên/xã Phú Đô", SON_CAM)
    assert (found.share_bp, found.target_bp, found.reached) == (4000, 8000, False)


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".txt", ".json"])
def test_all_on_one_paper(database: Database, ending: str) -> None:
    with database.read() as uow:
        made = supervision_report.content(uow, month=MAY, area=SON_CAM, ending=ending)
    if ending == ".txt":
        assert "CLB xóm 2 (xã Sơn Cẩm)" in made.decode()
        assert "CLB xóm 3" not in made.decode()
    if ending == ".json":
        figures = json.loads(made)
        assert figures["month"] == "2018-05"
        assert [line["club"] for line in figures["reporting"]] == ["CLB xóm 2", "CLB xóm 1"]
    assert len(made) > 500


def test_an_area_without_clubs_is_refused(database: Database) -> None:
    with database.read() as uow, pytest.raises(AppError, match=r"union\.no_such_area"):
        supervision_report.report(uow, month=MAY, area="tỉnh Thái")


def test_a_bundle_of_an_older_program_tells_no_sources(database: Database) -> None:
    with database.read() as uow:
        found = supervision.sources(uow, first=JAN, last=MAY)
    assert found.total == 0
    assert found.untold == ("CLB xóm 3", "CLB xóm 1", "CLB xóm 2")
