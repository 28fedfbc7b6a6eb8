"""The claims that a claim repeats, contradicts, is part of or explains, from either side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.model import ReviewClaim
from core.model.review import ClaimLink
from core.text import on_one_line
from core.vocabulary import attribute, keys, label
from gui import settings
from gui.letting_go import clear
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text, quote_font
from gui.views.inspector.line import LineButton

_HEIGHT = 30


class LinkRow(LineButton):
    """One link: what it is, the other claim's number and words. Enter or a click goes there, Del takes it away.

    Signals:
        removed(): take the link away.
        turned(str): say the relation anew.
    """

    removed = Signal()
    turned = Signal(str)

    def __init__(self, theme: Theme, link: ClaimLink, other: ReviewClaim, *, back: bool, locked: bool) -> None:
        super().__init__(theme, _HEIGHT)
        self._link = link
        self._locked = locked
        language = settings.language()
        word = attribute("claim_relation", link.relation, f"back_{language}") if back else ""
        self._relation = word or label("claim_relation", link.relation, language)
        self._number = self.tr("Claim {number}").format(number=other.number)
        self._words = on_one_line(other.anchor.exact)
        self.setAccessibleName(f"{self._relation} {self._number}: {self._words}")
        said = (f"{self._relation} {self._number}", self._words, link.note)
        self.setToolTip("\n".join(part for part in said if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._locked:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show")).triggered.connect(self.clicked.emit)
        menu.addSeparator()
        for relation in keys("claim_relation"):
            action = menu.addAction(label("claim_relation", relation, settings.language()))
            action.setCheckable(True)
            action.setChecked(relation == self._link.relation)
            action.setEnabled(not self._locked)
            action.triggered.connect(self._turner(relation))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Take the link away"))
        remove.setEnabled(not self._locked)
        remove.triggered.connect(self.removed.emit)
        menu.popup(event.globalPos())

    def _turner(self, relation: str) -> Callable[[], None]:
        return lambda: self.turned.emit(relation)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(box, 6, 6)
        self._theme.paint_icon(painter, "tie", QRectF(4, box.center().y() - 8, 16, 16), "text2")
        line = box.adjusted(26, 0, -6, 0)
        token = "hit" if self._link.relation == "contradicts" else "text2"
        left = paint_text(painter, line, self._relation, app_font(12, 500), self._theme.color(token)) + 8
        left += paint_text(
            painter, line.adjusted(left, 0, 0, 0), self._number, app_font(12), self._theme.color("muted")
        ) + 8
        font = quote_font(self._words, 13)
        paint_text(painter, line.adjusted(left, 0, 0, 0), self._words, font, self._theme.color("text"))
        if self.hasFocus():
            paint_focus(painter, self._theme, box, 6)


class LinkRows(QWidget):
    """All links of a claim.

    Signals:
        pressed(str): go to the claim with this id.
        removed(str, str): take the link from the first claim to the second away.
        turned(str, str, str): say the relation of that link anew.
    """

    pressed = Signal(str)
    removed = Signal(str, str)
    turned = Signal(str, str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[LinkRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_links(
        self, claim: str, links: Sequence[ClaimLink], claims: Mapping[str, ReviewClaim], *, locked: bool
    ) -> None:
        """Replace the rows by the links of this claim."""
        clear(self._column)
        self.rows = []
        for link in links:
            other = claims.get(link.other if link.claim == claim else link.claim)
            if other is None:
                continue
            row = LinkRow(self._theme, link, other, back=link.claim != claim, locked=locked)
            row.clicked.connect(self._goer(other.id))
            row.removed.connect(self._remover(link))
            row.turned.connect(self._turner(link))
            self._column.addWidget(row)
            self.rows.append(row)
        self.setVisible(bool(self.rows))

    def _goer(self, key: str) -> Callable[[], None]:
        return lambda: self.pressed.emit(key)

    def _remover(self, link: ClaimLink) -> Callable[[], None]:
        return lambda: self.removed.emit(link.claim, link.other)

    def _turner(self, link: ClaimLink) -> Callable[[str], None]:
        return lambda relation: self.turned.emit(link.claim, link.other, relation)
