"""One visit: its checklist, the count of the box, what is to mend, and its two papers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.base.text import translate
from app.domain.money import format_dong
from app.domain.visits import Point
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screen import Page
from app.ui.screens.visits import presenter
from app.ui.screens.visits.dialogs import FindingDialog
from app.ui.screens.visits.points_panel import PointsPanel
from app.ui.screens.visits.presenter import VisitPresenter
from app.ui.widgets.basics import (
    EDGE,
    GAP,
    SMALL_GAP,
    Notice,
    button,
    hairline,
    row,
    section,
    title,
)
from app.ui.widgets.fact_list import FactList
from app.ui.widgets.form import Form, long_field, text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.question import sure
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.whole_table import WholeTable


class VisitDialog(QDialog):
    """Everything is stored as it is left; once the minutes are signed nothing changes."""

    def __init__(self, context: Context, code: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self.presenter = VisitPresenter(context, code)
        self.visit = self.presenter.visit()
        self.setWindowTitle(self.visit.club)
        self.points = PointsPanel()
        self.visitors, self.met = text_field(self.visit.visitors), text_field(self.visit.met)
        self.book = MoneyEdit(translate("window", "In the book"), self.visit.book_cash)
        self.counted = MoneyEdit(translate("window", "Counted in the box"), self.visit.counted_cash)
        self.conclusion = long_field(self.visit.conclusion, lines=3)
        self._cash = Notice("")
        self.findings = WholeTable(
            TableModel(_finding_columns()),
            name=translate("window", "To be mended"),
            empty=translate("window", "Nothing is to mend."),
            stretch=0,
        )
        self._make_buttons()
        self._lay_out()
        self._wire()
        self.reload()
        theme.open_at(self, 54, 40)

    def _make_buttons(self) -> None:
        self.find_button = button(translate("window", "To be mended…"), self._on_find, icon="plus")
        self.checklist = button(
            translate("window", "Checklist…"), lambda: self._paper("checklist"), icon="list-checks"
        )
        self.minutes = button(
            translate("window", "Minutes…"), lambda: self._paper("minutes"), icon="file-text"
        )
        self.sign = button(
            translate("window", "Minutes are signed…"), self._on_close, role="next", icon="lock"
        )

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(self.visit.club))
        head = FactList(translate("window", "The visit"))
        head.fill(presenter.head_facts(self.visit))
        column.addWidget(head)
        column.addWidget(self.points)
        column.addWidget(section(translate("window", "People and box")))
        column.addWidget(hairline())
        column.addWidget(self._form())
        column.addWidget(self._cash)
        column.addWidget(section(translate("window", "To be mended")))
        column.addWidget(hairline())
        column.addWidget(self.findings)
        column.addLayout(row(self.find_button, None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addLayout(self._foot())

    def _form(self) -> Form:
        form = Form(columns=2)
        hint = translate("window", "Names, separated by commas")
        form.add("visitors", translate("window", "Visited by"), self.visitors, hint)
        form.add("met", translate("window", "Met there"), self.met, hint)
        told = self.presenter.told_cash()
        words = translate("window", "At the end of {month} the club told {amount}.")
        said = words.format(month=told[1], amount=format_dong(told[0])) if told else ""
        form.add("book_cash", translate("window", "In the book"), self.book, said)
        form.add("counted_cash", translate("window", "Counted in the box"), self.counted)
        form.add("conclusion", translate("window", "Conclusion"), self.conclusion, wide=True)
        return form

    def _foot(self) -> QHBoxLayout:
        back = button(translate("window", "Back"), self.reject)
        foot = row(None, back, self.checklist, self.minutes, self.sign)
        foot.setContentsMargins(EDGE, SMALL_GAP, EDGE, GAP)
        return foot

    def _wire(self) -> None:
        for name, field in (("visitors", self.visitors), ("met", self.met)):
            field.editingFinished.connect(
                lambda name=name, field=field: self._store(name, field.text())
            )
        self.book.left.connect(lambda amount: self._store("book_cash", amount))
        self.counted.left.connect(lambda amount: self._store("counted_cash", amount))
        self.conclusion.installEventFilter(self)
        self.points.answered.connect(self._on_answered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and watched is self.conclusion:
            self._store("conclusion", self.conclusion.toPlainText())
        return super().eventFilter(watched, event)

    def reload(self) -> None:
        """Show the visit as it is stored."""
        self.visit = self.presenter.visit()
        self.points.show_points(self.visit.points)
        self.findings.table().fill(self.visit.findings)
        difference = self.visit.cash_difference
        self._cash.say(presenter.cash_words(self.visit), "watch" if difference else "good")
        writes = not (self.visit.closed or self.presenter.read_only)
        for field in (self.visitors, self.met, self.conclusion):
            field.setReadOnly(not writes)
        for part in (self.points, self.book, self.counted, self.find_button, self.sign):
            part.setEnabled(writes)
        self.sign.setVisible(not self.visit.closed)

    def done(self, result: int) -> None:
        """The field being typed is stored, as when the user leaves it herself."""
        self._store("conclusion", self.conclusion.toPlainText())
        super().done(result)

    def _store(self, name: str, value: str | int | None) -> None:
        if not (self.visit.closed or self.presenter.read_only):
            self.presenter.write(name, value)
            self.reload()

    def _on_answered(self, point: Point, good: object, note: str) -> None:
        self.presenter.answer(point, good=None if good is None else bool(good), note=note)
        self.reload()

    def _on_find(self) -> None:
        dialog = FindingDialog(self.presenter, self)
        if dialog.exec():
            self.reload()
        dialog.deleteLater()

    def _paper(self, kind: str) -> None:
        papers.show(self._context, self.presenter.paper(kind), self)

    def _on_close(self) -> None:
        missing = presenter.missing_to_close(self.presenter.visit())
        words = translate("window", "After this nothing of the visit changes any more.")
        if missing:
            still = translate("window", "Still missing: {what}.").format(what=missing)
            words = f"{still} {words}"
        if sure(
            translate("window", "Are the minutes signed?"),
            words,
            translate("window", "The minutes are signed"),
            translate("window", "Look again"),
            self,
        ):
            self.presenter.close()
            self.reload()


def _finding_columns() -> list[Column]:
    return [
        Column(translate("window", "Finding"), lambda found: found.text),
        Column(translate("window", "Who mends it"), lambda found: found.who),
        Column(translate("window", "Until"), presenter.due_words),
        Column(translate("window", "State"), presenter.finding_state, tone=presenter.finding_tone),
    ]
