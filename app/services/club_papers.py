"""The papers of a year's end, a handover, a settlement: laid out from what was just worked out.

They are no reports on a period, so they are asked for with the plan itself, not by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.base import clock
from app.base.catalogue import used_language
from app.domain.paper_shapes import RecoverySheet
from app.domain.succession import Handover, HandoverPaper, Settlement, SettlementPaper
from app.domain.year_end import YearEnd, YearEndPaper
from app.reports import handover as handover_paper
from app.reports import recovery_sheet
from app.reports import settlement as settlement_paper
from app.reports import year_end as year_end_paper
from app.reports.doc import Doc
from app.reports.frame import PaperOptions
from app.services import check_codes, club, members, paper_settings
from app.store.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement that was carried out, with what was written beside it."""

    settlement: Settlement
    reason: str
    paid_to: str = ""


@dataclass(frozen=True, slots=True)
class Recovery:
    """A new recovery code and the file it opens; it is kept nowhere but on the sheet."""

    file: str
    code: str


def made(uow: UnitOfWork, what: object) -> Doc:
    """The paper of a YearEnd, a Handover, a Settled or a Recovery; raises TypeError otherwise."""
    match what:
        case YearEnd():
            return year_end(uow, plan=what)
        case Handover():
            return handover(uow, given=what)
        case Settled():
            return settlement(uow, settled=what)
        case Recovery():
            return recovery(uow, kept=what)
    raise TypeError(what)


def year_end(uow: UnitOfWork, *, plan: YearEnd) -> Doc:
    """The minutes of a year's end, before or after it is carried out."""
    code = check_codes.code(uow, paper="year-end", first=plan.on, last=plan.on)
    signers = members.signers(uow, on=plan.on)
    data = YearEndPaper(club.head(uow), plan, number="1", check_code=code, **signers)
    return year_end_paper.build(data, _options(uow))


def handover(uow: UnitOfWork, *, given: Handover, taker_chair: str = "") -> Doc:
    """The minutes both clubs sign; each prints them from its own book, where it knows its board."""
    board = members.signers(uow, on=given.on)
    code = check_codes.code(uow, paper="club-handover", first=given.on, last=given.on)
    if given.giver.name == club.head(uow).name:
        data = HandoverPaper(given, board["chair"], board["treasurer"], taker_chair, code)
    else:
        data = HandoverPaper(given, "", "", board["chair"], code)
    return handover_paper.build(data, _options(uow))


def settlement(uow: UnitOfWork, *, settled: Settled) -> Doc:
    """What a member who leaves had, owed and was given, signed by both."""
    on = settled.settlement.on
    board = members.signers(uow, on=on)
    data = SettlementPaper(
        club=club.head(uow),
        settlement=settled.settlement,
        reason=settled.reason,
        paid_to=settled.paid_to,
        chair=board["chair"],
        treasurer=board["treasurer"],
        number=f"{settled.settlement.member}/BB-TT",
        check_code=check_codes.code(uow, paper="settlement", first=on, last=on),
    )
    return settlement_paper.build(data, _options(uow))


def recovery(uow: UnitOfWork, *, kept: Recovery) -> Doc:
    """The sheet with the code that opens the book when a password is forgotten."""
    on = clock.today()
    board = members.signers(uow, on=on)
    sheet = RecoverySheet(
        club.head(uow), kept.file, kept.code, on, board["chair"], board["treasurer"]
    )
    return recovery_sheet.build(sheet, _options(uow))


def _options(uow: UnitOfWork) -> PaperOptions:
    details, looks = club.details(uow), paper_settings.settings(uow)
    return PaperOptions(
        language=used_language(),
        parent_body=details.parent_body,
        club=details.name,
        practice=details.practice,
        place=looks.place,
        recipients=looks.recipients,
        thumb_prints=looks.thumb_prints,
        linh=looks.linh,
        tu=looks.tu,
        chan=looks.chan,
    )
