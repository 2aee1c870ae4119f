"""What may stand behind an option: days, months, amounts, numbers, ``KEY=VALUE``.

A value that cannot be read is wrong usage and named in a sentence; whether it suits the book is
for the services to say.
"""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from app.base.errors import AppError
from app.base.text import nfc, translate
from app.domain import money, periods
from app.domain.periods import Month
from app.services.sentences import sentence

Value = TypeVar("Value")


def day(text: str) -> date:
    return _read(periods.parse_day, text)


def month(text: str) -> Month:
    return _read(Month.parse, text)


def first_day(text: str) -> date:
    """The first day of a month, or the day itself."""
    return month(text).first_day if _is_month(text) else day(text)


def last_day(text: str) -> date:
    """The last day of a month, or the day itself."""
    return month(text).last_day if _is_month(text) else day(text)


def _is_month(text: str) -> bool:
    return len(text.strip()) == len("2026-11")


def amount(text: str) -> int:
    """Whole đồng: ``1500000`` or ``1.500.000``."""
    return _read(money.parse_whole, text)


def number(text: str) -> int:
    """A whole number of 0 or more."""
    if not text.isascii() or not text.isdecimal():
        said = translate(
            "cli", "“{text}” is no whole number of 0 or more. Write it in digits alone."
        )
        raise ArgumentTypeError(said.format(text=text))
    return int(text[:20])


def pair(text: str) -> tuple[str, str]:
    """``KEY=VALUE``."""
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        said = translate("cli", "“{text}” is not of the form KEY=VALUE.")
        raise ArgumentTypeError(said.format(text=text))
    return key.strip(), nfc(value.strip())


def path(text: str) -> Path:
    """A file or a folder; what is empty or holds a zero byte names none."""
    if not text.strip() or "\0" in text:
        raise ArgumentTypeError(translate("cli", "The name of a file is missing."))
    return Path(text)


def register(text: str) -> str | Path:
    """A register: a file, or the address of a PostgreSQL database as it is."""
    return text if "://" in text else path(text)


def shown(register: str | Path) -> str:
    """A register as it may be printed: an address without its password."""
    if isinstance(register, Path):
        return str(register)
    before, at, place = register.rpartition("@")
    return f"{before.partition('://')[0]}://…@{place}" if at else register


def _read(reader: Callable[[str], Value], text: str) -> Value:
    try:
        return reader(text)
    except AppError as error:
        raise ArgumentTypeError(sentence(error)) from error
