"""Which paper, of which state of the book, carries a check code (CONTRACT 5.15)?

A code says nothing by itself, so every paper that could have been printed is tried: first each
usual period in every state the book was in, then every other stretch of months.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, zip_longest
from itertools import chain as joined

from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError
from app.base.text import translate
from app.domain.paper_names import paper_label
from app.domain.periods import Month, format_day
from app.services import club
from app.services.check_codes import LENGTH, number_of, paper_text
from app.services.vouchers import voucher_label
from app.store import chain
from app.store.club_tables import EntryRow, LoanRow, MeetingRow, MemberRow
from app.store.database import UnitOfWork

MONTHLY = (
    "fund-statement",
    "attendance",
    "indicators",
    "cash-book",
    "golden-book",
    "interest-split",
    "activity-report",
    "club-report",
)
YEARLY = ("fee-book", "attendance-book")
DAILY = ("loan-book", "hand-over", "opening-balances", "year-end", "club-handover", "settlement")


class UnknownCodeError(AppError):
    """A check code that no paper of this book carries, or that is none."""


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A paper and the state of the book it was printed from.

    ``entry`` is the newest entry of its time in that state (0: none yet); ``later`` counts the
    entries dated in its time that were written afterwards; ``subject`` is the code of a member or
    a loan, or the number of a voucher.
    """

    paper: str
    subject: str
    first: date
    last: date
    entry: int
    later: int
    current: bool


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that moved a chain on: an entry, or a closed meeting.

    ``goes_on``: the next entry was written together with this one, so no paper ever saw the book
    between both.
    """

    moment: str
    day: date
    number: int
    hash: str
    is_meeting: bool
    before_entry: int = 0
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    head: str
    entry: int
    newest_day: date


def find(uow: UnitOfWork, *, code: str) -> FoundPaper:
    """The paper that carries ``code``; raises UnknownCodeError."""
    letters = code.strip().upper()
    target = number_of(letters)
    if target is None:
        raise UnknownCodeError("check.code_unreadable", letters=code.strip())
    search = _Search(uow, target)
    for search.now_only in (True, False):
        for found in joined(search.usual_periods(), search.other_stretches()):
            return found
    raise UnknownCodeError("check.code_not_found", letters=letters)


def describe(found: FoundPaper) -> str:
    """The answer as sentences."""
    paper = " ".join(filter(None, (paper_label(found.paper), found.subject)))
    told = translate(
        "papers",
        "{paper}, from {first} to {last}, printed when entry {entry} was the newest of that time.",
    ).format(
        paper=paper,
        first=format_day(found.first),
        last=format_day(found.last),
        entry=found.entry,
    )
    if found.current:
        return " ".join((told, translate("papers", "Nothing of that time has changed since.")))
    after = translate("papers", "Entries of that time written since: {count}.")
    return " ".join((told, after.format(count=found.later)))


class _Search:
    def __init__(self, uow: UnitOfWork, target: int) -> None:
        self.target = target
        self.club = club.uuid(uow)
        self.started_on = club.started_on(uow)
        self.members = list(uow.session.execute(select(MemberRow.code)).scalars())
        self.loans = [
            (code, on) for code, on in uow.session.execute(select(LoanRow.code, LoanRow.on))
        ]
        self.vouchers = _voucher_days(uow)
        self.entries = _entry_events(uow)
        self.meetings = _meeting_events(uow)
        early, late = (_merged(self.entries, self.meetings, early=first) for first in (True, False))
        self.orders = (early,) if early == late else (early, late)
        held = select(MeetingRow.month, MeetingRow.on).where(MeetingRow.on.is_not(None))
        self.meeting_days = [(Month.parse(m), on) for m, on in uow.session.execute(held) if on]
        days = [event.day for event in (*self.entries, *self.meetings)]
        self.last_month = Month.of(max((clock.today(), *days)))
        self.entry_days = sorted(event.day for event in self.entries)
        self.months = sorted(event.day for event in self.meetings)
        self.states_after: dict[tuple[int, int], list[_State]] = {}
        self.newest_entries = _newest_by_day(self.entries)
        self.newest_meetings = _newest_by_day(self.meetings)
        self.now_only = True
        """Whether only the book as it stands is tried: most papers are found so, at once."""

    def usual_periods(self) -> Iterator[FoundPaper]:
        """Papers with a day or year of their own, then months, quarters, years, the whole time."""
        monthly = [(paper, "") for paper in MONTHLY]
        yield from self._of_a_day_or_year()
        for first, last in self._natural():
            yield from self._try(monthly, first, last, since=_seldom_before(first, last))
            yield from self._try([("minutes", "")], first, last, since=first)
        for month, on in self.meeting_days:
            if on > month.last_day:
                yield from self._try([("minutes", "")], month.first_day, on, since=None)
        day = self.started_on
        while day <= self.last_month.last_day:
            daily = [(paper, "") for paper in DAILY]
            yield from self._try(daily, day, day, since=day - timedelta(days=31))
            day += timedelta(days=1)
        personal = [("member-statement", member) for member in self.members]
        personal += [("loan-card", loan) for loan, _ in self.loans]
        for first, last in self._natural():
            yield from self._try(personal, first, last, since=_seldom_before(first, last))

    def _of_a_day_or_year(self) -> Iterator[FoundPaper]:
        """Agreements and vouchers carry their own day, the year books their year."""
        own_days = [("loan-agreement", loan, on) for loan, on in self.loans]
        own_days += [("vouchers", number, on) for number, on in self.vouchers]
        for paper, subject, on in own_days:
            yield from self._try([(paper, subject)], on, on, since=None)
        for year in range(self.started_on.year, self.last_month.year + 1):
            first, last = date(year, 1, 1), date(year, 12, 31)
            yield from self._try([(paper, "") for paper in YEARLY], first, last, since=first)

    def other_stretches(self) -> Iterator[FoundPaper]:
        """Any month to any later one; of members only as the book stands now."""
        months = list(Month.of(self.started_on).until(self.last_month))
        everybody = [("member-statement", member) for member in self.members]
        for place, begin in enumerate(months):
            for end in months[place:]:
                first, last = begin.first_day, end.last_day
                yield from self._try(
                    [(paper, "") for paper in MONTHLY], first, last, since=end.first_day
                )
                yield from self._try(everybody, first, last, since=date.max)

    def _natural(self) -> Iterator[tuple[date, date]]:
        for month in Month.of(self.started_on).until(self.last_month):
            yield month.first_day, month.last_day
            yield self.started_on, month.last_day
            if month.number % 3 == 0:
                yield month.plus(-2).first_day, month.last_day
            if month.number == 12 or month == self.last_month:
                yield date(month.year, 1, 1), date(month.year, 12, 31)

    def _try(
        self, papers: list[tuple[str, str]], first: date, last: date, *, since: date | None
    ) -> Iterator[FoundPaper]:
        now = self._now(last)
        chosen = [now]
        if not self.now_only:
            chosen = self._states(last)
            if since is not None:
                recent = bisect_left(chosen, since, key=lambda state: state.newest_day)
                chosen = chosen[max(0, recent - 1) :]
        heads = [(state, state.head.encode()) for state in chosen]
        for paper, subject in papers:
            start = paper_text(self.club, paper, first, last, subject).encode()
            for state, head in heads:
                digest = hashlib.sha256(start + head).digest()
                # 26 to the tenth is a multiple of 256, so most are told apart by one byte
                if digest[-1] != self.target & 0xFF:
                    continue
                if int.from_bytes(digest, "big") % 26**LENGTH == self.target:
                    later = sum(
                        event.day <= last and event.number > state.entry for event in self.entries
                    )
                    current = state.head == now.head
                    yield FoundPaper(paper, subject, first, last, state.entry, later, current)

    def _now(self, last: date) -> _State:
        """The head of today that papers ending on ``last`` carry."""
        entries = bisect_right(self.entry_days, last)
        meetings = bisect_right(self.months, Month.of(last).last_day)
        entry, meeting = self.newest_entries[entries], self.newest_meetings[meetings]
        return _State(chain.both(entry[1], meeting[1]), entry[0], last)

    def _states(self, last: date) -> list[_State]:
        """Every head that papers ending on ``last`` could carry, the oldest first."""
        month_end = Month.of(last).last_day
        seen = (bisect_right(self.entry_days, last), bisect_right(self.months, month_end))
        if seen not in self.states_after:
            likely = list(_heads(self.orders[0], last, month_end))
            now = likely[-1].head
            known = {state.head: state for state in likely}
            for order in self.orders[1:]:
                for state in _heads(order, last, month_end):
                    known.setdefault(state.head, state)
            self.states_after[seen] = sorted(
                known.values(), key=lambda s: (s.newest_day, s.entry, s.head == now)
            )
        return self.states_after[seen]


def _newest_by_day(events: list[_Event]) -> list[tuple[int, str]]:
    """After so many events in order of day: the one written last, its number and hash."""
    by_day = sorted(events, key=lambda event: event.day)
    return list(accumulate(((e.number, e.hash) for e in by_day), max, initial=(0, chain.START)))


def _seldom_before(first: date, last: date) -> date:
    """Papers of a year are printed in it; all others hardly two months before their time ends."""
    if (first.month, first.day, last.month) == (1, 1, 12):
        return first
    return max(first, last - timedelta(days=62))


def _heads(order: list[_Event], last: date, month_end: date) -> Iterator[_State]:
    entry_hash = meeting_hash = chain.START
    number, newest = 0, date.min
    yield _State(chain.both(entry_hash, meeting_hash), number, newest)
    for event in order:
        if event.is_meeting and event.day <= month_end:
            meeting_hash = event.hash
        elif not event.is_meeting and event.day <= last:
            entry_hash, number = event.hash, event.number
        else:
            continue
        newest = max(newest, event.day)
        if event.goes_on:
            continue
        yield _State(chain.both(entry_hash, meeting_hash), number, newest)


def _entry_events(uow: UnitOfWork) -> list[_Event]:
    """Every entry in the order of the chain.

    The entries of a meeting are closed with it, all at once; only a reversal comes later.
    """
    rows = uow.session.execute(
        select(
            EntryRow.recorded_at,
            EntryRow.on,
            EntryRow.id,
            EntryRow.hash,
            EntryRow.meeting_id,
            EntryRow.reverses_id,
        ).order_by(EntryRow.id)
    ).all()
    return [
        _Event(
            row.recorded_at.isoformat(),
            row.on,
            row.id,
            row.hash,
            False,
            goes_on=after is not None
            and row.meeting_id is not None
            and (after.meeting_id, after.on, after.reverses_id) == (row.meeting_id, row.on, None),
        )
        for row, after in zip_longest(rows, rows[1:])
    ]


def _voucher_days(uow: UnitOfWork) -> list[tuple[str, date]]:
    """The number of each voucher and the day it is of."""
    rows = uow.session.execute(
        select(
            EntryRow.voucher_series, EntryRow.voucher_year, EntryRow.voucher_no, EntryRow.on
        ).distinct()
    )
    labelled = [(voucher_label(series, year, number), on) for series, year, number, on in rows]
    return [(label, on) for label, on in labelled if label]


def _meeting_events(uow: UnitOfWork) -> list[_Event]:
    """Closed meetings; ``day`` is their month's first, so that months compare like days."""
    own = (
        select(EntryRow.id)
        .where(EntryRow.meeting_id == MeetingRow.id)
        .order_by(EntryRow.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = uow.session.execute(
        select(
            MeetingRow.closed_at, MeetingRow.month, MeetingRow.id, MeetingRow.hash, own
        ).order_by(MeetingRow.id)
    )
    return [
        _Event(closed.isoformat(), Month.parse(month).first_day, number, link, True, first or 0)
        for closed, month, number, link, first in rows
    ]


def _merged(entries: list[_Event], meetings: list[_Event], *, early: bool) -> list[_Event]:
    """One possible order of what happened: each meeting as early, or as late, as it can be.

    A meeting stands just before its own first entry; only one without entries goes by the clock,
    which may have been wrong.
    """
    merged: list[_Event] = []
    waiting = list(meetings)
    for entry in entries:
        forced = max(
            (place for place, event in enumerate(waiting, 1) if event.before_entry == entry.number),
            default=0,
        )
        merged += waiting[:forced]
        del waiting[:forced]
        while waiting and not waiting[0].before_entry and _before(waiting[0], entry, early):
            merged.append(waiting.pop(0))
        merged.append(entry)
    return merged + waiting


def _before(meeting: _Event, entry: _Event, early: bool) -> bool:
    return meeting.moment < entry.moment or (early and meeting.moment == entry.moment)
