"""A member's family: who they are to her, and who may come, sign and take money in her place."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from app.base.errors import InvalidError, Problem
from app.base.text import nfc, one_line
from app.domain.family import Relative
from app.services import members
from app.store.database import UnitOfWork
from app.store.people_tables import RelativeRow


def relatives(uow: UnitOfWork, *, member: str) -> tuple[Relative, ...]:
    """Her family as it was written down; raises UnknownMemberError."""
    rows = uow.session.execute(
        select(RelativeRow.full_name, RelativeRow.relation, RelativeRow.phone, RelativeRow.acts)
        .where(RelativeRow.member_id == members.member_id(uow, member))
        .order_by(RelativeRow.id)
    )
    return tuple(
        Relative(name, relation, phone, bool(acts)) for name, relation, phone, acts in rows
    )


def keep(uow: UnitOfWork, *, member: str, family: Sequence[Relative]) -> None:
    """Write a member's family down as it is now; somebody without any word is left out.

    Raises UnknownMemberError, and InvalidError where a name is missing: the problem's field is
    ``full_name`` and the number of the line, from 0.
    """
    key = members.member_id(uow, member)
    cleaned = [
        Relative(
            one_line(nfc(person.full_name)),
            one_line(nfc(person.relation)),
            person.phone.strip(),
            person.acts,
        )
        for person in family
    ]
    problems = [
        Problem("name.missing", field=f"full_name{place}")
        for place, person in enumerate(cleaned)
        if not person.full_name and (person.relation or person.phone or person.acts)
    ]
    if problems:
        raise InvalidError(problems)
    uow.session.execute(delete(RelativeRow).where(RelativeRow.member_id == key))
    uow.session.add_all(
        RelativeRow(
            member_id=key,
            full_name=person.full_name,
            relation=person.relation,
            phone=person.phone,
            acts=int(person.acts),
        )
        for person in cleaned
        if person.full_name
    )
    uow.session.flush()
