"""Random club histories against a second, simple reckoning (F25).

The second model is a list of movements and the table of CONTRACT 3 written down by hand; it sums
everything up again each time. ``SOCLB_HEAVY=1`` plays thousands of steps. A failure prints the
steps, and the blob that plays them again.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.base.errors import AppError
from app.domain.loans import LoanTerms, Method
from app.domain.periods import Month
from app.domain.succession import Handover
from app.services import checking, closing, fund, loans, locks, meetings, succession
from app.services.fund_statement import fund_statement
from app.store.database import UnitOfWork
from tests.domain.test_fund import EFFECTS
from tests.helpers.clubs import START, add_loan, empty_club

HEAVY = os.environ.get("SOCLB_HEAVY") == "1"
MEMBERS = ("M001", "M002", "M003")
KINDS = sorted(kind for kind in EFFECTS if "transfer" not in kind)
LOAN_KINDS = tuple(
    sorted(
        """
    opening_loan loan_disbursement principal_repayment interest_payment penalty_payment
    loan_write_off write_off_recovery handover_loan
    """.split()
    )
)
MEMBER_KINDS = tuple(
    sorted(
        """
    opening_savings membership_fee saving_deposit saving_withdrawal saving_interest
    handover_savings
    """.split()
    )
)
GIVING = ("loan_disbursement", "opening_loan")
days = st.integers(0, 240).map(lambda count: START + timedelta(days=count))
amounts = st.one_of(st.integers(1, 30), st.integers(1, 10_000), st.integers(1, 10**12))
funds = st.sampled_from(("income", "operating", "care"))


@dataclass
class Move:
    """One movement of the second model."""

    on: date
    kind: str
    amount: int
    fund: str = ""
    member: str = ""
    loan: str = ""
    parts: dict[str, int] = field(default_factory=dict)
    taken_back: bool = False
    is_reversal: bool = False


@dataclass
class SimpleClub:
    """Everything that happened; each question sums it up from the beginning."""

    moves: list[Move] = field(default_factory=list)
    loans: dict[str, LoanTerms] = field(default_factory=dict)
    borrowers: dict[str, str] = field(default_factory=dict)
    locked: date = date.min

    def ordered(self, last: date = date.max) -> list[Move]:
        return sorted((m for m in self.moves if m.on <= last), key=lambda move: move.on)

    def totals(self, last: date = date.max) -> dict[str, int]:
        sums: dict[str, int] = defaultdict(int)
        for move in self.ordered(last):
            for name, amount in _effect(move):
                sums[name] += amount
        return sums

    def allows(self, *new: Move) -> bool:
        if any(move.on <= self.locked for move in new):
            return False
        if not all(self._loan_allows(move) for move in new):
            return False
        sums: dict[str, int] = defaultdict(int)
        for move in sorted((*self.moves, *new), key=lambda move: move.on):
            for name, amount in _effect(move):
                sums[name] += amount
                if sums[name] < 0 and amount < 0 and not name.startswith("fund"):
                    return False
        return True

    def _loan_allows(self, move: Move) -> bool:
        if not move.loan or move.amount < 0:
            return True
        given = [m for m in self.moves if m.loan == move.loan and m.kind in GIVING]
        net, terms = sum(m.amount for m in given), self.loans[move.loan]
        if move.kind == "loan_disbursement":
            return net == 0 and move.on == terms.on and move.amount == terms.principal
        if move.kind == "opening_loan":
            return net == 0 and move.on >= terms.on and move.amount <= terms.principal
        return net > 0 and move.on >= min(m.on for m in given)


def _effect(move: Move) -> Iterator[tuple[str, int]]:
    """What a movement does, by the table written down by hand; amounts in the club's favour."""
    for name, sign in EFFECTS[move.kind].items():
        if name == "loans":
            yield f"loan {move.loan}", sign * move.amount
        elif name == "savings":
            yield f"savings {move.member}", sign * move.amount
        elif name == "fund":
            yield f"fund {move.fund}", sign * move.amount
        elif name in ("income", "operating"):
            yield f"fund {name}", sign * move.amount
        elif name == "split":
            size = abs(move.amount)
            operating = size * 40 // 100 * (1 if move.amount > 0 else -1)
            yield "fund operating", operating
            yield "fund income", move.amount - operating
        elif name != "transfer":
            yield name, sign * move.amount
    if move.kind == "loan_write_off":
        yield f"written off {move.loan}", move.amount
    if move.kind == "write_off_recovery":
        yield f"written off {move.loan}", -move.amount


class Histories(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.book = empty_club()
        self.model = SimpleClub()

    def _both(self, action: Callable[[UnitOfWork], Any], *moves: Move) -> bool:
        """Do it in the book; it must be refused exactly where the model says so."""
        expected = self.model.allows(*moves)
        refused: AppError | None = None
        try:
            with self.book.begin() as uow:
                action(uow)
        except AppError as error:
            refused = error
        assert (refused is None) == expected, (repr(refused), moves)
        if expected:
            self.model.moves += moves
        return expected

    @rule(on=days, kind=st.sampled_from(KINDS), amount=amounts, name=funds, data=st.data())
    def record(self, on: date, kind: str, amount: int, name: str, data: st.DataObject) -> None:
        move = Move(on, kind, amount)
        if "fund" in EFFECTS[kind]:
            move.fund = name
        if kind in MEMBER_KINDS:
            move.member = data.draw(st.sampled_from(MEMBERS))
        if kind in LOAN_KINDS:
            if not self.model.loans:
                return
            move.loan = data.draw(st.sampled_from(sorted(self.model.loans)))
        self._record(move)

    def _record(self, move: Move) -> bool:
        return self._both(
            lambda uow: fund.record(
                uow,
                on=move.on,
                kind=move.kind,
                amount=move.amount,
                fund=move.fund,
                member=move.member or None,
                loan=move.loan or None,
            ),
            move,
        )

    @rule(on=days, amount=st.integers(100_000, 10**9), name=funds)
    def receive(self, on: date, amount: int, name: str) -> None:
        self._record(Move(on, "grant", amount, fund=name))

    @rule(on=days, amount=amounts, member=st.sampled_from(MEMBERS))
    def save(self, on: date, amount: int, member: str) -> None:
        self._record(Move(on, "saving_deposit", amount, member=member))

    @rule(
        on=days,
        principal=st.integers(1, 500_000),
        method=st.sampled_from(Method),
        term=st.integers(1, 24),
        member=st.sampled_from(MEMBERS),
    )
    def lend(self, on: date, principal: int, method: Method, term: int, member: str) -> None:
        code = f"L{len(self.model.loans) + 1:03d}"
        terms = LoanTerms(on, principal, 70, method, term)
        self.model.loans[code], self.model.borrowers[code] = terms, member

        def give(uow: UnitOfWork) -> None:
            add_loan(uow, code, member, terms)
            fund.record(uow, on=on, kind="loan_disbursement", amount=principal, loan=code)

        if not self._both(give, Move(on, "loan_disbursement", principal, loan=code)):
            del self.model.loans[code], self.model.borrowers[code]

    @precondition(lambda self: self.model.loans)
    @rule(data=st.data(), share=st.integers(1, 120), later=st.integers(0, 200))
    def repay(self, data: st.DataObject, share: int, later: int) -> None:
        """Some of a loan, all of it, or more than all of it."""
        code = data.draw(st.sampled_from(sorted(self.model.loans)))
        terms = self.model.loans[code]
        kind = data.draw(st.sampled_from(("principal_repayment", "loan_write_off")))
        owed = self.model.totals()[f"loan {code}"]
        on = terms.on + timedelta(days=later)
        self._record(Move(on, kind, max(1, owed * share // 100), loan=code))

    @rule(on=days, amount=amounts, out_of=funds, into=funds)
    def transfer(self, on: date, amount: int, out_of: str, into: str) -> None:
        if out_of == into:
            return
        self._both(
            lambda uow: fund.transfer(uow, on=on, amount=amount, out_of=out_of, into=into),
            Move(on, "fund_transfer_out", amount, fund=out_of),
            Move(on, "fund_transfer_in", amount, fund=into),
        )

    @precondition(lambda self: self.model.moves)
    @rule(data=st.data(), later=st.integers(0, 60))
    def reverse(self, data: st.DataObject, later: int) -> None:
        """Take something back, a reversal too; what followed is replayed."""
        number = data.draw(st.integers(0, len(self.model.moves) - 1))
        old = self.model.moves[number]
        if old.taken_back:
            return
        pair = [old]
        if "transfer" in old.kind:
            first = sum("transfer" in move.kind for move in self.model.moves[:number]) % 2 == 0
            pair.append(self.model.moves[number + (1 if first else -1)])
        on = old.on + timedelta(days=later)
        back = [
            Move(on, o.kind, -o.amount, o.fund, o.member, o.loan, is_reversal=True) for o in pair
        ]
        done = self._both(
            lambda uow: fund.reverse(uow, entry=number + 1, on=on, reason="nhầm"), *back
        )
        for move in pair if done else ():
            move.taken_back = True

    def _take_in(self, action: Callable[[UnitOfWork], Any]) -> Any:
        """Do something of several entries; what it wrote must be allowed, and is then known."""
        known = len(self.model.moves)
        try:
            with self.book.begin() as uow:
                done = action(uow)
        except AppError as error:
            event(f"refused: {error.code}")
            return None
        event("taken in")
        with self.book.read() as uow:
            lines = fund.entries(uow, first=START, last=date(2100, 1, 1))
        new = [
            Move(e.on, e.kind, e.amount, e.fund, e.member or "", e.loan or "")
            for e in sorted(lines, key=lambda e: e.id)
            if e.id > known
        ]
        assert self.model.allows(*new), new
        self.model.moves += new
        return done

    @rule(month=st.integers(1, 8), gift=amounts, paid=st.booleans())
    def close(self, month: int, gift: int, paid: bool) -> None:
        """A meeting with a gift, and with all that is due where ``paid``."""

        def hold(uow: UnitOfWork) -> None:
            own = Month(2024, month)
            draft = meetings.open_meeting(uow, month=own, on=own.last_day, typed_by="M002")
            meetings.all_present(uow, draft_id=draft)
            meetings.add_line(uow, draft_id=draft, kind="donation", amount=gift, fund="care")
            if paid:
                meetings.accept_all(uow, draft_id=draft)
            closing.close_meeting(
                uow, draft_id=draft, typed_by="M002", confirmed_by=("M001", "M003")
            )

        self._take_in(hold)

    @rule(on=days, amount=st.integers(1, 50_000))
    def split(self, on: date, amount: int) -> None:
        """Two members go with their savings and a share of every fund to a club of their own."""

        def part(uow: UnitOfWork) -> Handover:
            fund.record(uow, on=on, kind="saving_deposit", amount=amount, member="M004")
            going = ("M004", "M005")
            cash, bank = succession.share_of(uow, on=on, going=going)
            return succession.hand_over(
                uow, on=on, to_club="CLB mới", going=going, minutes="BB 1", cash=cash, bank=bank
            )

        handover = self._take_in(part)
        if handover is None:
            return
        taker = empty_club()
        with taker.begin() as uow:
            succession.take_over(uow, handover=handover)
            found = fund.balances(uow, on=date(2100, 1, 1))
        assert found.cash == sum(handover.cash.values())
        assert found.bank == sum(handover.bank.values())
        assert found.savings == sum(handover.savings.values()) >= amount
        assert checking.check(taker).ok

    @rule(month=st.integers(1, 3))
    def lock(self, month: int) -> None:
        with self.book.begin() as uow:
            locks.lock(uow, month=Month(2024, month))
        self.model.locked = max(self.model.locked, Month(2024, month).last_day)

    @invariant()
    def balances_agree(self) -> None:
        sums = self.model.totals()
        with self.book.read() as uow:
            found = fund.balances(uow, on=date(2100, 1, 1))
        assert found.cash == sums["cash"]
        assert found.bank == sums["bank"]
        assert found.borrowed == sums["borrowed"]
        assert found.loans == sum(v for k, v in sums.items() if k.startswith("loan "))
        assert found.savings == sum(v for k, v in sums.items() if k.startswith("savings "))
        assert found.funds == {n: sums[f"fund {n}"] for n in ("income", "operating", "care")}
        assert found.fund_total == sum(found.funds.values())

    def teardown(self) -> None:
        assert checking.check(self.book).ok
        with self.book.read() as uow:
            for last in (date(2024, 2, 29), date(2024, 5, 31), date(2024, 12, 31)):
                sums = self.model.totals(last)
                owed = {line.loan: line.outstanding for line in loans.loan_book(uow, on=last).loans}
                assert owed == {c: v for c in self.model.loans if (v := sums[f"loan {c}"])}
                found = fund_statement(uow, first=START, last=last)
                assert found.cash.closing == sums["cash"]
                assert found.cash.receipts == sum(found.receipts.values())
                assert found.cash.payments == sum(found.payments.values())
                assert found.savings.closing == sum(
                    v for k, v in sums.items() if k.startswith("savings ")
                )


Histories.TestCase.settings = settings(
    max_examples=400 if HEAVY else 12,
    stateful_step_count=120 if HEAVY else 30,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
TestHistories = Histories.TestCase
