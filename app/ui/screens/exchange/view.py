"""The club and the Women's Union: a month goes out, a receipt comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.base.errors import AppError
from app.base.paths import documents_dir
from app.base.text import translate
from app.domain.periods import Month
from app.services.exporting import LogLine
from app.services.sentences import sentence
from app.ui import papers
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.exchange.new_key_dialog import NewKeyDialog, new_key_words
from app.ui.screens.exchange.presenter import (
    ENDING,
    OTHER_UNION,
    ExchangePresenter,
    day_words,
    levels,
    receipt_words,
    sent_words,
)
from app.ui.widgets.basics import Notice, button, hairline, label, section, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form, choice_field
from app.ui.widgets.question import sure
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import capital, month_words
from app.ui.workers import Working


class ExchangeScreen(Screen):
    """Which month, how much of it, sealed to whom; then one button."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = ExchangePresenter(context)
        self._wanted: Month | None = None
        self._key: Path | None = None
        self.month = choice_field([])
        self.level = choice_field(levels())
        self._form = Form(columns=2)
        self._form.add("month", translate("window", "Up to the end of"), self.month)
        self._form.add("level", translate("window", "What is sent"), self.level)
        self._sealed = label("", "soft")
        self._notice = Notice("")
        self._unsigned = Notice("", "watch")
        self.send = button(
            translate("window", "Make the file for the Women's Union…"),
            self._on_send,
            role="next",
            icon="send",
        )
        self.key = button(translate("window", "Union's key…"), self._on_key, icon="key-round")
        self.receipt = button(
            translate("window", "Take a receipt in…"), self._on_receipt, icon="circle-check"
        )
        self.new_key = button(translate("window", "New key for the club…"), self._on_new_key)
        for made in (self.send, self.receipt, self.new_key):
            made.setEnabled(not context.read_only)
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Sent so far"),
            empty=translate("window", "Nothing was sent yet. What you send is listed here."),
            stretch=3,
        )
        self._fingerprint = label("", "small")
        self._lay_out()
        self.level.currentIndexChanged.connect(self._on_level)

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(translate("window", "Send to the Women's Union")))
        column.addWidget(self._form)
        column.addWidget(self._sealed)
        column.addLayout(FlowLayout(self.send, self.key, self.receipt))
        column.addWidget(self._unsigned)
        column.addWidget(self._notice)
        column.addWidget(section(translate("window", "Sent so far")))
        column.addWidget(hairline())
        column.addWidget(self.list, 1)
        column.addLayout(FlowLayout(self._fingerprint, self.new_key))
        fill(self, page)

    def open_at(self, about: object) -> None:
        self._wanted = about if isinstance(about, Month) else None

    def reload(self) -> None:
        chosen = str(self._wanted or self.month.currentData() or "")
        self.month.clear()
        for month in self.presenter.months():
            self.month.addItem(capital(month_words(month)), str(month))
        self.month.setCurrentIndex(max(0, self.month.findData(chosen)))
        self.list.table().fill(self.presenter.sent())
        self._say_fingerprint()
        self._say_sealed()
        self._on_level()

    def begin(self) -> None:
        self.send.setFocus()

    def make(self, out: Path) -> None:
        """Make the bundle at ``out`` and say so; raises AppError."""
        month = Month.parse(self.month.currentData())
        words = translate("window", "Making the file for the union")
        made = self.presenter.send(
            month,
            out,
            self.level.currentData(),
            self._key,
            beside=lambda act: Working(words, lambda _: act(), self.window(), whole=True).run(),
        )
        self._notice.say(capital(sent_words(made)), "good")
        self.list.table().fill(self.presenter.sent())

    def _on_level(self) -> None:
        """Warn before names leave the club whose owners have not agreed to that."""
        self._unsigned.say(self.presenter.consent_words(self.level.currentData()), "watch")

    def _say_fingerprint(self) -> None:
        words = translate("window", "Your club's sign, to compare on paper: {fingerprint}")
        self._fingerprint.setText(words.format(fingerprint=self.presenter.fingerprint()))

    def _say_sealed(self) -> None:
        self._sealed.setText(
            translate("window", "Sealed: only {name} can open it.").format(name=self._key.stem)
            if self._key
            else translate("window", "Not sealed: whoever has the file can read it.")
        )

    def _on_send(self) -> None:
        month = Month.parse(self.month.currentData())
        start = documents_dir() / self.presenter.file_name(month)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Where should the file go?"),
            str(start),
            translate("window", "File for the union (*.clbz)"),
        )
        if chosen:
            out = Path(chosen)
            self.make(out if out.suffix == ENDING else out.with_name(out.name + ENDING))

    def _on_key(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("window", "The key file the union gave you"), str(documents_dir())
        )
        self._key = Path(chosen) if chosen else None
        self._say_sealed()

    def _on_new_key(self) -> None:
        dialog = NewKeyDialog(self.presenter, self.window())
        if not dialog.exec() or dialog.made is None:
            return
        self._notice.say(new_key_words(dialog.made), "good")
        self._say_fingerprint()
        papers.show(self.context, self.presenter.key_paper(), self.window())

    def _on_receipt(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, translate("window", "The receipt the union sent"), str(documents_dir())
        )
        line = self._receipt_line(Path(chosen)) if chosen else None
        if line is not None:
            words = translate("window", "Number {sequence} was {received}.")
            self._notice.say(
                words.format(sequence=line.sequence, received=receipt_words(line)), "good"
            )
            self.list.table().fill(self.presenter.sent())

    def _receipt_line(self, path: Path) -> LogLine | None:
        """The month that was received; a union with another key is taken only when wanted."""
        try:
            return self.presenter.take_receipt(path)
        except AppError as error:
            if error.code != OTHER_UNION:
                raise
            told = sentence(error)
        if not sure(
            translate("window", "A receipt with another key"),
            told,
            translate("window", "The union has this key now"),
            translate("window", "Back"),
            self,
        ):
            return None
        return self.presenter.take_receipt(path, other_union=True)


def _columns() -> list[Column]:
    return [
        Column(
            translate("window", "No."),
            lambda line: str(line.sequence),
            key=lambda line: line.sequence,
            number=True,
        ),
        Column(
            translate("window", "Month"),
            lambda line: f"{line.month.number:02d}/{line.month.year}",
            key=lambda line: line.month,
        ),
        Column(
            translate("window", "Made on"),
            lambda line: day_words(line.exported_at),
            key=lambda line: line.exported_at,
        ),
        Column(translate("window", "What is sent"), lambda line: dict(levels())[str(line.level)]),
        Column(translate("window", "File"), lambda line: line.file_name),
        Column(
            translate("window", "Receipt"),
            receipt_words,
            tone=lambda line: "good" if line.received_by else "soft",
        ),
    ]
