"""The club's side of the union: its bundle made, logged and written; a receipt taken in.

What a month's figures are stands in ``monthly_facts``; the file's form in ``app.bundle``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select, update

from app.base import clock, files
from app.base.errors import AppError
from app.base.text import one_line
from app.bundle import format as club_format
from app.bundle import letters, sealing, signing
from app.domain.club import ClubDetails
from app.domain.club_facts import ClubFacts, ClubIdentity, ExportStep, Level
from app.domain.periods import Month
from app.services import (
    bundle_papers,
    checking,
    club,
    monthly_facts,
    paper_export,
    signing_key,
)
from app.services.register import Verified, verify
from app.store import chain
from app.store.club_tables import BundleLogRow, ClubRow, EntryRow, MeetingRow
from app.store.database import UnitOfWork
from app.store.setting_tables import SettingRow
from app.store.writing import write_on_commit

__all__ = [
    "ENDING",
    "ExportRefusedError",
    "Exported",
    "LogLine",
    "Verified",
    "collect",
    "export_bundle",
    "fingerprint",
    "identity",
    "log",
    "take_receipt",
    "verify",
]

ENDING = ".clbz"
_UNION_KEY = "union.key"


class ExportRefusedError(AppError):
    """A bundle that can't be made: its month, or a chain that is broken."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A bundle that was made. ``sealed_to`` names the union's key it was sealed to, or is empty."""

    path: Path
    month: Month
    sequence: int
    level: Level
    size: int
    sha256: str
    """SHA-256 of the manifest, which a receipt names."""
    fingerprint: str
    sealed_to: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One export in the club's log; ``received_by`` is the union that sent a receipt."""

    sequence: int
    month: Month
    level: Level
    file_name: str
    exported_at: str
    received_by: str
    received_at: str


def export_bundle(
    uow: UnitOfWork,
    *,
    month: Month,
    out: Path,
    level: Level | str = Level.TOTALS,
    to: Path | None = None,
    papers: bool = False,
) -> Exported:
    """Make the signed bundle up to the end of ``month`` and log it (CONTRACT 2, 5.16).

    ``papers``: the month's papers go along as PDFs, at level ``full`` alone. ``to`` is the union's
    key file: with it the whole bundle is sealed to that key. The file is written under another
    name, read back and verified now; it gets its own name when the unit of work commits, so that
    a number is never used without being logged.

    Raises AppError ``file.exists``, ExportRefusedError, LetterError, StoreUnavailableError.
    """
    files.refuse_existing(out)
    key = letters.read_key(files.read_bytes(to)) if to else None
    facts = collect(uow, month=month, level=Level(level))
    private = uow.session.execute(select(ClubRow.signing_key)).scalar_one()
    if papers and facts.level is not Level.FULL:
        raise ExportRefusedError("bundle.papers_name_people")
    printed = bundle_papers.printed(uow, month=month) if papers else {}
    plain = club_format.build(facts, private, _sheets(uow, facts.level), printed)
    stated = club_format.read(plain).manifest
    data = sealing.seal(plain, key.age) if key else plain
    digest = sha256(stated).hexdigest()
    _log(uow, facts, out.name, digest)
    write_on_commit(uow, out, data)
    return Exported(
        out,
        month,
        facts.sequence,
        facts.level,
        len(data),
        digest,
        signing.fingerprint(facts.club.public_key),
        (key.name or key.age) if key else "",
    )


def collect(uow: UnitOfWork, *, month: Month, level: Level) -> ClubFacts:
    """Everything the next bundle will say; raises ExportRefusedError.

    The chain is verified first: figures of a book that was changed by hand never leave it.
    """
    first = Month.of(club.started_on(uow))
    if month < first:
        raise ExportRefusedError("bundle.month_before_start", month=str(month), first=str(first))
    if month > Month.of(clock.today()):
        raise ExportRefusedError("bundle.month_to_come", month=str(month))
    _refuse_broken_chain(uow)
    entries = uow.session.execute(select(func.max(EntryRow.id))).scalar() or 0
    meetings = uow.session.execute(select(func.max(MeetingRow.id))).scalar() or 0
    steps = _earlier_steps(uow)
    sequence = max((step.sequence for step in steps), default=0) + 1
    return ClubFacts(
        club=identity(uow),
        month=month,
        sequence=sequence,
        level=level,
        exported_at=clock.now().isoformat(timespec="seconds"),
        months=monthly_facts.months(uow, last=month),
        exports=(*steps, _step(uow, sequence, month, entries, meetings)),
        borrowers=() if level is Level.TOTALS else monthly_facts.borrowers(uow, last=month),
        key_changes=signing_key.changes(uow),
    )


def identity(uow: UnitOfWork) -> ClubIdentity:
    """The club as it names itself to the union, with its public key."""
    details = club.details(uow)
    private = uow.session.execute(select(ClubRow.signing_key)).scalar_one()
    said = {name: getattr(details, name) for name in ClubDetails.__dataclass_fields__}
    lines = {name: one_line(value) for name, value in said.items() if isinstance(value, str)}
    return ClubIdentity(
        uuid=club.uuid(uow), public_key=signing.public_key(private), **(said | lines)
    )


def fingerprint(uow: UnitOfWork) -> str:
    """The short form of the club's key, for its papers and for the union to compare."""
    return signing.fingerprint(identity(uow).public_key)


def log(uow: UnitOfWork) -> tuple[LogLine, ...]:
    """Every bundle the club ever made, the newest first."""
    rows = uow.session.execute(select(BundleLogRow).order_by(BundleLogRow.sequence.desc()))
    return tuple(
        LogLine(
            row.sequence,
            Month.parse(row.month),
            Level(row.level),
            row.file_name,
            row.exported_at.isoformat(timespec="seconds"),
            row.received_by,
            row.received_at.isoformat(timespec="seconds") if row.received_at else "",
        )
        for row in rows.scalars()
    )


def take_receipt(uow: UnitOfWork, *, path: Path, other_union: bool = False) -> LogLine:
    """Note that the union has taken a bundle in ("Hội đã nhận"); the same receipt twice is fine.

    The key of the first receipt is trusted; with ``other_union`` that of this one from now on.
    Raises LetterError or SignatureError for a file that is no receipt, ExportRefusedError for a
    receipt of another club, of a bundle this book never made, or signed by another union.
    """
    receipt = letters.read_receipt(files.read_bytes(path))
    row = uow.session.get(BundleLogRow, receipt.sequence)
    if receipt.club != club.uuid(uow):
        raise ExportRefusedError("receipt.other_club", union=receipt.union)
    if row is None or row.sha256 != receipt.manifest_sha256:
        raise ExportRefusedError("receipt.unknown_bundle", sequence=receipt.sequence)
    _trust(uow, receipt, other_union=other_union)
    uow.session.execute(
        update(BundleLogRow)
        .where(BundleLogRow.sequence == receipt.sequence)
        .values(received_by=receipt.union, received_at=clock.now())
    )
    return next(line for line in log(uow) if line.sequence == receipt.sequence)


def _trust(uow: UnitOfWork, receipt: letters.Receipt, *, other_union: bool) -> None:
    """Hold the key of the first receipt against this one's."""
    known = uow.session.get(SettingRow, _UNION_KEY)
    if known is None:
        known = SettingRow(key=_UNION_KEY, value=receipt.union_key)
        uow.session.add(known)
    if known.value != receipt.union_key and not other_union:
        raise ExportRefusedError(
            "receipt.other_union",
            union=receipt.union,
            theirs=signing.fingerprint(receipt.union_key),
            known=signing.fingerprint(known.value),
        )
    known.value = receipt.union_key


def _refuse_broken_chain(uow: UnitOfWork) -> None:
    if moved := checking.moved_posting(uow):
        raise ExportRefusedError("bundle.chain_broken", entry=moved)
    before = chain.START
    for number, stored, form in chain.entries(uow.connection):
        if chain.link(before, form) != stored:
            raise ExportRefusedError("bundle.chain_broken", entry=number)
        before = stored
    before = chain.START
    for row, stored, form in chain.meetings(uow.connection):
        if chain.link(before, form) != stored:
            raise ExportRefusedError("bundle.meeting_chain_broken", month=row.month)
        before = stored


def _earlier_steps(uow: UnitOfWork) -> list[ExportStep]:
    """The exports so far, their chain hashes computed from the book as it is now."""
    rows = uow.session.execute(
        select(
            BundleLogRow.sequence, BundleLogRow.month, BundleLogRow.entries, BundleLogRow.meetings
        ).order_by(BundleLogRow.sequence)
    )
    return [
        _step(uow, sequence, Month.parse(month), entries, meetings)
        for sequence, month, entries, meetings in rows
    ]


def _step(uow: UnitOfWork, sequence: int, month: Month, entries: int, meetings: int) -> ExportStep:
    entry = uow.session.execute(select(EntryRow.hash).where(EntryRow.id == entries)).scalar()
    meeting = uow.session.execute(select(MeetingRow.hash).where(MeetingRow.id == meetings)).scalar()
    both = (entry or chain.START) + (meeting or chain.START)
    return ExportStep(sequence, month, entries, meetings, sha256(both.encode()).hexdigest())


def _sheets(uow: UnitOfWork, level: Level) -> Mapping[str, bytes]:
    if level is not Level.FULL:
        return {}
    with TemporaryDirectory(prefix="soclb-") as name:
        folder = Path(name) / "sheets"
        paper_export.export_book(uow, folder=folder)
        return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def _log(uow: UnitOfWork, facts: ClubFacts, file_name: str, digest: str) -> None:
    own = facts.exports[-1]
    uow.session.add(
        BundleLogRow(
            sequence=facts.sequence,
            month=str(facts.month),
            level=facts.level.value,
            file_name=file_name,
            sha256=digest,
            entries=own.entries,
            meetings=own.meetings,
            exported_at=clock.now(),
        )
    )
    uow.session.flush()
