"""Each bad book is refused with the file, the row and the word it is about, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.base.errors import InvalidError
from app.base.text import language
from app.services.paper_book import read
from app.services.sentences import sentence
from tests.helpers.tools import DATA

BAD = sorted((DATA / "bad_books").iterdir())


def _expected(folder: Path) -> dict[str, list[str]]:
    lines = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line)
    return {name: [word.strip() for word in words.split("|")] for name, words in pairs}


@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.name)
def test_bad_book_is_refused_at_its_cell(bad: Path, code: str, tmp_path: Path) -> None:
    source = tmp_path / "book"
    shutil.copytree(DATA / "books" / "small", source)
    for path in bad.glob("*.csv"):
        shutil.copy(path, source)
    expected = _expected(bad)
    with pytest.raises(InvalidError) as caught:
        read(source)
    assert len(caught.value.problems) == 1
    problem = caught.value.problems[0]
    assert problem.where is not None
    assert problem.where.file.removesuffix(".csv") in expected["file"]
    assert expected["row"] == ["-"] or str(problem.where.row) in expected["row"]
    with language(code):
        said = sentence(problem)
    assert any(word in said for word in expected["mention"])
