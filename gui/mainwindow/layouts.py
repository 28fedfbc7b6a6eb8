"""Named layouts: four that the program brings, and the user's own, each with its panes, sizes and place of the data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from gui import settings
from gui.actions import Handler
from gui.dialogs.words import LayoutDialog
from gui.mainwindow import tabs
from gui.mainwindow.panes import FIRST

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow

#: Those that can be kept; judging one by one is a mode with an end and is left.
_BROUGHT: Final = ("reading", "data", "ledgers")
_MEASURE: Final = {"data": 33}
_OWN: Final = "own "
_MOST: Final = 20


class Layouts(QObject):
    """Switches between layouts and keeps the user's own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        brought: dict[str, Handler] = {f"layout_{name}": partial(self.turn, name) for name in _BROUGHT}
        return brought | {
            "layout_triage": self._window.triage.toggle, "toggle_ledgers": self.toggle_ledgers,
            "save_layout": self.ask_new, "rename_layout": self.ask_name, "delete_layout": self.delete,
        }

    @property
    def current(self) -> str:
        """The layout in force: one of the program's, or `own NAME`."""
        return self._window.panes.arrangement

    @property
    def own(self) -> tuple[str, ...]:
        """The names of the user's own layouts."""
        try:
            names = json.loads(settings.choice("own_layouts", "[]"))
        except ValueError:
            return ()
        return tuple(str(name) for name in names) if isinstance(names, list) else ()

    @property
    def is_own(self) -> bool:
        """Whether the layout in force is one of the user's own."""
        return self.current.startswith(_OWN)

    def checked(self) -> set[str]:
        """The commands that are ticked now."""
        return {f"layout_{self.current}"}

    def begin(self) -> None:
        """Go to the layout of the last time; before the panes are shown for the first time."""
        self._window.actions_table.menu("layouts").aboutToShow.connect(self.fill_menu)
        last = settings.choice("layout", FIRST)
        known = last in _BROUGHT or last.removeprefix(_OWN) in self.own
        self._window.panes.arrangement = last if known else FIRST
        self._window.panes.saved.connect(self._keep_tabs)

    def opened(self) -> None:
        """A report is open: load what the layout shows."""
        self.suit()
        self._bring_tabs_back()

    def suit(self) -> None:
        """Show what the layout in force shows, and set the text in its measure."""
        contents = self._window.contents
        if contents is None:
            return
        if not self._window.panes.docks["ledgers"].isHidden():
            contents.load_ledgers()
        if not self._window.triage.on:
            contents.text.set_measure(_MEASURE.get(self.current))

    def turn(self, name: str) -> None:
        """Go to a layout; the one before is kept as it stands."""
        window = self._window
        if window.contents is None:
            return
        if window.triage.on:
            window.triage.leave()
        if name == "ledgers":
            window.contents.load_ledgers()
        before = self.current
        if name != before:
            window.contents.text.expect_measure(_MEASURE.get(name))
            window.panes.turn_to(name)
            geometry = settings.geometry(name) if name.startswith(_OWN) else None
            if geometry is not None:
                window.restoreGeometry(geometry)
        settings.set_choice("layout", name)
        if name == "data":
            window.panes.bring("data")  # it is what the layout is chosen for, also where there is room for one pane
        self.suit()
        if name != before:
            self._bring_tabs_back()
        if name == "ledgers":
            window.contents.load_ledgers().take_keyboard()
        window.refresh_soon()

    def turn_own(self, name: str) -> None:
        """Go to a layout of the user's own."""
        self.turn(_OWN + name)

    def toggle_ledgers(self) -> None:
        """Show the ledgers beside what is there, or put them away."""
        if self._window.contents is not None:
            self._window.contents.load_ledgers()
            self._window.panes.toggle("ledgers")

    def ask_new(self) -> LayoutDialog:
        """Ask for the name under which the layout is kept."""
        return self._ask("", self.save)

    def ask_name(self) -> LayoutDialog | None:
        """Ask for another name for the layout in force."""
        return self._ask(self.current.removeprefix(_OWN), self.rename) if self.is_own else None

    def save(self, name: str) -> None:
        """Keep how everything stands under a name; a layout of that name is replaced."""
        window = self._window
        window.panes.save()
        before = window.panes.data_place
        window.panes.arrangement = _OWN + name
        window.panes.set_data_place(before)
        window.panes.save()
        settings.set_geometry(_OWN + name, window.saveGeometry())
        self._write([*(each for each in self.own if each != name), name][-_MOST:])
        settings.set_choice("layout", _OWN + name)
        window.refresh_soon()

    def rename(self, name: str) -> None:
        """Give the layout in force another name."""
        old = self.current.removeprefix(_OWN)
        if not self.is_own or name == old:
            return
        self.save(name)
        self._write([each for each in self.own if each not in (old, name)] + [name])
        settings.forget_layout(_OWN + old)

    def delete(self) -> None:
        """Forget the layout in force and go to the one with the data."""
        if not self.is_own:
            return
        gone = self.current
        self._write([each for each in self.own if each != gone.removeprefix(_OWN)])
        self.turn(FIRST)
        settings.forget_layout(gone)

    def fill_menu(self) -> None:
        """The user's own layouts stand in the menu by their names."""
        menu = self._window.actions_table.menu("own_layouts")
        menu.clear()
        for name in self.own:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self.current == _OWN + name)
            action.triggered.connect(partial(self._turn_own, name))
        menu.menuAction().setVisible(bool(self.own))

    def keep(self) -> None:
        """The window closes: an own layout keeps the window's place as well."""
        if self.is_own:
            settings.set_geometry(self.current, self._window.saveGeometry())

    def _turn_own(self, name: str, _checked: bool = False) -> None:
        self.turn_own(name)

    def _keep_tabs(self, layout: str) -> None:
        if self._window.contents is not None:
            tabs.keep(self._window.contents, layout)

    def _bring_tabs_back(self) -> None:
        if self._window.contents is not None:
            tabs.bring_back(self._window.contents, self.current)

    def _ask(self, name: str, then: Callable[[str], None]) -> LayoutDialog:
        dialog = LayoutDialog(self._window.theme, self._window, name, self.own)
        dialog.given.connect(then)
        dialog.open()
        return dialog

    @staticmethod
    def _write(names: list[str]) -> None:
        settings.set_choice("own_layouts", json.dumps(names, ensure_ascii=False))
