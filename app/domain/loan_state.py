"""What has become of a loan on a day: a pure replay of its terms and its entries.

Nothing is stored, so the order of typing and late entries never change a figure. Definitions:
CONTRACT 5.4–5.7 and 5.11.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate, count, takewhile

from app.domain.extensions import Extension, extended
from app.domain.loan_schedule import ScheduleRow
from app.domain.loans import LoanTerms, schedule
from app.domain.periods import Month, due_day

TAKEN_OVER = frozenset({"opening_loan"})
GIVEN = TAKEN_OVER | {"loan_disbursement"}
REDUCING = frozenset({"principal_repayment", "loan_write_off", "handover_loan"})
LEAVING = frozenset({"loan_write_off", "handover_loan"})
AGEING = (("current", 0), ("1-30", 30), ("31-60", 60), ("61-90", 90), ("91-180", 180))
PAR_DAYS = 30


@dataclass(frozen=True, slots=True)
class LoanEntry:
    """One entry of a loan; ``amount`` is negative on a reversal."""

    on: date
    kind: str
    amount: int


@dataclass(frozen=True)
class LoanHistory:
    """A loan, all its entries and its extensions. ``started_on`` is the book's first day.

    An extension counts from its day on: what was so before it stays so.
    """

    terms: LoanTerms
    entries: tuple[LoanEntry, ...]
    started_on: date
    extensions: tuple[Extension, ...] = ()

    def plan(self, day: date) -> tuple[ScheduleRow, ...]:
        """The rows in force on ``day``; their principals sum to the loan's principal."""
        return self._plans[sum(extension.on <= day for extension in self.extensions)]

    @cached_property
    def _plans(self) -> tuple[tuple[ScheduleRow, ...], ...]:
        """The agreed plan, then the plan after each extension."""
        plans = [schedule(self.terms).rows]
        for extension in self.extensions:
            plans.append(extended(plans[-1], self.terms, extension, self.paid(extension.on)))
        return tuple(plans)

    def taken_over(self, day: date) -> tuple[date, int] | None:
        """Since when a loan that was open elsewhere is in this book, and its balance on that day.

        As of ``day``. A take-over corrected on one day began where it began; one taken back and
        entered again later begins there.
        """
        since = self._standing_since(TAKEN_OVER, day)
        return (since, self._sum(TAKEN_OVER, day)) if since else None

    @cached_property
    def _was_open(self) -> bool:
        return any(e.kind in TAKEN_OVER for e in self.entries)

    def _repaid_before(self, day: date) -> int:
        """What of the principal was never owed in this book, as far as ``day`` knows.

        All of it before the loan was given, and once its giving has been taken back.
        """
        return self.terms.principal - self._sum(GIVEN, day)

    def _asked_from(self, day: date) -> date:
        taken_over = self.taken_over(day) if self._was_open else None
        return max(taken_over[0], self.started_on) if taken_over else self.started_on

    def _standing_since(self, kinds: frozenset[str], day: date) -> date | None:
        """Since which day's end the sum of ``kinds`` has been above 0 up to ``day``, if it is."""
        moved: defaultdict[date, int] = defaultdict(int)
        for entry in self.entries:
            if entry.kind in kinds and entry.on <= day:
                moved[entry.on] += entry.amount
        total, since = 0, None
        for on in sorted(moved):
            total += moved[on]
            since = (since or on) if total > 0 else None
        return since

    def _sum(self, kinds: frozenset[str], day: date) -> int:
        return sum(e.amount for e in self.entries if e.kind in kinds and e.on <= day)

    def paid(self, day: date) -> int:
        """Principal covered up to ``day``, what was repaid before this book included."""
        return self._repaid_before(day) + self._sum(REDUCING, day)

    def outstanding(self, day: date) -> int:
        """Principal still owed at the end of ``day``; 0 before the loan was in the book."""
        return self._sum(GIVEN, day) - self._sum(REDUCING, day)

    def overdue_principal(self, day: date) -> int:
        """Principal of rows due before ``day`` that is not paid, at least 0."""
        due = sum(row.principal for row in self.plan(day) if row.due < day)
        return max(0, due - self.paid(day))

    def oldest_unpaid(self, day: date) -> ScheduleRow | None:
        """The first row whose principal is not fully covered on ``day``."""
        paid = self.paid(day)
        return next(
            (row for row, due in _sums(self.plan(day)) if row.principal and due > paid), None
        )

    def days_overdue(self, day: date) -> int:
        """Days since the oldest row that is not fully covered fell due, at least 0."""
        row = self.oldest_unpaid(day) if self.outstanding(day) else None
        return max(0, (day - row.due).days) if row else 0

    def _due_days(self, day: date) -> list[date]:
        days = takewhile(lambda due: due <= day, (due_day(self.terms.on, k) for k in count(1)))
        first = self._asked_from(day)
        return [due for due in days if due >= first]

    def _owed_before(self, due: date) -> int:
        """What interest of due day ``due`` is asked on: that day's payments don't lower it."""
        owed = 0
        for entry in self.entries:
            if entry.kind in GIVEN:
                taken_over = entry.kind in TAKEN_OVER and entry.on == due
                owed += entry.amount if entry.on < due or taken_over else 0
            elif entry.kind in REDUCING and entry.on < due:
                owed -= entry.amount
        return owed

    def interest_asked(self, day: date) -> int:
        """Interest of all due days up to ``day`` on which something was owed (CONTRACT 5.6).

        A loan whose giving has been taken back by then was none, and asks nothing.
        """
        if self._sum(GIVEN, day) <= 0:
            return 0
        owed = (self._owed_before(due) for due in self._due_days(day))
        return sum(self.terms.interest(balance) for balance in owed if balance > 0)

    def interest_paid(self, day: date) -> int:
        return self._sum(frozenset({"interest_payment"}), day)

    def interest_behind(self, day: date) -> int:
        """Interest asked and not paid, at least 0; penalties don't count."""
        return max(0, self.interest_asked(day) - self.interest_paid(day))

    def next_row(self, day: date) -> ScheduleRow | None:
        return next((row for row in self.plan(day) if row.due > day), None)

    def next_amount(self, day: date) -> int:
        """What settles everything up to the next due day, or the rest after the last one."""
        row, outstanding = self.next_row(day), self.outstanding(day)
        behind = self.interest_behind(day)
        if row is None:
            return outstanding + behind
        due = sum(other.principal for other in self.plan(day) if other.due <= row.due)
        principal = max(0, due - self.paid(day))
        return principal + self.terms.interest(outstanding) + behind

    def principal_asked(self, day: date) -> int:
        """Principal due up to ``day``, that day included, and not yet paid."""
        due = sum(row.principal for row in self.plan(day) if row.due <= day)
        return max(0, min(due - self.paid(day), self.outstanding(day)))

    def pay_off(self, day: date) -> int:
        """What ends the loan on ``day``: a started month counts whole (CONTRACT 5.7)."""
        outstanding = self.outstanding(day)
        if outstanding == 0:
            return self.interest_behind(day)
        months = (day.year - self.terms.on.year) * 12 + day.month - self.terms.on.month
        on_due_day = day == self.terms.on or (months > 0 and due_day(self.terms.on, months) == day)
        started = 0 if on_due_day or day < self.terms.on else self.terms.interest(outstanding)
        return outstanding + self.interest_behind(day) + started

    def on_time(self, last: date) -> tuple[int, int]:
        """Principal paid by the end of its due month, and principal due, up to ``last``.

        Only rows due in this book and not after a write-off or handover (CONTRACT 5.11). An
        extension makes nothing punctual that was late: each row counts as it stood when it fell
        due, and what is put off counts again when the new plan asks for it.
        """
        if self._sum(GIVEN, last) <= 0:
            return 0, 0
        left, first = self._standing_since(LEAVING, last), self._asked_from(last)
        paid = due = 0
        for rows, since, until in self._stages():
            before = self._repaid(since) if since else 0
            for row, total in _sums(rows):
                if not first <= row.due <= last or (left and row.due > left):
                    continue
                if until and row.due > until:
                    continue
                covered = self._repaid(Month.of(row.due).last_day) - before
                paid += min(row.principal, max(0, covered - (total - row.principal)))
                due += row.principal
        return paid, due

    def _repaid(self, day: date) -> int:
        return self._repaid_before(day) + self._sum(frozenset({"principal_repayment"}), day)

    def _stages(self) -> Iterator[tuple[tuple[ScheduleRow, ...], date | None, date | None]]:
        """Each plan's own rows, the day it began (None: the first), the day the next one did."""
        days = [extension.on for extension in self.extensions]
        for rows, since, until in zip(self._plans, [None, *days], [*days, None], strict=True):
            yield tuple(row for row in rows if since is None or row.due > since), since, until


def _sums(rows: tuple[ScheduleRow, ...]) -> Iterator[tuple[ScheduleRow, int]]:
    """Each row with the principal due up to it, that row included."""
    return zip(rows, accumulate(row.principal for row in rows), strict=True)


def bucket(days_overdue: int) -> str:
    """The name of the lateness class of a loan (CONTRACT 4, ``loan-book``)."""
    return next((name for name, limit in AGEING if days_overdue <= limit), "over_180")


def empty_ageing() -> dict[str, int]:
    return {name: 0 for name, _ in AGEING} | {"over_180": 0}
