"""``soclb union course``, ``came``, ``courses``, ``course-paper``: training and exchange visits."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.base.text import translate
from app.cli import register_words, reports, union_clubs, values
from app.cli.output import say, say_json
from app.cli.parser import Commands, Parser
from app.domain.courses import KINDS

if TYPE_CHECKING:
    from app.domain.courses import Course


def add(commands: Commands) -> None:
    hold = commands.add(
        "course", translate("cli", "write down a course or an exchange visit"), run=_hold
    )
    register_words.register(hold)
    hold.given("KIND", translate("cli", "training or exchange"), choices=KINDS)
    hold.given("TITLE", translate("cli", "what it was about"))
    _day(hold, "--on", translate("cli", "its day, or its first"), "first", required=True)
    _day(hold, "--until", translate("cli", "its last day"), "last", required=False)
    hold.option("--place", translate("cli", "where"), default="", metavar="TEXT")
    hold.option("--content", translate("cli", "what was done"), default="", metavar="TEXT")
    came = commands.add("came", translate("cli", "how many of a club came"), run=_came)
    register_words.register(came)
    came.given("COURSE", translate("cli", "as courses names it"))
    union_clubs.club(came)
    came.given("N", translate("cli", "how many people"), type=values.number)
    came.option(
        "--who", translate("cli", "names, only where they are needed"), default="", metavar="TEXT"
    )
    listed = commands.add("courses", translate("cli", "all courses and visits"), run=_courses)
    register_words.register(listed)
    listed.option("--json", translate("cli", "say it as JSON"), action="store_true")
    _add_paper(commands)


def _add_paper(commands: Commands) -> None:
    paper = commands.add(
        "course-paper",
        translate("cli", "the courses of a period, and each club's part"),
        run=_paper,
    )
    register_words.register(paper)
    _day(paper, "--from", translate("cli", "first day of the period"), "first", required=True)
    _day(paper, "--to", translate("cli", "last day of the period"), "last", required=True)
    paper.option("--area", translate("cli", "only clubs of this area"), metavar="PATH")
    paper.option(
        "--out",
        translate("cli", "the file to make: .pdf, .xlsx, .json; - prints"),
        required=True,
        metavar="FILE",
        type=values.path,
    )
    paper.option(
        "--format",
        translate("cli", "the format, where the name has no ending"),
        choices=reports.FORMATS,
    )


def _day(command: Parser, name: str, text: str, dest: str, *, required: bool) -> None:
    command.option(name, text, dest=dest, required=required, metavar="DAY", type=values.day)


def _hold(chosen: Namespace) -> int:
    from app.services import courses, register

    with register.opened(chosen.register) as database, database.begin() as uow:
        made = courses.hold(
            uow, kind=chosen.kind, title=chosen.title, on=chosen.first, last_on=chosen.last,
            place=chosen.place, content=chosen.content,
        )  # fmt: skip
    say(_words(made))
    return 0


def _came(chosen: Namespace) -> int:
    from app.services import courses, register

    with register.opened(chosen.register) as database, database.begin() as uow:
        made = courses.came(
            uow, code=chosen.course, club=chosen.club, count=chosen.n, who=chosen.who
        )
    say(_words(made))
    return 0


def _courses(chosen: Namespace) -> int:
    from dataclasses import asdict

    from app.services import courses, register
    from app.services.figures import plain

    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        found = courses.courses(uow)
    if chosen.json:
        say_json([plain(asdict(one)) | {"came": one.came} for one in found])
    else:
        say(*map(_words, found))
    return 0


def _words(course: Course) -> str:
    from app.domain.union_labels import course_label

    said = translate("cli", "{course}: {day}, {kind}: {title}; clubs {clubs}, people {came}")
    return said.format(
        course=course.id,
        day=course.on,
        kind=course_label(course.kind),
        title=course.title,
        clubs=len(course.clubs),
        came=course.came,
    )


def _paper(chosen: Namespace) -> int:
    from app.base.files import refuse_existing
    from app.services import courses, register

    ending = reports.ending_of(chosen)
    if chosen.out != reports.STDOUT:
        refuse_existing(chosen.out)
    with register.opened(chosen.register, read_only=True) as database, database.read() as uow:
        content = courses.content(
            uow, first=chosen.first, last=chosen.last, area=chosen.area, ending=ending
        )
    reports.put(content, chosen.out)
    return 0
