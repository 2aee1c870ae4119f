"""The months nobody recorded, one after the other: what comes next, and who signs. Free of Qt."""

from __future__ import annotations

from datetime import date

from app.domain.periods import Month
from app.services import backlog
from app.ui.ports import Services
from app.ui.screens.meeting.presenter import MeetingPresenter


class BacklogPresenter:
    """Opens, closes and skips missed months through the meeting's own presenter."""

    def __init__(self, services: Services, meeting: MeetingPresenter, owner: object = None) -> None:
        self._services = services
        self._owner = owner
        self.meeting = meeting

    def missed(self) -> tuple[Month, ...]:
        """What is still to be recorded, oldest first."""
        return self._services.ask(backlog.missed)

    def after(self, month: Month) -> Month | None:
        """The missed month that comes when ``month`` is done: the next later one, or the first."""
        others = [one for one in self.missed() if one != month]
        return next((one for one in others if one > month), others[0] if others else None)

    def open(self, month: Month) -> None:
        """Take up a missed month, begun before or not; raises AppError."""
        if not self.meeting.choose(month):
            self.meeting.open(month, self.meeting.usual_day(month))

    def close(self, typed_by: str, confirmed_by: tuple[str, str]) -> Month | None:
        """Close the month; the next missed one, which is open then. Raises InvalidError."""
        month = self.meeting.meeting.month
        following = self.after(month)
        self.meeting.close(typed_by, confirmed_by)
        return self._go_on(following)

    def skip(self, reason: str) -> Month | None:
        """Write down that the month had no meeting; the next one, opened. Raises AppError."""
        month = self.meeting.meeting.month
        following = self.after(month)
        self._services.do(backlog.skip, initiator=self._owner, month=month, reason=reason)
        self.meeting.draft = None
        return self._go_on(following)

    def begun(self) -> bool:
        """Whether anything is typed for the open month."""
        meeting = self.meeting.meeting
        marked = any(row.presence or row.total for row in meeting.rows)
        return marked or bool(meeting.lines or meeting.loans)

    def hold_on(self, day: date) -> None:
        """Move the meeting to another day; raises DraftRefusedError."""
        self.meeting.write("on", day)

    def _go_on(self, following: Month | None) -> Month | None:
        if following is not None:
            self.open(following)
        return following
