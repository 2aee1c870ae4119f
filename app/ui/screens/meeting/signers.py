"""Who typed a meeting and which two of the board confirm it: three choices, the usual people
chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from app.base.text import translate
from app.domain.labels import role_label
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.widgets.basics import GAP
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form, choice_field


class Signers(QWidget):
    """What was chosen once stays chosen for the next meeting."""

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.typist, self.first, self.second = (choice_field([]) for _ in range(3))
        names = (
            translate("window", "Typed by"),
            translate("window", "Confirmed by"),
            translate("window", "and by"),
        )
        line = FlowLayout(gap=GAP, even=True)
        for name, choice in zip(names, (self.typist, self.first, self.second), strict=True):
            form = Form()
            form.add("signer", name, choice)
            line.addWidget(form)
        self.setLayout(line)

    def reload(self) -> None:
        """The board on the day of the meeting in the three choices."""
        board = self._presenter.board()
        by_role = {member.role: member.code for member in board}
        usual = (
            self._presenter.meeting.typed_by or by_role.get("secretary", ""),
            by_role.get("chair", ""),
            by_role.get("treasurer", by_role.get("secretary", "")),
        )
        for choice, code in zip((self.typist, self.first, self.second), usual, strict=True):
            kept = choice.currentData() or code
            choice.clear()
            for member in board:
                role = role_label(member.role)
                choice.addItem(f"{member.full_name} ({role})", member.code)
            choice.setCurrentIndex(choice.findData(kept))

    @property
    def typed_by(self) -> str:
        return _code(self.typist)

    @property
    def confirmed_by(self) -> tuple[str, str]:
        return _code(self.first), _code(self.second)


def _code(choice: QComboBox) -> str:
    return str(choice.currentData() or "")
