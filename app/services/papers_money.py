"""What the papers about money ask of the book: cash book, vouchers, gifts, interest, hand-over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import func, select

from app.base.text import search_key
from app.domain.fund import FUND_ACCOUNTS, KINDS, Account, Fund
from app.domain.fund_book import EntryLine
from app.domain.labels import fund_label
from app.domain.meetings import NOTES
from app.domain.paper_numbers import period_number
from app.domain.paper_shapes import (
    Board,
    CashBook,
    CashBookLine,
    Gift,
    GoldenBook,
    HandOver,
    InterestSplit,
    Voucher,
    VoucherPart,
    Vouchers,
)
from app.services import check_codes, club, fund, fund_statement, loans, members
from app.services.board import terms
from app.services.paper_request import (
    PaperRefusedError,
    PaperRequest,
    last_day,
    last_month,
    whole,
)
from app.services.vouchers import PAYMENT, RECEIPT, voucher_label
from app.store.club_tables import EntryRow, PostingRow
from app.store.database import UnitOfWork

GIFTS = ("donation", "grant")
INTEREST, PENALTY = "interest_payment", "penalty_payment"


def board(uow: UnitOfWork, on: date) -> Board:
    """The names of the three who sign on a day."""
    found = members.board(uow, on=on)
    return Board(**{role: member.full_name for role, member in found.items()})


def cash_book(uow: UnitOfWork, request: PaperRequest) -> CashBook:
    """The cash box over the period; entries of one voucher and kind stand on one line."""
    first, last = whole(uow, request)
    entries = [
        entry for entry in fund.entries(uow, first=first, last=last) if KINDS[entry.kind].cash
    ]
    closing = fund.balances(uow, on=last).cash
    opening = closing - sum(KINDS[entry.kind].cash * entry.amount for entry in entries)
    return CashBook(
        club=club.head(uow),
        board=board(uow, last),
        first=first,
        last=last,
        opening=opening,
        lines=tuple(_lines(entries, opening)),
        closing=closing,
        check_code=check_codes.code(uow, paper="cash-book", first=first, last=last),
    )


def _lines(entries: list[EntryLine], opening: int) -> Iterable[CashBookLine]:
    groups: dict[tuple[object, ...], list[EntryLine]] = {}
    for entry in entries:
        own = entry.reverses or (not entry.voucher and entry.id)
        groups.setdefault((entry.on, entry.voucher, entry.kind, own), []).append(entry)
    balance = opening
    for group in groups.values():
        line = _line(group)
        balance += line.taken - line.paid
        yield replace(line, balance=balance)


def _line(group: list[EntryLine]) -> CashBookLine:
    entry = group[0]
    amount = sum(one.amount for one in group)
    taken = KINDS[entry.kind].cash > 0
    people = {one.member for one in group if one.member}
    alone = len(group) == 1 or len(people) == len({one.memo for one in group}) == 1
    return CashBookLine(
        on=entry.on,
        voucher=entry.voucher,
        kind=entry.kind,
        taken=amount if taken else 0,
        paid=0 if taken else amount,
        balance=0,
        fund=_fund(entry),
        name=entry.name if len(people) == 1 else "",
        people=len(people),
        memo=entry.memo if alone else "",
        reason=entry.reason if entry.reverses else "",
    )


def _fund(entry: EntryLine) -> str:
    """The fund an entry moves, or out of which it lends; empty where several share it, or none."""
    kind = KINDS[entry.kind]
    sides = (kind.into, kind.out_of)
    own = [fund.value for fund, account in FUND_ACCOUNTS.items() if account in sides]
    lent = [Fund.INCOME.value] if Account.LOANS in sides else []
    return next(iter(([entry.fund] if entry.fund else []) + own + lent), "")


def vouchers(uow: UnitOfWork, request: PaperRequest) -> Vouchers:
    """The vouchers of a period, of a meeting's day or the one named (CONTRACT 5.14).

    Raises PaperRefusedError ``paper.no_voucher`` when the book has none of that number there.
    """
    period = whole if request.voucher else last_month
    first, last = period(uow, request)
    if request.meeting is not None:
        first = last = request.meeting
    groups: dict[str, list[EntryLine]] = {}
    for entry in fund.entries(uow, first=first, last=last):
        if entry.voucher and _wanted(request.voucher, entry.voucher):
            groups.setdefault(entry.voucher, []).append(entry)
    if request.voucher and not groups:
        raise PaperRefusedError("paper.no_voucher", number=request.voucher, first=first, last=last)
    reasons = _reversal_reasons(uow)
    homes = {member.code: member.hamlet for member in members.members(uow)}
    made = [_voucher(uow, number, group, reasons, homes) for number, group in groups.items()]
    return Vouchers(
        club=club.head(uow),
        board=board(uow, last),
        first=first,
        last=last,
        vouchers=tuple(sorted(made, key=lambda one: (not one.receipt, _place(one.number)))),
    )


def _wanted(asked: str | None, number: str) -> bool:
    """Whether ``number`` was asked for; ``t01/2018`` is ``T 01/2018``, and None asks for all."""
    return asked is None or search_key(asked).replace(" ", "") == search_key(number).replace(
        " ", ""
    )


def _place(number: str) -> tuple[str, int]:
    count, _, year = number.split(" ")[-1].partition("/")
    return year, int(count)


def _reversal_reasons(uow: UnitOfWork) -> dict[int, str]:
    """The reason each entry was taken back for, by the number of the entry."""
    rows = uow.session.execute(
        select(EntryRow.reverses_id, EntryRow.reason).where(EntryRow.reverses_id.is_not(None))
    )
    return {entry: reason for entry, reason in rows if entry is not None}


def _voucher(
    uow: UnitOfWork,
    number: str,
    group: list[EntryLine],
    reasons: dict[int, str],
    homes: dict[str, str],
) -> Voucher:
    entry = group[0]
    people = {one.member: one.name for one in group if one.member}
    alone = len(people) == 1
    cancelled = all(one.reversed_by for one in group)
    code = check_codes.code(uow, paper="vouchers", first=entry.on, last=entry.on, subject=number)
    return Voucher(
        receipt=KINDS[entry.kind].cash > 0,
        number=number,
        on=entry.on,
        parts=_parts(group),
        person=entry.name if alone else "",
        address=homes.get(entry.member or "", "") if alone else "",
        people=len(people) if len(people) > 1 else 0,
        cancelled=(reasons.get(entry.id, "") or "–") if cancelled else "",
        check_code=code,
    )


def _parts(group: list[EntryLine]) -> tuple[VoucherPart, ...]:
    """The sum of each kind; a voucher of one entry says what it was for."""
    if len(group) == 1:
        entry = group[0]
        memo = ", ".join(text for text in (entry.loan or "", entry.memo) if text)
        return (VoucherPart(entry.kind, entry.amount, memo),)
    sums: dict[str, int] = {}
    for entry in group:
        sums[entry.kind] = sums.get(entry.kind, 0) + entry.amount
    return tuple(VoucherPart(kind, amount) for kind, amount in sums.items())


def golden_book(uow: UnitOfWork, request: PaperRequest) -> GoldenBook:
    """Gifts and support of the period; what was taken back is left out."""
    first, last = whole(uow, request)
    gifts = tuple(
        Gift(entry.on, entry.memo or entry.name, entry.kind, entry.fund, entry.amount)
        for entry in fund.entries(uow, first=first, last=last)
        if entry.kind in GIFTS and not entry.reverses and not entry.reversed_by
    )
    code = check_codes.code(uow, paper="golden-book", first=first, last=last)
    return GoldenBook(club.head(uow), board(uow, last), first, last, gifts, code)


def interest_split(uow: UnitOfWork, request: PaperRequest) -> InterestSplit:
    """Interest and penalties of the period and what each fund got of them (CONTRACT 5.8)."""
    first, last = whole(uow, request)
    accounts = {account.value: name.value for name, account in FUND_ACCOUNTS.items()}
    rows = uow.session.execute(
        select(PostingRow.account, EntryRow.kind, func.sum(PostingRow.amount))
        .join(EntryRow, EntryRow.id == PostingRow.entry_id)
        .where(
            EntryRow.kind.in_((INTEREST, PENALTY)),
            PostingRow.account.in_(accounts),
            EntryRow.on.between(first, last),
        )
        .group_by(PostingRow.account, EntryRow.kind)
    )
    kinds = {INTEREST: 0, PENALTY: 0}
    split = club.rules(uow, on=last).interest_split
    shares = {name: 0 for name, _ in split}
    for account, kind, total in rows:
        kinds[kind] -= total
        shares[accounts[account]] = shares.get(accounts[account], 0) - total
    return InterestSplit(
        club=club.head(uow),
        board=board(uow, last),
        first=first,
        last=last,
        interest=kinds[INTEREST],
        penalty=kinds[PENALTY],
        shares=shares,
        rule=", ".join(f"{fund_label(name)} {percent} %" for name, percent in split),
        number=period_number(first, last, club.started_on(uow)),
        check_code=check_codes.code(uow, paper="interest-split", first=first, last=last),
    )


def hand_over(uow: UnitOfWork, request: PaperRequest) -> HandOver:
    """What a treasurer hands on at the end of a day."""
    on = request.meeting or last_day(uow, request)
    has = fund.balances(uow, on=on)
    return HandOver(
        club=club.head(uow),
        board=board(uow, on),
        on=on,
        cash=has.cash,
        bank=has.bank,
        loans=has.loans,
        open_loans=len(loans.open_codes(uow, on=on)),
        savings=has.savings,
        borrowed=has.borrowed,
        funds={
            name: amount
            for name, amount in has.funds.items()
            if name != Fund.CARE or fund_statement.care_used(uow)
        },
        notes=NOTES,
        last_receipt=_last_voucher(uow, RECEIPT, on),
        last_payment=_last_voucher(uow, PAYMENT, on),
        number=_handover_number(uow, on),
        taker=_next_treasurer(uow, on),
        check_code=check_codes.code(uow, paper="hand-over", first=on, last=on),
    )


def _handover_number(uow: UnitOfWork, on: date) -> str:
    """How often the cash box has changed hands that year before the day, and this once more."""
    begun = [term.from_on for term in terms(uow) if term.role == "treasurer"]
    return str(sum(day.year == on.year and day < on for day in begun[1:]) + 1)


def _next_treasurer(uow: UnitOfWork, on: date) -> str:
    """Who holds the box from the day after; empty while it stays where it is."""
    now, then = (board(uow, day).treasurer for day in (on, on + timedelta(days=1)))
    return then if then != now else ""


def _last_voucher(uow: UnitOfWork, series: str, on: date) -> str:
    row = uow.session.execute(
        select(EntryRow.voucher_series, EntryRow.voucher_year, EntryRow.voucher_no)
        .where(EntryRow.voucher_series == series, EntryRow.on <= on)
        .order_by(EntryRow.voucher_year.desc(), EntryRow.voucher_no.desc())
        .limit(1)
    ).first()
    return voucher_label(*row) if row else ""


QUESTIONS: dict[str, Callable[[UnitOfWork, PaperRequest], object]] = {
    "cash-book": cash_book,
    "vouchers": vouchers,
    "golden-book": golden_book,
    "interest-split": interest_split,
    "hand-over": hand_over,
}
