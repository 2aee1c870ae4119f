"""Step four: when, where, who led, what it was about. Each field is stored as it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QWidget

from app.base.errors import AppError
from app.base.text import translate
from app.domain.labels import activity_label
from app.domain.meetings import ACTIVITIES
from app.services.sentences import sentence
from app.ui.screen import Page, fill
from app.ui.screens.meeting.panel import Panel
from app.ui.screens.meeting.presenter import MeetingPresenter
from app.ui.screens.meeting.words_again import Phrases, VoteDialog, joined
from app.ui.widgets.basics import GAP, Notice, button, label
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form, choice_field, long_field, text_field
from app.ui.wording import person


class WordsPanel(Panel):
    """The words of the minutes."""

    def __init__(self, presenter: MeetingPresenter) -> None:
        super().__init__(presenter)
        self._wrong = Notice("", "late")
        self.on = DateEdit(translate("window", "Day of the meeting"))
        self.short = {name: text_field() for name in ("start", "end", "place", "guests")}
        self.people = {name: choice_field([]) for name in ("chair", "secretary")}
        self.long = {name: long_field(lines=3) for name in ("content", "decisions", "next_plan")}
        self.areas = {code: QCheckBox(activity_label(code)) for code in ACTIVITIES}
        page = Page()
        page.column.setContentsMargins(24, 4, 24, 8)
        page.column.addWidget(self._wrong)
        self.again = Phrases(presenter, self._on_phrase)
        self.vote = button(translate("window", "Record a vote…"), self._on_vote, icon="users")
        page.column.addLayout(FlowLayout(self.again.button, self.vote, gap=GAP))
        page.column.addWidget(self._form())
        page.column.addStretch(1)
        fill(self, page)
        self._wire()

    def reload(self) -> None:
        meeting = self.presenter.draft
        if meeting is None:
            return
        self.on.show_day(meeting.on)
        for name, field in self.short.items():
            field.setText(getattr(meeting.text, name))
        for name, area in self.long.items():
            if area.toPlainText() != getattr(meeting.text, name):
                area.setPlainText(getattr(meeting.text, name))
        for name, choice in self.people.items():
            choice.blockSignals(True)
            choice.clear()
            choice.addItem("–", "")
            for line in meeting.rows:
                choice.addItem(person(line.member), line.member.code)
            choice.setCurrentIndex(max(0, choice.findData(getattr(meeting.text, name))))
            choice.blockSignals(False)
        for code, box in self.areas.items():
            box.blockSignals(True)
            box.setChecked(code in meeting.text.activities)
            box.blockSignals(False)

    def begin(self) -> None:
        self.long["content"].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text of several lines is stored when the focus leaves it."""
        if event.type() is QEvent.Type.FocusOut and isinstance(watched, QPlainTextEdit):
            name = next(n for n, area in self.long.items() if area is watched)
            self._store(name, watched.toPlainText())
        return super().eventFilter(watched, event)

    def _form(self) -> Form:
        form = Form(columns=2 if self.screen().availableGeometry().width() > 1000 else 1)
        add, short = form.add, self.short
        add("content", translate("window", "What the meeting was about"), self.long["content"],
            wide=True)  # fmt: skip
        add("decisions", translate("window", "What was decided"), self.long["decisions"])
        add("next_plan", translate("window", "Plan for next month"), self.long["next_plan"])
        add("activities", translate("window", "Areas of work"), self._areas_grid(), wide=True)
        add("on", translate("window", "Day of the meeting"), self.on)
        add("place", translate("window", "Place"), short["place"])
        add("start", translate("window", "Start, for example 08:00"), short["start"])
        add("end", translate("window", "End"), short["end"])
        add("chair", translate("window", "Chair of the meeting"), self.people["chair"])
        add("secretary", translate("window", "Secretary of the meeting"), self.people["secretary"])
        add(
            "guests",
            translate("window", "Guests"),
            short["guests"],
            translate("window", "Name and organisation, for example: Ms Lan, Women's Union."),
            wide=True,
        )
        return form

    def _areas_grid(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, made in enumerate(self.areas.values()):
            grid.addWidget(made, place // 2, place % 2)
        grid.addWidget(label(""), 4, 0)
        return box

    def _wire(self) -> None:
        self.on.left.connect(lambda day: self._store("on", day))
        for name, field in self.short.items():
            field.editingFinished.connect(
                lambda name=name, field=field: self._store(name, field.text())
            )
        for name, choice in self.people.items():
            choice.currentIndexChanged.connect(
                lambda _i, name=name, choice=choice: self._store(name, choice.currentData() or "")
            )
        for area in self.long.values():
            area.installEventFilter(self)
        for box in self.areas.values():
            box.toggled.connect(self._on_area)

    def _on_phrase(self, name: str, line: str) -> None:
        """Put a line of earlier minutes behind what stands in a field."""
        if name in self.short:
            self.short[name].setText(joined(self.short[name].text(), line, "; "))
            self._store(name, self.short[name].text())
            self.short[name].setFocus()
            return
        self.long[name].setPlainText(joined(self.long[name].toPlainText(), line, "\n"))
        self._store(name, self.long[name].toPlainText())
        self.long[name].setFocus()

    def _on_vote(self) -> None:
        dialog = VoteDialog(self.presenter.totals().present, self.window())
        if dialog.exec():
            self._on_phrase("decisions", dialog.line)

    def _on_area(self) -> None:
        chosen = tuple(code for code, box in self.areas.items() if box.isChecked())
        self._store("activities", chosen)

    def _store(self, name: str, value: object) -> None:
        meeting = self.presenter.draft
        if meeting is None:
            return
        before = meeting.on if name == "on" else getattr(meeting.text, name)
        if value == before or value is None:
            return
        try:
            self.presenter.write(name, value)
        except AppError as error:
            self._wrong.say(sentence(error), "late")
            return
        self._wrong.say("")
        self.stored.emit()
