"""Wrong cells of a paper book, shown where they stand in the sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.screens.welcome import presenter
from app.ui.screens.welcome.dialogs import WrongCellsDialog
from app.ui.screens.welcome.presenter import WrongCell


def _folder(tmp_path: Path) -> Path:
    rows = ["on,kind,amount", *(f"2026-01-{day:02d},donation,{day}000" for day in range(1, 10))]
    rows[5] = "2026-01-05,donation,5000.5"
    (tmp_path / "entries.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def test_the_rows_around_a_wrong_cell_are_found(tmp_path: Path) -> None:
    cell = WrongCell("entries.csv", "6", "amount", "")
    rows = presenter.rows_around(_folder(tmp_path), cell)
    assert [number for number, _cells in rows] == [1, 4, 5, 6, 7, 8]
    assert presenter.rows_around(tmp_path, WrongCell("loans.csv", "2", "on", "")) == []


def test_the_wrong_cell_is_marked_beside_the_list(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    cells = [WrongCell("entries.csv", "6", "amount", "?"), WrongCell("", "", "", "?")]
    dialog = WrongCellsDialog(_folder(tmp_path), cells, None)
    qtbot.addWidget(dialog)
    dialog.show()
    marked = dialog.sheet.item(2, 2)
    assert marked is not None
    assert marked.text() == "✗ 5000.5"
    assert dialog.sheet.verticalHeaderItem(2).text() == "6"
    dialog.list.selectRow(1)
    assert not dialog.sheet.isVisible()
