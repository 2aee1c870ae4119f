"""What the meeting's sheet asks of each member, and how a payment is spread (CONTRACT 5.13)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from app.base.errors import AppError
from app.domain.loan_state import LoanHistory
from app.domain.penalties import penalty_due
from app.domain.periods import Month
from app.domain.rules import RuleChange, rules_on
from app.services import club, loans, members
from app.store.club_tables import EntryRow, MemberRow
from app.store.database import UnitOfWork


class TooMuchError(AppError):
    """A payment above what is owed."""


@dataclass(frozen=True, slots=True)
class Due:
    """What one member owes up to the end of a month: amounts by kind, and her loans' balance."""

    by_kind: dict[str, int] = field(default_factory=dict)
    outstanding: int = 0


NOTHING = Due()


def asked(uow: UnitOfWork, *, month: Month) -> dict[str, Due]:
    """What the sheet of a month's meeting asks, by member's code; kinds of 0 are left out."""
    last = month.last_day
    fees = _fees(uow, month)
    interest: dict[str, int] = {}
    principal: dict[str, int] = {}
    penalty: dict[str, int] = {}
    outstanding: dict[str, int] = {}
    borrowers, changes = loans.borrowers(uow), club.rule_changes(uow)
    for code, history in loans.histories(uow, loans=loans.open_codes(uow, on=last)).items():
        member = borrowers[code]
        interest[member] = interest.get(member, 0) + history.interest_behind(last)
        principal[member] = principal.get(member, 0) + history.principal_asked(last)
        outstanding[member] = outstanding.get(member, 0) + history.outstanding(last)
        penalty[member] = penalty.get(member, 0) + penalty_due(history, changes, last)
    found = {}
    for member in members.by_code(uow):
        amounts = {
            "membership_fee": fees.get(member, 0),
            "interest_payment": interest.get(member, 0),
            "principal_repayment": principal.get(member, 0),
            "penalty_payment": penalty.get(member, 0),
        }
        due = {kind: amount for kind, amount in amounts.items() if amount}
        found[member] = Due(due, outstanding.get(member, 0))
    return found


def _fees(uow: UnitOfWork, month: Month) -> dict[str, int]:
    """The fee of each month from joining on, held or not, less what was paid; at least 0."""
    changes = club.rule_changes(uow)
    first = Month.of(club.started_on(uow))
    fee = {m: rules_on(changes, m.last_day).fee_monthly for m in first.until(month)}
    paid = dict(
        uow.session.execute(
            select(MemberRow.code, func.sum(EntryRow.amount))
            .join(MemberRow, MemberRow.id == EntryRow.member_id)
            .where(EntryRow.kind == "membership_fee")
            .group_by(MemberRow.code)
        ).all()
    )
    found = {}
    for member in members.members(uow):
        last = min(month, Month.of(member.left_on)) if member.left_on else month
        since = max(first, Month.of(member.joined_on))
        owed = sum(fee[m] for m in since.until(last))
        found[member.code] = max(0, owed - paid.get(member.code, 0))
    return found


def spread(
    uow: UnitOfWork, *, member: str, kind: str, amount: int, month: Month
) -> list[tuple[str | None, int]]:
    """Divide a payment over a member's open loans: first what each asks, oldest loan first.

    What is left then lowers principal, oldest loan first; interest in advance goes to the oldest.
    Raises TooMuchError when she has no loan, or owes less principal than she pays.
    """
    last = month.last_day
    borrowers = loans.borrowers(uow)
    codes = [code for code in loans.open_codes(uow, on=last) if borrowers[code] == member]
    if amount == 0:
        return []
    if not codes:
        raise TooMuchError("loan.none_open", member=member)
    found = sorted(loans.histories(uow, loans=codes).items(), key=lambda item: item[1].terms.on)
    parts: dict[str | None, int] = dict.fromkeys(codes, 0)
    left = amount
    changes = club.rule_changes(uow)
    asked = {code: _asked_of(history, kind, last, changes) for code, history in found}
    owed = {code: _owed_on(history, kind, last) for code, history in found}
    for limits in (asked, owed):
        for code, limit in limits.items():
            part = min(left, max(0, limit - parts[code]))
            parts[code] += part
            left -= part
    if left and kind == "principal_repayment":
        raise TooMuchError("loan.more_than_owed", member=member, amount=amount, short=left)
    parts[found[0][0]] += left
    return [(code, part) for code, part in parts.items() if part]


def _asked_of(history: LoanHistory, kind: str, last: date, changes: list[RuleChange]) -> int:
    if kind == "principal_repayment":
        return history.principal_asked(last)
    if kind == "penalty_payment":
        return penalty_due(history, changes, last)
    return history.interest_behind(last)


def _owed_on(history: LoanHistory, kind: str, last: date) -> int:
    return history.outstanding(last) if kind == "principal_repayment" else 0
