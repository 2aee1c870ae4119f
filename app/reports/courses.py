"""Training courses and exchange visits of a period on paper: which clubs, how many came, who."""

from __future__ import annotations

from app.base.text import translate
from app.domain import union_labels
from app.domain.club import ClubHead
from app.domain.courses import CameClub, ClubCourses, Course, CourseReport
from app.domain.periods import format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
    signer,
)

_CENTRE, _RIGHT = doc.Align.CENTRE, doc.Align.RIGHT


@in_paper_language
def build(data: CourseReport, paper: PaperOptions) -> doc.Doc:
    """A part for each course, then what every club had of them, those that never came first."""
    union = ClubHead(data.union, practice=data.practice)
    title = translate("paper", "Training and exchange visits")
    period = paper.period(data.first, data.last)
    blocks: list[doc.Block] = [
        letterhead(union, paper, on=data.last),
        doc.Title(title.upper(), period[0].upper() + period[1:]),
        doc.Para(_summary(data)),
    ]
    for number, course in enumerate(reversed(data.courses), 1):
        blocks += _course(number, course)
    blocks += [
        doc.Heading(translate("paper", "What each club had of them")),
        doc.Table(_club_columns(), tuple(_club(n, one) for n, one in enumerate(data.clubs, 1))),
        doc.Signatures((signer(translate("paper", "Prepared by")),)),
    ]
    return assemble(title, period, union, paper, blocks)


def _summary(data: CourseReport) -> str:
    kinds = [course.kind for course in data.courses]
    return translate(
        "paper",
        "Training courses: {trainings}; exchange visits: {exchanges}; people who came: {came}. "
        "Clubs that came to none: {never} of {clubs}.",
    ).format(
        trainings=kinds.count("training"),
        exchanges=kinds.count("exchange"),
        came=sum(course.came for course in data.courses),
        never=len(data.never),
        clubs=len(data.clubs),
    )


def _course(number: int, course: Course) -> list[doc.Block]:
    days = format_day(course.on)
    if course.last_on:
        days = translate("paper", "{first} to {last}").format(
            first=days, last=format_day(course.last_on)
        )
    facts = [(translate("paper", "When"), days)]
    if course.place:
        facts.append((translate("paper", "Where"), course.place))
    if course.content:
        facts.append((translate("paper", "Content"), course.content))
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Club"), 52),
        doc.Column(translate("paper", "Area of the union"), 40),
        doc.Column(translate("paper", "Came"), 12, _RIGHT),
        doc.Column(translate("paper", "Who came"), 40),
    )
    rows = tuple(_came(place, one) for place, one in enumerate(course.clubs, 1))
    total = doc.Row(("", translate("paper", "Sum"), "", str(course.came), ""), strong=True)
    kind = union_labels.course_label(course.kind)
    return [
        doc.Heading(f"{number}. {kind}: {course.title}", room=30),
        doc.Facts(tuple(facts)),
        doc.Table(columns, rows, total),
    ]


def _came(number: int, club: CameClub) -> doc.Row:
    commune = club.area.rsplit("/", 1)[-1]
    return doc.Row((str(number), club.club, commune, str(club.came), club.who))


def _club_columns() -> tuple[doc.Column, ...]:
    return (
        serial_column(),
        doc.Column(translate("paper", "Club"), 52),
        doc.Column(translate("paper", "Area of the union"), 40),
        doc.Column(translate("paper", "Training courses"), 16, _CENTRE),
        doc.Column(translate("paper", "Exchange visits"), 16, _CENTRE),
        doc.Column(translate("paper", "People"), 12, _RIGHT),
    )


def _club(number: int, line: ClubCourses) -> doc.Row:
    commune = line.area.rsplit("/", 1)[-1]
    counts = (str(line.trainings), str(line.exchanges), str(line.came))
    return doc.Row((str(number), line.club, commune, *counts))
