"""``soclb bundle`` and ``soclb union``: from a club to the union and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def bundle(run: Run, small: Path, tmp_path: Path) -> Path:
    out = tmp_path / "small.clbz"
    assert run("bundle", "export", small, "--month", "2018-06", "--out", out).code == 0
    return out


@pytest.fixture
def register(run: Run, tmp_path: Path) -> Path:
    out = tmp_path / "hoi.soclu"
    assert run("union", "new", out, "--name", "Hội LHPN xã Sơn Cẩm").code == 0
    return out


def test_a_bundle_says_whose_it_is(run: Run, bundle: Path) -> None:
    said = run("--lang", "en", "bundle", "verify", bundle)
    assert said.code == 0
    assert "CLB Liên thế hệ tự giúp nhau xóm 6" in said.out
    assert "2018-06" in said.out


@pytest.mark.parametrize("place", [0, 100, -30])
def test_a_changed_bundle_is_refused(run: Run, bundle: Path, place: int) -> None:
    data = bytearray(bundle.read_bytes())
    data[place] ^= 1
    bundle.write_bytes(data)
    assert run("bundle", "verify", bundle).code == 1


def test_the_way_to_the_union_and_back(
    run: Run, small: Path, bundle: Path, register: Path, tmp_path: Path
) -> None:
    assert "đã thêm" in run("union", "import", register, bundle).out
    again = run("union", "import", register, bundle, "--json")
    assert again.code == 0
    assert [line["outcome"] for line in again.figures] == ["already there"]
    words = ("union", "report", register, "--month", "2018-06", "--out")
    figures = run(*words, "-", "--format", "json").figures
    assert (figures["clubs"], figures["reporting"], figures["members"]) == (1, 1, 12)
    for ending in ("pdf", "xlsx", "json"):
        assert run(*words, tmp_path / f"hoi.{ending}").code == 0
    assert json.loads((tmp_path / "hoi.json").read_text(encoding="utf-8")) == figures
    assert run("union", "receipt", register, "--out", tmp_path / "receipts").code == 0
    (receipt,) = (tmp_path / "receipts").iterdir()
    said = run("bundle", "receipt", small, receipt)
    assert said.code == 0
    assert "Hội LHPN xã Sơn Cẩm" in said.out


def test_a_sealed_bundle_opens_for_its_union_alone(
    run: Run, small: Path, register: Path, tmp_path: Path
) -> None:
    key, out = tmp_path / "hoi.key", tmp_path / "sealed.clbz"
    assert run("union", "key", register, "--out", key).code == 0
    words = ("bundle", "export", small, "--month", "2018-06", "--out", out, "--to", key)
    assert run(*words).code == 0
    assert run("bundle", "verify", out).code == 1
    assert run("bundle", "verify", out, "--key", register).code == 0
    other = tmp_path / "other.soclu"
    assert run("union", "new", other).code == 0
    assert run("union", "import", other, out).code == 1
    assert run("union", "import", register, out).code == 0


def test_a_folder_of_bundles_and_its_strangers(
    run: Run, register: Path, bundle: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    bundle.rename(folder / "a.clbz")
    (folder / "b.clbz").write_bytes(b"PK\x03\x04 not really")
    (folder / "photo.jpg").write_bytes(b"x")
    said = run("union", "import", register, folder, "--json")
    assert said.code == 1
    assert [line["outcome"] for line in said.figures] == ["added", "refused"]
    report = ("union", "report", register, "--out", "-", "--format", "json")
    assert run(*report).figures["clubs"] == 1


def test_one_level_up(run: Run, register: Path, bundle: Path, tmp_path: Path) -> None:
    assert run("union", "import", register, bundle).code == 0
    up, district = tmp_path / "up.clbz", tmp_path / "district.soclu"
    assert run("union", "export", register, "--month", "2018-06", "--out", up).code == 0
    assert run("bundle", "verify", up).code == 0
    assert run("union", "new", district).code == 0
    assert run("union", "import", district, up).code == 0


@pytest.mark.parametrize("month", ["2017-12", "2999-01"])
def test_a_month_outside_the_book_is_refused(
    run: Run, small: Path, tmp_path: Path, month: str
) -> None:
    out = tmp_path / "x.clbz"
    assert run("bundle", "export", small, "--month", month, "--out", out).code == 1
    assert not out.exists()


def test_nothing_to_take_in(run: Run, register: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("union", "import", register, tmp_path / "empty").code == 1
    assert run("union", "import", register, tmp_path / "nowhere.clbz").code == 1
