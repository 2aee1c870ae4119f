"""The first thing anybody sees: seven ways to begin, and the books opened before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from app.base.errors import InvalidError
from app.base.paths import documents_dir
from app.base.text import translate, used_language
from app.ui import theme
from app.ui.screen import Page, fill
from app.ui.screens.welcome import copies, presenter
from app.ui.screens.welcome.dialogs import NewRegisterDialog, WrongCellsDialog
from app.ui.screens.welcome.going_live_dialog import GoingLiveDialog
from app.ui.screens.welcome.new_club import NewClubDialog
from app.ui.screens.welcome.server_dialog import ServerDialog
from app.ui.widgets.basics import GAP, button, hairline, label, row, section
from app.ui.widgets.question import Choice, Question
from app.ui.workers import Working


class WelcomeScreen(QWidget):
    """``opened`` carries the path of a book or register to show, ``server_opened`` a register that
    answers on a server, and its address without password."""

    opened = Signal(str)
    server_opened = Signal(object, str)
    language_chosen = Signal(str)

    def __init__(self, known: tuple[Path, ...], server: str = "") -> None:
        super().__init__()
        self._server = server
        there = [path for path in known if path.exists()]
        self._known_books = tuple(p for p in there if p.suffix == presenter.BOOK_ENDING)
        self.practice = self._choice(
            translate("window", "Try it with the practice book"), self._on_practice, "circle-help"
        )
        self.own_practice = self._choice(
            translate("window", "Practise on a copy of your book…"), self._on_own_practice, "copy"
        )
        self.new = self._choice(translate("window", "A new club…"), self._on_new, "plus")
        self.paper = self._choice(
            translate("window", "Bring in a paper book or Excel…"), self._on_paper, "upload"
        )
        self.open = self._choice(translate("window", "Open a book…"), self._on_open, "folder-open")
        self.back = self._choice(
            translate("window", "Bring a book back from a back-up…"), self._on_back, "undo"
        )
        self.register = self._choice(
            translate("window", "Women's Union: a register…"), self._on_register, "landmark"
        )
        page = Page()
        page.column.setContentsMargins(48, 32, 48, 32)
        page.column.addLayout(self._top())
        page.column.addWidget(
            label(
                translate(
                    "window",
                    "Members, meetings, funds and loans of the club, in one book on this computer.",
                ),
                "soft",
            )
        )
        page.column.addSpacing(8)
        page.column.addWidget(self._ways())
        self._add_known(page, there)
        page.column.addStretch(1)
        fill(self, page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.practice.setFocus()

    def _top(self) -> QHBoxLayout:
        other = "en" if used_language() == "vi" else "vi"
        change = button(
            {"en": "English", "vi": "Tiếng Việt"}[other],
            lambda: self.language_chosen.emit(other),
            role="plain",
        )
        name = label(translate("window", "The book of the self-help club"), "title", wrap=False)
        return row(name, None, change)

    def _ways(self) -> QWidget:
        ways = QWidget()
        grid = QGridLayout(ways)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        explained = (
            (self.practice, translate(
                "window", "A made-up club with two years behind it. Nothing here can break.")),
            (self.own_practice, translate(
                "window", "Your own figures to try things with. Your book stays as it is.")),
            (self.new, translate("window", "Name, days, rules, board, money: five short steps.")),
            (self.paper, translate(
                "window", "Take over members, loans and entries; wrong cells are listed.")),
            (self.open, translate(
                "window", "A book that lies on this computer or on a USB stick.")),
            (self.back, translate(
                "window", "Says first what would be lost, and keeps the file it replaces.")),
            (self.register, translate(
                "window", "Take in what clubs send, and report on all of them.")),
        )  # fmt: skip
        for place, (way, words) in enumerate(explained):
            grid.addWidget(way, place, 0)
            grid.addWidget(label(words, "soft"), place, 1, Qt.AlignmentFlag.AlignVCenter)
        return ways

    def _add_known(self, page: Page, there: list[Path]) -> None:
        if not there:
            return
        page.column.addSpacing(8)
        page.column.addWidget(section(translate("window", "Opened before")))
        page.column.addWidget(hairline())
        for path in there[:4]:
            page.column.addWidget(self._known(path))

    def _known(self, path: Path) -> QWidget:
        line = QWidget()
        open_it = button(path.stem, lambda: self.opened.emit(str(path)), icon="book-open")
        line.setLayout(row(open_it, label(str(path.parent), "small"), None))
        return line

    def _choice(self, text: str, act, icon: str):  # type: ignore[no-untyped-def]
        made = button(text, act, icon=icon, role="choice")
        made.setMinimumWidth(theme.scaled(17))
        return made

    def _on_practice(self) -> None:
        path = presenter.practice_path()
        Working(
            translate("window", "Making the practice book"),
            lambda _report: presenter.make_practice(path),
            self.window(),
        ).run()
        self.opened.emit(str(path))

    def _on_own_practice(self) -> None:
        made = copies.practise(self._known_books, self.window())
        if made is not None:
            self.opened.emit(str(made))

    def _on_back(self) -> None:
        book = copies.bring_back(self.window())
        if book is not None:
            self.opened.emit(str(book))

    def _on_new(self) -> None:
        dialog = NewClubDialog(self.window())
        if dialog.exec() and dialog.path is not None:
            self.opened.emit(str(dialog.path))

    def _on_paper(self) -> None:
        source = self._ask_source()
        if source is None:
            return
        path = presenter.path_for(source.stem)
        try:
            summary = Working(
                translate("window", "Reading the paper book"),
                lambda _report: presenter.look_in(path, source),
                self.window(),
            ).run()
        except InvalidError as error:
            WrongCellsDialog(source, presenter.wrong_cells(error), self.window()).exec()
            return
        if not GoingLiveDialog(summary, self.window()).exec():
            return
        Working(
            translate("window", "Making the book"),
            lambda _report: presenter.bring_in(path, source),
            self.window(),
        ).run()
        self.opened.emit(str(path))

    def _ask_source(self) -> Path | None:
        """A workbook or a folder; None when the user thought better of it."""
        what = Question(
            translate("window", "Where is the paper book?"),
            translate(
                "window",
                "One Excel file with the sheets club, members, loans, meetings, attendance and "
                "entries, or a folder with a CSV file for each.",
            ),
            [
                Choice("file", translate("window", "An Excel file…"), "next", "file-spreadsheet"),
                Choice("folder", translate("window", "A folder…"), icon="folder-open"),
                Choice("empty", translate("window", "An empty table to fill in…"), icon="save"),
                Choice("", translate("window", "Back")),
            ],
            self.window(),
        ).answer()
        chosen = ""
        if what == "file":
            chosen, _ = QFileDialog.getOpenFileName(
                self,
                translate("window", "The Excel file"),
                str(documents_dir()),
                translate("window", "Tables (*.xlsx *.xls *.ods)"),
            )
        elif what == "empty":
            self._on_empty_table()
        elif what == "folder":
            chosen = QFileDialog.getExistingDirectory(
                self, translate("window", "The folder"), str(documents_dir())
            )
        return Path(chosen) if chosen else None

    def _on_empty_table(self) -> None:
        """Save the table that a board fills in from its paper book."""
        name = translate("window", "paper-book")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("window", "Save the empty table"),
            str(documents_dir() / f"{name}{presenter.TABLE_ENDING}"),
            translate("window", "Tables (*.xlsx)"),
        )
        if not chosen:
            return
        out = presenter.write_empty_table(Path(chosen))
        Question(
            translate("window", "The empty table is ready"),
            translate(
                "window",
                "{name} has the sheets for the club, its members, open loans and what is carried "
                "over. Fill it in from the paper book, then bring it in here.",
            ).format(name=out.name),
            [Choice("", translate("window", "Good"), "next")],
            self.window(),
        ).answer()

    def _on_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("window", "Open a book"),
            str(documents_dir()),
            translate("window", "Books and registers (*.soclb *.soclu);;All files (*)"),
        )
        if chosen:
            self.opened.emit(chosen)

    def _on_register(self) -> None:
        what = register_question(self.window()).answer()
        if what == "new":
            dialog = NewRegisterDialog(self.window())
            if dialog.exec() and dialog.path is not None:
                self.opened.emit(str(dialog.path))
        elif what == "open":
            self._on_open()
        elif what == "server":
            server = ServerDialog(self._server, self.window())
            if server.exec() and server.opened is not None:
                self.server_opened.emit(server.opened, server.address)
            server.deleteLater()


def register_question(parent: QWidget | None) -> Question:
    """Which register the officer wants."""
    return Question(
        translate("window", "A register of the Women's Union"),
        translate(
            "window",
            "A register gathers what many clubs send. It lies in a file on this computer, or on a "
            "server that several offices share.",
        ),
        [
            Choice("new", translate("window", "A new one on this computer…"), "next", "plus"),
            Choice("open", translate("window", "One from before…"), icon="folder-open"),
            Choice("server", translate("window", "One on a server…"), icon="landmark"),
            Choice("", translate("window", "Back")),
        ],
        parent,
    )
