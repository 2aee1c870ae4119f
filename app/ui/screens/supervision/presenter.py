"""What a supervisor sees: meetings, points with their evidence, doubts, coverage, means. Free of
Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.base.text import translate
from app.domain.criteria import FULL, RATIOS, ClubPoints, Points
from app.domain.money import format_bp, format_dong, ratio_bp
from app.domain.odd_figures import OddFigure
from app.domain.periods import Month
from app.domain.supervision import Box, ClubYear, Coverage, Growth, SourceLine, Sources, Supervision
from app.domain.union_labels import (
    box_label,
    criterion_definition,
    criterion_label,
    criterion_value,
    growth_label,
    level_label,
    oddity_label,
    source_label,
)
from app.services import supervision_report, union_scope
from app.services.union_scope import UnionScope
from app.ui.ports import Services
from app.ui.wording import area_words, capital, month_words

_NAMED = 12
"""So many units without a club are named; more than that are counted."""


@dataclass(frozen=True, slots=True)
class OddLine:
    """One doubt about one club."""

    club: str
    uuid: str
    area: str
    words: str


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion over all clubs: how many have all its points, of those it says something of."""

    name: str
    full: int
    clubs: int
    limits: str
    definition: str


class SupervisionPresenter:
    """Asks the register; ``report`` may take a while, and runs beside the window."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def scope(self) -> UnionScope:
        """The months and areas to choose from."""
        return self._services.ask(union_scope.scope)

    def report(self, month: Month, area: str) -> Supervision:
        """Everything as of a month."""
        return self._services.ask(supervision_report.report, month=month, area=area or None)


def meetings_of(data: Supervision) -> tuple[tuple[Box, int], ...]:
    """How many clubs met in the month, did not, or did not tell."""
    place = data.month.number - 1
    told = [line.boxes[place] for line in data.years]
    return tuple((box, told.count(box)) for box in (Box.HELD, Box.NOT_HELD, Box.NOT_TOLD))


def meetings_words(data: Supervision) -> str:
    """The same in a sentence, with the year so far."""
    counts = dict(meetings_of(data))
    words = translate(
        "window",
        "{month}: clubs that met {held}, did not meet {missed}, told nothing {silent} · {year}: "
        "meetings held {all_held} of {all_due}",
    )
    return words.format(
        month=capital(month_words(data.month)),
        held=counts[Box.HELD],
        missed=counts[Box.NOT_HELD],
        silent=counts[Box.NOT_TOLD],
        year=data.month.year,
        all_held=sum(line.held for line in data.years),
        all_due=sum(line.due for line in data.years),
    )


def year_words(line: ClubYear) -> str:
    """A club's year for who can't see its boxes."""
    told = enumerate(line.boxes, 1)
    return ", ".join(f"{n}: {box_label(box.value)}" for n, box in told if box is not Box.TO_COME)


def points_words(club: ClubPoints) -> str:
    return f"{club.sum}/{club.possible or FULL}"


def missing_words(club: ClubPoints) -> str:
    """The criteria without all points, the weakest first, each with what was found."""
    weak = sorted(
        (one for one in club.points if one.points is not None and one.points < FULL),
        key=lambda one: one.points or 0,
    )
    if not weak:
        return translate("window", "all criteria reached")
    return "; ".join(
        f"{criterion_label(one.code)} {criterion_value(one.code, one.value)}" for one in weak
    )


def evidence(one: Points) -> str:
    """What a criterion was judged by: a ratio with both its sides, a count, an amount."""
    told = criterion_value(one.code, one.value)
    sides = f"{format_dong(one.part)}/{format_dong(one.whole)}"
    return f"{told} ({sides})" if one.code in RATIOS else told


def possible_words(one: Points) -> str:
    """The points of a criterion; a dash where nothing can be said."""
    return "–" if one.points is None else f"{one.points}/{FULL}"


def limits_words(one: Points) -> str:
    return "; ".join(criterion_value(one.code, limit) for limit in one.limits)


def criteria_lines(clubs: Sequence[ClubPoints]) -> tuple[CriterionLine, ...]:
    """Every criterion with its definition, and how many clubs reach it."""
    if not clubs:
        return ()
    lines = []
    for place, one in enumerate(clubs[0].points):
        told = [club.points[place] for club in clubs if club.points[place].points is not None]
        lines.append(
            CriterionLine(
                criterion_label(one.code),
                sum(point.points == FULL for point in told),
                len(told),
                limits_words(one),
                criterion_definition(one.code),
            )
        )
    return tuple(lines)


def points_head(data: Supervision) -> str:
    """The points of all clubs in a sentence."""
    if not data.points:
        return translate("window", "No club has told anything yet.")
    words = translate(
        "window",
        "Clubs {count}: from {least} to {most} points. Each criterion gives 0 to 3; open a club "
        "for what each was judged by.",
    )
    sums = [club.sum for club in data.points]
    return words.format(count=len(sums), least=min(sums), most=max(sums))


def odd_lines(data: Supervision) -> tuple[OddLine, ...]:
    """A line a doubt, clubs with the most first."""
    return tuple(
        OddLine(club.club, club.uuid, club.area, odd_words(figure))
        for club in data.oddities
        for figure in club.figures
    )


def odd_words(figure: OddFigure) -> str:
    """What was seen, and in which months."""
    seen = capital(oddity_label(figure.code).format(count=figure.value))
    return f"{seen}: {months_words(figure.months)}" if figure.months else seen


def months_words(months: Sequence[Month]) -> str:
    """``01–03/2026, 05/2026``: runs of months as from–to."""
    if not months:
        return ""
    runs: list[list[Month]] = [[months[0]]]
    for before, now in pairwise(months):
        if before.plus(1) == now and before.year == now.year:
            runs[-1].append(now)
        else:
            runs.append([now])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[Month]) -> str:
    last = f"{run[-1].number:02d}/{run[-1].year}"
    return last if len(run) == 1 else f"{run[0].number:02d}–{last}"


def odd_head(data: Supervision) -> str:
    if not data.oddities:
        return translate("window", "Nothing odd was seen in the last 12 months.")
    words = translate(
        "window",
        "Clubs to ask {clubs}. Odd figures are questions, not reproaches: ask the club, look at "
        "its paper book.",
    )
    return words.format(clubs=len(data.oddities))


def coverage_words(found: Coverage) -> str:
    """Coverage against the target, or what is missing to say it."""
    names = "; ".join(area_words(path).split(", ")[0] for path in found.covered) or "–"
    if not found.units:
        words = translate(
            "window",
            "Areas with a club {count} ({names}). Say in the settings how many there are, then "
            "coverage is counted against the target.",
        )
        return words.format(count=len(found.covered), names=names)
    words = (
        translate(
            "window",
            "By {level}: {covered} of {units} have a club ({share}); the target {target} is "
            "reached. {names}",
        )
        if found.reached
        else translate(
            "window",
            "By {level}: {covered} of {units} have a club ({share}); the target is {target}. "
            "{names}",
        )
    )
    told = words.format(
        level=level_label(found.level),
        covered=len(found.covered),
        units=found.units,
        share=format_bp(found.share_bp),
        target=format_bp(found.target_bp),
        names=names,
    )
    return " ".join(filter(None, (told, _missing(found), found.decision)))


def _missing(found: Coverage) -> str:
    """The units without a club by name, while they are few enough to be read."""
    if not 0 < len(found.missing) <= _NAMED:
        return ""
    names = "; ".join(area_words(path).split(", ")[0] for path in found.missing)
    return translate("window", "Without a club: {names}.").format(names=names)


def sources_words(found: Sources) -> str:
    """The means of twelve months in a sentence."""
    words = translate("window", "From {first} to {last}: {total} đồng in all.").format(
        first=_short(found.first), last=_short(found.last), total=format_dong(found.total)
    )
    if not found.untold:
        return words
    more = translate("window", "The program of these clubs does not tell: {clubs}.")
    return f"{words} {more.format(clubs=', '.join(found.untold))}"


def source_name(line: SourceLine) -> str:
    return source_label(line.source)


def share_words(line: SourceLine, total: int) -> str:
    return format_bp(ratio_bp(line.amount, total))


def growth_name(line: Growth) -> str:
    return growth_label(line.name)


def change_words(line: Growth) -> str:
    """More or less than a year before, with a sign."""
    if line.change_bp is None:
        return "–"
    sign = "+" if line.change_bp > 0 else "−" if line.change_bp < 0 else ""
    return f"{sign}{format_bp(abs(line.change_bp))}"


def growth_words(data: Supervision) -> str:
    """Which clubs the comparison is of."""
    words = translate("window", "Of the {clubs} clubs that told of both months.")
    return words.format(clubs=data.growth.clubs)


def _short(month: Month) -> str:
    return f"{month.number:02d}/{month.year}"
