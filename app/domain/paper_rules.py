"""What a paper book's people, loans, meetings and attendance must obey (CONTRACT 3, Refused).

Pure: a book in, findings out. What its entries must obey stands in ``paper_entries``.
"""

from __future__ import annotations

from datetime import date

from app.domain.loan_state import REDUCING
from app.domain.meetings import MeetingStatus
from app.domain.members import born_after
from app.domain.paper_entries import check_entries, check_loans_given
from app.domain.paper_findings import Findings
from app.domain.periods import Month
from app.domain.running import GIVING, RunningBalances


def check(found: Findings) -> RunningBalances:
    """Put every breach into ``found``; the balances at the book's end as far as it holds."""
    _check_members(found)
    _check_loans(found)
    _check_meetings(found)
    _check_attendance(found)
    _check_extensions(found)
    return check_entries(found)


def _check_members(found: Findings) -> None:
    _check_codes(found, "members", [member.code for member in found.book.members])
    for index, member in enumerate(found.book.members):
        if member.left_on and member.left_on < member.joined_on:
            params = {"member": member.code, "joined_on": member.joined_on}
            found.refuse(
                "members", index, "left_on", "sheet.left_before_joined", on=member.left_on, **params
            )
        if born_after(member.birth, member.joined_on):
            params = {"text": member.birth, "joined_on": member.joined_on}
            found.refuse("members", index, "birth", "sheet.born_after_joined", **params)


def _check_codes(found: Findings, sheet: str, codes: list[str]) -> None:
    first: dict[str, int] = {}
    for index, code in enumerate(codes):
        if code in first:
            row = found.book.places.row(sheet, first[code])
            found.refuse(sheet, index, "code", "sheet.code_twice", code=code, first=row)
        first.setdefault(code, index)


def _check_loans(found: Findings) -> None:
    _check_codes(found, "loans", [loan.code for loan in found.book.loans])
    for index, loan in enumerate(found.book.loans):
        found.check_member("loans", index, "member", loan.member)
        if loan.guarantor:
            found.check_member("loans", index, "guarantor", loan.guarantor)
    taken_over = check_loans_given(found)
    for index, loan in enumerate(found.book.loans):
        member, on = found.members.get(loan.member), loan.terms.on
        if member is None or loan.code in taken_over or member.is_member(on):
            continue
        params = {"loan": loan.code, "member": member.code, "on": on}
        found.refuse("loans", index, "on", "sheet.loan_of_no_member", **params)


def _check_meetings(found: Findings) -> None:
    start = Month.of(found.book.details.started_on)
    months: dict[Month, int] = {}
    days: dict[date, int] = {}
    for index, meeting in enumerate(found.book.meetings):
        if meeting.month in months:
            row = found.book.places.row("meetings", months[meeting.month])
            params = {"month": meeting.month, "first": row}
            found.refuse("meetings", index, "month", "sheet.month_twice", **params)
        months.setdefault(meeting.month, index)
        if meeting.month < start:
            params = {"month": meeting.month, "start": start}
            found.refuse("meetings", index, "month", "sheet.month_before_start", **params)
        if meeting.on is not None:
            _check_meeting_day(found, index, meeting.month, meeting.on, days)
        for column, code in (("chair", meeting.chair), ("secretary", meeting.secretary)):
            if code:
                found.check_member("meetings", index, column, code)


def _check_meeting_day(
    found: Findings, index: int, month: Month, on: date, days: dict[date, int]
) -> None:
    if on in days:
        row = found.book.places.row("meetings", days[on])
        found.refuse("meetings", index, "on", "sheet.meeting_day_twice", on=on, first=row)
    days.setdefault(on, index)
    if Month.of(on) not in (month, month.plus(1)):
        found.refuse("meetings", index, "on", "sheet.meeting_day_far", on=on, month=month)


def _check_attendance(found: Findings) -> None:
    held = {m.on for m in found.book.meetings if m.status == MeetingStatus.HELD and m.on}
    seen: dict[tuple[date, str], int] = {}
    for index, row in enumerate(found.book.attendance):
        if not _known_meeting(found, row.meeting, held):
            found.refuse(
                "attendance", index, "meeting", "sheet.meeting_unknown", meeting=row.meeting
            )
        params = {"member": row.member, "on": row.meeting}
        known = found.check_member("attendance", index, "member", row.member)
        if known and not found.members[row.member].is_member(row.meeting):
            found.refuse("attendance", index, "member", "sheet.attendance_of_nobody", **params)
        key = (row.meeting, row.member)
        if key in seen:
            first = found.book.places.row("attendance", seen[key])
            found.refuse(
                "attendance", index, "member", "sheet.attendance_twice", first=first, **params
            )
        seen.setdefault(key, index)
    _check_lists(found, {day for day, _ in seen})


def _known_meeting(found: Findings, day: date, held: set[date]) -> bool:
    return day in held or day.isoformat() in found.unread.get("meetings", ())


def _check_lists(found: Findings, listed: set[date]) -> None:
    """Every held meeting has attendance."""
    unread = found.unread.get("attendance", ())
    for index, meeting in enumerate(found.book.meetings):
        if meeting.status != MeetingStatus.HELD or meeting.on is None:
            continue
        if meeting.on not in listed and meeting.on.isoformat() not in unread:
            params = {"on": meeting.on, "month": meeting.month}
            found.refuse("meetings", index, "on", "sheet.held_without_attendance", **params)


def _check_extensions(found: Findings) -> None:
    """An extension is of a loan still owed that day, and later than the one before it."""
    last: dict[str, date] = {}
    for index, row in enumerate(found.book.extensions):
        on, loan = row.extension.on, row.loan
        if not found.knows_loan(loan):
            found.refuse("extensions", index, "loan", "sheet.loan_unknown", loan=loan)
        elif loan in last and on <= last[loan]:
            params = {"loan": loan, "on": on, "last": last[loan]}
            found.refuse("extensions", index, "on", "sheet.extension_order", **params)
        elif loan not in found.unread.get("given", ()) and not _owed(found, loan, on):
            found.refuse("extensions", index, "on", "sheet.extension_of_nothing", loan=loan, on=on)
        last[loan] = max(on, last.get(loan, on))


def _owed(found: Findings, loan: str, day: date) -> bool:
    """Whether something is owed on a day, or when the loan is taken over later than that."""
    entries = [entry for entry in found.book.entries if entry.loan == loan]
    taken_over = [entry.on for entry in entries if entry.kind == "opening_loan"]
    last, owed = max([day, *taken_over]), 0
    for entry in entries:
        if entry.on <= last:
            sign = (entry.kind in GIVING) - (entry.kind in REDUCING)
            owed += sign * found.book.signed_amount(entry)
    return owed > 0
