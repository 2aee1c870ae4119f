"""Minutes of a monthly meeting, held or not held: Mẫu 1.9 of Decree 30/2020/NĐ-CP.

Owns the order and the words of the paper. What was collected, paid, lent and counted is worded
in ``minutes_money``; figures come ready in ``statements.Minutes``.
"""

from __future__ import annotations

from app.base.text import translate
from app.domain.labels import activity_label, rule_label, rule_value_label
from app.domain.minutes import Minutes
from app.domain.money import format_bp, ratio_bp
from app.reports import doc, minutes_money
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    signer,
)


@in_paper_language
def build(data: Minutes, paper: PaperOptions) -> doc.Doc:
    """The minutes of ``data``; a meeting not held gives its reason in place of the agenda."""
    held = data.status != "not_held"
    month = paper.month(data.month)
    title = translate("paper", "MINUTES")
    subject = (
        translate("paper", "Club meeting of {month}")
        if held
        else translate("paper", "No club meeting held in {month}")
    ).format(month=month)
    opening: list[doc.Block] = [doc.Facts(_facts(data, paper))] if held else _not_held(data, paper)
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, sign="BB-CLB", number=data.number),
        doc.Title(title, subject),
        *opening,
        *_numbered(_parts(data, paper)),
        doc.Para(_closing(data, paper, held)),
        doc.Signatures(_signers(data)),
        recipients(data.club, paper),
    ]
    return assemble(title, subject, data.club, paper, blocks, check_code=data.check_code)


def _facts(data: Minutes, paper: PaperOptions) -> tuple[tuple[str, str], ...]:
    count = data.attendance
    present = translate("paper", "{present} of {listed} members in person ({rate})").format(
        present=count.present,
        listed=count.listed,
        rate=format_bp(ratio_bp(count.present, count.listed)),
    )
    begin = [paper.moment(data.start)] if data.start else []
    begin += [paper.day(data.on)] if data.on else []
    rows = [
        (translate("paper", "Begin"), ", ".join(begin)),
        (translate("paper", "Place"), data.place),
        (translate("paper", "Taking part"), present),
        *_away(data),
        (translate("paper", "Guests"), data.guests),
        (translate("paper", "In the chair"), data.chair),
        (translate("paper", "Minutes taken by"), data.secretary),
    ]
    return tuple((label, _one_line(value)) for label, value in rows if value.strip())


def _away(data: Minutes) -> list[tuple[str, str]]:
    """One fact for each way of not being there, with the names where they are known."""
    count = data.attendance
    ways = (
        (translate("paper", "Excused"), "excused", count.excused),
        (translate("paper", "Absent"), "absent", count.absent),
        (translate("paper", "Sent somebody"), "represented", count.represented),
    )
    rows = []
    for label, way, number in ways:
        names = ", ".join(_noted(data, name) for name, kind in data.away if kind == way)
        if number:
            rows.append((label, f"{number} ({names})" if names else str(number)))
    return rows


def _noted(data: Minutes, name: str) -> str:
    """A name with what was noted beside it."""
    note = data.away_notes.get(name, "")
    return f"{name} – {note}" if note else name


def _not_held(data: Minutes, paper: PaperOptions) -> list[doc.Block]:
    month = paper.month(data.month)
    blocks: list[doc.Block] = [
        doc.Para(translate("paper", "The club held no meeting in {month}.").format(month=month)),
        doc.Facts(((translate("paper", "Reason"), _one_line(data.reason)),)),
    ]
    if data.on:
        blocks.append(doc.Facts(((translate("paper", "Written on"), paper.day(data.on)),)))
    return blocks


def _parts(data: Minutes, paper: PaperOptions) -> list[tuple[str, list[doc.Block]]]:
    """Heading and contents of each part that has contents, in the order of the meeting."""
    parts: list[tuple[str, list[doc.Block]]] = [
        (translate("paper", "What was done"), _activities(data) + _prose(data.content)),
        (translate("paper", "Money taken in and paid out"), minutes_money.cash(data, paper)),
        (translate("paper", "Loans given"), minutes_money.loans(data)),
        (translate("paper", "Cash count"), minutes_money.count(data)),
        (translate("paper", "Rules changed"), _rules(data)),
        (translate("paper", "Entries corrected"), minutes_money.corrections(data.corrections)),
        (translate("paper", "Decisions"), _prose(data.decisions)),
        (translate("paper", "Plan for the next month"), _prose(data.next_plan)),
    ]
    return [(heading, blocks) for heading, blocks in parts if blocks]


def _numbered(parts: list[tuple[str, list[doc.Block]]]) -> list[doc.Block]:
    blocks: list[doc.Block] = []
    for number, (heading, contents) in enumerate(parts, 1):
        blocks += [doc.Heading(f"{number}. {heading}"), *contents]
    return blocks


def _activities(data: Minutes) -> list[doc.Block]:
    if not data.activities:
        return []
    names = "; ".join(activity_label(code) for code in data.activities)
    return [doc.Para(names + ".", lead=translate("paper", "Areas of work:"))]


def _rules(data: Minutes) -> list[doc.Block]:
    """The rules the meeting changed, as they were and as they are now."""
    changed = translate("paper", "{rule}: from {before} to {after}")
    items = [
        changed.format(
            rule=rule_label(code),
            before=rule_value_label(code, before),
            after=rule_value_label(code, after),
        )
        for code, before, after in data.rule_changes
    ]
    return [doc.Bullets(tuple(items))] if items else []


def _closing(data: Minutes, paper: PaperOptions, held: bool) -> str:
    if not held:
        return translate("paper", "These minutes are kept in place of the meeting's./.")
    day = paper.day(data.on) if data.on else ""
    if data.end:
        return translate(
            "paper",
            "The meeting ended at {time} on {day}; the minutes were read out and agreed to./.",
        ).format(time=paper.moment(data.end), day=day)
    return translate(
        "paper", "The meeting ended on {day}; the minutes were read out and agreed to./."
    ).format(day=day)


def _signers(data: Minutes) -> tuple[doc.Signer, ...]:
    held = data.status != "not_held"
    chair = translate("paper", "Chair of the meeting") if held else translate("paper", "Chair")
    return (
        signer(translate("paper", "Secretary"), data.secretary),
        signer(chair, data.chair),
    )


def _prose(text: str) -> list[doc.Block]:
    return [doc.Para(line.strip()) for line in text.splitlines() if line.strip()]


def _one_line(text: str) -> str:
    return "; ".join(line.strip() for line in text.splitlines() if line.strip())
