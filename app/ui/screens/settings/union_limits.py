"""The union's limits and targets as the settings show and change them. Free of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain import criteria
from app.domain.money import format_dong, parse_typed
from app.domain.periods import format_day
from app.domain.union_labels import setting_label, setting_value
from app.services import register, union_settings
from app.services.union_settings import UnionSetting
from app.ui.ports import Services
from app.ui.wording import typed_rate

LEVELS = ("district", "commune")
AS_TYPED = ("coverage_level", "coverage_decision")
"""What is stored as it was typed or chosen; everything else is numbers."""
FIELDS = ("first", "second", "third")
"""The fields of a criterion: what gives 1, 2 and 3 points."""


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A limit in words; ``since`` is None for one nobody set. ``coming``: not in force yet."""

    key: str
    name: str
    value: str
    since: date | None
    coming: bool = False

    @property
    def criterion(self) -> bool:
        return self.key.startswith(criteria.PREFIX)


class UnionLimitsPresenter:
    """Asks and changes what the union sets for its clubs, and what it is called."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def name(self) -> str:
        return self._services.ask(register.identity).name

    def rename(self, name: str) -> None:
        """Store the union's name; raises InvalidError with the field ``name``."""
        if name.strip() != self.name():
            self._services.do(register.rename, name=name)

    def lines(self) -> tuple[LimitLine, ...]:
        """Each limit as it is in force, and after it what is to change later."""
        coming = self._services.ask(union_settings.coming)
        found: list[LimitLine] = []
        for one in self._services.ask(union_settings.settings):
            found.append(_line(one))
            found += [_line(later, coming=True) for later in coming if later.key == one.key]
        return tuple(found)

    def stored(self, key: str) -> str:
        """The stored text of a limit as it is today."""
        return self._services.ask(union_settings.value, key=key)

    def change(self, key: str, typed: Sequence[str], from_on: date | None) -> None:
        """A limit has another value from a day on; raises InvalidError with the field's name."""
        value = stored_text(key, typed)
        if from_on is None:
            raise InvalidError([Problem("day.missing", field="from_on")])
        self._services.do(union_settings.change, key=key, value=value, from_on=from_on)


def stored_text(key: str, typed: Sequence[str]) -> str:
    """What was typed into the fields of ``key`` as it is stored; raises InvalidError."""
    if key in AS_TYPED:
        return typed[0].strip()
    numbers = [_number(key, text, field) for text, field in zip(typed, FIELDS, strict=False)]
    if numbers != sorted(numbers):
        raise InvalidError([Problem("union.limits_fall", field="third")])
    return ";".join(map(str, numbers))


def _number(key: str, text: str, field: str) -> int:
    number = _read(key, text)
    if number is None:
        raise InvalidError([Problem("number.unreadable", field=field)])
    if is_percent(key) and number > 10_000:
        raise InvalidError([Problem("union.percent_range", field=field)])
    return number


def _read(key: str, text: str) -> int | None:
    if is_percent(key):
        return typed_rate(text)
    if is_amount(key):
        try:
            return parse_typed(text)
        except AppError:
            return None
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else None


def shown(key: str, stored: str) -> list[str]:
    """The stored text as it stands in the fields."""
    if key in AS_TYPED:
        return [stored]
    numbers = [int(part) for part in stored.split(";")]
    if is_percent(key):
        return [_percent(number) for number in numbers]
    return [format_dong(number) if is_amount(key) else str(number) for number in numbers]


def is_percent(key: str) -> bool:
    return key == "coverage_target_bp" or key.removeprefix(criteria.PREFIX) in criteria.RATIOS


def is_amount(key: str) -> bool:
    return key.removeprefix(criteria.PREFIX) in criteria.AMOUNTS


def field_label(key: str, field: str) -> str:
    """What a field of the dialog is called."""
    if not key.startswith(criteria.PREFIX):
        return setting_label(key)
    return {
        "first": translate("window", "1 point from"),
        "second": translate("window", "2 points from"),
        "third": translate("window", "3 points from"),
    }[field]


def field_hint(key: str) -> str:
    """What may be typed, where the name doesn't say it."""
    if is_percent(key):
        return translate("window", "In %, for example 50")
    if key == "coverage_units":
        return translate("window", "0 for as many as the list of communes has")
    if key == "coverage_decision":
        return translate("window", "For example: Quyết định số 12/QĐ-UBND ngày 05/01/2026")
    return translate("window", "In đồng, for example 20tr") if is_amount(key) else ""


def since_words(line: LimitLine) -> str:
    """From when on a limit holds."""
    if line.since is None:
        return translate("window", "from the beginning")
    words = (
        translate("window", "only from {day} on")
        if line.coming
        else translate("window", "since {day}")
    )
    return words.format(day=format_day(line.since))


def _line(one: UnionSetting, *, coming: bool = False) -> LimitLine:
    words = setting_value(one.key, one.value)
    return LimitLine(one.key, setting_label(one.key), words, one.from_on, coming)


def _percent(bp: int) -> str:
    whole, part = divmod(bp, 100)
    return f"{whole},{part:02d}".rstrip("0").rstrip(",")
