"""The queue: how far the review is, in which order it goes on, and what is still to be answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.models.queue import ORDERS, QueueOrder
from gui.models.rows import Key, ListRow, RowList
from gui.theme import Theme, app_font
from gui.views.controls import Segment, SegmentedControl, paint_text, pane_sheet
from gui.views.navigator.lists import RowView
from gui.views.navigator.notice import Notice

_HEAD: Final = 56
_INSET: Final = 16
_ICONS: Final[dict[QueueOrder, str]] = {"worth": "sort", "order": "section", "hits": "hit"}


class QueuePane(QWidget):
    """The left pane while claims and checks are judged one by one.

    Signals:
        chosen(str): a person chose the row with this id.
        order_chosen(str): the queue should go on in this order (`worth`, `order`, `hits`).
    """

    chosen = Signal(str)
    order_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setStyleSheet(pane_sheet())
        self.rows = RowList(self)
        self.view = QueueView(theme, self.rows, self)
        self.view.setUniformItemSizes(True)  # no group has a head here: Qt need not ask each row how high it is
        self.head = QueueHead(theme, self)
        self.orders = SegmentedControl(theme, self, fitted=True)
        self.notice = Notice(theme, self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        bar = QVBoxLayout()
        bar.setContentsMargins(12, 0, 12, 8)
        bar.addWidget(self.orders)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        self.view.chosen.connect(self.chosen)
        self.orders.chosen.connect(self.order_chosen)
        self.retranslate()

    def show_queue(
        self, keys: list[Key], make: Callable[[int], ListRow], current: str, done: int, total: int, order: QueueOrder
    ) -> None:
        """Show rows of these keys, which `make` gives by their places, with the one in hand, and how many of all are
        answered."""
        self.rows.set_lazily(keys, make)
        self.view.set_current(current)
        self.head.show_score(done, total)
        self.orders.set_current(order)
        self.notice.say("" if keys else self.tr("Nothing is left in this queue. Esc leaves."))

    def clear(self) -> None:
        """Keep nothing of a round that is over."""
        self.rows.set_rows(())

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        self.setAccessibleName(self.tr("One by one"))
        words = {
            "worth": self.tr("By worth"), "order": self.tr("In order"), "hits": self.tr("Checks"),
        }
        self.orders.set_segments([Segment(key, _ICONS[key], words[key]) for key in ORDERS])
        self.orders.setAccessibleName(self.tr("Order of the queue"))
        self.view.setAccessibleName(self.tr("Queue"))
        self.head.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(268, 724)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 180)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("chrome"))


class QueueView(RowView):
    """The rows. A letter or digit here is a command of the window, never the beginning of a word to look for."""

    def keyboardSearch(self, _search: str) -> None:
        """Nothing is looked for."""


class QueueHead(QWidget):
    """What this is, how much is answered, and the same as a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._score = (0, 0)
        self.setFixedHeight(_HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The score as it is shown."""
        return f"{self._score[0]} / {self._score[1]}"

    def show_score(self, done: int, total: int) -> None:
        """Show so many answered of so many."""
        self._score = (done, total)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        done, total = self._score
        self.setAccessibleName(self.tr("{done} of {total} answered").format(done=done, total=total))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, (done, total) = self._theme, self._score
        line = QRectF(_INSET, 14, self.width() - 2 * _INSET, 20)
        paint_text(painter, line, self.tr("One by one"), app_font(14, 600), theme.color("text"))
        paint_text(painter, line, self.words, app_font(13, 600), theme.color("text"), Qt.AlignmentFlag.AlignRight)
        track = QRectF(_INSET, 42, line.width(), 2)
        painter.fillRect(track, theme.color("border"))
        if total:
            track.setWidth(track.width() * done / total)
            painter.fillRect(track, theme.color("accent"))
