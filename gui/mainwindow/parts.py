"""What a window is made of, and the order in which it is loaded: the first picture needs none of it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.views import in_turns

if TYPE_CHECKING:
    from core.model import Span
    from gui.actions import ActionTable
    from gui.jobs import Jobs
    from gui.mainwindow.arriving import Arriving
    from gui.mainwindow.attaching import Attaching
    from gui.mainwindow.commands import WindowCommands
    from gui.mainwindow.correcting import Correcting
    from gui.mainwindow.dropping import Drops
    from gui.mainwindow.exporting import Exporting
    from gui.mainwindow.figures import Figures
    from gui.mainwindow.files import Files
    from gui.mainwindow.headings import Headings
    from gui.mainwindow.helping import Helping
    from gui.mainwindow.importing import Importing
    from gui.mainwindow.keeping import Keeping
    from gui.mainwindow.layouts import Layouts
    from gui.mainwindow.leaving import Leaving
    from gui.mainwindow.making import Making
    from gui.mainwindow.many import Many
    from gui.mainwindow.opening import Opener
    from gui.mainwindow.original import Originals
    from gui.mainwindow.panes import Panes
    from gui.mainwindow.placing import Placing
    from gui.mainwindow.record import Record
    from gui.mainwindow.reviewing import Reviewing
    from gui.mainwindow.saving import Saving
    from gui.mainwindow.telling import Telling
    from gui.mainwindow.touring import Tour
    from gui.mainwindow.travel import Travel
    from gui.mainwindow.triage import Triage
    from gui.mainwindow.underway import OpeningTold
    from gui.mainwindow.warming import Warming
    from gui.mainwindow.window import MainWindow
    from gui.session import Session
    from gui.views.banner import Band, BusyLine
    from gui.views.breadcrumb import Breadcrumb
    from gui.views.palette import Palette
    from gui.views.statusbar import StatusLine
    from gui.views.topbar import TopBar

#: What is loaded behind the first picture, one at a time, so that no event waits for more than one.
_AHEAD: Final = (
    "core.model", "core.text", "core.anchoring", "core.pairing", "core.project.rows", "core.project.carrying",
    "core.project.project",
    "core.project", "core.charts", "gui.session", "gui.dialogs.about", "gui.models.metrics", "gui.mainwindow.goto",
    "gui.mainwindow.commands", "gui.mainwindow.attaching", "gui.mainwindow.keeping", "gui.mainwindow.reviewing",
    "gui.mainwindow.record", "gui.mainwindow.correcting", "gui.mainwindow.exporting", "gui.views.topbar",
    "gui.mainwindow.headings", "gui.mainwindow.figures", "gui.mainwindow.importing", "gui.mainwindow.layouts",
    "gui.mainwindow.original", "gui.mainwindow.many", "gui.mainwindow.placing", "gui.mainwindow.triage",
    "gui.views.breadcrumb", "gui.views.statusbar", "gui.mainwindow.conditions", "gui.mainwindow.hints",
    "gui.mainwindow.warming",
)

#: What the first report, round and ledger need, loaded in the same way when the window is whole.
_BEHIND: Final = (
    "gui.views.highlights", "gui.views.previews", "gui.views.text.tables", "gui.views.text.paragraphs",
    "gui.views.text.layout", "gui.views.text.reading", "gui.views.text.marks", "gui.views.text.ink",
    "gui.views.text.strip", "gui.views.text.surface", "gui.views.text.reader", "gui.views.text.words",
    "gui.views.text.caret", "gui.views.text.tablewindow", "gui.views.text.pane", "gui.views.inspector.page",
    "gui.views.inspector.evidence", "gui.views.inspector.fields", "gui.views.inspector.links",
    "gui.views.inspector.places", "gui.views.inspector.reading", "gui.views.inspector.verdicts",
    "gui.views.inspector.metric", "gui.views.inspector.claim", "gui.views.inspector.look",
    "gui.views.inspector.inspector", "gui.models.sections", "gui.views.navigator.lists", "gui.views.navigator.tree",
    "gui.views.navigator.search", "gui.views.navigator.navigator", "gui.views.recognised", "gui.views.data.table",
    "gui.views.data.tablecard", "gui.views.data.charts", "gui.views.data.growth", "gui.views.data.targets",
    "gui.views.data.figures", "gui.views.data.shares", "gui.views.data.grades", "gui.views.data.pane",
    "gui.mainwindow.contents",
)

#: What the first round and the ledgers need, loaded when a report is there or nobody has come with one.
_LAST: Final = (
    "gui.views.triage", "core.ledgers", "core.export.ledgers", "gui.views.ledgers.table", "gui.views.ledgers",
)
_LAST_AFTER: Final = 1500

#: What does not wait for the window to be whole.
_HURRY: Final = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
})

_BUSY_AFTER: Final = 400


class Parts(QMainWindow):
    """A main window whose parts are made behind its first picture, or when one is first asked for.

    Signals:
        completed: everything is made; it comes once.
    """

    completed = Signal()

    theme: Theme
    session: Session
    jobs: Jobs
    menu_bar: QMenuBar
    top_bar: TopBar
    busy_line: BusyLine
    band: Band
    work_band: Band
    status_line: StatusLine
    breadcrumb: Breadcrumb
    workspace: QWidget
    workspace_column: QVBoxLayout
    panes: Panes
    palette_view: Palette
    telling: Telling
    under_way: OpeningTold
    opener: Opener
    exporting: Exporting
    saving: Saving
    leaving: Leaving
    attaching: Attaching
    travel: Travel
    reviewing: Reviewing
    many: Many
    record: Record
    placing: Placing
    correcting: Correcting
    headings: Headings
    figures: Figures
    files: Files
    importing: Importing
    original: Originals
    keeping: Keeping
    commands: WindowCommands
    triage: Triage
    layouts: Layouts
    help: Helping
    tour: Tour
    drops: Drops
    warming: Warming
    making: Making
    arriving: Arriving
    actions_table: ActionTable

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage: Literal["front", "making", "whole"] = "front"
        self.setAcceptDrops(True)
        self.completion: Iterator[None] | None = None  # its steps, while or after they are taken
        self._ahead: Iterator[int] | None = None
        self.loading_timer = QTimer(self)  # a call that waits in Qt's queue would keep a window that is deleted
        self.loading_timer.setSingleShot(True)
        self.loading_timer.timeout.connect(self._go_on)

    def complete(self) -> None:
        """Make everything behind the first picture, if that is still to be done."""
        raise NotImplementedError

    def step_on(self) -> bool:
        """Take the next step towards the whole window; False after the last."""
        raise NotImplementedError

    def loaded(self) -> None:
        """Everything is loaded that the first report, round and ledger need of the window."""
        raise NotImplementedError

    def waited(self) -> None:
        """Everything else is loaded as well."""
        raise NotImplementedError

    def selected_words(self) -> Span | None:
        """The words selected in the text."""
        raise NotImplementedError

    def make_parts(self) -> None:
        """Make every part; the window joins them."""
        from gui.jobs import Jobs
        from gui.mainwindow.arriving import Arriving
        from gui.mainwindow.attaching import Attaching
        from gui.mainwindow.commands import WindowCommands
        from gui.mainwindow.correcting import Correcting
        from gui.mainwindow.dropping import Drops
        from gui.mainwindow.exporting import Exporting
        from gui.mainwindow.figures import Figures
        from gui.mainwindow.files import Files
        from gui.mainwindow.headings import Headings
        from gui.mainwindow.helping import Helping
        from gui.mainwindow.importing import Importing
        from gui.mainwindow.keeping import Keeping
        from gui.mainwindow.layouts import Layouts
        from gui.mainwindow.leaving import Leaving
        from gui.mainwindow.making import Making
        from gui.mainwindow.many import Many
        from gui.mainwindow.opening import Opener
        from gui.mainwindow.original import Originals
        from gui.mainwindow.panes import Panes
        from gui.mainwindow.placing import Placing
        from gui.mainwindow.record import Record
        from gui.mainwindow.reviewing import Reviewing
        from gui.mainwindow.saving import Saving
        from gui.mainwindow.telling import Telling
        from gui.mainwindow.touring import Tour
        from gui.mainwindow.travel import Travel
        from gui.mainwindow.triage import Triage
        from gui.mainwindow.underway import OpeningTold
        from gui.mainwindow.warming import Warming
        from gui.session import Session
        from gui.views.banner import Band, BusyLine
        from gui.views.breadcrumb import Breadcrumb
        from gui.views.palette import Palette
        from gui.views.statusbar import StatusLine
        from gui.views.topbar import TopBar

        window = cast("MainWindow", self)
        self.jobs = Jobs(self)
        self.session = Session(self, self.jobs)
        self.menu_bar = QMenuBar(self)
        self.menu_bar.hide()
        self.top_bar = TopBar(self.theme, self)
        self.busy_line = BusyLine(self)
        self.band = Band(self.theme, self)
        self.work_band = Band(self.theme, self)
        self.status_line = StatusLine(self.theme, self)
        self.breadcrumb = Breadcrumb(self.session, self.theme, self)
        self.panes = Panes(self, self.theme)
        self.palette_view = Palette(self.theme, self)
        self.telling = Telling(self.band, self)
        self.under_way = OpeningTold(self.work_band, self)
        self.opener = Opener(self.jobs, self)
        self.exporting = Exporting(self.session, self.jobs, window, window.pending)
        self.saving = Saving(window)
        self.leaving = Leaving(window)
        self.attaching = Attaching(self.session, self.jobs, self.theme, window)
        self.travel = Travel(self.session, self)
        self.reviewing = Reviewing(self.session, self.theme, self, self.selected_words)
        self.many = Many(
            self.session, self.theme, window, self.attaching.ask_registered, self.reviewing.ask_tags,
            window.page_of_several, window.show_inspector,
        )
        self.record = Record(window)
        self.placing = Placing(self.session, self.reviewing.claim, self.selected_words, self)
        self.correcting = Correcting(window)
        self.headings = Headings(window)
        self.figures = Figures(window)
        self.files = Files(window)
        self.importing = Importing(window)
        self.original = Originals(window)
        self.keeping = Keeping(window)
        self.commands = WindowCommands(window)
        self.triage = Triage(window)
        self.layouts = Layouts(window)
        self.drops = Drops(window)
        self.warming = Warming(window)
        self.making = Making(window)
        self.arriving = Arriving(window)
        self.help = Helping(window)
        self.tour = Tour(window)
        self.refresh_timer = QTimer(self)
        self.refresh_timer.setSingleShot(True)
        self.busy_timer = QTimer(self)
        self.busy_timer.setSingleShot(True)
        self.busy_timer.setInterval(_BUSY_AFTER)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A part that is not there yet is made when it is asked for."""
            if name in Parts.__annotations__ and self.__dict__.get("stage") in ("front", "making"):
                self.complete()
                if name in self.__dict__:
                    return self.__dict__[name]
            raise AttributeError(name)

    def completes(self, event: QEvent) -> bool:
        """Make the rest when a key or a file comes before it is there; True if the window should look again."""
        if self.stage == "whole" or event.type() not in _HURRY:
            return False
        self.complete()
        return event.type() != QEvent.Type.ShortcutOverride  # its shortcut is looked for after this, and found

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if event.rect() == self.rect() and self.stage == "whole":
            in_turns.all_anew((self.workspace, *self.panes.docks.values()))
        if self.stage == "front" and self._ahead is None:
            self._ahead = self._loading()
            self.loading_timer.start(0)

    def _go_on(self) -> None:
        pause = next(self._ahead, None) if self._ahead is not None else None
        if pause is not None:
            self.loading_timer.start(pause)

    def _loading(self) -> Iterator[int]:
        """Load what the rest needs and make the rest, then load what the first report needs, then what comes later.
        Gives the milliseconds until the next turn; no turn holds the window up."""
        for name in _AHEAD:
            if self.stage != "front":
                break
            import_module(name)
            yield 0
        while self.stage != "whole" and self.step_on():
            yield 0
        for name in _BEHIND:  # a report that comes sooner loads the rest itself
            yield 0
            import_module(name)
        yield 0
        self.loaded()
        yield _LAST_AFTER
        for name in _LAST:
            import_module(name)
            yield 0
        self.warming.tell_version()
        yield 0
        self.waited()
