"""What the book took over, one line a member to read and sign before the book is believed."""

from __future__ import annotations

from app.base.text import translate
from app.domain.opening_balances import OpeningBalances
from app.domain.periods import format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
)
from app.reports.loan_book import carry_labels
from app.reports.signing import DOTS, amounts_in_dong, money_signers

_ROOM, _THUMB_ROOM = 9, 16
"""Height of a line to sign on, and of one to press a thumb on, in millimetres."""


@in_paper_language
def build(data: OpeningBalances, paper: PaperOptions) -> doc.Doc:
    """Savings and debt of each member, with room to sign for her own line and no other."""
    title = translate("paper", "Balances carried over")
    subject = translate("paper", "into the book that begins on {day}").format(
        day=format_day(data.started_on)
    )
    wrong = translate("paper", "Lines that are not right:")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), subject),
        doc.Para(
            translate(
                "paper",
                "Each member reads her own line, or has it read to her, and signs beside it only "
                "if it is right. What is not right is written below and mended in the book first.",
            )
        ),
        amounts_in_dong(),
        _table(data, paper),
        doc.Para(DOTS, lead=wrong),
        money_signers(data.board),
    ]
    return assemble(title, subject, data.club, paper, blocks, check_code=data.check_code)


def _table(data: OpeningBalances, paper: PaperOptions) -> doc.Table:
    thumb = paper.thumb_prints
    signed = (
        translate("paper", "Signature or thumb print")
        if thumb
        else translate("paper", "Signs that it is right")
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 32),
        doc.Column(translate("paper", "Born"), 9, doc.Align.CENTRE),
        amount_column(translate("paper", "Savings"), 17, carried=True),
        amount_column(translate("paper", "Still owed"), 17, carried=True),
        doc.Column(signed, 22),
    )
    rows = tuple(
        doc.Row((str(number), line.name, line.birth_year, line.savings, line.outstanding, ""))
        for number, line in enumerate(data.lines, 1)
    )
    sums = (sum(x.savings for x in data.lines), sum(x.outstanding for x in data.lines))
    total = doc.Row((translate("paper", "Sum"), "", "", *sums, ""), strong=True, span=3)
    room = _THUMB_ROOM if thumb else _ROOM
    return doc.Table(columns, rows, total, carry_labels=carry_labels(), room=room)
