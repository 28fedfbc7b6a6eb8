"""What the window's own commands do: theme, language, panes, text size, finding, help."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui import settings
from gui.actions import Handler
from gui.mainwindow.goto import palette_items, places
from gui.mainwindow.panes import NAMES, Place, focus_pane
from gui.mainwindow.telling import show_in_folder

if TYPE_CHECKING:
    from gui.dialogs.about import AboutDialog, KeysDialog
    from gui.dialogs.shortcuts import ShortcutsDialog
    from gui.mainwindow.window import MainWindow

_THEMES: Final[tuple[settings.ThemeChoice, ...]] = ("system", "light", "dark")
_LANGUAGES: Final[tuple[settings.LanguageChoice, ...]] = ("system", "zh", "en")
_PLACES: Final[tuple[Place, ...]] = ("automatic", "below", "beside")
_LONGEST_WORDS: Final = 40
LAYERS: Final = ("metrics", "claims", "hits")


class WindowCommands(QObject):
    """The commands that are about the window and not about the review."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        window = self._window
        table: dict[str, Handler] = {
            "new_window": window.another_wanted.emit, "close_window": window.close,
            "quit": QApplication.closeAllWindows,
            "find_project": self._find_project, "find": self._find,
            "find_next": partial(self._find_step, 1), "find_previous": partial(self._find_step, -1),
            "text_larger": partial(self._text_size, 1), "text_smaller": partial(self._text_size, -1),
            "text_normal": partial(self._text_size, 0),
            "next_pane": partial(self._cycle, 1), "previous_pane": partial(self._cycle, -1),
            "reset_layout": window.panes.reset, "status_line": self._switch_status, "full_screen": self._switch_full,
            "palette": self.open_palette, "go_to": self.open_places,
            "back": window.travel.back, "forward": window.travel.forward,
            "keys": self.show_keys, "shortcuts": self.change_keys, "about": self.show_about,
            "open_log": lambda: show_in_folder(settings.data_folder()),
        }
        table |= {f"theme_{choice}": partial(self.choose_theme, choice) for choice in _THEMES}
        table |= {f"language_{choice}": partial(self.choose_language, choice) for choice in _LANGUAGES}
        table |= {f"layer_{layer}": chip.toggle for layer, chip in window.breadcrumb.chips.items()}
        table |= {f"toggle_{name}": partial(window.panes.toggle, name) for name in NAMES}
        table |= {f"data_{place}": partial(window.panes.set_data_place, place) for place in _PLACES}
        return table

    def checked(self) -> set[str]:
        """The commands that are ticked now."""
        window = self._window
        on = {f"theme_{settings.theme_choice()}", f"language_{settings.language_choice()}",
              f"data_{window.panes.data_place}"}
        on |= {f"layer_{layer}" for layer, chip in window.breadcrumb.chips.items() if chip.isChecked()}
        on |= {f"toggle_{name}" for name in NAMES if window.panes.is_on(name)} | window.layouts.checked()
        states = {
            "advance": settings.flag("advance", False), "triage": window.triage.on,
            "triage_advance": settings.flag("triage_advance", True), "status_line": settings.flag("status_line", True),
            "full_screen": window.isFullScreen(),
        }
        on |= window.importing.checked() | window.original.checked()
        return on | {key for key, state in states.items() if state}

    def open_palette(self) -> None:
        """Show the palette with everything in it."""
        window = self._window
        window.tour.found_anything()
        window.palette_view.open(palette_items(window.actions_table, window.session))

    def open_places(self) -> None:
        """Show the palette with the sections, figures and claims."""
        self._window.palette_view.open(places(self._window.session))

    def choose_theme(self, choice: settings.ThemeChoice) -> None:
        """Use this theme from now on."""
        settings.set_theme(choice)
        self._window.theme.use(settings.theme_name())
        self._window.refresh_soon()

    def switch_theme(self) -> None:
        """The other of the two themes."""
        self.choose_theme("light" if self._window.theme.name == "dark" else "dark")

    def choose_language(self, choice: settings.LanguageChoice) -> None:
        """Speak this language from now on."""
        settings.set_language(choice)
        if self._window.session.project is not None:
            self._window.panes.hold_picture()  # all panes hear of it in the next turn, and are painted after it
        self._window.language_chosen.emit()
        self._window.retranslate()

    def show_keys(self) -> KeysDialog:
        """Show all keys."""
        from gui.dialogs.about import KeysDialog

        dialog = KeysDialog(self._window.theme, self._window)
        dialog.change_wanted.connect(self.change_keys)
        dialog.open()
        return dialog

    def change_keys(self) -> ShortcutsDialog:
        """Let the user give commands other keys."""
        from gui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._window.theme, self._window)
        dialog.changed.connect(self._window.actions_table.take_keys)
        dialog.changed.connect(self._window.refresh_soon)
        dialog.open()
        return dialog

    def show_about(self) -> AboutDialog:
        """Show version, parts and licences."""
        from gui.dialogs.about import AboutDialog, application_version

        dialog = AboutDialog(self._window.theme, self._window, application_version())
        dialog.open()
        return dialog

    def describe_field(self) -> None:
        """Say in the top bar what its field does."""
        words = self._window.actions_table.words("palette")
        self._window.top_bar.field.describe(words, self._window.actions_table.key("palette"))

    def _find(self) -> None:
        text = self._window.text
        if text is not None:
            words = text.selected_text()
            self._window.panes.uncover()
            text.open_find(words if "\n" not in words else "")

    def _find_project(self) -> None:
        contents = self._window.contents
        if contents is None:
            return
        words = contents.text.selected_text()
        if not self._window.panes.is_on("navigator"):
            self._window.panes.toggle("navigator")
        contents.navigator.show_search(words if len(words) <= _LONGEST_WORDS and "\n" not in words else "")

    def _find_step(self, by: int) -> None:
        if self._window.text is not None:
            self._window.text.find_next(by)

    def _text_size(self, by: int) -> None:
        text = self._window.text
        if text is None:
            return
        size = text.text_size + by if by else None
        text.set_text_size(size if size is None or size in settings.TEXT_SIZES else text.text_size)

    def _cycle(self, by: int) -> None:
        text = self._window.text
        if text is None:
            return
        if (alone := self._window.panes.turn(by)) is not None:
            focus_pane(alone)
            return
        order = self._window.panes.in_order(text)
        focus = self._window.focusWidget()
        here = next((i for i, pane in enumerate(order) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
        # a pane with nothing in it that takes the keyboard is passed over
        any(focus_pane(order[(here + by * step) % len(order)]) for step in range(1, len(order) + 1))

    def _switch_status(self) -> None:
        settings.set_flag("status_line", not settings.flag("status_line", True))
        self._window.refresh_soon()

    def _switch_full(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
        self._window.refresh_soon()
