"""One month of a club out of its running figures."""

from __future__ import annotations

from app.domain.club_card import story
from app.domain.periods import Month
from tests.helpers.union_area import club

MONTHS = club(6).months(Month(2026, 9))


def test_a_month_is_what_it_adds_to_the_one_before() -> None:
    told = story(MONTHS, Month(2026, 6))
    assert told is not None
    assert told.held
    assert told.listed == 50
    assert told.present == 45
    before = next(facts for facts in MONTHS if facts.month == Month(2026, 5))
    assert told.fund_change == told.facts.fund_total - before.fund_total


def test_a_month_without_a_meeting_has_no_list() -> None:
    told = story(MONTHS, Month(2026, 2))
    assert told is not None
    assert (told.held, told.present, told.listed) == (False, 0, 0)


def test_the_first_month_is_against_nothing() -> None:
    told = story(MONTHS, Month(2025, 1))
    assert told is not None
    assert told.fund_change is None
    assert told.held


def test_a_month_not_told_has_no_story() -> None:
    assert story(MONTHS, Month(2026, 10)) is None
