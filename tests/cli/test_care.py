"""``soclb book check`` and ``journal``, ``soclb backup`` and ``restore``."""

from __future__ import annotations

from pathlib import Path

from app.store import books as store_books
from tests.cli.conftest import Run
from tests.helpers.tools import run_tool


def test_a_whole_book_is_said_to_be_whole(run: Run, small: Path) -> None:
    said = run("--lang", "en", "book", "check", small)
    assert said.code == 0
    assert "107 entries" in said.out


def test_the_first_entry_changed_by_hand_is_named(run: Run, small: Path) -> None:
    database = store_books.open_book(small)
    with database.engine.begin() as connection:
        triggers = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
        )
        for (name,) in triggers.fetchall():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("UPDATE entry SET memo = 'khác' WHERE id = 40")
    database.close()
    said = run("book", "check", small)
    assert said.code == 1
    assert "40" in said.err


def test_a_paper_is_found_by_its_code(run: Run, small: Path) -> None:
    words = ("fund-statement", "--month", "2018-03", "--out", "-", "--format", "json")
    code = run("report", small, *words).figures["check_code"]
    said = run("--lang", "en", "book", "check", small, "--code", code)
    assert said.code == 0
    assert "01/03/2018" in said.out
    assert run("book", "check", small, "--code", "ABCDEFGHIJ").code == 1


def test_hledger_reads_the_journal(run: Run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "small.journal"
    assert run("book", "journal", small, "--out", out).code == 0
    assert run("book", "journal", small, "--out", "-").out == out.read_text(encoding="utf-8")
    assert run("book", "journal", small, "--out", out).code == 1
    run_tool("hledger", "-f", out, "check")


def test_a_copy_comes_back(run: Run, small: Path, tmp_path: Path) -> None:
    folder, again = tmp_path / "copies", tmp_path / "again.soclb"
    assert run("backup", small, folder).code == 0
    (copy,) = folder.iterdir()
    assert run("restore", copy, again).code == 0
    assert run("book", "check", again).code == 0
    before = again.read_bytes()
    assert run("restore", copy, again).code == 1
    assert again.read_bytes() == before
    said = run("--lang", "en", "restore", copy, again, "--replace")
    assert said.code == 0
    assert "The old book is kept" in said.out


def test_what_is_no_copy_is_not_brought_back(run: Run, small: Path, tmp_path: Path) -> None:
    before = small.read_bytes()
    (tmp_path / "a.txt").write_text("x" * 9000, encoding="utf-8")
    for copy in (tmp_path / "a.txt", tmp_path / "nowhere", tmp_path):
        assert run("restore", copy, small).code == 1
        assert run("restore", copy, tmp_path / "new.soclb").code == 1
    assert small.read_bytes() == before
    assert not (tmp_path / "new.soclb").exists()


def test_a_bundle_is_no_back_up_and_a_damaged_head_is_said_to_be_damage(
    run: Run, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "gui.clbz").write_bytes(b"PK\x03\x04")
    said = run("--lang", "en", "restore", tmp_path / "gui.clbz", tmp_path / "b.soclb")
    assert (said.code, "bundle for the union" in said.err) == (1, True)
    assert not (tmp_path / "b.soclb").exists()
    data = bytearray(small.read_bytes())
    data[3] ^= 1
    small.write_bytes(data)
    said = run("--lang", "en", "book", "check", small)
    assert "the file is damaged: bring back the newest back-up" in said.err
    assert said.err.index("damaged") < said.err.index("key file")
