"""Communes that merged or got another name: a list, and a form for one more."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base import clock
from app.base.text import translate
from app.ui.context import Context
from app.ui.screens.settings.areas import AreasPresenter, day_words, path_of, unit_words
from app.ui.widgets.basics import GAP, button, hairline, label, row, section
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import OpenChoice, text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.whole_table import WholeTable


class AreasPanel(QWidget):
    """Old reports keep the unit of their month; new ones count under the unit of today."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.presenter = AreasPresenter(context)
        self.add = button(translate("window", "A unit changed…"), self._on_add, icon="building-2")
        self.add.setEnabled(not context.read_only)
        self.list = WholeTable(
            TableModel(_columns()),
            name=translate("window", "Units that changed"),
            empty=translate("window", "Nothing changed since the reform of 2025."),
            stretch=1,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(section(translate("window", "Units that changed")))
        column.addWidget(hairline())
        words = translate(
            "window",
            "The communes before and after the reform of 1 July 2025 are known. Write down what "
            "merges or is renamed later: reports of earlier months stay as they were.",
        )
        column.addWidget(label(words, "soft"))
        column.addLayout(row(self.add, None))
        column.addWidget(self.list)

    def reload(self) -> None:
        self.list.table().fill(self.presenter.changes())

    def _on_add(self) -> None:
        dialog = AreaDialog(self.presenter, self.window())
        if dialog.exec():
            self.reload()
        dialog.deleteLater()


class AreaDialog(FormDialog):
    """From a day on one unit is another, or a part of it."""

    def __init__(self, presenter: AreasPresenter, parent: QWidget | None) -> None:
        self.presenter = presenter
        super().__init__(
            translate("window", "A unit changed"),
            translate("window", "Write it down"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.old = OpenChoice(presenter.known())
        self.new = text_field()
        self.from_on = DateEdit(translate("window", "From this day on"), clock.today())
        self.decision = text_field()
        hint = translate("window", "Province/commune, or province/district/commune")
        self.form.add("old", translate("window", "The unit until then"), self.old)
        self.form.add("new", translate("window", "The unit from then on"), self.new, hint)
        self.form.add("from_on", translate("window", "From this day on"), self.from_on)
        self.form.add("decision", translate("window", "By which decision"), self.decision)
        self.old.setFocus()
        self.fit()

    def _act(self) -> None:
        self.presenter.change(
            path_of(self.old.currentText()),
            path_of(self.new.text()),
            self.from_on.day(),
            self.decision.text(),
        )


def _columns() -> list[Column]:
    return [
        Column(translate("window", "From"), day_words, key=lambda one: one.from_on),
        Column(translate("window", "The unit until then"), lambda one: unit_words(one.old)),
        Column(translate("window", "The unit from then on"), lambda one: unit_words(one.new)),
        Column(translate("window", "By which decision"), lambda one: one.decision),
    ]
