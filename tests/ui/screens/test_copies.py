"""The welcome screen's two ways with a copy: to practise on one, to bring a book back from one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.services import (
    backups,
    books,
    club,
    fund,
    known_books,
    passwords,
    practice_copy,
    restoring,
)
from app.ui.password_dialog import PasswordDialog
from app.ui.program import Program
from app.ui.screens.welcome import copies, presenter
from app.ui.widgets.question import Question
from tests.helpers.clubs import book_file
from tests.stories.hands import Hands

DAY = date(2024, 5, 3)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Program:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.start(None)
    window.show()
    return window


@pytest.fixture
def hands(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Hands:
    return Hands(qtbot, monkeypatch)


@pytest.fixture
def real(tmp_path: Path) -> Path:
    return book_file(tmp_path / "xom-dong.soclb")


def _show(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def _seen_with_one_more(book: Path) -> None:
    with books.writing(book) as database, database.begin() as uow:
        fund.record(uow, on=DAY, kind="donation", amount=1000, fund="income")
        known_books.remember(uow, path=book)


def _protect(book: Path) -> None:
    opened = books.open_for_writing(book)
    passwords.protect(opened, holder="M001", password="mat khau")[0].close()


def _entries(book: Path) -> int:
    with books.reading(book) as database, database.read() as uow:
        return known_books.extent(uow).entries


def _answers(code: str, said: list[str]) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, Question)
        said.append(dialog.windowTitle())
        dialog.buttons[code].click()

    return act


def test_the_practice_copy_opens_in_its_own_colours(
    window: Program, hands: Hands, real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _show(monkeypatch, real)
    assert window.welcome is not None
    hands.click(window.welcome.own_practice)
    assert window.shell is not None
    assert window.context.ask(club.head).practice
    assert window.context.path is not None
    assert window.context.path.name == "xom-dong-ban-lam-thu.soclb"
    assert _entries(window.context.path) == _entries(real)


def test_no_book_shown_means_no_copy(
    window: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert window.welcome is not None
    hands.click(window.welcome.own_practice)
    hands.click(window.welcome.back)
    assert window.shell is None


def test_a_book_with_a_password_asks_for_it_once(window: Program, hands: Hands, real: Path) -> None:
    _protect(real)
    made: list[Path | None] = []

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, PasswordDialog)
        dialog.password.setText("mat khau")
        hands.click(dialog.verb)

    hands.during(work, lambda: made.append(copies.practise_on(real, window)))
    assert made[0] is not None
    assert passwords.holders(made[0]) == ("M001",)


def test_what_would_be_lost_is_said_and_leaving_it_changes_nothing(
    window: Program, hands: Hands, real: Path, tmp_path: Path
) -> None:
    copy = backups.backup(real, tmp_path / "stick")
    _seen_with_one_more(real)
    before = _entries(real)
    question = copies.return_question(restoring.look(copy), window)
    words = presenter.return_words(restoring.look(copy))
    assert "03/05/2024" in words
    assert str(real) in words
    assert "1 " in words
    assert question.buttons["back"].isDefault()
    question.deleteLater()
    hands.during(_answers("back", []), lambda: copies.bring_back_from(copy, window))
    assert _entries(real) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stick", "xom-dong.soclb"]


def test_a_book_brought_back_opens_and_the_old_file_is_named(
    window: Program, qtbot: QtBot, real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backups.backup(real, tmp_path / "stick")
    _seen_with_one_more(real)
    before = _entries(real)
    told: list[str] = []
    monkeypatch.setattr(copies, "kept_question", _telling(told))
    monkeypatch.setattr(Question, "answer", lambda _question: "go")
    _show(monkeypatch, copy)
    assert window.welcome is not None
    window.welcome.back.click()
    assert window.shell is not None
    assert window.context.path == real
    assert _entries(real) == before - 1
    assert _entries(Path(told[0])) == before


def _telling(told: list[str]) -> Callable[[Path, QWidget | None], Question]:
    ask = copies.kept_question

    def tell(kept: Path, parent: QWidget | None) -> Question:
        told.append(str(kept))
        return ask(kept, parent)

    return tell


def test_a_new_computer_is_told_that_nothing_is_replaced(real: Path, tmp_path: Path) -> None:
    copy = backups.backup(real, tmp_path / "stick")
    words = presenter.return_words(restoring.look(copy))
    assert "không thay tệp nào" in words
    assert "20/04/2024" in words


def test_a_second_practice_copy_gets_a_name_of_its_own(real: Path) -> None:
    first = presenter.practice_copy_path(real)
    practice_copy.make(real, first)
    assert presenter.practice_copy_path(real) != first
