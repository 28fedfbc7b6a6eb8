"""A quiet line over the text of a report that was read from pictures: not the original, and this is how doubt looks."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.model import Span
from gui.session import Session
from gui.theme import Theme, report_font
from gui.views.controls.marks import paint_wave


class RecognisedLine(QWidget):
    """Says that the words were recognised, and leads from one doubtful place to the next.

    Signals:
        place_wanted(Span): this doubtful place is to be shown.
    """

    place_wanted = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = -1
        self.setObjectName("recognisedLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel(self)
        self.legend = _Legend(theme, self)
        self._count = QLabel(self)
        self.next_button = QPushButton(self)
        self.next_button.setProperty("link", True)
        self.next_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next_button.clicked.connect(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self.legend)
        row.addWidget(self._count)
        row.addWidget(self.next_button)
        session.opened.connect(self.refresh)
        session.report_replaced.connect(self.refresh)
        self.refresh()

    @property
    def sentence(self) -> str:
        """What is said, "" where nothing is."""
        return "" if self.isHidden() else f"{self._words.text()} {self._count.text()}".strip()

    def refresh(self) -> None:
        """Bring it up to date with the report under review."""
        report = self._session.report
        self._shown = -1
        self.setVisible(report is not None and report.layout.recognised)
        if report is None or not report.layout.recognised:
            return
        count = len(report.layout.doubtful)
        self._words.setText(self.tr("Recognised from pictures, not the original words."))
        self._count.setText(self.tr("doubtful: {count}").format(count=count))
        self.next_button.setText(self.tr("Next"))
        self.next_button.setAccessibleName(self.tr("Go to the next doubtful place"))
        for part in (self.legend, self._count, self.next_button):
            part.setVisible(count > 0)
        self.setAccessibleName(self.sentence)

    def _next(self) -> None:
        report = self._session.report
        places = sorted(report.layout.doubtful) if report is not None else []
        if places:
            number = bisect_right(places, self._shown, key=lambda span: span.start) % len(places)
            self._shown = places[number].start
            self.place_wanted.emit(Span(places[number].start, places[number].end))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)


class _Legend(QWidget):
    """One character as a doubtful one looks in the text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(18, 22)

    def sizeHint(self) -> QSize:
        return QSize(18, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(report_font(14))
        painter.setPen(self._theme.color("text"))
        painter.drawText(QRectF(self.rect()).adjusted(0, -3, 0, -3), Qt.AlignmentFlag.AlignCenter, "字")
        paint_wave(painter, self._theme, 1, 17, 19.5)
