"""A member leaves the club, or dies: savings set off against loans, the rest paid out."""

from __future__ import annotations

from datetime import date

from app.base.text import nfc, one_line, translate
from app.domain.penalties import Asked, allocate, penalty_due
from app.domain.periods import Month
from app.domain.succession import HandoverRefusedError, Settlement
from app.services import board, club, dues, members, savings
from app.services.lending import open_histories
from app.services.posting import NewEntry, post
from app.store.database import UnitOfWork


def settlement(uow: UnitOfWork, *, member: str, on: date) -> Settlement:
    """How a member stands who leaves on a day; changes nothing. Raises UnknownMemberError."""
    members.member_id(uow, member)
    loans = _asked(uow, member, on)
    due = dues.asked(uow, month=Month.of(on)).get(member, dues.NOTHING)
    return Settlement(
        member=member,
        name=members.by_code(uow)[member].full_name,
        on=on,
        savings=savings.by_member(uow, on=on).get(member, 0),
        principal=sum(loan.principal for loan in loans),
        interest=sum(loan.interest for loan in loans),
        penalty=sum(loan.penalty for loan in loans),
        fee=due.by_kind.get("membership_fee", 0),
        loans=tuple(loan.loan for loan in loans),
    )


def _asked(uow: UnitOfWork, member: str, on: date) -> tuple[Asked, ...]:
    """Each loan as its pay-off asks for it."""
    changes = club.rule_changes(uow)
    return tuple(
        Asked(
            loan=code,
            penalty=penalty_due(history, changes, on),
            interest=history.pay_off(on) - history.outstanding(on),
            principal=history.outstanding(on),
            owed=history.outstanding(on),
        )
        for code, history in open_histories(uow, on=on, member=member).items()
    )


def settle(
    uow: UnitOfWork, *, member: str, on: date, reason: str, paid_to: str = "", by: str = ""
) -> Settlement:
    """A member leaves on a day with her account settled; returns how.

    All savings are taken out; they pay her loans in the club's order as far as they go, and the
    rest is paid in cash. What is still owed stays open, with its guarantor. Somebody who left
    before keeps that last day. ``reason`` is needed; ``paid_to`` names an heir. Raises
    HandoverRefusedError and what ``posting.post`` raises.
    """
    words = one_line(nfc(reason))
    if not words:
        raise HandoverRefusedError("settlement.reason_missing")
    found = settlement(uow, member=member, on=on)
    if paid_to:
        words = translate("memo", "{reason}; paid to {name}").format(reason=words, name=paid_to)
    order = club.rules(uow, on=on).allocation
    entries = [
        NewEntry(on, kind, amount, member=member, loan=loan, memo=words)
        for loan, kind, amount in allocate(found.covered, _asked(uow, member, on), order)
    ]
    if found.savings:
        withdrawn = NewEntry(on, "saving_withdrawal", found.savings, member=member, memo=words)
        entries.append(withdrawn)
    post(uow, entries, by=by)
    if members.by_code(uow)[member].left_on is None:
        board.step_down(uow, member=member, on=on)
        members.leave(uow, code=member, on=on)
    return found
