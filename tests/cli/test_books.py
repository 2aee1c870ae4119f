"""``soclb book``: made, brought in, given out; refused without leaving anything behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.base import clock
from tests.cli.conftest import Run


def test_a_new_book_has_what_was_set(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "mới.soclb"
    words = ["--set", "fee_monthly=5000", "--set", "started_on=1/6/2018", "--set", "hamlet=xóm 6"]
    assert run("book", "new", book, "--name", "CLB xóm 6", *words).code == 0
    said = run("report", book, "indicators", "--month", "2018-06", "--out", "-", "--format", "json")
    assert said.figures["members"] == 0
    assert said.figures["meetings_due"] == 1


def test_without_a_day_a_book_begins_this_month(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "b.soclb"
    assert run("book", "new", book, "--name", "CLB").code == 0
    month = str(clock.today())[:7]
    said = run("report", book, "indicators", "--month", month, "--out", "-", "--format", "json")
    assert said.figures["meetings_due"] == 1


@pytest.mark.parametrize(
    ("setting", "word"),
    [
        ("foo=1", "foo"),
        ("rounding=7", "rounding"),
        ("interest_split=income:60", "100"),
        ("interest_split=income", "income:60;operating:40"),
        ("loan_method=fast", "fast"),
        ("started_on=2018-02-30", "2018-02-30"),
        ("fee_monthly=-5", "-5"),
    ],
)
def test_a_wrong_setting_makes_no_book(run: Run, tmp_path: Path, setting: str, word: str) -> None:
    book = tmp_path / "b.soclb"
    said = run("book", "new", book, "--name", "CLB", "--set", setting)
    assert said.code == 1
    assert word in said.err
    assert list(tmp_path.iterdir()) == []


def test_all_wrong_settings_are_named_at_once(run: Run, tmp_path: Path) -> None:
    words = ["--set", "foo=1", "--set", "rounding=7", "--set", "hamlet=a", "--set", "hamlet=b"]
    said = run("book", "new", tmp_path / "b.soclb", "--name", " ", *words)
    assert said.code == 1
    assert len(said.err.splitlines()) == 4


def test_a_book_that_is_there_is_refused(run: Run, small: Path, data: Path) -> None:
    before = small.read_bytes()
    for words in (
        ("book", "new", small, "--name", "CLB"),
        ("book", "import", small, data / "books" / "small"),
    ):
        said = run(*words)
        assert said.code == 1
        assert "Đã có" in said.err
    assert small.read_bytes() == before


def test_a_dry_run_makes_nothing(run: Run, tmp_path: Path, data: Path) -> None:
    said = run("book", "import", tmp_path / "b.soclb", data / "books" / "small", "--dry-run")
    assert said.code == 0
    assert "7.338.000" in said.out
    assert list(tmp_path.iterdir()) == []


def test_a_paper_book_goes_out_and_comes_in_again(run: Run, small: Path, tmp_path: Path) -> None:
    assert run("book", "export", small, tmp_path / "sheets").code == 0
    again = tmp_path / "again.soclb"
    assert run("book", "import", again, tmp_path / "sheets").code == 0
    words = ("fund-statement", "--out", "-", "--format", "json")
    first, second = run("report", small, *words).figures, run("report", again, *words).figures
    del first["check_code"], second["check_code"]
    assert first == second
    assert run("book", "export", small, tmp_path / "sheets").code == 1


@pytest.mark.parametrize("name", ["nowhere", "a.txt", "empty"])
def test_what_is_no_paper_book_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    said = run("book", "import", tmp_path / "b.soclb", tmp_path / name)
    assert said.code == 1
    assert not (tmp_path / "b.soclb").exists()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_wrong_cell_is_named(run: Run, tmp_path: Path, data: Path, language: str) -> None:
    from shutil import copytree

    source = copytree(data / "books" / "small", tmp_path / "source")
    lines = (source / "entries.csv").read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace(",5000,", ",5000.5,")
    lines[4] = lines[4].replace("saving_deposit", "saving_gift")
    (source / "entries.csv").write_text("\n".join(lines), encoding="utf-8")
    said = run("--lang", language, "book", "import", tmp_path / "b.soclb", source)
    assert said.code == 1
    assert "5000.5" in said.err
    assert "saving_gift" in said.err
    row = "row" if language == "en" else "dòng"
    assert f"{row} 4" in said.err
    assert f"{row} 5" in said.err
    assert not (tmp_path / "b.soclb").exists()
