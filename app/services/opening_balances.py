"""What the book took over of each member's savings and loans, for her to read and sign."""

from __future__ import annotations

from collections import defaultdict

from app.domain.members import told_apart
from app.domain.opening_balances import OpeningBalances, OpeningLine
from app.services import check_codes, club, fund, members
from app.services.paper_request import PaperRequest, last_day
from app.services.papers_money import board
from app.store.database import UnitOfWork

SAVINGS, LOAN = "opening_savings", "opening_loan"


def opening_balances(uow: UnitOfWork, request: PaperRequest) -> OpeningBalances:
    """Everybody of the book's first day, and whoever has something taken over later.

    Corrections up to the day of the paper are part of a sum. A member without savings and debt has
    a line too: that she has none is what she signs.
    """
    started_on, on = club.started_on(uow), last_day(uow, request)
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for entry in fund.entries(uow, first=started_on, last=on):
        if entry.kind in (SAVINGS, LOAN) and entry.member:
            sums[entry.kind, entry.member] += entry.amount
    named = {code for _, code in sums}
    first = {member.code for member in members.members(uow, on=started_on)}
    people = [one for one in members.members(uow) if one.code in named | first]
    names = told_apart(people)
    return OpeningBalances(
        club=club.head(uow),
        board=board(uow, on),
        started_on=started_on,
        on=on,
        lines=tuple(
            OpeningLine(
                code=one.code,
                name=names[one.code],
                birth_year=one.birth_year,
                savings=sums[SAVINGS, one.code],
                outstanding=sums[LOAN, one.code],
            )
            for one in people
        ),
        check_code=check_codes.code(uow, paper="opening-balances", first=on, last=on),
    )
