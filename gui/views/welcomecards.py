"""The cards and rows of the Welcome page, each painted by itself and worked by mouse and keyboard alike."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from gui import settings
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text

_WRAP = int(Qt.TextFlag.TextWordWrap)


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Card(QAbstractButton):
    """A button that Enter presses as well, with hover.

    Signals:
        stepped(int): the arrows ask for the next card (1) or the one before (-1), in the page's own order.
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ActionCard(Card):
    """One way to begin: icon, words, a line under them, the key at the right."""

    def __init__(self, icon: str, theme: Theme, parent: QWidget, *, primary: bool = False) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._primary = primary
        self._line = ""
        self._keys = ""
        self.setFixedHeight(60)

    def describe(self, words: str, line: str, keys: str) -> None:
        """Set its words, the line under them and the key."""
        self.setText(words)
        self._line, self._keys = line, keys
        self.setAccessibleName(words)
        self.setAccessibleDescription(line)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = "on_accent" if self._primary else "text"
        if self._primary:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent", 0.9 if self.underMouse() else 1))
        else:
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.setBrush(self._theme.color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(box, 9, 9)
        self._theme.paint_icon(painter, self._icon, QRectF(19, box.center().y() - 9, 18, 18), ink)
        keys = QFontMetricsF(app_font(11)).horizontalAdvance(self._keys)
        inner = box.adjusted(54, 0, -16, 0)
        second = "on_accent" if self._primary else "muted"
        paint_text(painter, inner, self._keys, app_font(11), self._theme.color(second), Qt.AlignmentFlag.AlignRight)
        inner.setRight(inner.right() - keys - 10)
        middle = box.center().y()
        paint_text(painter, QRectF(inner.left(), middle - 21, inner.width(), 22), self.text(), app_font(14, 600),
                   self._theme.color(ink))
        paint_text(painter, QRectF(inner.left(), middle, inner.width(), 20), self._line, app_font(12),
                   self._theme.color(second))
        if self.hasFocus():
            if self._primary:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.color("on_accent"), 1.5))
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 6.5, 6.5)
            paint_focus(painter, self._theme, QRectF(self.rect()), 9)


class SampleCard(Card):
    """One sample report: what it is and what it shows. As high as its words need."""

    def __init__(self, key: str, title: str, blurb: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.key = key
        self._blurb = blurb
        self.setText(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(120)
        self.setAccessibleName(self.tr("Open the sample {title}").format(title=title))
        self.setAccessibleDescription(blurb)

    def sizeHint(self) -> QSize:
        return QSize(232, self.heightForWidth(232))

    def heightForWidth(self, width: int) -> int:
        return round(self._title_box(width).height() + self._blurb_box(width).height()) + 64

    def _title_box(self, width: int) -> QRectF:
        return QRectF(43, 16, width - 55, _height(14, 600, width - 55, self.text()))

    def _blurb_box(self, width: int) -> QRectF:
        top = self._title_box(width).bottom() + 6
        return QRectF(16, top, width - 30, _height(12, 400, width - 30, self._blurb))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(box, 9, 9)
        self._theme.paint_icon(painter, "file", QRectF(17, 17, 18, 18))
        for font, token, place, words in (
            (app_font(14, 600), "text", self._title_box(self.width()), self.text()),
            (app_font(12), "muted", self._blurb_box(self.width()), self._blurb),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.color(token))
            painter.drawText(place, _WRAP, words)
        paint_text(painter, QRectF(16, box.bottom() - 34, box.width() - 30, 22), self.tr("Open"), app_font(12, 600),
                   self._theme.color("accent"))
        if self.hasFocus():
            paint_focus(painter, self._theme, QRectF(self.rect()), 9)


@lru_cache(maxsize=256)
def _height(pixels: int, weight: int, width: float, words: str) -> float:
    """How high the words stand when they wrap; layouts ask again and again."""
    return QFontMetricsF(app_font(pixels, weight)).boundingRect(QRectF(0, 0, width, 400), _WRAP, words).height()


#: The height of a recent project's row, in pixels.
RECENT_HEIGHT: Final = 68


class RecentRow(Card):
    """One recent project: title, kind, when, how far. A project that is gone says so and offers to be found.

    Signals:
        opened(str), located(str), forgotten(str): with the project's path.
    """

    opened = Signal(str)
    located = Signal(str)
    forgotten = Signal(str)

    def __init__(self, recent: settings.Recent, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._recent = recent
        self.missing = not Path(recent.path).exists()
        self.setFixedHeight(RECENT_HEIGHT)
        self.clicked.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.setAccessibleName(f"{self._recent.title}, {self._progress()}, {when(self._recent.at)}")
        self.setToolTip(f"{self._recent.title}\n{self._recent.path}")
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(self._open)
        forget = menu.addAction(self.tr("Remove from this list; the file stays"))
        forget.triggered.connect(lambda: self.forgotten.emit(self._recent.path))
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(self._recent.path)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if self.hasFocus() else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        else:
            painter.fillRect(QRectF(16, box.bottom() - 1, box.width() - 32, 1), self._theme.color("border"))
        left, right = box.left() + 16, box.right() - 16
        if self.missing:
            self._theme.paint_icon(painter, "file-missing", QRectF(left, 14, 17, 17), "hit")
            left += 26
        first = QRectF(left, 10, right - left - 120, 26)
        second = QRectF(left, 36, right - left - (0 if self.missing else 250), 22)
        paint_text(painter, first, self._recent.title, app_font(15, 600 if self.hasFocus() else 400),
                   self._theme.color("text"))
        muted = self._theme.color("muted")
        words = self.tr("Not found any more · Enter looks for it again") if self.missing else self._kind()
        paint_text(painter, second, words, app_font(12), muted)
        align = Qt.AlignmentFlag.AlignRight
        paint_text(painter, QRectF(right - 120, 10, 120, 26), when(self._recent.at), app_font(12), muted, align)
        if self.missing:
            return
        paint_text(painter, QRectF(right - 110, 36, 110, 22), self._progress(), app_font(12),
                   self._theme.color("text2"), align)
        self._paint_share(painter, QRectF(right - 236, 44, 116, 6))

    def _paint_share(self, painter: QPainter, track: QRectF) -> None:
        share = self._recent.judged / self._recent.checkable if self._recent.checkable else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(track, 3, 3)
        if share:
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), max(6.0, track.width() * share), 6), 3, 3)

    def _kind(self) -> str:
        figures = self.tr("%n figures", "", self._recent.metrics)
        return " · ".join(part for part in (self._recent.kind, figures, Path(self._recent.path).name) if part)

    def _progress(self) -> str:
        judged, all_of_them = self._recent.judged, self._recent.checkable
        if all_of_them and judged >= all_of_them:
            return self.tr("All judged")
        return self.tr("{judged} / {total} judged").format(judged=judged, total=all_of_them)

    def _open(self) -> None:
        (self.located if self.missing else self.opened).emit(self._recent.path)


def when(stamp: str) -> str:
    """A day and time near enough for a list: the clock today, else the date, in the window's language."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return ""
    if moment.date() == date.today():
        return moment.strftime("%H:%M")
    if moment.year == date.today().year:
        if settings.language() == "zh":
            return f"{moment.month}月{moment.day}日"
        return QLocale(QLocale.Language.English).toString(QDate(moment.year, moment.month, moment.day), "d MMM")
    return moment.strftime("%Y-%m-%d")
