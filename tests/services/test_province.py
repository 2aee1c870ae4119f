"""The article's province: every one of its figures, counted from 135 clubs' own entries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.base.errors import AppError
from app.services import province
from tests.helpers.tools import run_tool


def _article(data: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((data / "thai_nguyen_2018.json").read_text(encoding="utf-8"))
    return told


def test_the_plan_sums_to_the_article(data: Path) -> None:
    plans, article = province.planned(), _article(data)
    assert len(plans) == article["clubs"]
    assert sum(plan.members for plan in plans) == article["members"]
    assert sum(plan.fund for plan in plans) == article["fund_at_least"]
    assert all(20_000_000 < plan.fund < 60_000_000 for plan in plans)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return province.make(tmp_path_factory.mktemp("province") / "out")


@pytest.fixture(scope="module")
def told(made: tuple[Path, ...]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made[-1].read_text(encoding="utf-8"))
    return found


EXACT = (
    "clubs", "clubs_by_area", "clubs_pilot_since_2007", "clubs_added_later", "members",
    "fund_at_least", "managing_communes", "target_2020", "areas_2018",
)  # fmt: skip
NOT_COUNTED = ("source", "notes", "as_of", "pilot_areas", "managed_by", "son_cam")


def test_every_figure_of_the_article_is_looked_at(data: Path) -> None:
    assert set(_article(data)) == {*EXACT, *NOT_COUNTED}


@pytest.mark.parametrize("key", EXACT)
def test_the_register_counts_what_the_article_counts(
    key: str, told: dict[str, Any], data: Path
) -> None:
    assert told[key] == _article(data)[key]


def test_who_manages_and_where_the_pilot_was(told: dict[str, Any], data: Path) -> None:
    article = _article(data)
    assert set(told["pilot_areas"]) == set(article["pilot_areas"])
    union = article["managed_by"].removesuffix(" xã, phường")
    assert len(told["managed_by"]) == article["managing_communes"]
    assert all(one.startswith((f"{union} xã", f"{union} phường")) for one in told["managed_by"])


def test_three_clubs_of_son_cam_became_nineteen(told: dict[str, Any], data: Path) -> None:
    article, here = _article(data)["son_cam"], told["son_cam"]
    same = ("commune", "area", "clubs", "clubs_first", "clubs_split_off", "board_members")
    assert {key: here[key] for key in same} == {key: article[key] for key in same}
    assert article["income_fund_from"] <= here["income_fund_from"]
    assert here["income_fund_to"] <= article["income_fund_to"]


def test_four_of_nine_districts_miss_the_target(
    told: dict[str, Any], made: tuple[Path, ...]
) -> None:
    assert (told["areas_with_a_club"], told["areas"], told["target_reached"]) == (4, 9, False)
    assert told["areas_with_a_club_bp"] == 4444
    page = " ".join(run_tool("pdftotext", "-l", "1", made[-2], "-").split())
    assert "4 trên 9 đơn vị (44,44 %); chỉ tiêu là 80 %" in page
    assert "2023/QĐ-UBND" in page
    assert "huyện Định Hóa" in page


def test_what_was_made_is_kept(made: tuple[Path, ...], data: Path) -> None:
    assert all(path.exists() for path in made)
    assert len(list(made[0].iterdir())) == _article(data)["clubs"]
    with pytest.raises(AppError, match=r"file\.exists"):
        province.make(made[0].parent)
