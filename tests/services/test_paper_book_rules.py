"""Each rule that CONTRACT 3 refuses by, one changed row at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.paper_book import read
from tests.helpers.paper_books import found, lines, problems_of, write
from tests.helpers.tools import DATA


def test_the_book_at_a_glance_is_right(tmp_path: Path) -> None:
    source = write(tmp_path / "book", lines())
    assert problems_of(source) == []
    book = read(source)
    assert [entry.member for entry in book.entries if entry.loan] == [
        "M002",
        "M001",
        "M001",
        "M002",
    ]
    assert [loan.terms.rounding for loan in book.loans] == [500, 500]
    assert book.members[2].role == "member"


def _cases() -> list[tuple[str, int, str, str, int | None, str]]:
    """Sheet, row to change (0: one more), its text, code, row refused (0: the same), column."""
    _, *rows = (DATA / "paper_book_rules.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows]
    return [
        (sheet, int(row), text, code, int(refused) if refused else None, column)
        for sheet, row, text, code, refused, column in cells
    ]


@pytest.mark.parametrize(("sheet", "row", "text", "code", "refused", "column"), _cases())
def test_one_wrong_row_is_one_problem(
    sheet: str, row: int, text: str, code: str, refused: int | None, column: str, tmp_path: Path
) -> None:
    sheets = lines()
    if row:
        sheets[sheet][row - 1] = text
    else:
        sheets[sheet].append(text)
        row = len(sheets[sheet])
    problems = problems_of(write(tmp_path / "book", sheets))
    where = (f"{sheet}.csv", None if refused is None else refused or row, column)
    assert (code, *where) in found(problems)
    others = [p.code for p in problems if (p.code, *where) != (code, *where)]
    assert set(others) <= {code, "sheet.transfer_alone", "sheet.cell_empty"}


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"].append("2020-02-30,donation,5000,,income,,,")
    sheets["entries"].append("2020-02-20,donation,-5,,health,,,")
    sheets["entries"].append("2020-02-20,expense,99000000,,income,,,")
    sheets["members"].append("M001,Ai đó,2019-05-01,,,")
    assert found(problems_of(write(tmp_path / "book", sheets))) == [
        ("sheet.code_twice", "members.csv", 5, "code"),
        ("day.unreadable", "entries.csv", 12, "on"),
        ("sheet.word_unknown", "entries.csv", 13, "fund"),
        ("amount.unreadable", "entries.csv", 13, "amount"),
        ("entry.cash_short", "entries.csv", 14, "amount"),
    ]


def test_a_row_that_cannot_be_read_brings_no_second_complaint(tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"][4] = "2020-01-10,saving_deposit,một trăm,2020-01-10,,M002,,"
    sheets["entries"][1] = "2020-01-01,opening_cash,2 tr,,income,,,"
    sheets["members"][1] = "M001,Nguyễn Thị An,hôm qua,,,"
    sheets["loans"][1] = "L001,M001,2020-01-10,1000000,cao,equal_principal,6,"
    sheets["meetings"][1] = "2020-01,held,2020-01-10,,Thu phí,"
    sheets["meetings"][0] += ",activities"
    sheets["meetings"][1] = "2020-01,held,2020-01-10,,Thu phí,9"
    assert found(problems_of(write(tmp_path / "book", sheets))) == [
        ("day.unreadable", "members.csv", 2, "joined_on"),
        ("sheet.not_a_number", "loans.csv", 2, "rate_bp"),
        ("sheet.word_unknown", "meetings.csv", 2, "activities"),
        ("amount.unreadable", "entries.csv", 2, "amount"),
        ("amount.unreadable", "entries.csv", 5, "amount"),
    ]


def test_a_day_has_one_meeting(tmp_path: Path) -> None:
    sheets = lines()
    sheets["meetings"] += ["2020-03,not_held,2020-04-02,,", "2020-04,not_held,2020-04-02,,"]
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.meeting_day_twice", "meetings.csv", 5, "on")]


def test_rows_count_in_order_of_day(tmp_path: Path) -> None:
    sheets = lines()
    header, *rows = sheets["entries"]
    pair = rows.index("2020-02-12,fund_transfer_out,50000,,income,,,")
    moved = rows[pair : pair + 2] + rows[:pair] + rows[pair + 2 :]
    moved.sort(key=lambda row: "fund_transfer" in row)
    moved.sort(key=lambda row: row[:10], reverse=True)
    sheets["entries"] = [header, *moved]
    assert problems_of(write(tmp_path / "book", sheets)) == []


def test_a_loan_taken_over_may_be_older_than_the_membership(tmp_path: Path) -> None:
    sheets = lines()
    sheets["members"][2] = "M002,Trần Văn Bình,2020-01-01,,,secretary"
    assert problems_of(write(tmp_path / "book", sheets)) == []
    sheets["loans"][1] = "L001,M001,2019-04-10,1000000,100,equal_principal,6,"
    sheets["entries"][5] = "2020-01-10,loan_disbursement,1000000,2020-01-10,,,L001,"
    problems = found(problems_of(write(tmp_path / "again", sheets)))
    assert ("sheet.loan_of_no_member", "loans.csv", 2, "on") in problems


def test_a_fund_below_zero_is_a_warning(tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"].append("2020-02-20,expense,60000,,operating,,,")
    sheets["entries"].append("2020-02-21,expense,1,,operating,,,")
    book = read(write(tmp_path / "book", sheets))
    assert found(list(book.warnings)) == [("sheet.fund_below_zero", "entries.csv", 12, "fund")]
    assert book.warnings[0].params["short"] == 1000


def test_an_entry_of_another_day_than_its_meeting_is_a_warning(tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"].append("2020-01-11,donation,60000,2020-01-10,operating,,,")
    book = read(write(tmp_path / "book", sheets))
    assert [warning.code for warning in book.warnings] == ["sheet.other_day_than_meeting"]


REVERSALS = [
    ("2020-02-21,membership_fee,5000,,,M001,,,4", None),
    ("2020-02-21,membership_fee,6000,,,M001,,,4", "sheet.reverses_another"),
    ("2020-02-21,membership_fee,5000,,,M001,,,12", "sheet.reverses_another"),
    ("2020-02-21,membership_fee,5000,,,M001,,,99", "sheet.reverses_another"),
    ("2020-01-09,membership_fee,5000,,,M001,,,4", "sheet.reverses_another"),
    ("2020-02-21,saving_deposit,100000,,,M002,,,5", "entry.savings_short"),
]


@pytest.mark.parametrize(("row", "code"), REVERSALS)
def test_an_entry_may_be_taken_back(row: str, code: str | None, tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"][0] += ",reverses"
    sheets["entries"].append(row)
    problems = problems_of(write(tmp_path / "book", sheets))
    assert [(p.code, p.where.row) for p in problems if p.where] == ([(code, 12)] if code else [])


def test_an_entry_is_taken_back_once(tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"][0] += ",reverses"
    sheets["entries"] += ["2020-02-21,membership_fee,5000,,,M001,,,4"] * 2
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.reversed_twice", "entries.csv", 13, "reverses")]


def test_a_loan_is_not_taken_over_before_it_was_given(tmp_path: Path) -> None:
    sheets = lines()
    sheets["loans"][2] = "L002,M002,2020-01-05,900000,100,interest_only,12,"
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.taken_over_early", "entries.csv", 3, "on")]


def test_only_members_of_the_day_are_on_the_list(tmp_path: Path) -> None:
    sheets = lines()
    sheets["members"].append("M004,Vũ Thị Na,2020-01-11,,,")
    sheets["attendance"].append("2020-01-10,M004,present")
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.attendance_of_nobody", "attendance.csv", 5, "member")]


@pytest.mark.parametrize("shares", ["income:10000", "health:10001", "income", "income:5001;x"])
def test_shares_are_the_whole_amount(shares: str, tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"][0] += ",shares"
    sheets["entries"][6] += f",{shares}"
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [("sheet.shares_wrong", "entries.csv", 7, "shares")]


def test_a_time_of_day_is_read_or_refused(tmp_path: Path) -> None:
    sheets = lines()
    sheets["meetings"][0] += ",start,end"
    sheets["meetings"][1] += ",8h5x,25:00"
    problems = problems_of(write(tmp_path / "book", sheets))
    assert found(problems) == [
        ("sheet.time_unreadable", "meetings.csv", 2, "start"),
        ("sheet.time_unreadable", "meetings.csv", 2, "end"),
    ]


def test_a_month_may_be_its_first_day(tmp_path: Path) -> None:
    sheets = lines()
    sheets["meetings"][2] = "1/2/2020,not_held,,,"
    assert problems_of(write(tmp_path / "book", sheets)) == []
    sheets["meetings"][2] = "2/2/2020,not_held,,,"
    problems = problems_of(write(tmp_path / "again", sheets))
    assert found(problems) == [("month.unreadable", "meetings.csv", 3, "month")]


def test_a_rule_may_begin_later_or_be_taken_away(tmp_path: Path) -> None:
    sheets = lines()
    sheets["club"] = [
        *("key,value,from_on", "name,CLB xóm 1,", "started_on,2020-01-01,"),
        *("cash_ceiling,5.000.000,", "cash_ceiling,,2020-02-01", "loan_rate_bp,0,"),
        *('loan_rate_bp,"1,2 %",2020-03-01', "loan_method,Gốc đều,"),
    ]
    book = read(write(tmp_path / "book", sheets))
    assert [(c.key, c.value, c.from_on.month) for c in book.rules] == [
        ("cash_ceiling", "5000000", 1),
        ("loan_rate_bp", "0", 1),
        ("loan_method", "equal_principal", 1),
        ("cash_ceiling", "", 2),
        ("loan_rate_bp", "120", 3),
    ]


EXTENSIONS = [
    (["L002,2020-02-01,,6,,BB 02"], None),
    (["L002,2019-12-01,gốc đều,6,2,BB 12/2019", "L002,2020-02-01,,6,,BB 02"], None),
    (["L002,2020-02-01,,6,,BB 02", "L002,2020-02-01,,6,,BB 03"], "sheet.extension_order"),
    (["L001,2020-01-09,,6,,BB 01"], "sheet.extension_of_nothing"),
    (["L009,2020-02-01,,6,,BB 02"], "sheet.loan_unknown"),
    (["L002,2020-02-01,,6,6,BB 02"], "loan.grace_out_of_range"),
    (["L002,2020-02-01,,6,,"], "sheet.cell_empty"),
]


@pytest.mark.parametrize(("rows", "code"), EXTENSIONS)
def test_a_loan_may_be_extended(rows: list[str], code: str | None, tmp_path: Path) -> None:
    header = "loan,on,method,term_months,grace_months,minutes"
    source = write(tmp_path / "book", lines() | {"extensions": [header, *rows]})
    assert [problem.code for problem in problems_of(source)] == ([code] if code else [])


def test_a_fund_or_loan_nobody_asked_for_is_passed_over(tmp_path: Path) -> None:
    sheets = lines()
    sheets["entries"][3] = "2020-01-10,membership_fee,5000,2020-01-10,care,M001,L001,"
    book = read(write(tmp_path / "book", sheets))
    assert (book.entries[2].fund, book.entries[2].loan) == ("", "")
