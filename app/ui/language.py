"""The language of the window: our own texts, and those of Qt's buttons and dialogs.

Our texts come from ``app.base.catalogue`` everywhere, so a presenter without Qt says the same words
as a view; Qt's translator is only for what Qt itself says.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.base import catalogue
from app.base.paths import resource_path

_LOCALES = {"vi": "vi_VN", "en": "en_GB"}
_installed: list[QTranslator] = []


def use(code: str) -> None:
    """Say everything in ``code`` (``vi`` or ``en``) from now on; what is on screen stays."""
    catalogue.use_language(code)
    QLocale.setDefault(QLocale(_LOCALES[code]))
    application = QCoreApplication.instance()
    if application is None:
        return
    while _installed:
        application.removeTranslator(_installed.pop())
    for name, folder in (
        (f"qtbase_{code}", str(resource_path("i18n"))),
        (f"app_{code}", str(resource_path("i18n"))),
    ):
        _install(application, name, folder)
    if code == "en":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(application, "qtbase_en", folder)


def _install(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
        _installed.append(translator)
