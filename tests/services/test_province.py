"""The article's province: every one of its figures, counted from 135 clubs' own entries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.base.errors import AppError
from app.services import province


def _article(data: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((data / "thai_nguyen_2018.json").read_text(encoding="utf-8"))
    return told


def test_the_plan_sums_to_the_article(data: Path) -> None:
    plans, article = province.planned(), _article(data)
    assert len(plans) == article["clubs"]
    assert sum(plan.members for plan in plans) == article["members"]
    assert sum(plan.fund for plan in plans) == article["fund_at_least"]
    assert all(20_000_000 < plan.fund < 60_000_000 for plan in plans)


def test_the_register_counts_what_the_article_counts(tmp_path: Path, data: Path) -> None:
    paths = province.make(tmp_path / "out")
    assert all(path.exists() for path in paths)
    told, article = json.loads(paths[-1].read_text(encoding="utf-8")), _article(data)
    for key in ("clubs", "clubs_pilot_since_2007", "clubs_added_later", "clubs_by_area"):
        assert told[key] == article[key], key
    assert told["members"] == article["members"]
    assert told["fund_total"] == article["fund_at_least"]
    assert told["managing_communes"] == article["managing_communes"]
    son_cam = article["son_cam"]
    assert told["son_cam"]["clubs"] == son_cam["clubs"]
    assert told["son_cam"]["income_fund_from"] >= son_cam["income_fund_from"]
    assert told["son_cam"]["income_fund_to"] <= son_cam["income_fund_to"]
    assert (told["areas_with_a_club"], told["areas"]) == (4, len(article["areas_2018"]))
    assert told["areas_with_a_club_bp"] == 4444
    assert len(list(paths[0].iterdir())) == article["clubs"]
    with pytest.raises(AppError, match=r"file\.exists"):
        province.make(tmp_path / "out")
