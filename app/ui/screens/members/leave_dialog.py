"""The dialog of a member who leaves: the last day, what she gets back and owes, the paper."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.succession import Settlement
from app.services.printing import PaperRequest
from app.services.sentences import sentence
from app.ui.figures import FigureLine
from app.ui.screens.members.leaving import (
    LeavingForm,
    LeavingPresenter,
    fee_words,
    outcome_words,
)
from app.ui.widgets.basics import Notice, label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.figure_list import FigureList
from app.ui.widgets.form import text_field


class LeaveDialog(FormDialog):
    """Shows the account of the chosen day; ``paper`` is what to print once it is settled."""

    def __init__(self, presenter: LeavingPresenter, parent: QWidget | None) -> None:
        self.presenter = presenter
        self.paper: PaperRequest | None = None
        self.on = DateEdit(translate("window", "Last day in the club"), clock.today())
        self.reason = text_field()
        self.paid_to = text_field("")
        self.later = QCheckBox(translate("window", "Settle later: only record the last day"))
        self.later.setHidden(presenter.must_settle())
        self.figures = FigureList(translate("window", "The member's account"))
        self.outcome = Notice("")
        self.fee = label("", "small")
        super().__init__(
            _heading(presenter),
            translate("window", "Settle and record"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        self._lay_out()
        self.on.left.connect(lambda _day: self._show())
        self.later.toggled.connect(self._on_later)
        self._show()
        self.reason.setFocus()

    def _lay_out(self) -> None:
        self.form.add(
            "left_on",
            translate("window", "Day of the settlement")
            if self.presenter.must_settle()
            else translate("window", "Last day in the club"),
            self.on,
        )
        self.form.add(
            "reason",
            translate("window", "Why"),
            self.reason,
            translate("window", "Moves away; passed away; wishes to leave"),
        )
        self.form.add(
            "paid_to",
            translate("window", "Who receives the money"),
            self.paid_to,
            translate("window", "Only when it is not the member herself: name of the heir."),
            wide=True,
        )
        for place, part in enumerate((self.later, self.figures, self.outcome, self.fee), start=2):
            self.body.insertWidget(place, part)

    def _show(self) -> None:
        """The account on the day that stands in its field."""
        try:
            day = self.on.day()
            found = self.presenter.standing(day) if day else None
        except AppError as error:
            self.figures.fill(())
            self.outcome.say(sentence(error), "late")
            return
        if found is None:
            self.figures.fill(())
            self.outcome.say("")
            return
        self.figures.fill(_lines(found))
        self.outcome.say(outcome_words(found), "watch" if found.still_owed else "")
        self.fee.setText(fee_words(found))
        self.fee.setVisible(bool(found.fee))
        self.fit()

    def _on_later(self, later: bool) -> None:
        self.verb.setText(
            translate("window", "Record the leaving")
            if later
            else translate("window", "Settle and record")
        )
        self.reason.setEnabled(not later)
        self.paid_to.setEnabled(not later)
        self.outcome.setHidden(later)
        self.fee.setHidden(later or not self.fee.text())

    def _act(self) -> None:
        try:
            day = self.on.day()
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "left_on")]) from error
        self.paper = self.presenter.leave(
            LeavingForm(
                on=day,
                reason=self.reason.text(),
                paid_to=self.paid_to.text(),
                settled=not self.later.isChecked(),
            )
        )


def _heading(presenter: LeavingPresenter) -> str:
    name = presenter.member.full_name
    if presenter.must_settle():
        return translate("window", "Settle with {name}").format(name=name)
    return translate("window", "{name} leaves the club").format(name=name)


def _lines(found: Settlement) -> list[FigureLine]:
    """Every figure of the settlement, in the order it is worked out."""
    lines = [
        FigureLine(translate("window", "Savings"), found.savings),
        FigureLine(translate("window", "Principal still owed"), found.principal),
        FigureLine(translate("window", "Interest up to the day"), found.interest),
    ]
    if found.penalty:
        lines.append(FigureLine(translate("window", "Penalty not paid"), found.penalty))
    lines += [
        FigureLine(translate("window", "Taken out of the savings for the loans"), found.covered),
        FigureLine(translate("window", "Given back in cash"), found.paid_out, strong=True),
    ]
    if found.still_owed:
        lines.append(FigureLine(translate("window", "Stays owed"), found.still_owed, strong=True))
    return lines
