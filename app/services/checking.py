"""Is this book whole, and was anything changed by hand? (CONTRACT 2, ``book check``.)

Reads the file as it lies there and asks nothing of the services that wrote it. Changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from app.base.errors import Problem
from app.domain.fund import KINDS, Account
from app.store import chain, extension_chain
from app.store.database import Database, UnitOfWork, written_state

_NEVER_NEGATIVE = {Account.CASH: 1, Account.BANK: 1, Account.BORROWED: -1}
_ON, _KIND, _MEMBER, _LOAN, _VOUCHER, _POSTINGS = 1, 2, 5, 6, 10, 15
"""Places in an entry's canonical form (``chain.entry_form``)."""
_VERIFIED = "soclb_verified"
"""Under this name a connection remembers the last state it was looked through in."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was looked at, and the first thing wrong of each sort; nothing wrong is ``ok``."""

    entries: int
    meetings: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


def check(database: Database) -> CheckResult:
    """Look through the whole book: file, references, entries, balances, vouchers, meetings,
    extensions of loans.

    Raises StoreUnavailableError when the file is too damaged to be read.
    """
    with database.read() as uow:
        damage = _file_damage(uow.connection, encrypted=database.path is not None)
        if damage is not None:
            return CheckResult(0, 0, (damage,))
        return _contents(uow)


def file_is_whole(uow: UnitOfWork) -> bool:
    """Whether every page of the file is as it was written; quick, and blind to what it says."""
    return _file_damage(uow.connection, encrypted=True) is None


def verified(uow: UnitOfWork) -> bool:
    """Whether all chains are whole: what a paper says of the book it was printed from.

    Each state of the file is looked through once: SQLite tells when anybody, here or in another
    program, has written since.
    """
    connection = uow.connection
    state = written_state(connection)
    seen, whole = connection.info.get(_VERIFIED, (None, False))
    if seen != state:
        whole = _chains_whole(connection)
        connection.info[_VERIFIED] = (state, whole)
    return bool(whole)


def _chains_whole(connection: Connection) -> bool:
    entries, meetings = list(chain.entries(connection)), list(chain.meetings(connection))
    length = _lengths(connection)
    return (
        next(_entry_problems(entries, length[0]), None) is None
        and next(_meeting_problems(meetings, length[1]), None) is None
        and extension_chain.first_wrong(connection) is None
        and next(_posting_days(connection), None) is None
    )


def moved_posting(uow: UnitOfWork) -> int | None:
    """The first entry whose postings were given another day than its own; None without any.

    The chain holds the entry's day alone: the postings' own is a copy of it, for the index.
    """
    found = next(_posting_days(uow.connection), None)
    return int(str(found.params["entry"])) if found else None


def _contents(uow: UnitOfWork) -> CheckResult:
    connection = uow.connection
    entries, meetings = list(chain.entries(connection)), list(chain.meetings(connection))
    lengths = _lengths(connection)
    forms = [form for _, _, form in entries]
    searches = (
        _entry_problems(entries, lengths[0]),
        _posting_days(connection),
        _meeting_problems(meetings, lengths[1]),
        _extension_problems(connection),
        _dangling(connection),
        _below_zero(forms),
        _voucher_gaps(forms),
    )
    problems = tuple(found for search in searches if (found := next(search, None)) is not None)
    return CheckResult(len(entries), len(meetings), problems)


def _file_damage(connection: Connection, *, encrypted: bool) -> Problem | None:
    """Damaged pages (SQLCipher's HMAC of each), then SQLite's own look at its structure."""
    if encrypted:
        pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
        if pages:
            return Problem("check.file_damaged", {"count": len(pages)})
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    return None if found == "ok" else Problem("check.file_damaged", {"count": 1})


def _lengths(connection: Connection) -> tuple[int, int]:
    """How many entries and meetings there ever were, by the book's own count and its exports."""
    counted = connection.exec_driver_sql("SELECT entries, meetings FROM chain_length").all()
    sent = connection.exec_driver_sql("SELECT entries, meetings FROM bundle_log").all()
    both = [*counted, *sent]
    return max((row[0] for row in both), default=0), max((row[1] for row in both), default=0)


def _entry_problems(
    entries: list[tuple[int, str, chain.Canonical]], length: int
) -> Iterator[Problem]:
    """What is wrong with single entries, in the order of their numbers."""
    before = chain.START
    for expected, (number, stored, form) in enumerate(entries, start=1):
        if number != expected:
            yield Problem("check.entry_missing", {"entry": expected})
            return
        if form[_KIND] not in KINDS:
            yield Problem("check.entry_kind", _named(number, form[_ON], form[_KIND]))
        if chain.link(before, form) != stored:
            yield Problem("check.entry_changed", _named(number, form[_ON], form[_KIND]))
        if sum(amount for _, amount in form[_POSTINGS]):
            yield Problem("check.entry_unbalanced", _named(number, form[_ON], form[_KIND]))
        before = stored
    if len(entries) < length:
        yield Problem("check.entry_missing", {"entry": len(entries) + 1})


def _meeting_problems(
    meetings: list[tuple[chain.MeetingRecord, str, chain.Canonical]], length: int
) -> Iterator[Problem]:
    before, last = chain.START, ""
    for expected, (row, stored, form) in enumerate(meetings, start=1):
        if row.id != expected:
            yield Problem("check.meeting_missing", {"number": expected, "after": last or "–"})
            return
        if chain.link(before, form) != stored:
            yield Problem("check.meeting_changed", {"month": row.month})
        before, last = stored, row.month
    if len(meetings) < length:
        params = {"number": len(meetings) + 1, "after": last or "–"}
        yield Problem("check.meeting_missing", params)


def _extension_problems(connection: Connection) -> Iterator[Problem]:
    if number := extension_chain.first_wrong(connection):
        yield Problem("check.extension_changed", {"number": number})


def _named(number: int, on: str, kind: str) -> dict[str, object]:
    """An entry as the user looks for it; a day that is none stays as it was found."""
    try:
        return {"entry": number, "on": date.fromisoformat(on), "kind": kind}
    except ValueError:
        return {"entry": number, "on": on, "kind": kind}


def _posting_days(connection: Connection) -> Iterator[Problem]:
    rows = connection.exec_driver_sql(
        'SELECT e.id, e."on", e.kind FROM entry e JOIN posting p ON p.entry_id = e.id '
        'WHERE p."on" <> e."on" ORDER BY e.id'
    )
    for number, on, kind in rows:
        yield Problem("check.entry_unbalanced", _named(number, on, kind))


def _dangling(connection: Connection) -> Iterator[Problem]:
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem("check.dangling", {"table": table})


def _below_zero(forms: list[chain.Canonical]) -> Iterator[Problem]:
    """The first day on which something is below 0; rows count in order of day (CONTRACT 3)."""
    balances: defaultdict[object, int] = defaultdict(int)
    for form in sorted(forms, key=lambda form: (str(form[_ON]), form[0])):
        for account, amount in form[_POSTINGS]:
            key: object = account
            sign = _NEVER_NEGATIVE.get(account)
            if account == Account.LOANS:
                key, sign = (account, form[_LOAN]), 1
            elif account == Account.SAVINGS:
                key, sign = (account, form[_MEMBER]), -1
            balances[key] += amount
            if sign and amount * sign < 0 and balances[key] * sign < 0:
                yield Problem("check.below_zero", _named(form[0], form[_ON], form[_KIND]))


def _voucher_gaps(forms: list[chain.Canonical]) -> Iterator[Problem]:
    numbers: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for form in forms:
        series, year, number = form[_VOUCHER]
        if number is not None:
            numbers[series, year].add(number)
    for (series, year), used in sorted(numbers.items()):
        missing = set(range(1, max(used) + 1)) - used
        if missing:
            params = {"series": series, "year": year, "number": min(missing)}
            yield Problem("check.voucher_missing", params)
