"""A large look at a piece of evidence: pages, pictures, words, tables, as they are in the file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.messages import PolicyReviewError
from core.model import Evidence
from core.readers.sheets import Sheet
from core.vocabulary import label
from gui import settings
from gui.jobs import Job, Jobs, Progress
from gui.theme import Theme, app_font, report_font
from gui.views.controls import IconButton
from gui.views.previews import Look, evidence_bytes, look_at

_ZOOMS: Final = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_WIDEST_PAGE: Final = 3600
_SOON: Final = 120
_SCROLL_BAR: Final = 14
_PAGE: Final = re.compile(r"第\s*(\d+)\s*页|\bpp?\.?\s*(\d+)|\bpage\s*(\d+)", re.IGNORECASE)


class EvidenceLook(QDialog):
    """One piece of evidence in a window of its own; the review goes on beside it.

    Space or Esc close it, PageUp and PageDown turn pages, Ctrl with plus, minus, 0 or the wheel changes the size.

    Signals:
        open_pressed(): open the file with the system's own program.
        save_pressed(): save a copy of the file.
    """

    open_pressed = Signal()
    save_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, jobs: Jobs, project: Path, item: Evidence) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._theme = theme
        self._jobs = jobs
        self._project = project
        self._item = item
        self._job: Job | None = None
        self._look: Look | None = None
        self._data: bytes | None = None
        self._pixmap = QPixmap()
        self._page = _first_page(item.locator)
        self._zoom = 1.0
        self.title, self.facts, self.state = QLabel(self), QLabel(self), QLabel(self)
        self.previous, self.next = IconButton(theme, "chevron-left", self), IconButton(theme, "chevron-right", self)
        self.smaller, self.larger = IconButton(theme, "minus", self), IconButton(theme, "plus", self)
        self.page_words, self.zoom_words = QLabel(self), QLabel(self)
        self.picture = QLabel()
        self.words = QPlainTextEdit(self)
        self.table = QTableWidget(self)
        self.tabs = QTabBar(self)
        self.nothing = QLabel(self)
        self.open_button, self.save_button = QPushButton(self), QPushButton(self)
        self._area = QScrollArea(self)
        self._stack = QStackedWidget(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._ask)
        self._lay_out()
        self._connect()
        self.retranslate()
        room = parent.window().size()
        self.resize(QSize(max(640, min(980, room.width() - 120)), max(480, min(900, room.height() - 60))))
        self._stack.setCurrentWidget(self.nothing)
        self.nothing.setText(self.tr("Reading…"))

    # Making

    def _lay_out(self) -> None:
        self.title.setFont(app_font(14, 600))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        for label_ in (self.facts, self.state, self.page_words, self.zoom_words):
            label_.setObjectName("dialogLead")
            label_.setTextFormat(Qt.TextFormat.PlainText)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.facts)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(head, 1)
        for widget in (self.previous, self.page_words, self.next):
            top.addWidget(widget)
        top.addSpacing(12)
        for widget in (self.smaller, self.zoom_words, self.larger):
            top.addWidget(widget)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self.picture)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.viewport().installEventFilter(self)
        self.words.setReadOnly(True)
        self.words.setFont(report_font(16))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setCornerButtonEnabled(False)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        tables = QWidget(self)
        column = QVBoxLayout(tables)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.tabs)
        self._tables = tables
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        for page in (self._area, self.words, tables, self.nothing):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.open_button)
        for button in (self.open_button, self.save_button):
            button.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.turn_to(self._page - 1))
        self.next.clicked.connect(lambda: self.turn_to(self._page + 1))
        self.smaller.clicked.connect(lambda: self._resize_by(-1))
        self.larger.clicked.connect(lambda: self._resize_by(1))
        self.tabs.currentChanged.connect(self._show_sheet)
        self.open_button.clicked.connect(self.open_pressed)
        self.save_button.clicked.connect(self.save_pressed)

    def retranslate(self) -> None:
        """Say everything in the language now in force."""
        item, language = self._item, settings.language()
        self.setWindowTitle(f"{item.no} {item.title}")
        self.title.setText(item.title)
        grade = f"{item.reliability or ''}{item.credibility or ''}"
        parts = (item.no, label("evidence_kind", item.kind, language), grade, item.provider, item.locator)
        self.facts.setText(" · ".join(part for part in parts if part))
        self.previous.describe(self.tr("Previous page"), "PgUp")
        self.next.describe(self.tr("Next page"), "PgDn")
        self.smaller.describe(self.tr("Smaller"), "Ctrl+-")
        self.larger.describe(self.tr("Larger"), "Ctrl++")
        self.open_button.setText(self.tr("Open the file"))
        self.save_button.setText(self.tr("Save a copy…"))
        self.words.setAccessibleName(self.tr("The words of the file"))
        self.picture.setAccessibleName(self.tr("The picture of the page"))
        self.table.setAccessibleName(self.tr("The table"))
        self._tell()

    # Looking

    @property
    def shown(self) -> Look | None:
        """What is shown, None until it is read."""
        return self._look

    def turn_to(self, page: int) -> None:
        """Show another page, the first is 0."""
        if self._look is None or not 0 <= page < self._look.pages:
            return
        self._page = page
        self._soon.start(0)

    def _ask(self) -> None:
        """Have the page drawn for the room there is."""
        if self._job is not None:
            self._job.cancel()
        width = max(200, round((self._stack.width() - _SCROLL_BAR) * self._zoom * self.devicePixelRatioF()))
        project, item, page, data = self._project, self._item, self._page, self._data

        def work(progress: Progress) -> tuple[bytes, Look]:
            found = evidence_bytes(project, item) if data is None else data
            progress(0.5)
            return found, look_at(found, item.file_name or item.title, page=page, width=min(width, _WIDEST_PAGE))

        self._job = self._jobs.start(work, done=self._read, failed=self._failed, name="preview")

    def _read(self, answer: tuple[bytes, Look]) -> None:
        self._data, look = answer
        self.show_look(look)

    def _failed(self, error: Exception) -> None:
        self.show_look(Look("nothing", problem=error if isinstance(error, PolicyReviewError) else None))

    def show_look(self, look: Look) -> None:
        """Show what was read of the file."""
        self._job = None
        self._look = look
        match look.kind:
            case "picture":
                self._page = look.page
                self._show_picture(look.image or QImage())
            case "words":
                self.words.setPlainText(look.words)
                self._stack.setCurrentWidget(self.words)
            case "tables":
                self._show_tables(look.tables)
            case "nothing":
                self._stack.setCurrentWidget(self.nothing)
        self._tell()

    def _show_picture(self, image: QImage) -> None:
        self._pixmap = QPixmap.fromImage(image)
        self._fit()
        self._stack.setCurrentWidget(self._area)
        self._area.setFocus()

    def _fit(self) -> None:
        """A page is drawn at its size; another picture is fitted to the window, but never blown up at 100 %."""
        if self._pixmap.isNull() or self._look is None:
            return
        ratio = self.devicePixelRatioF()
        shown = self._pixmap
        if self._look.pages == 0:
            room = (self._stack.size() - QSize(_SCROLL_BAR, _SCROLL_BAR)) * ratio
            size = self._pixmap.size()
            if size.width() > room.width() or size.height() > room.height():
                size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            size = size * self._zoom
            shown = self._pixmap.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)

    def _show_tables(self, tables: tuple[Sheet, ...]) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for sheet in tables:
            self.tabs.addTab(sheet.name)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(tables) > 1)
        self._show_sheet(0)
        self._stack.setCurrentWidget(self._tables)

    def _show_sheet(self, number: int) -> None:
        if self._look is None or not 0 <= number < len(self._look.tables):
            return
        sheet = self._look.tables[number]
        columns = max((len(row) for row in sheet.rows), default=0)
        self.table.clear()
        self.table.setRowCount(len(sheet.rows))
        self.table.setColumnCount(columns)
        for down, row in enumerate(sheet.rows):
            for across, cell in enumerate(row):
                self.table.setItem(down, across, QTableWidgetItem(cell))
        self.table.setHorizontalHeaderLabels([_letters(number) for number in range(columns)])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.resizeColumnsToContents()
        self._tell()

    def _tell(self) -> None:
        look = self._look
        paged = look is not None and look.pages > 0
        pictured = look is not None and look.kind == "picture"
        for widget in (self.previous, self.page_words, self.next):
            widget.setVisible(paged)
        for button in (self.smaller, self.zoom_words, self.larger):
            button.setVisible(pictured)
        if look is None:
            return
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < look.pages)
        self.page_words.setText(f"{self._page + 1} / {look.pages}")
        self.zoom_words.setText(f"{round(self._zoom * 100)} %")
        state = ""
        if look.problem is not None:
            self.nothing.setText(look.problem.sentence(settings.language()))
        else:
            self.nothing.setText(self.tr("This kind of file cannot be shown here. Open it with its own program."))
            if self._item.sha256 and look.kind != "nothing":
                state = self.tr("SHA-256 verified: {hash}").format(hash=f"{self._item.sha256[:12]}…")
        current = self.tabs.currentIndex()
        if look.kind == "tables" and 0 <= current < len(look.tables) and look.tables[current].more:
            state = self.tr("Only the beginning of the table is shown.")
        self.state.setText(state)

    def _resize_by(self, steps: int) -> None:
        nearest = min(range(len(_ZOOMS)), key=lambda place: abs(_ZOOMS[place] - self._zoom))
        self._set_zoom(_ZOOMS[max(0, min(len(_ZOOMS) - 1, nearest + steps))])

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        if self._look is not None and self._look.pages:
            self._soon.start()
        else:
            self._fit()
        self._tell()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Space:
                self.close()
            case Qt.Key.Key_PageUp:
                self.turn_to(self._page - 1)
            case Qt.Key.Key_PageDown:
                self.turn_to(self._page + 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self._resize_by(1)
            case Qt.Key.Key_Minus if control:
                self._resize_by(-1)
            case Qt.Key.Key_0 if control:
                self._set_zoom(1.0)
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._resize_by(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._look is None or self._look.pages:
            self._soon.start()
        else:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)


def _letters(number: int) -> str:
    """The name of a column as spreadsheets count them: A to Z, AA …"""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _first_page(locator: str) -> int:
    """The page that a locator names (第 12 页, p. 12), counted from 0; the first where it names none."""
    found = _PAGE.search(locator)
    return max(0, int(next(filter(None, found.groups()))) - 1) if found else 0
