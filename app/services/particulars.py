"""Each club as the union keeps it: what its bundles tell, what the officer wrote, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from app.base import clock
from app.base.errors import AppError
from app.base.text import one_line, search_key
from app.bundle import signing
from app.domain import particulars as rules
from app.domain.particulars import FIELDS, ClubKey, ClubRecord, Lay, Particular
from app.domain.periods import Month, format_day, parse_day
from app.services import areas, club_figures, club_months
from app.store.database import UnitOfWork
from app.store.supervision_tables import ClubParticularRow
from app.store.union_tables import ClubKeyRow, MonthFiguresRow, UnionClubRow

Key = tuple[str, str]
Written = Mapping[str, tuple[Particular, ...]]


class ParticularRefusedError(AppError):
    """Something that can't be written of a club."""


def records(
    uow: UnitOfWork, *, area: str | None = None, on: date | None = None
) -> tuple[ClubRecord, ...]:
    """Every club of an area on a day (today), by area and name."""
    on = on or clock.today()
    everything = _Everything(uow, on)
    return tuple(everything.record(club.uuid) for club in club_months.clubs(uow, area=area))


def record(uow: UnitOfWork, *, club: str, on: date | None = None) -> ClubRecord:
    """One club, named by its id, the beginning of it, or its name.

    Raises AppError ``union.club_unknown``, ``union.several_clubs``.
    """
    return _Everything(uow, on or clock.today()).record(named(uow, club)[1])


def named(uow: UnitOfWork, text: str) -> Key:
    """Where the club stands that somebody means; raises as ``record`` does."""
    wanted = search_key(text)
    rows = uow.session.execute(
        select(UnionClubRow.commune, UnionClubRow.uuid, UnionClubRow.name, UnionClubRow.area)
    ).all()
    found = [row for row in rows if wanted and row.uuid == text.strip()]
    found = found or [row for row in rows if wanted and search_key(row.name) == wanted]
    found = found or [row for row in rows if wanted and row.uuid.startswith(wanted)]
    found = found or [row for row in rows if wanted and wanted in search_key(row.name)]
    if not found:
        raise AppError("union.club_unknown", club=text)
    if len(found) > 1:
        known = "; ".join(f"{row.name} ({row.area or '–'}): {row.uuid[:8]}" for row in found[:10])
        raise AppError("union.several_clubs", club=text, known=known)
    return found[0].commune, found[0].uuid


def write(
    uow: UnitOfWork, *, club: str, field: str, value: str, from_on: date, note: str = ""
) -> ClubRecord:
    """Write something of a club that holds from a day on; the same day again replaces it.

    An empty ``value`` takes back what stood before. Raises ParticularRefusedError, and what
    ``record`` raises.
    """
    key = named(uow, club)
    text = _checked(uow, key, field, one_line(value))
    row = uow.session.get(ClubParticularRow, (*key, field, from_on))
    if row is None:
        row = ClubParticularRow(commune=key[0], club=key[1], field=field, from_on=from_on)
        uow.session.add(row)
    row.value, row.note, row.set_at = text, one_line(note), clock.now()
    uow.session.flush()
    return record(uow, club=key[1], on=max(from_on, clock.today()))


def _checked(uow: UnitOfWork, key: Key, field: str, value: str) -> str:
    if field not in FIELDS:
        raise ParticularRefusedError("union.field_unknown", field=field, known=", ".join(FIELDS))
    if not value:
        return ""
    if field == "founded_on":
        return parse_day(value).isoformat()
    if field == "area":
        return areas.checked_path(value)
    if field == "parent_club":
        return _parent(uow, key, value)
    return value


def _parent(uow: UnitOfWork, key: Key, value: str) -> str:
    """The id of the club it was split from; no club descends from itself."""
    parent = named(uow, value)[1]
    held = {club: rules.in_force(told, date.max) for club, told in written(uow).items()}
    parents = {
        club: fields["parent_club"].value
        for club, fields in held.items()
        if "parent_club" in fields
    }
    if rules.descends(parent, key[1], parents):
        raise ParticularRefusedError("union.parent_of_itself", club=value)
    return parent


def written(uow: UnitOfWork) -> Written:
    """By club, all that the officer wrote, the newest first."""
    query = select(
        ClubParticularRow.club,
        ClubParticularRow.field,
        ClubParticularRow.value,
        ClubParticularRow.from_on,
        ClubParticularRow.note,
    ).order_by(ClubParticularRow.from_on.desc(), ClubParticularRow.field)
    found: dict[str, list[Particular]] = defaultdict(list)
    for club, name, value, from_on, note in uow.session.execute(query):
        found[club].append(Particular(name, value, from_on, note))
    return {club: tuple(told) for club, told in found.items()}


class _Everything:
    """What stands of all clubs, read once; a record is put together from it."""

    def __init__(self, uow: UnitOfWork, on: date) -> None:
        self.on = on
        self.clubs = {row.uuid: row for row in uow.session.execute(select(UnionClubRow)).scalars()}
        self.written = written(uow)
        self.keys = _keys(uow)
        self.lay, self.last = _lay(uow), club_figures.last_months(uow)
        self.areas = areas.known(uow)
        self.parents = {
            club: now["parent_club"].value
            for club, told in self.written.items()
            if "parent_club" in (now := rules.in_force(told, on))
        }

    def record(self, uuid: str) -> ClubRecord:
        row, history = self.clubs[uuid], self.written.get(uuid, ())
        holds = rules.in_force(history, self.on)
        area = holds["area"].value if "area" in holds else row.area
        told = {
            "founded_on": row.founded_on.isoformat() if row.founded_on else "",
            "founding_decision": row.founding_decision,
            "parent_body": row.parent_body,
            "area": row.area,
        }
        became = self.areas.became(area, told=areas.told_on(area, self.on), on=self.on)
        return ClubRecord(
            uuid=uuid,
            name=row.name,
            area=area,
            hamlet=row.hamlet,
            started_on=row.started_on,
            told=told,
            holds=holds,
            history=history,
            keys=self.keys.get(uuid, ()),
            lay=self.lay.get(uuid, ()),
            units=became.units if became.known else (),
            parent_club=self._name(self.parents.get(uuid, "")),
            split_off=tuple(
                self._name(child) for child, parent in self.parents.items() if parent == uuid
            ),
            last_month=self.last.get(uuid),
        )

    def _name(self, uuid: str) -> str:
        return self.clubs[uuid].name if uuid in self.clubs else uuid


def _keys(uow: UnitOfWork) -> dict[str, tuple[ClubKey, ...]]:
    found: dict[str, list[ClubKey]] = defaultdict(list)
    order = (ClubKeyRow.club, func.coalesce(ClubKeyRow.from_sequence, 0), ClubKeyRow.public_key)
    for row in uow.session.execute(select(ClubKeyRow).order_by(*order)).scalars():
        found[row.club].append(
            ClubKey(
                signing.fingerprint(row.public_key),
                row.first_seen_at.date(),
                row.from_sequence,
                row.until_sequence,
                row.until_on,
                row.confirmed_at.date() if row.confirmed_at else None,
                bool(row.endorsed_by),
                row.reason,
            )
        )
    return {club: tuple(keys) for club, keys in found.items()}


def _lay(uow: UnitOfWork) -> dict[str, tuple[Lay, ...]]:
    """By club, the areas that its months stand under, each with the first month under it."""
    first = func.min(MonthFiguresRow.month)
    rows = uow.session.execute(
        select(MonthFiguresRow.club, MonthFiguresRow.area, first)
        .group_by(MonthFiguresRow.club, MonthFiguresRow.area)
        .order_by(first)
    )
    found: dict[str, list[Lay]] = defaultdict(list)
    for club, area, month in rows:
        found[club].append(Lay(area, Month.parse(month)))
    return {club: tuple(lay) for club, lay in found.items()}


def shown(record: ClubRecord, field: str) -> str:
    """A particular as a person reads it: a day as dd/MM/yyyy, a parent by its name."""
    if field == "parent_club":
        return record.parent_club
    value = record.value(field)
    return format_day(date.fromisoformat(value)) if field == "founded_on" and value else value
