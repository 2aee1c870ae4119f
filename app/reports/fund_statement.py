"""The fund statement of a month, a quarter or a year: a "báo cáo" signed by the three.

Owns the eight parts and their words; every figure comes ready in ``statements.FundStatement``
(CONTRACT 4 ``fund-statement``).
"""

from __future__ import annotations

from app.base.text import translate
from app.domain.fund_statement import FundStatement
from app.domain.labels import fund_label
from app.domain.money import format_dong
from app.domain.paper_numbers import sign
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    signer,
)
from app.reports.minutes_money import corrections, item_label


@in_paper_language
def build(data: FundStatement, paper: PaperOptions) -> doc.Doc:
    """Parts I to VIII, the closing balance in words, and who signs."""
    period = paper.period(data.first, data.last)
    heading = translate("paper", "REPORT OF THE FUND'S INCOME AND PAYMENTS, {period}")
    title = translate("paper", "Report of the fund's income and payments")
    blocks: list[doc.Block] = [
        letterhead(
            data.club,
            paper,
            sign=sign("BC", data.first, data.last),
            number=data.number,
            on=data.last,
        ),
        doc.Title(heading.format(period=period.upper())),
        doc.Para(translate("paper", "Amounts in đồng"), italic=True, align=doc.Align.RIGHT),
        _money(data),
        *_in_words(data, paper),
        *_funds(data),
        *_loans(data),
        *_savings(data),
        *_borrowed(data),
        *_notes(data),
        _agreement(data),
        doc.Signatures(_signers(data)),
        recipients(data.club, paper),
    ]
    return assemble(title, period, data.club, paper, blocks, check_code=data.check_code)


def _money(data: FundStatement) -> doc.Table:
    """Parts I to IV: the cash box and the bank account side by side."""
    cash, bank = data.cash, data.bank
    rows = [
        _part("I", translate("paper", "Balance at the beginning"), cash.opening, bank.opening),
        _part("II", translate("paper", "Taken in"), cash.receipts, bank.receipts),
        *_kinds(data.receipts, data.bank_receipts),
        _part("III", translate("paper", "Paid out"), cash.payments, bank.payments),
        *_kinds(data.payments, data.bank_payments),
        _part("IV", translate("paper", "Balance at the end"), cash.closing, bank.closing),
    ]
    columns = (
        doc.Column(translate("paper", "No."), 7, doc.Align.CENTRE),
        doc.Column(translate("paper", "Item"), 53),
        amount_column(translate("paper", "Cash"), 20),
        amount_column(translate("paper", "Bank"), 20),
    )
    return doc.Table(columns, tuple(rows))


def _part(number: str, label: str, cash: int, bank: int) -> doc.Row:
    return doc.Row((number, label, cash, bank), strong=True)


def _kinds(cash: dict[str, int], bank: dict[str, int]) -> list[doc.Row]:
    """One line a kind that moved either; what only one of them knows leaves the other empty."""
    kinds = [*cash, *(kind for kind in bank if kind not in cash)]
    return [
        doc.Row((str(number), item_label(kind), cash.get(kind), bank.get(kind)))
        for number, kind in enumerate(kinds, 1)
    ]


def _in_words(data: FundStatement, paper: PaperOptions) -> list[doc.Block]:
    total = data.cash.closing + data.bank.closing
    sentence = translate("paper", "Cash and bank at the end: {amount} đồng. In words: {words}")
    return [doc.Para(sentence.format(amount=format_dong(total), words=paper.amount(total)))]


def _funds(data: FundStatement) -> list[doc.Block]:
    rows = [
        doc.Row((fund_label(code), fund.opening, fund.increase, fund.decrease, fund.closing))
        for code, fund in data.funds.items()
    ]
    funds = data.funds.values()
    total = doc.Row(
        (
            translate("paper", "Sum"),
            sum(fund.opening for fund in funds),
            sum(fund.increase for fund in funds),
            sum(fund.decrease for fund in funds),
            sum(fund.closing for fund in funds),
        ),
        strong=True,
    )
    columns = (
        doc.Column(translate("paper", "Fund"), 30),
        amount_column(translate("paper", "At the beginning")),
        amount_column(translate("paper", "Increase")),
        amount_column(translate("paper", "Decrease")),
        amount_column(translate("paper", "At the end")),
    )
    return [
        doc.Heading(translate("paper", "V. Funds")),
        doc.Table(columns, tuple(rows), total),
    ]


def _loans(data: FundStatement) -> list[doc.Block]:
    loans = data.loans
    lines = [
        (translate("paper", "Owed by members at the beginning"), loans.opening, True),
        (translate("paper", "Lent"), loans.disbursed, True),
        (translate("paper", "Loans taken over"), loans.taken_over, False),
        (translate("paper", "Principal repaid"), loans.repaid, True),
        (translate("paper", "Written off"), loans.written_off, True),
        (translate("paper", "Loans handed over"), loans.handed_over, False),
    ]
    closing = (translate("paper", "Owed by members at the end"), loans.closing)
    counts = translate(
        "paper",
        "{open} open loans of {borrowers} borrowers; overdue: {count} loans, {amount} đồng.",
    ).format(
        open=loans.open,
        borrowers=loans.borrowers,
        count=loans.overdue_count,
        amount=format_dong(loans.overdue),
    )
    heading = translate("paper", "VI. Loans to members")
    return [doc.Heading(heading), _lines(lines, closing), doc.Para(counts)]


def _savings(data: FundStatement) -> list[doc.Block]:
    savings = data.savings
    lines = [
        (translate("paper", "Savings at the beginning"), savings.opening, True),
        (translate("paper", "Savings paid in"), savings.deposited, True),
        (translate("paper", "Savings taken over"), savings.taken_over, False),
        (translate("paper", "Interest credited"), savings.credited, False),
        (translate("paper", "Savings taken out"), savings.withdrawn, True),
        (translate("paper", "Savings handed over"), savings.handed_over, False),
    ]
    closing = (translate("paper", "Savings at the end"), savings.closing)
    return [doc.Heading(translate("paper", "VII. Members' savings")), _lines(lines, closing)]


def _borrowed(data: FundStatement) -> list[doc.Block]:
    span = data.borrowed_capital
    change = span.closing - span.opening
    lines = [
        (translate("paper", "To be paid back at the beginning"), span.opening, True),
        (translate("paper", "Increase"), max(change, 0), False),
        (translate("paper", "Decrease"), max(-change, 0), False),
    ]
    closing = (translate("paper", "To be paid back at the end"), span.closing)
    heading = translate("paper", "VIII. Borrowed capital to be paid back")
    return [doc.Heading(heading), _lines(lines, closing)]


def _lines(lines: list[tuple[str, int, bool]], closing: tuple[str, int]) -> doc.Table:
    """Label and amount; a line that isn't ``always`` stands only when it isn't 0."""
    rows = [doc.Row((label, amount)) for label, amount, always in lines if always or amount]
    columns = (doc.Column("", 70), amount_column("", 30))
    return doc.Table(columns, tuple(rows), doc.Row(closing, strong=True), show_head=False)


def _notes(data: FundStatement) -> list[doc.Block]:
    items = corrections(data.corrections)
    return [doc.Heading(translate("paper", "Entries corrected")), *items] if items else []


def _agreement(data: FundStatement) -> doc.Para:
    """The two sides that must be equal, in a clerk's words."""
    has = data.cash.closing + data.bank.closing + data.loans.closing
    owned = sum(fund.closing for fund in data.funds.values())
    owned += data.savings.closing + data.borrowed_capital.closing
    sentence = translate(
        "paper",
        "Check: cash, bank and loans {has} đồng; funds, savings and borrowed capital {owned} đồng.",
    )
    return doc.Para(sentence.format(has=format_dong(has), owned=format_dong(owned)), italic=True)


def _signers(data: FundStatement) -> tuple[doc.Signer, ...]:
    return (
        signer(translate("paper", "Treasurer"), data.treasurer),
        signer(translate("paper", "Secretary"), data.secretary),
        signer(translate("paper", "Chair"), data.chair),
    )
