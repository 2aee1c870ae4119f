"""What the codes about open meetings, their closing say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    "meeting.month_taken": translate(
        "errors", "Month {month} already has its meeting. Open it in the list of months."
    ),
    "meeting.day_taken": translate(
        "errors", "There is already a meeting on {on}. Look at the day."
    ),
    "meeting.day_outside_month": translate(
        "errors",
        "{on} does not belong to month {month}. A meeting is held in its month or in the one "
        "after.",
    ),
    "meeting.in_future": translate(
        "errors", "{on} is still to come. Choose the day the meeting was held."
    ),
    "meeting.before_book": translate(
        "errors", "{on} lies before the first day of this book, {started_on}. Look at the day."
    ),
    "meeting.month_outside_book": translate(
        "errors", "Month {month} does not belong to this book, which runs from {first} to today."
    ),
    "meeting.not_open": translate(
        "errors", "This meeting is no longer open: it has been closed or cancelled."
    ),
    "meeting.field_unknown": translate("errors", "The meeting has no field “{name}”."),
    "meeting.reason_missing": translate("errors", "Write why there was no meeting."),
    "vote.decision_missing": translate("errors", "Write what was decided."),
    "vote.nobody": translate(
        "errors", "Nobody voted yet. Write how many were for it, against it, or had no opinion."
    ),
    "vote.too_many": translate(
        "errors",
        "{votes} votes are more than the {present} people present. Count again, or mark in step 1 "
        "who came.",
    ),
    "notes.unreadable": translate(
        "errors", "Write how many notes of {face:dong} đồng were counted, as a whole number."
    ),
    "closing.nobody_marked": translate(
        "errors", "Nobody is marked yet. Mark who came, then close the meeting."
    ),
    "closing.not_marked": translate("errors", "{name} is not marked yet. Mark whether she came."),
    "sheet.paste_outside": translate(
        "errors",
        "The copied cells do not fit into the sheet from this cell on. Stand on the cell where "
        "the first amount belongs, then paste again.",
    ),
    "closing.chair_missing": translate("errors", "Choose who chaired the meeting."),
    "closing.secretary_missing": translate("errors", "Choose who wrote the minutes."),
    "closing.cash_short": translate(
        "errors",
        "More goes out than there is: the cash box would be {short:dong} đồng short. Look at "
        "the loans and expenses.",
    ),
    "closing.count_unexplained": translate(
        "errors",
        "Count and book are {amount:dong} apart. In step 5 look for a forgotten entry, or write "
        "why they differ.",
    ),
    "closing.two_confirm": translate(
        "errors", "Two different board members confirm a closing. Choose the second one."
    ),
    "closing.not_on_board": translate(
        "errors", "Only board members can confirm a closing. Choose two of them."
    ),
    # paper beside the program
    "agreement.not_chosen": translate(
        "errors", "Compare with the paper book, then choose what you found."
    ),
    "agreement.note_missing": translate(
        "errors", "Write where they differ, for example: cash, 50.000 more in the paper book."
    ),
    "agreement.month_open": translate(
        "errors",
        "The meeting of {month:month} is not closed yet. Close it first, then compare with the "
        "paper book.",
    ),
}
