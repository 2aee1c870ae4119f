"""Names as people have them, and as no paper expects them, from the sheet to the paper (F22)."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.base.text import one_line, search_key
from app.services import books, printing
from app.services.paper_book import import_book
from app.services.paper_request import PaperRequest
from tests.helpers.paper_books import lines, write

LETTERS = "aăâđêôơưỳẵộ ĐH'\"“”’-.,;:<>&|=+@0😀👵\u200f\u202eא"
names = (
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=200)
    .map(one_line)
    .filter(lambda name: bool(re.search(r"\w", name)))
)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(name=names)
@example(name="H'Mông Ê-đê")
@example(name='Đào "Ba" <b>&amp;')
@example(name="Lò Thị 😀 Ón")
@example(name="=Nguyễn 'Thị' An")
@example(name="Nguyễn" + " Thị" * 48)
def test_f22_an_odd_name_is_stored_found_and_printed(name: str) -> None:
    with TemporaryDirectory() as folder:
        path, sheets = Path(folder) / "b.soclb", write(Path(folder) / "sheets", lines())
        _rename(sheets / "members.csv", name)
        import_book(path, source=sheets)
        with books.writing(path) as database, database.begin() as uow:
            request = PaperRequest(
                "member-statement", first=date(2020, 1, 1), last=date(2020, 2, 29), member="M001"
            )
            told = json.loads(printing.content(uow, request, ending=".json"))
            assert told["name"] == name
            assert search_key(name) == search_key(unicodedata.normalize("NFD", name).upper())
            text = printing.content(uow, request, ending=".txt").decode("utf-8")
            assert _plain(name) in _plain(text)
            assert printing.content(uow, request, ending=".pdf").startswith(b"%PDF")


def _rename(path: Path, name: str) -> None:
    """M001's name, as a spreadsheet saves it: a guard before what it would run."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][1] = f"'{name}" if re.match(r"'*[=+\-@]", name) else name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _plain(text: str) -> str:
    """Without blanks and line ends: a long name is broken over lines."""
    return "".join(text.split())
