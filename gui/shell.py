"""One application and one window in it: fonts, language and theme, kept in step with the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from core.project import Project
from gui import settings, theme
from gui.mainwindow import MainWindow
from gui.theme import Theme


def make_application(argv: Sequence[str]) -> QApplication:
    """The one application of this process, with our fonts and our names."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    application.setApplicationName(settings.APPLICATION)
    application.setOrganizationName(settings.ORGANISATION)
    application.setStyle("Fusion")
    theme.load_fonts()
    application.setFont(theme.app_font(13))
    return application


class Shell:
    """A window with its theme and its translators, kept in step with the settings."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.theme = Theme(settings.theme_name())
        self._translate()
        self._dress()
        self.window = MainWindow(self.theme)
        self.theme.changed.connect(self._dress)
        self.window.language_chosen.connect(self._translate)
        self.window.keeping.past_wanted.connect(self.show_past)
        self.past: MainWindow | None = None

    def show_past(self, project: Project) -> None:
        """Show a snapshot in a window of its own, which the next one takes over."""
        if self.past is None:
            self.past = MainWindow(self.theme)
            self.past.language_chosen.connect(self._translate)
            self.past.keeping.past_wanted.connect(self.show_past)
            self.window.keeping.closing.connect(self.past.close)
        self.past.take(project)
        self.past.show()
        self.past.raise_()
        self.past.activateWindow()

    def _dress(self) -> None:
        self.theme.dress(self._application)

    def _translate(self) -> None:
        """Install the translators of the language in force; every widget hears LanguageChange."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()
        chinese = settings.language() == "zh"
        QLocale.setDefault(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
        if not chinese:
            return
        own = str(resources.path("translations"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase_zh_CN", qt), ("zh_CN", own)):
            translator = QTranslator()
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)
