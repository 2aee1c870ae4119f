"""All papers of the club: chosen, looked at, printed, saved."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QPushButton, QWidget

from app.base.text import translate
from app.domain.paper_names import paper_label
from app.domain.periods import Month
from app.services.printing import PaperRequest
from app.ui import papers
from app.ui.context import Context
from app.ui.screen import Page, Screen, fill
from app.ui.screens.reports.abouts import group_words
from app.ui.screens.reports.presenter import (
    Paper,
    ReportsPresenter,
    group_of,
    groups,
    listed,
    needs_loan,
    needs_meeting,
    needs_member,
    needs_period,
)
from app.ui.widgets.basics import Notice, button, column, hairline, label, title
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field
from app.ui.wording import capital, month_words, person


class ReportsScreen(Screen):
    """A line for each paper of a group; what they are about is chosen above them."""

    _wanted: Month | None = None

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = ReportsPresenter(context)
        self.group = choice_field([(group, group_words(group)) for group in groups()])
        self.month, self.member, self.loan = choice_field([]), choice_field([]), choice_field([])
        self.span = choice_field(
            [
                ("month", translate("window", "One month")),
                ("quarter", translate("window", "The quarter")),
                ("year", translate("window", "The year")),
            ]
        )
        self.picks: dict[str, QCheckBox] = {}
        self.together = button(
            translate("window", "Look at and print those chosen…"),
            self._on_together,
            icon="printer",
        )
        self.everybody = button(
            translate("window", "Statements of all members…"), self._on_everybody, icon="users"
        )
        self.looks: dict[str, QPushButton] = {}
        self.saves: dict[str, QPushButton] = {}
        self._none = Notice("", "watch")
        self._boxes: dict[QComboBox, QWidget] = {}
        self._lists = {group: self._list(listed(group)) for group in groups()}
        page = Page()
        page.column.addWidget(title(translate("window", "Papers")))
        page.column.addLayout(self._choices())
        page.column.addWidget(self._none)
        for made in self._lists.values():
            page.column.addWidget(made)
        page.column.addLayout(FlowLayout(self.everybody, self.together))
        page.column.addStretch(1)
        fill(self, page)
        self._on_group()
        self.group.currentIndexChanged.connect(self._on_group)
        self.month.currentIndexChanged.connect(self._on_month)

    def open_at(self, about: object) -> None:
        if isinstance(about, Month):
            self._wanted = about
            self.show_paper("minutes")
        elif isinstance(about, str) and about in self.looks:
            self.show_paper(about)

    def show_paper(self, name: str) -> None:
        """Show the group that the paper ``name`` stands in."""
        self.group.setCurrentIndex(self.group.findData(group_of(name)))

    def reload(self) -> None:
        chosen = str(self._wanted or self.month.currentData() or "")
        self._wanted = None
        months = [(str(m), capital(month_words(m))) for m in self.presenter.months()]
        _offer(self.month, months, chosen)
        _offer(self.member, [(m.code, person(m)) for m in self.presenter.people()])
        _offer(self.loan, [(x.loan, f"{x.loan} · {x.name}") for x in self.presenter.loans()])
        self._on_month()

    def begin(self) -> None:
        self.looks[groups()[self.group.currentData()][0]].setFocus()

    def request(self, name: str) -> PaperRequest:
        """What is asked of the book for the paper ``name`` as things are chosen now."""
        member, loan = self.member.currentData(), self.loan.currentData()
        return self.presenter.request(
            name,
            self._month(),
            str(member or ""),
            str(loan or ""),
            span=self.span.currentData(),
        )

    def chosen(self) -> list[str]:
        """The ticked papers that can be made, in the order of the list."""
        shown = groups()[self.group.currentData()]
        return [n for n in shown if self.picks[n].isChecked() and self.looks[n].isEnabled()]

    def _choices(self) -> FlowLayout:
        flow = FlowLayout()
        for field, words in (
            (self.group, translate("window", "Papers about")),
            (self.month, translate("window", "Month")),
            (self.span, translate("window", "Period")),
            (self.member, translate("window", "Member")),
            (self.loan, translate("window", "Loan")),
        ):
            field.setAccessibleName(words)
            box = QWidget()
            box.setLayout(column(label(words, "strong", wrap=False), field, gap=4))
            self._boxes[field] = box
            flow.addWidget(box)
        return flow

    def _list(self, known: tuple[Paper, ...]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, paper in enumerate(known):
            self._line(grid, 2 * number, paper)
        return box

    def _line(self, grid: QGridLayout, place: int, paper: Paper) -> None:
        name = paper_label(paper.name)
        words = QWidget()
        about = [label(paper.about, "small")] if paper.about else []
        words.setLayout(column(label(name, "strong"), *about, gap=2))
        look = button(
            translate("window", "Look and print…"),
            lambda: papers.show(self.context, self.request(paper.name), self.window()),
            icon="printer",
        )
        save = button(
            translate("window", "Save as…"),
            lambda: papers.save(self.context, self.request(paper.name), self.window()),
            icon="save",
        )
        pick = QCheckBox()
        pick.setAccessibleName(translate("window", "Choose {paper}").format(paper=name))
        pick.setMinimumSize(44, 44)
        pick.toggled.connect(self._on_pick)
        self.picks[paper.name] = pick
        self.looks[paper.name], self.saves[paper.name] = look, save
        grid.addWidget(hairline(), place, 0, 1, 4)
        grid.addWidget(pick, place + 1, 0)
        grid.addWidget(words, place + 1, 1)
        for number, made in enumerate((look, save), start=2):
            made.setAccessibleName(f"{made.text()} {name}")
            grid.addWidget(made, place + 1, number)

    def _month(self) -> Month:
        return Month.parse(self.month.currentData())

    def _on_group(self) -> None:
        group = self.group.currentData()
        for name, made in self._lists.items():
            made.setVisible(name == group)
        self._boxes[self.member].setVisible(needs_member(group))
        self.everybody.setVisible(group == "members")
        self._boxes[self.loan].setVisible(needs_loan(group))
        self._boxes[self.span].setVisible(needs_period(group))
        self._on_month()

    def _on_month(self) -> None:
        if not self.month.currentData():
            return
        month, group = self._month(), self.group.currentData()
        held = self.presenter.state(month) in ("held", "not_held")
        loan = self.loan.count() > 0
        for name, look in self.looks.items():
            possible = held if needs_meeting(name) else True
            if needs_loan(group) and name in groups()[group]:
                possible = loan or name in ("loan-book", "loan-request")
            look.setEnabled(possible)
            self.saves[name].setEnabled(possible)
            self.picks[name].setEnabled(possible)
        self._on_pick()
        words = translate("window", "The meeting of {month} is not closed: it has no minutes yet.")
        told = not held and any(needs_meeting(name) for name in groups()[group])
        self._none.say(words.format(month=month_words(month)) if told else "", "watch")

    def _on_pick(self) -> None:
        self.together.setEnabled(bool(self.chosen()))

    def _on_everybody(self) -> None:
        papers.show_all(self.context, self.presenter.everybodys(self._month()), self.window())

    def _on_together(self) -> None:
        wanted = [self.request(name) for name in self.chosen()]
        papers.show_all(self.context, wanted, self.window())


def _offer(field: QComboBox, choices: list[tuple[str, str]], chosen: str = "") -> None:
    """Fill ``field`` anew; ``chosen``, or what was chosen before, stays chosen."""
    kept = chosen or field.currentData()
    field.blockSignals(True)
    field.clear()
    for code, words in choices:
        field.addItem(words, code)
    field.setCurrentIndex(max(0, field.findData(kept)))
    field.blockSignals(False)
