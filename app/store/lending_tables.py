"""The tables of lending and club life: who waits for a loan, extensions, terms of office.

None of them holds money: that is in ``club_tables``. What they mean: ``migrations/README.md``.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store.club_tables import STRICT, ClubBase


class LoanRequestRow(ClubBase):
    """A loan somebody asks for; ``place`` is the club's own order of those who wait."""

    __tablename__ = "loan_request"
    __table_args__ = (CheckConstraint("principal > 0", "positive"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    asked_on: Mapped[date]
    principal: Mapped[int]
    term_months: Mapped[int]
    purpose: Mapped[str] = mapped_column(default="")
    guarantor_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    place: Mapped[int]
    status: Mapped[str]
    decided_month: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class LoanExtensionRow(ClubBase):
    """A new plan for what is owed on ``on``; append-only, and hashed one after the other."""

    __tablename__ = "loan_extension"
    __table_args__ = (STRICT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    on: Mapped[date]
    method: Mapped[str]
    term_months: Mapped[int]
    grace_months: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(default="")
    hash: Mapped[str]


class BoardTermRow(ClubBase):
    """Who held which office of the board from when until when, both days counted."""

    __tablename__ = "board_term"
    __table_args__ = (STRICT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    role: Mapped[str]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    decision: Mapped[str] = mapped_column(default="")
