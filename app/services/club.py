"""The club and its rules: founded, described, changed from a day on."""

from __future__ import annotations

import uuid as uuids
from dataclasses import asdict
from datetime import date

from sqlalchemy import func, select, update

from app.base import clock
from app.base.text import nfc
from app.domain.club import ClubDetails, ClubHead
from app.domain.rules import BadRuleError, RuleChange, Rules, format_rule, parse_rule, rules_on
from app.store.club_tables import ClubRow, MeetingRow, RuleChangeRow
from app.store.database import UnitOfWork

_CLUB = ClubRow.__table__.c
_DETAILS = select(*(_CLUB[name] for name in ClubDetails.__dataclass_fields__))
_UUID = select(_CLUB.uuid)
_STARTED_ON = select(_CLUB.started_on)
_RULE = RuleChangeRow.__table__.c
_RULE_CHANGES = select(_RULE.key, _RULE.value, _RULE.from_on).order_by(_RULE.id)


def found(uow: UnitOfWork, *, details: ClubDetails, rules: dict[str, str]) -> None:
    """Make an empty book this club's: its identity, its signing key, its first rules.

    ``rules`` are stored texts by key, in force from ``started_on``. Raises BadRuleError.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    uow.session.add(
        ClubRow(
            id=1,
            uuid=str(uuids.uuid4()),
            signing_key=Ed25519PrivateKey.generate().private_bytes_raw(),
            created_at=clock.now(),
            **_columns(details),
        )
    )
    for key, value in rules.items():
        change_rule(uow, key=key, value=value, from_on=details.started_on)


def edit(uow: UnitOfWork, *, details: ClubDetails) -> None:
    """Change the club's description; its first day and whether it is for practice stay."""
    columns = _columns(details)
    del columns["started_on"], columns["practice"]
    uow.session.execute(update(ClubRow).values(**columns))


def _columns(details: ClubDetails) -> dict[str, object]:
    columns = asdict(details)
    texts = {key: nfc(value) for key, value in columns.items() if isinstance(value, str)}
    return columns | texts | {"practice": int(details.practice)}


def details(uow: UnitOfWork) -> ClubDetails:
    """The club of this book."""
    row = uow.rows(_DETAILS).one()
    return ClubDetails(**(row._asdict() | {"practice": bool(row.practice)}))


def head(uow: UnitOfWork) -> ClubHead:
    """What stands at the top of each of the club's papers."""
    club = details(uow)
    return ClubHead(
        club.name,
        club.parent_body,
        club.hamlet,
        club.commune,
        club.district,
        club.province,
        club.practice,
    )


def uuid(uow: UnitOfWork) -> str:
    """The club's own number, the same for ever and everywhere."""
    return str(uow.rows(_UUID).scalar_one())


def started_on(uow: UnitOfWork) -> date:
    """The first day of the book."""
    day: date = uow.rows(_STARTED_ON).scalar_one()
    return day


def rules(uow: UnitOfWork, *, on: date) -> Rules:
    """The rules in force on a day."""
    return rules_on(rule_changes(uow), on)


def rule_changes(uow: UnitOfWork) -> list[RuleChange]:
    """Every rule the club ever set, in the order they were set."""
    return [RuleChange(*row) for row in uow.rows(_RULE_CHANGES)]


def change_rule(uow: UnitOfWork, *, key: str, value: str, from_on: date) -> None:
    """A rule has ``value`` from a day on; loans already given keep theirs.

    The day lies after the last closed meeting, so that the change prints in the next minutes and
    closed ones stay as they were. Raises BadRuleError.
    """
    text = format_rule(parse_rule(key, value))
    last = uow.session.execute(select(func.max(MeetingRow.on))).scalar()
    if last is not None and from_on <= last:
        raise BadRuleError("rule.before_last_meeting", last=last)
    uow.session.add(RuleChangeRow(key=key, value=text, from_on=from_on, recorded_at=clock.now()))
    uow.session.flush()
