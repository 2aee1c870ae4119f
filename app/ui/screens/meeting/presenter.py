"""The open meeting behind its six steps: what is stored, what it sums to. Free of Qt.

Every change is stored as it is made; the draft is asked again after each, so what is shown is what
the book has.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.base import clock
from app.base.errors import AppError, Problem
from app.base.text import search_key, translate
from app.domain.drafts import COLLECTED, DraftMeeting, SheetRow
from app.domain.meetings import Presence, attendance_rate, has_quorum
from app.domain.members import Member
from app.domain.money import format_bp, format_dong, parse_typed
from app.domain.periods import Month
from app.domain.rules import Rules
from app.services import closing, club, meetings, members, months
from app.ui.ports import Services

CYCLE = ("", "present", "excused", "absent", "represented")
"""What the space bar goes through; the unmarked state is never returned to."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the sheet sums to now."""

    listed: int
    marks: dict[str, int]
    paid: dict[str, int]

    @property
    def present(self) -> int:
        return self.marks.get(Presence.PRESENT.value, 0)

    @property
    def money(self) -> int:
        return sum(self.paid.values())


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a cell of the sheet, to be taken back or made again."""

    member: str
    column: str
    before: object
    after: object


class MeetingPresenter:
    """One open meeting at a time; ``draft`` is None while none is chosen."""

    def __init__(self, services: Services, owner: object = None) -> None:
        self._services = services
        self._owner = owner
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self.draft: DraftMeeting | None = None
        self.rules = Rules()
        self.closed: Month | None = None

    # which meeting

    def choose(self, month: Month | None) -> bool:
        """Take up the open meeting of ``month``, or the oldest open one; whether there is one."""
        drafts = self._services.ask(meetings.open_drafts)
        found = [number for number, of, _ in drafts if month is None or of == month]
        self._done, self._undone = [], []
        self.draft = None
        if found:
            self._load(found[0])
        return bool(found)

    def waiting(self) -> tuple[Month, ...]:
        """Months that a meeting can be opened for: the missing ones, then this one."""
        today = clock.today()
        found: list[Month] = []
        for year in range(today.year - 1, today.year + 1):
            states = self._services.ask(months.year, year=year)
            found += [month for month, state in states if state == "missing"]
            current = Month.of(today)
            found += [month for month, state in states if month == current and state == "coming"]
        return tuple(found)

    def usual_day(self, month: Month) -> date:
        """Today, or for an earlier month its last day."""
        return min(clock.today(), month.last_day)

    def open(self, month: Month, on: date) -> None:
        """Open the meeting of a month; raises AppError."""
        board = self._services.ask(members.board, on=on)
        typist = board["secretary"].code if "secretary" in board else ""
        self.closed = None
        number = self._do(meetings.open_meeting, month=month, on=on, typed_by=typist)
        self._load(number)

    def cancel(self) -> None:
        """Throw the open meeting away."""
        self._do(meetings.cancel_meeting, draft_id=self.meeting.id)
        self.draft = None

    @property
    def meeting(self) -> DraftMeeting:
        """The open meeting; only while one is chosen."""
        if self.draft is None:
            raise AppError("meeting.not_open")
        return self.draft

    def refresh(self) -> None:
        """Ask for the meeting again; it may be closed or cancelled elsewhere."""
        if self.draft is not None:
            numbers = [number for number, _, _ in self._services.ask(meetings.open_drafts)]
            if self.draft.id in numbers:
                self._load(self.draft.id)
            else:
                self.draft = None

    # the sheet

    def cycle(self, row: SheetRow) -> None:
        """The next mark for a member."""
        place = CYCLE.index(row.presence) % (len(CYCLE) - 1)
        self.mark(row, CYCLE[place + 1])

    def mark(self, row: SheetRow, presence: str) -> None:
        """Mark a member as come or not."""
        self._change(Change(row.member.code, "presence", row.presence, presence))

    def all_present(self) -> None:
        """Everybody without a mark is here."""
        self._do(meetings.all_present, draft_id=self.meeting.id)
        self.refresh()

    def pay(self, row: SheetRow, kind: str, typed: str) -> None:
        """Store what was typed into a cell; raises AppError for what is no amount or too much."""
        before, after = row.paid.get(kind, 0), parse_typed(typed) or 0
        if before != after:
            self._change(Change(row.member.code, kind, before, after))

    def accept_all(self) -> None:
        """Everybody who came pays what is due."""
        self._do(meetings.accept_all, draft_id=self.meeting.id)
        self.refresh()

    def undo(self) -> bool:
        """Take the last change of a cell back; whether there was one."""
        if not self._done:
            return False
        change = self._done.pop()
        self._apply(change, change.before)
        self._undone.append(change)
        return True

    def redo(self) -> bool:
        """Make the change that was taken back again; whether there was one."""
        if not self._undone:
            return False
        change = self._undone.pop()
        self._apply(change, change.after)
        self._done.append(change)
        return True

    def find(self, text: str) -> int | None:
        """The first row whose name has ``text``, accents left aside."""
        sought = search_key(text)
        rows = enumerate(self.meeting.rows) if sought else ()
        found = (place for place, row in rows if sought in search_key(row.member.full_name))
        return next(found, None)

    def totals(self) -> Totals:
        rows = self.meeting.rows
        paid = {kind: sum(row.paid.get(kind, 0) for row in rows) for kind in COLLECTED}
        return Totals(len(rows), Counter(row.presence for row in rows if row.presence), paid)

    def attendance_words(self) -> tuple[str, str]:
        """How many came, the rate, whether they suffice; and the tone of it."""
        totals = self.totals()
        marked = sum(totals.marks.values())
        if marked == 0:
            return translate("window", "Nobody is marked yet."), ""
        enough = has_quorum(totals.present, totals.listed, self.rules.quorum_percent)
        words = (
            translate("window", "Present {present} of {listed} ({rate}). Enough to decide.")
            if enough
            else translate(
                "window", "Present {present} of {listed} ({rate}). Not enough to decide yet."
            )
        ).format(
            present=totals.present,
            listed=totals.listed,
            rate=format_bp(attendance_rate(totals.present, totals.listed)),
        )
        if marked < totals.listed:
            left = translate("window", "Not marked yet: {count}.")
            words += " " + left.format(count=totals.listed - marked)
        return words, "good" if enough else "watch"

    def money_words(self) -> str:
        """The sheet's sums in one line."""
        totals = self.totals()
        words = translate(
            "window",
            "Fees {fees} · savings {savings} · interest {interest} · principal {principal} "
            "= {total}",
        )
        fees, savings, interest, principal = (totals.paid[kind] for kind in COLLECTED)
        return words.format(
            fees=format_dong(fees),
            savings=format_dong(savings),
            interest=format_dong(interest),
            principal=format_dong(principal),
            total=format_dong(totals.money),
        )

    # words, count, closing

    def write(self, name: str, value: object) -> None:
        """Store one field of the meeting; raises AppError."""
        self._do(meetings.set_text, draft_id=self.meeting.id, name=name, value=value)
        self.refresh()

    def count(self, face: int, notes: int | None) -> None:
        """Store how many banknotes of a face were counted."""
        self._do(meetings.set_notes, draft_id=self.meeting.id, face=face, count=notes)
        self.refresh()

    def count_words(self) -> tuple[str, str]:
        """The counted sum against the book, what the difference means; and its tone."""
        meeting = self.meeting
        if not meeting.notes:
            return translate(
                "window", "Without a count the book's own sum stands. Counting is better."
            ), ""
        difference = meeting.counted - meeting.cash_expected
        if difference == 0:
            return translate("window", "The count and the book agree."), "good"
        words = (
            translate("window", "{amount} more than the book. On closing it is recorded as found.")
            if difference > 0
            else translate(
                "window", "{amount} less than the book. On closing it is recorded as missing."
            )
        )
        return words.format(amount=format_dong(abs(difference))), "watch"

    def ceiling_words(self) -> str:
        """A warning when more cash stays in the box than the club allows; else empty."""
        ceiling = self.rules.cash_ceiling
        if ceiling is None or self.meeting.cash_expected <= ceiling:
            return ""
        words = translate(
            "window", "More than {ceiling} stays in the box. Take the rest to the bank or lend it."
        )
        return words.format(ceiling=format_dong(ceiling))

    def board(self) -> tuple[Member, ...]:
        """Those who may confirm: members with a role on the day of the meeting."""
        here = self._services.ask(members.members, on=self.meeting.on)
        return tuple(member for member in here if member.role not in ("", "member"))

    def problems(self) -> tuple[Problem, ...]:
        """What keeps the meeting from being closed."""
        return self._services.ask(closing.problems, draft_id=self.meeting.id)

    def close(self, typed_by: str, confirmed_by: tuple[str, str]) -> Month:
        """Close the meeting for good; raises InvalidError with all that is missing."""
        month = self._do(
            closing.close_meeting,
            draft_id=self.meeting.id,
            typed_by=typed_by,
            confirmed_by=confirmed_by,
        )
        self.draft, self.closed = None, month
        return month

    def _change(self, change: Change) -> None:
        self._apply(change, change.after)
        self._done.append(change)
        self._undone.clear()

    def _apply(self, change: Change, value: object) -> None:
        number = self.meeting.id
        if change.column == "presence":
            self._do(
                meetings.set_presence, draft_id=number, member=change.member, status=str(value)
            )
        elif isinstance(value, int):
            self._do(
                meetings.set_paid,
                draft_id=number,
                member=change.member,
                kind=change.column,
                amount=value,
            )
        self.refresh()

    def _load(self, number: int) -> None:
        self.draft = self._services.ask(meetings.draft, draft_id=number)
        self.rules = self._services.ask(club.rules, on=self.draft.on)

    def _do(self, action, **values):  # type: ignore[no-untyped-def]
        return self._services.do(action, initiator=self._owner, **values)
