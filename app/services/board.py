"""Terms of office: who is elected, who hands over, who held an office on a past day.

Who holds one today stands with the member (``members``); terms keep what was before.
"""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select, update

from app.base import clock
from app.base.errors import AppError
from app.base.text import nfc, one_line
from app.domain.members import BOARD_ROLES
from app.domain.succession import BoardTerm
from app.services import club, members
from app.store.club_tables import MemberRow
from app.store.database import UnitOfWork
from app.store.lending_tables import BoardTermRow


class OfficeRefusedError(AppError):
    """An office that can't be given so."""


def elect(uow: UnitOfWork, *, role: str, member: str, from_on: date, decision: str = "") -> None:
    """From a day on a member holds an office; whoever held it hands over the day before.

    Raises OfficeRefusedError for an unknown office, somebody who is no member that day, or a day
    that is to come or not after the last change of that office.
    """
    person = members.by_code(uow).get(member)
    if role not in BOARD_ROLES:
        raise OfficeRefusedError("board.role_unknown", role=role)
    if person is None or not person.is_member(from_on):
        raise OfficeRefusedError("board.not_a_member", member=member, on=from_on)
    if from_on > clock.today():
        raise OfficeRefusedError("entry.in_future", on=from_on)
    last = max((term.from_on for term in terms(uow) if term.role == role), default=None)
    if last is not None and from_on <= last:
        raise OfficeRefusedError("board.not_after_last", on=last)
    for other in members.members(uow):
        if other.role == role and other.code != member:
            _end(uow, other.code, role, from_on - timedelta(days=1))
    if person.role in BOARD_ROLES and person.role != role:
        _end(uow, member, person.role, from_on - timedelta(days=1))
    key = members.member_id(uow, member)
    _set_role(uow, key, role)
    words = one_line(nfc(decision))
    uow.session.add(BoardTermRow(member_id=key, role=role, from_on=from_on, decision=words))
    uow.session.flush()


def step_down(uow: UnitOfWork, *, member: str, on: date) -> None:
    """A member holds no office after a day; without one nothing happens."""
    person = members.by_code(uow).get(member)
    if person is not None and person.role in BOARD_ROLES:
        _end(uow, member, person.role, on)


def _end(uow: UnitOfWork, member: str, role: str, until: date) -> None:
    """Close a term; one the book has no beginning of began when the member, or the book, did."""
    key = members.member_id(uow, member)
    row = uow.session.execute(
        select(BoardTermRow).where(
            BoardTermRow.member_id == key,
            BoardTermRow.role == role,
            BoardTermRow.until_on.is_(None),
        )
    ).scalar()
    if row is None:
        joined = members.by_code(uow)[member].joined_on
        begun = min(until, max(joined, club.started_on(uow)))
        row = BoardTermRow(member_id=key, role=role, from_on=begun)
        uow.session.add(row)
    row.until_on = until
    _set_role(uow, key, "member")
    uow.session.flush()


def _set_role(uow: UnitOfWork, key: int, role: str) -> None:
    uow.session.execute(update(MemberRow).where(MemberRow.id == key).values(role=role))


def terms(uow: UnitOfWork) -> tuple[BoardTerm, ...]:
    """Every term of office the book knows, by day."""
    rows = uow.session.execute(
        select(
            BoardTermRow.role,
            MemberRow.code,
            MemberRow.full_name,
            BoardTermRow.from_on,
            BoardTermRow.until_on,
            BoardTermRow.decision,
        )
        .join(MemberRow, MemberRow.id == BoardTermRow.member_id)
        .order_by(BoardTermRow.from_on, BoardTermRow.id)
    )
    return tuple(BoardTerm(*row) for row in rows)
