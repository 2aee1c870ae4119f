"""Opening a book with all the questions around it, asked of real windows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.base import clock
from app.services import backup_places, backups, books, checking, club, fund, passwords
from app.store import keys
from app.store.keys import Cost
from app.ui.password_dialog import PasswordDialog
from app.ui.program import Program
from app.ui.widgets.question import Question
from tests.ui.conftest import TODAY
from tests.ui.screens.walk import names

HERS = "hoa sen 1950"


@pytest.fixture(autouse=True)
def cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same derivation with little memory, so that the tests are quick."""
    cheap = Cost(iterations=1, lanes=1, memory_kib=64)
    monkeypatch.setattr(keys, "Cost", lambda *given, **named: Cost(**named) if named else cheap)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Program:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


@pytest.fixture
def code(book: Path) -> str:
    """The book gets a password; this is its recovery code."""
    opened, code = passwords.protect(books.open_for_writing(book), holder="M001", password=HERS)
    opened.close()
    return code


def meet(work: Callable[[QDialog], None]) -> None:
    """Work the dialog that the next call opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                work(dialog)
            except BaseException:
                dialog.reject()
                raise
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_book_with_a_password_asks_for_it(window: Program, book: Path, code: str) -> None:
    said: list[str] = []

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, PasswordDialog)
        names(dialog)
        dialog.password.setText("falsch")
        dialog.verb.click()
        said.append(dialog.wrong.text())
        dialog.holder.setCurrentIndex(dialog.holder.findData("M001"))
        dialog.password.setText(HERS)
        dialog.verb.click()

    meet(work)
    window.open(book)
    assert window.shell is not None
    assert "phiếu khôi phục" in said[0].lower() or "mã khôi phục" in said[0].lower()
    assert not window.context.read_only


def test_the_recovery_sheet_opens_too_and_giving_up_opens_nothing(
    window: Program, book: Path, code: str
) -> None:
    meet(lambda dialog: dialog.reject())
    window.open(book)
    assert window.shell is None

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, PasswordDialog)
        dialog.holder.setCurrentIndex(dialog.holder.findData(passwords.RECOVERY))
        dialog.password.setText(code.lower().replace("-", " "))
        dialog.verb.click()

    meet(work)
    window.open(book)
    assert window.shell is not None


def test_f30_wrong_guesses_make_her_wait(window: Program, book: Path, code: str) -> None:
    waits: list[str] = []

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, PasswordDialog)
        for _ in range(4):
            dialog.password.setText("falsch")
            dialog.verb.click()
        waits.append(dialog.verb.text())
        assert not dialog.verb.isEnabled()
        dialog._tick(int(dialog._wait))
        assert dialog.verb.isEnabled()
        dialog.reject()

    meet(work)
    window.open(book)
    assert "giây" in waits[0]


def test_f11_an_older_copy_is_told_and_the_fuller_one_offered(
    window: Program, book: Path, tmp_path: Path
) -> None:
    old = Path(shutil.copy(book, tmp_path / "old.soclb"))
    window.open(book)
    window.context.do(fund.record, on=TODAY, kind="expense", amount=5_000, fund="operating")
    window.show_welcome()
    said: list[str] = []

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        said.append(_words(dialog))
        dialog.buttons["other"].click()

    meet(work)
    window.open(old)
    assert window.context.path == book
    assert str(old) in said[0]
    assert str(book) in said[0]
    window.show_welcome()

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        dialog.buttons["this"].click()

    meet(agree)
    window.open(old)
    assert window.context.path == old
    window.show_welcome()
    window.open(old)
    assert window.context.path == old


def test_f05_a_damaged_book_offers_its_newest_good_back_up(
    window: Program, qtbot: QtBot, book: Path, tmp_path: Path
) -> None:
    copy = backups.backup(book, tmp_path / "usb")
    backup_places.remember(book, tmp_path / "usb")
    content = bytearray(book.read_bytes())
    content[-2000] ^= 1
    book.write_bytes(content)
    said: list[str] = []

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        said.append(_words(dialog))
        dialog.buttons["go"].click()

    meet(work)
    window.open(book)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert window.shell is not None
    assert window.context.ask(checking.file_is_whole)
    assert copy.name in said[0]
    assert "17/11/2026" in said[0]
    assert list(book.parent.glob("club-replaced_*.soclb"))


@pytest.mark.parametrize("today", [date(1970, 1, 1), date(2099, 1, 1)])
def test_f10_a_wrong_clock_is_said_above_the_screens(
    window: Program, book: Path, today: date
) -> None:
    with clock.fixed(today):
        window.open(book)
        (bar,) = window.frame.bars
        assert today.strftime("%d/%m/%Y") in bar.notice.text()
        bar.read.click()
        assert bar.isHidden()


def test_f07_a_book_in_a_cloud_folder_is_said_to_be_in_danger(
    window: Program, book: Path, tmp_path: Path
) -> None:
    cloud = tmp_path / "Dropbox" / "club.soclb"
    cloud.parent.mkdir()
    shutil.move(book, cloud)
    window.open(cloud)
    (bar,) = window.frame.bars
    assert str(cloud.parent) in bar.notice.text()


def test_where_the_data_is_stands_in_sight_and_follows(window: Program, book: Path) -> None:
    window.open(book)
    before = window.frame.line.words.text()
    assert str(book.parent) in before
    assert book.name in before
    window.context.do(fund.record, on=TODAY, kind="expense", amount=5_000, fund="operating")
    assert window.frame.line.words.text() != before
    assert "17/11/2026" in window.frame.line.words.text()


def test_opening_the_open_book_again_changes_nothing(window: Program, book: Path) -> None:
    window.open(book)
    shell = window.shell
    window.open(book)
    assert window.shell is shell
    assert not window.context.read_only
    assert window.context.ask(club.details).practice
