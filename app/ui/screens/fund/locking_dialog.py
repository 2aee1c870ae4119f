"""The dialog that locks months: says what locking does, what is missing, what is locked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.domain.periods import Month
from app.ui import theme
from app.ui.screens.fund.locking import (
    LockingPresenter,
    choice_words,
    missing_words,
    state_words,
)
from app.ui.widgets.basics import Notice, label
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import capital, month_words


class LockDialog(FormDialog):
    """Up to which month; nothing in it can be changed afterwards."""

    def __init__(self, presenter: LockingPresenter, parent: QWidget | None) -> None:
        self.presenter = presenter
        offered = presenter.open_months()
        self.until = choice_field([(str(month), choice_words(month)) for month in offered])
        self.missing = Notice("")
        super().__init__(
            translate("window", "Lock months"),
            translate("window", "Lock them"),
            self._act,
            parent,
            back=translate("window", "Look again"),
        )
        self.body.insertWidget(
            1,
            label(
                translate(
                    "window",
                    "In a locked month nothing is recorded or changed any more, and it can’t be "
                    "unlocked. A mistake is put right by an entry in an open month.",
                )
            ),
        )
        self.form.add("month", translate("window", "Lock up to the end of"), self.until)
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Months that are over"),
            empty=translate("window", "No month of this book is over yet."),
        )
        self.list.table().fill(presenter.lines())
        self.list.setMinimumHeight(theme.scaled(9))
        self.body.insertWidget(3, self.missing)
        self.body.insertWidget(4, self.list, 1)
        self.verb.setEnabled(bool(offered))
        self.form.setVisible(bool(offered))
        self.until.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        if not self.until.currentData():
            self.missing.say(translate("window", "Every month that is over is locked."), "good")
            return
        found = self.presenter.missing(self._month())
        words = translate("window", "Nothing is missing up to this month.")
        self.missing.say(missing_words(found) or words, "watch" if found else "good")
        self.verb.setEnabled(not found)
        self.fit()

    def _month(self) -> Month:
        return Month.parse(self.until.currentData())

    def _act(self) -> None:
        self.presenter.lock(self._month())


def _columns() -> list[Column]:
    return [
        Column(
            translate("window", "Month"),
            lambda line: capital(month_words(line.month)),
            key=lambda line: line.month,
        ),
        Column(translate("window", "Meeting"), state_words),
    ]
