"""The page of one club: its year in boxes, a month in words, its fund as a line, its files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.base.paths import documents_dir
from app.base.text import translate
from app.domain.money import format_dong
from app.domain.periods import Month, format_day
from app.domain.union_labels import box_label
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Page
from app.ui.screens.union import card
from app.ui.screens.union.card import CardPresenter
from app.ui.screens.union.particulars import head_facts
from app.ui.screens.union.particulars_dialog import ParticularsDialog
from app.ui.widgets.basics import (
    EDGE,
    GAP,
    Notice,
    button,
    hairline,
    label,
    row,
    section,
    title,
)
from app.ui.widgets.charts import Box, LineChart, YearBoxes
from app.ui.widgets.fact_list import FactList
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field
from app.ui.widgets.scope_bar import named
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.widgets.whole_table import WholeTable
from app.ui.wording import day_or_dash


class ClubCardDialog(QDialog):
    """``wanted`` is the screen the user went on to, and what it should show."""

    def __init__(self, context: Context, club: str, month: Month, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self.presenter = CardPresenter(context, club, month)
        self.wanted: tuple[str, object] | None = None
        self.setWindowTitle(self.presenter.card.name)
        years = [(str(year), str(year)) for year in self.presenter.years()]
        self.year = choice_field(years, str(self.presenter.month.year))
        self.year.setAccessibleName(translate("window", "Year"))
        self.boxes = YearBoxes()
        self._year_words = label("", "small")
        self._story = FactList(translate("window", "The month in words"))
        self._line = LineChart()
        self._told = Notice("", "good")
        self._lay_out(read_only=context.read_only)
        self.year.currentIndexChanged.connect(self._on_year)
        self.boxes.chosen.connect(self._on_box)
        self._on_year()
        self.show_month(self.presenter.month)
        theme.open_at(self, 54, 40)

    def _lay_out(self, *, read_only: bool) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(self.presenter.card.name))
        self._head = FactList(translate("window", "Who the club is"))
        self._head.fill(head_facts(self.presenter.record))
        column.addWidget(self._head)
        column.addLayout(row(named(translate("window", "Year"), self.year), None))
        column.addWidget(self.boxes)
        column.addWidget(self._year_words)
        column.addWidget(self._story)
        column.addWidget(section(translate("window", "The whole fund over 24 months")))
        column.addWidget(hairline())
        self._line.setFixedHeight(theme.scaled(5))
        self._line.fill(self.presenter.line(), translate("window", "The whole fund over 24 months"))
        column.addWidget(self._line)
        self._add_lists(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addWidget(self._told)
        foot = self._foot(read_only=read_only)
        layout.addLayout(foot)

    def _foot(self, *, read_only: bool) -> FlowLayout:
        back = button(translate("window", "Back"), self.reject)
        self.write = button(
            translate("window", "What the union keeps…"), self._on_write, icon="pen-line"
        )
        self.receipt = button(
            translate("window", "Receipt for this club…"), self._on_receipt, icon="circle-check"
        )
        self.visit = button(
            translate("window", "Plan a visit…"), self._on_visit, role="next", icon="calendar"
        )
        self.visit.setEnabled(not read_only and bool(self.presenter.card.months))
        foot = FlowLayout(back, self.write, self.receipt, self.visit)
        foot.setContentsMargins(EDGE, 8, EDGE, GAP)
        return foot

    def _add_lists(self, page: Page) -> None:
        column = page.column
        if self.presenter.card.borrowers:
            column.addWidget(section(translate("window", "Open loans, as last sent")))
            column.addWidget(hairline())
            column.addWidget(_borrowers(self.presenter))
        column.addWidget(section(translate("window", "Files that came")))
        column.addWidget(hairline())
        self.files = _files(self.presenter)
        column.addWidget(self.files)

    def show_month(self, month: Month) -> None:
        """Say in words what the club told of a month."""
        self._story.fill(card.month_facts(month, self.presenter.story(month)))

    def hand_back(self, folder: Path) -> None:
        """Write the club's receipt into ``folder`` and say so; raises AppError."""
        written = self.presenter.write_receipt(folder)
        words = (
            translate("window", "Made: {file}. Give it to the club.").format(file=written[0].name)
            if written
            else translate(
                "window", "No receipt while its files contradict each other. Choose first."
            )
        )
        self._told.say(words, "good" if written else "watch")

    def _on_year(self) -> None:
        found = self.presenter.boxes(int(self.year.currentData()))
        boxes = [
            Box(m.number, card.BOX_SIGNS[b], box_label(b.value), card.BOX_TONES.get(b, "soft"))
            for m, b in found
        ]
        self.boxes.fill(boxes, translate("window", "Meetings of the year"))
        self._year_words.setText(card.year_words(found))

    def _on_box(self, number: int) -> None:
        self.show_month(Month(int(self.year.currentData()), number))

    def _on_write(self) -> None:
        """What the officer writes of the club; its page says it at once."""
        dialog = ParticularsDialog(self._context, self.presenter.card.uuid, self)
        dialog.exec()
        self._head.fill(head_facts(dialog.presenter.record()))
        dialog.deleteLater()

    def _on_receipt(self) -> None:
        words = translate("window", "Where should the receipts go?")
        chosen = QFileDialog.getExistingDirectory(self, words, str(documents_dir()))
        if chosen:
            self.hand_back(Path(chosen))

    def _on_visit(self) -> None:
        self.wanted = ("visits", self.presenter.card.uuid)
        self.accept()


def _files(presenter: CardPresenter) -> TableView:
    made = WholeTable(
        TableModel(
            [
                Column(translate("window", "No."), lambda b: str(b.sequence), number=True),
                Column(
                    translate("window", "Up to"), lambda b: f"{b.month.number:02d}/{b.month.year}"
                ),
                Column(translate("window", "State"), card.bundle_state, tone=card.bundle_tone),
                Column(translate("window", "What it tells"), card.level_words),
                Column(translate("window", "Made on"), lambda b: day_or_dash(b.made_on)),
                Column(translate("window", "Received"), lambda b: format_day(b.received_on)),
                Column(translate("window", "File"), lambda b: b.file_name),
            ]
        ),
        name=translate("window", "Files that came"),
        stretch=6,
    )
    made.table().fill(presenter.card.bundles)
    return made


def _borrowers(presenter: CardPresenter) -> TableView:
    def amount(head: str, name: str) -> Column:
        return Column(head, lambda line: format_dong(getattr(line, name)), number=True)

    made = WholeTable(
        TableModel(
            [
                Column(translate("window", "Borrower"), lambda line: line.name),
                Column(translate("window", "Hamlet"), lambda line: line.hamlet),
                amount(translate("window", "Lent"), "amount"),
                amount(translate("window", "Outstanding"), "outstanding"),
                Column(translate("window", "Behind"), card.late_words, tone=lambda _l: "late"),
            ]
        ),
        name=translate("window", "Open loans, as last sent"),
        stretch=0,
    )
    made.table().fill(presenter.card.borrowers)
    return made
