"""One club of a register on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import Month
from app.services import club_card, club_months, conflict_page, conflicts, consolidation, register
from app.services.club_card import day_of
from app.store import registers
from app.store.database import Database
from tests.helpers import union_area


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = registers.in_memory()
    with clock.fixed(date(2026, 11, 17)):
        with made.begin() as uow:
            register.found(uow, name="Hội LHPN phường Quan Triều")
        union_area.fill(made, union_area.write_bundles(tmp_path_factory.mktemp("goi")))
        yield made
    made.close()


def _uuid(database: Database, number: int) -> str:
    with database.read() as uow:
        found = club_months.clubs(uow)
    return next(club.uuid for club in found if club.name.endswith(f"xóm {number}"))


def test_a_card_holds_what_came(database: Database) -> None:
    club = _uuid(database, 4)
    with database.read() as uow:
        card = club_card.card(uow, club=club)
    assert card.name == "CLB Liên thế hệ tự giúp nhau xóm 4"
    assert [(b.sequence, b.month, b.level, b.made_on) for b in card.bundles] == [
        (1, Month(2026, 10), "borrowers", date(2026, 11, 1))
    ]
    assert card.months[-1].month == Month(2026, 10)
    assert sum(line.outstanding for line in card.borrowers) == card.months[-1].loans_outstanding


def test_a_card_at_totals_names_nobody(database: Database) -> None:
    club = _uuid(database, 1)
    with database.read() as uow:
        assert club_card.card(uow, club=club).borrowers == ()


def test_a_disputed_bundle_says_so_and_its_months_stop(database: Database) -> None:
    club = _uuid(database, 12)
    with database.read() as uow:
        card = club_card.card(uow, club=club)
    assert [bundle.disputed for bundle in card.bundles] == [True, True]
    assert card.months[-1].month == Month(2026, 8)


def test_a_club_that_is_not_there_is_refused(database: Database) -> None:
    with database.read() as uow, pytest.raises(AppError, match=r"union\.no_such_club"):
        club_card.card(uow, club="nobody")


@pytest.mark.parametrize(
    ("said", "day"),
    [("2018-12-01T08:00:00+00:00", date(2018, 12, 1)), ("yesterday", None), ("", None)],
)
def test_a_day_that_is_none_is_left_out(said: str, day: date | None) -> None:
    assert day_of(said) == day


def test_two_contents_stand_side_by_side(database: Database) -> None:
    with database.read() as uow:
        (conflict,) = conflicts.conflicts(uow)
        page = conflict_page.page(uow, conflict=conflict)
    assert page.since == page.month == Month(2026, 9)
    differing = {
        line.name: abs((line.one or 0) - (line.other or 0)) for line in page.lines if line.differs
    }
    assert differing == {"fund_total": 30_000, "bank": 30_000}
    assert {page.one.level, page.other.level} == {"totals"}
    assert page.one.last_entries == 20
    assert page.one.rival.received_at < page.other.rival.received_at


def test_areas_are_those_one_step_below(database: Database) -> None:
    with database.read() as uow:
        everywhere = consolidation.areas_below(uow, month=Month(2026, 10))
        (ward,) = consolidation.areas_below(uow, month=Month(2026, 10), area=everywhere[0].area)
        whole = consolidation.union_report(uow, month=Month(2026, 10)).figures
    assert [(line.clubs, line.reporting) for line in everywhere] == [(7, 5), (3, 2), (2, 1)]
    assert ward == everywhere[0]
    assert sum(line.figures.cash for line in everywhere) == whole.cash


def test_a_register_without_clubs_has_no_areas() -> None:
    made = registers.in_memory()
    with made.begin() as uow:
        register.found(uow, name="Hội")
    with made.read() as uow:
        assert consolidation.areas_below(uow, month=Month(2026, 10)) == ()
    made.close()
