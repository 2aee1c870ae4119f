"""The union's register: bundles in any order, one state; contradictions wait for an officer."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from app.base.errors import AppError
from app.bundle import archive, letters, reading, signing, union_format
from app.bundle import format as bundle_format
from app.bundle.format import Packed
from app.bundle.union_format import UnionBundle, UnionIdentity
from app.domain.club_facts import Level
from app.domain.periods import Month
from app.services import conflicts, consolidation, receipts, register
from app.services.register import ImportLine, Outcome
from app.services.sentences import sentence
from app.store import registers
from app.store.database import Database, UnitOfWork
from app.store.union_tables import BundleRow, ClubKeyRow
from tests.helpers.bundles import SampleClub

SEED = 20181211
FEB, MARCH, APRIL, MAY, JUNE = (Month(2018, number) for number in range(2, 7))
Row = tuple[object, ...]


@pytest.fixture(params=["memory", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    if request.param == "memory":
        yield from _register()
        return
    address = request.getfixturevalue("server").new_database()
    register.create(address, name="Hội LHPN xã Sơn Cẩm")
    with register.opened(address) as made:
        yield made


def _register(*, practice: bool = False) -> Iterator[Database]:
    made = registers.in_memory()
    with made.begin() as uow:
        register.found(uow, name="Hội LHPN xã Sơn Cẩm", practice=practice)
    yield made
    made.close()


def opened(data: bytes) -> Packed:
    packed = reading.read(data)
    assert isinstance(packed, Packed)
    return packed


def take(database: Database, data: bytes) -> tuple[Outcome, AppError | None]:
    with database.begin() as uow:
        return register.take(uow, packed=opened(data), file_name="goi.clbz")


def outcomes(database: Database, *bundles: bytes) -> list[str]:
    return [take(database, data)[0].value for data in bundles]


def believed(uow: UnitOfWork) -> tuple[list[Row], ...]:
    """Everything the register believes, in an order of its own."""
    queries = (
        "SELECT * FROM month_figures ORDER BY club, month",
        "SELECT uuid, name, area, started_on, sequence FROM club ORDER BY uuid",
        "SELECT club, one, other, code, kept FROM conflict ORDER BY club, one, other",
        "SELECT club, manifest, sequence, set_aside FROM bundle ORDER BY club, manifest",
    )
    return tuple([tuple(row) for row in uow.session.execute(text(q))] for q in queries)


def state(database: Database) -> tuple[list[Row], ...]:
    with database.read() as uow:
        return believed(uow)


def in_every_order(database: Database, bundles: Sequence[bytes]) -> list[tuple[list[Row], ...]]:
    """What the register believes after each order, the first of it sent again at the end; each
    order is taken back before the next."""
    packed, states = [opened(data) for data in bundles], []
    for order in permutations(packed):
        with database.read() as uow:
            for one in (*order, order[0]):
                register.take(uow, packed=one, file_name="goi.clbz")
            states.append(believed(uow))
    return states


def test_a_club_is_added_then_replaced_then_already_there(database: Database) -> None:
    club = SampleClub()
    first, second = club.export(FEB), club.export(APRIL)
    told = outcomes(database, first, second, first, second)
    assert told == ["added", "replaced", "already there", "already there"]


def test_an_older_bundle_that_fits_is_already_there(database: Database) -> None:
    club = SampleClub()
    first, second = club.export(FEB), club.export(APRIL)
    assert outcomes(database, second, first) == ["added", "already there"]


def test_an_older_bundle_that_tells_more_months_counts(database: Database) -> None:
    club = SampleClub()
    far, near = club.export(JUNE), club.export(FEB)
    assert outcomes(database, near, far) == ["added", "replaced"]
    assert len(state(database)[0]) == 6


def test_the_order_of_honest_bundles_never_matters(database: Database) -> None:
    club = SampleClub()
    bundles = [club.export(FEB), club.export(MARCH, Level.BORROWERS, locked=FEB)]
    club.history, club.since = "late entry", MARCH
    bundles += [club.export(MAY), club.export(APRIL), club.export(JUNE, locked=MAY)]
    states = in_every_order(database, bundles)
    assert states[0][2] == []
    assert all(one == states[0] for one in states)


def test_the_order_of_forks_repeats_and_gaps_never_matters(database: Database) -> None:
    club = SampleClub()
    first = club.export(FEB)
    club.export(MARCH)
    third = club.export(APRIL, locked=MARCH)
    fork = club.fork("another", since=MAY)
    bundles = [first, third, club.export(MAY), fork.export(MAY), fork.export(JUNE)]
    states = in_every_order(database, bundles)
    assert len(states[0][0]) == 4
    assert all(one == states[0] for one in states)


def test_one_number_with_two_contents_is_a_conflict(database: Database) -> None:
    club = SampleClub()
    copy = club.fork("another", since=APRIL)
    assert outcomes(database, club.export(MAY), copy.export(MAY)) == ["added", "conflict"]
    with database.read() as uow:
        report = consolidation.union_report(uow, month=MAY)
        before = consolidation.union_report(uow, month=MARCH)
    assert (report.reporting, report.disputed) == (0, (club.name,))
    assert before.reporting == 1


def test_a_rewritten_past_is_a_conflict(database: Database) -> None:
    club = SampleClub()
    copy = club.fork("another", since=FEB)
    copy.export(MARCH)
    first = club.export(MARCH)
    take(database, first)
    outcome, why = take(database, copy.export(APRIL))
    assert outcome is Outcome.CONFLICT
    assert why is not None
    assert (why.code, why.params) == ("union.past_rewritten", {"sequence": 1})
    assert sentence(why)


def test_a_locked_month_that_changed_is_a_conflict(database: Database) -> None:
    club = SampleClub()
    first = club.export(APRIL, locked=MARCH)
    club.history, club.since = "another", MARCH
    second = club.export(MAY)
    assert outcomes(database, first, second) == ["added", "conflict"]


def test_an_open_month_may_change(database: Database) -> None:
    club = SampleClub()
    first = club.export(APRIL, locked=FEB)
    club.history, club.since = "late entry", APRIL
    assert outcomes(database, first, club.export(APRIL)) == ["added", "replaced"]


def test_a_conflict_comes_up_again_until_it_is_decided(database: Database) -> None:
    club = SampleClub()
    copy = club.fork("another", since=APRIL)
    one, other = club.export(MAY), copy.export(MAY)
    assert outcomes(database, one, other, other) == ["added", "conflict", "conflict"]
    with database.read() as uow:
        (conflict,) = conflicts.conflicts(uow)
    assert (conflict.club, conflict.one.sequence, conflict.other.month) == (club.name, 1, MAY)
    assert sentence(conflict.why)
    kept = sha256(opened(other).manifest).hexdigest()
    assert kept in (conflict.one.manifest, conflict.other.manifest)
    with database.begin() as uow:
        conflicts.choose(uow, key=conflict.key, keep=kept, reason="Đã hỏi chủ nhiệm")
    assert outcomes(database, one, other) == ["already there", "already there"]
    with database.read() as uow:
        assert consolidation.union_report(uow, month=MAY).reporting == 1
        assert conflicts.conflicts(uow) == ()
    assert outcomes(database, copy.export(JUNE), club.export(JUNE)).count("conflict") == 1


def test_a_choice_needs_a_reason_and_a_conflict(database: Database) -> None:
    with database.begin() as uow:
        with pytest.raises(AppError, match=r"union\.reason_missing"):
            conflicts.choose(uow, key=("", ""), keep="x", reason=" ")
        with pytest.raises(AppError, match=r"union\.no_such_conflict"):
            conflicts.choose(uow, key=("", ""), keep="x", reason="vì thế")


def test_another_key_for_a_known_club_is_refused(database: Database) -> None:
    club = SampleClub()
    thief = SampleClub(private=bytes(32))
    take(database, club.export(FEB))
    before = state(database)
    with pytest.raises(AppError) as caught:
        take(database, thief.export(MARCH))
    assert caught.value.code == "union.other_key"
    assert state(database) == before


def test_a_retired_key_signs_up_to_its_last_bundle_only(database: Database) -> None:
    club = SampleClub()
    first, second = club.export(FEB), club.export(MARCH)
    third = club.export(APRIL)
    take(database, second)
    with database.begin() as uow:
        uow.session.execute(update(ClubKeyRow).values(until_sequence=2))
    assert outcomes(database, first) == ["already there"]
    with pytest.raises(AppError, match=r"union\.key_retired"):
        take(database, third)


def test_practice_belongs_into_a_practice_register(database: Database) -> None:
    club = SampleClub(practice=True)
    with pytest.raises(AppError, match=r"union\.practice_bundle"):
        take(database, club.export(FEB))
    for practice in _register(practice=True):
        assert outcomes(practice, club.export(FEB)) == ["added"]


def test_a_club_that_moves_counts_once_and_the_past_stays(database: Database) -> None:
    club = SampleClub(commune="xã Sơn Cẩm")
    take(database, club.export(FEB))
    club.commune = "phường Quan Triều"
    take(database, club.export(APRIL))
    with database.read() as uow:
        old = consolidation.union_report(uow, month=FEB)
        new = consolidation.union_report(uow, month=APRIL)
    assert list(old.by_area) == ["tỉnh Thái Nguyên/xã Sơn Cẩm"]
    assert list(new.by_area) == ["tỉnh Thái Nguyên/phường Quan Triều"]
    assert (old.clubs, new.clubs, new.last_known.members) == (1, 1, 34)


@pytest.fixture
def path(register_place: str | Path) -> str | Path:
    """A register of each kind: a file, and a database on a server."""
    register.create(register_place, name="Hội LHPN xã Sơn Cẩm")
    return register_place


def _import(path: str | Path, *sources: Path) -> tuple[ImportLine, ...]:
    with register.opened(path) as database:
        return register.import_files(database, paths=sources)


def test_a_folder_comes_in_whole_and_the_bad_ones_stay_out(
    path: str | Path, tmp_path: Path
) -> None:
    folder = tmp_path / "usb"
    (folder / "xa").mkdir(parents=True)
    good = SampleClub(2).export(FEB)
    (folder / "a.clbz").write_bytes(SampleClub(1).export(FEB))
    (folder / "b.clbz").write_bytes(good[:-1])
    (folder / "xa" / "c.CLBZ").write_bytes(good)
    (folder / "letter.txt").write_bytes(b"hello")
    lines = _import(path, folder, tmp_path / "gone.clbz", tmp_path)
    told = {(line.file, line.outcome.value) for line in lines}
    assert told == {
        ("a.clbz", "added"),
        ("b.clbz", "refused"),
        ("c.CLBZ", "added"),
        ("gone.clbz", "refused"),
        ("a.clbz", "already there"),
        ("c.CLBZ", "already there"),
    }
    assert [sentence(line.why) for line in lines if line.why]


def test_sheets_stay_in_the_file_and_all_else_is_kept_as_it_came(database: Database) -> None:
    club, sheets = SampleClub(), {"members.csv": b"code\nM001\n"}
    plain = club.export(FEB)
    invited = bundle_format.build(club.facts(MARCH, Level.FULL), club.private, sheets)
    assert outcomes(database, plain, invited) == ["added", "replaced"]
    with database.read() as uow:
        query = select(BundleRow.content).order_by(BundleRow.sequence)
        kept = list(uow.session.execute(query).scalars())
    assert kept[0] == plain
    assert set(archive.unpack(invited)) - set(archive.unpack(kept[1])) == {
        "datapackage.json",
        "sheets/members.csv",
    }


def test_a_strangers_key_is_refused_by_name(path: str | Path, tmp_path: Path) -> None:
    for name, private in (("a.clbz", b""), ("b.clbz", bytes(32))):
        (tmp_path / name).write_bytes(SampleClub(private=private).export(FEB))
    lines = _import(path, tmp_path)
    assert [line.outcome.value for line in lines] == ["added", "refused"]
    assert lines[0].fingerprint != lines[1].fingerprint


def test_an_import_can_be_stopped(path: str | Path, tmp_path: Path) -> None:
    for number in range(1, 4):
        (tmp_path / f"{number}.clbz").write_bytes(SampleClub(number).export(FEB))
    seen: list[tuple[int, int]] = []

    def stop_after_two(done: int, of: int) -> bool:
        seen.append((done, of))
        return done < 2

    with register.opened(path) as database:
        lines = register.import_files(database, paths=[tmp_path], progress=stop_after_two)
    assert (len(lines), seen) == (2, [(1, 3), (2, 3)])


def test_two_clerks_at_once_lose_and_double_nothing(path: str | Path, tmp_path: Path) -> None:
    club_count = 8
    for number in range(1, club_count + 1):
        (tmp_path / f"{number}.clbz").write_bytes(SampleClub(number).export(FEB))
    told: list[ImportLine] = []
    clerks = [threading.Thread(target=lambda: told.extend(_import(path, tmp_path))) for _ in "ab"]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    values = sorted(line.outcome.value for line in told)
    assert values == ["added"] * club_count + ["already there"] * club_count
    with register.opened(path, read_only=True) as database, database.read() as uow:
        assert consolidation.union_report(uow).clubs == club_count


def test_two_clerks_with_the_same_and_with_other_bundles(path: str | Path, tmp_path: Path) -> None:
    clubs = [SampleClub(number) for number in range(1, 10)]
    for clerk, own in (("a", clubs[:6]), ("b", clubs[3:])):
        (tmp_path / clerk).mkdir()
        for club in own:
            name = f"{club.number}.clbz"
            (tmp_path / clerk / name).write_bytes(club.export(FEB if clerk == "a" else MARCH))
    clerks = [threading.Thread(target=_import, args=(path, tmp_path / name)) for name in "ab"]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    with register.opened(path, read_only=True) as database, database.read() as uow:
        rows = believed(uow)
    assert [len(part) for part in rows] == [3 * 2 + 6 * 3, 9, 0, 12]


def test_verify_says_whose_it_is_or_what_is_wrong(path: str | Path, tmp_path: Path) -> None:
    bundle = tmp_path / "a.clbz"
    bundle.write_bytes(SampleClub(practice=True).export(JUNE, Level.BORROWERS))
    found = register.verify(bundle)
    assert (found.name, found.month, found.level) == (SampleClub().name, JUNE, "borrowers")
    assert (found.practice, found.sealed, found.clubs) == (True, False, 1)
    key = tmp_path / "key.json"
    with register.opened(path) as database, database.read() as uow:
        register.write_key(uow, out=key)
    with pytest.raises(AppError, match=r"bundle\.signed_by_other"):
        register.verify(bundle, key=key)
    bundle.write_bytes(bundle.read_bytes()[:-5])
    with pytest.raises(AppError, match=r"bundle\.damaged"):
        register.verify(bundle)
    with pytest.raises(AppError, match=r"file\.is_folder"):
        register.verify(tmp_path)


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_bad_files_change_nothing_anywhere(path: str | Path, tmp_path: Path) -> None:
    club, chance = SampleClub(), random.Random(SEED)
    usb = tmp_path / "usb"
    usb.mkdir()
    with register.opened(path) as database:
        take(database, club.export(FEB))
    good = club.export(MARCH)
    for number in range(60):
        bad = bytearray(good)
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        (usb / f"{number}.clbz").write_bytes(bad if number % 3 else bad[: chance.randrange(3000)])
    for name in ("../out.csv", "/tmp/out.csv", "a/../../out.csv"):
        (usb / f"{len(name)}x.clbz").write_bytes(archive.pack({name: b"x"}))
    before = _tree(tmp_path)
    lines = _import(path, usb)
    assert {line.outcome for line in lines} == {Outcome.REFUSED}, f"seed {SEED}"
    assert _tree(tmp_path) == before


def test_one_bad_club_does_not_keep_the_others_of_a_union_out(
    path: str | Path, tmp_path: Path
) -> None:
    clubs = {
        club.identity.uuid: archive.unpack(club.export(FEB)) for club in map(SampleClub, (1, 2))
    }
    bad = next(iter(clubs))
    clubs[bad] = clubs[bad] | {"months.csv": b"changed"}
    union = UnionIdentity(bad, "Hội LHPN xã", signing.public_key(bytes(32)))
    bundle = UnionBundle(union, FEB, 1, "2018-03-01", clubs)
    (tmp_path / "hoi.clbz").write_bytes(union_format.build(bundle, bytes(32)))
    lines = _import(path, tmp_path / "hoi.clbz")
    assert {line.file: line.outcome.value for line in lines} == {
        f"hoi.clbz/{uuid}": "refused" if uuid == bad else "added" for uuid in clubs
    }
    with pytest.raises(AppError, match=r"bundle\.file_changed"):
        register.verify(tmp_path / "hoi.clbz")


def test_only_what_nobody_disputes_is_confirmed_and_passed_on(
    database: Database, tmp_path: Path
) -> None:
    club = SampleClub()
    copy = club.fork("another", since=APRIL)
    outcomes(database, SampleClub(2).export(FEB), club.export(MAY), copy.export(MAY))
    with database.begin() as uow:
        assert len(receipts.write_receipts(uow, folder=tmp_path)) == 1
        assert receipts.export_union(uow, month=MAY, out=tmp_path / "hoi.clbz").clubs == 1


def test_a_register_names_itself_by_its_key(path: str | Path, tmp_path: Path) -> None:
    with register.opened(path) as database, database.read() as uow:
        key = register.key(uow)
        assert key.ed25519 == register.identity(uow).public_key
    assert key.name == "Hội LHPN xã Sơn Cẩm"
    assert not (tmp_path / "union.key").exists()


def test_a_register_whose_first_byte_is_a_brace_is_no_key_file() -> None:
    """A register is encrypted: each of its bytes may be any, the first one too."""
    assert not letters.is_text(b"{\x88\xff" + bytes(range(256)))
    assert letters.is_text(b'{"kind": "union-key"}')
