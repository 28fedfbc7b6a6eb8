"""The palette: one field that runs commands, jumps to sections, figures and claims. `>` `@` `#` `:` narrow it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.values import dataclass
from gui import settings
from gui.theme import Theme, app_font, report_font
from gui.views.controls import paint_text
from gui.views.controls.shadow import Shadow

Kind = Literal["command", "section", "metric", "claim"]
Index = QModelIndex | QPersistentModelIndex

WIDTH: Final = 640
TOP: Final = 96
ROWS: Final = 12
ROW_HEIGHT: Final = 34
PREFIXES: Final[dict[str, Kind]] = {">": "command", "@": "section", "#": "metric", ":": "claim"}
#: The same signs as Chinese input writes them.
_WIDE: Final = str.maketrans("＞》＠＃：", ">>@#:")
_ITEM = int(Qt.ItemDataRole.UserRole)
_RECENT_LIMIT = 24
_RECENT: Final = "recent_commands"
_COMMAND: Final = "command:"


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One thing the palette can do. `also` are words that find it too, such as its name in the other language.

    `quoted` says that `words` are the report's own. `why_not` is the reason why it cannot be done now, "" if it can.
    """

    key: str
    kind: Kind
    words: str
    detail: str
    icon: str
    run: Callable[[], None]
    also: str = ""
    keys: str = ""
    quoted: bool = False
    why_not: str = ""


def matching(items: Sequence[PaletteItem], typed: str, recent: Sequence[str] = ()) -> list[PaletteItem]:
    """The items that hold every typed word, best first: beginnings, then those that can be done now, those used lately,
    the printed order.

    A first character of `>`, `@`, `#` or `:` keeps one kind, also as Chinese input writes it; after `:` a number finds
    the claim with that number.
    """
    kind = PREFIXES.get(typed[:1].translate(_WIDE))
    words = (typed[1:] if kind else typed).casefold().split()
    ranked: list[tuple[tuple[int, bool, int, int], PaletteItem]] = []
    for position, item in enumerate(items):
        if kind is not None and item.kind != kind:
            continue
        if not words:  # all of them: there may be some thousand figures and claims
            ranked.append(((2, False, recent.index(item.key) if item.key in recent else _RECENT_LIMIT, position), item))
            continue
        heard = f"{item.words}\n{item.also}\n{item.detail if item.kind == 'metric' else ''}".casefold()
        if not all(word in heard for word in words):
            continue
        begins = any(line.startswith(words[0]) for line in heard.split("\n"))
        exact = kind == "claim" and item.also.casefold() == words[0]
        order = 0 if exact else 1 if begins else 2
        used = recent.index(item.key) if item.key in recent else _RECENT_LIMIT
        ranked.append(((order, bool(item.why_not), used, position), item))
    return [item for _, item in sorted(ranked, key=lambda entry: entry[0])]


class Palette(QFrame):
    """The floating list over the window. Esc or a click elsewhere closes it.

    Signals:
        closed: it is gone; the focus is back where it was.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._items: Sequence[PaletteItem] = ()
        self._recent = _remembered()
        self._before: QWidget | None = None
        self.setObjectName("paletteCard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self._model = _Rows(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_RowPainter(theme, self))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._run)
        self._empty = QLabel(self)
        self._empty.setContentsMargins(14, 6, 14, 12)
        self._hint = QLabel(self)
        self._hint.setObjectName("dialogLead")
        self._hint.setContentsMargins(14, 4, 14, 8)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        self._lens = QLabel(self)
        head.addWidget(self._lens)
        head.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        column.addWidget(self._hint)
        self._shadow = Shadow(self)
        self.setGraphicsEffect(self._shadow)
        theme.changed.connect(self._paint)
        self._paint()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.field.setPlaceholderText(self.tr("Find, go to, or run a command"))
        self.field.setAccessibleName(self.tr("Find, go to, or run a command"))
        self.list.setAccessibleName(self.tr("Results"))
        self._empty.setText(self.tr("Nothing by this name. Try fewer characters."))
        self._hint.setText(self._hints(WIDTH))

    def _hints(self, width: int) -> str:
        """What a first sign keeps, and what Enter does where that has room as well."""
        signs = self.tr("> commands   @ sections   # figures   : claim number   Enter goes there")
        metrics = self._hint.fontMetrics()
        while metrics.horizontalAdvance(signs) > width - 30 and "   " in signs:
            signs = signs.rpartition("   ")[0]
        return signs

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def shown(self) -> Sequence[PaletteItem]:
        """The items in the list now."""
        return self._model.items

    def open(self, items: Sequence[PaletteItem], typed: str = "") -> None:
        """Show the palette with these items; `typed` is put into the field."""
        self._items = items
        self._before = self._window.window().focusWidget()
        self.field.setText(typed)
        self._search(typed)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Stand in the middle of the window, 96 pixels under its top edge, or higher where it is low."""
        window = self._window
        rows = min(ROWS, len(self._model.items))
        height = 44 + (rows * ROW_HEIGHT + 6 if rows else self._empty.sizeHint().height())
        width = min(WIDTH, window.width() - 32)
        self._hint.setText(self._hints(width))
        height += self._hint.sizeHint().height() + 4
        top = max(8, min(TOP, window.height() - height - 8))
        self.setGeometry((window.width() - width) // 2, top, width, min(height, window.height() - top - 8))

    def dismiss(self) -> None:
        """Close and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.dismiss()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
        match event.key():
            case Qt.Key.Key_Escape:
                self.dismiss()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(self.list.currentIndex())
            case key if key in steps:
                count = self._model.rowCount()
                row = max(0, min(count - 1, self.list.currentIndex().row() + steps[Qt.Key(key)]))
                self.list.setCurrentIndex(self._model.index(row))
            case _:
                return False
        return True

    def _search(self, typed: str) -> None:
        self._model.show(matching(self._items, typed.lstrip(), self._recent))
        some = bool(self._model.items)
        self.list.setVisible(some)
        self._empty.setVisible(not some)
        if some:
            self.list.setCurrentIndex(self._model.index(0))
            self.list.scrollToTop()
        self.place()

    def _run(self, index: Index) -> None:
        if not index.isValid():
            return
        item = self._model.items[index.row()]
        if item.why_not:
            return
        self._recent = [item.key, *(key for key in self._recent if key != item.key)][:_RECENT_LIMIT]
        if item.kind == "command":  # places are of one report
            commands = [key for key in self._recent if key.startswith(_COMMAND)]
            settings.set_choice(_RECENT, json.dumps(commands))
        self.dismiss()
        item.run()

    def _paint(self) -> None:
        self._lens.setPixmap(self._theme.pixmap("search", "muted", 16))
        self._shadow.set_strength(26 if self._theme.name == "light" else 115)


def _remembered() -> list[str]:
    """The commands used lately, the last one first, as they were when the window was left."""
    try:
        keys = json.loads(settings.choice(_RECENT, "[]"))
    except ValueError:
        return []
    return [str(key) for key in keys][:_RECENT_LIMIT] if isinstance(keys, list) else []


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: Sequence[PaletteItem] = ()

    def show(self, items: Sequence[PaletteItem]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{item.words} {item.detail} {item.keys} {item.why_not}".strip()
        return None


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: PaletteItem = index.data(_ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(box, 6, 6)
        if item.why_not:
            painter.setOpacity(0.6)
        self._theme.paint_icon(painter, item.icon, QRectF(box.left() + 8, box.center().y() - 8, 16, 16))
        right = item.why_not or item.keys or item.detail
        small = app_font(11 if item.keys and not item.why_not else 12)
        room = min(QFontMetricsF(small).horizontalAdvance(right) + 4, box.width() * 0.45)
        edge = box.adjusted(0, 0, -10, 0)
        paint_text(painter, QRectF(edge.right() - room, edge.top(), room, edge.height()), right, small,
                   self._theme.color("muted"), Qt.AlignmentFlag.AlignRight)
        font = report_font(14) if item.quoted else app_font(13)
        paint_text(painter, edge.adjusted(34, 0, -room - 14, 0), item.words, font, self._theme.color("text"))
        painter.restore()
