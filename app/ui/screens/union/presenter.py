"""The union's side: who reported, who is late, who is silent, and what to do next. Free of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from app.base.text import translate
from app.domain.money import format_bp, format_dong
from app.domain.periods import Month
from app.domain.supervision import ClubReporting, Reported
from app.domain.union_statements import AreaLine, ClubLine, UnionReport
from app.services import conflicts, consolidation, receipts, supervision, union_scope
from app.services.union_scope import UnionScope
from app.ui.ports import Services
from app.ui.screens.union.taking import Intake, Progress, take_in
from app.ui.wording import capital, day_or_dash, month_words

_SIGNS = {"reported": "✓", "waiting": "•", "late": "!", "silent": "✗"}
TONES = {"reported": "good", "waiting": "soft", "late": "watch", "silent": "late"}


class Step(Enum):
    """What the biggest button does."""

    CHOOSE = "choose"
    TAKE = "take"
    SEND_UP = "send_up"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One club: its figures of the month, and how it stands with its reports."""

    club: ClubLine
    standing: ClubReporting
    disputed: bool = False
    """It sent files that contradict each other."""


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """Everything the screen shows; ``states`` counts the clubs by how they stand."""

    report: UnionReport
    lines: tuple[DeskLine, ...]
    areas: tuple[AreaLine, ...]
    states: tuple[tuple[Reported, int], ...]
    step: Step


class UnionPresenter:
    """Asks the register; ``source`` is what files are taken into, club by club."""

    def __init__(self, services: Services, source: Any) -> None:
        self._services = services
        self._source = source

    def scope(self) -> UnionScope:
        """The months and areas to choose from."""
        return self._services.ask(union_scope.scope)

    def facts(self, month: Month, area: str) -> DeskFacts:
        """All clubs, or those of an area, as of a month."""
        known = area or None
        report = self._services.ask(consolidation.union_report, month=month, area=known)
        standing = self._services.ask(supervision.reporting, month=month, area=known)
        figures = {line.uuid: line for line in report.rows}
        disputed = {conflict.key[1] for conflict in self._services.ask(conflicts.conflicts)}
        lines = tuple(
            DeskLine(figures[one.uuid], one, one.uuid in disputed)
            for one in standing
            if one.uuid in figures
        )
        states = tuple(
            (state, sum(line.standing.state is state for line in lines)) for state in Reported
        )
        areas = self._services.ask(consolidation.areas_below, month=month, area=known)
        return DeskFacts(report, lines, areas, states, self._step(report))

    def _step(self, report: UnionReport) -> Step:
        if report.disputed:
            return Step.CHOOSE
        if report.reporting < report.clubs or not report.clubs:
            return Step.TAKE
        sent = self._services.ask(receipts.sent_up)
        return Step.PRINT if any(one.month == report.month for one in sent) else Step.SEND_UP

    def take_in(self, paths: Sequence[Path], progress: Progress) -> Intake:
        """Take files in; nothing that one file holds stops the others."""
        return take_in(self._source, paths, progress)


def tone(line: DeskLine) -> str:
    """The colour of how a club stands; its words say the same."""
    return "late" if line.disputed else TONES[line.standing.state.value]


def verb(step: Step) -> str:
    """What the biggest button says."""
    return {
        Step.CHOOSE: translate("window", "Choose between files that contradict each other…"),
        Step.TAKE: translate("window", "Take files of clubs in…"),
        Step.SEND_UP: translate("window", "For the union above…"),
        Step.PRINT: translate("window", "Report on paper…"),
    }[step]


def states_words(facts: DeskFacts) -> str:
    """How many clubs have reported, are late, are silent, in one line."""
    words = {
        Reported.YES: translate("window", "✓ reported: {count}"),
        Reported.WAITING: translate("window", "• not yet due: {count}"),
        Reported.LATE: translate("window", "! late: {count}"),
        Reported.SILENT: translate("window", "✗ silent: {count}"),
    }
    found = [words[state].format(count=count) for state, count in facts.states if count]
    head = translate("window", "{month}: clubs {clubs}").format(
        month=capital(month_words(facts.report.month)), clubs=len(facts.lines)
    )
    return " · ".join((head, *found))


def sums_words(report: UnionReport) -> str:
    """The sums of the clubs that have reported, in one line."""
    if not report.reporting:
        return translate("window", "No club has told of this month yet.")
    words = translate(
        "window",
        "Of those that reported: members {members} (women {women}, aged 60 and over {older}) · "
        "whole fund {fund} · outstanding {loans} · in loans more than 30 days late {late} · "
        "meetings held {held} of {due}",
    )
    known = report.figures
    return words.format(
        members=format_dong(known.members),
        women=format_dong(known.women),
        older=format_dong(known.older_60),
        fund=format_dong(known.fund_total),
        loans=format_dong(known.loans_outstanding),
        late=format_bp(known.par30_bp),
        held=known.meetings_held,
        due=known.meetings_due,
    )


def state_words(line: DeskLine) -> str:
    """Whether a club has reported, and since when nothing came."""
    if line.disputed:
        return translate("window", "! files contradict each other")
    standing = line.standing
    sign = _SIGNS[standing.state.value]
    since = _short(standing.since)
    words = {
        Reported.YES: translate("window", "{sign} reported"),
        Reported.WAITING: translate("window", "{sign} not yet due"),
        Reported.LATE: translate("window", "{sign} late, nothing since {since}"),
        Reported.SILENT: translate("window", "{sign} silent, nothing since {since}"),
    }[standing.state]
    return words.format(sign=sign, since=since)


def received_words(line: DeskLine) -> str:
    return day_or_dash(line.standing.received_on)


def received_key(line: DeskLine) -> date:
    return line.standing.received_on or date.min


def figure(line: DeskLine | AreaLine, name: str) -> int:
    """One figure of a club or an area, 0 where nothing was told."""
    figures = line.club.figures if isinstance(line, DeskLine) else line.figures
    return int(getattr(figures, name) or 0) if figures else 0


def amount(line: DeskLine | AreaLine, name: str) -> str:
    """The figure in words; a dash where nothing was told."""
    told = line.club.figures is not None if isinstance(line, DeskLine) else line.reporting
    if not told:
        return "–"
    if name == "par30_bp":
        figures = line.club.figures if isinstance(line, DeskLine) else line.figures
        return format_bp(figures.par30_bp) if figures else "–"
    return format_dong(figure(line, name))


def meetings_words(line: DeskLine | AreaLine) -> str:
    if amount(line, "members") == "–":
        return "–"
    return f"{figure(line, 'meetings_held')}/{figure(line, 'meetings_due')}"


def _short(month: Month | None) -> str:
    return f"{month.number:02d}/{month.year}" if month else "–"
