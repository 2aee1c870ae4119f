"""The club's rules: read, kept, in force from a day on."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.loans import Method
from app.domain.rules import (
    RULE_KEYS,
    BadRuleError,
    RuleChange,
    Rules,
    format_rule,
    parse_rule,
    rules_on,
)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("fee_monthly", " 5000 ", 5000),
        ("loan_rate_bp", "0", 0),
        ("loan_method", "annuity", Method.ANNUITY),
        ("loan_term_months", "600", 600),
        ("rounding", "500", 500),
        ("cash_ceiling", "", None),
        ("cash_ceiling", "2000000", 2_000_000),
        ("interest_split", " income:60 ; operating:40", (("income", 60), ("operating", 40))),
        ("interest_split", "care:100", (("care", 100),)),
        ("quorum_percent", "67", 67),
    ],
)
def test_a_rule_is_read_and_read_back(key: str, text: str, value: object) -> None:
    assert parse_rule(key, text) == value
    assert parse_rule(key, format_rule(value)) == value


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("fee_monthly", "-1", "rule.not_a_number"),
        ("fee_monthly", "5.000,5", "rule.not_a_number"),
        ("fee_monthly", "", "rule.not_a_number"),
        ("loan_rate_bp", "10001", "rule.out_of_range"),
        ("loan_term_months", "0", "rule.out_of_range"),
        ("rounding", "50", "rule.out_of_range"),
        ("quorum_percent", "101", "rule.out_of_range"),
        ("loan_method", "balloon", "rule.method_unknown"),
        ("interest_split", "", "rule.split_unreadable"),
        ("interest_split", "income:a", "rule.split_unreadable"),
        ("interest_split", "income:50;income:50", "rule.split_unreadable"),
        ("interest_split", "health:100", "rule.split_unreadable"),
        ("interest_split", "income:60;operating:41", "rule.split_not_100"),
    ],
)
def test_a_value_no_rule_can_have(key: str, text: str, code: str) -> None:
    with pytest.raises(BadRuleError, match=code):
        parse_rule(key, text)


def test_without_changes_the_defaults_are_in_force() -> None:
    assert rules_on([], date(2024, 1, 1)) == Rules()
    assert set(RULE_KEYS) >= {"fee_monthly", "interest_split", "cash_ceiling"}


def test_a_rule_is_in_force_from_its_day_however_late_it_was_written_down() -> None:
    changes = [
        RuleChange("loan_rate_bp", "80", date(2024, 6, 1)),
        RuleChange("loan_rate_bp", "70", date(2024, 1, 1)),
        RuleChange("loan_rate_bp", "90", date(2024, 6, 1)),
        RuleChange("fee_monthly", "3000", date(2024, 3, 1)),
    ]
    rates = [rules_on(changes, date(2024, m, 1)).loan_rate_bp for m in (1, 5, 6, 12)]
    assert rates == [70, 70, 90, 90]
    assert rules_on(changes, date(2023, 12, 31)) == Rules()
    assert rules_on(changes, date(2024, 2, 29)).fee_monthly == 0
    assert rules_on(changes, date(2024, 3, 1)).split == {"income": 100}
