"""What the codes about checking, back-ups and restoring say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    # book check
    "check.file_damaged": translate(
        "errors",
        "The file is damaged in {count} places. Do not write into it; bring back the newest "
        "back-up.",
    ),
    "check.entry_missing": translate(
        "errors",
        "Entry {entry} is missing: it was taken out of the file by hand. Compare with the newest "
        "back-up.",
    ),
    "check.entry_changed": translate(
        "errors",
        "Entry {entry} of {on} ({kind:kind}) is not as it was written: it, or one before it, was "
        "changed by hand. Compare it with the paper of that month.",
    ),
    "check.entry_kind": translate(
        "errors",
        "Entry {entry} of {on} is of a kind this program does not know: {kind}. Compare with the "
        "newest back-up.",
    ),
    "check.entry_unbalanced": translate(
        "errors",
        "Entry {entry} of {on} ({kind:kind}) does not add up. Compare with the newest back-up.",
    ),
    "check.below_zero": translate(
        "errors",
        "With entry {entry} of {on} ({kind:kind}) more goes out than there is. Compare with the "
        "newest back-up.",
    ),
    "check.voucher_missing": translate(
        "errors",
        "Voucher {series} {number}/{year} is missing. Compare with the newest back-up.",
    ),
    "check.meeting_missing": translate(
        "errors",
        "Closed meeting {number}, the one after {after}, is missing: it was taken out by hand. "
        "Compare with the newest back-up.",
    ),
    "check.meeting_changed": translate(
        "errors",
        "The meeting of {month} is not as it was closed: its minutes, attendance or count were "
        "changed by hand. Compare it with the signed minutes.",
    ),
    "check.dangling": translate(
        "errors",
        "The table {table} names something that is not in the book. Compare with the newest "
        "back-up.",
    ),
    "check.code_unreadable": translate(
        "errors",
        "“{letters}” is no check code. It has 10 letters and stands at the foot of a paper.",
    ),
    "check.code_not_found": translate(
        "errors",
        "No paper of this book carries the code {letters}: it comes from another book, or "
        "something was changed since. Look at the letters again.",
    ),
    # back-ups
    "backup.is_a_bundle": translate(
        "errors",
        "{path} is a bundle for the union and holds reports, not the book; no book can be brought "
        "back from it. Choose a back-up: a file that ends in .soclb or .soclb-backup.",
    ),
    "backup.place_missing": translate(
        "errors",
        "{folder} is not there: no back-up was made. Put the USB stick in, or choose another place "
        "under “Back-ups”.",
    ),
    "backup.damaged": translate(
        "errors", "{path} is a damaged back-up. Look for another one, made earlier or later."
    ),
    "backup.not_whole": translate("errors", "{path} is not whole: {why} No copy was made."),
    "practice_copy.not_whole": translate(
        "errors",
        "{path} is not whole: {why} No practice copy was made. Bring the newest good back-up back "
        "first.",
    ),
    "restore.copy_not_whole": translate(
        "errors", "{path} is not whole: {why} It was not brought back."
    ),
    "restore.would_lose": translate(
        "errors",
        "Bringing the copy back would lose {entries} entries and {meetings} closed meetings of "
        "{path}, from {first} to {last}. Nothing was changed. Say --replace to do it; the book as "
        "it is now is then kept beside it.",
    ),
    "restore.would_replace": translate(
        "errors",
        "{path} is already there, and everything in it is in the copy too. Nothing was "
        "changed. Say --replace to bring the copy back all the same; the book as it is now is then "
        "kept beside it.",
    ),
    "restore.over_damaged": translate(
        "errors",
        "{path} is already there and cannot be read, so nobody can say what would be lost. Nothing "
        "was changed. Say --replace to bring the copy back; the damaged file is then kept beside "
        "it.",
    ),
    "restore.other_club": translate(
        "errors",
        "The copy is of {copy}, the book of {book}. Choose a copy of the same club, or another "
        "name for the book.",
    ),
    # older books
    "book.older": translate(
        "errors",
        "{path} was written by an older program. Open it once for writing, so that it is brought "
        "up to date; a copy of how it was stays beside it.",
    ),
    "book.upgrade_failed": translate(
        "errors",
        "{path} could not be brought up to date and stays as it was. Please tell whoever looks "
        "after the program.",
    ),
    # the computer's clock
    "clock.too_early": translate(
        "errors",
        "This computer's clock says {today}, which cannot be. Set the day and time of the computer "
        "right before you type anything.",
    ),
    "clock.behind_book": translate(
        "errors",
        "This computer's clock says {today}, but the book already goes to {last}. Set the day and "
        "time of the computer right before you type anything.",
    ),
    "clock.far_ahead": translate(
        "errors",
        "This computer's clock says {today}, and the last day in the book is {last}. If today is "
        "another day, set the day and time of the computer right before you type anything.",
    ),
    # where a live book lies
    "place.cloud": translate(
        "errors",
        "The book lies in {folder}, which a cloud program copies while you write: that can damage "
        "it. Move it to this computer's own disk; back-ups may lie there.",
    ),
    "place.network": translate(
        "errors",
        "The book lies in a network folder, {folder}: when the network fails, the book can be "
        "damaged. Move it to this computer's own disk; back-ups may lie there.",
    ),
    "place.stick": translate(
        "errors",
        "The book lies on a USB stick, {folder}: if the stick is pulled out or lost, the book is "
        "gone. Move it to this computer's own disk; back-ups may lie there.",
    ),
}
