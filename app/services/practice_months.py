"""One month of the practice club: who came, who paid what was due, what was spent and lent.

Uses the book's own questions (what is due, what is in the box), so that two years of history
agree with the rules. Chance comes from a fixed seed: the same book every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.base import clock
from app.domain.drafts import DraftLine, DraftLoan, DraftMeeting, DraftText, SheetRow
from app.domain.fund import KINDS
from app.domain.loan_state import LoanHistory
from app.domain.meetings import NOTES
from app.domain.members import Member
from app.domain.periods import Month, due_day
from app.services import dues, fund, loans, members
from app.services.closed_meetings import record_not_held
from app.services.closing import write
from app.services.practice_data import (
    CORRECTION,
    DECISIONS,
    EXPENSES,
    GIFTS,
    LOANS,
    NOT_HELD,
    PLACE,
    PLANS,
    REPORT,
    SAVERS,
    TALKS,
    WRONG_FUND,
    Agreed,
)
from app.store.club_tables import LoanRow
from app.store.database import UnitOfWork

DAY = 17
CHAIR, SECRETARY, TREASURER = "M001", "M002", "M003"
PRESENT = ("present", "represented")
KEPT_IN_BOX, TOO_MUCH = 1_500_000, 3_500_000
SHORT_COUNT = 11
"""In this month the count found 5,000 đồng less than the book."""


def record(uow: UnitOfWork, *, number: int, month: Month) -> None:
    """Month ``number`` of the book, counted from 0."""
    on = date(month.year, month.number, DAY)
    with clock.fixed(month.last_day):
        if number in NOT_HELD:
            record_not_held(uow, month=month, reason=NOT_HELD[number])
            return
        chance = Random(f"{number}")  # noqa: S311 - nothing secret: the same book every time
        meeting = _meeting(uow, number, month, on, chance)
        _fetch_from_bank(uow, meeting)
        names = {member.code: member.full_name for member in members.members(uow)}
        confirmed = "; ".join(names[code] for code in (CHAIR, TREASURER))
        write(
            uow,
            meeting=_counted(uow, meeting, number),
            typed_by=names[SECRETARY],
            confirmed_by=confirmed,
        )
        _between_meetings(uow, number, on, names[TREASURER])


def loan_row(uow: UnitOfWork, *, number: int, loan: Agreed, month: Month) -> LoanRow:
    """A loan given before the book began, in ``month``."""
    return LoanRow(
        code=f"L{number:03d}",
        member_id=members.member_id(uow, loan.member),
        on=date(month.year, month.number, DAY),
        principal=loan.principal,
        rate_bp=70,
        method=loan.method,
        term_months=loan.term,
        grace_months=0,
        rounding=1000,
        purpose=loan.purpose,
    )


def _meeting(uow: UnitOfWork, number: int, month: Month, on: date, chance: Random) -> DraftMeeting:
    asked = dues.asked(uow, month=month)
    open_loans = _open_loans(uow, on)
    collected: list[DraftLine] = []
    rows = []
    for member in members.members(uow, on=on):
        presence = _presence(member, chance)
        pays = presence in PRESENT or chance.random() < 0.3
        if pays:
            collected += _payments(member, asked, open_loans, month, number)
        rows.append(SheetRow(member, presence, {}, {}, 0))
    given = tuple(
        DraftLoan(0, x.member, "", x.principal, 70, x.method, x.term, 0, x.purpose, None)
        for x in LOANS
        if x.given == number
    )
    lines = tuple(_other_lines(number))
    before = fund.balances(uow, on=on).cash
    moved = sum(KINDS[line.kind].cash * line.amount for line in (*collected, *lines))
    return DraftMeeting(
        id=0,
        month=month,
        on=on,
        step=6,
        typed_by=SECRETARY,
        text=_text(number),
        rows=tuple(rows),
        collected=tuple(collected),
        lines=lines,
        loans=given,
        notes={},
        cash_before=before,
        cash_expected=before + moved - sum(loan.principal for loan in given),
    )


def _open_loans(uow: UnitOfWork, on: date) -> dict[str, tuple[str, LoanHistory]]:
    """By borrower: her open loan's code and history."""
    codes = loans.open_codes(uow, on=on)
    found = loans.histories(uow, loans=codes)
    return {LOANS[int(code[1:]) - 1].member: (code, history) for code, history in found.items()}


def _presence(member: Member, chance: Random) -> str:
    if member.code in (CHAIR, SECRETARY, TREASURER):
        return "present"
    drawn = chance.random()
    if drawn < 0.84:
        return "present"
    if drawn < 0.94:
        return "excused"
    return "represented" if drawn < 0.97 else "absent"


def _payments(
    member: Member,
    asked: dict[str, dues.Due],
    open_loans: dict[str, tuple[str, LoanHistory]],
    month: Month,
    number: int,
) -> list[DraftLine]:
    code = member.code
    due = asked.get(code, dues.NOTHING).by_kind
    amounts: list[tuple[str, int, str | None]] = [
        ("membership_fee", due.get("membership_fee", 0), None),
        ("saving_deposit", SAVERS.get(code, 0), None),
    ]
    if code in open_loans:
        loan, history = open_loans[code]
        if number < LOANS[int(loan[1:]) - 1].stops:
            last = month.last_day
            amounts.append(("interest_payment", history.interest_behind(last), loan))
            amounts.append(("principal_repayment", history.principal_asked(last), loan))
    return [
        DraftLine(0, kind, amount, "", code, loan, "") for kind, amount, loan in amounts if amount
    ]


def _other_lines(number: int) -> Iterator[DraftLine]:
    if number in GIFTS:
        amount, to, who = GIFTS[number]
        yield DraftLine(0, "donation", amount, to, None, None, who)
    if number == 8:
        memo = "Bà Hoàng Thị An cho câu lạc bộ mượn, không lấy lãi"
        yield DraftLine(0, "borrowed_in", 5_000_000, "", None, None, memo)
    if number == 20:
        yield DraftLine(0, "borrowed_out", 2_000_000, "", None, None, "Trả bớt vốn mượn")
    if number in (12, 22):
        yield DraftLine(0, "saving_withdrawal", 200_000, "", "M013", None, "Rút chi việc nhà")
    for amount, memo in EXPENSES[number % len(EXPENSES)]:
        yield DraftLine(0, "expense", amount, "operating", None, None, memo)


def _text(number: int) -> DraftText:
    areas, talk = TALKS[number % len(TALKS)]
    return DraftText(
        start="08:00",
        end="10:30",
        place=PLACE,
        chair=CHAIR,
        secretary=SECRETARY,
        content=f"{REPORT}\n{talk}",
        decisions=DECISIONS[number % len(DECISIONS)],
        next_plan=PLANS[number % len(PLANS)],
        activities=tuple(areas.split(";")),
    )


def _fetch_from_bank(uow: UnitOfWork, meeting: DraftMeeting) -> None:
    """Cash for the new loans, the day before the meeting."""
    missing = 300_000 - meeting.cash_expected
    if missing > 0:
        day = meeting.on - timedelta(days=1)
        amount = -(-missing // 500_000) * 500_000
        fund.record(uow, on=day, kind="bank_withdrawal", amount=amount, by=TREASURER)


def _counted(uow: UnitOfWork, meeting: DraftMeeting, number: int) -> DraftMeeting:
    """The meeting with the banknotes of what is in the box."""
    before = fund.balances(uow, on=meeting.on).cash
    expected = meeting.cash_expected + before - meeting.cash_before
    left = expected - (5_000 if number == SHORT_COUNT else 0)
    return replace(meeting, cash_before=before, cash_expected=expected, notes=notes_of(left))


def notes_of(amount: int) -> dict[int, int]:
    """The fewest banknotes that make an amount; what is below the smallest is left out."""
    found = {}
    for face in NOTES:
        found[face], amount = divmod(amount, face)
    return {face: count for face, count in found.items() if count}


def _between_meetings(uow: UnitOfWork, number: int, on: date, by: str) -> None:
    """What happens on days without a meeting: the bank, and a correction."""
    box = fund.balances(uow, on=on).cash
    day = on + timedelta(days=1)
    if box > TOO_MUCH:
        amount = (box - KEPT_IN_BOX) // 100_000 * 100_000
        fund.record(uow, on=day, kind="bank_deposit", amount=amount, by=by)
    if number % 3 == 2:
        fund.record(uow, on=day, kind="bank_interest", amount=12_000, fund="income", by=by)
    if number == WRONG_FUND + 1:
        wrong = next(
            line
            for line in fund.entries(uow, first=due_day(on, -1), last=on)
            if line.kind == "donation"
        )
        fund.reverse(uow, entry=wrong.id, on=day, reason=CORRECTION, by=by)
        fund.record(
            uow,
            on=day,
            kind="donation",
            amount=wrong.amount,
            fund="income",
            memo=wrong.memo,
            by=by,
        )
