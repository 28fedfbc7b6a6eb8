"""Pages of a PDF one under the other: drawn off the GUI thread, kept, with the same words boxed as in the text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from core.messages import PolicyReviewError
from core.readers.recognised import PageBox
from gui.jobs import Job, Jobs, Progress
from gui.theme import Theme, app_font, page_color
from gui.views.original.drawing import drawn
from gui.views.original.leaves import GAP, LARGEST, SMALLEST, Leaves, Zoom

#: So many pictures are kept, and so many bytes of them at most.
_KEPT: Final = 24
_MOST: Final = 160_000_000
_STEP: Final = 1.15
_LINE: Final = 48
_REVEAL: Final = 0.3


class PageView(QAbstractScrollArea):
    """The pages of one document.

    Signals:
        page_entered(int): a person scrolled to another page, from 1.
        clicked(int, float, float): a person clicked on a page, at shares of its width and height.
        zoomed(Zoom): a person chose another zoom.
        moved: another page is in sight, or the zoom is another.
        failed(PolicyReviewError): a page could not be drawn.
    """

    page_entered = Signal(int)
    clicked = Signal(int, float, float)
    zoomed = Signal(object)
    moved = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs = jobs
        self._data, self._name = b"", ""
        self._password: str | None = None
        self._sizes: Sequence[tuple[float, float]] = ()
        self._zoom = Zoom()
        self._leaves = Leaves((), (1, 1), self._zoom)
        self._pictures: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._job: Job | None = None
        self._drawing: tuple[int, int] | None = None
        self._boxes: Sequence[PageBox] = ()
        self._entered = 0
        self._led = False
        self._pressed: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def zoom(self) -> Zoom:
        """How large the pages are."""
        return self._zoom

    @property
    def factor(self) -> float:
        """The zoom as a factor, whatever it was fitted to."""
        return self._leaves.factor

    @property
    def page(self) -> int:
        """The page that is read: the one a third down."""
        return self._leaves.page_at(self.verticalScrollBar().value() + self.viewport().height() / 3)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def boxes(self) -> Sequence[PageBox]:
        """What is boxed."""
        return self._boxes

    @property
    def at_hand(self) -> int:
        """How many pictures of pages are at hand."""
        return len(self._pictures)

    def load(
        self, data: bytes, name: str, sizes: Sequence[tuple[float, float]], password: str | None, zoom: Zoom
    ) -> None:
        """Show another document from its first page."""
        self.clear()
        self._data, self._name, self._password, self._sizes, self._zoom = data, name, password, sizes, zoom
        self._lay(keep=False)

    def clear(self) -> None:
        """Show nothing."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._drawing = None
        self._pictures.clear()
        self._data, self._sizes, self._boxes, self._entered = b"", (), (), 0
        self._lay(keep=False)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size; the page that is read stays."""
        self._zoom = zoom
        self._lay(keep=True)
        self.zoomed.emit(zoom)

    def zoom_by(self, steps: float) -> None:
        """Larger or smaller by so many steps."""
        factor = max(SMALLEST, min(LARGEST, self._leaves.factor * _STEP**steps))
        self.set_zoom(Zoom("free", factor))

    def go_to_page(self, page: int) -> None:
        """Bring a page to the top; nobody is told."""
        if self._sizes and page != self.page:
            self._lead(round(self._leaves.rect(max(1, min(page, self.count))).top() - GAP))

    def show_boxes(self, boxes: Sequence[PageBox], *, reveal: bool) -> None:
        """Box these places, and bring the first into sight."""
        self._boxes = boxes
        if boxes and reveal and boxes[0].page <= self.count:
            box = self._box(boxes[0])
            top, height = self.verticalScrollBar().value(), self.viewport().height()
            if not top + 20 <= box.top() <= box.bottom() <= top + height - 20:
                self._lead(round(box.top() - height * _REVEAL))
            left, width = self.horizontalScrollBar().value(), self.viewport().width()
            if not left <= box.left() <= left + width - 20:
                self.horizontalScrollBar().setValue(round(box.left() - 20))
        self.viewport().update()

    def _lead(self, value: int) -> None:
        """Scroll without telling that a person did."""
        self._led = True
        try:
            self.verticalScrollBar().setValue(value)
        finally:
            self._led = False
        self._entered = self.page

    # The pages' places

    def _lay(self, *, keep: bool) -> None:
        bar = self.verticalScrollBar()
        page = self.page if keep and self._sizes else 1
        before = self._leaves.rect(page) if keep and self._sizes else None
        share = (bar.value() - before.top()) / before.height() if before is not None else 0.0
        room = self.viewport().size()
        self._leaves = Leaves(self._sizes, (room.width(), room.height()), self._zoom)
        bar.setRange(0, max(0, round(self._leaves.height) - room.height()))
        bar.setPageStep(round(room.height() * 0.9))
        bar.setSingleStep(_LINE)
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, round(self._leaves.width) - room.width()))
        across.setPageStep(room.width())
        if before is not None:
            rect = self._leaves.rect(page)
            self._lead(round(rect.top() + share * rect.height()))
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(keep=True)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        if self._sizes and self.page != self._entered:
            self._entered = self.page
            self.moved.emit()
            if not self._led:
                self.page_entered.emit(self._entered)

    # Drawing

    def _key(self, page: int) -> tuple[int, int]:
        return page, max(1, round(self._leaves.rect(page).width() * self.devicePixelRatioF()))

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return range(self._leaves.page_at(top), self._leaves.page_at(top + self.viewport().height()) + 1)

    def _draw_next(self) -> None:
        """Have the next page drawn that is in sight, or just beyond; one at a time, for PDFium takes no more."""
        if not self._sizes:
            return
        seen = self._in_sight()
        near = [page for page in (*seen, seen.stop, seen.start - 1) if 1 <= page <= self.count]
        wanted = next((key for page in near if (key := self._key(page)) not in self._pictures), None)
        if wanted == self._drawing or (wanted is None and self._job is None):
            return
        if self._job is not None:
            if self._drawing is not None and self._drawing[0] in near and self._drawing == self._key(self._drawing[0]):
                return
            self._job.cancel()
        self._job, self._drawing = None, wanted
        if wanted is None:
            return
        data, name, password, (page, width) = self._data, self._name, self._password, wanted

        def work(progress: Progress) -> QImage:
            progress(0.0)
            return drawn(data, name, page, width, password)

        def done(image: QImage) -> None:
            self._keep(wanted, QPixmap.fromImage(image))

        self._job = self._jobs.start(work, done=done, failed=self._fail, name="page")

    def _keep(self, key: tuple[int, int], picture: QPixmap) -> None:
        self._job = self._drawing = None
        for other in [other for other in self._pictures if other[0] == key[0]]:
            del self._pictures[other]
        self._pictures[key] = picture
        while len(self._pictures) > _KEPT or (
            len(self._pictures) > 3 and sum(one.width() * one.height() * 4 for one in self._pictures.values()) > _MOST
        ):
            self._pictures.popitem(last=False)
        self.viewport().update()

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, PolicyReviewError):
            raise error
        self.failed.emit(error)

    def _box(self, box: PageBox) -> QRectF:
        page = self._leaves.rect(box.page)
        corner = QPointF(page.left() + box.left * page.width(), page.top() + box.top * page.height())
        across, down = (box.right - box.left) * page.width(), (box.bottom - box.top) * page.height()
        return QRectF(corner.x(), corner.y(), across, down).adjusted(-2, -2, 2, 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.color("sunken"))
        if not self._sizes:
            return
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for page in self._in_sight():
            rect = self._leaves.rect(page)
            key = self._key(page)
            picture = self._pictures.get(key) or next(
                (one for other, one in self._pictures.items() if other[0] == page), None
            )
            painter.fillRect(rect, Qt.GlobalColor.white)
            if picture is not None:
                if key in self._pictures:
                    self._pictures.move_to_end(key)
                painter.drawPixmap(rect, picture, QRectF(picture.rect()))
            else:
                painter.setFont(app_font(12))
                painter.setPen(Qt.GlobalColor.gray)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(page))
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
        painter.setPen(QPen(page_color("accent"), 1.6))
        painter.setBrush(page_color("accent", 0.14))
        for box in self._boxes:
            if box.page <= self.count:
                painter.drawRoundedRect(self._box(box), 3, 3)
        painter.end()
        self._draw_next()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or (event.position() - self._pressed).manhattanLength() > 6:
            return
        self._pressed = None
        moved = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        spot = self._leaves.spot(event.position() + moved)
        if spot is not None:
            self.clicked.emit(*spot)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp | Qt.Key.Key_Up | Qt.Key.Key_Down:
                super().keyPressEvent(event)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case _:
                event.ignore()
