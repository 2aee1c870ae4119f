"""Find anything in a club's book by a few letters or digits, accents left aside.

A screen or a paper has its name from who draws it; here are the people, the loans and the entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.engine import Row

from app.base.text import name_sort_key, search_key
from app.services.vouchers import voucher_label
from app.store.club_tables import EntryRow, LoanRow, MemberRow
from app.store.database import UnitOfWork

EACH = 6
"""At most so many of each group: the next letter narrows them."""
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Found:
    """One thing of the book. ``group``: ``member``, ``loan`` or ``entry``; ``key``: the member's or
    loan's code, or the entry's number. ``amount`` in đồng, 0 for a member."""

    group: str
    key: str
    name: str
    birth_year: str = ""
    hamlet: str = ""
    on: date | None = None
    kind: str = ""
    amount: int = 0
    memo: str = ""
    voucher: str = ""


_PERSON = (MemberRow.full_name, MemberRow.birth, MemberRow.hamlet)
_ENTRY = EntryRow.__table__.c
_MEMBER = MemberRow.__table__.c
_NAMES = select(_MEMBER.id, _MEMBER.full_name)
_MEMOS = (
    select(_ENTRY.memo)
    .where(_ENTRY.memo != "")
    .group_by(_ENTRY.memo)
    .order_by(func.max(_ENTRY.on.op("||")(func.printf("%010d", _ENTRY.id))).desc())
)
"""Each memo once, that of the newest entry first: the newest few entries have the first few."""
_VOUCHER = func.lower(
    _ENTRY.voucher_series.op("||")(func.printf(" %02d/%d", _ENTRY.voucher_no, _ENTRY.voucher_year))
)
"""``voucher_label`` as it is sought."""
_NEWEST = (
    select(
        _ENTRY.id, _ENTRY.on, _ENTRY.kind, _ENTRY.amount, _ENTRY.memo,
        _ENTRY.voucher_series, _ENTRY.voucher_year, _ENTRY.voucher_no, *_PERSON,
    )
    .outerjoin(MemberRow, MemberRow.id == _ENTRY.member_id)
    .order_by(_ENTRY.on.desc(), _ENTRY.id.desc())
    .limit(EACH)
)  # fmt: skip


def find(uow: UnitOfWork, *, text: str) -> tuple[Found, ...]:
    """Members by name, loans by code or borrower, entries by amount, memo, name or voucher.

    The newest entries come first. Fewer than two letters find nothing.
    """
    sought = search_key(text)
    if len(sought) < _SHORTEST:
        return ()
    return (
        *islice(_members(uow, sought), EACH),
        *islice(_loans(uow, sought), EACH),
        *_entries(uow, sought),
    )


def _members(uow: UnitOfWork, sought: str) -> Iterator[Found]:
    rows = uow.session.scalars(select(MemberRow)).all()
    for row in sorted(rows, key=lambda row: name_sort_key(row.full_name)):
        if sought in search_key(f"{row.full_name} {row.birth[:4]} {row.hamlet} {row.code}"):
            yield Found("member", row.code, row.full_name, row.birth[:4], row.hamlet)


def _loans(uow: UnitOfWork, sought: str) -> Iterator[Found]:
    rows = uow.session.execute(
        select(LoanRow.code, LoanRow.on, LoanRow.principal, *_PERSON)
        .join(MemberRow, MemberRow.id == LoanRow.member_id)
        .order_by(LoanRow.on.desc(), LoanRow.id.desc())
    )
    for row in rows:
        if sought in search_key(f"{row.code} {row.full_name}") or _digits(sought) == row.principal:
            yield Found(
                "loan", row.code, row.full_name, row.birth[:4], row.hamlet, row.on,
                amount=row.principal,
            )  # fmt: skip


def _entries(uow: UnitOfWork, sought: str) -> Iterator[Found]:
    """The database reads the rows: each word of the book is only compared once here."""
    named = [row.id for row in uow.rows(_NAMES) if sought in search_key(row.full_name)]
    noted = (row.memo for row in uow.rows(_MEMOS) if sought in search_key(row.memo))
    wanted = or_(
        _ENTRY.amount == (_digits(sought) or 0),
        _ENTRY.member_id.in_(named),
        _ENTRY.memo.in_(list(islice(noted, EACH))),
        and_(_ENTRY.voucher_no.is_not(None), func.instr(_VOUCHER, sought) > 0),
    )
    for row in uow.rows(_NEWEST.where(wanted)):
        voucher = voucher_label(row.voucher_series, row.voucher_year, row.voucher_no)
        yield _entry(row, voucher)


def _entry(row: Row[*tuple[Any, ...]], voucher: str) -> Found:
    return Found(
        group="entry",
        key=str(row.id),
        name=row.full_name or "",
        birth_year=(row.birth or "")[:4],
        hamlet=row.hamlet or "",
        on=row.on,
        kind=row.kind,
        amount=row.amount,
        memo=row.memo,
        voucher=voucher,
    )


def _digits(sought: str) -> int | None:
    """An amount as people write it, 1.250.000 or 1250000; None for other words."""
    plain = sought.replace(".", "").replace(" ", "")
    return int(plain) if plain.isascii() and plain.isdigit() else None
