"""How the club's papers look: each field is stored as it is left."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.base.text import one_line, translate
from app.services import paper_settings
from app.ui.context import Context
from app.ui.widgets.basics import GAP, hairline, label, section
from app.ui.widgets.form import Form, choice_field, long_field, text_field

_YES, _NO = "yes", "no"
_TEXTS = ("place", "receipt_form", "payment_form")
_HABITS = ("linh", "tu", "chan")


class PaperPanel(QWidget):
    """Place, recipients, the words of amounts, form lines, boxes for thumb prints."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.place = text_field()
        self.receipt_form, self.payment_form = text_field(), text_field()
        self.recipients = long_field(lines=3)
        self.linh = choice_field([(_YES, "một trăm linh năm"), (_NO, "một trăm lẻ năm")])
        self.tu = choice_field([(_YES, "hai mươi tư"), (_NO, "hai mươi bốn")])
        self.chan = choice_field([(_NO, "năm mươi nghìn đồng"), (_YES, "năm mươi nghìn đồng chẵn")])
        self.thumb_prints = QCheckBox(
            translate("window", "A box for the thumb of members who don't sign")
        )
        self._lay_out()
        self.reload()
        self._store_when_left()
        self.setEnabled(not context.read_only)

    def reload(self) -> None:
        """Show what the book says; a field being typed in keeps its text."""
        now = self._context.ask(paper_settings.settings)
        for name in _TEXTS:
            field = getattr(self, name)
            if not field.hasFocus():
                field.setText(getattr(now, name))
        if not self.recipients.hasFocus():
            self.recipients.setPlainText("\n".join(now.recipients))
        for name in _HABITS:
            choice = getattr(self, name)
            choice.setCurrentIndex(choice.findData(_YES if getattr(now, name) else _NO))
        self.thumb_prints.setChecked(now.thumb_prints)

    def _lay_out(self) -> None:
        form = Form(columns=2)
        form.add(
            "place",
            translate("window", "Place in front of the day"),
            self.place,
            translate("window", "Empty: the name of the commune or ward."),
        )
        form.add(
            "recipients",
            translate("window", "Who gets the papers, one a line"),
            self.recipients,
            translate("window", "Empty: the body above the club, and the club's own file."),
        )
        form.add("linh", translate("window", "105 in words"), self.linh)
        form.add("tu", translate("window", "24 in words"), self.tu)
        form.add("chan", translate("window", "50.000 in words"), self.chan)
        form.add(
            "receipt_form",
            translate("window", "Form line on receipts"),
            self.receipt_form,
            translate("window", "Empty: none."),
        )
        form.add(
            "payment_form",
            translate("window", "Form line on payment slips"),
            self.payment_form,
            translate("window", "Empty: none."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(section(translate("window", "How papers look")))
        column.addWidget(hairline())
        column.addWidget(
            label(translate("window", "The next paper that is printed looks so."), "soft")
        )
        column.addWidget(form)
        column.addWidget(self.thumb_prints)

    def _store_when_left(self) -> None:
        for name in _TEXTS:
            field: QLineEdit = getattr(self, name)
            field.editingFinished.connect(partial(self._store_text, name, field))
        for name in _HABITS:
            choice: QComboBox = getattr(self, name)
            choice.currentIndexChanged.connect(partial(self._store_choice, name, choice))
        self.thumb_prints.toggled.connect(partial(self._store, "thumb_prints"))
        self.recipients.textChanged.connect(lambda: self._store("recipients", self._lines()))

    def _store_text(self, key: str, field: QLineEdit) -> None:
        self._store(key, one_line(field.text()))

    def _store_choice(self, key: str, choice: QComboBox, _index: int) -> None:
        self._store(key, choice.currentData() == _YES)

    def _lines(self) -> tuple[str, ...]:
        lines = map(one_line, self.recipients.toPlainText().splitlines())
        return tuple(filter(None, lines))

    def _store(self, key: str, value: str | bool | tuple[str, ...]) -> None:
        if value != getattr(self._context.ask(paper_settings.settings), key):
            self._context.do(paper_settings.write, key=key, value=value)
