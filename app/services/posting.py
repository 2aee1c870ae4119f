"""The one place that writes entries: checked, numbered, balanced, chained.

``fund`` and ``closing`` say what to post; nothing else inserts into ``entry`` or ``posting``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, insert, select

from app.base import clock
from app.base.errors import AppError
from app.base.text import nfc
from app.domain.fund import (
    AFTER_LEAVING,
    KINDS,
    TRANSFER_KINDS,
    Fund,
    Kind,
    Posting,
    Side,
    check_balanced,
    postings_for,
)
from app.domain.members import Member
from app.domain.money import MAX_AMOUNT, format_dong
from app.domain.periods import Month
from app.domain.rules import FUNDS, RuleChange, rules_on
from app.services import club, members
from app.services.balance_checks import Touched, check_not_below_zero
from app.services.loans_given import LoansGiven
from app.services.locks import locked_until, refuse_locked
from app.services.vouchers import VoucherNumbers
from app.store import chain
from app.store.club_tables import EntryRow, LoanRow, MeetingRow, PostingRow
from app.store.database import UnitOfWork


class EntryRefusedError(AppError):
    """An entry that breaks a rule of the book; nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is to be posted. ``amount`` is negative on a reversal, which brings ``postings``."""

    on: date
    kind: str
    amount: int
    fund: str = ""
    member: str | None = None
    loan: str | None = None
    memo: str = ""
    meeting_id: int | None = None
    reverses: int | None = None
    reason: str = ""
    postings: tuple[Posting, ...] = ()


def post(uow: UnitOfWork, new: Sequence[NewEntry], *, by: str) -> list[int]:
    """Post entries in the order given; returns their running numbers.

    Raises EntryRefusedError, LoanNotGivenError, BelowZeroError, MonthLockedError,
    UnknownMemberError; the caller's unit of work then rolls all of it back.
    """
    facts = _Facts.load(uow)
    connection = uow.connection
    number = connection.execute(select(func.max(EntryRow.id))).scalar() or 0
    before = chain.head_of_entries(connection)
    vouchers = VoucherNumbers.load(uow)
    rows, posting_rows, numbers = [], [], []
    for entry in new:
        checked = facts.checked(entry)
        postings = checked.postings or facts.postings(checked)
        check_balanced(postings)
        number += 1
        row = facts.row(checked, number, by, vouchers)
        form = chain.entry_form(
            row,
            member=checked.member,
            loan=checked.loan,
            terms=facts.terms(checked),
            meeting=facts.meetings.get(checked.meeting_id),
            postings=[(posting.account.value, posting.amount) for posting in postings],
        )
        row.hash = before = chain.link(before, form)
        rows.append({column.name: getattr(row, column.name) for column in EntryRow.__table__.c})
        posting_rows += [
            {"entry_id": number, "account": p.account.value, "on": checked.on, "amount": p.amount}
            for p in postings
        ]
        numbers.append(number)
    if rows:
        uow.session.execute(insert(EntryRow), rows)
        uow.session.execute(insert(PostingRow), posting_rows)
        uow.topics.update({"entry", "posting"})
        check_not_below_zero(uow, [facts.touched(entry) for entry in new])
    return numbers


@dataclass(slots=True)
class _Facts:
    """What the checks of new entries need to know of the book."""

    started_on: date
    locked_until: Month | None
    rule_changes: list[RuleChange]
    members: dict[str, Member]
    member_ids: dict[str, int]
    loans: dict[str, LoanRow]
    borrowers: dict[str, str]
    meetings: dict[int | None, str]
    given: LoansGiven

    @classmethod
    def load(cls, uow: UnitOfWork) -> _Facts:
        ids = members.ids(uow)
        codes = {key: code for code, key in ids.items()}
        loans = {loan.code: loan for loan in uow.session.execute(select(LoanRow)).scalars()}
        borrowers = {code: codes[loan.member_id] for code, loan in loans.items()}
        rows = uow.session.execute(select(MeetingRow.id, MeetingRow.month))
        meetings: dict[int | None, str] = dict(rows.all())
        return cls(
            started_on=club.started_on(uow),
            locked_until=locked_until(uow),
            rule_changes=club.rule_changes(uow),
            members=members.by_code(uow),
            member_ids=ids,
            loans=loans,
            borrowers=borrowers,
            meetings=meetings,
            given=LoansGiven.load(uow),
        )

    def checked(self, entry: NewEntry) -> NewEntry:
        """The entry with its borrower filled in; raises EntryRefusedError, MonthLockedError."""
        kind = KINDS.get(entry.kind)
        if kind is None:
            raise EntryRefusedError("entry.kind_unknown", kind=entry.kind)
        if entry.amount <= 0 and entry.reverses is None:
            raise EntryRefusedError("amount.not_positive", amount=entry.amount)
        if entry.amount > MAX_AMOUNT:
            limit = format_dong(MAX_AMOUNT)
            raise EntryRefusedError("amount.too_large", text=format_dong(entry.amount), limit=limit)
        refuse_locked(self.locked_until, entry.on)
        if entry.on < self.started_on:
            raise EntryRefusedError("entry.before_book", on=entry.on, started_on=self.started_on)
        if entry.on > clock.today():
            raise EntryRefusedError("entry.in_future", on=entry.on)
        if kind.fund and entry.fund not in FUNDS:
            code = "entry.fund_unknown" if entry.fund else "entry.fund_missing"
            raise EntryRefusedError(code, name=entry.fund)
        member = self._member(kind, entry)
        if member is not None and entry.reverses is None:
            self._check_membership(self.members[member], entry)
        return NewEntry(
            entry.on,
            entry.kind,
            entry.amount,
            entry.fund if kind.fund else "",
            member,
            entry.loan if kind.loan else None,
            nfc(entry.memo.strip()),
            entry.meeting_id,
            entry.reverses,
            nfc(entry.reason.strip()),
            entry.postings,
        )

    def _member(self, kind: Kind, entry: NewEntry) -> str | None:
        if not kind.loan:
            if kind.member and entry.member is None:
                raise EntryRefusedError("entry.member_missing", kind=kind.code)
            if entry.member is not None and entry.member not in self.members:
                raise members.UnknownMemberError("member.unknown", member=entry.member)
            return entry.member
        if entry.loan is None or entry.loan not in self.loans:
            raise EntryRefusedError("loan.unknown", loan=entry.loan or "")
        borrower = self.borrowers[entry.loan]
        if entry.member not in (None, borrower):
            raise EntryRefusedError("entry.not_the_borrower", loan=entry.loan, member=entry.member)
        self.given.add(self.loans[entry.loan], entry.kind, entry.on, entry.amount)
        return borrower

    @staticmethod
    def _check_membership(member: Member, entry: NewEntry) -> None:
        params = {"member": member.code, "name": member.full_name, "on": entry.on}
        if entry.on < member.joined_on:
            raise EntryRefusedError("entry.before_joined", **params)
        left = member.left_on is not None and entry.on > member.left_on
        if left and entry.kind not in AFTER_LEAVING:
            raise EntryRefusedError("entry.after_left", **params)

    def postings(self, entry: NewEntry) -> tuple[Posting, ...]:
        kind, fund = KINDS[entry.kind], Fund(entry.fund) if entry.fund else None
        split = rules_on(self.rule_changes, entry.on).split if kind.out_of is Side.SPLIT else None
        return postings_for(kind, entry.amount, fund=fund, split=split)

    def terms(self, entry: NewEntry) -> chain.Canonical | None:
        if entry.loan is None or entry.kind not in chain.GIVEN:
            return None
        return chain.loan_terms(self.loans[entry.loan], self.borrowers[entry.loan])

    def row(self, entry: NewEntry, number: int, by: str, vouchers: VoucherNumbers) -> EntryRow:
        series, year, voucher = vouchers.next(entry)
        return EntryRow(
            id=number,
            on=entry.on,
            kind=entry.kind,
            amount=entry.amount,
            fund=entry.fund,
            member_id=self.member_ids[entry.member] if entry.member else None,
            loan_id=self.loans[entry.loan].id if entry.loan else None,
            meeting_id=entry.meeting_id,
            memo=entry.memo,
            voucher_series=series,
            voucher_year=year,
            voucher_no=voucher,
            reverses_id=entry.reverses,
            reason=entry.reason,
            recorded_at=clock.now(),
            recorded_by=nfc(by),
        )

    def touched(self, entry: NewEntry) -> Touched:
        member = self.borrowers.get(entry.loan or "") or entry.member
        return entry.on, member, entry.loan, entry.kind


def transfer_pair(
    on: date, amount: int, *, out_of: str, into: str, memo: str
) -> Iterable[NewEntry]:
    """The two entries of a move between funds, one under the other (CONTRACT 3)."""
    if out_of == into:
        raise EntryRefusedError("transfer.same_fund")
    arriving, leaving = TRANSFER_KINDS
    return (
        NewEntry(on, leaving, amount, out_of, memo=memo),
        NewEntry(on, arriving, amount, into, memo=memo),
    )
