"""Find in the text: the small bar that asks for words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from gui.theme import Theme, app_font
from gui.views.controls.buttons import IconButton


class FindBar(QWidget):
    """A field for words, the count of their places, and the way from one to the next.

    Signals:
        asked(str): other words are looked for; "" for none.
        stepped(int): the next place (1) or the one before (-1).
        closed: the bar is gone and nothing is looked for.
    """

    asked = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = QLineEdit(self)
        self._field.setFont(app_font(13))
        self._field.setFrame(False)
        self._count = QLabel(self)
        self._count.setFont(app_font(12))
        self._back = IconButton(theme, "chevron-up", self)
        self._next = IconButton(theme, "chevron-down", self)
        self._close = IconButton(theme, "close", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 6, 5)
        row.setSpacing(2)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        row.addSpacing(4)
        for button in (self._back, self._next, self._close):
            row.addWidget(button)
        self._shown = 0, 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(80)
        self._wait.timeout.connect(self._ask)
        self._field.textChanged.connect(self._wait.start)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.close_bar)
        theme.changed.connect(self._recolour)
        self.setFocusProxy(self._field)
        self._recolour()
        self.retranslate()
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._field.text()

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with these words if there are any, ready to type."""
        if words:
            self._field.setText(words)
        self.show()
        self.raise_()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask()

    def close_bar(self) -> None:
        """Hide the bar; nothing is looked for any more."""
        if self.isVisible():
            self._wait.stop()
            self.hide()
            self.closed.emit()

    def show_count(self, current: int, total: int) -> None:
        """Show that place `current` (from 1) of `total` is the one in sight."""
        self._shown = current, total
        if not self._field.text().strip():
            self._count.setText("")
        elif total:
            self._count.setText(self.tr("{current}/{total}").format(current=current, total=total))
        else:
            self._count.setText(self.tr("Not found"))
        for button in (self._back, self._next):
            button.setEnabled(total > 0)

    @property
    def count_text(self) -> str:
        """The count as shown: 3/17."""
        return self._count.text()

    def retranslate(self) -> None:
        """Set the words in the language now in force."""
        self._field.setPlaceholderText(self.tr("Find in the text"))
        self._field.setAccessibleName(self.tr("Find in the text"))
        self._back.describe(self.tr("Previous place"), "Shift+F3")
        self._next.describe(self.tr("Next place"), "F3")
        self._close.describe(self.tr("Close the find bar"), "Esc")
        self.show_count(*self._shown)

    def _recolour(self) -> None:
        muted, text = self._theme.hex("muted"), self._theme.hex("text")
        accent, on_accent = self._theme.hex("accent"), self._theme.hex("on_accent")
        chosen = f"selection-background-color: {accent}; selection-color: {on_accent};"
        self._count.setStyleSheet(f"color: {muted}; background: transparent;")
        self._field.setStyleSheet(
            f"QLineEdit {{ color: {text}; background: transparent; border: none; padding: 2px 4px; {chosen} }}"
        )
        self.update()

    def _ask(self) -> None:
        self._wait.stop()
        self.asked.emit(self._field.text())

    def changeEvent(self, event: QEvent) -> None:
        """Change the words with the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F3 go on, with Shift back; Esc closes."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F3:
                if self._wait.isActive():
                    self._ask()
                else:
                    self.stepped.emit(-1 if back else 1)
            case Qt.Key.Key_Escape:
                self.close_bar()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with one outline; the accent's while the field has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("raised"))
        focused = self._field.hasFocus()
        painter.setPen(QPen(self._theme.color("accent" if focused else "border"), 1.5 if focused else 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
