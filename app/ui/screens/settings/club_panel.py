"""What the club itself decides: the head of its papers, and its rules."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.base.errors import InvalidError
from app.base.text import translate
from app.ui.context import Context
from app.ui.screens.settings.dialogs import RuleDialog
from app.ui.screens.settings.presenter import (
    HEADER,
    RuleLine,
    SettingsPresenter,
    header_label,
    since_words,
)
from app.ui.widgets.basics import GAP, button, hairline, label, section
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form, text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class ClubPanel(QWidget):
    """Each field of the head is stored as it is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.presenter = SettingsPresenter(context)
        self._read_only = context.read_only
        self.header = Form(columns=2)
        self.fields: dict[str, QLineEdit] = {}
        for name in HEADER:
            self._add(name)
        self.change = button(translate("window", "Change a rule…"), self._on_change, icon="pencil")
        self.change.setEnabled(not context.read_only)
        self.rules = TableView(
            TableModel(_columns()), name=translate("window", "The club's rules"), stretch=1
        )
        self.rules.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rules.opened.connect(lambda _line: self._on_change())
        self.rules.verticalHeader().geometriesChanged.connect(self._grow)
        self.rules.verticalHeader().sectionResized.connect(self._grow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(section(translate("window", "At the top of each paper")))
        column.addWidget(hairline())
        column.addWidget(self.header)
        column.addSpacing(8)
        column.addWidget(section(translate("window", "The club's rules")))
        column.addWidget(hairline())
        column.addWidget(
            label(
                translate(
                    "window",
                    "A rule changes from a day on. What was recorded before, and loans already "
                    "given, stay as they were.",
                ),
                "soft",
            )
        )
        column.addLayout(FlowLayout(self.change))
        column.addWidget(self.rules)

    def reload(self) -> None:
        """Show what the book says; a field being typed in keeps its text."""
        details = self.presenter.details()
        for name, field in self.fields.items():
            if field.hasFocus():
                continue
            if isinstance(field, DateEdit):
                field.show_day(details.founded_on)
            else:
                field.setText(str(getattr(details, name)))
                field.setCursorPosition(0)
        self.rules.table().fill(self.presenter.rules())
        self._grow()

    def _grow(self) -> None:
        """All rules are in sight: the page scrolls, not the list in it."""
        rows = self.rules.verticalHeader().length()
        frame = 2 * self.rules.frameWidth()
        bar = self.rules.horizontalScrollBar()
        low = bar.sizeHint().height() if bar.maximum() else 0
        self.rules.setFixedHeight(self.rules.horizontalHeader().height() + rows + frame + low)

    def _add(self, name: str) -> None:
        words = header_label(name)
        field = DateEdit(words) if name == "founded_on" else text_field()
        field.setReadOnly(self._read_only)
        field.editingFinished.connect(lambda: self._on_left(name))
        self.fields[name] = field
        self.header.add(name, words, field, wide=name in ("name", "parent_body"))

    def _on_left(self, name: str) -> None:
        if self._read_only:
            return
        self.header.forgive()
        try:
            self.presenter.write(name, self.fields[name].text())
        except InvalidError as error:
            self.header.accuse(error)

    def _on_change(self) -> None:
        line = self.rules.current()
        if self._read_only:
            return
        if isinstance(line, RuleLine):
            RuleDialog(self.presenter, self.window(), line.key).exec()
        else:
            RuleDialog(self.presenter, self.window()).exec()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Rule"), lambda line: line.name),
        Column(translate("window", "Value"), lambda line: line.value),
        Column(
            translate("window", "Holds"),
            since_words,
            tone=lambda line: "watch" if line.coming else "",
        ),
    ]
