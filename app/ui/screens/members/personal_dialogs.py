"""A member's family, and her consent and requests about her data."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.consent import REQUEST_KINDS, DataRequest
from app.domain.family import Relative
from app.domain.periods import format_day
from app.services.sentences import sentence
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screens.members.personal import (
    PersonalPresenter,
    consent_tone,
    consent_words,
    request_label,
    state_tone,
    state_words,
)
from app.ui.widgets.basics import EDGE, GAP, Notice, button, label, section, set_property, title
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.reason_dialog import ReasonDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

LINES = 4


class FamilyDialog(FormDialog):
    """Four lines for those who matter: who she is, what she is to the member, how to call her."""

    def __init__(self, presenter: PersonalPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        known = presenter.family()
        self.lines = [
            _RelativeLine(known[place] if place < len(known) else Relative(""))
            for place in range(max(LINES, len(known) + 1))
        ]
        super().__init__(
            translate("window", "Family of {name}").format(name=presenter.member.full_name),
            translate("window", "Keep the changes"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        words = translate(
            "window",
            "Whom to call, and who may come, sign and take money in the member's place.",
        )
        self.body.insertWidget(1, label(words, "soft"))
        self.body.insertWidget(2, self._grid())
        self.fit()
        self.lines[0].name.setFocus()

    def _grid(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        heads = (
            translate("window", "Full name"),
            translate("window", "What she is to the member"),
            translate("window", "Phone"),
        )
        for column, head in enumerate(heads):
            grid.addWidget(label(head, "strong"), 0, column)
        for place, line in enumerate(self.lines, start=1):
            for column, (field, head) in enumerate(zip(line.fields, heads, strict=True)):
                field.setAccessibleName(f"{head} {place}")
                field.setMinimumWidth(theme.scaled(6))
                grid.addWidget(field, place, column)
            grid.addWidget(line.acts, place, len(heads))
        return box

    def _act(self) -> None:
        for line in self.lines:
            set_property(line.name, "wrong", False)
        try:
            self._presenter.keep_family([line.relative() for line in self.lines])
        except InvalidError as error:
            for problem in error.problems:
                place = int(problem.field.removeprefix("full_name"))
                set_property(self.lines[place].name, "wrong", True)
            raise


class _RelativeLine:
    """The fields of one relative."""

    def __init__(self, known: Relative) -> None:
        self.name = text_field(known.full_name)
        self.relation = text_field(known.relation)
        self.phone = text_field(known.phone)
        self.acts = QCheckBox(translate("window", "acts for the member"))
        self.acts.setChecked(known.acts)

    @property
    def fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.name, self.relation, self.phone

    def relative(self) -> Relative:
        return Relative(
            self.name.text(), self.relation.text(), self.phone.text(), self.acts.isChecked()
        )


class PersonalDialog(QDialog):
    """What a member signed, and what she asked for, with the day it is due."""

    def __init__(
        self, presenter: PersonalPresenter, context: Context, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.presenter, self._context = presenter, context
        self.setWindowTitle(presenter.member.full_name)
        self.signed = TableView(
            TableModel(_signed_columns()),
            name=translate("window", "What she signed"),
            empty=translate("window", "Nothing signed yet: “Consent…” on the members' screen."),
            stretch=0,
        )
        self.asked = TableView(
            TableModel(_asked_columns()),
            name=translate("window", "What she asked for"),
            empty=translate("window", "She asked for nothing yet."),
            stretch=3,
        )
        self._wrong = Notice("")
        self.new = button(translate("window", "She asks for…"), self._on_new, role="next")
        self.answered = button(translate("window", "Answered today"), self._on_answered)
        self.longer = button(translate("window", "15 days more"), self._on_longer)
        self.done_button = button(translate("window", "Done…"), self._on_done)
        self.show_all = button(
            translate("window", "All that is kept of her…"), self._on_papers, icon="printer"
        )
        back = button(translate("window", "Back"), self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(translate("window", "Her data: consent and requests")))
        layout.addWidget(section(translate("window", "What she signed")))
        layout.addWidget(self.signed, 1)
        layout.addWidget(section(translate("window", "What she asked for")))
        layout.addWidget(self.asked, 1)
        layout.addWidget(self._wrong)
        buttons = (self.new, self.answered, self.longer, self.done_button, self.show_all, back)
        layout.addLayout(FlowLayout(*buttons))
        theme.open_at(self, 46, 34)
        self._fill()

    def _fill(self) -> None:
        self.signed.table().fill(self.presenter.history())
        self.asked.table().fill(self.presenter.requests())
        self.asked.choose(lambda request: request.next_due is not None)
        undone = any(request.next_due is not None for request in self.presenter.requests())
        for made in (self.answered, self.longer, self.done_button):
            made.setEnabled(undone and not self.presenter.read_only)
        self.new.setEnabled(not self.presenter.read_only)

    def _on_new(self) -> None:
        if RequestDialog(self.presenter, self).exec():
            self._fill()

    def _on_answered(self) -> None:
        self._carry_out(self.presenter.answered)

    def _on_longer(self) -> None:
        self._carry_out(self.presenter.longer)

    def _carry_out(self, step) -> None:  # type: ignore[no-untyped-def]
        request = self.asked.current()
        if not isinstance(request, DataRequest):
            return
        try:
            step(request)
        except AppError as error:
            self._wrong.say(sentence(error), "watch")
        else:
            self._wrong.say("")
            self._fill()

    def _on_done(self) -> None:
        request = self.asked.current()
        if not isinstance(request, DataRequest) or request.done_on is not None:
            return
        dialog = ReasonDialog(
            request_label(request.kind),
            translate("window", "It is done"),
            lambda words: self.presenter.done(request, words),
            self,
            asks=translate("window", "What was done?"),
        )
        if dialog.exec():
            self._fill()

    def _on_papers(self) -> None:
        papers.show_all(self._context, self.presenter.papers(), self)


class RequestDialog(FormDialog):
    """What a member asks for about her data, and on which day."""

    def __init__(self, presenter: PersonalPresenter, parent: QWidget | None) -> None:
        self.kind = choice_field([(code, request_label(code)) for code in REQUEST_KINDS])
        self.on = DateEdit(translate("window", "She asked on"), clock.today())
        self.words = text_field()
        super().__init__(
            translate("window", "She asks for…"),
            translate("window", "Write it down"),
            lambda: presenter.ask(self._day(), self.kind.currentData(), self.words.text()),
            parent,
            back=translate("window", "Back"),
        )
        self.form.add("kind", translate("window", "What she asks for"), self.kind)
        self.form.add("on", translate("window", "She asked on"), self.on)
        self.form.add("words", translate("window", "In her words"), self.words)
        self.fit()

    def _day(self):  # type: ignore[no-untyped-def]
        try:
            return self.on.day()
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "on")]) from error


def _signed_columns() -> list[Column]:
    return [
        Column(translate("window", "Agreed to"), consent_words, tone=consent_tone),
        Column(translate("window", "Printed sheet"), lambda found: found.sheet),
        Column(translate("window", "Where the paper lies"), lambda found: found.kept_at),
        Column(translate("window", "Written down by"), lambda found: found.recorded_by),
    ]


def _asked_columns() -> list[Column]:
    return [
        Column(translate("window", "She asked on"), lambda request: format_day(request.asked_on)),
        Column(translate("window", "What she asks for"), lambda r: request_label(r.kind)),
        Column(translate("window", "In her words"), lambda request: request.words),
        Column(translate("window", "What is due"), state_words, tone=state_tone),
    ]
