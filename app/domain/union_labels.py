"""Code → word of what a supervisor sees, with the definition beside each criterion (R23)."""

from __future__ import annotations

from app.base.text import translate
from app.domain import criteria
from app.domain.money import format_bp, format_dong


def reported_label(code: str) -> str:
    """How a club stands with the month asked for."""
    return {
        "reported": translate("labels", "reported"),
        "waiting": translate("labels", "not yet due"),
        "late": translate("labels", "late"),
        "silent": translate("labels", "silent"),
    }[code]


def box_sign(code: str) -> str:
    """A month of the year page as one sign."""
    return {"held": "x", "not_held": "–", "not_told": "?", "before": "", "to_come": ""}[code]


def box_label(code: str) -> str:
    """A month of the year page in a word."""
    return {
        "held": translate("labels", "meeting held"),
        "not_held": translate("labels", "no meeting"),
        "not_told": translate("labels", "nothing told"),
        "before": translate("labels", "before the book began"),
        "to_come": translate("labels", "still to come"),
    }[code]


def source_label(code: str) -> str:
    """Where cash came from."""
    return {
        "fees": translate("labels", "Membership fees"),
        "interest": translate("labels", "Interest and penalties"),
        "donations": translate("labels", "Donations"),
        "grants": translate("labels", "Support from above"),
        "other_income": translate("labels", "Other income"),
        "borrowed_in": translate("labels", "Borrowed capital"),
    }[code]


def growth_label(code: str) -> str:
    """A figure that is compared with a year before."""
    return {
        "members": translate("labels", "Members"),
        "women": translate("labels", "Women"),
        "older_60": translate("labels", "Aged 60 and over"),
        "poor": translate("labels", "Poor"),
        "near_poor": translate("labels", "Near-poor"),
        "borrowers": translate("labels", "Borrowers"),
        "fund_total": translate("labels", "Whole fund"),
        "income_fund": translate("labels", "Income fund"),
        "loans_outstanding": translate("labels", "Owed by members"),
        "savings": translate("labels", "Savings"),
        "par30": translate("labels", "In loans more than 30 days late"),
    }[code]


def criterion_label(code: str) -> str:
    """What a criterion is called."""
    return {
        "meetings": translate("labels", "Meetings held in a year"),
        "attendance": translate("labels", "Attendance"),
        "members": translate("labels", "Members of the club"),
        "women": translate("labels", "Share of women"),
        "older": translate("labels", "Share aged 60 and over"),
        "borrowers": translate("labels", "Members with a loan"),
        "both_funds": translate("labels", "Both funds kept"),
        "income_fund": translate("labels", "Size of the income fund"),
        "activities": translate("labels", "Areas of work"),
        "on_time": translate("labels", "Principal repaid on time"),
    }[code]


def criterion_definition(code: str) -> str:
    """How a criterion is counted."""
    return {
        "meetings": translate("labels", "meetings held in the last 12 months"),
        "attendance": translate("labels", "present among all on the lists of the last 12 months"),
        "members": translate("labels", "members at the month's end"),
        "women": translate("labels", "women among the members"),
        "older": translate("labels", "members aged 60 and over among the members"),
        "borrowers": translate("labels", "members who owe a loan among the members"),
        "both_funds": translate("labels", "income fund and operating fund that hold money"),
        "income_fund": translate("labels", "the income fund in đồng"),
        "activities": translate("labels", "of the eight areas, those of the last 12 months"),
        "on_time": translate("labels", "paid by the end of the due month, of what fell due"),
    }[code]


def criterion_value(code: str, value: int | None) -> str:
    """A value or a limit of a criterion: a ratio in per cent, an amount in đồng, else a count."""
    if value is None:
        return "–"
    if code in criteria.RATIOS:
        return format_bp(value)
    return format_dong(value) if code in criteria.AMOUNTS else str(value)


def setting_label(key: str) -> str:
    """What a limit or a target of the union is called."""
    if key.startswith(criteria.PREFIX):
        return criterion_label(key.removeprefix(criteria.PREFIX))
    return {
        "report_days": translate("labels", "Days after the month's end to report"),
        "silent_months": translate("labels", "Months behind that make a club silent"),
        "coverage_level": translate("labels", "Coverage is counted by"),
        "coverage_target_bp": translate("labels", "Target of coverage"),
        "coverage_units": translate("labels", "Districts or communes there are"),
        "coverage_decision": translate("labels", "What the target rests on"),
    }[key]


def setting_value(key: str, value: str) -> str:
    """A limit or target from its stored text; of a criterion what gives 1, 2 and 3 points."""
    if key.startswith(criteria.PREFIX):
        code = key.removeprefix(criteria.PREFIX)
        return "; ".join(criterion_value(code, int(part)) for part in value.split(";"))
    if key == "coverage_level":
        return level_label(value)
    if key == "coverage_target_bp":
        return format_bp(int(value))
    if key == "coverage_units" and value == "0":
        return translate("labels", "as in the list of communes")
    return value or "–"


def level_label(code: str) -> str:
    """What coverage is counted by."""
    return {
        "district": translate("labels", "district"),
        "commune": translate("labels", "commune or ward"),
    }[code]


def oddity_label(code: str) -> str:
    """What there is to ask about; ``{count}`` stands for how many."""
    return {
        "typed_at_once": translate("labels", "the entries of {count} months typed in one night"),
        "typed_late": translate("labels", "{count} entries typed more than a month late"),
        "round_interest": translate("labels", "round interest in {count} months"),
        "always_there": translate("labels", "attendance 100 % at all {count} meetings"),
        "cash_still": translate("labels", "the same cash in the box for {count} months"),
        "no_interest": translate("labels", "money lent, no interest for {count} months"),
        "held_without_money": translate("labels", "{count} meetings without any money"),
    }[code]


def check_label(code: str) -> str:
    """A point of a visit; ``{number}`` stands for the entry's running number."""
    return {
        "book_kept": translate("labels", "The paper book is kept up to the last meeting"),
        "box_counted": translate("labels", "The cash in the box was counted in front of us"),
        "same_in_program": translate("labels", "Box, paper book and program agree"),
        "minutes_signed": translate("labels", "The minutes are there and signed"),
        "meeting_held": translate("labels", "The club meets each month"),
        "entry": translate("labels", "Entry no. {number}: the same in the book and on its slip"),
    }[code]


def course_label(code: str) -> str:
    """What a course is."""
    return {
        "training": translate("labels", "Training course"),
        "exchange": translate("labels", "Exchange visit"),
    }[code]


def particular_label(field: str) -> str:
    """What the union keeps of a club."""
    return {
        "founded_on": translate("labels", "Founded on"),
        "founding_decision": translate("labels", "Founding decision"),
        "parent_body": translate("labels", "Managed by"),
        "area": translate("labels", "Commune it belongs to"),
        "parent_club": translate("labels", "Split from the club"),
        "chair": translate("labels", "Chair of the board"),
        "vice_chair": translate("labels", "Vice chair of the board"),
        "secretary": translate("labels", "Secretary of the board"),
        "treasurer": translate("labels", "Treasurer of the board"),
        "board": translate("labels", "Other members of the board"),
        "ended": translate("labels", "Ended, because"),
        "note": translate("labels", "Note of the union"),
    }[field]
