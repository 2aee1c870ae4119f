"""What comes from the clipboard of an old Word file, into the fields of a member's dialog."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.services import members
from app.ui.context import Context
from app.ui.screens.members.dialogs import MemberDialog
from app.ui.screens.members.presenter import MembersPresenter
from tests.ui.conftest import TODAY

NAME = "Nguyễn Thị Hòa"


def _paste(qtbot: QtBot, dialog: MemberDialog, text: str) -> None:
    QApplication.clipboard().setText(text)
    dialog.name.clear()
    dialog.name.setFocus()
    qtbot.keyClick(dialog.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> MemberDialog:
    made = MemberDialog(MembersPresenter(context), None, None)
    qtbot.addWidget(made)
    made.show()
    return made


def _kept(qtbot: QtBot, dialog: MemberDialog, context: Context) -> str:
    """The name as it is stored once the dialog is answered."""
    before = {member.code for member in context.ask(members.members, on=TODAY)}
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    (new,) = [m for m in context.ask(members.members, on=TODAY) if m.code not in before]
    return new.full_name


@pytest.mark.parametrize(
    "text",
    [unicodedata.normalize("NFD", NAME), f"  {NAME}\r\n", "Nguyễn\nThị\r\n\tHòa", f"\u00a0{NAME} "],
)
def test_line_breaks_and_taken_apart_letters_become_one_name(
    qtbot: QtBot, dialog: MemberDialog, context: Context, text: str
) -> None:
    _paste(qtbot, dialog, text)
    assert _kept(qtbot, dialog, context) == NAME


@pytest.mark.parametrize("text", ["NguyÔn ThÞ Hßa", "Nguyeãn Thò Hoøa"])
def test_text_of_an_old_font_is_offered_in_unicode(
    qtbot: QtBot, dialog: MemberDialog, context: Context, text: str
) -> None:
    """TCVN3 and VNI; taken only when she wants it."""
    _paste(qtbot, dialog, text)
    (offer,) = [b for b in dialog.findChildren(QPushButton) if NAME in b.accessibleName()]
    assert offer.isVisible()
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert not offer.isVisible()
    assert _kept(qtbot, dialog, context) == NAME


@pytest.mark.parametrize("text", ["Trần " * 40 + "An", "Bà An 👵🏽 🌾", "H'Mông Ê-đê"])
def test_long_and_odd_names_are_kept_letter_for_letter(
    qtbot: QtBot, dialog: MemberDialog, context: Context, text: str
) -> None:
    _paste(qtbot, dialog, text)
    assert _kept(qtbot, dialog, context) == text
