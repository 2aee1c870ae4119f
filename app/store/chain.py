"""The hash chain over entries, and the one over closed meetings.

Each link is SHA-256 over the hash before it and the link's canonical form: a JSON array with
no spaces, UTF-8, days and moments as ISO text. So no figure can be changed unseen: the first
wrong link is the first row that was touched. People and loans stand by their code, never by a
key of the database.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy.engine import Connection, Row

from app.store.club_tables import LoanRow, MeetingRow
from app.store.stored_rows import StoredEntry

START = "0" * 64
GIVEN = frozenset({"loan_disbursement", "opening_loan"})
"""Kinds whose link also covers the terms of their loan."""

_COLUMNS = ", ".join(f'"{name}"' for name in (*StoredEntry._fields, "hash"))
_ENTRIES = f"SELECT {_COLUMNS} FROM entry ORDER BY id"  # noqa: S608 (our own column names)
_HEAD_OF_DAY = """
    WITH RECURSIVE day(day) AS (
        SELECT max("on") FROM entry WHERE "on" <= ?
        UNION ALL
        SELECT (SELECT max("on") FROM entry WHERE "on" < day) FROM day WHERE day IS NOT NULL
    )
    SELECT hash FROM entry
    WHERE id = (SELECT max((SELECT max(id) FROM entry WHERE "on" = day)) FROM day)
"""
"""Steps from day to day through the index: a club has few days and many entries on each."""

Canonical = list[Any]
EntryRecord = Row[*tuple[Any, ...]] | StoredEntry
MeetingRecord = Row[*tuple[Any, ...]]
Mark = tuple[str, str, str]
"""A member's code, how she was there, the note beside her name."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def link(before: str, canonical: Canonical) -> str:
    """The hash of one link, 64 hexadecimal digits."""
    text = _JSON.encode(canonical)
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def loan_terms(loan: Row[*tuple[Any, ...]] | LoanRow, member: str) -> Canonical:
    """What was agreed on a loan, as its first entry's link covers it."""
    return [
        member,
        str(loan.on),
        loan.principal,
        loan.rate_bp,
        str(loan.method),
        loan.term_months,
        loan.grace_months,
        loan.rounding,
    ]


def entries(connection: Connection) -> Iterator[tuple[int, str, Canonical]]:
    """Each entry in the order of the chain: its number, its stored hash, its canonical form.

    Reads the columns as they are stored, so that whatever was written there by hand is hashed
    and not refused.
    """
    members = _codes(connection, "member")
    found = connection.exec_driver_sql("SELECT * FROM loan")
    loans: dict[int | None, Row[*tuple[Any, ...]]] = {row.id: row for row in found}
    months = connection.exec_driver_sql("SELECT id, month FROM meeting")
    meetings: dict[int | None, str] = dict(months.all())
    postings: dict[int, list[tuple[str, int]]] = {}
    moved = connection.exec_driver_sql("SELECT entry_id, account, amount FROM posting")
    for entry_id, account, amount in moved.all():
        postings.setdefault(entry_id, []).append((account, amount))
    for *values, stored in connection.exec_driver_sql(_ENTRIES).all():
        row = StoredEntry(*values)
        loan = loans.get(row.loan_id)
        given = loan is not None and row.kind in GIVEN
        form = entry_form(
            row,
            member=members.get(row.member_id),
            loan=loan.code if loan is not None else None,
            terms=loan_terms(loan, members.get(loan.member_id, "")) if loan and given else None,
            meeting=meetings.get(row.meeting_id),
            postings=postings.get(row.id, []),
        )
        yield row.id, stored, form


def _codes(connection: Connection, table: str) -> dict[int | None, str]:
    return dict(connection.exec_driver_sql(f"SELECT id, code FROM {table}").all())  # noqa: S608


def _text(value: date | datetime | str) -> str:
    """A day or a moment as it is stored."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


def entry_form(
    row: EntryRecord,
    *,
    member: str | None,
    loan: str | None,
    terms: Canonical | None,
    meeting: str | None,
    postings: list[tuple[str, int]],
) -> Canonical:
    """The canonical form of an entry with its postings (ordered by account)."""
    return [
        row.id,
        _text(row.on),
        row.kind,
        row.amount,
        row.fund,
        member,
        loan,
        terms,
        meeting,
        row.memo,
        [row.voucher_series, row.voucher_year, row.voucher_no],
        row.reverses_id,
        row.reason,
        _text(row.recorded_at),
        row.recorded_by,
        sorted(postings),
    ]


def meetings(connection: Connection) -> Iterator[tuple[MeetingRecord, str, Canonical]]:
    """Each closed meeting in the order of the chain, with attendance and counted notes."""
    members = _codes(connection, "member")
    present: dict[int, list[Mark]] = {}
    marks = connection.exec_driver_sql("SELECT meeting_id, member_id, status, note FROM attendance")
    for meeting_id, member_id, status, note in marks.all():
        present.setdefault(meeting_id, []).append((members.get(member_id, ""), status, note))
    notes: dict[int, list[tuple[int, int]]] = {}
    counted = connection.exec_driver_sql("SELECT meeting_id, face, count FROM note_count")
    for meeting_id, face, count in counted:
        notes.setdefault(meeting_id, []).append((face, count))
    for row in connection.exec_driver_sql("SELECT * FROM meeting ORDER BY id"):
        form = meeting_form(
            row,
            chair=members.get(row.chair_id),
            secretary=members.get(row.secretary_id),
            attendance=present.get(row.id, []),
            notes=notes.get(row.id, []),
        )
        yield row, row.hash, form


def meeting_form(
    row: Row[*tuple[Any, ...]] | MeetingRow,
    *,
    chair: str | None,
    secretary: str | None,
    attendance: list[Mark],
    notes: list[tuple[int, int]],
) -> Canonical:
    """The canonical form of a closed meeting.

    A mark without a note stands without it, as before there were notes (schema 5).
    """
    return [
        row.id,
        row.month,
        _text(row.on) if row.on else None,
        row.status,
        row.reason,
        row.start,
        row.end,
        row.place,
        chair,
        secretary,
        row.guests,
        row.content,
        row.decisions,
        row.next_plan,
        row.activities,
        row.typed_by,
        row.confirmed_by,
        row.cash_in_book,
        _text(row.closed_at),
        sorted(mark if mark[-1] else mark[:-1] for mark in attendance),
        sorted(notes),
    ]


def head_of_entries(connection: Connection, last: date | None = None) -> str:
    """The hash of the newest entry dated up to ``last``; START for none."""
    if last is None:
        found = connection.exec_driver_sql("SELECT hash FROM entry ORDER BY id DESC LIMIT 1")
    else:
        found = connection.exec_driver_sql(_HEAD_OF_DAY, (last.isoformat(),))
    return found.scalar() or START


def head_of_meetings(connection: Connection, last_month: str | None = None) -> str:
    """The hash of the newest closed meeting of months up to ``last_month``; START for none."""
    found = connection.exec_driver_sql(
        "SELECT hash FROM meeting WHERE month <= ? ORDER BY id DESC LIMIT 1",
        (last_month or "9999-12",),
    )
    return found.scalar() or START


def head(connection: Connection, last: date) -> str:
    """The chain's hash at the end of day ``last``: both chains in one (CONTRACT 5.15, 5.16)."""
    month = f"{last.year:04d}-{last.month:02d}"
    return both(head_of_entries(connection, last), head_of_meetings(connection, month))


def both(entry_hash: str, meeting_hash: str) -> str:
    """The heads of both chains as one hash."""
    return hashlib.sha256((entry_hash + meeting_hash).encode()).hexdigest()
