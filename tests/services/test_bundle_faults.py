"""What may be wrong with a bundle at the register's door (F08, F15 to F19): refused in words,
nothing believed, nothing written, memory bounded.

``SOCLB_HEAVY=1`` tries 10,000 variants and every order instead of some; ``SOCLB_SEED`` plays a
run again.
"""

from __future__ import annotations

import io
import json
import os
import resource
import shutil
import stat
import struct
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, seed, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.base import clock
from app.base.errors import AppError, StoreUnavailableError
from app.bundle import archive, manifest, reading, signing
from app.bundle.format import Packed
from app.domain.club_facts import Level
from app.domain.periods import Month
from app.services import conflicts, consolidation, exporting, fund, fund_statement, register
from app.services.register import ImportLine, Outcome
from app.services.sentences import sentence
from app.store.database import Database
from tests.bundle.test_archive import crafted, resealed
from tests.helpers import unions
from tests.helpers.bundles import SampleClub
from tests.helpers.clubs import filled_club

HEAVY = os.environ.get("SOCLB_HEAVY") == "1"
SEED = int(os.environ.get("SOCLB_SEED", SystemRandom().randrange(10**9)))
FEB, MARCH, APRIL, MAY, JUNE = (Month(2018, number) for number in range(2, 7))
STATE = (
    "SELECT * FROM month_figures ORDER BY club, month",
    "SELECT uuid, name, area, sequence FROM club ORDER BY uuid",
    "SELECT club, one, other, code, kept FROM conflict ORDER BY club, one, other",
    "SELECT club, manifest, sequence, set_aside FROM bundle ORDER BY club, manifest",
    "SELECT club, public_key, until_sequence FROM club_key ORDER BY club, public_key",
)


@pytest.fixture(params=["memory", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    with clock.fixed(date(2018, 12, 6)), unions.on_each(request) as made:
        yield made


@pytest.fixture
def alone() -> Iterator[Database]:
    with clock.fixed(date(2018, 12, 6)), unions.in_memory() as made:
        yield made


def state(database: Database) -> str:
    with database.read() as uow:
        return repr([uow.session.execute(text(query)).all() for query in STATE])


def bring(database: Database, data: bytes, folder: Path) -> ImportLine:
    path = folder / "goi.clbz"
    path.write_bytes(data)
    (line,) = register.import_files(database, paths=[path])
    return line


class Written:
    """Files that were opened for writing, made, moved or linked while ``watch`` ran."""

    watching = False
    paths: list[str]

    def __init__(self) -> None:
        self.paths = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.watching:
            return
        writes = event in ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate")
        if event == "open":
            flags = args[2] if isinstance(args[2], int) else 0
            writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if writes:
            self.paths.append(f"{event} {args[0]}")

    @contextmanager
    def watch(self) -> Iterator[list[str]]:
        self.paths, self.watching = [], True
        try:
            yield self.paths
        finally:
            self.watching = False


WRITTEN = Written()


@cache
def honest() -> bytes:
    return SampleClub().export(JUNE, Level.BORROWERS)


@cache
def parts() -> dict[str, bytes]:
    return archive.unpack(honest())


def signed(private: bytes | None = None, **changed: Any) -> bytes:
    """The honest bundle said otherwise and signed again, its files listed anew."""
    files = dict(parts())
    content = json.loads(files.pop(manifest.NAME))
    del files[manifest.SIGNATURE]
    files |= changed.pop("files", {})
    content["files"] = changed.pop("listed", manifest.list_files(files))
    content |= changed
    stated = manifest.as_bytes(content)
    signature = signing.sign(stated, private or SampleClub().private)
    return archive.pack({manifest.NAME: stated, manifest.SIGNATURE: signature, **files})


def packed_with(**changed: bytes | None) -> bytes:
    """The honest bundle with parts put in, changed or left out, and not signed again."""
    named = {name.replace("_", "."): data for name, data in changed.items()}
    files = {**parts(), **named}
    return archive.pack({name: data for name, data in files.items() if data is not None})


OTHER = SampleClub(2).private
TAMPERED = {
    "a flipped bit": (lambda: _flipped(honest(), 400), "bundle.damaged"),
    "cut in the middle": (lambda: honest()[: len(honest()) // 2], "bundle.damaged"),
    "its last byte missing": (lambda: honest()[:-1], "bundle.damaged"),
    "empty": (lambda: b"", "bundle.not_a_bundle"),
    "a file more": (lambda: packed_with(more_csv=b"x"), "bundle.file_extra"),
    "a file less": (lambda: packed_with(exports_csv=None), "bundle.file_missing"),
    "no signature": (lambda: packed_with(manifest_sig=None), "bundle.file_missing"),
    "another content": (
        lambda: packed_with(months_csv=parts()["months.csv"].replace(b"350000", b"350001")),
        "bundle.file_changed",
    ),
    "a wrong checksum": (
        lambda: signed(listed=manifest.list_files({**_tables(), "months.csv": b"x"})),
        "bundle.file_changed",
    ),
    "a wrong signature": (
        lambda: packed_with(manifest_sig=bytes(64)),
        "bundle.signature_wrong",
    ),
    "signed by another club": (lambda: signed(OTHER), "bundle.signature_wrong"),
    "another club's key": (
        lambda: signed(OTHER, club=_club() | {"public_key": signing.public_key(OTHER)}),
        "union.other_key",
    ),
    "a newer format": (lambda: signed(format="2.0"), "bundle.newer_format"),
}


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]


def _tables() -> dict[str, bytes]:
    return {name: data for name, data in parts().items() if not name.startswith("manifest")}


def _club() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(parts()[manifest.NAME])["club"]
    return told


def test_f15_a_tampered_bundle_is_refused_before_any_row_is_written(
    database: Database, tmp_path: Path
) -> None:
    club = SampleClub()
    unions.take(database, club.export(MAY))
    before = state(database)
    for name, (made, code) in TAMPERED.items():
        with WRITTEN.watch() as written:
            line = bring(database, made(), tmp_path)
        assert line.outcome is Outcome.REFUSED, name
        assert line.why is not None
        assert line.why.code == code, name
        assert sentence(line.why), name
        assert state(database) == before, name
        assert [one for one in written if "goi.clbz" not in one] == [], name


def _link() -> bytes:
    entry = zipfile.ZipInfo("manifest.json")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return crafted([(entry, b"/etc/passwd")])


def _one_name_within_another() -> bytes:
    """The central directory says a harmless name, the local header another."""
    data = bytearray(crafted([("months.csv", b"x")]))
    at = data.index(b"months.csv")
    data[at : at + 10] = b"../../x.cs"
    return resealed(bytes(data))


def _twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return crafted([("months.csv", b"one"), ("months.csv", b"two")])


def _folders(depth: int) -> bytes:
    return crafted([("/".join("a" * depth) + ".csv", b"")])


TRICKS = {
    "up and out": (lambda: crafted([("../../etc/x.csv", b"x")]), "bundle.unsafe_name"),
    "up within": (lambda: crafted([("sheets/../../x.csv", b"x")]), "bundle.unsafe_name"),
    "absolute": (lambda: crafted([("/tmp/x.csv", b"x")]), "bundle.unsafe_name"),
    "a drive": (lambda: crafted([("C:\\x.csv", b"x")]), "bundle.unsafe_name"),
    "a share": (lambda: crafted([("\\\\pc\\x.csv", b"x")]), "bundle.unsafe_name"),
    "a link": (_link, "bundle.unsafe_name"),
    "two names for one file": (_one_name_within_another, "bundle.damaged"),
    "one name twice": (_twice, "bundle.duplicate_name"),
    "a huge name": (lambda: crafted([("x" * 60_000 + ".csv", b"")]), "bundle.too_many_files"),
    "a long name": (lambda: crafted([("x" * 140 + ".csv", b"")]), "bundle.too_many_files"),
    "folders without end": (lambda: _folders(50), "bundle.file_missing"),
    "only a folder": (lambda: crafted([("sheets/", b"")]), "bundle.unsafe_name"),
    "a zip in it": (lambda: crafted([("inner.zip", honest())]), "bundle.file_missing"),
    "a bomb": (lambda: crafted([("months.csv", bytes(80 << 20))]), "bundle.unpacks_too_large"),
    "many small bombs": (
        lambda: crafted([(f"sheets/s{n}.csv", bytes(15 << 20)) for n in range(14)]),
        "bundle.unpacks_too_large",
    ),
}
BOUND = {"many small bombs": 230 << 20}
"""All files of a bundle together may be 192 MB; every other trick must end far below."""


@pytest.mark.parametrize("trick", TRICKS)
def test_f16_a_zip_trick_is_refused_within_bounded_memory_and_writes_nothing(
    alone: Database, tmp_path: Path, trick: str
) -> None:
    made, code = TRICKS[trick]
    data = made()
    assert len(data) < 1 << 20
    tracemalloc.start()
    with WRITTEN.watch() as written:
        line = bring(alone, data, tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert line.why is not None
    assert line.why.code == code
    assert sentence(line.why)
    assert [one for one in written if "goi.clbz" not in one] == []
    assert peak < BOUND.get(trick, 24 << 20), f"{peak >> 20} MB"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["goi.clbz"]


@pytest.mark.parametrize(("name", "most"), [("months.csv", 1_200), ("exports.csv", 20_000)])
def test_f16_a_signed_table_of_a_million_rows_is_left_unread(
    alone: Database, tmp_path: Path, name: str, most: int
) -> None:
    """A known club may sign what it likes: a few hundred bytes unpack to as many rows."""
    head, line = parts()[name].decode().splitlines(keepends=True)[:2]
    rows = (15 << 20) // len(line)
    data = signed(files={name: (head + line * rows).encode()})
    assert len(data) < 1 << 20
    assert rows > most
    tracemalloc.start()
    told = bring(alone, data, tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told.why is not None
    assert (told.why.code, told.why.params["row"]) == ("bundle.table_unreadable", most + 2)
    assert peak < 160 << 20, f"{peak >> 20} MB"


@st.composite
def variants(draw: st.DrawFn) -> bytes:
    """The honest bundle as a bad stick, a bad line or a forger may turn it."""
    data, way = honest(), draw(st.integers(0, 6))
    at = draw(st.integers(0, len(data) - 1))
    piece = draw(st.binary(min_size=1, max_size=60))
    if way == 0:
        return _flipped(data, at)
    if way == 1:
        return data[:at]
    if way == 2:
        return data[:at] + piece + data[at:]
    if way == 3:
        return resealed(data[:at] + piece + data[at + len(piece) :])
    if way == 4:
        files = dict(parts())
        name = draw(st.sampled_from(sorted(files)))
        files[name] = files[name][: at % (len(files[name]) + 1)] + piece
        return archive.pack(files)
    if way == 5:
        name = draw(st.text("ab/.\\:csvjon-_ạ", min_size=1, max_size=30))
        return crafted([(name, piece), ("manifest.json", parts()[manifest.NAME])])
    size, value = draw(st.sampled_from(((2, "<H"), (4, "<L")))), draw(st.integers(0, 0xFFFF))
    central = data.rindex(b"PK\x05\x06") - 46 + at % 46
    changed = bytearray(data)
    struct.pack_into(size[1], changed, central, value)
    return resealed(bytes(changed))


@seed(SEED)
@settings(
    max_examples=10_000 if HEAVY else 300,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(variants())
def test_f15_f16_whatever_arrives_is_refused_in_words_or_is_what_was_sent(
    fuzzed: tuple[Database, str, Path], data: bytes
) -> None:
    database, before, folder = fuzzed
    note(f"SOCLB_SEED={SEED}")
    with WRITTEN.watch() as written:
        line = bring(database, data, folder)
    if line.outcome is Outcome.REFUSED:
        assert line.why is not None
        assert sentence(line.why)
    else:
        packed = reading.read(data)
        assert isinstance(packed, Packed)
        assert packed.manifest == parts()[manifest.NAME]
    assert state(database) == before
    assert [one for one in written if "goi.clbz" not in one] == []


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, str, Path]]:
    """A register that has the honest bundle already, so that nothing may ever change."""
    with unions.in_memory() as made:
        unions.take(made, honest())
        yield made, state(made), tmp_path_factory.mktemp("fuzz")


def test_f17_every_order_of_six_gives_the_same_totals_and_lists_the_conflict(
    alone: Database,
) -> None:
    """One twice, an older after a newer, two with one number, a number never sent."""
    club = SampleClub(started=FEB)
    first, second = club.export(FEB), club.export(MARCH, locked=FEB)
    club.export(APRIL)
    fork = club.fork("another", since=MAY)
    six = [first, second, second, club.export(MAY), fork.export(MAY), club.export(JUNE)]
    packed = [reading.read(data) for data in six]
    orders = list(permutations(packed))
    if not HEAVY:
        orders = Random(SEED).sample(orders, 40)
    states, totals, listed = set(), set(), set()
    for order in orders:
        with alone.read() as uow:
            for one in order:
                assert isinstance(one, Packed)
                register.take(uow, packed=one, file_name="goi.clbz")
            states.add(repr([uow.session.execute(text(query)).all() for query in STATE[:4]]))
            report = consolidation.union_report(uow, month=APRIL)
            totals.add((report.reporting, report.figures.fund_total, report.last_known))
            listed.add(tuple(sorted((c.one.sequence, c.other.sequence) for c in
                                    conflicts.conflicts(uow))))  # fmt: skip
    assert (len(states), len(totals), len(listed)) == (1, 1, 1), f"SOCLB_SEED={SEED}"
    assert listed == {((4, 4), (4, 5))} or listed == {((4, 4), (5, 4))}
    ((reporting, _, _),) = totals
    assert reporting == 1


def test_f18_a_late_correction_leaves_the_closed_month_and_shows_in_its_own(
    database: Database, tmp_path: Path
) -> None:
    with clock.fixed(date(2024, 5, 2)):
        book = filled_club()
        with book.begin() as uow:
            exporting.export_bundle(uow, month=Month(2024, 4), out=tmp_path / "4.clbz")
        register.import_files(database, paths=[tmp_path / "4.clbz"])
    april, may = Month(2024, 4), Month(2024, 5)
    with database.read() as uow:
        before = consolidation.figures(consolidation.union_report(uow, month=april))
    with clock.fixed(date(2024, 5, 20)):
        with book.begin() as uow:
            gift = fund.record(
                uow, on=date(2024, 4, 25), kind="donation", amount=70_000, fund="income"
            )
        with book.begin() as uow:
            exporting.export_bundle(uow, month=april, out=tmp_path / "4b.clbz")
        register.import_files(database, paths=[tmp_path / "4b.clbz"])
        with database.read() as uow:
            closed = consolidation.figures(consolidation.union_report(uow, month=april))
        with book.begin() as uow:
            fund.reverse(uow, entry=gift, on=date(2024, 5, 10), reason="Ghi nhầm câu lạc bộ")
            exporting.export_bundle(uow, month=may, out=tmp_path / "5.clbz")
            paper = fund_statement.fund_statement(uow, first=may.first_day, last=may.last_day)
    (line,) = register.import_files(database, paths=[tmp_path / "5.clbz"])
    assert line.outcome is Outcome.REPLACED
    with database.read() as uow:
        told = consolidation.figures(consolidation.union_report(uow, month=april))
        now = consolidation.union_report(uow, month=may).figures
    assert told["fund_total"] == closed["fund_total"] == before["fund_total"] + 70_000
    assert told["by_area"] == closed["by_area"]
    assert now.fund_total == told["fund_total"] - 70_000
    assert [one.reason for one in paper.corrections] == ["Ghi nhầm câu lạc bộ"]


@pytest.mark.parametrize("name", ["fund_total", "loans_outstanding", "savings", "members"])
def test_f19_totals_that_differ_from_the_rows_are_refused_and_both_shown(
    alone: Database, tmp_path: Path, name: str
) -> None:
    totals = json.loads(parts()[manifest.NAME])["totals"]
    line = bring(alone, signed(totals=totals | {name: totals[name] + 1}), tmp_path)
    assert line.outcome is Outcome.REFUSED
    assert line.why is not None
    words = sentence(line.why).replace(".", "")
    assert str(totals[name]) in words
    assert str(totals[name] + 1) in words


def test_f08_a_stick_that_is_full_or_pulled_keeps_the_old_bundle_and_logs_nothing(
    tmp_path: Path,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with clock.fixed(date(2024, 5, 2)):
        book, month = filled_club(), Month(2024, 4)
        with book.begin() as uow:
            exporting.export_bundle(uow, month=month, out=stick / "cu.clbz")
        old = (stick / "cu.clbz").read_bytes()
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        for room in (0, 1, 500, len(old) - 1):
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
            try:
                with pytest.raises(StoreUnavailableError) as caught, book.begin() as uow:
                    exporting.export_bundle(uow, month=month, out=stick / "moi.clbz")
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            assert sentence(caught.value)
            assert [path.name for path in stick.iterdir()] == ["cu.clbz"]
        assert (stick / "cu.clbz").read_bytes() == old
        with book.read() as uow:
            assert [line.sequence for line in exporting.log(uow)] == [1]
        with pytest.raises(AppError) as pulled, book.begin() as uow:
            exporting.export_bundle(uow, month=month, out=stick / "moi.clbz")
            shutil.rmtree(stick)
        assert sentence(pulled.value)


def test_f08_half_a_bundle_on_a_stick_is_never_taken_for_a_whole_one(
    alone: Database, tmp_path: Path
) -> None:
    data = honest()
    for length in range(0, len(data), max(1, len(data) // 60)):
        line = bring(alone, data[:length], tmp_path)
        assert line.outcome is Outcome.REFUSED
    (tmp_path / ".goi.clbz.part").write_bytes(data[:900])
    (tmp_path / "goi.clbz").unlink()
    assert register.bundles_in([tmp_path]) == []


def test_f09_a_second_copy_of_a_book_is_shown_and_never_merged(database: Database) -> None:
    club = SampleClub()
    first = club.export(FEB)
    copy = club.fork("another", since=MARCH)
    told = unions.take(database, first, club.export(MARCH), copy.export(APRIL))
    assert [outcome.value for outcome, _ in told] == ["added", "replaced", "conflict"]
    with database.read() as uow:
        (conflict,) = conflicts.conflicts(uow)
        report = consolidation.union_report(uow, month=FEB)
    assert sentence(conflict.why)
    assert (report.reporting, report.disputed) == (1, (club.name,))


def test_f11_a_book_restored_from_an_old_copy_is_a_fork(database: Database) -> None:
    club = SampleClub()
    first = club.export(FEB)
    restored = replace(club, steps=list(club.steps), history="typed again", since=MARCH)
    unions.take(database, first, club.export(MARCH))
    ((outcome, why),) = unions.take(database, restored.export(MARCH))
    assert outcome is Outcome.CONFLICT
    assert why is not None
    assert why.code == "union.two_contents"


def test_a_crafted_zip_is_a_zip() -> None:
    assert zipfile.is_zipfile(io.BytesIO(crafted([("months.csv", b"x")])))
