"""Clubs that exist only in their bundles: honest ones, forked ones, rewritten ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from uuid import UUID

from app.bundle import format as club_format
from app.bundle import signing
from app.domain.club_facts import (
    FIGURES,
    BorrowerLine,
    ClubFacts,
    ClubIdentity,
    ExportStep,
    Level,
    MonthFacts,
)
from app.domain.key_changes import KeyChange
from app.domain.periods import Month

FIRST = Month(2018, 1)


def _hash(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()


@dataclass(slots=True)
class SampleClub:
    """A club whose book is a word: ``history``, told from month ``since`` on."""

    number: int = 1
    name: str = "CLB Liên thế hệ tự giúp nhau xóm 6"
    commune: str = "xã Sơn Cẩm"
    district: str = ""
    province: str = "tỉnh Thái Nguyên"
    practice: bool = False
    private: bytes = b""
    history: str = "a"
    since: Month = FIRST
    started: Month = FIRST
    steps: list[tuple[int, Month, str]] = field(default_factory=list)
    changes: tuple[KeyChange, ...] = ()

    def __post_init__(self) -> None:
        self.private = self.private or sha256(f"club {self.number}".encode()).digest()

    @property
    def identity(self) -> ClubIdentity:
        return ClubIdentity(
            str(UUID(int=self.number)),
            self.name,
            self.started.first_day,
            signing.public_key(self.private),
            commune=self.commune,
            district=self.district,
            province=self.province,
            founded_on=date(2017, 5, 1),
            practice=self.practice,
        )

    def months(self, last: Month, locked: Month | None = None) -> tuple[MonthFacts, ...]:
        """Figures that rise with the months; ``history`` decides the money and the chain."""
        rows = []
        for at, month in enumerate(self.started.until(last), start=1):
            word = self.history if month >= self.since else "a"
            money = 1_000_000 + at * 1000 + sum(word.encode()) % 97
            figures = dict.fromkeys(FIGURES, 0) | {
                "members": 30 + at,
                "women": 20,
                "older_60": 11,
                "older_55": 14,
                "poor": 3,
                "near_poor": 2,
                "borrowers": 4,
                "fund_total": money,
                "income_fund": money - 500,
                "operating_fund": 500,
                "cash": money - 400_000,
                "bank": 100_000,
                "loans_outstanding": 350_000,
                "savings": 50_000,
                "par30": 7_000,
                "meetings_due": at,
                "meetings_held": at,
                "attendance_present": 25 * at,
                "attendance_rows": 30 * at,
            }
            until = locked is not None and month <= locked
            rows.append(MonthFacts(month, **figures, chain=_hash(word, str(month)), locked=until))
        return tuple(rows)

    def export(
        self, last: Month, level: Level = Level.TOTALS, *, locked: Month | None = None
    ) -> bytes:
        """The club's next bundle, up to the end of ``last``."""
        return self.build(self.facts(last, level, locked=locked))

    def facts(
        self, last: Month, level: Level = Level.TOTALS, *, locked: Month | None = None
    ) -> ClubFacts:
        sequence = len(self.steps) + 1
        self.steps.append((sequence, last, _hash(self.history, sequence)))
        return ClubFacts(
            self.identity,
            last,
            sequence,
            level,
            "2018-12-01T08:00:00+00:00",
            self.months(last, locked),
            tuple(ExportStep(n, month, n * 10, n, chain) for n, month, chain in self.steps),
            BORROWERS if level is not Level.TOTALS else (),
            self.changes,
        )

    def build(self, facts: ClubFacts, sheets: Mapping[str, bytes] | None = None) -> bytes:
        return club_format.build(facts, self.private, sheets)

    def fork(self, history: str, since: Month) -> SampleClub:
        """A copy of the club's book that goes its own way from a month on."""
        return replace(self, history=history, since=since, steps=list(self.steps))


BORROWERS = (
    BorrowerLine("Hà Thị Bích Ngọc", "xóm 6", 500_000, 250_000, date(2018, 7, 16), 50_000),
    BorrowerLine("Vi Thị Kim Liên", "xóm bên", 100_000, 100_000, None, 0),
)
