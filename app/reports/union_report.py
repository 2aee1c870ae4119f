"""The union's page over its clubs as of a month: a row a club, a sum, and who is missing."""

from __future__ import annotations

from app.base.text import translate
from app.domain.club import ClubHead
from app.domain.money import format_bp, format_dong
from app.domain.periods import Month
from app.domain.union_statements import ClubLine, UnionFigures, UnionReport
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    serial_column,
    signer,
)

_COUNTS = ("members", "women", "older_60", "poor", "near_poor")
_AMOUNTS = ("fund_total", "loans_outstanding", "savings")


@in_paper_language
def build(data: UnionReport, paper: PaperOptions) -> doc.Doc:
    """Sums of the reporting clubs, by area and by club (CONTRACT 4 ``union report``)."""
    month = paper.month(data.month)
    union = ClubHead(data.name, practice=data.practice)
    title = translate("paper", "Report on the intergenerational self-help clubs")
    blocks: list[doc.Block] = [
        letterhead(union, paper, on=data.month.last_day),
        doc.Title(title.upper(), month[0].upper() + month[1:]),
        *_summary(data),
        doc.Table(_columns(), tuple(_rows(data)), _total(data.figures)),
        *_areas(data),
        doc.Signatures(
            (
                signer(translate("paper", "Prepared by")),
                signer(translate("paper", "For the union")),
            )
        ),
        *([recipients(union, paper)] if paper.recipients else []),
    ]
    return assemble(title, month, union, paper, blocks, landscape=True)


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


def _columns(first: str = "") -> tuple[doc.Column, ...]:
    right = doc.Align.RIGHT
    return (
        serial_column(),
        doc.Column(first or translate("paper", "Club"), 44),
        doc.Column(translate("paper", "Members"), 10, right),
        doc.Column(translate("paper", "Women"), 8, right),
        doc.Column(translate("paper", "Aged 60 up"), 9, right),
        doc.Column(translate("paper", "Poor"), 8, right),
        doc.Column(translate("paper", "Near-poor"), 8, right),
        amount_column(translate("paper", "Whole fund"), 18),
        amount_column(translate("paper", "Owed by members"), 18),
        amount_column(translate("paper", "Savings"), 16),
        doc.Column(translate("paper", "More than 30 days late"), 14, right),
        doc.Column(translate("paper", "Meetings held of due"), 12, right),
        doc.Column(translate("paper", "Reported up to"), 12, doc.Align.CENTRE),
    )


def _rows(data: UnionReport) -> list[doc.Row]:
    many = len({line.area for line in data.rows}) > 1
    return [_row(str(number), line, many) for number, line in enumerate(data.rows, 1)]


def _row(number: str, line: ClubLine, many: bool) -> doc.Row:
    """A club's figures; its commune stands behind the name where there are ``many`` areas."""
    commune = line.area.rsplit("/", 1)[-1]
    name = f"{line.club} ({commune})" if many and commune else line.club
    cells = _cells(line.figures) if line.figures and line.reporting else ("–",) * 10
    return doc.Row((number, name, *cells, _month(line.last_month)))


def _total(figures: UnionFigures) -> doc.Row:
    label = translate("paper", "Sum of the reporting clubs")
    return doc.Row((label, "", *_cells(figures), ""), strong=True, span=2)


def _cells(figures: UnionFigures) -> tuple[doc.Cell, ...]:
    return (
        *(str(getattr(figures, name)) for name in _COUNTS),
        *(getattr(figures, name) for name in _AMOUNTS),
        format_bp(figures.par30_bp),
        f"{figures.meetings_held}/{figures.meetings_due}",
    )


def _month(month: Month | None) -> str:
    return f"{month.number:02d}/{month.year}" if month else "–"


def _areas(data: UnionReport) -> list[doc.Block]:
    """Sums of each area; left out when all clubs lie in one."""
    if len(data.by_area) < 2:
        return []
    rows = [
        doc.Row((str(number), area, *_cells(figures)))
        for number, (area, figures) in enumerate(data.by_area.items(), 1)
    ]
    columns = _columns(translate("paper", "Area of the union"))[:-1]
    return [doc.Heading(translate("paper", "By area")), doc.Table(columns, tuple(rows))]
