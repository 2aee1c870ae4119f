"""Training courses and exchange visits: which clubs, how many came, and who came to none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.courses import Course
from app.domain.periods import Month
from app.services import courses
from app.store.database import Database
from tests.helpers import unions
from tests.helpers.bundles import SampleClub

FIRST, LAST = date(2018, 1, 1), date(2018, 12, 31)


@pytest.fixture(params=["memory", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    with clock.fixed(date(2018, 12, 6)), unions.on_each(request) as made:
        for number in (1, 2, 3):
            unions.take(made, SampleClub(number, f"CLB xóm {number}").export(Month(2018, 11)))
        yield made


def held(database: Database) -> tuple[Course, Course]:
    """A course of five days with two clubs, an exchange visit with one of them."""
    with database.begin() as uow:
        course = courses.hold(
            uow, kind="training", title="Quản lý, ghi sổ", on=date(2018, 5, 7),
            last_on=date(2018, 5, 11), place="UBND xã Sơn Cẩm", content="Ghi sổ thu chi",
        )  # fmt: skip
        visit = courses.hold(uow, kind="exchange", title="Thăm CLB xóm 6", on=date(2018, 10, 2))
        courses.came(uow, code=course.id, club="CLB xóm 1", count=3, who="Ban chủ nhiệm")
        courses.came(uow, code=course.id, club="CLB xóm 2", count=2)
        courses.came(uow, code=visit.id, club="CLB xóm 1", count=25)
        return courses.course(uow, code=course.id), courses.course(uow, code=visit.id)


def test_a_course_knows_its_clubs_and_how_many_came(database: Database) -> None:
    course, visit = held(database)
    assert (course.came, course.days, visit.came, visit.days) == (5, 5, 25, 1)
    assert [(one.club, one.came, one.who) for one in course.clubs] == [
        ("CLB xóm 1", 3, "Ban chủ nhiệm"),
        ("CLB xóm 2", 2, ""),
    ]
    with database.read() as uow:
        assert courses.courses(uow) == (visit, course)
        assert courses.courses(uow, last=date(2018, 5, 7)) == (course,)


def test_the_report_counts_each_club_and_names_those_that_never_came(database: Database) -> None:
    held(database)
    with database.read() as uow:
        report = courses.report(uow, first=FIRST, last=LAST)
        early = courses.report(uow, first=FIRST, last=date(2018, 6, 30))
    told = {one.club: (one.trainings, one.exchanges, one.came) for one in report.clubs}
    assert told == {"CLB xóm 3": (0, 0, 0), "CLB xóm 2": (1, 0, 2), "CLB xóm 1": (1, 1, 28)}
    assert [one.club for one in report.never] == ["CLB xóm 3"]
    assert len(early.courses) == 1


def test_a_number_is_replaced_and_none_takes_the_club_off(database: Database) -> None:
    course, _ = held(database)
    with database.begin() as uow:
        courses.came(uow, code=course.id, club="CLB xóm 2", count=0)
        changed = courses.came(uow, code=course.id, club="CLB xóm 1", count=4)
        named = courses.change(
            uow, code=course.id, kind="training", title="Ghi sổ", on=course.on, last_on=course.on
        )
    assert [(one.club, one.came) for one in changed.clubs] == [("CLB xóm 1", 4)]
    assert (named.title, named.last_on, named.came) == ("Ghi sổ", None, 4)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"kind": "party"}, "union.course_kind"),
        ({"title": " "}, "union.course_title"),
        ({"last_on": date(2018, 5, 6)}, "union.course_days"),
    ],
)
def test_a_course_that_cannot_be_is_refused(changed: dict[str, object], code: str) -> None:
    asked = {"kind": "training", "title": "Ghi sổ", "on": date(2018, 5, 7)} | changed
    with unions.in_memory() as made, made.begin() as uow:
        with pytest.raises(AppError, match=code.replace(".", r"\.")):
            courses.hold(uow, **asked)  # type: ignore[arg-type]
        assert courses.courses(uow) == ()


def test_who_cannot_have_come_is_refused() -> None:
    with unions.in_memory() as made:
        unions.take(made, SampleClub().export(Month(2018, 11)))
        with made.begin() as uow:
            course = courses.hold(uow, kind="exchange", title="Thăm", on=FIRST)
            for code, club, count, why in (
                ("nothing", "CLB", 1, "union.no_such_course"),
                (course.id, "CLB", 10_001, "union.course_count"),
                (course.id, "Hội", 1, "union.club_unknown"),
            ):
                with pytest.raises(AppError, match=why.replace(".", r"\.")):
                    courses.came(uow, code=code, club=club, count=count)


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".txt", ".json"])
def test_the_paper_in_each_format(ending: str) -> None:
    with clock.fixed(date(2018, 12, 6)), unions.in_memory() as made:
        for number in (1, 2, 3):
            unions.take(made, SampleClub(number, f"CLB xóm {number}").export(Month(2018, 11)))
        held(made)
        with made.read() as uow:
            content = courses.content(uow, first=FIRST, last=LAST, ending=ending)
    if ending == ".json":
        told = json.loads(content)
        assert told["courses"][1]["clubs"][0]["came"] == 3
        assert told["first"] == "2018-01-01"
    elif ending == ".txt":
        text = content.decode()
        assert "Quản lý, ghi sổ" in text
        assert "07/05/2018 đến 11/05/2018" in text
        assert "Ban chủ nhiệm" in text
    else:
        assert len(content) > 1000


def test_a_period_that_runs_backwards_is_refused(database: Database) -> None:
    with database.read() as uow, pytest.raises(AppError, match=r"paper\.period_backwards"):
        courses.content(uow, first=date(2026, 12, 1), last=date(2026, 1, 31), ending=".json")
