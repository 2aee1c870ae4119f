"""By which day a member's request about her data is answered and done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.consent import REQUEST_KINDS, DataRequest

ASKED = DataRequest(1, "M001", "An", date(2026, 11, 17), "see", "", None, False, None, "")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (date(2026, 11, 17), date(2026, 11, 19)),  # Tuesday
        (date(2026, 11, 19), date(2026, 11, 23)),  # Thursday: a weekend lies between
        (date(2026, 11, 20), date(2026, 11, 24)),
        (date(2026, 11, 21), date(2026, 11, 24)),
        (date(2026, 11, 22), date(2026, 11, 24)),
    ],
)
def test_an_answer_is_due_after_two_working_days(asked: date, answer: date) -> None:
    assert replace(ASKED, asked_on=asked).answer_due == answer


@pytest.mark.parametrize("kind", REQUEST_KINDS)
def test_doing_it_is_due_by_its_kind(kind: str) -> None:
    days = 15 if kind in ("withdraw", "restrict", "object") else 10
    asked = replace(ASKED, kind=kind)
    assert (asked.done_due - asked.asked_on).days == days
    assert (replace(asked, extended=True).done_due - asked.asked_on).days == days + 15


def test_what_is_due_next() -> None:
    assert ASKED.next_due == date(2026, 11, 19)
    answered = replace(ASKED, answered_on=date(2026, 11, 18))
    assert answered.next_due == date(2026, 11, 27)
    assert replace(answered, done_on=date(2026, 11, 20)).next_due is None
