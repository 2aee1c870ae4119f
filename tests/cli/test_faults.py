"""What users, disks and foreign files do wrong: a sentence, exit code 1, nothing changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import books
from app.store import books as store_books
from tests.cli.conftest import Run
from tests.helpers.tools import ROOT, soclb

ON_A_BOOK = (
    ("report", "{book}", "indicators", "--out", "{out}.json"),
    ("book", "export", "{book}", "{out}"),
    ("book", "check", "{book}"),
    ("book", "journal", "{book}", "--out", "{out}.journal"),
    ("bundle", "export", "{book}", "--month", "2018-06", "--out", "{out}.clbz"),
    ("backup", "{book}", "{out}"),
)


def _words(command: tuple[str, ...], book: Path, out: Path) -> list[str]:
    return [word.format(book=book, out=out) for word in command]


def _foreign(path: Path, what: str) -> None:
    match what:
        case "text":
            path.write_text("Sổ quỹ tháng 11\n" * 400, encoding="utf-8")
        case "empty":
            path.write_bytes(b"")
        case "noise":
            path.write_bytes(bytes(range(256)) * 64)
        case "folder":
            path.mkdir()
        case "plain sqlite":
            import sqlite3

            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE club (id)")
            connection.commit()
            connection.close()


@pytest.mark.parametrize("what", ["missing", "text", "empty", "noise", "folder", "plain sqlite"])
@pytest.mark.parametrize("command", ON_A_BOOK, ids=" ".join)
def test_what_is_no_book(run: Run, tmp_path: Path, command: tuple[str, ...], what: str) -> None:
    book, out = tmp_path / "b.soclb", tmp_path / "out"
    _foreign(book, what)
    before = book.read_bytes() if book.is_file() else None
    said = run(*_words(command, book, out))
    assert said.code == 1
    assert "b.soclb" in said.err
    assert not list(tmp_path.glob("out*"))
    assert before == (book.read_bytes() if book.is_file() else None)


@pytest.mark.parametrize("command", ON_A_BOOK, ids=" ".join)
def test_a_book_of_a_newer_program(
    run: Run, small: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    database = store_books.open_book(small)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    database.close()
    before = small.read_bytes()
    said = run("--lang", "en", *_words(command, small, tmp_path / "out"))
    assert said.code == 1
    assert "99" in said.err
    assert "newer program" in said.err
    assert small.read_bytes() == before


def test_a_second_writer_is_refused_and_a_reader_is_not(
    run: Run, small: Path, tmp_path: Path
) -> None:
    mine = books.open_for_writing(small)
    try:
        out = tmp_path / "a.clbz"
        said = run("bundle", "export", small, "--month", "2018-06", "--out", out)
        assert said.code == 1
        assert not out.exists()
        assert run("report", small, "indicators", "--out", "-", "--format", "json").code == 0
        assert run("book", "check", small).code == 0
    finally:
        mine.close()


def test_every_flipped_byte_of_a_page_is_found(run: Run, small: Path) -> None:
    data = bytearray(small.read_bytes())
    data[len(data) // 2] ^= 1
    small.write_bytes(data)
    assert run("book", "check", small).code == 1


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for next to nothing."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if os.getuid() != 0 or subprocess.run(["mount", *options], check=False).returncode:
        full = Path("/dev/full")
        assert full.exists()
        shutil.rmtree(place)
        place.symlink_to(full)
        yield place
        return
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize(
    "command",
    [
        ("book", "import", "{disk}/b.soclb", "{source}"),
        ("book", "new", "{disk}/b.soclb", "--name", "CLB"),
        ("report", "{book}", "minutes", "--month", "2018-02", "--out", "{disk}/a.pdf"),
        ("book", "export", "{book}", "{disk}/sheets"),
        ("demo", "{disk}"),
        ("union", "new", "{disk}/r.soclu"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_full_disk(
    run: Run, small: Path, data: Path, full_disk: Path, command: tuple[str, ...]
) -> None:
    source = data / "books" / "xom6"
    if full_disk.is_dir():
        (full_disk / "filler").write_bytes(b"x" * 40_000)
    said = run(*(word.format(disk=full_disk, book=small, source=source) for word in command))
    assert said.code == 1
    assert "lỗi; không có gì" not in said.err
    if full_disk.is_dir():
        assert [path.name for path in full_disk.iterdir()] == ["filler"]


@pytest.mark.parametrize("name", ["a\u0000b", "x" * 300, "b.soclb/inside.json", "."])
def test_names_no_file_can_have(run: Run, small: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "b.soclb").write_text("a file", encoding="utf-8")
    out = str(tmp_path / name)
    said = run("report", small, "indicators", "--out", out, "--format", "json")
    assert said.code in (1, 2)
    assert "lỗi; không có gì" not in said.err


def test_a_real_process_speaks_utf8_whatever_the_locale(tmp_path: Path, data: Path) -> None:
    book = tmp_path / "sổ xóm 6.soclb"
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = soclb("book", "import", book, data / "books" / "small", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Liên thế hệ" in done.stdout
    again = soclb("book", "import", book, data / "books" / "small", env=env)
    assert (again.returncode, again.stdout) == (1, "")
    assert "Đã có" in again.stderr


def test_a_full_or_closed_output(small: Path) -> None:
    words = ["report", str(small), "fund-statement", "--out", "-", "--format", "json"]
    command = [sys.executable, "-m", "app.main", *words]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(write)
    assert done.stderr == ""
