"""Clubs as a union receives them: their bundles, and the same rows as zipped SQLite files.

What a limit copies is what the register wrote of the same bundles, so both end with the same rows.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from io import StringIO
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.schema import CreateTable

from app.bundle import format as bundle_format
from app.bundle import signing
from app.domain.club_facts import ClubFacts, ExportStep, Level
from app.domain.periods import Month
from app.services import exporting, paper_book, register
from app.services.paper_export import export_book
from app.store import books
from app.store.union_tables import BundleRow, ClubKeyRow, MonthFiguresRow, UnionClubRow
from bench import five_years

LAST = Month(five_years.FIRST_YEAR + five_years.MONTHS // 12 - 1, 12)
COPIED = (UnionClubRow, ClubKeyRow, BundleRow, MonthFiguresRow)
A_COMMUNE = 9
Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True)
class Clubs:
    """One club's five years, told by as many clubs as are asked for."""

    facts: ClubFacts
    sheets: Mapping[str, bytes]

    @classmethod
    def make(cls, work: Path) -> Clubs:
        """Make the book and ask it; it was sent each month, so it remembers sixty bundles."""
        source, book = work / "five-years", work / "five-years.soclb"
        five_years.write(source)
        paper_book.import_book(book, source=source)
        database = books.open_book(book)
        with database.begin() as uow:
            facts = exporting.collect(uow, month=LAST, level=Level.FULL)
            folder = work / "five-years-sheets"
            export_book(uow, folder=folder)
        database.close()
        sheets = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
        steps = tuple(
            ExportStep(at, row.month, at * 80, at, sha256(b"%d" % at).hexdigest())
            for at, row in enumerate(facts.months, start=1)
        )
        return cls(replace(facts, exports=steps, sequence=len(steps)), sheets)

    def bundle(self, number: int, level: Level, months: int = five_years.MONTHS) -> bytes:
        """The bundle that club ``number`` sent after so many months."""
        private = sha256(b"club %d" % number).digest()
        club = replace(
            self.facts.club,
            uuid=str(UUID(int=number, version=4)),
            name=f"CLB Liên thế hệ tự giúp nhau xóm {number}",
            commune=f"xã {number // A_COMMUNE}",
            public_key=signing.public_key(private),
        )
        facts = replace(
            self.facts,
            club=club,
            level=level,
            month=self.facts.months[months - 1].month,
            months=self.facts.months[:months],
            exports=self.facts.exports[:months],
            sequence=months,
        )
        return bundle_format.build(facts, private, self.sheets)

    def write(self, folder: Path, count: int, level: Level) -> list[Path]:
        """The newest bundle of each of ``count`` clubs."""
        folder.mkdir()
        paths = [folder / f"{number:05d}.clbz" for number in range(count)]
        for number, path in enumerate(paths):
            path.write_bytes(self.bundle(number, level))
        return paths

    def write_monthly(self, folder: Path, count: int) -> list[Path]:
        """Every bundle of each of ``count`` clubs, in the order in which they were sent."""
        folder.mkdir()
        paths = []
        for months in range(1, five_years.MONTHS + 1):
            for number in range(count):
                paths.append(folder / f"{months:02d}-{number:05d}.clbz")
                paths[-1].write_bytes(self.bundle(number, Level.TOTALS, months))
        return paths


def zipped_rows(target: Path, folder: Path, sheets: Mapping[str, bytes]) -> list[Path]:
    """Each club of a register as a zip of one SQLite file with the same rows, and its SHA-256."""
    folder.mkdir()
    paths = []
    for club, rows in _rows_by_club(target):
        inner = folder / "club.db"
        connection = sqlite3.connect(inner)
        make_tables(connection)
        _insert(connection, rows)
        for name, data in sheets.items():
            _sheet(connection, Path(name).stem, data)
        connection.commit()
        connection.close()
        content = inner.read_bytes()
        inner.unlink()
        paths.append(folder / f"{club}.zip")
        with zipfile.ZipFile(paths[-1], "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("club.db", content)
            archive.writestr("manifest.json", json.dumps({"club.db": sha256(content).hexdigest()}))
    return paths


def make_tables(connection: sqlite3.Connection) -> None:
    """The register's tables of clubs, with their keys and indexes, in a plain SQLite file."""
    for row in COPIED:
        connection.execute(str(CreateTable(row.__table__)))
    connection.execute("CREATE INDEX ix_club_uuid ON club (uuid)")


def plain_copy(target: Path, path: Path) -> sqlite3.Connection:
    """A register's tables of clubs in a plain SQLite file."""
    connection = sqlite3.connect(path)
    make_tables(connection)
    for _, rows in _rows_by_club(target):
        _insert(connection, rows)
    connection.commit()
    return connection


def _rows_by_club(target: Path) -> Iterator[tuple[str, Rows]]:
    with register.opened(target, read_only=True) as database, database.read() as uow:
        clubs = uow.session.execute(select(UnionClubRow.commune, UnionClubRow.uuid)).all()
        for commune, club in clubs:
            rows = {}
            for row in COPIED:
                name = "uuid" if row is UnionClubRow else "club"
                query = f"SELECT * FROM {row.__tablename__} WHERE commune = ? AND {name} = ?"
                found = uow.connection.exec_driver_sql(query, (commune, club))
                rows[row.__tablename__] = [tuple(values) for values in found]
            yield club, rows


def _insert(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, found in rows.items():
        marks = ", ".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)


def _sheet(connection: sqlite3.Connection, name: str, data: bytes) -> None:
    head, *rows = csv.reader(StringIO(data.decode("utf-8-sig")))
    columns = ", ".join(f'"{column}"' for column in head)
    connection.execute(f"CREATE TABLE sheet_{name} ({columns})")
    marks = ", ".join("?" * len(head))
    connection.executemany(f"INSERT INTO sheet_{name} VALUES ({marks})", rows)
