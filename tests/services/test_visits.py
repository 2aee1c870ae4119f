"""A supervisor's visit from the draw to the finding that was dealt with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.bundle import reading
from app.bundle.format import Packed
from app.domain.periods import Month
from app.domain.union_labels import check_label
from app.domain.visits import CHECKS, ENTRY, Visit, points
from app.services import register, visit_papers, visits
from app.store import registers
from app.store.database import Database
from tests.helpers.bundles import SampleClub

DAY = date(2018, 6, 20)


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with clock.fixed(date(2018, 6, 5)):
        yield


@pytest.fixture
def database() -> Iterator[Database]:
    made = registers.in_memory()
    with made.begin() as uow:
        register.found(uow, name="Hội LHPN tỉnh")
        for number in range(1, 9):
            packed = reading.read(SampleClub(number, f"CLB xóm {number}").export(Month(2018, 5)))
            assert isinstance(packed, Packed)
            register.take(uow, packed=packed, file_name="")
    yield made
    made.close()


def _draw(database: Database, seed: str = "17", clubs: int = 3) -> tuple[Visit, ...]:
    with database.begin() as uow:
        return visits.draw(uow, clubs=clubs, entries=5, seed=seed, on=DAY)


def test_the_same_seed_draws_the_same_and_another_another(database: Database) -> None:
    first, again, other = _draw(database), _draw(database), _draw(database, "18")
    assert [visit.club for visit in first] == [visit.club for visit in again]
    assert [visit.points for visit in first] == [visit.points for visit in again]
    assert [visit.club for visit in first] != [visit.club for visit in other]


def test_the_same_draw_again_plans_no_visit_twice(database: Database) -> None:
    first, again = _draw(database), _draw(database)
    assert [visit.id for visit in again] == [visit.id for visit in first]
    with database.begin() as uow:
        later = visits.draw(uow, clubs=3, entries=5, seed="17", on=date(2018, 6, 21))
        assert len(visits.visits(uow)) == 6
    assert [visit.club for visit in later] == [visit.club for visit in first]


def test_more_clubs_than_there_are_draws_all(database: Database) -> None:
    assert len(_draw(database, clubs=50)) == 8


def test_nothing_to_draw_from_is_refused(database: Database) -> None:
    with pytest.raises(AppError, match=r"union\.nothing_to_draw"):
        _draw(database, clubs=0)


def test_what_was_seen_and_found_is_kept_until_the_minutes_are_signed(database: Database) -> None:
    visit = _draw(database)[0]
    with database.begin() as uow:
        visits.answer(uow, code=visit.id, number=1, good=True)
        visits.answer(uow, code=visit.id, number=2, good=False, note=" thiếu chữ ký ")
        values = {"book_cash": 1_000_000, "counted_cash": 990_000, "visitors": "Bà Hoa"}
        visits.write(uow, code=visit.id, values=values)
        found = visits.find(
            uow, code=visit.id, text="Bổ sung chữ ký", who="Thư ký", due=date(2018, 7, 1)
        )
        visits.close(uow, code=visit.id)
    with database.read() as uow:
        seen = visits.visit(uow, code=visit.id)
        assert visits.findings(uow, open_only=True) == (found,)
    assert [point.good for point in seen.points[:3]] == [True, False, None]
    assert seen.points[1].note == "thiếu chữ ký"
    assert (seen.cash_difference, seen.closed) == (-10_000, True)
    assert found.overdue(date(2018, 7, 2))
    assert not found.overdue(date(2018, 7, 1))
    with pytest.raises(AppError, match=r"union\.visit_closed"), database.begin() as uow:
        visits.answer(uow, code=visit.id, number=1, good=False)
    with database.begin() as uow:
        visits.mend(uow, finding=found.id, outcome="Đã ký", on=date(2018, 6, 30))
    with pytest.raises(AppError, match=r"union\.no_such_finding"), database.begin() as uow:
        visits.mend(uow, finding=found.id, outcome="", on=DAY)
    with database.read() as uow:
        assert visits.findings(uow, open_only=True) == ()


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda uow, one: visits.visit(uow, code="no"), "union.no_such_visit"),
        (
            lambda uow, one: visits.answer(uow, code=one, number=99, good=True),
            "union.no_such_point",
        ),
        (
            lambda uow, one: visits.find(uow, code=one, text=" ", who="x", due=DAY),
            "union.finding_incomplete",
        ),
    ],
)
def test_what_is_not_there_is_said(database: Database, act: object, code: str) -> None:
    visit = _draw(database)[0]
    with pytest.raises(AppError, match=code.replace(".", r"\.")), database.begin() as uow:
        act(uow, visit.id)  # type: ignore[operator]


@pytest.mark.parametrize("paper", ["checklist", "minutes"])
@pytest.mark.parametrize("ending", [".pdf", ".txt", ".xlsx"])
def test_both_papers_in_each_format(database: Database, paper: str, ending: str) -> None:
    visit = _draw(database)[0]
    with database.begin() as uow:
        visits.find(uow, code=visit.id, text="Bổ sung chữ ký", who="Thư ký", due=DAY)
        made = visit_papers.content(uow, code=visit.id, paper=paper, ending=ending)
    assert len(made) > 300
    if ending == ".txt":
        text = made.decode()
        assert visit.club in text
        assert all(check_label(code) in text for code in CHECKS)
        assert ("Bổ sung chữ ký" in text) == (paper == "minutes")


def test_entries_are_drawn_by_their_numbers_without_repeating() -> None:
    drawn = [int(point.subject) for point in points(40, 12, "17") if point.kind == ENTRY]
    assert len(drawn) == len(set(drawn)) == 12
    assert drawn == sorted(drawn)
    assert 1 <= drawn[0] <= drawn[-1] <= 40
    assert points(40, 12, "17") == points(40, 12, "17") != points(40, 12, "18")
    assert len(points(3, 12, "17")) == len(CHECKS) + 3
