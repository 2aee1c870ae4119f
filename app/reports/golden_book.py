"""Sổ Tấm lòng vàng: who gave the club what, and when."""

from __future__ import annotations

from app.base.text import translate
from app.domain.labels import fund_label, kind_label
from app.domain.money import format_dong
from app.domain.paper_shapes import Gift, GoldenBook
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
from app.reports.signing import amounts_in_dong, capital, money_signers

_BLANK_ROWS = 5
"""Room for gifts in kind, which the cash book does not know."""


@in_paper_language
def build(data: GoldenBook, paper: PaperOptions) -> doc.Doc:
    """Gifts of the period with their sum, and lines for gifts in kind."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "Book of golden hearts")
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Day"), 12, doc.Align.CENTRE),
        doc.Column(translate("paper", "Giver, address"), 38),
        doc.Column(translate("paper", "Money or things"), 18),
        doc.Column(translate("paper", "For the fund"), 16),
        amount_column(translate("paper", "Worth (đồng)"), 16, carried=True),
        doc.Column(translate("paper", "Signature"), 14),
    )
    rows = tuple(_row(number, gift) for number, gift in enumerate(data.gifts, 1))
    rows += (doc.Row(("",) * 5 + (None, "")),) * _BLANK_ROWS
    given = sum(gift.amount for gift in data.gifts)
    total = doc.Row((translate("paper", "Sum"), *("",) * 4, given, ""), strong=True, span=5)
    sentence = translate("paper", "Money given: {amount} đồng. In words: {words}")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), capital(period)),
        amounts_in_dong(),
        doc.Table(columns, rows, total, carry_labels=carry_labels(), room=8),
        doc.Para(sentence.format(amount=format_dong(given), words=paper.amount(given))),
        money_signers(data.board),
    ]
    return assemble(
        title, period, data.club, paper, blocks, check_code=data.check_code, landscape=True
    )


def _row(number: int, gift: Gift) -> doc.Row:
    fund = fund_label(gift.fund) if gift.fund else ""
    money = translate("paper", "money ({kind})").format(kind=kind_label(gift.kind).lower())
    return doc.Row((str(number), format_day(gift.on), gift.giver, money, fund, gift.amount, ""))
