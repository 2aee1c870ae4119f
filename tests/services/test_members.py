"""Members: joining, changing, leaving; every wrong field at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.base.errors import AppError, InvalidError
from app.domain.members import Member
from app.services import members
from app.services.sentences import sentences
from tests.helpers.clubs import START, empty_club, filled_club


def test_members_stand_in_the_order_of_vietnamese_names() -> None:
    with empty_club().read() as uow:
        names = [member.full_name for member in members.members(uow)]
    assert names == [
        "Trần Văn An",
        'Đào "Ba" <b>',
        "Lê Thị Bưởi",
        "H'Mông Ê-đê",
        "Nguyễn Thị Hoà",
    ]


def test_a_new_member_gets_the_next_number_and_a_clean_name() -> None:
    book = empty_club()
    with book.begin() as uow:
        code = members.join(uow, member=Member("", "  Nông  Thị\nLan ", START, birth="1951"))
        found = members.by_code(uow)[code]
    assert (code, found.full_name, found.birth_year) == ("M006", "Nông Thị Lan", "1951")


def test_every_wrong_field_is_named_at_once() -> None:
    wrong = Member("", " ", START, birth="51", left_on=date(2020, 1, 1))
    with pytest.raises(InvalidError) as refused, empty_club().begin() as uow:
        members.join(uow, member=wrong)
    assert [problem.field for problem in refused.value.problems] == [
        "full_name",
        "left_on",
        "birth",
    ]
    assert all(sentence.endswith(".") for sentence in sentences(refused.value))


@pytest.mark.parametrize("birth", ["", "1951", "1951-03-17"])
def test_births_that_are_known_in_part(birth: str) -> None:
    with empty_club().begin() as uow:
        code = members.join(uow, member=Member("", "Lò Páo", START, birth=birth))
        assert members.by_code(uow)[code].birth == birth


@pytest.mark.parametrize("birth", ["1849", "19511", "1951-13-01", "17/03/1951", "năm 51"])
def test_births_nobody_can_have(birth: str) -> None:
    with pytest.raises(InvalidError), empty_club().begin() as uow:
        members.join(uow, member=Member("", "Lò Páo", START, birth=birth))


def test_a_number_belongs_to_one_person() -> None:
    with pytest.raises(InvalidError) as refused, empty_club().begin() as uow:
        members.join(uow, member=Member("M001", "Ai đó", START))
    assert refused.value.problems[0].code == "member.code_taken"


def test_nobody_joins_after_her_own_money() -> None:
    with filled_club().begin() as uow:
        before = members.by_code(uow)["M001"]
        with pytest.raises(InvalidError):
            members.edit(uow, member=replace(before, joined_on=date(2024, 3, 1)))
        assert members.by_code(uow)["M001"] == before


def test_who_left_is_on_the_list_up_to_that_day() -> None:
    with empty_club().begin() as uow:
        members.leave(uow, code="M004", on=date(2024, 5, 31))
        assert any(m.code == "M004" for m in members.members(uow, on=date(2024, 5, 31)))
        assert all(m.code != "M004" for m in members.members(uow, on=date(2024, 6, 1)))


def test_the_board_signs_and_an_empty_post_has_no_name() -> None:
    with empty_club().begin() as uow:
        members.leave(uow, code="M003", on=date(2024, 1, 31))
        signers = members.signers(uow, on=date(2024, 2, 1))
    assert signers == {"chair": "Nguyễn Thị Hoà", "secretary": "Trần Văn An", "treasurer": ""}


def test_an_unknown_number_is_refused() -> None:
    with pytest.raises(AppError, match=r"member\.unknown"), empty_club().begin() as uow:
        members.leave(uow, code="M999", on=START)
