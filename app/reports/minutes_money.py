"""The parts of the minutes that speak of money: cash, loans, the count, corrections."""

from __future__ import annotations

from app.base.text import translate
from app.domain.fund_book import Correction
from app.domain.labels import kind_label, method_label
from app.domain.minutes import CashCount, Minutes, NamedAmount
from app.domain.money import format_bp, format_dong
from app.domain.periods import format_day
from app.reports import doc
from app.reports.frame import PaperOptions, amount_column, serial_column


def cash(data: Minutes, paper: PaperOptions) -> list[doc.Block]:
    """What the cash box held before, took in, paid out and holds now; nothing when all is 0."""
    if not (data.receipts or data.payments or data.cash_opening or data.cash_closing):
        return []
    before = doc.Row(
        (translate("paper", "Cash before the meeting"), "", data.cash_opening, None),
        strong=True,
        span=2,
    )
    rows = [before]
    rows += [_row(number, item, paid=False) for number, item in enumerate(data.receipts, 1)]
    rows += [
        _row(number, item, paid=True)
        for number, item in enumerate(data.payments, len(data.receipts) + 1)
    ]
    taken, paid = (sum(item.amount for item in side) for side in (data.receipts, data.payments))
    rows.append(
        doc.Row((translate("paper", "Sum of the meeting"), "", taken, paid), strong=True, span=2)
    )
    after = doc.Row(
        (translate("paper", "Cash after the meeting"), "", data.cash_closing, None),
        strong=True,
        span=2,
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Item"), 54),
        amount_column(translate("paper", "Taken in (đồng)")),
        amount_column(translate("paper", "Paid out (đồng)")),
    )
    blocks: list[doc.Block] = [doc.Table(columns, tuple(rows), after)]
    in_words = paper.amount(data.cash_closing)
    if in_words:
        label = translate("paper", "Cash after the meeting, in words:")
        blocks.append(doc.Para(f"{label} {in_words}", italic=True))
    return blocks


def _row(number: int, item: NamedAmount, *, paid: bool) -> doc.Row:
    label = item.text or item_label(item.kind)
    amounts = (None, item.amount) if paid else (item.amount, None)
    return doc.Row((str(number), label, *amounts))


def item_label(kind: str) -> str:
    """A kind's word on paper: under the head "paid out" an expense needs more than its own."""
    return translate("paper", "Expenses of the club") if kind == "expense" else kind_label(kind)


def loans(data: Minutes) -> list[doc.Block]:
    """Loans given at the meeting, with the terms the members agreed to."""
    if not data.loans:
        return []
    months = translate("paper", "{number} months")
    rows = [
        doc.Row(
            (
                str(number),
                loan.name,
                loan.principal,
                format_bp(loan.rate_bp),
                months.format(number=loan.term_months),
                method_label(loan.method),
                loan.purpose,
            )
        )
        for number, loan in enumerate(data.loans, 1)
    ]
    total = doc.Row(
        (translate("paper", "Sum"), "", sum(loan.principal for loan in data.loans), *("",) * 4),
        strong=True,
        span=2,
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 25),
        amount_column(translate("paper", "Amount (đồng)"), 18),
        doc.Column(translate("paper", "Interest a month"), 11, doc.Align.CENTRE),
        doc.Column(translate("paper", "Term"), 12, doc.Align.CENTRE),
        doc.Column(translate("paper", "Repaid by"), 14),
        doc.Column(translate("paper", "Purpose"), 18),
    )
    return [doc.Table(columns, tuple(rows), total)]


def count(data: Minutes) -> list[doc.Block]:
    """The cash counted against the book, with the notes where they were counted one by one."""
    return count_blocks(data.cash_count) if data.cash_count else []


def count_blocks(counted: CashCount) -> list[doc.Block]:
    blocks: list[doc.Block] = []
    rows = [
        doc.Row((format_dong(face), format_dong(pieces), face * pieces))
        for face, pieces in sorted(counted.notes.items(), reverse=True)
        if pieces
    ]
    if rows:
        columns = (
            amount_column(translate("paper", "Note of (đồng)"), 30),
            amount_column(translate("paper", "Pieces"), 20),
            amount_column(translate("paper", "Amount (đồng)"), 30),
        )
        label = translate("paper", "Sum counted")
        blocks.append(
            doc.Table(
                columns, tuple(rows), doc.Row((label, "", counted.counted), strong=True), share=70
            )
        )
    return [*blocks, doc.Para(_compared(counted))]


def _compared(counted: CashCount) -> str:
    if counted.difference == 0:
        sentence = translate("paper", "Counted {counted} đồng, as in the book.")
    elif counted.difference > 0:
        sentence = translate(
            "paper", "Counted {counted} đồng; in the book {book} đồng; {gap} đồng too much."
        )
    else:
        sentence = translate(
            "paper", "Counted {counted} đồng; in the book {book} đồng; {gap} đồng missing."
        )
    return sentence.format(
        counted=format_dong(counted.counted),
        book=format_dong(counted.in_book),
        gap=format_dong(abs(counted.difference)),
    )


def corrections(items: tuple[Correction, ...]) -> list[doc.Block]:
    """What was entered wrongly before and is taken back now, each with its reason."""
    if not items:
        return []
    sentence = translate(
        "paper", "{day}: {kind} of {of_day}, {amount} đồng, is cancelled. Reason: {reason}"
    )
    lines = []
    for item in items:
        kind = kind_label(item.kind) + (f" ({item.name})" if item.name else "")
        lines.append(
            sentence.format(
                day=format_day(item.on),
                kind=kind,
                of_day=format_day(item.of_day),
                amount=format_dong(abs(item.amount)),
                reason=item.reason or "–",
            )
        )
    return [doc.Bullets(tuple(lines))]
