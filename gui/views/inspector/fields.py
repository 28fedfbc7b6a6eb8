"""A field that grows with its words and saves itself: nothing typed is lost, whatever is selected next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from gui.theme import Theme, app_font
from gui.views.controls import paint_text
from gui.views.inspector.page import RaisedBox

#: Characters; some forty pages.
LONGEST_WORDS: Final = 20_000
_PAUSE: Final = 600
_LONGEST: Final = 2500
_FOOT: Final = 20
_ONE_LINE: Final = 40
_GAP: Final = 12

#: Writes a claim's words into the project; False if that failed.
Save = Callable[[str, str], bool]


class WordsField(QPlainTextEdit):
    """A plain field that holds LONGEST_WORDS characters; what would make it hold more is not taken in.

    A line of a million characters would hold the window up for seconds at every letter.

    Signals:
        refused: more than that was to be pasted.
    """

    refused = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:
        kept = self.document().characterCount() - len(self.textCursor().selectedText())
        if source.hasText() and kept + len(source.text()) > LONGEST_WORDS:
            self.refused.emit()
            return
        super().insertFromMimeData(source)


class GrowingField(RaisedBox):
    """A text field of one claim. It saves after a pause in typing, and at once when it is left.

    Signals:
        done(): Ctrl+Enter or Esc was pressed: the person is done here.
        refused(): more was to be pasted than a field holds.
    """

    done = Signal()
    refused = Signal()

    def __init__(
        self, theme: Theme, save: Save, parent: QWidget | None = None, *, low: int = 78, high: int = 240
    ) -> None:
        super().__init__(theme, parent)
        self._save = save
        self._low, self._high = low, high
        self._claim = ""
        self._saved = ""
        self._unsaved: dict[str, str] = {}
        self._hint = ""
        self._missing = ""
        self._missing_words = ""
        self.field = WordsField(self)
        self.field.refused.connect(self.refused)
        self.field.setFont(app_font(13))
        self.field.setTabChangesFocus(True)
        self.field.setAcceptDrops(False)  # a dropped file is evidence, not words
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.document().setDocumentMargin(0)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        self._foot = _FOOT if low > _ONE_LINE else 8  # a field of one line has its hint in the line
        column.setContentsMargins(12, 10 if low > _ONE_LINE else 8, 6, self._foot)
        column.addWidget(self.field)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.flush)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._fit()

    def show_words(self, claim: str, words: str) -> None:
        """Show a claim's words as the project has them; those of the claim before are saved first."""
        if claim != self._claim:
            self.flush()
            self._claim = claim
        elif self._dirty:
            return  # the person is typing: what the project says is older
        self._saved = words
        shown = self._unsaved.get(claim, words)
        if shown != self.field.toPlainText():
            self.field.blockSignals(True)
            self.field.setPlainText(shown)
            self.field.blockSignals(False)
        self._fit()
        self._mark()

    def flush(self) -> bool:
        """Save what was typed. False if that failed; the words are kept here and tried again."""
        self._timer.stop()
        if self._dirty:
            self._unsaved[self._claim] = self.field.toPlainText()
        written = [self._write(claim, words) for claim, words in list(self._unsaved.items())]  # all are tried
        return all(written)

    def pending(self) -> dict[str, str]:
        """The words that are not in the project, by claim."""
        return self._unsaved | ({self._claim: self.field.toPlainText()} if self._dirty else {})

    def _write(self, claim: str, words: str) -> bool:
        # counted as saved while it is being saved: the project's answer comes back here before `_save` returns
        before = self._saved
        self._unsaved.pop(claim)
        if claim == self._claim:
            self._saved = words
        if self._save(claim, words):
            return True
        self._unsaved[claim] = words
        if claim == self._claim:
            self._saved = before
        return False

    def forget(self) -> None:
        """Another project is open: nothing here belongs to it."""
        self._timer.stop()
        self._unsaved.clear()
        self._claim = self._saved = ""

    def describe(self, name: str, hint: str, missing: str) -> None:
        """Set the field's name, the hint at its foot, and what is said while `set_missing` holds."""
        self._hint = hint
        self._missing_words = missing
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.update()

    def set_missing(self, missing: bool) -> None:
        """Outline the field: its words are wanted."""
        self._missing = self._missing_words if missing else ""
        self._mark()

    def set_read_only(self, read_only: bool, reason: str) -> None:
        """Let the words be read but not changed."""
        self.field.setReadOnly(read_only)
        self.field.setToolTip(reason if read_only else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                if event.type() == QEvent.Type.FocusOut:
                    self.flush()
                QTimer.singleShot(0, self, self._mark)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                if event.key() == Qt.Key.Key_Escape or (enter and control):
                    self.flush()
                    self.done.emit()
                    return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._foot != _FOOT and not self._leaves_room():
            return
        foot = QRectF(12, self.height() - _FOOT - 1 - (_FOOT - self._foot) / 2, self.width() - 22, _FOOT)
        right = Qt.AlignmentFlag.AlignRight
        paint_text(painter, foot, self._hint, app_font(11), self._theme.color("muted"), right)
        if self._missing:
            paint_text(painter, foot, self._missing, app_font(11), self._theme.color("hit"))

    def _leaves_room(self) -> bool:
        """Whether the hint has room behind the words in the last line, and that line is at the foot."""
        laid = self.field.document().lastBlock().layout()
        if not laid.lineCount() or self.field.verticalScrollBar().maximum() > 0:
            return not self.field.toPlainText()
        taken = laid.lineAt(laid.lineCount() - 1).naturalTextWidth()
        hint = QFontMetricsF(app_font(11)).horizontalAdvance(self._hint)
        return taken + hint + 2 * _GAP <= self.width() - 22

    @property
    def _dirty(self) -> bool:
        return bool(self._claim) and self.field.toPlainText() != self._saved

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._since.start()
        self._timer.start()
        if self._since.elapsed() > _LONGEST:  # who types without a pause is saved as well; it stays one step
            self.flush()
        self._fit()
        self.update()  # the hint goes when the words need its room

    def _mark(self) -> None:
        if self.field.hasFocus():
            self.set_edge("accent", 1.5)
        elif self._missing:
            self.set_edge("hit", 1.5)
        else:
            self.set_edge("border", 1.0)

    def _fit(self) -> None:
        """As high as the words need, between the least and the most."""
        document = self.field.document()
        lines = max(1, round(document.size().height()))  # of a plain-text document: in lines
        line = QFontMetricsF(self.field.font()).lineSpacing()
        height = round(lines * line) + 10 + self._foot + 4
        policy = Qt.ScrollBarPolicy
        more = height > self._high
        self.field.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(max(self._low, min(self._high, height)))

    def _restyle(self) -> None:
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(self._theme.hex("muted")))
        self.field.setPalette(palette)
        self.update()
