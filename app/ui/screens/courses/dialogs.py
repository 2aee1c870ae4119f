"""A course as it is written down, and who came to it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.base import clock
from app.base.errors import AppError, InvalidError
from app.base.text import translate
from app.domain.courses import Course
from app.services.sentences import sentence
from app.ui import theme
from app.ui.screens.courses import presenter
from app.ui.screens.courses.presenter import CameLine, CoursesPresenter, Wanted
from app.ui.widgets.basics import EDGE, GAP, Notice, button, label, row, title
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.form import Form, choice_field, long_field, text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class CourseDialog(FormDialog):
    """``written`` is the course once it is stored."""

    def __init__(
        self, desk: CoursesPresenter, course: Course | None, parent: QWidget | None
    ) -> None:
        self._desk, self._course = desk, course
        self.written: Course | None = None
        head = (
            translate("window", "A course or exchange visit")
            if course is None
            else translate("window", "Change the course")
        )
        super().__init__(
            head,
            translate("window", "Write it down"),
            self._act,
            parent,
            back=translate("window", "Back"),
            columns=2,
        )
        self.kind = choice_field(presenter.kinds(), course.kind if course else "")
        self.title_field = text_field(course.title if course else "")
        self.on = DateEdit(translate("window", "First day"), course.on if course else clock.today())
        self.last_on = DateEdit(translate("window", "Last day"), course.last_on if course else None)
        self.place = text_field(course.place if course else "")
        self.content = long_field(course.content if course else "", lines=2)
        self.form.add("kind", translate("window", "What kind"), self.kind)
        self.form.add("place", translate("window", "Where"), self.place)
        self.form.add("title", translate("window", "About what"), self.title_field, wide=True)
        self.form.add("on", translate("window", "First day"), self.on)
        hint = translate("window", "Only when it took several days")
        self.form.add("last_on", translate("window", "Last day"), self.last_on, hint)
        self.form.add("content", translate("window", "What was taught or shown"), self.content,
                      wide=True)  # fmt: skip
        self.title_field.setFocus()
        self.fit()

    def _act(self) -> None:
        self.written = self._desk.write(
            Wanted(
                self.kind.currentData(),
                self.title_field.text(),
                self.on.day(),
                self.last_on.day(),
                self.place.text(),
                self.content.toPlainText(),
            ),
            self._course,
        )


class CameDialog(QDialog):
    """Stand on a club, type how many came; stored as the field is left."""

    def __init__(
        self, desk: CoursesPresenter, course: Course, parent: QWidget | None, *, writes: bool = True
    ) -> None:
        super().__init__(parent)
        self._desk, self._course, self._writes = desk, course, writes
        self.setWindowTitle(course.title)
        self.list = TableView(
            TableModel(_columns()), name=translate("window", "Who came"), stretch=0
        )
        self.count = text_field()
        self.who = text_field()
        self._about = label("", "strong")
        self._wrong = Notice("", "late")
        self._lay_out()
        self.list.selectionModel().currentRowChanged.connect(lambda *_at: self._on_moved())
        for field in (self.count, self.who):
            field.setReadOnly(not writes)
            field.editingFinished.connect(self._store)
        self.reload()
        theme.open_at(self, 48, 36)

    def _lay_out(self) -> None:
        form = Form(columns=2)
        form.add("count", translate("window", "How many came"), self.count)
        hint = translate("window", "Only where it is needed; a count is enough.")
        form.add("who", translate("window", "Who came"), self.who, hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(self._course.title))
        layout.addWidget(self.list, 1)
        layout.addWidget(self._about)
        layout.addWidget(form)
        layout.addWidget(self._wrong)
        layout.addLayout(row(None, button(translate("window", "Good"), self.accept, role="next")))

    def reload(self) -> None:
        """Show every club; the one the user stood on stays in front."""
        here = self.current()
        self.list.table().fill(self._desk.came(self._course.id))
        self.list.choose(lambda line: here is None or line.uuid == here.uuid)
        self._on_moved()

    def current(self) -> CameLine | None:
        line = self.list.current()
        return line if isinstance(line, CameLine) else None

    def _on_moved(self) -> None:
        line = self.current()
        if line is not None:
            self._about.setText(line.club)
            self.count.setText(str(line.came) if line.came else "")
            self.who.setText(line.who)

    def _store(self) -> None:
        line = self.current()
        if line is None or not self._writes:
            return
        if (self.count.text().strip() or "0", self.who.text().strip()) == (
            str(line.came),
            line.who,
        ):
            return
        self._wrong.say("")
        try:
            self._desk.write_came(self._course.id, line, self.count.text(), self.who.text())
        except InvalidError as error:
            self._wrong.say(sentence(error.problems[0]), "late")
        except AppError as error:
            self._wrong.say(sentence(error), "late")
        else:
            self.reload()


def _columns() -> list[Column]:
    return [
        Column(translate("window", "Club"), lambda line: line.club),
        Column(
            translate("window", "How many came"),
            lambda line: str(line.came) if line.came else "–",
            key=lambda line: line.came,
            number=True,
        ),
        Column(translate("window", "Who came"), lambda line: line.who),
        Column(translate("window", "Area"), lambda line: line.area.rpartition("/")[2]),
    ]
