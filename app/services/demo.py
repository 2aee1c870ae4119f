"""A club's month from end to end: attendance to the union's page, on the practice club.

What ``soclb demo`` shows; every step is the service that the window calls. Nothing stands in the
folder unless all of it came about.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.base.files import refuse_existing, translated
from app.domain.periods import Month
from app.services import (
    books,
    closing,
    consolidation,
    exporting,
    fund,
    meetings,
    practice,
    printing,
    register,
)
from app.services.paper_request import PaperRequest
from app.services.practice_data import PLACE, SAVERS
from app.services.practice_months import CHAIR, DAY, SECRETARY, TREASURER, notes_of
from app.store.database import Database, UnitOfWork

UNION = "Hội LHPN phường Quan Triều"
EXCUSED, AWAY, SENT_SOMEBODY = "M008", "M028", "M029"
BORROWER, LENT = "M031", 3_000_000
PAYS_LESS, LESS = "M034", 100_000


def names(month: Month) -> dict[str, str]:
    """The files of the demo by what they are, in the order they are made."""
    return {
        "book": "so-thuc-hanh.soclb",
        "minutes": f"bien-ban-{month}.pdf",
        "fund-statement": f"bao-cao-quy-{month}.pdf",
        "bundle": f"goi-du-lieu-{month}.clbz",
        "register": "so-cua-hoi-thuc-hanh.soclu",
        "union-report": f"bao-cao-cua-hoi-{month}.pdf",
    }


def make(folder: Path, *, today: date) -> tuple[Path, ...]:
    """Make the practice month in ``folder``; returns the path of each file.

    Raises AppError ``file.exists`` for a file that is already there, StoreUnavailableError.
    """
    month = Month.of(today)
    final = {what: folder / name for what, name in names(month).items()}
    for path in final.values():
        refuse_existing(path)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        work = TemporaryDirectory(prefix=".demo-", dir=folder)
    with work as unfinished:
        made = {what: Path(unfinished) / path.name for what, path in final.items()}
        practice.make(made["book"], today=today)
        book = books.open_for_writing(made["book"])
        try:
            hold_meeting(book.database, today=today)
            _papers_and_bundle(book.database, month, made)
        finally:
            book.close()
        _union(month, made)
        with translated(folder):
            for what, path in final.items():
                refuse_existing(path)
                made[what].replace(path)
    return tuple(final.values())


def hold_meeting(database: Database, *, today: date) -> None:
    """This month's meeting, typed step by step as a board does, and closed by two of it."""
    month = Month.of(today)
    on = min(today, date(month.year, month.number, DAY))
    with database.begin() as uow:
        draft_id = meetings.open_meeting(uow, month=month, on=on, typed_by=SECRETARY)
    steps: tuple[Callable[[UnitOfWork, int], None], ...] = (
        _attendance,
        _money_in,
        _loans_and_expenses,
        _contents,
        _cash_count,
    )
    for step in steps:
        with database.begin() as uow:
            step(uow, draft_id)
    with database.begin() as uow:
        closing.close_meeting(
            uow, draft_id=draft_id, typed_by=SECRETARY, confirmed_by=(CHAIR, TREASURER)
        )


def _attendance(uow: UnitOfWork, draft_id: int) -> None:
    for member, status in (
        (EXCUSED, "excused"),
        (AWAY, "absent"),
        (SENT_SOMEBODY, "represented"),
    ):
        meetings.set_presence(uow, draft_id=draft_id, member=member, status=status)
    meetings.all_present(uow, draft_id=draft_id)


def _money_in(uow: UnitOfWork, draft_id: int) -> None:
    meetings.accept_all(uow, draft_id=draft_id)
    for member, amount in SAVERS.items():
        meetings.set_paid(
            uow, draft_id=draft_id, member=member, kind="saving_deposit", amount=amount
        )
    meetings.set_paid(
        uow, draft_id=draft_id, member=PAYS_LESS, kind="principal_repayment", amount=LESS
    )


def _loans_and_expenses(uow: UnitOfWork, draft_id: int) -> None:
    meetings.add_loan(
        uow,
        draft_id=draft_id,
        member=BORROWER,
        principal=LENT,
        rate_bp=70,
        method="equal_principal",
        term_months=12,
        purpose="Nuôi gà thả vườn",
        guarantor="M016",
    )
    for kind, amount, memo in (
        ("donation", 300_000, "Gia đình bà Lưu Thị Bảy ủng hộ"),
        ("expense", 65_000, "Chè, nước, bánh kẹo buổi sinh hoạt"),
        ("expense", 150_000, "Thăm thành viên ốm"),
    ):
        meetings.add_line(
            uow, draft_id=draft_id, kind=kind, amount=amount, fund="operating", memo=memo
        )
    open_one = meetings.draft(uow, draft_id=draft_id)
    if open_one.cash_expected < 0:
        notes = 1 + abs(open_one.cash_expected) // 500_000
        fund.record(
            uow, on=open_one.on, kind="bank_withdrawal", amount=notes * 500_000, by=TREASURER
        )


def _contents(uow: UnitOfWork, draft_id: int) -> None:
    for name, value in {
        "start": "08:00",
        "end": "10:40",
        "place": PLACE,
        "guests": "Bà Trần Thị Hòa, Chủ tịch Hội LHPN phường",
        "content": "Chủ nhiệm báo cáo kết quả tháng trước, thủ quỹ công khai thu chi.\n"
        "Trạm y tế đo huyết áp, cân nặng và nói chuyện về phòng bệnh mùa lạnh.",
        "decisions": "Nhất trí cho một thành viên vay vốn; người vay ký nhận đủ.",
        "next_plan": "Tập văn nghệ chuẩn bị giao lưu với câu lạc bộ bạn.",
        "activities": ("1", "2", "7"),
    }.items():
        meetings.set_text(uow, draft_id=draft_id, name=name, value=value)


def _cash_count(uow: UnitOfWork, draft_id: int) -> None:
    expected = meetings.draft(uow, draft_id=draft_id).cash_expected
    for face, count in notes_of(expected).items():
        meetings.set_notes(uow, draft_id=draft_id, face=face, count=count)


def _papers_and_bundle(database: Database, month: Month, made: dict[str, Path]) -> None:
    with database.read() as uow:
        for name in ("minutes", "fund-statement"):
            printing.write(uow, PaperRequest(name, month=month), out=made[name])
    with database.begin() as uow:
        exporting.export_bundle(uow, month=month, out=made["bundle"])


def _union(month: Month, made: dict[str, Path]) -> None:
    """The union's side: the bundle verified, taken in, and its page."""
    register.verify(made["bundle"])
    register.create(made["register"], name=UNION, practice=True)
    with register.opened(made["register"]) as database:
        for line in register.import_files(database, paths=[made["bundle"]]):
            if line.why is not None:
                raise line.why
        with database.read() as uow:
            consolidation.write(uow, month=month, out=made["union-report"])
