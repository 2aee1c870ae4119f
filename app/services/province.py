"""The article's province for practice: a book of each of 135 clubs, their bundles, the register.

Every figure of the register comes out of a club's own entries. Boards, parent clubs and the target
are written down as an officer writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert, select

from app.base import clock
from app.base.files import refuse_existing, translated, write_bytes, write_text
from app.base.text import search_key
from app.domain.club import ClubDetails
from app.domain.drafts import DraftLine, DraftMeeting, DraftText, SheetRow
from app.domain.periods import Month
from app.services import (
    club,
    consolidation,
    exporting,
    members,
    province_figures,
    register,
    supervision_report,
    union_settings,
)
from app.services.closed_meetings import record_not_held
from app.services.closing import write
from app.services.posting import NewEntry, post
from app.services.province_data import (
    COMMUNES,
    FAMILIES,
    FUND,
    MANAGED_BY,
    MEMBERS,
    MEN,
    PROVINCE,
    SON_CAM,
    SON_CAM_FIRST,
    TARGET_DECIDED_ON,
    TARGET_DECISION,
    TARGET_PERCENT,
    WOMEN,
    Commune,
)
from app.store import books
from app.store.club_tables import LoanRow, MemberRow
from app.store.database import UnitOfWork
from app.store.supervision_tables import ClubParticularRow
from app.store.union_tables import UnionClubRow

MONTH = Month(2018, 11)
AS_OF = date(2018, 12, 6)
FEE, SPENT = 5_000, 60_000
SON_CAM_FUND = 34_100_000
"""On the average; all but the operating fund is what the article calls 30 to 35 million."""
UNION = "Hội LHPN tỉnh Thái Nguyên"
ROLES = ("chair", "secretary", "treasurer")
"""The article: a board of three."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One club before its book is made. ``fund`` is what it has at the end of the month."""

    number: int
    commune: Commune
    hamlet: int
    members: int
    fund: int

    @property
    def founded_on(self) -> date:
        if self.hamlet <= self.commune.pilot:
            return date(2007, 10, 1)
        return date(2011 + self.hamlet % 7, 3, 8)

    @property
    def parent(self) -> int | None:
        """The hamlet whose club this one was split from; Sơn Cẩm's first clubs became nineteen."""
        if self.commune.name != SON_CAM or self.hamlet <= SON_CAM_FIRST:
            return None
        return self.hamlet % SON_CAM_FIRST + 1

    @property
    def held(self) -> bool:
        """The article: monthly meetings are not kept up everywhere."""
        return self.number % 5 != 3


def planned() -> tuple[Planned, ...]:
    """The 135 clubs; members and funds sum to the article's figures."""
    places = [(c, hamlet) for c in COMMUNES for hamlet in range(1, c.clubs + 1)]
    least, more = divmod(MEMBERS, len(places))
    in_son_cam = sum(commune.name == SON_CAM for commune, _ in places)
    others = len(places) - in_son_cam
    whole = FUND - in_son_cam * SON_CAM_FUND
    usual = whole // others // 1000 * 1000
    found, place = [], count()
    for number, (commune, hamlet) in enumerate(places):
        if commune.name == SON_CAM:
            fund = SON_CAM_FUND + (hamlet - 10) * 200_000
        else:
            fund = usual + _spread(next(place)) + (whole - usual * others) * (number == 0)
        size = least + (number < more)
        found.append(Planned(number, commune, hamlet, size, fund))
    return tuple(found)


def _spread(place: int) -> int:
    """Some clubs have more, as many have as much less: the sum stays."""
    amount = place // 2 % 9 * 700_000
    return -amount if place % 2 else amount


def make(folder: Path) -> tuple[Path, ...]:
    """Make bundles, register and reports in ``folder``; returns the path of each.

    Raises AppError ``file.exists``, StoreUnavailableError; nothing stands there then.
    """
    names = (
        "goi-du-lieu",
        "so-cua-hoi-tinh.soclu",
        *(f"bao-cao-tinh-{MONTH}.{ending}" for ending in ("pdf", "xlsx", "json")),
        f"giam-sat-tinh-{MONTH}.pdf",
        f"doi-chieu-bai-bao-{MONTH}.json",
    )
    final = [folder / name for name in names]
    for path in final:
        refuse_existing(path)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        work = TemporaryDirectory(prefix=".demo-", dir=folder)
    with work as unfinished, clock.fixed(AS_OF):
        made = [Path(unfinished) / name for name in names]
        _make_all(*made)
        with translated(folder):
            for path, place in zip(made, final, strict=True):
                refuse_existing(place)
                path.replace(place)
    return tuple(final)


def _make_all(bundles: Path, target: Path, *papers: Path) -> None:
    for plan in planned():
        bundle(plan, bundles)
    register.create(target, name=UNION, practice=True)
    *reports, supervised, compared = papers
    with register.opened(target) as database:
        for line in register.import_files(database, paths=[bundles]):
            if line.why is not None:
                raise line.why
        with database.begin() as uow:
            _write_down(uow)
        with database.read() as uow:
            for out in reports:
                consolidation.write(uow, month=MONTH, out=out)
            write_bytes(supervised, supervision_report.content(uow, month=MONTH, ending=".pdf"))
            told = json.dumps(province_figures.figures(uow), ensure_ascii=False, indent=2)
            write_text(compared, told + "\n")


def _write_down(uow: UnitOfWork) -> None:
    """What the union's officer knows and no bundle tells."""
    for key, value in (
        ("coverage_target_bp", str(TARGET_PERCENT * 100)),
        ("coverage_decision", TARGET_DECISION),
    ):
        union_settings.change(uow, key=key, value=value, from_on=TARGET_DECIDED_ON)
    ids = {
        (row.commune_now, row.hamlet): (row.commune, row.uuid)
        for row in uow.session.execute(select(UnionClubRow)).scalars()
    }
    for plan in planned():
        here = ids[plan.commune.name, f"xóm {plan.hamlet}"]
        for role, person in zip(ROLES, _people(plan), strict=False):
            _note(uow, here, role, str(person["full_name"]), AS_OF)
        if plan.parent is not None:
            parent = ids[plan.commune.name, f"xóm {plan.parent}"]
            _note(uow, here, "parent_club", parent[1], plan.founded_on)


def _note(uow: UnitOfWork, key: tuple[str, str], field: str, value: str, from_on: date) -> None:
    uow.session.add(
        ClubParticularRow(
            commune=key[0], club=key[1], field=field, from_on=from_on, value=value, note="",
            set_at=clock.now(),
        )
    )  # fmt: skip


def bundle(plan: Planned, folder: Path) -> None:
    """Make a club's book, its month, and its bundle in ``folder``."""
    database = books.in_memory()
    try:
        with database.begin() as uow:
            fill(uow, plan)
        with database.begin() as uow:
            out = folder / f"{plan.number + 1:03d}.clbz"
            exporting.export_bundle(uow, month=MONTH, out=out)
    finally:
        database.close()


def fill(uow: UnitOfWork, plan: Planned) -> None:
    """Make an empty book this club's: people, what was taken over, the month's meeting."""
    commune = plan.commune
    details = ClubDetails(
        name=f"CLB Liên thế hệ tự giúp nhau xóm {plan.hamlet}",
        started_on=MONTH.first_day,
        hamlet=f"xóm {plan.hamlet}",
        commune=commune.name,
        district=commune.area,
        province=PROVINCE,
        founded_on=plan.founded_on,
        parent_body=f"{MANAGED_BY} {commune.name}",
        practice=True,
    )
    club.found(uow, details=details, rules={"fee_monthly": str(FEE)})
    uow.session.execute(insert(MemberRow), list(_people(plan)))
    _take_over(uow, plan)
    if plan.held:
        write(uow, meeting=_meeting(uow, plan), typed_by="", confirmed_by="")
    else:
        record_not_held(uow, month=MONTH, reason="Ban chủ nhiệm bận việc xóm")


def _people(plan: Planned) -> Iterator[dict[str, object]]:
    for place in range(plan.members):
        drawn = plan.number * 53 + place * 7
        woman = place % 3 != 1
        given = (WOMEN if woman else MEN)[drawn % len(WOMEN if woman else MEN)]
        name = f"{FAMILIES[drawn // 3 % len(FAMILIES)]} {given}"
        yield {
            "code": f"M{place + 1:03d}",
            "full_name": name,
            "search_key": search_key(name),
            "sex": "F" if woman else "M",
            "birth": str(1938 + drawn % 36),
            "joined_on": plan.founded_on,
            "poverty": ("poor", "near_poor", "", "", "", "")[drawn % 6],
            "role": ROLES[place] if place < len(ROLES) else "member",
        }


def _take_over(uow: UnitOfWork, plan: Planned) -> None:
    """Loans, bank and box on the first day, so that the month ends with the planned fund."""
    on, number = MONTH.first_day, 8 + plan.number % 5
    earned = plan.members * FEE - SPENT if plan.held else 0
    lent = number * 2_000_000
    operating = 1_500_000
    for place in range(number):
        uow.session.add(
            LoanRow(
                code=f"L{place + 1:03d}",
                member_id=place + 4,
                on=date(2018, 5 + place % 6, 17),
                principal=2_000_000,
                rate_bp=70,
                method="interest_only",
                term_months=12 if place else 5,
                purpose="Chăn nuôi",
            )
        )
    uow.session.flush()
    entries = [
        NewEntry(on, "opening_loan", 2_000_000, loan=f"L{place + 1:03d}") for place in range(number)
    ]
    entries.append(NewEntry(on, "opening_cash", operating, "operating"))
    bank = plan.fund - earned - lent - operating
    entries.append(NewEntry(on, "opening_bank", bank, "income"))
    post(uow, entries, by="")


def _meeting(uow: UnitOfWork, plan: Planned) -> DraftMeeting:
    here = members.members(uow, on=MONTH.last_day)
    return DraftMeeting(
        id=0,
        month=MONTH,
        on=date(2018, 11, 10 + plan.number % 15),
        step=6,
        typed_by="",
        text=DraftText(
            chair="M001",
            secretary="M002",
            place=f"Nhà văn hóa xóm {plan.hamlet}",
            content="Công khai thu chi; bàn việc giúp nhau.",
            activities=("1", str(2 + plan.number % 7)),
        ),
        rows=tuple(
            SheetRow(m, "excused" if (i + plan.number) % 8 == 0 else "present", {}, {}, 0)
            for i, m in enumerate(here)
        ),
        collected=tuple(DraftLine(0, "membership_fee", FEE, "", m.code, None, "") for m in here),
        lines=(DraftLine(0, "expense", SPENT, "operating", None, None, "Chè, nước"),),
        loans=(),
        notes={},
        cash_before=0,
        cash_expected=0,
    )
