"""Ctrl+F, a few letters, Enter: the thing itself is in front."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import finding
from app.ui.context import Context
from app.ui.navigation import CLUB
from app.ui.screens.fund.view import FundScreen
from app.ui.screens.members.dialogs import CardDialog
from app.ui.shell import Shell


@pytest.fixture
def shell(context: Context, qtbot: QtBot) -> Shell:
    made = Shell(context, CLUB, club="CLB", practice=True)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show_screen("home")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _type(shell: Shell, qtbot: QtBot, text: str) -> list[str]:
    qtbot.keyClick(shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shell.finder.hasFocus()
    qtbot.keyClicks(shell.finder, text)
    return [shell.finder.list.item(row).text().strip() for row in range(shell.finder.list.count())]


def test_a_member_is_listed_with_birth_year_and_hamlet_and_opens(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(CardDialog, "exec", lambda card: shown.append(card.windowTitle()))
    assert "Hoàng Thị An · 1951 · xóm 6" in _type(shell, qtbot, "hoang thi an")
    qtbot.keyClick(shell.finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown != [])
    assert shell.current == "members"
    assert "Hoàng Thị An" in shown[0]


def test_an_entry_is_stood_on_in_the_fund_book(shell: Shell, qtbot: QtBot) -> None:
    found = shell.context.ask(finding.find, text="lai tien gui") or shell.context.ask(
        finding.find, text="che"
    )
    entry = next(row for row in found if row.group == "entry")
    shell.show_screen("fund", entry)
    fund = shell.screen_named("fund")
    assert isinstance(fund, FundScreen)
    assert fund.list.current().id == int(entry.key)


def test_screens_and_papers_are_found_and_nothing_says_so(shell: Shell, qtbot: QtBot) -> None:
    assert "Sao lưu" in _type(shell, qtbot, "sao luu")
    qtbot.keyClick(shell.finder, Qt.Key.Key_Escape)
    assert not shell.finder.list.isVisible()
    shell.finder.clear()
    assert "Biên bản" in _type(shell, qtbot, "bien ban")
    shell.finder.clear()
    assert len(_type(shell, qtbot, "zzzz")) == 1


def test_finding_takes_no_time_that_is_felt(shell: Shell, qapp: QApplication) -> None:
    shell.context.ask(finding.find, text="zzz")
    start = perf_counter()
    shell.context.ask(finding.find, text="zzz")
    assert perf_counter() - start < 0.1
