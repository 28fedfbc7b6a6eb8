"""The help: contents, search, one page. All of it lies beside the program; nothing is fetched."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import resources
from core.values import dataclass
from core.vocabulary import Language
from gui import settings
from gui.actions import key_of
from gui.theme import Theme, app_font
from gui.views.controls import Cross, FilterField
from gui.views.docks import UNLIMITED

#: The pages in the order of the contents; each is a file of resources/help in both languages.
PAGES: Final = (
    "start", "contents", "text", "judging", "evidence", "data", "corrections", "signing", "files", "keys",
)
#: A narrower window has the names of a few pages above the page; what the system's frame takes of the height.
_NARROW: Final = 640
_FEW: Final = 84
_LIST: Final = 220
_FRAME: Final = 36
_KEY: Final = re.compile(r"\{key:(\w+)\}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its title, and its words as Markdown with the keys still to be filled in."""

    title: str
    words: str


@cache
def page(key: str, language: Language) -> Page:
    """A page of the help.

    Raises:
        FileNotFoundError: there is none of that name.
    """
    words = resources.path("help", language, f"{key}.md").read_text(encoding="utf-8")
    return Page(words.partition("\n")[0].removeprefix("# ").strip(), words)


def filled(words: str) -> str:
    """The words with each {key:command} as the key that the command has now; — where it has none."""
    return _KEY.sub(lambda match: f"**{key_of(match[1]) or '—'}**", words)


def _heard(key: str, language: Language) -> str:
    """What a search goes through: the page with the keys that are in force, in small letters."""
    return filled(page(key, language).words).casefold()


class HelpWindow(QDialog):
    """Beside the main window, so that both can be looked at. Links lead from page to page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self._page = PAGES[0]
        self._found: list[str] = []
        self.field = FilterField(theme, self, size=13)
        Cross(theme, self.field)
        self.field.textChanged.connect(self._fill)
        self.field.entered.connect(self._find)
        self.field.left.connect(self.reject)
        self.list = QListWidget(self)
        self.list.setStyleSheet("QListWidget::item { padding: 5px 6px; }")
        self.list.currentRowChanged.connect(self._choose)
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.setFont(app_font(14))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.field)
        left.addWidget(self.list, 1)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(14)
        row.addLayout(left)
        row.addWidget(self.browser, 1)
        theme.changed.connect(self._show)
        self.resize(QSize(860, 620).boundedTo(self.screen().availableGeometry().size() - QSize(0, _FRAME)))
        self.retranslate()

    @property
    def shown(self) -> str:
        """The page that is shown."""
        return self._page

    def show_page(self, key: str) -> None:
        """Show a page and mark it in the contents."""
        self._page = key
        self.field.clear()
        self._fill()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.setWindowTitle(self.tr("Help · Policy Review"))
        self.field.describe(self.tr("Find in the help"))
        self.list.setAccessibleName(self.tr("Pages"))
        self.browser.setAccessibleName(self.tr("Page"))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the pages' names stand above the page, a few at a time."""
        narrow = self.width() < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.list.setMaximumSize(*(UNLIMITED, _FEW) if narrow else (_LIST, UNLIMITED))
        self.list.setMinimumSize(*(0, _FEW) if narrow else (_LIST, 0))
        self._row.activate()  # asked for within a resize, a new layout would be forgotten
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        words, language = self.field.text().casefold().split(), settings.language()
        self.list.blockSignals(True)
        self.list.clear()
        self._found = [key for key in PAGES if all(word in _heard(key, language) for word in words)]
        # the rows are words and no items of ours: clearing a list of items made here ended the process at times
        self.list.addItems([page(key, language).title for key in self._found])
        if self._found:
            self.list.setCurrentRow(self._found.index(self._page) if self._page in self._found else 0)
        self.list.blockSignals(False)
        self._choose()

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self._page = self._found[row]
        self._show()

    def _show(self) -> None:
        if not self._found:
            self.browser.setPlainText(self.tr("No page contains “{words}”.").format(words=self.field.text().strip()))
            return
        accent = self._theme.hex("accent")
        document = self.browser.document()
        document.setDefaultStyleSheet(f"a {{ color: {accent}; }}")
        self.browser.setMarkdown(filled(page(self._page, settings.language()).words))
        document.setDocumentMargin(18)
        _air(document)
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        self._find()

    def _find(self) -> None:
        words = self.field.text().split()
        if words and not self.browser.find(words[0]):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(words[0], QTextDocument.FindFlag(0))

    def _follow(self, link: QUrl) -> None:
        key = link.path().removesuffix(".md")
        if key in PAGES:
            self.show_page(key)


def _air(document: QTextDocument) -> None:
    """Lines and paragraphs with room between them; Markdown sets them solid."""
    block = document.begin()
    while block.isValid():
        cursor, set_as = QTextCursor(block), block.blockFormat()
        set_as.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        set_as.setTopMargin(14 if set_as.headingLevel() else 0)
        set_as.setBottomMargin(6)
        cursor.setBlockFormat(set_as)
        block = block.next()
