"""The window's dealings with files: choosing them, the Welcome page, what was opened lately."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

import seeds
from core.project import Project
from gui import settings
from gui.actions import Handler
from gui.mainwindow import opening
from gui.mainwindow.telling import show_in_folder
from gui.models.received import PATTERNS

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow


class Files(QObject):
    """Opens what the user chooses, and keeps the list of what was opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        exporting = self._window.exporting
        return {
            "open_report": self.ask_report, "open_project": self.ask_project,
            "save_copy": exporting.ask_copy, "show_folder": self._show_folder, "export_pdf": exporting.ask_pdf,
            "export_csv": exporting.ask_csv, "export_workbook": exporting.ask_workbook,
            "export_json": exporting.ask_json, "close_project": self.close_project,
        }

    def connect_menus(self) -> None:
        """Fill the menus that list files, now and whenever they are opened."""
        self._window.actions_table.menu("recent").aboutToShow.connect(self._fill_recent)
        self._window.actions_table.menu("samples").aboutToShow.connect(self._fill_samples)
        self._fill_recent()
        self._fill_samples()

    def ask_report(self) -> None:
        """Choose reports and open them."""
        kinds = self.tr("Reports ({patterns});;All files (*)").format(patterns=PATTERNS)
        paths, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open report"), settings.last_folder(), kinds)
        if paths:
            settings.set_last_folder(Path(paths[0]).parent)
            self._window.importing.offer([Path(path) for path in paths])

    def ask_project(self) -> None:
        """Choose a project and open it."""
        kinds = self.tr("Review projects (*.prv);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open review project"), settings.last_folder(), kinds
        )
        self._open(path)

    def open_sample(self, key: str) -> None:
        """Open a sample report as a copy."""
        self._window.opener.open_sample(seeds.sample(key).file)

    def offer_found(self, report: Path, project: Path) -> None:
        """Ask whether to go on with the project that a report has already."""
        opener = self._window.opener
        self._window.telling.found(
            project, partial(opener.open_project, project), partial(opener.open_report, report, fresh=True)
        )

    def close_project(self) -> None:
        """Close the project and show the Welcome page."""
        if not self._window.leaving.may_leave(self.close_project):
            return
        self._window.panes.save()
        self._window.session.close()

    def remember(self, project: Project) -> None:
        """Put a project at the head of the recent ones."""
        opening.remember(project)

    def keep_progress(self) -> None:
        """Write down how far the open project has come, before it is left."""
        if self._window.session.project is not None:
            opening.remember(self._window.session.project)

    def _open(self, path: str) -> None:
        if path:
            settings.set_last_folder(Path(path).parent)
            self._window.opener.open(Path(path))

    def locate(self, path: str) -> None:
        """Ask where a project is now that is no longer where it was, and open it."""
        kinds = self.tr("Review projects (*.prv);;All files (*)")
        title = self.tr("Where is {name} now?").format(name=Path(path).name)
        found, _ = QFileDialog.getOpenFileName(self._window, title, settings.last_folder(), kinds)
        if found:
            settings.forget(path)
            self._open(found)

    def forget(self, path: str) -> None:
        """Drop a project from the recent ones; its file stays."""
        settings.forget(path)
        self._window.welcome.show_recents(settings.recents())

    def _show_folder(self) -> None:
        project = self._window.session.project
        if project is not None:
            show_in_folder(project.path.parent)

    def _fill_recent(self) -> None:
        menu = self._window.actions_table.menu("recent")
        menu.clear()
        recents = settings.recents()
        titles = [recent.title for recent in recents]
        for recent in recents:
            path = Path(recent.path)
            # of two projects with one title the file tells which is which
            file = f" · {path.parent.name}/{path.name}" if titles.count(recent.title) > 1 else ""
            action = menu.addAction(f"{recent.title}{file}".replace("&", "&&"))
            action.setToolTip(recent.path)
            action.setEnabled(path.exists())
            action.triggered.connect(partial(self._window.opener.open_project, path))
        menu.setEnabled(not menu.isEmpty())

    def _fill_samples(self) -> None:
        menu = self._window.actions_table.menu("samples")
        menu.clear()
        for sample in seeds.samples():
            title = sample.title_zh if settings.language() == "zh" else sample.title_en
            menu.addAction(title.replace("&", "&&")).triggered.connect(partial(self.open_sample, sample.key))
