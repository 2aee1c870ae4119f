"""One row of a paper book's sheet, cell by cell: text → day, amount, code; or a problem.

A cell that can't be read gives a problem that names it and the plainest value of its type, so
that the rest of the row is read too; ``broken`` says that the row must not be believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from app.base.errors import AppError, Problem, Where
from app.base.text import one_line, search_key
from app.domain.fund import Fund
from app.domain.meetings import ACTIVITIES
from app.domain.money import BadAmountError, parse_whole
from app.domain.periods import BadDayError, Month, parse_day
from app.services.paper_sheets import Sheet
from app.services.paper_words import Words

NO_DAY = date.min
_MONTH_LOCAL = re.compile(r"(?:tháng\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})\s*(?:[:.]|h|giờ)\s*(\d{2})?(?::\d{2})?", re.IGNORECASE)
_SHARE = re.compile(r"([a-z]+):([0-9]{1,15})")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%")

read_day = lru_cache(maxsize=8192)(parse_day)
_read_amount = lru_cache(maxsize=8192)(parse_whole)
_search_key = lru_cache(maxsize=8192)(search_key)


class Cells:
    """Walks through a sheet's rows; its methods read the cells of the row it stands at."""

    def __init__(self, sheet: Sheet, problems: list[Problem]) -> None:
        self.sheet = sheet
        self.problems = problems
        self.number = 1
        self.broken = False
        self._row: Sequence[str] = ()
        self._places = sheet.columns

    def rows(self) -> Iterator[int]:
        """Stand at one row after the other; yields its number."""
        for number, row in self.sheet.rows:
            self.number, self._row, self.broken = number, row, False
            yield number

    def refuse(self, column: str, code: str, /, **params: object) -> None:
        """Note that a cell of this row can't be right."""
        self.broken = True
        written = self.sheet.headers.get(column, column)
        where = Where(self.sheet.file, self.number, written)
        self.problems.append(Problem(code, params, column, where))

    def refuse_as(self, column: str, error: AppError) -> None:
        self.refuse(column, error.code, **error.params)

    def text(self, column: str, *, required: bool = False) -> str:
        """The cell as it stands, lines kept; "" for an empty one or a missing column."""
        place = self._places.get(column)
        text = self._row[place] if place is not None else ""
        if required and not text:
            self.refuse(column, "sheet.cell_empty")
        return text

    def line(self, column: str, *, required: bool = False) -> str:
        """The cell on one line, without double blanks."""
        return one_line(self.text(column, required=required))

    def day(self, column: str, *, required: bool = False) -> date | None:
        """``YYYY-MM-DD`` or ``d/m/yyyy``; NO_DAY for what is refused."""
        text = self.text(column, required=required)
        if not text:
            return NO_DAY if required else None
        try:
            return read_day(text)
        except BadDayError as error:
            self.refuse_as(column, error)
            return NO_DAY

    def required_day(self, column: str) -> date:
        return self.day(column, required=True) or NO_DAY

    def amount(self, column: str) -> int:
        """Whole đồng above 0; 0 for what is refused."""
        text = self.text(column, required=True)
        if not text:
            return 0
        try:
            amount = _read_amount(text)
        except BadAmountError as error:
            self.refuse_as(column, error)
            return 0
        if amount == 0:
            self.refuse(column, "sheet.amount_zero", text=text)
        return amount

    def number_of(self, column: str, default: int | None = None) -> int:
        """A whole number at or above 0 in digits; without ``default`` it must be there."""
        text = self.text(column, required=default is None)
        if not text:
            return default or 0
        if not (text.isascii() and text.isdecimal() and len(text) <= 9):
            self.refuse(column, "sheet.not_a_number", text=text)
            return 0
        return int(text)

    def rate_bp(self, column: str) -> int:
        """A month's rate: ``80``, or ``0,8 %``."""
        percent = _PERCENT.fullmatch(self.text(column))
        if percent is None:
            return self.number_of(column)
        return int(percent[1]) * 100 + int((percent[2] or "").ljust(2, "0"))

    def word(self, column: str, words: Words, *, required: bool = False) -> str:
        """The code of a word; "" for an empty cell and for what is refused."""
        text = self.text(column, required=required)
        if not text:
            return ""
        code = words.get(_search_key(text))
        if code is None:
            near = get_close_matches(_search_key(text), words, n=3)
            codes = dict.fromkeys(words[word] for word in near) or dict.fromkeys(words.values())
            self.refuse(column, "sheet.word_unknown", text=text, known=", ".join(codes))
        return code or ""

    def month(self, column: str) -> Month | None:
        """``YYYY-MM``, ``m/yyyy``, or the month's first day; None for what is refused."""
        text = self.text(column, required=True)
        if not text:
            return None
        local = _MONTH_LOCAL.fullmatch(text)
        try:
            if local:
                return Month.parse(f"{local[2]}-{int(local[1]):02d}")
            if len(text) > len("2018-01") and read_day(text).day == 1:
                return Month.of(read_day(text))
            return Month.parse(text)
        except BadDayError:
            self.refuse(column, "month.unreadable", text=text)
            return None

    def time(self, column: str) -> str:
        """A time of day as ``HH:MM``; also ``8h30``."""
        text = self.text(column)
        found = _TIME.fullmatch(text)
        if not text:
            return ""
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            self.refuse(column, "sheet.time_unreadable", text=text)
            return ""
        return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"

    def birth(self, column: str) -> str:
        """A year, or a day as ``YYYY-MM-DD``."""
        text = self.text(column)
        if not text or (len(text) == 4 and text.isdecimal() and 1850 <= int(text) <= 2100):
            return text
        try:
            return read_day(text).isoformat()
        except BadDayError:
            self.refuse(column, "sheet.birth_unreadable", text=text)
            return ""

    def activities(self, column: str) -> tuple[str, ...]:
        """Codes of areas, each once, in the order written."""
        codes = tuple(dict.fromkeys(re.findall(r"[^;,\s]+", self.text(column))))
        for code in codes:
            if code not in ACTIVITIES:
                known = ", ".join(ACTIVITIES)
                self.refuse(column, "sheet.word_unknown", text=code, known=known)
        return codes

    def shares(self, column: str, amount: int) -> tuple[tuple[str, int], ...]:
        """``income:6000;operating:4000``: đồng by fund, together ``amount``; () for none."""
        text = self.text(column)
        found = dict(_SHARE.findall(text))
        if text and (
            not found.keys() <= set(Fund)
            or ";".join(f"{fund}:{part}" for fund, part in found.items()) != text
            or sum(map(int, found.values())) != amount
        ):
            self.refuse(column, "sheet.shares_wrong", text=text, amount=amount)
            return ()
        return tuple((fund, int(part)) for fund, part in found.items())
