"""The ``.json`` form of each report: keys and figures exactly as CONTRACT 4 has them."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import Any

from app.domain.attendance import Attendance
from app.domain.fund_statement import FundStatement
from app.domain.indicators import Indicators
from app.domain.loan_book import LoanBook, LoanLine
from app.domain.loan_schedule import LoanSchedule
from app.domain.member_statement import MemberStatement
from app.domain.periods import Month

LOAN_KEYS = tuple(field.name for field in fields(LoanLine) if field.name not in ("name", "purpose"))
MEMBER_LOAN_KEYS = (
    "loan",
    "principal",
    "outstanding",
    "interest_behind",
    "next_due",
    "next_amount",
)


def figures(data: object) -> dict[str, Any]:
    """The report's figures as JSON-ready keys and values, days and months as ISO text."""
    found: dict[str, Any] = plain(_by_shape(data))
    return found


def _by_shape(data: object) -> dict[str, Any]:
    match data:
        case FundStatement():
            return _fund_statement(data)
        case MemberStatement():
            return _member_statement(data)
        case LoanBook():
            return _loan_book(data)
        case LoanSchedule():
            rows = [asdict(row) for row in data.rows]
            return {"rows": rows, "interest": data.interest, "total": data.total}
        case Attendance():
            return _attendance(data)
        case Indicators():
            return _without(asdict(data), "club", "month", "check_code")
        case _ if is_dataclass(data) and not isinstance(data, type):
            return asdict(data)
    raise TypeError(type(data))


def as_json(data: object) -> str:
    """``figures`` as text, keys in the order of the contract, two spaces a level."""
    return json.dumps(figures(data), ensure_ascii=False, indent=2) + "\n"


def _fund_statement(data: FundStatement) -> dict[str, Any]:
    loans = _without(asdict(data.loans), "overdue", "overdue_count")
    return {
        "club": data.club.name,
        "from": data.first,
        "to": data.last,
        "cash": asdict(data.cash),
        "bank": asdict(data.bank),
        "receipts": data.receipts,
        "payments": data.payments,
        "funds": {
            name: {"opening": moved.opening, "closing": moved.closing}
            for name, moved in data.funds.items()
        },
        "loans": loans,
        "savings": asdict(data.savings),
        "borrowed_capital": asdict(data.borrowed_capital),
        "check_code": data.check_code,
    }


def _member_statement(data: MemberStatement) -> dict[str, Any]:
    return {
        "member": data.member,
        "name": data.name,
        "savings": asdict(data.savings),
        "loans": [{key: getattr(line, key) for key in MEMBER_LOAN_KEYS} for line in data.loans],
        "lines": [asdict(line) for line in data.lines],
        "attendance": {"held": data.held, "present": data.present},
    }


def _loan_book(data: LoanBook) -> dict[str, Any]:
    return {
        "as_of": data.as_of,
        "outstanding": data.outstanding,
        "open": data.open,
        "par30": asdict(data.par30),
        "ageing": data.ageing,
        "loans": [{key: getattr(line, key) for key in LOAN_KEYS} for line in data.loans],
    }


def _attendance(data: Attendance) -> dict[str, Any]:
    meetings = [
        {name.name: getattr(meeting, name.name) for name in fields(meeting)}
        for meeting in data.meetings
    ]
    return {
        "meetings": meetings,
        "held": data.held,
        "not_held": data.not_held,
        "missing": list(data.missing),
        "rate_bp": data.rate_bp,
    }


def _without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in names}


def plain(value: Any) -> Any:
    """Days and months as text, tuples as lists, keys as text; everything else as it is."""
    match value:
        case date() | Month():
            return str(value)
        case {"year": year, "number": number} if len(value) == 2:
            return str(Month(year, number))
        case dict():
            return {str(key): plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
    return value
