"""The supervisor's questions over all clubs: who reports, who meets, what grew, from which means.

Each answers with frozen shapes of ``domain.supervision``; no month in dispute counts.
"""

from __future__ import annotations

from app.base import clock
from app.domain.areas import once, same_path
from app.domain.club_facts import SOURCES, MonthFacts
from app.domain.criteria import ClubPoints, score
from app.domain.money import ratio_bp
from app.domain.odd_figures import ClubOddities, odd_figures
from app.domain.periods import Month
from app.domain.supervision import (
    Box,
    ClubReporting,
    ClubYear,
    Coverage,
    Growth,
    GrowthReport,
    Reported,
    SourceLine,
    Sources,
    reported,
    year_boxes,
)
from app.services import areas, club_figures, club_months, union_settings
from app.services.club_months import ClubMonths, Units
from app.store.database import UnitOfWork

GROWING = ("members", "women", "older_60", "poor", "near_poor", "borrowers", "fund_total")
GROWING_MONEY = ("income_fund", "loans_outstanding", "savings", "par30")
LATE_FIRST = (Reported.SILENT, Reported.LATE, Reported.WAITING, Reported.YES)


def usual_month() -> Month:
    """The month a question is about when none is named: the last that is over."""
    return Month.of(clock.today()).plus(-1)


def reporting(
    uow: UnitOfWork, *, month: Month | None = None, area: str | None = None
) -> tuple[ClubReporting, ...]:
    """Who has told of ``month`` (the last that is over), silent and late clubs first (R11, I25)."""
    month, today = month or usual_month(), clock.today()
    limits = {
        key: union_settings.number(uow, key, on=month.last_day)
        for key in ("report_days", "silent_months")
    }
    came, told = club_months.received(uow), club_figures.last_months(uow)
    lines = []
    for club in club_months.clubs(uow, area=area, month=month):
        started, last = Month.of(club.started_on), told.get(club.uuid)
        if started > month:
            continue
        state = reported(last or started.plus(-1), month, today, **limits)
        since = last.plus(1) if last else started
        lines.append(
            ClubReporting(
                club.name,
                club.uuid,
                club.area,
                state,
                last,
                None if state is Reported.YES else since,
                came.get(club.uuid),
            )
        )
    return tuple(sorted(lines, key=lambda line: LATE_FIRST.index(line.state)))


def meeting_year(uow: UnitOfWork, *, last: Month, area: str | None = None) -> tuple[ClubYear, ...]:
    """Meetings held and missed in the year of ``last`` up to it, a club a line, a box a month."""
    first = Month(last.year, 1)
    rows = club_months.months(uow, first=first.plus(-1), last=last, area=area)
    return tuple(_club_year(row, last) for row in rows if Month.of(row.club.started_on) <= last)


def _club_year(row: ClubMonths, last: Month) -> ClubYear:
    boxes = year_boxes(row.months, Month.of(row.club.started_on), last)
    held = boxes.count(Box.HELD)
    return ClubYear(
        row.club.name, row.club.uuid, row.club.area, boxes, held,
        held + boxes.count(Box.NOT_HELD),
    )  # fmt: skip


def growth(uow: UnitOfWork, *, month: Month | None = None, area: str | None = None) -> GrowthReport:
    """The sums against a year before, of the clubs that told of both months (I7)."""
    month = month or usual_month()
    before = month.plus(-12)
    rows = club_months.months(uow, first=before, last=month, area=area)
    pairs = [(row.at(before), row.at(month)) for row in rows]
    both = [(then, now) for then, now in pairs if then is not None and now is not None]
    return GrowthReport(
        month,
        before,
        len(both),
        sum(then is not None for then, _ in pairs),
        sum(now is not None for _, now in pairs),
        tuple(_growth(name, both) for name in (*GROWING, *GROWING_MONEY)),
    )


def _growth(name: str, both: list[tuple[MonthFacts, MonthFacts]]) -> Growth:
    before = sum(int(getattr(then, name)) for then, _ in both)
    now = sum(int(getattr(row, name)) for _, row in both)
    rise = ratio_bp(abs(now - before), before)
    return Growth(name, before, now, rise if rise is None or now >= before else -rise)


def coverage(uow: UnitOfWork, *, month: Month | None = None, area: str | None = None) -> Coverage:
    """How many districts or communes have a club, of as many as the union has set, or else as the
    list of communes has for the clubs' provinces.

    Since the reform communes are counted as they are today: two that merged count once. Clubs of
    one unit alone are a register of that unit, and no province is measured by them.
    """
    month = month or usual_month()
    settings = {one.key: one for one in union_settings.settings(uow, on=month.last_day)}
    level, target = settings["coverage_level"].value, settings["coverage_target_bp"]
    reformed = level == "commune" and month.last_day >= areas.REFORM
    lying = club_months.clubs(
        uow, area=area, month=month, units=Units.TODAY if reformed else Units.TOLD
    )
    clubs = [club for club in lying if Month.of(club.started_on) <= month]
    covered = once({_unit(club.area, level) for club in clubs} - {""})
    listed = _listed(uow, covered, level, month) if len(covered) > 1 else ()
    units = int(settings["coverage_units"].value) or len(listed)
    return Coverage(
        month,
        level,
        covered,
        units,
        ratio_bp(len(covered), units),
        int(target.value),
        len(clubs),
        tuple(one for one in listed if not any(same_path(one, here) for here in covered)),
        settings["coverage_decision"].value,
        target.from_on,
    )


def _listed(uow: UnitOfWork, covered: tuple[str, ...], level: str, month: Month) -> tuple[str, ...]:
    """The units of the provinces that some units lie in; a PATH without a district is of after
    the reform."""
    known, districts = areas.known(uow), level == "district"
    provinces = dict.fromkeys(path.partition("/")[0] for path in covered)
    on = month.last_day
    found = (unit for one in provinces for unit in known.below(one, on, districts=districts))
    return tuple(dict.fromkeys(found))


def _unit(area: str, level: str) -> str:
    """The district, or the commune with all above it; empty where the area names none."""
    parts = area.split("/")
    if level == "commune":
        return area
    return "/".join(parts[:2]) if len(parts) == 3 else ""


def sources(uow: UnitOfWork, *, first: Month, last: Month, area: str | None = None) -> Sources:
    """Resources mobilised from ``first`` to ``last``, by source."""
    rows = club_months.months(uow, first=first, last=last, area=area)
    told = [row for row in rows if any(facts.fees is not None for facts in row.months)]
    lines = []
    for source in SOURCES:
        amounts = [sum(getattr(facts, source) or 0 for facts in row.months) for row in told]
        lines.append(SourceLine(source, sum(amounts), sum(amount != 0 for amount in amounts)))
    untold = tuple(row.club.name for row in rows if row.months and row not in told)
    return Sources(first, last, tuple(lines), sum(line.amount for line in lines), untold)


def criteria(
    uow: UnitOfWork, *, month: Month | None = None, area: str | None = None
) -> tuple[ClubPoints, ...]:
    """Each club's points by the criteria in force at the month's end, the fewest first."""
    month = month or usual_month()
    limits = union_settings.criteria_limits(uow, on=month.last_day)
    found = []
    for row in club_months.months(uow, last=month, area=area):
        if row.months:
            club, points = row.club, score(row.months, limits)
            found.append(ClubPoints(club.name, club.uuid, club.area, str(row.last), points))
    return tuple(sorted(found, key=lambda one: one.sum))


def oddities(
    uow: UnitOfWork, *, month: Month | None = None, area: str | None = None
) -> tuple[ClubOddities, ...]:
    """Clubs with figures to ask about, the most first; clubs without any are left out."""
    month = month or usual_month()
    found = []
    for row in club_months.months(uow, last=month, area=area):
        figures = odd_figures(row.months)
        if figures:
            found.append(ClubOddities(row.club.name, row.club.uuid, row.club.area, figures))
    return tuple(sorted(found, key=lambda one: -len(one.figures)))
