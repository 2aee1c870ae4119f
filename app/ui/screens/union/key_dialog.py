"""A club's new key, believed only after its sign was read from the board's own paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.periods import format_day
from app.services import club_keys
from app.services.club_keys import Confirmed, NewKey
from app.ui.context import Context
from app.ui.widgets.basics import Notice
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.fact_list import FactList
from app.ui.widgets.form import long_field, text_field


class KeyDialog(FormDialog):
    """The sign has to be typed, not clicked: nobody confirms what she has not before her.

    ``club`` is its id in the file of a union below. ``confirmed`` says what became of the file.
    """

    def __init__(
        self, context: Context, path: Path, parent: QWidget | None, *, club: str = ""
    ) -> None:
        self._context, self._path, self._club = context, path, club
        self.confirmed: Confirmed | None = None
        waiting = context.ask(club_keys.waiting, path=path, club=club)
        super().__init__(
            translate("window", "A new key of {club}").format(club=waiting.club),
            translate("window", "It is the club's key"),
            self._act,
            parent,
            back=translate("window", "Back"),
        )
        facts = FactList(translate("window", "The new key"))
        facts.fill(key_facts(waiting))
        self.body.insertWidget(1, facts)
        self.body.insertWidget(2, Notice(_warning(waiting), "" if waiting.endorsed else "watch"))
        self.sign = text_field("", "ABCD EFGH IJKL MNOP")
        self.reason = long_field(lines=2)
        self.form.add(
            "fingerprint",
            translate("window", "Sign of the new key, as the board's paper shows it"),
            self.sign,
        )
        self.form.add("reason", translate("window", "Why?"), self.reason)
        self.sign.setFocus()
        self.fit()

    def _act(self) -> None:
        try:
            self.confirmed = self._context.do(
                club_keys.confirm,
                path=self._path,
                fingerprint=self.sign.text(),
                reason=self.reason.toPlainText(),
                club=self._club,
            )
        except AppError as error:
            field = {
                "union.fingerprint_differs": "fingerprint",
                "union.key_reason_missing": "reason",
            }.get(error.code)
            if field is None:
                raise
            raise InvalidError([Problem(error.code, error.params, field)]) from error


def key_facts(waiting: NewKey) -> list[tuple[str, str]]:
    """The change as the file tells it; the new sign itself is left to be typed."""
    return [
        (translate("window", "Former key"), waiting.former),
        (translate("window", "From file"), str(waiting.from_sequence)),
        (translate("window", "Changed on"), format_day(waiting.on) if waiting.on else "–"),
    ]


def _warning(waiting: NewKey) -> str:
    if waiting.endorsed:
        return translate(
            "window",
            "The former key signed the change. Still read the new sign from the board's paper.",
        )
    return translate(
        "window",
        "The former key did not sign the change: the board lost it, or somebody else made this "
        "file. Telephone the chair before you believe it.",
    )
