"""Random paper books that obey CONTRACT 3: years of a club, with everything that may happen.

Loans taken over on the first day and later, 31sts and leap days, write-offs with recoveries,
loans handed over, meetings in the next month, payments early, late, partial and of everything.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.reckoning.plans import month_end, months_after
from tests.reckoning.reports import Sheets

COLUMNS = {
    "club": "key value",
    "members": "code full_name sex birth joined_on left_on poverty role",
    "loans": "code member on principal rate_bp method term_months grace_months",
    "meetings": "month status on reason activities",
    "attendance": "meeting member status",
    "entries": "on kind amount meeting fund member loan memo",
}
METHODS = ("interest_only", "equal_principal", "annuity", "flat")
FUNDS = ("income", "operating", "care")
STARTS = (date(2019, 12, 31), date(2020, 1, 1), date(2019, 8, 29), date(2023, 3, 30))


class RandomClub:
    """Plays a club day by day and writes its sheets; the same seed gives the same book."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.start = self.random.choice(STARTS)
        self.end = months_after(self.start, self.random.randint(8, 30))
        self.sheets: Sheets = {name: [] for name in COLUMNS}
        self.cash = self.bank = self.borrowed = 0
        self.owed: Counter[str] = Counter()
        self.saved: Counter[str] = Counter()
        self.gone: Counter[str] = Counter()
        self._club()
        self._members()
        self._opening()
        day = self.start
        while day <= self.end:
            if self.random.random() < 0.12 or day.day >= 29:
                self._day(day)
            day += timedelta(days=1)
        self._meetings()

    def _row(self, sheet: str, **cells: object) -> None:
        told = dict.fromkeys(COLUMNS[sheet].split(), "")
        self.sheets[sheet].append(told | {name: str(cell) for name, cell in cells.items()})

    def _club(self) -> None:
        splits = ("income:100", "income:60;operating:40", "operating:33;income:33;care:34")
        self.rounding = self.random.choice((1, 100, 500, 1000))
        values = {
            "name": "CLB Liên thế hệ xóm Đồng",
            "started_on": self.start,
            "fee_monthly": 5000,
            "rounding": self.rounding,
            "interest_split": self.random.choice(splits),
        }
        for key, value in values.items():
            self._row("club", key=key, value=value)

    def _members(self) -> None:
        pick = self.random.choice
        for number in range(1, self.random.randint(4, 12)):
            joined = self.start + timedelta(days=pick((-400, -1, 0, 31, 200)))
            left = joined + timedelta(days=pick((300, 600))) if self.random.random() < 0.2 else ""
            self._row(
                "members",
                code=f"M{number:03d}",
                full_name=pick(("Lò Thị Ón", "Hà Văn Ê", "Đỗ Thị Bưởi")),
                sex=pick(("F", "M", "")),
                birth=pick(("", "1950", "1964", "1960-02-29", "1965-12-31", "1960-01-01")),
                joined_on=joined,
                left_on=left,
                poverty=pick(("", "poor", "near_poor")),
            )

    def _present(self, day: date) -> list[str]:
        return [
            row["code"]
            for row in self.sheets["members"]
            if row["joined_on"] <= str(day) and (not row["left_on"] or str(day) <= row["left_on"])
        ]

    def _enter(self, on: date, kind: str, amount: int, **cells: object) -> None:
        self._row("entries", on=on, kind=kind, amount=amount, **cells)

    def _opening(self) -> None:
        for fund in FUNDS[: self.random.randint(1, 3)]:
            cash, bank = self.random.randint(10**6, 10**8), self.random.randint(1, 10**7)
            self._enter(self.start, "opening_cash", cash, fund=fund)
            self._enter(self.start, "opening_bank", bank, fund=fund)
            self.cash, self.bank = self.cash + cash, self.bank + bank
        for _ in range(self.random.randint(0, 3)):
            self._take_over(self.start)

    def _loan(self, on: date, member: str) -> tuple[str, int]:
        pick, code = self.random.choice, f"L{len(self.sheets['loans']) + 1:03d}"
        principal, term = (
            self.random.choice((999, 10**6, 1_234_567, 5 * 10**6)),
            pick((1, 3, 6, 14)),
        )
        self._row(
            "loans",
            code=code,
            member=member,
            on=on,
            principal=principal,
            rate_bp=pick((0, 70, 100, 133)),
            method=pick(METHODS),
            term_months=term,
            grace_months=pick(("", 0, min(2, term - 1))),
        )
        return code, principal

    def _take_over(self, day: date) -> None:
        """Given before, by this club's older book or by another club; also on a due day."""
        back = self.random.randint(0, 20)
        on = months_after(day, -back) - timedelta(days=self.random.choice((0, 0, 1, 13)))
        here = self._present(day)
        if not here:
            return
        code, principal = self._loan(on, self.random.choice(here))
        balance = self.random.choice((principal, self.random.randint(1, principal)))
        self._enter(day, "opening_loan", balance, loan=code)
        self.owed[code] = balance

    def _day(self, day: date) -> None:
        deeds = [self._give, self._repay, self._interest, self._save, self._fund]
        deeds += [self._bank, self._leave, self._borrow, self._late]
        for _ in range(self.random.randint(1, 5)):
            deed = self.random.choice((self._repay, self._repay, *deeds))
            deed(day)

    def _give(self, day: date) -> None:
        here = self._present(day)
        if here and self.cash > 5 * 10**6:
            code, principal = self._loan(day, self.random.choice(here))
            self._enter(day, "loan_disbursement", principal, loan=code)
            self.cash -= principal
            self.owed[code] = principal

    def _some_loan(self) -> str:
        return self.random.choice([code for code, owed in self.owed.items() if owed] or [""])

    def _repay(self, day: date) -> None:
        code = self._some_loan()
        if code:
            owed = self.owed[code]
            amount = self.random.choice((owed, max(1, owed // 3), min(owed, 100_000)))
            self._enter(day, "principal_repayment", amount, loan=code)
            self.owed[code] -= amount
            self.cash += amount

    def _interest(self, day: date) -> None:
        code = self.random.choice([*self.owed, ""])
        if code:
            kind = self.random.choice(("interest_payment", "interest_payment", "penalty_payment"))
            amount = self.random.choice((1, 7_000, 7_001, 65_432))
            self._enter(day, kind, amount, loan=code)
            self.cash += amount

    def _save(self, day: date) -> None:
        here = self._present(day)
        if not here:
            return
        member, amount = self.random.choice(here), self.random.randint(1, 300_000)
        kind = self.random.choice(
            ("saving_deposit", "opening_savings", "saving_interest", "membership_fee")
        )
        fund = self.random.choice(FUNDS)
        takes = kind in ("opening_savings", "saving_interest")
        self._enter(day, kind, amount, member=member, fund=fund if takes else "")
        self.cash += 0 if takes else amount
        self.saved[member] += amount if kind != "membership_fee" else 0
        out = self.saved[member] // 3
        if out and self.cash > out:
            if self.random.random() < 0.5:
                self._enter(day, "saving_withdrawal", out, member=member)
                self.cash -= out
            else:
                self._enter(day, "handover_savings", out, member=member, fund=fund)
            self.saved[member] -= out

    def _fund(self, day: date) -> None:
        one, other = self.random.sample(FUNDS, 2)
        amount = self.random.randint(1, 400_000)
        kind = self.random.choice(
            "donation grant other_income cash_over transfer "
            "expense cash_short handover_cash".split()
        )
        if kind == "transfer":
            halves = [("fund_transfer_out", one), ("fund_transfer_in", other)]
            self.random.shuffle(halves)
            for half, fund in halves:
                self._enter(day, half, amount, fund=fund)
        elif kind in ("expense", "cash_short", "handover_cash"):
            amount = min(amount, self.cash)
            if amount:
                self._enter(day, kind, amount, fund=one)
                self.cash -= amount
        else:
            self._enter(day, kind, amount, fund=one)
            self.cash += amount

    def _bank(self, day: date) -> None:
        fund, amount = self.random.choice(FUNDS), self.random.randint(1, 200_000)
        kind = self.random.choice(
            ("bank_deposit", "bank_withdrawal", "bank_interest", "bank_fee", "handover_bank")
        )
        has = self.cash if kind == "bank_deposit" else self.bank
        if kind != "bank_interest" and has < amount:
            return
        plain = kind in ("bank_deposit", "bank_withdrawal")
        self._enter(day, kind, amount, fund="" if plain else fund)
        self.bank += amount if kind in ("bank_deposit", "bank_interest") else -amount
        self.cash += {"bank_deposit": -amount, "bank_withdrawal": amount}.get(kind, 0)

    def _borrow(self, day: date) -> None:
        fund, amount = self.random.choice(FUNDS), self.random.randint(1, 900_000)
        kind = self.random.choice(
            ("borrowed_in", "borrowed_out", "opening_borrowed", "handover_borrowed")
        )
        less = kind in ("borrowed_out", "handover_borrowed")
        if less and (self.borrowed < amount or self.cash < amount):
            return
        named = fund if kind in ("opening_borrowed", "handover_borrowed") else ""
        self._enter(day, kind, amount, fund=named)
        self.borrowed += -amount if less else amount
        self.cash += {"borrowed_in": amount, "borrowed_out": -amount}.get(kind, 0)

    def _leave(self, day: date) -> None:
        """A loan is written off, whole or in part, or handed over."""
        code = self._some_loan()
        if code and self.random.random() < 0.3:
            owed = self.owed[code]
            kind = self.random.choice(("loan_write_off", "handover_loan"))
            amount = self.random.choice((owed, max(1, owed // 2)))
            self._enter(day, kind, amount, loan=code)
            self.owed[code] -= amount
            self.gone[code] += amount if kind == "loan_write_off" else 0

    def _late(self, day: date) -> None:
        """Something of a loan written off comes back, or a loan is taken over late."""
        lost = [code for code, amount in self.gone.items() if amount]
        if lost:
            code = self.random.choice(lost)
            amount = max(1, self.gone[code] // 2)
            self._enter(day, "write_off_recovery", amount, loan=code)
            self.gone[code] -= amount
            self.cash += amount
        elif self.random.random() < 0.3:
            self._take_over(day)

    def _meetings(self) -> None:
        month, used = self.start.replace(day=1), {""}
        while month <= self.end:
            latest = self.random.choice((month_end(month), months_after(month, 1)))
            on = self.random.choice((month + timedelta(days=14), latest, months_after(month, 1)))
            if on < self.start or str(on) in used:
                on = month_end(month)
            here, what = self._present(on), self.random.random()
            if what < 0.75 and here and str(on) not in used:
                used.add(str(on))
                self._held(month, on, here)
            elif what < 0.9:
                day = "" if self.random.random() < 0.5 or str(on) in used else str(on)
                used.add(day)
                self._row("meetings", month=str(month)[:7], status="not_held", on=day, reason="Lũ")
            month = months_after(month, 1)
        self.random.shuffle(self.sheets["meetings"])

    def _held(self, month: date, on: date, here: list[str]) -> None:
        areas = ";".join(self.random.sample("12345678", self.random.randint(0, 5)))
        self._row("meetings", month=str(month)[:7], status="held", on=on, activities=areas)
        for code in self.random.sample(here, self.random.randint(1, len(here))):
            status = self.random.choice(("present", "present", "excused", "absent", "represented"))
            self._row("attendance", meeting=on, member=code, status=status)

    def typed(self) -> Sheets:
        """The same book with its days typed in another order; a day's rows keep theirs."""
        days = sorted({row["on"] for row in self.sheets["entries"]})
        self.random.shuffle(days)
        rows = [row for day in days for row in self.sheets["entries"] if row["on"] == day]
        return self.sheets | {"entries": rows}


def write(folder: Path, sheets: Sheets) -> Path:
    """The sheets as CSV files in ``folder``, which is made."""
    folder.mkdir()
    for name, rows in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[name].split())
            writer.writeheader()
            writer.writerows(rows)
    return folder
