"""What each of the six steps is: a page that shows the open meeting and stores what is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.meeting.presenter import MeetingPresenter


class Panel(QWidget):
    """``stored`` after each change, so that the frame's figures follow."""

    stored = Signal()

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__()
        self.presenter = presenter

    def reload(self) -> None:
        """Show the meeting as it is stored now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus where this step starts."""
        self.setFocus()
