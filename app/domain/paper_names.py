"""What each paper is called, in lists and in answers; in the language now in use.

What stands on the paper itself is worded in ``reports``. Codes are the names on the command line.
"""

from __future__ import annotations

from app.base.text import translate


def paper_label(code: str) -> str:
    """The name of the paper ``code``; an unknown code comes back as it is."""
    named = _of_money() | _of_people() | _of_loans() | _of_work() | _of_union()
    return named.get(code, code)


def _of_money() -> dict[str, str]:
    return {
        "fund-statement": translate("papers", "Fund statement"),
        "cash-book": translate("papers", "Cash book"),
        "vouchers": translate("papers", "Receipts and payments"),
        "cash-count": translate("papers", "Cash count"),
        "golden-book": translate("papers", "Book of golden hearts"),
        "interest-split": translate("papers", "Interest divided among the funds"),
        "hand-over": translate("papers", "Hand-over of fund and books"),
        "year-end": translate("papers", "Sharing out at the year's end"),
        "club-handover": translate("papers", "Hand-over between clubs"),
    }


def _of_people() -> dict[str, str]:
    return {
        "collection-sheet": translate("papers", "Collection sheet for the coming meeting"),
        "attendance-sheet": translate("papers", "Attendance sheet for the coming meeting"),
        "attendance": translate("papers", "Attendance"),
        "attendance-book": translate("papers", "Attendance book"),
        "fee-book": translate("papers", "Fee book"),
        "member-list": translate("papers", "List of members"),
        "member-statement": translate("papers", "Member's statement"),
        "consent": translate("papers", "Consent to keeping personal data"),
        "opening-balances": translate("papers", "Balances carried over"),
        "settlement": translate("papers", "Settlement with a member who leaves"),
    }


def _of_loans() -> dict[str, str]:
    return {
        "loan-book": translate("papers", "Loan book"),
        "loan-approval": translate("papers", "Board minutes on loans"),
        "loan-request": translate("papers", "Request for a loan"),
        "loan-agreement": translate("papers", "Loan agreement"),
        "loan-schedule": translate("papers", "Repayment schedule"),
        "loan-card": translate("papers", "Repayment card"),
    }


def _of_work() -> dict[str, str]:
    return {
        "minutes": translate("papers", "Minutes"),
        "indicators": translate("papers", "Indicators"),
        "activity-plan": translate("papers", "Plan of activities"),
        "activity-report": translate("papers", "Report on activities"),
        "club-report": translate("papers", "Report on the club's work"),
        "key-sheet": translate("papers", "The club's key"),
        "home-care-book": translate("papers", "Home care book, blank"),
        "mutual-help-book": translate("papers", "Mutual help book, blank"),
        "recovery-sheet": translate("papers", "Recovery sheet"),
        "health-book": translate("papers", "Health book, blank"),
        "equipment-book": translate("papers", "Book of property and equipment, blank"),
    }


def _of_union() -> dict[str, str]:
    return {
        "union-report": translate("papers", "Report on all clubs"),
        "supervision": translate("papers", "Supervision of all clubs"),
        "courses": translate("papers", "Courses and exchange visits"),
        "visit-checklist": translate("papers", "Checklist of a visit"),
        "visit-minutes": translate("papers", "Minutes of a visit"),
    }
