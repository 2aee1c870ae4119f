"""Minutes of settling with a member who leaves the club or has died, signed by both sides."""

from __future__ import annotations

from app.base.text import translate
from app.domain.money import format_dong
from app.domain.succession import Settlement, SettlementPaper
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    member_signer,
    recipients,
    signer,
)
from app.reports.signing import amounts_in_dong


@in_paper_language
def build(data: SettlementPaper, paper: PaperOptions) -> doc.Doc:
    """What was saved, what was owed, how the one was set off against the other."""
    found, day = data.settlement, paper.day(data.settlement.on)
    subject = translate("paper", "Settlement with a member who leaves the club")
    facts = [
        (translate("paper", "Member"), f"{found.name} ({found.member})"),
        (translate("paper", "Day"), day),
        (translate("paper", "Reason"), data.reason),
    ]
    if found.loans:
        facts.append((translate("paper", "Loans"), ", ".join(found.loans)))
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, sign="BB-TT", number=data.number, on=found.on),
        doc.Title(translate("paper", "MINUTES"), subject),
        doc.Facts(tuple(facts)),
        amounts_in_dong(),
        _table(found),
        *_outcome(data, paper),
        doc.Para(translate("paper", "Both sides have checked and agree; made in two copies./.")),
        doc.Signatures(
            (
                member_signer(
                    translate("paper", "Member, or who receives for her"),
                    data.paid_to or found.name,
                    paper,
                ),
                signer(translate("paper", "Treasurer"), data.treasurer),
                signer(translate("paper", "Chair"), data.chair),
            )
        ),
        recipients(data.club, paper),
    ]
    title = translate("paper", "MINUTES")
    return assemble(
        title, f"{subject}, {day}", data.club, paper, blocks, check_code=data.check_code
    )


def _table(found: Settlement) -> doc.Table:
    columns = (
        doc.Column(translate("paper", "Item"), 68),
        amount_column(translate("paper", "Amount (đồng)"), 32),
    )
    lines = (
        (translate("paper", "Savings"), found.savings),
        (translate("paper", "Principal still owed"), found.principal),
        (translate("paper", "Interest up to the day"), found.interest),
        (translate("paper", "Penalties not paid"), found.penalty),
        (translate("paper", "Taken out of the savings for the loans"), found.covered),
        (translate("paper", "Paid out in cash"), found.paid_out),
        (translate("paper", "Still owed after that"), found.still_owed),
    )
    kept = (translate("paper", "Savings"), translate("paper", "Paid out in cash"))
    rows = tuple(
        doc.Row((words, amount), strong=words in kept)
        for words, amount in lines
        if amount or words in kept
    )
    return doc.Table(columns, rows)


def _outcome(data: SettlementPaper, paper: PaperOptions) -> list[doc.Block]:
    found, told = data.settlement, []
    if found.paid_out:
        words = translate("paper", "{name} receives {amount} đồng. In words: {words}")
        told.append(
            words.format(
                name=data.paid_to or found.name,
                amount=format_dong(found.paid_out),
                words=paper.amount(found.paid_out),
            )
        )
    if found.still_owed:
        words = translate(
            "paper", "{amount} đồng stay owed and are repaid as agreed, or by the guarantor."
        )
        told.append(words.format(amount=format_dong(found.still_owed)))
    if found.fee:
        words = translate("paper", "Fees of {amount} đồng are behind; they are not taken out here.")
        told.append(words.format(amount=format_dong(found.fee)))
    return [doc.Para(text) for text in told]
