"""One chart with its head: title, what it shows, the scope, and a menu to take it along."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Theme, app_font
from gui.views.controls import IconButton, WordButton, paint_text, whole_parts
from gui.views.data import charts

if TYPE_CHECKING:
    from gui.views.data.charts import ChartKey, Source
    from gui.views.data.drawing import Drawing
    from gui.views.data.view import ChartView


class CardHead(QWidget):
    """A title with unit, period and basis behind it in a quieter voice; the widgets at its right are added.

    Where two charts share one place, `other` is the title of the one behind: pressing it brings that to the front.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._sub = ""
        self.setFixedHeight(32)
        self.other = WordButton(theme, self, size=13, icon="stack")
        self.other.hide()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(2)
        self.row.addStretch(1)

    def say(self, title: str, sub: str) -> None:
        """Set the words."""
        self._title, self._sub = title, sub
        self.setAccessibleName(f"{title}, {sub}" if sub else title)
        self.setToolTip(sub)
        self._place_other()
        self.update()

    def set_other(self, title: str) -> None:
        """Name the chart behind; "" where there is none."""
        self.other.setText(title)
        self.other.setAccessibleName(title)
        self.other.setVisible(bool(title))
        self._place_other()

    def shown_sub(self, room: float) -> str:
        """As many of the subtitle's parts as fit in `room`, in their order; none is cut."""
        return whole_parts(self._sub, app_font(12), room)

    def _place_other(self) -> None:
        size = self.other.sizeHint()
        left = QFontMetricsF(app_font(13, 600)).horizontalAdvance(self._title) + 8
        fits = size.width() <= self._right() - left
        width = size.width() if fits else size.height()
        self.other.setGeometry(round(left), (self.height() - size.height()) // 2, width, size.height())
        self.other.setToolTip("" if fits else self.other.text())

    def _right(self) -> float:
        """Where the widgets at the right begin."""
        # Not asked of the layout: its items live on in Python when Qt has deleted them, and are taken for other things.
        beside = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        taken = [one.geometry().left() for one in beside if one is not self.other and one.isVisible()]
        return min(taken, default=self.width()) - 6

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._place_other()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        box = QRectF(0, 0, self._right(), self.height())
        width = paint_text(painter, box, self._title, app_font(13, 600), self._theme.color("text"))
        if not self.other.isHidden():
            width = self.other.geometry().right()
        rest = box.adjusted(width + 8, 0, 0, 0)
        paint_text(painter, rest, self.shown_sub(rest.width()), app_font(12), self._theme.color("muted"))


class ChartCard(QWidget):
    """Head, chart in a scroll area, and one sentence where there is nothing to draw.

    Signals:
        scope_pressed(): the word for the scope was pressed, or the link in the empty chart's sentence.
        picture_wanted(str): the menu asked to `copy`, `png`, `svg`, `table`, or to move the chart in the document
            `earlier` or `later`.
        pin_pressed(): the chart should stand in the document, or no more.
    """

    scope_pressed = Signal()
    picture_wanted = Signal(str)
    pin_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: list[tuple[str, str]] = []
        self._empty = ""
        self.made_from: tuple[ChartKey, Source] | None = None
        self.head = CardHead(theme, self)
        self.scope = WordButton(theme, self.head)
        self.scope.clicked.connect(self.scope_pressed)
        self.pin = IconButton(theme, "pin", self.head)
        self.pin.setCheckable(True)
        self.pin.clicked.connect(self._press_pin)
        self.more = IconButton(theme, "more", self.head)
        self.more.clicked.connect(self._open_menu)
        self.head.row.addWidget(self.scope)
        self.head.row.addWidget(self.pin)
        self.head.row.addWidget(self.more)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sentence = QLabel(self)
        self.sentence.setFont(app_font(12))
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.sentence.linkActivated.connect(self.scope_pressed)
        self.sentence.hide()
        self.view: ChartView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)
        self._restyle()

    def carry(self, view: ChartView) -> None:
        """Take in the widget that shows the chart; it is made when the first chart is shown."""
        self.view = view
        view.row_shown.connect(self._scroll_to)
        self.area.setWidget(view)
        self._spread()

    def say_scope(self, scope: str, other: str) -> None:
        """Say what is drawn, and what pressing the word draws instead."""
        self.scope.setText(scope)
        self.scope.setToolTip(other)
        self.scope.setAccessibleName(f"{scope}. {other}")
        self.scope.updateGeometry()

    def show_drawing(self, drawing: Drawing | None, empty: str) -> None:
        """Show a chart, or the sentence `empty` that says why there is none (a link in it leads to the whole)."""
        self._empty = empty
        self._restyle()
        self.sentence.setVisible(bool(empty))
        self.area.setVisible(not empty)
        if self.view is not None:
            self.view.show_drawing(drawing)
            self._spread()
            # at once: else the chart is painted, gets its height from a posted event, and is painted again
            QCoreApplication.sendPostedEvents(self.area.viewport(), QEvent.Type.LayoutRequest.value)

    def drawing_of(self, key: ChartKey, source: Source) -> Drawing | None:
        """What is shown, if it is this chart and made from the same; else None."""
        if self.view is None or self.made_from is None or self.made_from[0] != key:
            return None
        return self.view.drawing if charts.same(key, source, self.made_from[1]) else None

    def let_go(self) -> None:
        """Hold no chart of a project that was closed: it holds all that was read in the report."""
        self.made_from = None
        if self.view is not None:
            self.view.show_drawing(None)

    def rest(self) -> None:
        """Show no chart until the next is drawn."""
        if self.view is not None:
            self.view.rest()

    def mark(self, current: frozenset[str], linked: frozenset[str] | None) -> None:
        """Mark what is selected; `linked` are the sections whose rows stand out, all where None."""
        drawing = self.view.drawing if self.view else None
        if self.view is not None and drawing is not None:
            drawing.current, drawing.linked = current, linked
            self.view.repaint_drawing()

    def light(self, ids: frozenset[str]) -> None:
        """Light up what the pointer rests on elsewhere."""
        drawing = self.view.drawing if self.view else None
        if self.view is not None and drawing is not None and drawing.lit != ids:
            drawing.lit = ids
            self.view.repaint_drawing()

    def set_menu(self, actions: list[tuple[str, str]], words: str) -> None:
        """The menu's entries as keys and words, and what the button is called."""
        self._actions = actions
        self.more.describe(words)

    def show_pin(self, on: bool, words: str, *, enabled: bool) -> None:
        """Whether the chart stands in the document, and what a press does."""
        self.pin.setChecked(on)
        self.pin.setEnabled(enabled)
        self.pin.describe(words)
        self.pin.update()

    def _press_pin(self) -> None:
        self.pin.setChecked(not self.pin.isChecked())  # the project says whether it is pinned, not the press
        self.pin_pressed.emit()

    def needed(self) -> int:
        """The height at which nothing has to scroll and rows are not spread."""
        drawing = self.view.drawing if self.view else None
        if self.view is None or drawing is None or self.area.isHidden():
            return 140
        return max(140, self.head.height() + round(self.view.needed) + 6)

    def sizeHint(self) -> QSize:
        return QSize(320, self.needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        if self.view is not None:
            self.view.use_room(float(self.area.viewport().height()))

    def _scroll_to(self, rect: QRectF) -> None:
        self.area.ensureVisible(0, round(rect.center().y()), 0, round(rect.height()))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in self._actions:
            menu.addAction(words).triggered.connect(self._asker(key))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _asker(self, key: str) -> Callable[[], None]:
        return lambda: self.picture_wanted.emit(key)

    def _restyle(self) -> None:
        muted, accent = self._theme.hex("muted"), self._theme.hex("accent")
        self.sentence.setStyleSheet(f"color: {muted}; background: transparent; padding: 8px 0;")
        self.sentence.setText(self._empty.replace("<a ", f'<a style="color: {accent}" '))


class Hairline(QFrame):
    """The line between two cards."""

    def turn(self, *, upright: bool) -> None:
        """Stand or lie."""
        self.setMinimumSize(0, 0)
        self.setMaximumSize(16_777_215, 16_777_215)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
