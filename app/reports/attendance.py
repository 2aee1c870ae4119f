"""Meetings and attendance over a period: one line a meeting, and the months that have none."""

from __future__ import annotations

from app.base.text import translate
from app.domain.attendance import Attendance, MeetingAttendance
from app.domain.labels import status_label
from app.domain.money import format_bp
from app.domain.periods import format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
)
from app.reports.signing import minutes_signers


@in_paper_language
def build(data: Attendance, paper: PaperOptions) -> doc.Doc:
    """All meetings of the period by month (CONTRACT 4 ``attendance``)."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "Meetings and attendance")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), period[0].upper() + period[1:]),
        _table(data),
        doc.Para(
            translate(
                "paper", "{held} meetings held, {not_held} not held; attendance {rate}."
            ).format(held=data.held, not_held=data.not_held, rate=format_bp(data.rate_bp))
        ),
        *_missing(data, paper),
        minutes_signers(paper.board),
    ]
    return assemble(title, period, data.club, paper, blocks, check_code=data.check_code)


def _table(data: Attendance) -> doc.Table:
    right = doc.Align.RIGHT
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Month"), 13, doc.Align.CENTRE),
        doc.Column(translate("paper", "Day"), 16, doc.Align.CENTRE),
        doc.Column(translate("paper", "Meeting"), 21),
        doc.Column(translate("paper", "Present"), 13, right),
        doc.Column(translate("paper", "Excused"), 13, right),
        doc.Column(translate("paper", "Absent"), 13, right),
        doc.Column(translate("paper", "Sent somebody"), 13, right),
        doc.Column(translate("paper", "Rate"), 12, right),
    )
    rows = [_meeting(number, line) for number, line in enumerate(data.meetings, 1)]
    sums = [
        sum(getattr(line, name) for line in data.meetings)
        for name in ("present", "excused", "absent", "represented")
    ]
    label = translate("paper", "Sum")
    total = doc.Row(
        (label, "", "", "", *map(str, sums), format_bp(data.rate_bp)), strong=True, span=4
    )
    return doc.Table(columns, tuple(rows), total)


def _meeting(number: int, line: MeetingAttendance) -> doc.Row:
    return doc.Row(
        (
            str(number),
            f"{line.month.number:02d}/{line.month.year}",
            format_day(line.on) if line.on else "–",
            status_label(line.status),
            str(line.present),
            str(line.excused),
            str(line.absent),
            str(line.represented),
            format_bp(line.rate_bp),
        )
    )


def _missing(data: Attendance, paper: PaperOptions) -> list[doc.Block]:
    if not data.missing:
        return []
    months = ", ".join(paper.month(month) for month in data.missing)
    return [doc.Para(translate("paper", "Months with no record: {months}.").format(months=months))]
