"""A year's courses and exchange visits, and what each club had of them."""

from __future__ import annotations

from app.base.text import name_sort_key, translate
from app.domain.courses import Course
from app.domain.union_labels import course_label
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.courses import presenter
from app.ui.screens.courses.dialogs import CameDialog, CourseDialog
from app.ui.screens.courses.presenter import CoursesPresenter
from app.ui.widgets.basics import button, hairline, label, section, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field
from app.ui.widgets.scope_bar import named
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class CoursesScreen(Screen):
    """Enter on a course says who came; F2 changes the course itself."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = CoursesPresenter(context)
        self.year = choice_field([])
        self.year.setAccessibleName(translate("window", "Year"))
        self.add = button(
            translate("window", "A course or exchange visit…"), self._on_add, role="next",
            icon="plus",
        )  # fmt: skip
        self.came = button(translate("window", "Who came…"), self._on_came, icon="users")
        self.change = button(translate("window", "Change the course…"), self._on_change,
                             icon="pencil")  # fmt: skip
        self.paper = button(translate("window", "On paper…"), self._on_paper, icon="printer")
        self._words = label("", "strong")
        self.list = TableView(
            TableModel(_course_columns()),
            name=translate("window", "Courses and exchange visits"),
            empty=translate("window", "Courses stand here once they are written down above."),
            stretch=2,
        )
        self.parts = TableView(
            TableModel(_part_columns()),
            name=translate("window", "What each club had of them"),
            empty=translate("window", "Clubs stand here once their files are taken in."),
            stretch=0,
        )
        self._lay_out()
        self.year.activated.connect(self.reload)
        self.list.opened.connect(lambda _course: self._on_came())
        for made in (self.add, self.change):
            made.setEnabled(not context.read_only)

    def _lay_out(self) -> None:
        page = Page()
        column = page.column
        column.addWidget(title(translate("window", "Courses and exchange visits")))
        year = named(translate("window", "Year"), self.year)
        column.addLayout(FlowLayout(year, self.add, self.came, self.change, self.paper))
        column.addWidget(self._words)
        self.list.setMinimumHeight(theme.scaled(7))
        column.addWidget(self.list, 1)
        column.addWidget(section(translate("window", "What each club had of them")))
        column.addWidget(hairline())
        column.addWidget(self.parts, 1)
        fill(self, page)

    def reload(self) -> None:
        chosen = self.year.currentData()
        self.year.clear()
        for year in self.presenter.years():
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        year = int(self.year.currentData())
        held, parts = self.presenter.held(year), self.presenter.parts(year)
        here = self.list.current()
        self.list.table().fill(held)
        self.list.choose(lambda one: here is None or one.id == getattr(here, "id", ""))
        self.parts.table().fill(parts)
        self._words.setText(presenter.year_words(held, parts))

    def begin(self) -> None:
        self.add.setFocus()

    def _current(self) -> Course | None:
        course = self.list.current()
        return course if isinstance(course, Course) else None

    def _on_add(self) -> None:
        dialog = CourseDialog(self.presenter, None, self.window())
        if dialog.exec() and dialog.written is not None:
            self._say_who(dialog.written)
        dialog.deleteLater()

    def _on_change(self) -> None:
        course = self._current()
        if course is None:
            return
        dialog = CourseDialog(self.presenter, course, self.window())
        if dialog.exec():
            self.reload()
        dialog.deleteLater()

    def _on_came(self) -> None:
        course = self._current()
        if course is not None:
            self._say_who(course)

    def _say_who(self, course: Course) -> None:
        writes = not self.context.read_only
        dialog = CameDialog(self.presenter, course, self.window(), writes=writes)
        dialog.exec()
        dialog.deleteLater()
        self.reload()

    def _on_paper(self) -> None:
        papers.show(self.context, self.presenter.paper(int(self.year.currentData())), self.window())


def _course_columns() -> list[Column]:
    return [
        Column(translate("window", "Days"), presenter.days_words, key=lambda one: one.on),
        Column(translate("window", "Kind"), lambda one: course_label(one.kind)),
        Column(translate("window", "About what"), lambda one: one.title),
        Column(translate("window", "Where"), lambda one: one.place),
        Column(translate("window", "Who came"), presenter.clubs_words, key=lambda one: one.came),
    ]


def _part_columns() -> list[Column]:
    def tone(line: object) -> str:
        return "watch" if presenter.part_words(line).startswith("!") else ""  # type: ignore[arg-type]

    return [
        Column(translate("window", "Club"), lambda x: x.club, key=lambda x: name_sort_key(x.club)),
        Column(translate("window", "Area"), lambda line: line.area.rpartition("/")[2]),
        Column(translate("window", "This year"), presenter.part_words, tone=tone),
        Column(translate("window", "People"), lambda line: str(line.came), number=True),
    ]
