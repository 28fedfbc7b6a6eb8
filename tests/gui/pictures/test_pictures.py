"""Each pane looks as it did when a person last looked: light and dark, Chinese and English.

What is meant to look otherwise is looked at, and `pytest tests/gui/pictures --update-pictures` makes it the reference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import settings
from gui.mainwindow import MainWindow
from tests.gui.pictures import likeness
from tests.gui.pictures.scenes import scenes

REFERENCES = Path(__file__).parent / "references"

pytestmark = pytest.mark.usefixtures("drawn_alike", "words_of_now")


@pytest.fixture(autouse=True)
def still_caret(qtbot: QtBot) -> Iterator[None]:  # noqa: ARG001  Qt has to be there first
    """The caret blinks again afterwards."""
    before = QApplication.cursorFlashTime()
    yield
    QApplication.setCursorFlashTime(before)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_panes_look_as_they_did(
    language: Literal["zh", "en"], theme: Literal["light", "dark"], request: pytest.FixtureRequest, tmp_path: Path,
    qtbot: QtBot, update: bool,
) -> None:
    """A part that was moved, clipped, lost or recoloured is seen here, with its pictures in a folder to look at."""
    settings.set_language(language)
    settings.set_theme(theme)
    make_window: Callable[[], MainWindow] = request.getfixturevalue("make_window")
    wrong = []
    names = set()
    for pane, picture in scenes(make_window(), tmp_path, qtbot):
        name = f"{pane}.{language}.{theme}"
        names.add(f"{name}.png")
        reference = REFERENCES / f"{name}.png"
        if update:
            likeness.picture_of(likeness.grid(picture)).save(str(reference))
            picture.save(str(tmp_path / reference.name))
            continue
        assert reference.is_file(), f"{reference.name} is missing: look at it, then --update-pictures"
        expected = likeness.read(reference)
        if what := likeness.difference(likeness.grid(picture), expected):
            likeness.write_failure(tmp_path, name, picture, expected)
            wrong.append(f"{name}: {what}")
    assert not wrong, "\n".join([*wrong, f"pictures, references and differences are in {tmp_path}"])
    assert names == {path.name for path in REFERENCES.glob(f"*.{language}.{theme}.png")}  # none is left of a pane gone
