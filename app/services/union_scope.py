"""Which months and which areas a register can be asked about."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.periods import Month
from app.services import club_months, consolidation, register, supervision
from app.store.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class UnionScope:
    """``months`` from the newest back; ``areas`` is every PATH with a club and all above them."""

    months: tuple[Month, ...]
    usual_month: Month
    areas: tuple[str, ...]


def scope(uow: UnitOfWork) -> UnionScope:
    """What can be chosen. The usual month is the last that is over; of a practice register, which
    may tell of another year, the newest told."""
    over, newest = supervision.usual_month(), consolidation.newest_month(uow)
    clubs = club_months.clubs(uow)
    last = max(over, newest) if newest else over
    first = min((Month.of(club.started_on) for club in clubs), default=last)
    told_only = register.identity(uow).practice and newest is not None
    parts = [club.area.split("/") for club in clubs if club.area]
    return UnionScope(
        tuple(reversed(tuple(first.until(last)))) or (last,),
        min(newest, over) if told_only and newest else over,
        tuple(sorted({"/".join(path[:n]) for path in parts for n in range(1, len(path) + 1)})),
    )
