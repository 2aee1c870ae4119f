"""Both paper books through the command line: every expected figure, from folder and workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.helpers.tools import DATA

BOOKS = DATA / "books"


def differences(wanted: Any, given: Any, place: str = "") -> Iterator[str]:
    """Where ``given`` lacks or changes something wanted; further keys are allowed (CONTRACT 4)."""
    if isinstance(wanted, dict) and isinstance(given, dict):
        for key, value in wanted.items():
            yield from differences(value, given.get(key, "missing"), f"{place}/{key}")
        for key in given.keys() - wanted.keys() if place.endswith(("receipts", "payments")) else ():
            yield f"{place}/{key}: {given[key]!r} is too much"
    elif isinstance(wanted, list) and isinstance(given, list) and len(wanted) == len(given):
        for number, (one, other) in enumerate(zip(wanted, given, strict=True)):
            yield from differences(one, other, f"{place}[{number}]")
    elif wanted != given:
        yield f"{place}: {given!r} instead of {wanted!r}"


def _asked(path: Path) -> list[tuple[list[str], Any]]:
    """The options behind ``soclb report BOOK`` that a file of figures answers."""
    wanted = json.loads(path.read_text(encoding="utf-8"))
    report, _, about = path.stem.partition("_")
    if report == "loan-schedules":
        return [(["loan-schedule", "--loan", code], plan) for code, plan in wanted.items()]
    if report == "member-statement":
        return [([report, "--member", about], wanted)]
    return [([report, *(["--month", about] if about else [])], wanted)]


@pytest.mark.parametrize("source", ["small", "xom6", "xom6.xlsx"])
def test_every_expected_figure(run: Run, tmp_path: Path, source: str) -> None:
    book = tmp_path / "b.soclb"
    assert run("book", "import", book, BOOKS / source).code == 0
    files = sorted((BOOKS / source.removesuffix(".xlsx") / "expected").glob("*.json"))
    assert files
    wrong = []
    for path in files:
        for words, wanted in _asked(path):
            said = run("report", book, *words, "--out", "-", "--format", "json")
            assert said.code == 0, said.err
            wrong += [f"{' '.join(words)}{line}" for line in differences(wanted, said.figures)]
    assert wrong == []


BAD = sorted((DATA / "bad_books").iterdir())


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_bad_book_is_refused(run: Run, tmp_path: Path, bad: Path, language: str) -> None:
    from shutil import copy, copytree

    source = copytree(BOOKS / "small", tmp_path / "source")
    for sheet in bad.glob("*.csv"):
        copy(sheet, source / sheet.name)
    said = run("--lang", language, "book", "import", tmp_path / "b.soclb", source)
    assert said.code == 1
    assert said.out == ""
    assert not (tmp_path / "b.soclb").exists()
    wanted = _expected(bad)
    rows = [f"{word} {row}" for row in wanted["row"] for word in ("dòng", "row")]
    assert any(name in said.err for name in wanted["file"]), said.err
    assert not rows or any(f"{row}," in said.err or f"{row}:" in said.err for row in rows)
    assert not wanted["mention"] or any(word in said.err for word in wanted["mention"])


def _expected(bad: Path) -> dict[str, list[str]]:
    """What the refusal must name, by kind; no words where nothing is asked for."""
    lines = (bad / "expected.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if line)
    return {key: [] if words == "-" else words.split(" | ") for key, _, words in pairs}
