"""``soclb loan schedule`` against the public schedules, row by row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.helpers.tools import DATA

CASES = json.loads((DATA / "loan_schedules_public.json").read_text(encoding="utf-8"))["cases"]
OPTIONS = {
    "principal": "--principal",
    "rate_bp": "--rate-bp",
    "method": "--method",
    "term_months": "--term-months",
    "on": "--on",
    "grace_months": "--grace-months",
    "rounding": "--rounding",
    "instalment_step": "--instalment-step",
}


def _words(case: dict[str, Any]) -> list[str]:
    given = [(OPTIONS[key], case[key]) for key in OPTIONS if case.get(key) is not None]
    return [str(word) for pair in given for word in pair]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_schedule_is_the_published_one(run: Run, case: dict[str, Any]) -> None:
    said = run("loan", "schedule", *_words(case), "--format", "json")
    assert said.code == 0
    rows = {row["no"]: row for row in said.figures["rows"]}
    assert len(rows) == case["term_months"]
    for wanted in case["rows"]:
        assert {key: rows[wanted["no"]][key] for key in wanted} == wanted
    for key in ("interest", "total"):
        assert said.figures[key] == sum(row[key] for row in rows.values())


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"principal": 0}, "lớn hơn 0"),
        ({"term_months": 0}, "600"),
        ({"term_months": 601}, "600"),
        ({"grace_months": 12}, "ân hạn"),
        ({"rate_bp": 10_001}, "100"),
        ({"rounding": 0}, "1 đồng"),
    ],
)
def test_terms_out_of_range_are_refused(run: Run, changed: dict[str, int], word: str) -> None:
    terms = {
        "principal": 1_000_000,
        "rate_bp": 70,
        "method": "annuity",
        "term_months": 12,
        "on": "2018-01-31",
    }
    said = run("loan", "schedule", *_words(terms | changed))
    assert (said.code, said.out) == (1, "")
    assert word in said.err
