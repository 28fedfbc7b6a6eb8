"""The page before a report is open: open one, go on with one, or try a sample. Everything by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.values import dataclass
from gui import settings
from gui.actions import key_of
from gui.theme import Theme, app_font
from gui.views.controls import IconButton, paint_text
from gui.views.docks import UNLIMITED
from gui.views.welcomecards import RECENT_HEIGHT, ActionCard, Card, RecentRow, SampleCard

_COLUMN = 420
_EDGE = 56
_NARROW = 1100
#: In a narrower window the column stands above the page, and both are scrolled: neither could be read.
_ABOVE_BELOW = 560
#: A lower window shows no drop zone, a narrower one no note beside the head of the samples.
_LOW, _NOTE_FROM = 500, 760
_ROOM_WIDTH = 764
#: Of the recent projects so many are listed in any window; a higher one has room for more.
_RECENTS_AT_LEAST = 4


@dataclass(frozen=True, slots=True)
class SampleWords:
    """A sample report as its card shows it."""

    key: str
    title: str
    blurb: str


class Welcome(QWidget):
    """Left: open and drop. Right: recent projects, samples. Up and Down choose, Enter opens.

    Signals:
        report_wanted, project_wanted: choose a file.
        recent_wanted(str): open the project at this path.
        locate_wanted(str): find the project that is no longer at this path.
        forget_wanted(str): drop this path from the recent ones.
        sample_wanted(str): open the sample with this key.
        language_wanted(str), theme_wanted, help_wanted: the foot's switches.
    """

    report_wanted = Signal()
    project_wanted = Signal()
    recent_wanted = Signal(str)
    locate_wanted = Signal(str)
    forget_wanted = Signal(str)
    sample_wanted = Signal(str)
    language_wanted = Signal(str)
    theme_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[RecentRow] = []
        self._recents: Sequence[settings.Recent] = ()
        self._cards: list[SampleCard] = []
        self._column = _Column(theme, self)
        for first in (self._column.report, self._column.project):
            first.stepped.connect(self._step)
        self._column.report.clicked.connect(self.report_wanted)
        self._column.project.clicked.connect(self.project_wanted)
        self._column.language_wanted.connect(self.language_wanted)
        self._column.theme_button.clicked.connect(self.theme_wanted)
        self._column.help_button.clicked.connect(self.help_wanted)
        self._focus_soon = QTimer(self)
        self._focus_soon.setSingleShot(True)
        self._focus_soon.timeout.connect(self.focus_first)
        self._recent_head, self._samples_head = QLabel(self), QLabel(self)
        self._recent_box, self._samples_box = QVBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._samples_note, self._foot = QLabel(self), QLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._column)
        self._above = QVBoxLayout()  # where the column stands in a window that has no room beside it
        self._area = self._room()
        self._row.addWidget(self._area, 1)
        theme.changed.connect(self._paint)
        self._paint()
        self.retranslate()

    def _room(self) -> QScrollArea:
        inner = QWidget(self)
        inner.setObjectName("welcomeRoom")
        for label in (self._recent_head, self._samples_head):
            label.setFont(app_font(16, 600))
        for label in (self._samples_note, self._foot):
            label.setFont(app_font(12))
            label.setWordWrap(True)
        self._recent_box.setSpacing(0)
        self._samples_box.setSpacing(16)
        content = QWidget(inner)
        content.setMaximumWidth(_ROOM_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(_inset(self._recent_head))
        column.addSpacing(16)
        column.addLayout(self._recent_box)
        column.addSpacing(34)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self._samples_head)
        head.addStretch(1)
        head.addWidget(self._samples_note)
        column.addLayout(head)
        column.addSpacing(14)
        cards = QHBoxLayout()
        cards.setContentsMargins(16, 0, 16, 0)
        cards.addLayout(self._samples_box)
        column.addLayout(cards)
        column.addSpacing(26)
        column.addWidget(_inset(self._foot))
        column.addStretch(3)
        across = QHBoxLayout()
        across.setContentsMargins(32, 32, 32, 32)
        across.addStretch(1)
        across.addWidget(content, 40)
        across.addStretch(1)
        down = QVBoxLayout(inner)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(self._above)
        down.addLayout(across, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def show_recents(self, recents: Sequence[settings.Recent]) -> None:
        """List as many of these projects as there is room for; the first is chosen."""
        _drop(self._rows)
        self._rows, self._recents = [], recents
        self._list_recents()
        self._recent_head.setVisible(bool(self._rows))
        self.retranslate()
        self._focus_soon.start(0)

    def _list_recents(self) -> None:
        wanted = max(_RECENTS_AT_LEAST, self._fitting())
        for row in self._rows[wanted:]:
            row.hide()
        for row in self._rows[:wanted]:
            row.show()
        for recent in self._recents[len(self._rows) : wanted]:
            row = RecentRow(recent, self._theme, self)
            self._rows.append(row)
            self._recent_box.addWidget(row)
            row.stepped.connect(self._step)
            row.opened.connect(self.recent_wanted)
            row.located.connect(self.locate_wanted)
            row.forgotten.connect(self.forget_wanted)

    def _fitting(self) -> int:
        """How many recent projects can be listed so that nothing has to be scrolled."""
        inner = self._area.widget()
        layout = inner.layout() if inner is not None else None
        if layout is None or inner is None:
            return 0
        there = [row for row in self._rows if not row.isHidden()]
        layout.activate()
        needed = layout.heightForWidth(inner.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        return (self.height() - needed) // RECENT_HEIGHT + len(there)

    def show_samples(self, samples: Sequence[SampleWords]) -> None:
        """List these samples."""
        _drop(self._cards)
        self._cards = [SampleCard(sample.key, sample.title, sample.blurb, self._theme, self) for sample in samples]
        for card in self._cards:
            self._samples_box.addWidget(card, 1)
            card.stepped.connect(self._step)
            card.clicked.connect(lambda _checked=False, key=card.key: self.sample_wanted.emit(key))
        self._samples_head.setVisible(bool(self._cards))
        self._show_note()

    def _show_note(self) -> None:
        self._samples_note.setVisible(bool(self._cards) and self.width() >= _NOTE_FROM)

    def show_version(self, version: str) -> None:
        """Name the application's version at the foot."""
        self._column.version.setText(version)

    def focus_first(self) -> None:
        """Choose the first recent project, else the first sample, else opening a report."""
        first = next(iter([*self._rows, *self._cards]), self._column.report)
        if self._above.count() and not self._rows:
            first = self._column.report  # what is seen first is chosen first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self._recent_head.setText(self.tr("Recent projects"))
        self._samples_head.setText(self.tr("Try a sample first"))
        self._samples_note.setText(self.tr("One review from end to end in five minutes"))
        self._foot.setText(
            self.tr("Enter opens the chosen one, ↑ ↓ choose, {help} helps, {palette} finds anything").format(
                help=key_of("help"), palette=key_of("palette")
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        above = self.width() < _ABOVE_BELOW
        if above != (self._above.count() > 0):
            (self._above if above else self._row).insertWidget(0, self._column)
        self._column.set_place(narrow=narrow, above=above)
        self._column.set_low(self.height() < _LOW)
        self._show_note()
        self._samples_box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._list_recents()

    def _step(self, by: int) -> None:
        rows = [row for row in self._rows if not row.isHidden()]
        order: list[QWidget] = [self._column.report, self._column.project, *rows, *self._cards]
        here = self.focusWidget()
        position = order.index(here) + by if here in order else 0
        there = order[max(0, min(len(order) - 1, position))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if self._area.isAncestorOf(there):
            self._area.ensureWidgetVisible(there)

    def _paint(self) -> None:
        for label in (self._samples_note, self._foot):
            label.setStyleSheet(f"color: {self._theme.hex('muted')};")
        self.update()


class _Column(QWidget):
    """The left column: mark, name, the two ways to open, the drop zone, the foot."""

    language_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("welcomeColumn")
        self.setFixedWidth(_COLUMN)
        self._name, self._line = QLabel(self), QLabel(self)
        self._name.setFont(app_font(26, 600))
        self._line.setFont(app_font(14))
        self._line.setWordWrap(True)
        self.report = ActionCard("file", theme, self, primary=True)
        self.project = ActionCard("folder", theme, self)
        self._drop = _DropZone(theme, self)
        self._mark = _Mark(self)
        self._languages = {"zh": QPushButton("简体中文", self), "en": QPushButton("English", self)}
        for key, button in self._languages.items():
            button.setProperty("quiet", True)
            button.setFont(app_font(12))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setStyleSheet("padding: 3px 6px;")
            button.clicked.connect(lambda _checked=False, key=key: self.language_wanted.emit(key))
        self.theme_button = IconButton(theme, "moon", self, size=16)
        self.help_button = IconButton(theme, "help", self, size=16)
        self.version = QLabel(self)
        self.version.setFont(app_font(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 0, _EDGE, 26)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._mark)
        column.addSpacing(18)
        column.addWidget(self._name)
        column.addSpacing(4)
        column.addWidget(self._line)
        column.addSpacing(32)
        column.addWidget(self.report)
        column.addSpacing(10)
        column.addWidget(self.project)
        column.addSpacing(18)
        column.addWidget(self._drop)
        column.addStretch(3)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.setSpacing(4)
        for button in self._languages.values():
            foot.addWidget(button)
        foot.addSpacing(6)
        foot.addWidget(self.theme_button)
        foot.addWidget(self.help_button)
        foot.addStretch(1)
        foot.addWidget(self.version)
        column.addLayout(foot)
        theme.changed.connect(self._paint)
        self._paint()
        self.retranslate()

    def set_place(self, *, narrow: bool, above: bool) -> None:
        """Give some of the width to the page beside it, or take it back; `above` that page it is as wide as it."""
        edge = 32 if narrow else _EDGE
        self.setFixedWidth(_COLUMN - 2 * (_EDGE - edge))
        if above:
            self.setMinimumWidth(0)
            self.setMaximumWidth(UNLIMITED)
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(edge, 24 if above else 0, edge, 10 if above else 26)

    def set_low(self, low: bool) -> None:
        """Leave out what can be done without where the window is low: the whole of it takes files."""
        self._drop.setVisible(not low)
        self._mark.setVisible(not low)

    def retranslate(self) -> None:
        self._name.setText(self.tr("Policy Review"))
        self._line.setText(self.tr("Read the report, check its figures, judge its claims, keep the evidence."))
        self.report.describe(self.tr("Open report"), self.tr("TXT, DOCX, PDF, HTML"), key_of("open_report"))
        self.project.describe(self.tr("Open review project"), self.tr(".prv file"), key_of("open_project"))
        self._drop.describe(
            self.tr("Or drop a file here"), self.tr("The original stays as it is; all is kept on this computer")
        )
        self.help_button.describe(self.tr("Help"), key_of("help"))
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        edge = (0, self.height() - 1, self.width(), 1) if self.maximumWidth() == UNLIMITED else (
            self.width() - 1, 0, 1, self.height())
        painter.fillRect(*edge, self._theme.color("border"))

    def _paint(self) -> None:
        dark = self._theme.name == "dark"
        self.theme_button.set_icon("sun" if dark else "moon")
        self.theme_button.describe(self.tr("Light theme") if dark else self.tr("Dark theme"))
        self.version.setStyleSheet(f"color: {self._theme.hex('muted')};")
        self._line.setStyleSheet(f"color: {self._theme.hex('text2')};")
        for key, button in self._languages.items():
            here = key == settings.language()
            button.setStyleSheet(f"padding: 3px 6px; color: {self._theme.hex('text' if here else 'muted')};")
        self.update()


class _Mark(QWidget):
    """The application's mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(44, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        Theme("light").paint_icon(painter, "app", QRectF(self.rect()))


class _DropZone(QWidget):
    """Where a file can be dropped; in truth the whole window takes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ("", "")
        self.setFixedHeight(96)

    def describe(self, first: str, second: str) -> None:
        """Set the two lines."""
        self._words = (first, second)
        self.setAccessibleName(f"{first}. {second}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("line"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 9, 9)
        center = Qt.AlignmentFlag.AlignHCenter
        first, second = self._words
        paint_text(painter, QRectF(box.left() + 10, 18, box.width() - 20, 26), first, app_font(14),
                   self._theme.color("text2"), center)
        painter.setFont(app_font(12))
        painter.setPen(self._theme.color("muted"))
        wrap = int(center) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(box.left() + 14, 48, box.width() - 28, 44), wrap, second)


def _drop(cards: Sequence[Card]) -> None:
    """Take cards off the page at once; Qt frees them when the event under way is done."""
    for card in cards:
        card.hide()
        card.setParent(None)
        card.deleteLater()


def _inset(label: QLabel) -> QLabel:
    label.setContentsMargins(16, 0, 16, 0)
    return label
