"""One club's points: each criterion, what it was judged by, and how it is counted."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.base.text import translate
from app.domain.criteria import FULL, ClubPoints, Points
from app.domain.union_labels import criterion_definition, criterion_label
from app.ui import theme
from app.ui.screens.supervision import presenter
from app.ui.widgets.basics import EDGE, GAP, button, label, row, title
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class PointsDialog(QDialog):
    """``to_club`` says that the user went on to the club's page."""

    def __init__(self, club: ClubPoints, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.to_club = False
        self.setWindowTitle(club.club)
        words = translate("window", "{points} points, as of {month}. A dash: nothing can be said.")
        self.list = TableView(
            TableModel(_columns()), name=translate("window", "The criteria"), stretch=0
        )
        self.list.table().fill(club.points)
        back = button(translate("window", "Back"), self.reject)
        on = button(
            translate("window", "The club's page"), self._on_club, role="next", icon="arrow-right"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(club.club))
        month = "/".join(reversed(club.month.split("-")))
        layout.addWidget(label(words.format(points=presenter.points_words(club), month=month)))
        layout.addWidget(self.list, 1)
        layout.addLayout(row(None, back, on))
        theme.open_at(self, 54, 30)

    def _on_club(self) -> None:
        self.to_club = True
        self.accept()


def _columns() -> list[Column]:
    def tone(one: Points) -> str:
        if one.points is None:
            return "soft"
        return "good" if one.points == FULL else "late" if not one.points else "watch"

    return [
        Column(
            translate("window", "Criterion"),
            lambda one: f"{criterion_label(one.code)}: {criterion_definition(one.code)}",
        ),
        Column(translate("window", "Points"), presenter.possible_words, number=True, tone=tone),
        Column(translate("window", "Judged by"), presenter.evidence, number=True),
        Column(translate("window", "1, 2, 3 points from"), presenter.limits_words, number=True),
    ]
