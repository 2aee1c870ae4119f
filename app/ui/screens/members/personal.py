"""A member's family, consent and requests about her data, as the window shows them. Free of Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from app.base import clock
from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.consent import PURPOSES, SHEET, Consent, DataRequest
from app.domain.family import Relative
from app.domain.members import Member
from app.domain.periods import format_day
from app.services import consent, data_requests, family, members
from app.services.printing import PaperRequest
from app.ui.ports import Services


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A member and what she agreed to now; ``found`` is None where she never signed."""

    member: Member
    found: Consent | None


class PersonalPresenter:
    """One member's family, consent and requests."""

    def __init__(self, services: Services, member: Member) -> None:
        self._services, self.member = services, member

    @property
    def read_only(self) -> bool:
        return self._services.read_only

    def family(self) -> tuple[Relative, ...]:
        return self._services.ask(family.relatives, member=self.member.code)

    def keep_family(self, people: Sequence[Relative]) -> None:
        """Write the family down as it is now; raises InvalidError."""
        self._services.do(family.keep, member=self.member.code, family=people)

    def words(self) -> str:
        """Family and consent in one line, for the member's card."""
        found = [relative_words(person) for person in self.family()]
        return " · ".join([*found, consent_words(self.now())])

    def now(self) -> Consent | None:
        return self._services.ask(consent.standing).get(self.member.code)

    def history(self) -> tuple[Consent, ...]:
        """What she signed and took back, the newest first."""
        return tuple(reversed(self._services.ask(consent.history, member=self.member.code)))

    def requests(self) -> tuple[DataRequest, ...]:
        """What she asked for, the newest first."""
        found = self._services.ask(data_requests.requests, member=self.member.code)
        return tuple(reversed(found))

    def ask(self, on: date | None, kind: str, words: str) -> None:
        """Write down what she asks for; raises InvalidError."""
        if on is None:
            raise InvalidError([Problem("day.missing", field="on")])
        self._services.do(data_requests.ask, member=self.member.code, on=on, kind=kind, words=words)

    def answered(self, request: DataRequest) -> None:
        """She was told today that it came in; raises AppError."""
        self._services.do(data_requests.answer, request=request.id, on=clock.today())

    def longer(self, request: DataRequest) -> None:
        """It needs fifteen days more; raises AppError the second time."""
        self._services.do(data_requests.extend, request=request.id)

    def done(self, request: DataRequest, outcome: str) -> None:
        """It is done today; raises AppError."""
        by = self._services.ask(members.signers, on=clock.today())["secretary"]
        self._services.do(
            data_requests.finish, request=request.id, on=clock.today(), outcome=outcome, by=by
        )

    def papers(self) -> list[PaperRequest]:
        """Everything the book keeps of her, on paper."""
        code = self.member.code
        return [
            PaperRequest("member-list", member=code, last=clock.today()),
            PaperRequest("member-statement", member=code),
        ]


class ConsentsPresenter:
    """Everybody's consent, and many who signed one sheet."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def lines(self) -> tuple[ConsentLine, ...]:
        """Today's members by name, each with what she agreed to."""
        standing = self._services.ask(consent.standing)
        here = self._services.ask(members.members, on=clock.today())
        return tuple(ConsentLine(member, standing.get(member.code)) for member in here)

    def missing_words(self) -> str:
        """How many have not signed."""
        count = len(self._services.ask(consent.missing, on=clock.today()))
        if not count:
            return translate("window", "Everybody has signed.")
        return translate("window", "Not signed yet: {count}.").format(count=count)

    def signed(
        self, people: Collection[str], on: date | None, purposes: Collection[str], kept_at: str
    ) -> None:
        """Record who signed the sheet; raises InvalidError."""
        if on is None:
            raise InvalidError([Problem("day.missing", field="on")])
        by = self._services.ask(members.signers, on=clock.today())["secretary"]
        self._services.do(
            consent.record, people=people, on=on, purposes=purposes, kept_at=kept_at, by=by
        )

    def sheet(self) -> PaperRequest:
        """The sheet that members sign."""
        return PaperRequest("consent", last=clock.today())


def relative_words(person: Relative) -> str:
    """A relative in a few words, and whether she comes in the member's place."""
    acts = translate("window", "may act for the member") if person.acts else ""
    about = ", ".join(filter(None, (person.relation, person.phone, acts)))
    return f"{person.full_name} ({about})" if about else person.full_name


def consent_words(found: Consent | None) -> str:
    """What a member agreed to now, with its sign."""
    if found is None:
        return translate("window", "! consent not signed yet")
    day = format_day(found.on)
    if not found.purposes:
        return translate("window", "! consent taken back {day}").format(day=day)
    numbers = ", ".join(str(PURPOSES.index(code) + 1) for code in found.purposes)
    words = translate("window", "✓ agreed to {numbers} on {day}")
    return words.format(numbers=numbers, day=day)


def consent_tone(found: Consent | None) -> str:
    """good, or watch where she has not agreed."""
    return "good" if found is not None and PURPOSES[0] in found.purposes else "watch"


def purpose_label(code: str) -> str:
    """A numbered statement of the sheet, shortly."""
    return {
        "club": translate("window", "1. To be in the club's book and reports"),
        "health": translate("window", "2. Health notes in the paper books"),
    }[code]


def request_label(code: str) -> str:
    """What a member may ask for."""
    return {
        "see": translate("window", "See what is kept of her"),
        "correct": translate("window", "Put something right"),
        "withdraw": translate("window", "Take consent back"),
        "restrict": translate("window", "Use less of it"),
        "object": translate("window", "Object to a use"),
        "delete": translate("window", "Delete something"),
        "complain": translate("window", "Complain"),
    }[code]


def state_words(request: DataRequest) -> str:
    """What is due next and when, or what was done."""
    if request.done_on is not None:
        words = translate("window", "✓ done {day}: {outcome}")
        return words.format(day=format_day(request.done_on), outcome=request.outcome)
    if request.answered_on is None:
        return translate("window", "answer her by {day}").format(day=_due(request.answer_due))
    return translate("window", "to be done by {day}").format(day=_due(request.done_due))


def state_tone(request: DataRequest) -> str:
    """late once its day has passed."""
    if request.next_due is None:
        return "good"
    return "late" if request.next_due < clock.today() else "watch"


def sheet_words() -> str:
    """Which printed sheet is signed now."""
    return translate("window", "Sheet {sheet}").format(sheet=SHEET)


def _due(day: date) -> str:
    late = translate("window", "(overdue)") if day < clock.today() else ""
    return f"{format_day(day)} {late}".strip()
