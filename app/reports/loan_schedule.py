"""A loan's plan of repayment, row by row."""

from __future__ import annotations

from app.base.text import translate
from app.domain.club import ClubHead
from app.domain.loan_schedule import LoanSchedule
from app.domain.periods import format_day
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


@in_paper_language
def build(data: LoanSchedule, paper: PaperOptions) -> doc.Doc:
    """All rows with their sums (CONTRACT 4 ``loan-schedule``); the club is named by ``paper``."""
    club = ClubHead(paper.club, paper.parent_body)
    title = translate("paper", "Repayment schedule")
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Due on"), 16, doc.Align.CENTRE),
        amount_column(translate("paper", "Principal"), carried=True),
        amount_column(translate("paper", "Interest"), carried=True),
        amount_column(translate("paper", "Together"), carried=True),
        amount_column(translate("paper", "Left to pay")),
    )
    rows = tuple(
        doc.Row(
            (str(row.no), format_day(row.due), row.principal, row.interest, row.total, row.balance)
        )
        for row in data.rows
    )
    principal = sum(row.principal for row in data.rows)
    total = doc.Row(
        (translate("paper", "Sum"), "", principal, data.interest, data.total, None),
        strong=True,
        span=2,
    )
    blocks: list[doc.Block] = [
        *([letterhead(club, paper)] if paper.club else []),
        doc.Title(title.upper(), paper.subject),
        doc.Para(translate("paper", "Amounts in đồng"), italic=True, align=doc.Align.RIGHT),
        doc.Table(columns, rows, total, carry_labels=carry_labels()),
    ]
    return assemble(title, paper.subject.replace("\n", "; "), club, paper, blocks)
