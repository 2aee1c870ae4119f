"""A paper book small enough to read at a glance, to be changed line by line in a test."""

from __future__ import annotations

from pathlib import Path

from app.base.errors import InvalidError, Problem
from app.services.paper_book import read
from app.services.sentences import sentence

Lines = dict[str, list[str]]

GLANCE = {
    "club": """
key,value
name,CLB xóm 1
started_on,2020-01-01
interest_split,income:60;operating:40
rounding,500
""",
    "members": """
code,full_name,joined_on,left_on,phone,role
M001,Nguyễn Thị An,2019-05-01,,0912345678,chair
M002,Trần Văn Bình,2019-05-01,,,secretary
M003,Lê Thị Cúc,2019-05-01,2020-02-15,,
""",
    "loans": """
code,member,on,principal,rate_bp,method,term_months,grace_months
L001,M001,2020-01-10,1000000,100,equal_principal,6,
L002,M002,2019-11-05,900000,100,interest_only,12,
""",
    "meetings": """
month,status,on,reason,content
2020-01,held,2020-01-10,,Thu phí
2020-02,not_held,,Mưa bão,
""",
    "attendance": """
meeting,member,status
2020-01-10,M001,present
2020-01-10,M002,absent
2020-01-10,M003,excused
""",
    "entries": """
on,kind,amount,meeting,fund,member,loan,memo
2020-01-01,opening_cash,2000000,,income,,,
2020-01-01,opening_loan,500000,,,,L002,
2020-01-10,membership_fee,5000,2020-01-10,,M001,,
2020-01-10,saving_deposit,100000,2020-01-10,,M002,,
2020-01-10,loan_disbursement,1000000,2020-01-10,,,L001,
2020-02-10,interest_payment,10001,,,,L001,
2020-02-11,loan_write_off,200000,,,,L002,
2020-02-12,fund_transfer_out,50000,,income,,,
2020-02-12,fund_transfer_in,50000,,operating,,,
2020-02-20,saving_withdrawal,40000,,,M002,,
""",
}


def lines() -> Lines:
    """The book's sheets as lists of lines, the header first; line n is row n + 1."""
    return {name: text.strip().splitlines() for name, text in GLANCE.items()}


def write(folder: Path, sheets: Lines) -> Path:
    """Write the sheets as CSV files into ``folder``, which is made."""
    folder.mkdir()
    for name, rows in sheets.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def problems_of(source: Path) -> list[Problem]:
    """What ``read`` refuses; none for a book that is right. Every problem has its sentence."""
    problems: list[Problem] = []
    try:
        read(source)
    except InvalidError as error:
        problems += error.problems
    assert all(sentence(problem) for problem in problems)
    return problems


def found(problems: list[Problem]) -> list[tuple[str, str, int | None, str]]:
    """Code, file, row and column of each."""
    return [
        (p.code, p.where.file, p.where.row, p.where.column) if p.where else (p.code, "", None, "")
        for p in problems
    ]
