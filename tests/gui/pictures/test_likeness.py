"""The guard bites: a part that was moved, clipped, lost or recoloured is seen; a rasteriser's dither is not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.theme import Theme, load_fonts
from gui.views.navigator import Navigator
from tests.gui.pictures.likeness import difference, grid, picture_of, read
from tests.gui.pictures.scenes import settled
from tests.gui.sample import on_screen, open_sample

#: One of the narrowest things that a pane shows: a button with an icon, in pixels.
PART = 24


@pytest.fixture
def pane(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Navigator:
    """A pane to spoil."""
    load_fonts()
    session: Session = open_sample(tmp_path_factory.mktemp("likeness"))
    made = Navigator(session, Theme("light"))
    on_screen(qtbot, made, 268, 724)
    return made


def hide_a_widget(pane: Navigator) -> None:
    pane.foot.hide()


def shift_a_widget(pane: Navigator) -> None:
    pane.tabs.move(pane.tabs.x(), pane.tabs.y() + 3)


def clip_a_widget(pane: Navigator) -> None:
    pane.tabs.resize(pane.tabs.width() - 40, pane.tabs.height())


def change_the_words(pane: Navigator) -> None:
    pane.heads["sections"].field.setPlaceholderText("Other words")


@pytest.mark.parametrize("spoil", [hide_a_widget, shift_a_widget, clip_a_widget, change_the_words])
def test_a_spoilt_pane_is_seen(pane: Navigator, spoil: Callable[[Navigator], None], qtbot: QtBot) -> None:
    """Each of these was a bug of some window once."""
    before = grid(settled(pane, qtbot))
    assert difference(before, grid(settled(pane, qtbot))) == ""
    spoil(pane)
    assert difference(grid(settled(pane, qtbot)), before)


def test_another_colour_is_seen(pane: Navigator, qtbot: QtBot) -> None:
    """The mark of the tab in front, in another ink."""
    picture = settled(pane, qtbot)
    spoilt = painted(picture, QRect(40, 90, PART // 2, PART), QColor("#a02020"))
    assert "together" in difference(grid(spoilt), grid(picture))


def test_a_small_part_that_moved_is_seen(pane: Navigator, qtbot: QtBot) -> None:
    """A button's icon a few pixels beside its place, and nothing else in the pane."""
    empty = painted(settled(pane, qtbot), QRect(0, 380, 268, 120), QColor("#ffffff"))
    here = painted(empty, QRect(100, 400, PART, PART), QColor("#404040"))
    there = painted(empty, QRect(104, 400, PART, PART), QColor("#404040"))
    assert "together" in difference(grid(there), grid(here))
    assert difference(grid(here), grid(empty))


def test_dither_is_not_seen(pane: Navigator, qtbot: QtBot) -> None:
    """Pixels a little lighter and darker all over, as another version of a rasteriser draws them."""
    picture = settled(pane, qtbot)
    noise = np.random.default_rng(1).integers(-12, 13, (picture.height(), picture.width(), 1))
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8)
    pixels = raw.reshape(picture.height(), picture.width(), 4)[:, :, 2::-1]
    dithered = picture_of(np.clip(pixels + noise, 0, 255).astype(np.int16))
    assert difference(grid(dithered), grid(picture)) == ""


def test_another_size_is_seen(pane: Navigator, qtbot: QtBot) -> None:
    """A pane that grew is not compared cell by cell."""
    picture = settled(pane, qtbot)
    assert "not" in difference(grid(picture.copy(0, 0, 260, 724)), grid(picture))


def test_a_reference_is_read_as_it_was_written(pane: Navigator, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
                                               ) -> None:
    """The stored grid is the grid."""
    cells = grid(settled(pane, qtbot))
    path = tmp_path_factory.mktemp("stored") / "a.png"
    assert picture_of(cells).save(str(path))
    assert np.array_equal(read(path), cells)


def painted(picture: QImage, part: QRect, color: QColor) -> QImage:
    """A copy with one part in one colour."""
    copy = picture.copy()
    painter = QPainter(copy)
    painter.fillRect(part, color)
    painter.end()
    return copy
