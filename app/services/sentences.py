"""What each error code says to the user: the fault, and what to do next.

A table of texts and nothing else; ``translate`` only marks them here, and ``sentence`` translates
when one is needed. Whole sentences, no code, no library's words; ``{name}`` stands for a value of
the error's ``params``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from string import Formatter
from typing import ClassVar

from app.base import catalogue
from app.base.catalogue import mark as translate
from app.base.errors import AppError, InvalidError, Problem
from app.domain.labels import fund_label, kind_label
from app.domain.money import format_dong

SENTENCES: dict[str, str] = {
    # files
    "file.exists": translate(
        "errors", "{path} is already there. Choose another name, or move the old one away."
    ),
    "file.not_found": translate("errors", "{path} is not there. Check the name and the folder."),
    "file.no_folder": translate(
        "errors", "{path} cannot be made: part of its path is a file, not a folder."
    ),
    "file.is_folder": translate("errors", "{path} is a folder. Name a file."),
    "file.name_too_long": translate("errors", "The name {path} is too long. Choose a shorter one."),
    "file.disk_full": translate(
        "errors", "The disk is full: {path} was not written. Free some space and try again."
    ),
    "file.read_only": translate(
        "errors", "{path} may not be written or read here. Choose another folder."
    ),
    "file.fault": translate(
        "errors", "{path} could not be written or read. Check the disk or the USB stick."
    ),
    # the whole of an input; its problems follow one by one
    "input.invalid": translate("errors", "Something is not right yet:"),
    # what is typed
    "amount.unreadable": translate(
        "errors", "“{text}” is no amount. Write whole đồng, for example 1.250.000."
    ),
    "amount.too_large": translate(
        "errors", "{text} is more than {limit} đồng. Look at the number of zeros."
    ),
    "day.unreadable": translate(
        "errors", "“{text}” is no day. Write it as day/month/year, for example 17/11/2018."
    ),
    "month.unreadable": translate(
        "errors", "“{text}” is no month. Write it as year-month, for example 2018-11."
    ),
    # entries
    "entry.fund_missing": translate("errors", "This entry needs a fund. Choose one."),
    "entry.cash_short": translate(
        "errors",
        "{amount:dong} đồng cannot be paid: there are only {left:dong} đồng of cash in the box "
        "then. Look at the amount and at what was taken in before.",
    ),
    "entry.bank_short": translate(
        "errors",
        "{amount:dong} đồng cannot leave the bank: only {left:dong} đồng are there then. Look at "
        "the amount and at what was paid into the bank before.",
    ),
    "entry.savings_short": translate(
        "errors",
        "{member} has only {left:dong} đồng saved then; {amount:dong} đồng cannot be taken out. "
        "Look at the amount.",
    ),
    "entry.borrowed_short": translate(
        "errors",
        "Only {left:dong} đồng of borrowed capital are left to pay back then; {amount:dong} đồng "
        "are too much. Look at the amount.",
    ),
    "entry.loan_short": translate(
        "errors",
        "Loan {loan} owes only {left:dong} đồng then; {amount:dong} đồng are too much. Look at "
        "the amount and at the loan.",
    ),
    "entry.loan_not_given": translate(
        "errors",
        "Loan {loan} has not been given yet then. Look at the day, or put the giving first.",
    ),
    "entry.recovery_short": translate(
        "errors",
        "Only {left:dong} đồng of loan {loan} were written off and not recovered yet; "
        "{amount:dong} đồng are too much. Look at the amount.",
    ),
    "entry.unbalanced": translate(
        "errors",
        "This entry does not add up, so it was not written. Please tell whoever looks after "
        "the program.",
    ),
    # loans
    "loan.principal_not_positive": translate("errors", "The amount lent must be above 0."),
    "loan.rate_out_of_range": translate(
        "errors", "The interest must lie between 0 and 100 % a month."
    ),
    "loan.term_out_of_range": translate(
        "errors", "The term must lie between 1 and {limit} months."
    ),
    "loan.grace_out_of_range": translate(
        "errors", "The months without principal must be fewer than the term."
    ),
    "loan.rounding_out_of_range": translate("errors", "Amounts must be rounded to 1 đồng or more."),
    # the club's rules
    "rule.split_unreadable": translate(
        "errors", "“{text}” is no way to share interest. Write it like income:60;operating:40."
    ),
    "rule.split_not_100": translate(
        "errors", "The shares of interest sum to {total} %; they must sum to 100 %."
    ),
    "rule.method_unknown": translate(
        "errors",
        "There is no way of repaying called “{text}”. Choose interest_only, equal_principal, "
        "annuity or flat.",
    ),
    "rule.not_a_number": translate(
        "errors", "“{text}” is no number. Write {rule} in digits alone."
    ),
    "rule.out_of_range": translate(
        "errors", "{text} is too much or too little for {rule}. Look at the number again."
    ),
    # the book's file
    "book.not_a_book": translate(
        "errors",
        "{path} is not a book of this program, or it has a password. Choose a file that ends "
        "in .soclb.",
    ),
    "book.empty_file": translate(
        "errors", "{path} is an empty file. Look for the book elsewhere, or bring back a back-up."
    ),
    "book.newer": translate(
        "errors",
        "{path} was written by a newer program (version {theirs} of the book; this program "
        "knows {ours}). Nothing was changed. Install the newer program on this computer.",
    ),
    "book.damaged": translate(
        "errors", "{path} is damaged. Do not write into it; bring back the newest back-up."
    ),
    "book.busy": translate(
        "errors",
        "{path} is open in another window of the program. Close that one, or only read here.",
    ),
    "book.disk_full": translate(
        "errors",
        "The disk is full: nothing was written to {path}. Free some space and try again.",
    ),
    "book.read_only": translate(
        "errors", "{path} can only be read here. Copy it to a folder where you may write."
    ),
    "book.cannot_open": translate(
        "errors",
        "{path} cannot be opened. Check the folder, and whether the USB stick is still there.",
    ),
    "book.disk_fault": translate(
        "errors",
        "The disk could not read or write {path}. Check the disk or the USB stick, then try again.",
    ),
    # papers
    "paper.unknown": translate("errors", "There is no report {name}. There are: {known}."),
    "paper.unknown_ending": translate(
        "errors", "{ending} is no ending of a paper. Let the file's name end in one of {known}."
    ),
}


def sentence(error: AppError | Problem) -> str:
    """The sentence of one error or problem in the language in use, its place in front.

    A day reads dd/MM/yyyy; ``{amount:dong}``, ``{kind:kind}`` and ``{fund:fund}`` read as on paper.
    Raises KeyError for a code without a sentence; ``tests/test_architecture.py`` looks for those.
    """
    source = catalogue.lookup("errors", SENTENCES[error.code])
    text = _FORMATTER.vformat(source, (), error.params)
    where = error.where if isinstance(error, Problem) else None
    if where is None:
        return text
    if where.row is None:
        return f"{where.file}: {text}"
    if not where.column:
        place = catalogue.translate("errors", "{file}, row {row}: {text}")
    else:
        place = catalogue.translate("errors", "{file}, row {row}, column {column}: {text}")
    return place.format(file=where.file, row=where.row, column=where.column, text=text)


def sentences(error: AppError) -> list[str]:
    """One sentence an error; of an InvalidError one a problem."""
    if isinstance(error, InvalidError):
        return [sentence(problem) for problem in error.problems]
    return [sentence(error)]


class _ValueFormatter(Formatter):
    _SPECS: ClassVar[dict[str, Callable[..., str]]] = {
        "dong": format_dong,
        "kind": kind_label,
        "fund": fund_label,
    }

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec in self._SPECS:
            return self._SPECS[format_spec](value)
        if isinstance(value, date):
            return value.strftime("%d/%m/%Y")
        return str(super().format_field(value, format_spec))


_FORMATTER = _ValueFormatter()
