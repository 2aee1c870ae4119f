"""A club that splits or merges: who and what goes, the file, and what another book gave. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.base.text import one_line, translate
from app.domain.fund import Fund
from app.domain.labels import fund_label, kind_label
from app.domain.members import Member
from app.domain.succession import Handover
from app.services import fund, handover_file, members, succession
from app.services.printing import PaperRequest
from app.ui.figures import FigureLine
from app.ui.ports import Services

FILE_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class GiveForm:
    """What the dialog holds. ``percent``: the agreed share of the funds, "" for one by heads."""

    on: date | None
    to_club: str
    going: tuple[str, ...]
    percent: str
    borrowed: int | None
    minutes: str


class SuccessionPresenter:
    """Works a handover out, gives it, and takes one in."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def people(self) -> tuple[Member, ...]:
        """Who may go to another club."""
        return self._services.ask(members.members, on=clock.today())

    def borrowed(self) -> int:
        """The capital the club has borrowed and not paid back."""
        return self._services.ask(fund.balances, on=clock.today()).borrowed

    def plan(self, form: GiveForm) -> Handover:
        """What would go; changes nothing. Raises InvalidError, HandoverRefusedError."""
        return self._services.ask(_plan, values=_checked(form))

    def give(self, form: GiveForm, out: Path) -> Handover:
        """Book the handover and write its file, both or neither. Raises AppError."""
        return self._services.do(_give, values=_checked(form), out=out)

    def read(self, source: Path) -> Handover:
        """What another club's file holds; raises HandoverRefusedError, StoreUnavailableError."""
        return handover_file.read(source)

    def take(self, handover: Handover) -> None:
        """Book what another club gave; raises AppError, also when it is in the book already."""
        self._services.do(succession.take_over, handover=handover)


def paper(handover: Handover) -> PaperRequest:
    """The minutes that both clubs sign."""
    return PaperRequest("club-handover", last=handover.on, made=handover)


def file_name(handover: Handover) -> str:
    """A name for the file, without what a file's name can't hold."""
    return f"ban-giao-{handover.on.isoformat()}{FILE_ENDING}"


def sum_lines(handover: Handover) -> tuple[FigureLine, ...]:
    """The money that goes along, line by line, and by how much the funds change."""
    lines = [
        FigureLine(f"{words} · {fund_label(name)}", amount)
        for words, amounts in (
            (translate("window", "Cash"), handover.cash),
            (translate("window", "From the bank"), handover.bank),
        )
        for name, amount in amounts.items()
    ]
    lent = translate("window", "Loans that go along: {count}")
    lines.append(FigureLine(lent.format(count=len(handover.loans)), handover.lent))
    saved = translate("window", "Savings of those who go (less)")
    lines.append(FigureLine(saved, -handover.saved))
    lines += [
        FigureLine(kind_label("handover_borrowed"), -amount)
        for amount in handover.borrowed.values()
    ]
    total = translate("window", "The funds that change hands")
    lines.append(FigureLine(total, handover.fund_total, strong=True))
    return tuple(lines)


def _checked(form: GiveForm) -> dict[str, Any]:
    """The form's values as the service takes them; raises InvalidError."""
    problems = []
    if form.on is None:
        problems.append(Problem("day.missing", field="on"))
    if not one_line(form.to_club):
        problems.append(Problem("handover.club_missing", field="to_club"))
    if not form.minutes.strip():
        problems.append(Problem("handover.minutes_missing", field="minutes"))
    if not form.going:
        problems.append(Problem("handover.nothing", field="going"))
    percent = form.percent.strip().removesuffix("%").strip()
    if percent and not percent.isdecimal():
        problems.append(Problem("handover.share_above_whole", {"percent": percent}, "percent"))
    if problems:
        raise InvalidError(problems)
    return {
        "on": form.on,
        "to_club": one_line(form.to_club),
        "going": form.going,
        "percent": int(percent) if percent else None,
        "borrowed": {Fund.INCOME.value: form.borrowed} if form.borrowed else {},
        "minutes": form.minutes,
    }


def _share(uow: Any, values: dict[str, Any]) -> dict[str, Any]:
    """The values with the cash and bank money that the share comes to, instead of the share."""
    what = dict(values)
    percent = what.pop("percent")
    what["cash"], what["bank"] = succession.share_of(
        uow, on=what["on"], going=what["going"], percent=percent, borrowed=what["borrowed"]
    )
    return what


def _plan(uow: Any, *, values: dict[str, Any]) -> Handover:
    return succession.plan(uow, **_share(uow, values))


def _give(uow: Any, *, values: dict[str, Any], out: Path) -> Handover:
    """The file is written before the book keeps anything, so no handover goes without it."""
    given = succession.hand_over(uow, **_share(uow, values))
    handover_file.write(given, out=out)
    return given
