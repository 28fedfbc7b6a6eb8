"""What takes long says what it is and how far it has come, and stops on a click; the rest of a queue goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.readers import sharing
from core.readers.printed.page import read_page
from gui import settings
from gui.dialogs.importing import ImportDialog
from gui.mainwindow import MainWindow
from gui.mainwindow.underway import shortened
from gui.models.received import BEFORE_EACH
from tests.core.readers.test_pdf_made import hand_made, line

PATIENCE = 10_000
PAGES = 12
SLOW = 5


class Gate:
    """Holds up the reading of a page until it is opened."""

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """The sixth page of any PDF takes until the gate is opened; it stands open at the end of the test."""
    gate = Gate()

    def read(document: object, number: int) -> object:
        if number == SLOW:
            gate.reached.set()
            gate.open.wait(PATIENCE / 1000)
        return read_page(document, number)  # type: ignore[arg-type]  # the library's document

    monkeypatch.setattr(sharing, "read_page", read)
    yield gate
    gate.open.set()


@pytest.fixture
def asking(window: MainWindow) -> MainWindow:
    """A window that shows what was read before each import, and tells of work at once."""
    settings.set_flag(BEFORE_EACH, True)
    window.under_way.delay.setInterval(0)
    return window


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A report of some pages."""
    path = tmp_path / "Report of 2024.pdf"
    path.write_bytes(hand_made(*(line(f"{page}. Output grew by {page}.5 percent in 2024.", 60, 500)
                                 for page in range(1, PAGES + 1))))
    return path


def test_a_long_opening_says_the_file_and_the_page(asking: MainWindow, long: Path, gate: Gate, qtbot: QtBot) -> None:
    """A thin line alone leaves a person wondering; on the Welcome page there is no status line either."""
    asking.open_file(long)
    qtbot.waitUntil(lambda: "page 6 of 12" in asking.work_band.sentence, timeout=PATIENCE)
    assert asking.work_band.sentence == "Opening “Report of 2024.pdf”: page 6 of 12"
    assert [button.text() for button in asking.work_band.buttons] == ["Stop"]
    gate.open.set()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    assert asking.work_band.sentence == ""


def test_the_sentence_follows_the_language(asking: MainWindow, long: Path, gate: Gate, qtbot: QtBot) -> None:
    """Chinese is the window's first language."""
    asking.open_file(long)
    qtbot.waitUntil(lambda: "page 6" in asking.work_band.sentence, timeout=PATIENCE)
    asking.commands.choose_language("zh")
    qtbot.waitUntil(lambda: "第 6 页，共 12 页" in asking.work_band.sentence, timeout=PATIENCE)
    assert [button.text() for button in asking.work_band.buttons] == ["停止"]
    asking.commands.choose_language("en")
    gate.open.set()


@pytest.mark.parametrize("by", ["button", "key"])
def test_stop_leaves_everything_as_it_was(
    asking: MainWindow, long: Path, gate: Gate, qtbot: QtBot, by: str
) -> None:
    """No sheet and no project come up afterwards, and the window takes the next file."""
    asking.open_file(long)
    assert gate.reached.wait(PATIENCE / 1000)
    qtbot.waitUntil(lambda: asking.work_band.sentence != "", timeout=PATIENCE)
    with qtbot.waitSignal(asking.opener.stopped, timeout=PATIENCE):
        if by == "button":
            asking.work_band.buttons[0].click()
        else:
            QTest.keyClick(asking, Qt.Key.Key_Escape)
        assert asking.work_band.sentence == ""
        gate.open.set()
    assert asking.importing.dialog is None and asking.session.project is None
    assert not list(long.parent.glob("*.prv"))
    asking.open_file(long)
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)


def test_stopping_one_of_several_goes_on_with_the_next(
    asking: MainWindow, long: Path, gate: Gate, tmp_path: Path, qtbot: QtBot
) -> None:
    """Else the other files would come up when something else is opened, perhaps an hour later."""
    second = tmp_path / "second.txt"
    second.write_text("澜溪县2023年政府工作报告\n\n2022年，全县地区生产总值增长6.1%。\n", "utf-8")
    asking.importing.open_all([long, second])
    qtbot.waitUntil(lambda: asking.work_band.sentence != "", timeout=PATIENCE)
    asking.work_band.buttons[0].click()
    gate.open.set()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    assert asking.importing.dialog is not None and asking.importing.dialog.received is not None
    assert asking.importing.dialog.received.path == second


def test_reading_again_in_the_sheet_says_its_page_and_stops(
    asking: MainWindow, long: Path, gate: Gate, qtbot: QtBot
) -> None:
    """Putting back a line of a long file reads all of it; Stop leaves what stood there, ticks and all."""
    gate.open.set()
    asking.open_file(long)
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    dialog = asking.importing.dialog
    assert dialog is not None
    before = dialog.received
    gate.open.clear()
    dialog.under_way.delay.setInterval(0)
    piece = dialog.furniture.pieces[0]
    dialog.furniture.turned.emit(piece)
    qtbot.waitUntil(lambda: "page 6 of 12" in dialog.band.sentence, timeout=PATIENCE)
    dialog.band.buttons[0].click()
    gate.open.set()
    qtbot.waitUntil(lambda: not asking.jobs.running, timeout=PATIENCE)
    assert dialog.received is before and dialog.band.sentence == "" and dialog.done_button.isEnabled()
    assert dialog.furniture.pieces[0] == piece


def test_a_short_opening_says_nothing(asking: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Words that come and go at once are noise."""
    asking.under_way.delay.setInterval(60_000)
    path = tmp_path / "short.txt"
    path.write_text("澜溪县2023年政府工作报告\n\n2022年，全县地区生产总值增长6.1%。\n", "utf-8")
    asking.open_file(path)
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    assert asking.work_band.isHidden() and not asking.under_way.delay.isActive()


@pytest.mark.parametrize(("name", "shown"), [
    ("报告.pdf", "报告.pdf"),
    ("很长的名字" * 20 + "2024年度.pdf", "很长的名字" * 7 + "…" + "名字2024年度.pdf"),
])
def test_a_long_name_keeps_its_beginning_and_its_ending(name: str, shown: str) -> None:
    assert shortened(name) == shown


def test_the_sheet_comes_in_turns_and_a_second_file_waits_for_it(
    asking: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Loading, making and showing it at once held the window up for 60 ms; what is opened meanwhile comes after it."""
    file, other = (tmp_path / name for name in ("report.txt", "other.txt"))
    for path in (file, other):
        path.write_text(f"南坪县工作总结（{path.stem}）\n\n全年地区生产总值增长6.7%。\n", encoding="utf-8")
    made: list[list[ImportDialog]] = []
    asking.opener.received.connect(lambda _found: made.append(asking.findChildren(ImportDialog)))
    asking.opener.received.connect(lambda _found: len(made) == 1 and asking.importing.open_all([other]))
    asking.open_file(file)
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    first = asking.importing.dialog
    assert made == [[]], "it is made in a turn of its own"
    assert first is not None and first.lead.text() == "report.txt" and first.isVisible()
    first.reject()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    second = asking.importing.dialog
    assert second is not None and second.lead.text() == "other.txt"
