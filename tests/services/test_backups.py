"""A copy is whole or it is none; a restore says what would be lost and keeps what it replaces."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.base import clock
from app.base.errors import AppError, StoreUnavailableError
from app.services import backups, books, checking, club, fund, passwords
from app.services.backups import Copy, RestoreRefusedError
from app.services.sentences import sentence
from app.store.club_tables import BundleLogRow
from app.store.keys import WrongPasswordError, key_file
from tests.helpers.clubs import book_file, hold_meeting

END = date(2100, 1, 1)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _cash(path: Path, password: str | None = None) -> int:
    with books.reading(path, password=password) as database, database.read() as uow:
        return fund.balances(uow, on=END).cash


def _donate(path: Path, *days: date, password: str | None = None) -> None:
    with books.writing(path, password=password) as database, database.begin() as uow:
        for day in days:
            fund.record(uow, on=day, kind="donation", amount=1000, fund="income")


def _tampered(path: Path) -> Path:
    with books.writing(path) as database, database.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_no_update")
        connection.exec_driver_sql("UPDATE entry SET amount = 7 WHERE id = 5")
        connection.commit()
    return path


def test_a_back_up_is_one_book_with_its_day_in_the_name(tmp_path: Path) -> None:
    book = book_file(tmp_path / "Xóm 6.soclb")
    with clock.fixed(datetime(2024, 6, 1, 8, 30, 15)):
        copy = backups.backup(book, tmp_path / "stick")
        again = backups.backup(book, tmp_path / "stick")
    assert copy.name.startswith("Xóm 6_2024-06-01_")
    assert copy != again
    assert _names(tmp_path / "stick") == sorted((copy.name, again.name))
    assert _cash(copy) == _cash(book)
    found = backups.copies(tmp_path / "stick", "Xóm 6")
    assert [made.path for made in found] == [again, copy]
    assert backups.copies(tmp_path / "none", "Xóm 6") == ()
    assert backups.copies(tmp_path / "stick", "Xóm") == ()


def test_a_book_in_use_is_copied_as_it_stands(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    with books.writing(book) as database:
        copy = backups.backup(book, tmp_path / "stick")
        with database.begin() as uow:
            fund.record(uow, on=date(2024, 5, 1), kind="donation", amount=5, fund="income")
    assert _cash(book) == _cash(copy) + 5


def test_a_book_that_is_not_whole_is_not_passed_off_as_a_copy(tmp_path: Path) -> None:
    book = _tampered(book_file(tmp_path / "a.soclb"))
    with pytest.raises(RestoreRefusedError, match="backup.not_whole") as caught:
        backups.backup(book, tmp_path / "stick")
    assert "5" in sentence(caught.value)
    assert _names(tmp_path / "stick") == []


def test_a_full_disk_leaves_no_half_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = book_file(tmp_path / "a.soclb")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.backup.os.fsync", full)
    with pytest.raises(StoreUnavailableError, match="disk_full"):
        backups.backup(book, tmp_path / "stick")
    assert _names(tmp_path / "stick") == []


def test_a_copy_comes_back_where_no_book_is(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    fresh = tmp_path / "new" / "b.soclb"
    assert backups.restore(copy, fresh) is None
    assert _names(fresh.parent) == ["b.soclb"]
    assert _cash(fresh) == _cash(book)
    with books.reading(fresh) as database:
        assert checking.check(database).ok


def test_a_restore_says_what_would_be_lost_and_keeps_what_it_replaces(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    before, days = _cash(book), (date(2024, 5, 3), date(2024, 5, 9))
    _donate(book, *days)
    with books.writing(book) as database, database.begin() as uow:
        hold_meeting(uow, date(2024, 5, 20))
    now = _cash(book)
    content = book.read_bytes()
    with pytest.raises(RestoreRefusedError, match="restore.would_lose") as caught:
        backups.restore(copy, book)
    said = sentence(caught.value)
    assert all(part in said for part in ("3", "1", "03/05/2024", "20/05/2024"))
    assert book.read_bytes() == content
    loss = backups.what_is_lost(copy, book)
    assert (loss.entries, loss.meetings, loss.nothing) == (3, 1, False)
    assert (loss.copy_until, loss.first, loss.last) == (
        date(2024, 4, 20),
        days[0],
        date(2024, 5, 20),
    )
    kept = backups.restore(copy, book, replace=True)
    assert kept is not None
    assert (_cash(book), _cash(kept)) == (before, now)
    assert _names(tmp_path) == sorted(("a.soclb", kept.name, "stick"))


def test_a_copy_that_holds_all_is_still_not_put_over_a_book_unasked(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    assert backups.what_is_lost(copy, book).nothing
    with pytest.raises(RestoreRefusedError, match="restore.would_replace") as caught:
        backups.restore(copy, book)
    assert sentence(caught.value)


def test_histories_that_went_apart_count_from_where_they_did(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    _donate(book, date(2024, 5, 1))
    _donate(copy, date(2024, 5, 2), date(2024, 5, 3))
    loss = backups.what_is_lost(copy, book)
    assert (loss.entries, loss.first, loss.last) == (1, date(2024, 5, 1), date(2024, 5, 1))
    assert loss.copy_until == date(2024, 5, 3)


def test_another_clubs_copy_is_refused(tmp_path: Path) -> None:
    book, other = book_file(tmp_path / "a.soclb"), book_file(tmp_path / "b.soclb", filled=False)
    with books.writing(other) as database, database.begin() as uow:
        details = club.details(uow)
        assert details.name
    for replace in (False, True):
        with pytest.raises(RestoreRefusedError, match="restore.other_club") as caught:
            backups.restore(other, book, replace=replace)
        assert sentence(caught.value)


def test_a_copy_that_is_not_whole_is_not_brought_back(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = _tampered(backups.backup(book, tmp_path / "stick"))
    with pytest.raises(RestoreRefusedError, match="restore.copy_not_whole"):
        backups.restore(copy, tmp_path / "b.soclb")
    for content in (b"PK\x03\x04 no archive", b"nothing", b""):
        copy.write_bytes(content)
        with pytest.raises(AppError):
            backups.restore(copy, tmp_path / "b.soclb")
    with pytest.raises(StoreUnavailableError, match="file.not_found"):
        backups.restore(tmp_path / "none", tmp_path / "b.soclb")
    assert not (tmp_path / "b.soclb").exists()


def test_over_a_damaged_book_only_when_said(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    good = _cash(book)
    book.write_bytes(b"x" * 8192)
    with pytest.raises(RestoreRefusedError, match="restore.over_damaged"):
        backups.restore(copy, book)
    kept = backups.restore(copy, book, replace=True)
    assert kept is not None
    assert kept.read_bytes() == b"x" * 8192
    assert _cash(book) == good


def test_an_open_book_is_not_replaced(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    with (
        books.writing(book),
        pytest.raises(StoreUnavailableError, match="book.open_elsewhere"),
    ):
        backups.restore(copy, book, replace=True)


def test_numbers_of_bundles_go_on_after_a_restore(tmp_path: Path) -> None:
    book = book_file(tmp_path / "a.soclb")
    copy = backups.backup(book, tmp_path / "stick")
    _donate(book, date(2024, 5, 1))
    with books.writing(book) as database, database.begin() as uow:
        sent = {"month": "2024-05", "level": "totals", "file_name": "x", "sha256": "0"}
        row = BundleLogRow(sequence=1, entries=99, meetings=9, exported_at=clock.now(), **sent)
        uow.session.add(row)
    backups.restore(copy, book, replace=True)
    with books.reading(book) as database, database.read() as uow:
        kept = uow.session.get(BundleLogRow, 1)
        assert kept is not None
        assert kept.entries < 99
        assert checking.check(database).ok


def test_with_a_password_one_file_holds_book_and_keys(tmp_path: Path) -> None:
    path = book_file(tmp_path / "a.soclb")
    opened, _ = passwords.protect(books.open_for_writing(path), holder="M001", password="bí mật 1")
    opened.close()
    with pytest.raises(WrongPasswordError):
        backups.backup(path, tmp_path / "stick")
    copy = backups.backup(path, tmp_path / "stick", password="bí mật 1")
    assert _names(tmp_path / "stick") == [copy.name]
    with zipfile.ZipFile(copy) as archive:
        assert len(archive.namelist()) == 2
    fresh = tmp_path / "new" / "b.soclb"
    backups.restore(copy, fresh, password="bí mật 1")
    assert _names(fresh.parent) == ["b.soclb", "b.soclb-keys"]
    assert _cash(fresh, "bí mật 1") == _cash(path, "bí mật 1")
    _donate(path, date(2024, 5, 1), password="bí mật 1")
    kept = backups.restore(copy, path, replace=True, password="bí mật 1")
    assert kept is not None
    assert key_file(kept).exists()
    assert _cash(kept, "bí mật 1") == _cash(path, "bí mật 1") + 1000


def _made(*moments: datetime) -> list[Copy]:
    return [Copy(Path(f"{moment:%Y%m%d%H}"), moment) for moment in moments]


def test_the_ladder_keeps_days_months_and_years() -> None:
    now = datetime(2026, 11, 23, 18, tzinfo=UTC)
    made = _made(*(now - timedelta(hours=8 * step) for step in range(3000)))
    dropped = set(backups.surplus(made))
    kept = [copy.made_at for copy in made if copy not in dropped]
    assert kept[0] == now
    assert len({moment.date() for moment in kept}) == len(kept)
    assert {f"{m:%Y-%m-%d}" for m in kept} >= {f"2026-11-{day}" for day in range(17, 24)}
    assert len({f"{m:%Y-%m}" for m in kept} & {f"2026-{n:02d}" for n in range(1, 12)}) == 11
    assert {m.year for m in kept} == {copy.made_at.year for copy in made}
    assert backups.surplus(_made(now)) == ()


def test_older_copies_are_thinned_out_on_the_way(tmp_path: Path) -> None:
    book, stick = book_file(tmp_path / "a.soclb"), tmp_path / "stick"
    for hour in range(3):
        with clock.fixed(datetime(2026, 1, 1, 8 + hour)):
            last = backups.backup(book, stick, thin=True)
    assert _names(stick) == [last.name]


def test_the_newest_good_copy_is_named(tmp_path: Path) -> None:
    book, stick = book_file(tmp_path / "a.soclb"), tmp_path / "stick"
    made = []
    for day in (1, 2, 3):
        with clock.fixed(date(2026, 1, day)):
            made.append(backups.backup(book, stick))
    made[2].write_bytes(made[2].read_bytes()[:-5000])
    found = backups.newest_good(stick, "a")
    assert found is not None
    assert found.path == made[1]
    assert backups.newest_good(tmp_path / "none", "a") is None
