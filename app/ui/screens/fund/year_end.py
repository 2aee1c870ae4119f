"""The year's end: what is to be shared out, worked out first and then booked. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.labels import fund_label
from app.domain.members import Member
from app.domain.money import format_dong
from app.domain.year_end import FundMove, Share, YearEnd
from app.services import club, members, year_end
from app.services.printing import PaperRequest
from app.ui.figures import FigureLine
from app.ui.ports import Services


@dataclass(frozen=True, slots=True)
class MoveForm:
    """Money between two funds; without an amount nothing moves."""

    amount: int | None
    out_of: str
    into: str


@dataclass(frozen=True, slots=True)
class YearEndForm:
    """What the dialog holds. ``parts``: board member's code and how many parts she gets."""

    year: int
    on: date | None
    to_savers: int | None
    savers_fund: str
    to_board: int | None
    board_fund: str
    parts: dict[str, str]
    moves: tuple[MoveForm, ...]
    minutes: str


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One person's share with its arithmetic; ``average`` is 0 for the board."""

    what: str
    name: str
    average: int
    sum_words: str
    amount: int


class YearEndPresenter:
    """Works a year's end out, and books it when the meeting has agreed."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def years(self) -> list[int]:
        """The years of the book, the newest first."""
        first = self._services.ask(club.details).started_on.year
        return list(range(clock.today().year, first - 1, -1))

    def usual_year(self) -> int:
        """The year that is probably meant: up to June the one before, where the book has it."""
        today, known = clock.today(), self.years()
        before = today.year - 1
        return before if today.month <= 6 and before in known else today.year

    def board(self) -> tuple[Member, ...]:
        """Who may get an allowance."""
        found = self._services.ask(members.members, on=clock.today())
        return tuple(person for person in found if person.role != "member")

    def plan(self, form: YearEndForm) -> YearEnd:
        """What would be booked; changes nothing. Raises InvalidError, YearEndRefusedError."""
        problems = []
        if form.on is None:
            problems.append(Problem("day.missing", field="on"))
        if not form.minutes.strip():
            problems.append(Problem("year_end.minutes_missing", field="minutes"))
        moves = tuple(_move(move) for move in form.moves if move.amount)
        if not (form.to_savers or form.to_board or moves):
            problems.append(Problem("amount.not_positive", {"amount": 0}, "to_savers"))
        weights = {} if not form.to_board else _weights(form.parts, problems)
        if form.to_board and not (weights or problems):
            problems.append(Problem("year_end.nobody", {"year": form.year}, "to_board"))
        if problems:
            raise InvalidError(problems)
        return self._services.ask(
            year_end.plan,
            year=form.year,
            on=form.on,
            to_savers=form.to_savers or 0,
            savers_fund=form.savers_fund,
            to_board=form.to_board or 0,
            board_fund=form.board_fund,
            board_weights=weights or None,
            moves=moves,
        )

    def carry_out(self, plan: YearEnd, minutes: str) -> PaperRequest:
        """Book it; returns its paper. Raises AppError, also when the funds changed meanwhile."""
        self._services.do(year_end.carry_out, plan=plan, minutes=minutes)
        return paper(plan)


def paper(plan: YearEnd) -> PaperRequest:
    """The minutes of a year's end, before or after it is booked."""
    return PaperRequest("year-end", last=plan.on, made=plan)


def share_lines(plan: YearEnd) -> tuple[ShareLine, ...]:
    """Everybody's share, savers first, with how it was worked out."""
    savers = translate("window", "Interest on savings")
    board = translate("window", "Allowance")
    return (
        *(_line(savers, share, plan.average(share)) for share in plan.savers),
        *(_line(board, share, 0) for share in plan.board),
    )


def sum_lines(plan: YearEnd) -> tuple[FigureLine, ...]:
    """What is shared out and moved, and what each fund is before and after."""
    lines = []
    if plan.savers:
        words = translate("window", "To the savers, out of the {fund}")
        lines.append(FigureLine(words.format(fund=_fund(plan.savers_fund)), plan.savers[0].whole))
    if plan.board:
        words = translate("window", "To the board, out of the {fund}")
        lines.append(FigureLine(words.format(fund=_fund(plan.board_fund)), plan.board[0].whole))
    between = translate("window", "From the {out_of} to the {into}")
    for move in plan.moves:
        words = between.format(out_of=_fund(move.out_of), into=_fund(move.into))
        lines.append(FigureLine(words, move.amount))
    after = translate("window", "{fund} afterwards (now {amount})")
    for name, amount in plan.after.items():
        words = after.format(fund=fund_label(name), amount=format_dong(plan.before.get(name, 0)))
        lines.append(FigureLine(words, amount, strong=True))
    return tuple(lines)


def _fund(code: str) -> str:
    """A fund's name inside a sentence."""
    name = fund_label(code)
    return name[:1].lower() + name[1:]


def _line(what: str, share: Share, average: int) -> ShareLine:
    words = (
        f"{format_dong(share.whole)} × {format_dong(share.weight)} : {format_dong(share.weights)}"
    )
    return ShareLine(what, share.name, average, words, share.amount)


def _move(form: MoveForm) -> FundMove:
    if form.out_of == form.into:
        raise InvalidError([Problem("transfer.same_fund", {"fund": form.into}, "move")])
    return FundMove(form.out_of, form.into, form.amount or 0)


def _weights(parts: dict[str, str], problems: list[Problem]) -> dict[str, int]:
    """Each board member's parts; what is no whole number becomes a problem at its field."""
    found = {}
    for code, text in parts.items():
        if text.strip().isdecimal():
            found[code] = int(text.strip())
        else:
            problems.append(Problem("year_end.part_unreadable", {"text": text}, f"part-{code}"))
    return {code: weight for code, weight in found.items() if weight}
