"""Members seen together: attendance, indicators, one member's passbook."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import bindparam, case, func, select

from app.domain.attendance import Attendance, MeetingAttendance
from app.domain.fund import Account
from app.domain.fund_statement import Span
from app.domain.indicators import Indicators
from app.domain.meetings import ACTIVITIES, attendance_rate
from app.domain.member_statement import MemberLine, MemberStatement
from app.domain.members import count_members
from app.domain.money import ratio_bp
from app.domain.paper_numbers import month_number
from app.domain.periods import Month
from app.services import check_codes, club, fund, loans, members
from app.store.club_tables import AttendanceRow, EntryRow, LoanRow, MeetingRow, PostingRow
from app.store.database import UnitOfWork

_ENTRY, _POSTING = EntryRow.__table__.c, PostingRow.__table__.c
_MEETING, _MARK = MeetingRow.__table__.c, AttendanceRow.__table__.c
_LINES = (
    select(_ENTRY.on, _ENTRY.kind, _ENTRY.amount, LoanRow.__table__.c.code, _ENTRY.memo)
    .outerjoin_from(EntryRow.__table__, LoanRow.__table__, LoanRow.__table__.c.id == _ENTRY.loan_id)
    .where(
        _ENTRY.member_id == bindparam("member"),
        _ENTRY.on.between(bindparam("first"), bindparam("last")),
    )
    .order_by(_ENTRY.on, _ENTRY.id)
)
_MARKS = (
    select(_MARK.status)
    .join_from(AttendanceRow.__table__, MeetingRow.__table__, _MEETING.id == _MARK.meeting_id)
    .where(
        _MARK.member_id == bindparam("member"),
        _MEETING.month.between(bindparam("first"), bindparam("last")),
    )
)
_COUNTS = (
    select(_MARK.meeting_id, _MARK.status, func.count())
    .join_from(AttendanceRow.__table__, MeetingRow.__table__, _MEETING.id == _MARK.meeting_id)
    .where(_MEETING.month.between(bindparam("first"), bindparam("last")))
    .group_by(_MARK.meeting_id, _MARK.status)
)
_CLOSED = (
    select(_MEETING.id, _MEETING.on, _MEETING.month, _MEETING.status)
    .where(_MEETING.month.between(bindparam("first"), bindparam("last")))
    .order_by(_MEETING.month)
)
_EARLIER = case((_POSTING.on < bindparam("first"), _POSTING.amount), else_=0)
# the account as an expression: so SQLite goes by the member's entries, not by all savings
_SAVINGS = (
    select(func.coalesce(func.sum(_EARLIER), 0), func.coalesce(func.sum(_POSTING.amount), 0))
    .join_from(EntryRow.__table__, PostingRow.__table__, _ENTRY.id == _POSTING.entry_id)
    .where(
        _ENTRY.member_id == bindparam("member"),
        _ENTRY.on <= bindparam("last"),
        _POSTING.account.op("||")("") == Account.SAVINGS.value,
    )
)


def last_day_of_book(uow: UnitOfWork) -> date:
    """The last day anything is recorded on; the first day of an empty book."""
    days = (
        uow.session.execute(select(func.max(EntryRow.on))).scalar(),
        uow.session.execute(select(func.max(MeetingRow.on))).scalar(),
    )
    months = uow.session.execute(select(func.max(MeetingRow.month))).scalar()
    known = [day for day in days if day]
    if months:
        known.append(Month.parse(months).first_day)
    return max([club.started_on(uow), *known])


def whole_period(uow: UnitOfWork, first: date | None, last: date | None) -> tuple[date, date]:
    """A period with its missing ends filled in: from the book's first day to its last month."""
    end = last or Month.of(last_day_of_book(uow)).last_day
    return first or min(club.started_on(uow), end), end


def attendance(
    uow: UnitOfWork, *, first: date | None = None, last: date | None = None
) -> Attendance:
    """Meetings and attendance of the months of a period (CONTRACT 5.10).

    A meeting belongs to its month, whatever its day.
    """
    first, last = whole_period(uow, first, last)
    meetings = meetings_of(uow, first=Month.of(first), last=Month.of(last))
    known = {meeting.month for meeting in meetings}
    held = [meeting for meeting in meetings if meeting.status == "held"]
    begin = max(Month.of(first), Month.of(club.started_on(uow)))
    counts = [(m.present, m.present + m.excused + m.absent + m.represented) for m in held]
    return Attendance(
        club=club.head(uow),
        first=first,
        last=last,
        meetings=meetings,
        held=len(held),
        not_held=len(meetings) - len(held),
        missing=tuple(month for month in begin.until(Month.of(last)) if month not in known),
        rate_bp=attendance_rate(sum(p for p, _ in counts), sum(rows for _, rows in counts)),
        check_code=check_codes.code(uow, paper="attendance", first=first, last=last),
    )


def meetings_of(uow: UnitOfWork, *, first: Month, last: Month) -> tuple[MeetingAttendance, ...]:
    """The closed meetings of some months, held or not, by month, and how many came to each."""
    counts: dict[int, Counter[str]] = {}
    months = {"first": str(first), "last": str(last)}
    for meeting_id, status, number in uow.rows(_COUNTS, **months):
        counts.setdefault(meeting_id, Counter())[status] = number
    meetings = uow.rows(_CLOSED, **months)
    found = []
    for key, on, month, status in meetings:
        count = counts.get(key, Counter())
        found.append(
            MeetingAttendance(
                on=on,
                month=Month.parse(month),
                status=status,
                present=count["present"],
                excused=count["excused"],
                absent=count["absent"],
                represented=count["represented"],
                rate_bp=attendance_rate(count["present"], count.total()),
            )
        )
    return tuple(found)


def indicators(uow: UnitOfWork, *, month: Month) -> Indicators:
    """The counts and ratios of a month; meetings, attendance, on-time repayment and activities
    run from the book's first month on (CONTRACT 5.9–5.11)."""
    last, first = month.last_day, club.started_on(uow)
    people = count_members(list(members.members(uow)), last)
    balances = fund.balances(uow, on=last)
    book = loans.loan_book(uow, on=last)
    months = attendance(uow, first=min(first, last), last=last)
    on_time = [history.on_time(last) for history in loans.histories(uow).values()]
    return Indicators(
        club=club.head(uow),
        month=month,
        members=people.members,
        women=people.women,
        older_60=people.older_60,
        older_55=people.older_55,
        poor=people.poor,
        near_poor=people.near_poor,
        borrowers=len({line.member for line in book.loans}),
        meetings_due=Month.of(first).count_to(month),
        meetings_held=months.held,
        attendance_bp=months.rate_bp,
        fund_total=balances.fund_total,
        income_fund=balances.funds["income"],
        operating_fund=balances.funds["operating"],
        loans_outstanding=balances.loans,
        par30_bp=book.par30.ratio_bp,
        on_time_bp=ratio_bp(sum(p for p, _ in on_time), sum(due for _, due in on_time)),
        activities=_activities(uow, month),
        number=month_number(month, first),
        check_code=check_codes.code(uow, paper="indicators", first=month.first_day, last=last),
    )


def _activities(uow: UnitOfWork, month: Month) -> dict[str, int]:
    rows = uow.session.execute(
        select(MeetingRow.activities).where(
            MeetingRow.status == "held", MeetingRow.month <= str(month)
        )
    ).scalars()
    named = Counter(code for row in rows for code in set(row.split(";")))
    return {code: named[code] for code in ACTIVITIES}


def member_statement(
    uow: UnitOfWork, *, member: str, first: date | None = None, last: date | None = None
) -> MemberStatement:
    """One member's passbook over a period (CONTRACT 5.12); raises UnknownMemberError.

    Without a period: from the book's first day to the end of its last month.
    """
    key, name = members.key_and_name(uow, member)
    first, last = whole_period(uow, first, last)
    rows = uow.rows(_LINES, member=key, first=first, last=last)
    months = {"first": str(Month.of(first)), "last": str(Month.of(last))}
    marks = Counter(uow.rows(_MARKS, member=key, **months).scalars())
    opening, closing = uow.rows(_SAVINGS, member=key, first=first, last=last).one()
    return MemberStatement(
        club=club.head(uow),
        member=member,
        name=name,
        first=first,
        last=last,
        savings=Span(-opening, -closing),
        loans=loans.open_lines_of(uow, member=member, key=key, name=name, on=last),
        lines=tuple(MemberLine(*row) for row in rows),
        held=marks.total(),
        present=marks["present"],
        check_code=check_codes.code(
            uow, paper="member-statement", first=first, last=last, subject=member
        ),
    )
