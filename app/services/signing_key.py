"""The club's own key: changed when a board changes hands or a computer with the book is lost.

The book keeps each change as the former key signed it, and every bundle carries them all
(``app/bundle/README.md`` section 11).
"""

from __future__ import annotations

import json

from sqlalchemy import func, select, update

from app.base import clock
from app.base.errors import AppError
from app.base.text import one_line
from app.bundle import key_changes, signing
from app.domain.key_changes import ClubKeys, FormerKey, KeyChange
from app.services import club
from app.store.club_tables import BundleLogRow, ClubRow
from app.store.database import UnitOfWork
from app.store.setting_tables import SettingRow

_CHANGES, _REASONS = "key.changes", "key.reasons"


def keys(uow: UnitOfWork) -> ClubKeys:
    """The club's key and its history, for the board's paper and the window."""
    made = changes(uow)
    reasons = _list(uow, _REASONS)
    former = tuple(
        FormerKey(signing.fingerprint(one.old), one.from_sequence - 1, one.on, str(reason))
        for one, reason in zip(made, reasons, strict=True)
    )
    since = made[-1].from_sequence if made else 1
    public = signing.public_key(_private(uow))
    return ClubKeys(signing.fingerprint(public), since, tuple(reversed(former)))


def change(uow: UnitOfWork, *, reason: str) -> ClubKeys:
    """Make a new key; the old one signs that it hands over, and is gone from the book.

    Bundles made from now on carry the new key: the union refuses them until an officer has
    compared its fingerprint with the board's paper. Raises AppError ``key.reason_missing``.
    """
    words = one_line(reason)
    if not words:
        raise AppError("key.reason_missing")
    made, private = changes(uow), signing.new_key()
    last, exported = uow.session.execute(
        select(func.max(BundleLogRow.sequence), func.max(BundleLogRow.exported_at))
    ).one()
    days = [clock.today(), *(one.on for one in made[-1:]), *([exported.date()] if exported else [])]
    new = key_changes.make(
        club.uuid(uow), _private(uow), signing.public_key(private), (last or 0) + 1, max(days)
    )
    _set(uow, _CHANGES, [*key_changes.as_json((*made, new))])
    _set(uow, _REASONS, [*_list(uow, _REASONS), words])
    uow.session.execute(update(ClubRow).values(signing_key=private))
    uow.session.flush()
    return keys(uow)


def changes(uow: UnitOfWork) -> tuple[KeyChange, ...]:
    """Every change of the club's key, the oldest first."""
    return key_changes.read({key_changes.KEY: _list(uow, _CHANGES)})


def forget_changes(uow: UnitOfWork) -> None:
    """A copy that became another club has no former keys."""
    for name in (_CHANGES, _REASONS):
        row = uow.session.get(SettingRow, name)
        if row is not None:
            uow.session.delete(row)


def _private(uow: UnitOfWork) -> bytes:
    return uow.session.execute(select(ClubRow.signing_key)).scalar_one()


def _list(uow: UnitOfWork, name: str) -> list[object]:
    row = uow.session.get(SettingRow, name)
    return list(json.loads(row.value)) if row is not None else []


def _set(uow: UnitOfWork, name: str, value: list[object]) -> None:
    row = uow.session.get(SettingRow, name)
    if row is None:
        row = SettingRow(key=name)
        uow.session.add(row)
    row.value = json.dumps(value, ensure_ascii=False)
