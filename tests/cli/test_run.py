"""One run from outside in: the window or a command, passwords, interruptions, our own bugs."""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path

import pytest

from app import main as program
from app.cli import commands, loans
from app.services import books, passwords
from app.services import province as provinces
from tests.cli.conftest import Run
from tests.helpers.tools import soclb

SCHEDULE = (
    *("loan", "schedule", "--principal", "1000000", "--rate-bp", "70", "--method", "flat"),
    *("--term-months", "3", "--on", "2018-01-31"),
)


def _raising(error: BaseException) -> object:
    def run(_chosen: argparse.Namespace) -> int:
        raise error

    return run


@pytest.fixture
def protected(small: Path) -> Path:
    opened = books.open_for_writing(small)
    opened, _code = passwords.protect(opened, holder="Hoàng Thị An", password="chè xanh 6")
    opened.close()
    return small


def test_a_password_is_asked_for_and_taken(
    run: Run, protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("report", protected, "indicators", "--out", "-", "--format", "json")
    said = run(*words)
    assert said.code == 1
    assert "Hoàng Thị An" in said.err
    secret = tmp_path / "secret.txt"
    secret.write_bytes("\ufeffchè xanh 6\r\n".encode())
    assert run(*words, "--password-file", secret).code == 0
    assert run(*words, "--password-file", tmp_path / "nowhere").code == 1
    secret.write_text("trà", encoding="utf-8")
    assert run(*words, "--password-file", secret).code == 1
    monkeypatch.setenv("SOCLB_PASSWORD", "chè xanh 6")
    assert run(*words).code == 0
    assert run("book", "check", protected).code == 0


def test_an_interruption_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loans, "_schedule", _raising(KeyboardInterrupt()))
    said = run(*SCHEDULE)
    assert said.code == 1
    assert "Đã dừng" in said.err


@pytest.mark.parametrize(
    ("number", "word"), [(errno.ENOSPC, "đầy"), (errno.EACCES, "a.txt"), (errno.EIO, "a.txt")]
)
def test_what_the_system_refuses_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, number: int, word: str
) -> None:
    monkeypatch.setattr(loans, "_schedule", _raising(OSError(number, "x", "a.txt")))
    said = run(*SCHEDULE)
    assert said.code == 1
    assert word in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.logs
def test_a_bug_of_ours_shows_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loans, "_schedule", _raising(ZeroDivisionError()))
    said = run(*SCHEDULE)
    assert said.code == 1
    assert "ZeroDivisionError" not in said.err
    assert len(said.err.splitlines()) == 1


def test_the_province_is_another_demo(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def make(folder: Path) -> tuple[Path, ...]:
        asked.append(folder)
        return (folder / "a",)

    monkeypatch.setattr(provinces, "make", make)
    assert run("demo", "--province", tmp_path).out == f"{tmp_path / 'a'}\n"
    assert asked == [tmp_path]


def test_without_a_display_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert program.main([]) == 1
    assert "màn hình" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "language"),
    [([], ""), (["--lang", "en"], "en"), (["--lang=vi"], "vi")],
)
def test_without_a_command_the_window_opens(
    monkeypatch: pytest.MonkeyPatch, words: list[str], language: str
) -> None:
    from app.ui import start

    asked: list[tuple[list[str], str]] = []

    def run_window(books: list[str], *, language: str) -> int:
        asked.append((books, language))
        return 0

    monkeypatch.setattr(start, "run", run_window)
    assert program.main(words) == 0
    assert asked == [([], language)]


def test_words_are_a_command() -> None:
    done = soclb("--lang", "en", *SCHEDULE)
    assert done.returncode == 0
    assert '"due": "2018-02-28"' in done.stdout
    assert done.stderr == ""


def test_every_command_does_something() -> None:
    """A command that only groups others needs one of them behind it."""

    def leaves(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
        inner = [a.choices for a in parser._actions if isinstance(a.choices, dict)]
        if not inner:
            return [parser]
        return [leaf for choices in inner for one in choices.values() for leaf in leaves(one)]

    assert all(leaf.get_default("run") for leaf in leaves(commands.parser()))
