"""After a change of the language nothing on screen speaks the one before, whatever was open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.project import AddTag, AttachEvidence, EvidenceDraft, SetRationale, SetVerdict
from gui import settings
from gui.mainwindow import MainWindow

#: What is the same in both languages: keys, formats, abbreviations, the languages' own names.
_SAME: Final = re.compile(
    r"Ctrl|Shift|Alt|Enter|Return|Esc|Space|Backspace|Del|Tab|PageUp|PageDown|Home|End|F\d+|SHA-256|PDF|CSV|XLSX|TXT|HTML|JSON"
    r"|UTF-8|PNG|SVG|GDP|R&D|https?://|English|中文|[A-Z]{3}-\d\d|E-\d{4}|\.prv|\.txt|今年 or 去年|“全年”"
)
_LATIN: Final = re.compile(r"[A-Za-z]{3,}")
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")


def said(part: QWidget) -> Iterator[str]:
    """All that a widget shows, or says to a screen reader."""
    yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription())
    if part.isWindow():
        yield part.windowTitle()
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QLineEdit() | QPlainTextEdit():
            yield part.placeholderText()
        case QHeaderView():
            model = part.model()
            for place in range(part.count()):
                yield str(model.headerData(place, part.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        case QListView() | QTreeView() if part.model() is not None:
            model = part.model()
            for row in range(min(60, model.rowCount())):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(model.index(row, 0).data(role) or "")


def heard() -> dict[str, str]:
    """Every text on screen, with who says it."""
    return {
        words: f"{type(part).__name__} in {type(part.parentWidget()).__name__}"
        for part in QApplication.allWidgets() if part.isVisible() for line in said(part)
        for words in re.split(" · |\n", line) if words.strip()  # a line of several facts may be half in each language
    }


def foreign(known: str) -> dict[str, str]:
    """What is not said in the language now in force and is no word of the report's or the reviewer's."""
    wrong = {}
    for words, who in heard().items():
        rest = _SAME.sub("", words)
        if settings.language() == "zh":
            found = [each for each in _LATIN.findall(rest) if each not in known]
            if found and not _HAN.search(rest):
                wrong[words] = who
        elif any(each not in known for each in _HAN.findall(rest)):
            wrong[words] = who
    return wrong


def stages(window: MainWindow) -> Iterator[str]:
    """Walk through what can stand in the window, each with its name."""
    claims = window.session.claims()
    contents, do = window.contents, window.session.do
    assert contents is not None and contents.data is not None
    window.tour.begin()
    yield "nothing selected"
    for edit in (
        SetVerdict(claims[0].id, "partly"), SetRationale(claims[0].id, "理由"),
        AttachEvidence(claims[0].id, EvidenceDraft(title="通知", kind="notice", excerpt="词")),
    ):
        assert do(edit)
    project = window.session.project
    assert project is not None
    do(AddTag(claims[0].id, project.tags()[0].id))
    window.session.select("claim", claims[0].id)
    yield "claim"
    window.session.gather([claim.id for claim in claims[:3]])
    yield "claims together"
    window.session.select("metric", window.session.report.metrics[0].id if window.session.report else "")
    yield "figure"
    window.session.select("hit", project.hits()[0].id)
    yield "check"
    window.session.select("evidence", project.evidence()[0].id)
    yield "evidence"
    for tab in ("claims", "hits", "evidence", "sections"):
        contents.navigator.show_tab(tab)
        yield f"navigator {tab}"
    window.actions_table.action("layout_data").trigger()
    for page in ("growth", "figures", "review", "evidence"):
        contents.data.show_page(page)
        yield f"data {page}"
    contents.data.show_page("table")
    contents.data.table.open_filter()
    window.actions_table.action("find").trigger()
    yield "table, filter, find"
    window.actions_table.action("find_project").trigger()
    contents.navigator.search.field.setText("增长")
    contents.navigator.search.search()
    window.telling.open_here()
    yield "find in the project, band"
    window.actions_table.action("layout_ledgers").trigger()
    assert contents.ledgers is not None
    for name in ("targets", "results", "commitments", "issues"):
        contents.ledgers.show_ledger(name)
        yield f"ledger {name}"
    window.actions_table.action("layout_reading").trigger()
    window.triage.begin()
    yield "one by one"
    window.triage.leave()
    window.actions_table.action("help").trigger()
    yield "help"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_the_language_before_stays_on_screen(
    make_window: Callable[[], MainWindow], report: Path, qtbot: QtBot, language: str
) -> None:
    """A hint that stays English among Chinese ones is a hole. Each stage is opened in the other language."""
    new, old = ("zh", "en") if language == "zh" else ("en", "zh")
    settings.set_language("en" if old == "en" else "zh")
    window = make_window()
    window.resize(1600, 900)
    window.commands.choose_language("en" if old == "en" else "zh")
    with qtbot.waitSignal(window.ready, timeout=60_000):
        window.open_file(report)
    window.refresh()
    read = window.session.report
    assert read is not None
    known = "".join(read.text.split()) + (read.title or "") + str(report) + "通知理由词"
    left: dict[str, dict[str, str]] = {}
    for stage in stages(window):
        window.commands.choose_language("zh" if new == "zh" else "en")
        QApplication.processEvents()
        window.refresh()
        wrong = foreign(known)
        for _ in range(60):  # charts are drawn in turns of their own
            if not wrong:
                break
            qtbot.wait(25)
            wrong = foreign(known)
        if wrong:
            left[stage] = wrong
        window.commands.choose_language("en" if old == "en" else "zh")
        QApplication.processEvents()
    assert not left
