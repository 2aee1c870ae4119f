"""What the union itself decides: its name, and the limits and targets it sets for its clubs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base import clock
from app.base.errors import InvalidError
from app.base.text import translate
from app.domain.union_labels import level_label, setting_label
from app.ui.context import Context
from app.ui.screens.settings import union_limits
from app.ui.screens.settings.union_limits import FIELDS, LimitLine, UnionLimitsPresenter
from app.ui.widgets.basics import GAP, button, hairline, label, section
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form, choice_field, text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class UnionPanel(QWidget):
    """The name is stored as it is left; a limit changes from a day on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.presenter = UnionLimitsPresenter(context)
        self._read_only = context.read_only
        self.name = text_field()
        self.name.setReadOnly(context.read_only)
        self.name.editingFinished.connect(self._on_name)
        self.form = Form()
        self.form.add("name", translate("window", "Name of the union"), self.name)
        self.change = button(
            translate("window", "Change a limit or target…"), self._on_change, icon="pencil"
        )
        self.change.setEnabled(not context.read_only)
        self.limits = TableView(
            TableModel(_columns()), name=translate("window", "Limits and targets"), stretch=0
        )
        self.limits.opened.connect(lambda _line: self._on_change())
        self.limits.table().modelReset.connect(self._grow)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(section(translate("window", "This register")))
        column.addWidget(hairline())
        column.addWidget(self.form)
        column.addWidget(section(translate("window", "Limits and targets")))
        column.addWidget(hairline())
        words = translate(
            "window",
            "What the union sets for its clubs, each from a day on: months before that day are "
            "judged as they were. Nobody has published an official scoring sheet; these are "
            "proposals after Decision 1336/QĐ-TTg.",
        )
        column.addWidget(label(words, "soft"))
        column.addLayout(FlowLayout(self.change))
        column.addWidget(self.limits)

    def reload(self) -> None:
        """Show what the register says; a name being typed stays."""
        if not self.name.hasFocus():
            self.name.setText(self.presenter.name())
            self.name.setCursorPosition(0)
        self.limits.table().fill(self.presenter.lines())

    def _grow(self) -> None:
        """All limits are in sight: the page scrolls, not the list in it."""
        rows = self.limits.verticalHeader().length() + 2 * self.limits.frameWidth()
        bar = self.limits.horizontalScrollBar().sizeHint().height()
        self.limits.setMinimumHeight(
            self.limits.horizontalHeader().sizeHint().height() + rows + bar
        )

    def _on_name(self) -> None:
        if self._read_only:
            return
        self.form.forgive()
        try:
            self.presenter.rename(self.name.text())
        except InvalidError as error:
            self.form.accuse(error)

    def _on_change(self) -> None:
        line = self.limits.current()
        if self._read_only:
            return
        key = line.key if isinstance(line, LimitLine) else self.presenter.lines()[0].key
        dialog = LimitDialog(self.presenter, key, self.window())
        if dialog.exec():
            self.reload()
        dialog.deleteLater()


class LimitDialog(FormDialog):
    """One limit, which of them chosen in the dialog's own list above it."""

    def __init__(self, presenter: UnionLimitsPresenter, key: str, parent: QWidget | None) -> None:
        self.presenter, self.key = presenter, key
        self.from_on = DateEdit(translate("window", "From this day on"), clock.today())
        super().__init__(
            setting_label(key),
            translate("window", "Change it"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        values = union_limits.shown(key, presenter.stored(key))
        self.level = choice_field([(c, level_label(c)) for c in union_limits.LEVELS], values[0])
        self.fields = [] if key == "coverage_level" else [text_field(value) for value in values]
        hint = union_limits.field_hint(key)
        if key == "coverage_level":
            self.form.add("first", union_limits.field_label(key, "first"), self.level)
        for name, field in zip(FIELDS, self.fields, strict=False):
            self.form.add(name, union_limits.field_label(key, name), field, hint)
        self.form.add("from_on", translate("window", "From this day on"), self.from_on)
        (self.fields[0] if self.fields else self.level).setFocus()
        self.fit()

    def _act(self) -> None:
        typed = [field.text() for field in self.fields] or [str(self.level.currentData())]
        self.presenter.change(self.key, typed, self.from_on.day())


def _columns() -> list[Column]:
    def tone(line: LimitLine) -> str:
        return "watch" if line.coming else ""

    return [
        Column(translate("window", "Limit or target"), lambda line: line.name),
        Column(translate("window", "Value (of a criterion for 1, 2, 3 points)"), lambda x: x.value),
        Column(translate("window", "Holds"), union_limits.since_words, tone=tone),
    ]
