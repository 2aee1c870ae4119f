"""What goes to the union: a bundle beside a zip of its tables, clubs beside SQLite's ATTACH."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import process_time

from app.bundle import archive
from app.domain.club_facts import Level
from app.services import consolidation, exporting, paper_book, register
from app.store import books
from bench import union_clubs
from bench.measure import Line, compare
from bench.union_clubs import COPIED, LAST, Clubs

FEW, USUAL = 30, 135


def run(_book: Path, _source: Path, work: Path, rounds: int) -> list[Line]:
    """One bundle at level ``full``; some clubs taken in; a report of them."""
    few = max(2, rounds // 3)
    clubs = Clubs.make(work)
    bundles = clubs.write(work / "bundles", FEW, Level.TOTALS)
    return [
        *_one_bundle(clubs, work, few),
        taken_in(bundles, {}, work, few),
        report(bundles, work, rounds),
    ]


def _one_bundle(clubs: Clubs, work: Path, rounds: int) -> list[Line]:
    made, plain = work / "one.clbz", work / "one.zip"
    database = books.open_book(work / "five-years.soclb")

    def ours() -> None:
        made.unlink(missing_ok=True)
        with database.begin() as uow:
            exporting.export_bundle(uow, month=LAST, out=made, level=Level.FULL)

    def limit() -> None:
        sheets = work / "sheets"
        with database.read() as uow:
            files = paper_book.export_book(uow, folder=sheets)
        with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as packed:
            for file in files:
                packed.write(file, file.name)
                file.unlink()

    time = compare("bundle, level full", ours, "zip of the same sheets", limit, 2.0, rounds)
    database.close()
    sent = clubs.bundle(0, Level.FULL)
    files = {name: data for name, data in archive.unpack(sent).items() if name.endswith(".csv")}
    size = Line("its size", "zip of the same tables", _kb(sent), _kb(_zip(files)), 1.15, "KB")
    return [time, size]


def _zip(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def _kb(data: bytes) -> float:
    return len(data) / 1024


def taken_in(bundles: list[Path], sheets: dict[str, bytes], work: Path, rounds: int) -> Line:
    """Clubs into an empty register, beside their rows as zipped SQLite files; processor time."""
    target, level = work / "register.soclu", "full" if sheets else "totals"
    take(bundles, target)
    zipped = union_clubs.zipped_rows(target, work / f"zipped-{level}-{len(bundles)}", sheets)
    return compare(
        f"{len(bundles)} clubs taken in at {level}",
        lambda: take(bundles, target),
        "zip, SHA-256 and ATTACH of the same rows",
        lambda: _attach(zipped, work),
        2.0,
        rounds,
        clock=process_time,
    )


def take(bundles: list[Path], target: Path) -> None:
    """An empty register that then takes all of them; it is made once and copied."""
    empty = target.with_name("empty.soclu")
    if not empty.exists():
        register.create(empty)
    shutil.copy(empty, target)
    with register.opened(target) as database:
        lines = register.import_files(database, paths=bundles)
    assert all(line.accepted for line in lines)


def _attach(zipped: list[Path], work: Path) -> None:
    """The quickest honest way without a signature: check, attach, copy, one club a commit."""
    target, inner = work / "all.db", work / "club.db"
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    union_clubs.make_tables(connection)
    for path in zipped:
        with zipfile.ZipFile(path) as packed:
            content = packed.read("club.db")
            told = json.loads(packed.read("manifest.json"))
        assert sha256(content).hexdigest() == told["club.db"]
        inner.write_bytes(content)
        connection.execute("ATTACH ? AS one", (str(inner),))
        connection.execute("BEGIN IMMEDIATE")
        for row in COPIED:
            name = row.__tablename__
            connection.execute(f"INSERT INTO main.{name} SELECT * FROM one.{name}")
        connection.execute("COMMIT")
        connection.execute("DETACH one")
    connection.close()


def report(bundles: list[Path], work: Path, rounds: int) -> Line:
    """The union's report of a month, beside the same sums in raw SQL over the same rows."""
    target, plain = work / "reported.soclu", work / "reported.db"
    take(bundles, target)
    plain.unlink(missing_ok=True)
    connection = union_clubs.plain_copy(target, plain)
    with register.opened(target, read_only=True) as database, database.read() as uow:
        line = compare(
            f"report over {len(bundles)} clubs",
            lambda: consolidation.union_report(uow, month=LAST),
            "the same rows and sums in raw SQLite",
            lambda: _raw_report(connection),
            2.0,
            rounds,
            clock=process_time,
        )
    connection.close()
    return line


def _raw_report(connection: sqlite3.Connection) -> None:
    """Each club's figures of the month and of its last one; sums by area and over all."""
    sums = ", ".join(f"sum({name})" for name in (*consolidation.SUMMED, "par30"))
    figures = ", ".join((*consolidation.SUMMED, "par30"))
    joined = "club c JOIN month_figures m ON m.commune = c.commune AND m.club = c.uuid"
    last = "(SELECT max(month) FROM month_figures WHERE commune = c.commune AND club = c.uuid)"
    connection.execute("SELECT uuid, name, area, started_on FROM club").fetchall()
    for month in (f"'{LAST}'", last):
        connection.execute(
            f"SELECT c.uuid, {figures} FROM {joined} AND m.month = {month}"
        ).fetchall()
        connection.execute(f"SELECT {sums} FROM {joined} AND m.month = {month}").fetchall()
    connection.execute(
        f"SELECT m.area, {sums} FROM {joined} AND m.month = '{LAST}' GROUP BY m.area"
    ).fetchall()
