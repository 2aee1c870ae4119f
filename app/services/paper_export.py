"""A book → a folder of CSV files that the import reads again, with the same figures.

UTF-8 with a byte order mark, comma; ``PAPER_BOOK.md`` names the columns. Columns beyond CONTRACT 3
stand only in a book that needs them. Text that a spreadsheet would run as a formula is guarded by
an apostrophe.
"""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path

from app.base.files import refuse_existing, write_text
from app.base.text import guarded
from app.domain.paper_book import WHEN_USED_SHEETS, PaperBook, PaperEntry, PaperLoan, PaperMeeting
from app.domain.rules import RuleChange, rules_on
from app.services.paper_load import load_book
from app.services.paper_words import CLUB_FIELDS, COLUMNS
from app.store.database import UnitOfWork

Cells = dict[str, object]
_BOM = "\ufeff"
"""Without it Excel reads UTF-8 as the letters of the computer's old code page."""
_WHEN_USED = {
    "club": ("from_on",),
    "loans": ("rounding",),
    "meetings": ("guests", "next_plan"),
    "attendance": ("note",),
    "entries": ("reverses", "reason", "shares"),
}


def export_book(uow: UnitOfWork, *, folder: Path) -> tuple[Path, ...]:
    """Write the book's sheets into ``folder``, all or none; returns the files.

    Open meetings, passwords and numbers of vouchers stay in the book. Raises AppError
    ``file.exists`` when one of the files is there already, and StoreUnavailableError.
    """
    return write_book(load_book(uow), folder=folder)


def write_book(book: PaperBook, *, folder: Path) -> tuple[Path, ...]:
    """Like ``export_book``, for a paper book in memory."""
    texts = {
        folder / f"{name}.csv": _text(name, rows)
        for name, rows in _sheets(book).items()
        if rows or name not in WHEN_USED_SHEETS
    }
    for path in texts:
        refuse_existing(path)
    written: list[Path] = []
    there = folder.exists()
    try:
        for path, text in texts.items():
            write_text(path, f"{_BOM}{text}")
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        if not there:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return tuple(written)


def _sheets(book: PaperBook) -> dict[str, list[Cells]]:
    return {
        "club": _club(book),
        "members": [asdict(member) for member in book.members],
        "loans": [_loan(book, loan) for loan in book.loans],
        "meetings": [_meeting(meeting) for meeting in book.meetings],
        "attendance": [asdict(row) for row in book.attendance],
        "entries": [_entry(entry) for entry in book.entries],
        "extensions": [
            {"loan": row.loan} | asdict(row.extension) | {"method": row.extension.method.value}
            for row in book.extensions
        ],
    }


def _text(name: str, rows: Sequence[Cells]) -> str:
    columns = [
        column
        for column in COLUMNS[name]
        if column not in _WHEN_USED.get(name, ()) or any(row.get(column) for row in rows)
    ]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else guarded(str(value))


def _club(book: PaperBook) -> list[Cells]:
    """The club's facts, then its rules: those of the first day, and each later change.

    A rule that was taken away (an empty value) needs its day to be told from one never set.
    """
    facts = asdict(book.details)
    rows: list[Cells] = [{"key": key, "value": facts[key]} for key in CLUB_FIELDS]
    if book.details.practice:
        rows.append({"key": "practice", "value": 1})
    started_on = book.details.started_on

    def dated(change: RuleChange) -> bool:
        return change.from_on != started_on or not change.value

    changes = sorted(book.rules, key=lambda change: change.from_on)
    for _, same_day in groupby(changes, key=lambda change: change.from_on):
        last = {change.key: change for change in same_day}
        rows += [
            {
                "key": change.key,
                "value": change.value,
                "from_on": change.from_on if dated(change) else None,
            }
            for change in last.values()
        ]
    return rows


def _loan(book: PaperBook, loan: PaperLoan) -> Cells:
    """``rounding`` only where it is not that of the club on the loan's day."""
    day = max(loan.terms.on, book.details.started_on)
    usual = rules_on(list(book.rules), day).rounding
    rounding = loan.terms.rounding if loan.terms.rounding != usual else None
    terms = asdict(loan.terms) | {"rounding": rounding, "method": loan.terms.method.value}
    return {
        "code": loan.code,
        "member": loan.member,
        "purpose": loan.purpose,
        "guarantor": loan.guarantor,
        **terms,
    }


def _meeting(meeting: PaperMeeting) -> Cells:
    activities = ";".join(meeting.activities)
    return asdict(meeting) | {
        "month": meeting.month,
        "status": meeting.status.value,
        "activities": activities,
    }


def _entry(entry: PaperEntry) -> Cells:
    """``reverses`` names the row that is taken back, as a spreadsheet shows it."""
    row = None if entry.reverses is None else entry.reverses + 2
    shares = ";".join(f"{fund}:{part}" for fund, part in entry.shares)
    return asdict(entry) | {"reverses": row, "shares": shares}
