"""What the codes about asking for loans, paying late and settling say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    "lending.overdue": translate(
        "errors", "{amount:dong} đồng are overdue, for {days} days now, and not paid yet."
    ),
    "lending.open_loans": translate(
        "errors",
        "Still owes {owed:dong} đồng on {count} loan(s); the club's rule is {limit} at a time.",
    ),
    "lending.above_max": translate(
        "errors", "The club lends one member at most {limit:dong} đồng at once."
    ),
    "lending.above_savings": translate(
        "errors",
        "With savings of {savings:dong} đồng the club lends up to {times} times as much: "
        "{limit:dong} đồng with the loans that are still open.",
    ),
    "lending.above_fund_share": translate(
        "errors",
        "One member may owe at most {percent} % of the income fund: {limit:dong} đồng.",
    ),
    "lending.cash_short": translate(
        "errors", "The box holds only {cash:dong} đồng; that is not enough to pay this loan out."
    ),
    "lending.above_ceiling": translate(
        "errors",
        "The law allows at most 20 % a year between people, which is {percent} % a month; what is "
        "above it is void.",
    ),
    "lending.own_guarantor": translate(
        "errors", "Nobody can be guarantor of a loan of her own. Choose somebody else."
    ),
    "lending.guarantor_overdue": translate(
        "errors", "The guarantor {name} has {amount:dong} đồng overdue on loans of her own."
    ),
    "rule.same": translate(
        "errors", "On {day} this rule says the same already. Type the new value, or leave it so."
    ),
    "rule.before_last_meeting": translate(
        "errors",
        "The minutes of {last} are closed. Let the rule change on a later day; it prints in the "
        "next minutes.",
    ),
    "rule.penalty_unreadable": translate(
        "errors",
        "“{text}” is no penalty. Write nothing, fixed:20000 for a sum, or monthly_bp:50 for a "
        "part of the overdue principal.",
    ),
    "rule.allocation_unreadable": translate(
        "errors",
        "“{text}” is no order of payment. Write penalty, interest and principal, each once, with "
        "semicolons between.",
    ),
    "extension.minutes_missing": translate(
        "errors", "A loan is extended by a meeting: write which minutes say so."
    ),
    "extension.nothing_owed": translate(
        "errors", "Nothing is owed on loan {loan} that day; there is nothing to extend."
    ),
    "extension.not_after_last": translate(
        "errors", "This loan was extended on {on} already; a new extension must be later."
    ),
    "extension.too_many": translate(
        "errors", "Loan {loan} has been extended {limit} time(s) already; the club allows no more."
    ),
    "payment.more_than_owed": translate(
        "errors",
        "{amount:dong} đồng are more than is owed: {most:dong} đồng end all loans. Look at the "
        "amount, or write the rest as savings.",
    ),
    "recovery.above_written_off": translate(
        "errors",
        "On {on} {short:dong} đồng more would be recovered of loan {loan} than were written off. "
        "Look at the amount.",
    ),
    "write_off.minutes_missing": translate(
        "errors", "A loan is written off by a meeting: write which minutes say so."
    ),
    "write_off.nothing_owed": translate(
        "errors", "Nothing is owed on loan {loan} that day; there is nothing to write off."
    ),
    "request.not_a_member": translate(
        "errors", "{member} is no member on {on}; only members may ask for a loan."
    ),
    "request.reason_missing": translate("errors", "Write why, in a few words."),
    "request.not_waiting": translate(
        "errors", "This request is decided already. Look at the list again."
    ),
    "year_end.nobody": translate(
        "errors", "Nobody is there to share among for {year}. Look at the savers and the board."
    ),
    "year_end.fund_short": translate(
        "errors", "{short:dong} đồng are missing in the {fund:fund}. Share out less."
    ),
    "year_end.before_book": translate("errors", "The book begins after the year {year}."),
    "year_end.minutes_missing": translate(
        "errors", "The year's end is agreed by a meeting: write which minutes say so."
    ),
    "year_end.part_unreadable": translate(
        "errors", "“{text}” is no number of parts. Write a whole number: 0, 1, 2."
    ),
    "year_end.out_of_date": translate(
        "errors", "The funds have changed since this was worked out. Work it out again."
    ),
    "month.meeting_open": translate(
        "errors", "The meeting of {month:month} is still open. Close it first."
    ),
    "month.not_recorded": translate(
        "errors", "{month:month} has neither a meeting nor a reason for none. Record it first."
    ),
    "settlement.reason_missing": translate(
        "errors", "Write why the member leaves, in a few words."
    ),
    "board.role_unknown": translate(
        "errors", "“{role}” is no office. Choose chair, secretary or treasurer."
    ),
    "board.not_a_member": translate(
        "errors", "{member} is no member on {on}; only members may hold an office."
    ),
    "board.not_after_last": translate(
        "errors", "This office changed hands on {on}; a new term must begin later."
    ),
    "handover.loans_above_share": translate(
        "errors",
        "The loans that go along are {more:dong} đồng more than the share of the {fund:fund}. "
        "Move money between funds first, or give a larger share.",
    ),
    "handover.minutes_missing": translate(
        "errors", "A handover is agreed by a meeting: write which minutes say so."
    ),
    "handover.share_above_whole": translate(
        "errors", "{percent} % is no share of the funds. Write a number from 0 to 100."
    ),
    "handover.file_missing": translate(
        "errors", "The other club needs the file. Choose where to save it."
    ),
    "handover.club_missing": translate(
        "errors", "Write the name of the club that takes them over."
    ),
    "handover.nothing": translate("errors", "There is nothing to hand over. Choose who goes."),
    "handover.not_a_member": translate("errors", "{member} is no member on {on} and cannot go."),
    "handover.taken_already": translate(
        "errors", "What {giver} handed over on {on} is in this book already."
    ),
    "check.extension_changed": translate(
        "errors",
        "Extension {number} of a loan was changed or removed by hand. Compare with the minutes, "
        "or bring back the newest back-up.",
    ),
    "handover.unreadable": translate(
        "errors",
        "{path} is no hand-over of another club, or it is damaged. Ask that club for it again.",
    ),
}
