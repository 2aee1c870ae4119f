"""The open meeting: a draft, stored field by field, changed freely, in no report.

Reading it stands in ``meeting_sheet``; turning it into entries in ``closing``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select

from app.base import clock
from app.base.text import nfc, one_line, strip_controls
from app.domain.drafts import PAYABLE, DraftText
from app.domain.fund import KINDS
from app.domain.loans import LoanTerms, Method
from app.domain.meetings import NOTES, Presence
from app.domain.periods import Month
from app.services import club, dues, members
from app.services.lending import loan_doubts as loan_doubts
from app.services.locks import locked_until, refuse_locked
from app.services.meeting_sheet import DraftRefusedError as DraftRefusedError
from app.services.meeting_sheet import draft as draft
from app.services.meeting_sheet import row_of
from app.services.months import open_drafts as open_drafts
from app.store.club_tables import LoanRow, MeetingRow
from app.store.database import UnitOfWork
from app.store.draft_tables import (
    DraftAttendanceRow,
    DraftLineRow,
    DraftLoanRow,
    DraftMeetingRow,
    DraftNoteRow,
)

PEOPLE = {"chair": "chair_id", "secretary": "secretary_id"}
PROSE = ("content", "decisions", "next_plan")
"""Fields of several lines; all others stand in one."""
PRESENT = (Presence.PRESENT.value, Presence.REPRESENTED.value)


def open_meeting(uow: UnitOfWork, *, month: Month, on: date, typed_by: str = "") -> int:
    """Open the meeting of a month; returns the draft's number.

    Place, start, chair and secretary are taken from the last meeting and the board. Raises
    DraftRefusedError when the month has a meeting, MonthLockedError when it is locked.
    """
    taken = uow.session.execute(select(MeetingRow.id).where(MeetingRow.month == str(month)))
    if taken.scalar() is not None:
        raise DraftRefusedError("meeting.month_taken", month=str(month))
    open_one = uow.session.execute(
        select(DraftMeetingRow.id).where(DraftMeetingRow.month == str(month))
    ).scalar()
    if open_one is not None:
        return open_one
    _check_day(uow, month, on)
    last = uow.session.execute(
        select(MeetingRow.place, MeetingRow.start)
        .where(MeetingRow.status == "held", MeetingRow.on < on)
        .order_by(MeetingRow.on.desc())
    ).first()
    board, ids = members.board(uow, on=on), members.ids(uow)
    row = DraftMeetingRow(
        month=str(month),
        on=on,
        typed_by=nfc(typed_by),
        place=last.place if last else "",
        start=last.start if last else "",
        chair_id=ids[board["chair"].code] if "chair" in board else None,
        secretary_id=ids[board["secretary"].code] if "secretary" in board else None,
        opened_at=clock.now(),
    )
    uow.session.add(row)
    uow.session.flush()
    return row.id


def _check_day(uow: UnitOfWork, month: Month, on: date) -> None:
    """A meeting's day lies in its month or the one after, in an open month, not ahead."""
    refuse_locked(locked_until(uow), month.first_day)
    refuse_locked(locked_until(uow), on)
    if Month.of(on) not in (month, month.plus(1)):
        raise DraftRefusedError("meeting.day_outside_month", on=on, month=str(month))
    if on > clock.today():
        raise DraftRefusedError("meeting.in_future", on=on)
    started = club.started_on(uow)
    if on < started:
        raise DraftRefusedError("meeting.before_book", on=on, started_on=started)
    taken = uow.session.execute(select(MeetingRow.id).where(MeetingRow.on == on)).scalar()
    if taken is not None:
        raise DraftRefusedError("meeting.day_taken", on=on)


def set_text(uow: UnitOfWork, *, draft_id: int, name: str, value: object) -> None:
    """Store one field of the meeting: a name of ``DraftText``, or ``on``, ``step``, ``typed_by``.

    ``value`` is a text, for ``activities`` a tuple of codes, for ``on`` a day, for ``step`` an
    int. Raises DraftRefusedError for a day the meeting can't have.
    """
    row = row_of(uow, draft_id)
    if name == "on" and isinstance(value, date):
        _check_day(uow, Month.parse(row.month), value)
        row.on = value
    elif name == "step" and isinstance(value, int):
        row.step = value
    elif name == "activities" and isinstance(value, tuple):
        row.activities = ";".join(value)
    elif name in PEOPLE:
        key = members.member_id(uow, str(value)) if value else None
        setattr(row, PEOPLE[name], key)
    elif name in PROSE:
        setattr(row, name, strip_controls(nfc(str(value))))
    elif name in (*DraftText.__dataclass_fields__, "typed_by"):
        setattr(row, name, one_line(str(value)))
    else:
        raise DraftRefusedError("meeting.field_unknown", name=name)
    uow.session.flush()


def set_presence(uow: UnitOfWork, *, draft_id: int, member: str, status: str) -> None:
    """Whether a member came; an empty status takes the mark away."""
    row_of(uow, draft_id)
    _put_presence(uow, draft_id, members.member_id(uow, member), status)


def _put_presence(uow: UnitOfWork, draft_id: int, member_id: int, status: str) -> None:
    note = _mark(uow, draft_id, member_id)[1]
    _put_mark(uow, draft_id, member_id, Presence(status).value if status else "", note)


def set_member_note(uow: UnitOfWork, *, draft_id: int, member: str, note: str) -> None:
    """What is noted beside a member's name, in one line; an empty text takes it away."""
    row_of(uow, draft_id)
    key = members.member_id(uow, member)
    _put_mark(uow, draft_id, key, _mark(uow, draft_id, key)[0], one_line(note))


def _mark(uow: UnitOfWork, draft_id: int, member_id: int) -> tuple[str, str]:
    """How a member is marked and what is noted beside her; both empty without a row."""
    found = uow.session.get(DraftAttendanceRow, (draft_id, member_id))
    return (found.status, found.note) if found is not None else ("", "")


def _put_mark(uow: UnitOfWork, draft_id: int, member_id: int, status: str, note: str) -> None:
    """A row as long as it says anything."""
    found = uow.session.get(DraftAttendanceRow, (draft_id, member_id))
    if found is None:
        found = DraftAttendanceRow(draft_id=draft_id, member_id=member_id)
        if status or note:
            uow.session.add(found)
    elif not (status or note):
        uow.session.delete(found)
    found.status, found.note = status, note
    uow.session.flush()


def all_present(uow: UnitOfWork, *, draft_id: int) -> None:
    """Mark everybody on the list who has no mark yet as present."""
    row = row_of(uow, draft_id)
    ids = members.ids(uow)
    for member in members.members(uow, on=row.on):
        if not _mark(uow, draft_id, ids[member.code])[0]:
            _put_presence(uow, draft_id, ids[member.code], Presence.PRESENT.value)


def set_paid(uow: UnitOfWork, *, draft_id: int, member: str, kind: str, amount: int) -> None:
    """Put what a member paid into her cell of the sheet; 0 makes it empty.

    Money on loans goes to her oldest loan first. Raises DraftRefusedError when she owes less.
    """
    row = row_of(uow, draft_id)
    if kind not in PAYABLE or amount < 0:
        raise DraftRefusedError("amount.not_positive", amount=amount)
    key = members.member_id(uow, member)
    uow.session.execute(
        delete(DraftLineRow).where(
            DraftLineRow.draft_id == draft_id,
            DraftLineRow.member_id == key,
            DraftLineRow.kind == kind,
        )
    )
    parts: list[tuple[str | None, int]] = [(None, amount)]
    if KINDS[kind].loan:
        parts = dues.spread(
            uow, member=member, kind=kind, amount=amount, month=Month.parse(row.month)
        )
    for loan, part in parts:
        if part:
            add_line(uow, draft_id=draft_id, kind=kind, amount=part, member=member, loan=loan)


def set_paid_cells(
    uow: UnitOfWork, *, draft_id: int, cells: Sequence[tuple[str, str, int]]
) -> None:
    """Fill several cells, each a member's code, a kind and an amount: all of them, or none.

    Raises what ``set_paid`` raises.
    """
    for member, kind, amount in cells:
        set_paid(uow, draft_id=draft_id, member=member, kind=kind, amount=amount)


def accept_all(uow: UnitOfWork, *, draft_id: int) -> None:
    """Everybody who came, or sent somebody, pays what is due and not typed yet."""
    for row in draft(uow, draft_id=draft_id).rows:
        if row.presence not in PRESENT:
            continue
        for kind, due in row.due.items():
            if due and kind not in row.paid:
                set_paid(uow, draft_id=draft_id, member=row.member.code, kind=kind, amount=due)


def add_line(
    uow: UnitOfWork,
    *,
    draft_id: int,
    kind: str,
    amount: int,
    fund: str = "",
    member: str | None = None,
    loan: str | None = None,
    memo: str = "",
) -> int:
    """Add money to the open meeting; returns the line's number."""
    row_of(uow, draft_id)
    if amount <= 0:
        raise DraftRefusedError("amount.not_positive", amount=amount)
    row = DraftLineRow(
        draft_id=draft_id,
        kind=kind,
        amount=amount,
        fund=fund,
        member_id=members.member_id(uow, member) if member else None,
        loan_id=loan_id(uow, loan),
        memo=one_line(memo),
    )
    uow.session.add(row)
    uow.session.flush()
    return row.id


def loan_id(uow: UnitOfWork, code: str | None) -> int | None:
    """The key of a loan's row, None for no loan; raises DraftRefusedError."""
    if code is None:
        return None
    found = uow.session.execute(select(LoanRow.id).where(LoanRow.code == code)).scalar()
    if found is None:
        raise DraftRefusedError("loan.unknown", loan=code)
    return found


def remove_line(uow: UnitOfWork, *, line_id: int) -> None:
    uow.session.execute(delete(DraftLineRow).where(DraftLineRow.id == line_id))


def add_loan(
    uow: UnitOfWork,
    *,
    draft_id: int,
    member: str,
    principal: int,
    rate_bp: int,
    method: str,
    term_months: int,
    grace_months: int = 0,
    purpose: str = "",
    guarantor: str | None = None,
) -> int:
    """A loan this meeting gives; returns its number in the draft. Raises BadTermsError."""
    row = row_of(uow, draft_id)
    LoanTerms(row.on, principal, rate_bp, Method(method), term_months, grace_months).check()
    loan = DraftLoanRow(
        draft_id=draft_id,
        member_id=members.member_id(uow, member),
        principal=principal,
        rate_bp=rate_bp,
        method=method,
        term_months=term_months,
        grace_months=grace_months,
        purpose=one_line(purpose),
        guarantor_id=members.member_id(uow, guarantor) if guarantor else None,
    )
    uow.session.add(loan)
    uow.session.flush()
    return loan.id


def remove_loan(uow: UnitOfWork, *, loan_id: int) -> None:
    uow.session.execute(delete(DraftLoanRow).where(DraftLoanRow.id == loan_id))


def set_notes(uow: UnitOfWork, *, draft_id: int, face: int, count: int | None) -> None:
    """How many banknotes of one face were counted; None takes the count away."""
    row_of(uow, draft_id)
    if face not in NOTES or (count is not None and not 0 <= count <= 10**6):
        raise DraftRefusedError("notes.unreadable", face=face)
    uow.session.execute(
        delete(DraftNoteRow).where(DraftNoteRow.draft_id == draft_id, DraftNoteRow.face == face)
    )
    if count is not None:
        uow.session.add(DraftNoteRow(draft_id=draft_id, face=face, count=count))
    uow.session.flush()


def cancel_meeting(uow: UnitOfWork, *, draft_id: int) -> None:
    """Throw an open meeting away, with all that was typed for it."""
    row_of(uow, draft_id)
    empty(uow, draft_id)


def empty(uow: UnitOfWork, draft_id: int) -> None:
    """Remove a draft and everything of it."""
    for table in (DraftAttendanceRow, DraftLineRow, DraftLoanRow, DraftNoteRow):
        uow.session.execute(delete(table).where(table.draft_id == draft_id))
    uow.session.execute(delete(DraftMeetingRow).where(DraftMeetingRow.id == draft_id))
