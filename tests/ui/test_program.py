"""The whole window: opened, opened twice, in two languages and sizes, and when things go wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.base.errors import AppError, StoreUnavailableError
from app.services import books, register
from app.services.union_papers import UnionPaper
from app.ui import errors, navigation, papers, preferences
from app.ui.program import Program
from app.ui.screens.home.view import HomeScreen
from app.ui.screens.union.taken_dialog import TakenDialog
from app.ui.screens.union.view import UnionScreen
from app.ui.shell import Shell
from app.ui.widgets.mnemonics import plain
from app.ui.widgets.question import Question


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Program:
    window = Program(qapp)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


def _shell(window: Program) -> Shell:
    assert window.shell is not None
    return window.shell


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_welcome_screen_comes_first(window: Program) -> None:
    window.start(None)
    assert window.welcome is not None
    assert plain(window.welcome.practice.text()) == "Làm thử với sổ thực hành"


def test_the_last_book_opens_by_itself(
    window: Program, qtbot: QtBot, qapp: QApplication, book: Path
) -> None:
    window.open(book)
    window.close()
    again = Program(qapp)
    qtbot.addWidget(again)
    again.start(None)
    qtbot.waitUntil(lambda: again.shell is not None)
    assert "xóm 6" in again.windowTitle()


def test_a_second_window_only_reads_and_says_so(window: Program, book: Path) -> None:
    with books.writing(book):
        window.open(book)
        home = _shell(window).screen_named("home")
        assert isinstance(home, HomeScreen)
        assert "chỉ xem được" in _words(_shell(window))
        assert not home.next.isEnabled()


def test_what_is_no_book_is_told(window: Program, tmp_path: Path) -> None:
    other = tmp_path / "note.soclb"
    other.write_text("not a book")
    with pytest.raises(StoreUnavailableError):
        window.open(other)
    assert window.shell is None


@pytest.mark.parametrize("size", [14, 22])
@pytest.mark.parametrize("code", ["vi", "en"])
def test_every_screen_in_both_languages_and_sizes(
    window: Program, qtbot: QtBot, book: Path, code: str, size: int
) -> None:
    window.open(book)
    window.use_language(code)
    window.use_text_size(size)
    shell = _shell(window)
    for entry in navigation.CLUB:
        shell.show_screen(entry.name)
        QApplication.processEvents()
        assert not shell.grab().isNull()


def test_language_and_size_are_remembered(window: Program, book: Path) -> None:
    window.open(book)
    window.use_language("en")
    window.use_text_size(99)
    kept = preferences.load()
    assert (kept.language, kept.text_size) == ("en", preferences.LARGEST)
    assert kept.books == (str(book.resolve()),)


def test_broken_preferences_are_as_on_the_first_day(own_home: Path) -> None:
    path = preferences.config_dir() / "window.json"
    path.write_text('{"text_size": "large"}')
    assert preferences.load() == preferences.Preferences()
    path.write_text("[]")
    assert preferences.load() == preferences.Preferences()


def test_a_change_reaches_the_screens_it_concerns(window: Program, book: Path) -> None:
    from app.services import fund
    from tests.ui.conftest import TODAY

    window.open(book)
    shell = _shell(window)
    shell.show_screen("fund")
    rows = shell.screen_named("fund").list.table().rowCount()
    values = {"on": TODAY, "kind": "donation", "amount": 5_000, "fund": "care"}
    window.context.do(fund.record, **values)
    assert shell.screen_named("fund").list.table().rowCount() == rows + 1
    assert "Đã lưu" in _words(shell)


def test_a_refused_action_is_rolled_back_and_told(
    window: Program, qtbot: QtBot, book: Path
) -> None:
    from app.services import fund
    from tests.ui.conftest import TODAY

    window.open(book)
    before = window.context.ask(fund.balances, on=TODAY)
    values = {"on": TODAY, "kind": "expense", "amount": 10**12, "fund": "operating"}
    with qtbot.waitSignal(window.context.failed), pytest.raises(AppError):
        window.context.do(fund.record, **values)
    assert window.context.ask(fund.balances, on=TODAY) == before


def _meet(work: Callable[[QDialog], None]) -> None:
    """Work the dialog that the next call opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            work(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_an_error_is_shown_in_words(dressed: QApplication, qtbot: QtBot) -> None:
    said: list[str] = []

    def work(dialog: QDialog) -> None:
        said.append(_words(dialog))
        dialog.reject()

    _meet(work)
    errors.show(AppError("day.missing"))
    assert "Hãy ghi ngày" in said[0]


@pytest.mark.logs
def test_our_own_fault_can_be_copied(dressed: QApplication, qtbot: QtBot) -> None:
    hook = sys.excepthook
    errors.install()
    try:
        try:
            raise RuntimeError("broken inside")
        except RuntimeError:
            kind, error, trace = sys.exc_info()

        def work(dialog: QDialog) -> None:
            assert isinstance(dialog, Question)
            assert "RuntimeError" not in _words(dialog)
            dialog.buttons["copy"].click()

        _meet(work)
        assert kind is not None
        assert error is not None
        sys.excepthook(kind, error, trace)
        assert "broken inside" in QGuiApplication.clipboard().text()

        def refuse(dialog: QDialog) -> None:
            dialog.reject()

        _meet(refuse)
        sys.excepthook(AppError, AppError("day.missing"), None)
    finally:
        sys.excepthook = hook


def test_a_register_takes_bundles_in(
    window: Program, qtbot: QtBot, book: Path, tmp_path: Path
) -> None:
    from app.services import exporting
    from tests.ui.conftest import MONTH_SENT

    with books.writing(book) as database, database.begin() as uow:
        exporting.export_bundle(uow, month=MONTH_SENT, out=tmp_path / "club.clbz")
    path = tmp_path / "hoi.soclu"
    register.create(path, name="Hội LHPN phường Quan Triều", practice=True)
    window.open(path)
    screen = _shell(window).screen_named("union")
    assert isinstance(screen, UnionScreen)
    assert screen.list.table().rowCount() == 0
    intake = screen.take_in([tmp_path / "club.clbz", tmp_path / "missing.clbz"])
    assert [line.accepted for line in intake.lines] == [True, False]
    assert screen.list.table().rowCount() == 1
    dialog = TakenDialog(intake, window, window.context)
    dialog.show()
    assert not dialog.grab().isNull()
    dialog.accept()
    page = UnionPaper("union-report", month=MONTH_SENT)
    papers.write(window.context, page, tmp_path / "page.pdf", window)
    assert (tmp_path / "page.pdf").is_file()
