"""The areas that a register's clubs name, and what each is today: for the officer to look over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.base import clock
from app.domain import areas as rules
from app.domain.areas import Became
from app.services import areas, club_months
from app.store.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area that clubs name, and what it is today.

    ``units`` is empty where nobody knows the PATH, and has several where it was divided; then an
    officer says of each club where it lies (``particulars.write``, field ``area``).
    """

    area: str
    clubs: tuple[str, ...]
    units: tuple[str, ...]
    in_force: bool
    known: bool


def overview(uow: UnitOfWork, *, on: date | None = None) -> tuple[AreaLine, ...]:
    """Every area that clubs of the register name, and what it is on a day (today)."""
    on = on or clock.today()
    known = areas.known(uow)
    by_area: dict[str, list[str]] = {}
    for club in club_months.clubs(uow):
        by_area.setdefault(club.area, []).append(club.name)
    return tuple(
        _line(known.became(area, told=areas.told_on(area, on), on=on), clubs)
        for area, clubs in by_area.items()
    )


def _line(became: Became, clubs: list[str]) -> AreaLine:
    units = became.units if became.known else ()
    in_force = len(units) == 1 and rules.same_path(units[0], became.told)
    return AreaLine(became.told, tuple(clubs), units, in_force, became.known)
