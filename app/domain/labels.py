"""Code → word, the same on screen and on paper; in the language now in use.

The words come from the glossary (``i18n/glossary.md``). Unknown codes come back as they are, so a
role in a club's own words needs no entry here.
"""

from __future__ import annotations

from app.base.text import translate
from app.domain.money import format_bp, format_dong


def kind_label(code: str) -> str:
    """What an entry of kind ``code`` is called (CONTRACT 3, the table of kinds)."""
    return {
        "opening_cash": translate("labels", "Cash taken over"),
        "opening_bank": translate("labels", "Bank balance taken over"),
        "opening_loan": translate("labels", "Loan taken over"),
        "opening_savings": translate("labels", "Savings taken over"),
        "opening_borrowed": translate("labels", "Borrowed capital taken over"),
        "membership_fee": translate("labels", "Membership fee"),
        "saving_deposit": translate("labels", "Savings paid in"),
        "saving_withdrawal": translate("labels", "Savings taken out"),
        "saving_interest": translate("labels", "Interest on savings"),
        "loan_disbursement": translate("labels", "Loan given"),
        "principal_repayment": translate("labels", "Principal repaid"),
        "interest_payment": translate("labels", "Interest paid"),
        "penalty_payment": translate("labels", "Late penalty"),
        "donation": translate("labels", "Donation"),
        "grant": translate("labels", "Support from above"),
        "other_income": translate("labels", "Other income"),
        "expense": translate("labels", "Expense"),
        "fund_transfer_in": translate("labels", "Transfer into a fund"),
        "fund_transfer_out": translate("labels", "Transfer out of a fund"),
        "bank_deposit": translate("labels", "Paid into the bank"),
        "bank_withdrawal": translate("labels", "Taken from the bank"),
        "bank_interest": translate("labels", "Bank interest"),
        "bank_fee": translate("labels", "Bank fee"),
        "borrowed_in": translate("labels", "Borrowed capital received"),
        "borrowed_out": translate("labels", "Borrowed capital paid back"),
        "cash_over": translate("labels", "Cash count: too much"),
        "cash_short": translate("labels", "Cash count: too little"),
        "loan_write_off": translate("labels", "Loan written off"),
        "write_off_recovery": translate("labels", "Written-off loan recovered"),
        "handover_cash": translate("labels", "Cash handed over"),
        "handover_bank": translate("labels", "Bank balance handed over"),
        "handover_loan": translate("labels", "Loan handed over"),
        "handover_savings": translate("labels", "Savings handed over"),
        "handover_borrowed": translate("labels", "Borrowed capital handed over"),
    }.get(code, code)


def fund_label(code: str) -> str:
    return {
        "income": translate("labels", "Income fund"),
        "operating": translate("labels", "Operating fund"),
        "care": translate("labels", "Care fund"),
    }.get(code, code)


def method_label(code: str) -> str:
    """How a loan is repaid."""
    return {
        "interest_only": translate("labels", "principal at the end"),
        "equal_principal": translate("labels", "equal principal"),
        "annuity": translate("labels", "equal instalments"),
        "flat": translate("labels", "flat interest"),
    }.get(code, code)


def presence_label(code: str) -> str:
    return {
        "present": translate("labels", "present"),
        "excused": translate("labels", "excused"),
        "absent": translate("labels", "absent"),
        "represented": translate("labels", "represented"),
    }.get(code, code)


def status_label(code: str) -> str:
    """State of a month's meeting."""
    return {
        "held": translate("labels", "held"),
        "not_held": translate("labels", "not held"),
        "open": translate("labels", "open"),
        "missing": translate("labels", "not recorded"),
        "coming": translate("labels", "to come"),
    }.get(code, code)


def role_label(code: str) -> str:
    return {
        "chair": translate("labels", "Chair"),
        "secretary": translate("labels", "Secretary"),
        "treasurer": translate("labels", "Treasurer"),
        "member": translate("labels", "Member"),
    }.get(code, code)


def sex_label(code: str) -> str:
    return {"F": translate("labels", "female"), "M": translate("labels", "male")}.get(code, "")


def poverty_label(code: str) -> str:
    return {
        "poor": translate("labels", "poor"),
        "near_poor": translate("labels", "near-poor"),
    }.get(code, "")


def activity_label(code: str) -> str:
    """One of the eight areas of a club's work."""
    return {
        "1": translate("labels", "Income and livelihood"),
        "2": translate("labels", "Health care"),
        "3": translate("labels", "Volunteer home care"),
        "4": translate("labels", "Self-help and community support"),
        "5": translate("labels", "Rights and entitlements"),
        "6": translate("labels", "Awareness and learning"),
        "7": translate("labels", "Culture, arts and visits"),
        "8": translate("labels", "Resource mobilisation"),
    }.get(code, code)


def ageing_label(code: str) -> str:
    """A class of lateness of loans."""
    return {
        "current": translate("labels", "on time"),
        "1-30": translate("labels", "1 to 30 days"),
        "31-60": translate("labels", "31 to 60 days"),
        "61-90": translate("labels", "61 to 90 days"),
        "91-180": translate("labels", "91 to 180 days"),
        "over_180": translate("labels", "over 180 days"),
    }.get(code, code)


def rule_label(code: str) -> str:
    """One of the club's rules that may change from a day on."""
    return {
        "fee_monthly": translate("labels", "Monthly fee"),
        "loan_rate_bp": translate("labels", "Loan interest a month"),
        "loan_method": translate("labels", "Way of repaying"),
        "loan_term_months": translate("labels", "Loan term in months"),
        "rounding": translate("labels", "Interest rounded to"),
        "interest_split": translate("labels", "Interest divided among the funds"),
        "cash_ceiling": translate("labels", "Cash ceiling"),
        "quorum_percent": translate("labels", "Quorum"),
        "max_open_loans": translate("labels", "Loans one member may have at a time"),
        "max_loan": translate("labels", "Largest loan"),
        "savings_multiple": translate("labels", "Loans up to so many times the savings"),
        "fund_share_percent": translate("labels", "One member's share of the income fund"),
        "penalty": translate("labels", "Penalty for paying late"),
        "allocation": translate("labels", "What a payment goes to first"),
        "max_extensions": translate("labels", "Times a loan may be extended"),
    }.get(code, code)


def rule_value_label(code: str, value: str) -> str:
    """A rule's stored text in words, for the minutes: ``100`` of the rate as ``1 %``."""
    if not value:
        return translate("labels", "none")
    if code == "loan_method":
        return method_label(value)
    if code in ("interest_split", "allocation"):
        pieces = [piece.partition(":") for piece in value.split(";")]
        return ", ".join(
            f"{_part_label(name)} {percent} %" if percent else _part_label(name)
            for name, _, percent in pieces
        )
    if code == "penalty":
        way, _, number = value.partition(":")
        return _penalty_label(way, int(number))
    if code in ("fee_monthly", "rounding", "cash_ceiling", "max_loan"):
        return translate("labels", "{amount} đồng").format(amount=format_dong(int(value)))
    if code == "loan_rate_bp":
        return format_bp(int(value))
    return f"{value} %" if code.endswith("_percent") else value


def _part_label(code: str) -> str:
    return {
        "penalty": translate("labels", "late penalty"),
        "interest": translate("labels", "interest"),
        "principal": translate("labels", "principal"),
    }.get(code) or fund_label(code)


def _penalty_label(way: str, number: int) -> str:
    if way == "fixed":
        return translate("labels", "{amount} đồng for each late instalment").format(
            amount=format_dong(number)
        )
    return translate("labels", "{rate} a month of the overdue principal").format(
        rate=format_bp(number)
    )
