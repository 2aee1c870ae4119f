"""Communes that merged or got another name, as the officer writes them down. Free of Qt."""

from __future__ import annotations

from datetime import date

from app.base.errors import AppError, InvalidError, Problem
from app.domain.areas import AreaChange
from app.domain.periods import format_day
from app.services import areas, union_scope
from app.ui.ports import Services

_FIELDS = {
    "union.area_path": "new",
    "union.area_circle": "new",
    "union.area_decision": "decision",
}


class AreasPresenter:
    """Asks and writes changes of units; the list of communes itself comes with the program."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def changes(self) -> tuple[AreaChange, ...]:
        """What was written down, in the order of days."""
        return self._services.ask(lambda uow: tuple(areas.changes_of(uow)))

    def known(self) -> list[tuple[str, str]]:
        """The units that clubs lie in, to choose the one that changed."""
        paths = self._services.ask(union_scope.scope).areas
        return [(path, path.replace("/", ", ")) for path in paths if "/" in path]

    def change(self, old: str, new: str, from_on: date | None, decision: str) -> None:
        """From a day on one unit is another; raises InvalidError with the field's name."""
        if from_on is None:
            raise InvalidError([Problem("day.missing", field="from_on")])
        for field, text in (("old", old), ("new", new)):
            try:
                areas.checked_path(text)
            except AppError as error:
                raise InvalidError([Problem(error.code, error.params, field)]) from error
        try:
            self._services.do(areas.change, old=old, new=new, from_on=from_on, decision=decision)
        except AppError as error:
            field = _FIELDS.get(error.code, "")
            raise InvalidError([Problem(error.code, error.params, field)]) from error


def path_of(typed: str) -> str:
    """What was typed or chosen as a PATH."""
    return typed.replace(", ", "/").strip()


def unit_words(path: str) -> str:
    return ", ".join(reversed(path.split("/")))


def day_words(change: AreaChange) -> str:
    return format_day(change.from_on)
