"""The parts of the supervisor's screen, one shown at a time: each a picture, words and a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.base.text import name_sort_key, translate
from app.domain.money import format_dong
from app.domain.supervision import Box, ClubYear, Supervision
from app.domain.union_labels import box_label
from app.ui import theme
from app.ui.screens.supervision import presenter
from app.ui.widgets.basics import GAP, hairline, label, section
from app.ui.widgets.box_cells import BoxCells
from app.ui.widgets.charts import Part, StackedBar
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.widgets.whole_table import WholeTable

BOX_SIGNS = {
    Box.HELD: "✓",
    Box.NOT_HELD: "–",
    Box.NOT_TOLD: "?",
    Box.BEFORE: "·",
    Box.TO_COME: "·",
}
BOX_TONES = {Box.HELD: "good", Box.NOT_HELD: "watch", Box.NOT_TOLD: "late"}
_FIRST_BOX = 2
_SOURCE_TONES = ("accent", "good", "deep", "watch", "edge", "late")


class SupervisionPart(QWidget):
    """``opened`` carries the row the user opened."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    def show_data(self, data: Supervision) -> None:
        """Show what ``data`` says from now on."""
        raise NotImplementedError


class MeetingsPart(SupervisionPart):
    """Twelve boxes a club, all clubs on one page."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "strong")
        self._bar = StackedBar()
        self.list = TableView(
            TableModel(_year_columns()),
            name=translate("window", "Meetings held and missed"),
            empty=translate("window", "Clubs stand here once their files are taken in."),
            stretch=0,
        )
        boxes = BoxCells(_box_tone, self.list)
        for column in range(_FIRST_BOX, _FIRST_BOX + 12):
            self.list.setItemDelegateForColumn(column, boxes)
        self.list.opened.connect(self.opened)
        self.column.addWidget(self._words)
        self.column.addWidget(self._bar)
        self.column.addWidget(label(_box_legend(), "small"))
        self.column.addWidget(self.list, 1)

    def show_data(self, data: Supervision) -> None:
        self._words.setText(presenter.meetings_words(data))
        parts = [
            Part(box_label(box.value), count, BOX_TONES[box])
            for box, count in presenter.meetings_of(data)
        ]
        self._bar.fill(parts, translate("window", "Meetings of the month"))
        self.list.table().fill(data.years)


class PointsPart(SupervisionPart):
    """Each club's points, what is missing to all of them, and how each criterion is counted."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "strong")
        self.list = TableView(
            TableModel(_points_columns()),
            name=translate("window", "Points by the model's criteria"),
            empty=translate("window", "Clubs stand here once their files are taken in."),
            stretch=2,
        )
        self.criteria = WholeTable(
            TableModel(_criteria_columns()), name=translate("window", "The criteria"), stretch=0
        )
        self.list.setMinimumHeight(theme.scaled(11))
        self.list.opened.connect(self.opened)
        self.column.addWidget(self._words)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(section(translate("window", "The criteria")))
        self.column.addWidget(hairline())
        self.column.addWidget(self.criteria)

    def show_data(self, data: Supervision) -> None:
        self._words.setText(presenter.points_head(data))
        self.list.table().fill(data.points)
        self.criteria.table().fill(presenter.criteria_lines(data.points))


class OddPart(SupervisionPart):
    """What to ask about, a line a doubt."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "strong")
        self.list = TableView(
            TableModel(
                [
                    _club(),
                    _area(),
                    Column(translate("window", "What was seen"), lambda line: line.words),
                ]
            ),
            name=translate("window", "Odd figures"),
            empty=translate("window", "Nothing odd was seen in the last 12 months."),
            stretch=2,
        )
        self.list.opened.connect(self.opened)
        self.column.addWidget(self._words)
        self.column.addWidget(self.list, 1)

    def show_data(self, data: Supervision) -> None:
        self._words.setText(presenter.odd_head(data))
        self.list.table().fill(presenter.odd_lines(data))


class MeansPart(SupervisionPart):
    """Coverage against the target, where the means came from, and what grew in a year."""

    def __init__(self) -> None:
        super().__init__()
        self._coverage, self._covered = label(""), StackedBar()
        self._means, self._sources = label(""), StackedBar()
        self._grown = label("", "small")
        self.sources = WholeTable(
            TableModel([]), name=translate("window", "Means of twelve months"), stretch=0
        )
        self.growth = WholeTable(
            TableModel(_growth_columns()), name=translate("window", "Against a year before")
        )
        for head, parts in (
            (translate("window", "Coverage"), (self._coverage, self._covered)),
            (
                translate("window", "Means of twelve months"),
                (self._means, self._sources, self.sources),
            ),
            (translate("window", "Against a year before"), (self._grown, self.growth)),
        ):
            self.column.addWidget(section(head))
            self.column.addWidget(hairline())
            for part in parts:
                self.column.addWidget(part)

    def show_data(self, data: Supervision) -> None:
        found, means = data.coverage, data.sources
        self._coverage.setText(presenter.coverage_words(found))
        covered = len(found.covered)
        self._covered.fill(
            [
                Part(translate("window", "with a club"), covered, "good"),
                Part(translate("window", "without"), max(0, found.units - covered), "watch"),
            ]
            if found.units
            else [],
            translate("window", "Coverage"),
        )
        self._means.setText(presenter.sources_words(means))
        self._sources.fill(
            [
                Part(presenter.source_name(line), line.amount, tone)
                for line, tone in zip(means.lines, _SOURCE_TONES, strict=True)
            ],
            translate("window", "Means of twelve months"),
        )
        self.sources.table().columns = tuple(_source_columns(means.total))
        self.sources.table().fill(means.lines)
        self._grown.setText(presenter.growth_words(data))
        self.growth.table().fill(data.growth.rows)


def _club() -> Column:
    return Column(
        translate("window", "Club"), lambda x: x.club, key=lambda x: name_sort_key(x.club)
    )


def _area() -> Column:
    return Column(translate("window", "Area"), lambda line: line.area.rpartition("/")[2])


def _year_columns() -> list[Column]:
    def box(place: int) -> Column:
        return Column(str(place + 1), lambda line: BOX_SIGNS[line.boxes[place]])

    held = Column(
        translate("window", "Held"),
        lambda line: f"{line.held}/{line.due}",
        key=lambda line: line.held * 100 // max(1, line.due),
        number=True,
    )
    return [_club(), held, *(box(place) for place in range(12)), _area()]


def _box_tone(line: ClubYear, column: int) -> str:
    return BOX_TONES.get(line.boxes[column - _FIRST_BOX], "soft")


def _box_legend() -> str:
    return " · ".join(f"{BOX_SIGNS[box]} {box_label(box.value)}" for box in BOX_TONES)


def _points_columns() -> list[Column]:
    points = Column(
        translate("window", "Points"), presenter.points_words, key=lambda x: x.sum, number=True
    )
    missing = Column(translate("window", "Short of all points"), presenter.missing_words)
    return [_club(), points, missing, _area()]


def _criteria_columns() -> list[Column]:
    return [
        Column(
            translate("window", "Criterion"),
            lambda line: f"{line.name}: {line.definition}",
        ),
        Column(
            translate("window", "Clubs with 3"),
            lambda line: f"{line.full}/{line.clubs}",
            number=True,
        ),
        Column(translate("window", "1, 2, 3 points from"), lambda line: line.limits, number=True),
    ]


def _source_columns(total: int) -> list[Column]:
    return [
        Column(translate("window", "Source"), presenter.source_name),
        Column(translate("window", "Amount"), lambda x: format_dong(x.amount), number=True),
        Column(
            translate("window", "Share"), lambda x: presenter.share_words(x, total), number=True
        ),
        Column(translate("window", "Clubs"), lambda x: str(x.clubs), number=True),
    ]


def _growth_columns() -> list[Column]:
    return [
        Column(translate("window", "Figure"), presenter.growth_name),
        Column(translate("window", "A year before"), lambda x: format_dong(x.before), number=True),
        Column(translate("window", "Now"), lambda x: format_dong(x.now), number=True),
        Column(translate("window", "Change"), presenter.change_words, number=True),
    ]
