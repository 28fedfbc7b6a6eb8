"""The report set for reading: scrolls, paints, goes to a place, finds words. Mouse and keys are the pane's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from core.model import Report, Section, Span
from core.model.innermost import Innermost
from core.project import Changes
from core.text import matches
from gui import settings
from gui.session import Selection, Session
from gui.theme import Theme, app_font
from gui.views.controls.marks import paint_focus
from gui.views.text import overview
from gui.views.text.ahead import prepared
from gui.views.text.find import FindBar
from gui.views.text.glide import Glide
from gui.views.text.layout import Page
from gui.views.text.marks import Layers, Marks
from gui.views.text.paragraphs import skipped
from gui.views.text.setting import LARGEST, SMALLEST, WIDE_WINDOW, Margins, Setting, fit
from gui.views.text.strip import MarkerStrip
from gui.views.text.surface import Surface, View

#: Where a revealed place comes to stand, and the band in which it is left where it is; shares of the height.
_REVEAL = 0.4
_CALM = (0.1, 0.7)
#: A section's heading comes to stand so many pixels below the upper edge.
_HEADING = 12
_STRIP_DELAY = 60


class Reader(QAbstractScrollArea):
    """The text with its marks, scrolled by the marker strip.

    Signals:
        scrolled_to(int): other words are in sight; the offset at the upper edge.
    """

    scrolled_to = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._report: Report | None = None
        self._sections: list[Section] = []
        self._innermost = Innermost(())
        self._marks = Marks()
        self._page = Page()
        self._surface = Surface(self._page, self._marks, theme)
        self._view = View()
        self._measure: int | None = None
        self._section = ""
        self._settling = False
        self._ring = False
        self._latin = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(320)
        self._strip = MarkerStrip(theme)
        self._strip.set_describe(self._describe_place)
        self.setVerticalScrollBar(self._strip)
        self._glide = Glide(self._strip, self.viewport().update, self._arrived)
        self._goal: Span | None = None
        self._strip_wait = self._timer(_STRIP_DELAY, self._show_strip)
        self.find_bar = FindBar(theme, self)
        self.find_bar.asked.connect(self._find)
        self.find_bar.stepped.connect(self.find_next)
        self.find_bar.closed.connect(self._find_closed)
        session.opened.connect(self.load)
        session.report_replaced.connect(self._reload)
        session.changed.connect(self._changed)
        session.selected.connect(self._selected)
        session.gathered.connect(self._gathered)
        session.hovered.connect(self._light)
        session.reveal.connect(self.reveal)

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    # --- what others may ask

    @property
    def layers(self) -> Layers:
        """Which kinds of marks are drawn."""
        return self._view.layers

    def set_layers(self, metrics: bool, claims: bool, hits: bool) -> None:
        """Draw these kinds of marks and no others."""
        self._view = replace(self._view, layers=Layers(metrics, claims, hits))
        self._strip_wait.start()
        self.viewport().update()

    @property
    def text_size(self) -> int:
        """The size of the body in pixels."""
        return self._page.setting.size

    @property
    def measure(self) -> int:
        """The width of the column in characters."""
        return self._page.setting.characters

    def set_text_size(self, pixels: int | None) -> None:
        """Set the body in another size, 13 to 32, and remember it; None follows the window's width again."""
        settings.set_text_size(None if pixels is None else max(SMALLEST, min(LARGEST, pixels)))
        self._set_page()

    def set_measure(self, characters: int | None) -> None:
        """Set the column at most so many characters wide; None follows the window's width again."""
        self._measure = characters
        self._set_page()

    def expect_measure(self, characters: int | None) -> None:
        """Set the column so wide when the pane gets another size, which is about to come: once for both."""
        self._measure = characters

    def load(self) -> None:
        """Show the session's report from its top, or that there is none."""
        self._glide.stop()
        self.find_bar.close_bar()
        report = self._session.report
        self._report = report
        self._latin = report is not None and report.language == "en"
        self._view = View(
            layers=self._view.layers, selection=self._session.selection, together=self._session.together
        )
        self._section = ""
        if report is None:
            self._sections = []
            self._innermost = Innermost(())
            self._marks.load([], (), (), ())
            self._page.load("", [], [], [], self._marks.figures, self._fitting()[0], justified=True)
        else:
            project = self._session.project
            ready = prepared(report, self._session.claims(), project.hits() if project else ())
            self._sections = sorted(report.sections, key=lambda section: section.heading.start)
            self._innermost = Innermost(report.sections)
            self._marks.take(ready.marks)
            self._page.load(
                report.text, ready.paragraphs, ready.lengths, ready.skipped, self._marks.figures, self._fitting()[0],
                justified=not self._latin,
            )
        self._surface.load(report.noise if report else (), report.layout.doubtful if report else ())
        self._set_page()
        self._strip.setValue(0)
        self._strip_wait.start()
        self._enter_section()
        self.viewport().update()

    def _reload(self) -> None:
        """Another version of the report: what is read stays about where it was."""
        before = self._strip.value()
        self.load()
        self._strip.setValue(min(before, self._strip.maximum()))

    def _take_figures(self) -> None:
        """Figures are read otherwise: their marks change, while page, search and caret stay as they are."""
        report, project = self._session.report, self._session.project
        self._report = report
        if report is None:
            self.load()
            return
        claims, hits = self._session.claims(), project.hits() if project else ()
        self._marks.load(self._page.paragraphs, report.metrics, claims, hits)
        value = self._strip.value()
        self._page.skip(skipped(report))
        self._surface.load(report.noise, report.layout.doubtful)
        self._set_page()
        self._strip.setValue(value)
        self._strip_wait.start()
        self.viewport().update()

    def reveal(self, span: Span) -> None:
        """Bring a place into sight, and let its tint fade there."""
        if not self._page.paragraphs:
            return
        self._goal = span
        self._surface.bring_across(span.start)
        rect = self._surface.rect_of(span, self._strip.value())
        height = self.viewport().height()
        heading = self._heading_at(span)
        seen = height * _CALM[0] <= rect.top() and rect.bottom() <= height * _CALM[1]
        if heading or not seen or self._view.focus:
            self._glide.go(self._value_for(span))
        self._glide.show(span)
        self.viewport().update()

    def single_out(self, key: str) -> None:
        """Leave only the words and marks of this claim or check hit in full strength; "" ends that.

        While something is singled out, what is revealed always comes to stand at the same height.
        """
        self._view = replace(self._view, focus=key)
        self.viewport().update()

    def show_at_top(self, offset: int) -> None:
        """Bring the paragraph of an offset to the upper edge."""
        if self._page.paragraphs:
            index = self._page.index_of(offset)
            self._page.settle(index, self.viewport().height(), 0)
            self._set_range()
            self._strip.setValue(round(self._page.top(index)))

    def open_find(self, words: str = "") -> None:
        """Show the find bar, with words to look for."""
        self._place_find_bar()
        self.find_bar.open_bar(words)

    def find_next(self, by: int = 1) -> None:
        """Go to the next place of the words looked for, or (-1) to the one before."""
        total = len(self._view.found)
        if total:
            self._show_found((self._view.current + by) % total)

    # --- the page

    def _wide(self) -> bool:
        return self.window().width() >= WIDE_WINDOW

    def _fitting(self) -> tuple[Setting, Margins]:
        """The size and measure that suit, and the margins beside the column."""
        wide = self._wide()
        size = settings.text_size() or (18 if wide else 17)
        wanted = self._measure or (34 if wide else 32)
        return fit(self.viewport().width(), size, wanted, latin=self._latin)

    def _set_page(self) -> None:
        """Set everything in the size and measure that suit; what was at the top stays there."""
        setting, self._surface.margins = self._fitting()
        if setting != self._page.setting:
            index = self._page.index_at(self._strip.value())
            within = self._strip.value() - self._page.top(index) if self._page.paragraphs else 0
            row_height = self._page.top(index + 1) - self._page.top(index) if self._page.paragraphs else 1
            self._page.reset(setting)
            self._surface.forget()
            self._settle()
            if self._page.paragraphs and self._strip.value():
                self._page.row(index)
                height = self._page.top(index + 1) - self._page.top(index)
                self._strip.setValue(round(self._page.top(index) + within / row_height * height))
            self._strip_wait.start()
        self._settle()
        self.viewport().update()

    def _settle(self) -> None:
        """Give the paragraphs in sight their true heights, without moving what is in sight."""
        if self._settling:
            return
        self._settling = True
        try:
            height = self.viewport().height()
            self._set_range()
            for _ in range(3):
                if not self._page.paragraphs:
                    break
                first = self._page.index_at(self._strip.value())
                grown = self._page.settle(first, height, self._page.top(first) - self._strip.value())
                self._set_range()
                if not round(grown):
                    break
                self._strip.setValue(self._strip.value() + round(grown))
        finally:
            self._settling = False

    def _set_range(self) -> None:
        height = self.viewport().height()
        self._strip.setPageStep(height)
        self._strip.setSingleStep(round(self._page.setting.em * 1.9))
        self._strip.setRange(0, max(0, round(self._page.height) - height))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Another part of the page is in sight."""
        self._settle()
        self.viewport().update()
        self._enter_section()
        if self._page.paragraphs:
            self.scrolled_to.emit(self._page.paragraphs[self._page.index_at(self._strip.value())].start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page for the other width."""
        self._set_page()
        self._place_find_bar()
        super().resizeEvent(event)

    def _value_for(self, span: Span) -> int:
        """The scroll value at which a place stands where the eye expects it."""
        height = self.viewport().height()
        above = float(_HEADING) if self._heading_at(span) else height * _REVEAL
        value = 0.0
        for _ in range(3):
            index = self._page.index_of(span.start)
            self._page.settle(index, 1, 0)
            row = self._page.row(index)
            line = row.line_of(row.shown.place(span.start))
            value = max(0.0, self._page.top(index) + row.line_top(line) - above)
            first = self._page.index_at(value)
            self._page.settle(first, height, self._page.top(first) - value)
        self._set_range()
        return min(round(value), self._strip.maximum())

    def _heading_at(self, span: Span) -> bool:
        return self._page.paragraphs[self._page.index_of(span.start)].style == "heading"

    def _arrived(self) -> None:
        """The glide is over: guessed heights on the way may have become true ones."""
        if self._goal is not None:
            self._strip.setValue(self._value_for(self._goal))

    def _enter_section(self) -> None:
        """Tell which section is being read: that of the line a third down; at the ends of the page, at its ends."""
        if not self._page.paragraphs:
            return
        value, height = self._strip.value(), self.viewport().height()
        share = 0.3 if 0 < value < self._strip.maximum() else 0.0 if not value else 0.6
        chosen = self._chosen_section(value, height)
        if chosen is None:
            index = self._page.index_at(value + max(48.0, share * height))
            chosen = self._innermost(self._page.paragraphs[index].start)
        key = chosen.id if chosen else ""
        if key != self._section:
            self._section = key
            self._session.section_entered.emit(key)

    def _chosen_section(self, value: int, height: int) -> Section | None:
        """The selected section while its heading is in sight."""
        chosen = self._session.selection
        section = self._session.section(chosen.id) if chosen.subject == "section" else None
        if section is None:
            return None
        top = self._page.top(self._page.index_of(section.heading.start)) - value
        return section if -1 <= top < height * 0.8 else None

    # --- the session

    def _changed(self, changes: Changes) -> None:
        if self._session.report is not self._report:
            self._take_figures()
            return
        touched: set[int] = set()
        for key in changes.claims:
            touched |= self._marks.put_claim(key, self._session.claim(key))
        project = self._session.project
        if changes.hits and project:
            answered = {hit.id: hit for hit in project.hits()}
            for key in changes.hits:
                touched |= self._marks.put_hit(key, answered.get(key))
        if touched:
            self._surface.forget(touched)
            self._strip_wait.start()
            self.viewport().update()

    def _selected(self, selection: Selection) -> None:
        self._view = replace(self._view, selection=selection)
        self.viewport().update()

    def _gathered(self, claims: tuple[str, ...]) -> None:
        self._view = replace(self._view, together=claims)
        self.viewport().update()

    def _light(self, hovering: Selection) -> None:
        """The pointer rests on it in another pane: its mark shows, if it is in sight."""
        metric = hovering.id if hovering.subject == "metric" else ""
        claim = hovering.id if hovering.subject == "claim" else ""
        now = (self._view.hovered_metric, self._view.hovered_claim)
        own = metric and metric == now[0]  # its claim shows as well, where the pointer is over the text itself
        if not own and (metric, claim) != now:
            self._view = replace(self._view, hovered_metric=metric, hovered_claim=claim)
            self.viewport().update()

    # --- the strip

    def _show_strip(self) -> None:
        self._strip.show_marks(
            overview.ticks(self._page, self._marks, self._view.layers), overview.rules(self._page, self._sections)
        )

    def _describe_place(self, share: float) -> str:
        """The section at a share of the page, and the words of the nearest metric."""
        if not self._page.paragraphs or self._report is None:
            return ""
        index = self._page.index_at(share * self._page.height)
        section = self._innermost(self._page.paragraphs[index].start)
        words = [section.title] if section else []
        words.extend(metric.surface for metric in self._marks.metrics(index)[:4])
        return " · ".join(words)

    # --- find

    def _find(self, words: str) -> None:
        text = self._report.text if self._report else ""
        found = matches(text, words, wrapped=bool(self._report and self._report.breaks))
        self._view = replace(self._view, found=found, current=-1)
        if found:
            index = self._page.index_at(self._strip.value())
            here = self._page.paragraphs[index].start
            self._show_found(bisect_left(found, here, key=lambda span: span.start) % len(found))
        else:
            self.find_bar.show_count(0, 0)
            self.viewport().update()

    def _show_found(self, number: int) -> None:
        self._view = replace(self._view, current=number)
        self.find_bar.show_count(number + 1, len(self._view.found))
        span = self._view.found[number]
        self._surface.bring_across(span.start)
        rect = self._surface.rect_of(span, self._strip.value())
        self._goal = span
        if not self.find_bar.geometry().bottom() < rect.top() or rect.bottom() > 0.85 * self.viewport().height():
            self._glide.go(self._value_for(span))
        self.viewport().update()

    def _find_closed(self) -> None:
        self._view = replace(self._view, found=(), current=-1)
        self.viewport().update()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_find_bar(self) -> None:
        width = min(340, self.viewport().width() - 24)
        self.find_bar.setGeometry(self.viewport().width() - width - 12, 10, width, 38)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, page, and the ring of the keyboard's focus."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("paper"))
        if self._page.paragraphs:
            view = replace(self._view, flash=self._glide.flash)
            self._surface.paint(painter, QRectF(event.rect()), self._strip.value(), view)
        else:
            painter.setFont(app_font(13))
            painter.setPen(self._theme.color("muted"))
            words = self.tr("No report is open. Press Ctrl+O to open one.")
            painter.drawText(QRectF(self.viewport().rect()), Qt.AlignmentFlag.AlignCenter, words)
        if self._ring and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_focus(painter, self._theme, QRectF(self.viewport().rect()), 4)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Change the words with the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.viewport().update()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set the words in the language now in force."""
        self.setAccessibleName(self.tr("Text of the report"))
        self._strip.setAccessibleName(self.tr("Marks over the whole report"))
