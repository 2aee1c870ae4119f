"""What the union's officer writes down herself: settings, areas, clubs, courses, visits, findings.

In the same register as ``union_tables``. Every row of a club has commune and club first in its
key; settings, areas and courses belong to the whole register.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.store.club_tables import STRICT
from app.store.union_tables import UnionBase


class UnionSettingRow(UnionBase):
    """A limit or a target of the union, from a day on; the newest not after a day is in force."""

    __tablename__ = "setting"
    __table_args__ = (STRICT,)
    key: Mapped[str] = mapped_column(primary_key=True)
    from_on: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[str]
    set_at: Mapped[datetime]


class AreaChangeRow(UnionBase):
    """From a day on the unit ``old`` is ``new``, or a part of it is; both are PATHs."""

    __tablename__ = "area_change"
    __table_args__ = (STRICT,)
    old: Mapped[str] = mapped_column(primary_key=True)
    from_on: Mapped[date] = mapped_column(primary_key=True)
    new: Mapped[str] = mapped_column(primary_key=True)
    decision: Mapped[str]
    set_at: Mapped[datetime]


class ClubParticularRow(UnionBase):
    """What the officer keeps of a club that no bundle tells, from a day on; the newest holds."""

    __tablename__ = "club_particular"
    __table_args__ = (STRICT,)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    from_on: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[str]
    note: Mapped[str]
    set_at: Mapped[datetime]


class CourseRow(UnionBase):
    """A training course or an exchange visit (``kind``) of several clubs, on a day or some days."""

    __tablename__ = "course"
    __table_args__ = (STRICT,)
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    on: Mapped[date]
    place: Mapped[str]
    content: Mapped[str]
    last_on: Mapped[date | None]
    """Its last day, where it is not its first."""


class CourseClubRow(UnionBase):
    """A club at a course: how many came, and who."""

    __tablename__ = "course_club"
    __table_args__ = (Index("ix_course_club_course", "course"), STRICT)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(primary_key=True)
    came: Mapped[int]
    who: Mapped[str]


class VisitRow(UnionBase):
    """A visit to a club: planned with its ``seed``, then held and written down.

    ``month`` is the last month of the club's figures it was drawn from. ``book_cash`` and
    ``counted_cash`` are what the program and the box said on the day, in đồng.
    """

    __tablename__ = "visit"
    __table_args__ = (Index("ix_visit_on", "on"), STRICT)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[date]
    seed: Mapped[str]
    month: Mapped[str]
    drawn_at: Mapped[datetime]
    visitors: Mapped[str]
    met: Mapped[str]
    begin: Mapped[str]
    end: Mapped[str]
    book_cash: Mapped[int | None]
    counted_cash: Mapped[int | None]
    conclusion: Mapped[str]
    closed_at: Mapped[datetime | None]


class VisitPointRow(UnionBase):
    """One thing to look at during a visit, and what was seen. ``subject`` is an entry or month."""

    __tablename__ = "visit_point"
    __table_args__ = (STRICT,)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    visit: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    subject: Mapped[str]
    answer: Mapped[str]
    note: Mapped[str]


class FindingRow(UnionBase):
    """What must be mended, by whom and until when; ``done_on`` is empty while it is open."""

    __tablename__ = "finding"
    __table_args__ = (Index("ix_finding_due", "due"), STRICT)
    commune: Mapped[str] = mapped_column(primary_key=True)
    club: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    visit: Mapped[str]
    found_on: Mapped[date]
    text: Mapped[str]
    who: Mapped[str]
    due: Mapped[date]
    done_on: Mapped[date | None]
    outcome: Mapped[str]
