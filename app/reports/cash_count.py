"""Minutes of a cash count at a meeting: notes counted, the book, the difference."""

from __future__ import annotations

from app.base.text import translate
from app.domain.statements import CashCount, Minutes
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    signer,
)
from app.reports.minutes_money import count_blocks


@in_paper_language
def build(data: Minutes, paper: PaperOptions) -> doc.Doc:
    """The count of the meeting in ``data``; without one, a count of nothing against the book."""
    counted = data.cash_count or CashCount({}, 0, data.cash_closing)
    day = paper.day(data.on or data.month.last_day)
    title = translate("paper", "Cash count")
    words = paper.amount(counted.counted)
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, sign="BB-KQ", number=data.number),
        doc.Title(translate("paper", "MINUTES"), title),
        doc.Para(translate("paper", "The cash box was counted on {day}.").format(day=day)),
        *count_blocks(counted),
        doc.Para(translate("paper", "Counted, in words: {words}").format(words=words)),
        doc.Signatures(
            (
                signer(translate("paper", "Treasurer"), paper.board.treasurer),
                signer(translate("paper", "Secretary"), data.secretary),
                signer(translate("paper", "Chair"), data.chair),
            )
        ),
        recipients(data.club, paper),
    ]
    return assemble(title, day, data.club, paper, blocks, check_code=data.check_code)
