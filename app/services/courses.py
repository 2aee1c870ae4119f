"""Training courses and exchange visits of the union: planned, who came, what each club had."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from datetime import date
from uuid import uuid4

from sqlalchemy import delete, select

from app.base.catalogue import used_language
from app.base.errors import AppError
from app.base.text import one_line
from app.domain.courses import KINDS, CameClub, Course, CourseReport, club_part
from app.services import club_months, particulars, register
from app.services.figures import plain
from app.store.database import UnitOfWork
from app.store.supervision_tables import CourseClubRow, CourseRow
from app.store.union_tables import UnionClubRow

MOST = 10_000
"""More people of one club than this came to nothing."""


class CourseRefusedError(AppError):
    """A course, or who came to it, that can't be written so."""


def hold(
    uow: UnitOfWork,
    *,
    kind: str,
    title: str,
    on: date,
    last_on: date | None = None,
    place: str = "",
    content: str = "",
) -> Course:
    """Write down a course or an exchange visit; who came is written with ``came``.

    Raises CourseRefusedError ``union.course_kind``, ``union.course_title``, ``union.course_days``.
    """
    row = CourseRow(id=uuid4().hex[:8])
    _fill(row, kind=kind, title=title, on=on, last_on=last_on, place=place, content=content)
    uow.session.add(row)
    uow.session.flush()
    return course(uow, code=row.id)


def change(
    uow: UnitOfWork,
    *,
    code: str,
    kind: str,
    title: str,
    on: date,
    last_on: date | None = None,
    place: str = "",
    content: str = "",
) -> Course:
    """Write the whole of a course anew; who came stays. Raises as ``hold`` and ``course`` do."""
    row = _row(uow, code)
    _fill(row, kind=kind, title=title, on=on, last_on=last_on, place=place, content=content)
    uow.session.flush()
    return course(uow, code=code)


def _fill(row: CourseRow, *, kind: str, title: str, on: date, last_on: date | None,
          place: str, content: str) -> None:  # fmt: skip
    if kind not in KINDS:
        raise CourseRefusedError("union.course_kind", kind=kind, known=", ".join(KINDS))
    if not title.strip():
        raise CourseRefusedError("union.course_title")
    if last_on is not None and last_on < on:
        raise CourseRefusedError("union.course_days", first=on, last=last_on)
    row.kind, row.title, row.on = kind, one_line(title), on
    row.last_on = last_on if last_on != on else None
    row.place, row.content = one_line(place), one_line(content)


def came(uow: UnitOfWork, *, code: str, club: str, count: int, who: str = "") -> Course:
    """How many of a club came, and who where that is needed; 0 takes the club off the course.

    Raises CourseRefusedError ``union.course_count``, and as ``course`` and ``particulars.named``.
    """
    if not 0 <= count <= MOST:
        raise CourseRefusedError("union.course_count", count=count)
    _row(uow, code)
    commune, uuid = particulars.named(uow, club)
    uow.session.execute(
        delete(CourseClubRow).where(
            CourseClubRow.commune == commune,
            CourseClubRow.club == uuid,
            CourseClubRow.course == code,
        )
    )
    if count:
        uow.session.add(
            CourseClubRow(commune=commune, club=uuid, course=code, came=count, who=one_line(who))
        )
    uow.session.flush()
    return course(uow, code=code)


def course(uow: UnitOfWork, *, code: str) -> Course:
    """One course with the clubs that came; raises CourseRefusedError ``union.no_such_course``."""
    row = _row(uow, code)
    return _course(row, _clubs(uow, code).get(code, []))


def courses(
    uow: UnitOfWork, *, first: date | None = None, last: date | None = None
) -> tuple[Course, ...]:
    """All courses that began from ``first`` to ``last``, the newest first."""
    query = select(CourseRow).order_by(CourseRow.on.desc(), CourseRow.title, CourseRow.id)
    if first is not None:
        query = query.where(CourseRow.on >= first)
    if last is not None:
        query = query.where(CourseRow.on <= last)
    by_course = _clubs(uow)
    rows = uow.session.execute(query).scalars()
    return tuple(_course(row, by_course.get(row.id, [])) for row in rows)


def report(uow: UnitOfWork, *, first: date, last: date, area: str | None = None) -> CourseReport:
    """The courses of a period and what each club (of an area) had of them."""
    held = courses(uow, first=first, last=last)
    union = register.identity(uow)
    lines = [
        club_part(club.name, club.uuid, club.area, held)
        for club in club_months.clubs(uow, area=area)
    ]
    lines.sort(key=lambda line: line.trainings + line.exchanges)
    return CourseReport(union.name, first, last, held, tuple(lines), union.practice)


def content(
    uow: UnitOfWork, *, first: date, last: date, area: str | None = None, ending: str
) -> bytes:
    """The report as the bytes of a file; raises UnknownPaperError for an ending no paper has.

    Raises AppError ``paper.period_backwards``.
    """
    if last < first:
        raise AppError("paper.period_backwards", first=first, last=last)
    made = report(uow, first=first, last=last, area=area)
    if ending.lower() == ".json":
        return (json.dumps(plain(asdict(made)), ensure_ascii=False, indent=2) + "\n").encode()
    from app.reports import catalogue
    from app.reports.frame import PaperOptions

    options = PaperOptions(language=used_language(), club=made.union, practice=made.practice)
    return catalogue.render(catalogue.build("courses", made, options), ending)


def _row(uow: UnitOfWork, code: str) -> CourseRow:
    row = uow.session.get(CourseRow, code)
    if row is None:
        raise CourseRefusedError("union.no_such_course", course=code)
    return row


def _course(row: CourseRow, clubs: list[CameClub]) -> Course:
    return Course(
        row.id, row.kind, row.title, row.on, row.last_on, row.place, row.content, tuple(clubs)
    )


def _clubs(uow: UnitOfWork, code: str | None = None) -> dict[str, list[CameClub]]:
    """By course, the clubs that came, by name."""
    query = (
        select(
            CourseClubRow.course,
            UnionClubRow.name,
            UnionClubRow.uuid,
            UnionClubRow.area,
            CourseClubRow.came,
            CourseClubRow.who,
        )
        .join(
            UnionClubRow,
            (UnionClubRow.commune == CourseClubRow.commune)
            & (UnionClubRow.uuid == CourseClubRow.club),
        )
        .order_by(UnionClubRow.area, UnionClubRow.name, UnionClubRow.uuid)
    )
    if code is not None:
        query = query.where(CourseClubRow.course == code)
    found: dict[str, list[CameClub]] = defaultdict(list)
    for of_course, name, uuid, area, came_to, who in uow.session.execute(query):
        found[of_course].append(CameClub(name, uuid, area, came_to, who))
    return found
