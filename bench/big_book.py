"""A club of 70 members and 120 months as a paper book: the size that every figure is about."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

MEMBERS, MONTHS = 70, 120
FIRST_YEAR = 2010
BORROWERS = 14
Row = dict[str, object]


def write(folder: Path) -> None:
    """Write the sheets of the paper book."""
    folder.mkdir(parents=True)
    days = [date(FIRST_YEAR + month // 12, month % 12 + 1, 17) for month in range(MONTHS)]
    club = {
        "name": "CLB Liên thế hệ tự giúp nhau xóm Đo",
        "started_on": days[0].replace(day=1),
        "commune": "xã Sơn Cẩm",
        "province": "Thái Nguyên",
        "fee_monthly": 5000,
        "loan_rate_bp": 100,
        "interest_split": "income:60;operating:40",
    }
    sheet(folder, "club", [{"key": key, "value": value} for key, value in club.items()])
    sheet(folder, "members", _members(days[0]))
    sheet(folder, "loans", _loans(days))
    sheet(folder, "meetings", _meetings(days))
    sheet(folder, "attendance", _attendance(days))
    sheet(folder, "entries", _entries(days))


def sheet(folder: Path, name: str, rows: Iterable[Row]) -> None:
    """Write one sheet with the columns of its first row."""
    lines = list(rows)
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def _members(first: date) -> Iterator[Row]:
    for number in range(1, MEMBERS + 1):
        yield {
            "code": f"M{number:03d}",
            "full_name": f"Nguyễn Thị Số {number}",
            "joined_on": first.replace(day=1),
            "sex": "F" if number % 3 else "M",
            "birth": 1940 + number % 40,
            "role": ("chair", "secretary", "treasurer")[number - 1] if number < 4 else "member",
        }


def _given(month: int) -> Iterator[tuple[int, int]]:
    """Loans of a year: number and borrower; each is repaid within the year."""
    if month % 12 == 0 and month + 12 <= MONTHS:
        for place in range(BORROWERS):
            yield month // 12 * BORROWERS + place + 1, place + 4


def _loans(days: list[date]) -> Iterator[Row]:
    for month, day in enumerate(days):
        for number, borrower in _given(month):
            yield {
                "code": f"L{number:03d}",
                "member": f"M{borrower:03d}",
                "on": day,
                "principal": 1_200_000,
                "rate_bp": 100,
                "method": "equal_principal",
                "term_months": 10,
            }


def _meetings(days: list[date]) -> Iterator[Row]:
    for day in days:
        yield {
            "month": f"{day:%Y-%m}",
            "on": day,
            "status": "held",
            "chair": "M001",
            "secretary": "M002",
            "content": "Báo cáo tháng trước.",
            "activities": "1;2",
        }


def _attendance(days: list[date]) -> Iterator[Row]:
    for month, day in enumerate(days):
        for number in range(1, MEMBERS + 1):
            here = (number + month) % 9 != 0
            yield {
                "meeting": day,
                "member": f"M{number:03d}",
                "status": "present" if here else "excused",
            }


def _entries(days: list[date]) -> Iterator[Row]:
    yield entry(days[0].replace(day=1), "opening_cash", 30_000_000, fund="income")
    for month, day in enumerate(days):
        for number in range(1, MEMBERS + 1):
            yield entry(day, "membership_fee", 5000, day, member=number)
            if number % 3 == 0:
                yield entry(day, "saving_deposit", 20_000, day, member=number)
        age = month % 12
        if 1 <= age <= 10:
            for number, borrower in _given(month - age):
                owed = 1_200_000 - (age - 1) * 120_000
                yield entry(day, "principal_repayment", 120_000, day, borrower, f"L{number:03d}")
                yield entry(day, "interest_payment", owed // 100, day, borrower, f"L{number:03d}")
        for number, borrower in _given(month):
            yield entry(day, "loan_disbursement", 1_200_000, day, borrower, f"L{number:03d}")
        yield entry(day, "expense", 60_000, day, fund="operating")


def entry(
    on: date,
    kind: str,
    amount: int,
    meeting: date | None = None,
    member: int | None = None,
    loan: str = "",
    fund: str = "",
    memo: str = "",
) -> Row:
    """One row of the sheet of entries."""
    return {
        "on": on,
        "kind": kind,
        "amount": amount,
        "meeting": meeting or "",
        "fund": fund,
        "member": f"M{member:03d}" if member else "",
        "loan": loan,
        "memo": memo,
    }
