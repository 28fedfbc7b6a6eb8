"""The navigator leads to its places, shows what is left to do, and follows the reader."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from core.model import Span
from core.model.review import VERACITIES
from core.project import AttachEvidence, EvidenceDraft, LinkEvidence, SetVerdict
from gui import settings
from gui.models.progress import Progress
from gui.models.rows import ListRow
from gui.models.sections import SectionTree
from gui.session import Selection, Session
from gui.theme import Theme, app_font
from gui.views.controls import whole_parts
from gui.views.navigator import Navigator
from gui.views.navigator.foot import ProgressFoot
from tests.gui.sample import on_screen


@pytest.fixture
def navigator(qtbot: QtBot, session: Session, theme: Theme) -> Navigator:
    """The pane at the design's size, on screen."""
    pane = Navigator(session, theme)
    on_screen(qtbot, pane, 268, 724)
    return pane


def every_index(tree: SectionTree, parent: QModelIndex | None = None) -> list[QModelIndex]:
    """All rows of the tree, top down."""
    above = parent or QModelIndex()
    found: list[QModelIndex] = []
    for row in range(tree.rowCount(above)):
        index = tree.index(row, 0, above)
        found += [index, *every_index(tree, index)]
    return found


def test_clicking_a_section_selects_it_and_shows_its_heading(
    qtbot: QtBot, navigator: Navigator, session: Session
) -> None:
    """A click in the tree leads the text to the heading."""
    index = navigator.sections.index(0, 0, navigator.sections.index(0, 0))
    row = navigator.sections.row_at(index)
    assert row is not None
    place = navigator.tree.visualRect(index).center()
    with qtbot.waitSignal(session.reveal) as shown:
        qtbot.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == Selection("section", row.section.id)
    assert shown.args == [row.section.heading]


def test_every_tree_row_leads_to_its_heading(navigator: Navigator, session: Session) -> None:
    """100 % of the rows have a place in the text, and it is the printed heading."""
    shown: list[Span] = []
    session.reveal.connect(shown.append)
    indexes = every_index(navigator.sections)
    for index in indexes:
        row = navigator.sections.row_at(index)
        assert row is not None
        navigator.tree.activated_section.emit(row.section.id)
    assert session.report is not None
    assert shown == [section.heading for section in session.report.sections]
    assert len(indexes) == len(session.report.sections)


def test_a_click_on_the_chevron_folds_without_selecting(qtbot: QtBot, navigator: Navigator, session: Session) -> None:
    """Folding is not travelling."""
    index = navigator.sections.index(0, 0)
    place = QPoint(18, navigator.tree.visualRect(index).center().y())
    qtbot.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not navigator.tree.isExpanded(index)
    assert session.selection == Selection()


def test_the_tree_follows_the_scroll(navigator: Navigator, session: Session) -> None:
    """The section that the reader entered is marked, and nothing is selected by it."""
    assert session.report is not None
    key = session.report.sections[-1].id
    session.section_entered.emit(key)
    assert navigator.tree.current == key
    assert session.selection == Selection()


def test_the_column_head_cycles_what_is_counted(qtbot: QtBot, navigator: Navigator) -> None:
    """Figures, claims, checks, and figures again."""
    seen = []
    for _ in range(4):
        seen.append(navigator.tree.counted)
        qtbot.mouseClick(navigator.heads["sections"].cycle, Qt.MouseButton.LeftButton)
    assert seen == ["metrics", "claims", "hits", "metrics"]


def test_slash_opens_the_filter_and_escape_clears_it(qtbot: QtBot, navigator: Navigator) -> None:
    """The filter is one key away, says so when nothing is found, and one key takes it back."""
    navigator.tree.setFocus()
    qtbot.keyClick(navigator.tree, Qt.Key.Key_Slash)
    field = navigator.heads["sections"].field
    assert field.hasFocus()
    qtbot.keyClicks(field, "zzz")
    assert "zzz" in navigator.notices["sections"].text()
    assert not navigator.notices["sections"].isHidden()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert navigator.notices["sections"].isHidden()


def test_clicking_a_claim_selects_it_and_shows_its_words(qtbot: QtBot, navigator: Navigator, session: Session) -> None:
    """The list of claims leads to the text."""
    navigator.show_tab("claims")
    claim = session.claims()[3]
    view = navigator.lists["claims"]
    place = view.visualRect(navigator.rows["claims"].index_of(claim.id)).center()
    with qtbot.waitSignal(session.reveal) as shown:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == Selection("claim", claim.id)
    assert shown.args == [claim.span]


def test_every_row_of_claims_and_checks_leads_to_its_span(navigator: Navigator, session: Session) -> None:
    """100 % of the rows have a place in the text."""
    shown: list[Span] = []
    session.reveal.connect(shown.append)
    count = 0
    for tab in ("claims", "hits"):
        navigator.show_tab(tab)
        for row in navigator.rows[tab].rows:
            if isinstance(row, ListRow):
                navigator.lists[tab].chosen.emit(row.id)
                count += 1
    assert count > len(session.claims())
    assert len(shown) == count


def test_a_count_in_the_foot_filters_the_claims(qtbot: QtBot, navigator: Navigator, session: Session) -> None:
    """A click on 不属实 1 lists that one claim; a second click lists all again."""
    refuted = next(claim for claim in session.claims() if claim.checkable)
    session.do(SetVerdict(refuted.id, "refuted"))
    place = navigator.foot.count_rect("refuted").center().toPoint()
    qtbot.mouseClick(navigator.foot, Qt.MouseButton.LeftButton, pos=place)
    rows = [row.id for row in navigator.rows["claims"].rows if isinstance(row, ListRow)]
    assert rows == [refuted.id]
    qtbot.mouseClick(navigator.foot, Qt.MouseButton.LeftButton, pos=place)
    rows = [row.id for row in navigator.rows["claims"].rows if isinstance(row, ListRow)]
    assert len(rows) == len(session.claims())


def test_a_verdict_shows_in_the_list_without_moving_it(navigator: Navigator, session: Session) -> None:
    """An edit repaints the row; the list is not built anew under the reader's eyes."""
    navigator.show_tab("claims")
    resets: list[None] = []
    navigator.rows["claims"].modelReset.connect(lambda: resets.append(None))
    claim = session.claims()[5]
    session.do(SetVerdict(claim.id, "partly"))
    row = navigator.rows["claims"].index_of(claim.id).data(int(Qt.ItemDataRole.UserRole))
    assert isinstance(row, ListRow)
    assert row.icon == "verdict-3"
    assert resets == []


def test_evidence_without_a_claim_is_listed_first(navigator: Navigator, session: Session) -> None:
    """What is not attached yet still has to be dealt with."""
    session.do(AttachEvidence(None, EvidenceDraft(kind="quote", title="乙", excerpt="一段话")))
    session.do(AttachEvidence(None, EvidenceDraft(kind="quote", title="甲", excerpt="另一段话")))
    assert session.project is not None
    session.do(LinkEvidence(session.claims()[0].id, session.project.evidence()[0].id, "supports"))
    navigator.show_tab("evidence")
    titles = [row.first for row in navigator.rows["evidence"].rows if isinstance(row, ListRow)]
    assert titles == ["甲", "乙"]


def test_dropping_a_file_on_the_evidence_list_is_told(
    qtbot: QtBot, navigator: Navigator, tmp_path: Path
) -> None:
    """What is dropped here belongs to no claim yet."""
    navigator.show_tab("evidence")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(navigator.evidence_dropped) as told:
        navigator.lists["evidence"].dropEvent(event)
    assert told.args is not None
    assert told.args[0] is None
    assert event.isAccepted()


def test_the_language_changes_while_it_is_open(navigator: Navigator, session: Session) -> None:
    """Words of the field come in the language now in force."""
    navigator.show_tab("claims")
    session.do(SetVerdict(session.claims()[0].id, "supported"))
    settings.set_language("en")
    navigator.retranslate()
    row = next(row for row in navigator.rows["claims"].rows if isinstance(row, ListRow))
    assert "Supported" in row.second


def test_both_themes_paint(navigator: Navigator, theme: Theme) -> None:
    """Changing the theme changes the picture of every list."""
    for tab in ("sections", "claims", "hits", "evidence"):
        navigator.show_tab(tab)
        theme.use("light")
        light = navigator.grab().toImage()
        theme.use("dark")
        assert navigator.grab().toImage() != light


def test_an_empty_navigator_says_what_to_press(qtbot: QtBot, theme: Theme) -> None:
    """No report, no dead end."""
    pane = Navigator(Session(), theme)
    on_screen(qtbot, pane, 268, 724)
    assert "Ctrl+O" in pane.notices["sections"].text()


def test_names_for_screen_readers(navigator: Navigator, session: Session) -> None:
    """Lists, rows and counts say what they are."""
    index = navigator.sections.index(0, 0)
    assert session.report is not None
    assert session.report.sections[0].title in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert navigator.tree.accessibleName()
    assert "未判" in navigator.foot.accessibleDescription()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [220, 268, 292])
def test_no_count_in_the_foot_has_its_word_cut(qtbot: QtBot, theme: Theme, language: str, width: int) -> None:
    """Words shrink, then are shortened, then leave the shape to speak; the tooltip names it."""
    settings.set_language("en" if language == "en" else "zh")
    foot = ProgressFoot(theme)
    qtbot.addWidget(foot)
    foot.resize(width, foot.height())
    foot.set_progress(Progress(Counter({**dict.fromkeys(VERACITIES, 17), None: 107})))
    size, words = foot._words()
    assert not words or foot._fit(size, words)
    assert words or width == 220


def test_a_line_under_a_row_loses_whole_parts_and_cuts_none(theme: Theme) -> None:  # noqa: ARG001  fonts need it
    """“Suppo…” says less than nothing: the sign at the right says it."""
    font = app_font(11)
    assert whole_parts("7 · Achievement · Ranking · Supported", font, 1000) == "7 · Achievement · Ranking · Supported"
    assert whole_parts("7 · Achievement · Ranking · Supported", font, 100) == "7 · Achievement"
