"""The right pane: one page for each kind of thing that can be selected, and what is dropped becomes evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from core.model import Evidence, Hit, ReviewClaim
from core.model.review import VERACITIES, HitState
from core.project import AnswerHit, Edit, RemoveClaim, RestoreClaim, SetVerdict, tag_name
from core.vocabulary import label
from gui import settings
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.controls import pane_sheet
from gui.views.inspector.blank import BlankPage
from gui.views.inspector.claim import ClaimPage
from gui.views.inspector.evidence import DropFrame, below
from gui.views.inspector.head import Head
from gui.views.inspector.hit import HitPage
from gui.views.inspector.item import EvidencePage
from gui.views.inspector.looking import Looking
from gui.views.inspector.many import ManyPage
from gui.views.inspector.metric import MetricPage
from gui.views.inspector.page import BUTTON, RULES, scroll_area
from gui.views.inspector.section import SectionPage
from gui.views.text.dropping import dropped

_STATES: Final[tuple[HitState, ...]] = ("new", "confirmed", "dismissed", "deferred")


class Inspector(QWidget):
    """The selected claim, figure, check hit or piece of evidence.

    Signals:
        several_asked(str), several_menu_wanted(tuple[str, ...], QPoint): something was asked for all of the claims that
            are selected at once, or the menu of what can be done with them, at this place of the screen.
        attach_requested(str), tag_requested(str), link_requested(str): open the dialog for the claim with this id.
        change_requested(): open the dialog for the piece of evidence that is selected.
        place_requested(str, int): put a place of the claim with this id, counted from 0, on the words selected.
        bearing_requested(str, str): ask how the evidence with the second id bears on the claim with the first.
        too_long(): more was to be pasted than a field holds.
        dismiss_requested(str): ask for the reason to dismiss the claim or check hit with this id; it is selected.
        evidence_dropped(str, tuple[Dropped, ...]): attach what was dropped to the claim with this id ("" to none).
        left(): the person is done with a field; the keyboard goes back to the text.
    """

    several_asked = Signal(str)
    several_menu_wanted = Signal(object, object)
    attach_requested = Signal(str)
    tag_requested = Signal(str)
    link_requested = Signal(str)
    change_requested = Signal()
    place_requested = Signal(str, int)
    bearing_requested = Signal(str, str)
    too_long = Signal()
    dismiss_requested = Signal(str)
    evidence_dropped = Signal(str, object)
    left = Signal()

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget | None = None, *, in_turns: bool = False
    ) -> None:
        """Whole at once, or with `in_turns` when all steps of `making` are taken."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._hit: Hit | None = None
        self.looking = Looking(session, theme, self)
        self._head = Head(theme, self)
        self.title, self.count = self._head.title, self._head.count
        self.previous, self.next, self.more = self._head.previous, self._head.next, self._head.more
        self.setStyleSheet(pane_sheet(RULES + BUTTON))
        self._pages = QStackedWidget(self)
        self._areas: dict[QWidget, QScrollArea] = {}
        self._frame = DropFrame(theme, self)
        self._whole = False
        self.making = self._make()
        for _ in () if in_turns else self.making:
            pass

    def _make(self) -> Iterator[None]:
        """Make the pages and join them; a rest after those that take long, for the window's own events."""
        session, theme = self._session, self._theme
        claim, many, metric, hit, evidence, section, blank = areas = [scroll_area(self._pages) for _ in range(7)]
        self.claim_page = ClaimPage(session, theme, claim.viewport())
        yield
        self.many_page = ManyPage(session, theme, many.viewport())
        yield
        self.metric_page = MetricPage(theme, metric.viewport())
        self.hit_page = HitPage(theme, hit.viewport())
        self.evidence_page = EvidencePage(theme, evidence.viewport())
        self.section_page = SectionPage(session, theme, section.viewport())
        self.blank_page = BlankPage(theme, blank.viewport())
        pages = (
            self.claim_page, self.many_page, self.metric_page, self.hit_page, self.evidence_page, self.section_page,
            self.blank_page,
        )
        yield
        self._areas = dict(zip(pages, areas, strict=True))
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._whole = True
        self.retranslate()

    def flush(self) -> bool:
        """Save what was typed and not yet saved; call it before the project is closed. False if that failed."""
        return self.claim_page.flush()

    def pending(self) -> tuple[Edit, ...]:
        """What was typed and could not be saved, as edits."""
        return self.claim_page.pending()

    def focus_rationale(self) -> None:
        """Put the caret into the rationale."""
        self._focus(self.claim_page.rationale.field)

    def focus_note(self) -> None:
        """Put the caret into the note."""
        self._focus(self.claim_page.note.field)

    def set_large(self, large: bool) -> None:
        """Make the verdict keys larger, for judging one by one, or as they were."""
        self.claim_page.verdicts.set_large(large)

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        self.setAccessibleName(self.tr("Inspector"))
        self.previous.describe(self.tr("Previous"), "K")
        self.next.describe(self.tr("Next"), "J")
        self.more.describe(self.tr("More"))
        self.claim_page.retranslate()
        self.many_page.retranslate()
        self.blank_page.show_lines([
            ("J  K", self.tr("Go to the next or the previous claim")),
            ("1–7", self.tr("Judge the selected claim")),
            ("M", self.tr("Mark the selected words as a claim")),
        ])
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(352, 724)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 160)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._whole:
            self.retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._session.together:
            self._session.select("claim", self._session.selection.id)
            return
        digit = event.key() - Qt.Key.Key_0
        claim = self._claim()
        if 0 <= digit <= len(VERACITIES) and claim is not None and not self._reason_locked():
            value = VERACITIES[digit - 1] if digit else None
            if self._session.together:
                self.many_page.judge(value)
            else:
                self._session.do(SetVerdict(claim.id, value))
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._offer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._offer(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._frame.hide()
        items = dropped(event.mimeData())
        if not items or self._reason_locked():
            return
        event.acceptProposedAction()
        claim = self._claim()
        self.evidence_dropped.emit(claim.id if claim else "", items)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.color("chrome"))

    def _build(self) -> None:
        for area in self._areas.values():
            self._pages.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._open)
        session.saving.connect(self._save_after)
        session.changed.connect(lambda _changes: self._refresh())
        session.selected.connect(self._select)
        session.gathered.connect(lambda _claims: self._select(session.selection))
        self._restyle_soon = QTimer(self)  # behind the picture in the other colours
        self._restyle_soon.setSingleShot(True)
        self._restyle_soon.timeout.connect(self._refresh)
        self._theme.changed.connect(self._restyle)
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.more.clicked.connect(self._open_menu)
        self.many_page.asked.connect(self.several_asked)
        for name in ("attach", "tag", "link", "place", "bearing"):
            getattr(self.claim_page, f"{name}_requested").connect(getattr(self, f"{name}_requested"))
        self.claim_page.too_long.connect(self.too_long)
        self.claim_page.dismiss_requested.connect(self._ask_reason)
        self.evidence_page.change_pressed.connect(self.change_requested)
        self.claim_page.left.connect(self.left)
        self.metric_page.claim_pressed.connect(self._show_claim_of_metric)
        self.hit_page.answered.connect(self._answer)
        self.hit_page.reason_wanted.connect(lambda: self._ask_reason(self._hit.id if self._hit else ""))
        self.hit_page.place_pressed.connect(session.reveal)
        self.evidence_page.open_pressed.connect(self.open_evidence)
        self.evidence_page.look_pressed.connect(self.look)
        self.claim_page.evidence.looked.connect(self.look)
        self.claim_page.evidence.entered.connect(self.open_evidence)
        self.looking.ready.connect(self._seen)
        for page in (self.evidence_page, self.section_page):
            page.claim_pressed.connect(lambda key: session.select("claim", key))
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.flush)

    def _open(self) -> None:
        self.looking.forget()
        self.claim_page.forget()
        self._refresh()

    def _save_after(self, saving: bool) -> None:
        """What was typed while a large file was being written is saved after it."""
        if not saving:
            self.flush()
            self._refresh()

    def _seen(self, evidence: str) -> None:
        """A look at a piece of evidence can be had: show it, where that piece is on the page."""
        selection = self._session.selection
        claim = self._claim()
        attached = claim is not None and any(link.evidence == evidence for link in claim.evidence)
        if attached or (selection.subject == "evidence" and selection.id == evidence):
            self._refresh()

    def _select(self, _selection: Selection) -> None:
        self.flush()
        self._refresh()
        area = self._pages.currentWidget()
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _refresh(self) -> None:
        """Show what is selected, as the project has it now."""
        selection, session = self._session.selection, self._session
        page: QWidget = self.blank_page
        title, count = "", ""
        match selection.subject:
            case "claim" if session.together:
                page, title = self.many_page, self.tr("{count} claims").format(count=len(session.together))
                count = self.tr("selected, of {count}").format(count=len(session.claims()))
                self.many_page.show_claims(self._reason_locked())
            case "claim":
                claim = session.claim(selection.id)
                if claim is not None:
                    page = self._show_claim(claim)
                    title = self.tr("Claim {number}").format(number=claim.number)
                    status = label("claim_status", claim.status, settings.language())
                    count = self.tr("of {count}").format(count=len(session.claims())) + f" · {status}"
                    if claim.dismissed is not None:
                        count = self.tr("dismissed: {reason}").format(reason=claim.dismissed)
            case "section":
                title = self.tr("Section")
                if self.section_page.show_section(selection.id, self._reason_locked()):
                    page = self.section_page
            case "metric":
                page, title = self._show_metric(selection.id)
            case "hit":
                page, title, count = self._show_hit(selection.id)
            case "evidence":
                page, title = self._show_evidence(selection.id)
        self.title.setText(title or self.tr("Nothing is selected"))
        locked = self._reason_locked()
        words = self.tr("read-only") if self._session.project and self._session.project.read_only else self.tr("signed")
        self.count.setText(f"{count} · {words}" if locked and count else count)
        self.count.setToolTip("\n".join(part for part in (count, locked) if part))
        stepping = selection.subject in ("claim", "metric", "hit") and not session.together
        self.previous.setVisible(stepping)
        self.next.setVisible(stepping)
        self.more.setVisible(selection.subject == "claim")
        self._open_page(page)

    def _open_page(self, page: QWidget) -> None:
        area = self._areas[page]
        if area.widget() is None:  # laid out when it is first wanted
            area.setWidget(page)
            page.setAutoFillBackground(False)  # setWidget turned it on: the style's own grey over our chrome
        self._pages.setCurrentWidget(area)
        # fields grow at once, their layout follows with the next events: rows painted in between lay over one another
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _show_claim(self, claim: ReviewClaim) -> QWidget:
        session, project = self._session, self._session.project
        if project is None:
            return self.blank_page
        register = {item.id: item for item in project.evidence()}
        attached = [
            (register[link.evidence], link.stance, self.looking.picture(register[link.evidence]))
            for link in claim.evidence if link.evidence in register
        ]
        hits = [hit for hit in project.hits() if any(claim.touches(span) for span in hit.finding.spans)]
        language = settings.language()
        names = {item.id: item.no for item in register.values()}
        names |= {tag.id: tag_name(tag, language) for tag in project.tags()}
        self.claim_page.show_claim(
            claim,
            [metric for key in claim.metrics if (metric := session.metric(key)) is not None],
            session.pairs_of(claim),
            project.tags(),
            attached,
            hits,
            session.history(claim.id),
            names,
            self._reason_locked(),
        )
        self.claim_page.show_ledger([entry for entry in project.ledger_entries() if entry.claim == claim.id])
        others = {key for link in claim.links for key in (link.claim, link.other)}
        linked = {key: other for key in others if (other := session.claim(key)) is not None}
        self.claim_page.show_links(claim, linked, locked=self._reason_locked() is not None)
        return self.claim_page

    def _show_metric(self, key: str) -> tuple[QWidget, str]:
        metric, report = self._session.metric(key), self._session.report
        if metric is None or report is None:
            return self.blank_page, ""
        section = self._session.section(metric.section or "")
        claim = self._session.claim_of_metric(key)
        self.metric_page.show_metric(metric, report, section, claim, self._reason_locked())
        return self.metric_page, self.tr("Figure")

    def _show_hit(self, key: str) -> tuple[QWidget, str, str]:
        project, report = self._session.project, self._session.report
        hits = project.hits() if project else ()
        self._hit = next((hit for hit in hits if hit.id == key), None)
        if self._hit is None or report is None:
            return self.blank_page, "", ""
        self.hit_page.show_hit(self._hit, report, self._reason_locked())
        number = next((place for place, hit in enumerate(hits, 1) if hit.id == key), 0)
        title = self.tr("Check {number}").format(number=number)
        return self.hit_page, title, self.tr("of {count}").format(count=len(hits))

    def _show_evidence(self, key: str) -> tuple[QWidget, str]:
        item = self._item(key)
        if item is None:
            return self.blank_page, ""
        claims = [
            (claim, link.stance) for claim in self._session.claims() for link in claim.evidence if link.evidence == key
        ]
        self.evidence_page.show_evidence(
            item, self.looking.picture(item), self.looking.words(item), claims, self._reason_locked()
        )
        return self.evidence_page, item.no

    def _open_menu(self) -> None:
        if self._session.together:
            self.several_menu_wanted.emit(self._session.together, below(self.more))
        else:
            self.menu().popup(below(self.more))

    def menu(self) -> QMenu:
        """What else can be done with the selected claim."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        claim = self._claim()
        if claim is None:
            return menu
        key, locked = claim.id, self._reason_locked()
        entries: list[tuple[str, Callable[[], object], bool]] = [
            (self.tr("Show in the text"), lambda: self._session.select("claim", key), True),
            (self.tr("Attach evidence…"), lambda: self.attach_requested.emit(key), not locked),
            (self.tr("Tags…"), lambda: self.tag_requested.emit(key), not locked),
            (self.tr("Link to another claim…"), lambda: self.link_requested.emit(key), not locked),
        ]
        if claim.dismissed is None:
            entries.append((self.tr("Dismiss with reason…"), lambda: self.dismiss_requested.emit(key), not locked))
        else:
            entries.append((self.tr("Take it in again"), lambda: self._session.do(RestoreClaim(key)), not locked))
        if claim.origin == "person":
            entries.append((self.tr("Remove the mark"), self._remove, not locked))
        for words, slot, enabled in entries:
            action = menu.addAction(words)
            action.setEnabled(enabled)
            action.triggered.connect(slot)
        return menu

    def _remove(self) -> None:
        if self._session.do(RemoveClaim(self._session.selection.id)):
            self._session.select("none")

    def look(self, key: str = "") -> None:
        """Show a piece of evidence large, the selected one by default."""
        item = self._item(key or self._session.selection.id)
        if item is not None:
            self.looking.look(item)

    def open_evidence(self, key: str = "") -> None:
        """Open the file or the address of a piece of evidence with the system's own program."""
        item = self._item(key or self._session.selection.id)
        if item is not None:
            self.looking.open(item)

    def _item(self, key: str) -> Evidence | None:
        project = self._session.project
        return next((item for item in (project.evidence() if project else ()) if item.id == key), None)

    def _claim(self) -> ReviewClaim | None:
        selection = self._session.selection
        return self._session.claim(selection.id) if selection.subject == "claim" else None

    def _show_claim_of_metric(self) -> None:
        claim = self._session.claim_of_metric(self._session.selection.id)
        if claim is not None:
            self._session.select("claim", claim.id)

    def _answer(self, state: str, reason: str) -> None:
        known = next((each for each in _STATES if each == state), None)
        if self._hit is not None and known is not None:
            self._session.do(AnswerHit(self._hit.id, known, reason))

    def _ask_reason(self, hit: str) -> None:
        self._session.select("hit", hit, reveal=False)
        self.dismiss_requested.emit(hit)

    def _step(self, by: int) -> None:
        """Go to the next or previous thing of the same kind."""
        selection, session = self._session.selection, self._session
        keys: list[str] = []
        match selection.subject:
            case "claim":
                keys = [claim.id for claim in session.claims() if claim.dismissed is None or claim.id == selection.id]
            case "metric":
                keys = [metric.id for metric in session.report.metrics] if session.report else []
            case "hit":
                keys = [hit.id for hit in session.project.hits()] if session.project else []
        if selection.id in keys:
            place = keys.index(selection.id) + by
            if 0 <= place < len(keys):
                session.select(selection.subject, keys[place])

    def _reason_locked(self) -> str | None:
        """Why nothing can be changed, or None."""
        reason = self._session.locked
        return reason.sentence(settings.language()) if reason else None

    def _focus(self, field: QWidget) -> None:
        if self._claim() is None:
            self._show_claim_of_metric()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._areas[self.claim_page].ensureWidgetVisible(field)

    def _offer(self, event: QDropEvent) -> None:
        if self._session.project is None or self._reason_locked() or not dropped(event.mimeData()):
            event.ignore()
            return
        event.acceptProposedAction()
        claim = self._claim()
        words = self.tr("Attach to claim {number} as evidence").format(number=claim.number) if claim else ""
        self._frame.offer(words or self.tr("Keep as evidence without a claim"))

    def _restyle(self) -> None:
        self._restyle_soon.start(0)
        self.update()
