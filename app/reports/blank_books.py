"""Ruled pages for the books that are kept by hand only: the program keeps no data for them."""

from __future__ import annotations

from collections.abc import Callable

from app.base.text import translate
from app.domain.paper_shapes import BlankBook
from app.reports import doc
from app.reports.frame import (
    Build,
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
)

_ROWS_OF_FIRST_PAGE, _ROWS_OF_PAGE = 13, 17
_ROW_HEIGHT = 9

_Columns = tuple[doc.Column, ...]


def ruled(name: str) -> Build[BlankBook]:
    """The builder of the blank book ``name``; raises KeyError for another name."""
    words = _BOOKS[name]

    @in_paper_language
    def build(data: BlankBook, paper: PaperOptions) -> doc.Doc:
        """Head, ruled rows over the pages asked for, the year."""
        title, columns = words()
        year = translate("paper", "Year {year}").format(year=data.year)
        more: list[doc.Block] = []
        for _ in range(1, data.pages):
            more += [doc.PageBreak(), _lines(columns, _ROWS_OF_PAGE)]
        blocks: list[doc.Block] = [
            letterhead(data.club, paper),
            doc.Title(title.upper(), year),
            _lines(columns, _ROWS_OF_FIRST_PAGE),
            *more,
        ]
        return assemble(title, year, data.club, paper, blocks, landscape=True)

    return build


def _lines(columns: _Columns, count: int) -> doc.Table:
    row = doc.Row(("",) * (len(columns) + 1))
    return doc.Table((serial_column(), *columns), (row,) * count, room=_ROW_HEIGHT)


def _home_care() -> tuple[str, _Columns]:
    return translate("paper", "Home care book"), (
        doc.Column(translate("paper", "Day"), 12),
        doc.Column(translate("paper", "Volunteer"), 26),
        doc.Column(translate("paper", "Person cared for"), 26),
        doc.Column(translate("paper", "Work done"), 36),
        doc.Column(translate("paper", "Hours"), 8),
        doc.Column(translate("paper", "Signature"), 14),
    )


def _mutual_help() -> tuple[str, _Columns]:
    return translate("paper", "Mutual help book"), (
        doc.Column(translate("paper", "Day"), 12),
        doc.Column(translate("paper", "Person helped"), 26),
        doc.Column(translate("paper", "Kind of help"), 34),
        doc.Column(translate("paper", "Days of work or worth"), 16),
        doc.Column(translate("paper", "Helpers"), 30),
        doc.Column(translate("paper", "Note"), 14),
    )


def _health() -> tuple[str, _Columns]:
    return translate("paper", "Health book"), (
        doc.Column(translate("paper", "Full name"), 30),
        doc.Column(translate("paper", "Day"), 12),
        doc.Column(translate("paper", "Weight (kg)"), 11),
        doc.Column(translate("paper", "Blood pressure"), 14),
        doc.Column(translate("paper", "Check-up"), 20),
        doc.Column(translate("paper", "Note"), 28),
    )


def _equipment() -> tuple[str, _Columns]:
    return translate("paper", "Book of property and equipment"), (
        doc.Column(translate("paper", "Thing"), 30),
        doc.Column(translate("paper", "Number"), 10),
        doc.Column(translate("paper", "From whom"), 22),
        doc.Column(translate("paper", "Received on"), 13),
        doc.Column(translate("paper", "State"), 16),
        doc.Column(translate("paper", "Kept by"), 22),
        doc.Column(translate("paper", "Note"), 14),
    )


_BOOKS: dict[str, Callable[[], tuple[str, _Columns]]] = {
    "home-care": _home_care,
    "mutual-help": _mutual_help,
    "health": _health,
    "equipment": _equipment,
}
