"""``soclb union``: contradicting bundles, unknown areas, the supervisor's page and limits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def disputed(run: Run, small: Path, tmp_path: Path) -> Path:
    """A register that took two bundles of number 1 with different months."""
    copy = tmp_path / "copy.soclb"
    shutil.copy(small, copy)
    one, other = tmp_path / "one.clbz", tmp_path / "other.clbz"
    assert run("bundle", "export", small, "--month", "2018-05", "--out", one).code == 0
    assert run("bundle", "export", copy, "--month", "2018-06", "--out", other).code == 0
    register = tmp_path / "hoi.soclu"
    assert run("union", "new", register, "--name", "Hội LHPN xã Sơn Cẩm").code == 0
    assert run("union", "import", register, one, other).code == 1
    return register


def test_an_officer_lists_and_decides(run: Run, disputed: Path) -> None:
    (conflict,) = run("union", "conflicts", disputed, "--json").figures
    names = [bundle["bundle"] for bundle in conflict["bundles"]]
    listed = run("union", "conflicts", disputed).out
    assert all(name[:10] in listed for name in names)
    kept = run("union", "choose", disputed, "--keep", names[0][:10], "--reason", "Đã hỏi")
    assert kept.code == 0
    assert run("union", "conflicts", disputed, "--json").figures == []
    assert "Không có gói" in run("union", "conflicts", disputed).out


@pytest.mark.parametrize(
    ("keep", "reason"), [("nothing", "Đã hỏi"), ("", "Đã hỏi"), ("{first}", " ")]
)
def test_a_choice_without_bundle_or_reason_is_refused(
    run: Run, disputed: Path, keep: str, reason: str
) -> None:
    (conflict,) = run("union", "conflicts", disputed, "--json").figures
    first = conflict["bundles"][0]["bundle"]
    said = run("union", "choose", disputed, "--keep", keep.format(first=first), "--reason", reason)
    assert said.code == 1
    assert said.err
    assert run("union", "conflicts", disputed, "--json").figures == [conflict]


def test_an_area_without_clubs_is_refused_and_the_others_named(
    run: Run, disputed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "area.json"
    said = run("union", "report", disputed, "--area", "Hà Nội", "--out", out)
    assert said.code == 1
    assert "Hà Nội" in said.err
    assert "Thái Nguyên" in said.err
    assert not out.exists()


def test_the_supervisors_page_and_the_unions_limits(
    run: Run, disputed: Path, tmp_path: Path
) -> None:
    assert run("union", "set", disputed, "report_days", "5", "--from", "2018-01-01").code == 0
    assert "report_days = 5 (2018-01-01)" in run("union", "settings", disputed).out
    assert run("union", "set", disputed, "report_days", "x", "--from", "2018-01-01").code == 1
    for ending in ("pdf", "xlsx", "json"):
        out = tmp_path / f"giam-sat.{ending}"
        assert run("union", "supervise", disputed, "--month", "2018-05", "--out", out).code == 0
        assert out.stat().st_size > 500
