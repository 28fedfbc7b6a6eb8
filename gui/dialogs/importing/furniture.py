"""The lines of a file, text and furniture: a click or a key puts one back or takes it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.options import Options
from gui.models.furniture import Piece, is_furniture
from gui.theme import Theme, app_font, report_font
from gui.views.controls.marks import paint_text
from gui.views.controls.ticks import BOX, paint_tick

_ROW: Final = 30
_LONGEST: Final = 200
_PIECE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class FurnitureList(QWidget):
    """What counts as text and what does not.

    Signals:
        turned(Piece): a person wants this one to be the other of the two.
    """

    turned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: Sequence[Piece] = ()
        self.filter = Options(
            [("furniture", self.tr("Furniture")), ("all", self.tr("All lines"))], self
        )
        self.filter.set_current("furniture")
        self.filter.chosen.connect(self._fill)
        self.model = _Pieces(self)
        self.view = _View(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Row(theme, self.view))
        self.view.setAccessibleName(self.tr("Lines of the file"))
        self.view.turned.connect(self._turn)
        hint = QLabel(self.tr("Ticked lines are text; the others are left out of reading and counts. Space or a click "
                              "changes one."), self)
        hint.setObjectName("fieldHint")
        hint.setWordWrap(True)
        self.nothing = QLabel(self.tr("Nothing was left out: all of the file is text."), self)
        self.nothing.setObjectName("fieldHint")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.addWidget(self.filter)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(hint)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.view, 1)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these; the row that was current stays so."""
        self._pieces = pieces
        self._fill()

    @property
    def pieces(self) -> Sequence[Piece]:
        """All lines that are known, whether they are shown or not."""
        return self._pieces

    @property
    def count(self) -> int:
        """How many lines are furniture."""
        return sum(not piece.is_text for piece in self._pieces)

    def _fill(self, *_: object) -> None:
        row, top = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        every = self.filter.current == "all"
        shown = [piece for piece in self._pieces if every or is_furniture(piece)]
        self.model.fill(shown)
        self.nothing.setVisible(not shown)
        self.view.setVisible(bool(shown))
        if shown:
            self.view.setCurrentIndex(self.model.index(max(0, min(row, len(shown) - 1))))
            self.view.verticalScrollBar().setValue(top)

    def _turn(self, index: QModelIndex) -> None:
        piece = index.data(_PIECE)
        if isinstance(piece, Piece):
            self.turned.emit(piece)


class _Pieces(QAbstractListModel):
    """The pieces as rows."""

    def __init__(self, parent: FurnitureList) -> None:
        super().__init__(parent)
        self._rows: Sequence[Piece] = ()

    def fill(self, rows: Sequence[Piece]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        piece = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return piece.words[:_LONGEST]
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self.tr("text") if piece.is_text else self.tr("left out")
                return f"{state}, {self.kind_words(piece)}, {piece.words[:_LONGEST]}"
            case _ if role == _PIECE:
                return piece
        return None

    def kind_words(self, piece: Piece) -> str:
        """What a piece was taken for, and its page."""
        names = {
            "text": self.tr("text"), "residue": self.tr("residue of the page"), "header": self.tr("page header"),
            "footer": self.tr("page footer"), "page_number": self.tr("page number"),
            "navigation": self.tr("navigation"), "hidden": self.tr("hidden"), "repeated": self.tr("repeated"),
        }
        page = self.tr("p. {page}").format(page=piece.page) if piece.page else ""
        return " · ".join(part for part in ("" if piece.kind == "text" else names[piece.kind], page) if part)


class _View(QListView):
    """Space, Enter and a click turn a row."""

    turned = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.turned.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.turned.emit(index)


class _Row(QStyledItemDelegate):
    """A tick, the words in the report's voice, what it was taken for at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        piece, model = index.data(_PIECE), index.model()
        if not isinstance(piece, Piece) or not isinstance(model, _Pieces):
            return
        theme, state = self._theme, option.state
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 5, 5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 5, 5)
        tick = QRectF(box.left() + 8, box.center().y() - BOX / 2, BOX, BOX)
        paint_tick(painter, theme, tick, on=piece.is_text)
        kind = model.kind_words(piece)
        width = painter.fontMetrics().horizontalAdvance(kind) + 16 if kind else 8
        right = QRectF(box.right() - width, box.top(), width - 8, box.height())
        paint_text(painter, right, kind, app_font(11), theme.color("muted"), Qt.AlignmentFlag.AlignRight)
        words = QRectF(tick.right() + 8, box.top(), right.left() - tick.right() - 12, box.height())
        color = theme.color("text" if piece.is_text else "muted")
        paint_text(painter, words, piece.words[:_LONGEST], report_font(13), color)
        painter.restore()
