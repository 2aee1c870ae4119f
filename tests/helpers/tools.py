"""Outside programs and folders that tests lean on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"

_PACKAGES = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "hledger": "hledger"}


def tool(name: str) -> str:
    """The path of an outside program; its absence fails the test and names the package."""
    found = shutil.which(name)
    if found is None:
        package = _PACKAGES.get(name, name)
        pytest.fail(
            f"{name} is missing: install it with 'apt-get install {package}'", pytrace=False
        )
    return found


def run_tool(name: str, *arguments: str | Path, text_in: str | None = None) -> str:
    """What an outside program prints; a non-zero end fails the test with its error output."""
    command = [tool(name), *map(str, arguments)]
    done = subprocess.run(
        command, input=text_in, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{name}: {done.stderr}"
    return done.stdout


def pdf_text(path: Path) -> str:
    """The text of a PDF as a reader extracts it, in the layout of the page."""
    return run_tool("pdftotext", "-layout", "-enc", "UTF-8", path, "-")


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    return pdf_text(path).split("\f")[:-1]


def soclb(
    *arguments: str | Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as a user runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "app.main", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=env,
        check=False,
    )
