"""Minutes of what one club hands to another when it splits or merges, signed by both sides."""

from __future__ import annotations

from app.base.text import translate
from app.domain.labels import fund_label, kind_label, method_label
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.domain.succession import Handover, HandoverPaper
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
from app.reports.signing import DOTS, amounts_in_dong


@in_paper_language
def build(data: HandoverPaper, paper: PaperOptions) -> doc.Doc:
    """People, money, loans and savings that go from one club to another on a day."""
    given, day = data.handover, paper.day(data.handover.on)
    subject = translate("paper", "Hand-over between clubs")
    facts = (
        (translate("paper", "Day"), day),
        (translate("paper", "Handing over"), given.giver.name),
        (translate("paper", "Taking over"), given.taker),
        (translate("paper", "Agreed in"), given.minutes),
    )
    total = translate(
        "paper", "The funds that change hands come to {amount} đồng. In words: {words}"
    )
    blocks: list[doc.Block] = [
        letterhead(given.giver, paper, sign="BB-CLB", on=given.on),
        doc.Title(translate("paper", "MINUTES"), subject),
        doc.Facts(facts),
        amounts_in_dong(),
        doc.Heading(translate("paper", "1. Money and funds")),
        _money(given),
        doc.Para(
            total.format(amount=format_dong(given.fund_total), words=paper.amount(given.fund_total))
        ),
        *_people(given),
        *_loans(given),
        doc.Para(translate("paper", "Both sides have checked and agree; made in two copies./.")),
        doc.Signatures(
            (
                signer(translate("paper", "Treasurer"), data.giver_treasurer),
                signer(translate("paper", "Chair, handing over"), data.giver_chair),
                signer(translate("paper", "Chair, taking over"), data.taker_chair),
            )
        ),
    ]
    title = translate("paper", "MINUTES")
    return assemble(
        title, f"{subject}, {day}", given.giver, paper, blocks, check_code=data.check_code
    )


def _money(given: Handover) -> doc.Table:
    columns = (
        doc.Column(translate("paper", "Item"), 44),
        doc.Column(translate("paper", "Fund"), 28),
        amount_column(translate("paper", "Amount (đồng)"), 28),
    )
    lines = [
        *((kind_label("handover_cash"), name, amount) for name, amount in given.cash.items()),
        *((kind_label("handover_bank"), name, amount) for name, amount in given.bank.items()),
    ]
    lent, saved = sum(loan.balance for loan in given.loans), sum(given.savings.values())
    if lent:
        lines.append((kind_label("handover_loan"), "income", lent))
    if saved:
        lines.append((kind_label("handover_savings"), given.savings_fund, -saved))
    lines += [
        (kind_label("handover_borrowed"), name, -amount) for name, amount in given.borrowed.items()
    ]
    rows = tuple(doc.Row((label, fund_label(name), amount)) for label, name, amount in lines)
    total = doc.Row((translate("paper", "Sum"), "", given.fund_total), strong=True, span=2)
    return doc.Table(columns, rows, total)


def _people(given: Handover) -> list[doc.Block]:
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 34),
        doc.Column(translate("paper", "Born"), 14, doc.Align.CENTRE),
        amount_column(translate("paper", "Savings"), 22),
        doc.Column(translate("paper", "Signature"), 22),
    )
    rows = tuple(
        doc.Row(
            (
                str(number),
                person.full_name,
                person.birth_year,
                given.savings.get(person.code, 0),
                "",
            )
        )
        for number, person in enumerate(given.members, 1)
    )
    heading = doc.Heading(translate("paper", "2. Members who go along"))
    return [heading, doc.Table(columns, rows)] if rows else []


def _loans(given: Handover) -> list[doc.Block]:
    names = {person.code: person.full_name for person in given.members}
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 26),
        doc.Column(translate("paper", "Lent on"), 14, doc.Align.CENTRE),
        amount_column(translate("paper", "Principal"), 16),
        amount_column(translate("paper", "Still owed"), 16),
        amount_column(translate("paper", "Interest behind"), 14),
        doc.Column(translate("paper", "Repaid by"), 14),
    )
    rows = tuple(
        doc.Row(
            (
                str(number),
                names.get(loan.member, DOTS),
                format_day(loan.terms.on),
                loan.terms.principal,
                loan.balance,
                loan.interest_behind,
                method_label(loan.terms.method.value),
            )
        )
        for number, loan in enumerate(given.loans, 1)
    )
    heading = doc.Heading(translate("paper", "3. Loans that go along"))
    return [heading, doc.Table(columns, rows)] if rows else []
