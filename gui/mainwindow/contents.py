"""The panes of an open report, made one after the other before the first one is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QStackedWidget

from core.model import Span
from gui.mainwindow.panes import focus_pane
from gui.views.inspector import Inspector
from gui.views.inspector.fields import LONGEST_WORDS
from gui.views.navigator import Navigator
from gui.views.recognised import RecognisedLine
from gui.views.text import Dropped, TextPane

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow
    from gui.views.data import DataPane
    from gui.views.ledgers import LedgerPane


class Contents(QObject):
    """Text, navigator, inspector and data, joined to the window's commands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.data: DataPane | None = None
        self.ledgers: LedgerPane | None = None

    def make(self) -> Iterator[None]:
        """Make the panes and join them; a rest after each, for the window's own events.

        Each is made inside of what will hold it: with a style sheet in force, Qt goes through all that is in a widget
        whenever that is given another parent.
        """
        window = self._window
        session, theme, docks = window.session, window.theme, window.panes.docks
        self.text = TextPane(session, theme, window.workspace)
        self.recognised = RecognisedLine(session, theme, window.workspace)
        yield
        self.left_pane = QStackedWidget(docks["navigator"])  # the navigator, or what takes its place for a time
        self.navigator = Navigator(session, theme, self.left_pane)
        self.left_pane.addWidget(self.navigator)
        window.panes.set_pane("navigator", self.left_pane)
        yield
        self.inspector = Inspector(session, theme, docks["inspector"], in_turns=True)
        for _ in self.inspector.making:
            yield
        yield
        window.panes.set_pane("inspector", self.inspector)
        self._join()
        yield
        self.load_data()

    def _join(self) -> None:
        window = self._window
        self.recognised.place_wanted.connect(self._show_doubt)
        self.text.selection_changed.connect(window.refresh_soon)
        self.text.mark_requested.connect(self._mark)
        self.text.tag_requested.connect(window.actions_table.action("tag").trigger)
        self.text.evidence_dropped.connect(self._drop)
        self.text.menu_opening.connect(self._add_commands)
        self.navigator.claims_menu_wanted.connect(window.many.ask)
        self.navigator.words_found.connect(self._show_words)
        self.navigator.place_wanted.connect(self._turn_to_place)
        self.navigator.section_menu_wanted.connect(window.headings.show_menu)
        self.navigator.evidence_dropped.connect(window.attaching.take_data)
        self.inspector.several_asked.connect(window.many.answer)
        self.inspector.several_menu_wanted.connect(window.many.ask)
        self.inspector.attach_requested.connect(window.attaching.ask)
        self.inspector.tag_requested.connect(lambda key: window.reviewing.ask_tags((key,)))
        self.inspector.link_requested.connect(window.reviewing.link_claim)
        self.inspector.change_requested.connect(window.record.change_evidence)
        self.inspector.place_requested.connect(self._place_again)
        self.inspector.too_long.connect(lambda: window.telling.too_long(LONGEST_WORDS))
        self.inspector.bearing_requested.connect(window.attaching.ask_bearing)
        self.inspector.dismiss_requested.connect(lambda _key: window.reviewing.dismiss())
        self.inspector.evidence_dropped.connect(self._drop)
        for signal, key in (
            (self.inspector.section_page.correct_pressed, "correct_heading"),
            (self.inspector.metric_page.correct_pressed, "correct_figure"),
            (self.inspector.metric_page.refuse_pressed, "refuse_figure"),
            (self.inspector.metric_page.restore_pressed, "restore_figure"),
        ):
            signal.connect(window.actions_table.action(key).trigger)
        self.inspector.left.connect(self.text.setFocus)

    def _show_doubt(self, span: Span) -> None:
        self.text.select_span(span)
        self.text.reveal(span)

    def _turn_to_place(self, in_text: bool) -> None:
        """A row of the navigator was clicked or Enter pressed on it: where the navigator has taken the place of the
        text, the text comes, or the inspector for what has no place in it.

        The arrow keys go through the rows and leave the navigator there.
        """
        panes = self._window.panes
        if panes.uncover():
            if not in_text:
                panes.toggle("inspector")
            focus_pane(self.text if in_text else self.inspector)

    def load_data(self) -> None:
        """Make the data pane, if it is not there yet."""
        if self.data is not None:
            return
        from gui.views.data import DataPane

        self.data = DataPane(self._window.session, self._window.theme, self._window.panes.docks["data"])
        self.data.verdict_chosen.connect(self.navigator.set_verdict_filter)
        self.data.table.view.menu_wanted.connect(self._window.figures.show_menu)
        self.data.table.file_wanted.connect(self._window.exporting.table)
        self._window.panes.set_pane("data", self.data)
        self._window.panes.changed.connect(self._turn_data)
        self._turn_data()

    def load_ledgers(self) -> LedgerPane:
        """Make the ledgers' pane, if it is not there yet."""
        if self.ledgers is None:
            from gui.views.ledgers import LedgerPane

            self.ledgers = LedgerPane(self._window.session, self._window.theme, self._window.panes.docks["ledgers"])
            self.ledgers.export_wanted.connect(self._window.exporting.ask_ledgers)
            self._window.panes.set_pane("ledgers", self.ledgers)
        return self.ledgers

    def write(self, field: str) -> None:
        """Give the keyboard to the rationale or the note of the selected claim."""
        if field == "rationale":
            self.inspector.focus_rationale()
        else:
            self.inspector.focus_note()

    def _turn_data(self) -> None:
        if self.data is not None:
            self.data.set_orientation("column" if self._window.panes.beside else "drawer")

    def _add_commands(self, menu: QMenu) -> None:
        """What can be done with a claim stands in the text's own menu as well."""
        table, placing = self._window.actions_table, self._window.placing
        placing.pointed = self.text.asked_at
        self._window.refresh()
        menu.destroyed.connect(self._forget_pointed)
        menu.addSeparator()
        menu.addMenu(table.menu("verdict"))
        for key in ("add_place", "remove_place", "place_again", "confirm_places"):
            if table.action(key).isEnabled():
                menu.addAction(table.action(key))
        for key in ("rationale", "note", "attach_evidence", "accept", "dismiss"):
            menu.addAction(table.action(key))
        if table.action("remove_claim").isEnabled():
            menu.addAction(table.action("remove_claim"))
        keys = ("correct_figure", "refuse_figure", "add_figure", "restore_figure", "add_heading")
        possible = [table.action(key) for key in keys if table.action(key).isEnabled()]
        if possible:
            menu.addSeparator()
            menu.addActions(possible)

    def _forget_pointed(self) -> None:
        self._window.placing.pointed = None
        self._window.refresh_soon()

    def _place_again(self, claim: str, place: int) -> None:
        self._window.session.select("claim", claim, reveal=False)
        if self._window.selected_words() is None:
            self._window.telling.select_first()
        else:
            self._window.placing.place_again(place)

    def _mark(self, span: Span) -> None:
        self.text.select_span(span)
        self._window.reviewing.mark()

    def _show_words(self, span: Span) -> None:
        """The words stand selected in sight; the keyboard stays in the list that led there."""
        self.text.select_span(span)
        self._window.session.reveal.emit(span)

    def _drop(self, claim: str, items: tuple[Dropped, ...]) -> None:
        self._window.attaching.take(claim or None, items)
