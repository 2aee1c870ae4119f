"""Which papers there are, and what each needs to know. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.base import clock
from app.domain.loan_book import LoanLine
from app.domain.members import Member
from app.domain.periods import Month
from app.services import club, loans, members, months
from app.services.papers import PAPERS, About
from app.services.printing import PaperRequest
from app.ui.ports import Services
from app.ui.screens.reports.abouts import about_words

_GROUPS: dict[str, tuple[str, ...]] = {
    "meeting": (
        "minutes", "cash-count", "vouchers", "loan-approval", "collection-sheet",
        "attendance-sheet",
    ),
    "money": ("fund-statement", "cash-book", "golden-book", "interest-split", "hand-over"),
    "members": (
        "member-statement", "member-list", "attendance", "attendance-book", "fee-book", "consent",
        "opening-balances",
    ),
    "loans": ("loan-book", "loan-request", "loan-agreement", "loan-schedule", "loan-card"),
    "work": ("indicators", "club-report", "activity-report", "activity-plan", "key-sheet"),
    "blank": ("home-care-book", "mutual-help-book", "health-book", "equipment-book"),
}  # fmt: skip
_WHOLE_PAST = ("attendance",)
"""Papers of a period that make more sense from the first day on."""
_OF_ONE_MEMBER = ("loan-request", "consent")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the list: its name and what it shows."""

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

    def loans(self) -> tuple[LoanLine, ...]:
        """The loans that are open today."""
        return self._services.ask(loans.loan_book, on=clock.today()).loans

    def request(
        self, name: str, month: Month, member: str, loan: str = "", *, span: str = "month"
    ) -> PaperRequest:
        """What is asked of the book for a paper of ``month``, of a member or of a loan.

        ``span`` widens papers of a period to the ``quarter`` or ``year`` that the month is in.
        """
        if name in _OF_ONE_MEMBER:
            return PaperRequest(name, member=member, last=month.last_day)
        match PAPERS[name].about:
            case About.MEMBER:
                return PaperRequest(name, member=member, last=month.last_day)
            case About.LOAN:
                return PaperRequest(name, loan=loan, last=month.last_day)
            case About.YEAR:
                first, last = date(month.year, 1, 1), date(month.year, 12, 31)
                return PaperRequest(name, first=first, last=last)
            case About.DAY:
                return PaperRequest(name, last=month.last_day)
            case About.PERIOD if span != "month":
                first, last = month_span(month, span)
                return PaperRequest(name, first=first, last=last)
            case _ if name in _WHOLE_PAST:
                return PaperRequest(name, last=month.last_day)
            case _:
                return PaperRequest(name, month=month)

    def everybodys(self, month: Month) -> list[PaperRequest]:
        """The statement of each of today's members, by name: every quarter each one gets hers."""
        here = self._services.ask(members.members, on=clock.today())
        return [self.request("member-statement", month, member.code) for member in here]


def month_span(month: Month, span: str) -> tuple[date, date]:
    """First and last day of the ``quarter`` or ``year`` that holds ``month``."""
    begin = month.number - (month.number - 1) % 3 if span == "quarter" else 1
    first = Month(month.year, begin)
    return first.first_day, first.plus(2 if span == "quarter" else 11).last_day


def groups() -> dict[str, tuple[str, ...]]:
    """Names of papers by what they are about; one that no group knows stands with the work."""
    known = {name for names in _GROUPS.values() for name in names}
    others = tuple(name for name in PAPERS if name not in known)
    return _GROUPS | {"work": _GROUPS["work"] + others}


def listed(group: str) -> tuple[Paper, ...]:
    """The papers of a group, each with a sentence about it."""
    return tuple(Paper(name, about_words(name)) for name in groups()[group])


def group_of(name: str) -> str:
    """Where a paper stands."""
    return next(group for group, names in groups().items() if name in names)


def needs_meeting(name: str) -> bool:
    """Whether there is such a paper only of a month whose meeting is closed."""
    return PAPERS[name].about is About.MEETING


def needs_period(group: str) -> bool:
    """Whether papers of the group can be made for a quarter or a year."""
    return any(PAPERS[name].about is About.PERIOD for name in groups()[group])


def needs_member(group: str) -> bool:
    return any(PAPERS[n].about is About.MEMBER or n in _OF_ONE_MEMBER for n in groups()[group])


def needs_loan(group: str) -> bool:
    return any(
        PAPERS[name].about is About.LOAN and name not in _OF_ONE_MEMBER for name in groups()[group]
    )
