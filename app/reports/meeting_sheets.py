"""Blank sheets for the coming meeting, in the order of the screen: attendance and collection.

What each member owes stands on the sheet already (CONTRACT 5.13); what she pays is written by
hand beside it.
"""

from __future__ import annotations

from app.base.text import translate
from app.domain.paper_shapes import MeetingSheets, SheetLine
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
from app.reports.loan_book import carry_labels
from app.reports.signing import amounts_in_dong, capital, minutes_signers

_DUE = ("membership_fee", "interest_payment", "principal_repayment")


@in_paper_language
def collection(data: MeetingSheets, paper: PaperOptions) -> doc.Doc:
    """What is due filled in, what is paid left blank, one line a member to sign on."""
    month = paper.month(data.month)
    title = translate("paper", "Collection sheet")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), translate("paper", "Meeting of {month}").format(month=month)),
        amounts_in_dong(),
        _collection_table(data),
        doc.Signatures(
            (
                signer(translate("paper", "Collected by")),
                signer(translate("paper", "Treasurer"), data.board.treasurer),
                signer(translate("paper", "Chair"), data.board.chair),
            )
        ),
    ]
    return assemble(title, month, data.club, paper, blocks, landscape=True)


def _collection_table(data: MeetingSheets) -> doc.Table:
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 30),
        amount_column(translate("paper", "Fee due"), 12, carried=True),
        doc.Column(translate("paper", "Fee paid"), 12),
        doc.Column(translate("paper", "Savings paid in"), 13),
        amount_column(translate("paper", "Interest due"), 12, carried=True),
        doc.Column(translate("paper", "Interest paid"), 12),
        amount_column(translate("paper", "Principal due"), 14, carried=True),
        doc.Column(translate("paper", "Principal paid"), 14),
        amount_column(translate("paper", "Still owed"), 15, carried=True),
        doc.Column(translate("paper", "Paid in all"), 14),
        doc.Column(translate("paper", "Signature"), 14),
    )
    rows = tuple(_collection_row(number, line) for number, line in enumerate(data.lines, 1))
    sums = [sum(line.due.get(kind, 0) for line in data.lines) for kind in _DUE]
    owed = sum(line.outstanding for line in data.lines)
    total = doc.Row(
        (translate("paper", "Sum"), "", sums[0], "", "", sums[1], "", sums[2], "", owed, "", ""),
        strong=True,
        span=2,
    )
    return doc.Table(columns, rows, total, carry_labels=carry_labels(), room=8)


def _collection_row(number: int, line: SheetLine) -> doc.Row:
    fee, interest, principal = (line.due.get(kind) for kind in _DUE)
    owed = line.outstanding or None
    return doc.Row((str(number), line.name, fee, "", "", interest, "", principal, "", owed, "", ""))


@in_paper_language
def attendance(data: MeetingSheets, paper: PaperOptions) -> doc.Doc:
    """One line a member to tick and sign, and the count to be filled in."""
    month = paper.month(data.month)
    title = translate("paper", "Attendance sheet")
    centre = doc.Align.CENTRE
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 34),
        doc.Column(translate("paper", "Born"), 9, centre),
        doc.Column(translate("paper", "Present"), 9),
        doc.Column(translate("paper", "Excused"), 9),
        doc.Column(translate("paper", "Absent"), 9),
        doc.Column(translate("paper", "Sent somebody"), 10),
        doc.Column(translate("paper", "Signature"), 18),
    )
    rows = tuple(
        doc.Row((str(number), line.name, line.birth_year, *("",) * 5))
        for number, line in enumerate(data.lines, 1)
    )
    total = doc.Row((translate("paper", "Sum"), *("",) * 7), strong=True, span=3)
    held = translate(
        "paper", "Meeting of {month}, held on the ........ at ........ in .............."
    )
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), capital(held.format(month=month))),
        doc.Table(columns, rows, total, room=8),
        minutes_signers(data.board),
    ]
    return assemble(title, month, data.club, paper, blocks)
