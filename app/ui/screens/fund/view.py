"""The fund book as it lies on the table: day, voucher, what, in, out, in the box."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from app.base.text import translate
from app.domain.fund_book import EntryLine
from app.domain.labels import kind_label
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.services.finding import Found
from app.ui import papers
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.fund.count_dialog import CountDialog
from app.ui.screens.fund.dialogs import EntryDialog, TakeBackDialog, TransferDialog
from app.ui.screens.fund.locking import LockingPresenter, locked_words
from app.ui.screens.fund.locking_dialog import LockDialog
from app.ui.screens.fund.presenter import (
    FundPresenter,
    cash_in,
    cash_out,
    list_words,
    state_words,
)
from app.ui.screens.fund.year_end_dialogs import carry_out
from app.ui.widgets.basics import button, label, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.more_work import MoreWork
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class FundScreen(Screen):
    """Entries of a year; new ones, and mistakes made good."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = FundPresenter(context)
        self._wanted = 0
        self._words = label("", "soft")
        years = [(str(year), str(year)) for year in self.presenter.years()]
        self.year = choice_field(years)
        self.year.setAccessibleName(translate("window", "Year"))
        self.search = text_field("", translate("window", "Find in this year"))
        self.search.setAccessibleName(translate("window", "Find in this year"))
        self.search.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 15)
        self.reversed = QCheckBox(translate("window", "Taken-back entries as well"))
        self._make_buttons()
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Entries"),
            empty=translate("window", "No money was moved in this year."),
            stretch=3,
        )
        self._lay_out()
        self.year.currentIndexChanged.connect(self.reload)
        self.reversed.toggled.connect(self.reload)
        self.search.textEdited.connect(self.list.table().seek)
        self.list.selectionModel().currentRowChanged.connect(lambda *_rows: self._on_row())
        self.list.opened.connect(lambda _line: self._on_mend())

    def _make_buttons(self) -> None:
        self.add = button(
            translate("window", "Record money…"), self._on_add, role="next", icon="plus"
        )
        self.mend = button(translate("window", "Correct an entry…"), self._on_mend, icon="undo")
        self.count = button(
            translate("window", "Count the cash…"), self._on_count, icon="hand-coins"
        )
        self.slip = button(translate("window", "The slip…"), self._on_slip, icon="printer")
        self.slip.setEnabled(False)
        self._doing = (self.add, self.mend, self.count)
        for made in self._doing:
            made.setEnabled(not self.context.read_only)
        self.more = MoreWork()
        add = self.more.add
        add(translate("window", "Compare with paper…"), "book-open", self._on_agree)
        for writing in (
            add(translate("window", "Between two funds…"), "coins", self._on_move),
            add(translate("window", "Lock months…"), "lock", self._on_lock),
            add(translate("window", "Year's end…"), "calendar", self._on_year_end),
        ):
            writing.setEnabled(not self.context.read_only)

    def _lay_out(self) -> None:
        page = Page()
        page.column.addWidget(title(translate("window", "Fund book")))
        page.column.addWidget(self._words)
        page.column.addLayout(FlowLayout(*self._doing, self.slip, self.more.button))
        page.column.addLayout(FlowLayout(self.year, self.search, self.reversed))
        page.column.addWidget(self.list, 1)
        fill(self, page)

    def open_at(self, about: object) -> None:
        if isinstance(about, Found) and about.on:
            self.search.clear()
            self.list.table().seek("")
            self.reversed.setChecked(True)
            self.year.setCurrentIndex(self.year.findData(str(about.on.year)))
            self._wanted = int(about.key)

    def reload(self) -> None:
        year = int(self.year.currentData())
        entries = self.presenter.entries(year, reversed_too=self.reversed.isChecked())
        self.list.table().fill(entries)
        self.list.choose(lambda line: line.id == self._wanted)
        balances = self.presenter.balances()
        words = translate("window", "Today: cash {cash} · bank {bank} · savings kept {savings}")
        today = words.format(
            cash=format_dong(balances.cash),
            bank=format_dong(balances.bank),
            savings=format_dong(balances.savings),
        )
        self._words.setText(f"{today} · {locked_words(self.presenter.locked_until())}")

    def told(self) -> str:
        """What stands under the title: today's balances, and up to when the book is locked."""
        return self._words.text()

    def begin(self) -> None:
        self.list.setFocus()

    def _on_add(self) -> None:
        EntryDialog(self.presenter, self).exec()

    def _on_move(self) -> None:
        TransferDialog(self.presenter, self).exec()

    def _on_lock(self) -> None:
        LockDialog(LockingPresenter(self.context), self).exec()

    def _on_year_end(self) -> None:
        carry_out(self.context, self)

    def _on_count(self) -> None:
        CountDialog(self.presenter, self).exec()

    def _on_row(self) -> None:
        line = self.list.current()
        self.slip.setEnabled(isinstance(line, EntryLine) and bool(line.voucher))

    def _on_slip(self) -> None:
        line = self.list.current()
        if isinstance(line, EntryLine) and line.voucher:
            papers.show(self.context, self.presenter.voucher(line), self)

    def _on_agree(self) -> None:
        from app.ui.paper_agreement_dialog import AgreementsDialog

        AgreementsDialog(self.context, self).exec()

    def _on_mend(self) -> None:
        line = self.list.current()
        if isinstance(line, EntryLine) and not self.context.read_only:
            TakeBackDialog(self.presenter, line, self).exec()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Day"), lambda x: format_day(x.on), key=lambda x: x.on),
        Column(translate("window", "Voucher"), lambda x: x.voucher),
        Column(translate("window", "What"), lambda x: kind_label(x.kind)),
        Column(translate("window", "For whom and what"), list_words),
        _amount(translate("window", "In"), cash_in),
        _amount(translate("window", "Out"), cash_out),
        Column(
            translate("window", "In the box"),
            lambda x: format_dong(x.cash_after),
            key=lambda x: x.cash_after,
            number=True,
        ),
        Column(translate("window", "Remark"), state_words, tone=lambda _line: "watch"),
    ]


def _amount(head: str, amount) -> Column:  # type: ignore[no-untyped-def]
    return Column(
        head,
        lambda line: format_dong(amount(line)) if amount(line) else "",
        key=amount,
        number=True,
    )
