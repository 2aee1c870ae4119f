"""Codes and values, and the sentences they become."""

from __future__ import annotations

from datetime import date

import pytest

from app.base.catalogue import language
from app.base.errors import AppError, InvalidError, Problem, StoreUnavailableError, Where
from app.services import sentences


def test_an_error_is_a_code_and_values() -> None:
    error = StoreUnavailableError("file.disk_full", path="/a")
    assert (str(error), error.params) == ("file.disk_full", {"path": "/a"})
    assert repr(error) == "StoreUnavailableError('file.disk_full')"
    assert isinstance(error, AppError)


def test_all_problems_at_once() -> None:
    problems = [Problem("a"), Problem("b", {"x": 1}, field="amount")]
    assert InvalidError(iter(problems)).problems == tuple(problems)


def test_invalid_without_a_problem_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="without a problem"):
        InvalidError([])


def test_a_sentence_has_its_values() -> None:
    error = AppError("file.exists", path="so.soclb")
    assert sentences.sentence(error).startswith("Đã có so.soclb.")
    with language("en"):
        assert sentences.sentence(error).startswith("so.soclb is already there.")


@pytest.mark.parametrize(
    ("where", "start"),
    [
        (Where("entries.csv", 7, "amount"), "entries.csv, dòng 7, cột amount: Đã có"),
        (Where("entries.csv", 7), "entries.csv, dòng 7: Đã có"),
        (Where("entries.csv"), "entries.csv: Đã có"),
    ],
)
def test_a_problem_says_where(where: Where, start: str) -> None:
    problem = Problem("file.exists", {"path": "a"}, where=where)
    assert sentences.sentences(InvalidError([problem]))[0].startswith(start)


def test_values_read_as_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        sentences.SENTENCES, "x.y", "{amount:dong} {kind:kind} {fund:fund} {on} {n}"
    )
    error = AppError(
        "x.y", amount=1_250_000, kind="expense", fund="income", on=date(2018, 2, 1), n=7
    )
    assert sentences.sentences(error) == ["1.250.000 Chi Quỹ tăng thu nhập 01/02/2018 7"]
