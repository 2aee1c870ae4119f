"""The club's key is changed: another board, or a computer with the book is lost."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.key_changes import ClubKeys
from app.ui.screens.exchange.presenter import ExchangePresenter
from app.ui.widgets.basics import Notice
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import long_field


class NewKeyDialog(FormDialog):
    """Says what a new key costs, and asks why. ``made`` is the club's keys after the change."""

    def __init__(self, presenter: ExchangePresenter, parent: QWidget | None) -> None:
        self._presenter = presenter
        self.made: ClubKeys | None = None
        super().__init__(
            translate("window", "A new key for the club"),
            translate("window", "Make the new key"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        words = translate(
            "window",
            "Only when a board hands over, or a computer or USB stick with the book is lost. "
            "The union takes the next file in after it has compared the new key with your signed "
            "paper.",
        )
        self.body.insertWidget(1, Notice(words, "watch"))
        self.reason = long_field(lines=2)
        self.form.add("reason", translate("window", "Why?"), self.reason)
        self.fit()

    def _act(self) -> None:
        try:
            self.made = self._presenter.change_key(self.reason.toPlainText())
        except AppError as error:
            if error.code != "key.reason_missing":
                raise
            raise InvalidError([Problem(error.code, error.params, "reason")]) from error


def new_key_words(made: ClubKeys) -> str:
    """The new key, how far the former one goes, and what to do now."""
    words = translate(
        "window",
        "The club's key is now {new}. The former, {former}, is good up to file number {number} "
        "only. Print the paper, sign it, and give it to the union with the next file.",
    )
    former = made.former[0]
    return words.format(
        new=made.fingerprint, former=former.fingerprint, number=former.until_sequence
    )
