"""The totals of a paper book beside the signed paper, and whose they are; then it goes live."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import name_sort_key, translate
from app.domain.money import format_dong
from app.domain.paper_book import ImportSummary, PersonBalance
from app.services.sentences import sentence
from app.ui import theme
from app.ui.screens.welcome import going_live
from app.ui.widgets.basics import EDGE, GAP, Notice, button, label, row, title
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

_WARNINGS = 6


class GoingLiveDialog(FormDialog):
    """Nothing is made before every total is the one on the paper that the board signed."""

    def __init__(self, summary: ImportSummary, parent: QWidget | None) -> None:
        self._summary = summary
        self.totals = going_live.totals(summary)
        self.fields = {total.field: _field(total) for total in self.totals}
        super().__init__(
            summary.name,
            translate("window", "All the same: make the book"),
            self._act,
            parent,
            back=translate("window", "Do not make it yet"),
            columns=2,
        )
        words = translate(
            "window",
            "Nothing is made yet. Copy the figures of the last signed page; they must be the same.",
        )
        self.body.insertWidget(1, label(words))
        for total in self.totals:
            self.form.add(total.field, total.words, self.fields[total.field], total.said())
        self.people = button(
            translate("window", "Savings and loans, one by one…"), self._on_people, icon="users"
        )
        place = self.body.indexOf(self.form) + 1
        self.body.insertLayout(place, row(self.people, None))
        for warning in summary.warnings[:_WARNINGS]:
            self.body.insertWidget(place + 1, Notice(sentence(warning), "watch"))
        self.fit()
        self.fields[self.totals[0].field].setFocus()

    def _on_people(self) -> None:
        PeopleDialog(self._summary, self).exec()

    def _act(self) -> None:
        typed, problems = dict[str, int | None](), list[Problem]()
        for name, field in self.fields.items():
            try:
                typed[name] = field.amount() if isinstance(field, MoneyEdit) else _count(field)
            except AppError as error:
                problems.append(Problem(error.code, error.params, name))
        if problems:
            raise InvalidError(problems)
        going_live.hold_against(self.totals, typed)


class PeopleDialog(QDialog):
    """Whose the savings and loans are: each member looks at her own line, nothing is changed."""

    def __init__(self, summary: ImportSummary, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(summary.name)
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Savings and loans of each member"),
            empty=translate("window", "Nobody has savings or a loan."),
            stretch=1,
        )
        self.list.table().fill(
            sorted(summary.people, key=lambda person: name_sort_key(person.name))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(translate("window", "Savings and loans of each member")))
        layout.addWidget(
            label(
                translate(
                    "window",
                    "Read each line aloud; its member says whether it is right. Once the book is "
                    "made, print “Balances carried over” under Papers; each signs her own line.",
                )
            )
        )
        layout.addWidget(self.list, 1)
        layout.addLayout(row(None, button(translate("window", "Back"), self.accept, role="next")))
        theme.open_at(self, 40, 30)


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Code"), lambda person: person.code),
        Column(
            translate("window", "Full name"),
            lambda person: person.name,
            key=lambda person: name_sort_key(person.name),
        ),
        _amount(translate("window", "Savings"), lambda person: person.savings),
        _amount(translate("window", "Outstanding"), lambda person: person.outstanding),
    ]


def _amount(head: str, figure) -> Column:  # type: ignore[no-untyped-def]
    def words(person: PersonBalance) -> str:
        return format_dong(figure(person)) if figure(person) else ""

    return Column(head, words, key=figure, number=True)


def _field(total: going_live.Total) -> MoneyEdit | QLineEdit:
    return MoneyEdit(total.words) if total.money else text_field()


def _count(field: QLineEdit) -> int | None:
    text = field.text().strip()
    if not text:
        return None
    if not text.isdecimal():
        raise AppError("number.unreadable")
    return int(text)
