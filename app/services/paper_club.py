"""The ``club`` sheet of a paper book: what the club is called and which rules it gave itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.base.errors import Problem, Where
from app.base.text import one_line, search_key
from app.domain.club import ClubDetails
from app.domain.fund import Fund
from app.domain.money import BadAmountError, parse_whole
from app.domain.periods import BadDayError
from app.domain.rules import RULE_KEYS, BadRuleError, RuleChange, format_rule, parse_rule
from app.services import paper_words as words
from app.services.paper_cells import NO_DAY, Cells, read_day

_AMOUNTS = ("fee_monthly", "cash_ceiling", "rounding", "max_loan")
_DAYS = ("started_on", "founded_on")
_YES = {"1", "co", "yes", "x"}


@dataclass
class _Told:
    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    rules: list[tuple[str, str, date | None]] = field(default_factory=list)


def read_club(cells: Cells) -> tuple[ClubDetails, tuple[RuleChange, ...]]:
    """The club and its dated rules; a rule without ``from_on`` holds from ``started_on``."""
    told = _Told()
    first: dict[tuple[str, date | None], int] = {}
    for number in cells.rows():
        text = cells.line("key", required=True)
        key = words.CLUB_WORDS.get(search_key(text))
        from_on = cells.day("from_on")
        if not text or cells.broken:
            continue
        if key is None:
            known = ", ".join((*words.CLUB_FIELDS, *RULE_KEYS))
            cells.refuse("key", "sheet.key_unknown", text=text, known=known)
        elif (key, from_on) in first:
            cells.refuse("key", "sheet.code_twice", code=text, first=first[key, from_on])
        else:
            first[key, from_on] = number
            _take(cells, told, key, from_on)
    started_on = told.days.get("started_on", NO_DAY)
    _check_required(cells, told)
    details = ClubDetails(
        name=told.texts.get("name", ""),
        started_on=started_on,
        founded_on=told.days.get("founded_on"),
        practice=told.texts.get("practice", "") != "",
        **{
            key: told.texts.get(key, "") for key in words.CLUB_FIELDS if key not in ("name", *_DAYS)
        },
    )
    changes = [RuleChange(key, value, from_on or started_on) for key, value, from_on in told.rules]
    return details, tuple(sorted(changes, key=lambda change: change.from_on))


def _take(cells: Cells, told: _Told, key: str, from_on: date | None) -> None:
    text = cells.text("value")
    if not text and from_on is None:
        return
    if key in _DAYS:
        try:
            told.days[key] = read_day(text)
        except BadDayError as error:
            told.days[key] = NO_DAY
            cells.refuse_as("value", error)
    elif key in RULE_KEYS:
        _take_rule(cells, told, key, from_on)
    elif key == "practice":
        told.texts[key] = "1" if search_key(text) in _YES else ""
    else:
        told.texts[key] = one_line(text)


def _take_rule(cells: Cells, told: _Told, key: str, from_on: date | None) -> None:
    text = cells.text("value")
    try:
        if key in _AMOUNTS and text:
            text = str(parse_whole(text))
        elif key == "loan_rate_bp":
            text = str(cells.rate_bp("value"))
        elif key == "loan_method":
            text = words.METHOD_WORDS.get(search_key(text), text)
        elif key == "interest_split":
            text = ";".join(_share(piece) for piece in text.split(";"))
        told.rules.append((key, format_rule(parse_rule(key, text)), from_on))
    except (BadAmountError, BadRuleError) as error:
        cells.refuse_as("value", error)


def _share(piece: str) -> str:
    """``Quỹ hoạt động: 40 %`` as ``operating:40``."""
    name, _, percent = piece.partition(":")
    fund = words.FUND_WORDS.get(search_key(name), name.strip())
    return f"{fund}:{percent.strip().rstrip('%').strip()}" if fund in [*Fund] else piece


def _check_required(cells: Cells, told: _Told) -> None:
    for key, there in (("name", "name" in told.texts), ("started_on", "started_on" in told.days)):
        if not there:
            where = Where(cells.sheet.file)
            cells.problems.append(Problem("sheet.key_missing", {"key": key}, where=where))
