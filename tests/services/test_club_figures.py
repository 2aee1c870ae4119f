"""A club's months in the register: written as told, and read back the same, file or server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bundle import reading
from app.bundle.format import Packed
from app.domain.club_facts import ADDED, ClubFacts, MonthFacts
from app.domain.club_past import Told
from app.domain.periods import Month
from app.services import club_figures, register
from app.store.database import Database
from app.store.union_tables import MonthFiguresRow
from tests.helpers.bundles import SampleClub

FEB, MAY = Month(2018, 2), Month(2018, 5)
SOURCES = dict(zip(ADDED, (1, -2, 3, 0, 5, 6, date(2018, 3, 1), date(2018, 4, 2), 7), strict=True))


@pytest.fixture
def database(register_place: str | Path) -> Iterator[Database]:
    register.create(register_place)
    with register.opened(register_place) as opened:
        yield opened


def take(database: Database, club: SampleClub, facts: ClubFacts) -> None:
    packed = reading.read(club.build(facts))
    assert isinstance(packed, Packed)
    with database.begin() as uow:
        register.take(uow, packed=packed, file_name="goi.clbz")
        assert MonthFiguresRow.__tablename__ in uow.topics


def told(database: Database, club: SampleClub) -> dict[Month, Told]:
    with database.read() as uow:
        return club_figures.told(uow, (club.commune, club.identity.uuid))


def test_a_month_is_kept_as_it_was_told(database: Database) -> None:
    club = SampleClub()
    facts = club.facts(MAY, locked=FEB)
    facts = replace(facts, months=(*facts.months[:-1], facts.months[-1]._replace(**SOURCES)))
    take(database, club, facts)
    area = facts.club.area
    assert told(database, club) == {row.month: Told(row, 1, area, 1) for row in facts.months}


def test_a_later_bundle_numbers_what_it_repeats_and_rewrites_what_it_changes(
    database: Database,
) -> None:
    club = SampleClub()
    take(database, club, club.facts(FEB))
    later = club.facts(MAY)
    later = replace(later, months=(later.months[0]._replace(women=7), *later.months[1:]))
    take(database, club, later)
    area = later.club.area
    assert told(database, club) == {
        row.month: Told(row, 2, area, 1 if row.month <= FEB else 2) for row in later.months
    }


def test_the_columns_stand_in_the_order_in_which_values_are_written() -> None:
    columns = [column.name for column in MonthFiguresRow.__table__.c]
    shape = MonthFacts._fields[1:]
    assert columns == ["commune", "club", "month", "sequence", "area", "area_sequence", *shape]
