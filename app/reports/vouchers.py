"""Receipt and payment vouchers (phiếu thu, phiếu chi): A5 across, two on an A4 page.

The fields are those of forms 01-TT and 02-TT; the line that names a form stands on paper only
where the club sets one. A cancelled voucher keeps its number and is marked (CONTRACT 5.14).
"""

from __future__ import annotations

from dataclasses import replace

from app.base.text import translate
from app.domain.labels import kind_label
from app.domain.money import format_dong
from app.domain.paper_shapes import Voucher, VoucherPart, Vouchers
from app.reports import doc
from app.reports.frame import PaperOptions, assemble, in_paper_language, practice_stamp, signer
from app.reports.signing import DOTS


@in_paper_language
def build(data: Vouchers, paper: PaperOptions) -> doc.Doc:
    """All vouchers of the period in the order of their numbers."""
    period = paper.period(data.first, data.last)
    title = translate("paper", "Receipts and payments")
    blocks: list[doc.Block] = [_voucher(data, voucher, paper) for voucher in data.vouchers]
    if not blocks:
        blocks = [doc.Para(translate("paper", "No voucher in this period."))]
        return assemble(title, period, data.club, paper, blocks)
    made = assemble(title, period, data.club, paper, blocks)
    return replace(made, stamp="", numbered=False)


def _voucher(data: Vouchers, voucher: Voucher, paper: PaperOptions) -> doc.Voucher:
    title = translate("paper", "RECEIPT") if voucher.receipt else translate("paper", "PAYMENT")
    club = data.club
    place = (club.hamlet, club.commune, club.district, club.province)
    code = translate("paper", "Check code {code}").format(code=voucher.check_code)
    return doc.Voucher(
        issuer=paper.club or club.name,
        address=", ".join(part for part in place if part),
        title=title,
        day=_capital(paper.day(voucher.on)),
        number=translate("paper", "No.: {number}").format(number=voucher.number.split(" ")[-1]),
        rows=tuple(_rows(voucher, paper)),
        signers=_signers(data, voucher),
        stamp=translate("paper", "CANCELLED") if voucher.cancelled else "",
        foot=code if voucher.check_code else "",
        form=paper.forms[0 if voucher.receipt else 1],
        book=translate("paper", "Book no.: ..........."),
        practice=practice_stamp(club, paper),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rows(voucher: Voucher, paper: PaperOptions) -> list[tuple[str, str]]:
    person = voucher.person or DOTS
    attached, address = DOTS, [(translate("paper", "Address"), voucher.address or DOTS)]
    if voucher.people:
        address = []
        person = translate("paper", "{number} members, by the signed list").format(
            number=voucher.people
        )
        attached = translate("paper", "1 signed list")
    if voucher.receipt:
        who, why = translate("paper", "Paid by"), translate("paper", "Reason for paying in")
    else:
        who, why = translate("paper", "Received by"), translate("paper", "Reason for paying out")
    in_full = translate("paper", "Received in full (in words)")
    amount = translate("paper", "{amount} đồng").format(amount=format_dong(voucher.amount))
    rows = [
        (who, person),
        *address,
        (why, "; ".join(_part(part, len(voucher.parts)) for part in voucher.parts)),
        (translate("paper", "Amount"), amount),
        (translate("paper", "In words"), paper.amount(voucher.amount)),
        (translate("paper", "Attached"), attached),
    ]
    if voucher.cancelled:
        return [*rows, (translate("paper", "Cancelled because"), voucher.cancelled)]
    return [*rows, (in_full, DOTS * 2)]


def _part(part: VoucherPart, count: int) -> str:
    words = kind_label(part.kind)
    if part.memo and part.memo != words:
        words = part.memo if part.kind == "expense" else f"{words} ({part.memo})"
    return f"{words} {format_dong(part.amount)}" if count > 1 else words


def _signers(data: Vouchers, voucher: Voucher) -> tuple[doc.Signer, ...]:
    other = translate("paper", "Payer") if voucher.receipt else translate("paper", "Receiver")
    return (
        signer(translate("paper", "Chair"), data.board.chair),
        signer(translate("paper", "Secretary"), data.board.secretary),
        signer(translate("paper", "Treasurer"), data.board.treasurer),
        signer(other, voucher.person),
    )
