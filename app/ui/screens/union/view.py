"""The union officer's first screen: who reported and who did not, and files taken in by a drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from app.base.paths import documents_dir
from app.base.text import translate
from app.services.union_papers import UnionPaper
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.union import lists
from app.ui.screens.union.card_dialog import ClubCardDialog
from app.ui.screens.union.conflicts_dialog import ConflictsDialog
from app.ui.screens.union.presenter import (
    TONES,
    Step,
    UnionPresenter,
    states_words,
    sums_words,
    verb,
)
from app.ui.screens.union.taken_dialog import TakenDialog
from app.ui.screens.union.taking import Intake
from app.ui.widgets.basics import GAP, button, label, row, title
from app.ui.widgets.charts import Part, StackedBar
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.scope_bar import ScopeBar, named
from app.ui.workers import Report, Stopped, Working

_ICONS = {
    Step.CHOOSE: "triangle-alert",
    Step.TAKE: "download",
    Step.SEND_UP: "send",
    Step.PRINT: "printer",
}


class UnionScreen(Screen):
    """All clubs of the area as of a month; files dropped anywhere on it are taken in."""

    own_search = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = UnionPresenter(context, context.source)
        self.view = choice_field(
            [("clubs", translate("window", "each club")), ("areas", translate("window", "areas"))]
        )
        self.view.setAccessibleName(translate("window", "Show"))
        self.scope = ScopeBar(named(translate("window", "Show"), self.view))
        self.seek = text_field("", translate("window", "Find a club"))
        self.seek.setAccessibleName(translate("window", "Find a club"))
        self.seek.setMaximumWidth(theme.scaled(12))
        self.next = button("", self._on_next, role="biggest")
        self.next.setIconSize(theme.beside_size())
        self.take = button(translate("window", "Take files in…"), self._on_take, icon="download")
        self.paper = button(translate("window", "Report on paper…"), self._on_paper, icon="printer")
        self._states = label("", "strong")
        self._bar = StackedBar()
        self._sums = label("", "small")
        self.list = lists.clubs()
        self.areas = lists.areas()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(not context.read_only)

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(translate("window", "Clubs of the area")))
        column.addWidget(self.scope)
        column.addLayout(FlowLayout(self.next, self.take, self.paper, gap=GAP))
        head = row(self._states, self.seek)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._sums)
        column.addWidget(self.list, 1)
        column.addWidget(self.areas, 1)
        fill(self, page)

    def _connect(self) -> None:
        self.scope.changed.connect(self.reload)
        self.view.currentIndexChanged.connect(self.reload)
        self.seek.textChanged.connect(lambda text: self.list.table().seek(text))
        self.list.opened.connect(lambda line: self.show_card(line.club.uuid))
        self.areas.opened.connect(lambda line: self.go_into(line.area))
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.seek.setFocus)

    def open_at(self, about: object) -> None:
        """The id of a club opens its page."""
        if isinstance(about, str):
            self.show_card(about)

    def reload(self) -> None:
        month = self.scope.fill(self.presenter.scope())
        self.facts = self.presenter.facts(month, self.scope.chosen_area())
        facts, areas = self.facts, self.view.currentData() == "areas"
        self.list.table().fill(facts.lines)
        self.areas.table().fill(facts.areas)
        self.list.setVisible(not areas)
        self.seek.setVisible(not areas and len(facts.lines) > 1)
        self.areas.setVisible(areas)
        self._states.setText(states_words(facts))
        self._sums.setText(sums_words(facts.report) if facts.report.clubs else "")
        names_of = lists.state_names()
        parts = [Part(names_of[state], count, TONES[state.value]) for state, count in facts.states]
        self._bar.fill(parts, translate("window", "Clubs by their reports"))
        self._show_step(facts.step)

    def _show_step(self, step: Step) -> None:
        self.next.setText(verb(step))
        self.next.setAccessibleName(verb(step))
        self.next.setIcon(lists.white_icon(_ICONS[step]))
        writes = step in (Step.CHOOSE, Step.TAKE)
        self.next.setEnabled(not (self.context.read_only and writes))
        self.take.setVisible(step is not Step.TAKE)
        self.take.setEnabled(not self.context.read_only)
        self.paper.setVisible(step is not Step.PRINT)
        self.paper.setEnabled(bool(self.facts.report.clubs))

    def begin(self) -> None:
        self.next.setFocus()

    def go_into(self, area: str) -> None:
        """Show what lies in ``area``: its parts, or its clubs when it has none."""
        self.scope.choose_area(area)
        here = self.presenter.facts(self.facts.report.month, area).areas
        if len(here) < 2:
            self.view.setCurrentIndex(self.view.findData("clubs"))
        self.reload()

    def show_card(self, club: str) -> None:
        """The page of one club, as of the month shown."""
        month = self.scope.chosen_month() or self.presenter.scope().usual_month
        dialog = ClubCardDialog(self.context, club, month, self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.wanted is not None:
            self.wanted.emit(*dialog.wanted)

    def take_in(self, paths: list[Path]) -> Intake:
        """Take files in with progress; a stop keeps what was taken before it."""

        def job(report: Report) -> Intake:
            def progress(done: int, total: int) -> bool:
                try:
                    report(done, total)
                except Stopped:
                    return False
                return True

            return self.presenter.take_in(paths, progress)

        words = translate("window", "Taking the files in")
        intake: Intake = Working(words, job, self.window()).run()
        self.context.changed.emit(frozenset(), self)
        self.reload()
        return intake

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            # the program the files come from waits until this returns
            QTimer.singleShot(0, self, lambda: self._take_and_tell(paths))

    def _on_next(self) -> None:
        {
            Step.CHOOSE: self._on_conflicts,
            Step.TAKE: self._on_take,
            Step.SEND_UP: lambda: self.wanted.emit("sending", self.facts.report.month),
            Step.PRINT: self._on_paper,
        }[self.facts.step]()

    def _on_take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            translate("window", "Files the clubs sent"),
            str(documents_dir()),
            translate("window", "Files of clubs (*.clbz);;All files (*)"),
        )
        if chosen:
            self._take_and_tell([Path(name) for name in chosen])

    def _take_and_tell(self, paths: list[Path]) -> None:
        dialog = TakenDialog(self.take_in(paths), self.window(), self.context)
        dialog.exec()
        dialog.deleteLater()
        if dialog.hand_back:
            self.wanted.emit("sending", "receipts")

    def _on_conflicts(self) -> None:
        dialog = ConflictsDialog(self.context, self.window())
        dialog.exec()
        dialog.deleteLater()
        self.reload()

    def _on_paper(self) -> None:
        month, area = self.facts.report.month, self.scope.chosen_area() or None
        papers.show(self.context, UnionPaper("union-report", month=month, area=area), self.window())
