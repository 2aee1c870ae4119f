"""The months of one club that count, as rows of the register: read back, and written anew.

Which months count, and from which bundle, is decided in ``domain.club_past``. Values are written
as they are stored, because a clerk imports many thousand rows at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, func, select, update

from app.domain.club_facts import ClubFacts, MonthFacts
from app.domain.club_past import Told
from app.domain.periods import Month
from app.store.database import UnitOfWork
from app.store.stored_rows import insert_stored
from app.store.union_tables import MonthFiguresRow, UnionClubRow

Key = tuple[str, str]
"""Commune and club: where a club stands in every table."""

_C = MonthFiguresRow.__table__.c
_OF_CLUB = (_C.commune == bindparam("of_commune"), _C.club == bindparam("of_club"))
_NAMES = ("sequence", "area", "area_sequence", *MonthFacts._fields)
_TOLD = select(*(_C[name] for name in _NAMES)).where(*_OF_CLUB)
_RENUMBERED = (
    update(MonthFiguresRow)
    .where(*_OF_CLUB, _C.month.between(bindparam("first"), bindparam("last")))
    .where(_C.sequence < bindparam("number"))
    .values(sequence=bindparam("number"))
)
_FORGET = delete(MonthFiguresRow).where(*_OF_CLUB)
_REPLACED = _FORGET.where(_C.month.in_(bindparam("months", expanding=True)))
_LOCKED, _TYPED = (MonthFacts._fields.index(name) for name in ("locked", "typed_first"))


_LAST_MONTHS = select(
    UnionClubRow.uuid,
    select(func.max(MonthFiguresRow.month))
    .where(
        MonthFiguresRow.commune == UnionClubRow.commune, MonthFiguresRow.club == UnionClubRow.uuid
    )
    .correlate(UnionClubRow)
    .scalar_subquery(),
)
_month = lru_cache(1000)(Month.parse)


def of_month(
    month: Month, *columns: Any, clubs: Sequence[str] | None = None
) -> Select[*tuple[Any, ...]]:
    """What each club, or each of some ``clubs``, told of a month.

    Club by club along the key: an index by month would double what taking a bundle in writes.
    """
    here = (
        MonthFiguresRow.commune == UnionClubRow.commune,
        MonthFiguresRow.club == UnionClubRow.uuid,
        MonthFiguresRow.month == str(month),
    )
    query = select(*columns).select_from(UnionClubRow).join(MonthFiguresRow, and_(*here))
    return query if clubs is None else query.where(UnionClubRow.uuid.in_(clubs))


def last_months(uow: UnitOfWork) -> dict[str, Month]:
    """By club, the last month that counts; a club all of whose months are in dispute is left out.

    One look along the key a club, also on a server, where joining by it would read every month.
    """
    return {club: _month(month) for club, month in uow.session.execute(_LAST_MONTHS) if month}


def told(uow: UnitOfWork, key: Key) -> dict[Month, Told]:
    """What counts of a club, by month."""
    known = {}
    for row in uow.rows(_TOLD, of_commune=key[0], of_club=key[1]):
        facts = facts_of(row[3:])
        known[facts.month] = Told(facts, *row[:3])
    return known


def facts_of(columns: Sequence[Any]) -> MonthFacts:
    """The shape of a row's columns, which stand in the order of ``MonthFacts``."""
    month, *values = columns
    values[_LOCKED - 1] = bool(values[_LOCKED - 1])
    return MonthFacts(_month(month), *values)


def write(
    uow: UnitOfWork,
    key: Key,
    *,
    facts: ClubFacts,
    known: Mapping[Month, Told],
    changed: Mapping[Month, Told],
) -> None:
    """Write what the newest bundle ``facts`` has changed of what was known.

    A month that it tells as before is only given the bundle's number, in one statement for all.
    """
    other = {
        month: row
        for month, row in changed.items()
        if month not in known or not _only_renumbered(known[month], row)
    }
    if replaced := [str(month) for month in other if month in known]:
        uow.rows(_REPLACED, of_commune=key[0], of_club=key[1], months=replaced)
    insert(uow, key, other)
    if len(other) < len(changed):
        uow.rows(
            _RENUMBERED,
            of_commune=key[0],
            of_club=key[1],
            first=str(facts.months[0].month),
            last=str(facts.month),
            number=facts.sequence,
        )
        uow.topics.add(MonthFiguresRow.__tablename__)


def _only_renumbered(before: Told, after: Told) -> bool:
    return before.facts == after.facts and (before.area, before.area_sequence) == (
        after.area,
        after.area_sequence,
    )


def replace_all(uow: UnitOfWork, key: Key, rows: Mapping[Month, Told]) -> None:
    """Let these months count and no others."""
    uow.rows(_FORGET, of_commune=key[0], of_club=key[1])
    uow.topics.add(MonthFiguresRow.__tablename__)
    insert(uow, key, rows)


def insert(uow: UnitOfWork, key: Key, rows: Mapping[Month, Told]) -> None:
    """Add months that have no row yet."""
    insert_stored(
        uow,
        MonthFiguresRow,
        [
            (*key, str(month), row.sequence, row.area, row.area_sequence, *_stored(row.facts))
            for month, row in rows.items()
        ],
    )


def _stored(facts: MonthFacts) -> tuple[object, ...]:
    """From the first figure on, in the order of the columns."""
    days = (_day(facts.typed_first), _day(facts.typed_last))
    sources = facts[_LOCKED + 1 : _TYPED]
    return (*facts[1:_LOCKED], int(facts.locked), *sources, *days, facts.typed_late)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
