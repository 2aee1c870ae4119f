"""A club's bundle: facts to signed bytes, and bytes back to facts that can be believed.

The specification is ``README.md`` beside this file and changes before this code. Sees bytes and
shapes only; whose key may be trusted is decided by whoever reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.base.errors import AppError
from app.bundle import archive, datapackage, key_changes, manifest, signing, tables
from app.domain.club_facts import ClubFacts, Level, MonthFacts
from app.domain.periods import Month

CORE = (datapackage.NAME, tables.MONTHS.file, tables.EXPORTS.file)
"""The files that every club bundle has beside manifest and signature."""

SHEETS, PAPERS = "sheets/", "papers/"
"""Where the book's sheets and printed papers stand in a bundle of level ``full``."""

CHECKED = ("members", "borrowers", "fund_total", "loans_outstanding", "savings", "cash", "bank")
"""Figures of the last month that the manifest repeats."""

Files = Mapping[str, bytes]


class BundleError(AppError):
    """A bundle whose files, sums or months do not agree with its manifest."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A bundle as it was read: its facts, the bytes that were signed, and all its files.

    ``zipped`` is the whole of it, unsealed; empty where it came inside a register's bundle.
    """

    facts: ClubFacts
    manifest: bytes
    signature: bytes
    files: Files = field(default_factory=lambda: MappingProxyType({}))
    zipped: bytes = b""


def build(
    facts: ClubFacts, private: bytes, sheets: Files | None = None, papers: Files | None = None
) -> bytes:
    """The bytes of a bundle of ``facts``, signed with the club's private key.

    ``sheets`` are the files of ``book export`` by name and ``papers`` are PDFs; both name people
    and go along at level ``full`` alone. Borrowers are left out at level ``totals``, whatever
    ``facts`` holds.
    """
    files = _tables(facts)
    if facts.level is Level.FULL:
        files |= {f"{SHEETS}{name}": data for name, data in sorted((sheets or {}).items())}
        files |= {f"{PAPERS}{name}": data for name, data in sorted((papers or {}).items())}
    files = {datapackage.NAME: datapackage.describe(facts, files), **files}
    content = {
        "format": manifest.FORMAT,
        "kind": "club",
        "club": manifest.identity_json(facts.club),
        "month": str(facts.month),
        "sequence": facts.sequence,
        "level": facts.level.value,
        "exported_at": facts.exported_at,
        "totals": totals(facts),
        "files": manifest.list_files(files),
    }
    if facts.key_changes:
        content[key_changes.KEY] = key_changes.as_json(facts.key_changes)
    stated = manifest.as_bytes(content)
    signature = signing.sign(stated, private)
    return archive.pack({manifest.NAME: stated, manifest.SIGNATURE: signature, **files})


def _tables(facts: ClubFacts) -> dict[str, bytes]:
    files = {
        tables.MONTHS.file: tables.MONTHS.write(facts.months),
        tables.EXPORTS.file: tables.EXPORTS.write(facts.exports),
    }
    if facts.level is not Level.TOTALS:
        files[tables.BORROWERS.file] = tables.BORROWERS.write(facts.borrowers)
    return files


def totals(facts: ClubFacts) -> dict[str, int]:
    """What the manifest repeats of the tables, so that each vouches for the other."""
    last = facts.months[-1]
    return {"months": len(facts.months)} | {name: getattr(last, name) for name in CHECKED}


def read(data: bytes) -> Packed:
    """The facts of a club's own unsealed bundle, all verified; raises an AppError."""
    files = archive.unpack(data)
    stated, signature = pop_signed(files)
    return replace(verify(stated, signature, files), zipped=data)


def pop_signed(files: dict[str, bytes], folder: str = "") -> tuple[bytes, bytes]:
    """Take manifest and signature out of ``files``; raises BundleError when one is missing."""
    for name in (manifest.NAME, manifest.SIGNATURE):
        if folder + name not in files:
            raise BundleError("bundle.file_missing", name=folder + name)
    return files.pop(folder + manifest.NAME), files.pop(folder + manifest.SIGNATURE)


def verify(stated: bytes, signature: bytes, files: Files, *, core_only: bool = False) -> Packed:
    """Check a manifest against its signature and against ``files``, and read the facts.

    ``core_only``: the files beyond ``months.csv`` and ``exports.csv`` may be missing, as they are
    inside a union's bundle. Raises an AppError with the first thing wrong.
    """
    said = manifest.read(stated)
    signing.check(stated, signature, said.club.public_key)
    key_changes.check(said.key_changes, said.club.uuid, said.club.public_key, said.sequence)
    _check_names(said, files, core_only=core_only)
    for name, content in files.items():
        listed = manifest.list_files({name: content})[name]
        entry = said.files[name]
        if (entry.bytes, entry.sha256) != (listed["bytes"], listed["sha256"]):
            raise BundleError("bundle.file_changed", name=name)
    facts = ClubFacts(
        said.club,
        said.month,
        said.sequence,
        said.level,
        said.exported_at,
        tables.MONTHS.read(files[tables.MONTHS.file]),
        tables.EXPORTS.read(files[tables.EXPORTS.file]),
        tables.BORROWERS.read(files.get(tables.BORROWERS.file, tables.BORROWERS.write(()))),
        said.key_changes,
    )
    _check_months(facts)
    _check_exports(facts)
    _check_figures(facts, said, borrowers=tables.BORROWERS.file in files)
    return Packed(facts, stated, signature, files)


def _check_names(said: manifest.Manifest, files: Files, *, core_only: bool) -> None:
    expected = set(said.files)
    needed = set(CORE[1:] if core_only else CORE) | (set() if core_only else expected)
    if said.level is not Level.TOTALS and not core_only:
        needed.add(tables.BORROWERS.file)
    for name in sorted(needed - set(files)):
        raise BundleError("bundle.file_missing", name=name)
    for name in sorted(set(files) - expected):
        raise BundleError("bundle.file_extra", name=archive.printable(name))
    allowed = {*CORE, tables.BORROWERS.file}
    for name in sorted(expected):
        private = name == tables.BORROWERS.file and said.level is Level.TOTALS
        further = said.level is Level.FULL and _is_sheet_or_paper(name)
        if private or not (name in allowed or further):
            raise BundleError("bundle.file_extra", name=archive.printable(name))


def _is_sheet_or_paper(name: str) -> bool:
    return name.startswith(SHEETS) or (name.startswith(PAPERS) and name.endswith(".pdf"))


def _check_months(facts: ClubFacts) -> None:
    """A row for every month from the first to the bundle's, none twice; locked ones first."""
    first = Month.of(facts.club.started_on)
    if [row.month for row in facts.months] != list(first.until(facts.month)):
        raise BundleError("bundle.months_missing", first=str(first), last=str(facts.month))
    locked = [row.locked for row in facts.months]
    if locked != sorted(locked, reverse=True):
        raise BundleError("bundle.table_unreadable", file=tables.MONTHS.file, row=1)


def _check_exports(facts: ClubFacts) -> None:
    numbers = [step.sequence for step in facts.exports]
    if not numbers or numbers != sorted(set(numbers)) or numbers[-1] != facts.sequence:
        raise BundleError("bundle.table_unreadable", file=tables.EXPORTS.file, row=1)


def _check_figures(facts: ClubFacts, said: manifest.Manifest, *, borrowers: bool) -> None:
    """Sums agree: manifest with table, fund with what the club has, loans with their list."""
    for name, value in totals(facts).items():
        if said.totals.get(name) != value:
            raise _differ(name, said.totals.get(name, 0), value)
    for row in facts.months:
        _check_row(row)
    if borrowers:
        listed = sum(line.outstanding for line in facts.borrowers)
        if listed != facts.months[-1].loans_outstanding:
            raise _differ("loans_outstanding", facts.months[-1].loans_outstanding, listed)


def _check_row(row: MonthFacts) -> None:
    funds = row.income_fund + row.operating_fund + row.care_fund
    for value in (row.balance, funds):
        if row.fund_total != value:
            raise _differ(f"fund_total {row.month}", row.fund_total, value)


def _differ(name: str, stated: int, found: int) -> BundleError:
    return BundleError("bundle.figures_differ", name=name, stated=stated, found=found)
