"""What the welcome screen asks and tells: wrong cells, a new register."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from app.base.text import translate
from app.ui import theme
from app.ui.screens.welcome import presenter
from app.ui.screens.welcome.presenter import WrongCell
from app.ui.widgets.basics import Notice, button
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import text_field
from app.ui.widgets.page_dialog import PageDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class WrongCellsDialog(PageDialog):
    """Every wrong cell with its place, to be mended in the table; nothing was taken over."""

    def __init__(self, source: Path, cells: list[WrongCell], parent: QWidget | None) -> None:
        super().__init__(translate("window", "Cells to mend"), parent)
        self.list = TableView(
            TableModel(
                [
                    Column(translate("window", "Sheet"), lambda cell: cell.file),
                    Column(translate("window", "Row"), lambda cell: cell.row, number=True),
                    Column(translate("window", "Column"), lambda cell: cell.column),
                    Column(translate("window", "What is wrong"), lambda cell: cell.text),
                ]
            ),
            name=translate("window", "Cells to mend"),
            stretch=3,
        )
        self.list.table().fill(cells)
        self.sheet = SheetPart(source)
        self.list.selectionModel().currentRowChanged.connect(
            lambda *_rows: self.sheet.show_cell(self.list.current())
        )
        words = translate(
            "window",
            "Nothing was taken over. Cells to mend in {name}: {count}. Mend them and bring it in "
            "again.",
        )
        told = Notice(words.format(name=source.name, count=len(cells)), "watch")
        self.show_parts(told, self.list, self.sheet)
        self.list.selectRow(0)
        done = button(translate("window", "Good"), self.accept, role="next")
        self.offer(out=done, wide=46, tall=26)


class SheetPart(QTableWidget):
    """The rows of the sheet around one wrong cell, which is marked."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self._source = source
        self.setAccessibleName(translate("window", "The sheet around the cell"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().setMinimumSectionSize(40)

    def show_cell(self, cell: object) -> None:
        """Show where ``cell`` stands; nothing for what has no row."""
        rows = presenter.rows_around(self._source, cell) if isinstance(cell, WrongCell) else []
        self.clear()
        self.setVisible(bool(rows))
        if not rows or not isinstance(cell, WrongCell):
            return
        header = [name.strip() for name in rows[0][1]]
        self.setColumnCount(len(header))
        self.setHorizontalHeaderLabels(header)
        self.setRowCount(len(rows) - 1)
        self.setVerticalHeaderLabels([str(number) for number, _cells in rows[1:]])
        for place, (number, cells) in enumerate(rows[1:]):
            for column, text in enumerate(cells[: len(header)]):
                wrong = str(number) == cell.row and header[column] == cell.column
                self.setItem(place, column, _item(text, wrong=wrong))
        self.resizeColumnsToContents()
        self.resizeRowsToContents()


def _item(text: str, *, wrong: bool) -> QTableWidgetItem:
    """The wrong one has a sign before it beside its colour."""
    made = QTableWidgetItem(f"✗ {text}" if wrong else text)
    if wrong:
        made.setForeground(theme.colour("late"))
    return made


class NewRegisterDialog(FormDialog):
    """An empty register for the union's officer."""

    def __init__(self, parent: QWidget | None) -> None:
        self.path: Path | None = None
        self.name = text_field("")
        super().__init__(
            translate("window", "A register of the Women's Union"),
            translate("window", "Make the register"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.form.add(
            "name",
            translate("window", "Name of the union"),
            self.name,
            translate("window", "For example: Hội LHPN phường Quan Triều"),
        )
        self.fit()
        self.name.setFocus()

    def _act(self) -> None:
        self.path = presenter.make_register(self.name.text())
