"""What goes to the union: a bundle beside a zip of CSV, many clubs beside SQLite's ATTACH."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from app.bundle import format as bundle_format
from app.bundle import signing
from app.domain.club_facts import ClubFacts, Level
from app.domain.periods import Month
from app.services import exporting, paper_book, practice, register
from app.store import books
from bench.measure import Line, compare

CLUBS, MANY = 30, 120


def run(book: Path, _source: Path, work: Path, rounds: int) -> list[Line]:
    """One bundle at level ``full``; many bundles into a register."""
    few = max(2, rounds // 3)
    folder = work / "bundles"
    folder.mkdir()
    facts = _facts()
    for number in range(MANY):
        _bundle(facts, number, folder)
    return [*_one_bundle(book, work, few), *_many(folder, work, few)]


def _one_bundle(book: Path, work: Path, rounds: int) -> list[Line]:
    made, plain = work / "one.clbz", work / "one.zip"
    database = books.open_book(book)
    month = Month(2019, 12)

    def ours() -> None:
        made.unlink(missing_ok=True)
        with database.begin() as uow:
            exporting.export_bundle(uow, month=month, out=made, level=Level.FULL)

    def limit() -> None:
        sheets = work / "sheets"
        with database.read() as uow:
            files = paper_book.export_book(uow, folder=sheets)
        with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in files:
                archive.write(file, file.name)
                file.unlink()

    time = compare("bundle, level full", ours, "zip of the same CSV", limit, 2.0, rounds)
    sizes = made.stat().st_size / 1024, plain.stat().st_size / 1024
    database.close()
    return [time, Line("its size", "zip of the same CSV", *sizes, 1.15, "KB")]


def _many(folder: Path, work: Path, rounds: int) -> list[Line]:
    bundles = sorted(folder.glob("*.clbz"))
    attached = [_as_database(path, work) for path in bundles]

    def ours(count: int) -> None:
        target = work / "register.soclu"
        target.unlink(missing_ok=True)
        register.create(target, practice=True)
        with register.opened(target) as database:
            lines = register.import_files(database, paths=bundles[:count])
        assert all(line.accepted for line in lines)

    line = compare(
        f"{CLUBS} clubs taken in, all verified",
        lambda: ours(CLUBS),
        "zip and ATTACH",
        lambda: _attach(attached[:CLUBS], work),
        2.0,
        rounds,
    )
    more = compare(
        f"a club's share of {MANY} clubs",
        lambda: ours(MANY),
        f"of {CLUBS} clubs",
        lambda: ours(CLUBS),
        1.3,
        2,
    )
    share = replace(more, ours=more.ours / MANY, limit=more.limit / CLUBS)
    return [line, share]


def _facts() -> ClubFacts:
    database = books.in_memory()
    with database.begin() as uow:
        practice.fill(uow, today=date(2026, 11, 23))
        return exporting.collect(uow, month=Month(2026, 10), level=Level.TOTALS)


def _bundle(facts: ClubFacts, number: int, folder: Path) -> None:
    private = signing.new_key()
    club = replace(
        facts.club,
        uuid=str(UUID(int=number, version=4)),
        name=f"CLB xóm {number}",
        public_key=signing.public_key(private),
    )
    data = bundle_format.build(replace(facts, club=club), private)
    (folder / f"{number:04d}.clbz").write_bytes(data)


def _rows(bundle: Path) -> Iterator[dict[str, object]]:
    for month in bundle_format.read(bundle.read_bytes()).facts.months:
        yield {key: str(value) for key, value in month._asdict().items()}


def _as_database(bundle: Path, work: Path) -> Path:
    """The months of a bundle as a zipped SQLite file."""
    inner = work / "months.db"
    inner.unlink(missing_ok=True)
    rows = list(_rows(bundle))
    connection = sqlite3.connect(inner)
    connection.execute(f"CREATE TABLE months ({', '.join(rows[0])})")
    marks = ", ".join("?" for _ in rows[0])
    connection.executemany(
        f"INSERT INTO months VALUES ({marks})", [tuple(row.values()) for row in rows]
    )
    connection.commit()
    connection.close()
    packed = work / f"{bundle.stem}.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inner, inner.name)
    return packed


def _attach(packed: list[Path], work: Path) -> None:
    """The quickest honest way without a signature: unpack, attach, copy, one club a commit."""
    target, place = work / "all.db", work / "unpacked"
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    for number, path in enumerate(packed):
        with zipfile.ZipFile(path) as archive:
            inner = archive.extract("months.db", place)
        connection.execute("ATTACH ? AS one", (inner,))
        wanted = "CREATE TABLE months AS" if number == 0 else "INSERT INTO months"
        connection.execute(f"{wanted} SELECT * FROM one.months")
        connection.execute("DETACH one")
    connection.close()
