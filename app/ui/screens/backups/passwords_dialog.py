"""The passwords of a book in the window: who has one, and the small dialogs that change it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.base.text import translate
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.password_dialog import secret_field
from app.ui.screens.backups.passwords_presenter import (
    Holder,
    PasswordsPresenter,
    holder_words,
    name_words,
    state_words,
)
from app.ui.widgets.basics import Notice, button, label
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.page_dialog import PageDialog
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class PasswordsDialog(PageDialog):
    """The board with a sign for each password, and what can be done about it."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        name = translate("window", "Passwords of the book")
        super().__init__(name, parent)
        self._context = context
        self.presenter = PasswordsPresenter(context)
        self._state = Notice("")
        self.list = TableView(
            TableModel(
                [
                    Column(translate("window", "Who"), name_words),
                    Column(translate("window", "Password"), holder_words),
                ]
            ),
            name=name,
            stretch=0,
        )
        add = translate("window", "Set or change her password…")
        self.set = button(add, self._on_set, role="next")
        self.remove = button(translate("window", "Take hers away…"), self._on_remove)
        self.sheet = button(translate("window", "New recovery sheet…"), self._on_sheet)
        self.none = button(translate("window", "No passwords any more…"), self._on_none)
        self.show_parts(self._state, self.list)
        done = button(translate("window", "Done"), self.accept)
        self.offer(self.set, self.remove, self.sheet, self.none, out=done, wide=42, tall=27)
        self.reload()

    def reload(self) -> None:
        """Ask again who has a password, and offer what is possible."""
        holders = self.presenter.holders()
        self._state.say(*state_words(holders))
        self.list.table().fill(holders)
        if holders and self.list.current() is None:
            self.list.selectRow(0)
        self.set.setEnabled(bool(holders))
        for made in (self.remove, self.sheet, self.none):
            made.setEnabled(self.presenter.protected)

    def setting(self, holder: Holder) -> SecretDialog:
        """Asks for the new password twice; ``paper`` is then the sheet of a first one."""
        dialog = SecretDialog(
            name_words(holder),
            translate("window", "Set the password"),
            lambda asked: self.presenter.set(
                holder.code, asked.new.text(), asked.again.text(), asked.now.text()
            ),
            self,
        )
        dialog.ask_new()
        if self.presenter.protected:
            dialog.ask_now()
        return dialog

    def confirming(self, words: str, verb: str, act: Callable[[str], object]) -> SecretDialog:
        """Asks for a password of today before ``act`` is done with it."""
        dialog = SecretDialog(words, verb, lambda asked: act(asked.now.text()), self)
        dialog.ask_now()
        return dialog

    def _on_set(self) -> None:
        if isinstance(holder := self.list.current(), Holder):
            self._run(self.setting(holder))

    def _on_remove(self) -> None:
        holder = self.list.current()
        if isinstance(holder, Holder) and holder.has:
            verb = translate("window", "Take it away")
            self._run(
                self.confirming(
                    name_words(holder), verb, lambda now: self.presenter.remove(holder.code, now)
                )
            )

    def _on_sheet(self) -> None:
        words = translate("window", "A new sheet: the older one opens nothing from then on")
        verb = translate("window", "Make the sheet")
        self._run(self.confirming(words, verb, self.presenter.new_sheet))

    def _on_none(self) -> None:
        words = translate("window", "The book opens without a password again")
        verb = translate("window", "Take all away")
        self._run(self.confirming(words, verb, self.presenter.remove_all))

    def _run(self, dialog: SecretDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
        self.reload()
        if dialog.paper is not None:
            papers.show(self._context, dialog.paper, self)


class SecretDialog(FormDialog):
    """One password typed twice, or one of today, or both."""

    def __init__(
        self,
        words: str,
        verb: str,
        act: Callable[[SecretDialog], object],
        parent: QWidget | None,
    ) -> None:
        self.paper: PaperRequest | None = None
        self.new, self.again, self.now = (secret_field() for _ in range(3))
        self._asked = act
        super().__init__(words, verb, self._act_now, parent, back=translate("window", "Back"))

    def ask_new(self) -> None:
        """Two fields for the new password."""
        hint = translate("window", "At least 6 letters or digits; a few words are best.")
        self.form.add("new", translate("window", "New password"), self.new, hint)
        self.form.add("again", translate("window", "The same once more"), self.again)
        why = translate(
            "window", "What is typed is hidden: turn UniKey off first, or type without accents."
        )
        self.body.insertWidget(2, label(why, "small"))

    def ask_now(self) -> None:
        """One field for a password that opens the book today."""
        hint = translate("window", "Anybody's of the board, or the code of the recovery sheet.")
        self.form.add("now", translate("window", "A password that opens it now"), self.now, hint)

    def _act_now(self) -> None:
        answer = self._asked(self)
        self.paper = answer if isinstance(answer, PaperRequest) else None
