"""The supervisor's page: who reports and meets, how the model's criteria are met, what is odd."""

from __future__ import annotations

from collections.abc import Iterable

from app.base.text import translate
from app.domain import union_labels
from app.domain.club import ClubHead
from app.domain.criteria import FULL, ClubPoints, Points
from app.domain.money import format_bp
from app.domain.periods import Month, format_day
from app.domain.supervision import ClubReporting, ClubYear, Growth, Supervision
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
    signer,
)

_CENTRE, _RIGHT = doc.Align.CENTRE, doc.Align.RIGHT


@in_paper_language
def build(data: Supervision, paper: PaperOptions) -> doc.Doc:
    """Six parts; every club stands in each that concerns it."""
    month = paper.month(data.month)
    union = ClubHead(data.name, practice=data.practice)
    title = translate("paper", "Supervision of the clubs")
    blocks: list[doc.Block] = [
        letterhead(union, paper, on=data.month.last_day),
        doc.Title(title.upper(), month[0].upper() + month[1:]),
        *_coverage(data),
        doc.Heading(translate("paper", "1. Who has reported")),
        doc.Table(_reporting_columns(), _numbered(map(_reporting, data.reporting))),
        doc.Heading(translate("paper", "2. Meetings of {year}").format(year=data.month.year)),
        doc.Para(translate("paper", "x held, – not held, ? not told."), indent=False),
        doc.Table(_year_columns(), _numbered(map(_year, data.years))),
        doc.Heading(translate("paper", "3. Points by the model's criteria")),
        doc.Bullets(tuple(map(_definition, data.points[0].points)) if data.points else ()),
        doc.Table(_points_columns(data), _numbered(map(_points, data.points))),
        doc.Heading(translate("paper", "4. Figures to ask about")),
        *_oddities(data),
        doc.Heading(translate("paper", "5. Against a year before")),
        doc.Table(_growth_columns(data), tuple(map(_growth, data.growth.rows))),
        doc.Heading(translate("paper", "6. Where the means of twelve months came from")),
        *_sources(data),
        doc.Signatures((signer(translate("paper", "Prepared by")),)),
    ]
    return assemble(title, month, union, paper, blocks, landscape=True)


def _numbered(rows: Iterable[tuple[doc.Cell, ...]]) -> tuple[doc.Row, ...]:
    return tuple(doc.Row((str(number), *cells)) for number, cells in enumerate(rows, 1))


def _named(club: str, area: str) -> str:
    """Clubs of several communes bear the same names."""
    commune = area.rsplit("/", 1)[-1]
    return f"{club} ({commune})" if commune else club


def _short(month: Month | None) -> str:
    return f"{month.number:02d}/{month.year}" if month else "–"


def _coverage(data: Supervision) -> list[doc.Block]:
    found = data.coverage
    if not found.units:
        return []
    said = translate(
        "paper", "Clubs in {covered} of {units} ({share}); the target is {target}."
    ).format(
        covered=len(found.covered),
        units=found.units,
        share=format_bp(found.share_bp),
        target=format_bp(found.target_bp),
    )
    blocks: list[doc.Block] = [doc.Para(said)]
    if found.decision:
        rests = translate("paper", "The target rests on {decision}.")
        blocks.append(doc.Para(rests.format(decision=found.decision)))
    if found.missing:
        without = translate("paper", "Without a club: {units}.")
        names = "; ".join(path.rsplit("/", 1)[-1] for path in found.missing)
        blocks.append(doc.Para(without.format(units=names)))
    return blocks


def _reporting_columns() -> tuple[doc.Column, ...]:
    return (
        serial_column(),
        doc.Column(translate("paper", "Club"), 50),
        doc.Column(translate("paper", "Area of the union"), 40),
        doc.Column(translate("paper", "Reporting"), 16),
        doc.Column(translate("paper", "Reported up to"), 14, _CENTRE),
        doc.Column(translate("paper", "Missing since"), 14, _CENTRE),
        doc.Column(translate("paper", "Last bundle"), 16, _CENTRE),
    )


def _reporting(line: ClubReporting) -> tuple[doc.Cell, ...]:
    return (
        line.club,
        line.area.rsplit("/", 1)[-1],
        union_labels.reported_label(line.state.value),
        _short(line.last_month),
        _short(line.since),
        format_day(line.received_on) if line.received_on else "–",
    )


def _year_columns() -> tuple[doc.Column, ...]:
    months = tuple(doc.Column(str(number), 7, _CENTRE) for number in range(1, 13))
    held = doc.Column(translate("paper", "Held of told"), 14, _CENTRE)
    return (serial_column(), doc.Column(translate("paper", "Club"), 50), *months, held)


def _year(line: ClubYear) -> tuple[doc.Cell, ...]:
    signs = (union_labels.box_sign(box.value) for box in line.boxes)
    return (_named(line.club, line.area), *signs, f"{line.held}/{line.due}")


def _definition(one: Points) -> str:
    limits = "; ".join(union_labels.criterion_value(one.code, limit) for limit in one.limits)
    return translate("paper", "{name}: {definition}. 1, 2, 3 points from {limits}.").format(
        name=union_labels.criterion_label(one.code),
        definition=union_labels.criterion_definition(one.code),
        limits=limits,
    )


def _points_columns(data: Supervision) -> tuple[doc.Column, ...]:
    codes = [one.code for one in data.points[0].points] if data.points else []
    criteria = (doc.Column(union_labels.criterion_label(code), 13, _CENTRE) for code in codes)
    together = doc.Column(translate("paper", "Points"), 12, _CENTRE)
    return (serial_column(), doc.Column(translate("paper", "Club"), 36), *criteria, together)


def _points(club: ClubPoints) -> tuple[doc.Cell, ...]:
    cells = (
        "–"
        if one.points is None
        else f"{one.points} ({union_labels.criterion_value(one.code, one.value)})"
        for one in club.points
    )
    return (_named(club.club, club.area), *cells, f"{club.sum}/{club.possible or FULL}")


def _oddities(data: Supervision) -> list[doc.Block]:
    if not data.oddities:
        return [doc.Para(translate("paper", "None."))]
    lines = []
    for club in data.oddities:
        doubts = (
            union_labels.oddity_label(one.code).format(count=one.value) for one in club.figures
        )
        lines.append(f"{_named(club.club, club.area)}: {'; '.join(doubts)}")
    return [doc.Bullets(tuple(lines))]


def _growth_columns(data: Supervision) -> tuple[doc.Column, ...]:
    return (
        doc.Column(translate("paper", "Figure"), 60),
        amount_column(_short(data.growth.before), 24),
        amount_column(_short(data.growth.month), 24),
        doc.Column(translate("paper", "Change"), 16, _RIGHT),
    )


def _growth(line: Growth) -> doc.Row:
    change = "–" if line.change_bp is None else _signed(line.change_bp)
    return doc.Row((union_labels.growth_label(line.name), line.before, line.now, change))


def _signed(bp: int) -> str:
    return f"{'+' if bp > 0 else '-' if bp < 0 else ''}{format_bp(abs(bp))}"


def _sources(data: Supervision) -> list[doc.Block]:
    columns = (
        doc.Column(translate("paper", "Source"), 60),
        amount_column(translate("paper", "Amount"), 24),
        doc.Column(translate("paper", "Clubs"), 16, _RIGHT),
    )
    rows = tuple(
        doc.Row((union_labels.source_label(line.source), line.amount, str(line.clubs)))
        for line in data.sources.lines
    )
    total = doc.Row((translate("paper", "Sum"), data.sources.total, ""), strong=True)
    return [doc.Table(columns, rows, total)]
