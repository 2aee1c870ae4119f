"""``soclb report``: every figure and paper of a book, to a file or to the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.helpers.tools import pdf_text

FIGURES = ("report", "{book}", "fund-statement", "--month", "2018-03")


def test_figures_are_printed_or_written_the_same(run: Run, small: Path, tmp_path: Path) -> None:
    words = ("report", small, "fund-statement", "--month", "2018-03", "--out")
    printed = run(*words, "-", "--format", "json")
    assert printed.code == 0
    assert run(*words, tmp_path / "a.json").code == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == printed.figures
    assert printed.figures["from"] == "2018-03-01"
    assert printed.figures["cash"]["closing"] == 2_856_000


def test_a_period_is_months_or_days(run: Run, small: Path) -> None:
    words = ("report", small, "fund-statement", "--out", "-", "--format", "json")
    months = run(*words, "--from", "2018-02", "--to", "2018-04")
    days = run(*words, "--from", "1/2/2018", "--to", "2018-04-30")
    assert months.figures == days.figures
    assert months.figures["to"] == "2018-04-30"


def test_a_paper_in_all_formats(run: Run, small: Path, tmp_path: Path) -> None:
    words = ("report", small, "minutes", "--meeting", "2018-02-16", "--out")
    for ending in ("pdf", "xlsx", "txt", "json"):
        assert run(*words, tmp_path / f"bb.{ending}").code == 0
    text = (tmp_path / "bb.txt").read_text(encoding="utf-8")
    assert "BIÊN BẢN" in text
    assert "BIÊN BẢN" in pdf_text(tmp_path / "bb.pdf")
    assert run("--lang", "en", *words, "-", "--format", "txt").out != text


def test_a_file_that_is_there_is_refused(run: Run, small: Path, tmp_path: Path) -> None:
    there = tmp_path / "a.pdf"
    there.write_text("mine", encoding="utf-8")
    said = run("report", small, "minutes", "--month", "2018-02", "--out", there)
    assert said.code == 1
    assert there.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "words",
    [
        ("minutes", "--month", "2017-12"),
        ("minutes", "--meeting", "2018-02-17"),
        ("minutes",),
        ("member-statement",),
        ("member-statement", "--member", "M999"),
        ("loan-schedule", "--loan", "L999"),
        ("fund-statement", "--from", "2018-03", "--to", "2018-02"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_not_in_the_book_is_refused(
    run: Run, small: Path, tmp_path: Path, words: tuple[str, ...], language: str
) -> None:
    out = tmp_path / "x.pdf"
    said = run("--lang", language, "report", small, *words, "--out", out)
    assert said.code in (1, 2)
    assert not out.exists()


def test_an_unknown_ending_is_refused(run: Run, small: Path, tmp_path: Path) -> None:
    said = run("report", small, "indicators", "--out", tmp_path / "a.doc")
    assert said.code == 1
    assert ".pdf" in said.err


@pytest.mark.parametrize("name", ["member-statement", "loan-schedule", "minutes"])
def test_a_paper_asked_for_without_what_it_is_about_is_wrong_usage(
    name: str, run: Run, small: Path, tmp_path: Path
) -> None:
    out = tmp_path / "giay.json"
    done = run("report", small, name, "--out", out)
    assert done.code == 2
    assert not out.exists()
