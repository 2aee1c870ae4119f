"""``soclb demo``: the whole month, and nothing when it cannot be whole."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.base import clock
from tests.cli.conftest import Run
from tests.helpers.tools import ROOT, pdf_text


@pytest.mark.parametrize("today", ["2026-11-23", "2028-03-01"])
def test_the_month_from_end_to_end(run: Run, tmp_path: Path, today: str) -> None:
    with clock.fixed(date.fromisoformat(today)):
        said = run("demo", tmp_path / "out")
        assert said.code == 0
        paths = [Path(line) for line in said.out.splitlines()]
        assert all(path.is_file() for path in paths)
        assert sorted(paths) == sorted((tmp_path / "out").iterdir())
        book, minutes, statement, bundle, register, page = paths
        assert run("book", "check", book).code == 0
        assert run("bundle", "verify", bundle).code == 0
        words = ("union", "report", register, "--month", today[:7], "--out", "-")
        assert run(*words, "--format", "json").figures["members"] == 39
        words = ("report", book, "fund-statement", "--month", today[:7], "--out", "-")
        figures = run(*words, "--format", "json").figures
    assert 30_000_000 < sum(fund["closing"] for fund in figures["funds"].values()) < 36_000_000
    assert {"loan_disbursement", "expense"} <= figures["payments"].keys()
    assert {"membership_fee", "saving_deposit", "principal_repayment"} <= figures["receipts"].keys()
    assert "BIÊN BẢN" in pdf_text(minutes)
    assert "BÁO CÁO THU, CHI QUỸ" in pdf_text(statement)
    assert pdf_text(page)


def test_a_second_demo_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("demo", tmp_path).code == 0
    before = sorted((path.name, path.stat().st_mtime_ns) for path in tmp_path.iterdir())
    assert run("demo", tmp_path).code == 1
    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in tmp_path.iterdir())


def test_the_command_needs_no_window() -> None:
    """Nothing of Qt is loaded, so the demo runs on a computer without a display."""
    program = (
        "import sys; from app.main import main; code = main(['loan', '--help']); "
        "import app.services.demo; "
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
