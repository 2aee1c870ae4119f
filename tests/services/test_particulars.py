"""A club as the union keeps it: what bundles tell, what the officer writes, and its history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.particulars import FIELDS, descends
from app.domain.periods import BadDayError, Month
from app.domain.union_labels import particular_label
from app.services import consolidation, particulars
from app.store.database import Database
from tests.helpers import unions
from tests.helpers.bundles import SampleClub

MAY, JUNE = Month(2018, 5), Month(2018, 6)
DAY = date(2018, 1, 1)


@pytest.fixture(params=["memory", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    with clock.fixed(date(2018, 7, 5)), unions.on_each(request) as made:
        unions.take(made, *(SampleClub(n, f"CLB xóm {n}").export(JUNE) for n in (1, 2, 3)))
        yield made


def write(database: Database, field: str, value: str, *, club: str = "CLB xóm 2",
          on: date = DAY, note: str = "") -> None:  # fmt: skip
    with database.begin() as uow:
        particulars.write(uow, club=club, field=field, value=value, from_on=on, note=note)


def test_what_the_officer_writes_goes_before_what_bundles_tell(database: Database) -> None:
    write(database, "founding_decision", "QĐ 12/UBND", note="theo bản gốc")
    write(database, "founded_on", "2016-03-08")
    with database.read() as uow:
        one = particulars.record(uow, club="CLB xóm 2")
        other = particulars.record(uow, club="CLB xóm 1")
    assert (one.value("founding_decision"), one.value("founded_on")) == (
        "QĐ 12/UBND", "2016-03-08",
    )  # fmt: skip
    assert one.told["founded_on"] == other.value("founded_on") == "2017-05-01"
    assert particulars.shown(one, "founded_on") == "08/03/2016"
    assert one.holds["founding_decision"].note == "theo bản gốc"


def test_a_board_changes_from_a_day_on_and_the_old_one_stays_as_history(
    database: Database,
) -> None:
    write(database, "chair", "Hà Thị Bích Ngọc")
    write(database, "board", "Lê Văn An; Vi Thị Liên")
    write(database, "chair", "Trần Thị Mùi", on=date(2018, 6, 1), note="hết nhiệm kỳ")
    with database.read() as uow:
        now = particulars.record(uow, club="CLB xóm 2")
        then = particulars.record(uow, club="CLB xóm 2", on=date(2018, 5, 31))
    assert now.board == (
        ("chair", "Trần Thị Mùi"), ("board", "Lê Văn An"), ("board", "Vi Thị Liên"),
    )  # fmt: skip
    assert then.board[0] == ("chair", "Hà Thị Bích Ngọc")
    assert [(one.field, one.value) for one in now.history] == [
        ("chair", "Trần Thị Mùi"),
        ("board", "Lê Văn An; Vi Thị Liên"),
        ("chair", "Hà Thị Bích Ngọc"),
    ]
    write(database, "chair", "", on=date(2018, 7, 1))
    with database.read() as uow:
        assert particulars.record(uow, club="CLB xóm 2").value("chair") == ""


def test_a_club_knows_whose_it_was_split_from(database: Database) -> None:
    write(database, "parent_club", "CLB xóm 1", club="CLB xóm 2")
    write(database, "parent_club", "CLB xóm 2", club="CLB xóm 3")
    with database.read() as uow:
        by_name = {one.name: one for one in particulars.records(uow)}
    assert by_name["CLB xóm 1"].split_off == ("CLB xóm 2",)
    assert by_name["CLB xóm 3"].parent_club == "CLB xóm 2"
    for club, parent in (("CLB xóm 1", "CLB xóm 3"), ("CLB xóm 1", "CLB xóm 1")):
        with pytest.raises(AppError, match=r"union\.parent_of_itself"):
            write(database, "parent_club", parent, club=club)


def test_a_club_that_ended_is_neither_counted_nor_missed_from_then_on(database: Database) -> None:
    write(database, "ended", "Nhập vào CLB xóm 1", on=date(2018, 6, 15))
    with database.read() as uow:
        before = consolidation.union_report(uow, month=MAY)
        after = consolidation.union_report(uow, month=JUNE)
        assert particulars.record(uow, club="CLB xóm 2").ended
    assert (before.clubs, before.reporting) == (3, 3)
    assert (after.clubs, after.reporting, after.missing) == (2, 2, ())
    assert after.last_known.members == after.figures.members == 72
    write(database, "ended", "", on=date(2018, 6, 20))
    with database.read() as uow:
        assert consolidation.union_report(uow, month=JUNE).clubs == 3


@pytest.mark.parametrize(
    ("club", "field", "value", "code"),
    [
        ("CLB xóm 9", "chair", "x", "union.club_unknown"),
        ("", "chair", "x", "union.club_unknown"),
        ("xóm", "chair", "x", "union.several_clubs"),
        ("00000000", "chair", "x", "union.several_clubs"),
        ("CLB xóm 2", "colour", "x", "union.field_unknown"),
        ("CLB xóm 2", "area", "Sơn Cẩm", "union.area_path"),
        ("CLB xóm 2", "parent_club", "CLB xóm 9", "union.club_unknown"),
    ],
)
def test_what_cannot_be_written_is_refused(club: str, field: str, value: str, code: str) -> None:
    with unions.in_memory() as made:
        unions.take(made, *(SampleClub(n, f"CLB xóm {n}").export(JUNE) for n in (1, 2)))
        with pytest.raises(AppError, match=code.replace(".", r"\.")):
            write(made, field, value, club=club)
        with pytest.raises(BadDayError):
            write(made, "founded_on", "hôm qua")


def test_a_club_is_named_by_its_id_its_name_or_a_part_of_it() -> None:
    with unions.in_memory() as made:
        unions.take(made, SampleClub(1, "CLB xóm 1").export(JUNE))
        unions.take(made, SampleClub(2, "CLB xóm 11").export(JUNE))
        with made.read() as uow:
            for words in ("clb xom 1", "CLB Xóm 1", SampleClub(1).identity.uuid):
                assert particulars.named(uow, words)[1] == SampleClub(1).identity.uuid
            assert particulars.named(uow, "xóm 11")[1] == SampleClub(2).identity.uuid


def test_every_particular_has_its_word() -> None:
    assert all(particular_label(field) for field in FIELDS)


def test_descent_ends_even_where_it_goes_in_a_circle() -> None:
    parents = {"b": "a", "c": "b", "x": "y", "y": "x"}
    assert descends("c", "a", parents)
    assert not descends("a", "c", parents)
    assert not descends("x", "a", parents)
