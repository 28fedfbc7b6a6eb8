"""A drawing on the screen: pyqtgraph carries it, keys and mouse walk its rows. Imported when a chart is first shown."""

from __future__ import annotations

from pyqtgraph.graphicsItems.GraphicsObject import GraphicsObject
from pyqtgraph.widgets.GraphicsView import GraphicsView
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QStyleOptionGraphicsItem, QToolTip, QWidget

from gui.theme import Theme
from gui.views.controls import by_keyboard
from gui.views.data.drawing import Drawing


class DrawingItem(GraphicsObject):  # type: ignore[misc]  # pyqtgraph comes without types
    """One drawing in the scene, in the scene's pixels.

    The scene is told of a change of size alone. What it hears of an item, it has painted at once, and with it all that
    the window had in hand, in the midst of whatever is being done; the view asks for the picture as any widget does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.drawing: Drawing | None = None
        self.resting = False
        self._rect = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # it tells what is in sight

    def boundingRect(self) -> QRectF:
        return self._rect

    def fit(self) -> None:
        """Be as large as the drawing was laid out."""
        drawing = self.drawing
        rect = QRectF(0, 0, drawing.width, drawing.height) if drawing else QRectF()
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem | None = None, _widget: QWidget | None = None
    ) -> None:
        if self.drawing is not None and not self.resting:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.drawing.in_sight = QRectF(option.exposedRect) if option is not None else None
            self.drawing.paint(painter)


class ChartView(GraphicsView):  # type: ignore[misc]  # pyqtgraph comes without types
    """Shows one drawing as wide as itself and as high as the drawing needs.

    Signals:
        chosen(Mark, bool): a row was clicked (True: or Enter was pressed on it), or the arrow keys came to it (False).
        hovering(Mark | None): the pointer came to a row, or left the last one.
        row_shown(QRectF): the arrow keys came to a row at this place; whoever scrolls should show it.
    """

    chosen = Signal(object, bool)
    hovering = Signal(object)
    row_shown = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._drawing: Drawing | None = None  # pyqtgraph's constructor already sends events here
        super().__init__(parent, background=None)
        self._theme = theme
        self._item = DrawingItem()
        self._room = 0.0
        self._needed: tuple[Drawing, float, float] | None = None
        self.addItem(self._item)
        # the library keeps the ground as a picture of the whole chart, a hundred megabytes for fifteen hundred rows
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setStyleSheet("background: transparent; border: none;")

    def setBackground(self, background: object) -> None:
        """Leave the ground to what lies below; the library would load all that it knows of colours to find none."""
        self._background = background
        self.setBackgroundBrush(QBrush())

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    @property
    def needed(self) -> float:
        """The height of the drawing where its rows are not spread; layouts ask for it again and again."""
        drawing = self.drawing
        if drawing is None or self._item.resting:
            return self._needed[2] if drawing is not None and self._needed is not None else 0.0
        width = drawing.width or 300.0
        if self._needed is None or self._needed[:2] != (drawing, width):
            self._needed = (drawing, width, drawing.lay_out(width, 0.0))
            if self._room:  # and as it was: what is painted stands where it was laid out last
                drawing.lay_out(width, self._room)
        return self._needed[2]

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show another drawing; the cursor stays on the same row if it is still there."""
        before = self.drawing
        if before is not None and drawing is not None and 0 <= before.cursor < len(before.marks):
            drawing.lay_out(max(1.0, float(self.width())), self._room)
            held = before.marks[before.cursor].id
            drawing.cursor = next((i for i, mark in enumerate(drawing.marks) if mark.id == held), -1)
        if drawing is not before:
            self._needed = None  # it holds the drawing, and that the report
        self._drawing = self._item.drawing = drawing
        self._item.resting = False
        if drawing is None:
            self._item.fit()
            self.repaint_drawing()
        self._lay_out()

    @property
    def shows(self) -> bool:
        """Whether the drawing is painted: not while the next one is on its way."""
        return not self._item.resting

    def rest(self) -> None:
        """Paint and lay out nothing until the next drawing comes: it is on its way, and the one at hand was made for
        other room."""
        self._item.resting = True
        self.repaint_drawing()

    def use_room(self, height: float) -> None:
        """Say how much height there is, so that rows can spread."""
        if height != self._room:
            self._room = height
            self._lay_out()

    def repaint_drawing(self) -> None:
        """Paint again: the selection is another."""
        self.viewport().update()

    def image(self, width: int) -> QImage:
        """The chart as a picture `width` pixels wide, on paper, without hover or cursor."""
        drawing = self.drawing
        scale = width / max(1, self.width())
        image = QImage(width, max(1, round(self.height() * scale)), QImage.Format.Format_ARGB32)
        image.fill(self._theme.color("paper"))
        if drawing is None:
            return image
        hovered, cursor, lit = drawing.hovered, drawing.cursor, drawing.lit
        drawing.hovered, drawing.cursor, drawing.lit = -1, -1, frozenset()
        painter = QPainter(image)
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.in_sight = None
        drawing.paint(painter)
        painter.end()
        drawing.hovered, drawing.cursor, drawing.lit = hovered, cursor, lit
        return image

    def sizeHint(self) -> QSize:
        return QSize(300, round(self.drawing.height) if self.drawing else 10)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is None or event.size().width() != event.oldSize().width():  # pyqtgraph calls it with None
            self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        drawing = self.drawing
        if drawing is None or place < 0 or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._tell(drawing.told(place))
        self.chosen.emit(drawing.marks[place], True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press was answered; pyqtgraph's scene has no click to make of it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        drawing = self.drawing
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if drawing is None or not drawing.marks:
            event.ignore()
        elif step is not None:
            self._walk(drawing, self._start(drawing) + step)
        elif event.key() == Qt.Key.Key_Home:
            self._walk(drawing, 0)
        elif event.key() == Qt.Key.Key_End:
            self._walk(drawing, len(drawing.marks) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and drawing.cursor >= 0:
            self.chosen.emit(drawing.marks[drawing.cursor], True)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        drawing = self.drawing
        if drawing and drawing.marks and by_keyboard(event):
            self._walk(drawing, max(0, self._start(drawing)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.drawing:
            self.drawing.cursor = -1
            self.repaint_drawing()

    def viewportEvent(self, event: QEvent) -> bool:
        drawing = self.drawing
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and drawing:
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), drawing.told(place) if place >= 0 else "", self)
            return True
        return bool(super().viewportEvent(event))

    def _start(self, drawing: Drawing) -> int:
        """Where walking begins: at the cursor, else at the current row, else before the first."""
        if drawing.cursor >= 0:
            return drawing.cursor
        return next((i for i, mark in enumerate(drawing.marks) if drawing.is_current(mark)), -1)

    def _walk(self, drawing: Drawing, place: int) -> None:
        drawing.cursor = max(0, min(len(drawing.marks) - 1, place))
        mark = drawing.marks[drawing.cursor]
        self._tell(drawing.told(drawing.cursor))
        self.row_shown.emit(mark.rect)
        self.chosen.emit(mark, False)
        self.repaint_drawing()

    def _tell(self, words: str) -> None:
        self.setAccessibleDescription(words)

    def _hover(self, place: int) -> None:
        drawing = self.drawing
        if drawing and drawing.hovered != place:
            drawing.hovered = place
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.repaint_drawing()
            self.hovering.emit(drawing.marks[place] if place >= 0 else None)

    def _at(self, point: QPointF) -> int:
        return self.drawing.mark_at(point) if self.drawing else -1

    def _lay_out(self) -> None:
        drawing = self.drawing
        if drawing is None or self._item.resting:
            return
        height = max(1, round(drawing.lay_out(float(self.width()), self._room)))
        self._item.fit()
        self.setFixedHeight(height)
        self.setRange(QRectF(0, 0, self.width(), height), padding=0, disableAutoPixel=False)
        self.repaint_drawing()
