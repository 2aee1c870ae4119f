"""What the window says of a field left empty or of work that was stopped."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS = {
    "choice.missing": translate("errors", "Choose somebody from the list."),
    "day.missing": translate("errors", "Write the day, for example 17/11/2018."),
    "name.missing": translate("errors", "Write the name."),
    "number.unreadable": translate("errors", "Write a number here, in digits."),
    "work.stopped": translate("errors", "You stopped it. Nothing was changed."),
}
