"""Every paper by its name on the command line: the one list that a new paper is added to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from app.base.errors import AppError
from app.reports import (
    activities,
    attendance,
    blank_books,
    board_papers,
    cash_book,
    cash_count,
    courses,
    fund_statement,
    golden_book,
    indicators,
    key_sheet,
    loan_book,
    loan_papers,
    loan_schedule,
    meeting_sheets,
    member_list,
    member_statement,
    minutes,
    opening_balances,
    plain,
    supervision,
    union_letter,
    union_report,
    visit_papers,
    vouchers,
    year_books,
)
from app.reports.doc import Doc
from app.reports.frame import PaperOptions

REPORTS: dict[str, Callable[[Any, PaperOptions], Doc]] = {
    "minutes": minutes.build,
    "fund-statement": fund_statement.build,
    "loan-book": loan_book.build,
    "loan-schedule": loan_schedule.build,
    "member-statement": member_statement.build,
    "attendance": attendance.build,
    "indicators": indicators.build,
    "cash-count": cash_count.build,
    "cash-book": cash_book.build,
    "vouchers": vouchers.build,
    "golden-book": golden_book.build,
    "interest-split": board_papers.interest_split,
    "hand-over": board_papers.hand_over,
    "collection-sheet": meeting_sheets.collection,
    "attendance-sheet": meeting_sheets.attendance,
    "fee-book": year_books.fees,
    "attendance-book": year_books.attendance,
    "member-list": member_list.build,
    "consent": member_list.consent,
    "opening-balances": opening_balances.build,
    "loan-request": loan_papers.request,
    "loan-agreement": loan_papers.agreement,
    "loan-card": loan_papers.card,
    "loan-approval": board_papers.loans,
    "activity-plan": activities.plan,
    "activity-report": activities.report,
    "club-report": union_letter.build,
    "home-care-book": blank_books.ruled("home-care"),
    "mutual-help-book": blank_books.ruled("mutual-help"),
    "health-book": blank_books.ruled("health"),
    "equipment-book": blank_books.ruled("equipment"),
    "union-report": union_report.build,
    "supervision": supervision.build,
    "visit-checklist": visit_papers.checklist,
    "visit-minutes": visit_papers.minutes,
    "courses": courses.build,
    "key-sheet": key_sheet.build,
}

ENDINGS = (".pdf", ".xlsx", ".txt")
FIGURES = ".json"
"""The ending of a paper's figures, which ``services.printing`` writes without laying it out."""


class UnknownPaperError(AppError):
    """A report or a file ending that no paper has."""


def build(name: str, data: object, paper: PaperOptions) -> Doc:
    """The paper called ``name`` from the shape it prints; raises UnknownPaperError."""
    if name not in REPORTS:
        raise UnknownPaperError("paper.unknown", name=name, known=", ".join(REPORTS))
    return REPORTS[name](data, paper)


def render(paper: Doc, ending: str) -> bytes:
    """``paper`` as the bytes of a file with ``ending``; raises UnknownPaperError.

    reportlab and XlsxWriter are loaded only here, when first needed.
    """
    match PurePath(f"paper{ending}").suffix.lower():
        case ".pdf":
            from app.reports import pdf

            return pdf.render(paper)
        case ".xlsx":
            from app.reports import xlsx

            return xlsx.render(paper)
        case ".txt":
            return plain.render(paper).encode("utf-8")
    known = ", ".join((*ENDINGS, FIGURES))
    raise UnknownPaperError("paper.unknown_ending", ending=ending, known=known)
