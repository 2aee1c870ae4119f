"""A club's own key: changed with a reason, chained, told by every bundle after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError
from app.bundle import reading, signing
from app.bundle.format import Packed
from app.domain.periods import Month
from app.services import exporting, signing_key
from app.store.club_tables import ClubRow
from app.store.database import Database
from app.store.setting_tables import SettingRow
from tests.helpers.clubs import filled_club

APRIL = Month(2024, 4)


@pytest.fixture
def book() -> Iterator[Database]:
    with clock.fixed(date(2024, 5, 2)):
        yield filled_club()


def exported(book: Database, out: Path) -> Packed:
    with book.begin() as uow:
        exporting.export_bundle(uow, month=APRIL, out=out)
    packed = reading.read(out.read_bytes())
    assert isinstance(packed, Packed)
    return packed


def change(book: Database, reason: str = "Ban chủ nhiệm mới") -> signing_key.ClubKeys:
    with book.begin() as uow:
        return signing_key.change(uow, reason=reason)


def test_a_new_key_is_signed_by_the_old_one_and_told_by_every_bundle(
    book: Database, tmp_path: Path
) -> None:
    first = exported(book, tmp_path / "1.clbz")
    made = change(book)
    then = exported(book, tmp_path / "2.clbz")
    (told,) = then.facts.key_changes
    assert first.facts.key_changes == ()
    assert (told.old, told.new) == (first.facts.club.public_key, then.facts.club.public_key)
    assert (told.from_sequence, told.on) == (2, date(2024, 5, 2))
    signing.check(told.statement(then.facts.club.uuid), bytes.fromhex(told.signature), told.old)
    assert made.fingerprint == signing.fingerprint(told.new)
    assert [(one.fingerprint, one.until_sequence, one.reason) for one in made.former] == [
        (signing.fingerprint(told.old), 1, "Ban chủ nhiệm mới")
    ]


def test_the_old_key_is_gone_from_the_book(book: Database) -> None:
    with book.read() as uow:
        old = uow.session.execute(select(ClubRow.signing_key)).scalar_one()
    change(book)
    with book.read() as uow:
        now = uow.session.execute(select(ClubRow.signing_key)).scalar_one()
        settings = "".join(uow.session.execute(select(SettingRow.value)).scalars())
    assert now != old
    assert old.hex() not in settings
    assert signing.public_key(old) in settings


def test_keys_may_change_again_before_any_bundle(book: Database, tmp_path: Path) -> None:
    change(book)
    change(book, "Mất máy")
    exported(book, tmp_path / "1.clbz")
    made = change(book, "Ban mới")
    then = exported(book, tmp_path / "2.clbz")
    assert [one.from_sequence for one in then.facts.key_changes] == [1, 1, 2]
    assert [one.reason for one in made.former] == ["Ban mới", "Mất máy", "Ban chủ nhiệm mới"]


def test_a_clock_that_went_back_does_not_make_earlier_bundles_unbelieved(
    book: Database, tmp_path: Path
) -> None:
    with clock.fixed(date(2024, 6, 1)):
        exported(book, tmp_path / "1.clbz")
    change(book)
    assert exported(book, tmp_path / "2.clbz").facts.key_changes[0].on == date(2024, 6, 1)


def test_without_a_reason_nothing_changes(book: Database) -> None:
    with book.read() as uow:
        before = signing_key.keys(uow)
    with pytest.raises(AppError, match=r"key\.reason_missing"):
        change(book, " ")
    with book.read() as uow:
        assert signing_key.keys(uow) == before
