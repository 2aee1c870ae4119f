"""The cash book (sổ quỹ tiền mặt): every receipt and payment with the box after it.

The columns are those of form S05a; sums go from page to page, and a period of several months
shows the sum of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from app.base.text import translate
from app.domain.labels import fund_label, kind_label
from app.domain.money import format_dong
from app.domain.paper_shapes import CashBook, CashBookLine
from app.domain.periods import Month, format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
)
from app.reports.loan_book import carry_labels
from app.reports.signing import amounts_in_dong, capital, money_signers

SHARED = ("interest_payment", "penalty_payment")
"""Kinds that the club's rule divides among its funds (CONTRACT 5.8)."""


@in_paper_language
def build(data: CashBook, paper: PaperOptions) -> doc.Doc:
    """Opening balance, lines, sums, closing balance in words, who signs."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "Cash book")
    sentence = translate("paper", "Cash at the end: {amount} đồng. In words: {words}")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), capital(period)),
        amounts_in_dong(),
        _table(data, paper),
        doc.Para(
            sentence.format(amount=format_dong(data.closing), words=paper.amount(data.closing))
        ),
        *_pages(data),
        money_signers(data.board),
    ]
    return assemble(
        title, period, data.club, paper, blocks, check_code=data.check_code, landscape=True
    )


def _several(data: CashBook) -> bool:
    return Month.of(data.first) != Month.of(data.last)


def _pages(data: CashBook) -> list[doc.Block]:
    """The line that closes a book, which a single month is not yet."""
    words = translate("paper", "This book has .......... pages, numbered from 01 to ..........")
    return [doc.Para(words)] if _several(data) else []


def _table(data: CashBook, paper: PaperOptions) -> doc.Table:
    columns = (
        doc.Column(translate("paper", "Day"), 11, doc.Align.CENTRE),
        doc.Column(translate("paper", "Receipt no."), 9, doc.Align.CENTRE),
        doc.Column(translate("paper", "Payment no."), 9, doc.Align.CENTRE),
        doc.Column(translate("paper", "What for"), 36),
        amount_column(translate("paper", "Taken in"), 15, carried=True),
        amount_column(translate("paper", "Paid out"), 15, carried=True),
        amount_column(translate("paper", "In the box"), 15),
        doc.Column(translate("paper", "Fund"), 20),
    )
    opening = doc.Row(
        ("", "", "", translate("paper", "Balance at the beginning"), None, None, data.opening, ""),
        strong=True,
    )
    taken = sum(line.taken for line in data.lines)
    paid = sum(line.paid for line in data.lines)
    total = doc.Row(
        (
            translate("paper", "Sum and balance at the end"),
            *("",) * 3,
            taken,
            paid,
            data.closing,
            "",
        ),
        strong=True,
        span=4,
    )
    rows = (opening, *_rows(data, paper))
    return doc.Table(columns, rows, total, carry_labels=carry_labels())


def _rows(data: CashBook, paper: PaperOptions) -> Iterator[doc.Row]:
    several = _several(data)
    label = translate("paper", "Sum of {month}")
    for month, group in groupby(data.lines, key=lambda line: Month.of(line.on)):
        lines = list(group)
        yield from map(_row, lines)
        if several:
            sums = (sum(line.taken for line in lines), sum(line.paid for line in lines))
            texts = (*map(format_dong, sums), format_dong(lines[-1].balance))
            name = label.format(month=paper.month(month))
            yield doc.Row((name, "", "", "", *texts, ""), strong=True, span=4)


def _row(line: CashBookLine) -> doc.Row:
    receipt = line.voucher if line.voucher.startswith("T") else ""
    payment = line.voucher if line.voucher.startswith("C") else ""
    return doc.Row(
        (
            format_day(line.on),
            receipt,
            payment,
            _words(line),
            line.taken or None,
            line.paid or None,
            line.balance,
            _fund(line),
        )
    )


def _fund(line: CashBookLine) -> str:
    if line.kind in SHARED:
        return translate("paper", "divided")
    return fund_label(line.fund) if line.fund else ""


def _words(line: CashBookLine) -> str:
    words = kind_label(line.kind)
    memo = "" if line.memo == words else line.memo
    if line.people > 1:
        people = translate("paper", "{kind} ({number} people)")
        words = people.format(kind=words, number=line.people)
    details = "; ".join(text for text in (line.name, memo) if text)
    words = f"{words}: {details}" if details else words
    if line.reason:
        cancelled = translate("paper", "Cancelled: {what}. Reason: {reason}")
        words = cancelled.format(what=words, reason=line.reason)
    return words
