"""One sum paid on loans ("she brings 500.000 in all"): asked, divided by the club's rule, entered.

What each loan asks for is worked out here; the order of payment is a rule of the club.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete

from app.domain.penalties import KIND_OF, Asked, Share, allocate, penalty_due
from app.domain.periods import Month
from app.services import club, meetings, members
from app.services.lending import open_histories
from app.services.meeting_sheet import row_of
from app.services.posting import NewEntry, post
from app.store.database import UnitOfWork
from app.store.draft_tables import DraftLineRow


def asked(uow: UnitOfWork, *, member: str, on: date) -> tuple[Asked, ...]:
    """What each open loan of a member asks for up to the end of a day, the oldest first."""
    changes = club.rule_changes(uow)
    return tuple(
        Asked(
            loan=code,
            penalty=penalty_due(history, changes, on),
            interest=history.interest_behind(on),
            principal=history.principal_asked(on),
            owed=history.outstanding(on),
        )
        for code, history in open_histories(uow, on=on, member=member).items()
    )


def share_out(uow: UnitOfWork, *, member: str, amount: int, on: date) -> tuple[Share, ...]:
    """How one sum divides over a member's loans; raises MoreThanOwedError."""
    order = club.rules(uow, on=on).allocation
    return allocate(amount, asked(uow, member=member, on=on), order)


def pay_at_meeting(uow: UnitOfWork, *, draft_id: int, member: str, amount: int) -> None:
    """Put one sum into a member's line of the open meeting, in place of what stood there.

    0 makes her loan cells empty. Raises MoreThanOwedError, DraftRefusedError.
    """
    row, key = row_of(uow, draft_id), members.member_id(uow, member)
    shares = share_out(uow, member=member, amount=amount, on=Month.parse(row.month).last_day)
    uow.session.execute(
        delete(DraftLineRow).where(
            DraftLineRow.draft_id == draft_id,
            DraftLineRow.member_id == key,
            DraftLineRow.kind.in_(KIND_OF.values()),
        )
    )
    for loan, kind, share in shares:
        meetings.add_line(uow, draft_id=draft_id, kind=kind, amount=share, member=member, loan=loan)


def pay(
    uow: UnitOfWork, *, on: date, member: str, amount: int, memo: str = "", by: str = ""
) -> tuple[int, ...]:
    """Record one sum on a day without a meeting; returns the numbers of its entries.

    Who really paid stands in ``memo`` (CONTRACT 5.4). Raises MoreThanOwedError and what
    ``posting.post`` raises.
    """
    shares = share_out(uow, member=member, amount=amount, on=on)
    new = [
        NewEntry(on, kind, share, member=member, loan=loan, memo=memo)
        for loan, kind, share in shares
    ]
    return tuple(post(uow, new, by=by))
