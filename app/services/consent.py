"""Consent of the members to keeping their data: what they signed, and what they took back.

Never assumed: who has no row has not agreed. Every row stays as evidence; the newest counts.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.base.text import nfc, one_line
from app.domain.consent import PURPOSES, SHEET, Consent
from app.services import members
from app.store.club_tables import MemberRow
from app.store.database import UnitOfWork
from app.store.people_tables import ConsentRow

_CONSENT, _MEMBER = ConsentRow.__table__.c, MemberRow.__table__.c
_HISTORY = (
    select(
        _MEMBER.code,
        _CONSENT.on,
        _CONSENT.purposes,
        _CONSENT.sheet,
        _CONSENT.kept_at,
        _CONSENT.recorded_by,
    )
    .join_from(ConsentRow.__table__, MemberRow.__table__, _MEMBER.id == _CONSENT.member_id)
    .order_by(_CONSENT.id)
)


def history(uow: UnitOfWork, *, member: str | None = None) -> tuple[Consent, ...]:
    """Everything that was signed or taken back, in the order it was written down."""
    return tuple(
        Consent(
            row.code, row.on, tuple(filter(None, row.purposes.split(";"))), row.sheet, row.kept_at,
            row.recorded_by,
        )
        for row in uow.rows(_HISTORY)
        if member in (None, row.code)
    )  # fmt: skip


def standing(uow: UnitOfWork) -> dict[str, Consent]:
    """What counts now, by member's code; who never signed is not in it."""
    return {consent.member: consent for consent in history(uow)}


def missing(uow: UnitOfWork, *, on: date) -> tuple[str, ...]:
    """Members of a day, by name, who have not agreed to be in the club's book at all."""
    agreed = {code for code, found in standing(uow).items() if PURPOSES[0] in found.purposes}
    return tuple(m.code for m in members.members(uow, on=on) if m.code not in agreed)


def record(
    uow: UnitOfWork,
    *,
    people: Collection[str],
    on: date,
    purposes: Collection[str],
    kept_at: str = "",
    by: str = "",
) -> None:
    """Members signed the sheet: each agrees to ``purposes``, and to nothing else from then on.

    Raises InvalidError when nobody or no purpose is chosen, or the day is to come;
    UnknownMemberError.
    """
    problems = []
    if not people:
        problems.append(Problem("choice.missing", field="people"))
    if not purposes:
        problems.append(Problem("consent.no_purpose", field="purposes"))
    if on > clock.today():
        problems.append(Problem("entry.in_future", {"on": on}, "on"))
    if problems:
        raise InvalidError(problems)
    kept = one_line(nfc(kept_at))
    for code in people:
        _add(uow, code, on, tuple(p for p in PURPOSES if p in purposes), kept, by)


def withdraw(uow: UnitOfWork, *, member: str, on: date, by: str = "") -> None:
    """A member takes her consent back: what the law asks to be kept of money stays."""
    _add(uow, member, on, (), "", by)


def _add(
    uow: UnitOfWork, code: str, on: date, purposes: tuple[str, ...], kept_at: str, by: str
) -> None:
    uow.session.add(
        ConsentRow(
            member_id=members.member_id(uow, code),
            on=on,
            purposes=";".join(purposes),
            sheet=SHEET if purposes else "",
            kept_at=kept_at,
            recorded_at=clock.now(),
            recorded_by=one_line(nfc(by)),
        )
    )
    uow.session.flush()
