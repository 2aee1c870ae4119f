"""The entries of a checked paper book → numbered, vouchered, posted, chained.

Entries are written in order of day, within a day as they stand; so their running numbers, their
vouchers and the hash chain follow the calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from typing import NamedTuple

from app.base import clock
from app.domain.fund import FUND_ACCOUNTS, KINDS, Account, Fund, Side, postings_for
from app.domain.paper_book import PaperBook, PaperEntry, PaperLoan
from app.domain.paper_money import day_order, shares_of
from app.services.vouchers import VoucherNumbers
from app.store import chain
from app.store.club_tables import EntryRow, LoanRow, PostingRow
from app.store.database import UnitOfWork
from app.store.stored_rows import StoredEntry, insert_stored

_Postings = list[tuple[str, int]]


class Keys(NamedTuple):
    """The tables' keys of people and loans by code, of meetings by day."""

    members: dict[str, int]
    loans: dict[str, int]
    meetings: dict[date, int]


class _Slip(NamedTuple):
    """What the numbering of vouchers looks at."""

    on: date
    kind: str
    member: str | None
    meeting_id: int | None
    reverses: int | None


def insert_entries(uow: UnitOfWork, book: PaperBook, keys: Keys) -> None:
    """Write every entry with its postings, chained from the first to the last."""
    postings_of = _postings_of(book)
    terms = {loan.code: _terms(loan) for loan in book.loans}
    months = {meeting.on: str(meeting.month) for meeting in book.meetings if meeting.on}
    rows: list[tuple[object, ...]] = []
    posting_rows: list[tuple[object, ...]] = []
    before = chain.START
    for line, entry in _lines(book, keys):
        postings = postings_of(entry)
        form = chain.entry_form(
            line,
            member=entry.member or None,
            loan=entry.loan or None,
            terms=terms[entry.loan] if entry.kind in chain.GIVEN else None,
            meeting=months[entry.meeting] if entry.meeting else None,
            postings=postings,
        )
        before = chain.link(before, form)
        rows.append((*line, before))
        posting_rows += [(line.id, account, line.on, amount) for account, amount in postings]
    insert_stored(uow, EntryRow, rows)
    insert_stored(uow, PostingRow, posting_rows)


def _terms(loan: PaperLoan) -> chain.Canonical:
    terms = asdict(loan.terms)
    del terms["instalment_step"]
    return chain.loan_terms(LoanRow(**terms | {"method": loan.terms.method.value}), loan.member)


def _lines(book: PaperBook, keys: Keys) -> Iterator[tuple[StoredEntry, PaperEntry]]:
    """Each entry in the order of the chain, numbered, with its voucher."""
    vouchers, now = VoucherNumbers(), clock.now().isoformat(timespec="seconds")
    order = day_order(book)
    numbers = {place: number for number, place in enumerate(order, start=1)}
    for number, place in enumerate(order, start=1):
        entry = book.entries[place]
        meeting_id = keys.meetings[entry.meeting] if entry.meeting else None
        reverses = None if entry.reverses is None else numbers[entry.reverses]
        slip = _Slip(entry.on, entry.kind, entry.member or None, meeting_id, reverses)
        line = StoredEntry(
            number,
            entry.on.isoformat(),
            entry.kind,
            book.signed_amount(entry),
            entry.fund,
            keys.members[entry.member] if entry.member else None,
            keys.loans[entry.loan] if entry.loan else None,
            meeting_id,
            entry.memo,
            *vouchers.next(slip),
            reverses,
            entry.reason,
            now,
            "",
        )
        yield line, entry


def _postings_of(book: PaperBook) -> Callable[[PaperEntry], _Postings]:
    """Account and amount of each posting of an entry; a reversal undoes those it takes back.

    Fees and instalments repeat, so the postings of one kind and amount are made once.
    """
    shares_for = shares_of(book)
    made: dict[tuple[str, int, str], _Postings] = {}

    def postings(entry: PaperEntry) -> _Postings:
        if entry.reverses is not None:
            return [(account, -part) for account, part in postings(book.entries[entry.reverses])]
        kind = KINDS[entry.kind]
        if kind.out_of is Side.SPLIT:
            parts = shares_for(entry).items()
            shares = [(FUND_ACCOUNTS[Fund(fund)].value, -part) for fund, part in parts if part]
            return [(Account.CASH.value, entry.amount), *shares]
        key = (entry.kind, entry.amount, entry.fund)
        if key not in made:
            fund = Fund(entry.fund) if entry.fund else None
            pairs = postings_for(kind, entry.amount, fund=fund)
            made[key] = [(posting.account.value, posting.amount) for posting in pairs]
        return made[key]

    return postings
