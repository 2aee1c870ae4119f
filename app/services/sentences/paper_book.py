"""What the codes about a paper book that is brought in say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    "sheet.no_book": translate(
        "errors",
        "{path} holds no paper book: none of the sheets {sheets} is there. Name the folder "
        "with the CSV files, or the workbook.",
    ),
    "sheet.unknown_ending": translate(
        "errors",
        "{path} is no file of a kind that can be read. Name a folder with CSV files, or a "
        "workbook that ends in one of {endings}.",
    ),
    "sheet.broken_workbook": translate(
        "errors",
        "{path} cannot be read as a workbook. Open it in a spreadsheet program, take off "
        "its password if it has one, save it as .xlsx and try again.",
    ),
    "sheet.missing": translate(
        "errors",
        "The sheet {sheet} is missing. A paper book needs at least club and members.",
    ),
    "sheet.twice": translate("errors", "This is the same sheet as {other}. Keep only one of them."),
    "sheet.not_taken": translate(
        "errors",
        "“{sheet}” is no sheet of a paper book and was left out. If it should count, look "
        "at its name.",
    ),
    "sheet.not_utf8": translate(
        "errors",
        "This text is not UTF-8. Save the file as “CSV UTF-8” and try again; letters of old "
        "fonts (TCVN3, VNI) must be converted first.",
    ),
    "sheet.bad_quotes": translate(
        "errors",
        "The quotation marks of this row do not match. A cell that holds quotation marks "
        "stands in quotation marks, and each of its own is written twice.",
    ),
    "sheet.too_many_cells": translate(
        "errors",
        "This row has {cells} cells, the header only {columns}. Look for a comma too many, "
        "or for a column without a header.",
    ),
    "sheet.column_unknown": translate(
        "errors",
        "There is no column “{title}” on this sheet. Take it out, or give it one of these "
        "names: {known}.",
    ),
    "sheet.column_twice": translate(
        "errors",
        "The column “{title}” stands here twice. Keep only one.",
    ),
    "sheet.column_missing": translate(
        "errors",
        "The column {title} is missing. Add it to the header.",
    ),
    "sheet.cell_empty": translate("errors", "This cell must not be empty. Fill it in."),
    "sheet.amount_zero": translate(
        "errors",
        "An amount must be above 0; here stands “{text}”. Write the whole đồng, or take the "
        "row out.",
    ),
    "sheet.not_a_number": translate(
        "errors",
        "“{text}” is no whole number. Write it in digits alone.",
    ),
    "sheet.time_unreadable": translate(
        "errors",
        "“{text}” is no time of day. Write it like 14:30.",
    ),
    "sheet.birth_unreadable": translate(
        "errors",
        "“{text}” is no year or day of birth. Write 1951 or 17/03/1951.",
    ),
    "sheet.word_unknown": translate(
        "errors",
        "“{text}” is unknown here. Write one of these: {known}.",
    ),
    "sheet.key_unknown": translate(
        "errors",
        "“{text}” is nothing that the club's sheet knows. Write one of these: {known}.",
    ),
    "sheet.key_missing": translate(
        "errors",
        "The club's sheet does not say {key}. Add a row for it.",
    ),
    "sheet.code_twice": translate(
        "errors",
        "“{code}” stands in row {first} already. Each may stand only once.",
    ),
    "sheet.left_before_joined": translate(
        "errors",
        "{member} left on {on} but joined only on {joined_on}. Correct one of the two days.",
    ),
    "sheet.born_after_joined": translate(
        "errors",
        "Born {text}, but joined on {joined_on}, before that. Correct the birth or the day.",
    ),
    "sheet.member_unknown": translate(
        "errors",
        "There is no member {member} on the members' sheet. Correct the code, or add the member.",
    ),
    "sheet.loan_unknown": translate(
        "errors",
        "There is no loan {loan} on the loans' sheet. Correct the code, or add the loan.",
    ),
    "sheet.loan_of_no_member": translate(
        "errors",
        "{member} does not belong to the club on {on} and cannot get loan {loan} then. "
        "Correct the day or the member.",
    ),
    "sheet.loan_never_given": translate(
        "errors",
        "No entry gives loan {loan} out. Add its loan_disbursement, or its opening_loan if "
        "it was open when the book began.",
    ),
    "sheet.loan_given_twice": translate(
        "errors",
        "Loan {loan} was given in row {first} already. A loan is given once; write a second "
        "one as a loan of its own.",
    ),
    "sheet.given_another_amount": translate(
        "errors",
        "{amount:dong} đồng are given here, but loan {loan} is of {principal:dong} đồng. "
        "Make the two agree.",
    ),
    "sheet.given_another_day": translate(
        "errors",
        "Loan {loan} is given here on {on}, but its sheet says {agreed}. Make the two agree.",
    ),
    "sheet.taken_over_too_much": translate(
        "errors",
        "{amount:dong} đồng are taken over, but loan {loan} was only of {principal:dong} "
        "đồng. Write what is still owed.",
    ),
    "sheet.taken_over_early": translate(
        "errors",
        "Loan {loan} is taken over here before it was given on {on}. Correct one of the two days.",
    ),
    "sheet.month_twice": translate(
        "errors",
        "There is a meeting of {month} in row {first} already. A month has one.",
    ),
    "sheet.month_before_start": translate(
        "errors",
        "The meeting of {month} lies before the book's first month {start}. Take it out, or "
        "let the book start earlier.",
    ),
    "sheet.meeting_day_twice": translate(
        "errors",
        "There is a meeting on {on} in row {first} already. A day has one.",
    ),
    "sheet.meeting_day_far": translate(
        "errors",
        "{on} lies too far from {month}: a meeting is held in its month or the next. "
        "Correct the day or the month.",
    ),
    "sheet.meeting_unknown": translate(
        "errors",
        "No meeting was held on {meeting}. Correct the day, or add the meeting to its sheet.",
    ),
    "sheet.attendance_of_nobody": translate(
        "errors",
        "{member} does not belong to the club on {on}. Take the row out, or correct when "
        "the member joined or left.",
    ),
    "sheet.attendance_twice": translate(
        "errors",
        "{member} stands on the list of {on} in row {first} already. Keep only one row.",
    ),
    "sheet.held_without_attendance": translate(
        "errors",
        "The meeting of {month} on {on} was held but has no attendance. Add who was there, "
        "or write not_held.",
    ),
    "sheet.before_start": translate(
        "errors",
        "{on} lies before {started_on}, the book's first day. Correct the day, or let the "
        "book start earlier.",
    ),
    "sheet.fund_missing": translate(
        "errors",
        "“{kind:kind}” needs a fund. Write income, operating or care.",
    ),
    "sheet.member_missing": translate(
        "errors",
        "“{kind:kind}” needs a member. Write the member's code.",
    ),
    "sheet.loan_missing": translate("errors", "“{kind:kind}” needs a loan. Write the loan's code."),
    "sheet.not_the_borrower": translate(
        "errors",
        "Loan {loan} was given to {borrower}, not to {member}. Write {borrower}, or leave "
        "the cell empty.",
    ),
    "sheet.before_joined": translate(
        "errors",
        "{member} ({name}) joined only on {joined_on}; this entry is of {on}. Correct the "
        "day or the member.",
    ),
    "sheet.after_left": translate(
        "errors",
        "{member} ({name}) left on {left_on}; “{kind:kind}” on {on} is not possible any "
        "more. Correct the day or the member.",
    ),
    "sheet.transfer_alone": translate(
        "errors",
        "“{kind:kind}” lacks its other half. A transfer is two rows, one under the other: "
        "in and out, the same day and amount, two funds.",
    ),
    "sheet.reverses_another": translate(
        "errors",
        "Row {row} is not what this row could take back: an earlier entry with the same "
        "kind, amount, fund, member and loan. Correct the row's number.",
    ),
    "sheet.reversed_twice": translate(
        "errors",
        "Row {row} was taken back already. An entry is taken back once.",
    ),
    "sheet.shares_wrong": translate(
        "errors",
        "“{text}” does not divide {amount:dong} đồng among the funds. Write it like "
        "income:6000;operating:4000, or leave the cell empty.",
    ),
    "sheet.extension_order": translate(
        "errors",
        "Loan {loan} was extended on {last}; an extension on {on} must come after it. "
        "Correct the day, or the order of the rows.",
    ),
    "sheet.extension_of_nothing": translate(
        "errors",
        "Nothing is owed on loan {loan} on {on}, so it cannot be extended then. Correct the "
        "day or the loan.",
    ),
    "sheet.controls_left_out": translate(
        "errors",
        "The cell “{text}” held signs that nothing shows; they were left out. Look whether the "
        "text is whole.",
    ),
    "sheet.old_font": translate(
        "errors",
        "“{text}” looks typed with an old font (TCVN3 or VNI); it would read “{modern}”. If so, "
        "convert the sheet to Unicode and bring it in again.",
    ),
    "sheet.other_day_than_meeting": translate(
        "errors",
        "This entry is of {on}, its meeting of {meeting}. Look whether that is meant.",
    ),
    "sheet.fund_below_zero": translate(
        "errors",
        "On {on} the {fund:fund} falls {short:dong} đồng below zero. Look whether an entry "
        "names the wrong fund, or add a transfer.",
    ),
    "total.differs": translate(
        "errors",
        "Table {table:dong}, paper {paper:dong}: {apart:dong} apart. Find the row, mend table or "
        "paper, then bring it in again.",
    ),
}
