"""People to be ticked one by one, with a click, the space bar or Enter."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.domain.members import Member
from app.ui import theme
from app.ui.wording import person

_CODE = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Members; nobody is ticked at first."""

    def __init__(self, name: str, people: Iterable[Member]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumHeight(theme.scaled(9))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        for member in people:
            item = QListWidgetItem(person(member))
            item.setData(_CODE, member.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        self.itemActivated.connect(_turn)

    def chosen(self) -> tuple[str, ...]:
        """The codes of those who are ticked."""
        items = [self.item(number) for number in range(self.count())]
        return tuple(i.data(_CODE) for i in items if i.checkState() is Qt.CheckState.Checked)

    def tick_all(self) -> None:
        """Tick everybody."""
        for number in range(self.count()):
            self.item(number).setCheckState(Qt.CheckState.Checked)


def _turn(item: QListWidgetItem) -> None:
    ticked = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
