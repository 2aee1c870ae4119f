"""The union's limits and targets, each from a day on: what counts as late, silent and good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.base import clock
from app.base.errors import AppError
from app.domain import criteria
from app.store.database import UnitOfWork
from app.store.supervision_tables import UnionSettingRow

DEFAULTS: dict[str, str] = {
    "report_days": "10",
    "silent_months": "3",
    "coverage_level": "district",
    "coverage_target_bp": "8000",
    "coverage_units": "0",
    "coverage_decision": "",
} | {
    criteria.PREFIX + code: ";".join(map(str, limits)) for code, limits in criteria.DEFAULTS.items()
}
"""What is in force before anybody sets anything. ``report_days``: a month must be told so many days
after its end. ``silent_months``: a club so many months behind is silent. ``coverage_level``:
district or commune; ``coverage_units``: how many there are, 0 for as many as the list of communes
has; ``coverage_decision``: what the target rests on.
"""

MAX_TEXT = 200


class SettingRefusedError(AppError):
    """A setting of the union that is not known, or a value that it can't have."""


@dataclass(frozen=True, slots=True)
class UnionSetting:
    """A setting as it is in force; ``from_on`` is None while nobody has set it."""

    key: str
    value: str
    from_on: date | None


def settings(uow: UnitOfWork, *, on: date | None = None) -> tuple[UnionSetting, ...]:
    """Every setting in force on a day (today), in a fixed order."""
    rows = uow.session.execute(
        select(UnionSettingRow.key, UnionSettingRow.value, UnionSettingRow.from_on)
        .where(UnionSettingRow.from_on <= (on or clock.today()))
        .order_by(UnionSettingRow.from_on)
    )
    found = {key: UnionSetting(key, value, from_on) for key, value, from_on in rows}
    return tuple(found.get(key, UnionSetting(key, value, None)) for key, value in DEFAULTS.items())


def coming(uow: UnitOfWork, *, on: date | None = None) -> tuple[UnionSetting, ...]:
    """What is set for a day after ``on`` (today), the nearest first."""
    rows = uow.session.execute(
        select(UnionSettingRow.key, UnionSettingRow.value, UnionSettingRow.from_on)
        .where(UnionSettingRow.from_on > (on or clock.today()))
        .order_by(UnionSettingRow.from_on, UnionSettingRow.key)
    )
    return tuple(UnionSetting(key, value, from_on) for key, value, from_on in rows)


def number(uow: UnitOfWork, key: str, *, on: date | None = None) -> int:
    """A setting that is a whole number."""
    return int(value(uow, key, on=on))


def value(uow: UnitOfWork, key: str, *, on: date | None = None) -> str:
    """One setting as text."""
    return next(one.value for one in settings(uow, on=on) if one.key == key)


def criteria_limits(uow: UnitOfWork, *, on: date) -> dict[str, tuple[int, int, int]]:
    """What gives 1, 2 and 3 points, by criterion."""
    found = {}
    for one in settings(uow, on=on):
        if one.key.startswith(criteria.PREFIX):
            first, second, third = map(int, one.value.split(";"))
            found[one.key.removeprefix(criteria.PREFIX)] = (first, second, third)
    return found


def change(uow: UnitOfWork, *, key: str, value: str, from_on: date) -> None:
    """Set a limit or target from a day on; the same day again replaces it.

    Raises SettingRefusedError.
    """
    text = value.strip()
    if key not in DEFAULTS:
        raise SettingRefusedError("union.setting_unknown", key=key, known=", ".join(DEFAULTS))
    if not _fits(key, text):
        raise SettingRefusedError("union.setting_value", key=key, value=text, usual=DEFAULTS[key])
    row = uow.session.get(UnionSettingRow, (key, from_on))
    if row is None:
        row = UnionSettingRow(key=key, from_on=from_on)
        uow.session.add(row)
    row.value, row.set_at = text, clock.now()
    uow.session.flush()


def _fits(key: str, text: str) -> bool:
    if key == "coverage_decision":
        return len(text) <= MAX_TEXT
    if key == "coverage_level":
        return text in ("district", "commune")
    parts = text.split(";")
    if not all(part.isascii() and part.isdecimal() and len(part) <= 12 for part in parts):
        return False
    numbers = [int(part) for part in parts]
    if key.startswith(criteria.PREFIX):
        return len(numbers) == criteria.FULL and numbers == sorted(numbers)
    return len(numbers) == 1 and (key != "coverage_target_bp" or numbers[0] <= 10_000)
