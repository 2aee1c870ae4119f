"""What the codes about papers and minutes say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    "paper.unknown": translate("errors", "There is no report {name}. There are: {known}."),
    "paper.unknown_ending": translate(
        "errors", "{ending} is no ending of a paper. Let the file's name end in one of {known}."
    ),
    "minutes.no_meeting": translate(
        "errors", "There is no closed meeting for {wanted}. Look at the list of months."
    ),
    "paper.meeting_missing": translate(
        "errors",
        "These minutes need a meeting. Name its day with --meeting or its month with --month.",
    ),
    "paper.option_missing": translate("errors", "This paper needs {option}."),
    "paper.no_voucher": translate(
        "errors",
        "There is no receipt or payment {number} between {first} and {last}. Look at the numbers "
        "in the cash book.",
    ),
    "paper.period_backwards": translate(
        "errors", "The period ends on {last}, before it begins on {first}. Look at both days."
    ),
    "paper.in_future": translate(
        "errors",
        "{first} has not come yet, so there is nothing to report. Choose an earlier month.",
    ),
    "print.no_printer": translate(
        "errors",
        "This computer has no printer yet. Plug one in and try again, or save the paper as a "
        "file and print it where there is a printer.",
    ),
    "print.pages_unreadable": translate(
        "errors", "“{pages}” are no page numbers. Write them as 1-3, 5, or leave the field empty."
    ),
    "print.no_pages": translate(
        "errors", "The paper has no such pages. Look at the page numbers and print again."
    ),
    "print.failed": translate(
        "errors",
        "The printer {printer} did not take the paper. See that it is switched on and has paper, "
        "or save the paper as a file.",
    ),
}
