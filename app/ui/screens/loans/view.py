"""The open loans, by lateness as a bar and one by one; each with its card."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.base import clock
from app.base.text import name_sort_key, translate
from app.domain.labels import ageing_label
from app.domain.loan_book import LoanLine
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.services import loans
from app.services.finding import Found
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.loans.card import LoanDialog
from app.ui.screens.loans.presenter import (
    ALL,
    DUE,
    LATE,
    LoansPresenter,
    book_words,
    state_words,
)
from app.ui.screens.loans.waiting import WaitingDialog
from app.ui.screens.loans.written_off import WrittenOffDialog
from app.ui.widgets.basics import button, label, title
from app.ui.widgets.charts import Part, StackedBar
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import day_or_dash

_TONES = {"current": "good", "1-30": "watch", "31-60": "watch"}


class LoansScreen(Screen):
    """What is lent. New loans are given at a meeting."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = LoansPresenter(context)
        self._words = label("", "soft")
        self._bar = StackedBar()
        self._legend = label("", "small")
        self.which = choice_field(
            [
                (ALL, translate("window", "All open loans")),
                (LATE, translate("window", "Late")),
                (DUE, translate("window", "Due this month")),
            ]
        )
        self.which.setAccessibleName(translate("window", "Which loans"))
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Loans"),
            empty=translate("window", "No loan here. A loan is given at a meeting, in step 3."),
            stretch=1,
        )
        show = button(
            translate("window", "Loan book on paper…"),
            lambda: papers.show(context, PaperRequest("loan-book"), self.window()),
            icon="printer",
        )
        self.queue = button("", self._on_queue, icon="clock")
        self.given_up = button("", self._on_given_up, role="plain")
        page = Page()
        page.column.addWidget(title(translate("window", "Loans")))
        page.column.addWidget(self._words)
        page.column.addWidget(self._bar)
        page.column.addWidget(self._legend)
        page.column.addLayout(FlowLayout(self.which, self.queue, show, self.given_up))
        page.column.addWidget(self.list, 1)
        fill(self, page)
        self.which.currentIndexChanged.connect(self.reload)
        self.list.opened.connect(self._on_opened)

    def open_at(self, about: object) -> None:
        if isinstance(about, Found):
            QTimer.singleShot(0, self, lambda: self._open_code(about.key))
        if about in (LATE, DUE):
            self.which.setCurrentIndex(self.which.findData(about))

    def _open_code(self, code: str) -> None:
        """The card of a loan, also of one that is paid back."""
        for line in self.context.ask(loans.lines, on=clock.today(), codes=[code]):
            self._on_opened(line)

    def reload(self) -> None:
        book = self.presenter.book()
        self._words.setText(book_words(book))
        parts = [
            Part(ageing_label(code), amount, _TONES.get(code, "late"))
            for code, amount in book.ageing.items()
        ]
        self._bar.fill(parts, translate("window", "Loans by lateness"))
        said = [f"{part.word}: {format_dong(part.amount)}" for part in parts if part.amount]
        self._legend.setText(" · ".join(said))
        self.list.table().fill(self.presenter.chosen(book, self.which.currentData()))

        words = translate("window", "Who waits for a loan ({count})…")
        self.queue.setText(words.format(count=len(self.presenter.waiting())))
        self.queue.setAccessibleName(self.queue.text())
        count = len(self.presenter.written_off())
        words = translate("window", "Loans written off ({count})…").format(count=count)
        self.given_up.setText(words)
        self.given_up.setAccessibleName(words)
        self.given_up.setVisible(bool(count))

    def begin(self) -> None:
        self.list.setFocus()

    def _on_queue(self) -> None:
        WaitingDialog(self.presenter, self.context, self).exec()

    def _on_given_up(self) -> None:
        WrittenOffDialog(self.presenter, self.context, self).exec()

    def _on_opened(self, line: object) -> None:
        if isinstance(line, LoanLine):
            LoanDialog(self.presenter, self.context, line, self).exec()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Loan"), lambda line: line.loan),
        Column(
            translate("window", "Member"),
            lambda line: line.name,
            key=lambda line: name_sort_key(line.name),
        ),
        Column(
            translate("window", "Given"), lambda line: format_day(line.on), key=lambda line: line.on
        ),
        _amount(translate("window", "Outstanding"), "outstanding"),
        Column(
            translate("window", "Next payment"),
            lambda line: day_or_dash(line.next_due),
            key=lambda line: str(line.next_due or ""),
        ),
        _amount(translate("window", "To pay"), "next_amount"),
        Column(
            translate("window", "State"),
            state_words,
            key=lambda line: line.days_overdue,
            tone=lambda line: "late" if line.overdue_principal else "good",
        ),
    ]


def _amount(head: str, name: str) -> Column:
    return Column(
        head,
        lambda line: format_dong(getattr(line, name)),
        key=lambda line: getattr(line, name),
        number=True,
    )
