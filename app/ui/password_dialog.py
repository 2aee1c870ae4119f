"""Opening a book that has passwords: who, what she types, and the pause after wrong guesses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.base.errors import AppError
from app.base.text import translate
from app.services import passwords
from app.ui.widgets.basics import label
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import choice_field

ANYBODY = ""
Attempt = Callable[[str, str | None], object]
"""Opens with a password and its holder; raises WrongPasswordError."""


def secret_field() -> QLineEdit:
    """A field whose letters are hidden until they are asked for."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


class PasswordDialog(FormDialog):
    """Asks until ``attempt`` opens; ``opened`` is then what it gave back."""

    def __init__(
        self, name: str, holders: Sequence[str], attempt: Attempt, parent: QWidget | None
    ) -> None:
        self.opened: object = None
        self._attempt = attempt
        self._wait = 0
        self.holder = choice_field(_who(holders))
        self.password = secret_field()
        self.seen = QCheckBox(translate("window", "Show what I type"))
        super().__init__(
            translate("window", "{name} has a password").format(name=name),
            translate("window", "Open the book"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        self.form.add("holder", translate("window", "Who opens it"), self.holder)
        self.form.add("password", translate("window", "Password"), self.password)
        self.form.add("seen", "", self.seen)
        self.seen.setAccessibleName(self.seen.text())
        self.body.insertWidget(3, label(_forgotten(), "small"))
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self.seen.toggled.connect(self._on_seen)
        self.holder.currentIndexChanged.connect(self._on_holder)
        self.password.setFocus()

    def _act(self) -> None:
        try:
            self.opened = self._attempt(self.password.text(), self.holder.currentData() or None)
        except AppError as error:
            self.password.selectAll()
            self.password.setFocus()
            if error.code == "password.pause":
                self._pause(int(str(error.params["seconds"])))
            raise

    def _pause(self, seconds: int) -> None:
        """The button waits with her, and counts down."""
        self._wait = seconds
        self._clock.start()
        self._tick(0)

    def _tick(self, passed: int = 1) -> None:
        self._wait -= passed
        self.verb.setEnabled(self._wait <= 0)
        if self._wait > 0:
            words = translate("window", "Wait {seconds} seconds")
            self.verb.setText(words.format(seconds=self._wait))
        else:
            self._clock.stop()
            self.verb.setText(translate("window", "Open the book"))

    def _on_seen(self, seen: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)

    def _on_holder(self) -> None:
        """A code is copied from paper letter by letter: it is typed in sight."""
        if self.holder.currentData() == passwords.RECOVERY:
            self.seen.setChecked(True)
        self.password.setFocus()


def _who(holders: Sequence[str]) -> list[tuple[str, str]]:
    """Members by their number: a closed book gives no names away (F31)."""
    words = translate("window", "Member {code}")
    return [
        (ANYBODY, translate("window", "Somebody of the board")),
        *((code, words.format(code=code)) for code in holders),
        (passwords.RECOVERY, translate("window", "The printed recovery sheet")),
    ]


def _forgotten() -> str:
    return translate(
        "window",
        "Who has forgotten her password chooses the printed recovery sheet and types its code. "
        "Nobody else can open the book, the makers of the program neither.",
    )
