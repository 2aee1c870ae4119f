"""Commands run inside the test's own process; a few tests start a real one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.run import main


@dataclass(frozen=True)
class Said:
    """What a command said: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def figures(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Do a command; checks what holds for every one of them."""

    def do(*words: str | Path) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        streams = capsys.readouterr()
        said = Said(code, streams.out, streams.err)
        assert "Traceback" not in said.err
        assert code in (0, 1, 2)
        assert (code == 0) or said.err.strip(), "a refusal says why"
        return said

    return do


@pytest.fixture
def small(tmp_path: Path, run: Run, data: Path) -> Path:
    """The book of tests/data/books/small."""
    book = tmp_path / "small.soclb"
    assert run("book", "import", book, data / "books" / "small").code == 0
    return book
