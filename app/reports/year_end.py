"""Minutes of sharing out at the year's end, each share with the sum it was worked out by."""

from __future__ import annotations

from dataclasses import replace

from app.base.text import translate
from app.domain.labels import fund_label
from app.domain.money import format_dong
from app.domain.paper_shapes import Board
from app.domain.year_end import Share, YearEnd, YearEndPaper
from app.reports import board_minutes, doc
from app.reports.frame import (
    PaperOptions,
    amount_column,
    assemble,
    in_paper_language,
    letterhead,
    recipients,
    serial_column,
)
from app.reports.signing import amounts_in_dong, money_signers


@in_paper_language
def build(data: YearEndPaper, paper: PaperOptions) -> doc.Doc:
    """What savers and the board receive and funds pass on, and the funds before and after."""
    plan, day = data.plan, paper.day(data.plan.on)
    board = Board(data.chair, data.secretary, data.treasurer)
    subject = translate("paper", "Sharing out at the end of {year}").format(year=plan.year)
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, sign="BB-CN", number=data.number, on=plan.on),
        doc.Title(translate("paper", "MINUTES"), subject),
        board_minutes.head(board, plan.on, paper),
        amounts_in_dong(),
        *_savers(plan),
        *_board(plan),
        *_moves(plan),
        doc.Heading(translate("paper", "Funds before and after")),
        _funds(plan),
        board_minutes.closing(plan.on, paper),
        money_signers(board),
        recipients(data.club, paper),
    ]
    title = translate("paper", "MINUTES")
    return assemble(
        title, f"{subject}, {day}", data.club, paper, blocks, check_code=data.check_code
    )


def arithmetic(share: Share) -> str:
    """How a share was worked out: ``300.000 × 1.500.000 : 5.350.000 = 84.112``."""
    whole, weight = format_dong(share.whole), format_dong(share.weight)
    return f"{whole} × {weight} : {format_dong(share.weights)} = {format_dong(share.amount)}"


def _savers(plan: YearEnd) -> list[doc.Block]:
    if not plan.savers:
        return []
    told = translate(
        "paper",
        "{amount} đồng out of the {fund}, by the sums of savings at the ends of {months} months; "
        "parts of a đồng go to the largest remainders.",
    ).format(
        amount=format_dong(plan.savers[0].whole),
        fund=fund_label(plan.savers_fund),
        months=plan.months,
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 24),
        amount_column(translate("paper", "Average savings"), 16),
        doc.Column(translate("paper", "Worked out"), 44),
        amount_column(translate("paper", "Amount (đồng)"), 16),
    )
    rows = tuple(
        doc.Row((str(number), share.name, plan.average(share), arithmetic(share), share.amount))
        for number, share in enumerate(plan.savers, 1)
    )
    heading = doc.Heading(translate("paper", "Interest on savings"))
    return [heading, doc.Para(told), doc.Table(columns, rows, _total(plan.savers, span=4))]


def _board(plan: YearEnd) -> list[doc.Block]:
    if not plan.board:
        return []
    told = translate("paper", "{amount} đồng out of the {fund}, paid in cash.").format(
        amount=format_dong(plan.board[0].whole), fund=fund_label(plan.board_fund)
    )
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 30),
        doc.Column(translate("paper", "Worked out"), 34),
        amount_column(translate("paper", "Amount (đồng)"), 16),
        doc.Column(translate("paper", "Signature"), 20),
    )
    rows = tuple(
        doc.Row((str(number), share.name, arithmetic(share), share.amount, ""))
        for number, share in enumerate(plan.board, 1)
    )
    total = replace(_total(plan.board, span=3), cells=(*_total(plan.board, span=3).cells, ""))
    heading = doc.Heading(translate("paper", "Board allowance"))
    return [heading, doc.Para(told), doc.Table(columns, rows, total)]


def _total(parts: tuple[Share, ...], *, span: int) -> doc.Row:
    label = translate("paper", "Sum")
    cells: tuple[doc.Cell, ...] = (label, *[""] * (span - 1), sum(part.amount for part in parts))
    return doc.Row(cells, strong=True, span=span)


def _moves(plan: YearEnd) -> list[doc.Block]:
    if not plan.moves:
        return []
    told = translate("paper", "{amount} đồng from the {out_of} to the {into}")
    items = tuple(
        told.format(
            amount=format_dong(move.amount),
            out_of=fund_label(move.out_of),
            into=fund_label(move.into),
        )
        for move in plan.moves
    )
    return [doc.Heading(translate("paper", "Between funds")), doc.Bullets(items)]


def _funds(plan: YearEnd) -> doc.Table:
    columns = (
        doc.Column(translate("paper", "Fund"), 40),
        amount_column(translate("paper", "Before"), 30),
        amount_column(translate("paper", "After"), 30),
    )
    rows = tuple(
        doc.Row((fund_label(code), before, plan.after[code]))
        for code, before in plan.before.items()
        if before or plan.after[code]
    )
    return doc.Table(columns, rows)
