"""A board that takes the book over gives the club a new key, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import signing_key
from app.ui.context import Context
from app.ui.papers import PaperDialog
from app.ui.screens.exchange.new_key_dialog import NewKeyDialog
from app.ui.screens.exchange.view import ExchangeScreen


def _screen(qtbot: QtBot, context: Context) -> ExchangeScreen:
    screen = ExchangeScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    return screen


def test_the_board_changes_the_key_and_gets_the_paper_to_sign(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _screen(qtbot, context)
    before = screen.presenter.fingerprint()
    papers: list[PaperDialog] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: papers.append(dialog))

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewKeyDialog)
        dialog.verb.click()
        assert dialog.isVisible(), "a reason is asked for"
        assert context.ask(signing_key.keys).former == ()
        dialog.reason.setPlainText("Ban chủ nhiệm mới")
        dialog.verb.click()

    QTimer.singleShot(0, answer)
    screen.new_key.click()
    keys = context.ask(signing_key.keys)
    assert [one.fingerprint for one in keys.former] == [before]
    assert keys.fingerprint != before
    assert keys.fingerprint in screen._notice.text()
    assert before in screen._notice.text()
    assert keys.fingerprint in screen._fingerprint.text()
    (paper,) = papers
    assert len(paper.documents) == 1
    paper.reject()


def test_a_key_that_was_thought_better_of_stays(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    before = screen.presenter.fingerprint()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewKeyDialog)
        dialog.reason.setPlainText("Mất máy tính")
        dialog.back.click()

    QTimer.singleShot(0, answer)
    screen.new_key.click()
    assert screen.presenter.fingerprint() == before


def test_who_only_reads_changes_no_key(qtbot: QtBot, read_context: Context) -> None:
    assert not _screen(qtbot, read_context).new_key.isEnabled()
