"""V: the original beside the text, both showing the same place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter

from core.messages import PolicyReviewError
from gui import settings
from gui.actions import Handler
from gui.mainwindow.panes import Name

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow
    from gui.views.original import OriginalPane
    from gui.views.text import TextPane

#: The flag of the settings that says whether the original is beside the text.
BESIDE: Final = "original_page"
_SPLIT: Final = "original"
#: A text narrower than this beside the original, in pixels, has too few characters a line to be read.
_READABLE: Final = 430
#: Which panes give way, and to how narrow a half: two of the last cannot be seen at all. The data only where it stands
#: as a column: nobody reads charts while comparing words with their page, and under the text it takes no width.
_GIVE_WAY: Final[dict[Name, int]] = {"data": _READABLE, "navigator": _READABLE, "inspector": 240}


class Originals(QObject):
    """Splits the middle of the window, and keeps the two halves together."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._split: QSplitter | None = None
        self._following = False
        self.pane: OriginalPane | None = None
        window.panes.changed.connect(self._take_back)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {"original_page": self.toggle}

    def checked(self) -> set[str]:
        """The commands that are ticked now."""
        return {"original_page"} if self.pane is not None and not self.pane.isHidden() else set()

    def middle(self, text: TextPane) -> QSplitter:
        """The text with room beside it; the original comes back if it was there when the window was left."""
        split = self._split = QSplitter(Qt.Orientation.Horizontal, self._window.workspace)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(text)
        text.scrolled_to.connect(self._follow_text)
        text.selection_changed.connect(self._mark)
        if settings.flag(BESIDE, False):
            self.toggle()
        return split

    def toggle(self) -> None:
        """Put the original beside the text, or away."""
        if self._split is None:
            return
        if self.pane is None:
            self._make(self._split)
        assert self.pane is not None
        shown = self.pane.isHidden()
        self.pane.setVisible(shown)
        settings.set_flag(BESIDE, shown)
        self._make_room(shown)
        text = self._window.text
        if shown:
            self._restore(self._split)
            self.pane.appear()
            if text is not None and text.selected_span() is not None:
                self.pane.mark(text.selected_span())
        elif text is not None:
            text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.refresh_soon()

    def _make(self, split: QSplitter) -> None:
        from gui.views.original import OriginalPane  # brings the PDF library with it

        window = self._window
        pane = self.pane = OriginalPane(window.session, window.theme, window.jobs)
        pane.hide()
        split.addWidget(pane)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.splitterMoved.connect(lambda *_: settings.set_state(_SPLIT, split.saveState()))
        pane.place_read.connect(self._follow_original)
        pane.password_wanted.connect(self._ask_password)
        pane.close_wanted.connect(self.toggle)

    def _make_room(self, shown: bool) -> None:
        """Where the text would be narrow the data's column gives way to the original, then the navigator, in a window
        narrower still the inspector as well; all come back after it."""
        assert self._split is not None
        panes = self._window.panes
        if not shown:
            # at once, or the panes would come back while the middle still asks for the room of both
            QCoreApplication.sendPostedEvents(self._split, QEvent.Type.LayoutRequest)
            panes.take_back()
            return
        if panes.uncover():
            return
        width = self._split.width()
        for name, least in _GIVE_WAY.items():
            takes = name != "data" or panes.column
            if self._split.isVisible() and width < 2 * least and panes.is_on(name) and takes:
                width += panes.docks[name].width()
                panes.lend(name)

    def _take_back(self) -> None:
        """An arrangement that was left with the original beside the text comes back when that is not there any more."""
        if self.pane is None or self.pane.isHidden():
            self._window.panes.take_back()

    def _restore(self, split: QSplitter) -> None:
        state = settings.state(_SPLIT)
        if state is None or not split.restoreState(state):
            half = max(1, split.width() // 2)
            split.setSizes([half, half])

    def _follow_text(self, offset: int) -> None:
        if self.pane is not None and not self._following:
            self.pane.follow(offset)

    def _follow_original(self, offset: int) -> None:
        text = self._window.text
        if text is None:
            return
        self._following = True
        try:
            text.show_at_top(offset)
        finally:
            self._following = False

    def _mark(self, span: object) -> None:
        if self.pane is not None and not self.pane.isHidden():
            from core.model import Span

            self.pane.mark(span if isinstance(span, Span) else None)

    def _ask_password(self, error: PolicyReviewError) -> None:
        from gui.dialogs.importing import PasswordDialog

        if self.pane is None:
            return
        dialog = PasswordDialog(self._window.theme, self._window, error)
        dialog.entered.connect(self.pane.set_password)
        dialog.open()
