"""One application and its windows: fonts, language and theme, kept in step with the settings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

import resources
from gui import kept, settings, theme
from gui.dressing import Dresser
from gui.heap import keep_compact
from gui.mainwindow import MainWindow
from gui.theme import Theme

if TYPE_CHECKING:
    from core.project import Project

_BESIDE: Final = 32
#: What Qt keeps of pictures that it scaled, in kilobytes: a screen's icons have room in it. Of Qt's own ten megabytes
#: an hour of use filled six, mostly with icons in sizes and states that are not asked for again.
_PICTURES: Final = 2048


def make_application(argv: Sequence[str]) -> QApplication:
    """The one application of this process, with our fonts and our names."""
    keep_compact()
    QPixmapCache.setCacheLimit(_PICTURES)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    application.setApplicationName(settings.APPLICATION)
    application.setOrganizationName(settings.ORGANISATION)
    application.setStyle("Fusion")
    theme.load_fonts()
    theme.speak(settings.language())
    application.setFont(theme.app_font(13))
    return application


class Shell:
    """The windows with their theme and translators. Each has a project of its own; none has the project of another."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.theme = Theme(settings.theme_name())
        self._hints = application.styleHints()  # what it gives lives only while Python holds it
        self._system = self._hints.accessibility()
        self._follow_contrast()
        self._system.contrastPreferenceChanged.connect(self._follow_contrast)
        self._translate()
        self._dresser = Dresser(application, self.theme)
        self._dresser.dress()
        self.windows: list[MainWindow] = []
        self.window = self._make()
        self.theme.changed.connect(self._dresser.dress)
        self.past: MainWindow | None = None

    @property
    def rests(self) -> bool:
        """Whether no project is open."""
        windows = (*self.windows, *([self.past] if self.past is not None else ()))
        return all(window.stage != "whole" or window.session.project is None for window in windows)

    def _rest(self) -> None:
        """Let go of what was kept for painting; another window may still have a project to paint."""
        if self.rests:
            kept.let_go()

    def front(self) -> MainWindow:
        """The window that the user works in."""
        shown = [window for window in self.windows if window.isVisible()]
        return next((window for window in shown if window.isActiveWindow()), shown[-1] if shown else self.window)

    def open_another(self) -> MainWindow:
        """Open another window, a little beside the one in front."""
        beside = self.front()
        window = self._make()
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._gone(window))
        window.resize(beside.size())
        window.move(beside.pos() + QPoint(_BESIDE, _BESIDE))
        window.show()
        return window

    def open_apart(self, paths: Sequence[Path]) -> None:
        """Open each file in a window of its own."""
        for path in paths:
            window = self.open_another()
            QTimer.singleShot(0, window, partial(window.importing.open_all, [path]))

    def _make(self) -> MainWindow:
        window = MainWindow(self.theme)
        window.language_chosen.connect(self._translate)
        window.another_wanted.connect(self.open_another)
        window.apart_wanted.connect(self.open_apart)
        window.completed.connect(lambda: self._join(window))
        window.rested.connect(self._rest)
        self.windows.append(window)
        return window

    def _join(self, window: MainWindow) -> None:
        window.keeping.past_wanted.connect(self.show_past)
        window.opener.shown_already = lambda path: self._shown_already(window, path)

    def _shown_already(self, asked: MainWindow, path: Path) -> bool:
        """Whether a window has the project, perhaps the one that was asked; it comes forward and says so.

        Opened a second time it would be read-only, for the first has the right to write. But where the window that
        was asked can write no more, what is there now is opened: the disk may be back, another program gone.
        """
        for window in self.windows:
            project = window.session.project if window.stage == "whole" else None
            if project is None or not _same_file(project.path, path):
                continue
            if window is not asked or not (project.read_only or window.saving.error):
                window.show()
                window.raise_()
                window.activateWindow()
                window.telling.open_here()
                return True
        return False

    def _gone(self, window: MainWindow) -> None:
        self.windows = [each for each in self.windows if each is not window]

    def show_past(self, project: Project) -> None:
        """Show a snapshot in a window of its own, which the next one takes over."""
        if self.past is None:
            self.past = MainWindow(self.theme)
            self.past.language_chosen.connect(self._translate)
            self.past.keeping.past_wanted.connect(self.show_past)
            self.window.keeping.closing.connect(self.past.close)
        self.past.arriving.take(project)
        self.past.show()
        self.past.raise_()
        self.past.activateWindow()

    def _follow_contrast(self) -> None:
        """Be as the system asks: what is faint is strong where high contrast is wanted."""
        self.theme.use_contrast(self._system.contrastPreference() == Qt.ContrastPreference.HighContrast)

    def _speak(self) -> None:
        """Let the fonts follow the language; widgets that have one of their own would keep that of before."""
        theme.speak(settings.language())
        font = theme.app_font(13)
        before = self._application.font().families()
        if before == font.families():
            return
        self._application.setFont(font)
        for widget in self._application.allWidgets():
            if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and widget.font().families() == before:
                widget.setFont(theme.in_voice(widget.font()))

    def _translate(self) -> None:
        """Install the translators of the language in force; every widget hears LanguageChange."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()
        chinese = settings.language() == "zh"
        self._speak()
        QLocale.setDefault(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
        own = str(resources.path("translations"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # the sources are English, so the English file holds nothing but the singular of what is counted
        for name, folder in (("qtbase_zh_CN", qt), ("zh_CN", own)) if chinese else (("en", own),):
            translator = QTranslator()
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other
