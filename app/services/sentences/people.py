"""What the codes about members say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    "member.unknown": translate(
        "errors", "There is no member “{member}”. Look at the list of members."
    ),
    "member.code_taken": translate(
        "errors", "The number {member} belongs to somebody else. Choose another, or leave it empty."
    ),
    "member.name_missing": translate("errors", "Write the full name."),
    "member.birth_unreadable": translate(
        "errors", "“{text}” is no year or day of birth. Write it like 1951 or 1951-03-17."
    ),
    "member.born_after_joined": translate(
        "errors",
        "Born {text}, but joined before that. Look at the birth and at the day of joining.",
    ),
    "member.left_before_joined": translate(
        "errors", "The day of leaving lies before the day of joining. Look at both."
    ),
    "member.joined_after_traces": translate(
        "errors",
        "The book already has something of this member on {on}. The day of joining can't be later.",
    ),
    "member.left_before_traces": translate(
        "errors",
        "On {on} this member still came to a meeting or paid as a member does. The day of leaving "
        "can't be earlier.",
    ),
    # consent and requests about data
    "consent.no_purpose": translate(
        "errors", "Choose what they signed for: the first statement of the sheet, or both."
    ),
    "request.kind_missing": translate("errors", "Choose what the member asks for."),
    "request.done_already": translate(
        "errors", "This request is done already. Look at the list again."
    ),
    "request.extended_already": translate(
        "errors", "The time was made longer once, which is all the law allows. Do it by its day."
    ),
    "request.day_out_of_order": translate(
        "errors", "It was asked on {asked}. Write a day from then until today."
    ),
    "request.outcome_missing": translate(
        "errors", "Write what was done, for example: showed her everything; phone put right."
    ),
}
