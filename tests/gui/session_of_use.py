"""What a person does in an hour with the window, in short: for the watchdog and for the benchmark of turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog

from gui.mainwindow import MainWindow

Step = tuple[str, Callable[[], object]]

_WIDE = QSize(1920, 1080)
_DIALOGS = ("shortcuts", "codebook", "trail", "report_details", "review_info", "about", "sign")


def steps(window: MainWindow, report: Path) -> Iterator[Step]:
    """One thing after the other, each with its name; the report is open, its project lies beside it."""
    session, contents, table = window.session, window.contents, window.actions_table
    assert contents is not None and contents.data is not None and session.report is not None
    data = contents.data

    def act(key: str, name: str = "") -> Step:
        return name or key, table.action(key).trigger

    for _ in range(3):
        yield act("next_claim")
        yield act("verdict_1")
    yield act("undo")
    yield "select a figure", lambda: session.select("metric", session.report.metrics[5].id, reveal=True)
    if session.project is not None and (hits := session.project.hits()):
        yield "select a check hit", lambda: session.select("hit", hits[0].id, reveal=True)
    yield act("next_section")
    yield "scroll", lambda: contents.text.verticalScrollBar().setValue(2000)
    yield act("find")
    yield "type in find", lambda: contents.text.open_find("增长")
    yield act("find_project")
    yield "search in the project", lambda: contents.navigator.search.begin("增长")
    yield act("palette")
    yield "type in the palette", lambda: window.palette_view.field.setText("增长")
    yield "leave the palette", window.palette_view.dismiss
    yield act("triage")
    yield act("stay_1", "judge in triage")
    yield act("triage", "leave triage")
    yield act("layout_ledgers")
    yield act("theme_dark", "dark, with the ledgers")
    yield act("layout_data")
    yield "table of figures", lambda: data.show_page("table")
    yield "filter the figures", lambda: data.table.filter.setText("增长")
    yield "all figures", lambda: data.table.filter.setText("")
    yield "sort the figures", lambda: data.table.view.sort(1)
    yield "charts of the review", lambda: data.show_page("review")
    yield "charts of growth", lambda: data.show_page("growth")
    yield act("theme_light", "light")
    yield "a wide window", lambda: window.resize(_WIDE)
    yield act("theme_dark", "dark, in a wide window")
    yield "a narrow window", lambda: window.resize(1280, 800)
    yield "Chinese", lambda: window.commands.choose_language("zh")
    yield "English", lambda: window.commands.choose_language("en")
    yield act("text_larger")
    for key in _DIALOGS:
        yield act(key)
        yield f"close {key}", _close_dialogs
    yield act("close_project")
    yield "open again", lambda: window.opener.open_project(report.with_suffix(".prv"))


def long_steps(window: MainWindow) -> Iterator[Step]:
    """What takes longer the more targets a report has; it is open."""
    session, contents, table = window.session, window.contents, window.actions_table
    assert contents is not None and contents.data is not None
    data = contents.data
    ledgers = contents.load_ledgers()

    def act(key: str, name: str = "") -> Step:
        return name or key, table.action(key).trigger

    yield "select a claim", lambda: session.select("claim", session.claims()[400].id, reveal=True)
    yield act("verdict_2")
    yield act("undo")
    yield act("next_section")
    yield "another section's charts", lambda: data.set_by_section(False)
    yield "charts of amounts", lambda: data.show_page("figures")
    yield "charts of the review", lambda: data.show_page("review")
    yield "charts of growth", lambda: data.show_page("growth")
    yield "table of figures", lambda: data.show_page("table")
    yield "sort the figures", lambda: data.table.view.sort(1)
    yield "filter the figures", lambda: data.table.filter.setText("增长")
    yield "all figures", lambda: data.table.filter.setText("")
    yield "the figures' end", lambda: data.table.view.verticalScrollBar().setValue(10**6)
    yield act("layout_ledgers")
    for name in ("results", "commitments", "issues", "targets"):
        yield f"ledger of {name}", partial(ledgers.show_ledger, name)
    yield "sort the ledger", lambda: ledgers.view.sort(5)
    yield "filter the ledger", lambda: ledgers.filter.setText("增长")
    yield "the whole ledger", lambda: ledgers.filter.setText("")
    yield "unpaired rows", lambda: ledgers.show_unpaired(True)
    yield "all rows", lambda: ledgers.show_unpaired(False)
    yield "the ledger's end", lambda: ledgers.view.verticalScrollBar().setValue(10**6)
    yield "fill a cell", lambda: ledgers.table.filled.emit(ledgers.table.rows[0], "actual", "1")
    yield act("undo", "undo the cell")
    yield act("verdict_3", "judge with the ledgers")
    yield act("layout_data")
    yield "list of claims", lambda: contents.navigator.show_tab("claims")
    yield "list of checks", lambda: contents.navigator.show_tab("hits")
    yield "sections", lambda: contents.navigator.show_tab("sections")
    yield "search in the project", lambda: contents.navigator.search.begin("增长")
    yield act("triage")
    yield act("stay_1", "judge in triage")
    yield act("triage", "leave triage")
    yield "a wide window", lambda: window.resize(_WIDE)
    yield "a narrow window", lambda: window.resize(1280, 800)
    yield act("text_larger")
    yield "Chinese", lambda: window.commands.choose_language("zh")
    yield "English", lambda: window.commands.choose_language("en")
    yield act("theme_dark")
    yield act("close_project")


def _close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.close()
