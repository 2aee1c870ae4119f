"""The minutes of a closed meeting, held or not: everything its paper says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from app.base.errors import AppError
from app.domain.meetings import MeetingStatus
from app.domain.members import told_apart
from app.domain.minutes import AttendanceCount, Minutes
from app.domain.paper_numbers import month_number
from app.domain.periods import Month
from app.domain.rules import Rules, format_rule, rules_on
from app.services import check_codes, club, fund_statement, members, minutes_money
from app.store.club_tables import AttendanceRow, MeetingRow, MemberRow
from app.store.database import UnitOfWork


class NoMinutesError(AppError):
    """No closed meeting stands at that day or month."""


def minutes(uow: UnitOfWork, *, month: Month | None = None, meeting: date | None = None) -> Minutes:
    """The minutes of the meeting of a month or of a day; raises NoMinutesError."""
    query = select(MeetingRow)
    if meeting is not None:
        query = query.where(MeetingRow.on == meeting)
    else:
        query = query.where(MeetingRow.month == str(month))
    row = uow.session.execute(query).scalar()
    if row is None:
        wanted = meeting or (f"{month.number}/{month.year}" if month else "")
        raise NoMinutesError("minutes.no_meeting", wanted=wanted)
    own = Month.parse(row.month)
    last = max(own.last_day, row.on or own.last_day)
    common = Minutes(
        club=club.head(uow),
        month=own,
        on=row.on,
        status=row.status,
        number=month_number(own, club.started_on(uow)),
        reason=row.reason,
        check_code=check_codes.code(uow, paper="minutes", first=own.first_day, last=last),
    )
    if row.status == MeetingStatus.NOT_HELD or row.on is None:
        signers = members.signers(uow, on=own.last_day)
        return replace(common, chair=signers["chair"], secretary=signers["secretary"])
    return _with_money(uow, row, row.on, _with_words(uow, row, common))


def _with_words(uow: UnitOfWork, row: MeetingRow, common: Minutes) -> Minutes:
    """Who came, who led, what was said and decided."""
    people = {m.id: m.full_name for m in uow.session.execute(select(MemberRow)).scalars()}
    away = _away(uow, row.id, _names(uow, row.on))
    return replace(
        common,
        start=row.start,
        end=row.end,
        place=row.place,
        chair=people.get(row.chair_id or 0, ""),
        secretary=people.get(row.secretary_id or 0, ""),
        attendance=_count(uow, row.id),
        away=tuple((name, status) for name, status, _ in away),
        away_notes={name: note for name, _, note in away if note},
        guests=row.guests,
        activities=tuple(row.activities.split(";")) if row.activities else (),
        content=row.content,
        decisions=row.decisions,
        next_plan=row.next_plan,
        confirmed_by=tuple(row.confirmed_by.split("; ")) if row.confirmed_by else (),
    )


def _with_money(uow: UnitOfWork, row: MeetingRow, on: date, spoken: Minutes) -> Minutes:
    """The meeting's money, and what changed since the meeting before."""
    opening, closing = minutes_money.cash(uow, row.id, on)
    receipts, payments = minutes_money.named(uow, row.id)
    previous = _previous_day(uow, row)
    since = previous or club.started_on(uow)
    notes = fund_statement.corrections(uow, first=since, last=on)
    return replace(
        spoken,
        receipts=receipts,
        payments=payments,
        loans=minutes_money.loans_given(uow, row.id, _names(uow, on)),
        rule_changes=_rule_changes(uow, previous, on),
        corrections=tuple(note for note in notes if previous is None or note.on > previous),
        cash_opening=opening,
        cash_closing=closing,
        cash_count=minutes_money.cash_count(uow, row),
    )


def _previous_day(uow: UnitOfWork, row: MeetingRow) -> date | None:
    query = select(func.max(MeetingRow.on)).where(MeetingRow.on < row.on)
    return uow.session.execute(query).scalar()


def _count(uow: UnitOfWork, meeting_id: int) -> AttendanceCount:
    rows = uow.session.execute(
        select(AttendanceRow.status, func.count())
        .where(AttendanceRow.meeting_id == meeting_id)
        .group_by(AttendanceRow.status)
    )
    found = dict(rows.all())
    return AttendanceCount(
        **{name: found.get(name, 0) for name in AttendanceCount.__dataclass_fields__}
    )


def _names(uow: UnitOfWork, on: date | None) -> dict[str, str]:
    """The members of the day by code, those of one name told apart."""
    return told_apart(members.members(uow, on=on))


def _away(uow: UnitOfWork, meeting_id: int, names: dict[str, str]) -> list[tuple[str, str, str]]:
    """Those not present in person: name, how she was marked, what was noted beside her."""
    rows = uow.session.execute(
        select(MemberRow.code, AttendanceRow.status, AttendanceRow.note)
        .join(MemberRow, MemberRow.id == AttendanceRow.member_id)
        .where(AttendanceRow.meeting_id == meeting_id, AttendanceRow.status != "present")
        .order_by(MemberRow.code)
    )
    return [(names[code], status, note) for code, status, note in rows]


def _rule_changes(
    uow: UnitOfWork, previous: date | None, on: date
) -> tuple[tuple[str, str, str], ...]:
    """Rules that changed since the last meeting; the first rules of a book are no change."""
    if previous is None:
        return ()
    changes = club.rule_changes(uow)
    before, now = rules_on(changes, previous), rules_on(changes, on)
    return tuple(
        (key, format_rule(getattr(before, key)), format_rule(getattr(now, key)))
        for key in Rules.__dataclass_fields__
        if getattr(before, key) != getattr(now, key)
    )
