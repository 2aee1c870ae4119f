"""Reading an open meeting: its words, its sheet of members, its money, the box.

Changes nothing; ``meetings`` writes. What each member owes comes from ``dues``.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from app.base.errors import AppError
from app.domain.drafts import (
    COLLECTED,
    PAYABLE,
    DraftLine,
    DraftLoan,
    DraftMeeting,
    DraftText,
    SheetRow,
)
from app.domain.fund import KINDS
from app.domain.members import Member
from app.domain.periods import Month
from app.services import dues, fund, members
from app.store.club_tables import LoanRow, MemberRow
from app.store.database import UnitOfWork
from app.store.draft_tables import (
    DraftAttendanceRow,
    DraftLineRow,
    DraftLoanRow,
    DraftMeetingRow,
    DraftNoteRow,
)


class DraftRefusedError(AppError):
    """A meeting that can't be opened, or a change the open meeting can't take."""


def row_of(uow: UnitOfWork, draft_id: int) -> DraftMeetingRow:
    """The open meeting's row; raises DraftRefusedError once it is closed or cancelled."""
    row = uow.session.get(DraftMeetingRow, draft_id)
    if row is None:
        raise DraftRefusedError("meeting.not_open")
    return row


def draft(uow: UnitOfWork, *, draft_id: int) -> DraftMeeting:
    """Everything of an open meeting, with what each member owes that month."""
    row = row_of(uow, draft_id)
    month = Month.parse(row.month)
    lines, loans = _lines(uow, draft_id), _loans(uow, draft_id)
    before = fund.balances(uow, on=row.on).cash
    moved = sum(KINDS[line.kind].cash * line.amount for line in lines)
    given = sum(loan.principal for loan in loans)
    return DraftMeeting(
        id=draft_id,
        month=month,
        on=row.on,
        step=row.step,
        typed_by=row.typed_by,
        text=_text(uow, row),
        rows=_sheet(uow, draft_id, month, row.on, lines),
        collected=tuple(filter(is_collected, lines)),
        lines=tuple(line for line in lines if not is_collected(line)),
        loans=loans,
        notes=_notes(uow, draft_id),
        cash_before=before,
        cash_expected=before + moved - given,
    )


def _text(uow: UnitOfWork, row: DraftMeetingRow) -> DraftText:
    codes = {key: code for code, key in members.ids(uow).items()}
    return DraftText(
        start=row.start,
        end=row.end,
        place=row.place,
        chair=codes.get(row.chair_id or 0, ""),
        secretary=codes.get(row.secretary_id or 0, ""),
        guests=row.guests,
        content=row.content,
        decisions=row.decisions,
        next_plan=row.next_plan,
        activities=tuple(row.activities.split(";")) if row.activities else (),
        count_note=row.count_note,
    )


def is_collected(line: DraftLine) -> bool:
    """Whether a line stands in a cell of the members' sheet."""
    return line.kind in COLLECTED and line.member is not None


def _sheet(
    uow: UnitOfWork, draft_id: int, month: Month, on: date, lines: tuple[DraftLine, ...]
) -> tuple[SheetRow, ...]:
    marks = uow.session.execute(
        select(MemberRow.code, DraftAttendanceRow.status, DraftAttendanceRow.note)
        .join(MemberRow, MemberRow.id == DraftAttendanceRow.member_id)
        .where(DraftAttendanceRow.draft_id == draft_id)
    )
    marked = {code: (status, note) for code, status, note in marks}
    paid: dict[str, dict[str, int]] = {}
    for line in lines:
        if line.kind not in PAYABLE or line.member is None:
            continue
        cells = paid.setdefault(line.member, {})
        cells[line.kind] = cells.get(line.kind, 0) + line.amount
    asked = dues.asked(uow, month=month)

    def sheet_row(member: Member) -> SheetRow:
        due = asked.get(member.code, dues.NOTHING)
        presence, note = marked.get(member.code, ("", ""))
        return SheetRow(
            member=member,
            presence=presence,
            due=due.by_kind,
            paid=paid.get(member.code, {}),
            outstanding=due.outstanding,
            note=note,
        )

    return tuple(sheet_row(member) for member in members.members(uow, on=on))


def _lines(uow: UnitOfWork, draft_id: int) -> tuple[DraftLine, ...]:
    rows = uow.session.execute(
        select(
            DraftLineRow.id,
            DraftLineRow.kind,
            DraftLineRow.amount,
            DraftLineRow.fund,
            MemberRow.code,
            LoanRow.code,
            DraftLineRow.memo,
        )
        .outerjoin(MemberRow, MemberRow.id == DraftLineRow.member_id)
        .outerjoin(LoanRow, LoanRow.id == DraftLineRow.loan_id)
        .where(DraftLineRow.draft_id == draft_id)
        .order_by(DraftLineRow.id)
    )
    return tuple(DraftLine(*row) for row in rows)


def _loans(uow: UnitOfWork, draft_id: int) -> tuple[DraftLoan, ...]:
    people = {row.id: row for row in uow.session.execute(select(MemberRow)).scalars()}
    rows = uow.session.execute(
        select(DraftLoanRow).where(DraftLoanRow.draft_id == draft_id).order_by(DraftLoanRow.id)
    ).scalars()
    return tuple(
        DraftLoan(
            id=row.id,
            member=people[row.member_id].code,
            name=people[row.member_id].full_name,
            principal=row.principal,
            rate_bp=row.rate_bp,
            method=row.method,
            term_months=row.term_months,
            grace_months=row.grace_months,
            purpose=row.purpose,
            guarantor=people[row.guarantor_id].code if row.guarantor_id else None,
        )
        for row in rows
    )


def _notes(uow: UnitOfWork, draft_id: int) -> dict[int, int]:
    rows = uow.session.execute(
        select(DraftNoteRow.face, DraftNoteRow.count)
        .where(DraftNoteRow.draft_id == draft_id)
        .order_by(DraftNoteRow.face.desc())
    )
    return dict(rows.all())
