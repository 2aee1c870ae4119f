"""Minutes of a cash count at a meeting: notes counted, the book, the difference."""

from __future__ import annotations

from app.base.text import translate
from app.domain.meetings import NOTES
from app.domain.minutes import Minutes
from app.domain.money import format_dong
from app.domain.paper_shapes import Board
from app.reports import board_minutes, doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
)
from app.reports.minutes_money import count_blocks
from app.reports.signing import DOTS, money_signers


@in_paper_language
def build(data: Minutes, paper: PaperOptions) -> doc.Doc:
    """The count of the meeting in ``data``; without one, a form to count by hand on."""
    on = data.on or data.month.last_day
    day = paper.day(on)
    title = translate("paper", "Cash count")
    board = Board(
        data.chair or paper.board.chair,
        data.secretary or paper.board.secretary,
        paper.board.treasurer,
    )
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, sign="BB-KQ", number=data.number),
        doc.Title(translate("paper", "MINUTES"), title),
        board_minutes.head(board, on, paper, place=data.place),
        *_counted(data, paper),
        board_minutes.closing(on, paper),
        money_signers(board),
        recipients(data.club, paper),
    ]
    return assemble(title, day, data.club, paper, blocks, check_code=data.check_code)


def _counted(data: Minutes, paper: PaperOptions) -> list[doc.Block]:
    counted = data.cash_count
    label = translate("paper", "Counted, in words: {words}")
    if counted:
        words = label.format(words=paper.amount(counted.counted))
        return [*count_blocks(counted), doc.Para(words)]
    in_book = translate("paper", "Cash by the book: {amount} đồng.")
    left = translate("paper", "Counted against the book, too much or missing: {dots}")
    return [
        doc.Para(in_book.format(amount=format_dong(data.cash_closing))),
        blank_count(NOTES),
        doc.Para(label.format(words=DOTS * 2)),
        doc.Para(left.format(dots=DOTS)),
    ]


def blank_count(notes: tuple[int, ...]) -> doc.Table:
    """A row a note, pieces and amounts to be written in."""
    columns = (
        amount_column(translate("paper", "Note of (đồng)"), 30),
        doc.Column(translate("paper", "Pieces"), 20),
        doc.Column(translate("paper", "Amount (đồng)"), 30),
    )
    rows = tuple(doc.Row((format_dong(face), "", "")) for face in notes)
    total = doc.Row((translate("paper", "Sum counted"), "", ""), strong=True)
    return doc.Table(columns, rows, total, share=70, room=7)
