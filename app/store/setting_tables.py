"""The tables of what a board sets and answers; no figure hangs on them, so they aren't chained.

What they mean: ``migrations/README.md``. Rules that money hangs on are ``rule_change`` instead.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.store.club_tables import STRICT, ClubBase


class SettingRow(ClubBase):
    """One setting, of papers and the like, as it stands now; a key without a row is the default."""

    __tablename__ = "setting"
    __table_args__ = (STRICT,)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class AgreementAnswerRow(ClubBase):
    """Whether the paper books and the program agreed at a month's end, as the board answered.

    The newest answer of a month counts; the ones before it stay.
    """

    __tablename__ = "agreement_answer"
    __table_args__ = (CheckConstraint("agrees IN (0, 1)", "yes_or_no"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(index=True)
    agrees: Mapped[int]
    note: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime]
    answered_by: Mapped[str] = mapped_column(default="")
