"""Visits of the union's officer: drawn, planned, written down, followed up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from sqlalchemy import select, update

from app.base import clock
from app.base.errors import AppError
from app.domain import visits as rules
from app.domain.periods import Month
from app.domain.visits import Finding, Point, Visit, VisitPaper
from app.services import club_months, consolidation, register, supervision
from app.services.club_months import ClubMonths
from app.store.database import UnitOfWork
from app.store.supervision_tables import FindingRow, VisitPointRow, VisitRow
from app.store.union_tables import UnionClubRow

_GOOD = {True: "good", False: "wrong", None: ""}
_ANSWERS = {word: good for good, word in _GOOD.items()}


def draw(
    uow: UnitOfWork, *, clubs: int, entries: int, seed: str, on: date, area: str | None = None
) -> tuple[Visit, ...]:
    """Plan visits to a sample of the clubs on a day, each with entries to look up in its book.

    The same seed draws the same from the same register; what is planned already is not planned
    twice. Raises AppError ``union.nothing_to_draw``.
    """
    chosen = _sample(uow, clubs, seed, area)
    return tuple(_plan(uow, row, entries, seed, on) for row in chosen)


def sample(uow: UnitOfWork, *, clubs: int, seed: str, area: str | None = None) -> tuple[str, ...]:
    """The clubs that ``draw`` would plan visits to, by name; nothing is written.

    Raises AppError ``union.nothing_to_draw``.
    """
    return tuple(row.club.name for row in _sample(uow, clubs, seed, area))


def plan(uow: UnitOfWork, *, club: str, entries: int, seed: str, on: date) -> Visit:
    """Plan a visit to the club with this id, chosen and not drawn; its entries are drawn.

    Raises AppError ``union.nothing_to_draw`` for a club that has told of no month.
    """
    row = next((one for one in club_months.months(uow, club=club) if one.months), None)
    if row is None:
        raise AppError("union.nothing_to_draw")
    return _plan(uow, row, entries, seed, on)


def _sample(uow: UnitOfWork, clubs: int, seed: str, area: str | None) -> tuple[ClubMonths, ...]:
    month = consolidation.newest_month(uow) or supervision.usual_month()
    known = [row for row in club_months.months(uow, last=month, area=area) if row.months]
    if not known or clubs < 1:
        raise AppError("union.nothing_to_draw")
    return rules.drawn(known, clubs, seed)


def _plan(uow: UnitOfWork, row: ClubMonths, entries: int, seed: str, on: date) -> Visit:
    last = row.months[-1].month
    count = sum(facts.entries for facts in row.months)
    commune, club = row.club.key
    wanted = rules.points(count, entries, f"{seed} {club}")
    there = _planned(uow, club, seed, on, wanted)
    if there is not None:
        return there
    made = VisitRow(
        commune=commune, club=club, id=uuid4().hex[:8], on=on, seed=seed, month=str(last),
        drawn_at=clock.now(), visitors="", met="", begin="", end="", conclusion="",
    )  # fmt: skip
    uow.session.add(made)
    for point in wanted:
        uow.session.add(
            VisitPointRow(
                commune=commune,
                club=club,
                visit=made.id,
                number=point.number,
                kind=point.kind,
                subject=point.subject,
                answer="",
                note="",
            )
        )
    uow.session.flush()
    return visit(uow, code=made.id)


def _planned(
    uow: UnitOfWork, club: str, seed: str, on: date, wanted: tuple[Point, ...]
) -> Visit | None:
    """The visit of that day that the same seed drew before, of the same points."""
    same = select(VisitRow.id).where(
        VisitRow.club == club, VisitRow.seed == seed, VisitRow.on == on
    )
    drawn = (visit(uow, code=one) for one in uow.session.execute(same).scalars().all())
    asked = [(point.kind, point.subject) for point in wanted]
    return next(
        (one for one in drawn if [(point.kind, point.subject) for point in one.points] == asked),
        None,
    )


def visits(uow: UnitOfWork) -> tuple[Visit, ...]:
    """All visits, the newest first."""
    ids = uow.session.execute(select(VisitRow.id).order_by(VisitRow.on.desc(), VisitRow.id))
    return tuple(visit(uow, code=one) for one in ids.scalars().all())


def visit(uow: UnitOfWork, *, code: str) -> Visit:
    """One visit with its points and findings; raises AppError ``union.no_such_visit``."""
    row = uow.session.execute(select(VisitRow).where(VisitRow.id == code)).scalar_one_or_none()
    if row is None:
        raise AppError("union.no_such_visit", visit=code)
    club = uow.session.get_one(UnionClubRow, (row.commune, row.club))
    asked = select(VisitPointRow).where(VisitPointRow.visit == code).order_by(VisitPointRow.number)
    points = tuple(
        Point(point.number, point.kind, point.subject, _ANSWERS[point.answer], point.note)
        for point in uow.session.execute(asked).scalars()
    )
    return Visit(
        row.id, (row.commune, row.club), club.name, club.area, row.on, row.seed,
        Month.parse(row.month), points, findings(uow, of_visit=code), row.visitors, row.met,
        row.book_cash, row.counted_cash, row.conclusion, row.closed_at is not None,
    )  # fmt: skip


def answer(uow: UnitOfWork, *, code: str, number: int, good: bool | None, note: str = "") -> None:
    """Write down what was seen at one point; None while nobody has judged it.

    Raises AppError ``union.visit_closed``, ``union.no_such_point``.
    """
    found = _open(uow, code)
    if number not in {point.number for point in found.points}:
        raise AppError("union.no_such_point", number=number)
    uow.session.execute(
        update(VisitPointRow)
        .where(VisitPointRow.visit == code, VisitPointRow.number == number)
        .values(answer=_GOOD[good], note=note.strip())
    )


def write(uow: UnitOfWork, *, code: str, values: Mapping[str, str | int | None]) -> None:
    """Set ``visitors``, ``met``, ``book_cash``, ``counted_cash`` or ``conclusion``."""
    _open(uow, code)
    uow.session.execute(update(VisitRow).where(VisitRow.id == code).values(**values))


def close(uow: UnitOfWork, *, code: str) -> None:
    """The minutes are signed: nothing of the visit changes any more."""
    _open(uow, code)
    uow.session.execute(update(VisitRow).where(VisitRow.id == code).values(closed_at=clock.now()))


def find(uow: UnitOfWork, *, code: str, text: str, who: str, due: date) -> Finding:
    """Note what must be mended. Raises AppError ``union.finding_incomplete``."""
    seen = _open(uow, code)
    if not text.strip() or not who.strip():
        raise AppError("union.finding_incomplete")
    row = FindingRow(
        commune=seen.key[0], club=seen.key[1], id=uuid4().hex[:8], visit=code, found_on=seen.on,
        text=text.strip(), who=who.strip(), due=due, outcome="",
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    return _finding(row, seen.club)


def mend(uow: UnitOfWork, *, finding: str, outcome: str, on: date) -> None:
    """A finding is dealt with. Raises AppError ``union.no_such_finding``."""
    changed = uow.session.execute(
        update(FindingRow)
        .where(FindingRow.id == finding, FindingRow.done_on.is_(None))
        .values(done_on=on, outcome=outcome.strip())
        .returning(FindingRow.id)
    )
    if changed.first() is None:
        raise AppError("union.no_such_finding", finding=finding)


def findings(
    uow: UnitOfWork, *, of_visit: str | None = None, open_only: bool = False
) -> tuple[Finding, ...]:
    """What was found, what is due first standing first."""
    query = (
        select(FindingRow, UnionClubRow.name)
        .join(
            UnionClubRow,
            (UnionClubRow.commune == FindingRow.commune) & (UnionClubRow.uuid == FindingRow.club),
        )
        .order_by(FindingRow.due, FindingRow.id)
    )
    if of_visit is not None:
        query = query.where(FindingRow.visit == of_visit)
    if open_only:
        query = query.where(FindingRow.done_on.is_(None))
    return tuple(_finding(row, name) for row, name in uow.session.execute(query))


def paper(uow: UnitOfWork, *, code: str) -> VisitPaper:
    """What the checklist and the minutes print."""
    union = register.identity(uow)
    return VisitPaper(union.name, visit(uow, code=code), union.practice)


def _open(uow: UnitOfWork, code: str) -> Visit:
    found = visit(uow, code=code)
    if found.closed:
        raise AppError("union.visit_closed", visit=code)
    return found


def _finding(row: FindingRow, club: str) -> Finding:
    return Finding(row.id, club, row.text, row.who, row.found_on, row.due, row.done_on, row.outcome)
