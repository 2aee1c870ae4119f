"""Papers as PDF, beside reportlab's own paragraphs with the same text."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

from app.reports import doc, fonts
from bench.measure import Line, compare, process

if TYPE_CHECKING:
    from app.domain.periods import Month
    from app.store.database import UnitOfWork

ROWS = 2_000
MEMBERS = 39
MONTHLY = (
    "minutes", "cash-count", "vouchers", "loan-approval", "fund-statement", "cash-book",
    "loan-book", "member-list", "attendance", "indicators", "club-report", "activity-report",
)  # fmt: skip
"""What a club prints of one month, beside a statement for each member."""

FACES = (fonts.BOLD, fonts.ITALIC)
"""Titles and places are set in them; each face of a paper is embedded in its file."""

OURS = """
import pickle, sys
from app.reports import catalogue
with open(sys.argv[1], "rb") as stream:
    catalogue.render(pickle.load(stream), ".pdf")
"""
LIMIT = """
import sys
from bench import paper
paper.bare_lines(open(sys.argv[1], encoding="utf-8").read().splitlines())
"""


def run(book: Path, _source: Path, work: Path, rounds: int) -> list[Line]:
    """Minutes of one meeting in a process of its own, and a table of 2,000 rows."""
    from app.domain.periods import Month
    from app.reports import catalogue, plain
    from app.services import printing
    from app.services.paper_request import PaperRequest
    from app.store import books

    database = books.open_book(book, read_only=True)
    with database.read() as uow:
        minutes = printing.paper(uow, PaperRequest("minutes", month=Month(2019, 6)))
        month = _month_of_papers(uow, Month(2019, 6))
    database.close()
    long, laid_out, text = _long(), work / "minutes.pickle", work / "minutes.txt"
    laid_out.write_bytes(pickle.dumps(minutes))
    text.write_bytes(plain.render(minutes).encode())
    lines = [plain.render(paper).splitlines() for paper in month]
    return [
        compare(
            "minutes as PDF, whole process",
            lambda: process(laid_out, program=OURS),
            "reportlab, the same lines",
            lambda: process(text, program=LIMIT),
            1.3,
            rounds,
        ),
        compare(
            f"{ROWS:,} rows as PDF",
            lambda: catalogue.render(long, ".pdf"),
            "reportlab paragraphs",
            lambda: _bare_table(long),
            1.0,
            3,
        ),
        compare(
            f"all papers of a month, {len(month) - len(MONTHLY)} members",
            lambda: [catalogue.render(paper, ".pdf") for paper in month],
            "reportlab, the same lines",
            lambda: [bare_lines(paper) for paper in lines],
            1.5,
            3,
        ),
        compare(
            "the same",
            lambda: [catalogue.render(paper, ".pdf") for paper in month],
            "reportlab, the same lines and faces",
            lambda: [bare_lines(paper, FACES) for paper in lines],
            1.5,
            3,
        ),
    ]


def _month_of_papers(uow: UnitOfWork, month: Month) -> list[doc.Doc]:
    """Each monthly paper, and the statements of the first ``MEMBERS`` members."""
    from app.services import members, printing
    from app.services.paper_request import PaperRequest

    codes = [member.code for member in members.members(uow, on=month.last_day)[:MEMBERS]]
    wanted = [PaperRequest(name, month=month) for name in MONTHLY]
    wanted += [PaperRequest("member-statement", month=month, member=code) for code in codes]
    return [printing.paper(uow, request) for request in wanted]


def _long() -> doc.Doc:
    columns = tuple(
        doc.Column(title, weight, doc.Align.RIGHT if weight == 20 else doc.Align.LEFT)
        for title, weight in (("TT", 8), ("Ngày", 16), ("Nội dung", 40), ("Thu", 20), ("Chi", 20))
    )
    rows = tuple(
        doc.Row((str(number), "17/06/2019", f"Nguyễn Thị Số {number} nộp phí", number * 1000, 0))
        for number in range(1, ROWS + 1)
    )
    return doc.Doc("Sổ quỹ", "CLB", (doc.Title("SỔ QUỸ"), doc.Table(columns, rows)))


def _style(face: str = fonts.REGULAR) -> ParagraphStyle:
    fonts.register()
    return ParagraphStyle("body", fontName=face, fontSize=12, leading=15)


def _build(story: list[Any]) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, invariant=1, initialFontName=fonts.REGULAR).build(story)
    return stream.getvalue()


def bare_lines(lines: list[str], faces: tuple[str, ...] = ()) -> bytes:
    """A PDF of paragraphs, and nothing else of a paper; the first lines in ``faces``."""
    style, first = _style(), iter(map(_style, faces))
    return _build([Paragraph(line, next(first, style)) if line else Spacer(1, 6) for line in lines])


def _bare_table(paper: doc.Doc) -> bytes:
    style, table = _style(), paper.blocks[-1]
    assert isinstance(table, doc.Table)
    cells = [[Paragraph(str(cell), style) for cell in row.cells] for row in table.rows]
    return _build([LongTable(cells, colWidths=[30, 70, 200, 80, 80])])
