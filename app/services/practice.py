"""The practice club: 39 people, two years of meetings, everything a real book has met.

Made by the same services as a real one, always the same for the same day. The people and words
stand in ``practice_data``, one month of the two years in ``practice_months``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.base import clock
from app.domain.club import ClubDetails
from app.domain.family import Relative
from app.domain.members import Member
from app.domain.periods import Month
from app.services import club, consent, family, members, paper_agreement
from app.services.locks import lock
from app.services.posting import NewEntry, post
from app.services.practice_data import LOANS, PEOPLE, PLACE
from app.services.practice_months import loan_row, record
from app.store import books
from app.store.database import UnitOfWork

MONTHS = 24
LOCKED_BEHIND = 8
"""Months up to this long ago are locked."""

RULES = {
    "fee_monthly": "5000",
    "loan_rate_bp": "70",
    "loan_method": "interest_only",
    "loan_term_months": "12",
    "rounding": "1000",
    "interest_split": "income:60;operating:40",
    "cash_ceiling": "5000000",
}
TAKEN_OVER = (
    ("opening_cash", 2_700_000, "income", None),
    ("opening_cash", 900_000, "operating", None),
    ("opening_bank", 8_200_000, "income", None),
    ("opening_savings", 500_000, "income", "M003"),
    ("opening_savings", 400_000, "income", "M013"),
    ("opening_savings", 300_000, "income", "M024"),
)


def make(path: Path, *, today: date) -> None:
    """Make the practice book at ``path``: the 24 months before ``today``'s, this one untouched.

    Raises AppError ``file.exists``, StoreUnavailableError.
    """
    with books.new_book(path) as database, database.begin() as uow:
        fill(uow, today=today)


def fill(uow: UnitOfWork, *, today: date) -> None:
    """Make an empty book the practice club's."""
    first = Month.of(today).plus(-MONTHS)
    with clock.fixed(first.first_day):
        club.found(uow, details=_details(first), rules=RULES)
        _people_join(uow, first)
        _take_over(uow, first)
    for number in range(MONTHS):
        record(uow, number=number, month=first.plus(number))
        _compare_with_paper(uow, number, first.plus(number))
    with clock.fixed(today):
        _sign_consent(uow, today)
        lock(uow, month=first.plus(MONTHS - LOCKED_BEHIND), by=PEOPLE[0].name)


def _sign_consent(uow: UnitOfWork, today: date) -> None:
    """All but the two newest have signed the sheet; a son comes in the oldest one's place."""
    here = [member.code for member in members.members(uow, on=today)]
    consent.record(
        uow,
        people=[code for code in sorted(here)[:-2] if code != "M029"],
        on=Month.of(today).plus(-6).first_day,
        purposes=("club", "health"),
        kept_at="Tập hồ sơ ở nhà văn hóa",
        by=PEOPLE[1].name,
    )
    consent.record(
        uow,
        people=("M029",),
        on=Month.of(today).plus(-6).first_day,
        purposes=("club",),
        kept_at="Tập hồ sơ ở nhà văn hóa",
        by=PEOPLE[1].name,
    )
    family.keep(
        uow, member="M029", family=(Relative("Nông Văn Tuấn", "con trai", "0900000329", acts=True),)
    )


def _compare_with_paper(uow: UnitOfWork, number: int, month: Month) -> None:
    """The first months beside the paper book: in the second one something had to be put right."""
    found = {
        0: ((True, ""),),
        1: (
            (False, "Sổ giấy thiếu phí của một người"),
            (True, "Đã ghi thêm vào sổ giấy, thủ quỹ ký bên cạnh"),
        ),
        2: ((True, ""),),
    }
    with clock.fixed(month.last_day):
        for agrees, note in found.get(number, ()):
            paper_agreement.answer(uow, month=month, agrees=agrees, by=PEOPLE[2].name, note=note)


def _details(first: Month) -> ClubDetails:
    return ClubDetails(
        name="CLB Liên thế hệ tự giúp nhau xóm 6",
        started_on=first.first_day,
        hamlet="xóm 6",
        commune="phường Quan Triều",
        province="Thái Nguyên",
        founded_on=Month(first.year - 5, 10).first_day,
        founding_decision="69/QĐ-UBND",
        parent_body="Hội LHPN phường Quan Triều",
        practice=True,
    )


def _people_join(uow: UnitOfWork, first: Month) -> None:
    for number, person in enumerate(PEOPLE, start=1):
        since = first.plus(person.joins) if person.joins >= 0 else Month(first.year - 5, 10)
        left = first.plus(person.leaves).last_day if person.leaves is not None else None
        members.join(
            uow,
            member=Member(
                code=f"M{number:03d}",
                full_name=person.name,
                joined_on=since.first_day,
                sex=person.sex,
                birth=person.birth,
                left_on=left,
                hamlet=PLACE.removeprefix("Nhà văn hóa "),
                phone=f"0900000{number:03d}" if number % 3 else "",
                poverty=person.poverty,
                role=person.role,
            ),
        )


def _take_over(uow: UnitOfWork, first: Month) -> None:
    """What stood in the club's paper books on the first day."""
    on, by = first.first_day, PEOPLE[2].name
    memo = "Chuyển từ sổ cũ"
    entries = [
        NewEntry(on, kind, amount, fund, member, memo=memo)
        for kind, amount, fund, member in TAKEN_OVER
    ]
    for number, loan in enumerate(LOANS, start=1):
        if loan.given >= 0:
            continue
        row = loan_row(uow, number=number, loan=loan, month=first.plus(loan.given))
        uow.session.add(row)
        entries.append(NewEntry(on, "opening_loan", loan.balance, loan=row.code, memo=memo))
    uow.session.flush()
    loans_first = sorted(entries, key=lambda entry: entry.kind != "opening_loan")
    post(uow, loans_first, by=by)
