"""What the codes of the command line say; see the package's head."""

from __future__ import annotations

from app.base.catalogue import mark as translate

TEXTS: dict[str, str] = {
    "setting.unknown": translate(
        "errors", "A club has no setting {key}. Write one of these behind --set: {known}."
    ),
    "setting.twice": translate("errors", "{key} is given twice. Leave one away."),
    "setting.empty": translate("errors", "{key} must not be empty. Write what it is."),
}
