"""The ledgers in the window: filled by keys, sorted, filtered, copied, linked with the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

import seeds
from core.project import AnswerHit, FillEntry
from gui.mainwindow import MainWindow
from gui.models import ledger as ledger_model
from gui.views.ledgers import LedgerPane
from gui.views.ledgers import pane as ledger_pane

PATIENCE = 10_000


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The sample with the most targets."""
    source = next(sample.file for sample in seeds.samples() if sample.file.name.startswith("county"))
    path = tmp_path / source.name
    path.write_bytes(source.read_bytes())
    return path


@pytest.fixture
def pane(opened: MainWindow) -> LedgerPane:
    """The ledgers, as Ctrl+4 shows them."""
    opened.actions_table.action("layout_ledgers").trigger()
    assert opened.contents is not None and opened.contents.ledgers is not None
    QApplication.processEvents()
    assert opened.contents.ledgers.isVisible()
    return opened.contents.ledgers


def test_the_keys_work_in_the_table_at_once(pane: LedgerPane) -> None:
    """Ctrl+4, and the arrows walk through the rows."""
    assert pane.view.hasFocus() and pane.view.currentIndex().row() == 0
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.view.currentIndex().row() == 1


def test_a_column_is_measured_by_what_its_cells_say_once(
    pane: LedgerPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a thousand cells with five verdicts five are put into words."""
    asked: list[str] = []
    plain = ledger_model.text
    monkeypatch.setattr(ledger_model, "text", lambda *words: asked.append(words[0].key) or plain(*words))
    for each in pane.table.columns:
        asked.clear()
        words = pane.table.all_words(each)
        values = {row.cells[each.key].value for row in pane.table.rows}
        assert len(asked) == len(values) < len(pane.table.rows) or each.key in ("quote", "indicator", "place", "number")
        assert words == {pane.table.words(row, each) for row in pane.table.rows}


def column(pane: LedgerPane, key: str) -> int:
    return next(place for place, each in enumerate(pane.table.columns) if each.key == key)


def at(pane: LedgerPane, row: int, key: str) -> str:
    return str(pane.table.index(row, column(pane, key)).data())


def test_a_column_is_filled_from_top_to_bottom_by_keys(pane: LedgerPane, opened: MainWindow) -> None:
    """Enter opens the cell, Enter closes it and goes to the next; undo takes back one cell."""
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.table.index(0, column(pane, "lead_unit")))
    for words in ("One", "Two"):
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
    first, second = pane.table.rows[0], pane.table.rows[1]
    if first.claim != second.claim:
        assert (at(pane, 0, "lead_unit"), at(pane, 1, "lead_unit")) == ("One", "Two")
    else:  # one claim has one responsible unit
        assert at(pane, 0, "lead_unit") == at(pane, 1, "lead_unit") == "Two"
    assert pane.view.currentIndex().row() == 2
    opened.actions_table.action("undo").trigger()
    assert at(pane, 1, "lead_unit") != "Two"


def test_typing_begins_to_write_and_delete_empties(pane: LedgerPane) -> None:
    """As in any spreadsheet; what only the text fills cannot be overwritten."""
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.table.index(0, column(pane, "reason")))
    QTest.keyClick(pane.view, Qt.Key.Key_A)
    field = pane.view.findChild(QLineEdit)
    assert field is not None and field.text() == "a"
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert at(pane, 0, "reason") == "a"
    pane.view.setCurrentIndex(pane.table.index(0, column(pane, "reason")))
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    assert at(pane, 0, "reason") == ""
    index = pane.table.index(0, column(pane, "target_text"))
    assert not pane.table.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_the_fulfilment_is_the_claims_own_judgement(pane: LedgerPane, opened: MainWindow) -> None:
    """One source of truth: what is chosen here is the verdict that the inspector shows."""
    row = next(place for place, each in enumerate(pane.table.rows) if each.claim)
    pane.view.setCurrentIndex(pane.table.index(row, column(pane, "fulfilment")))
    assert pane.view.edit_current()
    box = pane.view.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData("behind"))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    claim = opened.session.claim(pane.table.rows[row].claim)
    assert claim is not None and claim.fulfilled == "behind"
    assert at(pane, row, "fulfilment") == "Behind"


def test_the_columns_fit_the_language(pane: LedgerPane, opened: MainWindow, qtbot: QtBot) -> None:
    """English heads and words are longer: they were cut to the widths of the Chinese ones when the language changed."""
    def widths() -> list[int]:
        return [pane.view.columnWidth(place) for place in range(len(pane.table.columns))]

    opened.commands.choose_language("en")
    qtbot.waitUntil(lambda: pane.table.language == "en")
    english = widths()
    opened.commands.choose_language("zh")
    qtbot.waitUntil(lambda: pane.table.language == "zh")
    assert sum(widths()) < sum(english)
    opened.commands.choose_language("en")
    qtbot.waitUntil(lambda: pane.table.language == "en")
    assert widths() == english


def test_a_click_jumps_to_the_text_and_the_text_leads_back(
    pane: LedgerPane, opened: MainWindow, qtbot: QtBot
) -> None:
    """Row and place are one selection, from either side."""
    row = next(place for place, each in enumerate(pane.table.rows) if each.claim and place > 3)
    with qtbot.waitSignal(opened.session.reveal, timeout=PATIENCE) as shown:
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton,
                         pos=pane.view.visualRect(pane.table.index(row, 1)).center())
    assert shown.args == [pane.table.rows[row].span]
    assert opened.session.selection.id == pane.table.rows[row].claim
    other = next(each for each in pane.table.rows if each.claim and each.claim != pane.table.rows[row].claim)
    opened.session.select("claim", other.claim)
    assert pane.table.rows[pane.view.currentIndex().row()].claim == other.claim


def test_rows_are_sorted_filtered_and_narrowed_to_the_unpaired(pane: LedgerPane) -> None:
    """A second key with Shift; empty cells stay at the end; nothing found is said."""
    table = pane.table
    query = table.query.sorted_by("unit", further=False).sorted_by("target_value", further=True)
    table.set_query(query)
    units = [str(row.cells["unit"].value or "") for row in table.rows]
    filled = [unit for unit in units if unit]
    assert units == filled + [""] * (len(units) - len(filled)) and filled == sorted(filled)
    pane.show_unpaired(True)
    assert table.rows and not any(row.paired for row in table.rows)
    pane.show_unpaired(False)
    pane.filter.take_keyboard()
    QTest.keyClicks(pane.filter, "zzz")
    assert not table.rows and "zzz" in pane.notice.text()
    QTest.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert table.rows


def test_the_table_is_copied_with_its_heads(pane: LedgerPane) -> None:
    """It opens in a spreadsheet as it stands."""
    pane.show_ledger("commitments")
    QTest.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("No.\tPlace\tTask as printed")
    assert len(lines) == pane.table.rowCount() + 1


def test_the_workbook_is_written(
    pane: LedgerPane, opened: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the pane's menu, beside the window."""
    target = tmp_path / "ledgers.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    with qtbot.waitSignal(opened.exporting.written, timeout=120_000):
        pane.export_wanted.emit("xlsx")
    assert target.stat().st_size > 5_000


def test_a_row_keeps_its_name_in_sight_when_scrolled_sideways(pane: LedgerPane, opened: MainWindow) -> None:
    """The column of the names lies over the left edge then; a click on a name is a click on its row."""
    names, bar = pane.view.names, pane.view.horizontalScrollBar()
    assert bar.maximum() > 0 and not names.isVisible()
    bar.setValue(bar.maximum())
    assert names.isVisible() and names.x() == 0 and 0 < names.width() <= 0.41 * pane.view.viewport().width()
    before = names.grab().toImage()
    bar.setValue(bar.maximum() - 3)
    assert (names.x(), names.y()) == (0, 0)  # Qt moves the children of what it scrolls
    row = 3
    QTest.mouseClick(
        names, Qt.MouseButton.LeftButton, pos=QPoint(10, pane.view.visualRect(pane.table.index(row, 0)).center().y())
    )
    assert pane.view.currentIndex().row() == row
    assert opened.session.selection.id in (pane.table.rows[row].claim, *pane.table.rows[row].metrics)
    assert names.grab().toImage() != before
    bar.setValue(0)
    assert not names.isVisible()


def test_the_cell_that_the_keys_come_to_is_not_under_the_names(pane: LedgerPane) -> None:
    """Walking back to the left brings each cell clear of what lies over the edge."""
    pane.view.setFocus()
    last = len(pane.table.columns) - 1
    pane.view.setCurrentIndex(pane.table.index(0, last))
    names = pane.view.names
    for place in range(last - 1, names.column, -1):
        QTest.keyClick(pane.view, Qt.Key.Key_Left)
        assert pane.view.currentIndex().column() == place
        assert pane.view.visualRect(pane.view.currentIndex()).left() >= names.covered


def test_a_row_under_the_pointer_is_lit_in_the_text_and_the_other_way_round(
    pane: LedgerPane, opened: MainWindow
) -> None:
    """Ledgers are linked by the pointer as charts and table are."""
    place = next(i for i, row in enumerate(pane.table.rows) if row.metrics)
    metric = pane.table.rows[place].metrics[0]
    pane.view.hover(place)
    assert opened.text is not None and opened.text._view.hovered_metric == metric
    pane.view.hover(-1)
    assert opened.text._view.hovered_metric == ""
    opened.session.hover("metric", metric)
    assert pane.view.is_lit(pane.table.rows[place])


def test_confirmed_checks_are_a_ledger_and_lead_to_their_check(pane: LedgerPane, opened: MainWindow) -> None:
    """A confirmed check appears at once; its row and the check are selected together, in both directions."""
    pane.show_ledger("issues")
    assert pane.table.rowCount() == 0 and "F8" in pane.notice.text()
    project = opened.session.project
    assert project is not None
    first, second = project.hits()[:2]
    for hit in (first, second):
        opened.session.do(AnswerHit(hit.id, "confirmed"))
    QApplication.processEvents()
    assert pane.table.rowCount() == 2 and not pane.notice.isVisible()
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.table.index(0, 0))
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert opened.session.selection.subject == "hit" and opened.session.selection.id == pane.table.rows[1].hit
    opened.session.select("hit", pane.table.rows[0].hit)
    assert pane.view.currentIndex().row() == 0
    opened.session.do(AnswerHit(first.id, "dismissed", "x"))
    QApplication.processEvents()
    assert [row.hit for row in pane.table.rows] == [second.id]


def test_one_row_is_told_as_one(pane: LedgerPane, opened: MainWindow) -> None:
    """English has a singular: a filter that leaves one row of one said “1 rows”."""
    opened.commands.choose_language("en")
    assert [pane.tr("%n rows", "", count) for count in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
    opened.commands.choose_language("zh")
    assert pane.tr("%n rows", "", 1) == "1 行"


def test_the_rows_of_a_long_report_come_in_several_turns(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """1,700 rows held the window up for a tenth of a second, and again with each decision; now they come by and by, and
    what was there stays until they are whole."""
    monkeypatch.setattr(ledger_pane, "_AT_ONCE", 7)
    opened.actions_table.action("layout_ledgers").trigger()
    assert opened.contents is not None and opened.contents.ledgers is not None
    pane = opened.contents.ledgers
    assert pane.table.rowCount() == 0 and pane.count.text() == ""
    qtbot.waitUntil(lambda: pane.table.rowCount() > 7, timeout=PATIENCE)
    assert pane.view.currentIndex().row() == 0, "the keyboard was there before the rows"
    whole = list(pane.table.rows)
    assert str(len(whole)) in pane.count.text()
    place = next(place for place, row in enumerate(whole) if row.claim)
    pane.view.setCurrentIndex(pane.table.index(place, column(pane, "lead_unit")))
    for words in ("One", "Two"):
        opened.session.do(FillEntry(whole[place].claim, "", "lead_unit", words))
        assert list(pane.table.rows) == whole
    assert pane.view.edit_current()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Three")
    qtbot.waitUntil(lambda: at(pane, place, "lead_unit") == "Two", timeout=PATIENCE)
    assert field.text() == "Three", "what is being typed is not written over"
    assert [row.key for row in pane.table.rows] == [row.key for row in whole]


def test_a_closed_report_leaves_no_rows(pane: LedgerPane, opened: MainWindow) -> None:
    """Those of a long plan were three thousand, kept until somebody opened another report's ledgers."""
    assert pane.table.rowCount() > 0
    opened.actions_table.action("close_project").trigger()
    assert pane.table.rowCount() == pane.table.count == 0


def test_as_many_rows_as_come_in_one_turn_are_whole(
    pane: LedgerPane, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """There are none behind them, which only the next turn knows."""
    count = pane.table.count
    monkeypatch.setattr(ledger_pane, "_AT_ONCE", count)
    pane.show_ledger("results")
    pane.show_ledger("targets")
    qtbot.waitUntil(lambda: pane.table.count == count and pane.table.columns[4].key == "target_text", timeout=PATIENCE)
    assert str(count) in pane.count.text()
