"""The year's end of a club: worked out first, carried out when the meeting has agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.base.errors import AppError
from app.base.text import nfc, one_line, translate
from app.domain.periods import Month
from app.domain.year_end import FundMove, YearEnd, funds_after, shares
from app.services import club, fund, members, savings
from app.services.posting import NewEntry, post, transfer_pair
from app.store.database import UnitOfWork


class YearEndRefusedError(AppError):
    """A year's end that can't be carried out so."""


def plan(
    uow: UnitOfWork,
    *,
    year: int,
    on: date,
    to_savers: int = 0,
    savers_fund: str = "income",
    to_board: int = 0,
    board_fund: str = "operating",
    board_weights: Mapping[str, int] | None = None,
    moves: Sequence[FundMove] = (),
) -> YearEnd:
    """What a year's end would move on day ``on``; changes nothing.

    ``to_savers`` is divided by average savings: the sum of each member's savings at the ends of
    the year's months that the book knows. ``to_board`` goes to the board by ``board_weights``
    (member's code to weight), equally without. Raises YearEndRefusedError when nobody is there to
    receive, or a fund would go below zero.
    """
    people = members.by_code(uow)
    names = {code: person.full_name for code, person in people.items()}
    here = {code for code, person in people.items() if person.is_member(on)}
    ends = _month_ends(uow, year)
    saved = _saved(uow, ends, here) if to_savers else {}
    weights = board_weights or {
        person.code: 1 for person in members.members(uow, on=on) if person.role != "member"
    }
    if min(to_savers, to_board, *(move.amount for move in moves)) < 0:
        raise YearEndRefusedError("amount.not_positive", amount=min(to_savers, to_board))
    if (to_savers and not saved) or (to_board and not set(weights) <= here):
        raise YearEndRefusedError("year_end.nobody", year=year)
    savers = shares(to_savers, saved, names)
    board = shares(to_board, weights if to_board else {}, names)
    before = fund.balances(uow, on=on).funds
    after = funds_after(before, taken=[(savers_fund, savers), (board_fund, board)], moves=moves)
    for name, amount in after.items():
        if amount < min(0, before[name]):
            raise YearEndRefusedError("year_end.fund_short", fund=name, short=-amount)
    return YearEnd(
        year,
        on,
        len(ends),
        savers_fund,
        savers,
        board_fund,
        board,
        tuple(moves),
        before,
        after,
    )


def _month_ends(uow: UnitOfWork, year: int) -> list[date]:
    """The last days of a year's months from the book's first on."""
    first = max(Month(year, 1), Month.of(club.started_on(uow)))
    ends = [month.last_day for month in first.until(Month(year, 12))]
    if not ends:
        raise YearEndRefusedError("year_end.before_book", year=year)
    return ends


def _saved(uow: UnitOfWork, ends: Sequence[date], here: set[str]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for day in ends:
        for member, amount in savings.by_member(uow, on=day).items():
            sums[member] = sums.get(member, 0) + amount
    return {member: sums[member] for member in sorted(sums) if member in here}


def carry_out(uow: UnitOfWork, *, plan: YearEnd, minutes: str, by: str = "") -> tuple[int, ...]:
    """Post a year's end; returns the numbers of its entries.

    ``minutes`` names the paper that says so (needed). Raises YearEndRefusedError, also when the
    funds are no longer as they were when the plan was made, and what ``posting.post`` raises.
    """
    words = one_line(nfc(minutes))
    if not words:
        raise YearEndRefusedError("year_end.minutes_missing")
    if fund.balances(uow, on=plan.on).funds != plan.before:
        raise YearEndRefusedError("year_end.out_of_date")
    return tuple(post(uow, list(_entries(plan, words)), by=by))


def _entries(plan: YearEnd, minutes: str) -> Iterator[NewEntry]:
    interest = translate("memo", "Year {year}, by average savings; {minutes}")
    allowance = translate("memo", "Board allowance {year}: {name}; {minutes}")
    moved = translate("memo", "Year {year}, between funds; {minutes}")
    for move in plan.moves:
        memo = moved.format(year=plan.year, minutes=minutes)
        yield from transfer_pair(
            plan.on, move.amount, out_of=move.out_of, into=move.into, memo=memo
        )
    for share in plan.savers:
        memo = interest.format(year=plan.year, minutes=minutes)
        yield NewEntry(
            plan.on,
            "saving_interest",
            share.amount,
            plan.savers_fund,
            member=share.member,
            memo=memo,
        )
    for share in plan.board:
        memo = allowance.format(year=plan.year, name=share.name, minutes=minutes)
        yield NewEntry(plan.on, "expense", share.amount, plan.board_fund, memo=memo)
