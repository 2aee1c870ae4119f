"""All visits and all that is to mend: who goes where, what is open, what is overdue."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox

from app.base.text import name_sort_key, translate
from app.domain.periods import format_day
from app.domain.visits import Finding, Visit
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.visits import presenter
from app.ui.screens.visits.dialogs import DrawDialog, MendDialog, PlanDialog
from app.ui.screens.visits.presenter import VisitsPresenter
from app.ui.screens.visits.visit_dialog import VisitDialog
from app.ui.widgets.basics import button, hairline, label, row, section, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class VisitsScreen(Screen):
    """Enter on a visit opens it; Enter on a finding says that it is mended."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = VisitsPresenter(context)
        self.draw = button(
            translate("window", "Draw clubs to visit…"), self._on_draw, role="biggest"
        )
        self.mended = button(
            translate("window", "A finding is mended…"), self._on_mended, icon="check"
        )
        self.all = QCheckBox(translate("window", "mended ones too"))
        self.list = TableView(
            TableModel(_visit_columns()),
            name=translate("window", "Visits"),
            empty=translate(
                "window",
                "Visits stand here: draw some clubs with the button above, or choose one on its "
                "page.",
            ),
            stretch=1,
        )
        self.findings = TableView(
            TableModel(_finding_columns()),
            name=translate("window", "To be mended"),
            empty=translate("window", "Nothing is open."),
            stretch=3,
        )
        self._words = label("", "strong")
        for made in (self.draw, self.mended):
            made.setEnabled(not context.read_only)
        self._lay_out()
        self.list.opened.connect(self.open_visit)
        self.findings.opened.connect(lambda _line: self._on_mended())
        self.all.toggled.connect(self.reload)

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(translate("window", "Visits to clubs")))
        column.addLayout(FlowLayout(self.draw, self.mended))
        self.list.setMinimumHeight(theme.scaled(6))
        column.addWidget(self.list, 1)
        column.addWidget(section(translate("window", "To be mended")))
        column.addWidget(hairline())
        head = row(self._words, self.all)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self.findings, 1)
        fill(self, page)

    def open_at(self, about: object) -> None:
        """The id of a club plans a visit to it."""
        if isinstance(about, str) and not self.context.read_only:
            QTimer.singleShot(0, self, lambda: self.plan(about))

    def reload(self) -> None:
        self.list.table().fill(self.presenter.visits())
        found = self.presenter.findings(open_only=not self.all.isChecked())
        self.findings.table().fill(found)
        self._words.setText(presenter.findings_words(found))

    def begin(self) -> None:
        self.draw.setFocus()

    def open_visit(self, visit: Visit) -> None:
        """Show one visit, to be written down."""
        dialog = VisitDialog(self.context, visit.id, self.window())
        dialog.exec()
        dialog.deleteLater()
        self.reload()

    def plan(self, club: str) -> None:
        """Plan a visit to one club, and show it."""
        dialog = PlanDialog(self.presenter, club, self.window())
        if dialog.exec() and dialog.planned is not None:
            self.reload()
            self.open_visit(dialog.planned)
        dialog.deleteLater()

    def _on_draw(self) -> None:
        dialog = DrawDialog(self.presenter, self.window())
        if dialog.exec():
            self.reload()
        dialog.deleteLater()

    def _on_mended(self) -> None:
        found = self.findings.current() or next(iter(self.findings.table().rows()), None)
        if not isinstance(found, Finding) or found.done_on is not None or self.context.read_only:
            return
        dialog = MendDialog(self.presenter, found, self.window())
        if dialog.exec():
            self.reload()
        dialog.deleteLater()


def _visit_columns() -> list[Column]:
    return [
        Column(translate("window", "Day"), lambda visit: format_day(visit.on), key=lambda v: v.on),
        Column(
            translate("window", "Club"),
            lambda visit: visit.club,
            key=lambda visit: name_sort_key(visit.club),
        ),
        Column(translate("window", "Area"), lambda visit: visit.area.rpartition("/")[2]),
        Column(translate("window", "State"), presenter.state_words, tone=presenter.state_tone),
        Column(translate("window", "Result"), presenter.wrong_words),
    ]


def _finding_columns() -> list[Column]:
    return [
        Column(translate("window", "Until"), presenter.due_words, key=lambda found: found.due),
        Column(translate("window", "State"), presenter.finding_state, tone=presenter.finding_tone),
        Column(translate("window", "Club"), lambda found: found.club),
        Column(translate("window", "Finding"), lambda found: found.text),
        Column(translate("window", "Who mends it"), lambda found: found.who),
    ]
