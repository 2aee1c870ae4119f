"""Who signs a paper: the board's three, or two of them, with their posts in front."""

from __future__ import annotations

from app.base.text import translate
from app.domain.paper_shapes import Board
from app.reports import doc
from app.reports.frame import signer

DOTS = "." * 40
"""Room to write by hand where nothing is known."""


def minutes_signers(board: Board) -> doc.Signatures:
    """Secretary left, chair right, as under minutes."""
    return doc.Signatures(
        (
            signer(translate("paper", "Secretary"), board.secretary),
            signer(translate("paper", "Chair"), board.chair),
        )
    )


def money_signers(board: Board) -> doc.Signatures:
    """The three who sign for money."""
    return doc.Signatures(
        (
            signer(translate("paper", "Treasurer"), board.treasurer),
            signer(translate("paper", "Secretary"), board.secretary),
            signer(translate("paper", "Chair"), board.chair),
        )
    )


def capital(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def amounts_in_dong() -> doc.Para:
    """The line over a table of amounts."""
    return doc.Para(translate("paper", "Amounts in đồng"), italic=True, align=doc.Align.RIGHT)
