"""Behind the union's page: a row an area, and a row a club."""

from __future__ import annotations

from app.base.text import translate
from app.domain.money import format_bp
from app.domain.periods import Month
from app.domain.union_statements import ClubLine, UnionFigures, UnionReport
from app.reports import doc
from app.reports.frame import amount_column, serial_column

_COUNTS = ("members", "women", "older_60", "poor", "near_poor")
_AMOUNTS = ("fund_total", "loans_outstanding", "savings")


def areas(data: UnionReport) -> list[doc.Block]:
    """Sums of each area under those of its group; left out when all clubs lie in one."""
    if len(data.by_area) < 2:
        return []
    rows: list[doc.Row] = []
    group, number = "", 0
    for area, figures in data.by_area.items():
        over, _, name = area.rpartition("/")
        if over != group and len(data.by_group) > 1:
            rows.append(doc.Row(("", _spoken(over), *_cells(data.by_group[over])), strong=True))
        group, number = over, number + 1
        rows.append(doc.Row((str(number), name, *_cells(figures))))
    columns = _columns(translate("paper", "Area of the union"))[:-1]
    sums = doc.Row((_sum_label(), "", *_cells(data.figures)), strong=True, span=2)
    return [
        doc.Heading(translate("paper", "By area")),
        doc.Table(columns, tuple(rows), sums),
        doc.PageBreak(),
    ]


def clubs(data: UnionReport) -> list[doc.Block]:
    """Every club and what it told of the month; dashes for one that has not reported."""
    many = len({line.area for line in data.rows}) > 1
    rows = tuple(_row(str(number), line, many) for number, line in enumerate(data.rows, 1))
    return [
        doc.Heading(translate("paper", "Each club")),
        doc.Table(_columns(), rows, _total(data.figures)),
    ]


def meetings(figures: UnionFigures) -> str:
    """Held of due, as all tables write it."""
    return f"{figures.meetings_held}/{figures.meetings_due}"


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


def _row(number: str, line: ClubLine, many: bool) -> doc.Row:
    """A club's figures; its commune stands behind the name where there are ``many`` areas."""
    commune = line.area.rsplit("/", 1)[-1]
    name = f"{line.club} ({commune})" if many and commune else line.club
    cells = _cells(line.figures) if line.figures and line.reporting else ("–",) * 10
    return doc.Row((number, name, *cells, _month(line.last_month)))


def _total(figures: UnionFigures) -> doc.Row:
    return doc.Row((_sum_label(), "", *_cells(figures), ""), strong=True, span=2)


def _sum_label() -> str:
    return translate("paper", "Sum of the reporting clubs")


def _cells(figures: UnionFigures) -> tuple[doc.Cell, ...]:
    return (
        *(getattr(figures, name) for name in (*_COUNTS, *_AMOUNTS)),
        format_bp(figures.par30_bp),
        meetings(figures),
    )


def _month(month: Month | None) -> str:
    return f"{month.number:02d}/{month.year}" if month else "–"


def _spoken(path: str) -> str:
    """A PATH as it is said, the smallest unit first."""
    return ", ".join(reversed(path.split("/")))
