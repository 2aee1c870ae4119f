"""What the codes about bundles, receipts and the union's register say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    # a file from outside
    "bundle.not_a_bundle": translate(
        "errors", "This is no bundle of a club. Ask the club for the file that ends in .clbz."
    ),
    "bundle.too_large": translate(
        "errors",
        "The file is larger than {limit} MB, so it is no bundle of a club. Ask the club to send "
        "its bundle again.",
    ),
    "bundle.damaged": translate(
        "errors",
        "The file was damaged on the way or is not whole. Ask the club to send it again; nothing "
        "is lost.",
    ),
    "bundle.too_many_files": translate(
        "errors", "The file holds more than {limit} parts, so it is no bundle. Do not use it."
    ),
    "bundle.unsafe_name": translate(
        "errors", "The file holds a part with a forbidden name ({name}). Do not use it."
    ),
    "bundle.duplicate_name": translate(
        "errors", "The file holds two parts called {name}. Do not use it; ask the club for another."
    ),
    "bundle.unpacks_too_large": translate(
        "errors",
        "The file would grow beyond {limit} MB when opened, so it was left closed. Do not use it.",
    ),
    "bundle.file_missing": translate(
        "errors", "The part {name} is missing in the bundle. Ask the club to send it again."
    ),
    "bundle.file_extra": translate(
        "errors",
        "The bundle holds a part that does not belong there ({name}). Ask the club to send it "
        "again.",
    ),
    "bundle.file_changed": translate(
        "errors",
        "The part {name} was changed after the club signed the bundle. Do not use it; ask the "
        "club what it sent.",
    ),
    "bundle.signature_wrong": translate(
        "errors",
        "The signature does not belong to the key {key}: somebody else made or changed this file. "
        "Ask the club what it sent.",
    ),
    "bundle.signed_by_other": translate(
        "errors",
        "The bundle is signed with the key {theirs}, not with {expected}. Ask the club whether "
        "the bundle is its own.",
    ),
    "bundle.manifest_unreadable": translate(
        "errors", "What the bundle says of itself cannot be read. Ask the club to send it again."
    ),
    "bundle.newer_format": translate(
        "errors",
        "The bundle was made by a newer program (format {theirs}; this program reads {ours}). "
        "Install the newer program on this computer.",
    ),
    "bundle.table_unreadable": translate(
        "errors", "{file}, row {row} cannot be read. Ask the club to make the bundle again."
    ),
    "bundle.months_missing": translate(
        "errors",
        "The bundle must tell of every month from {first} to {last}, and it does not. Ask the "
        "club to make it again.",
    ),
    "bundle.figures_differ": translate(
        "errors",
        "The bundle does not add up: {name} is said to be {stated:dong}, but its rows give "
        "{found:dong}. Ask the club to make it again.",
    ),
    "bundle.sealed": translate(
        "errors",
        "The bundle is sealed for the union. Only the union's register, or its key, opens it.",
    ),
    "bundle.sealed_for_other": translate(
        "errors",
        "The bundle is sealed for another union's key, or was damaged on the way. Give the club "
        "your key file and ask for the bundle again.",
    ),
    "bundle.key_unreadable": translate(
        "errors", "This is no key file of a union. Ask the union for it again."
    ),
    # the club's side
    "bundle.month_before_start": translate(
        "errors", "The book begins in month {first}; there is nothing to send for {month}."
    ),
    "bundle.month_to_come": translate(
        "errors", "Month {month} is still to come. Choose a month that has begun."
    ),
    "bundle.chain_broken": translate(
        "errors",
        "Entry {entry} of the book was changed outside the program, so nothing is sent. Bring "
        "back a back-up, or ask whoever looks after the program.",
    ),
    "bundle.meeting_chain_broken": translate(
        "errors",
        "The meeting of month {month} was changed outside the program, so nothing is sent. Bring "
        "back a back-up, or ask whoever looks after the program.",
    ),
    "bundle.receipt_unreadable": translate(
        "errors", "This is no receipt of a union. Ask the union to send it again."
    ),
    "receipt.other_club": translate(
        "errors", "This receipt of {union} is for another club. Choose the one for this club."
    ),
    "receipt.unknown_bundle": translate(
        "errors",
        "This receipt is for bundle {sequence}, but this book did not send that one. Ask the union "
        "what it received, and whether a second copy of the book is in use.",
    ),
    "receipt.other_union": translate(
        "errors",
        "This receipt of {union} is signed with the key {theirs}; the union so far had the key "
        "{known}. Ask the union by telephone whether the new key is its own. If it is, take the "
        "receipt in again as one of a new key.",
    ),
    # the register
    "union.not_a_register": translate(
        "errors", "{path} is no register of a union. Choose a register, or make a new one."
    ),
    "union.exists": translate(
        "errors", "There is already a register in {path}. Open it, or choose another place."
    ),
    "union.bad_address": translate(
        "errors",
        "The address of the database cannot be read. Write it as "
        "postgresql://NAME:PASSWORD@COMPUTER/DATABASE.",
    ),
    "union.no_server_driver": translate(
        "errors",
        "The part that talks to PostgreSQL is not installed here. Install psycopg, or keep the "
        "register in a file.",
    ),
    "union.server_fault": translate(
        "errors",
        "The database {path} does not answer or refuses. Check the network, the name and the "
        "password; nothing was changed.",
    ),
    "union.practice_bundle": translate(
        "errors",
        "{club} is a practice club; its bundles belong into a practice register. Ask the club for "
        "the bundle of its real book.",
    ),
    "union.other_key": translate(
        "errors",
        "The bundle of {club} is signed with the key {theirs}, but the register knows {known}. "
        "Compare with the club's paper before you believe it.",
    ),
    "union.two_contents": translate(
        "errors",
        "There is another bundle with the number {sequence} and other contents: two copies of "
        "the book are in use. Ask the club which one is right, then choose.",
    ),
    "union.past_rewritten": translate(
        "errors",
        "It does not agree with bundle {sequence} on what came before: the book was changed or "
        "copied. Ask the club which one is right, then choose.",
    ),
    "union.locked_month_changed": translate(
        "errors",
        "A month that was locked in one is different here and in bundle {sequence}. Ask the club "
        "which one is right, then choose.",
    ),
    "union.no_such_area": translate(
        "errors", "No club of this register lies in {area}. The areas are: {known}."
    ),
    "union.code_unknown": translate(
        "errors",
        "No paper that a club has sent the figures of carries the code {letters}. Look at each "
        "letter again; then ask the club for its newest bundle, or look the code up in its book.",
    ),
    "union.nothing_to_draw": translate(
        "errors", "There is no club to draw from. Take bundles in first, and draw at least one."
    ),
    "union.no_such_club": translate(
        "errors", "This club is no longer in the register. Go back to the list of clubs."
    ),
    "union.no_such_visit": translate(
        "errors", "There is no visit {visit}. soclb union visits lists them."
    ),
    "union.visit_closed": translate(
        "errors", "The minutes of visit {visit} are signed, so it changes no more."
    ),
    "union.no_such_point": translate(
        "errors", "The checklist has no point {number}. Choose one that stands on it."
    ),
    "union.number_range": translate("errors", "Write a number from {least} to {most}."),
    "union.seed_missing": translate(
        "errors", "Write any number to draw with; the same number draws the same again."
    ),
    "union.outcome_missing": translate("errors", "Write how it was mended; it stays on record."),
    "union.finding_incomplete": translate("errors", "Say what is to mend and who mends it."),
    "union.no_such_finding": translate(
        "errors", "There is no open finding {finding}. soclb union visits lists them."
    ),
    "union.setting_unknown": translate("errors", "There is no setting {key}. There are: {known}."),
    "union.limits_fall": translate(
        "errors", "The three limits must rise: 3 points need the most. Write the larger one last."
    ),
    "union.percent_range": translate("errors", "Write a percentage between 0 and 100."),
    "union.setting_value": translate("errors", "{key} cannot be {value}. Write it like {usual}."),
    "union.several_conflicts": translate(
        "errors", "{keep} begins the name of several bundles. Write more of its letters."
    ),
    "union.reason_missing": translate(
        "errors", "Write why this bundle is the right one; the reason stays in the register."
    ),
    "union.no_such_conflict": translate(
        "errors", "This bundle is in no open conflict. Look at the list of conflicts again."
    ),
}
