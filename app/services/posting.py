"""The one place that writes entries: checked, numbered, balanced, chained.

``fund`` and ``closing`` say what to post; nothing else inserts into ``entry`` or ``posting``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

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
from app.services.loans_given import Loan, LoansGiven
from app.services.locks import locked_until, refuse_locked
from app.services.vouchers import VoucherNumbers
from app.store import chain
from app.store.club_tables import EntryRow, LoanRow, MeetingRow, PostingRow
from app.store.database import UnitOfWork
from app.store.stored_rows import StoredEntry, insert_stored

_LOANS_TABLE, _MEETING = LoanRow.__table__, MeetingRow.__table__.c
_LAST_NUMBER = select(func.max(EntryRow.__table__.c.id))
_LOANS = select(_LOANS_TABLE).where(_LOANS_TABLE.c.code.in_(bindparam("codes", expanding=True)))
_MONTHS = select(_MEETING.id, _MEETING.month).where(
    _MEETING.id.in_(bindparam("keys", expanding=True))
)


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
    if not new:
        return []
    facts = _Facts.load(uow, new)
    connection = uow.connection
    last = connection.execute(_LAST_NUMBER).scalar() or 0
    before = chain.head_of_entries(connection)
    vouchers = VoucherNumbers.load(uow, {entry.on.year for entry in new})
    rows: list[tuple[object, ...]] = []
    posting_rows: list[tuple[object, ...]] = []
    for number, entry in enumerate(new, last + 1):
        checked = facts.checked(entry)
        postings = checked.postings or facts.postings(checked)
        check_balanced(postings)
        row = facts.row(checked, number, by, vouchers)
        moved = [(posting.account.value, posting.amount) for posting in postings]
        form = chain.entry_form(
            row,
            member=checked.member,
            loan=checked.loan,
            terms=facts.terms(checked),
            meeting=facts.meetings.get(checked.meeting_id),
            postings=moved,
        )
        before = chain.link(before, form)
        rows.append((*row, before))
        posting_rows += [(number, account, row.on, amount) for account, amount in moved]
    insert_stored(uow, EntryRow, rows)
    insert_stored(uow, PostingRow, posting_rows)
    check_not_below_zero(uow, [facts.touched(entry) for entry in new])
    return list(range(last + 1, last + 1 + len(new)))


@dataclass(slots=True)
class _Facts:
    """What the checks of new entries need to know of the book."""

    started_on: date
    locked_until: Month | None
    rule_changes: list[RuleChange]
    members: dict[str, Member]
    member_ids: dict[str, int]
    loans: dict[str, Loan]
    borrowers: dict[str, str]
    meetings: dict[int | None, str]
    given: LoansGiven
    recorded_at: str

    @classmethod
    def load(cls, uow: UnitOfWork, new: Sequence[NewEntry]) -> _Facts:
        asked = {entry.loan for entry in new if entry.loan}
        loans = {row.code: row for row in uow.rows(_LOANS, codes=sorted(asked))} if asked else {}
        ids = members.ids(uow)
        codes = {key: code for code, key in ids.items()}
        held = {entry.meeting_id for entry in new if entry.meeting_id is not None}
        return cls(
            started_on=club.started_on(uow),
            locked_until=locked_until(uow),
            rule_changes=club.rule_changes(uow),
            members=members.by_code(uow),
            member_ids=ids,
            loans=loans,
            borrowers={code: codes[loan.member_id] for code, loan in loans.items()},
            meetings=dict(uow.rows(_MONTHS, keys=sorted(held)).all()) if held else {},
            given=LoansGiven.load(uow, asked),
            recorded_at=clock.now().isoformat(timespec="seconds"),
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

    def row(self, entry: NewEntry, number: int, by: str, vouchers: VoucherNumbers) -> StoredEntry:
        return StoredEntry(
            number,
            entry.on.isoformat(),
            entry.kind,
            entry.amount,
            entry.fund,
            self.member_ids[entry.member] if entry.member else None,
            self.loans[entry.loan].id if entry.loan else None,
            entry.meeting_id,
            entry.memo,
            *vouchers.next(entry),
            entry.reverses,
            entry.reason,
            self.recorded_at,
            nfc(by),
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
