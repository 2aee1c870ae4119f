"""A club of 39 members over five years as its book would have it: no two months alike.

The size of a bundle and the time to take it in are about this club; ``big_book`` is more regular
than people are, so its files pack too well. The same seed makes the same book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from bench.big_book import Row, entry, sheet

MEMBERS, MONTHS = 39, 60
FIRST_YEAR = 2014
TERM = 10
NAMES = (
    "Hà Thị Bích",
    "Vi Thị Kim",
    "Lê Văn",
    "Trần Thị",
    "Nguyễn Thị Thanh",
    "Hoàng Đình",
    "Lý Mùi",
)
GIVEN = ("Ngọc", "Liên", "An", "Mùi", "Hương", "Chiến", "Sửu", "Hoa", "Tâm", "Phượng", "Dần")
NEEDS = ("nuôi lợn", "nuôi gà", "trồng chè", "mua phân bón", "sửa chuồng trại", "buôn bán nhỏ")
SPENT = ("thăm ốm", "chè nước", "phúng viếng", "đo huyết áp", "văn phòng phẩm", "quà mừng thọ")
TALKED = (
    "Báo cáo tháng trước.",
    "Nói chuyện về huyết áp.",
    "Văn nghệ.",
    "Thăm người cao tuổi neo đơn.",
    "Tập dưỡng sinh.",
    "Bàn việc cho vay.",
)


@dataclass
class Loan:
    """A loan given so far; ``left`` is what is still owed, in đồng."""

    code: str
    member: int
    on: date
    principal: int
    purpose: str
    left: int = field(default=0)

    def __post_init__(self) -> None:
        self.left = self.principal


def write(folder: Path, seed: int = 2018) -> None:
    """Write the sheets of the paper book."""
    folder.mkdir(parents=True)
    drawn = Random(seed)
    days = [_meeting_day(drawn, month) for month in range(MONTHS)]
    club = {
        "name": "CLB Liên thế hệ tự giúp nhau xóm 6",
        "started_on": days[0].replace(day=1),
        "hamlet": "xóm 6",
        "commune": "xã Sơn Cẩm",
        "province": "Thái Nguyên",
        "fee_monthly": 5000,
        "loan_rate_bp": 100,
        "interest_split": "income:60;operating:40",
    }
    loans: list[Loan] = []
    entries = list(_entries(drawn, days, loans))
    sheet(folder, "club", [{"key": key, "value": value} for key, value in club.items()])
    sheet(folder, "members", _members(drawn, days[0]))
    sheet(folder, "loans", map(_loan, loans))
    sheet(folder, "meetings", _meetings(drawn, days))
    sheet(folder, "attendance", _attendance(drawn, days))
    sheet(folder, "entries", entries)


def _meeting_day(drawn: Random, month: int) -> date:
    return date(FIRST_YEAR + month // 12, month % 12 + 1, drawn.randint(10, 25))


def _members(drawn: Random, first: date) -> Iterator[Row]:
    for number in range(1, MEMBERS + 1):
        yield {
            "code": f"M{number:03d}",
            "full_name": f"{drawn.choice(NAMES)} {drawn.choice(GIVEN)}",
            "joined_on": first.replace(day=1),
            "sex": drawn.choice("FFM"),
            "birth": drawn.randint(1935, 1975),
            "hamlet": f"xóm {drawn.randint(1, 4)}",
            "poverty": drawn.choice(("", "", "", "poor", "near_poor")),
            "role": ("chair", "secretary", "treasurer")[number - 1] if number < 4 else "member",
        }


def _loan(loan: Loan) -> Row:
    return {
        "code": loan.code,
        "member": f"M{loan.member:03d}",
        "on": loan.on,
        "principal": loan.principal,
        "rate_bp": 100,
        "method": "equal_principal",
        "term_months": TERM,
        "purpose": loan.purpose,
    }


def _meetings(drawn: Random, days: list[date]) -> Iterator[Row]:
    for day in days:
        yield {
            "month": f"{day:%Y-%m}",
            "on": day,
            "status": "held",
            "start": f"{drawn.randint(7, 14):02d}:{drawn.choice(('00', '15', '30'))}",
            "place": f"nhà văn hóa xóm {drawn.randint(1, 4)}",
            "chair": "M001",
            "secretary": "M002",
            "content": " ".join(drawn.sample(TALKED, 3)),
            "activities": ";".join(sorted(drawn.sample("12345678", drawn.randint(1, 3)))),
        }


def _attendance(drawn: Random, days: list[date]) -> Iterator[Row]:
    for day in days:
        for number in range(1, MEMBERS + 1):
            status = drawn.choices(("present", "excused", "absent"), (88, 9, 3))[0]
            yield {"meeting": day, "member": f"M{number:03d}", "status": status}


def _entries(drawn: Random, days: list[date], loans: list[Loan]) -> Iterator[Row]:
    yield entry(days[0].replace(day=1), "opening_cash", 60_000_000, fund="income")
    for day in days:
        for number in range(1, MEMBERS + 1):
            if drawn.random() < 0.95:
                yield entry(day, "membership_fee", 5000, day, number)
            if drawn.random() < 0.4:
                amount = drawn.choice((10, 20, 30, 50, 75, 100)) * 1000
                yield entry(day, "saving_deposit", amount, day, number)
        yield from _repayments(drawn, day, loans)
        for _ in range(drawn.randint(0, 3)):
            loans.append(_new_loan(drawn, day, len(loans) + 1))
            loan = loans[-1]
            yield entry(day, "loan_disbursement", loan.principal, day, loan.member, loan.code)
        for _ in range(drawn.randint(1, 2)):
            spent, memo = drawn.randint(2, 20) * 10_000, drawn.choice(SPENT)
            yield entry(day, "expense", spent, day, fund="operating", memo=memo)


def _new_loan(drawn: Random, day: date, number: int) -> Loan:
    principal = drawn.randint(2, 10) * 500_000
    return Loan(f"L{number:03d}", drawn.randint(1, MEMBERS), day, principal, drawn.choice(NEEDS))


def _repayments(drawn: Random, day: date, loans: list[Loan]) -> Iterator[Row]:
    """Nine in ten pay what is due, the others nothing this month."""
    for loan in loans:
        if loan.left and drawn.random() < 0.9:
            yield entry(day, "interest_payment", loan.left // 100, day, loan.member, loan.code)
            paid = min(loan.left, loan.principal // TERM)
            loan.left -= paid
            yield entry(day, "principal_repayment", paid, day, loan.member, loan.code)
