"""Two ways to begin with a copy: to practise on one, and to bring a book back from one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.base.errors import AppError
from app.base.text import translate
from app.services import backup_places, book_places, passwords, practice_copy, restoring
from app.services.restoring import Return
from app.ui.password_dialog import PasswordDialog
from app.ui.screens.welcome import presenter
from app.ui.widgets.question import Choice, Question
from app.ui.workers import Working

_Attempt = Callable[[str | None, str | None], object]
"""Opens without or with a password and its holder; raises WrongPasswordError."""


def practise(known: Sequence[Path], parent: QWidget) -> Path | None:
    """A practice copy of the book the user shows; None when she thought better of it."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        translate("window", "Which book do you want to practise on?"),
        str(known[0] if known else book_places.home_of_books()),
        translate("window", "Books (*.soclb)"),
    )
    return practise_on(Path(chosen), parent) if chosen else None


def practise_on(book: Path, parent: QWidget) -> Path | None:
    """A practice copy of ``book``, after its password where it has one; raises AppError."""

    def unlock(password: str | None, holder: str | None) -> str:
        return passwords.key_of(book, password, holder=holder)

    key = _unlocked(book.stem, passwords.holders(book), unlock, parent)
    if not isinstance(key, str):
        return None
    copy = presenter.practice_copy_path(book)
    Working(
        translate("window", "Copying the book"),
        lambda _report: practice_copy.make(book, copy, key=key),
        parent,
    ).run()
    return copy


def bring_back(parent: QWidget) -> Path | None:
    """The book that came back from the copy the user shows; None when she left it."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        translate("window", "Which copy?"),
        str(backup_places.usual_folder()),
        translate("window", "Back-ups (*.soclb *.soclb-backup)"),
    )
    return bring_back_from(Path(chosen), parent) if chosen else None


def bring_back_from(copy: Path, parent: QWidget) -> Path | None:
    """Say what would be lost and, when that is wanted, bring ``copy`` back; raises AppError."""
    typed: list[str | None] = [None]

    def look(password: str | None, _holder: str | None) -> Return:
        found = restoring.look(copy, password=password)
        typed[0] = password
        return found

    found = _unlocked(copy.name, (), look, parent)
    if not isinstance(found, Return) or return_question(found, parent).answer() != "go":
        return None
    kept = Working(
        translate("window", "Bringing the copy back"),
        lambda _report: restoring.bring_back(found, password=typed[0]),
        parent,
    ).run()
    if kept is not None:
        kept_question(kept, parent).answer()
    return found.book


def return_question(found: Return, parent: QWidget | None) -> Question:
    """Whose copy it is, where it goes and what would be lost, asked before anything is."""
    harmless = not found.there or (found.loss is not None and found.loss.nothing)
    leave = (
        translate("window", "Leave the book as it is")
        if found.there
        else translate("window", "Back")
    )
    return Question(
        translate("window", "Bring back {name}?").format(name=found.copy.name),
        presenter.return_words(found),
        [
            Choice("go", translate("window", "Bring the copy back"), "next" if harmless else ""),
            Choice("back", leave, "" if harmless else "next"),
        ],
        parent,
        tone="" if harmless else "watch",
    )


def kept_question(kept: Path, parent: QWidget | None) -> Question:
    """Where the replaced file is kept, read before the book opens."""
    words = translate("window", "The file it replaced is kept as {name}, in {folder}.")
    return Question(
        translate("window", "The book is back"),
        words.format(name=kept.name, folder=kept.parent),
        [Choice("open", translate("window", "Open the book"), "next")],
        parent,
    )


def _unlocked(
    name: str, holders: Sequence[str], attempt: _Attempt, parent: QWidget
) -> object | None:
    """What ``attempt`` gives without a password, else with the one typed; None for neither."""
    try:
        return attempt(None, None)
    except AppError as error:
        if error.code != "password.needed":
            raise
    dialog = PasswordDialog(name, holders, attempt, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.opened
