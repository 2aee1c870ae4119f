"""What speaks against a loan before the meeting gives it: figures found here, judged by the domain.

It only asks. Giving the loan is the meeting's; who waits for one stands in ``loan_requests``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.base.errors import Problem
from app.domain import lending
from app.domain.drafts import DraftMeeting
from app.domain.lending import LoanCase
from app.domain.loan_state import LoanHistory
from app.services import club, fund, loans, members, savings
from app.services.meeting_sheet import draft
from app.store.database import UnitOfWork


def loan_doubts(
    uow: UnitOfWork,
    *,
    draft_id: int,
    member: str,
    principal: int,
    rate_bp: int | None = None,
    guarantor: str | None = None,
) -> tuple[Problem, ...]:
    """Why the club's rules of the meeting's day speak against a loan; empty when nothing does.

    Counts what the open meeting already holds: payments on old loans, savings, other new loans.
    ``rate_bp`` is that of the club's rule unless another is given. Raises UnknownMemberError.
    """
    meeting = draft(uow, draft_id=draft_id)
    return doubts_at(
        uow, meeting, member=member, principal=principal, rate_bp=rate_bp, guarantor=guarantor
    )


def doubts_at(
    uow: UnitOfWork,
    meeting: DraftMeeting,
    *,
    member: str,
    principal: int,
    rate_bp: int | None = None,
    guarantor: str | None = None,
) -> tuple[Problem, ...]:
    """As ``loan_doubts``, of a meeting that was read already."""
    members.member_id(uow, member)
    rules = club.rules(uow, on=meeting.on)
    rate = rules.loan_rate_bp if rate_bp is None else rate_bp
    case = _case(uow, meeting, member, principal, rate)
    return (*lending.doubts(case, rules), *_guarantor_doubts(uow, meeting, member, guarantor))


def _case(
    uow: UnitOfWork, meeting: DraftMeeting, member: str, principal: int, rate_bp: int
) -> LoanCase:
    still = list(_after_payments(uow, meeting, member))
    agreed = [loan.principal for loan in meeting.loans if loan.member == member]
    balances = fund.balances(uow, on=meeting.on)
    return LoanCase(
        principal=principal,
        rate_bp=rate_bp,
        open_loans=len(still) + len(agreed),
        owed=sum(owed for owed, _, _ in still) + sum(agreed),
        overdue=sum(overdue for _, overdue, _ in still),
        days_overdue=max((days for _, _, days in still), default=0),
        savings=_savings(uow, meeting, member),
        income_fund=balances.funds["income"],
        cash=meeting.cash_expected,
    )


def _after_payments(
    uow: UnitOfWork, meeting: DraftMeeting, member: str
) -> Iterator[tuple[int, int, int]]:
    """Owed, overdue and days overdue of each loan the meeting's payments leave open."""
    for code, history in open_histories(uow, on=meeting.on, member=member).items():
        paid = sum(
            line.amount
            for line in (*meeting.collected, *meeting.lines)
            if line.loan == code and line.kind == "principal_repayment"
        )
        owed = history.outstanding(meeting.on) - paid
        overdue = max(0, history.overdue_principal(meeting.on) - paid)
        if owed > 0:
            yield owed, overdue, history.days_overdue(meeting.on) if overdue else 0


def open_histories(uow: UnitOfWork, *, on: date, member: str) -> dict[str, LoanHistory]:
    """The loans a member owes on at the end of a day, by code, oldest first."""
    own = [
        line.loan
        for line in loans.lines(uow, on=on, codes=loans.open_codes(uow, on=on))
        if line.member == member
    ]
    found = loans.histories(uow, loans=own)
    return dict(sorted(found.items(), key=lambda item: (item[1].terms.on, item[0])))


def _savings(uow: UnitOfWork, meeting: DraftMeeting, member: str) -> int:
    moves = {"saving_deposit": 1, "saving_withdrawal": -1}
    typed = sum(
        moves.get(line.kind, 0) * line.amount
        for line in (*meeting.collected, *meeting.lines)
        if line.member == member
    )
    return savings.by_member(uow, on=meeting.on).get(member, 0) + typed


def _guarantor_doubts(
    uow: UnitOfWork, meeting: DraftMeeting, member: str, guarantor: str | None
) -> tuple[Problem, ...]:
    if guarantor is None:
        return ()
    person = members.by_code(uow).get(guarantor)
    if person is None or not person.is_member(meeting.on):
        raise members.UnknownMemberError("member.unknown", member=guarantor)
    if guarantor == member:
        return (Problem("lending.own_guarantor", field="guarantor"),)
    late = sum(overdue for _, overdue, _ in _after_payments(uow, meeting, guarantor))
    if not late:
        return ()
    params = {"name": person.full_name, "amount": late}
    return (Problem("lending.guarantor_overdue", params, field="guarantor"),)
