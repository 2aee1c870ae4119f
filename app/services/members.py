"""Who belongs to the club: join, change, leave; the board."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import bindparam, func, select, update

from app.base.errors import AppError, InvalidError, Problem
from app.base.text import name_sort_key, nfc, one_line, search_key
from app.domain.fund import AFTER_LEAVING
from app.domain.members import BOARD_ROLES, Member, born_after
from app.store.club_tables import AttendanceRow, EntryRow, MeetingRow, MemberRow
from app.store.database import UnitOfWork
from app.store.lending_tables import BoardTermRow

_MEMBER, _TERM = MemberRow.__table__.c, BoardTermRow.__table__.c
_MEMBERS = select(*(_MEMBER[name] for name in Member.__dataclass_fields__))
_IDS = select(_MEMBER.code, _MEMBER.id)
_FORMER_BOARD = (
    select(_TERM.role, _MEMBER.code)
    .join_from(BoardTermRow.__table__, MemberRow.__table__, _MEMBER.id == _TERM.member_id)
    .where(_TERM.from_on <= bindparam("day"), _TERM.until_on >= bindparam("day"))
    .order_by(_TERM.id)
)
_KEY_AND_NAME = select(_MEMBER.id, _MEMBER.full_name).where(_MEMBER.code == bindparam("code"))


class UnknownMemberError(AppError):
    """A code that no member of the book has."""


def members(uow: UnitOfWork, *, on: date | None = None) -> tuple[Member, ...]:
    """All members by Vietnamese order of names; with ``on`` only those who belong that day."""
    found = [Member(*row) for row in uow.rows(_MEMBERS)]
    kept = [member for member in found if on is None or member.is_member(on)]
    return tuple(sorted(kept, key=lambda member: (name_sort_key(member.full_name), member.code)))


def by_code(uow: UnitOfWork) -> dict[str, Member]:
    return {member.code: member for member in members(uow)}


def member_id(uow: UnitOfWork, code: str) -> int:
    """The book's key of a member; raises UnknownMemberError."""
    return key_and_name(uow, code)[0]


def key_and_name(uow: UnitOfWork, code: str) -> tuple[int, str]:
    """The book's key of a member, and the name; raises UnknownMemberError."""
    found = uow.rows(_KEY_AND_NAME, code=code).first()
    if found is None:
        raise UnknownMemberError("member.unknown", member=code)
    return found.id, found.full_name


def ids(uow: UnitOfWork) -> dict[str, int]:
    """Every member's key by code."""
    return dict(uow.rows(_IDS).all())


def join(uow: UnitOfWork, *, member: Member) -> str:
    """Add a member; an empty code becomes the next free one. Returns the code.

    Raises InvalidError with every field that is wrong.
    """
    code = member.code or _next_code(uow)
    cleaned = _checked(replace(member, code=code))
    taken = uow.session.execute(select(MemberRow.id).where(MemberRow.code == code)).scalar()
    if taken is not None:
        raise InvalidError([Problem("member.code_taken", {"member": code}, field="code")])
    uow.session.add(MemberRow(search_key=search_key(cleaned.full_name), **asdict(cleaned)))
    uow.session.flush()
    return code


def edit(uow: UnitOfWork, *, member: Member) -> None:
    """Change what the book says of a member; raises InvalidError, UnknownMemberError."""
    key = member_id(uow, member.code)
    cleaned = _checked(member)
    if (limit := _first_trace(uow, key)) and cleaned.joined_on > limit:
        raise InvalidError([Problem("member.joined_after_traces", {"on": limit}, "joined_on")])
    if cleaned.left_on and (limit := _last_trace(uow, key)) and cleaned.left_on < limit:
        raise InvalidError([Problem("member.left_before_traces", {"on": limit}, "left_on")])
    values = asdict(cleaned) | {"search_key": search_key(cleaned.full_name)}
    uow.session.execute(update(MemberRow).where(MemberRow.id == key).values(**values))


def leave(uow: UnitOfWork, *, code: str, on: date) -> None:
    """A member belongs to the club up to ``on``; what is owed and saved stays open."""
    member = by_code(uow).get(code)
    if member is None:
        raise UnknownMemberError("member.unknown", member=code)
    edit(uow, member=replace(member, left_on=on))


def board(uow: UnitOfWork, *, on: date) -> dict[str, Member]:
    """Chair, secretary and treasurer on a day, by role; a role nobody has is left out."""
    here = members(uow, on=on)
    now = {m.role: m for m in here if m.role in BOARD_ROLES}
    return now | _former_board(uow, on)


def _former_board(uow: UnitOfWork, on: date) -> dict[str, Member]:
    """Who held an office on a day and has handed it over since."""
    rows = uow.rows(_FORMER_BOARD, day=on).all()
    people = by_code(uow) if rows else {}
    return {role: people[code] for role, code in rows}


def signers(uow: UnitOfWork, *, on: date) -> dict[str, str]:
    """Names of chair, secretary and treasurer on a day; empty where a role has nobody."""
    names = {role: member.full_name for role, member in board(uow, on=on).items()}
    return dict.fromkeys(BOARD_ROLES, "") | names


def _checked(member: Member) -> Member:
    cleaned = replace(
        member,
        full_name=one_line(nfc(member.full_name)),
        hamlet=one_line(nfc(member.hamlet)),
        role=one_line(nfc(member.role)) or "member",
        phone=member.phone.strip(),
        birth=member.birth.strip(),
    )
    problems = []
    if not cleaned.full_name:
        problems.append(Problem("member.name_missing", field="full_name"))
    if cleaned.left_on and cleaned.left_on < cleaned.joined_on:
        problems.append(Problem("member.left_before_joined", field="left_on"))
    if cleaned.birth and not _is_birth(cleaned.birth):
        problems.append(Problem("member.birth_unreadable", {"text": cleaned.birth}, field="birth"))
    elif born_after(cleaned.birth, cleaned.joined_on):
        problems.append(Problem("member.born_after_joined", {"text": cleaned.birth}, field="birth"))
    if problems:
        raise InvalidError(problems)
    return cleaned


def _is_birth(text: str) -> bool:
    """A year ``1951`` or a day ``1951-03-17``."""
    if len(text) == 4:
        return text.isdecimal() and 1850 <= int(text) <= 2100
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _next_code(uow: UnitOfWork) -> str:
    codes = uow.session.execute(select(MemberRow.code)).scalars()
    numbers = [int(code[1:]) for code in codes if code[:1] == "M" and code[1:].isdecimal()]
    return f"M{max(numbers, default=0) + 1:03d}"


def _first_trace(uow: UnitOfWork, key: int) -> date | None:
    """The earliest day the book already knows the member on.

    A loan has an entry when it is given or taken over; the one taken over may be older than that.
    """
    days = (
        select(func.min(EntryRow.on)).where(EntryRow.member_id == key),
        select(func.min(MeetingRow.on))
        .join(AttendanceRow, AttendanceRow.meeting_id == MeetingRow.id)
        .where(AttendanceRow.member_id == key),
    )
    found = [uow.session.execute(query).scalar() for query in days]
    return min((day for day in found if day), default=None)


def _last_trace(uow: UnitOfWork, key: int) -> date | None:
    """The last day of something in the book that only a member can do (CONTRACT 3, Refused)."""
    days = (
        select(func.max(EntryRow.on)).where(
            EntryRow.member_id == key,
            EntryRow.kind.not_in(AFTER_LEAVING),
            EntryRow.reverses_id.is_(None),
        ),
        select(func.max(MeetingRow.on))
        .join(AttendanceRow, AttendanceRow.meeting_id == MeetingRow.id)
        .where(AttendanceRow.member_id == key),
    )
    found = [uow.session.execute(query).scalar() for query in days]
    return max((day for day in found if day), default=None)
