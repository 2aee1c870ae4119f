"""The months that count, by club, read once for all clubs of a register or of an area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.base.text import name_sort_key
from app.domain.club_facts import ADDED, FIGURES, MonthFacts
from app.domain.periods import Month
from app.store.database import UnitOfWork
from app.store.union_tables import BundleRow, MonthFiguresRow, UnionClubRow


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


def clubs(uow: UnitOfWork, *, area: str | None = None) -> tuple[ClubPlace, ...]:
    """Every club by area and name, or those whose area is, or begins with, ``area``."""
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
        ClubPlace((commune, uuid), name, where, started_on)
        for commune, uuid, name, where, started_on in rows
    ]
    path = (area or "").strip("/")
    inside = [c for c in found if not path or c.area == path or c.area.startswith(f"{path}/")]
    return tuple(sorted(inside, key=lambda c: (c.area, name_sort_key(c.name), c.uuid)))


def months(
    uow: UnitOfWork,
    *,
    first: Month | None = None,
    last: Month | None = None,
    area: str | None = None,
    club: str | None = None,
) -> tuple[ClubMonths, ...]:
    """The months of each club, or of the one with the id ``club``, from ``first`` to ``last``."""
    names = (*FIGURES, *ADDED, "chain", "locked")
    query = select(
        MonthFiguresRow.club, MonthFiguresRow.month, *(getattr(MonthFiguresRow, n) for n in names)
    ).order_by(MonthFiguresRow.club, MonthFiguresRow.month)
    if first is not None:
        query = query.where(MonthFiguresRow.month >= str(first))
    if last is not None:
        query = query.where(MonthFiguresRow.month <= str(last))
    if club is not None:
        query = query.where(MonthFiguresRow.club == club)
    by_club: dict[str, list[MonthFacts]] = {}
    for uuid, month, *values in uow.session.execute(query):
        told = dict(zip(names, values, strict=True))
        told["locked"] = bool(told["locked"])
        by_club.setdefault(uuid, []).append(MonthFacts(Month.parse(month), **told))
    return tuple(
        ClubMonths(place, tuple(by_club.get(place.uuid, ())))
        for place in clubs(uow, area=area)
        if club is None or place.uuid == club
    )


def received(uow: UnitOfWork) -> dict[str, date]:
    """By club, the day its last bundle came."""
    rows = uow.session.execute(
        select(BundleRow.club, func.max(BundleRow.received_at)).group_by(BundleRow.club)
    )
    return {club: moment.date() for club, moment in rows}
