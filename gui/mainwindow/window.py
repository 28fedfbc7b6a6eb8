"""The window: places the panes, joins them to the session, and tells what is going on.

It is made in two steps. What its first picture needs, the Welcome page, is made at once; all the rest when that picture
is on the screen, or when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionEvent, QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from core.messages import PolicyReviewError
from gui import settings
from gui.mainwindow.front import fill_welcome, join_welcome
from gui.mainwindow.parts import Parts
from gui.theme import Theme
from gui.views import in_turns
from gui.views.welcome import Welcome

if TYPE_CHECKING:
    from core.model import Span
    from core.project import Edit
    from gui.actions import Handler
    from gui.mainwindow.contents import Contents
    from gui.mainwindow.hints import Mode
    from gui.views.inspector.many import ManyPage
    from gui.views.text import TextPane

MINIMUM: Final = QSize(960, 600)
DESIGNED: Final = QSize(1280, 800)
#: What the system's own frame takes; a screen of 1920 pixels at 200 % has less than the least size leaves.
_FRAME: Final = QSize(0, 40)
_WINDOW: Final = "main"
#: What parts of the window answer where no pane did. Asked here, since a filter would be called for every event.
_TAKEN: Final = frozenset({
    QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop, QEvent.Type.KeyPress,
})


class MainWindow(Parts):
    """One window on one project.

    Signals:
        language_chosen: the user chose another language; whoever owns the translators changes them.
        another_wanted: the user wants another window.
        apart_wanted(list[Path]): the user wants each of these files in a window of its own.
        ready: the panes of a project just opened are filled.
        rested: the project was closed and none comes after it.
    """

    language_chosen = Signal()
    another_wanted = Signal()
    apart_wanted = Signal(object)
    ready = Signal()
    rested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._contents: Contents | None = None
        self._alt_alone = False
        self._stepping = False
        self.setMinimumSize(MINIMUM.boundedTo(self.screen().availableSize() - _FRAME))
        self.pages = QStackedWidget(self)
        self.welcome = Welcome(theme, self.pages)
        self.pages.addWidget(self.welcome)
        self.setCentralWidget(self.pages)
        self.setWindowTitle(self.tr("Policy Review"))
        fill_welcome(self.welcome)
        join_welcome(self)
        self._restore_place()

    def complete(self) -> None:
        """Make everything behind the first picture, if that is still to be done."""
        while self.step_on():
            pass

    def step_on(self) -> bool:
        """Take the next step towards the whole window; False after the last, and while one is being taken."""
        if self.completion is None:
            self.completion = self._completion()
        if self._stepping:
            return False
        self._stepping = True
        try:
            return next(self.completion, self) is None
        finally:
            self._stepping = False

    def _completion(self) -> Iterator[None]:
        self.stage = "making"
        self.setDockNestingEnabled(True)
        self.setWindowIcon(self.theme.icon("app", size=64))
        self.make_parts()
        yield
        self._make_actions()
        yield
        self._place_parts()
        self._connect()
        yield
        self.retranslate()
        self._opened()
        self.stage = "whole"
        self.completed.emit()

    def loaded(self) -> None:
        """Load what lies behind the window, and make the panes."""
        self.warming.begin()
        self.making.begin()

    def waited(self) -> None:
        """Make the ledgers too, unless somebody has come meanwhile and works in the window."""
        if self.making.ready and self.session.project is None:
            self.making.made.load_ledgers()

    # What others ask

    @property
    def text(self) -> TextPane | None:
        """The text pane, once a report was opened."""
        return self._contents.text if self._contents else None

    @property
    def contents(self) -> Contents | None:
        """The panes, once a report was opened."""
        return self._contents

    def selected_words(self) -> Span | None:
        """The words selected in the text."""
        return self.text.selected_span() if self.text is not None and self.session.project is not None else None

    def open_file(self, path: Path) -> None:
        """Open a report or a project."""
        self.opener.open(path)

    def pending(self) -> tuple[Edit, ...]:
        """What was typed and could not be saved."""
        return self._contents.inspector.pending() if self._contents is not None else ()

    def leave(self) -> bool:
        """Save what was typed and not yet saved, and note how far the review has come. False if it was not saved."""
        from gui.dialogs.drafts import Draft

        saved = self._contents is None or self._contents.inspector.flush()
        for draft in self.findChildren(Draft):
            draft.keep_now()
        self.files.keep_progress()
        return saved

    # Making

    def _make_actions(self) -> None:
        from gui.actions import ActionTable

        self.actions_table = ActionTable(self._handlers(), self.theme, self)
        self.actions_table.fill_bar(self.menu_bar)
        for button, key in (
            (self.top_bar.navigator_button, "toggle_navigator"), (self.top_bar.undo_button, "undo"),
            (self.top_bar.redo_button, "redo"), (self.top_bar.export_button, "export_pdf"),
            (self.top_bar.field, "palette"),
        ):
            button.clicked.connect(self.actions_table.action(key).trigger)
        self.top_bar.menu_button.clicked.connect(self._popup_menu)
        self.top_bar.theme_button.clicked.connect(self.commands.switch_theme)
        self.top_bar.state_clicked.connect(self.saving.explain)

    def _handlers(self) -> Mapping[str, Handler]:
        own: dict[str, Handler] = {
            "undo": partial(self._step, self.session.undo), "redo": partial(self._step, self.session.redo),
            "saved": self.saving.explain, "rationale": partial(self._write, "rationale"),
            "note": partial(self._write, "note"), "attach_evidence": self._attach, "paste_evidence": self._paste,
        }
        parts = (
            self.files, self.importing, self.keeping, self.commands, self.correcting, self.headings, self.figures,
            self.placing, self.reviewing, self.record, self.original, self.layouts, self.help, self.tour,
        )
        table = own | {key: handler for part in parts for key, handler in part.handlers().items()}
        return self.triage.over(self.many.over(table))

    def _place_parts(self) -> None:
        from gui.views.banner import Head

        self.setMenuWidget(Head([self.menu_bar, self.top_bar, self.busy_line, self.work_band, self.band], self))
        self.setStatusBar(self.status_line)
        self.workspace = QWidget(self)
        self.workspace.setObjectName("workspace")
        self.workspace_column = QVBoxLayout(self.workspace)
        self.workspace_column.setContentsMargins(0, 0, 0, 0)
        self.workspace_column.setSpacing(0)
        self.workspace_column.addWidget(self.breadcrumb)
        self.pages.addWidget(self.workspace)

    def _connect(self) -> None:
        self.refresh_timer.timeout.connect(self.refresh)
        self.session.opened.connect(self._opened)
        self.session.selected.connect(self.refresh_soon)
        self.session.gathered.connect(self.refresh_soon)
        self.panes.changed.connect(self.refresh_soon)
        self.panes.keyboard_left.connect(self._take_keyboard)
        self.travel.changed.connect(self.refresh_soon)
        self.breadcrumb.layer_switched.connect(self._switch_layers)
        self.opener.before_reading = self.warming.join
        self.opener.began.connect(self.under_way.follow_file)
        self.opener.opened.connect(self.arriving.take)
        self.opener.moved.connect(self.telling.moved)
        self.opener.found.connect(self.files.offer_found)
        for part in (self.opener, self.exporting):
            part.failed.connect(self.telling.error)
            part.broke.connect(self.telling.fault)
        self.exporting.written.connect(self.telling.written)
        self.exporting.copied.connect(lambda path: self.telling.copied(path, partial(self.opener.open_project, path)))
        self.exporting.kept.connect(self.leaving.keep)
        self.exporting.about_to_read.connect(self.leave)
        self.jobs.progressed.connect(self.busy_line.show_share)
        self.jobs.busy.connect(self._busy)
        self.session.saving.connect(self.refresh_soon)
        self.busy_timer.timeout.connect(self.busy_line.show)
        self.files.connect_menus()
        QGuiApplication.clipboard().dataChanged.connect(self.refresh_soon)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.refresh_soon)

    # Showing

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.panes.set_titles(
            {"navigator": self.tr("Navigator"), "data": self.tr("Data"), "inspector": self.tr("Inspector"),
             "ledgers": self.tr("Ledgers")}
        )
        # filled when it was made, and again when it comes back; a key may be on its way to one of its rows
        if self.stage == "whole" and self.pages.currentWidget() is self.welcome:
            fill_welcome(self.welcome)
        self.top_bar.navigator_button.describe(self.tr("Navigator"), "F9")
        self.actions_table.retranslate()
        if self.stage == "whole":
            self.tour.show()
            self.triage.retranslate()
        self.refresh_soon()

    def refresh_soon(self, *_: object) -> None:
        """Bring actions, title and hints up to date when the event under way is done."""
        if not self.arriving.filling:
            self.refresh_timer.start(0)

    def refresh(self) -> None:
        """Bring actions, title and hints up to date."""
        from gui.mainwindow.conditions import available_now, steps_now
        from gui.mainwindow.hints import CALLED_OFF_BY_ESC, facts, key_hints

        table = self.actions_table
        try:
            available, steps = available_now(self), steps_now(self)
        except PolicyReviewError as error:  # the disk is gone: what is on the screen stays, and a copy may be saved
            available, steps, self.saving.error = {"project"}, {}, self.saving.error or error
        table.refresh(available, self.commands.checked(), steps)
        for button, key in ((self.top_bar.undo_button, "undo"), (self.top_bar.redo_button, "redo")):
            button.setEnabled(table.action(key).isEnabled())
            button.setToolTip(table.action(key).toolTip())
            button.setAccessibleName(table.action(key).text())
        self.top_bar.export_button.follow(table.action("export_pdf"))
        self.commands.describe_field()
        self._show_document()
        self.status_line.setVisible(self.session.project is not None and settings.flag("status_line", True))
        at_work = any(job.name in CALLED_OFF_BY_ESC for job in self.jobs.running)
        mode: Mode = "ended" if self.triage.ended else "triage" if self.triage.on else ""
        hints = key_hints(self.session, self.selected_words(), QApplication.focusWidget(), at_work=at_work, mode=mode)
        self.status_line.show_hints(hints, facts(self.session))

    def _show_document(self) -> None:
        project, report = self.session.project, self.session.report
        if project is None or report is None:
            self.setWindowTitle(self.tr("Policy Review"))
            self.top_bar.document.show_document("", "none")
            return
        title = project.particulars().title or report.source.name
        self.setWindowTitle(self.tr("{title} · Policy Review").format(title=title))
        state, reason = self.saving.state(project)
        self.top_bar.document.show_document(title, state, reason, str(project.path))

    # What happens

    def _opened(self) -> None:
        project = self.session.project
        if project is None and self.arriving.expected:
            return  # the panes stand where they are for the one that comes
        if project is None:
            self.band.dismiss()
            self.panes.hide_all()
            self.pages.setCurrentWidget(self.welcome)
            if self.stage == "whole":
                fill_welcome(self.welcome)
                self.warming.tell_version()
        else:
            self.arriving.opened()
            if project.read_only_reason is not None:
                self.saving.explain()
            else:
                self.record.tell_other_reviewer()
        self.top_bar.setVisible(project is not None)
        if project is None:
            self.refresh()
            self.rested.emit()

    def _take_keyboard(self) -> None:
        """The pane with the keyboard was put away: keys go on in the text, not in the first button of the top bar."""
        if self.text is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out(self) -> None:
        """Bring the panes in sight."""
        if self._contents is None:
            self._contents = self.making.made
            self.workspace_column.addWidget(self._contents.recognised)
            self.workspace_column.addWidget(self.original.middle(self._contents.text), 1)
            self.layouts.begin()
        self.panes.show_all()
        self.pages.setCurrentWidget(self.workspace)

    def fill(self) -> None:
        """Fill what the text does not wait for, and the commands after that."""
        if self._contents is not None and self.session.project is not None:
            self._contents.load_data()
            self.layouts.opened()
            self.files.remember(self.session.project)
            self._contents.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refresh_soon()
            self.ready.emit()

    def _busy(self, busy: bool) -> None:
        if busy:
            self.busy_line.show_share(0.02)
            self.busy_timer.start()
        else:
            self.busy_timer.stop()
            self.busy_line.hide()
        self.refresh_soon()

    def _switch_layers(self, _layer: str, _on: bool) -> None:
        chips = self.breadcrumb.chips
        if self.text is not None:
            self.text.set_layers(chips["metrics"].isChecked(), chips["claims"].isChecked(), chips["hits"].isChecked())
        self.refresh_soon()

    def _follow_system(self) -> None:
        self.theme.use(settings.theme_name())

    def _write(self, field: str) -> None:
        if self._contents is not None:
            self.show_inspector()
            self._contents.write(field)

    def show_inspector(self) -> None:
        """Bring the inspector into sight."""
        self.panes.docks["inspector"].show()

    def page_of_several(self) -> ManyPage:
        """The inspector's page of several claims; only where a report is open."""
        assert self._contents is not None
        return self._contents.inspector.many_page

    def _attach(self) -> None:
        claim = self.reviewing.claim()
        if claim is not None:
            self.attaching.ask(claim.id)

    def _paste(self) -> None:
        claim = self.reviewing.claim()
        if claim is not None:
            self.attaching.paste(claim.id)

    def _step(self, take: Callable[[], bool]) -> None:
        """Undo or redo; what is being typed is a step of its own first."""
        if self._contents is not None:
            self._contents.inspector.flush()
        take()

    def _popup_menu(self) -> None:
        button = self.top_bar.menu_button
        self.actions_table.popup().popup(button.mapToGlobal(button.rect().bottomLeft()))

    # Events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.stage == "whole":
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.stage != "whole":
            return
        self.top_bar.suit_width()
        if self.session.project is not None:
            self.panes.follow_width()
        if self.palette_view.isVisible():
            self.palette_view.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
        else:
            self._alt_alone = event.key() == Qt.Key.Key_Alt
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alt_alone:
            self.menu_bar.setVisible(not self.menu_bar.isVisible())
        self._alt_alone = False
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QActionEvent):  # some hundred with each step, and to ask each for its type takes longer
            return super().event(event)
        if self.completes(event):
            return QApplication.sendEvent(self, event)
        kind = event.type()
        if kind in _TAKEN and self.stage == "whole" and (self.drops.takes(event) or self.importing.takes(event)):
            return True
        # a shortcut with Alt is asked for here and then taken, so no key press would tell that Alt was not alone
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._alt_alone = self._alt_alone and event.key() == Qt.Key.Key_Alt
        if kind == QEvent.Type.UpdateRequest:
            with in_turns.a_turn():
                return super().event(event)
        return super().event(event)

    def _step_out(self) -> None:
        from gui.mainwindow.hints import CALLED_OFF_BY_ESC

        if self.jobs.cancel(CALLED_OFF_BY_ESC):
            return
        if self.menu_bar.isVisible():
            self.menu_bar.hide()
        elif self.band.isVisible():
            self.band.dismiss()
        elif self.triage.step_out() or self.tour.skip():  # where judging one by one says that Esc leaves, it leaves
            pass
        elif self.text is not None and self.session.project is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving.may_leave(self.close, closing=True):
            event.ignore()
            return
        if self.session.project is not None:
            self.panes.save()
            self.layouts.keep()
        settings.set_geometry(_WINDOW, self.saveGeometry())
        self.keeping.close()
        self.record.close()
        self.loading_timer.stop()
        self.warming.close()
        self.making.stop()
        self.arriving.close()
        self.jobs.close()
        self.session.close()
        super().closeEvent(event)

    def _restore_place(self) -> None:
        geometry = settings.geometry(_WINDOW)
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(DESIGNED)
