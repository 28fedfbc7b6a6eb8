"""The page before a report is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

import seeds
from gui import settings
from gui.mainwindow import MainWindow
from gui.mainwindow.front import fill_welcome
from gui.views.welcomecards import RecentRow, SampleCard

PATIENCE = 10_000


def recent(path: Path) -> settings.Recent:
    return settings.Recent(str(path), "某县报告", "某县 · 2023", "2024-03-01T10:00:00", 214, 141, 186)


def test_samples_are_offered_in_the_window_s_language(window: MainWindow) -> None:
    """Three samples, named as the reader reads."""
    titles = [card.text() for card in window.welcome.findChildren(SampleCard)]
    assert titles == [sample.title_en for sample in seeds.samples()]


def test_enter_opens_the_first_sample_at_once(window: MainWindow, qtbot: QtBot) -> None:
    """From the first instant the keyboard is enough."""
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), SampleCard))
    focus = QApplication.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert window.session.report is not None
    assert window.session.report.source.name == seeds.samples()[0].file.name


def test_a_sample_is_opened_as_a_copy(window: MainWindow, qtbot: QtBot) -> None:
    """Trying out must leave the samples as they are, and going on with one finds the work done."""
    before = {path.name for path in seeds.samples()[0].file.parent.iterdir()}
    for _ in range(2):
        window.complete()
        window.files.close_project()
        with qtbot.waitSignal(window.ready, timeout=PATIENCE):
            window.files.open_sample("digest")
    assert window.session.project is not None and window.session.project.editable
    assert settings.data_folder() in window.session.project.path.parents
    assert {path.name for path in seeds.samples()[0].file.parent.iterdir()} == before
    assert len(list(window.session.project.path.parent.glob("*.prv"))) == 1


def test_arrows_go_through_recents_and_samples(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Up and Down walk through everything that can be opened."""
    path = tmp_path / "there.prv"
    path.write_bytes(b"")
    settings.remember(recent(path))
    fill_welcome(window.welcome)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RecentRow))
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Down)
    assert isinstance(QApplication.focusWidget(), SampleCard)


def test_a_project_that_is_gone_is_looked_for(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A moved file is found again by its user, not lost from the list."""
    settings.remember(recent(tmp_path / "gone.prv"))
    fill_welcome(window.welcome)
    row = next(row for row in window.welcome.findChildren(RecentRow) if row.missing)
    asked: list[str] = []

    def ask(_parent: object, title: str, *_rest: object) -> tuple[str, str]:
        asked.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    row.click()
    assert asked == ["Where is gone.prv now?"]
    assert len(settings.recents()) == 1


def test_delete_takes_a_project_off_the_list_only(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """The file stays where it is."""
    path = tmp_path / "stay.prv"
    path.write_bytes(b"x")
    settings.remember(recent(path))
    fill_welcome(window.welcome)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RecentRow))
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Delete)
    assert settings.recents() == () and path.exists()


def many_recents(folder: Path) -> None:
    """Twelve projects opened lately, none of them there any more."""
    for number in range(12):
        settings.remember(recent(folder / f"{number}.prv"))


def test_a_high_window_lists_more_of_the_recent_projects(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Four in a low window; where the page has room for more, they are not only in the menu."""
    many_recents(tmp_path)
    window.resize(1280, 640)
    fill_welcome(window.welcome)

    def listed() -> list[RecentRow]:
        return [row for row in window.welcome.findChildren(RecentRow) if row.isVisible()]

    qtbot.waitUntil(lambda: len(listed()) == 4)
    window.resize(1280, 1100)
    qtbot.waitUntil(lambda: len(listed()) > 6)
    area = window.welcome.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    window.resize(1280, 640)
    qtbot.waitUntil(lambda: len(listed()) == 4)


def test_the_arrows_bring_what_they_choose_into_view(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """In a low window the last sample lies below the fold: the choice must be seen."""
    many_recents(tmp_path)
    window.resize(960, 600)
    fill_welcome(window.welcome)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RecentRow))
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Down)
    last = QApplication.focusWidget()
    area = window.welcome.findChild(QScrollArea)
    assert isinstance(last, SampleCard) and area is not None
    seen = area.viewport().rect()
    assert seen.contains(last.rect().translated(last.mapTo(area.viewport(), last.rect().topLeft())))


def test_the_foot_switches_language_and_theme(window: MainWindow) -> None:
    """The two things that someone wants to change before reading anything."""
    window.welcome.language_wanted.emit("zh")
    assert settings.language() == "zh"
    titles = {card.text() for card in window.welcome.findChildren(SampleCard)}
    assert {sample.title_zh for sample in seeds.samples()} <= titles
    window.welcome.theme_wanted.emit()
    assert window.theme.name == "dark"
