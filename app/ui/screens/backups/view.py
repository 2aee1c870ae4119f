"""Back-ups: one button, where to, and the copies that are there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStorageInfo, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from app.base.errors import AppError
from app.base.text import translate
from app.services import backup_places
from app.ui.context import Context
from app.ui.password_dialog import PasswordDialog
from app.ui.screen import Page, Screen, fill
from app.ui.screens.backups.passwords_dialog import PasswordsDialog
from app.ui.screens.backups.presenter import (
    BackupsPresenter,
    CopyLine,
    last_words,
    made_words,
    moment_words,
    size_words,
)
from app.ui.widgets.basics import Notice, button, hairline, label, section, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form, choice_field
from app.ui.widgets.question import Choice, Question
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import loss_words
from app.ui.workers import Working


class BackupsScreen(Screen):
    """Copies of the book on a stick or another disk, and the way back from one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = BackupsPresenter(context.path or Path(), context.key)
        self._state = Notice("")
        self._disk = label("", "soft")
        self.folder = choice_field([])
        self._form = Form()
        self._form.add("folder", translate("window", "Where the copies lie"), self.folder)
        self.make = button(
            translate("window", "Make a back-up now"),
            self._on_make,
            role="next",
            icon="hard-drive-download",
        )
        self.other = button(translate("window", "Another place…"), self._on_other, icon="usb")
        self.back = button(translate("window", "Bring a copy back…"), self._on_back, icon="undo")
        self.back.setEnabled(not context.read_only)
        self.passwords = button(
            translate("window", "Passwords…"), self._on_passwords, icon="key-round"
        )
        self.passwords.setEnabled(not context.read_only and context.book is not None)
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "Copies in this place"),
            empty=translate("window", "No copy of this book lies here yet."),
            stretch=1,
        )
        self._lay_out()
        self.folder.currentIndexChanged.connect(self._show_copies)

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(translate("window", "Back-ups")))
        column.addWidget(self._state)
        column.addWidget(self._form)
        column.addWidget(self._disk)
        column.addLayout(FlowLayout(self.make, self.other))
        column.addSpacing(8)
        column.addWidget(section(translate("window", "Copies in this place")))
        column.addWidget(hairline())
        column.addWidget(self.list, 1)
        column.addLayout(FlowLayout(self.back, self.passwords))
        column.addWidget(
            label(
                translate(
                    "window",
                    "Of older copies one a day is kept for a week, one a month for a year, and "
                    "one of every year.",
                ),
                "small",
            )
        )
        fill(self, page)

    def reload(self) -> None:
        since = self.context.ask(backup_places.meetings_since, book=self.presenter.book)
        self._state.say(*last_words(self.presenter.last(), since))
        self._offer(self.presenter.folders(_mounted()))

    def begin(self) -> None:
        self.make.setFocus()

    def choose(self, folder: Path) -> None:
        """Let the copies lie in ``folder`` from now on."""
        if self.folder.findData(str(folder)) < 0:
            self.folder.addItem(str(folder), str(folder))
        self.folder.setCurrentIndex(self.folder.findData(str(folder)))

    def back_up(self) -> Path:
        """Make a copy in the chosen place and say so; raises AppError."""
        folder = self._chosen()
        made: Path = Working(
            translate("window", "Copying the book"),
            lambda _report: self.presenter.make(folder),
            self.window(),
        ).run()
        self.reload()
        self._state.say(made_words(made), "good")
        return made

    def bring_back(self, copy: Path) -> None:
        """Close the book, put ``copy`` in its place, open it again; faults are told after that."""
        context, presenter, window = self.context, self.presenter, self.window()
        context.wished.emit("welcome", None)
        QTimer.singleShot(0, context, lambda: _replace(context, presenter, copy, window))

    def _offer(self, folders: tuple[Path, ...]) -> None:
        chosen = self.folder.currentData()
        self.folder.blockSignals(True)
        self.folder.clear()
        for folder in folders:
            self.folder.addItem(str(folder), str(folder))
        if chosen and self.folder.findData(chosen) < 0:
            self.folder.addItem(chosen, chosen)
        self.folder.setCurrentIndex(max(0, self.folder.findData(chosen)))
        self.folder.blockSignals(False)
        self._show_copies()

    def _chosen(self) -> Path:
        return Path(self.folder.currentData())

    def _show_copies(self) -> None:
        folder = self._chosen()
        self.list.table().fill(self.presenter.copies(folder))
        self._disk.setText(
            translate(
                "window",
                "This place is on the same disk as the book. Now and then make a copy on a USB "
                "stick as well, and keep the stick in another house.",
            )
            if self.presenter.same_disk(folder)
            else translate("window", "This place is on another disk than the book. Good.")
        )

    def _on_make(self) -> None:
        self.back_up()

    def _on_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, translate("window", "Where should the copies lie?"), str(self._chosen())
        )
        if chosen:
            self.choose(Path(chosen))

    def _on_passwords(self) -> None:
        PasswordsDialog(self.context, self.window()).exec()
        self.presenter.key = self.context.key

    def _on_back(self) -> None:
        line = self.list.current()
        copy = line.path if isinstance(line, CopyLine) else self._asked_copy()
        if copy is None or not self._unlocked(copy):
            return
        if self.question(copy).answer() == "go":
            self.bring_back(copy)

    def _unlocked(self, copy: Path) -> bool:
        """Whether the copy can be read: one made under another key asks for its password."""
        try:
            self.presenter.loss(copy)
        except AppError as error:
            if error.code != "password.needed":
                raise
        else:
            return True
        dialog = self.password_dialog(copy)
        dialog.exec()
        dialog.deleteLater()
        return dialog.opened is not None

    def password_dialog(self, copy: Path) -> PasswordDialog:
        """Asks for the password of a copy until one opens it."""
        return PasswordDialog(
            copy.name,
            (),
            lambda password, _holder: self.presenter.unlock(copy, password),
            self.window(),
        )

    def _asked_copy(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("window", "Which copy?"),
            str(self._chosen()),
            translate("window", "Back-ups (*.soclb *.soclb-backup)"),
        )
        return Path(chosen) if chosen else None

    def question(self, copy: Path) -> Question:
        """What would be lost, asked before anything is; raises AppError for no copy of the book."""
        loss = self.presenter.loss(copy)
        return Question(
            translate("window", "Bring back {name}?").format(name=copy.name),
            loss_words(loss),
            [
                Choice("go", translate("window", "Bring the copy back")),
                Choice("back", translate("window", "Leave the book as it is"), role="next"),
            ],
            self.window(),
            tone="" if loss.nothing else "watch",
        )


def _replace(context: Context, presenter: BackupsPresenter, copy: Path, window: QWidget) -> None:
    try:
        Working(
            translate("window", "Bringing the copy back"),
            lambda _report: presenter.bring_back(copy),
            window,
        ).run()
    finally:
        context.wished.emit("open", presenter.book)


def _mounted() -> list[Path]:
    volumes = QStorageInfo.mountedVolumes()
    return [Path(v.rootPath()) for v in volumes if v.isReady() and not v.isReadOnly()]


def _columns() -> list[Column]:
    return [
        Column(
            translate("window", "Made"),
            lambda line: moment_words(line.made_at),
            key=lambda line: line.made_at,
        ),
        Column(translate("window", "File"), lambda line: line.path.name),
        Column(
            translate("window", "Size"),
            lambda line: size_words(line.size),
            key=lambda line: line.size,
            number=True,
        ),
    ]
