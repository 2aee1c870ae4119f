"""What leaves a club at each level: no person in the sums, borrowers' names and debts only, and at
two levels of the union each club once. Random books; ``SOCLB_SEED`` plays one again.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from random import SystemRandom
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError
from app.bundle import archive, reading, sealing
from app.bundle.format import Packed
from app.domain.club_facts import Level
from app.domain.periods import Month
from app.services import consolidation, exporting, receipts, register
from app.services.books import reading as open_to_read
from app.services.books import writing
from app.services.paper_book import import_book
from app.store.club_tables import ClubBase, LoanRow, MemberRow
from app.store.database import Database
from tests.helpers import age, unions
from tests.helpers.bundles import SampleClub
from tests.helpers.tools import DATA
from tests.reckoning.books import COLUMNS, RandomClub

HEAVY = os.environ.get("SOCLB_HEAVY") == "1"
FIRST = int(os.environ.get("SOCLB_SEED", "5"))
SEEDS = [FIRST, *(range(6, 26) if HEAVY else (6,)), SystemRandom().randrange(10**9)]
PRIVATE = {
    "members": ("full_name", "hamlet", "phone"),
    "loans": ("purpose",),
    "meetings": ("content", "decisions", "place"),
    "entries": ("memo",),
}
"""What a paper book may say of people, each cell filled with a word of its own."""


def _named(club: RandomClub) -> dict[str, list[str]]:
    """Fill every private cell; returns the words by column."""
    words: dict[str, list[str]] = {}
    for sheet, columns in PRIVATE.items():
        for number, row in enumerate(club.sheets[sheet], 1):
            if sheet == "meetings" and row["status"] != "held":
                continue
            for column in columns:
                word = f"Riêng{column.capitalize()}{number}X"
                row[column] = f"09{number:08d}" if column == "phone" else word
                words.setdefault(column, []).append(row[column])
    return words


def _write(folder: Path, club: RandomClub) -> Path:
    folder.mkdir()
    for name, rows in club.sheets.items():
        columns = list(dict.fromkeys([*COLUMNS[name].split(), *(key for r in rows for key in r)]))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.mark.parametrize("seed", SEEDS)
def test_no_person_leaves_beyond_what_the_level_allows(seed: int, tmp_path: Path) -> None:
    club = RandomClub(seed)
    words = _named(club)
    book, month = tmp_path / "a.soclb", Month.of(club.end)
    with clock.fixed(club.end + timedelta(days=1)):
        import_book(book, source=_write(tmp_path / "sheets", club))
        told = {level: _all_text(book, month, level, tmp_path) for level in Level}
        with open_to_read(book) as database, database.read() as uow:
            owing = exporting.collect(uow, month=month, level=Level.BORROWERS).borrowers
    everything = [word for found in words.values() for word in found]
    assert [word for word in everything if word in told[Level.TOTALS]] == [], f"seed {seed}"
    may = {line.name for line in owing} | {line.hamlet for line in owing}
    leaked = [w for w in everything if w in told[Level.BORROWERS] and w not in may]
    assert leaked == [], f"seed {seed}"
    assert all(line.name in told[Level.BORROWERS] for line in owing)
    assert all(word in told[Level.FULL] for word in words["full_name"])


def _all_text(book: Path, month: Month, level: Level, folder: Path) -> str:
    out = folder / f"{level.value}.clbz"
    with writing(book) as database, database.begin() as uow:
        exporting.export_bundle(uow, month=month, out=out, level=level)
    files = archive.unpack(out.read_bytes())
    names = " ".join(files)
    return names + b"\n".join(files.values()).decode("utf-8", "replace")


def test_the_book_itself_has_no_place_for_what_never_leaves() -> None:
    """Ethnicity, identity numbers and the health of a person are nowhere, so they can't leak."""
    columns = {
        f"{table.name}.{column.name}"
        for table in ClubBase.metadata.tables.values()
        for column in table.columns
    }
    forbidden = re.compile(r"ethnic|cccd|identity_number|national_id|health|blood|weight|disease")
    assert [name for name in columns if forbidden.search(name)] == []


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, xom6: Path) -> bytes:
    """A full bundle of two years with the last month's papers."""
    out = tmp_path_factory.mktemp("full") / "day-du.clbz"
    with (
        clock.fixed(date(2018, 12, 6)),
        writing(xom6) as database,
        database.begin() as uow,
    ):
        exporting.export_bundle(uow, month=Month(2018, 11), out=out, level=Level.FULL, papers=True)
    return out.read_bytes()


@pytest.fixture(scope="module")
def xom6(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = tmp_path_factory.mktemp("book") / "xom6.soclb"
    import_book(book, source=DATA / "books" / "xom6")
    return book


def test_an_auditor_may_get_the_months_papers(printed: bytes) -> None:
    files = archive.unpack(printed)
    papers = {name: data for name, data in files.items() if name.startswith("papers/")}
    assert set(papers) == {
        f"papers/{name}-2018-11.pdf"
        for name in ("minutes", "fund-statement", "loan-book", "attendance")
    }
    assert all(data.startswith(b"%PDF-") for data in papers.values())
    listed = json.loads(files["manifest.json"])["files"]
    assert set(listed) == set(files) - {"manifest.json", "manifest.sig"}


@pytest.mark.parametrize("level", [Level.TOTALS, Level.BORROWERS])
def test_papers_never_go_along_below_full(level: Level, xom6: Path, tmp_path: Path) -> None:
    with (
        clock.fixed(date(2018, 12, 6)),
        pytest.raises(AppError, match=r"bundle\.papers_name_people"),
        writing(xom6) as database,
        database.begin() as uow,
    ):
        exporting.export_bundle(
            uow, month=Month(2018, 11), out=tmp_path / "a.clbz", level=level, papers=True
        )
    assert list(tmp_path.iterdir()) == []


def test_ten_years_stay_below_two_megabytes(printed: bytes) -> None:
    """Of sums with a bundle sent every month; and of a full one, five times two busy years."""
    club = SampleClub()
    for month in club.started.until(Month(2027, 12)):
        data = club.export(month, Level.BORROWERS)
    assert len(data) < 200_000
    files = archive.unpack(printed)
    papers = sum(len(data) for name, data in files.items() if name.startswith("papers/"))
    assert (len(printed) - papers) * 5 + papers < 2_000_000


FIELD_TYPES = {
    *("string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date"),
    *("time", "year", "yearmonth", "duration", "geopoint", "geojson", "any"),
}
"""Table Schema 2.0."""


def test_the_description_is_a_data_package(printed: bytes) -> None:
    """Data Package 2.0: resources with unique names and a path inside; tables with a schema that
    names every column, typed; keys that are columns. Any zip tool opens it."""
    with ZipFile(io.BytesIO(printed)) as zipped:
        assert zipped.testzip() is None
        package = json.loads(zipped.read("datapackage.json"))
        names = zipped.namelist()
        assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
        assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", package["created"])
        resources = package["resources"]
        assert len({one["name"] for one in resources}) == len(resources) > 0
        described = {one["path"] for one in resources}
        assert described == set(names) - {"datapackage.json", "manifest.json", "manifest.sig"}
        for one in resources:
            assert re.fullmatch(r"[-a-z0-9._/]+", one["name"])
            assert not one["path"].startswith(("/", ".", "~"))
            content = zipped.read(one["path"])
            assert one["bytes"] == len(content)
            if one["format"] == "pdf":
                assert one["mediatype"] == "application/pdf"
                continue
            assert (one["type"], one["format"], one["encoding"]) == ("table", "csv", "utf-8")
            fields = one["schema"]["fields"]
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert [field["name"] for field in fields] == rows[0]
            assert {field["type"] for field in fields} <= FIELD_TYPES
            key = one["schema"].get("primaryKey", [])
            places = [rows[0].index(name) for name in key]
            keys = [tuple(row[place] for place in places) for row in rows[1:]]
            assert not key or len(set(keys)) == len(keys)
            assert all(_fits(cell, field["type"]) for row in rows[1:]
                       for cell, field in zip(row, fields, strict=True))  # fmt: skip


def _fits(cell: str, kind: str) -> bool:
    patterns = {
        "integer": r"-?\d+",
        "yearmonth": r"\d{4}-\d\d",
        "date": r"\d{4}-\d\d-\d\d",
        "boolean": "[01]",
        "string": r"[\s\S]*",
    }
    return not cell or re.fullmatch(patterns[kind], cell) is not None


def test_another_age_reader_opens_what_is_sealed() -> None:
    """Written after the published format with another library (``tests/helpers/age.py``)."""
    identity = sealing.new_identity()
    data = SampleClub().export(Month(2018, 6)) + bytes(3 * (64 << 10))
    for length in (0, 1, (64 << 10) - 1, 64 << 10, (64 << 10) + 1, len(data)):
        sealed = sealing.seal(data[:length], sealing.recipient_of(identity))
        assert age.decrypt(sealed, identity) == data[:length]
        assert sealing.unseal(sealed, identity) == data[:length]


def test_borrowers_named_are_those_who_owe_and_nobody_else(xom6: Path) -> None:
    with clock.fixed(date(2018, 12, 6)), open_to_read(xom6) as database, database.read() as uow:
        facts = exporting.collect(uow, month=Month(2018, 11), level=Level.BORROWERS)
        lent = select(MemberRow.full_name).join(LoanRow, LoanRow.member_id == MemberRow.id)
        owing = set(uow.session.execute(lent).scalars())
    assert {line.name for line in facts.borrowers} <= owing
    assert all(line.outstanding > 0 for line in facts.borrowers)
    assert tuple(facts.borrowers[0]._fields) == (
        "name", "hamlet", "amount", "outstanding", "due", "overdue",
    )  # fmt: skip


@pytest.fixture(params=["memory", "postgresql"])
def province(request: pytest.FixtureRequest) -> Iterator[Database]:
    with unions.on_each(request) as made:
        yield made


def test_each_club_counts_once_whatever_comes_first(province: Database, tmp_path: Path) -> None:
    """Two communes' bundles, a newer one of one commune, and two clubs that also sent their own."""
    june, july = Month(2018, 6), Month(2018, 7)
    clubs = [SampleClub(n, f"CLB xóm {n}", commune=f"xã {n % 2}") for n in range(1, 5)]
    own = {club.number: club.export(june) for club in clubs}
    files: list[Path] = []
    for commune in ("xã 0", "xã 1"):
        with unions.in_memory() as below:
            unions.take(below, *(own[c.number] for c in clubs if c.commune == commune))
            files.append(_up(below, june, tmp_path / f"{commune[-1]}-06.clbz"))
            if commune == "xã 1":
                unions.take(below, clubs[0].export(july))
                files.append(_up(below, july, tmp_path / "1-07.clbz"))
    for number in (1, 2):
        files.append(tmp_path / f"rieng-{number}.clbz")
        files[-1].write_bytes(own[number])
    orders = list(permutations(files)) if HEAVY else list(permutations(files))[::11]
    told = set()
    for order in orders:
        with province.read() as uow:
            for path in order:
                for packed in _clubs_of(path):
                    register.take(uow, packed=packed, file_name=path.name)
            report = consolidation.union_report(uow, month=june)
            told.add((report.clubs, report.reporting, report.figures, report.last_known))
    ((clubs_told, reporting, figures, _),) = told
    assert (clubs_told, reporting, figures.members) == (4, 4, 4 * 36)


def _up(below: Database, month: Month, out: Path) -> Path:
    with below.begin() as uow:
        return receipts.export_union(uow, month=month, out=out).path


def _clubs_of(path: Path) -> list[Packed]:
    content = reading.read(path.read_bytes())
    if isinstance(content, Packed):
        return [content]
    return [content.club(uuid) for uuid in content.clubs]
