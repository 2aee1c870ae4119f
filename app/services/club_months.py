"""The months that count, by club, read once for all clubs of a register or of an area."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select

from app.base import clock
from app.base.text import title_sort_key
from app.domain.club_facts import MonthFacts
from app.domain.periods import Month
from app.services import areas, club_figures
from app.store.database import UnitOfWork
from app.store.supervision_tables import ClubParticularRow
from app.store.union_tables import BundleRow, MonthFiguresRow, UnionClubRow

_TOLD = MonthFiguresRow.__table__.c
_MONTHS = select(_TOLD.club, *(_TOLD[name] for name in MonthFacts._fields)).order_by(
    _TOLD.commune, _TOLD.club, _TOLD.month
)


@dataclass(frozen=True, slots=True)
class ClubPlace:
    """A club of the register: ``key`` is where it stands in every table."""

    key: tuple[str, str]
    name: str
    area: str
    started_on: date

    @property
    def uuid(self) -> str:
        return self.key[1]


@dataclass(frozen=True, slots=True)
class ClubMonths:
    """A club with its months in order, without gaps; months in dispute are not among them."""

    club: ClubPlace
    months: tuple[MonthFacts, ...]

    def at(self, month: Month) -> MonthFacts | None:
        return next((row for row in reversed(self.months) if row.month == month), None)

    def up_to(self, month: Month) -> tuple[MonthFacts, ...]:
        return tuple(row for row in self.months if row.month <= month)

    @property
    def last(self) -> Month | None:
        return self.months[-1].month if self.months else None


class Units(StrEnum):
    """How a club's place is named: as it was told for the month, or by the units of today."""

    TOLD = "told"
    TODAY = "today"


def clubs(
    uow: UnitOfWork,
    *,
    area: str | None = None,
    month: Month | None = None,
    units: Units = Units.TOLD,
) -> tuple[ClubPlace, ...]:
    """Every club by area and name, or those whose area is, or begins with, ``area``.

    With ``month``: where each lay in that month, so that what is asked of an old month stays as it
    was; clubs that had ended by then are left out. With ``Units.TODAY`` a PATH of old communes is
    the unit it became; a commune that was divided stays as told until an officer places the club.
    """
    on = month.last_day if month else clock.today()
    ended = held(uow, field="ended", on=on)
    lay = held(uow, field="area", on=on)
    if month is not None:
        lay = _told_for(uow, month) | lay
    rows = uow.session.execute(
        select(
            UnionClubRow.commune,
            UnionClubRow.uuid,
            UnionClubRow.name,
            UnionClubRow.area,
            UnionClubRow.started_on,
        )
    )
    found = [
        ClubPlace((commune, uuid), name, lay.get(uuid, where), started_on)
        for commune, uuid, name, where, started_on in rows
        if uuid not in ended
    ]
    if units is Units.TODAY:
        found = _of_today(uow, found, on)
    inside = [club for club in found if within(club.area, area)]
    return tuple(
        sorted(inside, key=lambda c: (title_sort_key(c.area), title_sort_key(c.name), c.uuid))
    )


def _told_for(uow: UnitOfWork, month: Month) -> dict[str, str]:
    """By club, where it lay in a month by its own word."""
    query = club_figures.of_month(month, MonthFiguresRow.club, MonthFiguresRow.area)
    return dict(uow.session.execute(query).all())


def _of_today(uow: UnitOfWork, places: list[ClubPlace], told: date) -> list[ClubPlace]:
    known, today = areas.known(uow), clock.today()
    became = [
        known.became(club.area, told=areas.told_on(club.area, told), on=today) for club in places
    ]
    return [
        replace(club, area=one.unit or club.area) for club, one in zip(places, became, strict=True)
    ]


def within(area: str, wanted: str | None) -> bool:
    """Whether a PATH is ``wanted`` or lies in it; everything lies in nothing."""
    path = (wanted or "").strip("/")
    return not path or area == path or area.startswith(f"{path}/")


def held(uow: UnitOfWork, *, field: str, on: date) -> dict[str, str]:
    """By club, what the officer wrote of one field and holds on a day; others are left out."""
    rows = uow.session.execute(
        select(ClubParticularRow.club, ClubParticularRow.value)
        .where(ClubParticularRow.field == field, ClubParticularRow.from_on <= on)
        .order_by(ClubParticularRow.from_on)
    )
    newest = dict(rows.all())
    return {club: value for club, value in newest.items() if value}


def months(
    uow: UnitOfWork,
    *,
    first: Month | None = None,
    last: Month | None = None,
    area: str | None = None,
    lay: Month | None = None,
    club: str | None = None,
) -> tuple[ClubMonths, ...]:
    """The months of each club, or of the one with the id ``club``, from ``first`` to ``last``.

    The clubs, and where they lie, are those of the month ``lay``, or else of ``last``.
    """
    query = _MONTHS
    if first is not None:
        query = query.where(_TOLD.month >= str(first))
    if last is not None:
        query = query.where(_TOLD.month <= str(last))
    places = clubs(uow, area=area, month=lay or last)
    if club is not None:
        places = tuple(place for place in places if place.uuid == club)
        communes = [place.key[0] for place in places]
        query = query.where(_TOLD.commune.in_(communes), _TOLD.club == club)
    by_club: dict[str, list[MonthFacts]] = {}
    for uuid, *columns in uow.rows(query):
        by_club.setdefault(uuid, []).append(club_figures.facts_of(columns))
    return tuple(ClubMonths(place, tuple(by_club.get(place.uuid, ()))) for place in places)


def received(uow: UnitOfWork) -> dict[str, date]:
    """By club, the day its last bundle came."""
    rows = uow.session.execute(
        select(BundleRow.club, func.max(BundleRow.received_at)).group_by(BundleRow.club)
    )
    return {club: moment.date() for club, moment in rows}
