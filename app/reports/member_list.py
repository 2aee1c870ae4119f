"""The list of members on a day, and the sheet on which they agree to it being kept."""

from __future__ import annotations

from app.base.text import translate
from app.domain.consent import SHEET
from app.domain.labels import poverty_label, role_label, sex_label
from app.domain.members import Member
from app.domain.paper_shapes import MemberList
from app.domain.periods import format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
)
from app.reports.signing import minutes_signers


@in_paper_language
def build(data: MemberList, paper: PaperOptions) -> doc.Doc:
    """Everybody who belongs to the club that day, by Vietnamese order of names."""
    day = paper.day(data.on)
    title = translate("paper", "List of members")
    centre = doc.Align.CENTRE
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Code"), 8, centre),
        doc.Column(translate("paper", "Full name"), 28),
        doc.Column(translate("paper", "Born"), 8, centre),
        doc.Column(translate("paper", "Sex"), 7, centre),
        doc.Column(translate("paper", "Hamlet"), 14),
        doc.Column(translate("paper", "Household"), 11, centre),
        doc.Column(translate("paper", "Post"), 13),
        doc.Column(translate("paper", "Joined on"), 13, centre),
        doc.Column(translate("paper", "Phone"), 15, centre),
        doc.Column(translate("paper", "Note"), 16),
    )
    rows = tuple(_row(number, member) for number, member in enumerate(data.members, 1))
    count = translate(
        "paper",
        "{members} members, {women} of them women, {older} aged 60 and older, {poor} of poor and "
        "{near_poor} of near-poor households.",
    ).format(
        members=len(data.members),
        women=data.women,
        older=data.older_60,
        poor=data.poor,
        near_poor=data.near_poor,
    )
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), translate("paper", "as of {day}").format(day=day)),
        doc.Table(columns, rows),
        doc.Para(count),
        *_left(data),
        minutes_signers(data.board),
    ]
    return assemble(title, day, data.club, paper, blocks, landscape=True)


def _left(data: MemberList) -> list[doc.Block]:
    if not data.left:
        return []
    centre = doc.Align.CENTRE
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Code"), 8, centre),
        doc.Column(translate("paper", "Full name"), 28),
        doc.Column(translate("paper", "Born"), 8, centre),
        doc.Column(translate("paper", "Joined on"), 13, centre),
        doc.Column(translate("paper", "Left on"), 13, centre),
        doc.Column(translate("paper", "Why"), 40),
    )
    rows = tuple(
        doc.Row(
            (
                str(number),
                member.code,
                member.full_name,
                member.birth_year,
                format_day(member.joined_on),
                format_day(member.left_on) if member.left_on else "",
                "",
            )
        )
        for number, member in enumerate(data.left, 1)
    )
    heading = translate("paper", "Left the club in {year}").format(year=data.on.year)
    return [doc.Heading(heading), doc.Table(columns, rows, room=8)]


def _row(number: int, member: Member) -> doc.Row:
    return doc.Row(
        (
            str(number),
            member.code,
            member.full_name,
            member.birth_year,
            sex_label(member.sex),
            member.hamlet,
            poverty_label(member.poverty),
            role_label(member.role) if member.role != "member" else "",
            format_day(member.joined_on),
            member.phone,
            "",
        )
    )


@in_paper_language
def consent(data: MemberList, paper: PaperOptions) -> doc.Doc:
    """What is kept of a member, for what, and her own yes or no (Law 91/2025/QH15)."""
    day = paper.day(data.on)
    title = translate("paper", "Consent to keeping personal data")
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Full name"), 32),
        doc.Column(translate("paper", "Born"), 9, doc.Align.CENTRE),
        doc.Column(translate("paper", "1. Agrees"), 11),
        doc.Column(translate("paper", "2. Agrees"), 11),
        doc.Column(translate("paper", "Day"), 14),
        doc.Column(translate("paper", "Signature or thumb print"), 20),
    )
    rows = tuple(
        doc.Row((str(number), member.full_name, member.birth_year, "", "", "", ""))
        for number, member in enumerate(data.members, 1)
    )
    blocks: list[doc.Block] = [
        letterhead(data.club, paper),
        doc.Title(title.upper(), translate("paper", "sheet {sheet}").format(sheet=SHEET)),
        *(doc.Para(text) for text in _statements()),
        doc.Table(columns, rows, room=11),
        minutes_signers(data.board),
    ]
    return assemble(title, day, data.club, paper, blocks)


def _statements() -> tuple[str, ...]:
    return (
        translate(
            "paper",
            "1. The club keeps my name, year of birth, sex, hamlet, telephone number, household "
            "situation, attendance, savings and loans, to run the club and to report to the body "
            "above it. Reports carry counts and sums; my name goes to the body above only where "
            "it supervises loans.",
        ),
        translate(
            "paper",
            "2. The club's paper books may say what volunteers know of my health when they help "
            "me. These notes stay in the paper book.",
        ),
        translate(
            "paper",
            "I write yes or no behind each. I may see and correct what is kept of me, and take my "
            "consent back at any time by telling the board.",
        ),
    )
