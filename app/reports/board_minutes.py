"""How minutes of the board begin and end: Mẫu 1.9 of Decree 30/2020/NĐ-CP.

The book does not know when the board sat, and often not where: that is left to write in.
"""

from __future__ import annotations

from datetime import date

from app.base.text import translate
from app.domain.paper_shapes import Board
from app.reports import doc
from app.reports.frame import PaperOptions
from app.reports.signing import DOTS


def head(board: Board, on: date, paper: PaperOptions, *, place: str = "") -> doc.Facts:
    """Begin, place, who takes part, who leads, who writes."""
    return doc.Facts(
        (
            begin(on, paper),
            (translate("paper", "Place"), place or DOTS),
            (translate("paper", "Taking part"), _there(board) or DOTS),
            (translate("paper", "In the chair"), board.chair or DOTS),
            (translate("paper", "Minutes taken by"), board.secretary or DOTS),
        )
    )


def begin(on: date, paper: PaperOptions) -> tuple[str, str]:
    """The day, with room for the hour."""
    at = translate("paper", "..... hours ....., {day}")
    return translate("paper", "Begin"), at.format(day=paper.day(on))


def closing(on: date, paper: PaperOptions) -> doc.Para:
    """When it ended, and that everybody heard and agreed."""
    ended = translate(
        "paper",
        "The meeting ended at ..... hours ..... on {day}; the minutes were read out to all, who "
        "agreed to them./.",
    )
    return doc.Para(ended.format(day=paper.day(on)))


def _there(board: Board) -> str:
    """The board by name, each with her post."""
    people = (
        (board.chair, translate("paper", "{name} (chair)")),
        (board.secretary, translate("paper", "{name} (secretary)")),
        (board.treasurer, translate("paper", "{name} (treasurer)")),
    )
    return ", ".join(words.format(name=name) for name, words in people if name)
