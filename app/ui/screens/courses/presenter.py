"""Courses and exchange visits: what was held, who came, who never did. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import translate
from app.domain.courses import KINDS, CameClub, ClubCourses, Course
from app.domain.periods import format_day
from app.domain.union_labels import course_label
from app.services import club_months, courses
from app.services.club_months import ClubPlace
from app.services.union_papers import UnionPaper
from app.ui.ports import Services


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the fields of a course say."""

    kind: str
    title: str
    on: date | None
    last_on: date | None
    place: str
    content: str


@dataclass(frozen=True, slots=True)
class CameLine:
    """A club beside a course: how many came, who."""

    club: str
    uuid: str
    area: str
    came: int
    who: str


class CoursesPresenter:
    """Asks and writes courses of one year at a time."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def years(self) -> tuple[int, ...]:
        """The years with a course and this one, the newest first."""
        held = {course.on.year for course in self._services.ask(courses.courses)}
        return tuple(sorted(held | {clock.today().year}, reverse=True))

    def held(self, year: int) -> tuple[Course, ...]:
        """The courses of a year, the newest first."""
        return self._services.ask(courses.courses, first=date(year, 1, 1), last=date(year, 12, 31))

    def parts(self, year: int) -> tuple[ClubCourses, ...]:
        """What each club had of a year, those that never came first."""
        made = self._services.ask(courses.report, first=date(year, 1, 1), last=date(year, 12, 31))
        return made.clubs

    def write(self, wanted: Wanted, course: Course | None) -> Course:
        """Write a course down, or anew; raises InvalidError with the field's name."""
        if not wanted.title.strip():
            raise InvalidError([Problem("union.course_title", field="title")])
        if wanted.on is None:
            raise InvalidError([Problem("day.missing", field="on")])
        values = {
            "kind": wanted.kind,
            "title": wanted.title,
            "on": wanted.on,
            "last_on": wanted.last_on,
            "place": wanted.place,
            "content": wanted.content,
        }
        try:
            if course is None:
                return self._services.do(courses.hold, **values)
            return self._services.do(courses.change, code=course.id, **values)
        except AppError as error:
            if error.code != "union.course_days":
                raise
            raise InvalidError([Problem(error.code, error.params, "last_on")]) from error

    def came(self, code: str) -> tuple[CameLine, ...]:
        """Every club beside a course, those that came first."""
        told = {one.uuid: one for one in self._services.ask(courses.course, code=code).clubs}
        clubs = self._services.ask(club_months.clubs)
        lines = [_line(club, told) for club in clubs]
        return tuple(sorted(lines, key=lambda line: not line.came))

    def write_came(self, code: str, line: CameLine, count: str, who: str) -> None:
        """How many of a club came, and who; nothing typed is nobody. Raises InvalidError."""
        digits = count.strip() or "0"
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
            raise InvalidError([Problem("number.unreadable", field="count")])
        self._services.do(courses.came, code=code, club=line.uuid, count=int(digits), who=who)

    def paper(self, year: int) -> UnionPaper:
        """All of a year on paper."""
        return UnionPaper("courses", first=date(year, 1, 1), last=date(year, 12, 31))


def _line(club: ClubPlace, told: dict[str, CameClub]) -> CameLine:
    one = told.get(club.uuid)
    return CameLine(club.name, club.uuid, club.area, one.came if one else 0, one.who if one else "")


def kinds() -> list[tuple[str, str]]:
    return [(kind, course_label(kind)) for kind in KINDS]


def days_words(course: Course) -> str:
    """The day, or the first and the last one."""
    first = format_day(course.on)
    return f"{first} – {format_day(course.last_on)}" if course.last_on else first


def clubs_words(course: Course) -> str:
    """How many clubs and people came."""
    words = translate("window", "clubs {clubs}, people {people}")
    return words.format(clubs=len(course.clubs), people=course.came)


def part_words(line: ClubCourses) -> str:
    """How often a club came in the year."""
    if not line.trainings + line.exchanges:
        return translate("window", "! never")
    words = translate("window", "courses {trainings}, exchange visits {exchanges}")
    return words.format(trainings=line.trainings, exchanges=line.exchanges)


def year_words(held: tuple[Course, ...], parts: tuple[ClubCourses, ...]) -> str:
    """The year in one sentence."""
    never = sum(not line.trainings + line.exchanges for line in parts)
    words = translate(
        "window",
        "Courses and exchange visits {count}, people {people}; clubs that never came {never}",
    )
    return words.format(count=len(held), people=sum(one.came for one in held), never=never)
