"""A commune union's register as it looks after two years: good clubs, late ones, a silent one, a
conflict. For screens and their pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.base import clock
from app.domain.club_facts import (
    FIGURES,
    SOURCES,
    BorrowerLine,
    ClubFacts,
    Level,
    MonthFacts,
)
from app.domain.courses import Course
from app.domain.periods import Month
from app.domain.visits import Visit
from app.services import club_months, courses, register, union_settings, visits
from app.store.database import Database
from tests.helpers.bundles import SampleClub

STARTED = Month(2025, 1)
LAST = Month(2026, 10)
WARD, NEXT_WARD, FAR = "phường Quan Triều", "xã Phú Lương", "xã Vô Tranh"
PROVINCE = "tỉnh Thái Nguyên"


@dataclass(slots=True)
class AreaClub(SampleClub):
    """A club whose figures look like one's; ``missed`` are the months without a meeting."""

    size: int = 45
    missed: frozenset[int] = frozenset()
    night: bool = False
    """All its entries were typed in one night."""

    def facts(
        self, last: Month, level: Level = Level.TOTALS, *, locked: Month | None = None
    ) -> ClubFacts:
        """With borrowers who owe just what the last month says."""
        told = SampleClub.facts(self, last, level, locked=locked)
        made = f"{last.plus(1).first_day}T08:00:00+00:00"
        facts = replace(told, exported_at=made)
        if level is Level.TOTALS:
            return facts
        late, owed = date(2026, 8, 17), facts.months[-1].loans_outstanding - 2_000_000
        return replace(
            facts,
            borrowers=(
                BorrowerLine("Hà Thị Bích Ngọc", "xóm 4", 3_000_000, 2_000_000, late, 1_200_000),
                BorrowerLine("Vi Thị Kim Liên", "xóm 4", owed, owed, None, 0),
            ),
        )

    def months(self, last: Month, locked: Month | None = None) -> tuple[MonthFacts, ...]:
        rows: list[MonthFacts] = []
        for month in self.started.until(last):
            before = rows[-1] if rows else None
            rows.append(self._month(month, before, locked is not None and month <= locked))
        return tuple(rows)

    def _month(self, month: Month, before: MonthFacts | None, locked: bool) -> MonthFacts:
        at, size = self.started.count_to(month), self.size + (self.number + month.number) % 2
        held = month.number not in self.missed
        told = {name: getattr(before, name) for name in FIGURES} if before else {}
        figures = dict.fromkeys(FIGURES, 0) | told
        extra = 30_000 if self.history != "a" and month >= self.since else 0
        fees, interest = (5_000 * size, 150_000 + 1_000 * self.number) if held else (0, 0)
        donations, grants = (200_000 if month.number == 3 else 0), (5_000_000 if at == 6 else 0)
        cash = 1_200_000 + (0 if self.number == 9 else 20_000 * (at % 4))
        lent = 24_000_000 + 500_000 * self.number + 300_000 * (at % 5)
        bank = figures["bank"] if before else 8_000_000
        bank += fees + interest + donations + grants + extra if held or grants else 0
        figures |= {
            "members": size,
            "women": size * 7 // 10,
            "older_60": size * 6 // 10,
            "older_55": size * 7 // 10,
            "poor": 3,
            "near_poor": 4,
            "borrowers": 12 + self.number % 4 if self.number != 4 else 2,
            "cash": cash,
            "bank": bank,
            "loans_outstanding": lent,
            "savings": 2_500_000 + 40_000 * at,
            "par30": 1_200_000 if self.number % 4 == 0 else 0,
            "operating_fund": 1_500_000,
            "meetings_due": at,
            "meetings_held": told.get("meetings_held", 0) + held,
            "attendance_present": told.get("attendance_present", 0) + held * (size - 5),
            "attendance_rows": told.get("attendance_rows", 0) + held * size,
            "on_time_paid": 900_000 * at,
            "on_time_due": 960_000 * at,
            "receipts": fees + interest + donations + grants,
            "payments": 90_000,
            "entries": size + 14 if held else 0,
        }  # fmt: skip
        figures["activity_1"] = told.get("activity_1", 0) + held
        area = 2 + month.number % 7
        figures[f"activity_{area}"] = told.get(f"activity_{area}", 0) + held
        whole = cash + bank + lent - figures["savings"]
        figures |= {"fund_total": whole, "income_fund": whole - figures["operating_fund"]}
        sources = dict.fromkeys(SOURCES, 0) | {
            "fees": fees, "interest": interest, "donations": donations, "grants": grants,
        }  # fmt: skip
        on = date(2026, 10, 30) if self.night else month.last_day - timedelta(days=6)
        typed = {"typed_first": on, "typed_last": on, "typed_late": 0} if held else {}
        chain = sha256(f"{self.number} {month} {extra}".encode()).hexdigest()
        return MonthFacts(month, **figures, **sources, **typed, chain=chain, locked=locked)


CLUBS = (
    *((n, WARD, LAST) for n in (1, 2, 3, 4, 5)),
    (6, WARD, LAST.plus(-1)),
    (7, WARD, LAST.plus(-5)),
    (8, NEXT_WARD, LAST),
    (9, NEXT_WARD, LAST),
    (10, NEXT_WARD, LAST.plus(-2)),
    (11, FAR, LAST),
)
"""Number, commune, and the last month told of."""


def club(number: int, commune: str = WARD) -> AreaClub:
    """One club of the area, ready to export."""
    return AreaClub(
        number,
        f"CLB Liên thế hệ tự giúp nhau xóm {number}",
        commune,
        province=PROVINCE,
        since=Month(2026, 9),
        started=STARTED,
        size=38 + number * 2,
        missed=frozenset({2, 7} if number % 3 == 0 else {8} if number % 2 else ()),
        night=number == 5,
    )


def write_bundles(folder: Path) -> list[Path]:
    """A bundle of each club, and two of the last that contradict each other."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, commune, last in CLUBS:
        level = Level.BORROWERS if number == 4 else Level.TOTALS
        made.append(_file(folder, f"clb-xom-{number}-{last}", club(number, commune), last, level))
    torn = club(12, FAR)
    torn.export(LAST.plus(-1))
    other = torn.fork("b", Month(2026, 9))
    made.append(_file(folder, f"clb-xom-12-{LAST}", torn, LAST))
    other = replace(other, steps=list(torn.steps[:-1]))
    made.append(_file(folder, f"clb-xom-12-{LAST}-ban-2", other, LAST))
    return made


def _file(
    folder: Path, name: str, sender: AreaClub, last: Month, level: Level = Level.TOTALS
) -> Path:
    path = folder / f"{name}.clbz"
    path.write_bytes(sender.export(last, level))
    return path


def make(path: Path, bundles: Path) -> None:
    """The register at ``path``, filled from bundles written into ``bundles``."""
    register.create(path, name="Hội LHPN phường Quan Triều")
    with register.opened(path) as database:
        fill(database, write_bundles(bundles))
        with database.begin() as uow:
            for key, value in (("coverage_level", "commune"), ("coverage_units", "4")):
                union_settings.change(uow, key=key, value=value, from_on=STARTED.first_day)


def fill(database: Database, bundles: list[Path]) -> None:
    """Take the bundles in, each on the day it came."""
    now = clock.now()
    for place, bundle in enumerate(bundles):
        with clock.fixed(now - timedelta(days=14 - place)):
            register.import_files(database, paths=[bundle])


def hold_visits(services: Any) -> tuple[Visit, ...]:
    """Three visits drawn; the first is written down, with one finding overdue and one mended."""
    made: tuple[Visit, ...] = services.do(
        visits.draw, clubs=3, entries=4, seed="17112026", on=date(2026, 10, 20)
    )
    first = made[0]
    for point in first.points[:6]:
        services.do(visits.answer, code=first.id, number=point.number, good=point.number != 3)
    services.do(
        visits.write,
        code=first.id,
        values={
            "visitors": "Nguyễn Thị Hạnh, Lê Văn Tám",
            "met": "Hà Thị Hoa, chủ nhiệm",
            "book_cash": 1_240_000,
            "counted_cash": 1_210_000,
        },
    )
    for text, who, due in (
        ("Ghi đủ chữ ký vào biên bản tháng 8", "Thư ký", date(2026, 11, 5)),
        ("Nộp bù 30.000 đồng thiếu trong quỹ", "Thủ quỹ", date(2026, 12, 5)),
        ("Mua sổ quỹ mới", "Chủ nhiệm", date(2026, 11, 1)),
    ):
        found = services.do(visits.find, code=first.id, text=text, who=who, due=due)
    services.do(visits.mend, finding=found.id, outcome="Đã mua", on=date(2026, 10, 30))
    return made


def hold_courses(services: Any) -> tuple[Course, ...]:
    """A course of two days and an exchange visit; some clubs came to one, some to none."""
    course: Course = services.do(
        courses.hold, kind="training", title="Ghi sổ quỹ và biên bản", on=date(2026, 4, 14),
        last_on=date(2026, 4, 15), place="Nhà văn hóa phường Quan Triều", content="Sổ quỹ, dư nợ",
    )  # fmt: skip
    visit: Course = services.do(
        courses.hold, kind="exchange", title="Thăm CLB xóm 8, xã Phú Lương", on=date(2026, 9, 20),
    )  # fmt: skip
    clubs = services.ask(club_months.clubs)
    for club, place in zip(clubs, range(9), strict=False):
        services.do(courses.came, code=course.id, club=club.uuid, count=2, who="")
        if place % 2:
            services.do(courses.came, code=visit.id, club=club.uuid, count=3, who="ban chủ nhiệm")
    return course, visit
