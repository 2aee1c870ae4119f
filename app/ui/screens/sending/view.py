"""Receipts and the key for the clubs, and one file of all clubs for the union above."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.base.paths import documents_dir
from app.base.text import translate
from app.domain.periods import Month
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.sending.presenter import (
    SendingPresenter,
    day_words,
    file_name,
    month_short,
    receipts_words,
    sent_words,
    with_ending,
)
from app.ui.widgets.basics import Notice, button, hairline, label, section, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field
from app.ui.widgets.scope_bar import named
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import capital, month_words


class SendingScreen(Screen):
    """Down to the clubs, up to the level above; what went up is listed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = SendingPresenter(context)
        self._wanted: Month | None = None
        self._to_receipts = False
        self.month = choice_field([])
        self.month.setAccessibleName(translate("window", "Month"))
        self.receipts = button(
            translate("window", "Receipts for the clubs…"), self._on_receipts, icon="circle-check"
        )
        self.key = button(translate("window", "Key for the clubs…"), self._on_key, icon="key-round")
        self.up = button(
            translate("window", "For the union above…"), self._on_up, role="next", icon="send"
        )
        self._told = Notice("", "good")
        self._sign = label("", "small")
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Sent up so far"),
            empty=translate("window", "Nothing went up yet. What you send is listed here."),
            stretch=3,
        )
        self._lay_out()

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(translate("window", "Give out and send up")))
        column.addWidget(self._told)
        column.addWidget(section(translate("window", "For the clubs")))
        column.addWidget(hairline())
        column.addWidget(
            label(
                translate(
                    "window",
                    "A receipt tells a club what arrived. With the key a club can seal its files, "
                    "so that only this register opens them.",
                ),
                "soft",
            )
        )
        column.addLayout(FlowLayout(self.receipts, self.key))
        column.addWidget(self._sign)
        column.addWidget(section(translate("window", "For the union above")))
        column.addWidget(hairline())
        words = translate("window", "Up to the end of")
        column.addLayout(FlowLayout(named(words, self.month), self.up, gap=24))
        column.addWidget(self.list, 1)
        fill(self, page)

    def open_at(self, about: object) -> None:
        """A month to send up, or ``receipts``."""
        self._wanted = about if isinstance(about, Month) else None
        self._to_receipts = about == "receipts"

    def reload(self) -> None:
        chosen = self._wanted or self.month.currentData() or self.presenter.usual_month()
        self.month.clear()
        for month in self.presenter.months():
            self.month.addItem(capital(month_words(month)), str(month))
        self.month.setCurrentIndex(max(0, self.month.findData(str(chosen))))
        self.list.table().fill(self.presenter.sent())
        words = translate("window", "This register's own sign, to compare by telephone: {sign}")
        self._sign.setText(words.format(sign=self.presenter.sign()))
        there = self.month.count() > 0
        self.receipts.setEnabled(there)
        self.up.setEnabled(there and not self.context.read_only)

    def begin(self) -> None:
        (self.receipts if self._to_receipts else self.up).setFocus()

    def hand_back(self, folder: Path) -> tuple[Path, ...]:
        """Write the receipts into ``folder`` and say how many there are; raises AppError."""
        written = self.presenter.write_receipts(folder)
        self._told.say(receipts_words(folder, written), "good" if written else "watch")
        return written

    def send_up(self, out: Path) -> None:
        """Write the bundle of all clubs to ``out`` and say so; raises AppError."""
        month = Month.parse(self.month.currentData())
        made = self.presenter.send_up(month, out)
        self._told.say(sent_words(made, month), "good")
        self.list.table().fill(self.presenter.sent())

    def give_key(self, out: Path) -> None:
        """Write the key file to ``out`` and say so; raises AppError."""
        made = self.presenter.write_key(out)
        words = translate("window", "{file} is for every club: it seals, and opens nothing.")
        self._told.say(words.format(file=made.name), "good")

    def _on_receipts(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, translate("window", "Where should the receipts go?"), str(documents_dir())
        )
        if chosen:
            self.hand_back(Path(chosen))

    def _on_up(self) -> None:
        start = documents_dir() / file_name(Month.parse(self.month.currentData()))
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Where should the file go?"),
            str(start),
            translate("window", "File for the union (*.clbz)"),
        )
        if chosen:
            self.send_up(with_ending(Path(chosen)))

    def _on_key(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Where should the key file go?"),
            str(documents_dir() / "union.key"),
        )
        if chosen:
            self.give_key(Path(chosen))


def _columns() -> list[Column]:
    return [
        Column(translate("window", "No."), lambda line: str(line.sequence), number=True),
        Column(translate("window", "Month"), month_short, key=lambda line: line.month),
        Column(translate("window", "Clubs"), lambda line: str(line.clubs), number=True),
        Column(translate("window", "File"), lambda line: line.file_name),
        Column(translate("window", "Made on"), day_words, key=lambda line: line.made_on),
    ]
