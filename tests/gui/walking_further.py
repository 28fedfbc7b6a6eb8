"""Steps of the walk that reach beyond the open project: files dropped on the window, other windows, imports called off,
files that go away, screens of other sizes, and what is turned while a dialog is open."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import seeds
from core.project import SetVerdict
from gui import settings
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH

if TYPE_CHECKING:
    from tests.gui.walking import Walk

#: Width and height of screens, from the smallest laptop to the largest desk.
SCREENS: Final = ((800, 600), (960, 600), (1366, 768), (2560, 1440))
_BESIDE: Final = "communique"
_FRESH: Final = "fresh"
_PROOF: Final = "公报摘录.txt"


class Further:
    """The further steps of one walk."""

    def __init__(self, walk: Walk, folder: Path, dice: random.Random) -> None:
        self._walk = walk
        self._folder = folder
        self._dice = dice

    def steps(self) -> tuple[tuple[int, Callable[[], None]], ...]:
        """Each with how often it comes, as those of the walk itself."""
        return (
            (2, self.drop_on_window), (2, self.drop_as_evidence), (2, self.turn_in_dialog), (2, self.other_screen),
            (1, self.another_window), (1, self.call_off_opening), (1, self.leave_import), (1, self.leave_exporting),
            (1, self.original_goes), (1, self.project_goes),
        )

    def drop_on_window(self) -> None:
        """A file is dropped where no pane takes it; what the band asks is answered, or not."""
        walk = self._walk
        walk.open("digest" if walk.window.session.project is None else walk.key)
        drop(walk.window, files(self._folder / seeds.sample(walk.key).file.name), QPoint(400, 10))
        walk.settle(0.02)
        for _ in range(2):  # open it or keep it; go on with its project or leave it
            buttons = walk.window.band.buttons if walk.window.band.isVisible() else ()
            if buttons and self._dice.random() < 0.7:
                buttons[self._dice.randrange(len(buttons))].click()
            walk.until(lambda: not walk.window.jobs.running)
        walk.window.band.dismiss()

    def drop_as_evidence(self) -> None:
        """A file or a picture is dropped on the inspector, and taken back."""
        walk, session = self._walk, self._walk.window.session
        contents = walk.window.contents
        assert contents is not None
        session.select("claim", self._dice.choice(session.claims()).id)
        data = files(self._proof())
        if self._dice.random() < 0.5:
            data = QMimeData()
            data.setImageData(QImage(300, 200, QImage.Format.Format_RGB32))
        drop(contents.inspector, data, QPoint(40, 40))
        walk.until(lambda: not walk.window.jobs.running)
        walk.act("undo")

    def turn_in_dialog(self) -> None:
        """Theme and language change while a dialog is open."""
        from tests.gui.walking import DIALOGS

        walk, commands = self._walk, self._walk.window.commands
        walk.act(self._dice.choice(DIALOGS))
        walk.settle(0.02)
        for turn in (commands.switch_theme, lambda: commands.choose_language("zh"),
                     lambda: commands.choose_language("en"), commands.switch_theme):
            turn()
            walk.settle()
        walk.leave_dialogs()

    def other_screen(self) -> None:
        """The window is given another size, with whatever lies in it."""
        self._walk.window.resize(*self._dice.choice(SCREENS))
        self._walk.settle(0.02)

    def another_window(self) -> None:
        """A second window: closed at once, told that the first one has the project, or with a project of its own that
        is exported while it is closed."""
        walk = self._walk
        before = set(windows())
        walk.act("new_window")
        other = next(window for window in windows() if window not in before)
        match self._dice.randrange(4):
            case 0:
                walk.settle(self._dice.choice((0.0, 0.01, 0.1)))
            case 1 if walk.window.session.project is not None:
                other.complete()
                other.open_file(walk.window.session.project.path)
                walk.until(lambda: not other.jobs.running)
                walk.settle(0.01)
                walk.window.band.dismiss()
                assert other.session.project is None
            case _:
                other.complete()
                self._at_home(other)
        if other in windows():
            other.close()
        walk.until(lambda: other not in windows())

    def _at_home(self, other: MainWindow) -> None:
        """A project of its own is opened, judged and exported; the closing waits for the export."""
        walk = self._walk
        ready: list[bool] = []
        other.ready.connect(lambda: ready.append(True))
        source, report = seeds.sample("digest").file, self._folder / "of another window.txt"
        if not report.exists():
            report.write_bytes(source.read_bytes())
        there = report.with_suffix(".prv")
        other.open_file(there if there.exists() else report)
        walk.until(lambda: bool(ready))
        claim = self._dice.choice(other.session.claims())
        other.session.do(SetVerdict(claim.id, "mostly"))
        walk.settle(0.01)
        if self._dice.random() < 0.5:
            other.exporting.pdf(self._folder / "other.pdf")
            other.close()
            assert other.isVisible()  # it says that it waits, and goes when all is written
            walk.until(lambda: other not in windows())

    def call_off_opening(self) -> None:
        """A new report is opened, and Esc or another file comes before it is read."""
        walk, window = self._walk, self._walk.window
        window.open_file(self._fresh())
        walk.settle(self._dice.choice((0.0, 0.005, 0.03)))
        if self._dice.random() < 0.7:
            walk.press(Qt.Key.Key_Escape)
            window.jobs.cancel({"open"})
        else:
            window.open_file(self._folder / "missing.prv")
        walk.until(lambda: not window.jobs.running)
        walk.settle(0.01)
        window.band.dismiss()

    def leave_import(self) -> None:
        """The sheet of an import comes up, is turned to another language, and is left."""
        walk, window = self._walk, self._walk.window
        settings.set_flag(BEFORE_EACH, True)
        try:
            window.open_file(self._fresh())
            walk.until(lambda: window.importing.dialog is not None)
        finally:
            settings.set_flag(BEFORE_EACH, False)
        window.commands.choose_language(self._dice.choice(("zh", "en")))
        walk.settle(0.02)
        dialog = cast("QDialog", window.importing.dialog)
        dialog.reject()
        walk.settle()
        assert window.importing.dialog is None

    def leave_exporting(self) -> None:
        """The project is closed, or another opened, while its PDF is being made."""
        walk, window = self._walk, self._walk.window
        window.exporting.pdf(self._folder / "left.pdf")
        walk.settle(self._dice.choice((0.0, 0.02)))
        if self._dice.random() < 0.5:
            window.files.close_project()
        else:
            walk.open(self._dice.choice(("digest", "county")))
        walk.until(lambda: not window.jobs.running)
        walk.settle(0.01)
        window.band.dismiss()

    def original_goes(self) -> None:
        """The report's file is deleted while the original stands beside the text; the project has it."""
        walk, window = self._walk, self._walk.window
        walk.open(_BESIDE)
        beside = window.original.checked()
        if not beside:
            walk.act("original_page")
        walk.settle(0.05)
        (self._folder / seeds.sample(_BESIDE).file.name).unlink(missing_ok=True)
        for claim in self._dice.sample(list(window.session.claims()), 3):
            window.session.select("claim", claim.id)
            walk.settle(0.01)
        if self._dice.random() < 0.5:
            window.files.close_project()
        elif not beside:
            walk.act("original_page")

    def project_goes(self) -> None:
        """The project's disk is pulled out, an edit is told that it could not be saved, and the disk comes back."""
        walk, window, session = self._walk, self._walk.window, self._walk.window.session
        walk.until(lambda: not window.jobs.running)
        project = session.project
        assert project is not None
        path, claim = project.path, self._dice.choice(session.claims())
        away = path.with_suffix(".away")
        window.band.dismiss()
        path.rename(away)
        done = session.do(SetVerdict(claim.id, "partly" if claim.veracity != "partly" else "mostly"))
        walk.settle(0.01)
        said = window.band.sentence
        away.rename(path)
        if not done:
            assert window.saving.error is not None and window.band.buttons, said
            window.band.buttons[0].click()
            walk.settle(0.01)
        assert window.saving.error is None
        window.band.dismiss()

    def _fresh(self) -> Path:
        """A report that has no project yet."""
        source = seeds.sample("county").file
        path = self._folder / f"{_FRESH}{source.suffix}"
        current = self._walk.window.session.project
        for project in self._folder.glob(f"{_FRESH}*.prv"):
            if current is None or current.path != project:
                project.unlink()
        # one sign more or less makes another report of it, which no project can have been made of
        path.write_bytes(source.read_bytes() + "。".encode() * self._dice.randint(1, 9))
        return path

    def _proof(self) -> Path:
        path = self._folder / _PROOF
        path.write_text("全年地区生产总值比上年增长。", encoding="utf-8")
        return path


def files(*paths: Path) -> QMimeData:
    """Files, as a file manager hands them over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(target: QWidget, data: QMimeData, at: QPoint) -> None:
    """Drag data over a widget and let it go there."""
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt gives a drop to the widget that took the entering before
    QApplication.sendEvent(target, QDragEnterEvent(at, copy, data, left, plain))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, data, left, plain))


def windows() -> list[MainWindow]:
    """The main windows there are."""
    return [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, MainWindow)]
