"""Which papers there are, and what each needs to know. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.base import clock
from app.base.text import translate
from app.domain.members import Member
from app.domain.periods import Month
from app.services import club, members, months
from app.services.printing import PaperRequest
from app.ui.ports import Services

MONTHLY = ("minutes", "fund-statement", "cash-count")
DATED = ("loan-book", "indicators", "attendance")
PERSONAL = ("member-statement",)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the list: its name, what it says, and whether it is about one month."""

    name: str
    about: str


class ReportsPresenter:
    """Lists papers and turns the choices into a request."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def months(self) -> tuple[Month, ...]:
        """Months a paper can be made for, the newest first."""
        first = Month.of(self._services.ask(club.details).started_on)
        found = tuple(first.until(Month.of(clock.today())))
        return tuple(reversed(found))

    def state(self, month: Month) -> str:
        """``held``, ``not_held``, ``open``, ``missing``, ``coming``."""
        return dict(self._services.ask(months.year, year=month.year))[month]

    def people(self) -> tuple[Member, ...]:
        return self._services.ask(members.members)

    def request(self, name: str, month: Month, member: str) -> PaperRequest:
        """What is asked of the book for a paper of ``month`` (and of a member)."""
        if name in PERSONAL:
            return PaperRequest(name, member=member, last=month.last_day)
        if name in MONTHLY:
            return PaperRequest(name, month=month)
        return PaperRequest(name, last=month.last_day)


def listed() -> tuple[Paper, ...]:
    """Every paper with a sentence about it."""
    return (
        Paper(
            "minutes", translate("window", "what was said, decided, paid in and out at a meeting")
        ),
        Paper("fund-statement", translate("window", "taken in, paid out, and what there is")),
        Paper("cash-count", translate("window", "the banknotes counted at a meeting")),
        Paper("loan-book", translate("window", "who owes how much, and who is late")),
        Paper("attendance", translate("window", "who came, month by month")),
        Paper("indicators", translate("window", "the counts the Women's Union asks for")),
        Paper("member-statement", translate("window", "one member's savings, loans and payments")),
    )
