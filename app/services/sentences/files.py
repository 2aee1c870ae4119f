"""What the codes about files, books, passwords say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
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
    "input.invalid": translate("errors", "Something is not right yet:"),
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
    "book.open_elsewhere": translate(
        "errors",
        "{path} is being written in another window or by another program. Close that one, or "
        "open the book here for reading.",
    ),
    "book.keys_missing": translate(
        "errors",
        "{path} cannot be read. If the book has no password, the file is damaged: bring back the "
        "newest back-up. If it has one, its key file {keys} is not beside it: copies of key files "
        "are kept in {folder} on the computer where the password was set, and in every back-up.",
    ),
    "book.keys_copy_there": translate(
        "errors",
        "{path} cannot be read: its key file {keys} is not beside it. A copy of it is {copy}: "
        "copy that one beside the book under the name {keys}.",
    ),
    "book.keys_damaged": translate(
        "errors",
        "The key file {path} is damaged. Put the copy of a back-up in its place.",
    ),
    "password.needed": translate(
        "errors",
        "{path} has a password. Type it, or give it with --password-file. Who has one: {holders}.",
    ),
    "password.wrong": translate(
        "errors",
        "The password is wrong. Try again; who has forgotten hers opens the book with the printed "
        "recovery code.",
    ),
    "password.pause": translate(
        "errors",
        "Too many wrong passwords. Wait {seconds} seconds, or open the book with the printed "
        "recovery code then.",
    ),
    "password.too_short": translate(
        "errors", "The password is too short: at least {least} letters or digits."
    ),
    "password.differs": translate(
        "errors", "The two passwords are not the same. Type the new one once more in both fields."
    ),
    "password.last_one": translate(
        "errors",
        "This is the last password. Give another board member one first, or take all passwords "
        "away.",
    ),
}
