"""A check hit: what is asked, where, and the answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.messages import finding_message
from core.model import Hit, Report, Span
from core.model.review import HitState
from core.vocabulary import label
from gui import settings
from gui.letting_go import clear
from gui.theme import Theme
from gui.views.controls import Segment, SegmentedControl
from gui.views.inspector.checks import reason_menu
from gui.views.inspector.evidence import below
from gui.views.inspector.page import Facts, Page, SectionHead, Words
from gui.views.inspector.quote import Quote

_AROUND = 40
_MOST = 80
_PAUSES = "，、："
_ENDS = "\n。！？；"  # a sentence is not shown with the end of the one before it


class HitPage(Page):
    """The check hit that is selected.

    Signals:
        answered(str, str): the new state and, for a dismissal, its reason.
        reason_wanted(): the person wants to write a reason of their own.
        place_pressed(Span): show this place in the text.
    """

    answered = Signal(str, str)
    reason_wanted = Signal()
    place_pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: HitState = "new"
        self.question = Words("text", 14, wrap=True)
        self.facts = Facts()
        self._answer_head = SectionHead()
        self.answers = SegmentedControl(theme, self, height=32)
        self.answers.chosen.connect(self._answer)
        self.reason = Words("text2", 12, wrap=True)
        self._places_head = SectionHead()
        self._places = QVBoxLayout()
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(10)
        self.quotes: list[Quote] = []
        holder = QWidget(self)
        holder.setLayout(self._places)
        self.add(self.question)
        self.add(self.facts, above=12)
        self.add_line()
        self.add(self._answer_head, above=12)
        self.add(self.answers, above=8)
        self.add(self.reason, above=8)
        self.add_line()
        self.add(self._places_head, above=12)
        self.add(holder, above=8)
        self.column.addStretch(1)

    def show_hit(self, hit: Hit, report: Report, read_only: str | None) -> None:
        """Show a hit with its places."""
        language = settings.language()
        self._state = hit.state
        self.question.setText(finding_message(hit.finding, language))
        self.facts.show_facts([
            (self.tr("Check"), hit.finding.check),
            (self.tr("Weight"), label("severity", hit.finding.severity, language)),
            (self.tr("State"), label("hit_state", hit.state, language)),
        ])
        self._answer_head.say(self.tr("Answer"))
        self.answers.setAccessibleName(self.tr("Answer to the check"))
        self.answers.set_segments([
            Segment("confirmed", "check", self.tr("Confirm")),
            Segment("dismissed", "dismiss", self.tr("Dismiss")),
            Segment("deferred", "later", self.tr("Later")),
        ], optional=True)
        self.answers.set_current("" if hit.state == "new" else hit.state)
        self.answers.setEnabled(read_only is None)
        self.answers.setToolTip(read_only or "")
        self.reason.setText(self.tr("Reason: {words}").format(words=hit.reason))
        self.reason.setVisible(bool(hit.reason))
        spans = hit.finding.spans
        self._places_head.say(self.tr("Places"), len(spans))
        clear(self._places)
        self.quotes = []
        for span in spans:
            quote = Quote(self.theme, size=15)
            quote.show_quote(*_excerpt(report.text, span))
            quote.pressed.connect(self._shower(span))
            self._places.addWidget(quote)
            self.quotes.append(quote)

    def _answer(self, key: str) -> None:
        if key == "dismissed":
            self.answers.set_current("" if self._state == "new" else self._state)
            menu = reason_menu(self, lambda reason: self.answered.emit("dismissed", reason), self.reason_wanted.emit)
            menu.popup(below(self.answers))
        else:
            self.answered.emit(key or "new", "")

    def _shower(self, span: Span) -> Callable[[], None]:
        return lambda: self.place_pressed.emit(span)


def _excerpt(text: str, span: Span) -> tuple[str, list[Span]]:
    """The words in their sentence, a long one cut with …, and where in it they stand."""
    first = max((text.rfind(mark, 0, span.start) for mark in _ENDS), default=-1) + 1
    stops = [place for mark in _ENDS if (place := text.find(mark, span.end)) >= 0]
    last = min(stops, default=len(text) - 1) + 1
    start, end = first, last
    if span.start - first > _AROUND:  # begin with a clause, not within a number or a word
        start = max(first - 1, *(text.rfind(mark, first, span.start - _AROUND // 2) for mark in _PAUSES)) + 1
        start = start if span.start - _MOST <= start else span.start - _AROUND
    if last - span.end > _AROUND:
        stops = [stop for mark in _PAUSES if (stop := text.find(mark, span.end + _AROUND // 2, last)) >= 0]
        end = min(stops, default=last - 1) + 1
        end = end if end <= span.end + _MOST else span.end + _AROUND
    head, tail = "…" if start > first else "", "…" if end < last else ""
    words = f"{head}{text[start:end]}{tail}"
    place = span.start - start + len(head)
    return words, [Span(place, place + span.end - span.start)]
