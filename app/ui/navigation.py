"""The screens of the window, in the order of the menu. A new screen is one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.base.catalogue import lookup
from app.base.catalogue import mark as translate
from app.ui.context import Context
from app.ui.screen import Screen
from app.ui.screens.backups.view import BackupsScreen
from app.ui.screens.exchange.view import ExchangeScreen
from app.ui.screens.fund.view import FundScreen
from app.ui.screens.home.view import HomeScreen
from app.ui.screens.loans.view import LoansScreen
from app.ui.screens.meeting.view import MeetingScreen
from app.ui.screens.members.view import MembersScreen
from app.ui.screens.reports.view import ReportsScreen
from app.ui.screens.settings.view import SettingsScreen
from app.ui.screens.union.view import UnionScreen


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu: the screen's name, its words, its icon, and what makes it."""

    name: str
    words: str
    icon: str
    make: Callable[[Context], Screen]

    def title(self) -> str:
        return lookup("window", self.words)


CLUB = (
    Entry("home", translate("window", "Home"), "home", HomeScreen),
    Entry("meeting", translate("window", "Meeting"), "calendar-check", MeetingScreen),
    Entry("members", translate("window", "Members"), "users", MembersScreen),
    Entry("loans", translate("window", "Loans"), "hand-coins", LoansScreen),
    Entry("fund", translate("window", "Fund book"), "book-open", FundScreen),
    Entry("reports", translate("window", "Papers"), "printer", ReportsScreen),
    Entry("exchange", translate("window", "Women's Union"), "send", ExchangeScreen),
    Entry("backups", translate("window", "Back-ups"), "hard-drive-download", BackupsScreen),
    Entry("settings", translate("window", "Settings"), "settings", SettingsScreen),
)

UNION = (
    Entry("union", translate("window", "Clubs of the area"), "landmark", UnionScreen),
    Entry("settings", translate("window", "Settings"), "settings", SettingsScreen),
)
