"""The panes as they are drawn: one sample, one judged claim, one size, one moment, nothing that blinks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import seeds
from core.pipeline import read_report
from core.project import AddTag, AttachEvidence, EvidenceDraft, Project, SetConfidence, SetRationale, SetVerdict
from gui import settings
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH

PATIENCE = 20_000
SIZE = 1280, 800
TOUR = "select", "judge", "prove", "find"


def moment() -> datetime:
    """The same time of the clock on the wall, wherever the test runs."""
    return datetime(2024, 5, 6, 9, 30).astimezone()


def scenes(window: MainWindow, folder: Path, qtbot: QtBot) -> Iterator[tuple[str, QImage]]:
    """Walk through the panes; each with its name."""
    QApplication.setCursorFlashTime(0)
    window.resize(*SIZE)
    for step in TOUR:
        settings.set_flag(f"tour_{step}", True)
    window.complete()
    window.welcome.show_version("0.0.0")
    yield "welcome", settled(window, qtbot)
    yield "import", _import_sheet(window, folder, qtbot)
    open_sample(window, folder, qtbot)
    contents = window.contents
    assert contents is not None and contents.data is not None
    navigator, data = contents.navigator, contents.data
    for tab in ("sections", "claims", "hits", "evidence"):
        navigator.show_tab(tab)
        yield f"navigator-{tab}", settled(navigator, qtbot)
    yield "text", settled(contents.text, qtbot)
    yield "inspector", settled(contents.inspector, qtbot)
    data.set_by_section(False)
    qtbot.waitUntil(lambda: all(card.view is not None for card in data.cards), timeout=PATIENCE)
    yield "data-growth", settled(data, qtbot)
    data.show_page("table")
    yield "data-table", settled(data, qtbot)
    window.actions_table.action("layout_ledgers").trigger()
    assert contents.ledgers is not None
    yield "ledgers", settled(contents.ledgers, qtbot)
    window.actions_table.action("layout_data").trigger()
    window.triage.begin()
    yield "triage", settled(window.pages, qtbot, lambda: window.grab().toImage())


def open_sample(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Open the county's report in a new project, with one claim that is judged, tagged and has evidence."""
    file = seeds.sample("county").file
    report, original = read_report(file)
    project = Project.create(folder / "county.prv", report, original, created_by="甲", clock=moment)
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.arriving.take(project)
    session = window.session
    claim = next(claim for claim in session.claims() if claim.metrics)
    draft = EvidenceDraft(
        kind="statistical_release", title="澜溪县2023年统计公报", provider="澜溪县统计局", published_on="2024-03-20",
        excerpt="全年地区生产总值比上年增长。", locator="第1页", retrieved_at=moment().isoformat(),
    )
    for edit in (
        AddTag(claim.id, project.tags()[0].id), SetVerdict(claim.id, "supported"), SetConfidence(claim.id, "high"),
        SetRationale(claim.id, "与附上的统计公报一致。"), AttachEvidence(claim.id, draft),
    ):
        assert session.do(edit), edit
    session.select("claim", claim.id)


def settled(shown: QWidget, qtbot: QtBot, take: Callable[[], QImage] | None = None) -> QImage:
    """The picture, when it has stood still for a while."""
    if shown.window().isActiveWindow() is False:
        shown.window().activateWindow()
    grab = take or (lambda: shown.grab().toImage())
    before, still = QImage(), 0
    for _ in range(200):
        qtbot.wait(15)
        now = grab()
        still, before = (still + 1 if now == before else 0), now
        if still >= 4:
            break
    assert still >= 4, "the picture never stands still"
    return before


def _import_sheet(window: MainWindow, folder: Path, qtbot: QtBot) -> QImage:
    settings.set_flag(BEFORE_EACH, True)
    copy = folder / "digest-2024.txt"
    copy.write_bytes(seeds.sample("digest").file.read_bytes())
    window.open_file(copy)
    qtbot.waitUntil(lambda: window.importing.dialog is not None, timeout=PATIENCE)
    dialog = window.importing.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.received is not None and not dialog.at_work, timeout=PATIENCE)
    picture = settled(dialog, qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE)
    settings.set_flag(BEFORE_EACH, False)
    window.setFocus(Qt.FocusReason.OtherFocusReason)
    return picture
