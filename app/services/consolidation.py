"""Sums over the clubs of a register: who reported, who is missing, what they have together.

Definitions stand in CONTRACT 4 (``union report``). Reads a row a club and month, never postings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row

from app.base import clock, files
from app.base.catalogue import used_language
from app.base.errors import AppError
from app.domain.money import ratio_bp
from app.domain.periods import Month
from app.domain.union_statements import AreaLine, ClubLine, UnionFigures, UnionReport
from app.services import club_figures, club_months, register
from app.services.club_months import ClubPlace, Units
from app.store.database import UnitOfWork
from app.store.union_tables import ConflictRow, MonthFiguresRow

SUMMED = tuple(field.name for field in fields(UnionFigures) if field.name != "par30_bp")
_Figures = Row[Any]


def union_report(
    uow: UnitOfWork,
    *,
    month: Month | None = None,
    area: str | None = None,
    units: Units = Units.TOLD,
) -> UnionReport:
    """All clubs as of a month's end, or those of ``area`` (a PATH or the beginning of one).

    Sums, areas and ratios are of the clubs whose accepted months reach ``month``; a club that
    began later is left out but for ``last_known``. Without ``month``: the newest one told. With
    ``Units.TODAY`` the same clubs by today's communes. Raises AppError ``union.no_such_area``.
    """
    month = month or newest_month(uow) or Month.of(clock.today())
    union = register.identity(uow)
    at_month = _figures_of(uow, month)
    newest = _newest(uow, month, at_month)
    everywhere = club_months.clubs(uow, month=month, units=units)
    clubs = [club for club in everywhere if club_months.within(club.area, area)]
    if area and not clubs:
        known = ", ".join(sorted({club.area for club in everywhere})) or "–"
        raise AppError("union.no_such_area", area=area, known=known)
    lines = [
        _line(club, at_month.get(club.uuid), newest.get(club.uuid))
        for club in clubs
        if Month.of(club.started_on) <= month
    ]
    told = [(club.area, at_month[club.uuid]) for club in clubs if club.uuid in at_month]
    disputed = set(_disputed(uow))
    return UnionReport(
        name=union.name,
        month=month,
        clubs=len(lines),
        reporting=len(told),
        missing=tuple(line.club for line in lines if not line.reporting),
        figures=_sum(row for _, row in told),
        by_area=_by_area(told),
        by_group=_by_area((area.rpartition("/")[0], row) for area, row in told),
        rows=tuple(lines),
        last_known=_sum(newest[club.uuid] for club in clubs if club.uuid in newest),
        disputed=tuple(club.name for club in clubs if club.uuid in disputed),
        practice=union.practice,
        units=units.value,
    )


def areas_below(uow: UnitOfWork, *, month: Month, area: str | None = None) -> tuple[AreaLine, ...]:
    """The areas one step below ``area`` that hold clubs, each with its sums.

    A step that does not divide the clubs is passed over, so the register of one commune has one
    line; an area without any below it is its own line. Clubs stand where they lay in the month.
    """
    at_month = _figures_of(uow, month)
    lying = club_months.clubs(uow, month=month, area=area)
    inside = [club for club in lying if Month.of(club.started_on) <= month]
    deepest = max((len(club.area.split("/")) for club in inside), default=0)
    depth = min(len(area.strip("/").split("/")) if area else 0, deepest - 1)
    groups: dict[str, list[ClubPlace]] = {}
    while len(groups) < 2 and depth < deepest:
        depth += 1
        groups = {}
        for club in inside:
            groups.setdefault("/".join(club.area.split("/")[:depth]), []).append(club)
    return tuple(_area_line(path, found, at_month) for path, found in groups.items())


def _area_line(area: str, clubs: Sequence[ClubPlace], at_month: Mapping[str, _Figures]) -> AreaLine:
    told = [at_month[club.uuid] for club in clubs if club.uuid in at_month]
    return AreaLine(area, len(clubs), len(told), _sum(told))


def newest_month(uow: UnitOfWork) -> Month | None:
    """The last month any club has told of; None in an empty register."""
    return max(club_figures.last_months(uow).values(), default=None)


def refuse_future(uow: UnitOfWork, month: Month | None) -> None:
    """Nothing is reported of a month to come that no club told of: AppError ``paper.in_future``."""
    if month is None or month <= Month.of(clock.today()):
        return
    if month > (newest_month(uow) or Month.of(clock.today())):
        raise AppError("paper.in_future", first=month.first_day)


def figures(report: UnionReport) -> dict[str, Any]:
    """The report's ``.json`` form: JSON-ready keys and values as CONTRACT 4 has them."""
    return {
        "union": report.name,
        "month": str(report.month),
        "clubs": report.clubs,
        "reporting": report.reporting,
        "missing": list(report.missing),
        **asdict(report.figures),
        "by_area": {area: asdict(sums) for area, sums in report.by_area.items()},
        "by_group": {area: asdict(sums) for area, sums in report.by_group.items()},
        "rows": [_row_figures(line) for line in report.rows],
        "last_known": asdict(report.last_known),
        "disputed": list(report.disputed),
        "practice": report.practice,
        "units": report.units,
    }


def _row_figures(line: ClubLine) -> dict[str, Any]:
    own = line.figures if line.reporting else None
    return {
        "club": line.club,
        "area": line.area,
        "reporting": line.reporting,
        "last_month": str(line.last_month) if line.last_month else None,
        **(asdict(own) if own else dict.fromkeys(UnionFigures.__dataclass_fields__)),
    }


_PLACE = (MonthFiguresRow.club, MonthFiguresRow.area, MonthFiguresRow.month)
_COLUMNS = (*_PLACE, MonthFiguresRow.par30, *(getattr(MonthFiguresRow, n) for n in SUMMED))


def _figures_of(
    uow: UnitOfWork, month: Month, clubs: Sequence[str] | None = None
) -> dict[str, _Figures]:
    """By club, the figures of one month."""
    rows = uow.session.execute(club_figures.of_month(month, *_COLUMNS, clubs=clubs))
    return {row.club: row for row in rows}


def _newest(uow: UnitOfWork, month: Month, at_month: Mapping[str, _Figures]) -> dict[str, _Figures]:
    """By club, the figures of its last accepted month; those of ``month`` are at hand."""
    behind: dict[Month, list[str]] = {}
    for club, last in club_figures.last_months(uow).items():
        behind.setdefault(last, []).append(club)
    found = {club: at_month[club] for club in behind.pop(month, ())}
    for last, clubs in behind.items():
        found |= _figures_of(uow, last, clubs)
    return found


def _disputed(uow: UnitOfWork) -> Iterable[str]:
    query = select(ConflictRow.club).where(ConflictRow.kept == "").distinct()
    return uow.session.execute(query).scalars()


def _line(club: ClubPlace, row: _Figures | None, newest: _Figures | None) -> ClubLine:
    return ClubLine(
        club.name,
        club.area,
        row is not None,
        Month.parse(newest.month) if newest is not None else None,
        _sum([row]) if row is not None else None,
        club.uuid,
    )


def _by_area(told: Iterable[tuple[str, _Figures]]) -> dict[str, UnionFigures]:
    areas: dict[str, list[_Figures]] = {}
    for area, row in told:
        areas.setdefault(area, []).append(row)
    return {area: _sum(inside) for area, inside in areas.items()}


def _sum(rows: Iterable[_Figures]) -> UnionFigures:
    """Sums over clubs; PAR as sum over sum (CONTRACT 4)."""
    figures = [row[len(_PLACE) :] for row in rows] or [(0,) * (1 + len(SUMMED))]
    par30, *sums = map(sum, zip(*figures, strict=True))
    named = dict(zip(SUMMED, sums, strict=True))
    return UnionFigures(par30_bp=ratio_bp(par30, named["loans_outstanding"]), **named)


def write(
    uow: UnitOfWork,
    *,
    out: Path,
    month: Month | None = None,
    area: str | None = None,
    units: Units = Units.TOLD,
) -> None:
    """Write the report; the ending of ``out`` chooses ``.pdf``, ``.xlsx``, ``.txt``, ``.json``.

    Raises UnknownPaperError for another ending, AppError ``file.exists``, StoreUnavailableError.
    """
    files.refuse_existing(out)
    files.write_bytes(out, content(uow, month=month, area=area, units=units, ending=out.suffix))


def content(
    uow: UnitOfWork,
    *,
    month: Month | None = None,
    area: str | None = None,
    units: Units = Units.TOLD,
    ending: str,
) -> bytes:
    """The bytes of the report's file; raises UnknownPaperError for an ending no paper has.

    Papers are loaded for a paper alone: figures are asked for by scripts, many times. Raises
    AppError ``paper.in_future`` and ``union.no_such_area``.
    """
    refuse_future(uow, month)
    report = union_report(uow, month=month, area=area, units=units)
    if ending.lower() == ".json":
        return (json.dumps(figures(report), ensure_ascii=False, indent=2) + "\n").encode()
    from app.reports import catalogue
    from app.reports.frame import PaperOptions

    options = PaperOptions(
        language=used_language(),
        club=report.name,
        practice=report.practice,
        on=min(report.month.last_day, clock.today()),
    )
    return catalogue.render(catalogue.build("union-report", report, options), ending)
