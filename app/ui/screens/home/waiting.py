"""What waits on the home screen: a sentence each, and the button that does it. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.base import clock
from app.base.text import translate
from app.domain.loan_book import LoanBook
from app.domain.periods import Month, format_day
from app.services import backlog, backup_places, data_requests, months, paper_agreement
from app.services.finding import Found
from app.ui.ports import Services
from app.ui.wording import capital, month_words

AGREEMENT = "agreement"
"""Where a to-do leads that the home screen does itself: paper beside program."""


@dataclass(frozen=True, slots=True)
class Todo:
    """A sentence, the verb of its button, and the screen it leads to."""

    text: str
    verb: str
    screen: str
    about: object = None
    tone: str = ""


class Waiting:
    """Asks the book what waits; back-ups are only spoken of where the ``book`` is a file."""

    def __init__(self, services: Services, book: Path | None) -> None:
        self._services, self._book = services, book

    def todos(self, states: dict[Month, str], book: LoanBook, current: Month) -> tuple[Todo, ...]:
        """The most urgent first; ``states`` are the months of this year."""
        todos = list(self._missed())
        late = [line for line in book.loans if line.overdue_principal]
        due = [line for line in book.loans if line.next_due and Month.of(line.next_due) == current]
        if late:
            text = translate("window", "Loans overdue: {count}").format(count=len(late))
            todos.append(Todo(text, translate("window", "Look"), "loans", "late", "late"))
        if due:
            text = translate("window", "Loans with a payment due this month: {count}")
            todos.append(
                Todo(text.format(count=len(due)), translate("window", "Look"), "loans", "due")
            )
        last = max((m for m, state in states.items() if state == "held"), default=None)
        if last is not None and last not in self._sent():
            text = translate("window", "Send {month} to the Women's Union")
            todos.append(
                Todo(
                    text.format(month=month_words(last)),
                    translate("window", "Send"),
                    "exchange",
                    last,
                )
            )
        return (*self._backup(), *self._asked_of_us(), *self._agreement(), *todos)

    def _missed(self) -> tuple[Todo, ...]:
        """The months nobody began, those of last year too, in one line."""
        begun = {month for _, month, _ in self._services.ask(months.open_drafts)}
        missed = [month for month in self._services.ask(backlog.missed) if month not in begun]
        if not missed:
            return ()
        words = (
            translate("window", "{month} is not recorded yet")
            if len(missed) == 1
            else translate("window", "Months not recorded yet: {count}, the first is {first}")
        )
        first = month_words(missed[0])
        text = words.format(month=capital(first), count=len(missed), first=first)
        return (Todo(text, translate("window", "Record"), "meeting", missed[0], "watch"),)

    def _asked_of_us(self) -> tuple[Todo, ...]:
        """What members asked about their data, by the day the law sets."""
        words = translate("window", "{name} asked about her data: due {day}")
        return tuple(
            Todo(
                words.format(name=found.name, day=format_day(found.next_due)),
                translate("window", "Look"),
                "members",
                Found("member", found.member, found.name),
                "late" if found.next_due < clock.today() else "watch",
            )
            for found in self._services.ask(data_requests.waiting)
            if found.next_due is not None
        )

    def _agreement(self) -> tuple[Todo, ...]:
        """Months to compare with the paper book, and months where they still differ."""
        differ = translate("window", "{month}: paper book and program differ ({note})")
        ask = translate("window", "Does the paper book of {month} say the same?")
        again, compare = translate("window", "Compare again"), translate("window", "Compare")
        return (
            *(
                Todo(
                    differ.format(month=capital(month_words(found.month)), note=found.note),
                    again,
                    AGREEMENT,
                    found.month,
                    "late",
                )
                for found in self._services.ask(paper_agreement.differing)
            ),
            *(
                Todo(ask.format(month=month_words(month)), compare, AGREEMENT, month)
                for month in self._services.ask(paper_agreement.to_ask)[:1]
            ),
        )

    def _backup(self) -> tuple[Todo, ...]:
        """A back-up is older than one meeting when a meeting was closed after it."""
        if self._book is None:
            return ()
        since = self._services.ask(backup_places.meetings_since, book=self._book)
        if not since:
            return ()
        if backup_places.last_copy(self._book) is None:
            text = translate("window", "There is no back-up of this book yet")
        else:
            text = translate("window", "Meetings that no back-up holds: {count}")
        verb = translate("window", "Back up")
        return (Todo(text.format(count=since), verb, "backups", None, "late"),)

    def _sent(self) -> frozenset[Month]:
        """The months that bundles were made up to."""
        return self._services.ask(months.sent)
