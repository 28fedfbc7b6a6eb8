"""Whatever takes the keyboard has a name, in both languages: a screen reader says more than “button”."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import settings
from gui.mainwindow import MainWindow

PATIENCE = 60_000


def nameless(root: QWidget) -> Iterator[str]:
    """Every visible part of a window that takes the keyboard and says nothing of itself, with what it stands in."""
    for part in [root, *root.findChildren(QWidget)]:
        silent = part.focusPolicy() == Qt.FocusPolicy.NoFocus or part.focusProxy() is not None
        if silent or not part.isVisibleTo(root):
            continue
        spoken = QAccessible.queryAccessibleInterface(part)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            above = part.parentWidget()
            yield f"{type(part).__name__} in {type(above).__name__}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_that_takes_the_keyboard_is_without_a_name(
    make_window: Callable[[], MainWindow], report: Path, qtbot: QtBot, language: str
) -> None:
    """The whole window: Welcome, every list, every page of the data, a claim, a check, a figure, the search."""
    settings.set_language("zh" if language == "zh" else "en")
    window = make_window()
    found = {f"welcome: {words}" for words in nameless(window)}
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(report)
    contents, session = window.contents, window.session
    assert contents is not None and contents.data is not None and session.project is not None

    def look(where: str) -> None:
        qtbot.wait(50)
        found.update(f"{where}: {words}" for words in nameless(window))

    look("text")
    for tab in ("claims", "hits", "evidence", "sections"):
        contents.navigator.show_tab(tab)  # type: ignore[arg-type]  # a plain word in a test
        look(tab)
    window.actions_table.action("find_project").trigger()
    look("search")
    for subject, key in (
        ("claim", session.claims()[0].id), ("hit", session.project.hits()[0].id),
        ("metric", session.report.metrics[0].id if session.report else ""),
    ):
        session.select(subject, key)  # type: ignore[arg-type]  # a plain word in a test
        look(subject)
    window.actions_table.action("find").trigger()
    look("find")
    assert not found, "\n".join(sorted(found))
