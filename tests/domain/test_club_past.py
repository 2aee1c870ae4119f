"""What several bundles of one club are together, as pure rules (bundle/README.md section 9)."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import club_past
from app.domain.club_facts import ClubFacts
from app.domain.club_past import Memory, contradiction, merge, settle
from app.domain.periods import Month
from tests.helpers.bundles import SampleClub

FEB, MARCH, APRIL, MAY, JUNE = (Month(2018, number) for number in range(2, 7))


def against(older: ClubFacts, newer: ClubFacts) -> str:
    return contradiction(Memory.of(older, "a").mark, Memory.of(newer, "b"))


def test_a_bundle_does_not_contradict_itself() -> None:
    facts = SampleClub().facts(MAY)
    assert contradiction(Memory.of(facts, "a").mark, Memory.of(facts, "a")) == ""


def test_a_club_that_only_goes_on_never_contradicts_itself() -> None:
    club = SampleClub()
    first = club.facts(MARCH, locked=FEB)
    club.history, club.since = "late entry", MARCH
    assert against(first, club.facts(JUNE, locked=MAY)) == ""


def test_an_earlier_month_told_later_says_nothing_of_a_locked_one() -> None:
    club = SampleClub()
    first = club.facts(MAY, locked=APRIL)
    assert against(first, club.facts(FEB)) == ""


@pytest.mark.parametrize(
    ("since", "locked", "code"),
    [
        (MARCH, MARCH, "union.locked_month_changed"),
        (APRIL, MARCH, ""),
        (MARCH, None, ""),
    ],
)
def test_a_locked_month_binds_and_an_open_one_does_not(
    since: Month, locked: Month | None, code: str
) -> None:
    club = SampleClub()
    first = club.facts(APRIL, locked=locked)
    club.history, club.since = "another", since
    assert against(first, club.facts(MAY)) == code


def test_a_second_copy_of_the_book_is_found() -> None:
    club = SampleClub()
    copy = club.fork("another", since=FEB)
    first = club.facts(MARCH)
    assert against(first, copy.facts(MARCH)) == "union.two_contents"
    assert against(first, copy.facts(APRIL)) == "union.past_rewritten"


def test_a_number_that_was_left_out_is_found() -> None:
    club = SampleClub()
    first, second = club.facts(MARCH), club.facts(APRIL)
    forgetful = replace(second, exports=second.exports[1:])
    assert against(first, forgetful) == "union.past_rewritten"


def test_the_newest_word_counts_and_the_first_area_stays() -> None:
    club = SampleClub(commune="xã Sơn Cẩm")
    first = club.facts(MARCH)
    club.commune, club.history, club.since = "phường Quan Triều", "late", MARCH
    second = club.facts(APRIL)
    told = settle([("a", first), ("b", second)])
    assert [told[month].sequence for month in (FEB, MARCH, APRIL)] == [2, 2, 2]
    assert told[MARCH].facts == second.months[2]
    assert [told[month].area.split("/")[1] for month in (MARCH, APRIL)] == [
        "xã Sơn Cẩm",
        "phường Quan Triều",
    ]


def test_months_on_which_rivals_agree_go_on_counting() -> None:
    club = SampleClub()
    copy = club.fork("another", since=APRIL)
    one, other = club.facts(MAY), copy.facts(JUNE)
    told = settle([("a", one), ("b", other)], [("a", "b")])
    assert max(told) == MARCH


def test_rivals_that_tell_the_same_are_no_loss_but_for_the_months_of_one_alone() -> None:
    club = SampleClub()
    copy = club.fork("a", since=APRIL)
    same = settle([("a", club.facts(MAY)), ("b", copy.facts(MAY))], [("a", "b")])
    assert max(same) == MAY
    longer = settle([("a", club.facts(MAY)), ("b", copy.facts(JUNE))], [("a", "b")])
    assert max(longer) == MAY


def test_rivals_that_begin_apart_share_nothing() -> None:
    late = SampleClub(started=MARCH)
    told = settle([("a", SampleClub().facts(MAY)), ("b", late.facts(MAY))], [("a", "b")])
    assert told == {}


@given(st.lists(st.sampled_from([FEB, MARCH, APRIL, MAY, JUNE]), min_size=1, max_size=4))
def test_taking_one_after_the_other_is_taking_all_at_once(lasts: list[Month]) -> None:
    club, bundles = SampleClub(), []
    for number, last in enumerate(lasts):
        club.history, club.since, club.commune = f"h{number}", MAY, f"xã {number}"
        bundles.append((str(number), club.facts(last)))
    for order in permutations(bundles):
        told: dict[Month, club_past.Told] = {}
        for _, facts in order:
            told |= merge(told, facts)
        assert told == settle(bundles)
