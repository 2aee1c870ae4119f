"""A dialog that asks for one thing only: why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import long_field


class ReasonDialog(FormDialog):
    """``act`` gets the reason as it was typed, and raises AppError where it needs a better one."""

    def __init__(
        self,
        title: str,
        verb: str,
        act: Callable[[str], object],
        parent: QWidget | None,
        *,
        asks: str = "",
    ) -> None:
        self.reason = long_field(lines=2)
        super().__init__(
            title,
            verb,
            lambda: act(self.reason.toPlainText()),
            parent,
            back=translate("window", "Back"),
        )
        self.form.add("reason", asks or translate("window", "Why?"), self.reason)
        self.fit()
        self.reason.setFocus()
