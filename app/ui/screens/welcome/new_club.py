"""A new club in five short steps: where, since when, its rules, its board, its money; read back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.labels import method_label, role_label
from app.domain.loans import Method
from app.domain.members import BOARD_ROLES
from app.services.sentences import sentence
from app.ui import theme
from app.ui.screen import Page
from app.ui.screens.welcome import presenter
from app.ui.screens.welcome.presenter import NewClub
from app.ui.widgets.basics import EDGE, GAP, Notice, button, column, label, row, title
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.form import Form, choice_field, text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.wording import typed_rate

_READ_BACK = 5
"""The page after the five steps."""


class NewClubDialog(QDialog):
    """``path`` is the new book once the last step is done."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.setWindowTitle(translate("window", "A new club"))
        self.name = text_field("")
        self.started = DateEdit(
            translate("window", "First day of the book"), clock.today().replace(day=1)
        )
        self.founded = DateEdit(translate("window", "Day of founding"), None)
        self.decision = text_field("")
        self.hamlet, self.commune, self.province = (text_field("") for _ in range(3))
        self.fee = MoneyEdit(translate("window", "Monthly fee"), 0)
        self.rate = text_field("0,7")
        self.method = choice_field([(m.value, method_label(m)) for m in Method])
        self.term = text_field("12")
        self.board = {role: text_field("") for role in BOARD_ROLES}
        self.cash = MoneyEdit(translate("window", "Cash in the box"), 0)
        self.bank = MoneyEdit(translate("window", "Money at the bank"), 0)
        self._forms = (
            self._place(),
            self._days(),
            self._rules(),
            self._people(),
            self._money(),
        )
        self._pages = QStackedWidget()
        for form in self._forms:
            upper = QWidget()
            upper.setLayout(column(form, None))
            self._pages.addWidget(upper)
        self.read_back = label("")
        whole = Page(edge=0)
        whole.column.addWidget(self.read_back)
        whole.column.addStretch(1)
        self._pages.addWidget(whole)
        self._lay_out()
        self._go(0)

    def _lay_out(self) -> None:
        self._where = label("", "soft")
        self._wrong = Notice("", "late")
        self.back = button(translate("window", "One step back"), self._on_back)
        self.next = button("", self._on_next, role="next")
        self.next.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(translate("window", "A new club")))
        layout.addWidget(self._where)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._wrong)
        layout.addLayout(row(None, self.back, self.next))
        theme.open_at(self, 32, 23)

    def _place(self) -> Form:
        form = Form(columns=2)
        form.add(
            "name",
            translate("window", "Name of the club"),
            self.name,
            translate("window", "For example: CLB Liên thế hệ tự giúp nhau xóm 6"),
            wide=True,
        )
        form.add("hamlet", translate("window", "Hamlet"), self.hamlet)
        form.add("commune", translate("window", "Commune or ward"), self.commune)
        form.add("province", translate("window", "Province"), self.province)
        return form

    def _days(self) -> Form:
        form = Form(columns=2)
        form.add(
            "started_on",
            translate("window", "First day of the book"),
            self.started,
            translate("window", "From this day on everything is recorded here."),
            wide=True,
        )
        form.add("founded_on", translate("window", "Day of founding"), self.founded)
        form.add("founding_decision", translate("window", "Number of the decision"), self.decision)
        return form

    def _rules(self) -> Form:
        form = Form(columns=2)
        form.add("fee_monthly", translate("window", "Monthly fee"), self.fee)
        form.add("loan_rate_bp", translate("window", "Interest a month, in %"), self.rate)
        form.add("loan_method", translate("window", "Way of repaying"), self.method)
        form.add("loan_term_months", translate("window", "Months to repay"), self.term)
        return form

    def _people(self) -> Form:
        form = Form(columns=2)
        for role, field in self.board.items():
            form.add(role, role_label(role), field)
        return form

    def _money(self) -> Form:
        form = Form()
        form.add("cash", translate("window", "Cash in the box on the first day"), self.cash)
        form.add("bank", translate("window", "Money at the bank on the first day"), self.bank)
        return form

    def _go(self, step: int) -> None:
        self._step = step
        self._pages.setCurrentIndex(step)
        self._where.setText(_headings()[step])
        last = step == _READ_BACK
        self.next.setText(
            translate("window", "Make the book") if last else translate("window", "Next")
        )
        self.back.setVisible(step > 0)
        self._wrong.say("")
        if last:
            self.next.setFocus()
        else:
            (self.name, self.started, self.fee.field, self.board["chair"], self.cash.field)[
                step
            ].setFocus()

    def _on_back(self) -> None:
        self._go(self._step - 1)

    def _on_next(self) -> None:
        form = self._forms[min(self._step, _READ_BACK - 1)]
        form.forgive()
        try:
            club = self.read()
            presenter.check_place(club)
            path = presenter.path_for(club.name)
            if self._step == _READ_BACK:
                self.path = presenter.found(path, club)
                self.accept()
                return
        except InvalidError as error:
            others = form.accuse(error)
            self._wrong.say("\n".join(sentence(problem) for problem in others), "late")
            return
        except AppError as error:
            self._wrong.say(sentence(error), "late")
            return
        self.read_back.setText("\n".join(presenter.read_back(club, path)))
        self._go(self._step + 1)
        if self._step == _READ_BACK and (doubt := presenter.place_doubt(path)):
            self._wrong.say(sentence(doubt), "watch")

    def read(self) -> NewClub:
        """What the fields hold; raises InvalidError for what can't be read."""
        problems: list[Problem] = []
        fee = _tried(self.fee.amount, "fee_monthly", problems) or 0
        cash = _tried(self.cash.amount, "cash", problems) or 0
        bank = _tried(self.bank.amount, "bank", problems) or 0
        founded = _tried(self.founded.day, "founded_on", problems)
        day = _tried(self.started.day, "started_on", problems)
        rate = typed_rate(self.rate.text())
        if rate is None:
            problems.append(Problem("number.unreadable", field="loan_rate_bp"))
        if not self.term.text().isdecimal():
            problems.append(Problem("number.unreadable", field="loan_term_months"))
        if problems:
            raise InvalidError(problems)
        return NewClub(
            name=self.name.text(),
            started_on=day,
            hamlet=self.hamlet.text(),
            commune=self.commune.text(),
            province=self.province.text(),
            rules={
                "fee_monthly": str(fee),
                "loan_rate_bp": str(rate),
                "loan_method": self.method.currentData(),
                "loan_term_months": self.term.text(),
            },
            board={role: field.text() for role, field in self.board.items()},
            cash=cash,
            bank=bank,
            founded_on=founded,
            decision=self.decision.text(),
        )


def _headings() -> tuple[str, ...]:
    return (
        translate("window", "Step 1 of 5: name and place. Everything can be changed later."),
        translate("window", "Step 2 of 5: since when. The founding can be filled in later."),
        translate("window", "Step 3 of 5: its rules. Each can be changed from a day on."),
        translate("window", "Step 4 of 5: its board. Other members are added afterwards."),
        translate("window", "Step 5 of 5: what is there on the first day, as the paper says."),
        translate(
            "window", "Read it through once more. “One step back” leads to what is to be mended."
        ),
    )


def _tried(read, name: str, problems: list[Problem]):  # type: ignore[no-untyped-def]
    try:
        return read()
    except AppError as error:
        problems.append(Problem(error.code, error.params, name))
        return None
