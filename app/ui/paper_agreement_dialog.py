"""The program's figures of a month beside the paper book, and what each comparing found."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.base.text import translate
from app.domain.periods import Month, format_day
from app.services.paper_agreement import Answer
from app.ui import papers, theme
from app.ui.context import Context
from app.ui.paper_agreement import AgreementPresenter, answers, comparable, found_words
from app.ui.widgets.basics import EDGE, GAP, Notice, button, label, row, title
from app.ui.widgets.dialog import FormDialog
from app.ui.widgets.figure_list import FigureList
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import choice_field, text_field
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from app.ui.wording import capital, month_words

_AGREES = {"yes": True, "no": False}


class AgreementDialog(FormDialog):
    """Read the figures, lay the paper book beside them, say whether they are the same."""

    def __init__(self, context: Context, month: Month, parent: QWidget | None) -> None:
        self._context = context
        self.presenter = AgreementPresenter(context, month)
        self.found = choice_field(
            [
                ("", translate("window", "– choose –")),
                ("yes", translate("window", "All the same")),
                ("no", translate("window", "Something differs")),
            ]
        )
        self.by = choice_field([(name, name) for name in self.presenter.board()])
        self.note = text_field()
        super().__init__(
            translate("window", "Paper book and program in {month}").format(
                month=month_words(month)
            ),
            translate("window", "Keep the answer"),
            self._act,
            parent,
            back=translate("window", "Not now"),
            columns=2,
        )
        self._lay_out()
        self.found.currentIndexChanged.connect(self._on_found)
        self._on_found()
        self.found.setFocus()

    def _lay_out(self) -> None:
        figures = FigureList(translate("window", "What stands in the program"))
        figures.fill(self.presenter.lines())
        words = translate("window", "Open the paper book of this month. Does it say the same?")
        self.body.insertWidget(1, label(words))
        self.body.insertWidget(2, figures)
        before = self.presenter.before()
        if before is not None:
            told = translate("window", "Differed last time: {note}").format(note=before.note)
            self.body.insertWidget(3, Notice(told, "watch"))
        add = self.form.add
        add("agrees", translate("window", "What you found"), self.found)
        add("by", translate("window", "Who compared"), self.by)
        add("note", translate("window", "What differs, or what was put right"), self.note,
            translate("window", "For example: cash, 50.000 more in the paper book."),
            wide=True)  # fmt: skip
        self.next_step = Notice("")
        self.cash_book = button(
            translate("window", "Look at the cash book…"), self._on_cash_book, icon="printer"
        )
        place = self.body.indexOf(self.form) + 1
        self.body.insertWidget(place, self.next_step)
        self.body.insertLayout(place + 1, row(self.cash_book, None))

    def _on_found(self) -> None:
        differs = self.found.currentData() == "no"
        words = translate(
            "window",
            "Then go through the month line by line. Wrong in the program: “Correct an entry…” in "
            "the fund book. Wrong on paper: cross it out, write it anew, sign beside it. Then "
            "answer again; the home screen reminds you.",
        )
        self.next_step.say(words if differs else "", "watch")
        self.cash_book.setVisible(differs)
        self.fit()

    def _on_cash_book(self) -> None:
        papers.show(self._context, self.presenter.cash_book(), self)

    def _act(self) -> None:
        chosen = _AGREES.get(self.found.currentData())
        self.presenter.keep(chosen, str(self.by.currentData() or ""), self.note.text())


class AgreementsDialog(QDialog):
    """Every answer that was given, and a month to compare now, also after the first months."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(translate("window", "Paper book and program"))
        self.list = TableView(
            TableModel(_columns()),
            name=translate("window", "What the comparing found"),
            empty=translate("window", "Nobody compared yet. Choose a month and begin."),
            stretch=3,
        )
        self.month = choice_field(
            [(str(month), capital(month_words(month))) for month in comparable(context)]
        )
        self.month.setAccessibleName(translate("window", "Month to compare"))
        self.compare = button(
            translate("window", "Compare this month…"), self._on_compare, role="next"
        )
        self.compare.setEnabled(bool(self.month.count()) and not context.read_only)
        back = button(translate("window", "Back"), self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addWidget(title(self.windowTitle()))
        layout.addWidget(self.list, 1)
        layout.addLayout(FlowLayout(self.month, self.compare, back))
        theme.open_at(self, 50, 26)
        self._fill()

    def _fill(self) -> None:
        self.list.table().fill(answers(self._context))

    def _on_compare(self) -> None:
        month = Month.parse(self.month.currentData())
        if AgreementDialog(self._context, month, self).exec():
            self._fill()


def _columns() -> list[Column]:
    return [
        Column(
            translate("window", "Month"),
            lambda x: f"{x.month.number:02d}/{x.month.year}",
            key=lambda x: x.month,
        ),
        Column(translate("window", "Found"), found_words, tone=_tone),
        Column(translate("window", "What differs, or what was put right"), lambda x: x.note),
        Column(translate("window", "Who compared"), lambda x: x.by),
        Column(
            translate("window", "Day"),
            lambda x: format_day(x.at.astimezone().date()),
            key=lambda x: x.at,
        ),
    ]


def _tone(answer: Answer) -> str:
    return "good" if answer.agrees else "late"
