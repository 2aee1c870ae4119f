"""Members on the screen: found while typing, added, changed, gone; each with a card."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.screens.members.dialogs import CardDialog, MemberDialog
from app.ui.screens.members.view import MembersScreen
from app.ui.widgets.table_view import TableView
from tests.ui.screens.walk import hold_list, names


def test_people_are_found_without_accents(qtbot: QtBot, context: Context) -> None:
    screen = MembersScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    names(screen)
    hold_list(screen.list)
    everybody = len(screen.list.table().rows())
    qtbot.keyClicks(screen.search, "hoang")
    found = screen.list.table().rows()
    assert 0 < len(found) < everybody
    screen.search.clear()


def test_a_member_is_added_in_her_dialog(qtbot: QtBot, context: Context) -> None:
    screen = MembersScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    before = len(screen.presenter.listed(with_left=False))
    dialog = MemberDialog(screen.presenter, None, screen)
    names(dialog)
    dialog.verb.click()
    assert dialog.result() == 0
    dialog.name.setText("Bế Thị Thuận")
    dialog.birth.setText("17/3/1951")
    dialog.verb.click()
    assert dialog.result() == 1
    added = [m for m in screen.presenter.listed(with_left=False) if m.birth == "1951-03-17"]
    assert [member.full_name for member in added] == ["Bế Thị Thuận"]
    assert len(screen.presenter.listed(with_left=False)) == before + 1


def test_a_card_shows_the_passbook(qtbot: QtBot, context: Context) -> None:
    screen = MembersScreen(context)
    qtbot.addWidget(screen)
    member = screen.presenter.listed(with_left=False)[0]
    card = CardDialog(screen.presenter, context, member, screen)
    names(card)
    lines = card.findChild(TableView)
    assert len(lines.table().rows()) == len(screen.presenter.passbook(member).lines)
    hold_list(lines)
