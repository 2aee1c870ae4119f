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
from app.domain.draft_changes import differences
from app.domain.drafts import COLLECTED, DraftMeeting, SheetRow
from app.domain.meetings import Presence, attendance_rate, has_quorum
from app.domain.members import Member
from app.domain.money import format_bp, format_dong, parse_typed
from app.domain.periods import Month
from app.domain.rules import Rules
from app.services import backlog, closing, club, draft_changes, meetings, members, months, phrases
from app.ui.ports import Services
from app.ui.screens.meeting.history import Changes, History, turned
from app.ui.screens.meeting.pasting import Payment, payments
from app.ui.screens.meeting.unusual import Unusual

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


class MeetingPresenter:
    """One open meeting at a time; ``draft`` is None while none is chosen."""

    def __init__(self, services: Services, owner: object = None) -> None:
        self._services = services
        self._owner = owner
        self.history = History()
        self.unusual = Unusual(services)
        self.draft: DraftMeeting | None = None
        self.rules = Rules()
        self.closed: Month | None = None

    # which meeting

    def choose(self, month: Month | None) -> bool:
        """Take up the open meeting of ``month``, or the oldest open one; whether there is one."""
        drafts = self._services.ask(meetings.open_drafts)
        found = [number for number, of, _ in drafts if month is None or of == month]
        if found and self.draft is not None and self.draft.id == found[0]:
            self.refresh()
            return True
        self.history.forget()
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
        self.history.forget()
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
        """Ask for the meeting again, and remember what changed; it may be closed elsewhere."""
        before = self.draft
        if before is None:
            return
        numbers = [number for number, _, _ in self._services.ask(meetings.open_drafts)]
        if before.id in numbers:
            self.history.record(differences(before, self._load(before.id)))
        else:
            self.draft = None

    # the sheet

    def cycle(self, row: SheetRow) -> None:
        """The next mark for a member."""
        place = CYCLE.index(row.presence) % (len(CYCLE) - 1)
        self.mark(row, CYCLE[place + 1])

    def mark(self, row: SheetRow, presence: str) -> None:
        """Mark a member as come or not."""
        self._do(
            meetings.set_presence,
            draft_id=self.meeting.id,
            member=row.member.code,
            status=presence,
        )
        self.refresh()

    def all_present(self) -> None:
        """Everybody without a mark is here."""
        self._do(meetings.all_present, draft_id=self.meeting.id)
        self.refresh()

    def pay(self, row: SheetRow, kind: str, typed: str) -> None:
        """Store what was typed into a cell; raises AppError for what is no amount or too much."""
        amount = parse_typed(typed) or 0
        now = next(line for line in self.meeting.rows if line.member.code == row.member.code)
        if amount != now.paid.get(kind, 0):
            self._do(
                meetings.set_paid,
                draft_id=self.meeting.id,
                member=row.member.code,
                kind=kind,
                amount=amount,
            )
            self.refresh()

    def pay_total(self, row: SheetRow, typed: str) -> None:
        """Divide what a member paid in all over her cells; raises AppError."""
        amount = parse_typed(typed) or 0
        values = {"draft_id": self.meeting.id, "member": row.member.code, "amount": amount}
        self._do(backlog.pay_total, **values)
        self.refresh()

    def note(self, row: SheetRow, typed: str) -> None:
        """Store what is noted beside a member's name, in one line."""
        values = {"draft_id": self.meeting.id, "member": row.member.code, "note": typed}
        if typed != row.note:
            self._do(meetings.set_member_note, **values)
            self.refresh()

    def paste(self, place: int, kind: str, text: str) -> tuple[Payment, ...]:
        """Store a block of cells from the row ``place`` on; raises AppError, then nothing is."""
        found = payments(text, self.meeting.rows[place:], kind)
        cells = [(cell.member, cell.kind, cell.amount) for cell in found]
        self._do(meetings.set_paid_cells, draft_id=self.meeting.id, cells=cells)
        self.refresh()
        return found

    def accept_all(self) -> None:
        """Everybody who came pays what is due."""
        self._do(meetings.accept_all, draft_id=self.meeting.id)
        self.refresh()

    def undo(self) -> Changes:
        """Take the last action back; what changed by that, empty when nothing was done."""
        return self._step_back(self.history.done, self.history.undone)

    def redo(self) -> Changes:
        """Make what was taken back again; what changed by that."""
        return self._step_back(self.history.undone, self.history.done)

    def _step_back(self, source: list[Changes], target: list[Changes]) -> Changes:
        if not source:
            return ()
        changes = turned(source.pop())
        self._do(draft_changes.put, draft_id=self.meeting.id, changes=changes)
        target.append(changes)
        self._load(self.meeting.id)
        return changes

    def find(self, text: str) -> int | None:
        """The first row whose name, or else whose note, has ``text``, accents left aside."""
        sought = search_key(text)
        rows = self.meeting.rows if sought else ()
        words = [row.member.full_name for row in rows] + [row.note for row in rows]
        found = (place for place, word in enumerate(words) if sought in search_key(word))
        first = next(found, None)
        return None if first is None else first % len(rows)

    def totals(self) -> Totals:
        rows = self.meeting.rows
        paid = {kind: sum(row.paid.get(kind, 0) for row in rows) for kind in COLLECTED}
        return Totals(len(rows), Counter(row.presence for row in rows if row.presence), paid)

    def attendance_words(self) -> tuple[str, str]:
        """How many came, the rate, whether they suffice; and the tone of it."""
        totals = self.totals()
        marked = sum(totals.marks.values())
        if marked == 0:
            return translate("window", "Nobody is marked yet. F8 marks all as present."), ""
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

    def phrases(self, name: str) -> tuple[str, ...]:
        """Lines of earlier minutes for a field, the most usual first."""
        return self._services.ask(phrases.phrases, name=name)

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

    def _load(self, number: int) -> DraftMeeting:
        self.draft = loaded = self._services.ask(meetings.draft, draft_id=number)
        self.rules = self._services.ask(club.rules, on=loaded.on)
        return loaded

    def _do(self, action, **values):  # type: ignore[no-untyped-def]
        return self._services.do(action, initiator=self._owner, **values)
