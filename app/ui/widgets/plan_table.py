"""A loan's plan as a list, row by row, and its sums in one line."""

from __future__ import annotations

from app.base.text import translate
from app.domain.loan_schedule import LoanSchedule
from app.domain.money import format_dong
from app.domain.periods import format_day
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


class PlanTable(TableView):
    """Every row of a plan: when it falls due, how much, what is owed then."""

    def __init__(self, empty: str = "") -> None:
        super().__init__(
            TableModel(_columns()), name=translate("window", "Schedule"), empty=empty, stretch=1
        )

    def show_plan(self, plan: LoanSchedule | None) -> None:
        """Show ``plan``; None shows none."""
        self.table().fill(plan.rows if plan else ())


def sum_words(plan: LoanSchedule | None) -> str:
    """What a plan asks for in all; nothing for none."""
    if plan is None or not plan.rows:
        return ""
    words = translate(
        "window",
        "In all, up to {day}: principal {principal} + interest {interest} = {total}",
    )
    return words.format(
        day=format_day(plan.rows[-1].due),
        principal=format_dong(plan.principal),
        interest=format_dong(plan.interest),
        total=format_dong(plan.total),
    )


def _columns() -> list[Column]:
    return [
        Column(translate("window", "No."), lambda r: str(r.no), key=lambda r: r.no, number=True),
        Column(translate("window", "Due"), lambda r: format_day(r.due), key=lambda r: r.due),
        _amount(translate("window", "Principal"), "principal"),
        _amount(translate("window", "Interest"), "interest"),
        _amount(translate("window", "To pay"), "total"),
        _amount(translate("window", "Then owed"), "balance"),
    ]


def _amount(head: str, name: str) -> Column:
    return Column(
        head,
        lambda line: format_dong(getattr(line, name)),
        key=lambda line: getattr(line, name),
        number=True,
    )
