"""The tables of a meeting that is still open: a draft, stored field by field, in no report.

Closing moves it into the tables of ``club_tables`` in one transaction and empties it here.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.store.club_tables import STRICT, ClubBase

_DRAFT = "draft_meeting.id"


class DraftMeetingRow(ClubBase):
    __tablename__ = "draft_meeting"
    __table_args__ = (UniqueConstraint("month"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str]
    on: Mapped[date]
    start: Mapped[str] = mapped_column(default="")
    end: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    chair_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    secretary_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    guests: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(default="")
    decisions: Mapped[str] = mapped_column(default="")
    next_plan: Mapped[str] = mapped_column(default="")
    activities: Mapped[str] = mapped_column(default="")
    typed_by: Mapped[str] = mapped_column(default="")
    count_note: Mapped[str] = mapped_column(default="", server_default="")
    step: Mapped[int] = mapped_column(default=1)
    opened_at: Mapped[datetime]


class DraftAttendanceRow(ClubBase):
    """``status`` is empty for a member with a note who is not marked yet."""

    __tablename__ = "draft_attendance"
    __table_args__ = (STRICT,)
    draft_id: Mapped[int] = mapped_column(ForeignKey(_DRAFT), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    status: Mapped[str]
    note: Mapped[str] = mapped_column(default="", server_default="")


class DraftLineRow(ClubBase):
    """Money of the open meeting: a member's payment, a gift, an expense; not yet an entry."""

    __tablename__ = "draft_line"
    __table_args__ = (
        CheckConstraint("amount > 0", "positive"),
        Index("ix_draft_line_cell", "draft_id", "member_id", "kind"),
        STRICT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(_DRAFT))
    kind: Mapped[str]
    amount: Mapped[int]
    fund: Mapped[str] = mapped_column(default="")
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("loan.id"))
    memo: Mapped[str] = mapped_column(default="")


class DraftLoanRow(ClubBase):
    """A loan that the open meeting gives; it gets its code when the meeting is closed."""

    __tablename__ = "draft_loan"
    __table_args__ = (STRICT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(_DRAFT))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    principal: Mapped[int]
    rate_bp: Mapped[int]
    method: Mapped[str]
    term_months: Mapped[int]
    grace_months: Mapped[int] = mapped_column(default=0)
    purpose: Mapped[str] = mapped_column(default="")
    guarantor_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))


class DraftNoteRow(ClubBase):
    """Banknotes counted so far."""

    __tablename__ = "draft_note"
    __table_args__ = (STRICT,)
    draft_id: Mapped[int] = mapped_column(ForeignKey(_DRAFT), primary_key=True)
    face: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]
