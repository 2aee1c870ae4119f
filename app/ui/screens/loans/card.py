"""One loan on a page: terms, how it stands, its plan, and what a meeting may decide about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base import clock
from app.base.errors import AppError
from app.base.text import translate
from app.domain.labels import method_label
from app.domain.loan_book import LoanLine
from app.domain.money import format_bp, format_dong
from app.domain.periods import format_day
from app.services.printing import PaperRequest
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screens.loans.dialogs import WriteOffDialog
from app.ui.screens.loans.extend_dialog import ExtendDialog
from app.ui.screens.loans.pay_dialogs import PayDialog
from app.ui.screens.loans.presenter import LoansPresenter, extension_words, state_words
from app.ui.widgets.basics import GAP, Tile, button, label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.page_dialog import PageDialog
from app.ui.widgets.plan_table import PlanTable


class LoanDialog(PageDialog):
    """A loan as of today; closes itself once something was decided about it."""

    def __init__(
        self, presenter: LoansPresenter, context: Context, line: LoanLine, parent: QWidget | None
    ) -> None:
        super().__init__(f"{line.loan} · {line.name}", parent)
        self._presenter, self._context, self._line = presenter, context, line
        self.plan = PlanTable()
        self.plan.show_plan(presenter.schedule(line.loan))
        extensions = label(extension_words(presenter.extensions(line.loan)), "watch")
        extensions.setVisible(bool(extensions.text()))
        terms = label(_terms(line), "soft")
        self.show_parts(terms, extensions, self._tiles(), self._pay_off(), self.plan)
        self._offer_acts()

    def _tiles(self) -> FlowLayout:
        line = self._line
        return FlowLayout(
            Tile(translate("window", "Outstanding"), format_dong(line.outstanding)),
            Tile(
                translate("window", "Overdue"),
                format_dong(line.overdue_principal),
                state_words(line),
                "late" if line.overdue_principal else "good",
            ),
            gap=GAP,
            even=True,
        )

    def _pay_off(self) -> FlowLayout:
        """What ends the loan on any day; today's first."""
        name = translate("window", "To end it on")
        self.day = DateEdit(name, clock.today())
        self.day.setMaximumWidth(theme.scaled(8))
        self.ends = label("", "strong", wrap=False)
        self.day.textChanged.connect(self._on_day)
        self._on_day()
        return FlowLayout(label(name, wrap=False), self.day, self.ends)

    def _on_day(self) -> None:
        try:
            day = self.day.day()
        except AppError:
            day = None
        self.ends.setText(self._presenter.pay_off_words(self._line.loan, day))
        self.ends.updateGeometry()

    def _offer_acts(self) -> None:
        self.extend = button(translate("window", "Extend…"), self._on_extend, icon="calendar")
        self.write_off = button(
            translate("window", "Write off…"), self._on_write_off, icon="circle-x"
        )
        self.pay = button(
            translate("window", "Take in a payment…"), self._on_pay, icon="hand-coins"
        )
        for made in (self.pay, self.extend, self.write_off):
            made.setEnabled(not self._context.read_only)
        show = button(translate("window", "Schedule on paper…"), self._on_print, icon="printer")
        done = button(translate("window", "Done"), self.reject, role="next")
        acts = (self.pay, self.extend, self.write_off, show)
        self.offer(*acts, out=done, wide=40, tall=32)

    def _on_pay(self) -> None:
        if PayDialog(self._presenter, self._line, self).exec():
            self.accept()

    def _on_extend(self) -> None:
        if ExtendDialog(self._presenter, self._line, self).exec():
            self.accept()

    def _on_write_off(self) -> None:
        if WriteOffDialog(self._presenter, self._line, self).exec():
            self.accept()

    def _on_print(self) -> None:
        papers.show(self._context, PaperRequest("loan-schedule", loan=self._line.loan), self)


def _terms(line: LoanLine) -> str:
    words = translate(
        "window", "{amount} given on {day} for {months} months, {rate} a month, {method}"
    ).format(
        amount=format_dong(line.principal),
        day=format_day(line.on),
        months=line.term_months,
        rate=format_bp(line.rate_bp),
        method=method_label(line.method),
    )
    return " · ".join(part for part in (words, line.purpose) if part)
