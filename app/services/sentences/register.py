"""What the codes about a register's clubs, areas, courses and keys say."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    "union.club_unknown": translate(
        "errors", "The register has no club {club}. Look at the list of clubs again."
    ),
    "union.several_clubs": translate(
        "errors", "Several clubs may be meant by {club}: {known}. Write the letters of one's id."
    ),
    "union.field_unknown": translate(
        "errors", "Nothing called {field} is kept of a club. There are: {known}."
    ),
    "union.parent_of_itself": translate(
        "errors",
        "{club} came out of this very club, so this club cannot have come out of it. Choose the "
        "other one.",
    ),
    "union.area_path": translate(
        "errors",
        "“{area}” names no commune. Write it as province/commune or province/district/commune.",
    ),
    "union.area_decision": translate(
        "errors", "Write the decision that the change rests on; it stays in the register."
    ),
    "union.area_circle": translate(
        "errors", "{new} is {old} itself, or became it. Look at both names and the day again."
    ),
    "union.course_kind": translate("errors", "{kind} is no kind of course. There are: {known}."),
    "union.course_title": translate("errors", "Write what the course or the visit was about."),
    "union.course_days": translate(
        "errors", "The last day ({last}) lies before the first ({first}). Look at both days again."
    ),
    "union.course_count": translate(
        "errors", "{count} people of one club cannot have come. Look at the number again."
    ),
    "union.no_such_course": translate(
        "errors", "There is no course {course}. Look at the list of courses again."
    ),
    "bundle.key_change_wrong": translate(
        "errors",
        "What the bundle says of the club's earlier keys does not lead to its own key. Do not use "
        "it; ask the club what it sent.",
    ),
    "bundle.papers_name_people": translate(
        "errors",
        "Papers name people, so they go along in a full bundle only. Choose the level full, or "
        "send the bundle without papers.",
    ),
    "key.reason_missing": translate(
        "errors", "Write why the key is changed; the reason stays in the book."
    ),
    "union.key_retired": translate(
        "errors",
        "{club} gave up the key of this bundle: it is believed up to bundle {until} and the day "
        "{day} only. Ask the club for a bundle made with its new key.",
    ),
    "union.key_not_yet": translate(
        "errors",
        "The key of this bundle of {club} is good from bundle {first} on only. Ask the club what "
        "it sent.",
    ),
    "union.key_changed": translate(
        "errors",
        "{club} says that it changed its key on {day}: the bundle is signed with {theirs}, the "
        "register knows {known}. Compare the new key with the board's paper, confirm it, and the "
        "bundle is taken in.",
    ),
    "union.fingerprint_differs": translate(
        "errors",
        "The key of the bundle is {theirs}, the paper says {typed}. Do not confirm it; ask the "
        "board by telephone.",
    ),
    "union.key_reason_missing": translate(
        "errors",
        "Write why the key is believed, for example who showed the paper; it stays in the "
        "register.",
    ),
    "union.key_nothing_to_confirm": translate(
        "errors",
        "There is no key of {club} to confirm by this bundle. Take the bundle in as usual.",
    ),
}
