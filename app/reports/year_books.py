"""The books of a year with a column a month: fees paid, and attendance."""

from __future__ import annotations

from app.base.text import translate
from app.domain.paper_shapes import YearBook, YearLine
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
)
from app.reports.loan_book import carry_labels
from app.reports.signing import amounts_in_dong, minutes_signers, money_signers

MONTHS = range(1, 13)


@in_paper_language
def fees(data: YearBook, paper: PaperOptions) -> doc.Doc:
    """What each member paid as fee in each month of the year."""
    title = translate("paper", "Fee book")
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 30),
        *(amount_column(str(month), 9, carried=True) for month in MONTHS),
        amount_column(translate("paper", "Sum"), 12, carried=True),
        doc.Column(translate("paper", "Signature"), 12),
    )
    rows = tuple(_fee_row(number, line) for number, line in enumerate(data.lines, 1))
    by_month = [sum(line.amounts[month - 1] for line in data.lines) for month in MONTHS]
    sums = (amount or None for amount in by_month)
    total = doc.Row((translate("paper", "Sum"), "", *sums, sum(by_month), ""), strong=True, span=2)
    table = doc.Table(columns, rows, total, carry_labels=carry_labels())
    year = _year(data)
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), year),
        amounts_in_dong(),
        table,
        money_signers(data.board),
    ]
    return assemble(
        title, year, data.club, paper, blocks, check_code=data.check_code, landscape=True
    )


def _year(data: YearBook) -> str:
    return translate("paper", "Year {year}").format(year=data.year)


def _fee_row(number: int, line: YearLine) -> doc.Row:
    amounts = (amount or None for amount in line.amounts)
    return doc.Row((str(number), line.name, *amounts, sum(line.amounts), ""))


@in_paper_language
def attendance(data: YearBook, paper: PaperOptions) -> doc.Doc:
    """Who was there in each month of the year; a month without a meeting stays blank."""
    title = translate("paper", "Attendance book")
    centre = doc.Align.CENTRE
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 34),
        *(doc.Column(str(month), 7, centre) for month in MONTHS),
        doc.Column(translate("paper", "Present"), 10, centre),
    )
    letters = mark_letters()
    rows = tuple(
        doc.Row(
            (
                str(number),
                line.name,
                *(letters.get(mark, "") for mark in line.marks),
                f"{line.marks.count('present')}/{sum(map(bool, line.marks))}",
            )
        )
        for number, line in enumerate(data.lines, 1)
    )
    there = [sum(line.marks[month - 1] == "present" for line in data.lines) for month in MONTHS]
    held = [str(count) if data.held[at] else "" for at, count in enumerate(there)]
    total = doc.Row(
        (translate("paper", "Present"), "", *held, str(sum(there))), strong=True, span=2
    )
    year = _year(data)
    key = translate(
        "paper", "x: present; P: excused; V: absent; T: sent somebody; blank: no meeting."
    )
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), year),
        doc.Para(key, italic=True, align=doc.Align.CENTRE, indent=False),
        doc.Table(columns, rows, total),
        minutes_signers(data.board),
    ]
    return assemble(
        title, year, data.club, paper, blocks, check_code=data.check_code, landscape=True
    )


def mark_letters() -> dict[str, str]:
    """The letter of each way of being there, as the line under the table explains them."""
    return {"present": "x", "excused": "P", "absent": "V", "represented": "T"}
