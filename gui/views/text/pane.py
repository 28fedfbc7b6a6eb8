"""The annotated text pane: what mouse, keys and dropped things do to the text."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from core.model.layout import Table
from core.text import on_one_line
from gui import settings
from gui.session import Session
from gui.theme import Theme
from gui.views.controls.marks import verdict_icon, verdict_token
from gui.views.text import caret as moves
from gui.views.text import dropping, reading
from gui.views.text.caret import Caret
from gui.views.text.ink import Sign
from gui.views.text.tables import tsv
from gui.views.text.tablewindow import TableWindow
from gui.views.text.words import FIND_LONGEST, WordReader

_CARD_DELAY = 350
_QUOTE = 24


class TextPane(WordReader):
    """The report's text with metrics, claims and check hits marked in it.

    Signals:
        selection_changed(Span | None): other words are selected with mouse or keyboard.
        mark_requested(Span): these words should become a claim.
        tag_requested: the selected words or the selected claim should be tagged.
        evidence_dropped(str, tuple[Dropped, ...]): things were dropped on this claim; "" beside every claim.
        menu_opening(QMenu): the context menu is about to open; others may add to it.
    """

    mark_requested = Signal(object)
    tag_requested = Signal()
    evidence_dropped = Signal(str, object)
    menu_opening = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._pressed: QPointF | None = None
        self._dragging = False
        self._double: tuple[float, QPointF] | None = None
        self._pointer = QPointF(-1, -1)
        self._pinned = False
        self._hovered_sign: Sign | None = None
        self.asked_at: int | None = None  # the place in the text that the menu was opened at
        self._card_wait = self._timer(_CARD_DELAY, self._open_card)
        self._drag_scroll = self._timer(30, self._scroll_while_dragging)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.retranslate()
        self.load()

    def _select_sign(self, sign: Sign, where: QPoint) -> None:
        if len(sign.claims) == 1:
            self._session.select("claim", sign.claims[0].id, reveal=False)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for claim in sign.claims:
            number = (self._session.claim(claim.id) or claim).number
            words = on_one_line(claim.anchor.exact)
            quote = words if len(words) <= _QUOTE else f"{words[:_QUOTE]}…"
            action = menu.addAction(self.tr("Claim {number}: {quote}").format(number=number, quote=quote))
            action.setIcon(self._theme.icon(verdict_icon(claim.veracity), verdict_token(claim.veracity), 16))
            action.triggered.connect(
                lambda _=False, key=claim.id: self._session.select("claim", key, reveal=False)
            )
        menu.popup(where)

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a sign, or begin to select words."""
        if event.button() != Qt.MouseButton.LeftButton or not self._page.paragraphs:
            return
        point = event.position()
        self._close_card()
        sign = self._surface.sign_at(point, self._strip.value())
        if sign is not None and self._view.layers.claims:
            self._select_sign(sign, event.globalPosition().toPoint())
            return
        offset = self._surface.offset_at(point, self._strip.value())
        if self._is_third(point):
            sentence = moves.sentence(self._page, self._surface.word_at(point, self._strip.value()) or offset)
            self._set_caret(Caret(sentence.end, sentence.start), shown=False)
            self._double = None
            return
        self._pressed, self._dragging = point, False
        keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._set_caret(self._caret.to(offset, keep=keep), shown=False, tell=keep)

    def _is_third(self, point: QPointF) -> bool:
        if self._double is None:
            return False
        then, place = self._double
        soon = (time.monotonic() - then) * 1000 < QApplication.doubleClickInterval()
        return soon and (place - point).manhattanLength() < 6

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select words while the button is down, else look at what is under the pointer."""
        point = event.position()
        self._pointer = point
        if self._pressed is None:
            self._hover(point, pin=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        if not self._dragging and (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
        if self._dragging:
            self._drag_to(point)

    def _drag_to(self, point: QPointF) -> None:
        offset = self._surface.offset_at(point, self._strip.value())
        self._set_caret(self._caret.to(offset, keep=True), shown=False, tell=False)
        if not 0 <= point.y() <= self.viewport().height():
            self._drag_scroll.start()

    def _scroll_while_dragging(self) -> None:
        if self._pressed is None:
            return
        beyond = min(0.0, self._pointer.y()) + max(0.0, self._pointer.y() - self.viewport().height())
        self._strip.setValue(self._strip.value() + round(beyond / 2))
        self._drag_to(self._pointer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click selects the mark; a drag has selected words."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, self._pressed = self._pressed, None
        dragged, self._dragging = self._dragging, False
        self._set_caret(self._caret, shown=False)
        if dragged or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return
        offset = self._surface.word_at(pressed, self._strip.value())
        if offset is not None:
            self._select_at(offset, cycle=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a number, a word or a clause; a third click takes the sentence."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        self._pressed = None
        offset = self._surface.word_at(point, self._strip.value())
        if offset is None:
            return
        figure = next((metric.value_span for metric in self._marks.metrics_at(offset)), None)
        span = figure or moves.word(self._page, offset)
        self._double = time.monotonic(), point
        self._set_caret(Caret(span.end, span.start), shown=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl set the text larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            if steps:
                self.set_text_size(self.text_size + (1 if steps > 0 else -1))
            event.accept()
            return
        self._close_card()
        if self._slid_by(event):
            event.accept()
            return
        super().wheelEvent(event)

    def _slid_by(self, event: QWheelEvent) -> bool:
        """Shift and the wheel, or a wheel that goes sideways, move a wide table under the pointer."""
        table = self._surface.table_at(event.position(), self._strip.value())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by = event.angleDelta().y() if shift and not event.angleDelta().x() else event.angleDelta().x()
        if table is None or not by or not self._surface.slide(table, -by):
            return False
        self.viewport().update()
        return True

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is looked at any more."""
        self._hover(QPointF(-1, -1), pin=False)
        super().leaveEvent(event)

    # --- looking

    def _hover(self, point: QPointF, *, pin: bool) -> None:
        scroll = self._strip.value()
        sign = self._surface.sign_at(point, scroll) if point.x() >= 0 else None
        offset = self._surface.word_at(point, scroll) if point.x() >= 0 else None
        metric = claim = ""
        if sign is not None and self._view.layers.claims:
            claim = sign.claims[0].id
        elif offset is not None:
            layers = self._view.layers
            metric = next((item.id for item in self._marks.metrics_at(offset)), "") if layers.metrics else ""
            claim = next((item.id for item in self._marks.claims_at(offset)), "") if layers.claims else ""
        changed = (metric, claim) != (self._view.hovered_metric, self._view.hovered_claim)
        self._hovered_sign = sign
        if changed:
            self._view = replace(self._view, hovered_metric=metric, hovered_claim=claim)
            self.viewport().update()
            self._session.hover("metric" if metric else "claim" if claim else "none", metric or claim)
        hand = metric or sign is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)
        hit = offset is not None and self._view.layers.hits and self._marks.hits_at(offset)
        if metric or sign or hit:
            self._pinned = pin
            if self._card.isVisible() and changed:
                self._open_card()
            elif not self._card.isVisible():
                self._card_wait.start()
        elif not self._pinned:
            self._close_card()

    def _open_card(self) -> None:
        scroll = self._strip.value()
        sign = self._hovered_sign
        if sign is not None:
            claim = self._session.claim(sign.claims[0].id)
            if claim is not None:
                column = self._surface.margins.left + self._page.setting.column
                line = QRectF(column, self._pointer.y() - 14, 40, 28)
                told = self._session.history(claim.id) if claim.decided else ()
                self._card.show_card(reading.of_claim(claim, settings.language(), told), line, self._room())
            return
        offset = self._surface.word_at(self._pointer, scroll)
        if offset is not None:
            self._show_card_at(offset)

    def _close_card(self) -> None:
        self._card_wait.stop()
        self._pinned = False
        super()._close_card()

    # --- menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the words or the mark under the pointer."""
        if not self._page.paragraphs:
            return
        self._close_card()
        point = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self._surface.caret_rect(self._caret.place, self._strip.value())
            point, where = rect.center(), self.viewport().mapToGlobal(rect.bottomLeft().toPoint())
        offset = self._surface.word_at(point, self._strip.value())
        self.asked_at = offset
        span = self._caret.span
        if offset is not None and not (span and span.start <= offset < span.end):
            self.select_span(None)
            self._select_at(offset, cycle=False)
        menu = self.context_menu()
        self.menu_opening.emit(menu)
        menu.popup(where)

    def context_menu(self) -> QMenu:
        """The menu for the selected words and the selected mark."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        span = self._caret.span
        claimed = self._session.selection.subject == "claim"
        mark = menu.addAction(self._theme.icon("claim", size=16), self.tr("Mark as claim"))
        mark.setEnabled(span is not None)
        mark.triggered.connect(lambda: self.mark_requested.emit(span))
        tag = menu.addAction(self._theme.icon("tag", size=16), self.tr("Tag…"))
        tag.setEnabled(span is not None or claimed)
        tag.triggered.connect(self.tag_requested)
        menu.addSeparator()
        copy = menu.addAction(self._theme.icon("copy", size=16), self.tr("Copy"))
        copy.setEnabled(span is not None)
        copy.triggered.connect(self.copy)
        table = self._table_asked()
        if table is not None:
            own = menu.addAction(self._theme.icon("table", size=16), self.tr("Open the table in a window"))
            own.triggered.connect(lambda: self.open_table(table))
            rows = menu.addAction(self._theme.icon("copy", size=16), self.tr("Copy the table"))
            rows.triggered.connect(lambda: QGuiApplication.clipboard().setText(tsv(table, self._page.text)))
        find = menu.addAction(self._theme.icon("search", size=16), self.tr("Find in the text"))
        find.triggered.connect(lambda: self.open_find(self.selected_text()[:FIND_LONGEST]))
        return menu

    def _table_asked(self) -> Table | None:
        """The table that the menu is about: where it was opened, else that of the caret."""
        offset = self.asked_at if self.asked_at is not None else self._caret.place
        return self._page.paragraphs[self._page.index_of(offset)].table if self._page.paragraphs else None

    def open_table(self, table: Table) -> TableWindow | None:
        """Show a table in a window of its own."""
        if self._report is None:
            return None
        window = TableWindow(self._session, self._theme, self._report, table, self)
        window.show()
        return window

    # --- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, addresses and words may become evidence."""
        if self._page.paragraphs and dropping.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The claim under the pointer shows that it would take them."""
        self._aim(self._claim_at(event.position()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._aim("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand them on, with the claim that they were dropped on."""
        claim = self._claim_at(event.position())
        self._aim("")
        things = dropping.dropped(event.mimeData())
        if things:
            event.acceptProposedAction()
            self.evidence_dropped.emit(claim, things)

    def _claim_at(self, point: QPointF) -> str:
        sign = self._surface.sign_at(point, self._strip.value())
        if sign is not None:
            return sign.claims[0].id
        offset = self._surface.word_at(point, self._strip.value())
        found = self._marks.claims_at(offset) if offset is not None else []
        return found[0].id if found else ""

    def _aim(self, claim: str) -> None:
        if claim != self._view.target_claim:
            self._view = replace(self._view, target_claim=claim)
            self.viewport().update()
