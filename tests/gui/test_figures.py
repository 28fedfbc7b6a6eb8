"""Readings corrected by hand: fields, no figure, a missed one, back to the program's; everything follows at once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Metric, Span
from core.model.figures import reading_of
from core.pipeline import read_report
from core.project import CorrectFigure, RefuseFigure, SetVerdict, carried, replacement
from gui.dialogs.figure import FigureDialog
from gui.dialogs.readings import ReadingsDialog
from gui.mainwindow import MainWindow
from gui.models.metrics import metric_rows
from gui.views.text.reading import of_metric


def growth(window: MainWindow) -> Metric:
    """A figure of growth inside a claim."""
    assert window.session.report is not None
    return next(metric for metric in window.session.report.metrics if metric.kind == "growth" and metric.claim)


def asked(window: MainWindow, qtbot: QtBot, metric: Metric) -> FigureDialog:
    """The dialog for a figure, opened by its key in the text."""
    assert window.text is not None
    window.session.select("metric", metric.id)
    window.refresh()
    window.text.setFocus()
    qtbot.keyClick(window.text, Qt.Key.Key_F2)
    dialog = window.findChild(FigureDialog)
    assert dialog is not None
    return dialog


def test_what_a_bound_means_for_a_fall_is_said_while_it_is_chosen(opened: MainWindow, qtbot: QtBot) -> None:
    """“Over” beside −50 is the word of the text (a fall of over 50 %): the line below says on which side it lies."""
    dialog = asked(opened, qtbot, growth(opened))
    dialog.bound.set_key("gt")
    dialog.value.setText("-50")
    dialog.value_max.setText("")
    dialog.unit.setText("%")
    assert "<−50 %" in dialog.read_as.text()
    dialog.value.setText("50")
    assert ">50 %" in dialog.read_as.text()
    dialog.reject()


def test_f2_corrects_the_selected_figure_and_everything_follows(opened: MainWindow, qtbot: QtBot) -> None:
    """Mark, card, inspector, table and undo label tell it; the machine's reading stands beside; undo takes it back."""
    session, text = opened.session, opened.text
    metric, before = growth(opened), opened.session.report
    assert text is not None and opened.contents is not None
    place = text.verticalScrollBar().value()
    dialog = asked(opened, qtbot, metric)
    dialog.indicator.setText("GDP")
    dialog.value.setText("7.25")
    dialog.period.setText("2019年")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    now = session.metric(metric.id)
    assert now is not None and now.by_hand is not None and now.by_hand.machine == metric
    assert (now.value, now.period) == (Decimal("7.25"), "2019")
    assert now.indicator is not None and now.indicator.canonical == "地区生产总值"
    assert text.verticalScrollBar().value() == place or session.selection.id == metric.id
    page = opened.contents.inspector.metric_page
    assert page.restore.isVisibleTo(page) and "The program had read" in page.by_hand.text()
    assert page.value.text() == "7.25 %"
    card = of_metric(now, None, "en")
    assert card.value == "7.25 %" and any(line.label == "Corrected by hand" for line in card.lines)
    (row,) = [
        row for row in metric_rows(session.report, session.claims(), {}, "en") if row.metric.id == metric.id
    ] if session.report else []
    assert row.cells["value"] == "7.25" and row.cells["by_hand"].startswith("Corrected by hand")
    session.undo()
    assert session.report == before and session.selection.id == metric.id


@pytest.mark.parametrize(("field", "words", "sentence"), [
    ("value", "abc", "is no number"), ("value", "", "Enter the value"), ("unit", "瞎编", "There is no unit"),
    ("period", "去年", "is no period"), ("value_max", "0.1", "must be above"),
])  # fmt: skip
def test_what_cannot_be_meant_is_said_and_stays_in_its_field(
    opened: MainWindow, qtbot: QtBot, field: str, words: str, sentence: str
) -> None:
    """The dialog stays open with all that was typed; nothing is written."""
    before = opened.session.report
    dialog = asked(opened, qtbot, growth(opened))
    getattr(dialog, field).setText(words)
    dialog.finish()
    assert dialog.isVisible() and sentence in dialog.problem.text()
    assert getattr(dialog, field).text() == words
    dialog.reject()
    assert opened.session.report == before


def test_what_stands_in_a_row_of_a_sheet_is_of_one_height(opened: MainWindow, qtbot: QtBot) -> None:
    """Choices were two pixels lower than the fields beside them, and so were the names over both."""
    dialog = asked(opened, qtbot, growth(opened))
    assert {dialog.kind.height(), dialog.role.height(), dialog.value.height(), dialog.unit.height()} == {33}


def test_multipliers_are_read_out(opened: MainWindow, qtbot: QtBot) -> None:
    """1.3亿 and 万元 are written as reports write them; what they mean is shown before it holds."""
    dialog = asked(opened, qtbot, growth(opened))
    dialog.kind.set_key("level")
    dialog.value.setText("1.3")
    typed = QInputMethodEvent()
    typed.setCommitString("亿元")
    dialog.unit.clear()
    QApplication.sendEvent(dialog.unit, typed)
    assert "130,000,000 元" in dialog.read_as.text()
    dialog.value.setText("2亿")
    dialog.unit.setText("元")
    dialog.finish()
    now = opened.session.metric(opened.session.selection.id)
    assert now is not None and (now.value, now.unit, now.kind) == (Decimal(200_000_000), "元", "level")


def test_no_figure_from_the_inspector_and_back_from_the_text(opened: MainWindow, qtbot: QtBot) -> None:
    """A refused figure loses its mark and its row; at its words it can be put back."""
    session, metric, before = opened.session, growth(opened), opened.session.report
    assert opened.contents is not None and opened.text is not None
    session.select("metric", metric.id)
    opened.refresh()
    qtbot.mouseClick(opened.contents.inspector.metric_page.refuse, Qt.MouseButton.LeftButton)
    assert session.metric(metric.id) is None and session.selection.subject == "none"
    opened.text.select_span(metric.value_span)
    opened.refresh()
    action = opened.actions_table.action("restore_figure")
    assert action.isEnabled()
    action.trigger()
    assert session.report == before and session.selection.id == metric.id


def test_missed_words_become_a_figure(opened: MainWindow) -> None:
    """Selected words without a figure are read as one; the dialog starts with what they most likely say."""
    session, text, report = opened.session, opened.text, opened.session.report
    assert text is not None and report is not None
    claim = next(each for each in report.claims if not each.metrics)
    span = Span(claim.span.start, claim.span.start + 2)
    text.select_span(span)
    opened.refresh()
    opened.actions_table.action("add_figure").trigger()
    dialog = opened.findChild(FigureDialog)
    assert dialog is not None and not dialog.none.isVisibleTo(dialog)
    dialog.indicator.setText("新建学校")
    dialog.value.setText("5")
    dialog.unit.setText("所")
    dialog.finish()
    made = session.metric(session.selection.id)
    assert made is not None and made.value_span == span and made.by_hand is not None and made.by_hand.machine is None
    assert made.claim == claim.id
    opened.refresh()
    opened.actions_table.action("restore_figure").trigger()
    assert session.report == report


def test_the_tables_menu_offers_it(opened: MainWindow, qtbot: QtBot) -> None:
    """A right click on a row chooses it and asks for what can be done with it."""
    assert opened.contents is not None
    opened.contents.load_data()
    data = opened.contents.data
    assert data is not None
    opened.panes.docks["data"].show()
    data.show_page("table")
    qtbot.waitUntil(data.table.view.isVisible)
    view, metric = data.table.view, growth(opened)
    index = data.table.table.index(data.table.table.row_of(metric.id), 0)
    view.scrollTo(index)
    asked_at: list[QPoint] = []
    view.menu_wanted.disconnect()
    view.menu_wanted.connect(asked_at.append)
    place = view.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert asked_at and opened.session.selection.id == metric.id


def test_a_verdict_and_the_history_stand_in_the_card(opened: MainWindow) -> None:
    """What was decided of the claim that holds a figure is told where the figure is looked at."""
    session, metric = opened.session, growth(opened)
    claim = session.claim_of_metric(metric.id)
    assert claim is not None
    session.do(SetVerdict(claim.id, "supported"))
    claim = session.claim_of_metric(metric.id)
    assert claim is not None
    card = of_metric(metric, claim, "en", session.history(claim.id))
    told = {line.label: line.words for line in card.lines}
    assert told["Verdict"] == "Supported"
    assert "Set verdict" in told["History"] and "Supported" in told["History"]


def test_the_list_has_every_decision_and_the_way_back(opened: MainWindow, qtbot: QtBot) -> None:
    """Corrected and refused figures stand in one list; Enter leads to the words, the button puts a reading back."""
    session, report = opened.session, opened.session.report
    assert report is not None
    first, second = [metric for metric in report.metrics if metric.kind == "growth"][:2]
    session.do(CorrectFigure("r1", first.value_span, replace(reading_of(first), value=Decimal("1.25"))))
    session.do(RefuseFigure("r1", second.value_span))
    opened.refresh()
    opened.actions_table.action("readings").trigger()
    dialog = opened.findChild(ReadingsDialog)
    assert dialog is not None
    cells = [
        [item.text() if (item := dialog.table.item(row, column)) else "" for column in range(4)] for row in range(2)
    ]
    assert dialog.table.rowCount() == 2
    assert "1.25" in cells[0][1] and cells[0][1].startswith("Corrected by hand") and cells[0][2]
    assert cells[1][1].startswith("Not a figure") and str(second.unit) in cells[1][2]
    dialog.table.setCurrentCell(1, 0)
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert session.metric(second.id) is not None and dialog.table.rowCount() == 1
    with qtbot.waitSignal(session.reveal) as shown:
        dialog.go()
    assert shown.args == [first.value_span] and session.selection.id == first.id


def test_a_decision_whose_words_are_gone_is_listed_and_leads_nowhere(opened: MainWindow, tmp_path: Path) -> None:
    """Nothing is lost in a corrected version: what was not found again says so, and can still be taken back."""
    session, report = opened.session, opened.session.report
    assert report is not None and session.project is not None
    last = report.metrics[-1]
    session.do(RefuseFigure("r1", last.value_span))
    newer = tmp_path / "newer.txt"
    before = report.text[: report.text.rfind("\n", 0, last.value_span.start)]
    newer.write_text(f"{before}\n别的话。\n", encoding="utf-8")
    session.do(replacement((), carried(session.project, *read_report(newer))))
    dialog = opened.figures.show_all()
    assert dialog.table.rowCount() == 1
    dialog.go()
    assert dialog.isVisible() and "not in the report any more" in dialog.problem.text()
    dialog.put_back()
    assert session.project.figures() == () and dialog.table.rowCount() == 0
