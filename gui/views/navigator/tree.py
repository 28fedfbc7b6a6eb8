"""The section tree: what each section holds, what is left to do, and where the reader is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui.models.sections import Counted, SectionTree
from gui.theme import Theme, app_font
from gui.views.controls import paint_fade, paint_focus, paint_ring, paint_text

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT: Final = 27
_INDENT: Final = 13
_INSET: Final = 12
_CHEVRON: Final = 13
_RIGHT_COUNT: Final = 46
_RIGHT_RING: Final = 22


class SectionDelegate(QStyledItemDelegate):
    """Paints a section's row over the whole width of the tree."""

    def __init__(self, theme: Theme, tree: SectionView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree
        self.counted: Counted = "metrics"

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(10, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._tree.sections.row_at(index)
        if row is None:
            return
        theme, rect = self._theme, QRectF(option.rect)
        rect.setLeft(0)
        rect.setRight(self._tree.width())  # a scroll bar must not shift the columns
        state = option.state
        current = row.section.id == self._tree.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("accent_soft" if current else "hover"))
            painter.drawRoundedRect(rect.adjusted(6, 0, -7, 0), 6, 6)
        if current:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(6, rect.top() + 6, 3, ROW_HEIGHT - 12), 1.5, 1.5)
        depth = self._tree.level(index)
        left = _INSET + depth * _INDENT
        if row.children:
            open_ = self._tree.isExpanded(self._tree.sections.index_of(row.section.id))
            icon = "chevron-down" if open_ else "chevron-right"
            theme.paint_icon(painter, icon, QRectF(left, rect.top() + 7, _CHEVRON, _CHEVRON), "muted")
        strong = current or depth == 0
        words = QRectF(left + 17, rect.top(), max(0.0, rect.width() - 67 - left - 17), ROW_HEIGHT)
        color = theme.color("text" if strong else "text2")
        paint_text(painter, words, row.short, app_font(13, 600 if strong else 400), color)
        count = row.count(self.counted)
        place = QRectF(rect.width() - _RIGHT_COUNT - 40, rect.top(), 40, ROW_HEIGHT)
        paint_text(painter, place, str(count or "·"), app_font(11), theme.color("muted"), Qt.AlignmentFlag.AlignRight)
        paint_ring(painter, theme, QPointF(rect.width() - _RIGHT_RING, rect.center().y()), row.progress.share)
        if state & QStyle.StateFlag.State_HasFocus and self._tree.by_keyboard:
            paint_focus(painter, theme, rect.adjusted(6, 0, -7, 0), 6)
        painter.restore()


class SectionView(QTreeView):
    """The tree.

    Signals:
        activated_section(str): a person chose this section.
        menu_wanted(str, QPoint): what can be done with this section was asked for, at this place of the screen.
    """

    activated_section = Signal(str)
    menu_wanted = Signal(str, object)

    def __init__(self, theme: Theme, model: SectionTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sections = model
        self.current = ""
        self.by_keyboard = False
        self._delegate = SectionDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        model.modelReset.connect(self.expandAll)

    def level(self, index: Index) -> int:
        """How many rows stand above this one in its branch."""
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return depth

    @property
    def counted(self) -> Counted:
        """What the count column counts."""
        return self._delegate.counted

    def show_counts(self, counted: Counted) -> None:
        """Choose what the count column counts."""
        self._delegate.counted = counted
        self.viewport().update()

    def set_current(self, key: str) -> None:
        """Mark the section that the reader is in, and keep it in sight; no animation, nothing is told."""
        self.current = key
        index = self.sections.index_of(key)
        if index.isValid():
            if self.currentIndex() != index:
                self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        if bar.value() < bar.maximum():
            paint_fade(QPainter(self.viewport()), QRectF(self.viewport().rect()), self._theme.color("chrome"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        row = self.sections.row_at(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        left = _INSET + self.level(index) * _INDENT
        if row.children and left - 5 <= event.position().x() <= left + _CHEVRON + 3:
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)
        self.activated_section.emit(row.section.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.sections.row_at(index)
        if row is not None:
            place = event.pos() if by_mouse else self.visualRect(index).bottomLeft()
            self.menu_wanted.emit(row.section.id, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            row = self.sections.row_at(self.currentIndex())
            if row:
                self.activated_section.emit(row.section.id)
