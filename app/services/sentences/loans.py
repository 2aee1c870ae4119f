"""What the codes about loans and the club's rules say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
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
    "loan.unknown": translate(
        "errors", "There is no loan “{loan}”. Look at the loan book for its code."
    ),
    "loan.below_zero": translate(
        "errors",
        "On {on} {short:dong} đồng more would be paid back on loan {loan} than is owed. Look "
        "at the amount.",
    ),
    "loan.none_open": translate("errors", "{member} has no open loan. Leave this cell empty."),
    "loan.more_than_owed": translate(
        "errors", "{member} owes {short:dong} đồng less than was typed. Look at the amount."
    ),
    "loan.given_twice": translate(
        "errors",
        "Loan {loan} was given on {on} already. A loan is given once; make a new one for more "
        "money.",
    ),
    "loan.given_another_amount": translate(
        "errors",
        "Loan {loan} is of {principal:dong} đồng, not of {amount:dong}. Look at the amount.",
    ),
    "loan.given_another_day": translate(
        "errors", "Loan {loan} was agreed for {agreed}, not for {on}. Look at the day."
    ),
    "entry.fund_unknown": translate(
        "errors", "There is no fund “{name}”. There are: income, operating, care."
    ),
}
