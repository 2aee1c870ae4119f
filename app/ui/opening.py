"""Opening a club's book with all the questions around it: its password, a damaged file, an older
copy, a bad place, a wrong clock. What is only to be known becomes one of the context's notices.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStorageInfo
from PySide6.QtWidgets import QWidget

from app.base.errors import AppError, Problem, StoreUnavailableError
from app.base.text import translate
from app.domain.periods import format_day
from app.services import (
    backup_places,
    backups,
    book_places,
    books,
    clock_check,
    known_books,
    passwords,
)
from app.services.backups import Copy
from app.services.book_places import Danger
from app.services.known_books import Extent, Known
from app.services.sentences import sentence
from app.ui.context import Context
from app.ui.password_dialog import PasswordDialog
from app.ui.screens.backups.presenter import moment_words
from app.ui.widgets.question import Choice, Question
from app.ui.workers import Working

READABLE = ("book.open_elsewhere", "book.read_only", "book.busy")
"""Why a book can only be read: then it is opened so, and says so."""
BROKEN = (
    "book.damaged",
    "book.not_a_book",
    "book.empty_file",
    "book.keys_missing",
    "book.keys_damaged",
    "book.disk_fault",
    "file.not_found",
)
"""Why a book can't be opened at all: then its newest good back-up is offered."""


def club_book(path: Path, parent: QWidget | None) -> Context | None:
    """The book at ``path`` opened, asked about where something is doubtful; None when the user
    would rather not. Raises AppError."""
    try:
        context = _with_password(path, parent)
    except StoreUnavailableError as error:
        if error.code not in BROKEN or not offer_copy(error, path, parent):
            raise
        context = _with_password(path, parent)
    if context is None:
        return None
    other = _asked_about_older(context, path, parent)
    if other is None:
        return context
    close(context)
    return club_book(other, parent) if other != path else None


def close(context: Context) -> None:
    """Close the file behind ``context``, and remember how far it went."""
    if not context.read_only and context.book is not None:
        _remember(context)
    if context.book is not None:
        context.book.close()


def _remember(context: Context) -> None:
    try:
        context.ask(known_books.remember, path=context.path)
    except AppError:
        return  # a file that went away while it was open has been told of already


def _with_password(path: Path, parent: QWidget | None) -> Context | None:
    """Opened; a password is asked for until one opens. None when the user gave up."""
    try:
        return _opened(path, None, None)
    except AppError as error:
        if error.code != "password.needed":
            raise
    dialog = PasswordDialog(
        path.stem,
        passwords.holders(path),
        lambda password, holder: _opened(path, password, holder),
        parent,
    )
    dialog.exec()
    dialog.deleteLater()
    return dialog.opened if isinstance(dialog.opened, Context) else None


def _opened(path: Path, password: str | None, holder: str | None) -> Context:
    """For writing where that can be, else for reading."""
    try:
        book = books.open_for_writing(path, password=password, holder=holder)
    except StoreUnavailableError as error:
        if error.code not in READABLE:
            raise
        database = books.open_for_reading(path, password=password, holder=holder)
        return Context(
            database.begin,
            database.read,
            path=path,
            read_only=True,
            key=database.key,
            book=database,
        )
    database = book.database
    return Context(database.begin, database.read, path=path, key=database.key, book=book)


def notices(context: Context) -> list[str]:
    """What the user should know before she types: where the book lies, what day it is."""
    found = [place_problem(context.path), context.ask(clock_check.doubt)]
    return [sentence(problem) for problem in found if problem is not None]


def place_problem(path: Path | None) -> Problem | None:
    """What threatens a live book at ``path``, or None."""
    if path is None:
        return None
    kind = bytes(QStorageInfo(str(path.parent)).fileSystemType().data()).decode("ascii", "replace")
    found = book_places.danger(path.resolve(), file_system=kind)
    if found is Danger.NONE:
        return None
    return Problem(f"place.{found}", {"folder": str(path.parent)})


def _asked_about_older(context: Context, path: Path, parent: QWidget | None) -> Path | None:
    """None to go on with this book; else the one to open instead, or ``path`` for neither."""
    known = context.ask(known_books.fuller)
    if known is None:
        if not context.read_only:
            _remember(context)
        return None
    answer = older_question(known, context.ask(known_books.extent), path, parent).answer()
    if answer == "this":
        if not context.read_only:
            _remember(context)
        return None
    return known.path if answer == "other" else path


def older_question(known: Known, here: Extent, path: Path, parent: QWidget | None) -> Question:
    """Names both books, how far each goes, and lets the user choose."""
    fuller_there = known.path.exists() and known.path.resolve() != path.resolve()
    choices = [Choice("this", translate("window", "Open this one all the same"))]
    if fuller_there:
        other = translate("window", "Open the fuller one")
        choices.insert(0, Choice("other", other, "next"))
    role = "" if fuller_there else "next"
    choices.append(Choice("", translate("window", "Back"), role))
    title = (
        translate("window", "This book is empty")
        if here.entries == 0
        else translate("window", "This is an older copy of the book")
    )
    return Question(title, older_words(known, here, path), choices, parent, tone="watch")


def older_words(known: Known, here: Extent, path: Path) -> str:
    """Both books by their path, counts and last day."""
    line = translate("window", "{path}: entries {entries}, closed meetings {meetings}, until {day}")
    told = [
        line.format(
            path=place,
            entries=extent.entries,
            meetings=extent.meetings,
            day=format_day(extent.last) if extent.last else "–",
        )
        for place, extent in ((path, here), (known.path, known.extent))
    ]
    first, second = (
        translate("window", "The one you are opening:"),
        translate("window", "The one last used on this computer:"),
    )
    why = translate(
        "window",
        "If you go on in the older one, the two books go apart and one of them is worth nothing.",
    )
    return "\n".join((first, told[0], "", second, told[1], "", why))


def newest_good(path: Path) -> Copy | None:
    """The newest good back-up of the book in the places this computer knows of."""
    mounted = [Path(volume.rootPath()) for volume in QStorageInfo.mountedVolumes()]
    found = [
        backups.newest_good(folder, path.stem) for folder in backup_places.folders(path, mounted)
    ]
    good = [copy for copy in found if copy is not None]
    return max(good, key=lambda copy: copy.made_at, default=None)


def offer_copy(error: AppError, path: Path, parent: QWidget | None) -> bool:
    """Offer the newest good back-up for a book that can't be read; True when it was brought back.

    False when there is none, or the user left it; raises what the restoring raises.
    """
    copy = newest_good(path)
    if copy is None or broken_question(error, copy, parent).answer() != "go":
        return False
    Working(
        translate("window", "Bringing the copy back"),
        lambda _report: backups.restore(copy.path, path, replace=True),
        parent,
    ).run()
    return True


def broken_question(error: AppError, copy: Copy, parent: QWidget | None) -> Question:
    """What is wrong, and which back-up would take the book's place."""
    words = translate(
        "window",
        "The newest good back-up is of {moment}: {file}. What was typed after that has to be typed "
        "again. The damaged file is kept beside the book.",
    ).format(moment=moment_words(copy.made_at), file=copy.path)
    return Question(
        translate("window", "The book cannot be read"),
        f"{sentence(error)}\n\n{words}",
        [
            Choice("go", translate("window", "Bring the copy back"), "next"),
            Choice("back", translate("window", "Back")),
        ],
        parent,
        tone="late",
    )
