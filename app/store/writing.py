"""A file that belongs to a transaction: it gets its name when that commits, or vanishes with it.

So nothing that a book or register has logged as sent is missing, and no number is used twice.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sqlalchemy import event

from app.base import files
from app.base.errors import StoreUnavailableError
from app.store.database import UnitOfWork


def write_on_commit(uow: UnitOfWork, out: Path, data: bytes) -> None:
    """Write ``data`` beside ``out``, read it back, and give it its name after the commit.

    Raises StoreUnavailableError, also when what was read back is not what was written.
    """
    unfinished = out.with_name(f".{out.name}.part")
    try:
        files.write_bytes(unfinished, data, replace=True)
        whole = files.sha256(unfinished) == sha256(data).hexdigest()
    except StoreUnavailableError as error:
        raise StoreUnavailableError(error.code, path=str(out)) from error
    if not whole:
        unfinished.unlink()
        raise StoreUnavailableError("file.fault", path=str(out))

    def finish(_session: object) -> None:
        try:
            with files.translated(out):
                files.refuse_existing(out)
                unfinished.replace(out)
        finally:
            unfinished.unlink(missing_ok=True)

    def give_up(_session: object) -> None:
        unfinished.unlink(missing_ok=True)

    event.listen(uow.session, "after_commit", finish, once=True)
    event.listen(uow.session, "after_rollback", give_up, once=True)
