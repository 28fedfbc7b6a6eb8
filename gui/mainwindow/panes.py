"""Where the panes stand: navigator left, inspector right, data under the text or beside it as the width allows."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from gui import settings
from gui.theme import Theme
from gui.views.docks import UNLIMITED, Dock
from gui.views.grips import Grip
from gui.views.laying import laid_out_once

Place = Literal["automatic", "below", "beside"]
Name = Literal["navigator", "ledgers", "data", "inspector"]

NAMES: Final[tuple[Name, ...]] = ("navigator", "ledgers", "data", "inspector")
LAYOUT: Final = "main"
#: The arrangements that the program brings: what is put away in each, and the widths that differ.
FIRST: Final = "data"
_PUT_AWAY: Final[dict[str, tuple[Name, ...]]] = {
    "reading": ("ledgers", "data"), "data": ("ledgers",), "triage": ("ledgers", "data"),
    "ledgers": ("navigator", "data", "inspector"),
}
_LEDGERS: Final = 0.64  # of the window's width, where the tables are what it is for
_WIDTHS: Final[dict[str, dict[Name, int]]] = {"triage": {"inspector": 408}}
#: From this width the data stands beside the text; it goes back below only when the window is HYSTERESIS narrower.
BESIDE_FROM: Final = 1560
HYSTERESIS: Final = 40
#: With the data as a column the panes at the sides are as wide as elsewhere only from here: the text comes first.
_WIDE_WITH_COLUMN: Final = 1752
_USUAL_TEXT: Final = 660
_NARROWEST_COLUMN: Final = 420
_WIDEST_COLUMN: Final = 520
#: In a narrower window (300 % of a usual screen) one pane stands beside the text at a time; which is wanted most.
ONE_BELOW: Final = 760
#: In a window that is narrower still a pane at a side takes the place of the text, too: both would be cut.
ALONE_BELOW: Final = 560
_LEAST_TEXT: Final = 400
_AT_SIDES: Final[tuple[Name, ...]] = ("navigator", "ledgers", "inspector")
_WANTED: Final[tuple[Name, ...]] = ("ledgers", "inspector", "navigator", "data")
_TOKENS: Final[dict[Name, str]] = {"navigator": "chrome", "ledgers": "paper", "data": "paper", "inspector": "chrome"}
_LEAST: Final[dict[Name, int]] = {"navigator": 220, "ledgers": 380, "inspector": 320}
_AREAS: Final = {
    "navigator": Qt.DockWidgetArea.LeftDockWidgetArea,
    "ledgers": Qt.DockWidgetArea.LeftDockWidgetArea,
    "data": Qt.DockWidgetArea.BottomDockWidgetArea,
    "inspector": Qt.DockWidgetArea.RightDockWidgetArea,
}


class Panes(QObject):
    """The three docks around the text.

    Signals:
        changed: one was shown, hidden, folded or moved.
        saved(str): how everything stands is remembered under this arrangement.
        keyboard_left: the pane with the keyboard was put away.
    """

    changed = Signal()
    saved = Signal(str)
    keyboard_left = Signal()

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._beside = False
        self._size_soon = QTimer(self)  # sizes hold only after the docks have their places
        self._size_soon.setSingleShot(True)
        self._size_soon.timeout.connect(self._size)
        self._arrange_soon = QTimer(self)
        self._arrange_soon.setSingleShot(True)
        self._arrange_soon.timeout.connect(self._arrange_now)
        self._quiet = False
        self._widths: dict[Name, int] = {}  # how wide each was when it was put away
        self._narrow = False
        self._wish: Name | None = None  # what was asked for before a narrow window has put its panes away
        self._aside: list[Name] = []  # put away only because the window is narrow
        self._lent: list[Name] = []  # put away only while the original needs the room; kept with the arrangement
        self.arrangement = FIRST
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.TopLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
            (Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            window.setCorner(corner, area)
        self.docks: dict[Name, Dock] = {name: Dock(f"{name}Dock", _TOKENS[name], theme, window) for name in NAMES}
        for name, dock in self.docks.items():
            window.addDockWidget(_AREAS[name], dock)
            dock.visibilityChanged.connect(self._tell)
            dock.moved_by_hand.connect(self._tell)
            dock.keyboard_left.connect(self.keyboard_left)
            Grip(dock, theme, window)
        self.docks["data"].fold_wanted.connect(self.fold_data)
        self.hide_all()

    @property
    def beside(self) -> bool:
        """Whether the data stands beside the text as a column, or floats."""
        return self._beside or self.docks["data"].isFloating()

    @property
    def column(self) -> bool:
        """Whether the data stands as a column that takes width from the text."""
        return self._wide("data")

    @property
    def data_place(self) -> Place:
        """Where the user wants the data."""
        if self._flag("data_below"):
            return "below"
        return "beside" if self._flag("data_beside") else "automatic"

    def set_data_place(self, place: Place) -> None:
        """Remember where the data stands, and put it there."""
        self._set_flag("data_below", place == "below")
        self._set_flag("data_beside", place == "beside")
        self.arrange(force=True)

    def set_pane(self, name: Name, pane: QWidget) -> None:
        """Put a pane into its dock."""
        least = _LEAST.get(name)
        if least:
            pane.setMinimumWidth(least)
        self.docks[name].setWidget(pane)
        if settings.state(self.arrangement) is None:
            self._size_soon.start(0)

    def set_titles(self, titles: dict[Name, str]) -> None:
        """Name the docks in the window's language."""
        for name, title in titles.items():
            self.docks[name].setWindowTitle(title)

    def is_on(self, name: Name) -> bool:
        """Whether the pane can be seen."""
        dock = self.docks[name]
        return not dock.isHidden() and not dock.folded

    def toggle(self, name: Name) -> None:
        """Show a pane or put it away; the data under the text folds to its title line."""
        dock = self.docks[name]
        if name == "data" and not self._beside and not dock.isFloating():
            if dock.isHidden():
                self._make_room(name)
                dock.show()
                self.fold_data(False)
            else:
                self.fold_data(not dock.folded)
            return
        dock.fold(False)
        if dock.isHidden():
            self._make_room(name)
        # Qt would share the room with the panes that stand in the same row; it comes from the text, and goes to it
        others = [self.docks[other] for other in NAMES if other != name and self._wide(other)]
        held = [(other, other.width()) for other in others]
        text = self._window.centralWidget()
        if not dock.isHidden():
            self._widths[name] = dock.width()
            dock.hide()
            self._hold(held)
        else:
            width = self._widths.get(name, 0)
            fits = text is not None and width and text.width() - width >= _LEAST_TEXT
            dock.show()
            if fits and self._wide(name):
                self._hold([*held, (dock, width)])
        self._tell()

    def lend(self, name: Name) -> None:
        """Put a pane away until `take_back`, be that after a restart."""
        self.toggle(name)
        self._lent.append(name)

    def take_back(self) -> None:
        """Bring back what was lent and is still away."""
        lent, self._lent = self._lent, []
        for name in lent:
            if not self.is_on(name):
                self.toggle(name)

    def bring(self, name: Name) -> None:
        """In a narrow window put this pane beside the text instead of the one that is there; else nothing changes."""
        if self._window.width() >= ONE_BELOW:
            return
        self._wish = name
        if self._narrow and not self.is_on(name):
            self.toggle(name)

    def turn(self, by: int) -> QWidget | None:
        """Where there is room for one pane alone, put the next or the one before in its place; the text is one of them.

        Gives what is seen then; None where more than one has room.
        """
        if self._window.width() >= ALONE_BELOW:
            return None
        order: list[Name | None] = [None, *(name for name in _AT_SIDES if self.docks[name].widget() is not None)]
        here = self._covering()
        there = order[(order.index(here) + by) % len(order)]
        self.uncover()
        if there is None:
            return self._window.centralWidget()
        self.toggle(there)
        return self.docks[there].widget()

    def uncover(self) -> bool:
        """Let the text be seen where a pane has taken its place; tells whether one had."""
        if (here := self._covering()) is not None:
            self.toggle(here)
        return here is not None

    def fold_data(self, folded: bool) -> None:
        """Fold the data to its title line, or unfold it."""
        self.docks["data"].fold(folded)
        if not folded:
            self._size_data()
        self._tell()

    def hide_all(self) -> None:
        """Take the docks away: no report is open."""
        self._quiet = True
        for dock in self.docks.values():
            dock.hide()
        self._quiet = False
        self._cover()

    def turn_to(self, arrangement: str) -> None:
        """Remember how everything stands in the present arrangement, and put it as it was left in another one."""
        self.save()
        self.arrangement = arrangement
        self.show_all()

    def show_all(self) -> None:
        """Bring the docks back as they were left in this arrangement, or as they are designed at first.

        What comes out is painted in a turn of its own, when the docks have their sizes.
        """
        state = settings.state(self.arrangement)
        self._narrow, self._aside = False, []
        lent = settings.choice(_lent_in(self.arrangement), "").split()
        self._lent = [name for name in NAMES if name in lent]
        self.hold_picture()
        self._quiet = True
        layout = self._window.layout()
        assert layout is not None
        with laid_out_once(layout):
            for name, dock in self.docks.items():  # a state that knows nothing of the ledgers leaves them as they are
                dock.setVisible(name != "ledgers" or self.arrangement == "ledgers")
            if state is None or not self._window.restoreState(state):
                self._design()
            self._quiet = False
            self._beside = self._stands_beside()
            self.docks["data"].fold(self._flag("data_folded") and not self._beside)
            self.arrange()
        self._tell()

    def save(self) -> None:
        """Remember where everything stands."""
        self._set_flag("data_folded", self.docks["data"].folded)
        if not self._aside:  # what is away only for now is not how it is wanted
            settings.set_state(self.arrangement, self._window.saveState())
            settings.set_choice(_lent_in(self.arrangement), " ".join(self._lent))
        self.saved.emit(self.arrangement)

    def reset(self) -> None:
        """Put everything back where it was designed to be."""
        settings.forget_window(self.arrangement)
        for dock in self.docks.values():
            dock.fold(False)
            dock.setFloating(False)
            dock.show()  # the design puts away what is not wanted
        self.set_data_place("automatic")
        self._design()
        self._tell()

    def arrange(self, *, force: bool = False) -> None:
        """Move the data below or beside the text where the width asks for it and the user did not decide."""
        dock = self.docks["data"]
        if dock.isFloating() and not force:
            return
        wanted = self._wants_beside()
        if wanted == self._beside and not force:
            return
        hidden = dock.isHidden()
        self._beside = wanted
        dock.fold(False)
        self._quiet = True
        if wanted:
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            self._window.splitDockWidget(dock, self.docks["inspector"], Qt.Orientation.Horizontal)
        else:
            self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.setVisible(not hidden)
        self._quiet = False
        self._size_soon.start(0)
        self._tell()

    def follow_width(self) -> None:
        """The window has another width: arrange the panes if it asks for that.

        Resizing, arranging and sizing are a turn of the event loop each, and only what comes out is painted: together
        they held the window up for a tenth of a second.
        """
        turns = not self.docks["data"].isFloating() and self._wants_beside() != self._beside
        if turns or self._narrow != (self._window.width() < ONE_BELOW):
            self.hold_picture()
        else:
            self._cover()

    def hold_picture(self) -> None:
        """Paint nothing until the panes are arranged and have their sizes."""
        if self._window.updatesEnabled():
            # Qt would paint the whole window, and then once more all that is in it; but together, if a part of it that
            # lets the window through has asked before the window does
            if (centre := self._window.centralWidget()) is not None:
                centre.update()
            self._window.setUpdatesEnabled(False)
        self._arrange_soon.start(0)

    def _show_picture(self) -> None:
        if not self._window.updatesEnabled():
            self._window.setUpdatesEnabled(True)
            # a wish to paint that came meanwhile was passed over, and Qt waits for it and asks for no other
            QCoreApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest))

    def _arrange_now(self) -> None:
        self.arrange()
        self._suit_width()
        self._cover()
        if not self._size_soon.isActive():  # the window has its old width again
            self._show_picture()

    def _suit_width(self) -> None:
        """Put all panes but one away where the window is narrow; bring them back where it is not."""
        narrow = self._window.width() < ONE_BELOW
        if narrow == self._narrow:
            return
        self._narrow, wish = narrow, self._wish
        self._wish = None
        if narrow:
            wanted = (wish, *_WANTED) if wish else _WANTED
            self._make_room(next((name for name in wanted if self._is_docked(name)), None))
        else:
            for name in self._aside:
                self.docks[name].show()
            self._aside = []
            self._size_soon.start(0)

    def _make_room(self, name: Name | None) -> None:
        """In a narrow window this pane takes the place of whichever stands there."""
        if self._narrow:
            gone = [other for other in NAMES if other != name and self._is_docked(other)]
            self._aside = [*(other for other in self._aside if other != name), *gone]
            for other in gone:
                self.docks[other].hide()

    def _wide(self, name: Name) -> bool:
        """Whether the pane takes width from the text."""
        return self._is_docked(name) and (name != "data" or self._beside)

    def _is_docked(self, name: Name) -> bool:
        return not self.docks[name].isHidden() and not self.docks[name].isFloating()

    def in_order(self, text: QWidget) -> list[QWidget]:
        """The panes that can be seen, from left to right, the text among them."""
        shown: list[QWidget] = [text]
        for name in NAMES:
            pane = self.docks[name].widget()
            if pane is not None and pane.isVisible() and self.is_on(name):
                shown.insert(shown.index(text) if name in ("navigator", "ledgers") else len(shown), pane)
        return shown

    def _wants_beside(self) -> bool:
        if self.data_place != "automatic":
            return self.data_place == "beside"
        return self._window.width() >= BESIDE_FROM - (HYSTERESIS if self._beside else 0)

    def _stands_beside(self) -> bool:
        return self._window.dockWidgetArea(self.docks["data"]) == Qt.DockWidgetArea.RightDockWidgetArea

    def _design(self) -> None:
        for name in ("navigator", "inspector"):
            self._window.addDockWidget(_AREAS[name], self.docks[name])
        self._window.splitDockWidget(self.docks["navigator"], self.docks["ledgers"], Qt.Orientation.Horizontal)
        self._beside = not self._wants_beside()
        self.arrange(force=True)
        away = _PUT_AWAY.get(self.arrangement, ("ledgers",))
        for name, dock in self.docks.items():
            dock.setVisible(name not in away)

    def _size(self) -> None:
        self._show_picture()
        room = self._window.width()
        wide = room >= (_WIDE_WITH_COLUMN if self._beside else BESIDE_FROM)
        widths: dict[Name, int] = {"navigator": 292 if wide else 268, "inspector": 380 if wide else 352}
        widths |= _WIDTHS.get(self.arrangement, {})
        if self._narrow:
            widths["inspector"] = _LEAST["inspector"]
        if self._beside:
            left = room - sum(widths.values()) - _USUAL_TEXT
            widths["data"] = min(_WIDEST_COLUMN, max(_NARROWEST_COLUMN, left))
        if self.arrangement == "ledgers":
            widths["ledgers"] = round(room * _LEDGERS)
        self._hold([(self.docks[name], width) for name, width in widths.items() if not self.docks[name].isFloating()])
        self._size_data()

    def _hold(self, held: list[tuple[Dock, int]]) -> None:
        """Give docks these widths; the text takes the rest."""
        # resizeDocks shares out what the text pane has too much of; a width that cannot be changed is kept
        for dock, width in held:
            dock.setFixedWidth(width)
        if (layout := self._window.layout()) is not None:
            layout.activate()
        for dock, _ in held:
            dock.setMinimumWidth(0)
            dock.setMaximumWidth(UNLIMITED)
        seen = [(dock, width) for dock, width in held if not dock.isHidden()]
        # and remembered: the next layout would give back what a hidden dock in the same row had before
        self._window.resizeDocks(
            [dock for dock, _ in seen], [width for _, width in seen], Qt.Orientation.Horizontal
        )

    def _size_data(self) -> None:
        if not self._beside:
            self._window.resizeDocks([self.docks["data"]], [226], Qt.Orientation.Vertical)

    def _flag(self, name: str) -> bool:
        return settings.flag(f"{name}.{self.arrangement}", False)

    def _set_flag(self, name: str, value: bool) -> None:
        settings.set_flag(f"{name}.{self.arrangement}", value)

    def _tell(self, *_: object) -> None:
        if not self._quiet:
            self._cover()
            self.changed.emit()

    def _covering(self) -> Name | None:
        """The pane that stands in the place of the text."""
        if self._window.width() >= ALONE_BELOW:
            return None
        return next((name for name in _AT_SIDES if self._is_docked(name)), None)

    def _cover(self) -> None:
        text, covered = self._window.centralWidget(), self._covering() is not None
        if text is not None and text.isHidden() != covered:
            text.setVisible(not covered)


def _lent_in(arrangement: str) -> str:
    """The setting that holds what an arrangement has lent."""
    return f"lent {arrangement}"


def focus_pane(pane: QWidget) -> bool:
    """Give the keyboard to a pane: to itself, else to its first part that takes it. False if none does."""
    for part in (pane, *pane.findChildren(QWidget)):
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
