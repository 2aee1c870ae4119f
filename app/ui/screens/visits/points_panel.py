"""The checklist of a visit: stand on a point, say good or wrong, and what was seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base.text import translate
from app.domain.visits import Point
from app.ui.screens.visits import presenter
from app.ui.widgets.basics import SMALL_GAP, button, label
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.whole_table import WholeTable


class _Points(WholeTable):
    """The list itself; + and − answer the point one stands on."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__(TableModel(_columns()), name=translate("window", "Checklist"), stretch=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("+", "-"):
            self.answered.emit(event.text() == "+")
        else:
            super().keyPressEvent(event)


class PointsPanel(QWidget):
    """``answered`` carries a point, what was seen (True, False, None) and the remark."""

    answered = Signal(object, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.list = _Points()
        self.good = button(
            translate("window", "Good (+)"), lambda: self._answer(True), icon="check"
        )
        self.wrong = button(translate("window", "Wrong (−)"), lambda: self._answer(False), icon="x")
        self.note = text_field("", translate("window", "What was seen at this point"))
        self.note.setAccessibleName(translate("window", "Remark"))
        self._about = label("", "strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL_GAP)
        layout.addWidget(self.list)
        layout.addWidget(self._about)
        layout.addLayout(FlowLayout(self.good, self.wrong))
        layout.addWidget(self.note)
        self.list.selectionModel().currentRowChanged.connect(lambda *_at: self._on_moved())
        self.note.editingFinished.connect(self._on_note)
        self.list.answered.connect(self._answer)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show ``points``; the one the user stood on stays in front."""
        here = self.current()
        self.list.table().fill(points)
        wanted = here.number if here else 1
        self.list.choose(lambda point: point.number == wanted)
        self._on_moved()

    def current(self) -> Point | None:
        point = self.list.current()
        return point if isinstance(point, Point) else None

    def _on_moved(self) -> None:
        point = self.current()
        if point is not None:
            self._about.setText(f"{point.number}. {presenter.point_words(point)}")
            self.note.setText(point.note)

    def _answer(self, good: bool) -> None:
        """Store the answer with the remark as it stands, and go to the next point."""
        point = self.current()
        if point is None:
            return
        self.answered.emit(point, good, self.note.text())
        self.list.choose(lambda other: other.number == point.number + 1)

    def _on_note(self) -> None:
        point = self.current()
        if point is not None and self.note.text().strip() != point.note:
            self.answered.emit(point, point.good, self.note.text())


def _columns() -> list[Column]:
    return [
        Column(translate("window", "No."), lambda point: str(point.number), number=True),
        Column(translate("window", "What to look at"), presenter.point_words),
        Column(translate("window", "Seen"), presenter.seen_words, tone=presenter.seen_tone),
        Column(translate("window", "Remark"), lambda point: point.note),
    ]
