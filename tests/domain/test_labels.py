"""Every code has its word, and a rule's value reads as people say it."""

from __future__ import annotations

import pytest

from app.base.catalogue import language
from app.domain import labels
from app.domain.fund import KINDS, Fund
from app.domain.loan_state import empty_ageing
from app.domain.loans import Method
from app.domain.meetings import has_quorum
from app.domain.rules import RULE_KEYS

CODES = [
    (labels.kind_label, list(KINDS)),
    (labels.fund_label, list(Fund)),
    (labels.method_label, list(Method)),
    (labels.presence_label, ["present", "excused", "absent", "represented"]),
    (labels.status_label, ["held", "not_held"]),
    (labels.role_label, ["chair", "secretary", "treasurer", "member"]),
    (labels.sex_label, ["F", "M"]),
    (labels.poverty_label, ["poor", "near_poor"]),
    (labels.activity_label, [str(number) for number in range(1, 9)]),
    (labels.ageing_label, list(empty_ageing())),
    (labels.rule_label, list(RULE_KEYS)),
]


@pytest.mark.parametrize(
    ("label", "codes"), CODES, ids=lambda value: getattr(value, "__name__", "")
)
@pytest.mark.parametrize("spoken", ["vi", "en"])
def test_each_code_has_a_word_of_its_own(label: object, codes: list[str], spoken: str) -> None:
    with language(spoken):
        words = [label(code) for code in codes]  # type: ignore[operator]
    assert all(words)
    assert len(set(words)) == len(words)
    assert not set(words) & {code for code in codes if "_" in code}


@pytest.mark.parametrize(
    ("rule", "value", "words"),
    [
        ("loan_rate_bp", "70", "0,7 %"),
        ("fee_monthly", "5000", "5.000 đồng"),
        ("cash_ceiling", "", "none"),
        ("quorum_percent", "50", "50 %"),
        ("loan_term_months", "12", "12"),
        ("penalty", "fixed:5000", "5.000 đồng for each late instalment"),
        ("penalty", "bp:20", "0,2 % a month of the overdue principal"),
    ],
)
def test_a_rules_value_in_words(rule: str, value: str, words: str) -> None:
    with language("en"):
        assert labels.rule_value_label(rule, value) == words


def test_parts_of_a_rule_are_named_one_by_one() -> None:
    with language("en"):
        split = labels.rule_value_label("interest_split", "income:60;operating:40")
        order = labels.rule_value_label("allocation", "penalty;interest;principal")
    assert (split.count(","), split.count("%")) == (1, 2)
    assert order == "late penalty, interest, principal"
    assert labels.rule_value_label("loan_method", "flat") == labels.method_label("flat")


@pytest.mark.parametrize(
    ("present", "rows", "percent", "enough"),
    [(5, 10, 50, True), (4, 10, 50, False), (0, 0, 0, False), (7, 10, 67, True), (0, 10, 0, True)],
)
def test_quorum(present: int, rows: int, percent: int, enough: bool) -> None:
    assert has_quorum(present, rows, percent) is enough
