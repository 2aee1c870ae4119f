"""A field for each kind of rule. ``stored()`` is the rule's text as the book keeps it.

What a value means and which values there are, ``domain.rules`` says.
"""

from __future__ import annotations

from itertools import permutations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.base.errors import InvalidError, Problem
from app.base.text import translate
from app.domain.fund import Fund
from app.domain.labels import fund_label, rule_label, rule_value_label
from app.domain.loans import ROUNDINGS, Method
from app.domain.rules import PENALTY_PARTS, UNLIMITED, parse_penalty, parse_split
from app.ui.widgets.basics import label
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.wording import typed_rate

AMOUNTS = ("fee_monthly", "cash_ceiling", "max_loan")
CHOICES: dict[str, tuple[str, ...]] = {
    "loan_method": tuple(method.value for method in Method),
    "rounding": tuple(str(amount) for amount in ROUNDINGS),
    "allocation": tuple(";".join(order) for order in permutations(PENALTY_PARTS)),
}


class RuleEditor(QWidget):
    """One way of typing a rule's value."""

    def stored(self) -> str:
        """The value as stored text; raises AppError for what can't be read."""
        raise NotImplementedError


class AmountEditor(RuleEditor):
    """So many đồng."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__()
        self.amount = MoneyEdit(rule_label(key), int(value) if value else None)
        _fill(self, self.amount)

    def stored(self) -> str:
        amount = self.amount.amount()
        return "" if amount is None else str(amount)


class RateEditor(RuleEditor):
    """A monthly rate, typed as people say it."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__()
        self.rate = _named(text_field(percent_text(value)), rule_label(key))
        _fill(self, self.rate)

    def stored(self) -> str:
        rate = typed_rate(self.rate.text())
        if rate is None:
            raise InvalidError([Problem("number.unreadable", field="value")])
        return str(rate)


class NumberEditor(RuleEditor):
    """A whole number; nothing where the rule may be left out."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__()
        self.number = _named(text_field(value), rule_label(key))
        _fill(self, self.number)

    def stored(self) -> str:
        return self.number.text().strip().removesuffix("%").strip()


class ChoiceEditor(RuleEditor):
    """One of a few."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__()
        self.choice: QComboBox = choice_field(
            [(code, rule_value_label(key, code)) for code in CHOICES[key]], value
        )
        self.choice.setAccessibleName(rule_label(key))
        _fill(self, self.choice)

    def stored(self) -> str:
        return str(self.choice.currentData())


class SplitEditor(RuleEditor):
    """So many percent of the interest into each fund."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__()
        now = dict(parse_split(value))
        self.percents: dict[str, QLineEdit] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        for fund in Fund:
            name = fund_label(fund.value)
            field = _named(text_field(str(now.get(fund.value, 0))), f"{rule_label(key)}: {name}")
            field.setMaximumWidth(field.fontMetrics().horizontalAdvance("0") * 10)
            line = QHBoxLayout()
            line.addWidget(label(f"{name}, %", wrap=False), 1)
            line.addWidget(field)
            lines.addLayout(line)
            self.percents[fund.value] = field

    def stored(self) -> str:
        parts = [(fund, field.text().strip() or "0") for fund, field in self.percents.items()]
        return ";".join(f"{fund}:{percent}" for fund, percent in parts if percent != "0")


class PenaltyEditor(RuleEditor):
    """Nothing, an amount for each late instalment, or a rate of what is late."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__()
        now = parse_penalty(value)
        self.way = choice_field(
            [
                ("", translate("window", "No penalty")),
                ("fixed", translate("window", "So many đồng for each late instalment")),
                ("monthly_bp", translate("window", "So many % a month of what is late")),
            ],
            now.way,
        )
        self.way.setAccessibleName(rule_label(key))
        self.amount = MoneyEdit(
            translate("window", "Penalty in đồng"), now.amount if now.way == "fixed" else None
        )
        rate = percent_text(str(now.amount)) if now.way == "monthly_bp" else ""
        self.rate = _named(text_field(rate, "0,5"), translate("window", "Penalty in % a month"))
        _fill(self, self.way, self.amount, self.rate)
        self.way.currentIndexChanged.connect(self._on_way)
        self._on_way()

    def stored(self) -> str:
        way = self.way.currentData()
        if not way:
            return ""
        number = self.amount.amount() if way == "fixed" else typed_rate(self.rate.text())
        if not number:
            raise InvalidError([Problem("number.unreadable", field="value")])
        return f"{way}:{number}"

    def _on_way(self) -> None:
        self.amount.setVisible(self.way.currentData() == "fixed")
        self.rate.setVisible(self.way.currentData() == "monthly_bp")


def editor(key: str, value: str) -> RuleEditor:
    """The field for rule ``key``, holding ``value``."""
    if key in AMOUNTS:
        return AmountEditor(key, value)
    if key in CHOICES:
        return ChoiceEditor(key, value)
    special = {"loan_rate_bp": RateEditor, "interest_split": SplitEditor, "penalty": PenaltyEditor}
    return special.get(key, NumberEditor)(key, value)


def hint(key: str) -> str:
    """What may be typed for a rule, where its name doesn't say it."""
    if key in UNLIMITED:
        return translate("window", "Leave it empty for no limit.")
    if key == "loan_rate_bp":
        return translate("window", "In % a month, for example 0,7")
    if key == "interest_split":
        return translate("window", "Together 100 %.")
    return translate("window", "In %, for example 50") if key.endswith("_percent") else ""


def percent_text(bp: str) -> str:
    """``70`` of the book as people write it: ``0,7``."""
    whole, part = divmod(int(bp or 0), 100)
    return f"{whole},{part:02d}".rstrip("0").rstrip(",")


def _named(field: QLineEdit, name: str) -> QLineEdit:
    field.setAccessibleName(name)
    return field


def _fill(editor: QWidget, *fields: QWidget) -> None:
    layout = QVBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        layout.addWidget(field)
    editor.setFocusProxy(fields[0])
