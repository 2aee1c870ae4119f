"""The figures a supervisor asks a club for, as of a month, on one page."""

from __future__ import annotations

from itertools import zip_longest

from app.base.text import translate
from app.domain.indicators import Indicators
from app.domain.labels import activity_label
from app.domain.money import format_bp, format_dong
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
)
from app.reports.signing import minutes_signers


@in_paper_language
def build(data: Indicators, paper: PaperOptions) -> doc.Doc:
    """People, fund, loans, meetings and the eight areas (CONTRACT 4 ``indicators``)."""
    month = paper.month(data.month)
    title = translate("paper", "The club in figures")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, sign="BC-SL", number=data.number, on=data.month.last_day),
        doc.Title(title.upper(), month[0].upper() + month[1:]),
        _table(data),
        doc.Heading(translate("paper", "Meetings that worked on each of the eight areas")),
        _areas(data),
        minutes_signers(paper.board),
        recipients(data.club, paper),
    ]
    return assemble(title, month, data.club, paper, blocks, check_code=data.check_code)


def _table(data: Indicators) -> doc.Table:
    dong = translate("paper", "{amount} đồng")
    lines: list[tuple[str, str]] = [
        (translate("paper", "Members"), str(data.members)),
        (translate("paper", "Women"), str(data.women)),
        (translate("paper", "Aged 60 and older"), str(data.older_60)),
        (translate("paper", "Aged 55 and older"), str(data.older_55)),
        (translate("paper", "Poor"), str(data.poor)),
        (translate("paper", "Near-poor"), str(data.near_poor)),
        (translate("paper", "Borrowers"), str(data.borrowers)),
        (
            translate("paper", "Meetings held of meetings due"),
            f"{data.meetings_held}/{data.meetings_due}",
        ),
        (translate("paper", "Attendance"), format_bp(data.attendance_bp)),
        (translate("paper", "Whole fund"), dong.format(amount=format_dong(data.fund_total))),
        (translate("paper", "Income fund"), dong.format(amount=format_dong(data.income_fund))),
        (
            translate("paper", "Operating fund"),
            dong.format(amount=format_dong(data.operating_fund)),
        ),
        (
            translate("paper", "Owed by members"),
            dong.format(amount=format_dong(data.loans_outstanding)),
        ),
        (translate("paper", "Owed on loans more than 30 days late"), format_bp(data.par30_bp)),
        (translate("paper", "Principal repaid on time"), format_bp(data.on_time_bp)),
    ]
    titles = (translate("paper", "Figure"), translate("paper", "Value"))
    return _two_wide(titles, (28, 22), lines)


def _areas(data: Indicators) -> doc.Table:
    titles = (translate("paper", "Area"), translate("paper", "Meetings"))
    lines = [
        (f"{code}. {activity_label(code)}", str(number)) for code, number in data.activities.items()
    ]
    return _two_wide(titles, (39, 11), lines)


def _two_wide(
    titles: tuple[str, str], weights: tuple[int, int], lines: list[tuple[str, str]]
) -> doc.Table:
    """Two lines a row, down the left half first, so that the paper stays one page."""
    half = (doc.Column(titles[0], weights[0]), doc.Column(titles[1], weights[1], doc.Align.RIGHT))
    middle = (len(lines) + 1) // 2
    pairs = zip_longest(lines[:middle], lines[middle:], fillvalue=("", ""))
    return doc.Table(half + half, tuple(doc.Row((*one, *other)) for one, other in pairs))
