"""Charts of the evidence, charts for the document, and the table of figures as a file."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.export.sheets import write_rows
from core.messages import PolicyReviewError
from core.project import AttachEvidence, EvidenceDraft, SetVerdict
from gui import settings
from gui.models.metrics import MetricRow
from gui.session import Session
from gui.theme import Theme
from gui.views.data import DataPane
from gui.views.data.grades import GradesDrawing
from gui.views.data.tablecard import TableCard
from tests.gui.sample import on_screen


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme) -> DataPane:
    """The drawer at the design's size, with the page of the evidence in front."""
    made = DataPane(session, theme)
    on_screen(qtbot, made, 660, 226)
    qtbot.waitUntil(lambda: made.cards[0].view is not None, timeout=20_000)
    made.show_page("evidence")
    return made


def proven(session: Session, count: int = 3) -> list[str]:
    """Claims with evidence: one item each, the first with two."""
    claims = [claim.id for claim in session.claims()[:count]]
    for number, claim in enumerate([claims[0], *claims]):
        grade = str(number + 1)
        draft = EvidenceDraft(title=f"件{number}", kind="notice", excerpt="x", reliability="B", credibility=grade)
        assert session.do(AttachEvidence(claim, draft, stance="supports"))
    return claims


def test_without_evidence_the_chart_says_what_to_press(pane: DataPane) -> None:
    """An empty place is never a dead end."""
    assert "press E" in pane.cards[0].sentence.text()
    assert not pane.cards[0].sentence.isHidden()


def test_each_claim_has_its_dots_and_leads_to_the_text(pane: DataPane, session: Session, qtbot: QtBot) -> None:
    """Claims down, grades across; a claim with one source says so; Enter goes to its words."""
    claims = proven(session)
    view = pane.cards[0].view
    assert view is not None and isinstance(view.drawing, GradesDrawing)
    drawing = view.drawing
    assert [mark.id for mark in drawing.marks] == claims
    assert len(drawing.grades) == 4
    assert ["one source only" in drawing.told(place) for place in range(3)] == [False, True, True]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.reveal, timeout=5_000):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert session.selection.id == claims[1]
    assert not pane.grab().isNull()


def test_a_pin_is_a_decision_with_undo(pane: DataPane, session: Session, qtbot: QtBot) -> None:
    """The pin shows what the project says; undo takes it out; the order can be changed."""
    project = session.project
    assert project is not None
    qtbot.mouseClick(pane.cards[1].pin, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.cards[0].pin, Qt.MouseButton.LeftButton)
    assert project.pins() == ("coverage", "evidence")
    assert pane.cards[0].pin.isChecked() and "Chart 2" in pane.cards[0].pin.toolTip()
    pane.cards[0].picture_wanted.emit("earlier")
    assert project.pins() == ("evidence", "coverage")
    session.undo()
    session.undo()
    assert project.pins() == ("coverage",) and not pane.cards[0].pin.isChecked()
    qtbot.keyClick(pane.cards[1].pin, Qt.Key.Key_Space)
    assert project.pins() == () and not pane.cards[1].pin.isChecked()


def test_a_pin_keeps_the_words_of_its_chart(pane: DataPane, session: Session) -> None:
    """Pinning redraws nothing but the pin: title and subtitle stay what they were."""
    proven(session)
    pane.show_page("growth")
    before = pane.cards[0].head.accessibleName()
    pane.cards[0].pin_pressed.emit()
    assert pane.cards[0].head.accessibleName() == before
    assert session.project is not None and session.project.pins() == ("growth",)


@pytest.mark.parametrize("page", ["growth", "figures", "review", "evidence"])
def test_every_chart_can_be_taken_along_as_svg(pane: DataPane, session: Session, tmp_path: Path, page: str) -> None:
    """Amounts and grades too: vector, with words that stay words."""
    proven(session)
    session.do(SetVerdict(session.claims()[0].id, "supported"))
    pane.show_page(page)  # type: ignore[arg-type]
    for place in (0, 1):
        path = tmp_path / f"{place}.svg"
        assert pane.save_chart(place, path)
        assert ElementTree.parse(path).getroot().tag.endswith("svg")


@pytest.fixture
def card(qtbot: QtBot, session: Session, theme: Theme) -> TableCard:
    """The table of figures, wide enough for every column."""
    made = TableCard(session, theme)
    on_screen(qtbot, made, 900, 400)
    return made


def test_the_table_is_handed_on_with_typed_numbers(
    card: TableCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """What is shown is what is written: columns, order, filter; numbers are numbers."""
    card.toggle_column("quote")
    target = tmp_path / "figures"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), "Workbooks (*.xlsx)"))
    with qtbot.waitSignal(card.file_wanted, timeout=5_000) as asked:
        card.ask_export()
    path, heads, rows = asked.args
    assert path == tmp_path / "figures.xlsx"
    assert heads[:3] == ["Indicator", "Value", "Unit"] and heads[-1] == "As printed"
    assert len(rows) == sum(isinstance(row, MetricRow) for row in card.table.rows)
    assert any(isinstance(row[1], int | float) for row in rows)


@pytest.mark.parametrize("name", ["figures.xlsx", "figures.csv"])
def test_rows_become_a_file(tmp_path: Path, name: str) -> None:
    """Typed where the form has types, and never a formula."""
    write_rows(tmp_path / name, "Figures", ["A", "B"], [["=1", 2.5], [None, 3]])
    if name.endswith("xlsx"):
        cells = [[cell.value for cell in row] for row in load_workbook(tmp_path / name).worksheets[0].iter_rows()]
        assert cells == [["A", "B"], ["=1", 2.5], [None, 3]]
    else:
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file)) == [["A", "B"], ["'=1", "2.5"], ["", "3"]]


def test_a_table_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A wrong folder is a sentence, not a crash."""
    with pytest.raises(PolicyReviewError) as caught:
        write_rows(tmp_path / "none" / "figures.csv", "Figures", ["A"], [])
    assert caught.value.key == "no-such-folder"


def test_columns_and_groups_are_remembered(card: TableCard, session: Session, theme: Theme, qtbot: QtBot) -> None:
    """The next window shows the table as it was left."""
    card.toggle_column("period")
    card.set_grouping("role")
    again = TableCard(session, theme)
    qtbot.addWidget(again)
    assert again.table.query.grouping == "role"
    assert "period" in settings.choice("table_columns", "")
    assert "period" in again._columns
