"""What the article of December 2018 counts, counted in a register: for the practice province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from app.domain.particulars import ClubRecord
from app.domain.periods import Month
from app.services import consolidation, particulars, register, supervision
from app.services.province_data import AREAS_2018, SON_CAM
from app.store.database import UnitOfWork

PILOT = 2007
"""The year in which the clubs of the pilot were founded."""


def figures(uow: UnitOfWork) -> dict[str, object]:
    """Every figure of the article, each from what the register holds, under the article's names.

    ``fund_at_least`` is the fund's sum: the article's is a lower bound.
    """
    month = consolidation.newest_month(uow) or supervision.usual_month()
    report = consolidation.union_report(uow, month=month)
    coverage = supervision.coverage(uow, month=month)
    clubs = particulars.records(uow)
    pilot = [club for club in clubs if _founded(club) == PILOT]
    return {
        "as_of": str(month.last_day),
        "union": register.identity(uow).name,
        "clubs": report.clubs,
        "clubs_by_area": dict(Counter(map(_district, clubs))),
        "clubs_pilot_since_2007": len(pilot),
        "pilot_areas": sorted({_district(club) for club in pilot}),
        "clubs_added_later": report.clubs - len(pilot),
        "members": report.figures.members,
        "fund_at_least": report.figures.fund_total,
        "managing_communes": len({club.value("parent_body") for club in clubs}),
        "managed_by": sorted({club.value("parent_body") for club in clubs}),
        "son_cam": _commune(uow, clubs, month),
        "target_2020": {
            "decision": coverage.decision,
            "decided_on": str(coverage.since) if coverage.since else None,
            "areas_with_a_club_percent": coverage.target_bp // 100,
        },
        "areas_2018": list(AREAS_2018),
        "areas_with_a_club": len(coverage.covered),
        "areas": coverage.units,
        "areas_with_a_club_bp": coverage.share_bp,
        "target_reached": coverage.reached,
    }


def _commune(uow: UnitOfWork, clubs: Sequence[ClubRecord], month: Month) -> dict[str, object]:
    """The commune whose few first clubs became many."""
    here = [club for club in clubs if club.area.endswith(f"/{SON_CAM}")]
    report = consolidation.union_report(uow, month=month, area=here[0].area)
    funds = [line.figures.income_fund for line in report.rows if line.figures is not None]
    split = [club for club in here if club.parent_club]
    return {
        "commune": SON_CAM,
        "area": _district(here[0]),
        "clubs": len(here),
        "clubs_first": len(here) - len(split),
        "clubs_split_off": len(split),
        "income_fund_from": min(funds),
        "income_fund_to": max(funds),
        "board_members": max(len(club.board) for club in here),
    }


def _district(club: ClubRecord) -> str:
    return club.area.split("/")[1]


def _founded(club: ClubRecord) -> int | None:
    told = club.value("founded_on")
    return date.fromisoformat(told).year if told else None
