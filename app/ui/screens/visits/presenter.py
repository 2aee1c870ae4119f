"""Visits: drawn or chosen, written down point by point, what is to mend. Free of Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.domain.union_labels import check_label
from app.domain.visits import ENTRY, Finding, Point, Visit
from app.services import club_card, union_scope, visits
from app.services.union_papers import UnionPaper
from app.ui.ports import Services
from app.ui.wording import month_words

MOST_CLUBS, MOST_ENTRIES = 200, 60
USUAL_CLUBS, USUAL_ENTRIES = 3, 10


class VisitsPresenter:
    """Asks and writes; a draw is repeated by its number from the same register."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def visits(self) -> tuple[Visit, ...]:
        """All visits, the newest first."""
        return self._services.ask(visits.visits)

    def findings(self, *, open_only: bool) -> tuple[Finding, ...]:
        """What is to mend, what is due first standing first."""
        return self._services.ask(visits.findings, open_only=open_only)

    def areas(self) -> tuple[str, ...]:
        return self._services.ask(union_scope.scope).areas

    def seed(self) -> str:
        """A number to draw with, when nobody thinks of another: the day's."""
        return clock.today().strftime("%d%m%Y")

    def preview(self, clubs: str, seed: str, area: str) -> tuple[str, ...]:
        """The clubs these words would draw; raises InvalidError, AppError."""
        number = _number(clubs, "clubs", MOST_CLUBS)
        return self._services.ask(visits.sample, clubs=number, seed=_seed(seed), area=area or None)

    def draw(
        self, clubs: str, entries: str, seed: str, on: date | None, area: str
    ) -> tuple[Visit, ...]:
        """Plan visits to a sample; raises InvalidError with the field's name, AppError."""
        values = {
            "clubs": _number(clubs, "clubs", MOST_CLUBS),
            "entries": _number(entries, "entries", MOST_ENTRIES, least=0),
            "seed": _seed(seed),
            "on": _day(on, "on"),
            "area": area or None,
        }
        return self._services.do(visits.draw, **values)

    def plan(self, club: str, entries: str, seed: str, on: date | None) -> Visit:
        """Plan a visit to one club; raises as ``draw``."""
        return self._services.do(
            visits.plan,
            club=club,
            entries=_number(entries, "entries", MOST_ENTRIES, least=0),
            seed=_seed(seed),
            on=_day(on, "on"),
        )

    def club_name(self, club: str) -> str:
        return self._services.ask(club_card.card, club=club).name

    def visit(self, code: str) -> Visit:
        return self._services.ask(visits.visit, code=code)

    def mend(self, finding: Finding, outcome: str, on: date | None) -> None:
        """A finding is dealt with; raises InvalidError without a word of how, or a day."""
        if not outcome.strip():
            raise InvalidError([Problem("union.outcome_missing", field="outcome")])
        self._services.do(visits.mend, finding=finding.id, outcome=outcome, on=_day(on, "on"))


class VisitPresenter:
    """One visit as it is written down; every field is stored as it is left."""

    def __init__(self, services: Services, code: str) -> None:
        self._services, self.code = services, code
        self.read_only = services.read_only

    def visit(self) -> Visit:
        return self._services.ask(visits.visit, code=self.code)

    def told_cash(self) -> tuple[int, str] | None:
        """What the club's last month told of its cash, and of which month."""
        seen = self.visit()
        months = self._services.ask(club_card.card, club=seen.key[1]).months
        told = next((facts for facts in months if facts.month == seen.month), None)
        return (told.cash, month_words(told.month)) if told else None

    def answer(self, point: Point, *, good: bool | None, note: str) -> None:
        """What was seen at one point."""
        self._services.do(visits.answer, code=self.code, number=point.number, good=good, note=note)

    def write(self, name: str, value: str | int | None) -> None:
        """Store one of the visit's fields, if it is another now."""
        text = value.strip() if isinstance(value, str) else value
        if getattr(self.visit(), name) != text:
            self._services.do(visits.write, code=self.code, values={name: text})

    def find(self, text: str, who: str, due: date | None) -> Finding:
        """Note what is to mend; raises InvalidError with the field's name."""
        missing = [name for name, words in (("text", text), ("who", who)) if not words.strip()]
        if missing:
            raise InvalidError([Problem("union.finding_incomplete", field=n) for n in missing])
        return self._services.do(
            visits.find, code=self.code, text=text, who=who, due=_day(due, "due")
        )

    def close(self) -> None:
        """The minutes are signed."""
        self._services.do(visits.close, code=self.code)

    def paper(self, kind: str) -> UnionPaper:
        """``checklist`` or ``minutes``."""
        return UnionPaper(f"visit-{kind}", visit=self.code)


def _number(text: str, field: str, most: int, *, least: int = 1) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
        raise InvalidError([Problem("number.unreadable", field=field)])
    number = int(digits)
    if not least <= number <= most:
        params = {"least": least, "most": most}
        raise InvalidError([Problem("union.number_range", params, field)])
    return number


def _seed(text: str) -> str:
    if not text.strip():
        raise InvalidError([Problem("union.seed_missing", field="seed")])
    return text.strip()


def _day(day: date | None, field: str) -> date:
    if day is None:
        raise InvalidError([Problem("day.missing", field=field)])
    return day


def state_words(visit: Visit) -> str:
    """How far a visit is."""
    seen = sum(point.good is not None for point in visit.points)
    if visit.closed:
        return translate("window", "✓ minutes signed")
    if not seen:
        return translate("window", "• planned")
    return translate("window", "• looked at {seen} of {count}").format(
        seen=seen, count=len(visit.points)
    )


def state_tone(visit: Visit) -> str:
    return "good" if visit.closed else "watch" if visit.on < clock.today() else ""


def wrong_words(visit: Visit) -> str:
    """How many points were wrong, and how many findings there are."""
    wrong = sum(point.good is False for point in visit.points)
    words = translate("window", "wrong {wrong}, to mend {findings}")
    return words.format(wrong=wrong, findings=len(visit.findings))


def finding_state(found: Finding) -> str:
    """Open, mended or overdue."""
    if found.done_on is not None:
        words = translate("window", "✓ mended {day}: {outcome}")
        return words.format(day=format_day(found.done_on), outcome=found.outcome or "–")
    if found.overdue(clock.today()):
        days = (clock.today() - found.due).days
        return translate("window", "✗ overdue by {days} days").format(days=days)
    return translate("window", "• open")


def finding_tone(found: Finding) -> str:
    if found.done_on is not None:
        return "good"
    return "late" if found.overdue(clock.today()) else "watch"


def due_words(found: Finding) -> str:
    return format_day(found.due)


def findings_words(found: tuple[Finding, ...]) -> str:
    """How many findings are open, and how many of them overdue."""
    overdue = sum(one.overdue(clock.today()) for one in found)
    still = sum(one.done_on is None for one in found)
    if not still:
        return translate("window", "Nothing is open.")
    words = translate("window", "Open: {open}, of them overdue: {overdue}")
    return words.format(open=still, overdue=overdue)


def point_words(point: Point) -> str:
    """What is looked at."""
    return check_label(point.kind).format(number=point.subject)


def seen_words(point: Point) -> str:
    """What was seen at a point, with its sign."""
    if point.good is None:
        return translate("window", "· not yet")
    return translate("window", "✓ good") if point.good else translate("window", "✗ wrong")


def seen_tone(point: Point) -> str:
    return {None: "soft", True: "good", False: "late"}[point.good]


def head_facts(visit: Visit) -> list[tuple[str, str]]:
    """When, where and how it was drawn."""
    entries = ", ".join(point.subject for point in visit.points if point.kind == ENTRY) or "–"
    drawn = translate("window", "number {seed}, from the figures up to {month}; entries no. {list}")
    return [
        (translate("window", "Day of the visit"), format_day(visit.on)),
        (translate("window", "Area"), ", ".join(reversed(visit.area.split("/"))) or "–"),
        (
            translate("window", "Drawn with"),
            drawn.format(seed=visit.seed, month=month_words(visit.month), list=entries),
        ),
    ]


def cash_words(visit: Visit) -> str:
    """Box against book."""
    difference = visit.cash_difference
    if difference is None:
        return ""
    if not difference:
        return translate("window", "Box and book agree.")
    words = (
        translate("window", "{amount} đồng more in the box than in the book.")
        if difference > 0
        else translate("window", "{amount} đồng less in the box than in the book.")
    )
    return words.format(amount=format_dong(abs(difference)))


def missing_to_close(visit: Visit) -> str:
    """What is not written down yet; empty when the minutes can be signed as they are."""
    checks: tuple[tuple[Callable[[Visit], bool], str], ...] = (
        (
            lambda v: all(point.good is not None for point in v.points),
            translate("window", "not every point was looked at"),
        ),
        (lambda v: v.counted_cash is not None, translate("window", "the box was not counted")),
        (lambda v: bool(v.visitors), translate("window", "it is not said who visited")),
        (lambda v: bool(v.met), translate("window", "it is not said who was met there")),
        (lambda v: bool(v.conclusion), translate("window", "there is no conclusion")),
    )
    return "; ".join(words for done, words in checks if not done(visit))
