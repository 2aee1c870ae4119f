"""The union officer's screen: clubs, who has reported, and one button to take files in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.base.paths import documents_dir
from app.base.text import name_sort_key, translate
from app.domain.money import format_dong
from app.services.register import ImportLine
from app.ui import theme
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.union.presenter import (
    UnionPresenter,
    amount,
    figure,
    figures_words,
    outcome_words,
    state_words,
    why_words,
)
from app.ui.widgets.basics import EDGE, GAP, Notice, Tile, button, clear, label, row, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import month_words
from app.ui.workers import Working

ENDING = ".clbz"


class UnionScreen(Screen):
    """All clubs of the area as of the newest month."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = UnionPresenter(context, context.source)
        self._words = label("", "soft")
        self._disputed = Notice("", "late")
        self._tiles = FlowLayout(gap=GAP, even=True)
        self.take = button(
            translate("window", "Take files of clubs in…"),
            self._on_take,
            role="next",
            icon="download",
        )
        self.paper = button(translate("window", "Report on paper…"), self._on_paper, icon="printer")
        self.key = button(translate("window", "Key for the clubs…"), self._on_key, icon="key-round")
        self.receipts = button(
            translate("window", "Receipts for the clubs…"), self._on_receipts, icon="circle-check"
        )
        self.up = button(translate("window", "For the union above…"), self._on_up, icon="send")
        self._done = Notice("", "good")
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Clubs"),
            empty=translate(
                "window", "Clubs stand here once their files are taken in with the button above."
            ),
            stretch=0,
        )
        page = Page()
        page.column.addWidget(title(translate("window", "Clubs of the area")))
        page.column.addWidget(self._words)
        page.column.addWidget(self._disputed)
        page.column.addLayout(self._tiles)
        page.column.addLayout(FlowLayout(self.take, self.receipts, self.paper, self.up, self.key))
        page.column.addWidget(self._done)
        page.column.addWidget(self.list, 1)
        fill(self, page)

    def reload(self) -> None:
        report = self.presenter.report(None)
        self.list.table().fill(report.rows)
        self._words.setText(figures_words(report) if report.clubs else "")
        names = ", ".join(report.disputed)
        words = translate("window", "These clubs sent files that contradict each other: {names}")
        self._disputed.say(words.format(names=names) if names else "", "late")
        clear(self._tiles)
        known = report.figures
        for name, value in (
            (translate("window", "Fund of all clubs"), known.fund_total),
            (translate("window", "Outstanding"), known.loans_outstanding),
            (translate("window", "Savings"), known.savings),
        ):
            tile = Tile(name, format_dong(value))
            tile.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 20)
            self._tiles.addWidget(tile)
        for made in (self.paper, self.receipts, self.up):
            made.setEnabled(bool(report.clubs))

    def begin(self) -> None:
        self.take.setFocus()

    def take_in(self, paths: list[Path]) -> tuple[ImportLine, ...]:
        """Take files in with progress, and show what became of each."""
        lines: tuple[ImportLine, ...] = Working(
            translate("window", "Taking the files in"),
            lambda report: self.presenter.take_in(paths, report),
            self.window(),
        ).run()
        self.reload()
        return lines

    def _on_take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            translate("window", "Files the clubs sent"),
            str(documents_dir()),
            translate("window", "Files of clubs (*.clbz)"),
        )
        if chosen:
            TakenDialog(self.take_in([Path(name) for name in chosen]), self).exec()

    def hand_back(self, folder: Path) -> tuple[Path, ...]:
        """Write the receipts into ``folder`` and say how many there are; raises AppError."""
        written = self.presenter.write_receipts(folder)
        words = translate(
            "window", "Receipts written into {folder}: {count}. Give each club its own."
        )
        self._done.say(words.format(folder=str(folder), count=len(written)), "good")
        return written

    def send_up(self, out: Path) -> None:
        """Write the bundle of all clubs to ``out`` and say so; raises AppError."""
        month = self.presenter.newest()
        if month is not None:
            made = self.presenter.send_up(month, out)
            words = translate("window", "{file} holds {month} of all clubs, signed.")
            self._done.say(words.format(file=made.name, month=month_words(month)), "good")

    def _on_receipts(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, translate("window", "Where should the receipts go?"), str(documents_dir())
        )
        if chosen:
            self.hand_back(Path(chosen))

    def _on_up(self) -> None:
        month = self.presenter.newest()
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Where should the file go?"),
            str(documents_dir() / f"union-{month}{ENDING}"),
            translate("window", "File for the union (*.clbz)"),
        )
        if chosen:
            out = Path(chosen)
            self.send_up(out if out.suffix == ENDING else out.with_name(out.name + ENDING))

    def _on_paper(self) -> None:
        start = documents_dir() / "union-report.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Save the paper"),
            str(start),
            translate("window", "Paper (*.pdf);;Table (*.xlsx)"),
        )
        if chosen:
            out = Path(chosen)
            out.unlink(missing_ok=True)
            self.presenter.write_report(None, out)

    def _on_key(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Where should the key file go?"),
            str(documents_dir() / "union.key"),
        )
        if chosen:
            self.presenter.write_key(Path(chosen))


class TakenDialog(QDialog):
    """What became of each file, with the reason of each refusal."""

    def __init__(self, lines: tuple[ImportLine, ...], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("window", "What came in"))
        rows = TableView(
            TableModel(
                [
                    Column(translate("window", "File"), lambda line: line.file),
                    Column(translate("window", "Club"), lambda line: line.club),
                    Column(
                        translate("window", "Outcome"),
                        outcome_words,
                        tone=lambda line: "good" if line.accepted else "late",
                    ),
                    Column(translate("window", "Why, or the club's sign"), why_words),
                ]
            ),
            name=translate("window", "What came in"),
            stretch=3,
        )
        rows.table().fill(lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(translate("window", "What came in")))
        layout.addWidget(rows, 1)
        layout.addLayout(row(None, button(translate("window", "Good"), self.accept, role="next")))
        theme.open_at(self, 54, 20)


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Club"), lambda x: x.club, key=lambda x: name_sort_key(x.club)),
        Column(translate("window", "Area"), lambda x: x.area.rpartition("/")[2]),
        Column(
            translate("window", "State"),
            state_words,
            tone=lambda x: "good" if x.reporting else "watch",
        ),
        _figure(translate("window", "Members"), "members"),
        _figure(translate("window", "Fund"), "fund_total"),
        _figure(translate("window", "Outstanding"), "loans_outstanding"),
    ]


def _figure(head: str, name: str) -> Column:
    return Column(
        head, lambda line: amount(line, name), key=lambda line: figure(line, name), number=True
    )
