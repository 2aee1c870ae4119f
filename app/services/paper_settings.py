"""How the club wants its papers: asked, and changed one at a time."""

from __future__ import annotations

from sqlalchemy import select

from app.domain import paper_settings
from app.domain.paper_settings import PaperSettings
from app.store.database import UnitOfWork
from app.store.setting_tables import SettingRow

_PREFIX = "paper."


def settings(uow: UnitOfWork) -> PaperSettings:
    """The settings as they stand now; what was never set is the default."""
    query = select(SettingRow.key, SettingRow.value).where(SettingRow.key.startswith(_PREFIX))
    found = uow.session.execute(query)
    return paper_settings.read({key.removeprefix(_PREFIX): value for key, value in found})


def write(uow: UnitOfWork, *, key: str, value: str | bool | tuple[str, ...]) -> None:
    """Set one of ``paper_settings.KEYS``; raises ValueError for another key."""
    if key not in paper_settings.KEYS:
        raise ValueError(f"papers have no setting {key}")
    uow.session.merge(SettingRow(key=_PREFIX + key, value=paper_settings.stored(value)))
