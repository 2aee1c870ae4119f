"""A club splits or merges: people, loans, savings and money go from one book into another.

Each book keeps its own side: ``handover_*`` here, ``opening_*`` of the same amounts there, on the
same day, also after that book's first day (CONTRACT 3).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from app.base.text import nfc, one_line, translate
from app.domain.extensions import Extension
from app.domain.loan_state import LoanHistory
from app.domain.succession import (
    Handover,
    HandoverRefusedError,
    MovedLoan,
    cash_then_bank,
    money_for_share,
)
from app.services import board, club, extensions, fund, loans, members, savings
from app.services.posting import NewEntry, post
from app.store.club_tables import LoanRow, MemberRow
from app.store.database import UnitOfWork

NO_MONEY: Mapping[str, int] = {}


def share_of(
    uow: UnitOfWork,
    *,
    on: date,
    going: Collection[str],
    percent: int | None = None,
    borrowed: Mapping[str, int] = NO_MONEY,
    savings_fund: str = "income",
) -> tuple[dict[str, int], dict[str, int]]:
    """Cash and bank money by fund that gives those who go their share of every fund.

    A share of a fund is its balance × those who go / all members, or × ``percent`` / 100 where the
    clubs agreed on that, rounded down; loans that go along count for the income fund, and savings
    and ``borrowed`` capital that go along are covered. With all members going it is all the club
    has, borrowed capital apart. Raises HandoverRefusedError.
    """
    if not going and percent is None:
        raise HandoverRefusedError("handover.nothing")
    balances = fund.balances(uow, on=on)
    part, whole = len(going), len(members.members(uow, on=on))
    if percent is not None:
        part, whole = percent, 100
    if not 0 <= part <= whole:
        raise HandoverRefusedError("handover.share_above_whole", percent=part)
    shares = {name: amount * part // whole for name, amount in balances.funds.items() if amount}
    saved = savings.by_member(uow, on=on)
    money = money_for_share(
        shares,
        loans=sum(loan.balance for loan in _moved_loans(uow, on, going)),
        savings=sum(saved.get(member, 0) for member in going),
        savings_fund=savings_fund,
        borrowed=borrowed,
    )
    return cash_then_bank(money, cash=balances.cash)


def plan(
    uow: UnitOfWork,
    *,
    on: date,
    to_club: str,
    going: Collection[str],
    minutes: str,
    cash: Mapping[str, int] = NO_MONEY,
    bank: Mapping[str, int] = NO_MONEY,
    borrowed: Mapping[str, int] = NO_MONEY,
    savings_fund: str = "income",
) -> Handover:
    """What ``hand_over`` would give to another club; changes nothing. Raises HandoverRefusedError.

    ``cash``, ``bank`` and ``borrowed`` are by fund.
    """
    words = one_line(nfc(minutes))
    if not words:
        raise HandoverRefusedError("handover.minutes_missing")
    if not (going or cash or bank):
        raise HandoverRefusedError("handover.nothing")
    people = [person for person in members.members(uow, on=on) if person.code in set(going)]
    for code in sorted(set(going) - {person.code for person in people}):
        raise HandoverRefusedError("handover.not_a_member", member=code, on=on)
    saved = savings.by_member(uow, on=on)
    return Handover(
        on=on,
        giver=club.head(uow),
        taker=to_club,
        minutes=words,
        members=tuple(people),
        loans=_moved_loans(uow, on, going),
        savings={person.code: saved[person.code] for person in people if person.code in saved},
        savings_fund=savings_fund,
        cash=dict(cash),
        bank=dict(bank),
        borrowed=dict(borrowed),
    )


def hand_over(
    uow: UnitOfWork,
    *,
    on: date,
    to_club: str,
    going: Collection[str],
    minutes: str,
    cash: Mapping[str, int] = NO_MONEY,
    bank: Mapping[str, int] = NO_MONEY,
    borrowed: Mapping[str, int] = NO_MONEY,
    savings_fund: str = "income",
    by: str = "",
) -> Handover:
    """Members go to another club with their loans, their savings and money of the funds.

    Everybody who goes leaves on ``on``. Returns what the other book takes over and the papers of
    both sides show. Raises as ``plan``, and what ``posting.post`` raises.
    """
    found = plan(
        uow,
        on=on,
        to_club=to_club,
        going=going,
        minutes=minutes,
        cash=cash,
        bank=bank,
        borrowed=borrowed,
        savings_fund=savings_fund,
    )
    memo = translate("memo", "Handed over to {club}; {minutes}")
    words = memo.format(club=to_club, minutes=found.minutes)
    post(uow, _entries(found, "handover", words), by=by)
    for person in found.members:
        board.step_down(uow, member=person.code, on=on)
        members.leave(uow, code=person.code, on=on)
    return found


def _moved_loans(uow: UnitOfWork, on: date, going: Collection[str]) -> tuple[MovedLoan, ...]:
    codes = loans.open_codes(uow, on=on)
    histories = loans.histories(uow, loans=codes)
    people = {key: code for code, key in members.ids(uow).items()}
    rows = uow.session.execute(
        select(LoanRow.code, LoanRow.member_id, LoanRow.purpose, LoanRow.guarantor_id)
        .join(MemberRow, MemberRow.id == LoanRow.member_id)
        .where(LoanRow.code.in_(codes), MemberRow.code.in_(going))
        .order_by(LoanRow.code)
    )
    return tuple(
        _moved(histories[code], on, code, people[member], purpose, people.get(guarantor or 0))
        for code, member, purpose, guarantor in rows
    )


def _moved(
    history: LoanHistory, on: date, code: str, member: str, purpose: str, guarantor: str | None
) -> MovedLoan:
    extended = [extension for extension in history.extensions if extension.on <= on]
    rest = sum(row.due > on for row in history.plan(on)) if extended else 0
    return MovedLoan(
        code=code,
        member=member,
        terms=history.terms,
        purpose=purpose,
        guarantor=guarantor,
        balance=history.outstanding(on),
        interest_behind=history.interest_behind(on),
        rest=max(1, rest) if extended else 0,
        minutes=extended[-1].minutes if extended else "",
    )


def _entries(found: Handover, side: str, memo: str) -> list[NewEntry]:
    """The money of a handover, ``side`` being ``handover`` or ``opening``.

    What makes funds and balances rise stands first on both sides.
    """
    on = found.on
    lent = [
        NewEntry(on, f"{side}_loan", loan.balance, loan=loan.code, memo=memo)
        for loan in found.loans
    ]
    saved = [
        NewEntry(on, f"{side}_savings", amount, found.savings_fund, member=member, memo=memo)
        for member, amount in found.savings.items()
    ]
    by_fund = [
        NewEntry(on, f"{side}_{what}", amount, name, memo=memo)
        for what, amounts in (
            ("borrowed", found.borrowed),
            ("bank", found.bank),
            ("cash", found.cash),
        )
        for name, amount in amounts.items()
        if amount
    ]
    money = [*saved, *by_fund, *lent]
    return money if side == "handover" else money[::-1]


def take_over(uow: UnitOfWork, *, handover: Handover, by: str = "") -> dict[str, str]:
    """Take in what another club handed over, the same amounts on the same day.

    Members join on that day as ordinary members; a code that is taken here becomes the next free
    one. Returns their new codes by the old ones. Raises HandoverRefusedError when it is in this
    book already, and what ``posting.post`` raises.
    """
    memo = translate("memo", "Taken over from {club}; {minutes}").format(
        club=handover.giver.name, minutes=handover.minutes
    )
    lines = fund.entries(uow, first=handover.on, last=handover.on)
    if any(line.memo == memo and line.reversed_by is None for line in lines):
        name = handover.giver.name
        raise HandoverRefusedError("handover.taken_already", giver=name, on=handover.on)
    codes = _join_all(uow, handover)
    moved = [
        replace(
            loan,
            member=codes[loan.member],
            guarantor=codes.get(loan.guarantor or ""),
        )
        for loan in handover.loans
    ]
    here = replace(
        handover,
        loans=_take_loans(uow, moved, handover.on, by),
        savings={codes[member]: amount for member, amount in handover.savings.items()},
    )
    post(uow, _entries(here, "opening", memo), by=by)
    return codes


def _join_all(uow: UnitOfWork, handover: Handover) -> dict[str, str]:
    taken, codes = members.by_code(uow), {}
    for person in handover.members:
        code = "" if person.code in taken else person.code
        new = replace(person, code=code, joined_on=handover.on, left_on=None, role="member")
        codes[person.code] = members.join(uow, member=new)
    return codes


def _take_loans(
    uow: UnitOfWork, moved: list[MovedLoan], on: date, by: str
) -> tuple[MovedLoan, ...]:
    """The loans' rows; a code that is taken becomes the next free one.

    What is left of an extended plan goes on as an extension of the day it came.
    """
    taken = set(uow.session.execute(select(LoanRow.code)).scalars())
    numbers = [int(code[1:]) for code in taken if code[:1] == "L" and code[1:].isdecimal()]
    last, named = max(numbers, default=0), []
    for loan in moved:
        if loan.code in taken:
            last += 1
            loan = replace(loan, code=f"L{last:03d}")
        taken.add(loan.code)
        last = max(last, int(loan.code[1:]) if loan.code[1:].isdecimal() else 0)
        uow.session.add(_loan_row(uow, loan))
        named.append(loan)
    uow.session.flush()
    for loan in named:
        if loan.rest:
            plan = Extension(on, loan.terms.method, loan.rest, minutes=loan.minutes)
            extensions.add(uow, loan=loan.code, extension=plan, by=by)
    return tuple(named)


def _loan_row(uow: UnitOfWork, loan: MovedLoan) -> LoanRow:
    terms = loan.terms
    return LoanRow(
        code=loan.code,
        member_id=members.member_id(uow, loan.member),
        on=terms.on,
        principal=terms.principal,
        rate_bp=terms.rate_bp,
        method=terms.method.value,
        term_months=terms.term_months,
        grace_months=terms.grace_months,
        rounding=terms.rounding,
        purpose=loan.purpose,
        guarantor_id=members.member_id(uow, loan.guarantor) if loan.guarantor else None,
    )
