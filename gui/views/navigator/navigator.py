"""The left pane: four ways to what is in the report and the review, and the day's score below them."""

from __future__ import annotations

from collections import Counter
from typing import Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.model import Evidence, Hit
from gui import settings
from gui.models.claims import ClaimOrder, ClaimQuery, VerdictFilter, claim_rows
from gui.models.hits import evidence_rows, hit_rows
from gui.models.progress import progress
from gui.models.rows import RowList
from gui.models.search import place_of
from gui.models.sections import Counted, SectionTree
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.controls import Segment, SegmentedControl, pane_sheet
from gui.views.navigator.foot import ProgressFoot
from gui.views.navigator.head import ListHead
from gui.views.navigator.lists import RowView
from gui.views.navigator.notice import Notice
from gui.views.navigator.search import SearchPage
from gui.views.navigator.tree import SectionView

Tab = Literal["sections", "claims", "hits", "evidence"]
_TABS: Final[tuple[Tab, ...]] = ("sections", "claims", "hits", "evidence")
_ICONS: Final = {"sections": "section", "claims": "claim", "hits": "hit", "evidence": "evidence"}
_COUNTED: Final[tuple[Counted, ...]] = ("metrics", "claims", "hits")
#: A lower pane leaves out the counts at its foot, and a still lower one the foot: of the lists one row was seen.
_LOW: Final = 440
_LOWEST: Final = 240
_ORDERS: Final[tuple[ClaimOrder, ...]] = ("order", "worth", "verdict")
_VERDICTS: Final[dict[str, VerdictFilter]] = {
    "supported": "supported", "mostly": "mostly", "partly": "partly", "misleading": "misleading",
    "refuted": "refuted", "unproven": "unproven", "not_checkable": "not_checkable", "not_judged": "not_judged",
}


class Navigator(QWidget):
    """Sections, claims, check hits and evidence, each a list that leads to its place.

    Signals:
        claims_menu_wanted(tuple[str, ...], QPoint): what can be done with these claims was asked for, at this place.
        section_menu_wanted(str, QPoint): what can be done with this section was asked for, at this place.
        words_found(Span): the search leads to these words of the text.
        place_wanted(bool): a row was clicked or Enter pressed on it, which has a place in the text (True) or has none.
        evidence_dropped(object, object): a claim's id or None, and the QMimeData that was dropped.
    """

    evidence_dropped = Signal(object, object)
    claims_menu_wanted = Signal(object, object)
    section_menu_wanted = Signal(str, object)
    words_found = Signal(object)
    place_wanted = Signal(bool)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._query = ClaimQuery()
        self._tab: Tab = "sections"
        self._stale: set[Tab] = set()
        self.setStyleSheet(pane_sheet())
        self.sections = SectionTree(self)
        self.rows: dict[Tab, RowList] = {tab: RowList(self) for tab in _TABS[1:]}
        self.tabs = SegmentedControl(theme, self, fitted=True)
        self.heads = {tab: ListHead(theme, self) for tab in _TABS}
        self.tree = SectionView(theme, self.sections, self)
        self.lists: dict[Tab, RowView] = {tab: RowView(theme, self.rows[tab], self) for tab in _TABS[1:]}
        self.notices: dict[Tab, Notice] = {}
        self.foot = ProgressFoot(theme, self)
        self.search = SearchPage(session, theme, self)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()
        self.retranslate()
        self._open()

    def show_tab(self, tab: Tab) -> None:
        """Bring one of the four lists to the front."""
        self._tab = tab
        self.tabs.set_current(tab)
        self._pages.setCurrentIndex(_TABS.index(tab))
        self._refresh()

    def show_search(self, words: str = "") -> None:
        """Bring the search of the whole project to the front, with these words if there are any."""
        self.tabs.set_current("")
        self._pages.setCurrentWidget(self.search)
        self.search.begin(words)

    def set_order(self, order: ClaimOrder) -> None:
        """Sort the claims by their place, by how much they are worth checking, or by verdict."""
        self._query = ClaimQuery(order, self._query.grouped, self._query.words, self._query.verdict)
        self._fill("claims")
        self._describe_heads()

    def set_verdict_filter(self, key: str) -> None:
        """List the claims of one verdict (`not_judged` too), or all with ""."""
        query = self._query
        self._query = ClaimQuery(query.order, query.grouped, query.words, _VERDICTS.get(key))
        self.foot.set_filter(key)
        self._fill("claims")
        if key:
            self.show_tab("claims")

    def cycle_counts(self) -> None:
        """Let the tree's column count the next thing: figures, claims, checks."""
        now = _COUNTED.index(self.tree.counted)
        self.tree.show_counts(_COUNTED[(now + 1) % len(_COUNTED)])
        self._describe_heads()

    def focus_filter(self) -> None:
        """Put the caret into the filter of the list in front."""
        self.heads[self._tab].field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        self.setAccessibleName(self.tr("Navigator"))
        words = {
            "sections": self.tr("Contents"), "claims": self.tr("Claims"),
            "hits": self.tr("Checks"), "evidence": self.tr("Evidence"),
        }
        self.tabs.set_segments([Segment(tab, _ICONS[tab], words[tab]) for tab in _TABS])
        self.tabs.setAccessibleName(self.tr("Lists"))
        self.tree.setAccessibleName(self.tr("Sections of the report"))
        for tab in _TABS[1:]:
            self.lists[tab].setAccessibleName(words[tab])
        self.sections.language = settings.language()
        self._describe_heads()
        self.foot.retranslate()
        self._stale.update(_TABS)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(268, 724)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 180)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.foot.set_low(self.height() < _LOW)
        self.foot.setVisible(self.height() >= _LOWEST)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("chrome"))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(0)
        bar = QVBoxLayout()
        bar.setContentsMargins(12, 0, 12, 4)
        bar.addWidget(self.tabs)
        layout.addLayout(bar)
        for tab in _TABS:
            view = self.tree if tab == "sections" else self.lists[tab]
            self.notices[tab] = Notice(self._theme, view)
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(self.heads[tab])
            column.addWidget(view)
            self._pages.addWidget(page)
        self._pages.addWidget(self.search)
        self.lists["evidence"].accept_drops()
        self.lists["claims"].select_many()
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.foot)
        focus = QAction(self)
        focus.setShortcut("/")
        focus.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        focus.triggered.connect(self.focus_filter)
        self.addAction(focus)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._open)
        session.report_replaced.connect(self._open)
        session.changed.connect(self._mark_all_stale)
        session.selected.connect(self._follow)
        session.gathered.connect(lambda _claims: self._follow(session.selection))
        session.section_entered.connect(self._enter)
        self.tabs.chosen.connect(self._choose_tab)
        self.tree.activated_section.connect(lambda key: session.select("section", key))
        self.tree.menu_wanted.connect(self.section_menu_wanted)
        self.lists["claims"].chosen.connect(lambda key: session.select("claim", key))
        self.lists["claims"].gathered.connect(self._gather)
        self.lists["claims"].menu_wanted.connect(self.claims_menu_wanted)
        self.lists["hits"].chosen.connect(lambda key: session.select("hit", key))
        self.lists["evidence"].chosen.connect(lambda key: session.select("evidence", key))
        self.lists["evidence"].dropped.connect(lambda mime: self.evidence_dropped.emit(None, mime))
        self.search.found.connect(self.words_found)
        self.tree.clicked.connect(lambda: self.place_wanted.emit(True))
        self.tree.activated.connect(lambda: self.place_wanted.emit(True))
        for view in (*self.lists.values(), self.search.list):
            view.taken.connect(self._want_place)
        self.search.left.connect(self._leave_search)
        self.foot.filtered.connect(self.set_verdict_filter)
        for tab, head in self.heads.items():
            head.filtered.connect(lambda words, tab=tab: self._filter(tab, words))
            head.left.connect(self._focus_list)
        self.heads["sections"].pressed.connect(self.cycle_counts)
        self.heads["claims"].pressed.connect(self._next_order)

    def _open(self) -> None:
        report = self._session.report
        self.sections.set_sections(report.sections if report else ())
        self.tree.expandAll()
        self._mark_all_stale()

    def _mark_all_stale(self, _changes: object = None) -> None:
        self._stale.update(_TABS)
        self.foot.set_progress(progress(self._session.claims()))
        self._refresh()

    def _refresh(self) -> None:
        """Fill the list in front if it is out of date; the others wait until they are shown, but to be emptied."""
        if self._session.project is None:
            for tab in _TABS:
                self._fill(tab)
        elif self._tab in self._stale and self.isVisibleTo(self.window()):
            self._fill(self._tab)

    def _fill(self, tab: Tab) -> None:
        self._stale.discard(tab)
        session, language = self._session, settings.language()
        words = self.heads[tab].field.text().strip()
        if tab != "sections":
            self.lists[tab].words = words
        if tab == "sections":
            report = session.report
            findings = tuple(hit.finding for hit in self._hits() if hit.state != "dismissed")
            self.sections.set_counts(report.metrics if report else (), session.claims(), findings)
        elif tab == "claims":
            titles = {section.id: section.title for section in session.report.sections} if session.report else {}
            self.rows[tab].set_rows(claim_rows(session.claims(), self._query, titles, language))
        elif tab == "hits":
            text = session.report.text if session.report else ""
            self.rows[tab].set_rows(hit_rows(self._hits(), text, words, language))
        else:
            linked = Counter(link.evidence for claim in session.claims() for link in claim.evidence)
            self.rows[tab].set_rows(evidence_rows(self._evidence(), linked, words, language))
        self.notices[tab].say(self._notice(tab, words))
        self._follow(session.selection)

    def _notice(self, tab: Tab, words: str) -> str:
        """One sentence for an empty list: why it is empty, and what to press."""
        shown = self.sections.rowCount() if tab == "sections" else self.rows[tab].rowCount()
        if shown:
            return ""
        if self._session.project is None:
            return self.tr("No report is open. Press Ctrl+O to open one.")
        if words:
            nothing = {
                "sections": self.tr("No section contains “{words}”. Esc clears the filter."),
                "claims": self.tr("No claim contains “{words}”. Esc clears the filter."),
                "hits": self.tr("No check contains “{words}”. Esc clears the filter."),
                "evidence": self.tr("No evidence contains “{words}”. Esc clears the filter."),
            }
            return nothing[tab].format(words=words)
        if tab == "claims" and self._query.verdict:
            return self.tr("No claim has this verdict. Click the count again to see all.")
        empty = {
            "sections": self.tr("No headings were found in this report. The text can still be reviewed."),
            "claims": self.tr("No claims yet. Select words in the text and press M."),
            "hits": self.tr("The checks found nothing to ask about."),
            "evidence": self.tr("No evidence yet. Drop a file here, or press E on a claim."),
        }
        return empty[tab]

    def _follow(self, selection: Selection) -> None:
        if selection.subject == "section":
            self.tree.set_current(selection.id)
        self.lists["claims"].set_current(self._claim_of(selection), self._session.together)
        self.lists["hits"].set_current(selection.id if selection.subject == "hit" else "")
        self.lists["evidence"].set_current(selection.id if selection.subject == "evidence" else "")

    def _want_place(self, key: str) -> None:
        evidence = self._session.selection.subject == "evidence" and place_of(key) is None
        self.place_wanted.emit(not evidence)

    def _gather(self, claims: tuple[str, ...]) -> None:
        if len(claims) > 1 or self._session.together:
            self._session.gather(claims)

    def _claim_of(self, selection: Selection) -> str:
        if selection.subject == "claim":
            return selection.id
        claim = self._session.claim_of_metric(selection.id) if selection.subject == "metric" else None
        return claim.id if claim else ""

    def _enter(self, key: str) -> None:
        self.tree.set_current(key)

    def _filter(self, tab: Tab, words: str) -> None:
        if tab == "sections":
            self.sections.set_filter(words)
            self.tree.set_current(self.tree.current)
            self.notices[tab].say(self._notice(tab, words))
            return
        if tab == "claims":
            self._query = ClaimQuery(self._query.order, self._query.grouped, words, self._query.verdict)
        self._fill(tab)

    def _choose_tab(self, key: str) -> None:
        self.show_tab(next(tab for tab in _TABS if tab == key))

    def _leave_search(self) -> None:
        self.show_tab(self._tab)
        self._focus_list()

    def _next_order(self) -> None:
        self.set_order(_ORDERS[(_ORDERS.index(self._query.order) + 1) % len(_ORDERS)])

    def _focus_list(self) -> None:
        view = self.tree if self._tab == "sections" else self.lists[self._tab]
        view.setFocus(Qt.FocusReason.TabFocusReason)

    def _describe_heads(self) -> None:
        counted = {"metrics": self.tr("Figures"), "claims": self.tr("Claims"), "hits": self.tr("Checks")}
        orders = {"order": self.tr("In order"), "worth": self.tr("Worth checking"), "verdict": self.tr("By verdict")}
        self.heads["sections"].describe(
            self.tr("Filter sections"), counted[self.tree.counted], self.tr("Count something else"), self.tr("Done")
        )
        self.heads["claims"].describe(
            self.tr("Filter claims"), orders[self._query.order], self.tr("Sort in another order"), ""
        )
        self.heads["hits"].describe(self.tr("Filter checks"), "", "", "")
        self.heads["evidence"].describe(self.tr("Filter evidence"), "", "", "")

    def _hits(self) -> tuple[Hit, ...]:
        project = self._session.project
        return tuple(project.hits()) if project else ()

    def _evidence(self) -> tuple[Evidence, ...]:
        project = self._session.project
        return tuple(project.evidence()) if project else ()
