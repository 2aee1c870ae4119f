"""What a borrower signs and keeps: request, agreement with its schedule, repayment card."""

from __future__ import annotations

from dataclasses import replace

from app.base.text import translate
from app.domain.labels import method_label
from app.domain.loan_schedule import ScheduleRow
from app.domain.members import Member
from app.domain.money import format_bp, format_dong
from app.domain.paper_shapes import LoanPapers, Payment
from app.domain.periods import Month, format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    member_signer,
    serial_column,
    signer,
)
from app.reports.signing import DOTS, amounts_in_dong


@in_paper_language
def request(data: LoanPapers, paper: PaperOptions) -> doc.Doc:
    """The borrower's request to the board; what is not known yet is left to write in."""
    title = translate("paper", "Request for a loan")
    asked = data.principal > 0
    amount = _dong(data.principal) if asked else DOTS
    words = paper.amount(data.principal) if asked else DOTS * 2
    months = translate("paper", "{number} months").format(number=data.term_months)
    facts = (
        (translate("paper", "I ask to borrow"), amount),
        (translate("paper", "In words"), words),
        (translate("paper", "Purpose"), data.purpose or DOTS * 2),
        (translate("paper", "Term"), months if asked else DOTS),
        (translate("paper", "Interest a month"), format_bp(data.rate_bp) if asked else DOTS),
        (translate("paper", "Repaid by"), method_label(data.method) if asked else DOTS),
    )
    promise = translate(
        "paper",
        "I promise to use the loan for what it is given for, to repay principal and interest on "
        "the agreed days at the club's meetings, and to keep the club's rules.",
    )
    blocks: list[doc.Block] = [
        letterhead(data.club, replace(paper, on=None), on=data.on),
        doc.Title(title.upper()),
        doc.Para(
            translate("paper", "the management board of {club}").format(club=data.club.name),
            lead=translate("paper", "To:"),
        ),
        doc.Facts(_person(data.borrower)),
        doc.Facts(facts),
        doc.Para(promise),
        doc.Heading(translate("paper", "Opinion of the board")),
        doc.Para(DOTS * 3, indent=False),
        _request_signers(data, paper),
    ]
    return assemble(title, data.borrower.full_name, data.club, paper, blocks)


def _request_signers(data: LoanPapers, paper: PaperOptions) -> doc.Signatures:
    guarantor = data.guarantor.full_name if data.guarantor else ""
    return doc.Signatures(
        (
            signer(translate("paper", "Chair"), data.board.chair),
            member_signer(translate("paper", "Guarantor"), guarantor, paper),
            member_signer(translate("paper", "Borrower"), data.borrower.full_name, paper),
        )
    )


def _person(member: Member) -> tuple[tuple[str, str], ...]:
    return (
        (translate("paper", "Full name"), f"{member.full_name} ({member.code})"),
        (translate("paper", "Born"), member.birth_year or DOTS),
        (translate("paper", "Address"), member.hamlet or DOTS),
        (translate("paper", "Phone"), member.phone or DOTS),
    )


def _dong(amount: int) -> str:
    return translate("paper", "{amount} đồng").format(amount=format_dong(amount))


@in_paper_language
def agreement(data: LoanPapers, paper: PaperOptions) -> doc.Doc:
    """Who lends to whom, on what terms, with the plan of repayment."""
    title = translate("paper", "Loan agreement")
    number = translate("paper", "Loan {loan}").format(loan=data.loan)
    agreed = translate("paper", "Today, {day}, the two sides have agreed:")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), number),
        doc.Para(agreed.format(day=paper.day(data.on))),
        doc.Heading(translate("paper", "The lender")),
        doc.Facts(_lender(data)),
        doc.Heading(translate("paper", "The borrower")),
        doc.Facts(_person(data.borrower)),
        *_articles(data, paper),
        _agreement_signers(data, paper),
    ]
    return assemble(title, number, data.club, paper, blocks, check_code=data.check_code)


def _lender(data: LoanPapers) -> tuple[tuple[str, str], ...]:
    return (
        (translate("paper", "Club"), data.club.name),
        (translate("paper", "Represented by the chair"), data.board.chair or DOTS),
    )


def _articles(data: LoanPapers, paper: PaperOptions) -> list[doc.Block]:
    loan = translate("paper", "The club lends {amount} (in words: {words}) for: {purpose}.").format(
        amount=_dong(data.principal),
        words=paper.amount(data.principal).rstrip("."),
        purpose=data.purpose or DOTS,
    )
    terms = translate(
        "paper",
        "{months} months from {day}; interest of {rate} a month; repaid by: {method}. "
        "The borrower may repay earlier.",
    ).format(
        months=data.term_months,
        day=paper.day(data.on),
        rate=format_bp(data.rate_bp),
        method=method_label(data.method),
    )
    duties = translate(
        "paper",
        "The borrower uses the loan for its purpose and repays on the days of the plan at the "
        "club's meetings. Who cannot pay on time tells the board before the day; the club then "
        "decides. The treasurer writes each payment into the repayment card and both sign.",
    )
    copies = translate("paper", "Made in two copies of the same worth; each side keeps one./.")
    return [
        doc.Heading(translate("paper", "Article 1. The loan")),
        doc.Para(loan),
        doc.Heading(translate("paper", "Article 2. Term, interest, way of repaying")),
        doc.Para(terms),
        doc.Heading(translate("paper", "Article 3. Plan of repayment")),
        amounts_in_dong(),
        _plan(data),
        doc.Heading(translate("paper", "Article 4. Duties")),
        doc.Para(duties),
        doc.Para(copies),
    ]


def _plan(data: LoanPapers) -> doc.Table:
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Due on"), 16, doc.Align.CENTRE),
        amount_column(translate("paper", "Principal")),
        amount_column(translate("paper", "Interest")),
        amount_column(translate("paper", "Together")),
        amount_column(translate("paper", "Left to pay")),
    )
    rows = tuple(
        doc.Row(
            (str(row.no), format_day(row.due), row.principal, row.interest, row.total, row.balance)
        )
        for row in data.schedule.rows
    )
    plan = data.schedule
    principal = sum(row.principal for row in plan.rows)
    total = doc.Row(
        (translate("paper", "Sum"), "", principal, plan.interest, plan.total, None),
        strong=True,
        span=2,
    )
    return doc.Table(columns, rows, total)


def _agreement_signers(data: LoanPapers, paper: PaperOptions) -> doc.Signatures:
    signers = [member_signer(translate("paper", "Borrower"), data.borrower.full_name, paper)]
    if data.guarantor:
        signers.append(
            member_signer(translate("paper", "Guarantor"), data.guarantor.full_name, paper)
        )
    signers += [
        signer(translate("paper", "Treasurer"), data.board.treasurer),
        signer(translate("paper", "Chair"), data.board.chair),
    ]
    return doc.Signatures(tuple(signers))


@in_paper_language
def card(data: LoanPapers, paper: PaperOptions) -> doc.Doc:
    """The plan beside what was paid; what is still to come is left to write and sign."""
    title = translate("paper", "Repayment card")
    number = translate("paper", "Loan {loan}").format(loan=data.loan)
    terms = translate("paper", "{rate}, {months} months, {method}").format(
        rate=format_bp(data.rate_bp), months=data.term_months, method=method_label(data.method)
    )
    facts = (
        (translate("paper", "Full name"), f"{data.borrower.full_name} ({data.borrower.code})"),
        (translate("paper", "Borrowed"), f"{_dong(data.principal)}, {format_day(data.on)}"),
        (translate("paper", "Terms"), terms),
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Due on"), 13, doc.Align.CENTRE),
        amount_column(translate("paper", "Principal to pay"), 15),
        amount_column(translate("paper", "Interest to pay"), 13),
        doc.Column(translate("paper", "Paid on"), 13, doc.Align.CENTRE),
        amount_column(translate("paper", "Principal handed in"), 15),
        amount_column(translate("paper", "Interest handed in"), 13),
        amount_column(translate("paper", "Still owed"), 15),
        doc.Column(translate("paper", "Signature"), 18),
    )
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), number),
        doc.Facts(facts),
        amounts_in_dong(),
        doc.Table(columns, tuple(_card_rows(data)), room=9),
        doc.Signatures(
            (
                member_signer(translate("paper", "Borrower"), data.borrower.full_name, paper),
                signer(translate("paper", "Treasurer"), data.board.treasurer),
            )
        ),
    ]
    return assemble(title, number, data.club, paper, blocks, check_code=data.check_code)


def _card_rows(data: LoanPapers) -> list[doc.Row]:
    """Each row of the plan with the payments of its month beside it, late ones at the end."""
    left = list(data.payments)
    rows: list[doc.Row] = []
    for due in data.schedule.rows:
        here = [paid for paid in left if Month.of(paid.on) <= Month.of(due.due)]
        left = left[len(here) :]
        rows.append(_card_row(due, here[0] if here else None))
        rows += [_card_row(None, paid) for paid in here[1:]]
    return rows + [_card_row(None, paid) for paid in left]


def _card_row(due: ScheduleRow | None, paid: Payment | None) -> doc.Row:
    plan: tuple[doc.Cell, ...] = ("", "", None, None)
    if due:
        plan = (str(due.no), format_day(due.due), due.principal or None, due.interest or None)
    done: tuple[doc.Cell, ...] = ("", None, None, None)
    if paid:
        done = (format_day(paid.on), paid.principal or None, paid.interest or None, paid.owed)
    return doc.Row((*plan, *done, ""))
