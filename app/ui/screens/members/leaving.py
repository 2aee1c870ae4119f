"""A member leaves: how she stands that day, and the account settled or left open. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.members import Member
from app.domain.money import format_dong
from app.domain.succession import Settlement
from app.services import members, settlement
from app.services.club_papers import Settled
from app.services.printing import PaperRequest
from app.ui.ports import Services


@dataclass(frozen=True, slots=True)
class LeavingForm:
    """What the dialog holds; ``settled``: whether the account is settled at once."""

    on: date | None
    reason: str
    paid_to: str
    settled: bool


class LeavingPresenter:
    """Asks how a member stands, and records that she leaves or is settled with."""

    def __init__(self, services: Services, member: Member) -> None:
        self._services = services
        self.member = member

    def standing(self, on: date) -> Settlement:
        """What she has and owes on a day; changes nothing."""
        return self._services.ask(settlement.settlement, member=self.member.code, on=on)

    def must_settle(self) -> bool:
        """Whether the last day is known already, so that only the account is left to do."""
        return self.member.left_on is not None

    def leave(self, form: LeavingForm) -> PaperRequest | None:
        """Record the leaving; the paper of the settlement, where there is one. Raises AppError."""
        if form.on is None:
            raise InvalidError([Problem("day.missing", field="left_on")])
        if not form.settled:
            self._services.do(members.leave, code=self.member.code, on=form.on)
            return None
        if not form.reason.strip():
            raise InvalidError([Problem("settlement.reason_missing", field="reason")])
        found = self._services.do(
            settlement.settle,
            member=self.member.code,
            on=form.on,
            reason=form.reason,
            paid_to=form.paid_to.strip(),
        )
        return PaperRequest(
            "settlement",
            last=form.on,
            member=self.member.code,
            made=Settled(found, form.reason.strip(), form.paid_to.strip()),
        )


def outcome_words(found: Settlement) -> str:
    """What the settlement comes to, in a sentence."""
    if found.still_owed:
        words = translate(
            "window",
            "The savings do not cover everything: {amount} đồng stay owed, to be repaid as agreed "
            "or by the guarantor.",
        )
        return words.format(amount=format_dong(found.still_owed))
    if found.paid_out:
        words = translate("window", "{name} is given {amount} đồng in cash.")
        return words.format(name=found.name, amount=format_dong(found.paid_out))
    return translate("window", "Nothing is paid out, and nothing stays owed.")


def fee_words(found: Settlement) -> str:
    """What is said about fees that are behind; nothing where none are."""
    if not found.fee:
        return ""
    words = translate("window", "Fees of {amount} đồng are behind; they are not taken out here.")
    return words.format(amount=format_dong(found.fee))
