"""``soclb union`` as the officer keeps it: clubs, areas, courses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def register(run: Run, small: Path, tmp_path: Path) -> Path:
    bundle, made = tmp_path / "small.clbz", tmp_path / "hoi.soclu"
    assert run("bundle", "export", small, "--month", "2018-06", "--out", bundle).code == 0
    assert run("union", "new", made, "--name", "Hội LHPN xã Sơn Cẩm").code == 0
    assert run("union", "import", made, bundle).code == 0
    return made


def test_clubs_and_what_is_written_of_them(run: Run, register: Path) -> None:
    (club,) = run("union", "clubs", register, "--json").figures
    uuid = club["uuid"]
    assert uuid[:8] in run("union", "clubs", register).out
    said = run("union", "write", register, uuid[:8], "chair", "Hà Thị Ngọc", "--from", "2018-01-01",
               "--note", "bầu lại")  # fmt: skip
    assert said.code == 0
    assert "Hà Thị Ngọc" in said.out
    told = run("union", "club", register, club["name"], "--json").figures
    assert told["board"] == [{"post": "chair", "name": "Hà Thị Ngọc"}]
    assert told["history"][0]["note"] == "bầu lại"
    assert len(told["keys"]) == 1
    assert told["keys"][0]["fingerprint"] in run("union", "club", register, uuid).out
    refused = run("union", "write", register, uuid, "colour", "đỏ", "--from", "2018-01-01")
    assert refused.code == 1
    assert "parent_club" in refused.err


def test_areas_and_a_commune_that_became_another(run: Run, register: Path, tmp_path: Path) -> None:
    (line,) = run("union", "areas", register, "--json").figures
    assert line["units"] == ["tỉnh Thái Nguyên/phường Quan Triều"]
    assert "Quan Triều" in run("union", "areas", register).out
    new = "tỉnh Thái Nguyên/phường Mới"
    change = ("union", "area", register, line["units"][0], new, "--from", "2026-01-01")
    assert run(*change, "--decision", "Nghị quyết 1").code == 0
    assert run(*change, "--decision", " ").code == 1
    (after,) = run("union", "areas", register, "--json").figures
    assert after["units"] == [new]
    out = tmp_path / "nay.json"
    assert run("union", "report", register, "--units", "today", "--out", out).code == 0
    report = json.loads(out.read_text(encoding="utf-8"))
    assert (list(report["by_area"]), report["units"]) == ([new], "today")
    assert run("union", "report", register, "--area", new, "--out", tmp_path / "x.json").code == 1


def test_courses_and_who_came(run: Run, register: Path, tmp_path: Path) -> None:
    said = run("union", "course", register, "training", "Ghi sổ", "--on", "2018-05-07", "--until",
               "2018-05-11", "--place", "UBND xã")  # fmt: skip
    code = said.out.partition(":")[0]
    assert run("union", "came", register, code, "CLB", "3").code == 0
    (course,) = run("union", "courses", register, "--json").figures
    assert (course["came"], course["clubs"][0]["came"], course["last_on"]) == (3, 3, "2018-05-11")
    assert "Ghi sổ" in run("union", "courses", register).out
    assert run("union", "came", register, "no", "CLB", "3").code == 1
    for ending in ("pdf", "json"):
        out = tmp_path / f"lop.{ending}"
        period = ("--from", "2018-01-01", "--to", "2018-12-31")
        assert run("union", "course-paper", register, *period, "--out", out).code == 0
        assert out.stat().st_size > 200


def test_a_club_changes_its_key_and_the_officer_believes_it(
    run: Run, register: Path, small: Path, tmp_path: Path
) -> None:
    said = run("bundle", "new-key", small, "--reason", "Ban chủ nhiệm mới")
    assert said.code == 0
    key = said.out.splitlines()[0].partition(": ")[2]
    bundle = tmp_path / "moi.clbz"
    assert run("bundle", "export", small, "--month", "2018-06", "--out", bundle).code == 0
    assert key in run("bundle", "verify", bundle).out
    refused = run("union", "import", register, bundle)
    assert refused.code == 1
    assert key in refused.out
    confirm = ("union", "confirm-key", register, bundle, "--reason", "Có giấy của ban chủ nhiệm")
    assert run(*confirm, "--fingerprint", "AAAA BBBB CCCC DDDD").code == 1
    assert run(*confirm, "--fingerprint", key).code == 0
    assert run("union", "import", register, bundle).code == 0
    (club,) = run("union", "clubs", register, "--json").figures
    assert [one["endorsed"] for one in club["keys"]] == [False, True]
    assert run("bundle", "new-key", small, "--reason", " ").code == 1
