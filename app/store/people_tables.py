"""The tables about people beside the list of members: family, consent, requests about data.

No figure hangs on them, so they aren't chained. What they mean: ``migrations/README.md``.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store.club_tables import STRICT, ClubBase


class RelativeRow(ClubBase):
    """Somebody of a member's family; ``acts`` is 1 for who may come and sign in her place."""

    __tablename__ = "relative"
    __table_args__ = (CheckConstraint("acts IN (0, 1)", "yes_or_no"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    full_name: Mapped[str]
    relation: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    acts: Mapped[int] = mapped_column(default=0)


class ConsentRow(ClubBase):
    """What a member agreed to from a day on; no ``purposes``: she takes it all back.

    Append-only: the newest row of a member counts, the ones before it are the evidence.
    """

    __tablename__ = "consent"
    __table_args__ = (STRICT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    on: Mapped[date]
    purposes: Mapped[str] = mapped_column(default="")
    sheet: Mapped[str] = mapped_column(default="")
    kept_at: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(default="")


class DataRequestRow(ClubBase):
    """What a member asks for about her data, answered and done by days the law sets."""

    __tablename__ = "data_request"
    __table_args__ = (CheckConstraint("extended IN (0, 1)", "yes_or_no"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    asked_on: Mapped[date]
    kind: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    extended: Mapped[int] = mapped_column(default=0)
    done_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(default="")
