"""The club's report to the Women's Union: people, meetings, money, work, requests."""

from __future__ import annotations

from app.base.text import translate
from app.domain.money import format_bp, format_dong
from app.domain.paper_numbers import sign
from app.domain.paper_shapes import UnionLetter
from app.reports import doc
from app.reports.activities import area_table
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
)
from app.reports.signing import DOTS, amounts_in_dong, minutes_signers


@in_paper_language
def build(data: UnionLetter, paper: PaperOptions) -> doc.Doc:
    """Five parts; every figure is one of the club's other papers."""
    club, fund = data.fund.club, data.fund
    period = paper.period(fund.first, fund.last)
    title = translate("paper", "Report on the club's work")
    heading = translate("paper", "REPORT")
    subject = translate("paper", "on the club's work, {period}").format(period=period)
    to = paper.parent_body or club.parent_body or DOTS
    blocks: list[doc.Block] = [
        letterhead(
            club,
            paper,
            sign=sign("BC", fund.first, fund.last, "TH"),
            number=data.areas.number,
            on=fund.last,
        ),
        doc.Title(heading, subject),
        doc.Para(to, lead=translate("paper", "To:")),
        doc.Heading(translate("paper", "I. Organisation and members")),
        doc.Para(_people(data)),
        doc.Heading(translate("paper", "II. Meetings")),
        doc.Para(_meetings(data)),
        doc.Heading(translate("paper", "III. Fund and loans")),
        amounts_in_dong(),
        _money(data),
        doc.Para(_loans(data)),
        doc.Heading(translate("paper", "IV. Meetings by area of work")),
        area_table(data.areas.counts),
        doc.Heading(translate("paper", "V. Difficulties and requests")),
        doc.Para(DOTS * 3, indent=False),
        doc.Para(DOTS * 3, indent=False),
        minutes_signers(data.areas.board),
        recipients(club, paper),
    ]
    return assemble(title, period, club, paper, blocks, check_code=data.areas.check_code)


def _people(data: UnionLetter) -> str:
    people = data.indicators
    return translate(
        "paper",
        "At the end of the period the club has {members} members, {women} of them women, {older} "
        "aged 60 and older, {poor} of poor and {near_poor} of near-poor households.",
    ).format(
        members=people.members,
        women=people.women,
        older=people.older_60,
        poor=people.poor,
        near_poor=people.near_poor,
    )


def _meetings(data: UnionLetter) -> str:
    meetings = data.attendance
    return translate(
        "paper", "{held} meetings held, {not_held} not held; attendance {rate}."
    ).format(held=meetings.held, not_held=meetings.not_held, rate=format_bp(meetings.rate_bp))


def _money(data: UnionLetter) -> doc.Table:
    fund = data.fund
    whole = data.indicators.fund_total
    rows = (
        (
            translate("paper", "Cash and bank at the beginning"),
            fund.cash.opening + fund.bank.opening,
        ),
        (translate("paper", "Cash taken in"), fund.cash.receipts),
        (translate("paper", "Cash paid out"), fund.cash.payments),
        (translate("paper", "Cash and bank at the end"), fund.cash.closing + fund.bank.closing),
        (translate("paper", "Owed by members at the end"), fund.loans.closing),
        (translate("paper", "Members' savings"), fund.savings.closing),
        (translate("paper", "Borrowed capital to be paid back"), fund.borrowed_capital.closing),
    )
    columns = (
        doc.Column(translate("paper", "Figure"), 60),
        amount_column(translate("paper", "Amount (đồng)"), 30),
    )
    total = doc.Row((translate("paper", "Whole fund of the club"), whole), strong=True)
    return doc.Table(columns, tuple(doc.Row(row) for row in rows), total)


def _loans(data: UnionLetter) -> str:
    loans = data.fund.loans
    return translate(
        "paper",
        "Lent in the period {lent} đồng, repaid {repaid} đồng. {borrowers} members have {open} "
        "loans; late {late} đồng; more than 30 days late {par} of what is owed; principal repaid "
        "on time {on_time}.",
    ).format(
        lent=format_dong(loans.disbursed),
        repaid=format_dong(loans.repaid),
        borrowers=loans.borrowers,
        open=loans.open,
        late=format_dong(loans.overdue),
        par=format_bp(data.indicators.par30_bp),
        on_time=format_bp(data.indicators.on_time_bp),
    )
