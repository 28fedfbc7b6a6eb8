"""The first-run tour: four lines in the status bar, each gone when it was done once, or by Esc."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from gui import settings
from gui.actions import Handler, key_of

if TYPE_CHECKING:
    from core.project import Changes
    from gui.mainwindow.window import MainWindow
    from gui.session import Selection

_STEPS: Final = ("select", "judge", "prove", "find")


class Tour(QObject):
    """Knows which line is next, and when it has been done. Nothing waits for it and nothing is covered by it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.session.selected.connect(self._selected)
        window.session.changed.connect(self._changed)
        window.session.opened.connect(self.show)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {"tour": self.begin}

    @property
    def step(self) -> str:
        """The step whose line is next, "" when all are done."""
        return next((step for step in _STEPS if not settings.flag(f"tour_{step}", False)), "")

    def begin(self) -> None:
        """Begin from the first line."""
        for step in _STEPS:
            settings.set_flag(f"tour_{step}", False)
        self.show()

    def skip(self) -> bool:
        """Do without the line that is shown; False if none is."""
        if not self._window.status_line.coach:
            return False
        self._done(self.step)
        return True

    def found_anything(self) -> None:
        """The field that finds anything was used."""
        self._done("find")

    def show(self) -> None:
        """Show the line that is next, while a report is open."""
        step = self.step if self._window.session.project is not None else ""
        self._window.status_line.show_coach(self._words(step) if step else "")

    def _words(self, step: str) -> str:
        place = _STEPS.index(step) + 1
        match step:
            case "select":
                words = self.tr("{key} goes to the first claim").format(key=key_of("next_claim"))
            case "judge":
                words = self.tr("{first} to {last} give the verdict").format(
                    first=key_of("verdict_1"), last=key_of("verdict_7")
                )
            case "prove":
                words = self.tr("{key} attaches evidence, or drop a file on the claim").format(
                    key=key_of("attach_evidence")
                )
            case _:
                words = self.tr("{palette} finds anything, {help} helps where you are").format(
                    palette=key_of("palette"), help=key_of("help")
                )
        return self.tr("{place}/{all}  {words}").format(place=place, all=len(_STEPS), words=words)

    def _selected(self, selection: Selection) -> None:
        if selection.subject == "claim":
            self._done("select")

    def _changed(self, changes: Changes) -> None:
        if changes.label == "set_verdict":
            self._done("judge")
        elif changes.label == "attach_evidence":
            self._done("prove")

    def _done(self, step: str) -> None:
        if step and not settings.flag(f"tour_{step}", False):
            settings.set_flag(f"tour_{step}", True)
        self.show()
