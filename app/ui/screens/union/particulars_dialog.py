"""What the union keeps of a club, field by field, and each change from a day on."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from app.base import clock
from app.base.text import translate
from app.domain.periods import format_day
from app.domain.union_labels import particular_label
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Page
from app.ui.screens.union.particulars import (
    ParticularLine,
    ParticularsPresenter,
    history_words,
)
from app.ui.widgets.basics import (
    EDGE,
    GAP,
    SMALL_GAP,
    button,
    hairline,
    label,
    row,
    section,
    title,
)
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import OpenChoice, choice_field, text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.whole_table import WholeTable


class ParticularsDialog(QDialog):
    """Enter on a field changes it."""

    def __init__(self, context: Context, club: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.presenter = ParticularsPresenter(context, club)
        self._read_only = context.read_only
        self.setWindowTitle(self.presenter.record().name)
        self.list = WholeTable(
            TableModel(_columns()), name=translate("window", "What the union keeps"), stretch=1
        )
        self.history = WholeTable(
            TableModel(_history_columns()),
            name=translate("window", "What was written so far"),
            empty=translate("window", "Nothing was written yet."),
            stretch=2,
        )
        self.change = button(
            translate("window", "Change this…"), self._on_change, role="next", icon="pencil"
        )
        self.change.setEnabled(not context.read_only)
        self._lay_out()
        self.list.opened.connect(lambda _line: self._on_change())
        self.reload()
        theme.open_at(self, 50, 38)

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(self.windowTitle()))
        words = translate(
            "window",
            "What the club's files tell stands here too; what you write goes before it, from its "
            "day on.",
        )
        column.addWidget(label(words, "soft"))
        column.addWidget(self.list)
        column.addWidget(section(translate("window", "What was written so far")))
        column.addWidget(hairline())
        column.addWidget(self.history)
        column.addStretch(1)
        foot = row(None, button(translate("window", "Back"), self.reject), self.change)
        foot.setContentsMargins(EDGE, SMALL_GAP, EDGE, GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addLayout(foot)

    def reload(self) -> None:
        """Show what is kept now; the field the user stood on stays in front."""
        here = self.list.current()
        field = here.field if isinstance(here, ParticularLine) else ""
        self.list.table().fill(self.presenter.lines())
        self.list.choose(lambda line: not field or line.field == field)
        self.history.table().fill(self.presenter.history())

    def _on_change(self) -> None:
        line = self.list.current()
        if self._read_only or not isinstance(line, ParticularLine):
            return
        dialog = ParticularDialog(self.presenter, line.field, self)
        if dialog.exec():
            self.reload()
        dialog.deleteLater()


class ParticularDialog(FormDialog):
    """One field from a day on; left empty it takes back what stood."""

    def __init__(self, presenter: ParticularsPresenter, field: str, parent: QWidget | None) -> None:
        self.presenter, self.field = presenter, field
        name = particular_label(field)
        super().__init__(
            name,
            translate("window", "Write it down"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.value = self._editor()
        self.from_on = DateEdit(translate("window", "From this day on"), clock.today())
        self.note = text_field()
        self.form.add("value", name, self.value, _hint(field))
        self.form.add("from_on", translate("window", "From this day on"), self.from_on)
        self.form.add("note", translate("window", "Why, for the record"), self.note)
        self.value.setFocus()
        self.fit()

    def _editor(self) -> QLineEdit | QComboBox:
        stored = self.presenter.record().value(self.field)
        if self.field == "parent_club":
            return choice_field(self.presenter.clubs(), stored)
        if self.field == "area":
            return OpenChoice(self.presenter.areas(), stored)
        if self.field == "founded_on":
            return DateEdit(particular_label(self.field), self._founded())
        return text_field(stored)

    def _founded(self) -> date | None:
        stored = self.presenter.record().value("founded_on")
        return date.fromisoformat(stored) if stored else None

    def typed(self) -> str:
        """What the field says, as it is stored."""
        if isinstance(self.value, QComboBox):
            if self.field == "parent_club":
                return str(self.value.currentData() or "")
            return self.value.currentText().replace(", ", "/")
        return self.value.text()

    def _act(self) -> None:
        self.presenter.write(self.field, self.typed(), self.from_on.day(), self.note.text())


def _hint(field: str) -> str:
    return {
        "area": translate("window", "Province/commune, or province/district/commune"),
        "board": translate("window", "Several names with a semicolon between them"),
        "ended": translate("window", "From its day on the club is neither counted nor missed."),
    }.get(field, translate("window", "Leave it empty to take back what was written."))


def _columns() -> list[Column]:
    return [
        Column(translate("window", "What is kept"), lambda line: line.name),
        Column(translate("window", "Value"), lambda line: line.value),
        Column(translate("window", "Says"), lambda line: line.source),
    ]


def _history_columns() -> list[Column]:
    return [
        Column(translate("window", "From"), lambda one: format_day(one.from_on)),
        Column(translate("window", "What is kept"), lambda one: particular_label(one.field)),
        Column(translate("window", "Value"), history_words),
        Column(translate("window", "Note"), lambda one: one.note),
    ]
