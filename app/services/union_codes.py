"""Which club's paper carries a check code? Asked at the union, without the book (CONTRACT 5.15).

Bundles bring the chain's hash at each month's end, so papers that end with a month are confirmed in
the state that was sent last. Papers of another day, or of a state that was never sent, are not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.base.errors import AppError
from app.base.text import translate
from app.domain.paper_names import paper_label
from app.domain.periods import Month, format_day
from app.services.check_codes import LENGTH, number_of, paper_text
from app.services.code_search import DAILY, MONTHLY, YEARLY
from app.store.database import UnitOfWork
from app.store.union_tables import MonthFiguresRow, UnionClubRow

_MOST_MEMBERS = 300
"""Member codes are tried up to M300: the union knows how many there are, not who."""


@dataclass(frozen=True, slots=True)
class ConfirmedPaper:
    """A paper that agrees with what its club sent."""

    club: str
    area: str
    paper: str
    subject: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _MonthEnd:
    uuid: str
    club: str
    area: str
    started_on: date
    month: Month
    chain: str


Progress = Callable[[int, int], object]
"""Told how many months of how many were tried; what it raises stops the search."""


def find(
    uow: UnitOfWork, *, code: str, progress: Progress = lambda _done, _total: None
) -> ConfirmedPaper:
    """The paper with this code. Raises AppError ``check.code_unreadable``, ``union.code_unknown``.

    Papers about a member are tried last, because there are many of them.
    """
    letters = code.strip().upper()
    target = number_of(letters)
    if target is None:
        raise AppError("check.code_unreadable", letters=code.strip())
    ends = _month_ends(uow)
    for way, papers in enumerate((_of_the_club, _of_members)):
        for place, end in enumerate(ends):
            progress(way * len(ends) + place, 2 * len(ends))
            for paper, subject, first, last in papers(end):
                if _carries(end, paper, subject, first, last, target):
                    return ConfirmedPaper(end.club, end.area, paper, subject, first, last)
    raise AppError("union.code_unknown", letters=letters)


def describe(found: ConfirmedPaper) -> str:
    """The answer as a sentence."""
    told = translate(
        "papers", "{paper} of {club}, {area}, from {first} to {last}: agrees with what was sent."
    )
    return told.format(
        paper=" ".join(filter(None, (paper_label(found.paper), found.subject))),
        club=found.club,
        area=found.area or "–",
        first=format_day(found.first),
        last=format_day(found.last),
    )


def _month_ends(uow: UnitOfWork) -> list[_MonthEnd]:
    """Every month of every club, the newest first: most papers that are asked about are new."""
    rows = uow.session.execute(
        select(
            UnionClubRow.uuid,
            UnionClubRow.name,
            UnionClubRow.area,
            UnionClubRow.started_on,
            MonthFiguresRow.month,
            MonthFiguresRow.chain,
        )
        .join(
            MonthFiguresRow,
            (MonthFiguresRow.commune == UnionClubRow.commune)
            & (MonthFiguresRow.club == UnionClubRow.uuid),
        )
        .order_by(MonthFiguresRow.month.desc(), UnionClubRow.uuid)
    )
    return [
        _MonthEnd(uuid, club, area, started_on, Month.parse(month), chain)
        for uuid, club, area, started_on, month, chain in rows
    ]


def _of_the_club(end: _MonthEnd) -> Iterator[tuple[str, str, date, date]]:
    last = end.month.last_day
    for first in _beginnings(end):
        for paper in (*MONTHLY, "minutes"):
            yield paper, "", first, last
    for paper in DAILY:
        yield paper, "", last, last
    for paper in YEARLY:
        yield paper, "", date(end.month.year, 1, 1), date(end.month.year, 12, 31)


def _of_members(end: _MonthEnd) -> Iterator[tuple[str, str, date, date]]:
    for number in range(1, _MOST_MEMBERS + 1):
        member = f"M{number:03d}"
        for first in _beginnings(end):
            yield "member-statement", member, first, end.month.last_day


def _beginnings(end: _MonthEnd) -> tuple[date, ...]:
    """First days of usual papers that end with the month: month, quarter, year, the whole time."""
    month = end.month
    found = {month.first_day, end.started_on, date(month.year, 1, 1)}
    if month.number % 3 == 0:
        found.add(month.plus(-2).first_day)
    return tuple(sorted(found, reverse=True))


def _carries(
    end: _MonthEnd, paper: str, subject: str, first: date, last: date, target: int
) -> bool:
    text = paper_text(end.uuid, paper, first, last, subject) + end.chain
    digest = hashlib.sha256(text.encode()).digest()
    told: int = int.from_bytes(digest, "big") % 26**LENGTH
    return told == target
