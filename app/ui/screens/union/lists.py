"""The two lists of the screen: a line a club, the silent ones first; a line an area."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app.base.text import name_sort_key, translate
from app.domain.supervision import Reported
from app.domain.union_labels import reported_label
from app.ui import theme
from app.ui.screens.union.presenter import (
    DeskLine,
    amount,
    figure,
    meetings_words,
    received_key,
    received_words,
    state_words,
    tone,
)
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import area_words

_ORDER = list(Reported)


def clubs() -> TableView:
    """Opening a row shows the club's page."""
    return TableView(
        TableModel([*_club_columns(), *_figures(), _last_file()]),
        name=translate("window", "Clubs"),
        empty=translate(
            "window",
            "Clubs stand here once their files are taken in: press the button above, or drop the "
            "files onto this page.",
        ),
        stretch=0,
    )


def areas() -> TableView:
    """Opening a row goes into the area."""
    columns = [
        Column(translate("window", "Area"), lambda line: area_words(line.area)),
        Column(
            translate("window", "Reported"),
            lambda line: f"{line.reporting}/{line.clubs}",
            key=lambda line: line.reporting * 10_000 // max(1, line.clubs),
            number=True,
        ),
    ]
    return TableView(
        TableModel([*columns, *_figures()]),
        name=translate("window", "Areas"),
        empty=translate("window", "Areas stand here once files of clubs are taken in."),
        stretch=0,
    )


def _club_columns() -> list[Column]:
    def place(line: DeskLine) -> int:
        return -_ORDER.index(line.standing.state)

    return [
        Column(
            translate("window", "Club"),
            lambda line: line.club.club,
            key=lambda line: name_sort_key(line.club.club),
        ),
        Column(translate("window", "Area"), lambda line: line.club.area.rpartition("/")[2]),
        Column(translate("window", "Report"), state_words, key=place, tone=tone),
    ]


def _last_file() -> Column:
    return Column(translate("window", "Last file"), received_words, key=received_key)


def _figures() -> list[Column]:
    return [
        _figure(translate("window", "Members"), "members"),
        _figure(translate("window", "Fund"), "fund_total"),
        _figure(translate("window", "Outstanding"), "loans_outstanding"),
        _figure(translate("window", "Late over 30 days"), "par30_bp"),
        Column(
            translate("window", "Meetings held"),
            meetings_words,
            key=lambda line: figure(line, "meetings_held"),
            number=True,
        ),
    ]


def _figure(head: str, name: str) -> Column:
    return Column(
        head, lambda line: amount(line, name), key=lambda line: figure(line, name), number=True
    )


def state_names() -> dict[Reported, str]:
    """What each way to stand is called."""
    return {state: reported_label(state.value) for state in Reported}


def white_icon(name: str) -> QIcon:
    """The icon of a filled button."""
    return theme.icon_beside(name, "raised")
