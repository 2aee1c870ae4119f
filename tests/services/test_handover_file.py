"""A handover as a file: read back it is the same; anything else is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError
from app.domain.succession import Handover
from app.services import fund, handover_file, succession
from tests.helpers.clubs import empty_club, filled_club

DAY = date(2024, 6, 20)


@pytest.fixture(autouse=True)
def in_july() -> Iterator[None]:
    with clock.fixed(date(2024, 7, 31)):
        yield


@pytest.fixture
def given() -> Handover:
    with filled_club().begin() as uow:
        cash, bank = succession.share_of(uow, on=DAY, going=["M002", "M005"])
        return succession.hand_over(
            uow,
            on=DAY,
            to_club="CLB xóm Mới",
            going=["M002", "M005"],
            minutes="Biên bản số 6",
            cash=cash,
            bank=bank,
        )


def test_read_back_it_is_the_same(given: Handover, tmp_path: Path) -> None:
    path = tmp_path / "ban-giao.json"
    handover_file.write(given, out=path)
    assert handover_file.read(path) == given
    with empty_club().begin() as uow:
        succession.take_over(uow, handover=handover_file.read(path))
        assert fund.balances(uow, on=DAY).fund_total == given.fund_total
    with pytest.raises(AppError, match=r"file\.exists"):
        handover_file.write(given, out=path)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"version": 2},
        {"handover": {}},
        {"handover": None},
        {"handover": {"cash": {"income": "x"}}},
        {"handover": {"cash": {"gold": 1}}},
        {"handover": {"savings": []}},
    ],
)
def test_another_file_is_refused(
    given: Handover, tmp_path: Path, change: dict[str, object]
) -> None:
    path = tmp_path / "a.json"
    handover_file.write(given, out=path)
    body = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(change.get("handover"), dict) and change["handover"]:
        change = {"handover": body["handover"] | change["handover"]}
    path.write_text(json.dumps(body | change), encoding="utf-8")
    with pytest.raises(AppError, match=r"handover\.unreadable"):
        handover_file.read(path)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{}", b"null"])
def test_no_handover_at_all(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(AppError, match=r"handover\.unreadable"):
        handover_file.read(path)
