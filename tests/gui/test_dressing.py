"""Another theme: everything in sight changes at once, what is out of sight before it is seen, each widget once."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer

from gui.dressing import Dresser
from gui.mainwindow import MainWindow
from gui.theme import Theme, with_roles


@pytest.fixture
def dresser(application: QApplication) -> Dresser:
    """An application in the light theme."""
    dresser = Dresser(application, Theme("light"))
    dresser.dress()
    return dresser


@pytest.fixture
def form(qtbot: QtBot, dresser: Dresser) -> QWidget:
    """A field and a button in a window; the button was seen and is out of sight now."""
    qtbot.waitUntil(lambda: not dresser.waiting, timeout=10_000)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit(window))
    column.addWidget(QPushButton(window))
    window.resize(200, 120)
    window.show()
    qtbot.waitExposed(window)
    part(window, QPushButton).hide()
    return window


def part(window: QWidget, kind: type[QWidget]) -> QWidget:
    return next(child for child in window.children() if isinstance(child, kind))


def ground(widget: QWidget) -> QColor:
    """The colour in the middle of a widget without words."""
    return widget.grab().toImage().pixelColor(widget.width() // 2, widget.height() // 2)


def turn(dresser: Dresser, name: str) -> Theme:
    theme = dresser._theme
    theme.use(name)
    dresser.dress()
    return theme


def test_what_is_in_sight_changes_at_once(form: QWidget, dresser: Dresser) -> None:
    """No picture is half in one theme and half in the other."""
    before = ground(part(form, QLineEdit))
    theme = turn(dresser, "dark")
    assert ground(part(form, QLineEdit)) == theme.color("raised") != before


def test_what_is_out_of_sight_changes_before_it_is_shown(form: QWidget, dresser: Dresser) -> None:
    """A menu opened right after the change is not in the colours of before."""
    theme = turn(dresser, "dark")
    assert dresser.waiting
    button = part(form, QPushButton)
    before = dresser.waiting
    button.show()
    assert dresser.waiting == before - 1
    assert ground(button) == theme.color("raised")


def test_what_nobody_shows_is_changed_in_the_end(form: QWidget, dresser: Dresser, qtbot: QtBot) -> None:
    """Turns of the event loop are enough; a widget that went meanwhile is passed over."""
    part(form, QPushButton).deleteLater()
    turn(dresser, "dark")
    qtbot.waitUntil(lambda: not dresser.waiting, timeout=10_000)


def test_another_theme_sends_no_widget_its_style_again_and_again(opened: MainWindow, qtbot: QtBot) -> None:
    """Qt polishes each widget once for each of its ancestors when the sheet changes; that froze the window."""
    contents = opened.contents
    assert contents is not None and contents.data is not None
    cards = contents.data.cards  # charts that are made meanwhile have their first style, which is no other
    qtbot.waitUntil(lambda: all(card.view is not None for card in cards))
    counted: Counter[int] = Counter()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.StyleChange:
                # by its place in Qt: Python's wrapper of a widget that only Qt holds is made anew for each event
                counted[getCppPointer(watched)[0]] += 1
            return False

    watch = Watch()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    opened.actions_table.action("theme_dark").trigger()
    qtbot.wait(50)
    application.removeEventFilter(watch)
    assert max(counted.values(), default=0) <= 2  # a widget with a sheet of its own, and its parent's
    assert len(counted) < len(QApplication.allWidgets()) / 4


def test_a_sheet_names_roles_and_no_colours() -> None:
    """The sheet is the same in every theme; two colours that shared a role would both be one of them."""
    light, dark = Theme("light"), Theme("dark")
    assert light.stylesheet() == dark.stylesheet()
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|@", light.stylesheet())
    roles = {with_roles(f"@{token}") for token in ("chrome", "paper", "raised", "sunken", "hover", "hit_tint",
                                                   "accent_soft", "text", "text2", "muted", "accent", "on_accent",
                                                   "border", "line", "hit", "refuted", "metric")}
    assert len(roles) == 17
    assert dark.palette().color(QPalette.ColorRole.LinkVisited) == dark.color("accent_soft")
    with pytest.raises(KeyError):
        with_roles("@bar")


def test_who_paints_itself_need_not_listen_to_the_theme(qtbot: QtBot, dresser: Dresser) -> None:
    """Each is asked to paint when it is dressed, what scrolls as well: connections of forty classes did so once more,
    and each left some bytes behind its widget."""

    class Own(QAbstractScrollArea):
        painted = 0

        def paintEvent(self, _event: QPaintEvent) -> None:
            self.painted += 1

    own = Own()
    qtbot.addWidget(own)
    own.show()
    qtbot.waitExposed(own)
    qtbot.waitUntil(lambda: own.painted > 0)
    before = own.painted
    turn(dresser, "dark" if dresser._theme.name == "light" else "light")
    qtbot.waitUntil(lambda: own.painted > before, timeout=1000)
