"""Pictures of what a club keeps about its people: family, consent, requests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.base import clock
from app.services import data_requests, members
from app.ui.program import Program
from app.ui.screens.members.consent_dialogs import ConsentsDialog, SignedDialog
from app.ui.screens.members.personal import ConsentsPresenter, PersonalPresenter
from app.ui.screens.members.personal_dialogs import FamilyDialog, PersonalDialog, RequestDialog

Take = Callable[[QDialog, str], None]


def people(window: Program, take: Take) -> None:
    """Show each dialog to ``take``, one request written down and none done."""
    context = window.context
    member = context.ask(members.by_code)["M029"]
    presenter = PersonalPresenter(context, member)
    take(FamilyDialog(presenter, window), "26-family")
    request = RequestDialog(presenter, window)
    request.words.setText("Xin bỏ số điện thoại")
    take(request, "27-request")
    context.do(
        data_requests.ask,
        member="M029",
        on=clock.today(),
        kind="delete",
        words="Xin bỏ số điện thoại",
    )
    take(PersonalDialog(presenter, context, window), "27-requests")
    take(ConsentsDialog(context, window), "28-consents")
    signed = SignedDialog(ConsentsPresenter(context), window)
    signed.people.item(0).setCheckState(Qt.CheckState.Checked)
    take(signed, "28-signed")
