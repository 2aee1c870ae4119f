"""The loan book as of a day: every open loan, how late it is, what is asked next."""

from __future__ import annotations

from app.base.text import translate
from app.domain.labels import ageing_label, method_label
from app.domain.loan_book import LoanBook, LoanLine
from app.domain.money import format_bp, format_dong
from app.domain.periods import format_day
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
        *_interest(data),
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
        doc.Column(translate("paper", "Loan"), 8),
        doc.Column(translate("paper", "Full name, purpose"), 32),
        doc.Column(translate("paper", "Lent on, to be repaid by"), 13, doc.Align.CENTRE),
        amount_column(translate("paper", "Principal"), 13),
        doc.Column(translate("paper", "Interest, way of repaying"), 18),
        amount_column(translate("paper", "Principal repaid so far"), 13, carried=True),
        amount_column(translate("paper", "Interest taken so far"), 12, carried=True),
        amount_column(translate("paper", "Still owed"), 13, carried=True),
        amount_column(translate("paper", "Principal overdue"), 13, carried=True),
        doc.Column(translate("paper", "Days late"), 9, doc.Align.RIGHT),
        amount_column(translate("paper", "Interest behind"), 12, carried=True),
        doc.Column(translate("paper", "Signature"), 14),
    )
    loans = data.loans
    total = doc.Row(
        (
            translate("paper", "Sum"),
            *("",) * 5,
            sum(loan.principal - loan.outstanding for loan in loans),
            sum(loan.interest_paid for loan in loans),
            data.outstanding,
            sum(loan.overdue_principal for loan in loans),
            "",
            sum(loan.interest_behind for loan in loans),
            "",
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
    days = [format_day(day) for day in (loan.on, loan.last_due) if day]
    terms = translate("paper", "{rate}, {method}")
    return doc.Row(
        (
            str(number),
            loan.loan,
            f"{loan.name}\n({loan.purpose})" if loan.purpose else loan.name,
            "\n".join(days),
            loan.principal,
            terms.format(rate=format_bp(loan.rate_bp), method=method_label(loan.method)),
            loan.principal - loan.outstanding,
            loan.interest_paid,
            loan.outstanding,
            loan.overdue_principal,
            str(loan.days_overdue),
            loan.interest_behind,
            "",
        )
    )


def _interest(data: LoanBook) -> list[doc.Block]:
    """What each loan brought in interest in each month of the year so far."""
    if not any(sum(line.amounts) for line in data.interest):
        return []
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Loan"), 8),
        doc.Column(translate("paper", "Full name"), 28),
        *(amount_column(str(month), 9, carried=True) for month in range(1, 13)),
        amount_column(translate("paper", "Sum"), 12, carried=True),
    )
    rows = tuple(
        doc.Row(
            (
                str(number),
                line.loan,
                line.name,
                *(amount or None for amount in line.amounts),
                sum(line.amounts),
            )
        )
        for number, line in enumerate(data.interest, 1)
    )
    sums = [sum(amounts) for amounts in zip(*(line.amounts for line in data.interest), strict=True)]
    label = translate("paper", "Sum")
    total = doc.Row(
        (label, "", "", *(amount or None for amount in sums), sum(sums)), strong=True, span=3
    )
    heading = translate("paper", "Interest taken in month by month, {year}")
    return [
        doc.Heading(heading.format(year=data.as_of.year)),
        doc.Table(columns, rows, total, carry_labels=carry_labels()),
    ]


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
