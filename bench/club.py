"""One club's book: statement, passbook, import, beside raw SQL and SQLAlchemy Core."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, insert, select

from app.base import clock
from app.services import fund_statement, paper_book, people
from app.store import books
from app.store.club_tables import (
    AttendanceRow,
    EntryRow,
    LoanRow,
    MeetingRow,
    MemberRow,
    PostingRow,
)
from app.store.database import Database
from app.store.keys import PUBLISHED_KEY
from bench.measure import Line, compare, process

FIRST, LAST = date(2019, 6, 1), date(2019, 6, 30)
OPENING = 'SELECT account, sum(amount) FROM posting WHERE "on" < ? GROUP BY account'
MOVES = (
    "SELECT account, kind, sum(p.amount) FROM posting p JOIN entry e ON e.id = p.entry_id "
    'WHERE p."on" BETWEEN ? AND ? GROUP BY account, kind'
)
BARE = """
import sys, json, sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
class Base(DeclarativeBase):
    pass
class Entry(Base):
    __tablename__ = "entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
class Posting(Base):
    __tablename__ = "posting"
    entry_id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[str]
    amount: Mapped[int]
def connect():
    connection = driver.connect(sys.argv[1])
    connection.execute("PRAGMA key = \\"x'" + sys.argv[2] + "'\\"")
    return connection
total = func.sum(Posting.amount)
opening = select(Posting.account, total).where(Posting.on < "2019-06-01").group_by(Posting.account)
moves = (
    select(Posting.account, Entry.kind, total)
    .join(Entry, Entry.id == Posting.entry_id)
    .where(Posting.on.between("2019-06-01", "2019-06-30"))
    .group_by(Posting.account, Entry.kind)
)
with Session(create_engine("sqlite://", module=driver, creator=connect)) as session:
    print(json.dumps([[list(row) for row in session.execute(query)] for query in (opening, moves)]))
"""


def run(book: Path, source: Path, work: Path, rounds: int) -> list[Line]:
    """All comparisons on the book at ``book``, which was imported from ``source``."""
    lines = [_whole_process(book, rounds)]
    database = books.open_book(book)
    try:
        lines += [
            _statement(database, rounds * 4),
            _years(database, rounds * 4),
            _passbook(database, rounds * 4),
        ]
    finally:
        database.close()
    return [*lines, _import(source, work, max(2, rounds // 3))]


def _whole_process(book: Path, rounds: int) -> Line:
    words = ("-m", "app.main", "report", book, "fund-statement", "--month", "2019-06")
    return compare(
        "month statement, whole process",
        lambda: process(*words, "--out", "-", "--format", "json"),
        "SQLAlchemy, the same sums",
        lambda: process(book, PUBLISHED_KEY, program=BARE),
        1.3,
        rounds,
    )


def _statement(database: Database, rounds: int) -> Line:
    path = database.path
    assert path is not None
    raw = sqlcipher.connect(str(path))
    raw.execute(f"PRAGMA key = \"x'{PUBLISHED_KEY}'\"")

    def ours() -> object:
        with database.read() as uow:
            return fund_statement.fund_statement(uow, first=FIRST, last=LAST)

    def limit() -> object:
        opening = raw.execute(OPENING, (str(FIRST),)).fetchall()
        return opening, raw.execute(MOVES, (str(FIRST), str(LAST))).fetchall()

    line = compare("month statement, warm", ours, "raw SQLite, the same sums", limit, 2.0, rounds)
    raw.close()
    return line


def _years(database: Database, rounds: int) -> Line:
    """The month after one year of the book, and the same month after nine and a half."""

    def of(year: int) -> Callable[[], object]:
        first, last = FIRST.replace(year=year), LAST.replace(year=year)

        def ask() -> object:
            with database.read() as uow:
                return fund_statement.fund_statement(uow, first=first, last=last)

        return ask

    return compare("the same, after nine years", of(2019), "after one year", of(2011), 1.3, rounds)


def _passbook(database: Database, rounds: int) -> Line:
    def ours() -> object:
        with database.read() as uow:
            return people.member_statement(uow, member="M010", first=FIRST, last=LAST)

    def limit() -> object:
        with database.read() as uow:
            return _core_passbook(uow.connection)

    return compare("member statement, warm", ours, "SQLAlchemy Core", limit, 1.5, rounds)


def _core_passbook(connection: Connection) -> object:
    """The same rows as the passbook needs, asked for one by one."""
    key = connection.execute(select(MemberRow.id).where(MemberRow.code == "M010")).scalar_one()
    own = EntryRow.member_id == key
    return (
        connection.execute(
            select(EntryRow.on, EntryRow.kind, EntryRow.amount, LoanRow.code)
            .outerjoin(LoanRow, LoanRow.id == EntryRow.loan_id)
            .where(own, EntryRow.on.between(FIRST, LAST))
        ).all(),
        connection.execute(
            select(PostingRow.amount)
            .join(EntryRow, EntryRow.id == PostingRow.entry_id)
            .where(own, PostingRow.account == "savings")
        ).all(),
        connection.execute(select(LoanRow.__table__).where(LoanRow.member_id == key)).all(),
        connection.execute(
            select(EntryRow.loan_id, EntryRow.on, EntryRow.kind, EntryRow.amount)
            .join(LoanRow, LoanRow.id == EntryRow.loan_id)
            .where(LoanRow.member_id == key)
        ).all(),
        connection.execute(
            select(AttendanceRow.status)
            .join(MeetingRow, MeetingRow.id == AttendanceRow.meeting_id)
            .where(AttendanceRow.member_id == key)
        ).all(),
    )


def _import(source: Path, work: Path, rounds: int) -> Line:
    made = work / "imported.soclb"

    def ours() -> None:
        made.unlink(missing_ok=True)
        paper_book.import_book(made, source=source)

    def limit() -> None:
        made.unlink(missing_ok=True)
        with books.new_book(made) as database, database.begin() as uow:
            _core_import(uow.connection, source)

    return compare(
        "import of a paper book, all checks", ours, "Core inserts alone", limit, 1.5, rounds
    )


def _core_import(connection: Connection, source: Path) -> None:
    """Read the sheets and insert entries, postings and attendance, unchecked and unhashed."""
    now = clock.now()
    sheets = {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8")))
        for path in source.glob("*.csv")
    }
    connection.execute(
        insert(MemberRow),
        [
            {
                "code": row["code"],
                "full_name": row["full_name"],
                "search_key": row["full_name"],
                "joined_on": date.fromisoformat(row["joined_on"]),
            }
            for row in sheets["members"]
        ],
    )
    connection.execute(
        insert(MeetingRow),
        [
            {
                "id": number,
                "month": row["month"],
                "on": date.fromisoformat(row["on"]),
                "status": "held",
                "closed_at": now,
                "hash": f"{number:064d}",
            }
            for number, row in enumerate(sheets["meetings"], 1)
        ],
    )
    meetings = {row["on"]: number for number, row in enumerate(sheets["meetings"], 1)}
    connection.execute(
        insert(AttendanceRow),
        [
            {
                "meeting_id": meetings[row["meeting"]],
                "member_id": int(row["member"][1:]),
                "status": row["status"],
            }
            for row in sheets["attendance"]
        ],
    )
    entries, postings = [], []
    for number, row in enumerate(sheets["entries"], 1):
        on, amount = date.fromisoformat(row["on"]), int(row["amount"])
        entries.append(
            {
                "id": number,
                "on": on,
                "kind": row["kind"],
                "amount": amount,
                "member_id": int(row["member"][1:]) if row["member"] else None,
                "meeting_id": meetings.get(row["meeting"]),
                "recorded_at": now,
                "hash": f"{number:064d}",
            }
        )
        for account, sign in (("cash", 1), ("fund_income", -1)):
            postings.append(
                {"entry_id": number, "account": account, "on": on, "amount": sign * amount}
            )
    connection.execute(insert(EntryRow), entries)
    connection.execute(insert(PostingRow), postings)
