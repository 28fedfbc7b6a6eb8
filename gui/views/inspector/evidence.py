"""The evidence attached to a claim: one card each, and the place to drop more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from core.model import Evidence
from core.model.review import Stance
from core.vocabulary import attribute, keys, label
from gui import settings
from gui.letting_go import clear
from gui.models.hits import evidence_icon
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text, whole_parts
from gui.views.inspector.line import LineButton

_HEIGHT: Final = 54
_PREVIEW: Final = 34
_BRACKET: Final = 14


class EvidenceCard(LineButton):
    """One piece of evidence and how it bears on the claim.

    Signals:
        opened(str): show its page: click.
        looked(str): show it large: Space.
        entered(str): open its file with the system's own program: Enter.
        detached(str): take it off the claim: Del.
        stance_chosen(str, str): it bears on the claim otherwise.
        bearing_wanted(str): ask how it bears on the claim, in words too.
    """

    opened = Signal(str)
    looked = Signal(str)
    entered = Signal(str)
    detached = Signal(str)
    stance_chosen = Signal(str, str)
    bearing_wanted = Signal(str)

    def __init__(
        self, theme: Theme, item: Evidence, stance: Stance, picture: QPixmap | None, note: str = ""
    ) -> None:
        super().__init__(theme, _HEIGHT)
        self._item = item
        self._stance: Stance = stance
        self._picture = picture
        self._note = note
        self._read_only = False
        self.setAccessibleName(f"{item.no}, {item.title}, {self._stance_words()}, {self._second_line()}")
        facts = (item.title, note, self._second_line(), item.url or "", *self._missing())
        self.setToolTip("\n".join(fact for fact in facts if fact))
        self.clicked.connect(lambda: self.opened.emit(item.id))

    @property
    def item(self) -> Evidence:
        """The piece of evidence."""
        return self._item

    def set_read_only(self, read_only: bool) -> None:
        """Let it be opened but not changed."""
        self._read_only = read_only

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._read_only:
            self.detached.emit(self._item.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.entered if self._item.sha256 or self._item.url else self.opened).emit(self._item.id)
        elif event.key() == Qt.Key.Key_Space:
            (self.looked if self._item.sha256 else self.opened).emit(self._item.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with it here."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show")).triggered.connect(lambda: self.opened.emit(self._item.id))
        if self._item.sha256:
            menu.addAction(self.tr("Look at it")).triggered.connect(lambda: self.looked.emit(self._item.id))
        if self._item.sha256 or self._item.url:
            menu.addAction(self.tr("Open")).triggered.connect(lambda: self.entered.emit(self._item.id))
        menu.addSeparator()
        for stance in keys("stance"):
            words = f"{attribute('stance', stance, 'sign')} {label('stance', stance, settings.language())}"
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(stance == self._stance)
            action.setEnabled(not self._read_only)
            action.triggered.connect(self._chooser(stance))
        menu.addSeparator()
        bearing = menu.addAction(self.tr("How it bears on the claim…"))
        bearing.setEnabled(not self._read_only)
        bearing.triggered.connect(lambda: self.bearing_wanted.emit(self._item.id))
        detach = menu.addAction(self.tr("Detach from this claim"))
        detach.setEnabled(not self._read_only)
        detach.triggered.connect(lambda: self.detached.emit(self._item.id))
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        theme, box = self._theme, QRectF(self.rect())
        painter.setPen(QPen(theme.color("line" if self.underMouse() else "border"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._paint_preview(painter, QRectF(10, 10, _PREVIEW, _PREVIEW))
        right = Qt.AlignmentFlag.AlignRight
        top, bottom = QRectF(54, 8, box.width() - 66, 20), QRectF(54, 29, box.width() - 66, 18)
        token = "text2" if self._stance == "context" else "text"
        used = paint_text(painter, top, self._stance_words(), app_font(12), theme.color(token), right)
        paint_text(painter, top.adjusted(0, 0, -used - 10, 0), self._item.title, app_font(13), theme.color("text"))
        grade = self._grade()
        taken = 0.0
        if grade:
            badge = QRectF(bottom.right() - 26, bottom.top(), 26, 18)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            paint_text(painter, badge, grade, app_font(11, 600), theme.color("text2"), Qt.AlignmentFlag.AlignHCenter)
            taken = 34
        missing = self._missing()
        line = bottom.adjusted(0, 0, -taken, 0)
        if missing:
            words = missing[0]
            width = paint_text(painter, line, words, app_font(11), theme.color("hit"), right)
            theme.paint_icon(painter, "flag", QRectF(line.right() - width - 15, line.center().y() - 6, 12, 12), "hit")
            line.setRight(line.right() - width - 20)
        small = app_font(11)
        paint_text(painter, line, whole_parts(self._second_line(), small, line.width()), small, theme.color("muted"))
        if self.hasFocus():
            paint_focus(painter, theme, box, 8)

    def _paint_preview(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(rect, 6, 6)
        if self._picture is None:
            self._theme.paint_icon(painter, evidence_icon(self._item), rect.adjusted(8, 8, -8, -8))
            return
        shown = self._picture.size().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, shown.width(), shown.height())
        place.moveCenter(rect.center())
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))

    def _stance_words(self) -> str:
        return f"{attribute('stance', self._stance, 'sign')} {label('stance', self._stance, settings.language())}"

    def _second_line(self) -> str:
        item = self._item
        kind = label("evidence_kind", item.kind, settings.language())
        short = f"{item.sha256[:4]}…{item.sha256[-3:]}" if item.sha256 else ""
        same = self.tr("same source") if item.independence_group else ""
        parts = (item.no, kind, self._note, same, item.locator, item.published_on or "", short)
        return " · ".join(part for part in parts if part)

    def _grade(self) -> str:
        return f"{self._item.reliability or ''}{self._item.credibility or ''}"

    def _missing(self) -> list[str]:
        """What the register still wants to know of it."""
        missing = []
        if not self._item.provider:
            missing.append(self.tr("no provider"))
        if not self._item.published_on:
            missing.append(self.tr("no date"))
        return missing

    def _chooser(self, stance: str) -> Callable[[], None]:
        return lambda: self.stance_chosen.emit(self._item.id, stance)


class EvidenceCards(QWidget):
    """All cards of a claim.

    Signals:
        opened(str), looked(str), entered(str), detached(str), stance_chosen(str, str), bearing_wanted(str): as those of
            the cards.
    """

    opened = Signal(str)
    looked = Signal(str)
    entered = Signal(str)
    detached = Signal(str)
    stance_chosen = Signal(str, str)
    bearing_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[EvidenceCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)

    def show_cards(self, cards: list[EvidenceCard], *, read_only: bool) -> None:
        """Replace the cards; the focus stays on the same piece of evidence. Cards of one source stand together."""
        order: dict[str, int] = {}
        for card in cards:
            order.setdefault(card.item.independence_group or card.item.id, len(order))
        cards = sorted(cards, key=lambda card: order[card.item.independence_group or card.item.id])
        shared = Counter(card.item.independence_group for card in cards if card.item.independence_group)
        self._column.setContentsMargins(_BRACKET if any(n > 1 for n in shared.values()) else 0, 0, 0, 0)
        focused = next((card.item.id for card in self.cards if card.hasFocus()), "")
        clear(self._column)
        self.cards = cards
        for card in cards:
            card.set_read_only(read_only)
            card.opened.connect(self.opened)
            card.looked.connect(self.looked)
            card.entered.connect(self.entered)
            card.detached.connect(self.detached)
            card.stance_chosen.connect(self.stance_chosen)
            card.bearing_wanted.connect(self.bearing_wanted)
            self._column.addWidget(card)
            if card.item.id == focused:
                card.setFocus()
        self.setVisible(bool(cards))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tie the cards of one source with a bracket at their left: they count as one."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("line"), 1.5))
        for name, tied in groupby(self.cards, key=lambda card: card.item.independence_group):
            group = list(tied)
            if name and len(group) > 1:
                top, bottom = group[0].geometry().center().y(), group[-1].geometry().center().y()
                for y in (top, bottom):
                    painter.drawLine(3, y, _BRACKET - 3, y)
                painter.drawLine(3, top, 3, bottom)


class DropZone(QAbstractButton):
    """A dashed field that says what can be dropped; pressing it attaches by dialog."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(200, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        theme, box = self._theme, QRectF(self.rect())
        over = self.underMouse() or self.hasFocus()
        pen = QPen(theme.color("accent" if over else "line"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        theme.paint_icon(painter, "plus", QRectF(14, 12, 16, 16), "muted")
        paint_text(painter, box.adjusted(38, 0, -44, 0), self.text(), app_font(12), theme.color("muted"))
        key = QRectF(box.right() - 30, box.center().y() - 9, 18, 18)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paint_text(painter, key, "E", app_font(11), theme.color("muted"), Qt.AlignmentFlag.AlignHCenter)


class DropFrame(QWidget):
    """Lies over the whole inspector while something that could be evidence is dragged across it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._under = parent
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def offer(self, words: str) -> None:
        """Show the frame with what dropping would do."""
        self._words = words
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        pen = QPen(self._theme.color("accent"), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("accent_soft", 0.9))
        painter.drawRoundedRect(box, 10, 10)
        words, font = self._words, app_font(14, 600)
        paint_text(painter, box.adjusted(12, 0, -12, 0), words, font, self._theme.color("text"),
                   Qt.AlignmentFlag.AlignHCenter)


def below(widget: QWidget) -> QPoint:
    """Where a menu of a widget opens."""
    return widget.mapToGlobal(QPoint(0, widget.height()))
