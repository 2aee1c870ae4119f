"""The papers of a supervisor's visit: the checklist to take along, and the minutes to sign."""

from __future__ import annotations

from app.base.text import translate
from app.domain import union_labels
from app.domain.club import ClubHead
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.domain.visits import Finding, Point, Visit, VisitPaper
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
    signer,
)
from app.reports.signing import DOTS

_CENTRE = doc.Align.CENTRE


@in_paper_language
def checklist(data: VisitPaper, paper: PaperOptions) -> doc.Doc:
    """What is looked at, with room to write; the seed lets anybody repeat the draw."""
    visit, union = data.visit, ClubHead(data.union, practice=data.practice)
    title = translate("paper", "Checklist for a visit")
    drawn = translate(
        "paper", "Drawn from the figures up to {month} with the number {seed}."
    ).format(month=paper.month(visit.month), seed=visit.seed)
    blocks: list[doc.Block] = [
        letterhead(union, paper),
        doc.Title(title.upper(), visit.club),
        doc.Facts(_facts(visit, paper)),
        doc.Para(drawn, indent=False),
        doc.Table(_columns(), tuple(map(_row, visit.points)), room=9),
        doc.Facts((_cash("book", None), _cash("counted", None))),
        doc.Signatures((signer(translate("paper", "Visited by")),)),
    ]
    return assemble(title, visit.club, union, paper, blocks)


@in_paper_language
def minutes(data: VisitPaper, paper: PaperOptions) -> doc.Doc:
    """Biên bản kiểm tra, giám sát: what was seen, what is to mend by whom and until when."""
    visit, union = data.visit, ClubHead(data.union, practice=data.practice)
    title = translate("paper", "MINUTES")
    blocks: list[doc.Block] = [
        letterhead(union, paper, sign="BB", number="......./BB"),
        doc.Title(title, translate("paper", "Inspection and supervision of {club}").format(
            club=visit.club
        )),
        doc.Facts(_facts(visit, paper)),
        doc.Heading(translate("paper", "1. What was looked at")),
        doc.Table(_columns(), tuple(map(_row, visit.points))),
        doc.Heading(translate("paper", "2. Cash in the box")),
        doc.Facts((_cash("book", visit.book_cash), _cash("counted", visit.counted_cash))),
        doc.Para(_difference(visit), indent=False),
        doc.Heading(translate("paper", "3. To be mended")),
        *_findings(visit.findings),
        doc.Heading(translate("paper", "4. Conclusion")),
        doc.Para(visit.conclusion or DOTS * 3, indent=False),
        doc.Para(translate("paper", "The minutes were read to all present, who agreed./.")),
        doc.Signatures((
            signer(translate("paper", "For the club")),
            signer(translate("paper", "For the union")),
        )),
    ]  # fmt: skip
    return assemble(title, visit.club, union, paper, blocks)


def _facts(visit: Visit, paper: PaperOptions) -> tuple[tuple[str, str], ...]:
    return (
        (translate("paper", "When"), paper.day(visit.on)),
        (translate("paper", "Area of the union"), visit.area.replace("/", ", ") or DOTS),
        (translate("paper", "Visited by"), visit.visitors or DOTS),
        (translate("paper", "Met there"), visit.met or DOTS),
    )


def _columns() -> tuple[doc.Column, ...]:
    return (
        serial_column(),
        doc.Column(translate("paper", "What to look at"), 52),
        doc.Column(translate("paper", "Good"), 9, _CENTRE),
        doc.Column(translate("paper", "Wrong"), 9, _CENTRE),
        doc.Column(translate("paper", "Remark"), 34),
    )


def _row(point: Point) -> doc.Row:
    words = union_labels.check_label(point.kind).format(number=point.subject)
    good, wrong = ("x" if point.good is mark else "" for mark in (True, False))
    return doc.Row((str(point.number), words, good, wrong, point.note))


def _cash(which: str, amount: int | None) -> tuple[str, str]:
    label = {
        "book": translate("paper", "In the book"),
        "counted": translate("paper", "Counted"),
    }[which]
    return label, f"{format_dong(amount)} đồng" if amount is not None else DOTS


def _difference(visit: Visit) -> str:
    difference = visit.cash_difference
    if difference is None:
        return translate("paper", "The box was not counted.")
    if not difference:
        return translate("paper", "Box and book agree.")
    words = (
        translate("paper", "{amount} đồng more in the box than in the book.")
        if difference > 0
        else translate("paper", "{amount} đồng less in the box than in the book.")
    )
    return words.format(amount=format_dong(abs(difference)))


def _findings(found: tuple[Finding, ...]) -> list[doc.Block]:
    if not found:
        return [doc.Para(translate("paper", "None."), indent=False)]
    columns = (
        serial_column(),
        doc.Column(translate("paper", "What"), 52),
        doc.Column(translate("paper", "Who"), 30),
        doc.Column(translate("paper", "Until"), 18, _CENTRE),
    )
    rows = tuple(
        doc.Row((str(number), one.text, one.who, format_day(one.due)))
        for number, one in enumerate(found, 1)
    )
    return [doc.Table(columns, rows)]
