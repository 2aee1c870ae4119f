"""Pictures of what keeps a book safe: its passwords."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from app.ui.program import Program
from app.ui.screens.backups.passwords_dialog import PasswordsDialog

Take = Callable[[QDialog, str], None]


def passwords(window: Program, take: Take) -> None:
    """Who has a password, and the dialog that gives the first one."""
    dialog = PasswordsDialog(window.context, window)
    asked = dialog.setting(dialog.presenter.holders()[0])
    take(asked, "73-password")
    take(dialog, "72-passwords")
