"""What the officer writes of a club: founding, board, where it belongs, whether it ended. Free of
Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.particulars import FIELDS, ClubKey, ClubRecord, Particular
from app.domain.periods import format_day, parse_day
from app.domain.union_labels import particular_label
from app.services import club_months, particulars, union_scope
from app.ui.ports import Services

_AT_THE_VALUE = ("union.area_path", "union.parent_of_itself", "day.unreadable")


@dataclass(frozen=True, slots=True)
class ParticularLine:
    """One field: its value in words, and whose word that is."""

    field: str
    name: str
    value: str
    source: str


class ParticularsPresenter:
    """Asks and writes what the union keeps of one club."""

    def __init__(self, services: Services, club: str) -> None:
        self._services, self._club = services, club

    def record(self) -> ClubRecord:
        return self._services.ask(particulars.record, club=self._club)

    def lines(self) -> tuple[ParticularLine, ...]:
        """Every field, also those nobody has written yet."""
        record = self.record()
        return tuple(_line(record, field) for field in FIELDS)

    def history(self) -> tuple[Particular, ...]:
        """All that was ever written, the newest first."""
        return self.record().history

    def clubs(self) -> list[tuple[str, str]]:
        """The other clubs, for the one it was split from."""
        found = self._services.ask(club_months.clubs)
        others = [(one.uuid, one.name) for one in found if one.uuid != self._club]
        return [("", "–"), *others]

    def areas(self) -> list[tuple[str, str]]:
        """Communes that are known, for the one it belongs to now."""
        paths = self._services.ask(union_scope.scope).areas
        return [(path, path.replace("/", ", ")) for path in paths if "/" in path]

    def write(self, field: str, value: str, from_on: date | None, note: str) -> None:
        """Write a field from a day on; an empty value takes back what stood. Raises InvalidError
        with the field's name."""
        if from_on is None:
            raise InvalidError([Problem("day.missing", field="from_on")])
        try:
            if field == "founded_on" and value.strip():
                parse_day(value)
            self._services.do(
                particulars.write,
                club=self._club,
                field=field,
                value=value,
                from_on=from_on,
                note=note,
            )
        except InvalidError:
            raise
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "value")]) from error


def _line(record: ClubRecord, field: str) -> ParticularLine:
    value = particulars.shown(record, field)
    written = record.holds.get(field)
    if written is not None:
        source = translate("window", "the union, since {day}").format(
            day=format_day(written.from_on)
        )
    else:
        source = translate("window", "the club's file") if value else ""
    return ParticularLine(field, particular_label(field), value or "–", source)


def head_facts(record: ClubRecord) -> list[tuple[str, str]]:
    """Who the club is, for the top of its page."""
    board = ", ".join(name for _, name in record.board)
    today = ", ".join(unit.replace("/", ", ") for unit in record.units if unit != record.area)
    facts = [
        (translate("window", "Ended"), _ended(record)),
        (translate("window", "Area"), ", ".join(reversed(record.area.split("/")))),
        (translate("window", "Today"), today),
        (particular_label("parent_body"), particulars.shown(record, "parent_body")),
        (translate("window", "Founded on, decision"), _founded(record)),
        (translate("window", "Split from"), record.parent_club),
        (translate("window", "Split off"), ", ".join(record.split_off)),
        (translate("window", "Board"), board),
        (translate("window", "Book began"), format_day(record.started_on)),
        *(key_fact(key) for key in record.keys),
        (translate("window", "Note"), particulars.shown(record, "note")),
    ]
    return [(name, words) for name, words in facts if words]


def _ended(record: ClubRecord) -> str:
    return record.value("ended") if record.ended else ""


def _founded(record: ClubRecord) -> str:
    told = (particulars.shown(record, "founded_on"), record.value("founding_decision"))
    return ", ".join(filter(None, told))


def key_fact(key: ClubKey) -> tuple[str, str]:
    """A key's sign, to be compared with the club's paper, and whether somebody has."""
    words = (
        translate("window", "{sign}, first seen {day}, given up after file {until}")
        if not key.current
        else translate("window", "{sign}, first seen {day}, compared with paper {confirmed}")
        if key.confirmed_on
        else translate("window", "{sign}, first seen {day}")
    )
    return translate("window", "Sign of its key"), words.format(
        sign=key.fingerprint,
        day=format_day(key.first_seen_on),
        until=key.until_sequence,
        confirmed=format_day(key.confirmed_on) if key.confirmed_on else "–",
    )


def history_words(one: Particular) -> str:
    """What was written, for the list of changes."""
    return one.value or translate("window", "taken back")
