"""The bar at the top of the window: what is open, whether it is safe, and the one field that finds everything."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from gui.theme import Theme, app_font
from gui.views.controls import IconButton, paint_focus, paint_text

SaveState = Literal["none", "saved", "saving", "failed", "readonly", "signed"]

HEIGHT = 48
_NARROW = 1100
#: In a narrower window the export is its sign alone: its name was cut, and the report's title had no room.
_ICONS_BELOW = 560
_STATE_ICONS = {"saved": "check", "saving": "clock", "failed": "verdict-5", "readonly": "lock", "signed": "lock"}
_STATE_TOKENS = {"saved": "muted", "saving": "muted", "failed": "refuted", "readonly": "hit", "signed": "accent"}


class TopBar(QWidget):
    """Menu, navigator, document with its state, search and commands, undo, redo, theme, export.

    Signals:
        state_clicked: the user asks what the save state means.
    """

    state_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self.menu_button = IconButton(theme, "menu", self, size=18)
        self.navigator_button = IconButton(theme, "sidebar", self, size=18)
        self.document = DocumentTitle(theme, self)
        self.document.clicked.connect(self.state_clicked)
        self.field = CommandField(theme, self)
        self.undo_button = IconButton(theme, "undo", self, size=18)
        self.redo_button = IconButton(theme, "redo", self, size=18)
        self.theme_button = IconButton(theme, "moon", self, size=18)
        self.export_button = ExportButton(theme, self)
        for button in (self.menu_button, self.navigator_button, self.undo_button, self.redo_button, self.theme_button):
            button.setFixedSize(30, 30)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(2)
        row.addWidget(self.menu_button)
        row.addWidget(self.navigator_button)
        row.addSpacing(12)
        row.addWidget(self.document)
        row.addStretch(1)
        row.addWidget(self.field)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addSpacing(6)
        row.addWidget(self.theme_button)
        row.addSpacing(8)
        row.addWidget(self.export_button)
        theme.changed.connect(self._repaint)
        self._repaint()
        self.retranslate()

    def suit_width(self) -> None:
        """The window has another width: the field and the export may have to do with less."""
        self.field.updateGeometry()
        self.export_button.updateGeometry()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.setAccessibleName(self.tr("Top bar"))
        self.menu_button.describe(self.tr("Menu"), "Alt")
        self._repaint()

    def _repaint(self) -> None:
        dark = self._theme.name == "dark"
        self.theme_button.set_icon("sun" if dark else "moon")
        self.theme_button.describe(self.tr("Light theme") if dark else self.tr("Dark theme"))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("border"))


class DocumentTitle(QAbstractButton):
    """The report's title and, beside it, whether what was done is in the file."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._state: SaveState = "none"
        self._reason = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    @property
    def state(self) -> SaveState:
        """The state shown."""
        return self._state

    def show_document(self, title: str, state: SaveState, reason: str = "", place: str = "") -> None:
        """Show title and state; `reason` says why it is read-only or could not be saved, `place` is the file."""
        self._title, self._state, self._reason = title, state, reason
        words = self.state_words()
        self.setAccessibleName(f"{title}, {words}" if words else title)
        self.setToolTip("\n".join(part for part in (title, place, reason) if part))
        self.updateGeometry()
        self.update()

    def state_words(self) -> str:
        """The state in words."""
        match self._state:
            case "saved":
                return self.tr("Saved")
            case "saving":
                return self.tr("Saving")
            case "failed":
                return self.tr("Not saved")
            case "readonly":
                return self.tr("Read-only")
            case "signed":
                return self.tr("Signed")
            case _:
                return ""

    def sizeHint(self) -> QSize:
        title = QFontMetricsF(app_font(14, 600)).horizontalAdvance(self._title)
        words = QFontMetricsF(app_font(12)).horizontalAdvance(self.state_words())
        return QSize(round(title + words + (44 if words else 10)), 30)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self.state_words()
        room = QFontMetricsF(app_font(12)).horizontalAdvance(words) + 36 if words else 0
        box = QRectF(self.rect())
        taken = paint_text(
            painter, box.adjusted(4, 0, -room, 0), self._title, app_font(14, 600), self._theme.color("text")
        )
        if words:
            left = box.left() + 4 + taken + 12
            token = _STATE_TOKENS[self._state]
            self._theme.paint_icon(
                painter, _STATE_ICONS[self._state], QRectF(left, box.center().y() - 7, 14, 14), token
            )
            color = self._theme.color("text" if self._state == "failed" else "muted")
            paint_text(painter, box.adjusted(left + 19, 0, 0, 0), words, app_font(12), color)
        if self.hasFocus():
            paint_focus(painter, self._theme, box)


class CommandField(QAbstractButton):
    """Looks like a field, opens the palette: searching, going somewhere and doing something are one thing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = ""
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def describe(self, words: str, keys: str) -> None:
        """Set what it does, and the keys that do the same."""
        self.setText(words)
        self._keys = keys
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {keys}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self.window().width() < _NARROW:
            return QSize(34, 30)
        words = QFontMetricsF(app_font(12)).horizontalAdvance(self.text())
        keys = QFontMetricsF(app_font(11)).horizontalAdvance(self._keys)
        return QSize(round(max(236.0, words + keys + 68)), 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(34, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("line" if self.underMouse() else "border"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(box, 7, 7)
        self._theme.paint_icon(painter, "search", QRectF(10, box.center().y() - 7.5, 15, 15))
        if self.width() > 100:
            inner = box.adjusted(33, 0, -10, 0)
            keys = QFontMetricsF(app_font(11)).horizontalAdvance(self._keys)
            paint_text(painter, inner.adjusted(0, 0, -keys - 10, 0), self.text(), app_font(12),
                       self._theme.color("muted"))
            paint_text(painter, inner, self._keys, app_font(11), self._theme.color("muted"),
                       Qt.AlignmentFlag.AlignRight)
        if self.hasFocus():
            paint_focus(painter, self._theme, QRectF(self.rect()), 7)


class ExportButton(QAbstractButton):
    """The only filled button of the window. It does what its action does, and is greyed with it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.setText(self.tr("Export PDF"))
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def follow(self, action: QAction) -> None:
        """Be enabled and explained as the action is."""
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        if self.window().width() < _ICONS_BELOW:
            return QSize(38, 30)
        return QSize(round(QFontMetricsF(app_font(13, 600)).horizontalAdvance(self.text())) + 46, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if not self.isEnabled():
            painter.setOpacity(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent", 0.88 if self.underMouse() and self.isEnabled() else 1.0))
        painter.drawRoundedRect(box, 7, 7)
        self._theme.paint_icon(painter, "export", QRectF(11, box.center().y() - 8, 16, 16), "on_accent")
        if self.width() > 60:
            words = box.adjusted(32, 0, -8, 0)
            paint_text(painter, words, self.text(), app_font(13, 600), self._theme.color("on_accent"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("on_accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 5, 5)
            paint_focus(painter, self._theme, box, 7)
