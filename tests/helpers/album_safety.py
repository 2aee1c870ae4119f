"""Pictures of what keeps a book safe: its passwords, and a copy on its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from app.services.backups import Loss
from app.services.known_books import Extent
from app.services.restoring import Return
from app.ui.program import Program
from app.ui.screens.backups.passwords_dialog import PasswordsDialog
from app.ui.screens.welcome import copies

Take = Callable[[QDialog, str], None]


def passwords(window: Program, take: Take) -> None:
    """Who has a password, and the dialog that gives the first one."""
    dialog = PasswordsDialog(window.context, window)
    asked = dialog.setting(dialog.presenter.holders()[0])
    take(asked, "73-password")
    take(dialog, "72-passwords")


def back(window: Program, take: Take, folder: Path) -> None:
    """What a copy brought back over a fuller book would lose, on a new computer, and after it."""
    copy, book = folder / "clb-xom-6_2026-10-20_091500.soclb", folder / "clb-xom-6.soclb"
    extent = Extent(1893, 23, date(2026, 10, 17))
    name = "CLB Liên thế hệ tự giúp nhau xóm 6"
    loss = Loss(extent.last, 46, 1, date(2026, 10, 20), date(2026, 11, 17))
    over = Return(copy, name, extent, book, there=True, loss=loss)
    take(copies.return_question(over, window), "05-back-over-a-book")
    take(copies.return_question(Return(copy, name, extent, book), window), "06-back-on-a-new-one")
    kept = folder / "clb-xom-6-replaced_2026-11-17_094100.soclb"
    take(copies.kept_question(kept, window), "07-back-and-kept")
