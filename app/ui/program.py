"""The window itself: which book stands in it, how large the text is, and in which language."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from app.base.errors import AppError, StoreUnavailableError
from app.base.text import translate
from app.services import club
from app.ui import errors, language, navigation, opening, preferences, theme
from app.ui.context import Context
from app.ui.file_look import FileLook
from app.ui.frame import Frame
from app.ui.preferences import Preferences
from app.ui.safety_copy import SafetyCopy, wait_for_copies
from app.ui.screens.union import desk
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.ui.help_window import HelpWindow
    from app.ui.screens.welcome.view import WelcomeScreen

_SAY_HOW_SAFE = ("home", "backups")
"""The screens that say how old the newest back-up is."""


class Program(QMainWindow):
    """One window; at most one book or register in it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.preferences = preferences.load()
        self._close_book: Callable[[], None] = lambda: None
        self._show: Callable[[], None] = self.show_welcome
        self.shell: Shell | None = None
        self.welcome: WelcomeScreen | None = None
        self.help: HelpWindow | None = None
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)
        self._dressed: tuple[int, bool] | None = None
        self.resize(1366, 768)
        language.use(self.preferences.language)
        self._dress(practice=False)

    def start(self, path: Path | None) -> None:
        """Open ``path``, or what stood here last, or the welcome screen; a fault is told."""
        last = self.preferences.books[0] if self.preferences.open_last else ""
        wanted = path or (Path(last) if last and Path(last).exists() else None)
        if wanted is None:
            self.show_welcome()
        else:
            QTimer.singleShot(0, self, lambda: self._open_or_tell(wanted))

    def _open_or_tell(self, path: Path) -> None:
        fault = None
        try:
            self.open(path)
        except AppError as error:
            fault = error
        finally:
            if self.shell is None and self.welcome is None:
                self.show_welcome()
        if fault is not None:
            errors.show(fault, self)

    def open(self, path: Path) -> None:
        """Show a club's book or the union's register at ``path``; raises AppError.

        A book that another window writes is opened for reading.
        """
        if desk.is_register(path):
            self._open_register(path)
            return
        if self._shows(path):
            return
        context = opening.club_book(path, self)
        if context is None:
            return
        look = FileLook(context)
        look.damaged.connect(lambda error: self._on_damaged(context, error))

        def close() -> None:
            look.wait()
            opening.close(context)

        self._take(context, close)
        self._keep_safe(context)
        try:
            self._show_book()
        except StoreUnavailableError as error:
            self._offer_copy(error, path)

    def _shows(self, path: Path) -> bool:
        """Whether this very book stands in the window already."""
        here = self.context.path if self.shell is not None else None
        return here is not None and here.resolve() == path.resolve()

    def _on_damaged(self, context: Context, error: StoreUnavailableError) -> None:
        here = context is self.context and self.shell is not None
        if here and context.path is not None:
            self._offer_copy(error, context.path)

    def _offer_copy(self, error: StoreUnavailableError, path: Path) -> None:
        """The book in the window can't be read: close it, and offer its newest good back-up."""
        self.show_welcome()
        if error.code not in opening.BROKEN or not opening.offer_copy(error, path, self):
            raise error
        self.open(path)

    def _open_register(self, path: Path) -> None:
        opened = desk.open_register(path)
        context = Context(
            opened.begin,
            opened.read,
            path=path,
            read_only=opened.read_only,
            source=opened.database,
        )
        self._take(context, opened.close)
        self._show_register()

    def open_server(self, opened: Any, address: str) -> None:
        """Show a register that was opened on a server; ``address`` is kept for the next time."""
        context = Context(
            opened.begin, opened.read, source=opened.database, place=opened.database.shown
        )
        self._take(context, opened.close)
        self._remember(replace(self.preferences, server=address))
        self._show_register()

    def _take(self, context: Context, close: Callable[[], None]) -> None:
        self._close_book()
        context.wished.connect(self._on_wished, Qt.ConnectionType.QueuedConnection)
        context.changed.connect(self._on_changed)
        self.context, self._close_book = context, close
        if context.path is not None:
            self._remember(self.preferences.opened(context.path.resolve()))

    def _show_book(self) -> None:
        head = self.context.ask(club.head)
        self._frame(navigation.CLUB, head.name, practice=head.practice)
        self._show = self._show_book

    def _show_register(self) -> None:
        name, practice = desk.head(self.context)
        self._frame(navigation.UNION, name, practice=practice)
        self._show = self._show_register

    def _frame(self, entries: tuple[navigation.Entry, ...], name: str, *, practice: bool) -> None:
        current = self.shell.current if self.shell else ""
        self._dress(practice=practice)
        shell = Shell(self.context, entries, club=name, practice=practice)
        self.welcome, self.shell = None, shell
        told = opening.notices(self.context) if entries is navigation.CLUB else []
        self.frame = Frame(shell, self.context, told)
        self.setCentralWidget(shell)
        self._entitle(name)
        known = any(entry.name == current for entry in entries)
        shell.show_screen(current if known else entries[0].name)

    def _entitle(self, name: str) -> None:
        self.setWindowTitle(" – ".join((name, translate("window", "Club book"))))

    def _on_changed(self, topics: frozenset[str], _initiator: object) -> None:
        """The name of club or union stands in the header: it changes there too."""
        mine = "club" if self.context.source is None else "register"
        if mine in topics and self.shell is not None:
            union = self.context.source is not None
            name = desk.head(self.context)[0] if union else self.context.ask(club.head).name
            self.frame.rename(name)
            self._entitle(name)

    def _keep_safe(self, context: Context) -> None:
        """A back-up at each closing of a meeting; the frame that stands then tells of it."""
        safety = SafetyCopy(context)
        safety.failed.connect(lambda words: self.frame.tell(words, "late"))
        safety.made.connect(lambda: self.frame.reload(_SAY_HOW_SAFE))

    def show_welcome(self) -> None:
        """Close what is open and show the ways to begin."""
        from app.ui.screens.welcome.view import WelcomeScreen

        self._close_book()
        self._close_book = lambda: None
        self.shell = None
        self._dress(practice=False)
        self.welcome = WelcomeScreen(
            tuple(Path(book) for book in self.preferences.books), self.preferences.server
        )
        self.welcome.opened.connect(lambda path: self.open(Path(path)))
        self.welcome.server_opened.connect(self.open_server)
        self.welcome.language_chosen.connect(self.use_language)
        self.setCentralWidget(self.welcome)
        self.setWindowTitle(translate("window", "Club book"))
        self._show = self.show_welcome

    def use_language(self, code: str) -> None:
        """Say everything in another language from now on."""
        self._remember(replace(self.preferences, language=code))
        self._build_anew(lambda: language.use(code))

    def use_text_size(self, points: int) -> None:
        """Write everything larger or smaller from now on."""
        self._remember(self.preferences.resized(points))
        self._build_anew(lambda: None)

    def _build_anew(self, change: Callable[[], None]) -> None:
        """Store the field being typed, then ``change`` how the window looks and show it again."""
        self._leave_field()
        change()
        self._show()

    def _leave_field(self) -> None:
        """The field being typed is stored, as when the user leaves it herself."""
        if focused := self.focusWidget():
            focused.clearFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The field being typed is stored first; everything else is stored already."""
        self._leave_field()
        self.hide()
        wait_for_copies()
        self._close_book()
        self._close_book = lambda: None
        event.accept()

    def _on_wished(self, wish: str, value: object) -> None:
        """What a screen can't do itself, because it changes the whole window."""
        if wish == "language" and isinstance(value, str):
            self.use_language(value)
        elif wish == "text_step" and isinstance(value, int):
            self.use_text_size(self.preferences.text_size + value)
        elif wish == "text_size" and isinstance(value, int):
            self.use_text_size(value)
        elif wish == "help":
            self.show_help()
        elif wish == "open" and isinstance(value, Path):
            self.open(value)
        elif wish == "welcome":
            self.show_welcome()

    def show_help(self) -> None:
        """What the help says about where the user is, beside the work."""
        from app.ui.help_window import HelpWindow

        about = self.shell.help_topic() if self.shell else "welcome"
        if self.help is not None:
            self.help.close()
        self.help = HelpWindow(self, about)
        self.help.show()

    def _remember(self, changed: Preferences) -> None:
        if changed == self.preferences:
            return
        self.preferences = changed
        with suppress(StoreUnavailableError):
            preferences.save(changed)

    def _dress(self, *, practice: bool) -> None:
        wanted = (self.preferences.text_size, practice)
        if wanted != self._dressed:
            self._dressed = wanted
            theme.apply(self._application, points=wanted[0], practice=practice)
