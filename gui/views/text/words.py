"""Selected words and selected marks, by keyboard: caret, copy, find, and what stands at a place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from core.model import Span
from gui import settings
from gui.session import Session, Subject
from gui.theme import Theme
from gui.views.controls.marks import by_keyboard
from gui.views.text import accessible, keys, reading
from gui.views.text import caret as moves
from gui.views.text.card import HoverCard
from gui.views.text.caret import Caret
from gui.views.text.reader import Reader

#: Longer selections are not taken over into the find bar.
FIND_LONGEST = 40


class WordReader(Reader):
    """The text with a caret that the keyboard moves, and a card for what it stands on.

    Signals:
        selection_changed(Span | None): other words are selected with mouse or keyboard.
    """

    selection_changed = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._caret = Caret()
        self._told: Span | None = None
        self._clicked = -1
        self._card = HoverCard(theme, self)
        accessible.install()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def load(self) -> None:
        """Show the session's report from its top, or that there is none; no words are selected."""
        super().load()
        start = self._page.paragraphs[0].start if self._page.paragraphs else 0
        self._close_card()
        self._set_caret(Caret(start, start), shown=False)

    # --- the selected words

    def selected_span(self) -> Span | None:
        """The words selected with mouse or keyboard, None if there are none."""
        return self._caret.span

    @property
    def caret_place(self) -> int:
        """The code point that the caret stands before."""
        return self._caret.place

    def select_span(self, span: Span | None) -> None:
        """Select these words, or none."""
        caret = Caret(span.end, span.start) if span else Caret(self._caret.place, self._caret.place)
        self._set_caret(caret, shown=False)

    def selected_text(self) -> str:
        """The selected words, to the letter."""
        span = self._caret.span
        return span.quote(self._page.text) if span else ""

    def copy(self) -> None:
        """Copy the selected words, to the letter."""
        words = self.selected_text()
        if words:
            QGuiApplication.clipboard().setText(words)

    def select_all(self) -> None:
        """Select the whole text."""
        if self._page.paragraphs:
            self._set_caret(Caret(len(self._page.text), 0), shown=False)

    def grow_selection(self, clauses: int) -> None:
        """Make the selected words a clause longer (1) or shorter (-1)."""
        span = self._caret.span
        if span is not None:
            self.select_span(moves.grown(self._page, span) if clauses > 0 else moves.shrunk(self._page, span))

    def _set_caret(self, caret: Caret, *, shown: bool, tell: bool = True) -> None:
        self._caret = caret
        self._view = replace(self._view, words=caret.span, caret=caret.place if shown else None)
        self.viewport().update()
        if tell and caret.span != self._told:
            self._told = caret.span
            self.selection_changed.emit(caret.span)

    # --- marks under a point

    def _marks_at(self, offset: int) -> list[tuple[Subject, str]]:
        """What can be selected at an offset: metrics first, then claims from the shortest, then hits, then headings."""
        layers = self._view.layers
        found: list[tuple[Subject, str]] = []
        if layers.metrics:
            found.extend(("metric", metric.id) for metric in self._marks.metrics_at(offset))
        if layers.claims:
            found.extend(("claim", claim.id) for claim in self._marks.claims_at(offset))
        if layers.hits:
            found.extend(("hit", hit.id) for hit in self._marks.hits_at(offset))
        found.extend(
            ("section", section.id) for section in self._sections
            if section.heading.start <= offset < section.heading.end
        )
        return found

    def _select_at(self, offset: int, *, cycle: bool) -> None:
        found = self._marks_at(offset)
        if not found:
            return
        chosen = self._session.selection
        current = (chosen.subject, chosen.id)
        again = cycle or offset == self._clicked
        number = (found.index(current) + 1) % len(found) if again and current in found else 0
        self._clicked = offset
        subject, key = found[number]
        self._session.select(subject, key, reveal=False)

    # --- the card

    def _show_card(self) -> bool:
        """Open the card at the caret; where none is to be seen, or it stands on no mark, that of what is selected."""
        chosen, session = self._session.selection, self._session
        places = [self._caret.place] if self._view.caret is not None else []
        if chosen.subject == "metric" and (metric := session.metric(chosen.id)) is not None:
            places.append(metric.value_span.start)
        elif chosen.subject == "hit":
            hits = session.project.hits() if session.project is not None else ()
            places += [hit.finding.spans[0].start for hit in hits if hit.id == chosen.id]
        elif (claim := session.claim(chosen.id)) is not None:
            figures = session.report.metrics if session.report is not None else ()
            inside = [figure.value_span.start for figure in figures if claim.touches(figure.value_span)]
            places += [claim.span.start, *inside]
        seen = (place for place in places if self._in_sight(place))
        return any(self._show_card_at(place) for place in seen)

    def _show_card_at(self, offset: int) -> bool:
        """Open the card of the metric, else of the check hit, at an offset; whether there is one."""
        scroll, language = self._strip.value(), settings.language()
        for metric in self._marks.metrics_at(offset):
            claim = self._session.claim_of_metric(metric.id)
            told = self._session.history(claim.id) if claim is not None and claim.decided else ()
            card = reading.of_metric(metric, claim, language, told)
            self._card.show_card(card, self._surface.rect_of(metric.value_span, scroll), self._room())
            return True
        for hit in self._marks.hits_at(offset):
            span = next(span for span in hit.finding.spans if span.start <= offset < span.end)
            self._card.show_card(reading.of_hit(hit, language), self._surface.rect_of(span, scroll), self._room())
            return True
        return False

    def _room(self) -> QRectF:
        return QRectF(self.viewport().geometry())

    def _close_card(self) -> None:
        self._card.close_card()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Caret, selection, copy, find, card; everything else goes on to the window."""
        if not self._page.paragraphs or not self._pressed_key(event):
            event.ignore()

    def _pressed_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                return self._escape()
            case Qt.Key.Key_F3:
                self.find_next(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._select_at(self._caret.place, cycle=True)
            case Qt.Key.Key_Space if control:
                return self._show_card()
            case Qt.Key.Key_0 if control:
                self.set_text_size(None)
            case Qt.Key.Key_BracketLeft if self._caret.span:
                self.grow_selection(-1)
            case Qt.Key.Key_BracketRight if self._caret.span:
                self.grow_selection(1)
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
            case _ if event.matches(QKeySequence.StandardKey.SelectAll):
                self.select_all()
            case _ if event.matches(QKeySequence.StandardKey.Find):
                words = self.selected_text()
                self.open_find(words if len(words) <= FIND_LONGEST and "\n" not in words else "")
            case _:
                return self._move_caret(event)
        return True

    def _move_caret(self, event: QKeyEvent) -> bool:
        start = self._caret
        if self._view.caret is None and start.span is None and not self._in_sight(start.place):
            # The caret was left behind by scrolling: it begins again where the reader looks.
            first = self._surface.offset_at(QPointF(self._surface.margins.left, 8), self._strip.value())
            start = Caret(first, first)
        lines = int(self.viewport().height() // self._page.setting.face(self._page.paragraphs[-1]).line)
        moved = keys.moved(self._page, start, event, lines)
        if moved is None:
            return False
        self._close_card()
        self._set_caret(moved, shown=True)
        self._keep_in_sight(moved.place)
        self.announce(moved.place)
        return True

    def _in_sight(self, offset: int) -> bool:
        rect = self._surface.caret_rect(offset, self._strip.value())
        return rect.top() >= 0 and rect.bottom() <= self.viewport().height()

    def _keep_in_sight(self, offset: int) -> None:
        self._surface.bring_across(offset)
        for _ in range(2):
            rect = self._surface.caret_rect(offset, self._strip.value())
            margin = rect.height()
            if rect.top() < margin:
                self._strip.setValue(round(self._strip.value() + rect.top() - margin))
            elif rect.bottom() > self.viewport().height() - margin:
                self._strip.setValue(round(self._strip.value() + rect.bottom() - self.viewport().height() + margin))

    def _escape(self) -> bool:
        """One step out: the card, the search, the selected words."""
        if self._card.isVisible():
            self._close_card()
        elif self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif self._caret.span is not None:
            self.select_span(None)
        else:
            return False
        return True

    def announce(self, offset: int) -> None:
        """Tell screen readers what is marked at an offset."""
        language = settings.language()
        cards = [reading.of_metric(metric, None, language) for metric in self._marks.metrics_at(offset)]
        cards.extend(
            reading.of_claim(self._session.claim(claim.id) or claim, language)
            for claim in self._marks.claims_at(offset)[:1]
        )
        words = "\n".join(map(reading.spoken, cards))
        self.setAccessibleDescription(words)
        accessible.announce(self, words)

    def spoken_paragraph(self) -> str:
        """The words of the paragraph that the caret is in, for screen readers."""
        if not self._page.paragraphs:
            return ""
        paragraph = self._page.paragraphs[self._page.index_of(self._caret.place)]
        return self._page.text[paragraph.start : paragraph.end]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows where the keyboard is."""
        self._ring = by_keyboard(event)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring, no caret."""
        if not hasattr(self, "_view"):
            # A pane that is let go loses the focus once more when all that it knew is gone.
            return
        self._ring = False
        self._view = replace(self._view, caret=None)
        super().focusOutEvent(event)
        self.viewport().update()
