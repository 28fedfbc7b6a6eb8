"""Charts and table of the report: a drawer under the text, or a column beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from core.charts.figures import below
from core.messages import PolicyReviewError
from core.project import Changes, MovePin, PinChart, UnpinChart
from gui import settings
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.controls import SegmentedControl, pane_sheet
from gui.views.data import charts, pictures
from gui.views.data.card import ChartCard, Hairline
from gui.views.data.charts import ChartKey
from gui.views.data.drawing import Mark
from gui.views.data.drawn import DrawnCharts
from gui.views.data.pages import PAGES, Page, page_segments
from gui.views.data.tablecard import TableCard
from gui.views.laying import laid_out_once
from gui.views.linking import about

Orientation = Literal["drawer", "column"]
_SEGMENT: Final = 26
_LEAST_CARD: Final = 140
_LEAST_TABLE: Final = 260
_LEAST_PAIR: Final = 560  # narrower than this, a drawer shows one chart of its two


class DataPane(QWidget):
    """Two charts and the table; a chart's bars, the table's rows and the text are one selection.

    Signals:
        verdict_chosen(str): a verdict in the chart of verdicts was clicked: list its claims (`not_judged` too).
    """

    verdict_chosen = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._orientation: Orientation = "drawer"
        self._arranged_narrow = False  # Qt's first resize comes from a size that was never arranged for
        self._page: Page = "growth"
        self._by_section = True
        self._section = ""
        self._front = 0
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
        self.setStyleSheet(pane_sheet())
        self.switch = SegmentedControl(theme, self, height=26)
        self.cards = (ChartCard(theme, self), ChartCard(theme, self))
        self.table = TableCard(session, theme, self)
        self.charts = DrawnCharts(session, theme, self.cards, self._wanted, self)
        self._lines = (Hairline(self), Hairline(self))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setSpacing(14)
        self._build()
        self._connect()
        self.retranslate()
        self._restyle()

    @property
    def orientation(self) -> Orientation:
        """`drawer` under the text or `column` beside it."""
        return self._orientation

    @property
    def page(self) -> Page:
        """What is in front."""
        return self._page

    @property
    def by_section(self) -> bool:
        """Whether charts are narrowed to the section that is read."""
        return self._by_section

    @property
    def shown_cards(self) -> tuple[ChartCard, ...]:
        """The charts that are in sight: both, one of them where a drawer is narrow, none behind the table."""
        if self._page == "table":
            return ()
        return (self.cards[self._front],) if self._narrow() else self.cards

    def show_chart(self, place: int) -> None:
        """Bring the first or the second chart of the page to the front, where only one has room."""
        self._front = place
        self._arrange()
        self.charts.draw_others()

    def prepare(self) -> None:
        """Make what carries the charts before the first one is shown; the carrier has to be ready."""
        self.charts.prepare()

    def set_orientation(self, orientation: Orientation) -> None:
        """Arrange the pane for its place; a drawer starts with the section that is read, a column with the whole."""
        if orientation == self._orientation:
            return
        self._orientation = orientation
        self._by_section = orientation == "drawer"
        if orientation == "column" and self._page == "table":
            self._page = "growth"
        self._draw_soon(again=False)
        self._arrange()

    def offers(self, page: str) -> bool:
        """Whether a page can be chosen where the pane stands: in a column the table has a place of its own."""
        return page != "table" or self._orientation == "drawer"

    def show_page(self, page: Page) -> None:
        """Bring growth and targets, rates and amounts, the review, or the table to the front."""
        if page == "table" and self._orientation == "column":
            self.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._page = page
        self._front = 0
        self._arrange()
        self.charts.draw_others()

    def set_by_section(self, by_section: bool) -> None:
        """Narrow the charts to the section that is read, or show the whole report."""
        if by_section != self._by_section:
            self._by_section = by_section
            self.charts.draw_others()

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        self.setAccessibleName(self.tr("Charts and figures"))
        self.switch.setAccessibleName(self.tr("Kind of chart"))
        self.table.retranslate()
        self._arrange()
        self._name()
        self._stale = True
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(660, 226) if self._orientation == "drawer" else QSize(520, 1004)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 160)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow() != self._arranged_narrow:
            self._draw_soon(again=False)
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if any(card.view is not None and not card.view.shows for card in self.cards):
            self._draw_soon()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("paper"))
        if self._stale:  # asked for behind the picture in which the text comes, and only if the pane is in it
            self._soon.start(0)

    def _build(self) -> None:
        for card in self.cards:
            card.scope_pressed.connect(lambda: self.set_by_section(not self._by_section))
        self.cards[0].head.other.clicked.connect(lambda: self.show_chart(1))
        self.cards[1].head.other.clicked.connect(lambda: self.show_chart(0))
        self.cards[0].pin_pressed.connect(lambda: self._pin(0))
        self.cards[1].pin_pressed.connect(lambda: self._pin(1))
        self.cards[0].picture_wanted.connect(lambda wish: self._take(0, wish))
        self.cards[1].picture_wanted.connect(lambda wish: self._take(1, wish))
        self.table.chosen.connect(lambda key, reveal: self._session.select("metric", key, reveal=reveal))
        for widget in (self.cards[0], self._lines[0], self.cards[1], self._lines[1], self.table):
            self._layout.addWidget(widget)

    def _connect(self) -> None:
        self._session.opened.connect(self._open)
        self._session.report_replaced.connect(self._open)
        self._session.changed.connect(self._change)
        self._session.selected.connect(self._follow)
        self._session.hovered.connect(self._light)
        self.table.view.hovering.connect(lambda key: self._session.hover("metric" if key else "none", key))
        self._session.section_entered.connect(self._enter)
        self._theme.changed.connect(self._restyle)
        self.charts.begun.connect(self._name)
        self.charts.done.connect(self._stand)
        self.charts.chosen.connect(self._jump)
        self.charts.hovering.connect(self._tell_hovering)
        self.switch.chosen.connect(lambda key: self.show_page(next(page for page in PAGES if page == key)))

    def _arrange(self) -> None:
        """Place what is shown for the orientation and the page: at once, not with each card that comes or goes."""
        with laid_out_once(self._layout):
            self._place()

    def _place(self) -> None:
        self._arranged_narrow = self._narrow()
        column = self._orientation == "column"
        pages = page_segments(with_table=not column)
        self.switch.set_segments(pages)
        self.switch.set_current(self._page)
        self.switch.setFixedWidth(_SEGMENT * len(pages))
        with_charts = self._page != "table"
        shown = self.shown_cards
        for card in self.cards:
            card.setVisible(card in shown)
        self._show_scopes()
        self._lines[0].setVisible(len(shown) == 2)
        self._lines[1].setVisible(column)
        self.table.setVisible(column or not with_charts)
        self._layout.setDirection(
            QBoxLayout.Direction.TopToBottom if column else QBoxLayout.Direction.LeftToRight
        )
        self._layout.setContentsMargins(20, 10, 20, 6)
        for line in self._lines:
            line.turn(upright=not column)
        self._layout.setSpacing(8 if column else 14)
        self._layout.setStretch(4, 1 if column else 2)
        for place, card in enumerate(self.cards):
            self._layout.setStretch(place * 2, 3 if column else 1)
            card.setMinimumHeight(_LEAST_CARD if column else 0)
        self.table.setMinimumHeight(_LEAST_TABLE if column else 0)
        self._limit_cards()
        head = self.table.head if not with_charts else shown[0 if column else -1].head
        head.row.addWidget(self.switch)

    def _narrow(self) -> bool:
        return self._orientation == "drawer" and self.width() < _LEAST_PAIR

    def _open(self) -> None:
        self._section = ""
        self._stale = True
        if self._session.report is None:
            self.charts.forget()
            self.table.refresh()  # out of sight, too: of a report that was closed nothing is kept
        self.update()

    def _change(self, changes: Changes) -> None:
        """Most edits touch verdicts alone: then the charts of the review and the table's signs are made again."""
        if self._page in ("review", "evidence") or changes.figures or not self.isVisible():
            self._stale = True
            self._refresh()
        else:
            self.table.refresh()
            self._show_pins()

    def _refresh(self) -> None:
        """Ask again for what is shown, at once."""
        self._fill()
        if self.charts.under_way:
            self.charts.draw()

    def _fill(self) -> None:
        """Ask again for what is shown, the charts in a turn of their own; a hidden pane waits."""
        if self._stale and self.isVisible():
            self._stale = False
            self.table.refresh()
            self._draw_soon()

    def _enter(self, key: str) -> None:
        if key == self._section:
            return
        self._section = key
        if self._by_section and self._narrows():
            self._draw_soon()
        elif self.isVisible():
            self._mark()

    def _narrows(self) -> bool:
        """Whether the section that is read makes a difference to the page in front."""
        return any(key in charts.BY_SECTION for key in PAGES[self._page] or ())

    def _wanted(self) -> tuple[tuple[ChartKey, ...], str | None]:
        """The charts of the page in front, and the section that is read where it narrows them."""
        keys = PAGES[self._page] if self.isVisible() else None
        return keys or (), (self._section or None) if self._by_section else None

    def _draw_soon(self, *, again: bool = True) -> None:
        if self.isVisible() and not self._stale:  # else all that is shown will be asked for anyway
            self.charts.draw_soon(again=again)

    def _stand(self) -> None:
        """All charts are there."""
        self._limit_cards()
        self._mark()

    def _name(self) -> None:
        """Say what the charts in front are, whether they are drawn yet or not."""
        keys = PAGES[self._page] or ()
        for card, key, behind in zip(self.cards, keys, reversed(keys), strict=False):
            self._describe(card, key)
            card.head.set_other(charts.title(behind) if self._narrow() else "")

    def _limit_cards(self) -> None:
        """In a column no chart is higher than it needs: the table takes what is left."""
        for card in self.cards:
            card.setMaximumHeight(card.needed() if self._orientation == "column" else 16_777_215)

    def _show_scopes(self) -> None:
        """One scope holds for both charts: side by side only the first says it, and the other has room for its name."""
        said = False
        for card, key in zip(self.cards, PAGES[self._page] or (), strict=False):
            scoped = key in charts.BY_SECTION and card in self.shown_cards
            card.scope.setVisible(scoped and not (said and self._orientation == "drawer"))
            said = said or scoped

    def _describe(self, card: ChartCard, key: ChartKey) -> None:
        scope = self.tr("Section") if self._by_section else self.tr("Report")
        other = self.tr("Show the whole report") if self._by_section else self.tr("Follow the section that is read")
        card.say_scope(scope, other)
        actions = [
            ("copy", self.tr("Copy the picture")), ("png", self.tr("Save as PNG…")), ("svg", self.tr("Save as SVG…")),
            ("table", self.tr("Show the table")),
        ]
        project = self._session.project
        pins = project.pins() if project else ()
        if key in pins[1:]:
            actions.append(("earlier", self.tr("Earlier in the document")))
        if key in pins[:-1]:
            actions.append(("later", self.tr("Later in the document")))
        card.set_menu(actions, self.tr("Picture and table"))
        number = pins.index(key) + 1 if key in pins else 0
        words = self.tr("Put this chart into the review document")
        if number:
            words = self.tr("Chart {number} of the review document. Take it out").format(number=number)
        card.show_pin(bool(number), words, enabled=project is not None and self._session.locked is None)
        card.head.say(charts.title(key), "")
        card.area.setAccessibleName(charts.title(key))

    def _show_pins(self) -> None:
        for card, key in zip(self.cards, PAGES[self._page] or (), strict=False):
            words, sub = card.head.accessibleName(), card.head.toolTip()
            self._describe(card, key)
            card.head.say(words.removesuffix(f", {sub}") if sub else words, sub)

    def _pin(self, place: int) -> None:
        """Put a chart into the review document, or take it out."""
        keys, project = PAGES[self._page], self._session.project
        if keys is not None and project is not None:
            key = keys[place]
            self._session.do(UnpinChart(key) if key in project.pins() else PinChart(key))

    def _follow(self, _selection: Selection) -> None:
        if self.isVisible():
            self._mark()

    def _mark(self) -> None:
        """Mark what is selected in charts and table."""
        session = self._session
        ids, metrics = about(session, session.selection)
        report = session.report
        linked: frozenset[str] | None = None  # all of them, where only the section that is read is drawn
        if report and not self._by_section:
            linked = below(report.sections, self._section) if self._section else frozenset()
        for card in self.cards:
            card.mark(ids, linked)
        self.table.view.set_current(metrics)

    def _light(self, hovering: Selection) -> None:
        """Light up what the pointer rests on in another pane, or in another chart."""
        if not self.isVisible():
            return
        ids, metrics = about(self._session, hovering)
        for card in self.cards:
            card.light(ids)
        self.table.view.set_lit(metrics)

    def _tell_hovering(self, mark: Mark | None) -> None:
        if mark is not None and mark.subject in ("metric", "claim", "section"):
            self._session.hover(mark.subject, mark.id)
        else:
            self._session.hover()

    def _jump(self, mark: Mark, reveal: bool) -> None:
        """Select what a chart's row is about; Enter and clicks also bring its words into sight."""
        match mark.subject:
            case "metric" | "section" | "claim":
                self._session.select(mark.subject, mark.id, reveal=reveal)
            case "verdict":
                if reveal:
                    self.verdict_chosen.emit(mark.id)
            case "none":
                if reveal and mark.span is not None:
                    self._session.reveal.emit(mark.span)

    def _take(self, place: int, wish: str) -> None:
        keys, view = PAGES[self._page], self.cards[place].view
        if wish == "table":
            self.show_page("table")
        elif keys is None or view is None:
            return
        elif wish in ("earlier", "later"):
            self._session.do(MovePin(keys[place], -1 if wish == "earlier" else 1))
        elif wish == "copy":
            QGuiApplication.clipboard().setImage(view.image(pictures.WIDTH))
        else:
            self._save(keys[place], wish, place)

    def _save(self, key: ChartKey, form: str, place: int) -> None:
        folder = Path(settings.last_folder())
        name = str(folder / f"{charts.title(key)}.{form}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the chart"), name, f"*.{form}")
        if chosen:
            self.save_chart(place, Path(chosen))

    def save_chart(self, place: int, path: Path) -> bool:
        """Write the chart at the left or top (0) or the other one (1) as PNG or SVG, by the path's suffix.

        False if it could not be written; the session's `failed` has said why.
        """
        keys, view = PAGES[self._page], self.cards[place].view
        chart = self.charts.chart(keys[place]) if keys else None
        if chart is None or view is None:
            return False
        try:
            pictures.write(chart, view, path, settings.language())
        except OSError:
            self._session.failed.emit(PolicyReviewError("picture-not-saved", name=path.name))
            return False
        settings.set_last_folder(path.parent)
        return True

    def _restyle(self) -> None:
        for line in self._lines:
            line.setStyleSheet(f"background: {self._theme.hex('border')};")
        for card in self.cards:
            if card.view is not None:
                card.view.repaint_drawing()
        self.update()
