"""A sentence about each paper, for who does not know its name. Free of Qt.

What a paper is called stands in ``domain.paper_names``.
"""

from __future__ import annotations

from app.base.text import translate


def about_words(name: str) -> str:
    """What the paper ``name`` shows; nothing for one that needs no explaining."""
    return (_of_meetings() | _of_money() | _of_members() | _of_loans() | _of_work()).get(name, "")


def group_words(group: str) -> str:
    """What a group of papers is called."""
    return {
        "meeting": translate("window", "The meeting"),
        "money": translate("window", "Money and funds"),
        "members": translate("window", "Members"),
        "loans": translate("window", "Loans"),
        "work": translate("window", "The club's work"),
        "blank": translate("window", "Books to write in by hand"),
    }[group]


def _of_meetings() -> dict[str, str]:
    return {
        "minutes": translate("window", "what was said, decided, paid in and out at a meeting"),
        "cash-count": translate("window", "the banknotes counted at a meeting"),
        "vouchers": translate("window", "a slip for each sum taken in or paid out, to be signed"),
        "loan-approval": translate("window", "which loans the board agreed to"),
        "collection-sheet": translate("window", "what each member is to pay, to tick off by hand"),
        "attendance-sheet": translate("window", "all names with room for a signature"),
    }


def _of_money() -> dict[str, str]:
    return {
        "fund-statement": translate("window", "taken in, paid out, and what there is"),
        "cash-book": translate("window", "every sum of the month, line by line"),
        "golden-book": translate("window", "who gave what to the club"),
        "interest-split": translate("window", "how much of the interest went into which fund"),
        "hand-over": translate("window", "what a new treasurer takes over, to be signed"),
    }


def _of_members() -> dict[str, str]:
    return {
        "member-statement": translate("window", "one member's savings, loans and payments"),
        "member-list": translate("window", "everybody, with year of birth and hamlet"),
        "attendance": translate("window", "who came, month by month"),
        "attendance-book": translate("window", "the marks of the whole year on one sheet"),
        "fee-book": translate("window", "who paid the fee in which month of the year"),
        "consent": translate("window", "to be signed by the chosen member"),
        "opening-balances": translate(
            "window", "what the book began with: each member signs her own line"
        ),
    }


def _of_loans() -> dict[str, str]:
    return {
        "loan-book": translate("window", "who owes how much, and who is late"),
        "loan-request": translate("window", "for the chosen member, to be filled in and signed"),
        "loan-agreement": translate("window", "the terms of the chosen loan, to be signed"),
        "loan-schedule": translate("window", "when how much of the chosen loan is due"),
        "loan-card": translate("window", "what was paid on the chosen loan, day by day"),
    }


def _of_work() -> dict[str, str]:
    return {
        "indicators": translate("window", "the counts the Women's Union asks for"),
        "club-report": translate("window", "one letter with money, people and work of the month"),
        "activity-report": translate("window", "what was done in the eight areas of work"),
        "activity-plan": translate("window", "what is to be done next"),
        "key-sheet": translate("window", "for the union to compare when it first gets a bundle"),
    }
