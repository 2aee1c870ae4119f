"""The line itself: languages, help, and what nobody understands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli import commands
from app.cli.parser import Parser
from tests.cli.conftest import Run

WRONG = (
    "",
    "nothing",
    "book",
    "book new x.soclb",
    "book new x.soclb --name",
    "book new --name CLB",
    "book new x.soclb --name CLB --set fee_monthly",
    "book new x.soclb --name CLB --colour red",
    "book import x.soclb",
    "report x.soclb",
    "report x.soclb no-such-report --out x.pdf",
    "report x.soclb minutes",
    "report x.soclb minutes --out x.pdf --month 2018-13",
    "report x.soclb minutes --out x.pdf --month last",
    "report x.soclb minutes --out x.pdf --meeting 2018-02-30",
    "report x.soclb minutes --out -",
    "report x.soclb minutes --out x.pdf --format json",
    "report x.soclb fund-statement --month 2018-01 --from 2018-01 --out x.pdf",
    "loan schedule",
    "loan schedule --principal 5000.5 --rate-bp 70 --method flat --term-months 3 --on 2018-01-01",
    "loan schedule --principal 5000 --rate-bp -1 --method flat --term-months 3 --on 2018-01-01",
    "loan schedule --principal 5000 --rate-bp 70 --method other --term-months 3 --on 2018-01-01",
    "loan schedule --principal 5000 --rate-bp 70 --method flat --term-months 3 --on 01/13/2018",
    "bundle export x.soclb --out x.clbz",
    "bundle export x.soclb --month 2018-01 --out x.clbz --level all",
    "bundle verify",
    "union new",
    "union import x.soclbu",
    "--lang de book check x.soclb",
    "--lang",
)


@pytest.mark.parametrize("line", WRONG)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_wrong_usage_is_two_and_a_sentence(run: Run, line: str, language: str) -> None:
    words = line.split() if "--lang" in line else ["--lang", language, *line.split()]
    said = run(*words)
    assert said.code == 2
    assert said.out == ""
    assert said.err.strip()
    assert not re.search(r"\b(argument|invalid|required|expected|unrecognized|usage):?\b", said.err)


def test_language_may_stand_anywhere(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "no.soclb"
    first = run("--lang", "en", "report", missing, "indicators", "--out", "-", "--format", "json")
    last = run("report", missing, "indicators", "--out", "-", "--format", "json", "--lang=en")
    usual = run("report", missing, "indicators", "--out", "-", "--format", "json")
    assert first == last
    assert first.code == usual.code == 1
    assert "is not there" in first.err
    assert "Không thấy" in usual.err


def _all(parser: Parser, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [words]
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for name, inner in action.choices.items():
                found += _all(inner, (*words, name))
    return found


COMMANDS = _all(commands.parser())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_explains_itself(run: Run, words: tuple[str, ...], language: str) -> None:
    said = run("--lang", language, *words, "--help")
    assert said.code == 0
    assert said.err == ""
    if language == "vi":
        assert "Options" not in said.out
        assert "show this help" not in said.out
    assert said.out.count("Cách viết: " if language == "vi" else "Usage: ") == 1


def test_the_commands_are_those_of_the_contract() -> None:
    said = {" ".join(words) for words in COMMANDS}
    for command in (
        "demo",
        "book new",
        "book import",
        "book export",
        "book check",
        "book journal",
        "report",
        "loan schedule",
        "bundle export",
        "bundle verify",
        "bundle receipt",
        "union new",
        "union key",
        "union import",
        "union report",
        "union export",
        "union receipt",
        "backup",
        "restore",
    ):
        assert command in said, command


def test_the_sentences_name_what_may_be_written(run: Run, small: Path, tmp_path: Path) -> None:
    loan = "--lang en loan schedule --principal 1000 --rate-bp 70 --on 2024-01-01 --method flat"
    said = run(*loan.split(), "--term-months", "-1")
    assert "“-1” is no whole number of 0 or more" in said.err
    assert "between 1 and 600" in run(*loan.split(), "--term-months", "0").err
    out = tmp_path / "x.docx"
    said = run(
        "--lang", "en", "report", small, "fund-statement", "--month", "2018-06", "--out", out
    )
    assert all(ending in said.err for ending in (".pdf", ".xlsx", ".txt", ".json"))
    assert not out.exists()
