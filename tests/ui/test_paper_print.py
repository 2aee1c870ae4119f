"""Printing without a printer: a queue that is a file shows which sheets come out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.domain.periods import Month
from app.reports import doc, pdf
from app.services.printing import PaperRequest
from app.ui import errors, paper_print
from app.ui.context import Context
from app.ui.papers import PaperDialog
from tests.helpers.tools import run_tool
from tests.ui.conftest import TODAY

LAST = Month.of(TODAY).plus(-1)


def paper(folder: Path, name: str, pages: int, *, across: bool = False) -> QPdfDocument:
    """A paper of full lines, each page with a number of its own."""
    blocks: list[doc.Block] = []
    for number in range(1, pages + 1):
        blocks += [doc.Para(f"{name} {number * 1111}, " * 90), doc.PageBreak()]
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf.render(doc.Doc("t", "a", tuple(blocks[:-1]), landscape=across)))
    document = QPdfDocument()
    document.load(str(path))
    return document


def to_file(out: Path, ranges: str = "", copies: int = 1) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(100)
    printer.setPageRanges(paper_print.page_ranges(ranges))
    printer.setCopyCount(copies)
    return printer


def sheets_of(path: Path) -> QPdfDocument:
    """What a file printer put out: upright A4 sheets."""
    printed = QPdfDocument()
    printed.load(str(path))
    for page in range(printed.pageCount()):
        size = printed.pagePointSize(page)
        assert (round(size.width()), round(size.height())) == (595, 842)
    return printed


def _on_white(image: QImage) -> QImage:
    white = QImage(image.size(), QImage.Format.Format_Grayscale8)
    white.fill(255)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white


def differs(sheet: QImage, page: QImage) -> float:
    """How far two pictures of one size are apart, in shades of 0 to 255 a dot."""
    assert sheet.size() == page.size()
    grey = [bytes(_on_white(image).constBits()) for image in (sheet, page)]
    return sum(abs(one - other) for one, other in zip(*grey, strict=True)) / len(grey[0])


@pytest.mark.parametrize(
    ("ranges", "copies", "sheets"),
    [
        ("", 1, 6),
        ("1-3,5", 1, 4),
        ("1–3, 5", 2, 8),
        (" 3 − 1 ; 5,", 2, 8),
        ("6", 1, 1),
        ("5—90", 1, 2),
    ],
)
def test_pages_and_copies_are_as_chosen(
    qtbot: QtBot, tmp_path: Path, ranges: str, copies: int, sheets: int
) -> None:
    out = tmp_path / "printed.pdf"
    printer = to_file(out, ranges, copies)
    known = printer.supportsMultipleCopies()
    assert paper_print.paint([paper(tmp_path, "dai", 6)], printer) == sheets
    assert not known
    assert sheets_of(out).pageCount() == sheets


def test_several_papers_are_one_job_and_a_wide_one_is_turned(qtbot: QtBot, tmp_path: Path) -> None:
    """The dots that come out are the dots of the paper, wide pages with their top on the left."""
    out = tmp_path / "printed.pdf"
    papers = [paper(tmp_path, "doc", 2), paper(tmp_path, "ngang", 1, across=True)]
    assert paper_print.paint([*papers, papers[0]], to_file(out)) == 5
    printed = sheets_of(out)
    upright, across = QSize(400, 564), QSize(564, 400)
    second, wide = printed.render(1, upright), printed.render(2, upright)
    turned = wide.transformed(QTransform().rotate(90))
    assert differs(second, papers[0].render(1, upright)) < 5
    assert differs(turned, papers[1].render(0, across)) < 5
    assert differs(wide, papers[0].render(0, upright)) > 9


def test_the_pages_that_come_out_are_those_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    """Page 4 alone shows the very same picture as page 4 of the paper, edge to edge."""
    long = paper(tmp_path, "trang", 5)
    alone, whole = tmp_path / "alone.pdf", tmp_path / "whole.pdf"
    paper_print.paint([long], to_file(alone, "4"))
    paper_print.paint([long], to_file(whole))
    pictures = []
    for path, page in ((alone, 1), (whole, 4), (whole, 3)):
        run_tool("pdftoppm", "-r", "50", "-f", page, "-l", page, "-singlefile", path, path)
        pictures.append(path.with_name(path.name + ".ppm").read_bytes())
    assert pictures[0] == pictures[1] != pictures[2]


def test_pages_that_are_not_there_are_refused(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(paper_print.PrintRefusedError) as refused:
        paper_print.paint([paper(tmp_path, "dai", 2)], to_file(tmp_path / "x.pdf", "7-9"))
    assert refused.value.code == "print.no_pages"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        paper_print.paint([paper(tmp_path, "dai", 1)], to_file(tmp_path / "no" / "x.pdf"))
    assert refused.value.code == "print.failed"


def test_without_a_printer_the_paper_can_be_saved(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    dialog = PaperDialog(context, PaperRequest("minutes", month=LAST), None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.print_button.click()
    said = errors.words(paper_print.PrintRefusedError("print.no_printer"))
    assert dialog.told.accessibleName() == said
    assert dialog.told.isVisible()
    assert dialog.save_button.isEnabled()


def test_of_several_papers_one_is_seen_and_all_are_printed(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    wanted = [PaperRequest(name, month=LAST) for name in ("minutes", "cash-book")]
    dialog = PaperDialog(context, wanted[0], None, others=wanted[1:])
    qtbot.addWidget(dialog)
    pages = [document.pageCount() for document in dialog.documents]
    dialog.seen.setCurrentIndex(1)
    assert dialog.document is dialog.documents[1]
    out = tmp_path / "printed.pdf"
    assert paper_print.paint(dialog.documents, to_file(out)) == sum(pages)
    assert sheets_of(out).pageCount() == sum(pages)
    dialog.reject()


@pytest.mark.parametrize("typed", ["một", "1-3-5", "0", "1,-2", "2-x", "1.5", "123456"])
def test_what_is_no_page_number_is_said_and_nothing_is_printed(
    qtbot: QtBot, context: Context, typed: str
) -> None:
    dialog = PaperDialog(context, PaperRequest("minutes", month=LAST), None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.pages.setText(typed)
    dialog.print_button.click()
    assert f"“{typed}” không phải là số trang" in dialog.told.accessibleName()
    dialog.pages.clear()


def test_a_paper_that_cannot_be_saved_is_told_of_and_the_old_one_stays(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "bien-ban.pdf"
    old.write_bytes(b"old")
    dialog = PaperDialog(context, PaperRequest("minutes", month=LAST), None)
    qtbot.addWidget(dialog)
    dialog.show()
    for name in ("bien-ban.doc", "bien-ban.pdf/x.pdf", "bien-ban.pdf"):
        chosen = (str(tmp_path / name), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, to=chosen: to)
        assert old.read_bytes() == b"old"
        dialog.save_button.click()
        assert bool(dialog.told.accessibleName()) == (name != "bien-ban.pdf")
    assert old.read_bytes().startswith(b"%PDF")
