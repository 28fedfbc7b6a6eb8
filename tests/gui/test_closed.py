"""A project that was closed is gone by itself: nothing of what was read in it stays behind the Welcome page."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from core.model import ReviewClaim
from core.model.report import Claim, Metric, Report
from gui.mainwindow import MainWindow
from gui.models.metrics import MetricRow
from gui.models.rows import ListRow

_READ = (Report, Metric, Claim, ReviewClaim, MetricRow, ListRow)


def of_the_report() -> list[object]:
    """What was read, and the rows that show it."""
    return [each for each in gc.get_objects() if type(each) in _READ]


def test_what_was_read_goes_with_its_project_and_in_no_circles(
    window: MainWindow, report: Path, qtbot: QtBot
) -> None:
    """Table, lists, queue and ledgers kept the rows of a closed report until the next one came, and the claims held
    themselves until Python looked for circles: a tenth of a second for a long plan, in which the window stood still."""
    before = {id(each) for each in of_the_report()}
    with qtbot.waitSignal(window.ready, timeout=60_000):
        window.open_file(report)
    contents, act = window.contents, window.actions_table.action
    assert contents is not None and contents.data is not None
    data = contents.data
    act("layout_ledgers").trigger()
    act("layout_data").trigger()
    data.show_page("table")
    qtbot.waitUntil(lambda: len(data.table.table.rows) > 0)
    contents.navigator.show_tab("claims")
    window.session.select("claim", window.session.claims()[0].id)
    contents.navigator.show_tab("sections")
    act("triage").trigger()
    qtbot.wait(200)
    read = {id(each): type(each) for each in of_the_report() if id(each) not in before}
    assert set(read.values()) == set(_READ)
    gc.collect()
    gc.disable()
    try:
        act("close_project").trigger()
        qtbot.wait(200)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [type(each) for each in of_the_report() if read.get(id(each)) is type(each)]
        assert not left
    finally:
        gc.enable()
