"""Which of today's units a club's PATH is: the list of communes, and what the officer adds to it.

The list (``resources/areas``) holds every commune before and after the reform of 1 July 2025.
Later mergers and new names are the officer's to write down, with the decision they rest on.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from io import StringIO

from sqlalchemy import select

from app.base import clock, files, paths
from app.base.errors import AppError
from app.domain import areas as rules
from app.domain.areas import AreaChange, Areas, Unit
from app.store.database import UnitOfWork
from app.store.supervision_tables import AreaChangeRow

REFORM = date(2025, 7, 1)
"""Districts were abolished, communes merged (domain: two tiers since that day)."""


def known(uow: UnitOfWork) -> Areas:
    """The list with the register's own changes."""
    units, changes = _listed()
    own = tuple(changes_of(uow))
    if not own:
        return _list_alone()
    ends = {one.old: one.from_on - timedelta(days=1) for one in own}
    ended = [replace(u, until=ends[u.path]) if u.path in ends and not u.until else u for u in units]
    listed = {unit.path for unit in units}
    added = [Unit(old, None, until) for old, until in ends.items() if old not in listed]
    added += [Unit(one.new, one.from_on) for one in own if not _lasts(one.new, listed, ends)]
    return Areas((*ended, *added), (*changes, *own))


def _lasts(path: str, listed: Collection[str], ends: Collection[str]) -> bool:
    """Whether a unit that another became is one of the list that has not ended before."""
    return path in listed and path not in ends


def changes_of(uow: UnitOfWork) -> Iterator[AreaChange]:
    """What the officer wrote down, in the order of days."""
    rows = uow.session.execute(
        select(AreaChangeRow).order_by(AreaChangeRow.from_on, AreaChangeRow.old, AreaChangeRow.new)
    )
    for row in rows.scalars():
        yield AreaChange(row.old, row.new, row.from_on, row.decision)


def change(uow: UnitOfWork, *, old: str, new: str, from_on: date, decision: str) -> AreaChange:
    """From a day on the unit ``old`` is ``new``, or a part of it is; reports of before stay.

    Raises AppError ``union.area_path``, ``union.area_decision``, ``union.area_circle``.
    """
    mine, theirs = checked_path(old), checked_path(new)
    if not decision.strip():
        raise AppError("union.area_decision")
    areas = known(uow)
    found = areas.find(mine, from_on - timedelta(days=1))
    if len(found) == 1:
        mine = found[0].path
    if mine == theirs or mine in areas.became(theirs, told=from_on, on=date.max).units:
        raise AppError("union.area_circle", old=old, new=new)
    row = uow.session.get(AreaChangeRow, (mine, from_on, theirs))
    if row is None:
        row = AreaChangeRow(old=mine, from_on=from_on, new=theirs)
        uow.session.add(row)
    row.decision, row.set_at = decision.strip(), clock.now()
    uow.session.flush()
    return AreaChange(mine, theirs, from_on, row.decision)


def checked_path(text: str) -> str:
    """A PATH as it is kept: province/[district/]commune; raises AppError ``union.area_path``."""
    parts = rules.parts(text)
    if not 2 <= len(parts) <= 3:
        raise AppError("union.area_path", area=text)
    return "/".join(parts)


def told_on(area: str, on: date) -> date:
    """The day as of which a PATH is understood that a club wrote by a day.

    Without a district it is of the time after the reform, whatever month it stands beside: a
    register that first hears of a club today hears its PATH of today for all its months.
    """
    return max(on, REFORM) if len(rules.parts(area)) == 2 else on


@lru_cache(maxsize=1)
def _list_alone() -> Areas:
    return Areas(*_listed())


@lru_cache(maxsize=1)
def _listed() -> tuple[tuple[Unit, ...], tuple[AreaChange, ...]]:
    """The list that comes with the program; a cell left empty repeats the one above it."""
    new = {row[0]: "/".join(row[1:]) for row in _rows("communes_2025.csv", 3)}
    old = [
        ("/".join(row[:3]), tuple(new[number] for number in row[3].split(";")))
        for row in _rows("communes_2024.csv", 4)
    ]
    units, changes = rules.listed(old, new.values(), REFORM)
    return tuple(units), tuple(changes)


def _rows(name: str, width: int) -> Iterator[list[str]]:
    text = files.read_bytes(paths.resource_path(f"areas/{name}")).decode("utf-8")
    lines = csv.reader(StringIO(text))
    next(lines)
    before = [""] * width
    for cells in lines:
        before = [cell or above for cell, above in zip(cells, before, strict=True)]
        yield before
