"""The loan book as of a day: every open loan, how late it is, what is asked next."""

from __future__ import annotations

from app.base.text import translate
from app.domain.labels import ageing_label, method_label
from app.domain.money import format_bp, format_dong
from app.domain.periods import format_day
from app.domain.statements import LoanBook, LoanLine
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


@in_paper_language
def build(data: LoanBook, paper: PaperOptions) -> doc.Doc:
    """Open loans by code, then what is owed by lateness (CONTRACT 4 ``loan-book``)."""
    day = paper.day(data.as_of)
    title = translate("paper", "Loan book")
    as_of = translate("paper", "as of {day}").format(day=day)
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), as_of),
        doc.Para(translate("paper", "Amounts in đồng"), italic=True, align=doc.Align.RIGHT),
        _loans(data),
        doc.Heading(translate("paper", "Owed by lateness of the oldest principal")),
        _ageing(data),
        doc.Para(_par(data)),
        doc.Signatures(
            (
                signer(translate("paper", "Treasurer"), paper.board.treasurer),
                signer(translate("paper", "Chair"), paper.board.chair),
            )
        ),
    ]
    return assemble(
        title, as_of, data.club, paper, blocks, check_code=data.check_code, landscape=True
    )


def _loans(data: LoanBook) -> doc.Table:
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Loan"), 9),
        doc.Column(translate("paper", "Full name"), 27),
        doc.Column(translate("paper", "Lent on"), 13, doc.Align.CENTRE),
        amount_column(translate("paper", "Principal"), 14),
        doc.Column(translate("paper", "Terms"), 25),
        amount_column(translate("paper", "Still owed"), 14, carried=True),
        amount_column(translate("paper", "Principal overdue"), 14, carried=True),
        doc.Column(translate("paper", "Days late"), 10, doc.Align.RIGHT),
        amount_column(translate("paper", "Interest behind"), 12, carried=True),
        doc.Column(translate("paper", "Next due"), 13, doc.Align.CENTRE),
        amount_column(translate("paper", "Next amount"), 14),
    )
    loans = data.loans
    total = doc.Row(
        (
            translate("paper", "Sum"),
            *("",) * 5,
            data.outstanding,
            sum(loan.overdue_principal for loan in loans),
            "",
            sum(loan.interest_behind for loan in loans),
            "",
            sum(loan.next_amount for loan in loans),
        ),
        strong=True,
        span=6,
    )
    rows = tuple(_loan(number, loan) for number, loan in enumerate(loans, 1))
    return doc.Table(columns, rows, total, carry_labels=carry_labels())


def carry_labels() -> tuple[str, str]:
    """The words before sums at a page's foot and at the next page's head."""
    return (
        translate("paper", "Carried to the next page"),
        translate("paper", "Brought from the page before"),
    )


def _loan(number: int, loan: LoanLine) -> doc.Row:
    terms = translate("paper", "{rate}, {months} months, {method}").format(
        rate=format_bp(loan.rate_bp), months=loan.term_months, method=method_label(loan.method)
    )
    return doc.Row(
        (
            str(number),
            loan.loan,
            loan.name,
            format_day(loan.on),
            loan.principal,
            terms,
            loan.outstanding,
            loan.overdue_principal,
            str(loan.days_overdue),
            loan.interest_behind,
            format_day(loan.next_due) if loan.next_due else "–",
            loan.next_amount,
        )
    )


def _ageing(data: LoanBook) -> doc.Table:
    rows = tuple(doc.Row((ageing_label(code), amount)) for code, amount in data.ageing.items())
    columns = (
        doc.Column(translate("paper", "Lateness"), 50),
        amount_column(translate("paper", "Still owed"), 30),
    )
    total = doc.Row((translate("paper", "Sum"), sum(data.ageing.values())), strong=True)
    return doc.Table(columns, rows, total, share=50)


def _par(data: LoanBook) -> str:
    return translate(
        "paper", "{open} open loans; more than 30 days late: {amount} đồng ({ratio})."
    ).format(
        open=data.open,
        amount=format_dong(data.par30.amount),
        ratio=format_bp(data.par30.ratio_bp),
    )
