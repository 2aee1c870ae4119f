"""The union's page over its clubs as of a month: the sums, who is missing, and a row a club."""

from __future__ import annotations

from dataclasses import replace

from app.base.text import translate
from app.domain.club import ClubHead
from app.domain.money import format_bp, format_dong, ratio_bp
from app.domain.union_statements import UnionFigures, UnionReport
from app.reports import doc, union_annex
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    signer,
)

_LEVEL_AT_MOST = 20
"""So many bars stand on the first page; the finest level with no more of them is drawn."""

_BAR, _SIGNING = 5, 36
"""mm of a bar and of the signatures under them: the heading goes along to where they have room."""


@in_paper_language
def build(data: UnionReport, paper: PaperOptions) -> doc.Doc:
    """One page with all sums, signed; behind it the areas and the clubs, a row each.

    Figures are of the reporting clubs (CONTRACT 4 ``union report``).
    """
    month = paper.month(data.month)
    union = ClubHead(data.name, practice=data.practice)
    title = translate("paper", "Report on the intergenerational self-help clubs")
    blocks: list[doc.Block] = [
        letterhead(union, paper, on=data.month.last_day),
        doc.Title(title.upper(), month[0].upper() + month[1:]),
        *_summary(data),
        _together(data.figures),
        *_picture(data),
        doc.Signatures(
            (
                signer(translate("paper", "Prepared by")),
                signer(translate("paper", "For the union")),
            )
        ),
        *([recipients(union, paper)] if paper.recipients else []),
    ]
    made = assemble(title, month, union, paper, blocks)
    return replace(made, annex=(*union_annex.areas(data), *union_annex.clubs(data)))


def _summary(data: UnionReport) -> list[doc.Block]:
    known = translate(
        "paper",
        "{reporting} of {clubs} clubs have reported. Newest figures of all clubs: {members} "
        "members, fund of {fund} đồng, {loans} đồng lent.",
    ).format(
        reporting=data.reporting,
        clubs=data.clubs,
        members=format_dong(data.last_known.members),
        fund=format_dong(data.last_known.fund_total),
        loans=format_dong(data.last_known.loans_outstanding),
    )
    blocks: list[doc.Block] = [doc.Para(known)]
    if data.units == "today":
        blocks.append(doc.Para(translate("paper", "By the communes and wards of today.")))
    if data.missing:
        missing = translate("paper", "Not yet reported: {clubs}.")
        blocks.append(doc.Para(missing.format(clubs="; ".join(data.missing))))
    if data.disputed:
        disputed = translate(
            "paper",
            "Sent bundles that contradict each other, to be decided: {clubs}. Months on which "
            "they differ are not counted.",
        )
        blocks.append(doc.Para(disputed.format(clubs="; ".join(data.disputed))))
    return blocks


def _together(figures: UnionFigures) -> doc.Table:
    """What the reporting clubs have together: two figures a line."""
    of_members = figures.members
    lines = (
        (translate("paper", "Members"), format_dong(of_members)),
        (translate("paper", "Women"), _share(figures.women, of_members)),
        (translate("paper", "Aged 60 up"), _share(figures.older_60, of_members)),
        (translate("paper", "Aged 55 up"), _share(figures.older_55, of_members)),
        (translate("paper", "Poor"), _share(figures.poor, of_members)),
        (translate("paper", "Near-poor"), _share(figures.near_poor, of_members)),
        (translate("paper", "Meetings held of due"), union_annex.meetings(figures)),
        (translate("paper", "Whole fund"), format_dong(figures.fund_total)),
        (translate("paper", "Income fund"), format_dong(figures.income_fund)),
        (translate("paper", "Operating fund"), format_dong(figures.operating_fund)),
        (translate("paper", "Cash and bank"), format_dong(figures.cash + figures.bank)),
        (translate("paper", "Owed by members"), format_dong(figures.loans_outstanding)),
        (translate("paper", "More than 30 days late"), format_bp(figures.par30_bp)),
        (translate("paper", "Savings"), format_dong(figures.savings)),
    )
    half = len(lines) // 2
    rows = tuple(
        doc.Row((*left, *right)) for left, right in zip(lines[:half], lines[half:], strict=True)
    )
    name, value = doc.Column("", 27), doc.Column("", 20, doc.Align.RIGHT)
    return doc.Table((name, value, name, value), rows, show_head=False)


def _share(count: int, whole: int) -> str:
    return f"{format_dong(count)} ({format_bp(ratio_bp(count, whole))})"


def _picture(data: UnionReport) -> list[doc.Block]:
    """The fund of each club; of each area or group of areas where there are too many clubs."""
    reporting = [line for line in data.rows if line.figures and line.reporting]
    levels = (
        [(line.club, line.figures) for line in reporting],
        [(area.rpartition("/")[2], sums) for area, sums in data.by_area.items()],
        [(area.rpartition("/")[2], sums) for area, sums in data.by_group.items()],
    )
    drawn = next((level for level in levels if 2 <= len(level) <= _LEVEL_AT_MOST), [])
    bars = tuple(
        doc.Bar(name, max(sums.fund_total, 0), format_dong(sums.fund_total))
        for name, sums in drawn
        if sums is not None
    )
    if not bars:
        return []
    room = _BAR * len(bars) + _SIGNING
    return [doc.Heading(translate("paper", "Whole fund, in đồng"), room), doc.Bars(bars)]
