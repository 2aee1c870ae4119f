"""The record of a meeting that is over, held or not: written once, chained, never changed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, insert, select

from app.base import clock
from app.base.text import nfc, strip_controls
from app.domain.drafts import DraftMeeting, DraftText
from app.domain.meetings import MeetingStatus
from app.domain.periods import Month
from app.services import club, members
from app.services.locks import locked_until, refuse_locked
from app.services.meeting_sheet import DraftRefusedError
from app.store import chain
from app.store.club_tables import AttendanceRow, MeetingRow, NoteCountRow
from app.store.database import UnitOfWork
from app.store.stored_rows import insert_stored

_MEETINGS = MeetingRow.__table__
_LAST_NUMBER = select(func.max(_MEETINGS.c.id))


def record_held(uow: UnitOfWork, *, meeting: DraftMeeting, typed_by: str, confirmed_by: str) -> int:
    """Write a held meeting, its attendance and counted notes, chained; returns its number."""
    ids, text = members.ids(uow), meeting.text
    row = MeetingRow(
        month=str(meeting.month),
        on=meeting.on,
        status=MeetingStatus.HELD.value,
        reason="",
        start=text.start,
        end=text.end,
        place=text.place,
        chair_id=ids.get(text.chair),
        secretary_id=ids.get(text.secretary),
        guests=text.guests,
        content=text.content,
        decisions=text.decisions,
        next_plan=text.next_plan,
        activities=";".join(text.activities),
        typed_by=nfc(typed_by),
        confirmed_by=confirmed_by,
        cash_in_book=meeting.cash_expected if meeting.notes else None,
        closed_at=clock.now(),
    )
    marks = [(line.member.code, line.presence, line.note) for line in meeting.rows]
    _chain(uow, row, text=text, marks=marks, notes=list(meeting.notes.items()))
    insert_stored(uow, AttendanceRow, [(row.id, ids[code], *mark) for code, *mark in marks])
    insert_stored(uow, NoteCountRow, [(row.id, f, n) for f, n in meeting.notes.items()])
    return row.id


def record_not_held(uow: UnitOfWork, *, month: Month, reason: str, on: date | None = None) -> None:
    """Write down that a month had no meeting, and why; raises DraftRefusedError."""
    words = strip_controls(nfc(reason.strip()))
    if not words:
        raise DraftRefusedError("meeting.reason_missing")
    taken = select(MeetingRow.id).where(MeetingRow.month == str(month))
    if uow.session.execute(taken).scalar() is not None:
        raise DraftRefusedError("meeting.month_taken", month=str(month))
    refuse_locked(locked_until(uow), month.first_day)
    first = Month.of(club.started_on(uow))
    if not first <= month <= Month.of(clock.today()):
        raise DraftRefusedError("meeting.month_outside_book", month=str(month), first=str(first))
    row = MeetingRow(
        month=str(month),
        on=on,
        status=MeetingStatus.NOT_HELD.value,
        reason=words,
        start="",
        end="",
        place="",
        guests="",
        content="",
        decisions="",
        next_plan="",
        activities="",
        typed_by="",
        confirmed_by="",
        closed_at=clock.now(),
    )
    _chain(uow, row, text=DraftText(), marks=[], notes=[])


def _chain(
    uow: UnitOfWork,
    row: MeetingRow,
    *,
    text: DraftText,
    marks: list[chain.Mark],
    notes: list[tuple[int, int]],
) -> None:
    """Give a closed meeting its number and its link of the chain, and add it."""
    row.id = (uow.rows(_LAST_NUMBER).scalar() or 0) + 1
    form = chain.meeting_form(
        row,
        chair=text.chair or None,
        secretary=text.secretary or None,
        attendance=marks,
        notes=notes,
    )
    row.hash = chain.link(chain.head_of_meetings(uow.connection), form)
    values = {column.name: getattr(row, column.name) for column in _MEETINGS.c}
    uow.connection.execute(insert(MeetingRow), values)
    uow.topics.add("meeting")
