"""Lists of rows: a row is made when it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from gui.mainwindow import MainWindow
from gui.models.rows import GroupHead, ListRow, RowList


def made_row(place: int, second: str = "") -> ListRow:
    return ListRow("claim", f"c{place}", f"陈述{place}", second, "claim", "text2", f"Claim {place}")


def test_a_row_is_made_when_it_is_looked_at(qtbot: QtBot) -> None:
    """Of a thousand rows a list shows a score; finding one by its id, and what they are at all, makes none."""
    asked: list[int] = []

    def make(place: int) -> ListRow:
        asked.append(place)
        return made_row(place)

    rows = RowList()
    rows.set_lazily([("claim", f"c{place}") for place in range(1000)], make)
    assert rows.index_of("c700").row() == 700 and not rows.index_of("no").isValid()
    assert rows.flags(rows.index(3)) & Qt.ItemFlag.ItemIsSelectable
    assert rows.data(rows.index(3), Qt.ItemDataRole.DecorationRole) is None and not asked
    view = QListView()
    qtbot.addWidget(view)
    view.setUniformItemSizes(True)
    view.setModel(rows)
    view.resize(200, 400)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert 0 < len(asked) < 100 and len(asked) == len(set(asked))
    assert rows.data(rows.index(700)) == "陈述700" and len(rows.rows) == 1000


def test_rows_that_were_looked_at_are_told_when_they_change() -> None:
    """In place, so that the list stays where it is; another order begins anew."""
    rows, told, begun = RowList(), [], []
    rows.set_rows([GroupHead("全部", 3), *(made_row(place) for place in range(3))])
    rows.dataChanged.connect(lambda first, _last: told.append(first.row()))
    rows.modelReset.connect(lambda: begun.append(True))
    assert rows.data(rows.index(1)) == "陈述0" and not rows.flags(rows.index(0)) & Qt.ItemFlag.ItemIsSelectable
    rows.set_rows([GroupHead("全部", 3), *(made_row(place, "属实") for place in range(3))])
    assert told == [1] and not begun
    assert [row.second for row in rows.rows if isinstance(row, ListRow)] == ["属实"] * 3
    rows.set_rows([made_row(place) for place in (2, 1)])
    assert begun and rows.index_of("c2").row() == 0 and not rows.index_of("c0").isValid()


def test_a_round_of_judging_makes_the_rows_that_are_in_sight(opened: MainWindow, qtbot: QtBot) -> None:
    """A long report has thousands of answers to give: to say them all held the window up when the round began."""
    triage = opened.triage
    opened.actions_table.action("triage").trigger()
    qtbot.wait(50)
    assert triage.queue is not None and triage._round is not None
    triage.queue.grab()
    assert 0 < len(triage._rows) < len(triage._round.entries) == triage.queue.rows.rowCount()
