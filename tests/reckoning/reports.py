"""Every figure of every report of a paper book, from its sheets and the contract alone.

Slow and plain on purpose: each question walks through all rows again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from tests.reckoning.plans import (
    Row,
    half_up,
    month_end,
    months_after,
    one_interest,
    plan,
)

Sheets = dict[str, list[dict[str, str]]]
CASH_IN = (
    "opening_cash membership_fee saving_deposit principal_repayment interest_payment "
    "penalty_payment donation grant other_income bank_withdrawal borrowed_in cash_over "
    "write_off_recovery"
).split()
CASH_OUT = (
    "saving_withdrawal loan_disbursement expense bank_deposit borrowed_out cash_short handover_cash"
).split()
BANK_IN = "opening_bank bank_deposit bank_interest".split()
BANK_OUT = "bank_withdrawal bank_fee handover_bank".split()
FUND_UP = (
    "opening_cash opening_bank donation grant other_income fund_transfer_in bank_interest "
    "cash_over handover_savings handover_borrowed"
).split()
FUND_DOWN = (
    "opening_savings opening_borrowed saving_interest expense fund_transfer_out bank_fee "
    "cash_short handover_cash handover_bank"
).split()
SAVED = "opening_savings saving_deposit saving_interest".split()
UNSAVED = "saving_withdrawal handover_savings".split()
GIVEN = ("loan_disbursement", "opening_loan")
LESS = ("principal_repayment", "loan_write_off", "handover_loan")
GONE = ("loan_write_off", "handover_loan")
BORROWED = {"opening_borrowed": 1, "borrowed_in": 1, "borrowed_out": -1, "handover_borrowed": -1}


def _ratio(part: int, whole: int) -> int | None:
    return half_up(Fraction(part * 10_000, whole), 1) if whole else None


def _end_of(month: str) -> date:
    return month_end(date.fromisoformat(f"{month}-01"))


class Reckoning:
    """A paper book; months are ``YYYY-MM``, answers have the keys of CONTRACT 4."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.club = {row["key"]: row["value"] for row in sheets["club"]}
        self.start = date.fromisoformat(self.club["started_on"])
        self.rounding = int(self.club.get("rounding", "1"))
        self.entries = sorted(sheets["entries"], key=lambda row: row["on"])
        self.moves = [
            (row["kind"], date.fromisoformat(row["on"]), int(row["amount"]), row)
            for row in self.entries
        ]
        self.of_loan = {
            code: [move for move in self.moves if move[3]["loan"] == code]
            for code in {row["loan"] for row in self.entries}
        }
        self.loans = {row["code"]: row for row in sorted(sheets["loans"], key=lambda r: r["code"])}
        pairs = self.club.get("interest_split", "income:100").split(";")
        self.split = [(pair.split(":")[0], int(pair.split(":")[1])) for pair in pairs]

    def _sum(self, kinds: Collection[str], last: date, first: date = date.min, **named: str) -> int:
        moves = self.of_loan.get(named["loan"], []) if "loan" in named else self.moves
        return sum(
            amount
            for kind, on, amount, row in moves
            if kind in kinds
            and first <= on <= last
            and all(row[name] == value for name, value in named.items())
        )

    def _fund(self, fund: str, last: date) -> int:
        total = self._sum(FUND_UP, last, fund=fund) - self._sum(FUND_DOWN, last, fund=fund)
        if fund == "operating":
            total += self._sum(["membership_fee"], last)
        if fund == "income":
            total += self._sum(["opening_loan", "write_off_recovery"], last)
            total -= self._sum(GONE, last)
        for row in self.entries:
            if row["kind"] in ("interest_payment", "penalty_payment") and row["on"] <= str(last):
                total += self._shares(int(row["amount"])).get(fund, 0)
        return total

    def _shares(self, amount: int) -> dict[str, int]:
        shares = {name: amount * percent // 100 for name, percent in self.split[1:]}
        return {self.split[0][0]: amount - sum(shares.values())} | shares

    def _used_care(self) -> bool:
        return any(row["fund"] == "care" for row in self.entries) or (
            "care" in dict(self.split)
            and any(row["kind"] in ("interest_payment", "penalty_payment") for row in self.entries)
        )

    def fund_statement(self, first_month: str, last_month: str) -> dict[str, Any]:
        first, last = date.fromisoformat(f"{first_month}-01"), _end_of(last_month)
        before = date.fromordinal(first.toordinal() - 1)
        names = ["income", "operating", *(["care"] if self._used_care() else [])]
        owing = [code for code in self.loans if self._owed(code, last)]
        own = {
            "disbursed": "loan_disbursement",
            "taken_over": "opening_loan",
            "repaid": "principal_repayment",
            "written_off": "loan_write_off",
            "handed_over": "handover_loan",
        }
        saved = {
            "deposited": "saving_deposit",
            "withdrawn": "saving_withdrawal",
            "taken_over": "opening_savings",
            "credited": "saving_interest",
            "handed_over": "handover_savings",
        }
        return {
            "club": self.club["name"],
            "from": str(first),
            "to": str(last),
            "cash": self._money(CASH_IN, CASH_OUT, first, last),
            "bank": self._money(BANK_IN, BANK_OUT, first, last),
            "receipts": self._kinds(CASH_IN, first, last),
            "payments": self._kinds(CASH_OUT, first, last),
            "funds": {
                name: {"opening": self._fund(name, before), "closing": self._fund(name, last)}
                for name in names
            },
            "loans": {
                "opening": self._sum(GIVEN, before) - self._sum(LESS, before),
                **{key: self._sum([kind], last, first) for key, kind in own.items()},
                "closing": self._sum(GIVEN, last) - self._sum(LESS, last),
                "open": len(owing),
                "borrowers": len({self.loans[code]["member"] for code in owing}),
            },
            "savings": {
                "opening": self._saved(before),
                **{key: self._sum([kind], last, first) for key, kind in saved.items()},
                "closing": self._saved(last),
            },
            "borrowed_capital": {"opening": self._lent(before), "closing": self._lent(last)},
        }

    def _money(self, ins: list[str], outs: list[str], first: date, last: date) -> dict[str, int]:
        before = date.fromordinal(first.toordinal() - 1)
        return {
            "opening": self._sum(ins, before) - self._sum(outs, before),
            "receipts": self._sum(ins, last, first),
            "payments": self._sum(outs, last, first),
            "closing": self._sum(ins, last) - self._sum(outs, last),
        }

    def _kinds(self, kinds: list[str], first: date, last: date) -> dict[str, int]:
        sums = {kind: self._sum([kind], last, first) for kind in kinds}
        return {kind: total for kind, total in sums.items() if total}

    def _saved(self, last: date, **who: str) -> int:
        return self._sum(SAVED, last, date.min, **who) - self._sum(UNSAVED, last, date.min, **who)

    def _lent(self, last: date) -> int:
        return sum(sign * self._sum([kind], last) for kind, sign in BORROWED.items())

    def _owed(self, code: str, last: date) -> int:
        return self._sum(GIVEN, last, loan=code) - self._sum(LESS, last, loan=code)

    def _taken_over(self, code: str) -> tuple[date, int] | None:
        for kind, on, amount, _ in self.of_loan.get(code, []):
            if kind == "opening_loan":
                return on, amount
        return None

    def _from(self, code: str) -> date:
        taken = self._taken_over(code)
        return taken[0] if taken else self.start

    def _before(self, code: str) -> int:
        taken = self._taken_over(code)
        return int(self.loans[code]["principal"]) - taken[1] if taken else 0

    @cache  # noqa: B019
    def _rows(self, code: str) -> list[Row]:
        return plan(self.loans[code], self.rounding)

    def _behind(self, code: str, day: date) -> int:
        loan, taken, asked, number = self.loans[code], self._taken_over(code), 0, 1
        while (due := months_after(date.fromisoformat(loan["on"]), number)) <= day:
            number += 1
            if due < self._from(code):
                continue
            owed = self._owed(code, date.fromordinal(due.toordinal() - 1))
            if taken and taken[0] == due:
                owed = taken[1]
            asked += one_interest(loan, owed, self.rounding) if owed > 0 else 0
        return max(0, asked - self._sum(["interest_payment"], day, loan=code))

    def _loan(self, code: str, day: date) -> dict[str, Any]:
        loan, rows = self.loans[code], self._rows(code)
        owed, behind = self._owed(code, day), self._behind(code, day)
        paid = self._before(code) + self._sum(LESS, day, loan=code)
        oldest, covered = None, 0
        for row in rows:
            covered += row.principal
            if row.principal and covered > paid:
                oldest = row
                break
        later = [row.due for row in rows if row.due > day]
        amount = owed + behind
        if later:
            asked = sum(row.principal for row in rows if row.due <= later[0])
            amount = max(0, asked - paid) + one_interest(loan, owed, self.rounding) + behind
        return {
            "loan": code,
            "member": loan["member"],
            "on": loan["on"],
            "principal": int(loan["principal"]),
            "method": loan["method"],
            "rate_bp": int(loan["rate_bp"]),
            "term_months": int(loan["term_months"]),
            "outstanding": owed,
            "overdue_principal": max(0, sum(r.principal for r in rows if r.due < day) - paid),
            "days_overdue": max(0, (day - oldest.due).days) if oldest else 0,
            "interest_paid": self._sum(["interest_payment"], day, loan=code),
            "interest_behind": behind,
            "next_due": str(later[0]) if later else None,
            "next_amount": amount,
        }

    def loan_book(self, month: str) -> dict[str, Any]:
        day = _end_of(month)
        lines = [self._loan(code, day) for code in self.loans if self._owed(code, day) > 0]
        total = sum(line["outstanding"] for line in lines)
        late = sum(line["outstanding"] for line in lines if line["days_overdue"] > 30)
        ends = {"current": (0, 0), "1-30": (1, 30), "31-60": (31, 60), "61-90": (61, 90)}
        ends |= {"91-180": (91, 180), "over_180": (181, 10**9)}
        return {
            "as_of": str(day),
            "outstanding": total,
            "open": len(lines),
            "par30": {"amount": late, "ratio_bp": _ratio(late, total)},
            "ageing": {
                name: sum(x["outstanding"] for x in lines if low <= x["days_overdue"] <= high)
                for name, (low, high) in ends.items()
            },
            "loans": lines,
        }

    def loan_schedule(self, code: str) -> dict[str, Any]:
        left, told = int(self.loans[code]["principal"]), []
        for number, row in enumerate(self._rows(code), 1):
            left -= row.principal
            told.append(
                {
                    "no": number,
                    "due": str(row.due),
                    "principal": row.principal,
                    "interest": row.interest,
                    "total": row.principal + row.interest,
                    "balance": left,
                }
            )
        interest = sum(row.interest for row in self._rows(code))
        total = interest + int(self.loans[code]["principal"])
        return {"rows": told, "interest": interest, "total": total}

    def _attendance(self, first: str, last: str) -> list[dict[str, Any]]:
        told = []
        for row in sorted(self.sheets["meetings"], key=lambda r: r["month"]):
            if not first <= row["month"] <= last:
                continue
            marks = Counter(
                a["status"]
                for a in self.sheets["attendance"]
                if row["status"] == "held" and a["meeting"] == row["on"]
            )
            names = ("present", "excused", "absent", "represented")
            told.append(
                {
                    "on": row["on"] or None,
                    "month": row["month"],
                    "status": row["status"],
                    **{name: marks[name] for name in names},
                    "rate_bp": _ratio(marks["present"], marks.total()),
                }
            )
        return told

    def attendance(self, first: str, last: str) -> dict[str, Any]:
        told = self._attendance(first, last)
        known, month = {row["month"] for row in told}, max(first, str(self.start)[:7])
        missing = []
        while month <= last:
            if month not in known:
                missing.append(month)
            month = str(months_after(date.fromisoformat(f"{month}-01"), 1))[:7]
        held = [row for row in told if row["status"] == "held"]
        names = ("present", "excused", "absent", "represented")
        return {
            "meetings": told,
            "held": len(held),
            "not_held": len(told) - len(held),
            "missing": missing,
            "rate_bp": _ratio(
                sum(row["present"] for row in held),
                sum(row[name] for row in held for name in names),
            ),
        }

    def member_statement(self, member: str, first_month: str, last_month: str) -> dict[str, Any]:
        first, last = date.fromisoformat(f"{first_month}-01"), _end_of(last_month)
        before = date.fromordinal(first.toordinal() - 1)
        own = {code: loan for code, loan in self.loans.items() if loan["member"] == member}
        keys = ("loan", "principal", "outstanding", "interest_behind", "next_due", "next_amount")
        held = {
            row["on"]
            for row in self.sheets["meetings"]
            if row["status"] == "held" and first_month <= row["month"] <= last_month
        }
        marks = [
            row["status"]
            for row in self.sheets["attendance"]
            if row["member"] == member and row["meeting"] in held
        ]
        return {
            "member": member,
            "name": next(r["full_name"] for r in self.sheets["members"] if r["code"] == member),
            "savings": {
                "opening": self._saved(before, member=member),
                "closing": self._saved(last, member=member),
            },
            "loans": [
                {key: self._loan(code, last)[key] for key in keys}
                for code in own
                if self._owed(code, last) > 0
            ],
            "lines": [
                {
                    "on": row["on"],
                    "kind": row["kind"],
                    "amount": int(row["amount"]),
                    "loan": row["loan"] or None,
                }
                for row in self.entries
                if first <= date.fromisoformat(row["on"]) <= last
                and (row["member"] == member or row["loan"] in own)
            ],
            "attendance": {"held": len(marks), "present": marks.count("present")},
        }

    def indicators(self, month: str) -> dict[str, Any]:
        day, begin = _end_of(month), str(self.start)[:7]
        here = [
            row
            for row in self.sheets["members"]
            if row["joined_on"] <= str(day) and (not row["left_on"] or str(day) <= row["left_on"])
        ]
        ages = [_age(row["birth"], day) for row in here if row["birth"]]
        book, seen = self.loan_book(month), self.attendance(begin, month)
        funds = {name: self._fund(name, day) for name in ("income", "operating", "care")}
        year, number = map(int, month.split("-"))
        areas = Counter(
            code
            for row in self.sheets["meetings"]
            if row["status"] == "held" and row["month"] <= month
            for code in set(filter(None, row["activities"].split(";")))
        )
        return {
            "members": len(here),
            "women": sum(row["sex"] == "F" for row in here),
            "older_60": sum(age >= 60 for age in ages),
            "older_55": sum(age >= 55 for age in ages),
            "poor": sum(row["poverty"] == "poor" for row in here),
            "near_poor": sum(row["poverty"] == "near_poor" for row in here),
            "borrowers": len({line["member"] for line in book["loans"]}),
            "meetings_due": (year - self.start.year) * 12 + number - self.start.month + 1,
            "meetings_held": seen["held"],
            "attendance_bp": seen["rate_bp"],
            "fund_total": sum(funds.values()),
            "income_fund": funds["income"],
            "operating_fund": funds["operating"],
            "loans_outstanding": book["outstanding"],
            "par30_bp": book["par30"]["ratio_bp"],
            "on_time_bp": self._on_time(day),
            "activities": {str(code): areas[str(code)] for code in range(1, 9)},
        }

    def _on_time(self, last: date) -> int | None:
        paid = due = 0
        for code in self.loans:
            gone = [on for kind, on, _, _ in self.of_loan.get(code, []) if kind in GONE]
            end = min([day for day in gone if day <= last] or [last])
            covered = 0
            for row in self._rows(code):
                start, covered = covered, covered + row.principal
                if not self._from(code) <= row.due <= end:
                    continue
                by_then = self._before(code) + self._sum(
                    ["principal_repayment"], month_end(row.due), loan=code
                )
                due += row.principal
                paid += min(row.principal, max(0, by_then - start))
        return _ratio(paid, due)


def _age(birth: str, day: date) -> int:
    if len(birth) == 4:
        return day.year - int(birth)
    born = date.fromisoformat(birth)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
