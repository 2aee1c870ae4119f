"""A member's own page in large type: what she has saved, what she owes, what comes next."""

from __future__ import annotations

from app.base.text import translate
from app.domain.fund import KINDS
from app.domain.labels import kind_label
from app.domain.member_statement import MemberLine, MemberStatement
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    member_signer,
    signer,
)


@in_paper_language
def build(data: MemberStatement, paper: PaperOptions) -> doc.Doc:
    """Savings, loans, the period's entries and attendance (CONTRACT 4 ``member-statement``)."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "Member's statement")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), period[0].upper() + period[1:]),
        _summary(data),
        doc.Facts(
            (
                (translate("paper", "Full name"), f"{data.name} ({data.member})"),
                (translate("paper", "Saved at the beginning"), _dong(data.savings.opening)),
                (translate("paper", "Meetings attended"), f"{data.present}/{data.held}"),
            )
        ),
        *_loans(data),
        *_lines(data),
        doc.Signatures(
            (
                member_signer(translate("paper", "Member"), data.name, paper),
                signer(translate("paper", "Treasurer"), paper.board.treasurer),
            )
        ),
    ]
    return assemble(
        title,
        f"{data.name}, {period}",
        data.club,
        paper,
        blocks,
        check_code=data.check_code,
        large_type=True,
    )


def _summary(data: MemberStatement) -> doc.Para:
    """What she came to see, in one line: saved, still owed, and what is due next."""
    owed = sum(loan.outstanding for loan in data.loans)
    parts = [
        translate("paper", "Saved: {amount} đồng").format(amount=format_dong(data.savings.closing)),
        translate("paper", "still owed: {amount} đồng").format(amount=format_dong(owed)),
    ]
    if owed:
        parts.append(_next(data))
    return doc.Para(" – ".join(parts) + ".", bold=True, indent=False, align=doc.Align.CENTRE)


def _next(data: MemberStatement) -> str:
    """The next day something is due and how much then, with what is past its last day already."""
    days = [loan.next_due for loan in data.loans if loan.next_due]
    soonest = min(days, default=None)
    amount = format_dong(
        sum(loan.next_amount for loan in data.loans if loan.next_due in (soonest, None))
    )
    if soonest is None:
        return translate("paper", "next: {amount} đồng").format(amount=amount)
    return translate("paper", "next: {amount} đồng on {day}").format(
        amount=amount, day=format_day(soonest)
    )


def _dong(amount: int) -> str:
    return translate("paper", "{amount} đồng").format(amount=format_dong(amount))


def _loans(data: MemberStatement) -> list[doc.Block]:
    heading = doc.Heading(translate("paper", "Loans"))
    if not data.loans:
        return [heading, doc.Para(translate("paper", "No open loan."))]
    columns = (
        doc.Column(translate("paper", "Loan"), 14),
        amount_column(translate("paper", "Still owed"), 22),
        amount_column(translate("paper", "Interest behind"), 20),
        doc.Column(translate("paper", "Next due"), 22, doc.Align.CENTRE),
        amount_column(translate("paper", "Next amount"), 22),
    )
    rows = tuple(
        doc.Row(
            (
                loan.loan,
                loan.outstanding,
                loan.interest_behind,
                format_day(loan.next_due) if loan.next_due else "–",
                loan.next_amount,
            )
        )
        for loan in data.loans
    )
    return [heading, doc.Table(columns, rows)]


def _lines(data: MemberStatement) -> list[doc.Block]:
    heading = doc.Heading(translate("paper", "Paid and received"))
    if not data.lines:
        return [heading, doc.Para(translate("paper", "Nothing in this period."))]
    columns = (
        doc.Column(translate("paper", "Day"), 20, doc.Align.CENTRE),
        doc.Column(translate("paper", "Item"), 44),
        amount_column(translate("paper", "Paid (đồng)"), 18),
        amount_column(translate("paper", "Received (đồng)"), 18),
    )
    rows = tuple(_line(line) for line in data.lines)
    ways = [(_way(line), line.amount) for line in data.lines]
    sums = (sum(amount for way, amount in ways if way == sign) for sign in (1, -1))
    total = doc.Row((translate("paper", "Sum"), "", *sums), strong=True, span=2)
    return [heading, doc.Table(columns, rows, total)]


def _way(line: MemberLine) -> int:
    """1: she paid it, -1: she received it, 0: it was only written down."""
    return KINDS[line.kind].cash


def _line(line: MemberLine) -> doc.Row:
    """What moved no money (interest credited, a loan taken over) stands with the words alone."""
    words = kind_label(line.kind) + (f" ({line.loan})" if line.loan else "")
    words += f" – {line.memo}" if line.memo else ""
    way = _way(line)
    if not way:
        words = translate("paper", "{what}: {amount} đồng, in the book").format(
            what=words, amount=format_dong(line.amount)
        )
    return doc.Row(
        (
            format_day(line.on),
            words,
            line.amount if way > 0 else None,
            line.amount if way < 0 else None,
        )
    )
