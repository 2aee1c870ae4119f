"""How the window words what it shows: months, days, people, amounts. Free of Qt."""

from __future__ import annotations

from datetime import date

from app.base.text import translate, used_language
from app.domain.lending import LoanRequest
from app.domain.members import Member
from app.domain.periods import Month, format_day
from app.domain.words import amount_sentence, english_amount, english_month, month_in_words
from app.services.backups import Loss


def amount_words(amount: int) -> str:
    """An amount as it is read aloud, in the language of the window."""
    if used_language() == "vi":
        return amount_sentence(amount)
    return english_amount(amount)


def month_words(month: Month) -> str:
    """``tháng 11 năm 2026``, ``November 2026``."""
    if used_language() == "vi":
        return month_in_words(month.year, month.number)
    return english_month(month.year, month.number)


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def person(member: Member) -> str:
    """A name with what tells it from the same name: birth year and hamlet."""
    return " · ".join(part for part in (member.full_name, member.birth_year, member.hamlet) if part)


def request_end_words(request: LoanRequest, *, declined: bool) -> str:
    """What is decided when a request goes off the list without a loan."""
    words = (
        translate("window", "{name} gets no loan this time")
        if declined
        else translate("window", "{name} needs the loan no more")
    )
    return words.format(name=request.name)


def area_words(path: str) -> str:
    """``xã Sơn Cẩm, thành phố Thái Nguyên``: the smallest unit first, without the province where
    it goes without saying."""
    parts = path.split("/")
    return ", ".join(reversed(parts[1:] if len(parts) > 1 else parts))


def day_or_dash(day: date | None) -> str:
    return format_day(day) if day else "–"


def typed_rate(text: str) -> int | None:
    """A monthly rate as people type it, ``0,7`` or ``0.70 %``, in bp; None for anything else."""
    whole, _, part = text.strip().removesuffix("%").strip().replace(".", ",").partition(",")
    if not whole.isdecimal() or (part and not part.isdecimal()) or len(part) > 2 or len(whole) > 3:
        return None
    return int(whole) * 100 + int((part or "0").ljust(2, "0"))


def loss_words(loss: Loss) -> str:
    """What would be gone, for the question before it."""
    until = translate("window", "The copy goes up to {day}.").format(
        day=format_day(loss.copy_until) if loss.copy_until else "–"
    )
    kept = translate("window", "The book as it is now is kept beside it, under another name.")
    if loss.nothing or loss.first is None or loss.last is None:
        nothing = translate("window", "Nothing that is in the book now would be lost.")
        return f"{nothing} {until} {kept}"
    gone = translate(
        "window",
        "Lost would be: entries {entries}, closed meetings {meetings}, from {first} to {last}.",
    ).format(
        entries=loss.entries,
        meetings=loss.meetings,
        first=format_day(loss.first),
        last=format_day(loss.last),
    )
    return f"{gone} {until} {kept}"
