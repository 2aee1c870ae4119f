"""What the codes about amounts, days, entries, locked months say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
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
    "amount.not_positive": translate("errors", "The amount must be above 0."),
    "cash.below_zero": translate(
        "errors",
        "The cash box would be {short:dong} đồng short on {on}. Look at the amount, or enter "
        "first what was taken in.",
    ),
    "bank.below_zero": translate(
        "errors",
        "The bank account would be {short:dong} đồng short on {on}. Look at the amount and "
        "at what was paid in.",
    ),
    "borrowed.below_zero": translate(
        "errors",
        "On {on} {short:dong} đồng more borrowed capital would be paid back than was "
        "received. Look at the amount.",
    ),
    "savings.below_zero": translate(
        "errors",
        "On {on} {member} would take out {short:dong} đồng more than she has saved. Look at "
        "the amount.",
    ),
    "entry.kind_unknown": translate("errors", "There is no kind of entry called “{kind}”."),
    "entry.before_book": translate(
        "errors", "{on} lies before the first day of this book, {started_on}. Look at the day."
    ),
    "count.nothing": translate("errors", "Write how many notes of each face are in the box."),
    "count.unexplained": translate(
        "errors",
        "Count and book are {amount:dong} apart. Look for a forgotten entry first; if none is "
        "found, write why they differ.",
    ),
    "entry.in_future": translate(
        "errors", "{on} is still to come. Enter money on the day it changes hands."
    ),
    "entry.member_missing": translate("errors", "“{kind:kind}” needs a member. Choose one."),
    "entry.not_the_borrower": translate(
        "errors",
        "Loan {loan} is not {member}'s. Leave the member empty; who really paid can stand in "
        "the note.",
    ),
    "entry.before_joined": translate(
        "errors", "{name} ({member}) was not yet a member on {on}. Look at the day."
    ),
    "entry.after_left": translate(
        "errors",
        "{name} ({member}) had left the club on {on}. Only loans and savings can still be settled.",
    ),
    "entry.unknown": translate(
        "errors", "There is no entry number {entry}. Look at the number in the fund book."
    ),
    "month.locked": translate(
        "errors",
        "Month {month:month} is locked up to {last:month}. Correct it with an entry in the open "
        "month.",
    ),
    "month.not_over": translate(
        "errors", "Month {month:month} is not over yet; it can be locked when it is."
    ),
    "transfer.half": translate(
        "errors", "A move between funds always has two sides. Use “Transfer between funds”."
    ),
    "transfer.same_fund": translate("errors", "Choose two different funds."),
    "reversal.already": translate("errors", "Entry {entry} has been taken back already."),
    "reversal.before_entry": translate(
        "errors", "An entry can't be taken back before its own day, {on}. Look at the day."
    ),
    "reversal.reason_missing": translate("errors", "Write why the entry is taken back."),
}
