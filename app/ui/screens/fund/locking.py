"""Months that are closed for good: which are, which may be, and what is missing. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.base import clock
from app.base.errors import Problem
from app.base.text import translate
from app.domain.labels import status_label
from app.domain.periods import Month
from app.services import club, months, period_close
from app.services.sentences import sentence
from app.ui.ports import Services
from app.ui.wording import capital, month_words


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month that is over: its meeting's state, and whether it is locked."""

    month: Month
    state: str
    locked: bool


class LockingPresenter:
    """Asks which months are locked, and locks more."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def lines(self) -> tuple[MonthLine, ...]:
        """Every month of the book that is over, the newest first."""
        last = self._services.ask(months.locked_until)
        first = Month.of(self._services.ask(club.details).started_on)
        over = list(first.until(Month.of(clock.today()).plus(-1)))
        states = {
            month: state
            for year in sorted({month.year for month in over})
            for month, state in self._services.ask(months.year, year=year)
        }
        return tuple(
            MonthLine(month, states[month], last is not None and month <= last)
            for month in reversed(over)
        )

    def open_months(self) -> tuple[Month, ...]:
        """Those that may be locked now, the oldest first."""
        return tuple(line.month for line in reversed(self.lines()) if not line.locked)

    def missing(self, month: Month) -> tuple[Problem, ...]:
        """What keeps ``month`` and those before it from being locked."""
        return self._services.ask(period_close.unfinished, month=month)

    def lock(self, month: Month) -> None:
        """Lock a month and all before it, a year with its December. Raises AppError."""
        if month.number == 12:
            self._services.do(period_close.close_year, year=month.year)
        else:
            self._services.do(period_close.close_month, month=month)


def locked_words(last: Month | None) -> str:
    """Up to when the book is locked."""
    if last is None:
        return translate("window", "No month is locked")
    words = translate("window", "Locked up to the end of {month}")
    return words.format(month=month_words(last))


def choice_words(month: Month) -> str:
    """A month as it is offered; with December the year is done."""
    name = capital(month_words(month))
    if month.number < 12:
        return name
    return translate("window", "{month} (the whole year {year})").format(
        month=name, year=month.year
    )


def missing_words(problems: tuple[Problem, ...]) -> str:
    """What is missing, a line each."""
    return "\n".join(sentence(problem) for problem in problems)


def state_words(line: MonthLine) -> str:
    """What the month's meeting is, beside the word that it is locked."""
    locked = translate("window", "locked") if line.locked else ""
    return " · ".join(part for part in (status_label(line.state), locked) if part)
