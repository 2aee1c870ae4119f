"""The tables of one club's book, as SQLAlchemy rows. What they mean: ``migrations/README.md``.

No row leaves ``services``. Entries, postings and closed meetings are append-only: the triggers
stand in the migration steps. Days and months are ISO text, moments UTC ISO text, amounts int.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class DayText(TypeDecorator[date]):
    """A day as ``YYYY-MM-DD``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class MomentText(TypeDecorator[datetime]):
    """A moment in UTC as ISO text with its offset."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="seconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
STRICT = {"sqlite_strict": True}
TYPE_MAP: dict[Any, Any] = {
    str: Text,
    int: Integer,
    date: DayText,
    datetime: MomentText,
    bytes: LargeBinary,
}


class ClubBase(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = TYPE_MAP


class ClubRow(ClubBase):
    """The club itself; one row."""

    __tablename__ = "club"
    __table_args__ = (CheckConstraint("id = 1", "one_row"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str]
    name: Mapped[str]
    started_on: Mapped[date]
    hamlet: Mapped[str] = mapped_column(default="")
    commune: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    province: Mapped[str] = mapped_column(default="")
    founded_on: Mapped[date | None]
    founding_decision: Mapped[str] = mapped_column(default="")
    parent_body: Mapped[str] = mapped_column(default="")
    practice: Mapped[int] = mapped_column(default=0)
    signing_key: Mapped[bytes]
    created_at: Mapped[datetime]


class RuleChangeRow(ClubBase):
    __tablename__ = "rule_change"
    __table_args__ = (STRICT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    value: Mapped[str]
    from_on: Mapped[date]
    recorded_at: Mapped[datetime]


class MemberRow(ClubBase):
    __tablename__ = "member"
    __table_args__ = (UniqueConstraint("code"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    full_name: Mapped[str]
    search_key: Mapped[str]
    sex: Mapped[str] = mapped_column(default="")
    birth: Mapped[str] = mapped_column(default="")
    joined_on: Mapped[date]
    left_on: Mapped[date | None]
    hamlet: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    poverty: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="member")


class LoanRow(ClubBase):
    __tablename__ = "loan"
    __table_args__ = (
        UniqueConstraint("code"),
        CheckConstraint("principal > 0", "positive"),
        STRICT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    on: Mapped[date]
    principal: Mapped[int]
    rate_bp: Mapped[int]
    method: Mapped[str]
    term_months: Mapped[int]
    grace_months: Mapped[int] = mapped_column(default=0)
    rounding: Mapped[int] = mapped_column(default=1)
    purpose: Mapped[str] = mapped_column(default="")
    guarantor_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))


class MeetingRow(ClubBase):
    """A closed meeting, held or not; append-only and hashed."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("month"), UniqueConstraint("on"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str]
    on: Mapped[date | None]
    status: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
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
    confirmed_by: Mapped[str] = mapped_column(default="")
    cash_in_book: Mapped[int | None]
    closed_at: Mapped[datetime]
    hash: Mapped[str] = mapped_column(default="")


class AttendanceRow(ClubBase):
    __tablename__ = "attendance"
    __table_args__ = (STRICT,)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True, index=True)
    status: Mapped[str]
    note: Mapped[str] = mapped_column(default="", server_default="")


class NoteCountRow(ClubBase):
    """Banknotes counted at a closed meeting."""

    __tablename__ = "note_count"
    __table_args__ = (STRICT,)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    face: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]


class EntryRow(ClubBase):
    """One movement of money; ``id`` is its running number and its place in the hash chain."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("reverses_id"),
        CheckConstraint("amount > 0 OR (amount < 0 AND reverses_id IS NOT NULL)", "sign"),
        Index("ix_entry_on", "on", "id"),
        STRICT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    on: Mapped[date]
    kind: Mapped[str]
    amount: Mapped[int]
    fund: Mapped[str] = mapped_column(default="")
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"), index=True)
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("loan.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    memo: Mapped[str] = mapped_column(default="")
    voucher_series: Mapped[str] = mapped_column(default="")
    voucher_year: Mapped[int | None]
    voucher_no: Mapped[int | None]
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"))
    reason: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(default="")
    hash: Mapped[str]


class PostingRow(ClubBase):
    """``amount`` on ``account``; the postings of an entry sum to 0. ``on`` repeats the entry's."""

    __tablename__ = "posting"
    __table_args__ = (Index("ix_posting_account_on_amount", "account", "on", "amount"), STRICT)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[date]
    amount: Mapped[int]


class ChainLengthRow(ClubBase):
    """How many entries, meetings and extensions were ever written; one row, kept by triggers."""

    __tablename__ = "chain_length"
    __table_args__ = (CheckConstraint("id = 1", "one_row"), STRICT)
    id: Mapped[int] = mapped_column(primary_key=True)
    entries: Mapped[int]
    meetings: Mapped[int]
    extensions: Mapped[int]


class MonthLockRow(ClubBase):
    """A locked month; it and all before it never change again."""

    __tablename__ = "month_lock"
    __table_args__ = (STRICT,)
    month: Mapped[str] = mapped_column(primary_key=True)
    locked_at: Mapped[datetime]
    locked_by: Mapped[str] = mapped_column(default="")


class BundleLogRow(ClubBase):
    """Each bundle that was exported, and the union's receipt for it.

    ``entries`` and ``meetings`` are the lengths of the two chains then; ``sha256`` is that of the
    bundle's manifest, which the receipt names too.
    """

    __tablename__ = "bundle_log"
    __table_args__ = (STRICT,)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str]
    level: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]
    entries: Mapped[int]
    meetings: Mapped[int]
    exported_at: Mapped[datetime]
    received_by: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime | None]
