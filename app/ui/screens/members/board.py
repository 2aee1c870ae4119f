"""Terms of office: who holds which office, a new term, the hand-over's paper. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.domain.members import BOARD_ROLES, Member
from app.domain.succession import BoardTerm
from app.services import board, club, members
from app.services.printing import PaperRequest
from app.ui.ports import Services


@dataclass(frozen=True, slots=True)
class TermLine:
    """An office, who held it, and when; a beginning the book does not know is None."""

    role: str
    name: str
    from_on: date | None
    until_on: date | None
    decision: str


class BoardPresenter:
    """Asks for the terms of office and begins new ones."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def lines(self) -> tuple[TermLine, ...]:
        """Every term, those that run first, in the order of the offices; then the newest."""
        told = self._services.ask(board.terms)
        known = [_line(term) for term in told]
        running = {(term.role, term.member) for term in told if term.until_on is None}
        now = self._services.ask(members.board, on=clock.today())
        known += [
            TermLine(role, person.full_name, None, None, "")
            for role, person in now.items()
            if (role, person.code) not in running
        ]
        return tuple(sorted(known, key=_place))

    def people(self) -> tuple[Member, ...]:
        """Who may be elected."""
        return self._services.ask(members.members, on=clock.today())

    def elect(self, role: str, member: str, from_on: date | None, decision: str) -> PaperRequest:
        """Begin a term; whoever held the office hands over. Returns the hand-over's paper: of the
        day before, which the one who hands over signs.

        Raises InvalidError for what is missing, OfficeRefusedError.
        """
        problems = []
        if from_on is None:
            problems.append(Problem("day.missing", field="from_on"))
        if not member:
            problems.append(Problem("choice.missing", field="member"))
        if from_on is None or problems:
            raise InvalidError(problems)
        self._services.do(board.elect, role=role, member=member, from_on=from_on, decision=decision)
        started = self._services.ask(club.details).started_on
        return hand_over_paper(max(started, from_on - timedelta(days=1)))


def hand_over_paper(on: date) -> PaperRequest:
    """Minutes of what the one board hands to the next on a day: money, books, open loans."""
    return PaperRequest("hand-over", last=on)


def _line(term: BoardTerm) -> TermLine:
    return TermLine(term.role, term.name, term.from_on, term.until_on, term.decision)


def _place(line: TermLine) -> tuple[bool, int, int]:
    order = BOARD_ROLES.index(line.role) if line.role in BOARD_ROLES else len(BOARD_ROLES)
    ended = line.until_on is not None
    began = line.from_on or date.min
    return (ended, 0 if ended else order, -began.toordinal())
