"""One club's book: statement, passbook, meeting, import, beside raw SQL and SQLAlchemy Core."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, insert, select

from app.base import clock
from app.domain.drafts import DraftLine, DraftMeeting, DraftText, SheetRow
from app.domain.periods import Month
from app.services import closing, fund_statement, members, paper_book, people
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
        lines += [_statement(database, rounds * 4), _passbook(database, rounds * 4)]
    finally:
        database.close()
    return [*lines, _meeting(book, work, rounds), _import(source, work, max(2, rounds // 3))]


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


def _meeting(book: Path, work: Path, rounds: int) -> Line:
    """A meeting of 50 people and 52 entries, written through to the disk."""
    copies = {name: Path(shutil.copy(book, work / f"{name}.soclb")) for name in ("ours", "core")}
    ours, core = (books.open_book(path) for path in copies.values())
    month = [Month(2020, 1), Month(2020, 1)]

    def post() -> None:
        with ours.begin() as uow:
            meeting = _draft(members.members(uow, on=LAST)[:50], month[0])
            closing.write(uow, meeting=meeting, typed_by="A", confirmed_by="B; C")
        month[0] = month[0].plus(1)

    def insert_rows() -> None:
        with core.begin() as uow:
            _core_meeting(uow.connection, month[1])
        month[1] = month[1].plus(1)

    line = compare(
        "one meeting, checked and durable", post, "Core inserts alone", insert_rows, 1.5, rounds
    )
    ours.close(), core.close()
    return line


def _draft(people: tuple[Any, ...], month: Month) -> DraftMeeting:
    on = month.first_day.replace(day=17)
    collected = tuple(
        DraftLine(0, "membership_fee", 5000, "", member.code, None, "") for member in people
    )
    expense = DraftLine(0, "expense", 60_000, "operating", None, None, "Chè, nước")
    grant = DraftLine(0, "donation", 50_000, "income", None, None, "Ủng hộ")
    return DraftMeeting(
        id=0,
        month=month,
        on=on,
        step=6,
        typed_by="M002",
        text=DraftText(chair="M001", secretary="M002"),
        rows=tuple(SheetRow(member, "present", {}, {}, 0) for member in people),
        collected=collected,
        lines=(grant, expense),
        loans=(),
        notes={},
        cash_before=0,
        cash_expected=0,
    )


def _core_meeting(connection: Connection, month: Month) -> None:
    """The same rows without a check, a number or a hash."""
    on = month.first_day.replace(day=17)
    last = connection.exec_driver_sql("SELECT max(id) FROM entry").scalar_one()
    meeting = connection.exec_driver_sql("SELECT max(id) FROM meeting").scalar_one() + 1
    row = {"id": meeting, "month": str(month), "on": on, "status": "held", "closed_at": clock.now()}
    connection.execute(insert(MeetingRow), [row | {"hash": f"{meeting:064d}"}])
    people = range(1, 51)
    rows = [{"meeting_id": meeting, "member_id": one, "status": "present"} for one in people]
    connection.execute(insert(AttendanceRow), rows)
    entries = [
        {
            "id": last + one,
            "on": on,
            "kind": "membership_fee",
            "amount": 5000,
            "member_id": min(one, 50),
            "meeting_id": meeting,
            "recorded_at": clock.now(),
            "hash": f"{last + one:064d}",
        }
        for one in range(1, 53)
    ]
    connection.execute(insert(EntryRow), entries)
    postings = [
        {"entry_id": entry["id"], "account": account, "on": on, "amount": amount}
        for entry in entries
        for account, amount in (("cash", 5000), ("fund_operating", -5000))
    ]
    connection.execute(insert(PostingRow), postings)


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
