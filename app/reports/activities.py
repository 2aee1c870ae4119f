"""The club's work by the eight areas: the plan to fill in, and the report of what was done."""

from __future__ import annotations

from app.base.text import translate
from app.domain.labels import activity_label
from app.domain.minutes import Minutes
from app.domain.paper_numbers import sign
from app.domain.paper_shapes import AreaReport
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    serial_column,
)
from app.reports.signing import capital, minutes_signers

_LINES_AN_AREA = 2


@in_paper_language
def plan(data: AreaReport, paper: PaperOptions) -> doc.Doc:
    """Lines for each area; what the last meeting planned stands above them."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "Plan of activities")
    columns = (
        doc.Column(translate("paper", "Area, work"), 40),
        doc.Column(translate("paper", "When"), 16),
        doc.Column(translate("paper", "In charge"), 20),
        doc.Column(translate("paper", "Cost (đồng)"), 16),
        doc.Column(translate("paper", "Result"), 22),
    )
    rows: list[doc.Row] = []
    for code in data.counts:
        head = f"{code}. {activity_label(code)}"
        rows.append(doc.Row((head, *("",) * 4), strong=True, span=5))
        rows += [doc.Row(("",) * 5)] * _LINES_AN_AREA
    planned: list[doc.Block] = []
    if data.next_plan.strip():
        heading = translate("paper", "Planned at the last meeting")
        planned = [doc.Heading(heading), *_lines(data.next_plan)]
    blocks: list[doc.Block] = [
        letterhead(
            data.club,
            paper,
            sign=sign("KH", data.first, data.last),
            number=data.number,
            on=data.first,
        ),
        doc.Title(title.upper(), capital(period)),
        *planned,
        doc.Table(columns, tuple(rows), room=8),
        minutes_signers(data.board),
        recipients(data.club, paper),
    ]
    return assemble(title, period, data.club, paper, blocks, landscape=True)


@in_paper_language
def report(data: AreaReport, paper: PaperOptions) -> doc.Doc:
    """How many meetings worked on each area, and what each meeting did."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "Report on activities")
    blocks: list[doc.Block] = [
        letterhead(
            data.club,
            paper,
            sign=sign("BC", data.first, data.last, "HĐ"),
            number=data.number,
            on=data.last,
        ),
        doc.Title(title.upper(), capital(period)),
        doc.Heading(translate("paper", "I. Meetings by area of work")),
        area_table(data.counts),
        doc.Heading(translate("paper", "II. What was done")),
        *_done(data, paper),
        doc.Heading(translate("paper", "III. Plan")),
        *_lines(data.next_plan),
        minutes_signers(data.board),
        recipients(data.club, paper),
    ]
    return assemble(title, period, data.club, paper, blocks, check_code=data.check_code)


def area_table(counts: dict[str, int]) -> doc.Table:
    """The eight areas with the number of meetings that worked on each."""
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Area"), 64),
        doc.Column(translate("paper", "Meetings"), 16, doc.Align.RIGHT),
    )
    rows = tuple(
        doc.Row((code, activity_label(code), str(count))) for code, count in counts.items()
    )
    return doc.Table(columns, rows)


def _done(data: AreaReport, paper: PaperOptions) -> list[doc.Block]:
    blocks: list[doc.Block] = []
    for minutes in data.meetings:
        name = capital(paper.month(minutes.month))
        blocks += [doc.Para(text, lead=f"{name}:") for text in _said(minutes)]
    return blocks or _lines("")


def _said(minutes: Minutes) -> list[str]:
    """A meeting's contents and decisions in one paragraph; a meeting not held, its reason."""
    if minutes.status == "not_held":
        text = translate("paper", "not held. Reason: {reason}")
        return [text.format(reason=minutes.reason or "–")]
    said = " ".join(f"{minutes.content}\n{minutes.decisions}".split())
    return [said] if said else []


def _lines(text: str) -> list[doc.Block]:
    said = [line.strip() for line in text.splitlines() if line.strip()]
    return [doc.Para(line) for line in said or ["." * 120]]
