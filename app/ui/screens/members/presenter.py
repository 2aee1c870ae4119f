"""The people of the club: listed, looked up, joined, changed. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.fund import KINDS
from app.domain.member_statement import MemberStatement
from app.domain.members import BOARD_ROLES, Member, age_on, count_members
from app.services import members, people
from app.ui.ports import Services


@dataclass(frozen=True, slots=True)
class MemberForm:
    """What the dialog holds; ``joined_on`` is already a day, or None where none was typed."""

    full_name: str
    sex: str
    birth: str
    joined_on: date | None
    hamlet: str
    phone: str
    poverty: str
    role: str


@dataclass(frozen=True, slots=True)
class PassbookLine:
    """A line of a passbook, and what she had saved and owed after it, in đồng."""

    on: date
    kind: str
    loan: str
    amount: int
    savings: int
    owed: int
    memo: str = ""


class MembersPresenter:
    """Asks and changes members; knows nothing of widgets."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def listed(self, *, with_left: bool) -> tuple[Member, ...]:
        """Today's members by name; or everybody the book ever knew."""
        on = None if with_left else clock.today()
        return self._services.ask(members.members, on=on)

    def counts_words(self) -> str:
        """How many there are, how many women, how many 60 or older."""
        counts = count_members(list(self.listed(with_left=False)), clock.today())
        words = translate(
            "window", "{members} members · {women} women · {older} aged 60 or more · poor: {poor}"
        )
        return words.format(
            members=counts.members, women=counts.women, older=counts.older_60, poor=counts.poor
        )

    def passbook(self, member: Member) -> MemberStatement:
        """What the member saved, borrowed and paid, over the whole book."""
        return self._services.ask(people.member_statement, member=member.code)

    def roles(self, member: Member | None) -> tuple[str, ...]:
        """What may be chosen for somebody: an office only while nobody holds it.

        Who holds one hands it over with a new term (``board``), so that its days are kept.
        """
        if member is not None and member.role in BOARD_ROLES:
            return (member.role,)
        held = self._services.ask(members.board, on=clock.today())
        return ("member", *(role for role in BOARD_ROLES if role not in held))

    def join(self, form: MemberForm) -> str:
        """Add a member; returns the code. Raises InvalidError."""
        return self._services.do(members.join, member=_member(form, Member("", "", date.min)))

    def edit(self, before: Member, form: MemberForm) -> None:
        """Change a member; raises InvalidError."""
        self._services.do(members.edit, member=_member(form, before))


def _member(form: MemberForm, before: Member) -> Member:
    if form.joined_on is None:
        raise InvalidError([Problem("day.missing", field="joined_on")])
    return replace(
        before,
        full_name=form.full_name,
        sex=form.sex,
        birth=form.birth,
        joined_on=form.joined_on,
        hamlet=form.hamlet,
        phone=form.phone,
        poverty=form.poverty,
        role=form.role,
    )


def age_words(member: Member) -> str:
    """The age in years, or nothing."""
    age = age_on(member.birth, clock.today())
    return "" if age is None else str(age)


def passbook_lines(passbook: MemberStatement) -> tuple[PassbookLine, ...]:
    """The lines of a passbook over the whole book, each with what stood after it."""
    savings, owed, lines = 0, 0, []
    for line in passbook.lines:
        kind = KINDS[line.kind]
        savings += kind.savings * line.amount
        owed += kind.loans * line.amount
        after = (savings, owed, line.memo)
        lines.append(PassbookLine(line.on, line.kind, line.loan or "", line.amount, *after))
    return tuple(lines)
