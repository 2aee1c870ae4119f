"""The club's paper header and its dated rules, as the settings show and change them. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.base import clock
from app.base.errors import AppError, InvalidError, Problem
from app.base.text import one_line, translate
from app.domain.club import ClubDetails
from app.domain.labels import rule_label, rule_value_label
from app.domain.periods import format_day, parse_day
from app.domain.rules import RULE_KEYS, RuleChange, Rules, format_rule, parse_rule
from app.services import club
from app.ui.ports import Services

HEADER = (
    "name",
    "parent_body",
    "hamlet",
    "commune",
    "district",
    "province",
    "founding_decision",
    "founded_on",
)
"""What stands at the top of papers, in the order it is asked."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in words; ``since`` is None for one the club never set. ``coming``: not in force."""

    key: str
    name: str
    value: str
    since: date | None
    coming: bool


class SettingsPresenter:
    """Asks and changes what the club itself decides."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def details(self) -> ClubDetails:
        return self._services.ask(club.details)

    def write(self, name: str, text: str) -> None:
        """Store one field of the header; raises InvalidError with the field's name."""
        before = self.details()
        value: object = _day(text, name) if name == "founded_on" else one_line(text)
        if name == "name" and not value:
            raise InvalidError([Problem("name.missing", field="name")])
        after = replace(before, **{name: value})  # type: ignore[arg-type]
        if after != before:
            self._services.do(club.edit, details=after)

    def rules(self) -> tuple[RuleLine, ...]:
        """Each rule with its value today, and after it what is to change later."""
        today = clock.today()
        now = self._services.ask(club.rules, on=today)
        changes = self._services.ask(club.rule_changes)
        lines: list[RuleLine] = []
        for key in RULE_KEYS:
            lines.append(_line(key, stored(now, key), _since(changes, key, today), coming=False))
            lines += [
                _line(key, change.value, change.from_on, coming=True)
                for change in changes
                if change.key == key and change.from_on > today
            ]
        return tuple(lines)

    def stored(self, key: str) -> str:
        """The stored text of a rule as it is today."""
        return stored(self._services.ask(club.rules, on=clock.today()), key)

    def change_rule(self, key: str, value: str, from_on: date | None) -> None:
        """A rule has another value from a day on; raises InvalidError with the field's name.

        The value it has already is no change, and would print as one in the next minutes.
        """
        if from_on is None:
            raise InvalidError([Problem("day.missing", field="from_on")])
        try:
            wanted = format_rule(parse_rule(key, value))
            if wanted == stored(self._services.ask(club.rules, on=from_on), key):
                raise InvalidError([Problem("rule.same", {"day": from_on}, "value")])
            self._services.do(club.change_rule, key=key, value=value, from_on=from_on)
        except InvalidError:
            raise
        except AppError as error:
            raise InvalidError([Problem(error.code, error.params, "value")]) from error


def stored(rules: Rules, key: str) -> str:
    """A rule's value as its stored text."""
    return format_rule(getattr(rules, key))


def since_words(line: RuleLine) -> str:
    """From when on a rule's value holds."""
    if line.since is None:
        return translate("window", "from the beginning")
    if line.coming:
        return translate("window", "only from {day} on").format(day=format_day(line.since))
    return translate("window", "since {day}").format(day=format_day(line.since))


def header_label(name: str) -> str:
    """What a field of the header is called."""
    return {
        "name": translate("window", "Name of the club"),
        "parent_body": translate("window", "Body above the club"),
        "hamlet": translate("window", "Hamlet"),
        "commune": translate("window", "Commune or ward"),
        "district": translate("window", "District"),
        "province": translate("window", "Province"),
        "founding_decision": translate("window", "Number of the founding decision"),
        "founded_on": translate("window", "Founded on"),
    }[name]


def _line(key: str, value: str, since: date | None, *, coming: bool) -> RuleLine:
    return RuleLine(key, rule_label(key), rule_value_label(key, value), since, coming)


def _since(changes: list[RuleChange], key: str, today: date) -> date | None:
    return max((c.from_on for c in changes if c.key == key and c.from_on <= today), default=None)


def _day(text: str, field: str) -> date | None:
    if not text.strip():
        return None
    try:
        return parse_day(text)
    except AppError as error:
        raise InvalidError([Problem(error.code, error.params, field)]) from error
