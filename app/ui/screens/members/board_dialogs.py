"""The board's dialogs: every term of office, a new term, and the hand-over on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.labels import role_label
from app.domain.members import BOARD_ROLES
from app.domain.periods import format_day
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.screens.members.board import BoardPresenter, TermLine, hand_over_paper
from app.ui.widgets.basics import button, label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.page_dialog import PageDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import person


class BoardDialog(PageDialog):
    """Who holds which office, from when until when, today and before."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(translate("window", "The board"), parent)
        self._context = context
        self.presenter = BoardPresenter(context)
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Terms of office"),
            empty=translate("window", "Nobody holds an office yet. Begin with “New term…”."),
            stretch=1,
        )
        self.elect = button(
            translate("window", "New term…"), self._on_elect, role="next", icon="user-plus"
        )
        self.elect.setEnabled(not context.read_only)
        paper = button(translate("window", "Hand-over paper…"), self._on_paper, icon="printer")
        told = translate(
            "window", "A paper of a past day is signed by who held the office on that day."
        )
        self.show_parts(label(told, "soft"), self.list)
        done = button(translate("window", "Done"), self.reject)
        self.offer(self.elect, paper, out=done, wide=42, tall=24)
        self._fill()

    def _fill(self) -> None:
        self.list.table().fill(self.presenter.lines())

    def _on_elect(self) -> None:
        dialog = ElectDialog(self.presenter, self)
        if dialog.exec():
            self._fill()
            papers.show(self._context, dialog.paper, self)

    def _on_paper(self) -> None:
        papers.show(self._context, hand_over_paper(clock.today()), self)


class ElectDialog(FormDialog):
    """Who takes an office over, from which day on, and who decided it."""

    paper: PaperRequest

    def __init__(self, presenter: BoardPresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        self.role = choice_field([(code, role_label(code)) for code in BOARD_ROLES])
        people = [(member.code, person(member)) for member in presenter.people()]
        self.member = choice_field([("", "–"), *people])
        self.from_on = DateEdit(translate("window", "From which day on"), clock.today())
        self.decision = text_field("", translate("window", "Minutes of the meeting, or a decision"))
        super().__init__(
            translate("window", "New term of office"),
            translate("window", "Record the term"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        add = self.form.add
        add("role", translate("window", "Office"), self.role)
        add("member", translate("window", "Who takes it over"), self.member)
        add(
            "from_on",
            translate("window", "From which day on"),
            self.from_on,
            translate("window", "Who held the office hands over the day before."),
        )
        add("decision", translate("window", "Decided in"), self.decision)
        self.fit()

    def _act(self) -> None:
        try:
            day = self.from_on.day()
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "from_on")]) from error
        self.paper = self._presenter.elect(
            self.role.currentData(), self.member.currentData(), day, self.decision.text()
        )


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Office"), lambda line: role_label(line.role)),
        Column(translate("window", "Full name"), lambda line: line.name),
        Column(translate("window", "From"), _from, key=lambda line: str(line.from_on or "")),
        Column(translate("window", "Until"), _until, key=lambda line: str(line.until_on or "9")),
        Column(translate("window", "Decided in"), lambda line: line.decision),
    ]


def _from(line: TermLine) -> str:
    if line.from_on is None:
        return translate("window", "since before the records")
    return format_day(line.from_on)


def _until(line: TermLine) -> str:
    return format_day(line.until_on) if line.until_on else translate("window", "today")
