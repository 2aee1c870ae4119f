"""What the meeting's sheet shows of each member, and what typing into a cell of it stores.

What is due and what was paid are two figures: ``paid / due`` until they agree.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.base.errors import AppError
from app.base.text import translate
from app.domain.drafts import COLLECTED, SheetRow
from app.domain.labels import presence_label
from app.domain.money import format_dong
from app.ui import theme
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.wording import person

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_SIGNS = {"present": "✓", "excused": "–", "absent": "×", "represented": "+", "": "?"}
PRESENCE, FIRST_MONEY, TOTAL = 0, 1, 1 + len(COLLECTED)
NOTE = TOTAL + 1
_LEFT = (PRESENCE, NOTE)
"""Columns of words; all others hold money."""


class SheetModel(QAbstractTableModel):
    """Rows are members; ``refused`` carries the AppError of a cell that could not be stored,
    ``paid`` the member's code and the kind of money of one that was."""

    refused = Signal(object)
    stored = Signal()
    paid = Signal(str, str)

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._rows: tuple[SheetRow, ...] = ()

    def fill(self) -> None:
        """Show the meeting as the presenter has it now."""
        rows = self._presenter.draft.rows if self._presenter.draft else ()
        if [row.member for row in rows] != [row.member for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        if rows:
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, place: int) -> SheetRow:
        return self._rows[place]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else NOTE + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() >= FIRST_MONEY:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return words(row, column)
        if column == NOTE and role in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return row.note
        if role == Qt.ItemDataRole.EditRole and FIRST_MONEY <= column <= TOTAL:
            paid = row.total if column == TOTAL else row.paid.get(_kind(column), 0)
            return format_dong(paid) if paid else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.member.full_name}, {self._head(column)}: {words(row, column)}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(_tone(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = column in _LEFT
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Store an amount, or a note; in the column of the sum it is divided over the others."""
        if not index.isValid() or index.column() < FIRST_MONEY:
            return False
        row, kind = self._rows[index.row()], _kind(index.column())
        if index.column() == NOTE:
            self._presenter.note(row, str(value))
            self.fill()
            self.stored.emit()
            return True
        try:
            if kind:
                self._presenter.pay(row, kind, str(value))
            elif self.data(index, Qt.ItemDataRole.EditRole) != value:
                self._presenter.pay_total(row, str(value))
        except AppError as error:
            self.refused.emit(error)
            return False
        self.fill()
        self.stored.emit()
        for touched in (kind,) if kind else COLLECTED:
            self.paid.emit(row.member.code, touched)
        return True

    def kind(self, column: int) -> str:
        """The kind of money of a column; empty for one that holds none."""
        return _kind(column)

    def cycle(self, place: int) -> None:
        """The next mark for the member of a row."""
        self._presenter.cycle(self._rows[place])
        self.fill()
        self.stored.emit()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Horizontal:
                return self._head(section)
            if 0 <= section < len(self._rows):
                return self._name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = orientation is Qt.Orientation.Vertical or section in _LEFT
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _name(self, place: int) -> str:
        """Number and name; the hamlet only where the club has more than one."""
        member = self._rows[place].member
        if len({row.member.hamlet for row in self._rows}) == 1:
            member = replace(member, hamlet="")
        number = str(place + 1).rjust(2, "\N{FIGURE SPACE}")
        return f"{number}.  {person(member)}"

    def _head(self, column: int) -> str:
        return [
            translate("window", "Attendance"),
            translate("window", "Fee"),
            translate("window", "Savings"),
            translate("window", "Interest"),
            translate("window", "Principal"),
            translate("window", "Paid"),
            translate("window", "Note"),
        ][column]


def _kind(column: int) -> str:
    """The kind of money of a column; empty for the sum and the columns of words."""
    return COLLECTED[column - FIRST_MONEY] if FIRST_MONEY <= column < TOTAL else ""


def words(row: SheetRow, column: int) -> str:
    if column == PRESENCE:
        return f"{_SIGNS[row.presence]} {_presence(row.presence)}"
    if column == TOTAL:
        return format_dong(row.total) if row.total else ""
    if column == NOTE:
        return row.note
    kind = COLLECTED[column - FIRST_MONEY]
    paid, due = row.paid.get(kind, 0), row.due.get(kind, 0)
    if paid >= due:
        return format_dong(paid) if paid else ""
    return f"{format_dong(paid)} / {format_dong(due)}"


def _presence(status: str) -> str:
    """Short, so that the notes find room beside the money; Vietnamese leaves the "absent" out."""
    match status:
        case "":
            return translate("window", "not marked")
        case "excused":
            return translate("window", "with leave")
        case _:
            return presence_label(status)


def _tone(row: SheetRow, column: int) -> str:
    if column == PRESENCE:
        return {"present": "good", "represented": "good", "absent": "late", "excused": "watch"}.get(
            row.presence, "soft"
        )
    if column in (TOTAL, NOTE):
        return "text"
    kind = COLLECTED[column - FIRST_MONEY]
    paid, due = row.paid.get(kind, 0), row.due.get(kind, 0)
    if paid >= due:
        return "text"
    return "watch" if paid else "soft"
