"""Closing a meeting ("chốt"): checked, posted, numbered and chained in one transaction.

Its record is written by ``closed_meetings``. After closing nothing of a meeting changes again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from app.base.errors import InvalidError, Problem
from app.domain.drafts import COLLECTED, DraftMeeting
from app.domain.fund import KINDS
from app.domain.periods import Month
from app.services import club, members
from app.services.closed_meetings import record_held
from app.services.closed_meetings import record_not_held as record_not_held
from app.services.locks import locked_until, refuse_locked
from app.services.meeting_sheet import draft, row_of
from app.services.meetings import empty
from app.services.posting import NewEntry, post
from app.store.club_tables import LoanRow
from app.store.database import UnitOfWork

OPERATING = "operating"
"""The fund that a difference found by the banknote count goes to or comes from."""


def problems(uow: UnitOfWork, *, draft_id: int) -> tuple[Problem, ...]:
    """Everything that keeps an open meeting from being closed; empty when it can be."""
    meeting, row = draft(uow, draft_id=draft_id), row_of(uow, draft_id)
    found = []
    marked = [line for line in meeting.rows if line.presence]
    if not marked:
        found.append(Problem("closing.nobody_marked", field="attendance"))
    for line in meeting.rows if marked else ():
        if not line.presence:
            name = line.member.full_name
            found.append(Problem("closing.not_marked", {"name": name}, field="attendance"))
    if not row.chair_id:
        found.append(Problem("closing.chair_missing", field="chair"))
    if not row.secretary_id:
        found.append(Problem("closing.secretary_missing", field="secretary"))
    if meeting.cash_expected < 0:
        short = -meeting.cash_expected
        found.append(Problem("closing.cash_short", {"short": short}, field="loans"))
    if (apart := _difference(meeting)) and not meeting.text.count_note:
        values = {"amount": abs(apart)}
        found.append(Problem("closing.count_unexplained", values, field="count"))
    return tuple(found)


def close_meeting(
    uow: UnitOfWork, *, draft_id: int, typed_by: str, confirmed_by: tuple[str, str]
) -> Month:
    """Close an open meeting; returns its month.

    ``confirmed_by`` are the codes of two different board members; who typed can't confirm alone,
    so they are always two (CONTRACT 5.17). A difference of the banknote count is posted, with why
    there is one. Raises
    InvalidError with all that is missing, and what ``posting.post`` raises.
    """
    meeting = draft(uow, draft_id=draft_id)
    found = problems(uow, draft_id=draft_id) + _doubts_of_confirmation(uow, meeting, confirmed_by)
    if found:
        raise InvalidError(found)
    refuse_locked(locked_until(uow), meeting.month.first_day)
    names = {m.code: m.full_name for m in members.members(uow)}
    confirmed = "; ".join(names[code] for code in confirmed_by)
    write(uow, meeting=meeting, typed_by=names.get(typed_by, typed_by), confirmed_by=confirmed)
    empty(uow, draft_id)
    uow.topics.add("draft_meeting")
    return meeting.month


def write(uow: UnitOfWork, *, meeting: DraftMeeting, typed_by: str, confirmed_by: str) -> None:
    """Post a meeting that has been checked: its record, its loans, its money; names as printed.

    Raises what ``posting.post`` raises.
    """
    meeting_id = record_held(uow, meeting=meeting, typed_by=typed_by, confirmed_by=confirmed_by)
    loans = _give_loans(uow, meeting)
    post(uow, list(_entries(meeting, meeting_id, loans)), by=typed_by)
    uow.topics.update({"meeting", "attendance"})


def _doubts_of_confirmation(
    uow: UnitOfWork, meeting: DraftMeeting, confirmed_by: Sequence[str]
) -> tuple[Problem, ...]:
    board = {m.code for m in members.members(uow, on=meeting.on) if m.role not in ("", "member")}
    if len(set(confirmed_by)) < 2:
        return (Problem("closing.two_confirm", field="confirmed_by"),)
    if not set(confirmed_by) <= board:
        return (Problem("closing.not_on_board", field="confirmed_by"),)
    return ()


def _give_loans(uow: UnitOfWork, meeting: DraftMeeting) -> list[LoanRow]:
    """The new loans' rows, with codes; the rounding is the rule of the day."""
    if not meeting.loans:
        return []
    ids, number = members.ids(uow), _last_loan_number(uow)
    rounding = club.rules(uow, on=meeting.on).rounding
    rows = [
        LoanRow(
            code=f"L{number + position:03d}",
            member_id=ids[loan.member],
            on=meeting.on,
            principal=loan.principal,
            rate_bp=loan.rate_bp,
            method=loan.method,
            term_months=loan.term_months,
            grace_months=loan.grace_months,
            rounding=rounding,
            purpose=loan.purpose,
            guarantor_id=ids[loan.guarantor] if loan.guarantor else None,
        )
        for position, loan in enumerate(meeting.loans, 1)
    ]
    uow.session.add_all(rows)
    uow.session.flush()
    return rows


def _last_loan_number(uow: UnitOfWork) -> int:
    codes = uow.session.execute(select(LoanRow.code)).scalars()
    return max((int(c[1:]) for c in codes if c[:1] == "L" and c[1:].isdecimal()), default=0)


def _entries(meeting: DraftMeeting, meeting_id: int, loans: list[LoanRow]) -> Iterator[NewEntry]:
    """The meeting's money: in before out, the sheet first, the count's difference last.

    What was noted beside a member says who really paid (CONTRACT 5.4), where nothing else does.
    """
    noted = {line.member.code: line.note for line in meeting.rows}
    others = [
        NewEntry(
            meeting.on,
            line.kind,
            line.amount,
            line.fund,
            line.member,
            line.loan,
            line.memo or noted.get(line.member or "", ""),
            meeting_id,
        )
        for line in meeting.lines
    ]
    yield from _sheet(meeting, meeting_id)
    yield from (entry for entry in others if KINDS[entry.kind].cash >= 0)
    for row, loan in zip(loans, meeting.loans, strict=True):
        yield NewEntry(
            meeting.on,
            "loan_disbursement",
            loan.principal,
            loan=row.code,
            memo=loan.purpose or noted.get(loan.member, ""),
            meeting_id=meeting_id,
        )
    yield from (entry for entry in others if KINDS[entry.kind].cash < 0)
    yield from _found_by_counting(meeting, meeting_id)


def _sheet(meeting: DraftMeeting, meeting_id: int) -> Iterator[NewEntry]:
    """What stands in the cells, member by member, kind by kind."""
    cells = _cells(meeting)
    for line in meeting.rows:
        for kind in COLLECTED:
            for loan, amount in cells.get((line.member.code, kind), ()):
                yield NewEntry(
                    meeting.on,
                    kind,
                    amount,
                    member=line.member.code,
                    loan=loan,
                    memo=line.note,
                    meeting_id=meeting_id,
                )


def _found_by_counting(meeting: DraftMeeting, meeting_id: int) -> Iterator[NewEntry]:
    """What the count differs by, with why."""
    if difference := _difference(meeting):
        kind = "cash_over" if difference > 0 else "cash_short"
        why = meeting.text.count_note
        yield NewEntry(
            meeting.on, kind, abs(difference), OPERATING, memo=why, meeting_id=meeting_id
        )


def _difference(meeting: DraftMeeting) -> int:
    """What was counted above the book's cash; 0 without a count."""
    return meeting.counted - meeting.cash_expected if meeting.notes else 0


def _cells(meeting: DraftMeeting) -> dict[tuple[str | None, str], list[tuple[str | None, int]]]:
    """Loan and amount of what was collected, by member and kind."""
    cells: dict[tuple[str | None, str], list[tuple[str | None, int]]] = {}
    for line in meeting.collected:
        cells.setdefault((line.member, line.kind), []).append((line.loan, line.amount))
    return cells
