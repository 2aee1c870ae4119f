"""Minutes of the board: loans approved, the treasurer's hand-over, interest divided.

Signed by secretary and chair, or by the three where money changes hands (Mẫu 1.9 of Decree
30/2020/NĐ-CP). What is said and not known to the book is left to write in.
"""

from __future__ import annotations

from app.base.text import translate
from app.domain.labels import fund_label, method_label
from app.domain.money import format_bp, format_dong
from app.domain.paper_numbers import sign
from app.domain.paper_shapes import BoardMeeting, HandOver, InterestSplit
from app.domain.periods import format_day
from app.reports import board_minutes, doc
from app.reports.cash_count import blank_count
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    serial_column,
    signer,
)
from app.reports.signing import DOTS, amounts_in_dong, capital, minutes_signers, money_signers


@in_paper_language
def loans(data: BoardMeeting, paper: PaperOptions) -> doc.Doc:
    """The board approves the loans given at a meeting of the members."""
    minutes = data.minutes
    on = minutes.on or minutes.month.last_day
    day = paper.day(on)
    title = translate("paper", "MINUTES")
    subject = translate("paper", "Board meeting to approve loans")
    means = translate(
        "paper",
        "Cash in the box {cash} đồng, at the bank {bank} đồng, income fund {fund} đồng.",
    ).format(
        cash=format_dong(data.cash), bank=format_dong(data.bank), fund=format_dong(data.income_fund)
    )
    blocks: list[doc.Block] = [
        letterhead(minutes.club, paper, sign="BB-XV", number=minutes.number),
        doc.Title(title, subject),
        board_minutes.head(data.board, on, paper, place=minutes.place),
        doc.Heading(translate("paper", "1. What there is after the loans")),
        doc.Para(means),
        doc.Heading(translate("paper", "2. Loans approved")),
        *_approved(data, paper),
        doc.Heading(translate("paper", "3. Opinions")),
        doc.Para(DOTS * 3, indent=False),
        board_minutes.closing(on, paper),
        minutes_signers(data.board),
        recipients(minutes.club, paper),
    ]
    return assemble(
        title, f"{subject}, {day}", minutes.club, paper, blocks, check_code=minutes.check_code
    )


def _approved(data: BoardMeeting, paper: PaperOptions) -> list[doc.Block]:
    given = data.minutes.loans
    if not given:
        return [doc.Para(translate("paper", "No loan was asked for."))]
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 26),
        doc.Column(translate("paper", "Purpose"), 22),
        amount_column(translate("paper", "Amount (đồng)"), 18),
        doc.Column(translate("paper", "Interest a month"), 11, doc.Align.CENTRE),
        doc.Column(translate("paper", "Term"), 12, doc.Align.CENTRE),
        doc.Column(translate("paper", "Repaid by"), 16),
    )
    months = translate("paper", "{number} months")
    rows = tuple(
        doc.Row(
            (
                str(number),
                loan.name,
                loan.purpose,
                loan.principal,
                format_bp(loan.rate_bp),
                months.format(number=loan.term_months),
                method_label(loan.method),
            )
        )
        for number, loan in enumerate(given, 1)
    )
    lent = sum(loan.principal for loan in given)
    total = doc.Row((translate("paper", "Sum"), "", "", lent, "", "", ""), strong=True, span=3)
    sentence = translate("paper", "Lent in all: {amount} đồng. In words: {words}")
    return [
        doc.Table(columns, rows, total),
        doc.Para(sentence.format(amount=format_dong(lent), words=paper.amount(lent))),
    ]


@in_paper_language
def hand_over(data: HandOver, paper: PaperOptions) -> doc.Doc:
    """What a treasurer hands on: money as the book has it, notes to be counted, books."""
    day = paper.day(data.on)
    title = translate("paper", "MINUTES")
    subject = translate("paper", "Hand-over of fund and books")
    facts = (
        board_minutes.begin(data.on, paper),
        (translate("paper", "Place"), DOTS),
        (translate("paper", "Handed over by"), data.board.treasurer or DOTS),
        (translate("paper", "Taken over by"), data.taker or DOTS),
        (translate("paper", "Witnessed by the chair"), data.board.chair or DOTS),
    )
    sentence = translate("paper", "Cash handed over: {amount} đồng. In words: {words}")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, sign="BB-BG", number=data.number),
        doc.Title(title, subject),
        doc.Facts(facts),
        doc.Heading(translate("paper", "1. Money by the books")),
        amounts_in_dong(),
        _money(data),
        doc.Para(sentence.format(amount=format_dong(data.cash), words=paper.amount(data.cash))),
        doc.Heading(translate("paper", "2. Notes counted"), room=100),
        blank_count(data.notes),
        doc.Heading(translate("paper", "3. Books and papers")),
        _books(data),
        doc.Para(translate("paper", "Both sides have checked and agree; made in three copies./.")),
        doc.Signatures(
            (
                signer(translate("paper", "Handed over by"), data.board.treasurer),
                signer(translate("paper", "Taken over by"), data.taker),
                signer(translate("paper", "Chair"), data.board.chair),
            )
        ),
    ]
    return assemble(
        title, f"{subject}, {day}", data.club, paper, blocks, check_code=data.check_code
    )


def _money(data: HandOver) -> doc.Table:
    loans_open = translate("paper", "Owed by members ({number} loans)")
    rows = [
        (translate("paper", "Cash"), data.cash),
        (translate("paper", "Bank"), data.bank),
        (loans_open.format(number=data.open_loans), data.loans),
        *((fund_label(code), amount) for code, amount in data.funds.items()),
        (translate("paper", "Members' savings"), data.savings),
        (translate("paper", "Borrowed capital to be paid back"), data.borrowed),
    ]
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Item"), 44),
        amount_column(translate("paper", "By the book"), 20),
        doc.Column(translate("paper", "Found"), 20),
        doc.Column(translate("paper", "Note"), 16),
    )
    lines = (doc.Row((str(at), label, sum_, "", "")) for at, (label, sum_) in enumerate(rows, 1))
    return doc.Table(columns, tuple(lines), room=8)


def _books(data: HandOver) -> doc.Table:
    vouchers = translate("paper", "Receipts up to {receipt}, payments up to {payment}").format(
        receipt=data.last_receipt or "–", payment=data.last_payment or "–"
    )
    names = (
        translate("paper", "Cash book"),
        vouchers,
        translate("paper", "Loan book, loan agreements"),
        translate("paper", "Bank book or bank papers"),
        translate("paper", "Key of the cash box"),
        translate("paper", "The program's book, back-up and recovery sheet"),
        "",
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Book, paper, thing"), 54),
        doc.Column(translate("paper", "Number"), 16),
        doc.Column(translate("paper", "State"), 24),
    )
    rows = tuple(doc.Row((str(at), name, "", "")) for at, name in enumerate(names, 1))
    return doc.Table(columns, rows, room=8)


@in_paper_language
def interest_split(data: InterestSplit, paper: PaperOptions) -> doc.Doc:
    """How the interest of a period was divided among the funds (CONTRACT 5.8)."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "MINUTES")
    subject = translate("paper", "Interest divided among the funds, {period}").format(period=period)
    whole = data.interest + data.penalty
    taken = translate(
        "paper",
        "Interest taken in {interest} đồng, late penalties {penalty} đồng, together {whole} đồng. "
        "In words: {words}",
    ).format(
        interest=format_dong(data.interest),
        penalty=format_dong(data.penalty),
        whole=format_dong(whole),
        words=paper.amount(whole),
    )
    rule = translate("paper", "The club's rule on {day}: {rule}.").format(
        day=format_day(data.last), rule=data.rule
    )
    blocks: list[doc.Block] = [
        letterhead(
            data.club, paper, sign=sign("BB", data.first, data.last, "PL"), number=data.number
        ),
        doc.Title(title, capital(subject)),
        board_minutes.head(data.board, data.last, paper),
        doc.Para(taken),
        doc.Para(rule),
        _shares(data),
        doc.Para(translate("paper", "The shares are in the funds already, payment by payment.")),
        board_minutes.closing(data.last, paper),
        money_signers(data.board),
        recipients(data.club, paper),
    ]
    return assemble(title, subject, data.club, paper, blocks, check_code=data.check_code)


def _shares(data: InterestSplit) -> doc.Table:
    rows = tuple(
        doc.Row((str(at), fund_label(code), amount))
        for at, (code, amount) in enumerate(data.shares.items(), 1)
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Fund"), 50),
        amount_column(translate("paper", "Share (đồng)"), 30),
    )
    total = doc.Row(
        (translate("paper", "Sum"), "", data.interest + data.penalty), strong=True, span=2
    )
    return doc.Table(columns, rows, total, share=80)
