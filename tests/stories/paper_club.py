"""A club of forty as it stands in its paper books, typed into the table that the program gives.

``minutes_to_type`` is an estimate of a slow hand: a second a key.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.fill_in import FillInSheet
from app.reports import fill_in
from app.services import paper_template
from app.services.practice_data import PEOPLE

OPENED = "1/11/2026"
MEMBERS, LOANS = 40, 12
CASH, BANK, SAVED = 2_350_000, 4_000_000, 250_000
SAVERS = range(3, 11)
SECONDS_A_KEY = 1.0

Sheets = dict[str, tuple[tuple[str, ...], ...]]


def written() -> Sheets:
    """What the paper books say, by sheet, as it is typed."""
    offices = ("Chủ nhiệm", "Thư ký", "Thủ quỹ")
    members = tuple(
        (
            f"M{number:03d}",
            person.name,
            "Nữ" if person.sex == "F" else "Nam",
            person.birth[:4],
            "17/11/2015",
            "Xóm 6",
            "",
            "",
            offices[number - 1] if number <= len(offices) else "Thành viên",
        )
        for number, person in enumerate(PEOPLE[:MEMBERS], start=1)
    )
    loans = tuple(
        (
            f"L{number:03d}",
            f"M{number + 5:03d}",
            f"17/{number % 6 + 4}/2026",
            "3.000.000",
            "70",
            "Gốc đều",
            "12",
            "Nuôi gà",
        )
        for number in range(1, LOANS + 1)
    )
    entries = (
        *(
            (OPENED, "Dư nợ chuyển sang", "", "", loan, _dong(owed(place)), "")
            for place, (loan, *_rest) in enumerate(loans, start=1)
        ),
        (OPENED, "Tiền mặt chuyển sang", "Quỹ tăng thu nhập", "", "", _dong(CASH), ""),
        (OPENED, "Tiền gửi chuyển sang", "Quỹ tăng thu nhập", "", "", _dong(BANK), ""),
        *(
            (OPENED, "Tiết kiệm chuyển sang", "Quỹ tăng thu nhập", f"M{n:03d}", "", _dong(SAVED),
             "")
            for n in SAVERS
        ),
    )  # fmt: skip
    club = {
        "Tên câu lạc bộ": "CLB Liên thế hệ tự giúp nhau xóm 6",
        "Ngày mở sổ": OPENED,
        "Xóm": "Xóm 6",
        "Xã": "phường Quan Triều",
        "Tỉnh": "Thái Nguyên",
        "Phí tháng": "5.000",
        "Lãi suất": "70",
        "Cách trả": "Gốc đều",
        "Thời hạn vay": "12",
    }
    return {
        paper_template.CLUB: tuple((key, club.get(key, "")) for key in paper_template.CLUB_ROWS),
        paper_template.MEMBERS: members,
        paper_template.LOANS: loans,
        paper_template.ENTRIES: entries,
    }


def owed(place: int) -> int:
    """What is left of the loan in row ``place`` of its sheet."""
    return 3_000_000 - 250_000 * (place % 5)


def outstanding() -> int:
    return sum(owed(place) for place in range(1, LOANS + 1))


def save(path: Path, sheets: Sheets) -> Path:
    """The table as a workbook."""
    filled = (replace(sheet, rows=sheets[sheet.name]) for sheet in paper_template.sheets())
    path.write_bytes(fill_in.render(tuple(filled)))
    return path


def minutes_to_type(sheets: Sheets) -> float:
    """How long the table takes: a cell is typed, chosen from its list, or filled down."""
    keys = sum(_keys(sheet, sheets[sheet.name]) for sheet in paper_template.sheets())
    return keys * SECONDS_A_KEY / 60


def _keys(sheet: FillInSheet, rows: tuple[tuple[str, ...], ...]) -> int:
    keys, above = 0, ("",) * len(sheet.columns)
    for place, row in enumerate(rows):
        there = sheet.rows[place] if place < len(sheet.rows) else ("",) * len(row)
        for column, cell, ready, upper in zip(sheet.columns, row, there, above, strict=True):
            if cell in ("", ready):
                continue
            if cell == upper or (column.header == "Mã" and place):
                keys += 1
            else:
                keys += 3 if column.words else len(cell) + 1
        above = row
    return keys


def _dong(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
