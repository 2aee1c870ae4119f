"""Units with their days: found however they are written, followed from change to change."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.areas import AreaChange, Areas, Unit, listed, name_of, same, same_path

REFORM = date(2025, 7, 1)
OLD = (
    ("tỉnh X/huyện Đồng/xã Hòa Bình", ("tỉnh X/xã Hòa Bình",)),
    ("tỉnh X/huyện Đồng/xã Chia Đôi", ("tỉnh X/xã Hòa Bình", "tỉnh X/xã Mới")),
    ("tỉnh X/huyện Đồng/thị trấn Đu", ("tỉnh X/xã Đồng",)),
    ("tỉnh X/thành phố Núi/xã Đồng", ("tỉnh X/xã Mới",)),
    ("tỉnh X/thành phố Núi/xã Trùng Tên", ("tỉnh X/xã Mới",)),
    ("tỉnh X/huyện Đồng/xã Trùng Tên", ("tỉnh X/xã Đồng",)),
)
NEW = ("tỉnh X/xã Hòa Bình", "tỉnh X/xã Mới", "tỉnh X/xã Đồng")
IN_2018, IN_2024, TODAY = date(2018, 11, 30), date(2024, 5, 31), date(2026, 11, 27)


def known(*changes: AreaChange) -> Areas:
    units, made = listed(OLD, NEW, REFORM)
    return Areas([*units, *(Unit(one.new, one.from_on) for one in changes)], [*made, *changes])


@pytest.mark.parametrize(
    ("told", "became"),
    [
        ("tỉnh X/huyện Đồng/xã Hòa Bình", ["tỉnh X/xã Hòa Bình"]),
        ("X/đồng/ hoà  bình ", ["tỉnh X/xã Hòa Bình"]),
        ("X/H. Đồng/Xã Hoà Bình", ["tỉnh X/xã Hòa Bình"]),
        ("X/huyện Đồng/tt Đu", ["tỉnh X/xã Đồng"]),
        ("X/huyện Đồng/xã Đu", ["tỉnh X/xã Đồng"]),
        ("X/huyện Đồng/xã Chia Đôi", ["tỉnh X/xã Hòa Bình", "tỉnh X/xã Mới"]),
        ("X/huyện Đồng/xã Trùng Tên", ["tỉnh X/xã Đồng"]),
        ("X/TP Núi/Trùng Tên", ["tỉnh X/xã Mới"]),
        ("X/huyện khác/xã Hòa Bình", ["tỉnh X/xã Hòa Bình"]),
        ("X/thành phố Núi/xã Đồng", ["tỉnh X/xã Mới"]),
    ],
)
def test_an_old_commune_is_found_as_it_is_written(told: str, became: list[str]) -> None:
    assert list(known().became(told, told=IN_2018, on=TODAY).units) == became


@pytest.mark.parametrize(
    "told", ["X/huyện Đồng", "X/xã Trùng Tên", "Y/huyện Đồng/xã Hòa Bình", "X", "", "X/xã Đâu đó"]
)
def test_what_names_no_commune_or_two_stands_for_itself(told: str) -> None:
    found = known().became(told, told=IN_2018, on=TODAY)
    assert (found.known, found.units) == (False, ("/".join(told.split("/")),))


def test_before_the_change_a_unit_is_itself() -> None:
    path = "tỉnh X/huyện Đồng/xã Hòa Bình"
    assert known().became(path, told=IN_2018, on=IN_2024).units == (path,)
    assert known().became(path, told=IN_2018, on=REFORM).units == ("tỉnh X/xã Hòa Bình",)


def test_an_old_name_still_in_use_is_followed_and_todays_stays() -> None:
    areas = known()
    assert areas.became("X/huyện Đồng/xã Chia Đôi", told=TODAY, on=TODAY).unit is None
    assert areas.became("X/xã Đồng", told=TODAY, on=TODAY).unit == "tỉnh X/xã Đồng"


def test_a_name_used_again_is_another_unit() -> None:
    later = date(2027, 1, 1)
    areas = known(
        AreaChange("tỉnh X/xã Mới", "tỉnh X/xã Hòa Bình", later),
        AreaChange("tỉnh X/xã Đồng", "tỉnh X/xã Mới", later),
    )
    then = date(2028, 6, 30)
    assert areas.became("X/xã Mới", told=TODAY, on=then).unit == "tỉnh X/xã Hòa Bình"
    assert areas.became("X/xã Đồng", told=TODAY, on=then).unit == "tỉnh X/xã Mới"
    assert areas.became("X/xã Mới", told=then, on=then).unit == "tỉnh X/xã Mới"
    assert areas.became("X/thành phố Núi/xã Đồng", told=IN_2018, on=then).unit == (
        "tỉnh X/xã Hòa Bình"
    )


def test_where_a_unit_came_from() -> None:
    came = [change.old for change in known().predecessors("X/xã Mới")]
    assert came == [OLD[1][0], OLD[3][0], OLD[4][0]]


def test_changes_that_turn_in_a_circle_end() -> None:
    one, other = "tỉnh X/xã A", "tỉnh X/xã B"
    areas = Areas(
        [Unit(one), Unit(other)],
        [AreaChange(one, other, IN_2018), AreaChange(other, one, IN_2024)],
    )
    assert areas.became(one, told=date(2000, 1, 1), on=TODAY).unit == one


def test_parts_are_the_same_with_and_without_their_kind() -> None:
    assert same(name_of("Xã Hoà Bình"), name_of("hòa bình"))
    assert not same(name_of("xã Phú Lý"), name_of("xã Phủ Lý"))
    assert not same(name_of("xã Tân Long"), name_of("phường Tân Long"))
    assert name_of("tp. Thái Nguyên") == name_of("Thành phố Thái Nguyên")
    assert not same_path("X/xã A", "X/huyện B/xã A")


def test_a_province_has_its_districts_before_the_reform_and_its_communes_after() -> None:
    areas = known()
    assert areas.below("X", IN_2018, districts=True) == (
        "tỉnh X/huyện Đồng",
        "tỉnh X/thành phố Núi",
    )
    assert len(areas.below("tỉnh X", IN_2018, districts=False)) == len(OLD)
    assert areas.below("X", TODAY, districts=False) == NEW
    assert areas.below("X", TODAY, districts=True) == ()
    assert areas.below("thành phố X", TODAY, districts=False) == ()


def test_nothing_lies_nowhere() -> None:
    assert same_path("", "")
    assert known().find("tỉnh X/", IN_2018) == ()
