"""Everybody's consent: who signed, who did not, and many signatures written down at once."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QVBoxLayout,
    QWidget,
)

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import name_sort_key, translate
from app.domain.consent import PURPOSES
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screens.members.personal import (
    ConsentLine,
    ConsentsPresenter,
    consent_tone,
    consent_words,
    purpose_label,
    sheet_words,
)
from app.ui.widgets.basics import EDGE, GAP, button, column, label, title
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.widgets.tick_list import TickList
from app.ui.wording import person


class ConsentsDialog(QDialog):
    """The members with what each agreed to; the sheet to sign, and who signed it."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self.presenter = ConsentsPresenter(context)
        self.setWindowTitle(translate("window", "Consent of the members"))
        self._words = label("", "soft")
        self.list = TableView(TableModel(_columns()), name=self.windowTitle(), stretch=0)
        self.sign = button(
            translate("window", "Who signed…"), self._on_sign, role="next", icon="pencil"
        )
        self.sign.setEnabled(not context.read_only)
        paper = button(translate("window", "The sheet to sign…"), self._on_paper, icon="printer")
        back = button(translate("window", "Back"), self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(self.windowTitle()))
        layout.addWidget(self._words)
        layout.addWidget(self.list, 1)
        layout.addLayout(FlowLayout(self.sign, paper, back))
        theme.open_at(self, 42, 32)
        self._fill()

    def _fill(self) -> None:
        self.list.table().fill(self.presenter.lines())
        self._words.setText(f"{sheet_words()} · {self.presenter.missing_words()}")

    def _on_sign(self) -> None:
        if SignedDialog(self.presenter, self).exec():
            self._fill()

    def _on_paper(self) -> None:
        papers.show(self._context, self.presenter.sheet(), self)


class SignedDialog(FormDialog):
    """Tick who signed and for what. Nothing is ticked before: nobody agrees by saying nothing."""

    def __init__(self, presenter: ConsentsPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        name = translate("window", "Who signed (space ticks)")
        self.people = TickList(name, (line.member for line in presenter.lines()))
        self.purposes = {code: QCheckBox(purpose_label(code)) for code in PURPOSES}
        self.on = DateEdit(translate("window", "Signed on"), clock.today())
        self.kept_at = text_field("", translate("window", "For example: folder in the cupboard"))
        super().__init__(
            translate("window", "Who signed the sheet"),
            translate("window", "Write it down"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.all = button(translate("window", "Tick everybody"), self.people.tick_all)
        everybody = _together(self.people, self.all)
        everybody.setFocusProxy(self.people)
        purposes = _together(*self.purposes.values())
        add = self.form.add
        add("people", name, everybody)
        add("purposes", translate("window", "What they agree to"), purposes)
        add("on", translate("window", "Signed on"), self.on)
        add("kept_at", translate("window", "Where the paper lies"), self.kept_at)
        self.fit()
        self.people.setFocus()
        self.people.setCurrentRow(0)

    def _act(self) -> None:
        try:
            on = self.on.day()
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "on")]) from error
        self._presenter.signed(
            self.people.chosen(),
            on,
            [code for code, box in self.purposes.items() if box.isChecked()],
            self.kept_at.text(),
        )


def _together(*parts: QWidget) -> QWidget:
    """Several widgets as one field, one below the other."""
    made = QWidget()
    made.setLayout(column(*parts))
    return made


def _columns() -> list[Column]:
    return [
        Column(
            translate("window", "Full name"),
            lambda line: person(line.member),
            key=lambda line: name_sort_key(line.member.full_name),
        ),
        Column(translate("window", "Agreed to"), lambda x: consent_words(x.found), tone=_tone),
        Column(
            translate("window", "Where the paper lies"),
            lambda line: line.found.kept_at if line.found else "",
        ),
    ]


def _tone(line: ConsentLine) -> str:
    return consent_tone(line.found)
