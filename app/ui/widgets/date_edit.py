"""A day field: typed as people write it (7/11, 07/11/2026), shown as dd/MM/yyyy."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.base import clock
from app.base.errors import AppError
from app.domain.periods import format_day, parse_day
from app.ui.widgets.basics import set_property

_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}))?")


class DateEdit(QLineEdit):
    """``left`` carries the day when the field is left with another one."""

    left = Signal(object)

    def __init__(self, name: str, day: date | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText("17/11/2026")
        self.show_day(day)
        self.editingFinished.connect(self._on_finished)

    def show_day(self, day: date | None) -> None:
        """Show ``day`` as stored; tells nobody."""
        self._stored = day
        self.setText(format_day(day) if day else "")
        set_property(self, "wrong", False)

    def day(self) -> date | None:
        """The typed day, None when empty; without a year it is this year's. Raises BadDayError."""
        text = self.text().strip()
        if not text:
            return None
        if short := _SHORT.fullmatch(text):
            year = f"20{short[3]}" if short[3] else str(clock.today().year)
            text = f"{short[1]}/{short[2]}/{year}"
        return parse_day(text)

    def _on_finished(self) -> None:
        try:
            day = self.day()
        except AppError:
            set_property(self, "wrong", True)
            return
        changed = day != self._stored
        self.show_day(day)
        if changed:
            self.left.emit(day)
