"""A register on a server is opened from the welcome screen, or it is said why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import InvalidError
from app.services import register
from app.ui import preferences
from app.ui.program import Program
from app.ui.screens.union.desk import open_register
from app.ui.screens.union.view import UnionScreen
from app.ui.screens.welcome import server as addresses
from app.ui.screens.welcome.server_dialog import ServerDialog
from app.ui.widgets.question import Question
from tests.helpers.postgres import PASSWORD, USER, Server
from tests.ui.screens.walk import names


@pytest.fixture
def window(dressed: QApplication) -> Iterator[Program]:
    made = Program(dressed)
    made.show_welcome()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize(
    ("where", "user", "password", "whole"),
    [
        ("may-chu/so_hoi", "", "", "postgresql://may-chu/so_hoi"),
        ("may-chu:5433/so_hoi", "hoi", "", "postgresql://hoi@may-chu:5433/so_hoi"),
        ("may-chu/so", "hoi", "a/b@c", "postgresql://hoi:a%2Fb%40c@may-chu/so"),
        ("postgresql://hoi:x@may-chu/so", "", "", "postgresql://hoi:x@may-chu/so"),
        ("postgres://hoi@may-chu/so", "", "moi", "postgresql://hoi:moi@may-chu/so"),
    ],
)
def test_an_address_is_put_together(where: str, user: str, password: str, whole: str) -> None:
    assert addresses.address(where, user, password) == whole


@pytest.mark.parametrize("where", ["", "may-chu", "http://may-chu/so", "may-chu:cong/so", "/so"])
def test_what_is_no_address_is_said_at_its_field(where: str) -> None:
    with pytest.raises(InvalidError) as refused:
        addresses.address(where, "", "")
    assert [(p.code, p.field) for p in refused.value.problems] == [("union.bad_address", "where")]


def test_an_address_is_shown_again_without_its_password() -> None:
    known = addresses.address("may-chu:5433/so_hoi", "hoi", "")
    assert addresses.parts(known) == ("may-chu:5433/so_hoi", "hoi")
    assert addresses.parts("") == ("", "")


def test_a_server_register_is_made_opened_and_remembered_without_password(
    qtbot: QtBot, window: Program, server: Server
) -> None:
    where, user = addresses.parts(server.new_database().replace(f":{PASSWORD}", ""))
    dialog = ServerDialog("", window)
    names(dialog)
    dialog.where.setText(where)
    dialog.user.setText(user)
    dialog.password.setText("sai")
    dialog.verb.click()
    assert "mật khẩu" in dialog.wrong.text()
    assert "sai" not in dialog.wrong.text()
    assert dialog.opened is None
    dialog.password.setText(PASSWORD)
    dialog.verb.click()
    assert "không phải sổ" in dialog.wrong.text()
    dialog.new.setChecked(True)
    dialog.name.setText("Hội LHPN tỉnh")
    dialog.verb.click()
    assert dialog.opened is not None
    window.open_server(dialog.opened, dialog.address)
    assert window.shell is not None
    assert isinstance(window.shell.screen_named("union"), UnionScreen)
    assert USER in window.context.place
    assert PASSWORD not in window.context.place
    kept = preferences.load().server
    assert addresses.parts(kept) == (where, user)
    assert PASSWORD not in kept


def test_a_server_that_is_not_there_is_said_in_a_sentence(
    qtbot: QtBot, window: Program, tmp_path: Path
) -> None:
    dialog = ServerDialog("", window)
    dialog.where.setText(f"/so_hoi?host={tmp_path}")
    dialog.verb.click()
    assert "không trả lời" in dialog.wrong.text()
    dialog.where.setText("chỗ nào đó")
    dialog.verb.click()
    assert dialog.opened is None


def test_the_welcome_screen_asks_which_register(qtbot: QtBot, window: Program) -> None:
    seen: list[object] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Question)
        seen.append(set(asked.buttons))
        QTimer.singleShot(0, give_up)
        asked.buttons["server"].click()

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ServerDialog):
            QTimer.singleShot(20, give_up)
            return
        seen.append("server")
        dialog.reject()

    assert window.welcome is not None
    QTimer.singleShot(0, answer)
    window.welcome.register.click()
    assert seen == [{"new", "open", "server", ""}, "server"]


def test_a_register_that_may_not_be_written_is_opened_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hoi.soclu"
    register.create(path, name="Hội")
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    opened = open_register(path)
    assert opened.read_only
    assert opened.database.read_only
    opened.close()
