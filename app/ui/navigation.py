"""The screens of the window, in the order of the menu: a new screen is a line and how it is made.

A screen is loaded when it is first shown, so that the first one need not wait for the others; those
used each month are loaded beside the window before.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from app.base.catalogue import lookup
from app.base.catalogue import mark as translate
from app.ui.context import Context
from app.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu: the screen's name, its words, its icon, and what makes it."""

    name: str
    words: str
    icon: str
    make: Callable[[Context], Screen]

    def title(self) -> str:
        return lookup("window", self.words)


def _backups(context: Context) -> Screen:
    from app.ui.screens.backups.view import BackupsScreen

    return BackupsScreen(context)


def _codes(context: Context) -> Screen:
    from app.ui.screens.codes.view import CodesScreen

    return CodesScreen(context)


def _courses(context: Context) -> Screen:
    from app.ui.screens.courses.view import CoursesScreen

    return CoursesScreen(context)


def _exchange(context: Context) -> Screen:
    from app.ui.screens.exchange.view import ExchangeScreen

    return ExchangeScreen(context)


def _fund(context: Context) -> Screen:
    from app.ui.screens.fund.view import FundScreen

    return FundScreen(context)


def _home(context: Context) -> Screen:
    from app.ui.screens.home.view import HomeScreen

    return HomeScreen(context)


def _loans(context: Context) -> Screen:
    from app.ui.screens.loans.view import LoansScreen

    return LoansScreen(context)


def _meeting(context: Context) -> Screen:
    from app.ui.screens.meeting.view import MeetingScreen

    return MeetingScreen(context)


def _members(context: Context) -> Screen:
    from app.ui.screens.members.view import MembersScreen

    return MembersScreen(context)


def _reports(context: Context) -> Screen:
    from app.ui.screens.reports.view import ReportsScreen

    return ReportsScreen(context)


def _sending(context: Context) -> Screen:
    from app.ui.screens.sending.view import SendingScreen

    return SendingScreen(context)


def _settings(context: Context) -> Screen:
    from app.ui.screens.settings.view import SettingsScreen

    return SettingsScreen(context)


def _supervision(context: Context) -> Screen:
    from app.ui.screens.supervision.view import SupervisionScreen

    return SupervisionScreen(context)


def _union(context: Context) -> Screen:
    from app.ui.screens.union.view import UnionScreen

    return UnionScreen(context)


def _visits(context: Context) -> Screen:
    from app.ui.screens.visits.view import VisitsScreen

    return VisitsScreen(context)


CLUB = (
    Entry("home", translate("window", "Home"), "home", _home),
    Entry("meeting", translate("window", "Meeting"), "calendar-check", _meeting),
    Entry("members", translate("window", "Members"), "users", _members),
    Entry("loans", translate("window", "Loans"), "hand-coins", _loans),
    Entry("fund", translate("window", "Fund book"), "book-open", _fund),
    Entry("reports", translate("window", "Papers"), "printer", _reports),
    Entry("exchange", translate("window", "Women's Union"), "send", _exchange),
    Entry("backups", translate("window", "Back-ups"), "hard-drive-download", _backups),
    Entry("settings", translate("window", "Settings"), "settings", _settings),
)

UNION = (
    Entry("union", translate("window", "Clubs of the area"), "landmark", _union),
    Entry("supervision", translate("window", "Supervision"), "eye", _supervision),
    Entry("visits", translate("window", "Visits"), "list-checks", _visits),
    Entry("courses", translate("window", "Courses, exchange"), "users", _courses),
    Entry("codes", translate("window", "Confirm a paper"), "search", _codes),
    Entry("sending", translate("window", "Give out, send up"), "send", _sending),
    Entry("settings", translate("window", "Settings"), "settings", _settings),
)

EACH_MONTH = ("meeting", "members", "loans", "fund", "reports")


def load_each_month() -> None:
    """Load the screens a board needs each month: the first click would wait a third of a second."""
    for name in EACH_MONTH:
        importlib.import_module(f"app.ui.screens.{name}.view")
