"""Find in the whole project: whatever was read or written is found, and each result leads to its place."""

from __future__ import annotations

import itertools
from dataclasses import replace

from PySide6.QtCore import Qt
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from core.model import Span
from core.project import AddTag, AttachEvidence, EvidenceDraft, SetNote, SetRationale, SetVerdict
from gui.models.rows import GroupHead, ListRow
from gui.models.search import Searched, place_of, search_rows
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.navigator import Navigator
from tests.gui.sample import on_screen

MOST = 30


def searched(session: Session) -> Searched:
    assert session.project is not None and session.report is not None
    return Searched(
        session.report, session.claims(), session.project.hits(), session.project.evidence(),
        {tag.id: tag.name for tag in session.project.tags()},
    )


def heads(session: Session, words: str) -> dict[str, int]:
    rows = search_rows(searched(session), words, "zh")
    return {row.title: row.count for row in rows if isinstance(row, GroupHead)}


def test_everything_that_was_written_is_found(session: Session) -> None:
    """A note of last week is as much part of the project as the report's text."""
    claim = session.claims()[2].id
    session.do(SetVerdict(claim, "partly"))
    session.do(SetRationale(claim, "与统计公报的口径不一致"))
    session.do(SetNote(claim, "电话问过统计局"))
    session.do(AttachEvidence(claim, EvidenceDraft(title="统计年鉴", excerpt="第三章"), content=b"x"))
    assert session.project is not None
    tag = session.project.tags()[0]
    session.do(AddTag(claim, tag.id))
    assert set(heads(session, "统计")) >= {"Rationales and notes", "Evidence"}
    assert heads(session, "统计")["Rationales and notes"] == 2
    assert heads(session, "第三章") == {"Evidence": 1}
    assert heads(session, tag.name)["Tags"] == 1


def test_full_width_and_case_do_not_matter_and_nothing_means_nothing(session: Session) -> None:
    """Reports print ％ and %, and nobody knows which when searching."""
    assert heads(session, "%") == heads(session, "％")
    assert heads(session, "%")["Text of the report"] > 10
    assert search_rows(searched(session), "  ", "zh") == []
    assert search_rows(searched(session), "没有这几个字", "zh") == []


def test_a_text_result_names_its_very_place(session: Session, monkeypatch: MonkeyPatch) -> None:
    """The count says how many there are even where the list is cut."""
    monkeypatch.setattr("gui.models.search.MOST", MOST)
    rows = search_rows(searched(session), "，", "zh")
    assert isinstance(rows[0], GroupHead) and rows[0].count > MOST
    found = [row for row in rows if isinstance(row, ListRow) and row.subject == "text"]
    assert len(found) == MOST
    text = searched(session).report.text
    for row in found:
        place = place_of(row.id)
        assert place is not None and place.quote(text) in ("，", ",")


def test_a_place_is_told_without_marks_of_emphasis(session: Session) -> None:
    """The text does not draw them, so a row that has them would seem to be another place."""
    there = searched(session)
    text = "全年**招商引资**到位45亿元。"
    rows = search_rows(replace(there, report=replace(there.report, text=text, sections=(), breaks=())), "招商", "zh")
    told = [row.first for row in rows if isinstance(row, ListRow) and row.subject == "text"]
    assert told == ["全年招商引资到位45亿元。"]


def test_what_stands_before_a_place_begins_with_a_word(session: Session) -> None:
    """“…。全市” tells nothing that “…全市” does not."""
    there = searched(session)
    text = "各项工作扎实推进。其中就有招商引资到位45亿元。"
    rows = search_rows(replace(there, report=replace(there.report, text=text, sections=(), breaks=())), "招商", "zh")
    told = [row.first for row in rows if isinstance(row, ListRow) and row.subject == "text"]
    assert told == ["…其中就有招商引资到位45亿元。"]


def test_keys_alone_lead_from_the_field_to_the_place(qtbot: QtBot, session: Session, theme: Theme) -> None:
    """Type, Enter, down: each step shows its place; Esc goes back to the list that was there."""
    navigator = Navigator(session, theme)
    on_screen(qtbot, navigator, 268, 724)
    shown: list[Span] = []
    navigator.words_found.connect(shown.append)
    navigator.show_search()
    assert navigator.window().focusWidget() is navigator.search.field
    navigator.search.field.setText("创历史新高")
    qtbot.keyClick(navigator.search.field, Qt.Key.Key_Return)
    assert session.report is not None
    assert [span.quote(session.report.text) for span in shown] == ["创历史新高"]
    before = session.selection
    view = navigator.search.list
    while session.selection == before and view.currentIndex().row() < navigator.search.rows.rowCount() - 1:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.selection != Selection() and session.selection.subject in ("claim", "hit")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert navigator.search.isHidden() and navigator.tree.isVisible()


def test_it_says_what_it_looks_through_and_when_nothing_is_there(
    qtbot: QtBot, session: Session, theme: Theme
) -> None:
    """An empty list without a word leaves one waiting."""
    navigator = Navigator(session, theme)
    on_screen(qtbot, navigator, 268, 724)
    navigator.show_search()
    assert navigator.search.notice.text()
    navigator.search.begin("没有这几个字")
    assert "没有这几个字" in navigator.search.notice.text()


def test_the_words_are_tinted_where_they_were_found(qtbot: QtBot, session: Session, theme: Theme) -> None:
    """Among twenty lines that hold a word the eye looks for it; full-width signs are the same there too."""
    navigator = Navigator(session, theme)
    on_screen(qtbot, navigator, 268, 724)
    navigator.show_search()

    def tinted() -> bool:
        picture, tint = navigator.search.list.viewport().grab().toImage(), theme.color("hit_tint")
        places = itertools.product(range(0, picture.width(), 2), range(0, picture.height(), 2))
        return any(picture.pixelColor(*place) == tint for place in places)

    navigator.search.begin("增长")
    assert tinted()
    navigator.search.begin("%")
    assert tinted()
    navigator.search.field.clear()
    navigator.search.search()
    assert not tinted()
    navigator.show_tab("claims")
    navigator.heads["claims"].field.setText("增长")
    assert navigator.lists["claims"].words == "增长"
