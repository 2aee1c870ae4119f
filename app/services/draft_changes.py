"""Making changes of an open meeting once more, or taking them back: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select

from app.domain.draft_changes import DraftChange
from app.domain.drafts import DraftLine, DraftLoan
from app.services import meetings, members
from app.services.meeting_sheet import draft, row_of
from app.store.database import UnitOfWork
from app.store.draft_tables import DraftLineRow, DraftLoanRow


def put(uow: UnitOfWork, *, draft_id: int, changes: Sequence[DraftChange]) -> None:
    """Bring everything that ``changes`` name to what it is after them.

    Raises DraftRefusedError when the meeting can't have that any more.
    """
    row_of(uow, draft_id)
    for change in changes:
        if change.part == "presence":
            meetings.set_presence(
                uow, draft_id=draft_id, member=change.key, status=str(change.after or "")
            )
        elif change.part == "member_note":
            note = str(change.after or "")
            meetings.set_member_note(uow, draft_id=draft_id, member=change.key, note=note)
        elif change.part == "notes":
            count = change.after if isinstance(change.after, int) else None
            meetings.set_notes(uow, draft_id=draft_id, face=int(change.key), count=count)
        elif change.part == "text":
            meetings.set_text(uow, draft_id=draft_id, name=change.key, value=change.after)
        else:
            _put_money(uow, draft_id, change)


def _put_money(uow: UnitOfWork, draft_id: int, change: DraftChange) -> None:
    before, after = change.before, change.after
    if isinstance(before, DraftLine):
        _take_line(uow, draft_id, before)
    elif isinstance(before, DraftLoan):
        loans = draft(uow, draft_id=draft_id).loans
        same = [loan.id for loan in loans if _values(loan) == _values(before)]
        uow.session.execute(delete(DraftLoanRow).where(DraftLoanRow.id.in_(same[-1:])))
    if isinstance(after, DraftLine):
        meetings.add_line(uow, draft_id=draft_id, **_values(after))
    elif isinstance(after, DraftLoan):
        values = {name: value for name, value in _values(after).items() if name != "name"}
        meetings.add_loan(uow, draft_id=draft_id, **values)


def _take_line(uow: UnitOfWork, draft_id: int, line: DraftLine) -> None:
    """Take one line out that says the same, the last of them."""
    member = members.member_id(uow, line.member) if line.member else None
    query = (
        select(DraftLineRow.id)
        .where(
            DraftLineRow.draft_id == draft_id,
            DraftLineRow.kind == line.kind,
            DraftLineRow.amount == line.amount,
            DraftLineRow.fund == line.fund,
            DraftLineRow.memo == line.memo,
            DraftLineRow.member_id == member,
            DraftLineRow.loan_id == meetings.loan_id(uow, line.loan),
        )
        .order_by(DraftLineRow.id.desc())
    )
    found = uow.session.execute(query).scalars().first()
    if found is not None:
        meetings.remove_line(uow, line_id=found)


def _values(row: DraftLine | DraftLoan) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name != "id"}
