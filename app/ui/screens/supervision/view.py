"""The supervisor's questions of a month: who met, how many points, what is odd, what grew."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from app.base.text import translate
from app.domain.criteria import ClubPoints
from app.domain.periods import Month
from app.domain.supervision import Supervision
from app.services.union_papers import UnionPaper
from app.ui import papers
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.supervision.parts import (
    MeansPart,
    MeetingsPart,
    OddPart,
    PointsPart,
    SupervisionPart,
)
from app.ui.screens.supervision.points_dialog import PointsDialog
from app.ui.screens.supervision.presenter import SupervisionPresenter
from app.ui.widgets.basics import GAP, Notice, button, row, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.scope_bar import ScopeBar
from app.ui.workers import Latest


class SupervisionScreen(Screen):
    """One part at a time; all of them on one paper."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = SupervisionPresenter(context)
        self.data: Supervision | None = None
        self.paper = button(
            translate("window", "Supervisor's paper…"), self._on_paper, role="next", icon="printer"
        )
        self.scope = ScopeBar(self.paper)
        self.limits = button(
            translate("window", "Limits and targets…"),
            lambda: self.wanted.emit("settings", "limits"),
            icon="settings",
        )
        self._busy = Notice("")
        self.parts: dict[str, SupervisionPart] = {
            "meetings": MeetingsPart(),
            "points": PointsPart(),
            "odd": OddPart(),
            "means": MeansPart(),
        }
        self.choices: dict[str, QToolButton] = {}
        self._work = Latest(self)
        self._lay_out()
        self._connect()
        self.show_part("meetings")

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addLayout(row(title(translate("window", "Supervision")), None, self.limits))
        column.addWidget(self.scope)
        column.addLayout(FlowLayout(*self._choices(), gap=4))
        column.addWidget(self._busy)
        for part in self.parts.values():
            column.addWidget(part, 1)
        column.setSpacing(GAP)
        fill(self, page)

    def _choices(self) -> list[QToolButton]:
        words = {
            "meetings": translate("window", "Meetings"),
            "points": translate("window", "Points"),
            "odd": translate("window", "Odd figures"),
            "means": translate("window", "Coverage and means"),
        }
        for name, text in words.items():
            made = QToolButton()
            made.setText(text)
            made.setAccessibleName(text)
            made.setCheckable(True)
            made.setProperty("role", "step")
            made.clicked.connect(lambda _checked=False, name=name: self.show_part(name))
            self.choices[name] = made
        return list(self.choices.values())

    def _connect(self) -> None:
        self.scope.changed.connect(self.reload)
        self._work.answered.connect(self._on_answered)
        self._work.failed.connect(self._on_failed)
        for name in ("meetings", "odd"):
            self.parts[name].opened.connect(lambda line: self.wanted.emit("union", line.uuid))
        self.parts["points"].opened.connect(self._on_points)

    def open_at(self, about: object) -> None:
        """The name of a part shows it."""
        if isinstance(about, str) and about in self.parts:
            self.show_part(about)

    def reload(self) -> None:
        """Ask beside the window: over many clubs this takes a while."""
        month, area = self.scope.fill(self.presenter.scope()), self.scope.chosen_area()
        self._busy.say(translate("window", "Working it out…"))
        self._work.ask(lambda _report: self.presenter.report(month, area))

    def wait(self) -> None:
        """Until what was asked last is answered; shown once the window goes on."""
        self._work.wait()

    def begin(self) -> None:
        self.scope.month.setFocus()

    def show_part(self, name: str) -> None:
        """Show one part of the screen."""
        for other, part in self.parts.items():
            part.setVisible(other == name)
            self.choices[other].setChecked(other == name)

    def _on_answered(self, data: Supervision) -> None:
        self.data = data
        self._busy.say("")
        for part in self.parts.values():
            part.show_data(data)

    def _on_failed(self, error: Exception) -> None:
        self._busy.say("")
        raise error

    def _on_points(self, club: ClubPoints) -> None:
        dialog = PointsDialog(club, self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.to_club:
            self.wanted.emit("union", club.uuid)

    def _on_paper(self) -> None:
        month: Month | None = self.scope.chosen_month()
        area = self.scope.chosen_area() or None
        papers.show(self.context, UnionPaper("supervision", month=month, area=area), self.window())
