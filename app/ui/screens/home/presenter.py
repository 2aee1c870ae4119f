"""What the home screen says: the next step, the year, four figures, what waits. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from app.base import clock
from app.base.text import translate
from app.domain.fund import Fund
from app.domain.labels import ageing_label, fund_label, status_label
from app.domain.loan_book import LoanBook
from app.domain.money import format_bp, format_dong, ratio_bp
from app.domain.periods import Month
from app.services import (
    club,
    fund,
    loans,
    months,
    people,
)
from app.ui.ports import Services
from app.ui.screens.home.waiting import Todo, Waiting
from app.ui.wording import capital, month_words

LINE_MONTHS = 24
BAR_MONTHS = 12
SIGNS = {"held": "✓", "not_held": "–", "open": "•", "missing": "!", "coming": "", "before": ""}
TONES = {"held": "good", "not_held": "soft", "open": "accent", "missing": "watch"}


class Step(Enum):
    """What the biggest button does."""

    START = "start"
    GO_ON = "go_on"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class MonthBox:
    """A month of the year, how it stands, and why it had no meeting."""

    month: Month
    state: str
    word: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    amount: str
    remark: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Lateness:
    """What is out on loans equally late: its code, its word, and the amount in đồng."""

    code: str
    word: str
    amount: int


@dataclass(frozen=True, slots=True)
class Came:
    """How many of those on the list came to a month's meeting."""

    month: Month
    present: int
    listed: int


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """Everything the screen shows, worded."""

    headline: str
    step: Step
    verb: str
    month: Month
    draft_id: int | None
    can_skip: bool
    year: tuple[MonthBox, ...]
    year_words: str
    figures: tuple[Figure, ...]
    todos: tuple[Todo, ...]
    line: tuple[tuple[str, int], ...]
    lateness: tuple[Lateness, ...]
    came: tuple[Came, ...]
    came_words: str
    line_words: str


class HomePresenter:
    """Asks the book, words the answers."""

    def __init__(self, services: Services, book: Path | None = None) -> None:
        self._services, self._book = services, book

    def facts(self) -> HomeFacts:
        """The home screen of today."""
        today = clock.today()
        current = Month.of(today)
        year = self._services.ask(months.year, year=today.year)
        states = dict(year)
        drafts = self._services.ask(months.open_drafts)
        book = self._services.ask(loans.loan_book, on=today)
        draft = drafts[0] if drafts else None
        step, month = _next_step(draft[1] if draft else None, states[current], current)
        why = self._services.ask(months.reasons, year=today.year)
        came, line = self._came(current), self._line(current)
        return HomeFacts(
            headline=_headline(current, states[current]),
            step=step,
            verb=_verb(step, month),
            month=month,
            draft_id=draft[0] if draft else None,
            can_skip=step is Step.START,
            year=tuple(
                MonthBox(m, state, status_label(state), why.get(m, "")) for m, state in year
            ),
            year_words=_year_words(today.year, states, why),
            figures=self._figures(today, book),
            todos=Waiting(self._services, self._book).todos(states, book, current),
            line=line,
            line_words=_line_words(line),
            lateness=tuple(
                Lateness(code, ageing_label(code), amount)
                for code, amount in book.ageing.items()
                if amount
            ),
            came=came,
            came_words=_came_words(came),
        )

    def not_held(self, month: Month, reason: str) -> None:
        """Write down that a month had no meeting; raises AppError."""
        from app.services import closing

        self._services.do(closing.record_not_held, month=month, reason=reason)

    def _figures(self, today: date, book: LoanBook) -> tuple[Figure, ...]:
        balances = self._services.ask(fund.balances, on=today)
        late = [line for line in book.loans if line.overdue_principal]
        owed = sum(line.overdue_principal for line in late)
        return (
            Figure(
                translate("window", "Cash"),
                format_dong(balances.cash),
                translate("window", "in the box"),
            ),
            Figure(
                fund_label(Fund.INCOME.value),
                format_dong(balances.funds.get(Fund.INCOME.value, 0)),
                translate("window", "belongs to the club"),
            ),
            Figure(
                translate("window", "Outstanding"),
                format_dong(book.outstanding),
                translate("window", "loans: {count}").format(count=book.open),
            ),
            Figure(
                translate("window", "Overdue"),
                format_dong(owed),
                translate("window", "loans: {count}").format(count=len(late)),
                "late" if late else "good",
            ),
        )

    def _line(self, current: Month) -> tuple[tuple[str, int], ...]:
        first = max(current.plus(1 - LINE_MONTHS), self._first_month())
        totals = self._services.ask(fund.totals, first=first, last=current)
        return tuple((f"{month.number:02d}/{month.year}", total) for month, total in totals)

    def _came(self, current: Month) -> tuple[Came, ...]:
        """The meetings held in the last twelve months."""
        first = current.plus(1 - BAR_MONTHS)
        return tuple(
            Came(met.month, met.present, met.present + met.excused + met.absent + met.represented)
            for met in self._services.ask(people.meetings_of, first=first, last=current)
            if met.status == "held"
        )

    def _first_month(self) -> Month:
        return Month.of(self._services.ask(club.details).started_on)


def _next_step(open_month: Month | None, state: str, current: Month) -> tuple[Step, Month]:
    if open_month is not None:
        return Step.GO_ON, open_month
    if state in ("held", "not_held"):
        return Step.PRINT, current
    return Step.START, current


def _year_words(year: int, states: dict[Month, str], why: dict[Month, str]) -> str:
    """How many of the year's meetings were held, and why the others were not."""
    held = sum(state == "held" for state in states.values())
    due = sum(state not in ("before", "coming") for state in states.values())
    words = translate("window", "{held} of {due} meetings held in {year}")
    told = words.format(held=held, due=due, year=year)
    if not why:
        return told
    one = translate("window", "month {number} ({reason})")
    reasons = ", ".join(one.format(number=m.number, reason=reason) for m, reason in why.items())
    return translate("window", "{told}. No meeting: {reasons}").format(told=told, reasons=reasons)


def _line_words(line: tuple[tuple[str, int], ...]) -> str:
    """The line in words: from how much, to how much, and the difference."""
    if len(line) < 2:
        return ""
    (since, first), (_until, last) = line[0], line[-1]
    if last == first:
        words = translate("window", "The same as in {since}: {last}.")
    elif last > first:
        words = translate("window", "{last} now, {apart} more than in {since}.")
    else:
        words = translate("window", "{last} now, {apart} less than in {since}.")
    return words.format(since=since, last=format_dong(last), apart=format_dong(abs(last - first)))


def _came_words(came: tuple[Came, ...]) -> str:
    """The bars in words: the mean and the meeting with the fewest; empty without a meeting."""
    rate = ratio_bp(sum(met.present for met in came), sum(met.listed for met in came))
    if rate is None:
        return ""
    fewest = min(came, key=lambda met: (met.present, met.month))
    words = translate(
        "window",
        "Meetings held: {count}. On average {rate} came; fewest in {month}: {present} of {listed}.",
    )
    return words.format(
        count=len(came),
        rate=format_bp(rate),
        month=f"{fewest.month.number:02d}/{fewest.month.year}",
        present=fewest.present,
        listed=fewest.listed,
    )


def _verb(step: Step, month: Month) -> str:
    words = {
        Step.START: translate("window", "Start the meeting of {month}"),
        Step.GO_ON: translate("window", "Go on with the meeting of {month}"),
        Step.PRINT: translate("window", "Print the papers of {month}"),
    }[step]
    return words.format(month=month_words(month))


def _headline(month: Month, state: str) -> str:
    words = {
        "held": translate("window", "{month}: the meeting is closed"),
        "not_held": translate("window", "{month}: no meeting"),
        "open": translate("window", "{month}: the meeting is open"),
    }.get(state, translate("window", "{month}: no meeting yet"))
    return words.format(month=capital(month_words(month)))
