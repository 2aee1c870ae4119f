"""A club's figures of every month at once, as a bundle carries them (CONTRACT 4, 5.16).

The same definitions as ``people.indicators`` and ``fund.balances``, asked once for the whole book
instead of once a month; a test holds the two against each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from sqlalchemy import case, func, select

from app.domain.club_facts import LATE_DAYS, BorrowerLine, MonthFacts
from app.domain.fund import FUND_ACCOUNTS, KINDS, Account, Fund
from app.domain.loan_state import PAR_DAYS, LoanHistory
from app.domain.meetings import ACTIVITIES, MeetingStatus, Presence
from app.domain.members import Member, count_members
from app.domain.periods import Month
from app.services import club, loans, locks, members
from app.store import chain
from app.store.club_tables import (
    AttendanceRow,
    EntryRow,
    LoanRow,
    MeetingRow,
    PostingRow,
)
from app.store.database import UnitOfWork


def months(uow: UnitOfWork, *, last: Month) -> tuple[MonthFacts, ...]:
    """The figures of each month from the book's first to ``last``, in order."""
    book = _Book(uow)
    return tuple(book.facts(month) for month in book.first.until(last))


def borrowers(uow: UnitOfWork, *, last: Month) -> tuple[BorrowerLine, ...]:
    """The open loans at a month's end, by name: what a supervisor needs and nothing else."""
    day = last.last_day
    borrower_of, known = loans.borrowers(uow), members.by_code(uow)
    lines = []
    for code, history in loans.histories(uow).items():
        if history.outstanding(day) <= 0:
            continue
        person, row = known[borrower_of[code]], history.oldest_unpaid(day)
        lines.append(
            BorrowerLine(
                person.full_name,
                person.hamlet,
                history.terms.principal,
                history.outstanding(day),
                row.due if row else None,
                history.overdue_principal(day),
            )
        )
    order = {person.full_name: at for at, person in enumerate(known.values())}
    return tuple(sorted(lines, key=lambda line: order[line.name]))


@dataclass
class _Loan:
    """A loan with what its past months have already shown."""

    history: LoanHistory
    member: int
    settled: tuple[Month, int, int] | None = None

    def on_time(self, month: Month) -> tuple[int, int]:
        """As ``LoanHistory.on_time``; asked no more once neither row nor entry can follow."""
        if self.settled and self.settled[0] <= month:
            return self.settled[1:]
        paid, due = self.history.on_time(month.last_day)
        if month >= self._end:
            self.settled = (month, paid, due)
        return paid, due

    @cached_property
    def _end(self) -> Month:
        """The last month in which a row falls due or an entry stands."""
        days = [entry.on for entry in self.history.entries]
        return Month.of(max([self.history.plan(date.max)[-1].due, *days]))


_PEOPLE = ("members", "women", "older_60", "older_55", "poor", "near_poor")
_SOURCES = {
    "fees": ("membership_fee",),
    "interest": ("interest_payment", "penalty_payment"),
    "donations": ("donation",),
    "grants": ("grant",),
    "other_income": ("other_income",),
    "borrowed_in": ("borrowed_in",),
}
"""The kinds of entry that each source of cash sums up."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """When the entries of a month were recorded."""

    first: date | None = None
    last: date | None = None
    late: int = 0


@dataclass(slots=True)
class _Running:
    """What adds up from month to month."""

    accounts: Counter[Account] = field(default_factory=Counter)
    held: int = 0
    present: int = 0
    rows: int = 0
    activities: Counter[str] = field(default_factory=Counter)
    entry: int = 0
    meeting: int = 0


class _Book:
    """The whole book, read once, by month."""

    def __init__(self, uow: UnitOfWork) -> None:
        self.first = Month.of(club.started_on(uow))
        self.locked = locks.locked_until(uow)
        self.people: list[Member] = list(members.members(uow))
        self.loans = _loans(uow)
        self.money = _money(uow)
        self.meetings = _meetings(uow)
        self.last_entry, self.entry_count = _entries(uow)
        self.typed = _typed(uow)
        ids = set(self.last_entry.values())
        self.entry_hash = _hashes(uow, ids)
        self.running = _Running()

    def facts(self, month: Month) -> MonthFacts:
        """One month; months must be asked in order, from the first."""
        now = self.running
        receipts, payments, kinds = self._add_money(month)
        typed = self.typed.get(str(month), _Typed())
        self._add_meeting(month)
        people = count_members(self.people, month.last_day)
        owed, par30, owing = self._owed(month)
        on_time = [loan.on_time(month) for loan in self.loans]
        funds = {fund: -now.accounts[account] for fund, account in FUND_ACCOUNTS.items()}
        return MonthFacts(
            month=month,
            **{name: getattr(people, name) for name in _PEOPLE},
            borrowers=owing,
            fund_total=sum(funds.values()),
            income_fund=funds[Fund.INCOME],
            operating_fund=funds[Fund.OPERATING],
            care_fund=funds[Fund.CARE],
            cash=now.accounts[Account.CASH],
            bank=now.accounts[Account.BANK],
            loans_outstanding=owed,
            savings=-now.accounts[Account.SAVINGS],
            borrowed_capital=-now.accounts[Account.BORROWED],
            par30=par30,
            meetings_due=self.first.count_to(month),
            meetings_held=now.held,
            attendance_present=now.present,
            attendance_rows=now.rows,
            on_time_paid=sum(paid for paid, _ in on_time),
            on_time_due=sum(due for _, due in on_time),
            **{f"activity_{code}": now.activities[code] for code in ACTIVITIES},
            receipts=receipts,
            payments=payments,
            entries=self.entry_count.get(str(month), 0),
            chain=self._chain(),
            locked=self.locked is not None and month <= self.locked,
            **{name: sum(kinds[kind] for kind in own) for name, own in _SOURCES.items()},
            typed_first=typed.first,
            typed_last=typed.last,
            typed_late=typed.late,
        )

    def _add_money(self, month: Month) -> tuple[int, int, Counter[str]]:
        """Move the accounts on by a month; the cash that came in and went out in it, by kind."""
        self.running.entry = max(self.running.entry, self.last_entry.get(str(month), 0))
        receipts = payments = 0
        kinds: Counter[str] = Counter()
        for account, kind, total in self.money.get(str(month), ()):
            self.running.accounts[account] += total
            if account is Account.CASH and KINDS[kind].cash > 0:
                receipts += total
                kinds[kind] += total
            elif account is Account.CASH:
                payments -= total
        return receipts, payments, kinds

    def _add_meeting(self, month: Month) -> None:
        meeting = self.meetings.get(str(month))
        if meeting is None:
            return
        now = self.running
        now.meeting = max(now.meeting, meeting.id)
        if meeting.held:
            now.held += 1
            now.present += meeting.present
            now.rows += meeting.rows
            now.activities.update(meeting.activities)

    def _owed(self, month: Month) -> tuple[int, int, int]:
        """Outstanding, the part of it in loans over 30 days late, and how many members owe."""
        day, owed, late, owing = month.last_day, 0, 0, set()
        for loan in self.loans:
            outstanding = loan.history.outstanding(day)
            if outstanding <= 0:
                continue
            owed += outstanding
            owing.add(loan.member)
            if loan.history.days_overdue(day) > PAR_DAYS:
                late += outstanding
        return owed, late, len(owing)

    def _chain(self) -> str:
        """As ``chain.head`` gives it for the month's end."""
        now = self.running
        entry = self.entry_hash.get(now.entry, chain.START)
        meeting = next((m.hash for m in self.meetings.values() if m.id == now.meeting), chain.START)
        return sha256((entry + meeting).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Meeting:
    id: int
    hash: str
    held: bool
    present: int
    rows: int
    activities: frozenset[str]


def _loans(uow: UnitOfWork) -> list[_Loan]:
    borrower = dict(uow.session.execute(select(LoanRow.code, LoanRow.member_id)).all())
    return [_Loan(history, borrower[code]) for code, history in loans.histories(uow).items()]


def _money(uow: UnitOfWork) -> dict[str, list[tuple[Account, str, int]]]:
    """By month: account, kind and the sum of their postings."""
    month = func.substr(PostingRow.on, 1, 7)
    rows = uow.session.execute(
        select(month, PostingRow.account, EntryRow.kind, func.sum(PostingRow.amount))
        .join(EntryRow, EntryRow.id == PostingRow.entry_id)
        .group_by(month, PostingRow.account, EntryRow.kind)
    )
    found: dict[str, list[tuple[Account, str, int]]] = defaultdict(list)
    for key, account, kind, total in rows:
        found[key].append((Account(account), kind, total))
    return found


def _entries(uow: UnitOfWork) -> tuple[dict[str, int], dict[str, int]]:
    """By month: the number of its newest entry, and how many it has."""
    month = func.substr(EntryRow.on, 1, 7)
    rows = uow.session.execute(select(month, func.max(EntryRow.id), func.count()).group_by(month))
    found = [(key, last, count) for key, last, count in rows]
    return {key: last for key, last, _ in found}, {key: count for key, _, count in found}


def _typed(uow: UnitOfWork) -> dict[str, _Typed]:
    """By month: the first and last day its entries were recorded, and how many were late."""
    month = func.substr(EntryRow.on, 1, 7)
    behind = func.julianday(func.substr(EntryRow.recorded_at, 1, 10)) - func.julianday(EntryRow.on)
    rows = uow.session.execute(
        select(
            month,
            func.substr(func.min(EntryRow.recorded_at), 1, 10),
            func.substr(func.max(EntryRow.recorded_at), 1, 10),
            func.sum(case((behind > LATE_DAYS, 1), else_=0)),
        ).group_by(month)
    )
    return {
        key: _Typed(date.fromisoformat(first), date.fromisoformat(last), late)
        for key, first, last, late in rows
    }


def _hashes(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, str]:
    query = select(EntryRow.id, EntryRow.hash).where(EntryRow.id.in_(list(ids)))
    return dict(uow.session.execute(query).all())


def _meetings(uow: UnitOfWork) -> dict[str, _Meeting]:
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    attended = uow.session.execute(
        select(AttendanceRow.meeting_id, AttendanceRow.status, func.count()).group_by(
            AttendanceRow.meeting_id, AttendanceRow.status
        )
    )
    for key, status, number in attended:
        counts[key][status] = number
    rows = uow.session.execute(
        select(
            MeetingRow.id,
            MeetingRow.month,
            MeetingRow.hash,
            MeetingRow.status,
            MeetingRow.activities,
        )
    )
    return {
        month: _Meeting(
            key,
            link,
            status == MeetingStatus.HELD.value,
            counts[key][Presence.PRESENT.value],
            counts[key].total(),
            frozenset(filter(None, activities.split(";"))),
        )
        for key, month, link, status, activities in rows
    }
