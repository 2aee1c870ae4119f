"""Writing and checking a club's book: a meeting, one entry, the whole check, beside bare SQL."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from app.base import clock
from app.domain.drafts import DraftLine, DraftMeeting, DraftText, SheetRow
from app.domain.periods import Month
from app.services import checking, closing, fund, members
from app.store import books
from app.store.club_tables import AttendanceRow, EntryRow, MeetingRow, PostingRow
from app.store.database import connect
from app.store.keys import PUBLISHED_KEY
from bench.club import LAST
from bench.measure import Line, compare

ENTRY = """
INSERT INTO entry (id, "on", kind, amount, fund, memo, voucher_series, reason, recorded_at,
recorded_by, hash) VALUES (?, '2020-01-05', 'expense', 1000, 'operating', '', '', '', ?, '', ?)
"""
POSTING = """INSERT INTO posting (entry_id, account, "on", amount) VALUES (?, ?, '2020-01-05', ?)"""
READ = (
    "SELECT * FROM entry ORDER BY id",
    "SELECT * FROM posting",
    "SELECT * FROM meeting ORDER BY id",
    "SELECT * FROM attendance",
)


def run(book: Path, _source: Path, work: Path, rounds: int) -> list[Line]:
    """All comparisons, each on its own copies of the book."""
    return [
        _meeting(book, work, rounds),
        _entry(book, work, rounds * 2),
        _check(book, rounds),
    ]


def _entry(book: Path, work: Path, rounds: int) -> Line:
    """One expense beside bare inserts of the same three rows, with the same pragmas."""
    copies = {name: Path(shutil.copy(book, work / f"{name}.soclb")) for name in ("one", "bare")}
    ours, bare = books.open_book(copies["one"]), connect(copies["bare"], PUBLISHED_KEY, False)
    on = LAST.replace(year=2020, month=1, day=5)

    def record() -> None:
        with ours.begin() as uow:
            fund.record(uow, on=on, kind="expense", amount=1000, fund="operating")

    def insert_rows() -> None:
        bare.execute("BEGIN IMMEDIATE")
        number = bare.execute("SELECT max(id) FROM entry").fetchone()[0] + 1
        bare.execute(ENTRY, (number, clock.now().isoformat(), f"{number:064d}"))
        moved = ((number, "cash", -1000), (number, "fund_operating", 1000))
        bare.executemany(POSTING, moved)
        bare.execute("COMMIT")

    line = compare("one entry, checked and durable", record, "bare inserts", insert_rows, 3, rounds)
    ours.close()
    bare.close()
    return line


def _check(book: Path, rounds: int) -> Line:
    """``book check`` beside reading the same rows and hashing their text."""
    database, bare = books.open_book(book), connect(book, PUBLISHED_KEY, True)

    def read() -> object:
        chain = b""
        for query in READ:
            for row in bare.execute(query):
                chain = hashlib.sha256(chain + repr(row).encode()).digest()
        return chain

    def look() -> None:
        if not checking.check(database).ok:
            raise SystemExit("the book of the benchmark is not whole")

    line = compare("book check", look, "reading and hashing the rows", read, 3, rounds)
    database.close()
    bare.close()
    return line


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
    ours.close()
    core.close()
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
