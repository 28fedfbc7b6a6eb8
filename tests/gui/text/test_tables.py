"""Tables in the text: set as tables, selected, copied, found and walked through by exact offsets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Report, Span
from core.model.layout import Cell, Layout, Table
from core.pipeline import report_of
from core.project import Project, RefuseFigure
from core.readers import Reading, read_bytes
from gui.session import Session
from gui.shell import make_application
from gui.theme import Theme
from gui.views.text import TextPane
from gui.views.text.grid import GridRow
from gui.views.text.paragraphs import cut
from gui.views.text.tables import columns_of, groups, is_number, sound, tsv
from tests.gui.sample import on_screen

ROWS = [["指标", "单位", "2023年", "比上年增长（%）"], ["地区生产总值", "亿元", "3215.60", "6.1"],
        ["其中：第一产业", "亿元", "412.35", "-1.2"], ["年末人口", "", "866.6", "—"]]


def table_at(start: int, rows: list[list[str]], *, merged: bool = False) -> tuple[str, Table]:
    """Rows with tabs between cells, and the table that they make when they stand at an offset."""
    text, cells = "", []
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            text += ("\t" if column else "\n" if row else "")
            place = start + len(text)
            text += word
            cells.append(Cell(Span(place, start + len(text)), row, column, head=row == 0 or column == 0))
    if merged:
        cells[-len(rows[0])] = replace(cells[-len(rows[0])], columns=2)
        del cells[-len(rows[0]) + 1]
    return text, Table(Span(start, start + len(text)), tuple(cells))


def report_with(rows: list[list[str]], lead: str = "某县2023年统计公报\n\n表1 主要指标\n") -> Report:
    """A report with one table between words."""
    made, table = table_at(len(lead), rows)
    text = f"{lead}{made}\n\n全县继续发展，居民收入增长5.4%。\n"
    caption = Span(lead.index("表1"), len(lead) - 1)
    read = read_bytes(text.encode(), "a.txt")
    layout = Layout(tables=(replace(table, caption=caption),))
    return report_of(Reading(read.data, text, read.source, layout))


@pytest.fixture
def report() -> Report:
    """A small communiqué with one table."""
    return report_with(ROWS)


@pytest.fixture
def pane(report: Report, tmp_path: Path, qtbot: QtBot) -> TextPane:
    """The report on the screen."""
    make_application([])
    session = Session()
    session.open(Project.create(tmp_path / "t.prv", report, report.text.encode(), created_by="甲"))
    pane = TextPane(session, Theme("light"))
    on_screen(qtbot, pane, 700, 600)
    return pane


def grid_rows(pane: TextPane) -> list[GridRow]:
    """The set rows of the table."""
    rows = (pane._page.row(index) for index in range(len(pane._page.paragraphs)))
    return [row for row in rows if isinstance(row, GridRow)]


def test_each_row_is_a_paragraph_and_the_caption_is_marked(report: Report) -> None:
    """The table costs what is in sight of it; nothing of it is said twice, nothing beside it is lost."""
    paragraphs = cut(report)
    assert [paragraph.style for paragraph in paragraphs if paragraph.style in ("caption", "grid")] == [
        "caption", "grid", "grid", "grid", "grid"
    ]
    words = [report.text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    assert words[-1].startswith("全县")
    assert "地区生产总值\t亿元\t3215.60\t6.1" in words


def test_numbers_stand_at_the_right_and_heads_over_them(pane: TextPane) -> None:
    """The right edges of a column of numbers and of its head are one line."""
    rows = grid_rows(pane)
    edges = rows[0].columns.edges
    for row in rows[:3]:
        line = next(i for i, line in enumerate(row.lines) if row._lefts[i] >= edges[2] and row._lefts[i] < edges[3])
        right = row._lefts[line] + row.lines[line].width
        assert abs(right - (edges[3] - 8)) < 1
    assert 2 in rows[0].columns.numbers and 1 not in rows[0].columns.numbers
    assert rows[0].columns.heads == 1


def test_every_character_of_a_cell_is_found_where_it_is_drawn(pane: TextPane, report: Report) -> None:
    """From an offset to its point and back: selection and clicks are exact in every cell."""
    table = report.layout.tables[0]
    for cell in table.cells:
        for offset in range(cell.span.start, cell.span.end):
            index = pane._page.index_of(offset)
            row = pane._page.row(index)
            assert isinstance(row, GridRow)
            place = row.shown.place(offset)
            line = row.line_of(place)
            x = (row.x(line, place) + row.x(line, place + 1)) / 2 if place + 1 <= row.lines[line].end else 0.0
            assert row.inside(x, row.line_top(line) + 10) == place
            assert row.shown.offset(place) == offset


def test_arrow_keys_walk_through_cells_and_rows(pane: TextPane, report: Report, qtbot: QtBot) -> None:
    """Down keeps to the column; right goes on into the next cell."""
    table = report.layout.tables[0]
    at = {(cell.row, cell.column): cell.span for cell in table.cells}
    pane.setFocus()
    pane.select_span(Span(at[1, 2].start, at[1, 2].start + 1))
    pane.select_span(None)
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert at[2, 2].start <= pane._caret.place <= at[2, 2].end
    pane.select_span(Span(at[1, 0].end - 1, at[1, 0].end))
    pane.select_span(None)
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert pane._caret.place == at[1, 1].start + 1


def test_selected_cells_are_copied_to_the_letter(pane: TextPane, report: Report) -> None:
    """What is copied is the report's own text with its tabs."""
    at = {(cell.row, cell.column): cell.span for cell in report.layout.tables[0].cells}
    pane.select_span(Span(at[1, 0].start, at[2, 1].end))
    pane.copy()
    assert QGuiApplication.clipboard().text() == "地区生产总值\t亿元\t3215.60\t6.1\n其中：第一产业\t亿元"


def test_the_menu_copies_the_table_and_opens_it_larger(pane: TextPane, report: Report, qtbot: QtBot) -> None:
    """The whole table goes to a spreadsheet; in the window Enter leads back to the text."""
    table = report.layout.tables[0]
    pane.asked_at = table.cells[5].span.start
    actions = {action.text(): action for action in pane.context_menu().actions()}
    actions["Copy the table"].trigger()
    assert QGuiApplication.clipboard().text() == "\n".join("\t".join(row) for row in ROWS)
    window = pane.open_table(table)
    assert window is not None
    qtbot.addWidget(window)
    assert window.windowTitle() == "表1 主要指标"
    with qtbot.waitSignal(pane._session.reveal) as told:
        window.view.setCurrentIndex(window.model.index(1, 2))
        qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].quote(report.text) == "3215.60"
    window.view.selectAll()
    window.view.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "地区生产总值\t亿元\t3215.60\t6.1"


def test_an_open_table_follows_what_is_decided_of_its_figures(pane: TextPane, report: Report, qtbot: QtBot) -> None:
    """A cell that was found to be no figure loses its tint at once, and has it again after undo."""
    window = pane.open_table(report.layout.tables[0])
    assert window is not None
    qtbot.addWidget(window)
    index = window.model.index(1, 2)
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None
    cell = next(cell for cell in report.layout.tables[0].cells if (cell.row, cell.column) == (1, 2))
    metric = next(one for one in report.metrics if cell.span.start <= one.value_span.start < cell.span.end)
    assert pane._session.do(RefuseFigure("r1", metric.value_span))
    assert index.data(Qt.ItemDataRole.BackgroundRole) is None
    assert pane._session.undo()
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None


def test_a_wide_table_is_slid_by_shift_and_wheel_and_by_the_caret(tmp_path: Path, qtbot: QtBot) -> None:
    """What lies beyond the column comes into sight, and no figure is broken to make it fit."""
    rows = [[f"指标{n}" for n in range(14)], *[[f"{n}{row}2,345.67" for n in range(14)] for row in range(3)]]
    report = report_with(rows)
    make_application([])
    session = Session()
    session.open(Project.create(tmp_path / "w.prv", report, report.text.encode(), created_by="甲"))
    pane = TextPane(session, Theme("light"))
    on_screen(qtbot, pane, 700, 600)
    first = grid_rows(pane)[1]
    assert first.columns.wide
    assert len(first.lines) == 14
    top = pane._page.top(next(i for i, one in enumerate(pane._page.paragraphs) if one.style == "grid"))
    point = QPointF(300, top + 40 - pane._strip.value())
    wheel = QWheelEvent(
        point, point, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ShiftModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(pane.viewport(), wheel)
    assert grid_rows(pane)[1].slid == 120
    last = report.layout.tables[0].cells[-1]
    session.reveal.emit(last.span)
    row = grid_rows(pane)[-1]
    place = row.shown.place(last.span.start)
    assert 0 <= row.x(row.line_of(place), place) <= row.column


def test_a_table_that_contradicts_itself_is_left_as_lines(report: Report) -> None:
    """Cells out of order, or two in one place: the words are shown as they stand."""
    table = report.layout.tables[0]
    wrong = replace(table, cells=(*table.cells[1:], table.cells[0]))
    twice = replace(table, cells=(*table.cells[:-1], replace(table.cells[-1], column=2)))
    for broken in (wrong, twice):
        assert not sound(broken, report.text)
        spoiled = replace(report, layout=replace(report.layout, tables=(broken,)))
        assert "grid" not in {paragraph.style for paragraph in cut(spoiled)}
    assert sound(table, report.text)


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(st.sampled_from(["", "指标", "1,234.5", "甲乙丙丁戊己庚", "—"]), min_size=3, max_size=3),
             min_size=1, max_size=8),
    st.booleans(),
)
def test_no_word_of_a_table_is_lost(rows: list[list[str]], merged: bool) -> None:
    """Whatever is empty or merged, each worded cell is in one group, in order."""
    text, table = table_at(0, rows, merged=merged)
    worded = [cell for cell in table.cells if cell.span.end > cell.span.start]
    found = [cell for group in groups(table) for cell in group.cells if cell.span.end > cell.span.start]
    assert found == worded
    assert sum(group.behind - group.first for group in groups(table)) in (0, table.rows)
    columns = columns_of(table, text, dict.fromkeys(set(text), 10.0), 10.0, 400.0)
    assert list(columns.edges) == sorted(columns.edges)
    assert len(tsv(table, text).split("\n")) == table.rows


@pytest.mark.parametrize("words", ["866.6", "-1.2", "1,234.50", "12%", "—", "－3.4"])
def test_numbers_and_dashes_are_numbers(words: str) -> None:
    """They are set at the right."""
    assert is_number(words)


@pytest.mark.parametrize("words", ["亿元", "2023年", "", "表1"])
def test_words_are_no_numbers(words: str) -> None:
    """They are set at the left."""
    assert not is_number(words)
