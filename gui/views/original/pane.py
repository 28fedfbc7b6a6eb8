"""The original beside the text: same words marked, scrolled together, a click leads to what was read there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.messages import PolicyReviewError
from core.model import Report, Span
from core.project import Changes
from core.readers.places import offset_at, span_boxes
from core.readers.recognised import PageBox
from gui import settings
from gui.jobs import Job, Jobs, Progress
from gui.session import Session
from gui.theme import Theme
from gui.views.controls import IconButton, WordButton
from gui.views.original.file import Original, original_of
from gui.views.original.leaves import Zoom
from gui.views.original.pages import PageView
from gui.views.original.source import SourceView

_ASKS: Final = frozenset({"password-needed", "wrong-password"})
#: A click beside every mark leads to the nearest figure this many characters away.
_NEAR: Final = 40
#: The choice of the settings that keeps how large pages are.
_ZOOM: Final = "page_zoom"


class OriginalPane(QWidget):
    """The file of the report under review.

    Signals:
        place_read(int): a person scrolled here; the report's offset that stands at the upper edge.
        password_wanted(PolicyReviewError): the file opens with a password only; see `set_password`.
        close_wanted: a person wants it away.
    """

    place_read = Signal(int)
    password_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._report: Report | None = None
        self._original: Original | None = None
        self._password: str | None = None
        self._problem: PolicyReviewError | None = None
        self._loading: Job | None = None
        self._placing: Job | None = None
        self._words: Span | None = None
        self.setObjectName("originalPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(300)
        self.pages = PageView(theme, jobs, self)
        self.source = SourceView(theme, self)
        self.message = QWidget(self)
        self._sentence = QLabel(self.message)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.enter = QPushButton(self.message)
        self.enter.clicked.connect(self._want_password)
        self.stack = QStackedWidget(self)
        for part in (self.message, self.pages, self.source):
            self.stack.addWidget(part)
        self.facts = QLabel(self)
        self.facts.setObjectName("originalFacts")
        self.size_button = WordButton(theme, self, size=12)
        self.smaller, self.larger = IconButton(theme, "minus", self), IconButton(theme, "plus", self)
        self.fit_width, self.fit_page = IconButton(theme, "split", self), IconButton(theme, "page", self)
        self.close_button = IconButton(theme, "close", self, size=14)
        self._lay_out()
        self._connect(session)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 3, 6, 3)
        head.setSpacing(2)
        head.addWidget(self.facts, 1)
        for button in (self.smaller, self.size_button, self.larger, self.fit_width, self.fit_page, self.close_button):
            head.addWidget(button)
        middle = QVBoxLayout(self.message)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addStretch(1)
        middle.addWidget(self._sentence)
        middle.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _connect(self, session: Session) -> None:
        self.smaller.clicked.connect(lambda: self._zoom_by(-1))
        self.larger.clicked.connect(lambda: self._zoom_by(1))
        self.size_button.clicked.connect(lambda: self.pages.set_zoom(Zoom("free", 1.0)))
        self.fit_width.clicked.connect(lambda: self.pages.set_zoom(Zoom("width")))
        self.fit_page.clicked.connect(lambda: self.pages.set_zoom(Zoom("page")))
        self.close_button.clicked.connect(self.close_wanted)
        self.pages.page_entered.connect(self._page_entered)
        self.pages.clicked.connect(self._clicked)
        self.pages.zoomed.connect(lambda zoom: settings.set_choice(_ZOOM, zoom.words))
        self.pages.moved.connect(self._tell_facts)
        self.pages.failed.connect(self._tell)
        self.source.clicked.connect(self._select_at)
        self.source.scrolled.connect(self.place_read)
        session.opened.connect(self.load)
        session.report_replaced.connect(self.load)
        session.changed.connect(self._follow_figures)
        session.selected.connect(lambda _selection: self.mark())

    @property
    def problem(self) -> PolicyReviewError | None:
        """Why nothing is shown, None where something is or will be."""
        return self._problem

    def load(self) -> None:
        """Show the original of the report under review, if the pane is to be seen."""
        if self._loading is not None:
            self._loading.cancel()
        self._loading = None
        project, report = self._session.project, self._session.report
        if report is not self._report:
            self._password = None
        self._original = self._problem = None
        self.pages.clear()
        self.source.clear_source()
        if project is None or report is None or self.isHidden():
            self._report = None
            return
        self._report = report
        path, password = project.path, self._password
        self._say(self.tr("Reading the original…"), ask=False)

        def work(progress: Progress) -> Original:
            progress(0.0)
            return original_of(path, report, password)

        self._loading = self._jobs.start(work, done=self._show, failed=self._failed, name="original")

    def appear(self) -> None:
        """The pane came into sight: show what is not there yet."""
        if self._report is not self._session.report or (self._original is None and self._loading is None):
            self.load()
        else:
            self.mark()

    def set_password(self, password: str) -> None:
        """Open the file with this password; it is kept as long as the report is open, and nowhere else."""
        self._password = password
        self.load()

    def mark(self, words: Span | None = None) -> None:
        """Mark the selected words, else what is selected in every pane."""
        self._words = words
        span = words or self._session.span_of(self._session.selection)
        original, report = self._original, self._report
        if self._placing is not None:
            self._placing.cancel()
            self._placing = None
        if original is None or report is None or self.isHidden():
            return
        if not original.sizes:
            self.source.show_span(span, reveal=True)
            return
        if span is None or not (original.printed or report.layout.lines):
            self.pages.show_boxes((), reveal=False)
            page = report.layout.page_of(span.start) if span is not None else None
            if page is not None:
                self.pages.go_to_page(page)
            return
        password = self._password

        def work(progress: Progress) -> tuple[PageBox, ...]:
            progress(0.0)
            return span_boxes(original.data, original.name, report.text, report.layout, span, password)

        def done(boxes: tuple[PageBox, ...]) -> None:
            self._placing = None
            page = report.layout.page_of(span.start)
            if not boxes and page is not None:  # a damaged page has no places
                self.pages.go_to_page(page)
            self.pages.show_boxes(boxes, reveal=True)

        self._placing = self._jobs.start(work, done=done, failed=self._failed, name="original")

    def _follow_figures(self, changes: Changes) -> None:
        """Figures were decided otherwise: a click leads to what is read now, and what is selected is marked anew."""
        if changes.figures and self._report is not None and self._session.report is not None:
            self._report = self._session.report
            self.mark(self._words)

    def follow(self, offset: int) -> None:
        """The text was scrolled: show the page, or the words, that stand at its upper edge."""
        if self._original is None or self._report is None or self.isHidden():
            return
        if not self._original.sizes:
            self.source.show_place(offset)
        elif (page := self._report.layout.page_of(offset)) is not None:
            self.pages.go_to_page(page)

    def _show(self, original: Original) -> None:
        self._loading = None
        self._original = original
        report = self._report
        if report is None:
            return
        if original.sizes:
            zoom = Zoom.from_words(settings.choice(_ZOOM, "width"))
            self.stack.setCurrentWidget(self.pages)
            self.pages.load(original.data, original.name, original.sizes, self._password, zoom)
        else:
            self.source.load(report.text, original.words, html=original.html)
            self.stack.setCurrentWidget(self.source)
        for button in (self.size_button, self.fit_width, self.fit_page):
            button.setVisible(bool(original.sizes))
        self._tell_facts()
        self.mark(self._words)

    def _failed(self, error: Exception) -> None:
        self._loading = None
        if not isinstance(error, PolicyReviewError):
            raise error
        self._tell(error)

    def _tell(self, error: PolicyReviewError) -> None:
        self._problem = error
        self._say(error.sentence(settings.language()), ask=error.key in _ASKS)
        if error.key == "wrong-password":
            self._want_password()

    def _say(self, sentence: str, *, ask: bool) -> None:
        self._sentence.setText(sentence)
        self.enter.setVisible(ask)
        self.stack.setCurrentWidget(self.message)
        self.facts.setText("")

    def _want_password(self) -> None:
        if self._problem is not None:
            self.password_wanted.emit(self._problem)

    def _page_entered(self, page: int) -> None:
        if self._report is not None and page <= len(self._report.layout.pages):
            self.place_read.emit(self._report.layout.pages[page - 1].start)

    def _clicked(self, page: int, x: float, y: float) -> None:
        original, report, password = self._original, self._report, self._password
        if original is None or report is None or not (original.printed or report.layout.lines):
            return

        def work(progress: Progress) -> int | None:
            progress(0.0)
            return offset_at(
                original.data, original.name, report.text, report.layout, page, x, y, password
            )

        self._jobs.start(work, done=self._select_at, failed=self._failed, name="original")

    def _select_at(self, offset: int | None) -> None:
        """Select the figure there, else the claim there, else the nearest figure; else only go there."""
        report = self._report
        if offset is None or report is None:
            return
        metric = min(report.metrics, key=lambda one: _apart(one.value_span, offset), default=None)
        if metric is not None and not _apart(metric.value_span, offset):
            self._session.select("metric", metric.id)
            return
        here = Span(offset, offset + 1)
        claim = min(
            (one for one in self._session.claims() if one.dismissed is None and one.touches(here)),
            key=lambda one: one.span.end - one.span.start, default=None,
        )
        if claim is not None:
            self._session.select("claim", claim.id)
        elif metric is not None and _apart(metric.value_span, offset) <= _NEAR:
            self._session.select("metric", metric.id)
        else:
            self._session.reveal.emit(here)

    def _zoom_by(self, steps: int) -> None:
        if self._original is not None and self._original.sizes:
            self.pages.zoom_by(steps)
        else:
            self.source.zoom_by(steps)

    def _tell_facts(self) -> None:
        if self._original is None:
            self.facts.setText("")
            return
        if self._original.sizes:
            words = self.tr("Page {page} of {count}").format(page=self.pages.page, count=self.pages.count)
            self.size_button.setText(f"{round(self.pages.factor * 100)} %")
            self.size_button.updateGeometry()
        else:
            words = self.tr("Original: {name}").format(name=self._original.name)
        self.facts.setText(words)

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.setAccessibleName(self.tr("Original"))
        self.pages.setAccessibleName(self.tr("Pages of the original"))
        self.source.setAccessibleName(self.tr("Words of the original"))
        self.enter.setText(self.tr("Enter the password…"))
        self.smaller.describe(self.tr("Smaller"), "−")
        self.larger.describe(self.tr("Larger"), "+")
        self.size_button.setToolTip(self.tr("Show at 100 %"))
        self.fit_width.describe(self.tr("Fit the width"))
        self.fit_page.describe(self.tr("Fit the page"))
        self.close_button.describe(self.tr("Close the original"), "V")
        self._tell_facts()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _apart(span: Span, offset: int) -> int:
    return max(span.start - offset, offset - span.end + 1, 0)
